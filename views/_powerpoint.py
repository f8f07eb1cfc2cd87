"""The button under a ranking or a trend that saves slides of the chosen indicators, with native charts, for PowerPoint."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import streamlit as st

from charts import ranking, trend
from exports.picture_names import safe_name
from exports.slide_plan import plan_deck
from exports.slides import to_pptx
from panel.compare import Selection
from panel.standing import mark_of
from views import _address as address
from views._desk import Desk

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def show_powerpoint(desk: Desk, chart: ModuleType, selection: Selection, *, key: str) -> None:
    """The button; nothing under charts that have no native form. The slides are made when they are asked for."""
    if chart not in (ranking, trend):
        return
    chosen = replace(selection, indicators=tuple(address.value("indicator") or selection.indicators))

    def made() -> bytes:
        return to_pptx(plan_deck(desk.tables, chosen, made=desk.made, lang=desk.lang), made=desk.made)

    names = "_".join(map(desk.indicator, chosen.indicators))
    st.download_button(
        desk.say("powerpoint"),
        data=made,
        file_name=f"{mark_of(desk.tables, desk.lang)}{safe_name(names)}_{desk.made.isoformat()}.pptx",
        mime=MIME,
        help=desk.say("powerpoint.help"),
        key=f"{key}.powerpoint",
        on_click="ignore",
        icon=":material/slideshow:",
        type="tertiary",
    )
