"""A passage of a report → its evidence as every page shows it: what was read, in which section, in which words.

A passage is a report (`doc`) and a place in its text (`at`, "start-end"), both fields of the address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from extract.model import Check, Extraction, Outcome, Overrun, Reading, Report
from panel.arithmetic import describe_rule
from panel.build import place_in_file
from panel.compare import has_value
from panel.display import describe_base, describe_operands, format_value
from panel.words import WORDS as SHARED
from views import _address as address
from views._cite import report_citation
from views._copy import show_copy_text
from views._desk import Desk
from views._lit import READING, REFUSAL, Finding, passage_html, scroll_to_script

Passage = tuple[str, int, int]

_OPENED = "_passage_opened"
_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def findings_of(desk: Desk, doc_id: str, *, readings: bool = True, refusals: bool = True) -> list[Finding]:
    """What was found in a report, labelled in the language of the page."""
    return findings_in(desk, desk.tables.extractions[doc_id], readings=readings, refusals=refusals)


def findings_in(desk: Desk, extraction: Extraction, *, readings: bool = True, refusals: bool = True) -> list[Finding]:
    """The same of any extraction, also of one that is none of the reports."""
    found = []
    if readings:
        for reading in extraction.readings:
            figures = tuple((figure.start, figure.end) for figure in reading.operands or (reading.figure,))
            label = reading_line(desk, extraction.report, reading)
            found.append(Finding(reading.span.start, reading.span.end, READING, label, figures))
    if refusals:
        for refusal in extraction.refusals:
            seen, span = refusal.candidate, refusal.candidate.span
            figures = () if isinstance(seen, Overrun) else ((seen.figure.start, seen.figure.end),)
            reason = SHARED.say(f"reason.{refusal.reason}", desk.lang)
            label = desk.say("evidence.mark_refusal", name=desk.indicator(seen.indicator_id), reason=reason)
            found.append(Finding(span.start, span.end, REFUSAL, label, figures))
    return found


def reading_line(desk: Desk, report: Report, reading: Reading) -> str:
    """A reading in a line: its indicator, value with sign and unit, basis, the figures it is worked out from, a rate's base."""
    line = desk.say(
        "evidence.mark_reading",
        name=desk.indicator(reading.indicator_id),
        value=format_value(float(reading.value), reading.qualifier, reading.unit, desk.lang, desk.decimals(reading.indicator_id)),
        unit="" if reading.unit == "%" else f" {desk.unit(reading.unit)}",
        basis=desk.shared(f"basis.{reading.basis}"),
    )
    if reading.operands:
        line += desk.say("evidence.worked_out", words=describe_operands(report.text, reading))
    return line if reading.base is None else line + desk.say("evidence.base", base=describe_base(reading.base, desk.lang))


def check_sign(outcome: str) -> str:
    """What stands before an outcome, so that its words are not the only sign: ✓ where the figures agree, ! where not."""
    return "✓ " if outcome in (Outcome.AGREES, Outcome.CUT) else "! "


def check_line(desk: Desk, check: Check) -> str:
    """A check in a line: how it came out, what was compared, both sides in figures."""
    rule = describe_rule(check.rule, desk.tables.catalog, desk.lang)
    return f"{check_sign(check.outcome)}{rule}: {check.sums} · {desk.shared(f'outcome.{check.outcome}')}"


def chosen_passage(desk: Desk, doc_id: str) -> tuple[int, int] | None:
    """The place that the address names in a report, None when it names none; one outside the text is told and ignored."""
    length = len(desk.tables.texts[doc_id])
    written = address.value("at")
    match = _AT.fullmatch(written or "")
    span = (int(match[1]), int(match[2])) if match else None
    usable = span is not None and span[0] < span[1] <= length
    at = address.settle_one("at", [written, None] if usable else [None], None)
    return span if at is not None else None


def settle_passage(desk: Desk) -> Passage | None:
    """The passage that the address names, None when it names none."""
    doc_id = settle_report(desk)
    span = chosen_passage(desk, doc_id) if doc_id is not None else None
    return None if doc_id is None or span is None else (doc_id, *span)


def row_passage(row: Mapping[Any, Any]) -> Passage | None:
    """The passage of a row of a table with doc_id, start and end; None where the row has none."""
    if any(pd.isna(row[column]) for column in ("doc_id", "start", "end")):
        return None
    return str(row["doc_id"]), int(row["start"]), int(row["end"])


def row_passages(rows: pd.DataFrame) -> list[Passage | None]:
    """The same of each row of a table, all at once: asked one by one, four hundred rows take fifty times as long."""
    known = rows[["doc_id", "start", "end"]].notna().all(axis=1)
    columns = [rows[column].to_numpy(dtype=object) for column in ("doc_id", "start", "end")]
    spans = zip(known, *columns, strict=True)
    return [(str(doc_id), int(start), int(end)) if whole else None for whole, doc_id, start, end in spans]


def open_passage(passage: Passage) -> None:
    """Make a passage the chosen one: for the callbacks of tables and charts."""
    doc_id, start, end = passage
    address.put(doc=doc_id, at=f"{start}-{end}")
    st.session_state[_OPENED] = True


def opened_now() -> bool:
    """Whether a passage was opened by the click that started this run; True once."""
    return bool(st.session_state.pop(_OPENED, False))


def settle_report(desk: Desk) -> str | None:
    """The report that the address names, None when it names none; an unknown one is told and ignored."""
    return address.settle_known("doc", desk.tables.extractions)


def show_chosen(desk: Desk, held: pd.DataFrame) -> None:
    """The evidence of the chosen cell of a table of cells; of the first one with a value where none of them is chosen.

    A click scrolls it into view, no further than needed: on a narrow window it stands below the chart.
    """
    passage = settle_passage(desk)
    if passage is None or not _is_of(passage, held):
        first = np.flatnonzero(has_value(held) & held["start"].notna())[:1]
        passage = next(iter(row_passages(held.take(first))), None)
    with st.container(border=True, key="evidence"):
        st.markdown(f"**{desk.say('evidence.title')}**")
        if passage is None:
            st.caption(desk.say("evidence.none"))
        else:
            show_passage(desk, passage)
    if opened_now():
        st.html(scroll_to_script(".st-key-evidence", repr(passage)), unsafe_allow_javascript=True)


def _is_of(passage: Passage, held: pd.DataFrame) -> bool:
    """Whether a passage is that of a cell."""
    return passage in row_passages(held.loc[held["doc_id"] == passage[0], ["doc_id", "start", "end"]])


def show_chosen_over(desk: Desk) -> None:
    """The chosen passage laid over the page when it has just been clicked; else where the page stands, if one is chosen."""
    passage = settle_passage(desk)
    if passage is None:
        return
    if opened_now():
        st.dialog(desk.say("evidence.title"), width="medium")(show_passage)(desk, passage)
    else:
        with st.container(border=True):
            show_passage(desk, passage)


def passage_link(desk: Desk, passage: Passage) -> None:
    """A link to the whole report, opened at the passage."""
    doc_id, start, end = passage
    st.page_link(
        desk.pages["evidence"],
        label=desk.say("evidence.open"),
        icon=":material/description:",
        query_params=address.current(doc=doc_id, at=f"{start}-{end}"),
    )


def show_passage(desk: Desk, passage: Passage, *, key: str = "passage") -> None:
    """The words of a passage with what was found in them, its report and section, and the link to the whole report; `key` is
    another where the same passage may stand on the page twice."""
    doc_id, start, end = passage
    extraction = desk.tables.extractions[doc_id]
    st.text("\n".join(_told(desk, extraction, start, end)))
    section = _section(extraction, start, end)
    st.html(passage_html(desk.tables.texts[doc_id], findings_of(desk, doc_id), (start, end), section=section))
    passage_link(desk, passage)
    cited = report_citation(desk, extraction, desk.tables.texts[doc_id][start:end])
    show_copy_text(desk, desk.say("cite.copy"), cited, key=f"{key}.{doc_id}.{start}-{end}")


def report_label(desk: Desk, doc_id: str) -> str:
    """A report by its place and year."""
    return desk.say("evidence.report_label", place=desk.tables.places[doc_id], year=desk.year(desk.tables.years[doc_id]))


def _told(desk: Desk, extraction: Extraction, start: int, end: int) -> list[str]:
    """Whose passage it is, a line for each reading that it states, and one for each check of its figures that says more than
    that they agree."""
    readings = [r for r in extraction.readings if r.span.start == start and r.span.end == end]
    lines = [report_label(desk, extraction.report.doc_id) + _in_file(desk, extraction, end)]
    lines += [reading_line(desk, extraction.report, reading) for reading in readings]
    checks = [check for check in extraction.checks if any(start <= term.figure.start < end for term in check.terms)]
    lines += [check_line(desk, check) for check in checks if check.outcome is not Outcome.AGREES]
    if not readings and not checks:
        lines.append(desk.say("evidence.nearest"))
    return lines


def _in_file(desk: Desk, extraction: Extraction, end: int) -> str:
    """The file, and the page and the table cell in which a passage ends, where the file has them."""
    page, cell = place_in_file(extraction.report.source, end - 1)
    told = f" · {extraction.report.doc_id}"
    if page is not None:
        told += desk.say("evidence.page", n=page)
    return told if cell is None else told + desk.say("evidence.cell", cell=cell)


def _section(extraction: Extraction, start: int, end: int) -> Sequence[str]:
    """The headings above a passage, outermost first, if something was read or refused in just these words."""
    for reading in extraction.readings:
        if (reading.span.start, reading.span.end) == (start, end):
            return reading.section
    for refusal in extraction.refusals:
        if (refusal.candidate.span.start, refusal.candidate.span.end) == (start, end):
            return refusal.candidate.clause.section
    return ()
