"""The panel, a report or a passage of it → the sentence by which to cite it, and a button that copies that in one click.

What a report does not tell of itself is left out of its citation; the version of the catalogue never is.
"""

from __future__ import annotations

import streamlit as st

from exports import citing
from extract.model import Extraction
from views._copy import show_copy_text
from views._desk import Desk


def show_panel_citation(desk: Desk) -> None:
    """The button with the citation of all that is loaded."""
    show_citation(desk, citing.panel_citation(desk.tables, app=desk.say("app"), made=desk.made, lang=desk.lang), key="panel")


def report_citation(desk: Desk, extraction: Extraction, quote: str | None = None) -> str:
    """How to cite a report, or the words of it that are quoted: whose it is, title, year, index number, day of publication,
    file and catalogue."""
    report, place = extraction.report, desk.tables.places[extraction.report.doc_id]
    title = report.title or report.doc_id
    parts = [
        *([place] if place not in title else []),
        desk.say("cite.title", title=title),
        *([desk.say("cite.year", year=report.year)] if report.year is not None else []),
        *([desk.say("cite.index", index=report.index_number)] if report.index_number else []),
        *([desk.say("cite.published", published=report.published.isoformat())] if report.published else []),
        *([desk.say("cite.passage", quote=quote)] if quote is not None else []),
        desk.say("cite.file", doc=report.doc_id),
        desk.say("cite.stamp", stamp=desk.tables.catalog.stamp),
    ]
    return desk.say("cite.joint").join(parts) + desk.say("cite.end")


def show_citation(desk: Desk, text: str, *, key: str) -> None:
    """The button, and the citation to be read before it is copied."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        show_copy_text(desk, desk.say("cite.copy"), text, key=f"cite.{key}")
        with st.popover(desk.say("cite.read"), type="tertiary", icon=":material/format_quote:"):
            st.code(text, language=None, wrap_lines=True)
