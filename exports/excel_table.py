"""A sheet that is one table: heading, hint, the way back to the contents, then rows of values under heads from the word tables.

Where a sheet has more links to make than Excel takes the rest have none, and the hint says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat

from exports._words import WORDS
from exports.excel_cells import Cell, Value
from exports.excel_sheet import Book, Column, Sheet, fitted
from exports.excel_style import Look

# Each column: the key of its head, its look, its width (None: fitted to its texts).
Described = tuple[str, Look, float | None]


def open_table(book: Book, key: str, *, tab: str, links: int = 0, hints: Sequence[str] = ()) -> Sheet:
    """The sheet `key` up to where its table begins. `links` is how many its cells have to make, `hints` stand above its own."""
    lang = book.lang
    sheet = book.sheet(WORDS.say(f"sheet.{key}", lang), tab=tab)
    hint = WORDS.say(f"{key}.how", lang)
    # One leads back to the contents.
    if links + 1 > (free := sheet.rows.free_links()):
        hint += WORDS.say("table.limit", lang, limit=f"{free:,}")
    sheet.heading(WORDS.say(f"{key}.title", lang), [*hints, hint])
    sheet.back_to(WORDS.say("sheet.contents", lang))
    return sheet


def columns_of(
    described: Sequence[Described],
    texts: Mapping[str, Iterable[object]],
    lang: str,
    *,
    heads: Mapping[str, str] | None = None,
    most: float = 32,
) -> list[Column]:
    """The columns; `texts` are those that a fitted one shows, by its key, `heads` the heads that no word table has, `most` the
    widest that a fitted column gets."""
    columns = []
    for key, look, width in described:
        head = (heads or {}).get(key) or WORDS.say(f"head.{key}", lang)
        if width is None:
            width = fitted(head, {str(text) for text in texts[key] if text is not None}, most=most)
        columns.append(Column(head, look, width))
    return columns


def write_rows(
    sheet: Sheet,
    key: str,
    described: Sequence[Described],
    rows: Sequence[Mapping[str, Value]],
    *,
    fixed: int,
    heads: Mapping[str, str] | None = None,
    most: float = 32,
    filtered: bool = True,
) -> int:
    """The table of rows whose values stand by the keys of the columns, under a name made of `key`. Gives the row of the head."""
    texts = {column: {row[column] for row in rows} for column, _, width in described if width is None}
    columns = columns_of(described, texts, sheet.book.lang, heads=heads, most=most)
    styles = [sheet.number(column.look) for column in columns]
    keys = [column for column, _, _ in described]
    cells = (list(zip((row[column] for column in keys), styles, strict=True)) for row in rows)
    return sheet.table(table_name(key), columns, cells, fixed=fixed, filtered=filtered)


def table_name(key: str) -> str:
    """The name of a sheet's table: ChartData of chart_data."""
    return "".join(part.capitalize() for part in key.split("_"))


def rows_of_columns(columns: Iterable[tuple[Sequence[Value], int | Sequence[int]]]) -> Iterator[Sequence[Cell]]:
    """Rows of cells from columns, each its values and their styles, one for all or one each."""
    return zip(*(zip(held, repeat(own) if isinstance(own, int) else own, strict=False) for held, own in columns), strict=True)
