"""A workbook saved from the app, changed and dropped into the page of files, in a browser."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from playwright.sync_api import Page, expect


def test_a_saved_workbook_comes_back_with_what_was_changed_in_it(page: Page, app: str, tmp_path: Path) -> None:
    page.goto(f"{app}/files")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Excel 工作簿").click()
    path = tmp_path / "审阅.xlsx"
    saved.value.save_as(path)
    book = openpyxl.load_workbook(path)
    sheet = book["读数与证据"]
    sheet["G8"] = sheet["G8"].value - 1
    sheet["G9"].comment = Comment("请核对", "李四")
    book.save(path)
    page.locator(".stMain input[type=file]").set_input_files(path)
    expect(page.get_by_text("共 1 处改动：1 个读数")).to_be_visible()
    expect(page.get_by_text("批注 1 条")).to_be_visible()
    with page.expect_download() as table:
        page.get_by_role("button", name="下载审阅结果").click()
    assert table.value.suggested_filename == "审阅结果_审阅.csv"
    lines = Path(table.value.path()).read_text("utf-8-sig").splitlines()
    assert [line.split(",")[:3] for line in lines[1:]] == [["读数改动", "读数与证据", "G8"], ["批注", "读数与证据", "G9"]]
