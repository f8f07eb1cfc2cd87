"""Reports that were added wait to be looked at, and join the panel when the reader says so; kept for the session."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import streamlit as st

from views import _address as address
from views._data import Loaded
from views._words import WORDS

_KEY = "joined"


def joined() -> Collection[str]:
    """The hashes of the content of all files that joined in this session."""
    held: set[str] = st.session_state.setdefault(_KEY, set())
    return held


def _join(digests: Iterable[str]) -> None:
    held: set[str] = st.session_state.setdefault(_KEY, set())
    held.update(digests)


def show_waiting(loaded: Loaded, lang: str, files: st.Page) -> None:
    """How many reports wait, how many of them should be looked at first, and the button that lets them join; nothing where
    none waits. `files` is the page that shows what each was taken for."""
    if not loaded.waiting:
        return
    reports = [extraction.report for extraction in loaded.waiting.values()]
    doubtful = sum(report.year is None or report.locality is None or report.locality.code is None for report in reports)
    digests = [line.digest for line in loaded.log if line.name in loaded.waiting]
    with st.container(border=True, key="waiting"):
        st.text(
            WORDS.say("waiting", lang, n=len(reports)) + (WORDS.say("waiting.doubtful", lang, n=doubtful) if doubtful else "")
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            say = WORDS.say("waiting.join", lang, n=len(reports))
            st.button(say, key="join", type="primary", on_click=_join, args=(digests,), icon=":material/playlist_add_check:")
            st.page_link(files, label=WORDS.say("waiting.look", lang), query_params=address.current())
