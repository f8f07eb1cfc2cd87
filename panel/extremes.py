"""Cells or pairs of years → what stands out by plain facts: the least and the greatest figures, how many rose and fell.

By the figures as written: a bound counts as what it says, and `bounds` tells how many there are, so that words can say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from panel.compare import has_value
from panel.pairs import Pair


@dataclass(frozen=True, slots=True, eq=False)
class Extremes:
    """The cells (CELL_COLUMNS) with the least and with the greatest figure (more than one where they share it), of `count` cells
    with a value, `bounds` of which are bounds or approximate."""

    least: pd.DataFrame
    most: pd.DataFrame
    count: int
    bounds: int

    @property
    def spread(self) -> bool:
        """Whether the least figure is another than the greatest."""
        return bool(self.least["value"].iloc[0] != self.most["value"].iloc[0])


def extremes_of(held: pd.DataFrame) -> Extremes | None:
    """The extremes of cells (CELL_COLUMNS) of one indicator; None where none has a value."""
    rows = np.flatnonzero(has_value(held))
    if not len(rows):
        return None
    values = held["value"].to_numpy()[rows]
    least, most = (held.take(rows[values == end]) for end in (values.min(), values.max()))
    return Extremes(least, most, len(rows), int((held["qualifier"].take(rows) != "exact").sum()))


@dataclass(frozen=True, slots=True)
class Moves:
    """How many pairs surely rose, surely fell, surely stayed, and how many are open or not comparable."""

    rose: int
    fell: int
    stayed: int
    open: int


def moves_of(pairs: Sequence[Pair]) -> Moves:
    """The pairs counted by direction; a change whose bounds lie on both sides of nought is open."""
    changes = [pair.change for pair in pairs]
    rose, fell = (sum(found is not None and found.sign == sign for found in changes) for sign in (1, -1))
    stayed = sum(found is not None and found.low == found.high == 0 for found in changes)
    return Moves(rose, fell, stayed, len(pairs) - rose - fell - stayed)
