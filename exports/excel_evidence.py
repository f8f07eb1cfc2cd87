"""Plan → the sheets 读数与证据 and 未采用: every figure with the words that state it, where they stand, and its cell.

Both are long tables, one row a figure, in the order of the comparison. A figure that the comparison shows leads back to
its cell, within Excel's limit of links; the cell's name stands there in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd
from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_cells import Cell, Value
from exports.excel_compare import level_name, year_value
from exports.excel_places import compare_place, rank_places, yearly_places
from exports.excel_plan import READING, READINGS_TOP, REFUSAL, REFUSALS_TOP, Plan, listed
from exports.excel_sheet import Book, Sheet, place, unit_name
from exports.excel_style import CENTER, INTEGER, LINK, NUMBER, TEXT, WRAP, YEAR
from exports.excel_table import Described, columns_of, open_table, rows_of_columns, table_name
from panel.display import describe_base
from panel.words import WORDS as SHARED

FIXED = 3  # number, cell and place stay in sight

_CHUNK = 4096  # rows of which the cells are made at a time
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
_YEARLY: Described = ("yearly_cell", LINK, 10.0)
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
    ("rank_cell", LINK, 10.0),
)
REFUSAL_COLUMNS = (*_FIGURE, _BASIS, ("reason", WRAP, 24.0), ("detail", WRAP, 24.0), *_ORIGIN, _YEARLY)


def write_readings(book: Book, plan: Plan) -> None:
    """The sheet of every reading, main or not."""
    _write(book, plan, READING, READING_COLUMNS, READINGS_TOP)


def write_refusals(book: Book, plan: Plan) -> None:
    """The sheet of every figure that was seen and not taken, with the reason."""
    _write(book, plan, REFUSAL, REFUSAL_COLUMNS, REFUSALS_TOP)


def _write(book: Book, plan: Plan, kind: str, described: Sequence[Described], expected: int) -> None:
    lang = book.lang
    table = plan.readings if kind == READING else plan.refusals
    key = "readings" if kind == READING else "refusals"
    backs = _backs(plan, kind, [column for column, _, _ in described])
    asked = sum(len(own) for _, own in backs.values())
    sheet = open_table(book, key, tab="2E7D5B" if kind == READING else "A15C2B", links=asked)
    keys = [column for column, _, _ in described if column not in backs]
    # Of a column that is fitted few texts are unlike: those are looked at, not all.
    texts: dict[str, Iterable[object]] = {
        column: _column(column, _one_of_each(table, column), plan, kind)
        for column, _, width in described
        if width is None and column not in backs
    }
    linked = _link_back(sheet, backs, [column for column, _, _ in described])
    columns = columns_of(described, texts, lang)
    styles = {column: sheet.number(look) for column, look, _ in described}
    bare = sheet.number(TEXT)

    def rows() -> Iterator[Sequence[Cell | None]]:
        for start in range(0, len(table), _CHUNK):
            held = table.iloc[start : start + _CHUNK]
            values = {column: (_column(column, held, plan, kind), styles[column]) for column in keys}
            numbers = range(start + 1, start + 1 + len(held))
            for column, (_, own) in backs.items():
                inks = [styles[column] if number in linked[column] else bare for number in numbers]
                values[column] = ([own.get(number) for number in numbers], inks)
            yield from rows_of_columns(values[column] for column, _, _ in described)

    top = sheet.table(table_name(key), columns, rows(), fixed=FIXED)
    if top != expected:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {expected}")


def _backs(plan: Plan, kind: str, columns: Sequence[str]) -> dict[str, tuple[str, dict[int, str]]]:
    """For each of the columns that lead back the sheet that it leads to, and the cell there by the number of the figure."""
    shown = {number: at for (own, number), at in plan.shown.items() if own == kind}
    yearly, ranks = yearly_places(plan), rank_places(plan)
    found = {
        "cell": ("compare", {number: compare_place(plan, at) for number, at in shown.items()}),
        "yearly_cell": ("yearly", {number: yearly[at] for number, at in shown.items()}),
        "rank_cell": ("ranks", {number: ranks[at] for number, at in shown.items() if at in ranks}),
    }
    return {column: found[column] for column in found if column in columns}


def _link_back(sheet: Sheet, backs: Mapping[str, tuple[str, dict[int, str]]], columns: Sequence[str]) -> dict[str, set[int]]:
    """Make the links, those to the comparison first; gives for each column the numbers of the figures that have one."""
    linked: dict[str, set[int]] = {}
    for column, (key, own) in backs.items():
        title, at = WORDS.say(f"sheet.{key}", sheet.book.lang), columns.index(column) + 1
        letter = get_column_letter(at)
        top = sheet.rows.last + 1
        linked[column] = {
            number for number, cell in own.items() if sheet.rows.link(f"{letter}{top + number}", place(title, cell))
        }
    return linked


def _one_of_each(table: pd.DataFrame, column: str) -> pd.DataFrame:
    return table.drop_duplicates(_HELD.get(column, column))


def _column(column: str, table: pd.DataFrame, plan: Plan, kind: str) -> list[Value]:
    lang = plan.lang
    held = listed(table, _HELD.get(column, column))
    if column in ("number", "start", "end", "value", "page"):
        return [None if pd.isna(value) else value for value in held]
    if column == "year":
        return [year_value(year, lang) for year in held]
    if column == "main":
        return [WORDS.say("yes" if main else "no", lang) for main in held]
    if column == "level":
        return [level_name(level, lang) for level in held]
    if column in ("qualifier", "basis", "reason"):
        return [SHARED.say(f"{column}.{word}", lang) if isinstance(word, str) else None for word in held]
    if column == "name":
        return [_name(indicator_id, plan) for indicator_id in held]
    if column == "base":
        return [describe_base(base, lang) if isinstance(base, str) and base else None for base in held]
    if column == "unit" and kind == READING:
        units = plan.tables.catalog.units
        return [unit_name(units[unit], lang) for unit in held]
    return [value if isinstance(value, str) and value else None for value in held]


def _name(indicator_id: str, plan: Plan) -> str:
    indicator = plan.tables.catalog.indicators[indicator_id]
    return indicator.name if plan.lang == "zh" else indicator.name_en
