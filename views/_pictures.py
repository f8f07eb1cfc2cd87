"""The menu of pictures under a chart: a size and a format, one click; or the sentence that says what to install for them.

A picture is drawn when it is asked for, for its own size and on white, whatever the window. A PNG carries its view, so that it
can be dropped into the app again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from types import ModuleType
from typing import Any, cast

import streamlit as st

from exports import pictures
from exports.picture_names import safe_name
from exports.picture_view import View, with_view
from exports.picture_zip import Entry, PictureZip
from panel.build import Tables
from panel.compare import Selection
from panel.drawn import given_by, values_drawn
from panel.standing import mark_of
from views import _address as address
from views._bundle import show_bundle
from views._desk import Desk

SIZES = (*pictures.PAPERS, "page")
MIMES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf", "zip": "application/zip"}


@st.fragment
def show_pictures(desk: Desk, chart: ModuleType, selection: Selection, *, key: str) -> None:
    """The menu, or what is missing for it. What stands in it is made only once it is open."""
    why = cannot_draw(desk.lang)
    if why is not None:
        st.caption(desk.say("picture.camera", why=why))
        return
    menu = st.popover(desk.say("picture"), icon=":material/image:", type="tertiary", key=f"{key}.pictures", on_change="rerun")
    if not menu.open:
        return
    with menu:
        size = _choice(desk, "picture.size", SIZES, key)
        kind = cast(pictures.Format, _choice(desk, "picture.format", pictures.FORMATS, key))
        parts, title = _plan(desk.stamp, chart.__name__, selection, desk.lang, desk.made, size, desk.tables, chart)
        name = f"{mark_of(desk.tables, desk.lang)}{safe_name(title)}_{desk.made.isoformat()}"
        suffix = kind if parts == 1 else "zip"
        st.download_button(
            desk.say("picture.save") if parts == 1 else desk.say("picture.save_parts", n=parts),
            data=_maker(desk, chart, selection, size, kind, parts),
            file_name=f"{name}.{suffix}",
            mime=MIMES[suffix],
            key=f"{key}.{kind}.{suffix}",
            on_click="ignore",
            type="primary",
            width="stretch",
        )
        if parts > 1:
            st.caption(desk.say("picture.parts_hint", n=parts))
        if kind == "png":
            st.caption(desk.say("picture.reopen"))
        show_bundle(desk, chart, selection, size=size, kind=kind, key=key, draw=draw_picture)


def _choice(desk: Desk, name: str, options: tuple[str, ...], key: str) -> str:
    chosen = st.segmented_control(
        desk.say(name),
        options,
        default=options[0],
        format_func=lambda one: desk.say(f"{name}.{one}"),
        key=f"{key}.{name}",
        required=True,
    )
    return str(chosen)


@st.cache_data(show_spinner=False, max_entries=256)
def _plan(
    stamp: str, name: str, selection: Selection, lang: str, made: date, size: str, _tables: Tables, _chart: ModuleType
) -> tuple[int, str]:
    """On how many pictures of a size the chart stands, and its title."""
    meta = _figure(_tables, _chart, selection, lang, made, size, 1).layout.meta
    return meta["parts"], meta["title"]


def _figure(tables: Tables, chart: ModuleType, selection: Selection, lang: str, made: date, size: str, part: int) -> Any:
    paper = pictures.PAPERS.get(size)
    if paper is None:
        return chart.draw(tables, selection, lang=lang, made=made)
    return chart.draw(tables, selection, lang=lang, made=made, width=paper.width, height=paper.height, part=part)


def draw_picture(
    desk: Desk, chart: ModuleType, selection: Selection, size: str, kind: pictures.Format, part: int, told: dict[str, Any]
) -> tuple[bytes, Any]:
    """A picture and the `meta` of its figure; `told` is the address that a PNG carries. Raises PictureError."""
    figure = _figure(desk.tables, chart, selection, desk.lang, desk.made, size, part)
    paper = pictures.PAPERS.get(size)
    data = pictures.to_picture(figure, format=kind, larger=paper.scale if paper else 1.0, lang=desk.lang)
    return (with_view(data, view_of(desk, selection, told)) if kind == "png" else data), figure.layout.meta


def view_of(desk: Desk, selection: Selection, told: dict[str, Any]) -> View:
    """What a PNG of the page keeps; `told` is the whole address."""
    chosen: dict[str, Any] = {found.name: getattr(selection, found.name) for found in fields(selection)}
    lists = {name: tuple(map(str, value)) for name, value in chosen.items() if isinstance(value, tuple)}
    lists |= {"together": (str(int(selection.together)),), "borrow": (str(selection.borrow),)}
    values = values_drawn(desk.tables, selection)
    stamp = desk.tables.catalog.stamp
    return View(desk.path, told, desk.lang, desk.made.isoformat(), stamp, desk.stamp, lists, values)


def _maker(
    desk: Desk, chart: ModuleType, selection: Selection, size: str, kind: pictures.Format, parts: int
) -> Callable[[], bytes]:
    # Taken now: the session is not there when the browser asks for the file.
    told = address.whole()

    def one() -> bytes:
        return draw_picture(desk, chart, selection, size, kind, 1, told)[0]

    def several() -> bytes:
        found = PictureZip(total=parts, stamp=desk.tables.catalog.stamp, made=desk.made, lang=desk.lang)
        n, total = given_by(desk.tables, selection)
        for part in range(1, parts + 1):
            data, meta = draw_picture(desk, chart, selection, size, kind, part, told)
            heading = desk.say("picture.part", title=mark_of(desk.tables, desk.lang) + meta["title"], part=part)
            names = " ".join(map(desk.indicator, selection.indicators))
            found.add(Entry(heading, names, "", n, total, " ".join(meta["told"])), data, suffix=f".{kind}")
        return found.close()

    return one if parts == 1 else several


@st.cache_data(show_spinner=False, ttl=600)
def cannot_draw(lang: str) -> str | None:
    """What is missing for drawing pictures, None where nothing is."""
    # Asked again after a while: whoever installs what is missing need not start the app again.
    return pictures.can_draw(lang)
