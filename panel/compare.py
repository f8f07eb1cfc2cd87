"""Tables and a Selection → its rows, its cells with a value or a cause each, and who is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from panel.blanks import VALUE, BlankCause
from panel.borrowing import borrow
from panel.build import Tables
from panel.display import describe_failure, format_earlier, format_value, unit_name
from panel.lookup import Chosen, Positions
from panel.matrix import STATES, VALUED, WITHOUT_REPORT, Matrix, States, matrix_of, matrix_unkept
from panel.reports import place_labels
from panel.schema import is_text, rows_of
from panel.selection import LEVEL_ORDER, Selection, chosen_reports, reports_of, slots
from panel.words import WORDS

__all__ = [
    "CELL_COLUMNS",
    "LEVEL_ORDER",
    "VALUE",
    "Selection",
    "cells",
    "cells_at",
    "cells_unkept",
    "earlier_of",
    "has_report",
    "has_value",
    "missing",
    "place_labels",
    "reporting",
    "reports_of",
    "select",
    "slots",
]

# What a cell takes over from the reading that it shows.
_OF_READING = ("value", "low", "high", "qualifier", "basis", "base", "scope", "start", "end", "quote")

CELL_COLUMNS: dict[str, str] = {
    "place": "str",
    "year": "Int64",
    "level": "str",
    "doc_id": "str",
    "indicator": "str",
    "name": "str",
    "theme": "str",
    "unit": "str",
    "unit_name": "str",
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
    "from_year": "Int64",
    "stands_for": "str",
}

COUNTED_COLUMNS: dict[str, str] = {"indicator": "str", "theme": "str", "n": "int64", "N": "int64"}


def select(tables: Tables, selection: Selection, *, main_only: bool = True) -> pd.DataFrame:
    """The panel's rows of the selection, same columns, in the panel's order; main readings only unless told otherwise."""
    rows = tables.panel_rows.rows(selection.indicators, chosen_reports(tables, selection))
    if main_only:
        rows = rows[tables.panel["main"].to_numpy()[rows]]
    return tables.panel.take(rows).reset_index(drop=True)


def cells(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """CELL_COLUMNS: one row for every indicator of the selection in every slot (place, year), never a blank without a cause.

    `name` and `unit_name` are those of the language. `state` is "value" or a BlankCause. `text` is what to show: the value with
    its sign (≥95%), or the cause in a word. `detail`, `start`, `end` of a blank are those of build_blanks; of a file that could
    not be read `detail` says what is wrong with it, in the language. Where two reports tell of one place and year, the reading
    of the one published last is shown, and a blank only where neither gives a reading. `from_year` and `stands_for` are set
    where the selection borrows figures of near years (panel/borrowing.py). Unknown indicators raise KeyError.
    """
    # Whether unlike figures are compared alters no cell.
    key = ("cells", replace(selection, together=False), lang)
    return tables.kept.table(key, lambda: _cells(tables, selection, matrix_of(tables, selection), lang))


def cells_unkept(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """The same, made anew and not kept, for what goes through all cells of a large panel once."""
    return _cells(tables, selection, matrix_unkept(tables, selection), lang)


def cells_at(tables: Tables, selection: Selection, cells_chosen: Positions, *, lang: str = "zh") -> pd.DataFrame:
    """Some of the cells of a selection, CELL_COLUMNS, by their numbers in its matrix (panel/matrix.py) and in that order. Nothing
    is borrowed: the cells are those of the selection without it."""
    return _told(tables, matrix_of(tables, selection), cells_chosen, lang)


def _cells(tables: Tables, selection: Selection, matrix: Matrix, lang: str) -> pd.DataFrame:
    return borrow(tables, _told(tables, matrix, np.arange(matrix.states.size), lang), selection.borrow, lang)


def _told(tables: Tables, matrix: Matrix, chosen: Positions, lang: str) -> pd.DataFrame:
    """The rows of the chosen cells: what the catalogue, the slot, the reading or the blank says of each.

    Column by column, put together once at the end: set one by one in a table they take three times as long.
    """
    readings, blanks, behind = (rows.ravel()[chosen] for rows in (matrix.readings, matrix.blanks, matrix.behind))
    slot, column = np.divmod(chosen, len(matrix.indicators) or 1)
    blanks = np.where(readings >= 0, -1, blanks)
    states = matrix.states.ravel()[chosen]
    told = {name: matrix.held[name].array.take(behind) for name in ("place", "year", "doc_id")}
    told["level"] = matrix.held["level"].array.take(matrix.first[slot])
    told |= _described(tables, matrix.indicators, column, lang)
    told |= {name: _taken(tables.panel[name], readings) for name in _OF_READING}
    told["state"] = pd.array(STATES, dtype="str").take(states)
    told["text"] = pd.array(_texts(told, readings >= 0, states, lang), dtype="str")
    told["detail"] = _details(tables, told["doc_id"], _taken(tables.blanks["detail"], blanks), lang)
    for name in ("start", "end"):
        told[name] = _positions(tables, name, readings, blanks)
    nowhere = np.full(len(chosen), -1)
    told["from_year"] = _taken(pd.Series(dtype="Int64"), nowhere)
    told["stands_for"] = _taken(pd.Series(dtype="str"), nowhere)
    held = pd.DataFrame({name: told[name] for name in CELL_COLUMNS}, copy=False)
    unlike = {name: dtype for name, dtype in CELL_COLUMNS.items() if held[name].dtype != pd.api.types.pandas_dtype(dtype)}
    return held.astype(unlike) if unlike else held


def _described(tables: Tables, ids: Sequence[str], column: Positions, lang: str) -> dict[str, Any]:
    """What the catalogue says of the indicator of each cell."""
    asked = [tables.catalog.indicators[indicator_id] for indicator_id in ids]
    of_one = {
        "indicator": [one.id for one in asked],
        "name": [one.name if lang == "zh" else one.name_en for one in asked],
        "theme": [one.theme for one in asked],
        "unit": [one.unit for one in asked],
        "unit_name": [unit_name(tables.catalog, one.unit, lang) for one in asked],
    }
    decimals = np.array([one.decimals for one in asked], dtype=np.int64)[column]
    return {**{name: pd.array(values, dtype="str").take(column) for name, values in of_one.items()}, "decimals": decimals}


def _taken(column: pd.Series[Any], rows: Positions) -> Any:
    """The values of a column in these rows, missing for -1."""
    return pd.api.extensions.take(column.array, rows, allow_fill=True)


def _positions(tables: Tables, name: str, readings: Positions, blanks: Positions) -> Any:
    """Where the words of each cell begin or end: those of its reading, else those of its blank, missing where it has none."""
    of_blank = _taken(tables.blanks[name], blanks)
    found = of_blank.to_numpy(dtype="int64", na_value=0)
    valued = readings >= 0
    found[valued] = tables.panel[name].to_numpy()[readings[valued]]
    return pd.arrays.IntegerArray(found, of_blank.isna() & ~valued)


def _texts(told: Mapping[str, Any], valued: Chosen, states: States, lang: str) -> Any:
    """What to show in each cell: the value with its sign, or the cause in a word."""
    words = [None if state == VALUE else WORDS.say(f"cause.{state}", lang) for state in STATES]
    texts = np.array(words, dtype=object)[states]
    rows = np.flatnonzero(valued)
    columns = [np.asarray(told[column].take(rows)) for column in ("value", "qualifier", "unit", "decimals")]
    # Among many figures few are unlike: each kind is written once.
    kinds = np.zeros(len(rows), dtype=np.int64)
    for held in columns:
        codes, found = pd.factorize(held, use_na_sentinel=False)
        kinds = pd.factorize(kinds * len(found) + codes)[0]
    firsts = np.zeros(kinds.max(initial=-1) + 1, dtype=np.int64)
    # Backwards, so that of each kind the first is written last.
    firsts[kinds[::-1]] = np.arange(len(kinds))[::-1]
    figures = zip(*(held[firsts].tolist() for held in columns), strict=True)
    written = [format_value(value, sharp, unit, lang, decimals) for value, sharp, unit, decimals in figures]
    texts[rows] = np.array(written, dtype=object)[kinds]
    return texts


def _details(tables: Tables, docs: Any, detail: Any, lang: str) -> Any:
    """The details of the blanks; of a file that could not be read what is wrong with it."""
    if not tables.failures:
        return detail
    problems = {name: describe_failure(found.kind, found.fields, lang)[0] for name, found in tables.failures.items()}
    told = pd.Series(docs).map(problems).astype("str")
    return told.where(told.notna(), pd.Series(detail)).array


def own_readings(tables: Tables, doc_id: str) -> pd.DataFrame:
    """The rows of the panel of one report, main or not."""
    place: Any = tables.report_rows.get_loc(doc_id)
    return tables.panel.take(tables.panel_rows.of_report(int(place))).reset_index(drop=True)


def counted(tables: Tables, selection: Selection) -> pd.DataFrame:
    """For each indicator of the selection, in its order, with its theme, how many reports `give` it (n) of those read (N)."""
    matrix = matrix_of(tables, selection)
    # Where no slot is selected nothing is said of any indicator.
    indicators = matrix.indicators if matrix.states.size else ()
    counts = matrix.counts()[: len(indicators)]
    themes = [tables.catalog.indicators[indicator].theme for indicator in indicators]
    told = counts.sum(axis=1) - counts[:, list(WITHOUT_REPORT)].sum(axis=1)
    rows = {"indicator": list(indicators), "theme": themes, "n": counts[:, VALUED], "N": told}
    return pd.DataFrame(rows).astype(COUNTED_COLUMNS)


def missing(tables: Tables, selection: Selection) -> Positions:
    """The cells of the selection that its reports give no value of, by their numbers (`cells_at`), in the order of the causes
    and then of the slots."""
    matrix = matrix_of(tables, selection)
    key = ("missing", replace(selection, together=False, borrow=0))
    return tables.kept.lasting(key, lambda: matrix.cells_in([STATES.index(cause) for cause in BlankCause]))


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
    """(n, N) of cells: N cells have a report that was read, n of them a value of its own."""
    told = has_report(held)
    return int((told & has_value(held) & held["from_year"].isna().to_numpy(dtype=bool)).sum()), int(told.sum())


def has_value(held: pd.DataFrame) -> Chosen:
    """Of each of the cells whether it has a value, its own or a borrowed one."""
    return is_text(held["state"], VALUE)


def has_report(held: pd.DataFrame) -> Chosen:
    """Of each of the cells whether its place and year have a report that was read."""
    # Only what is borrowed stands for something.
    columns = ["state", "stands_for"] if held["from_year"].notna().any() else ["state"]
    told = np.ones(len(held), dtype=bool)
    for column in columns:
        for cause in (BlankCause.NO_REPORT, BlankCause.UNREADABLE):
            told &= ~is_text(held[column], str(cause))
    return told
