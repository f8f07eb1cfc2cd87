"""Rows of panel tables → tables on the page with heads in words, and the passage of whatever is selected in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st

from charts import footer_of
from panel.compare import Selection, has_value
from panel.display import describe_base
from panel.schema import listed, rows_of
from panel.tabular import Tabular, cell_of
from views._copy import pack_table, show_packed
from views._desk import Desk
from views._passage import Passage, open_passage, row_passages
from views._screen import screen_of
from views._widths import MOST_ROWS, MOST_WIDE, SENTENCE, column_width, make_way, pinned_width, table_height

# More rows than these come page by page.
MOST_SENT = 400
# A list of cells says so much of each that it comes in smaller pages.
MOST_LISTED = 250
# The columns that hold figures, by their names among the heads: aligned right, so that digits of one worth stand near each other.
FIGURES = frozenset(
    "text was change rank median of_peers of_reports given reports told now earlier years_given first last in_time late unknown "
    "precision recall labelled".split()
)
# A figure as texts have it: its sign, the mark of its quarter, its first digit. Years name what stands beside them.
_FIGURE, _YEAR = re.compile(r"[^\w(（]{0,3}\d"), re.compile(r"\d{4}")


def show_cells(desk: Desk, selection: Selection, held: pd.DataFrame, *, key: str) -> None:
    """The cells of a selection in a list, each value with its sign, unit, qualifier, basis, scope and quote, to be copied too.

    `key` tells apart what of a selection's cells the list holds: with the same it holds the same.
    """
    rows = page_in(desk, len(held), key=key, most=min(MOST_LISTED, MOST_SENT))
    found = _listed(desk.stamp, key, selection, desk.lang, desk.made, rows.start, rows.stop, held, desk)
    show_rows(desk, found.shown, found.passages, key=key, wide=("quote",), heads=found.heads)
    show_packed(desk, found.packed, key=key)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list as it is shown, heads of its own, the passages of its rows, and what its button copies."""

    shown: pd.DataFrame
    heads: dict[str, str]
    passages: list[Passage | None]
    packed: bytes


# A click on a row, or on anything else of the page, makes no list anew.
@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={Selection: repr})
def _listed(
    stamp: str,
    key: str,
    selection: Selection,
    lang: str,
    made: date,
    first: int | None,
    last: int,
    _held: pd.DataFrame,
    _desk: Desk,
) -> _Listed:
    desk, held = _desk, _held.iloc[first:last].reset_index(drop=True)
    valued = has_value(held)
    shown = pd.DataFrame(
        {
            "place": held["place"],
            "year": held["year"].map(desk.year, na_action=None),
            "level": held["level"].map(desk.level, na_action=None),
            "indicator": held["indicator"].map(desk.indicator),
            "text": held["text"],
            "unit": held["unit"].map(desk.unit).where(valued, ""),
            "qualifier": _said(desk, "qualifier", held["qualifier"]),
            "basis": _said(desk, "basis", held["basis"]),
            "base": held["base"].map(lambda base: "" if pd.isna(base) else describe_base(base, desk.lang), na_action=None),
            "scope": held["scope"].fillna(""),
            "quote": held["quote"].fillna(""),
        }
    )
    empty = [column for column in ("base", "scope") if not shown[column].any()]
    shown = shown.drop(
        columns=empty + (["indicator"] if len(selection.indicators) == 1 or _held["indicator"].nunique() == 1 else [])
    )
    numbers = [cell_of(row, desk.decimals(row.indicator)) for row in rows_of(held)]
    cells = [numbers if column == "text" else listed(shown[column]) for column in shown.columns]
    table = Tabular(tuple(desk.say(f"col.{column}") for column in shown.columns), tuple(zip(*cells, strict=True)))
    # What is copied are numbers, whose unit stands in the column; what is shown says it once.
    unit = _one_unit(held[valued])
    heads = {} if unit in (None, "%") else {"text": desk.say("col.text_in", unit=desk.unit(str(unit)))}
    shown["unit"] = held["unit"].map(partial(unit_beside, desk)).where(valued, "")
    shown = shown.drop(columns=[] if unit is None else ["unit"])
    return _Listed(shown, heads, row_passages(held), pack_copy(desk, selection, table))


def _one_unit(valued: pd.DataFrame) -> str | None:
    """The unit that all figures have in common; None where they have several, or there is none."""
    units = valued["unit"].unique()
    return str(units[0]) if len(units) == 1 else None


def unit_beside(desk: Desk, unit: str) -> str:
    """The unit of a figure as a column beside it has it: nothing where the figure says it itself."""
    return "" if unit == "%" else desk.unit(unit)


def pack_copy(desk: Desk, selection: Selection, table: Tabular) -> bytes:
    """What a button copies of a table of the selection: with its indicators as title, what its signs mean, and its source."""
    names = desk.say("overview.joint").join(map(desk.indicator, selection.indicators))
    source = footer_of(desk.tables, selection, lang=desk.lang, made=desk.made)
    return pack_table(desk, names, table, [desk.say("copy.note")], source)


def show_table(desk: Desk, table: Tabular, *, key: str) -> None:
    """A table as it is; a selected row, or cell, opens its sentence."""
    columns = [str(at) for at in range(len(table.heads))]
    texts = table.texts(desk.lang)
    numeric = [_holds_figures([row[at] for row in table.rows]) for at in range(len(columns))]
    config: dict[str, Any] = {
        column: st.column_config.Column(
            head, alignment="right" if right else None, width=column_width(head, (row[at] for row in texts))
        )
        for at, (column, head, right) in enumerate(zip(columns, table.heads, numeric, strict=True))
    }
    widget = f"{key}.{desk.variant}"
    by_row = [next((passage for passage in row if passage is not None), None) for row in table.passages]
    st.dataframe(
        pd.DataFrame(texts, columns=columns),
        hide_index=True,
        placeholder="",
        column_config=config,
        height=table_height(len(table.rows), MOST_ROWS),
        key=widget,
        on_select=open_cell(widget, len(table.rows), columns, lambda row, at: table.passages[row][at])
        if table.by_cell
        else _opener(widget, by_row),
        selection_mode="single-cell" if table.by_cell else "single-row",
    )


def _holds_figures(cells: Sequence[str | float]) -> bool:
    """Whether a column is one of figures: it holds a number, or most of its texts begin as a figure does and are no year."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    figures = [text for text in texts if _FIGURE.match(text) and not _YEAR.fullmatch(text)]
    return any(not isinstance(cell, str) for cell in cells) or 2 * len(figures) > len(texts)


def page_of(desk: Desk, held: pd.DataFrame, *, key: str) -> pd.DataFrame:
    """The rows of a table that are shown (`page_in`)."""
    return held.iloc[page_in(desk, len(held), key=key)].reset_index(drop=True)


def page_in(desk: Desk, total: int, *, key: str, most: int | None = None) -> slice:
    """Which of so many rows are shown: all, or where they are many one page of them, with the words that say so and the box in
    which another page is chosen. What is not shown is not sent: a page has `most` rows, MOST_SENT where it is None."""
    most = most or MOST_SENT
    if total <= most:
        return slice(total)
    pages = -(-total // most)
    box, words = st.columns([1, 4], vertical_alignment="bottom")
    page = int(box.number_input(desk.say("table.page", n=pages), 1, pages, key=f"{key}.page.{desk.variant}.{total}"))
    first = (page - 1) * most
    last = min(first + most, total)
    words.caption(desk.say("table.of_page", first=first + 1, last=last, n=total))
    return slice(first, last)


def show_rows(
    desk: Desk,
    shown: pd.DataFrame,
    passages: Sequence[Passage | None],
    *,
    key: str,
    wide: Sequence[str] = (),
    right: Sequence[str] = (),
    pinned: str = "",
    in_sight: str = "",
    heads: Mapping[str, str] = MappingProxyType({}),
    rows: int = MOST_ROWS,
) -> None:
    """A table whose rows open their passages; `shown` has columns named as in the words table ("col.…").

    Figures are aligned `right`, as are the columns named so; the `pinned` one stays in sight, whole but on a phone, which shows
    something beside it too; `heads` are said instead of those of the words table. Sentences, which the columns named `wide`
    hold, give way to the column that is to be `in_sight` before the table is moved.
    """
    said = {column: heads.get(column) or desk.say(f"col.{column}") for column in shown.columns}
    widths = {
        column: SENTENCE
        if column in wide
        else column_width(head, shown[column], pinned_width(screen_of()) if column == pinned else MOST_WIDE)
        for column, head in said.items()
    }
    if in_sight:
        widths = make_way(widths, wide, in_sight, screen_of().width)
    config: dict[str, Any] = {
        column: st.column_config.Column(
            head,
            width=widths[column],
            alignment="right" if column in right or column in FIGURES else None,
            pinned=column == pinned,
        )
        for column, head in said.items()
    }
    widget = f"{key}.{desk.variant}"
    st.dataframe(
        shown,
        hide_index=True,
        placeholder="",
        column_config=config,
        height=table_height(len(shown), rows),
        key=widget,
        on_select=_opener(widget, passages),
        selection_mode="single-row",
    )


def show_plain(
    desk: Desk, shown: pd.DataFrame, *, heads: Mapping[str, str] = MappingProxyType({}), rest: str | None = None
) -> None:
    """A table without passages; `shown` has columns named as in the words table ("col.…"), or with `heads` of their own.

    It is as wide as its words, so that a name stands near its figures on a large screen, unless the column named `rest` takes
    what the others leave of the page. Figures are aligned right. On a phone no column takes the whole of it.
    """
    screen = screen_of()
    most = screen.width * 3 // 5 if screen.narrow else SENTENCE
    config: dict[str, Any] = {}
    for column in shown.columns:
        head = heads.get(column) or desk.say(f"col.{column}")
        config[column] = st.column_config.Column(
            head,
            width=None if column == rest else column_width(head, shown[column], most),
            alignment="right" if column in FIGURES else None,
        )
    st.dataframe(
        shown,
        hide_index=True,
        placeholder="",
        column_config=config,
        height=table_height(len(shown), MOST_ROWS),
        width="content" if rest is None else "stretch",
    )


def _said(desk: Desk, what: str, values: pd.Series) -> pd.Series:
    return values.map(lambda value: "" if pd.isna(value) else desk.shared(f"{what}.{value}"), na_action=None)


def _opener(widget: str, passages: Sequence[Passage | None]) -> Callable[[], None]:
    def opened() -> None:
        rows = st.session_state[widget]["selection"]["rows"]
        passage = passages[rows[0]] if rows and rows[0] < len(passages) else None
        if passage is not None:
            open_passage(passage)

    return opened


def open_cell(
    widget: str, rows: int, columns: Sequence[str], passage_at: Callable[[int, int], Passage | None]
) -> Callable[[], None]:
    """The callback of a table whose selected cell opens its passage: `columns` are the names of those that have any, and
    `passage_at` is asked by row and by place among them."""

    def opened() -> None:
        for row, column in st.session_state[widget]["selection"]["cells"]:
            passage = passage_at(row, columns.index(column)) if column in columns and row < rows else None
            if passage is not None:
                open_passage(passage)

    return opened
