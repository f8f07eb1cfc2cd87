"""The sentences behind one indicator, place below place: the figure in a column of its own, and what is said otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from panel.compare import Selection
from panel.display import describe_base
from panel.schema import rows_of, text_or_none
from panel.selection import first_view
from panel.wordings import Differs, wordings
from views import _address as address
from views._choose import choose, choose_drawn, first_indicators
from views._desk import Desk
from views._passage import show_chosen_over
from views._screen import screen_of
from views._tables import page_of, show_rows

PATH = "wording"
ICON = ":material/format_align_center:"


def show(desk: Desk) -> Selection:
    """The page; returns the selection for the downloads."""
    default = first_indicators(desk)
    selection = choose(desk, default=default, view=first_view(desk.tables))
    if not selection.indicators:
        st.info(desk.say("no_indicator"))
        for indicator_id in default:
            name = desk.say("no_indicator_button", name=desk.indicator(indicator_id))
            st.button(name, on_click=address.put, kwargs={"indicator": [indicator_id]})
        return selection
    drawn = choose_drawn(desk, selection.indicators)
    found = wordings(desk.tables, replace(selection, indicators=(drawn,)), lang=desk.lang)
    indicator = desk.tables.catalog.indicators[drawn]
    st.subheader(f"{indicator.name if desk.lang == 'zh' else indicator.name_en} ({desk.unit(indicator.unit)})")
    st.caption(indicator.definition if desk.lang == "zh" else indicator.definition_en)
    if found.empty:
        st.info(desk.say("no_values", name=desk.indicator(drawn)))
        return selection
    otherwise = int(found["differs"].map(len).gt(0).sum())
    st.text(desk.say("wording.counts", n=len(found), otherwise=otherwise))
    show_chosen_over(desk)
    _show_table(desk, found)
    return selection


def _show_table(desk: Desk, found: pd.DataFrame) -> None:
    found = page_of(desk, found, key="wordings")
    rows = list(rows_of(found))
    shown = pd.DataFrame(
        {
            "place": found["place"],
            "year": found["year"].map(desk.year, na_action=None),
            "differs": [_say_differences(desk, row) for row in rows],
            "before": found["before"],
            "figure": found["figure"],
            "behind": found["behind"],
        }
    )
    if screen_of().narrow:
        # Beside the words before it, the figure would stand outside a phone's window.
        shown = shown[["place", "figure", "differs", "before", "behind", "year"]]
    passages = [(row.doc_id, int(row.start), int(row.end)) for row in rows]
    show_rows(desk, shown, passages, key="wordings", wide=("before", "behind"), right=("before",), in_sight="figure")


def _say_differences(desk: Desk, row: Any) -> str:
    """What a row says otherwise than most, each thing in its own words."""
    told = {
        Differs.QUALIFIER: lambda: desk.shared(f"qualifier.{row.qualifier}"),
        Differs.BASIS: lambda: desk.shared(f"basis.{row.basis}"),
        Differs.BASE: lambda: desk.say("wording.base", base=describe_base(row.base, desk.lang)),
        Differs.SCOPE: lambda: desk.say("wording.scope", scope=row.scope),
        Differs.MEASURE: lambda: desk.say("wording.measure", measure=row.measure),
        Differs.LEVEL: lambda: desk.level(text_or_none(row.level)),
    }
    return desk.say("wording.joint").join(told[kind]() for kind in row.differs)
