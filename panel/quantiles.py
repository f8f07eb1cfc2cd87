"""The intervals of some figures → their median and quartiles, each as the range that bounds leave open.

A quantile is worked out twice, of the lower and of the upper ends of what the reports say (at least 95% is 95 to 100): where the
two differ, that is how open it is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

# Of fewer values a median says little, and of fewer still quartiles say nothing (a quarter of four places is one place).
FEWEST_FOR_MEDIAN, FEWEST_FOR_QUARTILES = 3, 8
QUARTERS = 4

Range = tuple[float, float]
Ends = npt.NDArray[np.float64]


def median_of(lows: Ends, highs: Ends) -> Range | None:
    """(low, high) of the median of the intervals with these lower and upper ends, equal where nothing is open and infinite where
    a bound has no limit; None for fewer intervals than FEWEST_FOR_MEDIAN."""
    return _quantile(lows, highs, 2) if len(lows) >= FEWEST_FOR_MEDIAN else None


def quartiles_of(lows: Ends, highs: Ends) -> tuple[Range, Range] | None:
    """The lower and the upper quartile in the same way; None for fewer than FEWEST_FOR_QUARTILES."""
    return (_quantile(lows, highs, 1), _quantile(lows, highs, 3)) if len(lows) >= FEWEST_FOR_QUARTILES else None


def _quantile(lows: Ends, highs: Ends, quarters: int) -> Range:
    return _of_ends(lows, quarters), _of_ends(highs, quarters)


def _of_ends(ends: Ends, quarters: int) -> float:
    """By the order of the values; between two of them their mean (which has no limit where one of them has none)."""
    place, between = divmod(len(ends) * quarters, QUARTERS)
    around = [place] if between else [place - 1, place]
    found = np.partition(ends, around)[around].tolist()
    return float(sum(found) / len(found))
