"""Tables and a Selection → what the workbook holds and which cell leads to which, before anything is written.

Readings and refusals are numbered from 1 in the order of the comparison's rows and columns, so that those of one report
stand together. The rows that the heads stand in are fixed here: links are made before the sheets that they lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd
from openpyxl.utils import get_column_letter

from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import VALUE, Selection, cells, reports_of, select, slots
from panel.display import describe_operands
from panel.reports import READ
from panel.standings import standings

if TYPE_CHECKING:
    from extract.catalog import Indicator
    from extract.model import Extraction

COMPARE_TOP = 9  # the row of the head; data from the next
READINGS_TOP = REFUSALS_TOP = CHECKS_TOP = EARLIER_TOP = CATALOGUE_TOP = FILES_TOP = 4
FIRST_COLUMN = 5  # of the comparison's indicators: after place, level, year and evidence

READING, REFUSAL = "reading", "refusal"
Target = tuple[str, int]  # READING or REFUSAL and its number


@dataclass(frozen=True)
class Plan:
    """The contents, in order. `cells` has one row a cell of the comparison: slot by slot, the indicators in their order.

    `readings` and `refusals` have, beside their table's columns, place, section, operands and number; `targets` says for each
    cell what it leads to (None: nothing), `shown` in which cell of the comparison a reading or refusal stands.
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
    shown: Mapping[Target, str]

    @property
    def slot_count(self) -> int:
        """How many rows the comparison has."""
        return len(self.cells) // len(self.indicators) if self.indicators else 0

    @cached_property
    def standings(self) -> pd.DataFrame:
        """STANDING_COLUMNS of the cells (panel/standings.py)."""
        return standings(self.tables.catalog, self.cells, lang=self.lang, together=self.selection.together)

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
    """Everything the sheets need; an indicator that the catalogue does not have raises KeyError."""
    ids = selection.indicators or tuple(tables.catalog.indicators)
    indicators = tuple(tables.catalog.indicators[indicator_id] for indicator_id in ids)
    held = cells(tables, selection, lang=lang)
    order = {doc_id: rank for rank, doc_id in enumerate(slots(tables, selection)["doc_id"].dropna())}
    chosen = select(tables, replace(selection, indicators=ids), main_only=False)
    own = tables.refusals["doc_id"].isin(reports_of(tables, selection)["doc_id"]) & tables.refusals["indicator"].isin(ids)
    sections = _sections(tables, order)
    readings = _numbered(chosen, order, ids, sections, tables)
    refusals = _numbered(tables.refusals[own], order, ids, sections, tables)
    targets = _targets(held, readings, refusals)
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
        shown=_shown(targets, len(ids)),
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


def _numbered(
    table: pd.DataFrame,
    order: Mapping[str, int],
    ids: Sequence[str],
    sections: Mapping[tuple[str, int, int], str],
    tables: Tables,
) -> pd.DataFrame:
    """The rows in the order of the comparison, main readings first, numbered, with their place and section."""
    columns = {indicator_id: column for column, indicator_id in enumerate(ids)}
    placed = table.assign(rank=table["doc_id"].map(order), column=table["indicator"].map(columns))
    placed["minor"] = ~placed["main"] if "main" in placed else False
    placed = placed.sort_values(["rank", "column", "minor", "start", "end"], kind="stable").reset_index(drop=True)
    spans = zip(listed(placed, "doc_id"), listed(placed, "start"), listed(placed, "end"), strict=True)
    placed["section"] = pd.Series([sections.get(span, "") for span in spans], dtype="str")
    operands = _operands(tables, order)
    figures = zip(
        listed(placed, "doc_id"), listed(placed, "indicator"), listed(placed, "start"), listed(placed, "end"), strict=True
    )
    placed["operands"] = pd.Series([operands.get(figure, "") for figure in figures], dtype="str")
    placed["place"] = placed["doc_id"].map(tables.places).astype("str")
    placed["number"] = range(1, len(placed) + 1)
    return placed


def _sections(tables: Tables, docs: Iterable[str]) -> dict[tuple[str, int, int], str]:
    """The headings above each passage of these reports that a reading or a refusal was found in, by report and span."""
    found = {}
    for doc_id, extraction in _read(tables, docs):
        for reading in extraction.readings:
            found[doc_id, reading.span.start, reading.span.end] = " › ".join(reading.section)
        for refusal in extraction.refusals:
            span = refusal.candidate.span
            found.setdefault((doc_id, span.start, span.end), " › ".join(refusal.candidate.clause.section))
    return found


def _read(tables: Tables, docs: Iterable[str]) -> Iterator[tuple[str, Extraction]]:
    """Those of the files that gave a report, with what was read of each."""
    return ((doc_id, tables.extractions[doc_id]) for doc_id in docs if doc_id in tables.extractions)


def _operands(tables: Tables, docs: Iterable[str]) -> dict[tuple[str, str, int, int], str]:
    """The figures that each reading that has any is worked out from, by report, indicator and span."""
    return {
        (doc_id, reading.indicator_id, reading.span.start, reading.span.end): describe_operands(
            extraction.report.text, reading, offsets=True
        )
        for doc_id, extraction in _read(tables, docs)
        for reading in extraction.readings
        if reading.operands
    }


def _targets(held: pd.DataFrame, readings: pd.DataFrame, refusals: pd.DataFrame) -> list[Target | None]:
    """What each cell leads to: a value to its reading, a blank to the part or the refused figure that it speaks of."""
    main: dict[tuple[str, str], int] = {}
    parts: dict[tuple[str, str, int], int] = {}
    refused: dict[tuple[str, str, int], int] = {}
    for number, (stands, key) in enumerate(zip(listed(readings, "main"), _passages(readings), strict=True), 1):
        if stands:
            main[key[:2]] = number
        parts.setdefault(key, number)
    for number, key in enumerate(_passages(refusals), 1):
        refused.setdefault(key, number)
    found: list[Target | None] = []
    for state, key in zip(listed(held, "state"), _passages(held), strict=True):
        if state == VALUE:
            found.append((READING, main[key[:2]]))
        elif state == BlankCause.PART_ONLY:
            found.append((READING, parts[key]))
        elif state == BlankCause.REFUSED:
            found.append((REFUSAL, refused[key]))
        else:
            found.append(None)
    return found


def _passages(table: pd.DataFrame) -> list[tuple[str, str, int]]:
    """Report, indicator and first character of each row."""
    return list(zip(listed(table, "doc_id"), listed(table, "indicator"), listed(table, "start"), strict=True))


def _shown(targets: Sequence[Target | None], width: int) -> dict[Target, str]:
    """The cell of the comparison, as F12, that each reading or refusal stands behind."""
    letters = [get_column_letter(FIRST_COLUMN + column) for column in range(width)]
    shown: dict[Target, str] = {}
    for index, target in enumerate(targets):
        if target is not None:
            shown.setdefault(target, f"{letters[index % width]}{COMPARE_TOP + 1 + index // width}")
    return shown
