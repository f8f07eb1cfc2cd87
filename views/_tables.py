"""Rows of panel tables → tables on the page with heads in words, and the passage of whatever is selected in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from panel.compare import VALUE
from panel.display import describe_base
from views._desk import Desk
from views._passage import Passage, open_passage, row_passage

ROW_HEIGHT = 35
MOST_ROWS = 14


def show_cells(desk: Desk, held: pd.DataFrame, *, key: str) -> None:
    """The cells of a selection in a list, each value with its sign, unit, qualifier, basis, scope and quote."""
    valued = held["state"] == VALUE
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
    shown = shown.drop(columns=empty + (["indicator"] if held["indicator"].nunique() == 1 else []))
    show_rows(desk, shown, [row_passage(row) for row in held.to_dict("records")], key=key, wide=("quote",))


def show_rows(
    desk: Desk,
    shown: pd.DataFrame,
    passages: Sequence[Passage | None],
    *,
    key: str,
    wide: Sequence[str] = (),
    right: Sequence[str] = (),
    rows: int = MOST_ROWS,
) -> None:
    """A table whose rows open their passages; `shown` has columns named as in the words table ("col.…")."""
    config: dict[str, Any] = {
        column: st.column_config.Column(
            desk.say(f"col.{column}"),
            width="large" if column in wide else None,
            alignment="right" if column in right else None,
        )
        for column in shown.columns
    }
    widget = f"{key}.{desk.variant}"
    st.dataframe(
        shown,
        hide_index=True,
        column_config=config,
        height=table_height(len(shown), rows),
        key=widget,
        on_select=_opener(widget, passages),
        selection_mode="single-row",
    )


def _said(desk: Desk, what: str, values: pd.Series) -> pd.Series:
    return values.map(lambda value: "" if pd.isna(value) else desk.shared(f"{what}.{value}"), na_action=None)


def table_height(rows: int, most: int) -> int:
    """A table as high as its rows and no higher, so that a short one leaves no empty grid."""
    return ROW_HEIGHT * (min(rows, most) + 1) + 3


def _opener(widget: str, passages: Sequence[Passage | None]) -> Callable[[], None]:
    def opened() -> None:
        rows = st.session_state[widget]["selection"]["rows"]
        passage = passages[rows[0]] if rows and rows[0] < len(passages) else None
        if passage is not None:
            open_passage(passage)

    return opened
