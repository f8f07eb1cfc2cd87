"""A Selection → its cells as arrays, slot by slot and in each the indicators in their order, in a fraction of a table's room.

For what looks at all cells of a large panel and at nothing but their figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from panel.build import Tables
from panel.cell_arrays import NUMBERS, TEXTS, CellArrays
from panel.compare import cells_unkept
from panel.selection import Selection

# So many indicators are worked out at a time: the tables of all of them would be in memory together.
PART = 8


@dataclass(frozen=True, slots=True)
class Grid:
    """`cells` has `width` cells a slot, one an indicator; `texts` are what the cells of each indicator show, each once."""

    width: int
    cells: CellArrays
    texts: Sequence[Sequence[str]]

    def __len__(self) -> int:
        return len(self.cells.valued)

    @property
    def slots(self) -> CellArrays:
        """One cell a slot, that of the first indicator: place, year and level are those of all its cells."""
        return self.of(0)

    def of(self, column: int) -> CellArrays:
        """The cells of the indicator in that place."""
        return self.cells.cut(slice(column, None, self.width))


def grid_of(tables: Tables, selection: Selection, *, lang: str = "zh") -> Grid:
    """The grid of a selection, that of the whole catalogue where it names no indicator; `lang` is that of the texts.

    An indicator that the catalogue does not have raises KeyError.
    """
    ids = tuple(dict.fromkeys(selection.indicators)) or tuple(tables.catalog.indicators)
    held: dict[str, list[npt.NDArray[Any]]] = {name: [] for name in (*NUMBERS, *TEXTS)}
    texts: list[Sequence[str]] = []
    for first in range(0, len(ids), PART):
        part = ids[first : first + PART]
        told = cells_unkept(tables, replace(selection, indicators=part), lang=lang)
        for name, values in CellArrays.of(told).columns.items():
            held[name].append(values.reshape(-1, len(part)))
        texts += [told["text"].iloc[column :: len(part)].unique().tolist() for column in range(len(part))]
    columns = {name: np.concatenate(parts, axis=1).ravel() for name, parts in held.items()}
    return Grid(len(ids), CellArrays.of_columns(columns), texts)
