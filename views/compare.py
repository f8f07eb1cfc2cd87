"""The start page: one indicator's values place by place, the table behind them, and the words behind each value."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from charts import distribution, funnel, heatmap, ranking
from panel.compare import Selection, cells, has_value, reporting, select
from panel.pivots import WAYS as PIVOTS
from panel.pivots import pivot
from panel.ranks import is_unlike
from panel.selection import first_view
from views import _address as address
from views._brief import show_brief
from views._choose import choose, choose_drawn, choose_rules, choose_view, first_indicators
from views._desk import Desk
from views._figure import show_figure, side_by_side
from views._passage import show_chosen
from views._pivot import show_pivot
from views._tables import show_cells

PATH = "compare"
# The ways to draw the places; the last one draws all chosen indicators at once.
WAYS = {"ranking": ranking, "distribution": distribution, "funnel": funnel, "heatmap": heatmap}
ICON = ":material/bar_chart:"


def show(desk: Desk) -> Selection:
    """The page; returns the selection for the downloads."""
    default = first_indicators(desk)
    selection = choose(desk, default=default, view=first_view(desk.tables))
    if not selection.indicators:
        _ask_for_indicator(desk, default)
        return selection
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="ways"):
        way = choose_view(desk, "chart", WAYS)
        together, years = choose_rules(desk, unlike=is_unlike(desk.tables, selection))
    # What is borrowed stays on the page and in its pictures.
    ruled = replace(selection, together=together, borrow=years)
    held = cells(desk.tables, ruled, lang=desk.lang)
    about, shown = ruled, held
    if WAYS[way] is not heatmap:
        drawn = choose_drawn(desk, selection.indicators)
        about, shown = replace(ruled, indicators=(drawn,)), held[held["indicator"] == drawn]
        _say_thin(desk, about, shown)
    chart, evidence = side_by_side()
    with chart:
        show_figure(desk, WAYS[way], about, key=way)
    with evidence:
        show_chosen(desk, shown)
    show_brief(desk, ruled, key="compare")
    _tables(desk, ruled, held)
    return selection


def _ask_for_indicator(desk: Desk, default: list[str]) -> None:
    st.info(desk.say("no_indicator"))
    for indicator_id in default:
        st.button(
            desk.say("no_indicator_button", name=desk.indicator(indicator_id)),
            on_click=address.put,
            kwargs={"indicator": [indicator_id]},
        )


def _say_thin(desk: Desk, selection: Selection, held: pd.DataFrame) -> None:
    """Say in a sentence why a chart holds little, and offer the nearest view that holds more."""
    name = desk.indicator(selection.indicators[0])
    given, reports = reporting(held)
    years = sorted(held["year"][has_value(held)].dropna().unique().tolist())
    if not reports:
        st.info(desk.say("no_reports_selected"))
        st.button(desk.say("clear_button"), on_click=address.put, kwargs={"level": [], "year": [], "place": []})
    elif given < 2 and len(selection.years) == 1:
        st.info(desk.say("one_year_thin", year=selection.years[0], n=given, name=name))
        st.button(desk.say("one_year_button"), on_click=address.put, kwargs={"year": []}, type="primary")
    elif not given:
        st.info(desk.say("no_values", name=name))
        _offer_others(desk, selection)
    elif len(years) > 1:
        joint = "、" if desk.lang == "zh" else ", "
        st.caption(desk.say("across_years", years=joint.join(map(str, years))))


def _offer_others(desk: Desk, selection: Selection) -> None:
    others = list(dict.fromkeys(select(desk.tables, replace(selection, indicators=()))["indicator"]))
    if others:
        st.button(
            desk.say("no_values_button", name=desk.indicator(others[0])),
            on_click=address.put,
            kwargs={"indicator": others[:1]},
        )


def _tables(desk: Desk, selection: Selection, held: pd.DataFrame) -> None:
    """The cells as a list and, turned, as a table; only the one that is looked at is made. An address that says how the table is
    turned opens that one."""
    heads = [desk.say("table.list"), desk.say("table.pivot")]
    first = heads[bool(address.value("pivot"))]
    listed, turned = st.tabs(heads, default=first, key=f"tables.{desk.lang}", on_change="rerun")
    with listed:
        if listed.open:
            st.caption(desk.say("table.hint"))
            show_cells(desk, selection, held, key="cells")
    with turned:
        if turned.open:
            st.caption(desk.say("table.pivot_hint"))
            show_pivot(desk, selection, pivot(held, choose_view(desk, "pivot", PIVOTS)), key="pivot")
