"""A sentence typed on the catalogue page → what is read in it, by which patterns, what is refused and why, what came near.

The explanation is `extract.explain`, as in the terminal; here it only gets its words. What is typed stays text.
"""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from extract.evidence import quote
from extract.explain import Explanation, Near, explain
from extract.model import Candidate, Overrun, Reading, Refusal, Report
from panel.display import format_value
from views import _address as address
from views._desk import Desk
from views._lit import sentence_html
from views._passage import findings_in, reading_line

# Reports begin about here; the sentence may also be of a year that is not over.
_FIRST_YEAR = 2004


def show_try(desk: Desk) -> None:
    """The pane: a sentence and a year, and below them the explanation."""
    with st.expander(desk.say("try"), icon=":material/science:", expanded=bool(address.settle_text("sentence"))):
        sentence, year = _asked(desk)
        if not sentence.strip():
            st.caption(desk.say("try.hint"))
            return
        told = explain(sentence, catalog=desk.tables.catalog, year=int(year) if year else None)
        st.html(sentence_html(sentence, findings_in(desk, told.extraction)))
        st.text("\n".join(_lines(desk, told)))


def _asked(desk: Desk) -> tuple[str, str]:
    """The sentence and the year as chosen; "" where none is."""
    sentence = address.settle_text("sentence")
    years = ["", *(str(year) for year in range(desk.made.year + 1, _FIRST_YEAR - 1, -1))]
    year = address.settle_one("sentence_year", years, "")
    words, of = st.columns([4, 1])
    words.text_area(
        desk.say("try.sentence"),
        sentence,
        placeholder=desk.say("try.example"),
        max_chars=2_000,
        key=address.seeded("sentence", desk.lang),
        on_change=address.moved,
        args=("sentence", desk.lang),
    )
    of.selectbox(
        desk.say("try.year"),
        years,
        index=years.index(year),
        format_func=lambda one: one or desk.shared("unknown_year"),
        key=address.seeded("sentence_year", desk.lang),
        on_change=address.moved,
        args=("sentence_year", desk.lang),
    )
    return sentence, year


def _lines(desk: Desk, told: Explanation) -> Iterator[str]:
    """How each sentence was taken, then a line for each reading, each refusal and each pattern that came near."""
    extraction, text = told.extraction, told.extraction.report.text
    roles = dict.fromkeys(desk.say(f"try.role.{clause.role}") for clause in told.clauses)
    yield desk.say("try.roles", roles=desk.say("try.comma").join(roles))
    for reading in extraction.readings:
        yield _reading(desk, extraction.report, reading)
    for refusal in extraction.refusals:
        yield _refusal(desk, refusal, text)
    for near in told.near:
        yield _near(desk, near, text)
    if not extraction.readings and not extraction.refusals:
        named = desk.say("try.comma").join(desk.indicator(one) for one in extraction.mentions)
        yield desk.say("try.named", names=named) if named else desk.say("try.nothing")


def _reading(desk: Desk, report: Report, reading: Reading) -> str:
    scope = desk.say("try.scope", scope=reading.scope) if reading.scope else ""
    line = reading_line(desk, report, reading) + scope
    return desk.say("try.reading", line=line, pattern=reading.pattern_id, quote=reading.quote)


def _refusal(desk: Desk, refusal: Refusal, text: str) -> str:
    seen = refusal.candidate
    return desk.say(
        "try.refusal",
        name=desk.indicator(seen.indicator_id),
        value=_seen_value(desk, seen),
        reason=desk.shared(f"reason.{refusal.reason}"),
        detail=desk.say("try.detail", detail=refusal.detail) if refusal.detail else "",
        pattern=seen.pattern_id,
        quote=quote(text, seen.span),
    )


def _seen_value(desk: Desk, seen: Candidate | Overrun) -> str:
    """The figure as it was seen; a dash where a pattern was stopped before it gave one."""
    if isinstance(seen, Overrun):
        return "—"
    quantity = seen.quantity
    value = format_value(float(quantity.value), quantity.qualifier, quantity.unit, desk.lang, desk.decimals(seen.indicator_id))
    return value if quantity.unit == "%" else f"{value} {quantity.unit}"


def _near(desk: Desk, near: Near, text: str) -> str:
    return desk.say(
        "try.near",
        name=desk.indicator(near.indicator_id),
        pattern=near.pattern_id,
        miss=desk.say(f"try.miss.{near.miss}"),
        detail=desk.say("try.detail", detail=near.detail) if near.detail else "",
        quote=quote(text, near.span),
    )
