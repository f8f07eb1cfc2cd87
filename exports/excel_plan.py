"""Tables and a Selection → what the workbook holds and which cell leads to which, before anything is written.

Readings and refusals are numbered from 1 in the order of the comparison's rows and columns, so that those of one report
stand together. The rows that the heads stand in are fixed here: links are made before the sheets that they lead to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from exports.excel_faces import Faces, faces_of
from exports.excel_figures import Figures, figures_of
from panel.blanks import VALUE, BlankCause
from panel.build import Tables
from panel.cell_arrays import CellArrays
from panel.compare import Selection, slots
from panel.grid import Grid, grid_of
from panel.placings import Placings, placings
from panel.reports import READ

if TYPE_CHECKING:
    from extract.catalog import Indicator

COMPARE_TOP = 9  # the row of the head; data from the next
YEARLY_TOP = RANKS_TOP = DATA_TOP = READINGS_TOP = REFUSALS_TOP = CATALOGUE_TOP = 4
FIRST_COLUMN = 5  # of the comparison's indicators: after place, level, year and evidence
FIRST_YEAR = 5  # the first column with a year of the sheets that have the years across

# What a cell leads to: the number of a reading, that of a refusal below 0, 0 where it leads nowhere.
Target = int


@dataclass(frozen=True)
class Plan:
    """The contents, in order. `grid` has the cells of the comparison: slot by slot, the indicators in their order. `targets` says
    of each what it leads to."""

    lang: str
    tables: Tables
    selection: Selection
    indicators: tuple[Indicator, ...]
    grid: Grid
    readings: Figures
    refusals: Figures
    reports: pd.DataFrame
    targets: npt.NDArray[np.int64]

    @property
    def width(self) -> int:
        """How many cells a row of the comparison has."""
        return self.grid.width

    @property
    def slot_count(self) -> int:
        """How many rows the comparison has."""
        return len(self.grid) // self.width

    @property
    def arrays(self) -> CellArrays:
        """The cells."""
        return self.grid.cells

    @property
    def values(self) -> npt.NDArray[np.float64]:
        """The values of the cells, NaN where there is none."""
        return self.grid.cells.columns["value"]

    @cached_property
    def faces(self) -> Faces:
        """What the cells show."""
        return faces_of(self.arrays, self.values, self.lang)

    @cached_property
    def placings(self) -> Placings:
        """The figures in the order of their like ones."""
        together = self.selection.together
        return placings(self.indicators, self.arrays, self.values, lang=self.lang, together=together)

    @cached_property
    def by_year(self) -> ByYear:
        """The slots with the years across."""
        return by_year(self.grid.slots)

    def shown(self, sign: int) -> dict[int, int]:
        """By the number of each reading (`sign` 1) or refusal (-1) that some cell leads to the first of these, in their order."""
        led = np.flatnonzero(self.targets * sign > 0)
        numbers, first = np.unique(self.targets[led] * sign, return_index=True)
        return dict(zip(numbers.tolist(), led[first].tolist(), strict=True))

    @cached_property
    def evidence(self) -> Mapping[tuple[str, int | None], tuple[int, int]]:
        """The first and the last number of the readings of a place and year."""
        numbers: dict[tuple[str, int | None], tuple[int, int]] = {}
        years = (known_year(year) for year in self.readings.column("year").tolist())
        places = (self.tables.places[doc_id] for doc_id in self.readings.column("doc_id").tolist())
        for number, key in enumerate(zip(places, years, strict=True), 1):
            first, _ = numbers.get(key, (number, number))
            numbers[key] = (first, number)
        return numbers


@dataclass(frozen=True, slots=True)
class ByYear:
    """Slots with the years across: `rows` are places with their levels, `years` in their order, None (unknown) last; `at` has for
    each row the slot of each year, None where there is none."""

    rows: Sequence[tuple[str, str | None]]
    years: Sequence[int | None]
    at: Sequence[Sequence[int | None]]


def make_plan(tables: Tables, selection: Selection, *, lang: str, tell: Callable[[], object] = lambda: None) -> Plan:
    """Everything the sheets need; an indicator that the catalogue does not have raises KeyError. `tell` is called for each report
    whose words are looked up.

    Nothing is borrowed from near years, whatever the selection says: a workbook is worked on, and a number in it is of its year.
    """
    selection = replace(selection, borrow=0)
    ids = tuple(dict.fromkeys(selection.indicators)) or tuple(tables.catalog.indicators)
    indicators = tuple(tables.catalog.indicators[indicator_id] for indicator_id in ids)
    grid = grid_of(tables, selection, lang=lang)
    docs = slots(tables, selection)["doc_id"].dropna()
    readings, refusals = figures_of(tables, {doc_id: rank for rank, doc_id in enumerate(docs)}, ids, tell)
    targets = _targets(grid, ids, readings, refusals)
    own = tables.reports["doc_id"].isin(docs) | (tables.reports["status"] != READ)
    return Plan(lang, tables, selection, indicators, grid, readings, refusals, tables.reports[own], targets)


def by_year(held: CellArrays) -> ByYear:
    """The slots, one cell each, by place and year. Of several of one place and year the first stands."""
    years = [None if np.isnan(year) else int(year) for year in held.columns["year"].tolist()]
    keys = list(zip(held.columns["place"].tolist(), held.columns["level"].tolist(), strict=True))
    rows, across = list(dict.fromkeys(keys)), sorted(set(years), key=lambda year: (year is None, year or 0))
    at: list[list[int | None]] = [[None] * len(across) for _ in rows]
    row_of, column_of = ({key: number for number, key in enumerate(told)} for told in (rows, across))
    for slot, (key, year) in enumerate(zip(keys, years, strict=True)):
        line, column = at[row_of[key]], column_of[year]
        line[column] = slot if line[column] is None else line[column]
    return ByYear(rows, across, at)


def known_year(year: Any) -> int | None:
    """A year of a table as a number; None for one that is missing."""
    return None if pd.isna(year) else int(year)


def row_of(target: Target) -> int:
    """The row of its sheet that a reading or a refusal stands in."""
    return target + READINGS_TOP if target > 0 else REFUSALS_TOP - target


def _targets(grid: Grid, ids: Sequence[str], readings: Figures, refusals: Figures) -> npt.NDArray[np.int64]:
    """What each cell leads to: a value to its reading, a blank to the part or the refused figure that it speaks of."""
    found = np.zeros(len(grid), dtype=np.int64)
    state = grid.cells.columns["state"]
    main = np.array(readings.column("main"), dtype=bool)
    for cause, figures, own, sign in (
        (VALUE, readings, main, 1),
        (str(BlankCause.PART_ONLY), readings, ~main, 1),
        (str(BlankCause.REFUSED), refusals, np.ones(len(refusals), dtype=bool), -1),
    ):
        docs, indicators, starts = (figures.column(name)[own].tolist() for name in ("doc_id", "indicator", "start"))
        numbers: dict[tuple[str, str, int], int] = {}
        for number, key in zip((np.flatnonzero(own) + 1).tolist(), zip(docs, indicators, starts, strict=True), strict=True):
            numbers.setdefault(key, number)
        at = np.flatnonzero(state == cause)
        docs, starts = (grid.cells.columns[name][at].tolist() for name in ("doc_id", "start"))
        for cell, doc_id, start in zip(at.tolist(), docs, starts, strict=True):
            found[cell] = sign * numbers[doc_id, ids[cell % grid.width], int(start)]
    return found
