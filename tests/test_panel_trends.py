"""panel/trends.py: a trend word only by the stated rule."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.trends import FEWEST, Trend, _chance, _ways, judge_trend, trend_of

RISES, FALLS, OPEN = Trend


def points(*values: float) -> list[tuple[float, float]]:
    return [(value, value) for value in values]


CASES = [
    pytest.param(points(91, 93, 94, 96, 98), RISES, id="five years that all rise"),
    pytest.param(points(9, 8, 7, 6, 4), FALLS, id="five years that all fall"),
    pytest.param(points(91, 96), OPEN, id="two points are no trend"),
    pytest.param(points(91, 93, 96, 98), OPEN, id="four neither"),
    pytest.param(points(91, 93, 92, 96, 98), OPEN, id="of five one pair falls: chance lets that be"),
    pytest.param(points(1, 2, 4, 3, 5, 6, 7), RISES, id="of seven one pair may"),
    pytest.param(points(95, 95, 95, 95, 95, 95), OPEN, id="all the same"),
    pytest.param(points(90, 100, 90, 100, 90, 100), OPEN, id="up and down"),
    pytest.param([(90, 90), (91, 91), (80, 100), (95, 100), (96, 96), (97, 97)], OPEN, id="bounds leave too many pairs open"),
    pytest.param([(90, 90), (91, 91), (92, 92), (95, 100), (96, 96), (97, 97)], RISES, id="one bound leaves few open"),
    pytest.param([(80, 80), (82, 82), (84, 84), (86, 86), (90, 92), (95, 100)], RISES, id="a bound that leaves none open"),
    pytest.param([], OPEN, id="none"),
]


@pytest.mark.parametrize(("values", "expected"), CASES)
def test_a_word_only_by_the_rule(values: list[tuple[float, float]], expected: Trend) -> None:
    assert judge_trend(values) == expected


class Row(NamedTuple):
    """What a trend looks at of a cell."""

    year: int
    low: float
    base: str | None = None
    scope: str | None = None

    @property
    def high(self) -> float:
        return self.low


UNLIKE = [
    pytest.param([Row(2015 + at, 90 + at) for at in range(5)], (), RISES, id="of one kind"),
    pytest.param([Row(2015 + at, 90 + at, base="甲" if at == 2 else "乙") for at in range(5)], (), OPEN, id="another base"),
    pytest.param([Row(2015 + at, 90 + at, scope="村" if at == 4 else None) for at in range(5)], (), OPEN, id="another scope"),
    pytest.param([Row(2015 + at, 90 + at) for at in range(5)], (2017,), OPEN, id="defined anew in between"),
    pytest.param([Row(2015 + at, 90 + at) for at in range(5)], (2015, 2020), RISES, id="defined anew before the first and after the last"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "breaks", "expected"), UNLIKE)
def test_unlike_figures_have_no_trend(rows: list[Row], breaks: tuple[int, ...], expected: Trend) -> None:
    assert trend_of(rows, breaks) == expected


def test_the_chances_are_those_of_the_exact_test() -> None:
    # Of 120 orders of five years one rises in all pairs; Kendall's tables give 0.0083 for S = 10 and 0.042 for S = 8, one way.
    assert _ways(5) == (1, 4, 9, 15, 20, 22, 20, 15, 9, 4, 1)
    assert _chance(5, 10) == pytest.approx(2 / 120)
    assert _chance(5, 8) == pytest.approx(2 * 5 / 120)
    assert _chance(8, 18) == pytest.approx(2 * 0.0156, abs=2e-4)
    assert _chance(5, 0) == 1


@given(st.lists(st.floats(0, 100), max_size=9))
def test_backwards_it_is_the_other_way(values: list[float]) -> None:
    other = {RISES: FALLS, FALLS: RISES, OPEN: OPEN}
    assert judge_trend(points(*reversed(values))) == other[judge_trend(points(*values))]


@given(st.lists(st.floats(0, 100), max_size=FEWEST - 1))
def test_few_years_are_never_judged(values: list[float]) -> None:
    assert judge_trend(points(*values)) is OPEN
