"""One picture for each chosen place or indicator → a zip, made bit by bit with its progress shown, and stopped when asked.

A run of the fragment makes pictures for about a second and asks for the next run, so that a click on stop is heard between
two of them. What was made by then can be saved.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

import streamlit as st

from charts import ranking, spine, trend
from exports.picture_zip import Entry, PictureZip
from exports.pictures import Format, PictureError
from panel.compare import Selection, place_labels
from panel.drawn import given_by, given_in
from panel.peers import years_of
from panel.selection import reports_of
from panel.standing import mark_of
from views import _address as address
from views._desk import Desk
from views._markdown import as_code

# Seconds of drawing in one run.
CHUNK = 1.0
# No session keeps more pictures than this: a zip of them is some twenty megabytes.
MOST = 120

Draw = Callable[[Desk, ModuleType, Selection, str, Format, int, dict[str, Any]], tuple[bytes, Any]]
# One picture: what it is of, and how many of how many give it.
Task = tuple[Selection, str, str]


@dataclass
class _Job:
    """Pictures under way: what is still to be drawn, the zip so far, and the finished zip."""

    chart: ModuleType
    size: str
    kind: Format
    tasks: list[Task]
    zip: PictureZip
    told: dict[str, Any]
    last: str = ""
    done: bytes | None = None
    faults: int = field(default=0)


def show_bundle(desk: Desk, chart: ModuleType, selection: Selection, *, size: str, kind: Format, key: str, draw: Draw) -> None:
    """The button that starts the pictures, the progress, or what was made; nothing where the chart has no such set."""
    tasks = _tasks(desk, chart, selection)
    at = f"{key}.bundle"
    job: _Job | None = st.session_state.get(at)
    if job is None:
        if len(tasks) > 1:
            of = "place" if chart is spine else "indicator"
            st.button(
                desk.say(f"bundle.{of}", n=len(tasks)),
                key=f"{at}.start",
                on_click=_start,
                args=(desk, chart, tasks, size, kind, at),
                width="stretch",
            )
        return
    if job.done is None:
        _go_on(desk, job, at, draw)
    else:
        _offer(desk, job, at)


def _tasks(desk: Desk, chart: ModuleType, selection: Selection) -> list[Task]:
    """(selection, indicator, place) of each picture: of the profile one a place of the selection, of ranking and trend one an
    indicator chosen on the page."""
    if chart is spine:
        places = [place for place in place_labels(reports_of(desk.tables, replace(selection, years=selection.years))) if place]
        rest = [place for place in places if selection.years[0] in years_of(desk.tables, place)]
        return [
            (replace(selection, places=(place, *(one for one in selection.places if one != place))), "", place)
            for place in rest[:MOST]
        ]
    if chart not in (ranking, trend):
        return []
    chosen = address.value("indicator") or []
    return [(replace(selection, indicators=(one,)), one, "") for one in chosen[:MOST]]


def _start(desk: Desk, chart: ModuleType, tasks: list[Task], size: str, kind: Format, at: str) -> None:
    made = PictureZip(total=len(tasks), stamp=desk.tables.catalog.stamp, made=desk.made, lang=desk.lang)
    st.session_state[at] = _Job(chart, size, kind, list(tasks), made, dict(address.whole()))


def _go_on(desk: Desk, job: _Job, at: str, draw: Draw) -> None:
    made, total = len(job.zip.entries), job.zip.total
    st.progress(made / total, text=desk.say("bundle.progress", i=made, n=total, title=as_code(job.last) if job.last else ""))
    st.button(desk.say("bundle.stop"), key=f"{at}.stop", on_click=_finish, args=(job,), width="stretch")
    until = time.monotonic() + CHUNK
    while job.tasks and time.monotonic() < until:
        _draw_next(desk, job, draw)
    if not job.tasks:
        _finish(job)
    st.rerun(scope="fragment")


def _draw_next(desk: Desk, job: _Job, draw: Draw) -> None:
    selection, indicator, place = job.tasks.pop(0)
    n, total = given_in(desk.tables, selection) if place else given_by(desk.tables, selection)
    entry = Entry("", desk.indicator(indicator) if indicator else "", place, n, total)
    told = job.told | ({"focus": (place,)} if place else {"indicator": (indicator,), "drawn": (indicator,)})
    part, parts = 1, 1
    while part <= parts:
        try:
            data, meta = draw(desk, job.chart, selection, job.size, job.kind, part, told)
        except PictureError as fault:
            job.zip.add(replace(entry, heading=place or entry.indicator, fault=str(fault)), None)
            job.faults += 1
            return
        parts = meta["parts"]
        title = mark_of(desk.tables, desk.lang) + meta["title"]
        heading = title if parts == 1 else desk.say("picture.part", title=title, part=part)
        job.zip.add(replace(entry, heading=heading, about=" ".join(meta["told"])), data, suffix=f".{job.kind}")
        job.zip.total += part > 1
        job.last = heading
        part += 1


def _finish(job: _Job) -> None:
    if job.done is None:
        job.done = job.zip.close()


def _offer(desk: Desk, job: _Job, at: str) -> None:
    made = len(job.zip.entries) - job.faults
    if len(job.zip.entries) < job.zip.total:
        st.caption(desk.say("bundle.stopped", n=made, total=job.zip.total))
    if job.faults:
        st.caption(desk.say("bundle.faults", n=job.faults))
    name = f"{mark_of(desk.tables, desk.lang)}{desk.say('picture')}_{desk.made.isoformat()}"
    st.download_button(
        desk.say("bundle.save", n=made),
        data=job.done or b"",
        file_name=f"{name}.zip",
        mime="application/zip",
        key=f"{at}.save",
        on_click="ignore",
        type="primary",
        width="stretch",
    )
    st.button(desk.say("bundle.again"), key=f"{at}.again", on_click=_forget, args=(at,), width="stretch")


def _forget(at: str) -> None:
    st.session_state.pop(at, None)
