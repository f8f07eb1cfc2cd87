"""Cells → plain arrays, cut into those of one indicator a hundred times without a table being made of each.

What is asked of every indicator of thousands of places (its caveats, where a place stands among its peers) would take seconds on
small tables; the same on arrays takes as long as looking at the figures once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


class _Columns(Mapping[str, npt.NDArray[Any]]):
    """COLUMNS of a table of cells, each made when it is first asked for: most questions are about a few."""

    def __init__(self, held: pd.DataFrame) -> None:
        self._held = held
        self._made: dict[str, npt.NDArray[Any]] = {}

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        if name not in COLUMNS:
            raise KeyError(name)
        if name not in self._made:
            column = self._held[name]
            made = shared_texts(column) if name in TEXTS else column.to_numpy(dtype="float64", na_value=np.nan)
            self._made[name] = made
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COLUMNS)

    def __len__(self) -> int:
        return len(COLUMNS)


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
        return cls.of_columns(_Columns(held))

    @classmethod
    def of_columns(cls, columns: Mapping[str, npt.NDArray[Any]]) -> CellArrays:
        """The arrays whose columns are at hand."""
        states, borrowed = columns["state"], ~np.isnan(columns["from_year"])
        told = np.ones(len(states), dtype=bool)
        for cause in _WITHOUT:
            told &= states != cause
            # Only what is borrowed stands for something.
            if borrowed.any():
                told &= columns["stands_for"] != cause
        return cls(columns, states == VALUE, told, borrowed)

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
