"""views/_screen.py: what a figure is drawn for, before and after the page has told what it is seen on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from pages import figure_of, opened, run

from views._screen import CHART, GAP, LAPTOP, PHONE, STEP, WORDS, Screen, screen_of

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"


@pytest.mark.parametrize(
    ("page", "chart"),
    [
        pytest.param(320, 320, id="a phone: the evidence stands below"),
        pytest.param(CHART + WORDS + GAP - 1, CHART + WORDS + GAP - 1, id="a pixel too few for both"),
        pytest.param(CHART + WORDS + GAP, CHART, id="just enough for both"),
        pytest.param(880, 583, id="a laptop"),
        pytest.param(1520, 1063, id="a large screen"),
    ],
)
def test_the_width_of_a_chart_beside_its_evidence(page: int, chart: int) -> None:
    assert Screen(page, dark=False).beside_words == chart


def test_a_laptop_has_its_evidence_beside_the_chart_and_a_phone_has_not() -> None:
    # 1280 pixels less the sidebar and the page's own edges; 390 less its edges.
    assert LAPTOP == (1280 - 300 - 64) // STEP * STEP
    assert Screen(LAPTOP, dark=False).beside_words < LAPTOP
    assert PHONE == (390 - 32) // STEP * STEP
    assert Screen(PHONE, dark=False).beside_words == PHONE


@pytest.mark.parametrize(
    ("state", "agent", "theme", "screen"),
    [
        pytest.param({}, FIREFOX, "light", Screen(LAPTOP, dark=False), id="not told yet"),
        pytest.param({}, FIREFOX, "dark", Screen(LAPTOP, dark=True), id="a dark page"),
        pytest.param({}, IPHONE, None, Screen(PHONE, dark=False), id="a phone by its name"),
        pytest.param({}, None, None, Screen(LAPTOP, dark=False), id="nothing known"),
        pytest.param({"screen": {}}, FIREFOX, "light", Screen(LAPTOP, dark=False), id="on the page and not told yet"),
        pytest.param({"screen": {"seen": None}}, FIREFOX, "light", Screen(LAPTOP, dark=False), id="told nothing"),
        pytest.param({"screen": {"seen": {"width": 1520, "dark": True}}}, IPHONE, "light", Screen(1520, dark=True), id="told"),
        pytest.param({"screen": {"seen": {"width": 40, "dark": False}}}, FIREFOX, "dark", Screen(40, dark=False), id="told light"),
    ],
)
def test_what_the_screen_is(
    state: dict[str, Any], agent: str | None, theme: str | None, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = {"User-Agent": agent} if agent else {}
    monkeypatch.setattr(st, "context", SimpleNamespace(headers=headers, theme=SimpleNamespace(type=theme)))
    monkeypatch.setattr(st, "session_state", state)
    assert screen_of() == screen


@pytest.mark.parametrize(
    ("start", "seen", "width"),
    [
        ("compare", Screen(LAPTOP, dark=True), 583),
        ("trend", Screen(1520, dark=False), 1063),
        ("coverage", Screen(PHONE, dark=True), 320),
    ],
)
def test_a_page_draws_its_figure_for_the_screen(start: str, seen: Screen, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(start)
    monkeypatch.setattr("views._figure.screen_of", lambda: seen)
    layout = figure_of(run(at))["layout"]
    assert layout["width"] == width
    assert layout["template"]["layout"]["paper_bgcolor"] == ("#0E1117" if seen.dark else "#FFFFFF")
