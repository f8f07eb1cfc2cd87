"""The brief on the page: its sentences are text, a figure opens its words, a count lists its cells, and the file can be saved."""

from __future__ import annotations

import zipfile

from playwright.sync_api import expect
from window import Window, settle


def test_numbers_lead_to_their_evidence_and_the_text_is_copied(window: Window) -> None:
    page = window.visit("/profile?focus=中峰镇")
    page.get_by_text("简报：可直接引用的文字").click()
    settle(page)
    count = page.get_by_role("link", name="4", exact=True).first
    figure = page.get_by_role("link", name="不低于 95%", exact=True)
    expect(figure).to_have_attribute("href", "evidence?doc=004_7b66c0dc657212ad.txt&at=1622-1646&focus=%E4%B8%AD%E5%B3%B0%E9%95%87")
    figure.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("我镇处理各类矛盾纠纷132件,化解率达95%以上")
    page.keyboard.press("Escape")
    count.click()
    expect(dialog).to_contain_text("所数的 4 处")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="复制全文").click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("简报：中峰镇 2020 年\n")
    with page.expect_download() as saved:
        page.get_by_role("button", name="保存为 Word").click()
    assert "word/document.xml" in zipfile.ZipFile(saved.value.path()).namelist()
