"""A saved panel of more than a thousand reports in a real browser: a large file is made while the page is used."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from serving import served

from benchmarks.panel import made_panel

PLACES, YEARS = 180, 8


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that has such a panel open."""
    folder = made_panel(tmp_path_factory.mktemp("panels"), PLACES, YEARS)
    with served(folder.parent / "streamlit.log", "panel", str(folder)) as address:
        yield address


def test_a_large_workbook_is_made_while_another_page_is_looked_at(page: Page, large: str, tmp_path: Path) -> None:
    page.goto(f"{large}/coverage?year=&level=")
    page.get_by_role("button", name="Excel 工作簿", exact=True).click()
    expect(page.get_by_test_id("stProgress").or_(page.get_by_role("button", name="保存 Excel 工作簿"))).to_be_visible()
    page.get_by_role("link", name="趋势").first.click()
    expect(page.get_by_role("heading", level=1, name="趋势")).to_be_visible()
    # Nothing more is clicked: the page itself looks how far it is.
    save = page.get_by_role("button", name="保存之前所选：Excel 工作簿")
    save.wait_for()
    expect(page.get_by_test_id("stProgress")).to_have_count(0)
    with page.expect_download() as saved:
        save.click()
    saved.value.save_as(tmp_path / "all.xlsx")
    assert zipfile.is_zipfile(tmp_path / "all.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx", read_only=True)["文件"]
    names = [row[0] for row in sheet.iter_rows(min_row=2, max_col=1, values_only=True) if row[0]]
    assert len(names) > 1_000
    # What the trend's own selection gives is not that file.
    assert page.get_by_role("button", name="Excel 工作簿", exact=True).is_visible()


def test_what_is_under_way_is_stopped_at_once(page: Page, large: str) -> None:
    page.goto(f"{large}/coverage?year=&level=")
    start = page.get_by_role("button", name="Excel 工作簿", exact=True)
    start.click()
    page.get_by_role("button", name="停止").click()
    expect(start).to_be_visible()
    expect(page.get_by_test_id("stProgress")).to_have_count(0)
    expect(page.get_by_role("button", name="停止")).to_have_count(0)
