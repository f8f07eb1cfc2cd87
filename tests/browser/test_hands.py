"""The pages without a mouse and without eyes: what Tab reaches in which order, what a chart says, what a copy holds."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from colour_vision import contrast
from playwright.sync_api import Page, expect
from window import Window, settle

# What has the focus, through the roots of components.
FOCUSED = """() => {
  let found = document.activeElement;
  while (found.shadowRoot && found.shadowRoot.activeElement) found = found.shadowRoot.activeElement;
  const style = getComputedStyle(found), box = found.getBoundingClientRect();
  const ring = (one) => one && (getComputedStyle(one).boxShadow !== 'none' || parseFloat(getComputedStyle(one).outlineWidth) > 0
    && getComputedStyle(one).outlineStyle !== 'none');
  return {
    tag: found.tagName, id: found.dataset.testid || '',
    name: (found.getAttribute('aria-label') || found.innerText || '').trim(),
    side: Boolean(found.closest('[data-testid=stSidebar]')), main: Boolean(found.closest('[data-testid=stMainBlockContainer]')),
    ring: Boolean(ring(found) || found.tagName === 'INPUT'), y: box.top + document.querySelector('[data-testid=stMain]').scrollTop,
  };
}"""
# The browser remembers where the focus was; a body that has had it leaves none behind.
FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.blur();
  document.body.removeAttribute('tabindex');
}"""
# False as on an address without https, where there is no clipboard of the browser.
SECURE = "(value) => { Object.defineProperty(window, 'isSecureContext', { value, configurable: true }); }"
CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const told = {};
  for (const type of item.types) told[type] = await (await item.getType(type)).text();
  return told;
}"""


def opened(window: Window, address: str) -> Page:
    """The window at an address, with its chart and with nothing that has the focus: Tab begins at the top."""
    page = window.visit(address)
    page.locator(".js-plotly-plot svg.main-svg").first.wait_for()
    settle(page)
    page.evaluate(FROM_THE_TOP)
    return page


def walk(page: Page, most: int, until: str = "") -> list[dict[str, Any]]:
    """What Tab reaches, at most so many things, up to the first whose name holds a word."""
    reached = []
    for _ in range(most):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        # The main part itself takes the focus too, and its name is all that stands in it.
        if until and until in reached[-1]["name"] and reached[-1]["tag"] != "MAIN":
            break
    return reached


def test_the_page_tells_its_language_and_its_first_link_skips_the_sidebar(page: Page, app: str, window: Window) -> None:
    # Loaded anew, as a reader opens it.
    page.goto(app)
    page.locator(".js-plotly-plot svg.main-svg").first.wait_for()
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    first = walk(page, 1)[0]
    assert (first["id"], first["name"], first["ring"]) == ("stSkipToContent", "跳到正文", True)
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => ({FOCUSED})().id === 'stMain'")
    assert all(one["main"] for one in walk(page, 3)), "the sidebar is behind"
    page = opened(window, "/?lang=en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert walk(page, 1)[0]["name"] == "Skip to main content"


@pytest.mark.parametrize(("path", "chooser"), [("", "指标"), ("profile", "地区")])
def test_tab_goes_down_the_sidebar_then_the_choosers_then_the_chart_and_is_always_seen(
    window: Window, path: str, chooser: str
) -> None:
    page = opened(window, f"/{path}")
    reached = walk(page, 70, until="数据表")
    assert "数据表" in reached[-1]["name"]
    side = [at for at, one in enumerate(reached) if one["side"]]
    main = [at for at, one in enumerate(reached) if one["main"]]
    assert side == list(range(side[0], side[-1] + 1)), "the sidebar in one piece"
    assert side[-1] < main[0]
    names = [one["name"] for one in reached]
    assert any(chooser in names[at] for at in main)
    unseen = [one["name"] for one in reached if not one["ring"] and one["tag"] in ("A", "BUTTON", "SUMMARY")]
    assert unseen == []


def test_a_chart_says_what_it_shows(window: Window) -> None:
    page = window.visit("/")
    figure = page.get_by_role("figure").first
    said = figure.get_attribute("aria-label") or ""
    assert said.startswith("条形图，")
    assert "份报告中" in said
    assert "处没有数值" in said


def test_the_evidence_of_a_mark_is_reached_by_keys_alone(window: Window) -> None:
    page = opened(window, "/")
    page.locator("summary").filter(has_text="数据表").focus()
    page.keyboard.press("Enter")
    page.locator(".st-key-figure [data-testid=stDataFrame]").wait_for()
    settle(page)
    for _ in range(12):
        if walk(page, 1)[0]["tag"] == "CANVAS":
            break
    # From the first row, which takes the focus, past the second, which is a blank without a sentence.
    settle(page)
    for key in ("ArrowDown", "ArrowDown", "Shift+Space"):
        page.keyboard.press(key)
        # The grid draws the ring around the next row before it hears the next key.
        page.wait_for_timeout(400)
    page.wait_for_function("location.search.includes('at=')")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED)["tag"] not in ("CANVAS", "TD"):
            break
    assert page.evaluate(FOCUSED)["tag"] not in ("CANVAS", "TD"), "Tab leaves the table again"


@pytest.mark.parametrize("modern", [True, False], ids=["the browser's clipboard", "the older way"])
def test_a_table_is_copied_with_heads_notes_and_source(window: Window, modern: bool) -> None:
    page = opened(window, "/")
    page.locator("summary").filter(has_text="数据表").click()
    page.locator(".st-key-figure [data-testid=stDataFrame]").wait_for()
    settle(page)
    page.evaluate("() => navigator.clipboard.writeText('')")
    page.evaluate(SECURE, modern)
    page.locator(".st-key-figure").get_by_role("button", name="复制表格").click()
    expect(page.locator(".st-key-figure").get_by_role("status").filter(has_text="已复制 5 行")).to_be_visible()
    page.evaluate(SECURE, True)
    held = page.evaluate(CLIPBOARD)
    lines = held["text/plain"].splitlines()
    assert lines[1].startswith("地区\t年份\t层级\t数值（")
    assert len(lines[2].split("\t")) == len(lines[1].split("\t"))
    assert any(line.startswith("来源：5 份") for line in lines)
    assert held["text/html"].count("<tr>") == 6
    assert "来源：5 份" in held["text/html"]
    assert held["text/html"].index("<table") < held["text/html"].index("来源：5 份")


def test_a_citation_is_copied_in_one_click(window: Window) -> None:
    page = window.visit("/")
    settle(page)
    page.locator(".st-key-evidence").get_by_role("button", name="复制引用").click()
    expect(page.locator(".st-key-evidence").get_by_role("status").filter(has_text="已复制")).to_be_visible()
    cited = page.evaluate(CLIPBOARD)["text/plain"]
    assert "《" in cited
    assert "原文“" in cited
    assert "指标目录" in cited


# The colour of each text as it is seen: mixed with what it stands on, by its own see-through share and that of all around it.
SMALL_PRINT = """() => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const told = parts(getComputedStyle(at).backgroundColor);
      if (told.length === 3 || told[3] === 1) return told.slice(0, 3);
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('[data-testid=stCaptionContainer] p')].map((one) => {
    const told = parts(getComputedStyle(one).color), under = ground(one);
    let share = told.length === 4 ? told[3] : 1;
    for (let at = one; at; at = at.parentElement) share *= parseFloat(getComputedStyle(at).opacity);
    const hex = (rgb) => '#' + rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
    return [hex(told.slice(0, 3).map((part, at) => part * share + under[at] * (1 - share))), hex(under)];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_small_print_can_be_read(window: Window, scheme: Literal["light", "dark"]) -> None:
    page = window.visit("/")
    page.emulate_media(color_scheme=scheme)
    settle(page)
    pairs = page.evaluate(SMALL_PRINT)
    assert len(pairs) > 2
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
