"""Tables and a Selection → the values that a picture of it shows, and how they differ from those of an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from panel.build import Tables
from panel.compare import select
from panel.schema import rows_of
from panel.selection import Selection, reports_of

# doc_id, place, year (None where unknown), indicator id, value, qualifier.
Value = tuple[str, str, int | None, str, float, str]


class Kind(StrEnum):
    """What became of a value."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the values of a place, a year and an indicator: (value, qualifier) then and now, of each report one."""

    kind: Kind
    place: str
    year: int | None
    indicator: str
    then: tuple[tuple[float, str], ...]
    now: tuple[tuple[float, str], ...]


def values_drawn(tables: Tables, selection: Selection) -> tuple[Value, ...]:
    """The main readings of the selection, in a settled order."""
    found: list[Value] = [
        (
            str(row.doc_id),
            tables.places[row.doc_id],
            None if pd.isna(row.year) else int(row.year),
            str(row.indicator),
            float(row.value),
            str(row.qualifier),
        )
        for row in rows_of(select(tables, selection))
    ]
    return tuple(sorted(found, key=lambda value: (value[1], value[2] or 0, *value[3:], value[0])))


def differences(then: Iterable[Value], now: Iterable[Value]) -> list[Difference]:
    """Which values are not what they were, in the order of places, years and indicators; of the same values none.

    A report that only has another file name, or a figure that only has another sentence, makes no difference.
    """
    before, after = _by_cell(then), _by_cell(now)
    found = []
    for cell in sorted({*before, *after}, key=lambda cell: (cell[0], cell[1] or 0, cell[2])):
        old, new = before.get(cell, ()), after.get(cell, ())
        if old != new:
            kind = Kind.CHANGED if old and new else Kind.GONE if old else Kind.NEW
            found.append(Difference(kind, *cell, old, new))
    return found


def _by_cell(values: Iterable[Value]) -> dict[tuple[str, int | None, str], tuple[tuple[float, str], ...]]:
    cells: dict[tuple[str, int | None, str], list[tuple[float, str]]] = {}
    for _, place, year, indicator, value, qualifier in values:
        cells.setdefault((place, year, indicator), []).append((value, qualifier))
    return {cell: tuple(sorted(found)) for cell, found in cells.items()}


def given_by(tables: Tables, selection: Selection) -> tuple[int, int]:
    """Of the selection's reports (N) how many give a value of one of its indicators (n): n, N."""
    return int(select(tables, selection)["doc_id"].nunique()), len(reports_of(tables, selection))


def given_in(tables: Tables, selection: Selection) -> tuple[int, int]:
    """Of the catalogue's indicators (N) how many the selection's first place gives (n): n, N."""
    own: Sequence[str] = selection.places[:1]
    found = select(tables, Selection(places=tuple(own), years=selection.years))
    return int(found["indicator"].nunique()), len(tables.catalog.indicators)
