"""How figures are found, judged and compared, how well that was measured, and what it can't do."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from extract.accuracy import BLIND, BLIND_LABELLED, Score, interval_of, load_accuracy, total
from panel.caveats import MIN_COVERAGE
from panel.change import SMALL
from panel.overview import LAST_MONTH
from panel.quantiles import FEWEST_FOR_MEDIAN, FEWEST_FOR_QUARTILES
from panel.trends import ALPHA, FEWEST
from views._desk import Desk
from views._tables import show_plain

PATH = "methods"
ICON = ":material/rule:"
# The sections of text, each a list of sentences in the words table.
SECTIONS = {"reading": 4, "comparing": 6, "blanks": 2, "limits": 4}
# Below this share an indicator is listed among those read worst.
WEAK = 0.95


def show(desk: Desk) -> None:
    """The page. Every number in its sentences is that of the code that works by it."""
    rules = {
        "coverage": f"{MIN_COVERAGE:.0%}",
        "median": FEWEST_FOR_MEDIAN,
        "quartiles": FEWEST_FOR_QUARTILES,
        "small": SMALL,
        "trend": FEWEST,
        "alpha": f"{ALPHA:g}",
        "month": desk.month(LAST_MONTH),
    }
    _show_accuracy(desk)
    for section, sentences in SECTIONS.items():
        st.subheader(desk.say(f"methods.{section}"))
        st.markdown("\n".join(f"- {desk.say(f'methods.{section}.{at}', **rules)}" for at in range(1, sentences + 1)))


def _show_accuracy(desk: Desk) -> None:
    measured = load_accuracy()
    every = total(measured.values())
    st.subheader(desk.say("methods.accuracy"))
    with st.container(horizontal=True):
        st.metric(desk.say("methods.precision"), _percent(every.precision), width=160)
        st.metric(desk.say("methods.recall"), _percent(every.recall), width=160)
        st.metric(desk.say("methods.labelled"), every.labelled, width=160)
    st.caption(desk.say("methods.accuracy_hint", n=every.labelled))
    blind = total(load_accuracy(BLIND).values())
    st.caption(
        desk.say(
            "methods.blind",
            day=BLIND_LABELLED.isoformat(),
            n=blind.labelled,
            precision=_with_interval(blind.right, blind.right + blind.false),
            recall=_with_interval(blind.right, blind.labelled),
        )
    )
    weak = {one: score for one, score in measured.items() if min(score.precision or 0, score.recall or 0) < WEAK}
    st.caption(desk.say("methods.weak", share=f"{WEAK:.0%}", n=len(weak)))
    if not weak:
        return
    ordered = sorted(weak.items(), key=lambda item: _worse(item[1]))
    shown = pd.DataFrame(
        {
            "indicator": [desk.indicator(one) for one, _ in ordered],
            "precision": [_percent(score.precision) for _, score in ordered],
            "recall": [_percent(score.recall) for _, score in ordered],
            "labelled": [score.labelled for _, score in ordered],
        }
    )
    show_plain(desk, shown, heads={column: desk.say(f"methods.{column}") for column in shown.columns[1:]})


def _worse(score: Score) -> float:
    return min(score.precision or 0, score.recall or 0)


def _with_interval(hits: int, trials: int) -> str:
    ends = interval_of(hits, trials)
    return "" if ends is None else f"{hits / trials:.1%} [{ends[0]:.1%}, {ends[1]:.1%}]"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
