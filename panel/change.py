"""Two cells of one place and indicator → how the figure changed, in points for a rate and in percent for a count.

A change of bounds is a range: from at least 95% to 98% it is between -2 and +3 points. A count below SMALL has no change in
percent: from 2 cases to 3 is no growth of half.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from panel.display import format_number
from panel.words import WORDS

SMALL = 20


@dataclass(frozen=True, slots=True)
class Change:
    """`low` to `high` is what the change may be, equal where nothing is open; `relative` tells percent from points or units."""

    low: float
    high: float
    relative: bool

    @property
    def sign(self) -> int:
        """1 or -1 where it surely rose or fell, else 0."""
        return 1 if self.low > 0 else -1 if self.high < 0 else 0


def change(unit: str, earlier: tuple[float, float], later: tuple[float, float]) -> Change | None:
    """The change between two figures, each as its interval (low, high); None where a bound leaves it open without end.

    A rate changes by points, a count by percent of the earlier figure, or in units where that is below SMALL.
    """
    if not all(map(math.isfinite, (*earlier, *later))):
        return None
    if unit == "%" or earlier[0] < SMALL:
        return Change(_rounded(later[0] - earlier[1]), _rounded(later[1] - earlier[0]), relative=False)
    return Change(_rounded((later[0] / earlier[1] - 1) * 100, 1), _rounded((later[1] / earlier[0] - 1) * 100, 1), relative=True)


def format_change(found: Change | None, unit: str, lang: str = "zh") -> str:
    """ "+3.2个百分点", "-12%", "+4", "-2 至 +3个百分点"; "" for none."""
    if found is None:
        return ""
    points = f"{'' if lang == 'zh' else ' '}{WORDS.say('points', lang)}" if unit == "%" else ""
    ends = [f"{'+' if end > 0 else ''}{format_number(end, lang)}" for end in dict.fromkeys((found.low, found.high))]
    said = WORDS.say("from_to", lang, first=ends[0], last=ends[1]) if len(ends) > 1 else ends[0]
    return f"{said}{'%' if found.relative else points}"


def _rounded(number: float, decimals: int = 4) -> float:
    return round(number, decimals) + 0.0
