"""The dictionary of indicators, made from metrics.yaml: what each means, how far it can be compared, its examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from extract.accuracy import load_accuracy
from extract.catalog import Indicator
from views import _address as address
from views._choose import choose_theme
from views._desk import Desk
from views._screen import screen_of
from views._try import show_try
from views._widths import column_width, pinned_width

PATH = "catalogue"
ICON = ":material/menu_book:"


def show(desk: Desk) -> None:
    """The page."""
    show_try(desk)
    search, theme = st.columns([3, 1])
    with theme:
        topic = choose_theme(desk, "topic")
    with search:
        words = address.settle_text("q")
        st.text_input(
            desk.say("catalogue.search"),
            words,
            placeholder=desk.say("catalogue.search_hint"),
            key=address.seeded("q", desk.lang),
            on_change=address.moved,
            args=("q", desk.lang),
        )
    every = desk.tables.catalog.indicators
    found = [indicator for indicator in every.values() if _matches(indicator, words, topic)]
    st.caption(desk.say("catalogue.found", n=len(found), total=len(every)))
    if not found:
        st.info(desk.say("catalogue.none"))
        return
    st.caption(desk.say("catalogue.hint"))
    _detail(desk, found[_table(desk, found)])


def _matches(indicator: Indicator, words: str, topic: str) -> bool:
    texts = (indicator.id, indicator.name, indicator.name_en, indicator.definition, indicator.definition_en, *indicator.synonyms)
    sought = words.casefold().split()
    return (not topic or indicator.theme == topic) and all(any(word in text.casefold() for text in texts) for word in sought)


def _table(desk: Desk, found: Sequence[Indicator]) -> int:
    """The dictionary; gives the place in `found` of the row selected, 0 where none is."""
    zh = desk.lang == "zh"
    shown = pd.DataFrame(
        {
            "theme": [desk.theme(one.theme) for one in found],
            "indicator": [desk.indicator(one.id) for one in found],
            "unit": [desk.unit(one.unit) for one in found],
            "kind": [desk.shared(f"kind.{one.kind}") for one in found],
            "better": [desk.shared(f"better.{one.better}") for one in found],
            "grade": [str(one.comparability) for one in found],
            "definition": [one.definition if zh else one.definition_en for one in found],
            "levels": [_levels(desk, one) for one in found],
            "synonyms": ["、".join(one.synonyms) for one in found],
            "id": [one.id for one in found],
        }
    )
    event = st.dataframe(
        shown,
        hide_index=True,
        placeholder="",
        column_config={column: _head(desk, column, shown[column]) for column in shown.columns},
        height=420 if len(found) > 10 else "auto",
        key=f"catalogue.{desk.variant}.{'.'.join(one.id for one in found)}",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = event["selection"]["rows"]
    return rows[0] if rows and rows[0] < len(found) else 0


def _head(desk: Desk, column: str, texts: Iterable[object]) -> Any:
    """The head of a column; names stay in sight, whole but on a phone, which shows something beside them too."""
    if column == "indicator":
        head = desk.say("col.indicator")
        return st.column_config.Column(head, width=column_width(head, texts, pinned_width(screen_of())), pinned=True)
    return st.column_config.Column(desk.say(f"col.{column}"), width="large" if column == "definition" else None)


def _levels(desk: Desk, indicator: Indicator) -> str:
    return ("、" if desk.lang == "zh" else ", ").join(desk.level(level) for level in indicator.levels)


def _accuracy(desk: Desk, indicator: Indicator) -> str:
    """How well the indicator is read in the labelled passages, as measured last."""
    score = load_accuracy().get(indicator.id)
    if score is None:
        return desk.say("catalogue.not_measured")
    precision, recall = ("–" if share is None else f"{share:.1%}" for share in (score.precision, score.recall))
    return desk.say("catalogue.accuracy_of", n=score.labelled, precision=precision, recall=recall)


def _detail(desk: Desk, indicator: Indicator) -> None:
    """Everything that the catalogue says of one indicator; its sentences as plain text."""
    zh = desk.lang == "zh"
    with st.container(border=True):
        st.subheader(f"{indicator.name} · {indicator.name_en}" if zh else f"{indicator.name_en} · {indicator.name}")
        nothing = desk.say("catalogue.nothing")
        told = (
            (desk.say("col.definition"), indicator.definition if zh else indicator.definition_en),
            (desk.say("catalogue.version"), str(indicator.version)),
            (desk.say("catalogue.numerator"), indicator.numerator or nothing),
            (desk.say("catalogue.base"), indicator.base or nothing),
            (desk.say("catalogue.bases"), "、".join(indicator.bases) or nothing),
            (desk.say("catalogue.decimals"), str(indicator.decimals)),
            (desk.say("catalogue.law"), indicator.law or nothing),
            (desk.say("col.grade"), desk.shared(f"grade.{indicator.comparability}")),
            (desk.say("col.note"), (indicator.note if zh else indicator.note_en) or nothing),
            (desk.say("col.synonyms"), "、".join(indicator.synonyms) or nothing),
            (desk.say("col.levels"), _levels(desk, indicator)),
            *((desk.say("catalogue.break", year=one.year), one.why if zh else one.why_en) for one in indicator.breaks),
            (desk.say("catalogue.accuracy"), _accuracy(desk, indicator)),
        )
        st.text("\n".join(f"{label}：{words}" if zh else f"{label}: {words}" for label, words in told))
        examples, counterexamples = st.columns(2)
        with examples:
            st.caption(desk.say("catalogue.examples"))
            st.text("\n".join(f"✓ {example.text}" for example in indicator.examples) or nothing)
        with counterexamples:
            st.caption(desk.say("catalogue.counterexamples"))
            st.text("\n".join(f"✗ {counter.text}" for counter in indicator.counterexamples) or nothing)
        st.page_link(
            desk.pages["compare"],
            label=desk.say("catalogue.compare"),
            icon=":material/bar_chart:",
            query_params=address.current(indicator=indicator.id),
        )
