"""A table that goes on on the next page: one table, its heads told once, its rows whole, its pages known."""

from __future__ import annotations

from extract.formats.pdf_paragraphs import Page, Table, write_pages
from extract.source import Source

HEADS = ("指标", "本年", "说明")
COLUMNS = (80, 200, 300)


def told(*pages: tuple[Table, ...]) -> Source:
    return write_pages([Page(blocks, 595, 842) for blocks in pages])


def rows(*rows: tuple[str, ...], columns: tuple[int, ...] = COLUMNS) -> Table:
    return Table(rows, columns)


def test_heads_that_are_told_again_are_told_once() -> None:
    source = told((rows(HEADS, ("复议", "41", "")),), (rows(HEADS, ("应诉", "7", "")),))
    assert source.text == "指标 本年 说明\n本年 复议 41。\n本年 应诉 7。\n"
    assert [source.page_at(source.text.index(word)) for word in ("41", "应诉")] == [1, 2]
    assert source.cell_at(source.text.index("7")) == "表1 R3C2"


def test_a_row_that_was_cut_is_whole() -> None:
    source = told((rows(HEADS, ("复议", "41", "已按期办")),), (rows(("", "", "结"), ("应诉", "7", "")),))
    assert source.text == "指标 本年 说明\n本年 复议 41, 复议 说明 已按期办结。\n本年 应诉 7。\n"


def test_figures_of_two_rows_are_never_one_number() -> None:
    source = told((rows(HEADS, ("复议", "41", "甲")),), (rows(("", "7", "乙")),))
    assert source.text == "指标 本年 说明\n本年 复议 41, 复议 说明 甲。\n本年 7, 说明 乙。\n"


def test_a_table_of_other_columns_is_another_table() -> None:
    source = told((rows(HEADS, ("复议", "41", "")),), (rows(("应诉", "7"), columns=(80, 300)),))
    assert source.cell_at(source.text.index("7")) == "表2 R1C2"


def test_every_page_begins_once() -> None:
    whole = (rows(("应诉", "7", "")),)
    source = told((rows(HEADS, ("复议", "41", "甲")),), whole, whole, (rows(HEADS),), (rows(("", "", "乙")),), ())
    assert len(source.pages) == 6
    assert list(source.pages) == sorted(source.pages)
    assert source.text.count("应诉") == 2
    assert {cell.address.split()[0] for cell in source.cells} == {"表1"}
