"""The values of one place over the years → a trend word, by a stated rule, or that it cannot be judged.

A word is given where at least FEWEST years have a figure, these go one way more surely than chance would let them (Mann and
Kendall's test, two-sided, at ALPHA, exact and with bounds left out of account where they leave a pair open), and go the same way
whichever one year is left out. Mann 1945, Econometrica 13; Kendall, Rank Correlation Methods, 1948. Everything else "cannot be
judged": two points are no trend. Whether a rise is for the better is the catalogue's to say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import cache
from math import factorial
from typing import Any

from panel.schema import text_or_none

FEWEST = 5
ALPHA = 0.05

Interval = tuple[float, float]


class Trend(StrEnum):
    """Which way the values of the years go."""

    RISES = "rises"
    FALLS = "falls"
    OPEN = "open"


def trend_of(rows: Sequence[Any], breaks: Collection[int] = ()) -> Trend:
    """The trend of one place's cells (rows with low, high, base, scope, year) in the order of their years.

    Figures of different bases or scopes have none, nor have those on both sides of a year in which the definition changed.
    """
    alike = len({(text_or_none(row.base), text_or_none(row.scope)) for row in rows}) == 1
    if not alike or any(rows[0].year < year <= rows[-1].year for year in breaks):
        return Trend.OPEN
    return judge_trend([(row.low, row.high) for row in rows])


def judge_trend(values: Sequence[Interval]) -> Trend:
    """The trend of figures in the order of their years, each as its interval (low, high)."""
    if len(values) < FEWEST:
        return Trend.OPEN
    score = _score(values)
    if not score or _chance(len(values), abs(score)) > ALPHA:
        return Trend.OPEN
    others = [_score([*values[:left_out], *values[left_out + 1 :]]) for left_out in range(len(values))]
    if any(other * score <= 0 for other in others):
        return Trend.OPEN
    return Trend.RISES if score > 0 else Trend.FALLS


def _score(values: Sequence[Interval]) -> int:
    """How many pairs of years surely rise, less those that surely fall; a pair that bounds leave open counts neither way."""
    pairs = [(values[i], values[j]) for i in range(len(values)) for j in range(i + 1, len(values))]
    return sum((later[0] > earlier[1]) - (later[1] < earlier[0]) for earlier, later in pairs)


def _chance(years: int, score: int) -> float:
    """How likely a score as far from 0 as this is, either way, where the order of the years is chance."""
    pairs = years * (years - 1) // 2
    ways = _ways(years)
    return min(1.0, 2 * sum(ways[rising] for rising in range(len(ways)) if 2 * rising - pairs >= score) / factorial(years))


@cache
def _ways(years: int) -> tuple[int, ...]:
    """In how many orders of the years so many pairs rise, from none to all."""
    ways = [1]
    for size in range(2, years + 1):
        ways = [sum(ways[max(0, rising - size + 1) : rising + 1]) for rising in range(len(ways) + size - 1)]
    return tuple(ways)
