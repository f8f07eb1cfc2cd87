"""A picture dropped among the files → the view that it shows, opened again, and what has changed since it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from exports.excel_origin import says_origin
from exports.picture_view import View, ViewError, is_picture, read_view
from extract.pipeline import digest_of
from panel.compare import Selection
from panel.display import format_value
from panel.drawn import Difference, differences, values_drawn
from views import _address as address
from views._desk import Desk
from views._markdown import as_code

# How many values that differ are told one by one.
SHOWN = 20
# The hashes of those that were opened; and those of the run that went to the page of one, until the uploader has them again.
_OPENED, _LEFT = "_pictures_opened", "_pictures_left"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A picture by its file's name and the hash of its content, with its view or the kind of its fault."""

    name: str
    digest: str
    view: View | None
    fault: str = ""


def apart(
    uploaded: Sequence[tuple[str, bytes]],
) -> tuple[list[tuple[str, bytes]], list[Dropped], list[tuple[str, bytes]]]:
    """The files to read, the pictures with what is in them, and the workbooks of ours, which are no reports."""
    pictures, others, books = [], [], []
    for name, data in uploaded:
        # A picture under the name of a text is a fault of the file, and told as such.
        if name.lower().endswith(".png") and is_picture(data):
            pictures.append(_dropped(name, data))
        elif name.lower().endswith(".xlsx") and says_origin(data):
            books.append((name, data))
        else:
            others.append((name, data))
    return others, pictures, books


def _dropped(name: str, data: bytes) -> Dropped:
    digest = digest_of(data)
    try:
        return Dropped(name, digest, read_view(data))
    except ViewError as fault:
        return Dropped(name, digest, None, fault.kind)


def open_dropped(dropped: Sequence[Dropped], pages: Mapping[str, Any]) -> None:
    """Go to the view of the last picture that was not opened yet; one taken away and dropped again is opened again.

    Nothing of it is trusted: its address goes the way of any address, where values that do not exist are told and left out.
    """
    opened: set[str] = st.session_state.setdefault(_OPENED, set())
    fresh = [one for one in dropped if one.digest not in opened]
    opened |= {one.digest for one in fresh}
    if _LEFT not in st.session_state:
        opened &= {one.digest for one in dropped}
    for one in reversed(fresh):
        if one.view is not None and one.view.page in pages:
            # On the page gone to the uploader comes up empty, until the browser next tells what is in it.
            st.session_state[_LEFT] = list(dropped)
            _go(one.view, pages)


def _go(view: View, pages: Mapping[str, Any]) -> None:
    known = {name: list(values) for name, values in view.address.items() if name in address.FIELDS and values}
    st.switch_page(pages[view.page], query_params=known)


def show_dropped(desk: Desk, dropped: Sequence[Dropped]) -> None:
    """For each picture what is wrong with it, or what has changed since it was made."""
    if dropped:
        st.session_state.pop(_LEFT, None)
    for one in dropped or st.session_state.get(_LEFT, ()):
        name = as_code(one.name)
        if one.view is None or one.view.page not in desk.pages:
            st.warning(desk.say(f"dropped.{one.fault or 'page'}", name=name))
        else:
            _show_changes(desk, name, one.view)


def _show_changes(desk: Desk, name: str, view: View) -> None:
    now = desk.tables.catalog.stamp
    if view.catalogue != now:
        st.info(desk.say("dropped.catalogue", name=name, then=as_code(view.catalogue), now=as_code(now)))
    if view.values is None:
        st.info(desk.say("dropped.untold", name=name))
        return
    found = differences(view.values, values_drawn(desk.tables, selection_of(view)))
    made = as_code(view.made)
    if not found:
        st.success(desk.say("dropped.same", name=name, made=made))
        return
    st.warning(desk.say("dropped.changed", name=name, made=made, n=len(found)))
    with st.container(gap="xsmall"):
        for one in found[:SHOWN]:
            st.text(_line(desk, one))
        if len(found) > SHOWN:
            st.text(desk.say("dropped.more", n=len(found) - SHOWN))


def selection_of(view: View) -> Selection:
    """What the picture is of; what can't be read of it is left out."""
    told = view.selection
    years = tuple(int(year) for year in told.get("years", ()) if year.isascii() and year.isdigit())
    return Selection(told.get("indicators", ()), told.get("places", ()), years, told.get("levels", ()))


def _line(desk: Desk, one: Difference) -> str:
    def said(values: tuple[tuple[float, str], ...]) -> str:
        indicator = desk.tables.catalog.indicators.get(one.indicator)
        unit = indicator.unit if indicator else ""
        signs = {"exact", "min", "max", "approx"}
        return " / ".join(
            format_value(value, qualifier if qualifier in signs else "exact", unit, desk.lang) for value, qualifier in values
        )

    known = one.indicator in desk.tables.catalog.indicators
    name = desk.indicator(one.indicator) if known else one.indicator
    key = f"dropped.line.{one.kind}"
    year = desk.year(one.year)
    return desk.say(key, place=one.place, year=year, indicator=name, then=said(one.then), now=said(one.now))
