"""Cells of one indicator → the years of like figures, a line a place: of one level, one base and one scope, and no other.

Which like ones: those with the most figures. A year without such a figure is a gap, never joined over and never 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from panel.cell_arrays import CellArrays


@dataclass(frozen=True, slots=True)
class Lines:
    """`lines` are the places with the most years, each with which of the cells has its figure, by year; `places` is how many
    places have two years or more. `level` and `scope` are None where unknown or of the whole."""

    level: str | None
    base: str | None
    scope: str | None
    years: Sequence[int]
    lines: Sequence[tuple[str, Mapping[int, int]]]
    places: int


def lines_of(held: CellArrays, most: int) -> Lines | None:
    """The lines of at most `most` places with figures of two years or more, those with the most years first, in the order of the
    cells among equals; None where no place has two. Borrowed figures and unknown years are left out."""
    own = np.flatnonzero(held.valued & ~held.borrowed & ~np.isnan(held.columns["year"]))
    columns = [held.columns[name][own].tolist() for name in ("level", "base", "scope", "place", "year")]
    groups: dict[tuple[str | None, str | None, str | None], dict[str, dict[int, int]]] = {}
    for at, level, base, scope, place, year in zip(own.tolist(), *columns, strict=True):
        groups.setdefault((level, base, scope), {}).setdefault(place, {}).setdefault(int(year), at)
    long = {key: {place: line for place, line in lines.items() if len(line) > 1} for key, lines in groups.items()}
    long = {key: lines for key, lines in long.items() if lines}
    if not long:
        return None
    key, lines = max(long.items(), key=lambda one: sum(map(len, one[1].values())))
    chosen = sorted(lines.items(), key=lambda line: -len(line[1]))[:most]
    told = sorted({year for _, line in chosen for year in line})
    return Lines(*key, range(told[0], told[-1] + 1), chosen, len(lines))
