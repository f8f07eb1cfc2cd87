"""A talk in a real browser: the whole window, keys that turn the page, and every slide within its sheet."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from window import Window, settle

# A laptop, a projector, a phone.
SIZES = ((1280, 720), (1920, 1080), (390, 844))
RATE = "mediation_success_rate"
# Whether a chart reaches beyond the window, and how large its title is on the screen.
LOOK = """() => {
  const plot = document.querySelector('.js-plotly-plot .main-svg'), box = plot.getBoundingClientRect();
  return {
    left: box.left, top: box.top, right: innerWidth - box.right, bottom: innerHeight - box.bottom, width: box.width,
    cut: [...plot.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().right > box.right + 1).length,
    bare: ['stSidebar', 'stHeader'].every((name) => {
      const found = document.querySelector(`[data-testid=${name}]`);
      return !found || getComputedStyle(found).display === 'none';
    }),
  };
}"""


def press(page: Page, key: str, n: int) -> None:
    page.keyboard.press(key)
    expect(page).to_have_url(re.compile(rf"[?&]n={n}(&|$)"))
    settle(page)


def test_a_slide_fills_every_window_and_nothing_is_cut(page: Page, app: str) -> None:
    # In a window of its own: in one that other tests had changed the size of, the slide twice kept its old size.
    page.goto(f"{app}/present?demo=1&slide=ranking%3Findicator%3D{RATE}%26level%3Dcounty%26year%3D2024&n=1")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    for size in SIZES:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.wait_for_function(f"(width) => Math.abs(({LOOK})().width - width) < 3", arg=min(size[0], size[1] * 16 / 9))
        settle(page)
        seen = page.evaluate(LOOK)
        assert seen["bare"]
        assert seen["cut"] == 0
        assert min(seen[side] for side in ("left", "top", "right", "bottom")) > -2
        assert abs(seen["width"] - min(size[0], size[1] * 16 / 9)) < 3


def test_keys_turn_the_page(window: Window) -> None:
    # Sixteen bars are two slides, between that of the start and that of the end.
    page = window.visit("/present?demo=1&slide=ranking%3Findicator%3Dpetitions%26level%3Dcounty%26year%3D2024&n=0")
    press(page, "ArrowRight", 1)
    press(page, " ", 2)
    press(page, "ArrowLeft", 1)
    press(page, "End", 3)
    press(page, "ArrowRight", 3)
    press(page, "Home", 0)
    # Faster than the slides are drawn: every key counts, once.
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    press(page, "ArrowRight", 2)
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile(r"[?&]n="))
    settle(page)
    expect(page.get_by_role("heading", level=1, name="放映")).to_be_visible()


def test_a_key_counts_although_the_network_loses_what_it_says(window: Window) -> None:
    page = window.visit(f"/present?demo=1&slide=ranking%3Findicator%3D{RATE}%26level%3Dcounty%26year%3D2023&n=0")
    page.evaluate("""() => {
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function () { WebSocket.prototype.send = send; window.lost = true; };
    }""")
    press(page, "ArrowRight", 1)
    assert page.evaluate("window.lost")
    press(page, "ArrowRight", 2)
