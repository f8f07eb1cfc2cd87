"""A chart on the page: drawn, its marks opening their evidence, with pictures of it to download."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from types import ModuleType
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from exports.picture_names import safe_name
from panel.build import Tables
from panel.compare import Selection
from panel.standing import mark_of
from views import _address as address
from views._desk import Desk
from views._passage import open_passage
from views._pictures import show_pictures
from views._powerpoint import show_powerpoint
from views._screen import screen_of
from views._slides import show_add
from views._twin import show_twin
from views._words_pictures import BAR

CONFIG: dict[str, Any] = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"]}
# The camera in the bar over a chart draws in the browser itself, with the page's fonts, and needs nothing on the server.
CAMERA: dict[str, Any] = {"format": "png", "scale": 2}


Mark = Sequence[Any]
# The tables, a selection and a width → the runs of columns that a figure of that width shows one at a time.
Runs = Callable[[Tables, Selection, int], list[range]]


def open_mark(mark: Mark) -> None:
    """Make the passage of a mark (report, start, end) the chosen one; a mark without one leaves all as it is."""
    if len(mark) >= 3 and not any(pd.isna(part) for part in mark[:3]):
        open_passage((str(mark[0]), int(mark[1]), int(mark[2])))


def show_figure(
    desk: Desk,
    chart: ModuleType,
    selection: Selection,
    *,
    key: str,
    beside: bool = True,
    opens: Callable[[Mark], None] = open_mark,
    runs: Runs | None = None,
) -> None:
    """Draw a chart module's figure for the window it is seen in; a selected mark makes its passage the chosen one.

    `beside` tells whether the page's width is shared with the evidence (see side_by_side); `opens` is given what a selected mark
    carries, where that is no passage. `runs` cuts what is drawn into runs of columns, of which one is shown and chosen.
    """
    screen = screen_of()
    width = screen.beside_words if beside else screen.width
    found = [] if runs is None else runs(desk.tables, selection, width)
    part = _run_of(desk, found, key)
    figure = _drawn(desk.stamp, chart.__name__, selection, desk.lang, desk.made, width, screen.dark, part, desk.tables, chart)
    name = f"{mark_of(desk.tables, desk.lang)}{safe_name(figure.layout.meta['title'])}_{desk.made.isoformat()}"
    widget = f"{key}.{desk.variant}.{'.'.join(selection.indicators)}.{part}"
    with _room(key, int(figure.layout.width), width):
        st.plotly_chart(
            figure,
            theme=None,
            key=widget,
            on_select=_opener(widget, opens),
            selection_mode="points",
            config={**CONFIG, **_locale(desk), "toImageButtonOptions": {**CAMERA, "filename": name}},
            alt=figure.layout.meta["alt"],
        )
    with st.container(horizontal=True, vertical_alignment="center", key=f"under_{key}"):
        show_pictures(desk, chart, selection, key=key)
        show_powerpoint(desk, chart, selection, key=key)
        show_add(desk, chart, selection, key=key)
        st.page_link(
            desk.pages["methods"], label=desk.say("figure.methods"), icon=":material/rule:", query_params=address.current()
        )
    show_twin(desk, chart, selection, figure.layout.meta, key=key, run=found[part - 1] if found else None)


def _run_of(desk: Desk, runs: Sequence[range], key: str) -> int:
    """Which of several runs of columns is shown, from 1: asked for where there is more than one."""
    if len(runs) < 2:
        return 1
    with st.container(width=240):
        widget = f"{key}.run.{desk.variant}.{len(runs)}.{runs[-1].stop}"
        return int(st.number_input(desk.say("figure.run", n=len(runs)), 1, len(runs), key=widget))


def _locale(desk: Desk) -> dict[str, Any]:
    """The words of the bar over a chart in the page's language; plotly's own are English."""
    told = {key.removeprefix("bar."): desk.say(key) for key in BAR}
    return {"locale": desk.lang, "locales": {desk.lang: {"dictionary": told, "format": {}}}}


def _room(key: str, needed: int, width: int) -> DeltaGenerator:
    """A place that a figure fills; one that needs more than there is keeps its width, and is moved sideways."""
    if needed <= width:
        return st.container()
    st.html(f"<style>.st-key-wide_{key} {{min-width: {needed}px}}</style>")
    return st.container(key=f"wide_{key}")


# As many figures as some sessions look at in turn; one is some hundred kilobytes.
# A selection may name thousands of places, which Streamlit would hash one by one.
@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={Selection: repr})
def _drawn(
    stamp: str,
    name: str,
    selection: Selection,
    lang: str,
    made: date,
    width: int,
    dark: bool,
    part: int,
    _tables: Tables,
    _chart: ModuleType,
) -> Any:
    """The figure, drawn once for what it is of and how it is seen: a click on it draws nothing anew."""
    return _chart.draw(_tables, selection, lang=lang, made=made, width=width, dark=dark, part=part)


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """A place for a chart and one for its evidence: beside it where the window is wide enough, else below it.

    The keys are the names by which the pages' style sheet knows the two.
    """
    with st.container(horizontal=True, key="beside"):
        return st.container(key="figure"), st.container(key="words")


def _opener(widget: str, opens: Callable[[Mark], None]) -> Callable[[], None]:
    def opened() -> None:
        points = st.session_state[widget]["selection"]["points"]
        marked = points[0].get("customdata") if points else None
        if marked is not None:
            opens(marked)

    return opened
