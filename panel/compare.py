"""Tables and a Selection → its rows, its cells with a value or a cause each, the wide table, and who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from extract.errors import Failure
from panel.blanks import BlankCause
from panel.build import Tables
from panel.display import describe_failure, format_earlier, format_value
from panel.reports import place_labels
from panel.schema import rows_of, text_or_none, to_table
from panel.selection import LEVEL_ORDER, Selection, reports_of, slots
from panel.words import WORDS

__all__ = [
    "CELL_COLUMNS",
    "LEVEL_ORDER",
    "VALUE",
    "Selection",
    "cells",
    "earlier_of",
    "missing",
    "place_labels",
    "reporting",
    "reports_of",
    "select",
    "slots",
    "wide",
    "with_report",
]

VALUE = "value"

CELL_COLUMNS: dict[str, str] = {
    "place": "str",
    "year": "Int64",
    "level": "str",
    "doc_id": "str",
    "indicator": "str",
    "name": "str",
    "theme": "str",
    "unit": "str",
    "state": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "qualifier": "str",
    "basis": "str",
    "base": "str",
    "scope": "str",
    "text": "str",
    "detail": "str",
    "start": "Int64",
    "end": "Int64",
    "quote": "str",
}


def select(tables: Tables, selection: Selection, *, main_only: bool = True) -> pd.DataFrame:
    """The panel's rows of the selection, same columns, in the panel's order; main readings only unless told otherwise."""
    panel = tables.panel
    chosen = panel["doc_id"].isin(reports_of(tables, selection)["doc_id"])
    if selection.indicators:
        chosen &= panel["indicator"].isin(selection.indicators)
    if main_only:
        chosen &= panel["main"]
    return panel[chosen].reset_index(drop=True)


def cells(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """CELL_COLUMNS: one row for every indicator of the selection in every slot (place, year), never a blank without a cause.

    `state` is "value" or a BlankCause. `text` is what to show: the value with its sign (≥95%), or the cause in a word.
    `detail`, `start`, `end` of a blank are those of build_blanks; of a file that could not be read `detail` says what is
    wrong with it, in the language. Where two reports tell of one place and year, the reading
    of the one published last is shown, and a blank only where neither gives a reading. Unknown indicators raise KeyError.
    """
    ids = selection.indicators or tuple(tables.catalog.indicators)
    readings = {(row.doc_id, row.indicator): row for row in rows_of(select(tables, replace(selection, indicators=ids)))}
    asked = tables.blanks["indicator"].isin(ids)
    blanks = {(row.doc_id, row.indicator): row for row in rows_of(tables.blanks[asked])}
    grouped: dict[tuple[str, int | None], list[Any]] = {}
    for slot in rows_of(slots(tables, selection)):
        grouped.setdefault((slot.place, None if pd.isna(slot.year) else int(slot.year)), []).append(slot)
    rows: list[Sequence[object]] = []
    for (place, year), held in grouped.items():
        for indicator_id in ids:
            indicator = tables.catalog.indicators[indicator_id]
            described = (indicator.id, indicator.name, indicator.theme, indicator.unit)
            slot = next((slot for slot in held if (slot.doc_id, indicator_id) in readings), held[0])
            doc_id = text_or_none(slot.doc_id)
            reading = readings.get((slot.doc_id, indicator_id))
            if reading is not None:
                told = _value_part(reading, indicator.decimals, lang)
            else:
                told = _blank_part(blanks.get((slot.doc_id, indicator_id)), tables.failures.get(slot.doc_id), lang)
            rows.append((place, year, text_or_none(held[0].level), doc_id, *described, *told))
    return to_table(rows, CELL_COLUMNS)


def missing(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """The cells of the selection without a value, CELL_COLUMNS, in the order of the causes and then of the slots."""
    held = cells(tables, selection, lang=lang)
    blank = held[held["state"] != VALUE]
    order = {str(cause): rank for rank, cause in enumerate(BlankCause)}
    return blank.sort_values("state", key=lambda states: states.map(order), kind="stable").reset_index(drop=True)


def wide(tables: Tables, selection: Selection, *, show: str = "text", lang: str = "zh") -> pd.DataFrame:
    """One row a slot, one column an indicator id after `place`, `year`, `level`, `doc_id`; `show` names the cell column shown.

    Rows stand in the order of slots(), indicators in that of the selection (of the catalogue when it names none).
    """
    held = cells(tables, selection, lang=lang)
    ids = list(selection.indicators or tables.catalog.indicators)
    keys = ["place", "year", "level"]
    head = held[keys].drop_duplicates().reset_index(drop=True)
    # The report of a row is the first one that its cells name: two reports of one place and year can share a row.
    head["doc_id"] = held.groupby(["place", "year"], sort=False, dropna=False)["doc_id"].first().to_numpy()
    for index, indicator_id in enumerate(ids):
        column = held[show].iloc[index :: len(ids)]
        head[indicator_id] = column.to_numpy()
    return head


def earlier_of(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """The rows of the selection of what reports say of the year before, EARLIER_COLUMNS and three texts, "" where nothing is.

    `text` is what is told (91%, +10.75%), `now_text` this year's figure that a change is counted from, `earlier_text` the
    earlier report's own figure.
    """
    told = tables.earlier[tables.earlier["doc_id"].isin(reports_of(tables, selection)["doc_id"])]
    if selection.indicators:
        told = told[told["indicator"].isin(selection.indicators)]
    told = told.reset_index(drop=True)
    units = {indicator.id: indicator.unit for indicator in tables.catalog.indicators.values()}

    def text(value: float, qualifier: str, indicator: str) -> str:
        return "" if pd.isna(value) else format_value(value, qualifier, units[indicator], lang)

    texts: dict[str, list[str]] = {"text": [], "now_text": [], "earlier_text": []}
    for row in rows_of(told):
        texts["text"].append(format_earlier(row.kind, row.value, row.qualifier, row.unit, lang))
        texts["now_text"].append(text(row.now, row.now_qualifier, row.indicator))
        texts["earlier_text"].append(text(row.earlier_value, row.earlier_qualifier, row.indicator))
    return told.assign(**{name: pd.Series(held, dtype="str") for name, held in texts.items()})


def reporting(held: pd.DataFrame) -> tuple[int, int]:
    """(n, N) of cells: N cells have a report that was read, n of them a value."""
    told = with_report(held)
    return int((told["state"] == VALUE).sum()), len(told)


def with_report(held: pd.DataFrame) -> pd.DataFrame:
    """Those of the cells whose place and year have a report that was read."""
    return held[~held["state"].isin([str(BlankCause.NO_REPORT), str(BlankCause.UNREADABLE)])]


def _value_part(reading: Any, decimals: int, lang: str) -> Sequence[object]:
    """The columns of a cell with a value, from `state` on."""
    text = format_value(reading.value, reading.qualifier, reading.unit, lang, decimals)
    known = (text_or_none(reading.base), text_or_none(reading.scope))
    sharpness = (reading.low, reading.high, reading.qualifier, reading.basis)
    return (VALUE, reading.value, *sharpness, *known, text, None, reading.start, reading.end, reading.quote)


def _blank_part(blank: Any, failure: Failure | None, lang: str) -> Sequence[object]:
    """The columns of a cell without a value, from `state` on; `blank` is None where there is no report that was read, and
    `failure` is why the file could not be."""
    nothing = (None,) * 7
    if blank is None:
        cause = BlankCause.NO_REPORT if failure is None else BlankCause.UNREADABLE
        detail = None if failure is None else describe_failure(failure.kind, failure.fields, lang)[0]
        return (cause, *nothing, WORDS.say(f"cause.{cause}", lang), detail, None, None, None)
    text = WORDS.say(f"cause.{blank.cause}", lang)
    return (blank.cause, *nothing, text, text_or_none(blank.detail), blank.start, blank.end, None)
