"""Rows by the keys of their columns → a sheet that is one table: heading, hint, the way back to the contents, the table.

A value may bring a look and a link of its own; where there are more links than Excel takes the rest have none, and the
hint says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from exports._words import WORDS
from exports.excel_package import Cell, Value
from exports.excel_sheet import Book, Column, Sheet, fitted
from exports.excel_style import LINK_INK, Look

# Each column: the key of its head, its look, its width (None: fitted to its texts).
Described = tuple[str, Look, float | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """A value with a look of its own, and the place in the workbook that it leads to, if any."""

    value: Value
    look: Look
    target: str | None = None
    tip: str = ""


Row = Mapping[str, Value | Shown]


def write_table(
    book: Book,
    key: str,
    described: Sequence[Described],
    rows: Sequence[Row],
    *,
    tab: str,
    fixed: int,
    heads: Mapping[str, str] | None = None,
    most: float = 32,
) -> Sheet:
    """The sheet `key`; `heads` are those that no word table has, `most` the widest that a fitted column gets."""
    lang = book.lang
    sheet = book.sheet(WORDS.say(f"sheet.{key}", lang), tab=tab)
    hint = WORDS.say(f"{key}.how", lang)
    if 1 + sum(isinstance(value, Shown) and value.target is not None for row in rows for value in row.values()) > (
        free := sheet.rows.free_links()
    ):
        hint += WORDS.say("table.limit", lang, limit=f"{free:,}")
    sheet.heading(WORDS.say(f"{key}.title", lang), [hint])
    sheet.back_to(WORDS.say("sheet.contents", lang))
    columns = []
    for column, look, width in described:
        head = (heads or {}).get(column) or WORDS.say(f"head.{column}", lang)
        texts = {str(_bare(row[column])) for row in rows if _bare(row[column]) is not None}
        columns.append(Column(head, look, fitted(head, texts, most=most) if width is None else width))
    name = "".join(part.capitalize() for part in key.split("_"))
    sheet.table(name, columns, _cells(sheet, [key for key, _, _ in described], columns, rows), fixed=fixed)
    return sheet


def _bare(value: Value | Shown) -> Value:
    return value.value if isinstance(value, Shown) else value


def _cells(sheet: Sheet, keys: Sequence[str], columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Sequence[Cell | None]]:
    # The style of a column is asked for once, not for each of its cells.
    styles = [sheet.cell(None, column.look)[1] for column in columns]
    for row in rows:
        values = [row[key] for key in keys]
        yield [
            _cell(sheet, value, at) if isinstance(value, Shown) else (value, style)
            for at, (value, style) in enumerate(zip(values, styles, strict=True), 1)
        ]


def _cell(sheet: Sheet, shown: Shown, column: int) -> Cell:
    if shown.target is not None and sheet.rows.link(sheet.reference(sheet.rows.last + 1, column), shown.target, shown.tip):
        return sheet.cell(shown.value, replace(shown.look, color=LINK_INK))
    return sheet.cell(shown.value, shown.look)
