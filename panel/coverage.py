"""Cells of a selection → of each indicator and level how many have a value and how many are blank, by the cause.

The counts of a row add up to the places and years of that level, so that nobody is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from panel.blanks import VALUE, BlankCause
from panel.cell_arrays import CellArrays

STATES = (VALUE, *(str(cause) for cause in BlankCause))


@dataclass(frozen=True, slots=True)
class Coverage:
    """The cells of one indicator (`column`: its place among those of the cells) and one level: `reports` are those whose report
    was read, `counts` how many are in each of STATES; a borrowed figure counts under the cause of the blank that it fills."""

    column: int
    level: str | None
    reports: int
    counts: Sequence[int]


def coverage(held: CellArrays, width: int) -> list[Coverage]:
    """The coverage of cells that come slot by slot, `width` indicators in each: by indicator, then by level as they come."""
    if not width or not len(held.valued):
        return []
    code = {state: number for number, state in enumerate(STATES)}
    states = zip(held.columns["state"].tolist(), held.columns["stands_for"].tolist(), strict=True)
    codes = np.array([code[blank or state] for state, blank in states]).reshape(-1, width)
    told = held.told.reshape(-1, width)
    levels = held.columns["level"][::width]
    slots = {level: np.array([one == level for one in levels.tolist()]) for level in dict.fromkeys(levels.tolist())}
    return [
        Coverage(column, level, int(told[own, column].sum()), np.bincount(codes[own, column], minlength=len(STATES)).tolist())
        for column in range(width)
        for level, own in slots.items()
    ]
