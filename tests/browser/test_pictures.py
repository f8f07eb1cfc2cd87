"""A picture saved from the menu under a chart and dropped into the app again, in a browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from exports.picture_view import read_view


def test_a_saved_picture_opens_its_view_again(page: Page, app: str, tmp_path: Path) -> None:
    page.goto(f"{app}/?indicator=mediation_cases&year=2021")
    page.get_by_role("button", name="图片").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="保存图片").click()
    picture = tmp_path / "图.png"
    saved.value.save_as(picture)
    assert saved.value.suggested_filename.startswith("调解案件数：各地比较_")
    assert read_view(picture.read_bytes()).address["year"] == ("2021",)
    page.goto(f"{app}/coverage")
    page.locator("input[type=file]").set_input_files(picture)
    expect(page.get_by_text("数值没有变化")).to_be_visible()
    assert "year=2021" in page.url
    assert "coverage" not in page.url
