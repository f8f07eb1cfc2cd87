"""Cells of one indicator in two years → the places with a value in both, as pairs, and whether the two can be compared.

What the charts of two years share: which years they are, who has both, and when a difference would mean nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from panel.build import Tables
from panel.change import Change, change
from panel.compare import cells, has_value
from panel.schema import rows_of, text_or_none
from panel.selection import Selection


@dataclass(frozen=True, slots=True)
class Pair:
    """One place's cells (rows of CELL_COLUMNS) in the earlier year, `then`, and in the later one, `now`."""

    then: Any
    now: Any

    @property
    def place(self) -> str:
        return str(self.now.place)

    @property
    def is_alike(self) -> bool:
        """Whether both figures are of one base and one scope; one that is not stated is alike only to one not stated."""
        return all(text_or_none(getattr(self.then, of)) == text_or_none(getattr(self.now, of)) for of in ("base", "scope"))

    @property
    def change(self) -> Change | None:
        """How the figure changed; None where a bound leaves it open without end, or where the two are not alike."""
        if not self.is_alike:
            return None
        return change(self.now.unit, (self.then.low, self.then.high), (self.now.low, self.now.high))


def years_between(tables: Tables, selection: Selection) -> tuple[int, int] | None:
    """The first and the last year of the selection, or of its values where it names fewer than two; None for no two."""
    if len(selection.years) > 1:
        return min(selection.years), max(selection.years)
    held = cells(tables, replace(selection, years=()))
    valued = held[has_value(held) & held["year"].notna()]["year"]
    return (int(valued.min()), int(valued.max())) if valued.nunique() > 1 else None


def pairs_of(held: pd.DataFrame, years: tuple[int, int]) -> list[Pair]:
    """The places with a value in both years, in the order of the cells; no value is taken from another year."""
    by_place: dict[str, dict[int, Any]] = {}
    for cell in rows_of(held[has_value(held) & held["year"].isin(years).fillna(False)]):
        by_place.setdefault(cell.place, {})[int(cell.year)] = cell
    return [Pair(found[years[0]], found[years[1]]) for found in by_place.values() if len(found) == 2]
