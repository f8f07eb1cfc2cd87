"""Cells of one indicator → the years of like figures, a line a place: of one level, one base and one scope, and no other.

Which like ones: those with the most figures. A year without such a figure is a gap, never joined over and never 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from panel.compare import VALUE
from panel.schema import rows_of, text_or_none

Figure = tuple[float, str]  # value and qualifier


@dataclass(frozen=True, slots=True)
class Lines:
    """`lines` are the places with the most years, each with its figures by year; `places` is how many places have two years or
    more. `level` and `scope` are None where unknown or of the whole."""

    level: str | None
    base: str | None
    scope: str | None
    years: Sequence[int]
    lines: Sequence[tuple[str, Mapping[int, Figure]]]
    places: int


def lines_of(held: pd.DataFrame, most: int) -> Lines | None:
    """The lines of at most `most` places with figures of two years or more, those with the most years first, in the order of the
    cells among equals; None where no place has two. Borrowed figures and unknown years are left out."""
    own = held[(held["state"] == VALUE) & held["from_year"].isna() & held["year"].notna()]
    groups: dict[tuple[str | None, str | None, str | None], dict[str, dict[int, Figure]]] = {}
    for row in rows_of(own):
        key = (text_or_none(row.level), text_or_none(row.base), text_or_none(row.scope))
        groups.setdefault(key, {}).setdefault(str(row.place), {}).setdefault(
            int(row.year), (float(row.value), str(row.qualifier))
        )
    long = {key: {place: line for place, line in lines.items() if len(line) > 1} for key, lines in groups.items()}
    long = {key: lines for key, lines in long.items() if lines}
    if not long:
        return None
    key, lines = max(long.items(), key=lambda one: sum(map(len, one[1].values())))
    chosen = sorted(lines.items(), key=lambda line: -len(line[1]))[:most]
    told = sorted({year for _, line in chosen for year in line})
    return Lines(*key, range(told[0], told[-1] + 1), chosen, len(lines))
