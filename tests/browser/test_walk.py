"""One walk through the app in a real browser, as a reader takes it: from the start page to a sentence, and off with a workbook."""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect
from window import settle

from panel.build import Tables

PLACE, YEAR = "中峰镇", 2020
INDICATOR = "调解成功率"
SHOWN = "≥95%"
ROW_HEIGHT = 35


def test_walk(page: Page, app: str, tmp_path: Path, tables: Tables) -> None:
    quote = quote_of(tables)
    foreign: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: None if _is_own(request.url, app) else foreign.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))

    # Open: the start page, its characters in the Chinese face of the font.
    page.goto(app)
    settle(page)
    heading = page.get_by_role("heading", name="对比", exact=True)
    expect(heading).to_be_visible()
    assert font_of(page, "h1") in ("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("不是同一年的比较，不排名次")

    # Choose an indicator: take the first one away, then find it again by typing.
    chooser = page.locator("[class*=st-key-indicator]")
    chooser.locator("[data-tag]").filter(has_text=INDICATOR).locator("[aria-label], svg").last.click()
    settle(page)
    expect(page.get_by_text("还没有选指标。")).to_be_visible()
    expect(page).to_have_url(f"{app}/?indicator=")
    chooser.locator("input").fill(INDICATOR)
    page.get_by_role("option", name=re.compile(f"^{INDICATOR}")).first.click()
    page.keyboard.press("Escape")
    settle(page)
    expect(chooser.locator("[data-tag]").filter(has_text=INDICATOR)).to_be_visible()

    # A mark of the chart opens its evidence beside it.
    expect(page.locator(".js-plotly-plot")).to_contain_text(SHOWN)
    press_bar(page, PLACE)
    settle(page)
    beside = page.locator(".lit").first
    expect(beside.locator("#chosen")).to_have_text(quote)
    expect(page).to_have_url(re.compile(r"[?&]doc=[^&]+&at=\d+-\d+$"))

    # Reload: the same selection, the same evidence.
    page.reload()
    settle(page)
    expect(chooser.locator("[data-tag]").filter(has_text=INDICATOR)).to_be_visible()
    expect(page.locator("#chosen")).to_have_text(quote)

    # On to the whole report, where the sentence is lit and in sight.
    page.get_by_role("link", name="在全文中查看").click()
    settle(page)
    expect(page.get_by_role("heading", name="证据", exact=True)).to_be_visible()
    lit = page.locator(".lit-page #chosen")
    expect(lit).to_have_text(quote)
    expect(lit).to_be_in_viewport()
    assert page.locator(".lit-page .reading").count() > 1

    # A row of the table beside it lights another sentence.
    press_row(page, 0)
    settle(page)
    expect(lit).not_to_have_text(quote)
    expect(lit).to_be_in_viewport()

    # On the map of coverage a cell opens its evidence over the page.
    page.get_by_role("link", name="覆盖").click()
    settle(page)
    cell = page.locator(".js-plotly-plot .textpoint text").filter(has_text=SHOWN).first
    cell.scroll_into_view_if_needed()
    press(page, cell)
    expect(page.get_by_role("dialog").locator("#chosen")).to_have_text(quote)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)

    # The workbook holds the same value.
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Excel 工作簿").click()
    path = tmp_path / "book.xlsx"
    downloading.value.save_as(path)
    assert re.fullmatch(r"法治年报指标_\d{4}-\d{2}-\d{2}\.xlsx", downloading.value.suggested_filename)
    assert (PLACE, YEAR, INDICATOR) in values_of(path, quote)

    assert foreign == []
    assert faults == []


def quote_of(tables: Tables) -> str:
    """The words that the walk is to find: those of the place's reading as the extraction gives it."""
    panel = tables.panel
    found = panel[(panel["locality"] == PLACE) & (panel["name"] == INDICATOR) & panel["main"]]
    assert len(found) == 1
    return str(found["quote"].iloc[0])


def press_bar(page: Page, place: str) -> None:
    """Click the bar of a place: plotly lays a sheet over its marks that takes the clicks, so the mouse is put there."""
    label = page.locator(".yaxislayer-above .ytick, .ytick").filter(has_text=place).first
    label.scroll_into_view_if_needed()
    tick, bar = label.bounding_box(), page.locator(".barlayer .point path").first.bounding_box()
    assert tick is not None
    assert bar is not None
    page.mouse.click(bar["x"] + 40, tick["y"] + tick["height"] / 2)


def press(page: Page, mark: Locator) -> None:
    """Click in the middle of a mark, whatever lies over it."""
    box = mark.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def press_row(page: Page, row: int) -> None:
    """Tick a row of the page's first table, which is painted and has no elements to click."""
    table = page.locator("[data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 18, box["y"] + ROW_HEIGHT * (row + 1.5))


def font_of(page: Page, selector: str) -> str:
    """The family of the font that the browser really draws most of an element's characters with."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return str(max(fonts, key=lambda font: font["glyphCount"])["familyName"])


def values_of(path: Path, quote: str) -> list[tuple[object, ...]]:
    """(place, year, indicator) of the workbook's rows of evidence with a quote."""
    book = load_workbook(path)
    sheet = book["读数与证据"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(row for row in rows if "原文" in [str(value) for value in row])
    found = []
    for row in rows:
        cells = dict(zip(map(str, head), row, strict=True))
        if cells.get("原文") == quote:
            found.append((cells.get("地区"), cells.get("年份"), cells.get("指标")))
    return found


def _is_own(url: str, app: str) -> bool:
    return url.startswith((app, app.replace("http", "ws", 1), "data:", "blob:"))
