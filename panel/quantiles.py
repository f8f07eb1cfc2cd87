"""The intervals of some figures → their median and quartiles, each as the range that bounds leave open.

A quantile is worked out twice, of the lower and of the upper ends of what the reports say (at least 95% is 95 to 100): where the
two differ, that is how open it is.
"""

from __future__ import annotations

from collections.abc import Iterable

# Of fewer values a median says little, and of fewer still quartiles say nothing (a quarter of four places is one place).
FEWEST_FOR_MEDIAN, FEWEST_FOR_QUARTILES = 3, 8
QUARTERS = 4

Range = tuple[float, float]
Interval = tuple[float, float]


def median_of(intervals: Iterable[Interval]) -> Range | None:
    """(low, high) of the median, equal where nothing is open and infinite where a bound has no limit; None for fewer intervals
    than FEWEST_FOR_MEDIAN."""
    told = list(intervals)
    return _quantile(told, 2) if len(told) >= FEWEST_FOR_MEDIAN else None


def quartiles_of(intervals: Iterable[Interval]) -> tuple[Range, Range] | None:
    """The lower and the upper quartile in the same way; None for fewer than FEWEST_FOR_QUARTILES."""
    told = list(intervals)
    return (_quantile(told, 1), _quantile(told, 3)) if len(told) >= FEWEST_FOR_QUARTILES else None


def _quantile(intervals: list[Interval], quarters: int) -> Range:
    first, second = (_of_ends(sorted(ends), quarters) for ends in zip(*intervals, strict=True))
    return first, second


def _of_ends(ends: list[float], quarters: int) -> float:
    """By the order of the values; between two of them their mean (which has no limit where one of them has none)."""
    place, between = divmod(len(ends) * quarters, QUARTERS)
    return ends[place] if between else (ends[place - 1] + ends[place]) / 2
