"""Rates with the sizes of their bases → how far chance alone would spread them about their pooled rate: control limits.

The method is that of D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24
(2005), 1185–1202: the target is the pooled rate, and the limits at a size n are the exact binomial ones, interpolated between
two counts (its appendix A.1.1), here at 95% and 99.8%. The upper limits are the lower ones of the opposite outcome, so that both
ask for the same chance; by the formula as printed no rate of 100% could ever stand inside. They take each case as a draw of its
own with the same chance: of places that truly differ more than that, more than 5% stand outside, and among many places some do
by chance alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

# Shares of places that chance alone would leave inside.
INNER, OUTER = 0.95, 0.998
# Of fewer rates a pooled one is hardly more than one of them.
FEWEST = 5
# As far as a binomial count strays at all, in standard deviations, and in counts where these are few.
_FAR, _MORE = 12, 40


class Side(StrEnum):
    """Where a rate stands: within the limits, beyond the 95% or beyond the 99.8% ones; OPEN: a bound leaves it undecided."""

    INSIDE = "inside"
    BEYOND = "beyond"
    FAR = "far"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one size of base, in percent: the inner (95%) and the outer (99.8%) limits, from 0 to 100."""

    outer_low: float
    inner_low: float
    inner_high: float
    outer_high: float

    def place(self, low: float, high: float) -> Side:
        """Where a rate from `low` to `high` stands: beyond a limit only when all of it does."""
        if high < self.outer_low or low > self.outer_high:
            return Side.FAR
        if high < self.inner_low or low > self.inner_high:
            return Side.BEYOND
        return Side.INSIDE if self.inner_low <= low and high <= self.inner_high else Side.OPEN


def pooled_rate(rates: Sequence[float], sizes: Sequence[float]) -> float | None:
    """The share of all cases together in percent, from rates in percent.

    None of fewer than FEWEST rates, and where all are 0 or all 100: chance has nothing to spread there.
    """
    if len(rates) < FEWEST or set(rates) <= {0.0} or set(rates) <= {100.0}:
        return None
    return float(sum(rate * size for rate, size in zip(rates, sizes, strict=True)) / sum(sizes))


def limits_at(size: int, pooled: float) -> Limits:
    """The limits about a pooled rate in percent, more than 0 and less than 100, for a base of `size` cases, at least one."""
    outer_low, inner_low = _low_ends(size, pooled / 100)
    outer_high, inner_high = _low_ends(size, 1 - pooled / 100)
    return Limits(outer_low, inner_low, 100 - inner_high, 100 - outer_high)


def _low_ends(size: int, chance: float) -> tuple[float, float]:
    """The lower limits in percent, the outer and the inner one."""
    counts, summed = _cumulated(size, chance)
    outer, inner = (max(_quantile(counts, summed, (1 - share) / 2) / size * 100, 0.0) for share in (OUTER, INNER))
    return outer, inner


def _cumulated(size: int, chance: float) -> tuple[np.ndarray, np.ndarray]:
    """The counts that occur among `size` draws, and of each the chance of it or fewer."""
    reach = _FAR * math.sqrt(size * chance * (1 - chance)) + _MORE
    first, last = max(0, math.floor(size * chance - reach)), min(size, math.ceil(size * chance + reach))
    counts = np.arange(first, last + 1)
    steps = np.log((size - counts[:-1]) / counts[1:]) + math.log(chance / (1 - chance))
    logs = np.concatenate(([0.0], np.cumsum(steps)))
    chances = np.exp(logs - logs.max())
    return counts, np.cumsum(chances / chances.sum())


def _quantile(counts: np.ndarray, summed: np.ndarray, end: float) -> float:
    """The count below which `end` of the chance lies, between two counts where it falls between them."""
    at = int(np.searchsorted(summed, end))
    at = min(at, len(counts) - 1)
    before = summed[at - 1] if at else 0.0
    return float(counts[at] - (summed[at] - end) / (summed[at] - before))
