"""The part of the page of files that takes a reviewed workbook: what it tells of one, and the one line for what it can't compare."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from pages import opened, run, with_files, words_of
from streamlit.testing.v1 import AppTest

from exports.excel import to_xlsx
from exports.excel_origin import says_origin
from extract import load_catalog
from extract.pipeline import extract_reports
from panel.build import build_tables
from views._data import seed_files


@cache
def exported() -> bytes:
    """The workbook of the five reports that the app opens with."""
    batch = extract_reports(seed_files(), catalog=load_catalog())
    return to_xlsx(build_tables(batch.extractions, {}, load_catalog(), log=batch.log, twins=batch.twins), made=date(2026, 11, 27))


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@cache
def reviewed() -> bytes:
    """It with a figure changed, a formula put, a row taken out and a comment added."""
    book = openpyxl.load_workbook(io.BytesIO(exported()))
    sheet = book["读数与证据"]
    assert (sheet["G8"].value, sheet["A8"].value) == (100, 4)
    sheet["G8"], sheet["G9"] = 77.5, "=1+1"
    sheet["G10"].comment = Comment("**请** <b>核对</b>", "李四")
    sheet.delete_rows(40)
    return saved(book)


def with_review(name: str, data: bytes, lang: str = "zh") -> AppTest:
    """The page of files once a workbook was put into its field."""
    at = opened("files", lang=lang)
    next(one for one in at.get("file_uploader") if one.key == f"review.{lang}").upload(name, data, "application/octet-stream")
    return run(at)


def tables(at: AppTest) -> list[list[dict[str, str]]]:
    """The tables of the review, as rows by column."""
    held = [table.value for table in at.dataframe]
    return [table.to_dict("records") for table in held if "cell" in table.columns]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_changed_what_is_not_understood_and_what_was_said(lang: str) -> None:
    at = with_review("审阅.xlsx", reviewed(), lang)
    [edit], [unclear, removed], [comment] = tables(at)
    assert (edit["change"], edit["place"], edit["year"], edit["cell"]) == ("100% → 77.5%", "新昌县", "2019", "读数与证据!G8")
    assert "合法性审核" in edit["quote"]
    assert (unclear["change"], removed["cell"]) == ("100 → =1+1", "读数与证据!A40")
    assert all(row["reason"] for row in (unclear, removed))
    assert (comment["words"], comment["author"], comment["place"]) == ("**请** <b>核对</b>", "李四", "新昌县")
    words = words_of(at)
    counts = "共 3 处改动：1 个读数，1 处不能理解" if lang == "zh" else "3 edits: 1 of readings, 1 not understood"
    assert counts in words
    assert ("不改变这里的任何数字" if lang == "zh" else "no figure here is changed") in words
    assert len([one for one in at.get("download_button") if (one.key or "").startswith("review.download")]) == 1


def test_nothing_of_it_alters_the_panel_and_a_workbook_that_nobody_changed_has_nothing_to_save() -> None:
    before = words_of(opened("files"))
    at = with_review("原样.xlsx", exported())
    assert "没有改动" in words_of(at)
    assert tables(at) == []
    assert not [one for one in at.get("download_button") if (one.key or "").startswith("review.download")]
    loaded = next(line for line in before.splitlines() if line.startswith("已读 5 份报告"))
    assert loaded in words_of(with_review("审阅.xlsx", reviewed()))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no workbook", "已损坏或不完整"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "文件有密码"),
        (saved(openpyxl.Workbook()), "不是本程序导出的工作簿"),
    ],
    ids=["broken", "locked", "foreign"],
)
def test_what_can_not_be_compared_is_one_line_with_its_cure(data: bytes, words: str) -> None:
    at = with_review("某[文件].xlsx", data)
    [error] = [str(one.value) for one in at.error]
    assert words in error.replace("\\", "")
    assert "`某[文件].xlsx`" in error
    assert "处理办法：" in error
    assert tables(at) == []


def test_the_workbook_of_other_reports_says_so() -> None:
    at = with_files(opened("files", seeds="0"), ("镇.txt", "清溪镇2021年法治政府建设年度报告\n\n调解成功率98.6%。\n".encode()))
    next(one for one in at.get("file_uploader") if one.key == "review.zh").upload("a.xlsx", exported(), "application/octet-stream")
    [error] = [str(one.value) for one in run(at).error]
    assert "所给报告的内容是" in error


def test_a_workbook_of_ours_among_the_reports_is_no_report_and_leads_to_its_review() -> None:
    assert says_origin(reviewed())
    assert not says_origin(saved(openpyxl.Workbook()))
    assert not says_origin(b"PK")
    at = with_files(opened("compare"), ("审阅.xlsx", reviewed()))
    assert "1 个文件是本程序导出的工作簿" in words_of(at)
    assert "份新报告" not in words_of(at)
    assert tables(at) == []
    at = with_files(opened("files"), ("审阅.xlsx", reviewed()))
    assert "是本程序导出的工作簿" not in words_of(at)
    assert [len(rows) for rows in tables(at)] == [1, 2, 1]
