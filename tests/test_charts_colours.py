"""charts/_colours.py: in both themes text and marks stand out from what they stand on, and the page has the same colours."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import pytest

from charts._colours import DARK, LIGHT, ZERO, Colours
from panel.blanks import BlankCause
from panel.compare import VALUE

TEXT, MARK = 4.5, 3.0
THEMES = {"light": LIGHT, "dark": DARK}
CONFIG = tomllib.loads((Path(__file__).resolve().parent.parent / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2.2, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#777777", "#FFFFFF", 4.48), ("#0072B2", "#FFFFFF", 5.19)],
)
def test_the_measure_itself(one: str, other: str, known: float) -> None:
    assert contrast(one, other) == pytest.approx(known, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme: str) -> None:
    colours = THEMES[theme]
    pairs = {"ink": (colours.ink, colours.paper), "muted": (colours.muted, colours.paper), **colours.cells}
    assert {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < TEXT} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_the_quarters_are_one_hue_that_stands_out_more_and_more(theme: str) -> None:
    quarters, paper = THEMES[theme].quarters, THEMES[theme].paper
    assert len(quarters) == 4
    assert {pair: round(contrast(*pair), 2) for pair in quarters if contrast(*pair) < TEXT} == {}
    steps = [1.0, *(contrast(ground, paper) for ground, _ in quarters)]
    assert all(later / sooner >= 1.15 for sooner, later in itertools.pairwise(steps)), steps
    # Blue from end to end: never more red than green, nor more green than blue.
    assert all(red <= green <= blue for red, green, blue in ((g[1:3], g[3:5], g[5:7]) for g, _ in quarters))


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_the_paper(theme: str) -> None:
    colours = THEMES[theme]
    marks = (colours.bar, colours.grey, colours.ink, colours.muted, *colours.series)
    assert {mark: round(contrast(mark, colours.paper), 2) for mark in marks if contrast(mark, colours.paper) < MARK} == {}


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_each_series_and_each_state_has_a_colour_of_its_own(colours: Colours) -> None:
    assert len(set(colours.series)) == len(colours.series) == 10
    assert set(colours.cells) == {VALUE, ZERO, *map(str, BlankCause)}
    assert len({ground for ground, _ in colours.cells.values()}) == len(colours.cells)


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_has_the_colours_of_the_figures(theme: str) -> None:
    assert CONFIG[theme]["chartCategoricalColors"] == [colour.lower() for colour in THEMES[theme].series]
    assert len(CONFIG[theme]["chartSequentialColors"]) == 10
    assert CONFIG[theme]["backgroundColor"] == THEMES[theme].paper.lower()


@pytest.mark.parametrize("theme", THEMES)
def test_buttons_chips_and_links_of_the_page_can_be_read(theme: str) -> None:
    page = CONFIG[theme]
    assert contrast("#ffffff", page["primaryColor"]) >= TEXT
    for ground in (page["backgroundColor"], page["secondaryBackgroundColor"]):
        assert contrast(page["linkColor"], ground) >= TEXT
        assert contrast(page["textColor"], ground) >= TEXT
        assert contrast(page["primaryColor"], ground) >= MARK
