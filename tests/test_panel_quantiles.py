"""panel/quantiles.py: medians and quartiles as ranges, and of how few values there are none."""

from __future__ import annotations

import math

import numpy as np
import pytest

from panel.quantiles import Range, median_of, quartiles_of

INF = math.inf
Interval = tuple[float, float]


def points(*values: float) -> list[Interval]:
    return [(value, value) for value in values]


MEDIANS = [
    pytest.param(points(1, 2), None, id="of two there is none"),
    pytest.param(points(3, 1, 2), (2, 2), id="of three the middle one, in whatever order"),
    pytest.param(points(1, 2, 4, 9), (3, 3), id="of four the mean of the middle two"),
    pytest.param([*points(90, 97), (95, 100)], (95, 97), id="a bound leaves it open"),
    pytest.param([*points(99, 90), (80, 100), (80, 100)], (85, 99.5), id="two bounds in the middle"),
    pytest.param([(95, 100), *points(90, 91)], (91, 91), id="a bound above it does not"),
    pytest.param([*points(3, 4), (5, INF)], (4, 4), id="an end without limit above it does not"),
    pytest.param([*points(3), (5, INF), (6, INF)], (5, INF), id="open without end"),
    pytest.param([*points(1, 2), (3, INF), (4, INF)], (2.5, INF), id="between a number and no limit there is no limit"),
    pytest.param([(-INF, 4), (-INF, 5), *points(6, 7)], (-INF, 5.5), id="open downwards"),
]


@pytest.mark.parametrize(("intervals", "expected"), MEDIANS)
def test_median(intervals: list[Interval], expected: Range | None) -> None:
    assert median_of(*np.array(intervals, dtype=float).T) == expected


QUARTILES = [
    pytest.param(points(*range(7)), None, id="of seven there are none"),
    pytest.param(points(1, 2, 3, 4, 5, 6, 7, 8), ((2.5, 2.5), (6.5, 6.5)), id="of eight"),
    pytest.param(points(9, 8, 7, 6, 5, 4, 3, 2, 1), ((3, 3), (7, 7)), id="of nine"),
    pytest.param([*points(1, 2, 3, 4, 5, 6), (7, 9), (8, INF)], ((2.5, 2.5), (6.5, 7.5)), id="the upper one is open"),
    pytest.param([*points(1, 2, 3, 4, 5), (6, INF), (7, INF), (8, INF)], ((2.5, 2.5), (6.5, INF)), id="open without end"),
]


@pytest.mark.parametrize(("intervals", "expected"), QUARTILES)
def test_quartiles(intervals: list[Interval], expected: tuple[Range, Range] | None) -> None:
    assert quartiles_of(*np.array(intervals, dtype=float).T) == expected
