"""What the reader of the page says of files, kept for the session by the hash of their content."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from extract import Correction

_KEY = "corrections"


def corrections() -> Mapping[str, Correction]:
    """All corrections of this session, by the digest of the file."""
    held: dict[str, Correction] = st.session_state.setdefault(_KEY, {})
    return held


def correct(digest: str, correction: Correction | None) -> None:
    """Set or, with None, take back what is said of a file; the next run reads it so."""
    held: dict[str, Correction] = st.session_state.setdefault(_KEY, {})
    if correction is None:
        held.pop(digest, None)
    else:
        held[digest] = correction
