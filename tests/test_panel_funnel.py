"""panel/funnel.py: the limits are those of the binomial distribution, counted out in whole numbers here."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest

from panel.funnel import Limits, Side, limits_at, pooled_rate


def low_end(size: int, chance: Fraction, end: Fraction) -> float:
    """The lower limit in percent by exact counting: r - (P(R ≤ r) - p) / P(R = r), r the least with P(R ≤ r) ≥ p."""
    summed = Fraction(0)
    for count in range(size + 1):
        here = comb(size, count) * chance**count * (1 - chance) ** (size - count)
        summed += here
        if summed >= end:
            return max(0.0, float((count - (summed - end) / here) / size * 100))
    raise AssertionError


@pytest.mark.parametrize(("size", "percent"), [(1, 90), (3, 95), (10, 50), (20, 93), (60, 99), (200, 30), (500, 75)])
def test_limits_are_the_exact_ones(size: int, percent: int) -> None:
    chance, outer, inner = Fraction(percent, 100), Fraction(1, 1000), Fraction(25, 1000)
    found = limits_at(size, percent)
    expected = (
        low_end(size, chance, outer), low_end(size, chance, inner),
        100 - low_end(size, 1 - chance, inner), 100 - low_end(size, 1 - chance, outer),
    )  # fmt: skip
    assert (found.outer_low, found.inner_low, found.inner_high, found.outer_high) == pytest.approx(expected, abs=1e-6)


def test_all_of_few_cases_are_no_surprise() -> None:
    assert limits_at(1, 90).place(100, 100) is Side.INSIDE
    assert limits_at(3, 90).place(100, 100) is Side.INSIDE


def test_limits_close_in_on_the_pooled_rate() -> None:
    wide, narrow = limits_at(20, 90), limits_at(1_000_000, 90)
    assert wide.outer_low < wide.inner_low < narrow.outer_low < narrow.inner_low < 90
    assert 90 < narrow.inner_high < narrow.outer_high < wide.inner_high
    assert narrow.inner_low == pytest.approx(90 - 1.96 * 0.03, abs=0.001)


FOUR = Limits(70.0, 80.0, 95.0, 99.0)
PLACES = [
    (80.0, 80.0, Side.INSIDE), (79.9, 79.9, Side.BEYOND), (70.0, 70.0, Side.BEYOND), (69.9, 69.9, Side.FAR),
    (95.0, 95.0, Side.INSIDE), (95.1, 95.1, Side.BEYOND), (99.1, 99.1, Side.FAR),
    (90.0, 100.0, Side.OPEN), (75.0, 85.0, Side.OPEN), (0.0, 100.0, Side.OPEN), (60.0, 75.0, Side.BEYOND), (96.0, 100.0, Side.BEYOND), (0.0, 60.0, Side.FAR),
]  # fmt: skip


@pytest.mark.parametrize(("low", "high", "side"), PLACES)
def test_a_rate_is_beyond_a_limit_when_all_of_it_is(low: float, high: float, side: Side) -> None:
    assert FOUR.place(low, high) is side


def test_the_pooled_rate_is_that_of_all_cases_and_no_mean_of_rates() -> None:
    assert pooled_rate([100, 100, 100, 100, 50], [1, 1, 1, 1, 96]) == pytest.approx(52.0)


@pytest.mark.parametrize("rates", [[], [90.0] * 4, [100.0] * 5, [0.0] * 5])
def test_there_is_none_of_few_rates_or_of_rates_that_are_all_at_an_end(rates: list[float]) -> None:
    assert pooled_rate(rates, [10.0] * len(rates)) is None
