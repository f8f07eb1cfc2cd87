"""Tables and a Selection → what the workbook holds and which cell leads to which, before anything is written.

Readings and refusals are numbered from 1 in the order of the comparison's rows and columns, so that those of one report
stand together. The rows that the heads stand in are fixed here: links are made before the sheets that they lead to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from exports.excel_faces import Faces, faces_of
from exports.excel_passages import with_passages
from panel.blanks import VALUE, BlankCause
from panel.build import Tables
from panel.cell_arrays import CellArrays
from panel.compare import Selection, cells, reports_of, select, slots
from panel.pivots import Pivot, pivot
from panel.placings import Placings, placings
from panel.reports import READ

if TYPE_CHECKING:
    from extract.catalog import Indicator

COMPARE_TOP = 9  # the row of the head; data from the next
YEARLY_TOP = RANKS_TOP = DATA_TOP = READINGS_TOP = REFUSALS_TOP = CATALOGUE_TOP = 4
FIRST_COLUMN = 5  # of the comparison's indicators: after place, level, year and evidence
FIRST_YEAR = 5  # the first column with a year of the sheets that have the years across

READING, REFUSAL = "reading", "refusal"
Target = tuple[str, int]  # READING or REFUSAL and its number


@dataclass(frozen=True)
class Plan:
    """The contents, in order. `cells` has one row a cell of the comparison: slot by slot, the indicators in their order.

    `readings` and `refusals` have, beside their table's columns, place, section, operands and number; `targets` says for each
    cell what it leads to (None: nothing), `shown` which of the cells shows a reading or a refusal.
    """

    lang: str
    tables: Tables
    selection: Selection
    indicators: tuple[Indicator, ...]
    cells: pd.DataFrame
    readings: pd.DataFrame
    refusals: pd.DataFrame
    reports: pd.DataFrame
    targets: Sequence[Target | None]
    shown: Mapping[Target, int]

    @property
    def width(self) -> int:
        """How many cells a row of the comparison has."""
        return len(self.indicators)

    @property
    def slot_count(self) -> int:
        """How many rows the comparison has."""
        return len(self.cells) // self.width if self.width else 0

    @cached_property
    def arrays(self) -> CellArrays:
        """The cells as plain arrays."""
        return CellArrays.of(self.cells)

    @cached_property
    def values(self) -> npt.NDArray[np.float64]:
        """The values of the cells, NaN where there is none."""
        return self.cells["value"].to_numpy(dtype="float64")

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
    def by_year(self) -> Pivot:
        """The cells with the years across."""
        return pivot(self.cells, "years")

    @cached_property
    def evidence(self) -> Mapping[tuple[str, int | None], tuple[int, int]]:
        """The first and the last number of the readings of a place and year."""
        years = [known_year(year) for year in listed(self.readings, "year")]
        numbers: dict[tuple[str, int | None], tuple[int, int]] = {}
        for number, key in enumerate(zip(listed(self.readings, "place"), years, strict=True), 1):
            first, _ = numbers.get(key, (number, number))
            numbers[key] = (first, number)
        return numbers


def make_plan(tables: Tables, selection: Selection, *, lang: str) -> Plan:
    """Everything the sheets need; an indicator that the catalogue does not have raises KeyError.

    Nothing is borrowed from near years, whatever the selection says: a workbook is worked on, and a number in it is of its year.
    """
    selection = replace(selection, borrow=0)
    ids = tuple(dict.fromkeys(selection.indicators)) or tuple(tables.catalog.indicators)
    indicators = tuple(tables.catalog.indicators[indicator_id] for indicator_id in ids)
    held = cells(tables, selection, lang=lang)
    order = {doc_id: rank for rank, doc_id in enumerate(slots(tables, selection)["doc_id"].dropna())}
    chosen = select(tables, replace(selection, indicators=ids), main_only=False)
    own = tables.refusals["doc_id"].isin(reports_of(tables, selection)["doc_id"]) & tables.refusals["indicator"].isin(ids)
    readings, refusals = with_passages(
        tables, order, _numbered(chosen, order, ids, tables), _numbered(tables.refusals[own], order, ids, tables)
    )
    targets = _targets(held, readings, refusals)
    shown: dict[Target, int] = {}
    for at, target in enumerate(targets):
        if target is not None:
            shown.setdefault(target, at)
    return Plan(
        lang=lang,
        tables=tables,
        selection=selection,
        indicators=indicators,
        cells=held,
        readings=readings,
        refusals=refusals,
        reports=tables.reports[tables.reports["doc_id"].isin(order) | (tables.reports["status"] != READ)],
        targets=targets,
        shown=shown,
    )


def listed(table: pd.DataFrame, column: str) -> list[Any]:
    """A column's values; going over the column itself would make each value anew, ten times as slowly."""
    values: list[Any] = table[column].to_numpy(dtype=object).tolist()
    return values


def known_year(year: Any) -> int | None:
    """A year of a table as a number; None for one that is missing."""
    return None if pd.isna(year) else int(year)


def row_of(target: Target) -> int:
    """The row of its sheet that a reading or a refusal stands in."""
    kind, number = target
    return number + (READINGS_TOP if kind == READING else REFUSALS_TOP)


def _numbered(table: pd.DataFrame, order: Mapping[str, int], ids: Sequence[str], tables: Tables) -> pd.DataFrame:
    """The rows in the order of the comparison, main readings first, numbered, with their place."""
    columns = {indicator_id: column for column, indicator_id in enumerate(ids)}
    keys = pd.DataFrame(
        {
            "rank": table["doc_id"].map(order),
            "column": table["indicator"].map(columns),
            "minor": ~table["main"] if "main" in table else False,
            "start": table["start"],
            "end": table["end"],
        }
    ).reset_index(drop=True)
    placed = table.take(keys.sort_values(list(keys.columns), kind="stable").index).reset_index(drop=True)
    return placed.assign(place=placed["doc_id"].map(tables.places).astype("str"), number=range(1, len(placed) + 1))


def _targets(held: pd.DataFrame, readings: pd.DataFrame, refusals: pd.DataFrame) -> list[Target | None]:
    """What each cell leads to: a value to its reading, a blank to the part or the refused figure that it speaks of."""
    found: list[Target | None] = [None] * len(held)
    state = held["state"].to_numpy(dtype=object)
    for cause, kind, table in (
        (VALUE, READING, readings[readings["main"]]),
        (str(BlankCause.PART_ONLY), READING, readings),
        (str(BlankCause.REFUSED), REFUSAL, refusals),
    ):
        at = np.flatnonzero(state == cause)
        keys = _keys(held.take(at), alone=cause == VALUE)
        numbers: dict[Any, int] = {}
        for key, number in zip(_keys(table, alone=cause == VALUE), table["number"].tolist(), strict=True):
            numbers.setdefault(key, number)
        for one, key in zip(at.tolist(), keys, strict=True):
            found[one] = (kind, numbers[key])
    return found


def _keys(table: pd.DataFrame, *, alone: bool) -> list[tuple[Any, ...]]:
    """Report and indicator of each row, and its first character unless it is alone of both."""
    columns = ["doc_id", "indicator"] if alone else ["doc_id", "indicator", "start"]
    return list(zip(*(listed(table, column) for column in columns), strict=True))
