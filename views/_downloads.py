"""The workbook of the selection and its data for other programs: saved at a click; where there is much of it made first, with its
progress shown, and stopped when asked.

What takes long is made at the end of a run, which ends at the next word of its progress once the reader clicks on anything.
Not in a fragment: a click in the same fragment would wait until all is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from exports.data_package import to_zip
from exports.excel import STEPS, to_xlsx
from panel.compare import Selection, reports_of
from panel.standing import mark_of
from views._desk import Desk

# Of more reports than these it takes some seconds.
MANY = 1_000
MEGABYTE = 1_000_000

# How far it is, from 0 to 1, and in words.
Tell = Callable[[float, str], object]


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was made, and what it is of."""

    of: tuple[object, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class _Kind:
    """A file that is offered: its name in the words table, how it is made and how it is shown."""

    name: str
    suffix: str
    mime: str
    icon: str
    look: dict[str, Any]
    make: Callable[[Desk, Selection | None, Tell], bytes]


def _workbook(desk: Desk, selection: Selection | None, tell: Tell) -> bytes:
    def told(step: int, done: int) -> None:
        words = "download.lookup" if step == 0 else "download.packing" if step == STEPS - 1 else "download.step"
        tell(step / STEPS, desk.say(words, i=step + 1, n=STEPS, done=f"{done:,}"))

    return to_xlsx(desk.tables, selection, made=desk.made, lang=desk.lang, progress=told)


def _package(desk: Desk, selection: Selection | None, tell: Tell) -> bytes:
    def told(number: int, count: int) -> None:
        tell(number / count, desk.say("download.table", i=number + 1, n=count))

    return to_zip(desk.tables, selection, made=desk.made, lang=desk.lang, progress=told)


KINDS = (
    _Kind(
        "workbook",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ":material/table_view:",
        {"type": "primary", "width": "stretch"},
        _workbook,
    ),
    _Kind("data", "zip", "application/zip", ":material/folder_zip:", {"width": "stretch"}, _package),
)


def show_downloads(desk: Desk, selection: Selection | None) -> None:
    """The two buttons: the last part of a run, since it may take long."""
    reports = len(reports_of(desk.tables, selection or Selection()))
    for kind in KINDS:
        if reports > MANY:
            _show_slow(desk, selection, kind, reports)
        else:
            # What was made of a larger selection is many megabytes, and nobody can save it any more.
            st.session_state.pop(f"made.{kind.name}", None)
            make = partial(kind.make, desk, selection, lambda _share, _words: None)
            _offer(desk, kind, desk.say(f"download.{kind.name}"), make)


def _offer(desk: Desk, kind: _Kind, label: str, data: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=data,
        file_name=f"{mark_of(desk.tables, desk.lang)}{desk.say('download.file', date=desk.made.isoformat())}.{kind.suffix}",
        mime=kind.mime,
        help=desk.say(f"download.{kind.name}_help"),
        key=kind.name,
        on_click="ignore",
        icon=kind.icon,
        **kind.look,
    )


def _show_slow(desk: Desk, selection: Selection | None, kind: _Kind, reports: int) -> None:
    """The button that makes the file, its progress, and what was made of just this selection."""
    at, of = f"made.{kind.name}", (desk.variant, repr(selection), desk.made)
    # Each in a place of its own: of a container that is made again in the same run the browser keeps what stood in it.
    place, told_at, stop_at = st.empty(), st.empty(), st.empty()
    if at in st.session_state and st.session_state[at].of != of:
        del st.session_state[at]
    if at not in st.session_state:
        told = f"{desk.say(f'download.{kind.name}_help')} {desk.say('download.first', n=reports)}"
        label, key = desk.say(f"download.{kind.name}"), f"make.{kind.name}"
        clicked = place.button(label, key=key, help=told, icon=kind.icon, **kind.look)
        # After a run that another click has ended, the next is told of its click again: what goes on is what was asked for.
        asked = st.session_state.pop(f"{at}.asked", of)
        if not clicked or asked != of:
            return
        bar = told_at.progress(0.0, text=label)
        if stop_at.button(desk.say("download.stop"), key=f"stop.{kind.name}", width="stretch"):
            told_at.empty()
            stop_at.empty()
            return
        st.session_state[f"{at}.asked"] = of
        data = kind.make(desk, selection, lambda share, words: bar.progress(share, text=words))
        st.session_state[at] = _Made(of, data)
        del st.session_state[f"{at}.asked"]
        told_at.empty()
        stop_at.empty()
    made: _Made = st.session_state[at]
    size = f"{len(made.data) / MEGABYTE:.1f}"
    with place:
        _offer(desk, kind, desk.say("download.save", what=desk.say(f"download.{kind.name}"), size=size), lambda: made.data)
