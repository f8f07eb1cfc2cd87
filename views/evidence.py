"""A report in full with what was read and what was not taken lit in its text, and the lists of both beside it."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from extract.model import Extraction
from panel.compare import own_readings
from panel.display import describe_base, format_number, format_value
from panel.finding import handles_of
from panel.schema import rows_of, text_or_none
from views import _address as address
from views._checks import show_checks
from views._cite import report_citation, show_citation
from views._desk import Desk
from views._lit import CHOSEN, READING, REFUSAL, key_html, scroll_script, whole_html
from views._markdown import as_plain
from views._passage import chosen_passage, findings_of, opened_now, report_label, settle_report
from views._places import MOST_OFFERED, search
from views._tables import show_rows, unit_beside

PATH = "evidence"
ICON = ":material/find_in_page:"


def show(desk: Desk) -> None:
    """The page."""
    doc_id = _choose_report(desk)
    chosen = chosen_passage(desk, doc_id)
    extraction = desk.tables.extractions[doc_id]
    _facts(desk, extraction)
    with st.container(horizontal=True, vertical_alignment="center"):
        readings = _flag(desk, "readings")
        refusals = _flag(desk, "refusals")
        st.html(key_html([(kind, desk.say(f"evidence.legend_{kind}")) for kind in (READING, REFUSAL, CHOSEN)]), width="content")
        show_citation(desk, report_citation(desk, extraction), key="report")
    text, lists = st.columns([5, 4], gap="medium")
    with text:
        findings = findings_of(desk, doc_id, readings=readings, refusals=refusals)
        st.html(whole_html(desk.tables.texts[doc_id], findings, chosen))
        opened_now()  # Told here for no other page: whatever opened the passage, it is scrolled to.
        if chosen is not None:
            st.html(scroll_script(f"{doc_id} {chosen} {readings} {refusals}"), unsafe_allow_javascript=True)
    with lists:
        _show_back(desk, doc_id, chosen)
        _readings(desk, doc_id)
        _refusals(desk, doc_id)
        _checks(desk, doc_id)
        _derived(desk, doc_id)


def _show_back(desk: Desk, doc_id: str, chosen: tuple[int, int] | None) -> None:
    """Links from the chosen passage to where its figures stand among those of others."""
    extraction = desk.tables.extractions[doc_id]
    report = extraction.report
    read = [reading for reading in extraction.readings if (reading.span.start, reading.span.end) == chosen]
    if not read or report.year is None:
        return
    level = report.locality.level if report.locality is not None else None
    for indicator_id in dict.fromkeys(reading.indicator_id for reading in read):
        st.page_link(
            desk.pages["compare"],
            label=desk.say("evidence.compare", name=as_plain(desk.indicator(indicator_id)), year=report.year),
            icon=":material/bar_chart:",
            query_params=_of_all(indicator=indicator_id, year=str(report.year), **({"level": str(level)} if level else {})),
        )
    st.page_link(
        desk.pages["profile"],
        label=desk.say("evidence.profile", place=as_plain(desk.tables.places[doc_id]), year=report.year),
        icon=":material/location_on:",
        query_params=address.current(focus=desk.tables.places[doc_id], of_year=str(report.year)),
    )


def _of_all(**changes: str) -> dict[str, list[str]]:
    """The address with these changes, and of all places."""
    return {field: values for field, values in address.current(**changes).items() if field not in ("place", "drawn")}


def _choose_report(desk: Desk) -> str:
    doc_id = settle_report(desk)
    if doc_id is None:
        doc_id = next(iter(desk.tables.extractions))
        address.put(doc=doc_id)
    docs = _offered(desk, doc_id)

    def moved() -> None:
        address.moved("doc", desk.variant)
        address.put(at=None)

    st.selectbox(
        desk.say("evidence.report"),
        docs,
        index=docs.index(doc_id),
        format_func=lambda doc: report_label(desk, doc),
        key=address.seeded("doc", desk.variant),
        on_change=moved,
    )
    return doc_id


def _offered(desk: Desk, doc_id: str) -> list[str]:
    """The reports to choose from: all, or where they are many those of the same place and of the places that are looked for."""
    docs = list(desk.tables.extractions)
    if len(docs) <= MOST_OFFERED:
        return docs
    places = desk.tables.places
    wanted = {places[doc_id], *search(desk, handles_of(desk.tables), "doc", len(docs))}
    return [doc for doc in docs if places[doc] in wanted]


def _flag(desk: Desk, field: str) -> bool:
    on = address.settle_flag(field, True)
    variant = desk.lang
    key = address.seeded(field, variant)
    st.toggle(desk.say(f"evidence.{field}"), value=on, key=key, on_change=address.moved, args=(field, variant))
    return on


def _facts(desk: Desk, extraction: Extraction) -> None:
    """What the report says of itself, as plain text."""
    report, unknown = extraction.report, desk.say("evidence.unknown")
    published = report.published.isoformat() if report.published else unknown
    level = report.locality.level if report.locality else None
    facts = desk.say(
        "evidence.facts",
        level=desk.level(level),
        year=desk.year(report.year),
        published=published,
        index=report.index_number or unknown,
    )
    size = desk.say("evidence.file", doc=report.doc_id, characters=len(report.text))
    st.text(f"{report.title or unknown}\n{facts} · {size}")


def _readings(desk: Desk, doc_id: str) -> None:
    own = own_readings(desk.tables, doc_id)
    st.subheader(desk.say("evidence.list", n=len(own)))
    shown = pd.DataFrame(
        {
            "indicator": own["indicator"].map(desk.indicator),
            "text": [
                format_value(value, qualifier, unit, desk.lang, desk.decimals(indicator))
                for value, qualifier, unit, indicator in own[["value", "qualifier", "unit", "indicator"]].itertuples(index=False)
            ],
            "unit": own["unit"].map(partial(unit_beside, desk)),
            "basis": own["basis"].map(lambda basis: desk.shared(f"basis.{basis}")),
            "base": ["" if pd.isna(base) else describe_base(base, desk.lang) for base in own["base"]],
            "role": own["main"].map(lambda main: desk.say("role.main" if main else "role.part")),
            "scope": own["scope"].fillna(""),
        }
    )
    show_rows(desk, shown, _passages(own), key=f"readings.{doc_id}", rows=12)
    st.caption(desk.say("evidence.main_rule", rule=desk.shared("main_rule")))


def _refusals(desk: Desk, doc_id: str) -> None:
    refusals = desk.tables.refusals
    own = refusals[refusals["doc_id"] == doc_id]
    st.subheader(desk.say("evidence.refused_list", n=len(own)))
    if own.empty:
        return
    shown = pd.DataFrame(
        {
            "quote": own["quote"],
            "indicator": own["indicator"].map(desk.indicator),
            "reason": own["reason"].map(lambda reason: desk.shared(f"reason.{reason}")),
            "detail": own["detail"].fillna(""),
        }
    )
    show_rows(desk, shown, _passages(own), key=f"refusals.{doc_id}", rows=8)


def _checks(desk: Desk, doc_id: str) -> None:
    """The report's own arithmetic."""
    checks = desk.tables.checks
    own = checks[checks["doc_id"] == doc_id]
    if own.empty:
        return
    st.subheader(desk.say("evidence.checks", n=own["number"].nunique()))
    st.caption(desk.say("evidence.checks_hint"))
    show_checks(desk, own, key=f"checks.{doc_id}")


def _derived(desk: Desk, doc_id: str) -> None:
    """What is worked out from counts of the report, or why it is not."""
    derived, lines = desk.tables.derived, []
    for row in rows_of(derived[derived["doc_id"] == doc_id]):
        entry = desk.tables.catalog.derived[row.derived]
        name, note = (entry.name, entry.note) if desk.lang == "zh" else (entry.name_en, entry.note_en)
        reason = text_or_none(row.reason)
        if reason is None:
            counts = " ÷ ".join(format_number(count, desk.lang) for count in (row.part, row.whole))
            lines.append(f"{name} = {counts} = {format_value(row.value, 'exact', row.unit, desk.lang)}\n{note}")
        else:
            lines.append(desk.say("evidence.unfit", name=name, reason=desk.shared(f"unfit.{reason}")))
    if lines:
        st.subheader(desk.say("evidence.derived"))
        st.text("\n".join(lines))


def _passages(own: pd.DataFrame) -> list[tuple[str, int, int] | None]:
    return [(str(doc), int(start), int(end)) for doc, start, end in zip(own["doc_id"], own["start"], own["end"], strict=True)]
