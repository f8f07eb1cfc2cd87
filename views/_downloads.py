"""The workbook of the selection and its data for other programs: saved at a click; where there is much of it made first, while
the page is used, with its progress shown, and stopped when asked.
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
from views._making import Making, Tell

# Of more reports than these it takes some seconds.
MANY = 1_000
MEGABYTE = 1_000_000

# Seconds after which the progress is looked at again, and for which a file is kept that is not of what is chosen now.
EVERY, KEPT = 1.0, 600.0


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
    """The two buttons, and what is being made or was made of what was chosen before."""
    reports = len(reports_of(desk.tables, selection or Selection()))
    of = (desk.variant, repr(selection), desk.made)
    for kind in KINDS:
        making: Making | None = st.session_state.get(_at(kind))
        if making is not None and making.of != of and making.since > KEPT:
            # What was made of a larger selection is many megabytes.
            _forget(kind)
            making = None
        if reports <= MANY:
            make = partial(kind.make, desk, selection, lambda _share, _words: None)
            _offer(desk, kind, desk.say(f"download.{kind.name}"), make)
        elif making is None or making.of != of:
            _show_start(desk, selection, kind, reports, of)
        if making is not None:
            looked_at = st.fragment(_follow, run_every=None if making.is_over else EVERY)
            looked_at(desk, kind, is_current=making.of == of, was_over=making.is_over)


def _show_start(desk: Desk, selection: Selection | None, kind: _Kind, reports: int, of: tuple[object, ...]) -> None:
    st.button(
        desk.say(f"download.{kind.name}"),
        key=f"make.{kind.name}",
        help=f"{desk.say(f'download.{kind.name}_help')} {desk.say('download.first', n=reports)}",
        icon=kind.icon,
        on_click=_start,
        args=(kind, of, partial(kind.make, desk, selection)),
        **kind.look,
    )


def _follow(desk: Desk, kind: _Kind, *, is_current: bool, was_over: bool) -> None:
    """The progress of a file with a button that stops it, or the button that saves it."""
    making: Making | None = st.session_state.get(_at(kind))
    if making is None or (making.is_over and not was_over):
        # What starts it anew stands outside of what is looked at again, which goes on until the whole page is run.
        st.rerun()
    if making.fault is not None:
        _forget(kind)
        raise making.fault
    what, data = desk.say(f"download.{kind.name}"), making.data
    if data is None:
        told = what if is_current else desk.say("download.before", what=what)
        st.progress(making.share, text=f"{told} · {making.words}" if making.words else told)
        st.button(desk.say("download.stop"), key=f"stop.{kind.name}", on_click=_forget, args=(kind,), width="stretch")
        return
    save = desk.say("download.save" if is_current else "download.save_before", what=what, size=f"{len(data) / MEGABYTE:.1f}")
    _offer(desk, kind, save, lambda: data, key=f"save.{kind.name}")


def _at(kind: _Kind) -> str:
    return f"made.{kind.name}"


def _start(kind: _Kind, of: tuple[object, ...], make: Callable[[Tell], bytes]) -> None:
    _forget(kind)
    st.session_state[_at(kind)] = Making(of, make)


def _forget(kind: _Kind) -> None:
    making: Making | None = st.session_state.pop(_at(kind), None)
    if making is not None:
        making.stop()


def _offer(desk: Desk, kind: _Kind, label: str, data: Callable[[], bytes], *, key: str | None = None) -> None:
    st.download_button(
        label,
        data=data,
        file_name=f"{mark_of(desk.tables, desk.lang)}{desk.say('download.file', date=desk.made.isoformat())}.{kind.suffix}",
        mime=kind.mime,
        help=desk.say(f"download.{kind.name}_help"),
        key=key or kind.name,
        on_click="ignore",
        icon=kind.icon,
        **kind.look,
    )
