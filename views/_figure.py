"""A chart on the page: drawn, its marks opening their evidence, with a picture of it to download."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from exports import pictures
from panel.build import Tables
from panel.compare import Selection
from panel.standing import mark_of
from views._desk import Desk
from views._passage import open_passage
from views._screen import screen_of
from views._twin import show_twin

CONFIG: dict[str, Any] = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"]}


def show_figure(desk: Desk, chart: ModuleType, selection: Selection, *, key: str, beside: bool = True) -> None:
    """Draw a chart module's figure for the window it is seen in; a selected mark makes its passage the chosen one.

    `beside` tells whether the page's width is shared with the evidence (see side_by_side).
    """
    screen = screen_of()
    width = screen.beside_words if beside else screen.width
    figure = _drawn(desk.stamp, chart.__name__, selection, desk.lang, desk.made, width, screen.dark, desk.tables, chart)
    widget = f"{key}.{desk.variant}.{'.'.join(selection.indicators)}"
    st.plotly_chart(
        figure,
        theme=None,
        # A figure that needs more than there is keeps its width and is moved sideways; any other fills what there is.
        width="content" if figure.layout.width > width else "stretch",
        key=widget,
        on_select=_opener(widget),
        selection_mode="points",
        config=CONFIG,
        alt=figure.layout.meta["alt"],
    )
    show_twin(desk, chart, selection, figure.layout.meta, key=key)
    show_pictures(desk, chart, selection, key=key)


# As many figures as some sessions look at in turn; one is some hundred kilobytes.
@st.cache_resource(show_spinner=False, max_entries=64)
def _drawn(
    stamp: str,
    name: str,
    selection: Selection,
    lang: str,
    made: date,
    width: int,
    dark: bool,
    _tables: Tables,
    _chart: ModuleType,
) -> Any:
    """The figure, drawn once for what it is of and how it is seen: a click on it draws nothing anew."""
    return _chart.draw(_tables, selection, lang=lang, made=made, width=width, dark=dark)


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """A place for a chart and one for its evidence: beside it where the window is wide enough, else below it.

    The keys are the names by which the pages' style sheet knows the two.
    """
    with st.container(horizontal=True, key="beside"):
        return st.container(key="figure"), st.container(key="words")


def show_pictures(desk: Desk, chart: ModuleType, selection: Selection, *, key: str) -> None:
    """Buttons for PNG and SVG, or the sentence that says what to install for them.

    A picture is drawn when it is asked for, at its own width and on white, whatever the window.
    """
    title = chart.TITLE[desk.lang]
    why = _cannot_draw(desk.lang)
    if why is not None:
        st.caption(desk.say("download.camera", why=why))
        return
    with st.container(horizontal=True):
        for kind, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
            st.download_button(
                desk.say(f"download.{kind}"),
                data=_drawer(desk, chart, selection, kind),
                file_name=f"{mark_of(desk.tables, desk.lang)}{title}_{desk.made.isoformat()}.{kind}",
                mime=mime,
                key=f"{key}.{kind}",
                on_click="ignore",
                type="tertiary",
                icon=":material/image:",
            )


def _drawer(desk: Desk, chart: ModuleType, selection: Selection, kind: Any) -> Callable[[], bytes]:
    def drawn() -> bytes:
        figure = chart.draw(desk.tables, selection, lang=desk.lang, made=desk.made)
        return pictures.to_picture(figure, format=kind, lang=desk.lang)

    return drawn


@st.cache_data(show_spinner=False, ttl=600)
def _cannot_draw(lang: str) -> str | None:
    # Asked again after a while: whoever installs what is missing need not start the app again.
    return pictures.can_draw(lang)


def _opener(widget: str) -> Callable[[], None]:
    def opened() -> None:
        points = st.session_state[widget]["selection"]["points"]
        marked = points[0].get("customdata") if points else None
        if marked is not None and len(marked) >= 3 and not any(pd.isna(part) for part in marked[:3]):
            open_passage((str(marked[0]), int(marked[1]), int(marked[2])))

    return opened
