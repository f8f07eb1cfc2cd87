"""A pivot of cells → a table on the page whose selected cell opens its passage, with a sparkline where the years run across."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts import sparkline
from panel.compare import Selection, has_value
from panel.display import format_value
from panel.pivots import WAYS, Key, Pivot
from panel.schema import rows_of
from panel.tabular import Cell, Tabular, cell_of
from views._copy import show_packed
from views._desk import Desk
from views._passage import Passage, row_passage
from views._screen import screen_of
from views._tables import open_cell, pack_copy
from views._widths import MOST_ROWS, table_height

# More columns than these nobody reads, and a browser gets slow.
MOST_COLUMNS = 60
SPARK, SPARK_WIDTH = "spark", 140


def show_pivot(desk: Desk, selection: Selection, found: Pivot, *, key: str) -> None:
    """The table, the columns that name its rows pinned; where columns are cut, a sentence says so."""
    own = WAYS[found.way][0]
    columns = found.columns[:MOST_COLUMNS]
    if len(found.columns) > len(columns):
        st.text(desk.say("table.pivot_cut", n=len(found.columns), shown=len(columns)))
    shown = {name: [_part(desk, name, row[at]) for row in found.rows] for at, name in enumerate(own)}
    config: dict[str, Any] = {name: st.column_config.Column(desk.say(f"col.{name}"), pinned=True) for name in own}
    if found.way == "years":
        shown[SPARK], told = _sparks(desk, found)
        config[SPARK] = st.column_config.ImageColumn(desk.say("col.spark"), width=SPARK_WIDTH, help=told)
        st.caption(told)
    for at, (column, texts) in enumerate(zip(columns, zip(*found.taken("text"), strict=True), strict=False)):
        shown[f"{at}"] = list(texts)
        config[f"{at}"] = st.column_config.Column(_head(desk, found, column), alignment="right")
    widget = f"{key}.{found.way}.{desk.variant}"
    st.dataframe(
        pd.DataFrame(shown),
        hide_index=True,
        placeholder="",
        column_config=config,
        height=table_height(len(found.rows), MOST_ROWS),
        key=widget,
        on_select=open_cell(
            widget, len(found.at), [str(at) for at in range(len(columns))], lambda row, at: _passage(found, row, at)
        ),
        selection_mode="single-cell",
    )
    numbers = _numbers(desk, found)
    rows = [(*(shown[name][at] for name in own), *numbers[at][: len(columns)]) for at in range(len(found.rows))]
    heads = [*(desk.say(f"col.{name}") for name in own), *(_head(desk, found, column) for column in columns)]
    show_packed(desk, pack_copy(desk, selection, Tabular(tuple(heads), tuple(rows))), key=key)


def _passage(found: Pivot, row: int, column: int) -> Passage | None:
    at = found.at[row][column]
    return None if at is None else row_passage(found.held.iloc[at])


def _numbers(desk: Desk, found: Pivot) -> list[list[Cell]]:
    """The cells as numbers where they are exact, "" where there is no slot."""
    cells = [cell_of(row, desk.decimals(row.indicator)) for row in rows_of(found.held)]
    return [["" if at is None else cells[at] for at in row] for row in found.at]


def _part(desk: Desk, name: str, value: object) -> str:
    """What names a row or a column, in words; an indicator with its unit, since its cells may stand in columns of years."""
    if name == "indicator":
        return f"{desk.indicator(str(value))} ({desk.unit(desk.tables.catalog.indicators[str(value)].unit)})"
    if name == "level":
        return desk.level(None if value is None else str(value))
    return desk.year(value) if name == "year" else str(value)  # type: ignore[arg-type]


def _head(desk: Desk, found: Pivot, column: Key) -> str:
    across = WAYS[found.way][1]
    if found.way == "places" and len({year for _, year in found.columns}) == 1:
        return str(column[0])
    return " ".join(_part(desk, name, value) for name, value in zip(across, column, strict=True))


def _sparks(desk: Desk, found: Pivot) -> tuple[list[str], str]:
    """A sparkline for each row, all on the scale of their indicator; a sentence tells the scale where there is one alone."""
    valued = found.held[has_value(found.held)]
    spans = {str(one): (float(own["value"].min()), float(own["value"].max())) for one, own in valued.groupby("indicator")}
    sparks = []
    for at, row in enumerate(found.rows):
        low, high = spans.get(str(row[-1]), (0.0, 0.0))
        sparks.append(sparkline(found.series(at), low, high, dark=screen_of().dark))
    if len(spans) != 1:
        return sparks, desk.say("table.spark")
    (indicator_id, span), decimals = next(iter(spans.items())), 2
    ends = [format_value(end, "exact", desk.tables.catalog.indicators[indicator_id].unit, desk.lang, decimals) for end in span]
    return sparks, desk.say("table.spark_scale", low=ends[0], high=ends[1])
