"""A Selection → which row of the panel or of the blanks stands behind each of its cells, and each cell's state, as arrays.

What counts and lists need of a large panel: no text is made and no figure is taken over. Nothing is borrowed from near years
here: a matrix says what the reports of its own slots give.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from panel.blanks import VALUE, BlankCause
from panel.build import Tables
from panel.lookup import Chosen, Positions
from panel.selection import Selection, chosen_reports, slots

States = npt.NDArray[np.int8]

# What a cell may be; a state is told by its place in here.
STATES = (VALUE, *(str(cause) for cause in BlankCause))
VALUED = STATES.index(VALUE)
# The blanks of slots without a report that was read.
WITHOUT_REPORT = tuple(STATES.index(cause) for cause in (BlankCause.NO_REPORT, BlankCause.UNREADABLE))
# So many cells take as much room as a row of a table of cells.
_CELLS_A_ROW = 16


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """A line for each slot, in it a place for each of the `indicators`. `held` are the rows of the slots (SLOT_COLUMNS; two of a
    slot with two reports), `first` those of `held` that begin a slot, `behind` the row of `held` whose report a cell is of;
    `readings` and `blanks` are rows of the panel and of the blanks, -1 for none; `states` places in STATES."""

    indicators: tuple[str, ...]
    held: pd.DataFrame
    first: Positions
    behind: Positions
    readings: Positions
    blanks: Positions
    states: States

    def __len__(self) -> int:
        """How many rows of cells take as much room."""
        return self.states.size // _CELLS_A_ROW

    @property
    def slots(self) -> pd.DataFrame:
        """SLOT_COLUMNS: each slot once, with the first of its reports."""
        return self.held.take(self.first)

    @property
    def told(self) -> Chosen:
        """Of each slot whether it has a report that was read."""
        told: Chosen = np.any(~np.isin(self.states, WITHOUT_REPORT), axis=1)
        return told

    def counts(self) -> Positions:
        """How many slots are in each of STATES, a line an indicator."""
        found = [np.bincount(column, minlength=len(STATES)) for column in self.states.T]
        return np.array(found, dtype=np.int64).reshape(-1, len(STATES))

    def cells_of(self, run: range) -> Positions:
        """The cells of a run of slots, each as its number, slot by slot."""
        return np.arange(run.start * len(self.indicators), run.stop * len(self.indicators), dtype=np.int64)

    def cells_in(self, states: Sequence[int]) -> Positions:
        """The cells in these states, state by state, each as its number: slot by slot, in each the indicators in their order."""
        flat = self.states.ravel()
        return np.concatenate([np.flatnonzero(flat == state) for state in states])


def matrix_of(tables: Tables, selection: Selection) -> Matrix:
    """The matrix of a selection, of the whole catalogue where it names no indicator; made once, nobody changes anything in it."""
    key = ("matrix", replace(selection, together=False, borrow=0))
    return tables.kept.lasting(key, lambda: matrix_unkept(tables, selection))


def matrix_unkept(tables: Tables, selection: Selection) -> Matrix:
    """The same, made anew and not kept."""
    ids = tuple(dict.fromkeys(selection.indicators)) or tuple(tables.catalog.indicators)
    lines = tables.kept.lasting(("lines", selection.places, selection.levels, selection.years), lambda: _lines(tables, selection))
    readings, blanks, behind = _rows_behind(tables, selection, lines, ids)
    # The last of them is that of -1: neither a reading nor a blank of a report.
    states = tables.kept.value("states of blanks", lambda: _states_of_blanks(tables))[blanks]
    states = np.where(lines.broken[behind], np.int8(STATES.index(BlankCause.UNREADABLE)), states)
    states = np.where(readings >= 0, np.int8(VALUED), states)
    return Matrix(ids, lines.held, np.flatnonzero(lines.first), behind, readings, blanks, states)


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """What is the same of every indicator: the rows of the slots, of each whether it begins a slot, the row of its report in the
    reports table (-1: none) and whether that could not be read."""

    held: pd.DataFrame
    first: Chosen
    reports: Positions
    broken: Chosen

    def __len__(self) -> int:
        return len(self.held)


def _lines(tables: Tables, selection: Selection) -> _Lines:
    held = slots(tables, selection)
    first = ~held.duplicated(["place", "year"]).to_numpy(dtype=bool)
    reports = tables.report_rows.get_indexer(pd.Index(held["doc_id"])).astype(np.int64)
    return _Lines(held, first, reports, held["doc_id"].isin(list(tables.failures)).to_numpy(dtype=bool))


def _states_of_blanks(tables: Tables) -> States:
    codes, causes = pd.factorize(tables.blanks["cause"])
    states = np.array([STATES.index(cause) for cause in causes], dtype=np.int8)
    return np.append(states[codes], np.int8(STATES.index(BlankCause.NO_REPORT)))


def _rows_behind(
    tables: Tables, selection: Selection, slot_lines: _Lines, ids: Sequence[str]
) -> tuple[Positions, Positions, Positions]:
    """For each slot and indicator the row of the panel, that of the blanks (-1: none), and that of `held` whose report it is of:
    of several reports of one slot the first that gives a reading, else the first."""
    chosen = chosen_reports(tables, selection)
    rows = tables.panel_rows.rows(ids, chosen)
    rows = rows[tables.panel["main"].to_numpy()[rows]]
    first, reports = slot_lines.first, slot_lines.reports
    readings = tables.panel_rows.grid(rows, reports, ids)
    blanks = tables.blank_rows.grid(tables.blank_rows.rows(ids, chosen), reports, ids)
    lines = np.repeat(np.arange(len(first))[:, None], len(ids), axis=1)
    for line in np.flatnonzero(~first)[::-1]:
        # Backwards, so that what a later report of the slot gives is handed on to the first.
        better = (readings[line - 1] < 0) & (readings[line] >= 0)
        for table in (readings, blanks, lines):
            table[line - 1, better] = table[line, better]
    return readings[first], blanks[first], lines[first]
