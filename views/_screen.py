"""The reader's window → how wide the page is and whether it is dark, for figures that are drawn to fit it.

The server learns both from a piece of script that looks at the page: it tells them when they differ from what the page was
drawn for, which makes one more run. Until it has spoken the browser's own name and Streamlit's theme are taken instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

# Widths are told in steps, so that a window being drawn larger does not run the app at every pixel.
STEP = 40
# The page's own width on a laptop of 1280 pixels beside the sidebar, and on a phone.
LAPTOP, PHONE = 880, 320
# A page of less width than this is a phone's.
NARROW = 600
# The narrowest that a chart and the words beside it get, and what lies between them; a wider page goes to the chart by three
# parts of four. The style sheet of the pages holds the same numbers.
CHART, WORDS, GAP = 580, 280, 16

_KEY = "screen"
_LOOK = """
export default function ({ data, setStateValue }) {
  const page = document.querySelector('[data-testid="stMainBlockContainer"]');
  const app = document.querySelector('[data-testid="stApp"]');
  if (!page || !app) return;
  let told = data;
  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(look, 200); };
  const look = () => {
    // While a run goes on its choosers may not stand at their values yet, and the run asked for here would take them as empty.
    if (app.getAttribute('data-test-script-state') !== 'notRunning') return soon();
    const style = getComputedStyle(page);
    const room = page.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const [red, green, blue] = getComputedStyle(app).backgroundColor.match(/[0-9.]+/g).map(Number);
    const seen = {
      width: Math.max(1, Math.floor(room / data.step)) * data.step,
      dark: 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128,
    };
    if (seen.width === told.width && seen.dark === told.dark) return;
    told = { ...data, ...seen };
    setStateValue('seen', seen);
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(page);
  const themes = new MutationObserver(soon);
  themes.observe(app, { attributes: true, attributeFilter: ['class', 'style'] });
  soon();
  return () => { clearTimeout(waiting); sizes.disconnect(); themes.disconnect(); };
}
"""
_look = st.components.v2.component("screen", js=_LOOK)


@dataclass(frozen=True, slots=True)
class Screen:
    """`width` is what the page's column offers, in pixels; no more than there is, and at most a step less."""

    width: int
    dark: bool

    @property
    def narrow(self) -> bool:
        """Whether columns stand below each other, as Streamlit lays them in a window of up to 640 pixels."""
        return self.width < NARROW

    @property
    def beside_words(self) -> int:
        """The width of a chart that shares the page with its evidence; the whole page where they don't fit side by side."""
        rest = self.width - CHART - WORDS - GAP
        return self.width if rest < 0 else CHART + rest * 3 // 4


def watch_screen() -> None:
    """Put the script on the page: once a run, before anything is drawn."""
    screen = screen_of()
    with st.container(key="screen_watch"):
        _look(key=_KEY, data={"width": screen.width, "dark": screen.dark, "step": STEP}, on_seen_change=_nothing)


def screen_of() -> Screen:
    """The window as the script has seen it; before that, a laptop's or a phone's by the browser's name."""
    state: Any = st.session_state.get(_KEY) or {}
    seen = state.get("seen")
    if seen:
        return Screen(int(seen["width"]), bool(seen["dark"]))
    phone = "Mobile" in (st.context.headers.get("User-Agent") or "")
    return Screen(PHONE if phone else LAPTOP, st.context.theme.type == "dark")


def _nothing() -> None:
    """Streamlit wants to know whom to tell; the next run reads the state itself."""
