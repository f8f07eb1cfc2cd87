"""Choosers on a phone → one line that says what they stand at, and opens to them: the chart stands in the first window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from views import _address as address
from views._desk import Desk
from views._markdown import as_plain

# So many names of what is chosen are said; of more only how many.
NAMED = 2
_KEY = "_fold"


@dataclass(frozen=True, slots=True)
class _Fold:
    """What was folded on a page in a language: what it said, and whether it was to be open."""

    here: tuple[str, str]
    told: tuple[str, ...] = ()
    open: bool = False


def fold(desk: Desk, fields: Sequence[str], told: Sequence[str]) -> DeltaGenerator:
    """On a phone a place for choosers, which have the window's width each: closed, and saying what they stand at, `told`; open at
    first where the address asks in one of their `fields` for something that does not exist.

    The browser knows whether it is open, and goes by what it is told where the words change: they do when something is chosen in
    it, and then it stays open. One with a state of its own would be another by its words, and the focus lost with it.
    """
    here = (desk.path, desk.lang)
    held: _Fold = st.session_state.get(_KEY, _Fold(here))
    asked = any(field in fields for field, _ in address.unknown())
    chosen = held.here == here and (held.open or held.told not in ((), tuple(told)))
    st.session_state[_KEY] = _Fold(here, tuple(told), asked or chosen)
    return st.expander(" · ".join(map(as_plain, told)), asked or chosen)


def say_some(desk: Desk, field: str, names: Sequence[str]) -> str:
    """What a chooser of several stands at, in few words: the names, how many where they are more than NAMED, or all."""
    if not names:
        return desk.say(f"choose.fold.{field}.all")
    joint = desk.say("overview.joint")
    return joint.join(names) if len(names) <= NAMED else desk.say(f"choose.fold.{field}.some", n=len(names))
