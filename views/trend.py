"""One indicator over the years, a line for each place that breaks where a year is missing."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from charts import dumbbell, trend
from panel.compare import VALUE, Selection, cells
from panel.selection import first_view
from views import _address as address
from views._choose import choose, choose_drawn, choose_view, first_indicators
from views._desk import Desk
from views._figure import show_figure, side_by_side
from views._passage import show_chosen
from views._tables import show_cells

PATH = "trend"
# The ways to draw the years.
WAYS = {"line": trend, "ends": dumbbell}
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
    about_drawn = held[held["indicator"] == drawn]
    valued = about_drawn[about_drawn["state"] == VALUE]
    if valued.empty:
        st.info(desk.say("no_values", name=desk.indicator(drawn)))
    elif not valued["place"].duplicated().any():
        st.info(desk.say("one_point_each"))
    chart, evidence = side_by_side()
    with chart:
        kind = choose_view(desk, "way", WAYS)
        show_figure(desk, WAYS[kind], replace(selection, indicators=(drawn,)), key="trend")
    with evidence:
        show_chosen(desk, about_drawn)
    show_cells(desk, about_drawn, key="trend_cells")
    return selection
