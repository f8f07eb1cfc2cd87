"""A slide → the whole window: nothing else is seen, and keys, a swipe or a click on the edges turn the page.

What stands on a slide is drawn for a sheet of 960 × 540 pixels and enlarged to the window by the browser, so that it looks the
same on a laptop, a projector and a phone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from exports.pictures import PAPERS

SHEET = PAPERS["slide"]
# Milliseconds after which a key is told again that the server has not heard of.
PATIENCE = 2_000
_KEY = "stage"
_STYLE = f"""<style>
[data-testid=stSidebar], [data-testid=stExpandSidebarButton], .stAppHeader {{display: none}}
.stMainBlockContainer {{padding: 0; max-width: none}}
.stMain {{overflow: hidden}}
.st-key-sheet {{
  position: fixed; left: 50%; top: 50%; width: {SHEET.width}px; max-width: none; height: {SHEET.height}px; overflow: hidden;
  transform: translate(-50%, -50%) scale(var(--larger, 1));
}}
/* The chart takes the size that it measures on the screen, where the enlarged box is too large for it. */
.st-key-sheet > div:has(.stPlotlyChart), .st-key-sheet > div:has(.stPlotlyChart) > div, .st-key-sheet .stPlotlyChart {{
  width: calc({SHEET.width}px / var(--larger, 1)); height: calc({SHEET.height}px / var(--larger, 1)); }}
.st-key-sheet > div:has(.stPlotlyChart), .st-key-sheet > div:has(.stPlotlyChart) div {{overflow: visible !important}}
.st-key-sheet .told {{
  box-sizing: border-box; width: {SHEET.width}px; height: {SHEET.height}px; padding: 32px 64px;
  font-size: var(--stage-line); line-height: 1.5;
  display: flex; flex-direction: column; justify-content: center;
}}
.st-key-sheet .told h1 {{font-size: var(--stage-title); line-height: 1.25; padding: 0 0 24px}}
.st-key-sheet .told p {{margin: 0 0 12px; overflow-wrap: anywhere}}
.st-key-sheet .told .small {{font-size: var(--stage-small); opacity: .8}}
.st-key-count {{position: fixed; right: 12px; bottom: 4px; width: auto; opacity: .6}}
.st-key-stage_watch {{position: absolute; height: 0}}
</style>"""
_WATCH = """
export default function ({ data, setStateValue, parentElement }) {
  const sheet = document.documentElement;
  // The same part of the page is given new data without being taken down: what listened before must stop first.
  if (window.stageStops) window.stageStops();
  const app = document.querySelector('[data-testid="stApp"]');
  // What the reader asks for is a state and no event: it goes along with every message, and is told again as long as the server
  // stands still and has not heard it, so that no key is lost where a message is (a laptop's network in a meeting room).
  const tell = () => {
    setStateValue('asked', parentElement.asked);
    wait();
  };
  const wait = () => {
    clearTimeout(parentElement.waiting);
    parentElement.waiting = setTimeout(() => {
      if (parentElement.asked.press <= parentElement.heard) return;
      if (app && app.getAttribute('data-test-script-state') === 'notRunning') tell(); else wait();
    }, data.patience);
  };
  const ask = (slide) => {
    parentElement.asked = { slide, press: Date.now() };
    tell();
  };
  parentElement.heard = data.press;
  // While a later key is on its way the server's slide is not yet the reader's.
  const unheard = parentElement.asked && parentElement.asked.press > data.press;
  if (unheard) wait(); else parentElement.at = data.at;
  const fit = () => sheet.style.setProperty('--larger', Math.min(innerWidth / data.width, innerHeight / data.height));
  const go = (to) => {
    const at = Math.max(0, Math.min(data.last, to));
    if (at === parentElement.at) return;
    parentElement.at = at;
    ask(at);
  };
  const steps = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
  };
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) go(parentElement.at + steps[event.key]);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(data.last);
    else if (event.key === 'Escape') ask(null);
    else if (event.key === 'f' || event.key === 'F') {
      if (document.fullscreenElement) document.exitFullscreen(); else sheet.requestFullscreen().catch(() => {});
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  let from = null;
  const touch = (event) => { from = event.touches.length === 1 ? event.touches[0].clientX : null; };
  const lift = (event) => {
    if (from === null) return;
    const moved = event.changedTouches[0].clientX - from;
    if (Math.abs(moved) > 50) go(parentElement.at + (moved < 0 ? 1 : -1));
    from = null;
  };
  fit();
  addEventListener('resize', fit);
  document.addEventListener('keydown', press, true);
  document.addEventListener('touchstart', touch, { passive: true });
  document.addEventListener('touchend', lift, { passive: true });
  const stop = () => {
    removeEventListener('resize', fit);
    document.removeEventListener('keydown', press, true);
    document.removeEventListener('touchstart', touch);
    document.removeEventListener('touchend', lift);
    // It may be asked to stop after the next one has begun.
    if (window.stageStops === stop) window.stageStops = null;
  };
  window.stageStops = stop;
  return () => {
    stop();
    clearTimeout(parentElement.waiting);
  };
}
"""
_watch = st.components.v2.component("stage", js=_WATCH)


def watch_stage(at: int, last: int, go: Callable[[int], None], leave: Callable[[], None]) -> None:
    """Clear the window and listen: `go` is called with the number of the slide to show, `leave` when the reader ends it."""

    def asked() -> None:
        slide = _asked().get("slide")
        if slide is None:
            leave()
        else:
            go(int(slide))

    st.html(_STYLE)
    with st.container(key="stage_watch"):
        size = {"width": SHEET.width, "height": SHEET.height}
        data = {"at": at, "last": last, "press": _asked().get("press", 0), "patience": PATIENCE, **size}
        _watch(key=_KEY, data=data, on_asked_change=asked)


def _asked() -> dict[str, Any]:
    """What the reader last asked for: the number of a `slide` (None: to leave) and when the `press` was."""
    return (st.session_state.get(_KEY) or {}).get("asked") or {}
