"""charts/_colours.py: whatever eyes look at it and in both themes, text can be read, marks are seen, and colours are apart."""

from __future__ import annotations

import itertools

import pytest
from colour_vision import EYES, NORMAL, apart, contrast, difference, seen

from charts._colours import DARK, LIGHT, LIT, ZERO, Colours
from charts._tokens import SYMBOLS
from charts._words import WORDS
from panel.blanks import BlankCause
from panel.compare import VALUE

TEXT, MARK = 4.5, 3.0
# CIEDE2000: what is drawn together and told apart by colour and shape, by colour and word, or by a step of one hue.
SERIES, STATES, STEP = 10.0, 6.0, 5.0
THEMES = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#777777", "#FFFFFF", 4.48), ("#0072B2", "#FFFFFF", 5.19)],
)
def test_the_measure_of_contrast(one: str, other: str, known: float) -> None:
    assert contrast(one, other) == pytest.approx(known, abs=0.01)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        pytest.param((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425, id="blue, turned"),
        pytest.param((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492, id="far apart"),
        pytest.param((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082, id="nearly black"),
        pytest.param((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373, id="violet"),
    ],
)
def test_the_measure_of_difference(one: tuple[float, float, float], other: tuple[float, float, float], known: float) -> None:
    # From the data published with the formula (Sharma, Wu and Dalal 2005, table 1).
    assert difference(one, other) == pytest.approx(known, abs=1e-4)


def test_the_simulation_takes_away_what_it_should() -> None:
    for eye in EYES:
        assert seen("#FFFFFF", eye) == pytest.approx((1, 1, 1), abs=2e-3), "white stays white"
    red_and_green = ("#B85C00", "#6E7A00")
    assert apart(*red_and_green) > 25
    assert apart(*red_and_green, "deuteranopia") < apart(*red_and_green) / 2
    assert apart("#0099CC", "#00A398", "tritanopia") < apart("#0099CC", "#00A398") / 2


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme: str) -> None:
    colours = THEMES[theme]
    pairs = {
        **{f"ink on {on}": (colours.ink, ground) for on, ground in (("paper", colours.paper), ("raised", colours.raised))},
        **{f"muted on {on}": (colours.muted, ground) for on, ground in (("paper", colours.paper), ("raised", colours.raised))},
        **{f"link on {on}": (colours.link, ground) for on, ground in (("paper", colours.paper), ("raised", colours.raised))},
        **{f"name {at} on paper": (name, colours.paper) for at, name in enumerate(colours.names)},
        "white on primary": ("#FFFFFF", colours.primary),
        **{f"cell {state}": pair for state, pair in colours.cells.items()},
        **{f"quarter {at}": pair for at, pair in enumerate(colours.quarters)},
    }
    assert {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < TEXT} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_pinned_columns_can_be_read(theme: str) -> None:
    # Streamlit draws them with six tenths of the ink, and a chosen row on a tenth of the primary colour.
    colours = THEMES[theme]
    chosen = mixed(colours.primary, colours.paper, 0.1)
    assert [ground for ground in (colours.paper, chosen) if contrast(mixed(colours.ink, ground, 0.6), ground) < TEXT] == []


def mixed(over: str, ground: str, share: float) -> str:
    parts = [(int(over[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in parts)


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_the_paper(theme: str) -> None:
    colours = THEMES[theme]
    marks = (colours.bar, colours.grey, colours.ink, colours.muted, colours.primary, *colours.series, *LIT.values())
    assert {mark: round(contrast(mark, colours.paper), 2) for mark in marks if contrast(mark, colours.paper) < MARK} == {}
    assert contrast(colours.primary, colours.raised) >= MARK


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_series_are_apart_for_every_eye(theme: str, eye: str) -> None:
    series = THEMES[theme].series
    assert len(series) == len(SYMBOLS) == len(set(SYMBOLS)) == 10
    near = {pair: round(apart(*pair, eye), 1) for pair in itertools.combinations(series, 2) if apart(*pair, eye) < SERIES}
    assert near == {}


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_what_lies_on_one_another_is_apart_for_every_eye(theme: str, eye: str) -> None:
    """The place in focus and who stands out, on bars and on lines that stand behind."""
    colours = THEMES[theme]
    for ground in (colours.bar, colours.grey, colours.cells[VALUE][0]):
        assert apart(colours.series[1], ground, eye) >= 2 * SERIES
    assert apart(colours.bar, colours.cells[VALUE][0], eye) >= SERIES


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_states_of_cells_are_apart_for_every_eye(theme: str, eye: str) -> None:
    grounds = {state: ground for state, (ground, _) in THEMES[theme].cells.items()}
    assert set(grounds) == {VALUE, ZERO, *map(str, BlankCause)}
    near = {
        (one, other): round(apart(grounds[one], grounds[other], eye), 1)
        for one, other in itertools.combinations(grounds, 2)
        if apart(grounds[one], grounds[other], eye) < STATES
    }
    assert near == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_state_has_a_sign_of_its_own_beside_its_colour(lang: str) -> None:
    codes = [WORDS.say(f"code.{state}", lang) for state in LIGHT.cells]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_the_quarters_are_one_hue_that_stands_out_more_and_more(theme: str, eye: str) -> None:
    quarters, paper = THEMES[theme].quarters, THEMES[theme].paper
    assert len(quarters) == 4
    grounds = [paper, *(ground for ground, _ in quarters)]
    assert [pair for pair in itertools.pairwise(grounds) if apart(*pair, eye) < STEP] == []
    if eye == NORMAL:
        steps = [contrast(ground, paper) for ground in grounds]
        assert all(later / sooner >= 1.15 for sooner, later in itertools.pairwise(steps)), steps
        # Blue from end to end: never more red than green, nor more green than blue.
        assert all(red <= green <= blue for red, green, blue in ((g[1:3], g[3:5], g[5:7]) for g, _ in quarters))


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_the_steps_go_one_way(colours: Colours) -> None:
    steps = [contrast(step, colours.paper) for step in colours.steps]
    assert len(steps) == 10
    assert steps == sorted(steps)


def test_readings_and_refusals_are_apart_for_every_eye() -> None:
    assert {pair: eye for pair in itertools.combinations(LIT.values(), 2) for eye in EYES if apart(*pair, eye) < SERIES} == {}
