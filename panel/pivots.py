"""Cells of a selection → tables with one row a place and year, a place, or an indicator, and which cell stands where.

The three ways to turn the same cells: by indicator (across: the indicators), by year (across: the years) and by place (across:
the places, with their years where these differ). A place that has no slot for a year has no cell there at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from panel.compare import VALUE

# Each way's columns that name a row, and those that name a column.
WAYS: dict[str, tuple[list[str], list[str]]] = {
    "indicators": (["place", "year", "level"], ["indicator"]),
    "years": (["place", "level", "indicator"], ["year"]),
    "places": (["indicator"], ["place", "year"]),
}
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pivot:
    """The cells turned in the `way`. `rows` and `columns` are the keys, in the order of the cells; `at` holds for each row the
    positions of its cells in `held`, None where there is no slot."""

    way: str
    held: pd.DataFrame
    rows: Sequence[Key]
    columns: Sequence[Key]
    at: Sequence[Sequence[int | None]]

    def taken(self, column: str, blank: object = "") -> list[list[object]]:
        """What a column of the cells has for each of the places in the table; `blank` where there is no slot."""
        values = self.held[column].to_numpy(dtype=object)
        return [[blank if at is None else values[at] for at in row] for row in self.at]

    def series(self, row: int) -> list[tuple[float, bool] | None]:
        """A row's values, each with whether it is an exact one; None for every blank."""
        found: list[tuple[float, bool] | None] = []
        for at in self.at[row]:
            cell = None if at is None else self.held.iloc[at]
            found.append(
                (float(cell["value"]), cell["qualifier"] == "exact") if cell is not None and cell["state"] == VALUE else None
            )
        return found


def pivot(held: pd.DataFrame, way: str) -> Pivot:
    """The cells (rows of CELL_COLUMNS) turned in one of WAYS. Of several cells of one place in the table the first stands, which
    is that of the report published last. Years stand in their order, unknown ones last."""
    own, across = WAYS[way]
    row_keys, column_keys = _keys(held, own), _keys(held, across)
    rows, columns = list(dict.fromkeys(row_keys)), list(dict.fromkeys(column_keys))
    if way == "years":
        columns.sort(key=lambda key: (key[0] is None, int(str(key[0] or 0))))
    at: list[list[int | None]] = [[None] * len(columns) for _ in rows]
    row_of, column_of = ({key: place for place, key in enumerate(keys)} for keys in (rows, columns))
    for place, (row, column) in enumerate(zip(row_keys, column_keys, strict=True)):
        if at[row_of[row]][column_of[column]] is None:
            at[row_of[row]][column_of[column]] = place
    return Pivot(way, held, rows, columns, at)


def _keys(held: pd.DataFrame, columns: Sequence[str]) -> list[Key]:
    """The keys of the rows; what is missing is None, which equals itself."""
    parts = []
    for column in columns:
        values = held[column].to_numpy(dtype=object, copy=True)
        values[held[column].isna().to_numpy()] = None
        parts.append(values.tolist())
    return list(zip(*parts, strict=True))
