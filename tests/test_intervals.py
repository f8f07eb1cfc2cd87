"""extract/intervals.py: what a qualifier leaves open, and that the interval always holds its value."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.intervals import interval
from extract.model import Qualifier

E, MIN, MAX, ABOUT = Qualifier.EXACT, Qualifier.MIN, Qualifier.MAX, Qualifier.APPROX
RATE, COUNT = (Decimal(0), Decimal(100)), (Decimal(0), None)

ROWS = [
    ("98.3", E, "98.3%", RATE, (98.3, 98.3)),
    ("0", E, "无", COUNT, (0.0, 0.0)),
    ("95", MIN, "95%以上", RATE, (95.0, 100.0)),
    ("5000", MIN, "5000件以上", COUNT, (5000.0, math.inf)),
    ("4", MAX, "4%以下", RATE, (0.0, 4.0)),
    ("500", ABOUT, "500余人次", COUNT, (500.0, 600.0)),
    ("4000", ABOUT, "4000余件", COUNT, (4000.0, 5000.0)),
    ("44", ABOUT, "44余件", COUNT, (44.0, 45.0)),
    ("30", ABOUT, "三十多次", COUNT, (30.0, 40.0)),
    ("80", ABOUT, "近80%", RATE, (70.0, 80.0)),
    ("80", ABOUT, "接近80%", RATE, (70.0, 80.0)),
    ("80", ABOUT, "80%左右", RATE, (75.0, 85.0)),
    ("98.5", ABOUT, "约98.5%", RATE, (98.45, 98.55)),
    ("100", ABOUT, "约100%", RATE, (95.0, 100.0)),
    ("100", ABOUT, "近百件", COUNT, (90.0, 100.0)),
    ("100", ABOUT, "百余件", COUNT, (100.0, 200.0)),
    ("10", ABOUT, "十余次", COUNT, (10.0, 20.0)),
    ("10", ABOUT, "近十次", COUNT, (9.0, 10.0)),
    ("12000", ABOUT, "1.2万余件", COUNT, (12000.0, 13000.0)),
    ("0", ABOUT, "约0件", COUNT, (0.0, 0.5)),
    ("120", E, "120%", RATE, (120.0, 120.0)),
    ("120", MIN, "120%以上", RATE, (120.0, 120.0)),
    ("-3", MAX, "不到-3", (None, None), (-math.inf, -3.0)),
]


@pytest.mark.parametrize(("value", "qualifier", "words", "bounds", "expected"), ROWS, ids=[row[2] for row in ROWS])
def test_intervals(
    value: str, qualifier: Qualifier, words: str, bounds: tuple[Decimal | None, Decimal | None], expected: tuple[float, float]
) -> None:
    found = interval(Decimal(value), qualifier, words=words, low=bounds[0], high=bounds[1])
    assert [float(end) for end in found] == pytest.approx(expected, abs=1e-9)


@given(
    st.decimals(-1_000_000, 1_000_000, places=2),
    st.sampled_from(Qualifier),
    st.sampled_from(["", "余", "近", "左右", "95%"]),
    st.sampled_from([RATE, COUNT, (None, None)]),
)
def test_the_interval_holds_its_value(
    value: Decimal, qualifier: Qualifier, words: str, bounds: tuple[Decimal | None, Decimal | None]
) -> None:
    low, high = interval(value, qualifier, words=words, low=bounds[0], high=bounds[1])
    assert low <= value <= high
    assert (low == high == value) or qualifier is not Qualifier.EXACT
