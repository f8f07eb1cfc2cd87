"""Plan → the sheets 读数与证据 and 未采用: every figure with the words that state it, where they stand, and its cell.

Both are long tables, one row a figure, in the order of the comparison. A figure that the comparison shows leads back to
its cell, within Excel's limit of links; the cell's name stands there in any case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_cells import Cell, Value
from exports.excel_compare import level_name, year_value
from exports.excel_figures import Figures
from exports.excel_places import RANK_VALUE, compare_place, rank_rows, yearly_place, yearly_row, yearly_slots
from exports.excel_plan import READINGS_TOP, REFUSALS_TOP, Plan
from exports.excel_sheet import Book, Sheet, place, unit_name
from exports.excel_style import CENTER, INTEGER, LINK, NUMBER, TEXT, WRAP, YEAR
from exports.excel_table import Described, columns_of, open_table, rows_of_columns, table_name
from panel.display import describe_base
from panel.words import WORDS as SHARED

FIXED = 3  # number, cell and place stay in sight

_ROW = replace(INTEGER, color=LINK.color)
# Columns that show another one of the table.
_HELD = {"file": "doc_id", "name": "indicator"}
_FIGURE: tuple[Described, ...] = (
    ("number", INTEGER, 8.0),
    ("cell", LINK, 10.0),
    ("place", TEXT, None),
    ("level", CENTER, None),
    ("year", YEAR, None),
    ("name", WRAP, None),
    ("value", NUMBER, 11.0),
    ("unit", CENTER, None),
    ("qualifier", CENTER, 11.0),
    ("quote", WRAP, 60.0),
)
_ORIGIN: tuple[Described, ...] = (
    ("section", WRAP, 46.0),
    ("file", TEXT, None),
    ("start", INTEGER, 9.0),
    ("end", INTEGER, 9.0),
    ("indicator", TEXT, None),
    ("pattern", TEXT, None),
)
_IN_FILE: tuple[Described, ...] = (("page", INTEGER, 8.0), ("source_cell", TEXT, 14.0))
_YEARLY: Described = ("yearly_row", _ROW, 9.0)
_BASIS: Described = ("basis", CENTER, 11.0)
_OPERANDS: Described = ("operands", WRAP, 24.0)
READING_COLUMNS = (
    *_FIGURE,
    _BASIS,
    _OPERANDS,
    ("base", WRAP, 18.0),
    ("scope", WRAP, 24.0),
    ("main", CENTER, 9.0),
    *_ORIGIN,
    *_IN_FILE,
    _YEARLY,
    ("rank_row", _ROW, 9.0),
)
REFUSAL_COLUMNS = (*_FIGURE, _BASIS, ("reason", WRAP, 24.0), ("detail", WRAP, 24.0), *_ORIGIN, _YEARLY)


def write_readings(book: Book, plan: Plan) -> None:
    """The sheet of every reading, main or not."""
    _Evidence(plan, "readings", plan.readings, READING_COLUMNS, 1).write(book)


def write_refusals(book: Book, plan: Plan) -> None:
    """The sheet of every figure that was seen and not taken, with the reason."""
    _Evidence(plan, "refusals", plan.refusals, REFUSAL_COLUMNS, -1).write(book)


class _Evidence:
    """One of the two sheets; `sign` is that of its figures as targets."""

    def __init__(self, plan: Plan, key: str, figures: Figures, described: Sequence[Described], sign: int) -> None:
        self._plan, self._key, self._figures, self._described = plan, key, figures, described
        # By the number of a figure the cell of the plan that shows it.
        self._shown = plan.shown(sign)
        self._slots, self._ranks = yearly_slots(plan), rank_rows(plan)
        # The columns that lead back, and the sheets that they lead to.
        self._backs = {"cell": "compare", "yearly_row": "yearly", **({"rank_row": "ranks"} if sign > 0 else {})}

    def _back(self, column: str, at: int) -> tuple[Value, str] | None:
        """What stands in a column that leads back to the cell `at`, and where it leads; None where that sheet has it not."""
        plan = self._plan
        if column == "cell":
            where = compare_place(plan, at)
            return where, where
        if column == "yearly_row":
            # The year tells the column.
            where = yearly_place(plan, at, self._slots)
            return yearly_row(plan, at % plan.width, self._slots[at // plan.width][0]), where
        return (self._ranks[at], f"{RANK_VALUE}{self._ranks[at]}") if at in self._ranks else None

    def write(self, book: Book) -> None:
        """The whole sheet."""
        asked = len(self._backs) * len(self._shown)
        sheet = open_table(book, self._key, tab="2E7D5B" if self._key == "readings" else "A15C2B", links=asked)
        # Of a column that is fitted few texts are unlike: those are looked at, not all.
        texts = {column: self._unlike(column) for column, _, width in self._described if width is None}
        columns = columns_of(self._described, texts, book.lang)
        top = sheet.table(table_name(self._key), columns, self._rows(sheet, self._linked(sheet)), fixed=FIXED)
        expected = READINGS_TOP if self._key == "readings" else REFUSALS_TOP
        if top != expected:
            raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {expected}")

    def _linked(self, sheet: Sheet) -> dict[str, int]:
        """Make the links, those to the comparison first; gives for each column the last number that has one."""
        keys = [column for column, _, _ in self._described]
        last: dict[str, int] = {}
        top = sheet.rows.last + 1
        for column, key in self._backs.items():
            title, letter = WORDS.say(f"sheet.{key}", sheet.book.lang), get_column_letter(keys.index(column) + 1)
            last[column] = 0
            for number, at in self._shown.items():
                back = self._back(column, at)
                if back is not None and not sheet.rows.link(f"{letter}{top + number}", place(title, back[1])):
                    break
                last[column] = number
        return last

    def _rows(self, sheet: Sheet, linked: Mapping[str, int]) -> Iterator[Sequence[Cell]]:
        styles = {column: sheet.number(look) for column, look, _ in self._described}
        bare = {column: sheet.number(INTEGER if column != "cell" else TEXT) for column in self._backs}
        for part in self._figures.parts():
            numbers = part["number"].tolist()
            values: dict[str, tuple[Sequence[Value], int | Sequence[int]]] = {}
            for column, _, _ in self._described:
                if column in self._backs:
                    backs = [
                        self._back(column, at) if (at := self._shown.get(number)) is not None else None for number in numbers
                    ]
                    inks = [styles[column] if number <= linked[column] else bare[column] for number in numbers]
                    values[column] = [None if back is None else back[0] for back in backs], inks
                else:
                    values[column] = self._column(column, part), styles[column]
            yield from rows_of_columns(values.values())

    def _unlike(self, column: str) -> list[Value]:
        if column == "place":
            return [self._plan.tables.places[doc_id] for doc_id in self._figures.unlike("doc_id")]
        own = _HELD.get(column, column)
        return self._column(column, pd.DataFrame({own: pd.Series(self._figures.unlike(own), dtype=object)}))

    def _column(self, column: str, part: pd.DataFrame) -> list[Value]:
        """What a column holds of some rows."""
        plan, lang = self._plan, self._plan.lang
        held: list[Any] = part[_HELD.get(column, column)].to_numpy(dtype=object).tolist()
        if column in ("number", "start", "end", "value", "page"):
            return [None if pd.isna(value) else value for value in held]
        if column == "unit" and self._key == "readings":
            return _said(held, lambda unit: unit_name(plan.tables.catalog.units[unit], lang))
        if column in _SAID:
            return _said(held, _SAID[column](plan))
        return [value if isinstance(value, str) and value else None for value in held]


def _said(held: Sequence[Any], say: Callable[[Any], Value]) -> list[Value]:
    """What is said of each value; of many few are unlike."""
    told = {value: say(value) for value in set(held)}
    return [told[value] for value in held]


def _name(plan: Plan) -> Callable[[str], Value]:
    indicators = plan.tables.catalog.indicators
    return lambda one: indicators[one].name if plan.lang == "zh" else indicators[one].name_en


def _word(key: str) -> Callable[[Plan], Callable[[Any], Value]]:
    return lambda plan: lambda word: SHARED.say(f"{key}.{word}", plan.lang) if isinstance(word, str) else None


# How the values of a column are said.
_SAID: Mapping[str, Callable[[Plan], Callable[[Any], Value]]] = {
    "name": _name,
    "level": lambda plan: lambda level: level_name(level, plan.lang),
    "year": lambda plan: lambda year: year_value(year, plan.lang),
    "main": lambda plan: lambda main: WORDS.say("yes" if main else "no", plan.lang),
    "base": lambda plan: lambda base: describe_base(base, plan.lang) if isinstance(base, str) and base else None,
    "qualifier": _word("qualifier"),
    "basis": _word("basis"),
    "reason": _word("reason"),
}
