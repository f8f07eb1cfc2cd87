"""The charts in a phone's, a laptop's and a large window, on a light and a dark page: nothing cut, the evidence where it fits."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from window import Window, settle

from extract import load_catalog

LOOK = """() => {
  const plot = document.querySelector('.js-plotly-plot'), main = document.querySelector('[data-testid=stMain]');
  const box = plot.getBoundingClientRect(), evidence = document.querySelector('.st-key-evidence');
  const cut = [...plot.querySelectorAll('svg.main-svg text')].filter((text) => {
    const own = text.getBoundingClientRect();
    return own.width && (own.left < box.left - 1 || own.right > box.right + 1 || own.right > innerWidth);
  });
  const words = evidence && evidence.getBoundingClientRect();
  return {
    cut: cut.map((text) => text.textContent),
    width: box.width,
    overflow: main.scrollWidth - main.clientWidth,
    beside: Boolean(words) && words.left >= box.right && Math.abs(words.top - box.top) < 40,
    ground: getComputedStyle(plot.querySelector('svg.main-svg')).backgroundColor,
    page: getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor,
  };
}"""
DARK, LIGHT = "rgb(14, 17, 23)", "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    ("size", "widths", "beside", "paths"),
    [
        pytest.param((390, 844), (350, 390), False, ("", "coverage"), id="phone"),
        pytest.param((1280, 720), (580, 640), True, ("trend",), id="laptop"),
        pytest.param((1920, 1080), (900, 1200), True, ("", "coverage"), id="large"),
    ],
)
def test_a_chart_fits_its_window(
    window: Window, size: tuple[int, int], widths: tuple[int, int], beside: bool, paths: tuple[str, ...]
) -> None:
    for path in paths:
        page = window.visit(f"/{path}", size)
        seen = looked(page)
        assert seen["cut"] == []
        assert seen["overflow"] <= 0
        if path != "coverage":
            assert widths[0] <= seen["width"] <= widths[1]
            assert seen["beside"] is beside


TOP = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return document.querySelector('.js-plotly-plot').getBoundingClientRect().top + main.scrollTop;
}"""


@pytest.mark.parametrize(("size", "most"), [((390, 844), 380), ((1280, 720), 340)], ids=["phone", "laptop"])
def test_a_chart_begins_in_the_upper_half_of_its_window(window: Window, size: tuple[int, int], most: int) -> None:
    page = window.visit("/?demo=1", size)
    looked(page)
    assert page.evaluate(TOP) <= most
    # One line that says what is made up, and the title above it in the page's own part of the window.
    assert page.locator(".st-key-head [data-testid=stAlertContainer]").evaluate("one => one.offsetHeight") < 40
    title = page.get_by_role("heading", level=1)
    header = page.locator("[data-testid=stHeader]").evaluate("one => one.getBoundingClientRect().bottom")
    assert title.evaluate("one => one.getBoundingClientRect().top") >= header - 1


def test_a_phone_s_choosers_are_folded_and_stay_open_while_something_is_chosen(window: Window) -> None:
    page = window.visit("/?demo=1&year=2024&level=county&indicator=mediation_success_rate", (390, 844))
    looked(page)
    fold = page.locator("details", has=page.locator("[class*=st-key-year]"))
    line = page.locator("summary").filter(has_text="县级 · 2024 · 全部地区")
    expect(line).to_be_visible()
    expect(page.get_by_role("combobox", name="年份")).not_to_be_visible()
    line.focus()
    page.keyboard.press("Enter")
    # What opens below a field closes again when the field moves, and it moves while the fold is opening.
    settle(page)
    page.get_by_role("combobox", name="年份").click()
    page.get_by_role("option", name="2023").click()
    settle(page)
    expect(page.locator("summary").filter(has_text="县级 · 2024、2023 · 全部地区")).to_be_visible()
    expect(fold).to_have_attribute("open", "")


# The widest line of running text, in characters of its own size; and how much of the page's width each table takes.
LINES = """() => {
  const room = document.querySelector('[data-testid=stMainBlockContainer]').clientWidth;
  const lines = [...document.querySelectorAll('[data-testid=stMain] :is(li, [data-testid=stCaptionContainer] p)')].map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize);
  });
  const tables = [...document.querySelectorAll('[data-testid=stDataFrame]')].map((one) => one.offsetWidth / room);
  return [Math.max(...lines), tables];
}"""


def test_a_large_screen_has_no_endless_lines_and_no_stretched_tables(window: Window) -> None:
    page = window.visit("/methods?lang=en", (1920, 1080))
    page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
    settle(page)
    widest, tables = page.evaluate(LINES)
    assert 40 < widest <= 64
    assert max(tables) < 0.7


def test_a_chart_follows_the_theme_and_the_window(window: Window) -> None:
    page = window.visit("/")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".js-plotly-plot svg.main-svg").first).to_have_css("background-color", DARK)
    assert looked(page)["page"] == DARK
    page.emulate_media(color_scheme="light")
    expect(page.locator(".js-plotly-plot svg.main-svg").first).to_have_css("background-color", LIGHT)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".js-plotly-plot svg.main-svg").first).to_have_attribute("width", "358")
    assert looked(page)["cut"] == []


def looked(page: Page) -> dict[str, Any]:
    """What the page shows once the run that its own window started is over too."""
    page.locator(".js-plotly-plot svg.main-svg").first.wait_for()
    found: dict[str, Any] = {}
    for _ in range(20):
        settle(page)
        found = page.evaluate(LOOK)
        if not found["cut"]:
            break
    return found


def test_a_chart_of_many_columns_is_moved_sideways_and_not_squeezed(window: Window) -> None:
    many = "".join(f"&indicator={one}" for one in list(load_catalog().indicators)[:12])
    page = window.visit(f"/compare?demo=1&chart=heatmap{many}", (390, 844))
    seen = looked(page)
    assert seen["width"] > 600
    assert seen["overflow"] <= 0


def test_the_map_of_coverage_shows_as_many_columns_as_a_phone_holds(window: Window) -> None:
    page = window.visit("/coverage?demo=1", (390, 844))
    seen = looked(page)
    assert seen["width"] <= 390
    assert seen["overflow"] <= 0
    expect(page.get_by_role("spinbutton", name=re.compile("第几组列"))).to_have_value("1")
