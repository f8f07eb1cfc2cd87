"""Cells → plain arrays, cut into those of one indicator a hundred times without a table being made of each.

What is asked of every indicator of thousands of places (its caveats, where a place stands among its peers) would take seconds on
small tables; the same on arrays takes as long as looking at the figures once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from panel.blanks import VALUE, BlankCause
from panel.build import Tables
from panel.compare import cells
from panel.lookup import Chosen, Positions
from panel.selection import Selection

NUMBERS = ("year", "value", "low", "high", "from_year", "start")
TEXTS = ("place", "level", "doc_id", "unit", "state", "qualifier", "basis", "base", "scope", "quote", "stands_for")
# The columns of cells that are looked at.
COLUMNS = [*TEXTS, *NUMBERS]
_WITHOUT = (str(BlankCause.NO_REPORT), str(BlankCause.UNREADABLE))


@dataclass(frozen=True, slots=True)
class CellArrays:
    """COLUMNS of cells by name: numbers as floats, missing as NaN, texts as objects, missing as None; and of each cell whether it
    has a value (`valued`), a report (`told`) and a figure borrowed of another year."""

    columns: Mapping[str, npt.NDArray[Any]]
    valued: Chosen
    told: Chosen
    borrowed: Chosen

    @classmethod
    def of(cls, held: pd.DataFrame) -> CellArrays:
        """The arrays of cells (CELL_COLUMNS)."""
        columns: dict[str, npt.NDArray[Any]] = {}
        for name in NUMBERS:
            columns[name] = held[name].to_numpy(dtype="float64", na_value=np.nan)
        for name in TEXTS:
            columns[name] = shared_texts(held[name])
        return cls.of_columns(columns)

    @classmethod
    def of_columns(cls, columns: Mapping[str, npt.NDArray[Any]]) -> CellArrays:
        """The arrays whose columns are at hand."""
        told = np.ones(len(columns["state"]), dtype=bool)
        for cause in _WITHOUT:
            told &= (columns["state"] != cause) & (columns["stands_for"] != cause)
        return cls(columns, columns["state"] == VALUE, told, ~np.isnan(columns["from_year"]))

    def cut(self, chosen: slice | Chosen | Positions) -> CellArrays:
        """Those of the cells alone, in their order."""
        columns = {name: values[chosen] for name, values in self.columns.items()}
        return CellArrays(columns, self.valued[chosen], self.told[chosen], self.borrowed[chosen])

    def only(self, *names: str) -> CellArrays:
        """The same cells with these columns alone: what is cut a hundred times is cut in as much less time."""
        return CellArrays({name: self.columns[name] for name in names}, self.valued, self.told, self.borrowed)

    def of_values(self, name: str) -> list[Any]:
        """A column of the cells with a value."""
        found: list[Any] = self.columns[name][self.valued].tolist()
        return found

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self.valued)

    @property
    def given(self) -> int:
        """How many cells have a value of their own, from a report that was read: the n of "n of N reports"."""
        return int((self.valued & self.told & ~self.borrowed).sum())

    @property
    def reports(self) -> int:
        """How many cells have a report that was read: its N."""
        return int(self.told.sum())


def shared_texts(column: pd.Series[str]) -> npt.NDArray[Any]:
    """The texts of a column as objects, missing as None; no text is copied."""
    texts: npt.NDArray[Any] = np.array(column, dtype=object)
    texts[column.isna()] = None
    return texts


def arrays_of(tables: Tables, selection: Selection) -> CellArrays:
    """The arrays of the cells of a selection, made once; nobody changes anything in them."""
    # Nothing in them is in a language, and whether unlike figures are compared alters no cell.
    key = ("arrays", replace(selection, together=False))
    return tables.kept.lasting(key, lambda: CellArrays.of(cells(tables, selection)))
