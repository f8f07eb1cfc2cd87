"""Plan → the sheets 读数与证据 and 未采用: every figure with the words that state it, where they stand, and its cell.

Both are long tables, one row a figure, in the order of the comparison. A figure that the comparison shows leads back to
its cell, within Excel's limit of links; the cell's name stands there in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from exports._words import WORDS
from exports.excel_package import Cell, Value
from exports.excel_plan import READING, READINGS_TOP, REFUSAL, REFUSALS_TOP, Plan, listed
from exports.excel_sheet import Book, Column, Sheet, fitted, place, unit_name
from exports.excel_style import CENTER, INTEGER, LINK, NUMBER, TEXT, WRAP, YEAR, Look
from panel.display import describe_base
from panel.words import WORDS as SHARED

FIXED = 3  # number, cell and place stay in sight

# Each column: the key of its head, its look, its width (None: fitted to its texts).
Described = tuple[str, Look, float | None]
_FIGURE: tuple[Described, ...] = (
    ("number", INTEGER, 8.0),
    ("cell", LINK, 10.0),
    ("place", TEXT, None),
    ("level", CENTER, None),
    ("year", YEAR, None),
    ("name", WRAP, None),
    ("value", NUMBER, 11.0),
    ("unit", CENTER, 9.0),
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
)
REFUSAL_COLUMNS = (*_FIGURE, _BASIS, ("reason", WRAP, 24.0), ("detail", WRAP, 24.0), *_ORIGIN)


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
    sheet = book.sheet(WORDS.say(f"sheet.{key}", lang), tab="2E7D5B" if kind == READING else "A15C2B")
    hint = WORDS.say(f"{key}.how", lang)
    if 1 + sum(target[0] == kind for target in plan.shown) > sheet.rows.free_links():
        hint += WORDS.say("evidence.limit", lang, limit=f"{sheet.rows.free_links():,}")
    sheet.heading(WORDS.say(f"{key}.title", lang), [hint])
    sheet.back_to(WORDS.say("sheet.contents", lang))
    values = _values(table, plan, [column for column, _, _ in described], kind)
    columns = [
        Column(head := WORDS.say(f"head.{column}", lang), look, _width(head, width, values[column]))
        for column, look, width in described
    ]
    top = sheet.table(key.capitalize(), columns, _rows(sheet, values, columns, kind, plan), fixed=FIXED)
    if top != expected:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {expected}")


def _width(head: str, width: float | None, values: Sequence[Value]) -> float:
    return fitted(head, {str(value) for value in values}, most=32) if width is None else width


def _rows(
    sheet: Sheet, values: dict[str, list[Value]], columns: Sequence[Column], kind: str, plan: Plan
) -> Iterator[Sequence[Cell | None]]:
    styles = [sheet.cell(None, column.look)[1] for column in columns]
    bare = sheet.cell(None, TEXT)[1]
    compare, where = WORDS.say("sheet.compare", plan.lang), list(values).index("cell")
    for number, row in enumerate(zip(*values.values(), strict=True), 1):
        cells: list[Cell | None] = list(zip(row, styles, strict=True))
        shown = plan.shown.get((kind, number))
        if shown is not None and not sheet.rows.link(sheet.reference(sheet.rows.last + 1, where + 1), place(compare, shown)):
            cells[where] = (shown, bare)
        yield cells


def _values(table: pd.DataFrame, plan: Plan, columns: Sequence[str], kind: str) -> dict[str, list[Value]]:
    """What each column holds, by the key of its head."""
    return {column: _column(column, table, plan, kind) for column in columns}


def _column(column: str, table: pd.DataFrame, plan: Plan, kind: str) -> list[Value]:
    lang = plan.lang
    if column == "cell":
        return [plan.shown.get((kind, number)) for number in range(1, len(table) + 1)]
    held = listed(table, {"file": "doc_id", "name": "indicator"}.get(column, column))
    if column in ("number", "start", "end", "value", "page"):
        return [None if pd.isna(value) else value for value in held]
    if column == "year":
        unknown = SHARED.say("unknown_year", lang)
        return [unknown if pd.isna(year) else int(year) for year in held]
    if column == "main":
        return [WORDS.say("yes" if main else "no", lang) for main in held]
    if column == "level":
        return [SHARED.say(f"level.{level}" if isinstance(level, str) else "level.unknown", lang) for level in held]
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
