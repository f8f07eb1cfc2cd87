"""One indicator over the years, a line for each place that breaks where a year is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from charts import dumbbell, multiples, slope, trend
from panel.compare import Selection, cells, has_value
from panel.schema import is_text, rows_of
from panel.selection import first_view
from panel.trends import FEWEST, Trend, trend_of
from views import _address as address
from views._choose import choose, choose_drawn, choose_view, first_indicators
from views._desk import Desk
from views._figure import show_figure, side_by_side
from views._passage import show_chosen
from views._tables import page_of, show_cells, show_plain

PATH = "trend"
# The ways to draw the years.
WAYS = {"line": trend, "ends": dumbbell, "slope": slope, "multiples": multiples}
ICON = ":material/show_chart:"


def show(desk: Desk) -> Selection:
    """The page; returns the selection for the downloads."""
    default = first_indicators(desk)
    # Over the years, of one level.
    selection = choose(desk, default=default, view=replace(first_view(desk.tables), years=()))
    if not selection.indicators:
        st.info(desk.say("no_indicator"))
        for indicator_id in default:
            name = desk.indicator(indicator_id)
            st.button(desk.say("no_indicator_button", name=name), on_click=address.put, kwargs={"indicator": [indicator_id]})
        return selection
    drawn = choose_drawn(desk, selection.indicators)
    held = cells(desk.tables, selection, lang=desk.lang)
    about_drawn = held if len(selection.indicators) == 1 else held[is_text(held["indicator"], drawn)]
    valued = np.flatnonzero(has_value(about_drawn))
    if not len(valued):
        st.info(desk.say("no_values", name=desk.indicator(drawn)))
    elif not about_drawn["place"].take(valued).duplicated().any():
        st.info(desk.say("one_point_each"))
    kind = choose_view(desk, "way", WAYS)
    chart, evidence = side_by_side()
    with chart:
        show_figure(desk, WAYS[kind], replace(selection, indicators=(drawn,)), key="trend")
    with evidence:
        show_chosen(desk, about_drawn)
    about = replace(selection, indicators=(drawn,))
    _show_trends(desk, about, about_drawn)
    show_cells(desk, about, about_drawn, key="trend_cells")
    return selection


def _show_trends(desk: Desk, selection: Selection, held: pd.DataFrame) -> None:
    """For each place with several years a trend word by the rule, and whether that is for the better; nothing where none has.
    Worked out when it is opened."""
    dated = np.flatnonzero(has_value(held) & held["year"].notna())
    if not held["place"].take(dated).duplicated().any():
        return
    expander = st.expander(desk.say("trend.words"), key=f"trend_words.{desk.lang}", on_change="rerun")
    if not expander.open:
        return
    breaks = tuple(found.year for found in desk.tables.catalog.indicators[selection.indicators[0]].breaks)
    better = desk.tables.catalog.indicators[selection.indicators[0]].better
    found = _trends(desk.stamp, selection, desk.lang, breaks, held.take(dated))
    with expander:
        st.caption(desk.say("trend.rule", n=FEWEST))
        rows = page_of(desk, pd.DataFrame(found, columns=["place", "years_given", "first", "last", "trend"]), key="trends")
        shown = rows.assign(
            trend=rows["trend"].map(lambda word: desk.say(f"trend.{word}")),
            meaning=rows["trend"].map(lambda word: _say_better(desk, better, Trend(word))),
        )
        show_plain(desk, shown)


@st.cache_resource(show_spinner=False, max_entries=64)
def _trends(
    stamp: str, selection: Selection, lang: str, breaks: tuple[int, ...], _dated: pd.DataFrame
) -> list[tuple[str, int, str, str, Trend]]:
    """For each place with several years: the place, how many years, the first and the last figure, the trend word."""
    rows = []
    dated = _dated.sort_values("year")
    by_place: dict[str, list[Any]] = {}
    for row in rows_of(dated[["place", "year", "low", "high", "base", "scope", "text"]]):
        by_place.setdefault(row.place, []).append(row)
    for place, own in by_place.items():
        if len(own) < 2:
            continue
        rows.append((place, len(own), own[0].text, own[-1].text, trend_of(own, breaks)))
    return rows


def _say_better(desk: Desk, better: str, word: Trend) -> str:
    """Whether a trend is for the better, as the catalogue has it; "" where it has no direction or there is no trend."""
    if word is Trend.OPEN or better == "none":
        return ""
    return desk.say("trend.better" if (better == "higher") == (word is Trend.RISES) else "trend.worse")
