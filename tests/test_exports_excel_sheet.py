"""Heads that a table may have, widths and heights that show their text, and the lines of page heads and feet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from workbooks import faults, opened

from exports.excel_sheet import Book, Column, fitted, place, row_height, unique_heads
from exports.excel_style import INTEGER, TEXT, WRAP


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (["地区", "年份"], ["地区", "年份"]),
        (["数", "数", "数 2", "数"], ["数", "数 2", "数 2 2", "数 3"]),
        (["Rate", "RATE"], ["Rate", "RATE 2"]),
        (["一\n二", " 三\t四 ", ""], ["一 二", "三 四", "—"]),
        (["x" * 300], ["x" * 249]),
    ],
    ids=["as they are", "twice", "letters of two sizes", "white space", "too long"],
)
def test_heads_are_made_fit_for_a_table(heads: list[str], told: list[str]) -> None:
    assert unique_heads(heads) == told


@pytest.mark.parametrize(
    ("head", "texts", "width"),
    [
        ("地区", ["泗门镇", "凤翔区"], 8.0),
        ("地区", [], 7.0),
        ("规范性文件合法性审核率(%)", ["100"], 18.0),
        ("文件", ["x" * 90], 60.0),
    ],
    ids=["by its texts", "by its head", "head in two lines", "the widest"],
)
def test_a_column_shows_its_head_and_its_texts(head: str, texts: list[str], width: float) -> None:
    assert fitted(head, texts) == width


@pytest.mark.parametrize(
    ("cells", "height"),
    [
        ([], 16.5),
        ([(("一" * 10, 0), 20.0)], 16.5),
        ([(("一" * 25, 0), 20.0), (("短", 0), 20.0)], 49.5),
        ([((5, 0), 1.0), (None, 1.0), ((None, 0), 1.0)], 16.5),
        ([(("一" * 9000, 0), 20.0)], 409.0),
    ],
    ids=["none", "one line", "three lines", "no text", "the tallest"],
)
def test_a_row_is_as_high_as_its_text(cells: list[Any], height: float) -> None:
    assert row_height(cells) == height


def test_a_place_quotes_the_sheet() -> None:
    assert place("It's", "B2") == "'It''s'!B2"


def a_book(rows: list[list[Any]]) -> bytes:
    book = Book(title="A&B", lang="zh", made=date(2026, 11, 21), stamp="1 & 2", standing="S")
    sheet = book.sheet("甲", tab="FF0000")
    sheet.heading("题", ["注"])
    cells = [[sheet.cell(value, look) for value, look in zip(row, (INTEGER, WRAP), strict=True)] for row in rows]
    top = sheet.table("Some", [Column("号", INTEGER, 8.0), Column("文字", WRAP, 20.0)], cells, fixed=1)
    assert top == 3
    sheet.rows.add([sheet.cell("后", TEXT)])
    return book.to_bytes()


def test_a_table_stands_under_its_heading_with_widths_and_heights() -> None:
    data = a_book([[1, "一" * 25], [2, "二"]])
    assert faults(data) == []
    sheet = opened(data).active
    assert sheet.tables["Some"].ref == "A3:B5"
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [8, 20]
    assert [sheet.row_dimensions[row].height for row in (3, 4, 5)] == [22.5, 49.5, 16.5]
    assert sheet.oddHeader.left.text == "A&&B · 甲"
    assert sheet.oddHeader.right.text == "指标目录 1 && 2 · 2026-11-21"


def test_a_table_without_rows_is_a_line_that_says_so() -> None:
    data = a_book([])
    assert faults(data) == []
    sheet = opened(data).active
    assert (dict(sheet.tables), sheet["A4"].value, sheet.freeze_panes) == ({}, "（没有）", "B4")
