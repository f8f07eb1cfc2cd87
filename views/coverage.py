"""Which indicators the reports give: the map, how many give each, every blank with its cause, and the year before as told."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts import ceiling, coverage
from panel.ceiling import rate_cells
from panel.compare import Selection, cells_at, counted, earlier_of, missing, reports_of
from panel.overview import punctuality, unlike
from panel.schema import rows_of
from panel.selection import first_view
from panel.words import WORDS as SHARED
from views import _address as address
from views._checks import show_checks
from views._choose import choose
from views._desk import Desk
from views._figure import Mark, show_figure
from views._passage import row_passages, show_chosen_over
from views._tables import page_in, page_of, show_cells, show_plain, show_rows

PATH = "coverage"
ICON = ":material/grid_on:"


def show(desk: Desk) -> Selection:
    """The page; returns the selection for the downloads."""
    selection = choose(desk, default=(), view=first_view(desk.tables))
    if not selection.indicators:
        st.caption(desk.say("coverage.all_indicators"))
    show_chosen_over(desk)
    with st.container(key="figure"):
        show_figure(desk, coverage, selection, key="coverage", beside=False, runs=coverage.runs)
    st.subheader(desk.say("coverage.ceiling"))
    st.caption(desk.say("coverage.ceiling_hint"))
    with st.container(key="ceilings"):
        show_figure(desk, ceiling, selection, key="ceiling", beside=False, opens=_open_part)
    _show_part(desk, selection)
    counts, blanks = st.columns([2, 3], gap="medium")
    with counts:
        st.subheader(desk.say("coverage.counts"))
        _show_counts(desk, selection)
    with blanks:
        st.subheader(desk.say("coverage.blanks"))
        st.caption(desk.say("coverage.blanks_hint"))
        _show_blanks(desk, selection)
    _show_checks(desk, selection)
    _show_earlier(desk, selection)
    _show_punctuality(desk)
    return selection


def _open_part(mark: Mark) -> None:
    indicator_id, standing = mark[:2]
    address.put(part=f"{indicator_id}.{standing}")


def _show_part(desk: Desk, selection: Selection) -> None:
    """Who stands behind the chosen part of a bar of the ceiling view, each row with its sentence."""
    if not address.value("part"):
        address.settle_one("part", [""], "")
        return
    held = rate_cells(desk.tables, selection, lang=desk.lang)
    parts = held["indicator"] + "." + held["standing"]
    part = address.settle_one("part", [*dict.fromkeys(parts), ""], "")
    if not part:
        return
    own = held[parts == part]
    name, standing = desk.indicator(own["indicator"].iloc[0]), ceiling.state_name(own["standing"].iloc[0], desk.lang)
    st.caption(desk.say("coverage.part", name=name, standing=standing, n=len(own)))
    show_cells(desk, selection, own, key=f"part.{part}")


def _show_counts(desk: Desk, selection: Selection) -> None:
    counts = rows_of(counted(desk.tables, selection))
    rows = [(desk.theme(row.theme), desk.indicator(row.indicator), row.n, row.N) for row in counts]
    shown = pd.DataFrame(rows, columns=["theme", "indicator", "given", "reports"])
    show_plain(desk, shown)


def _show_blanks(desk: Desk, selection: Selection) -> None:
    every = missing(desk.tables, selection)
    blank = cells_at(desk.tables, selection, every[page_in(desk, len(every), key="blanks")], lang=desk.lang)
    shown = pd.DataFrame(
        {
            "place": blank["place"],
            "year": blank["year"].map(desk.year, na_action=None),
            "indicator": blank["indicator"].map(desk.indicator),
            "cause": blank["text"],
            "detail": [_detail(desk, state, detail) for state, detail in zip(blank["state"], blank["detail"], strict=True)],
        }
    )
    show_rows(desk, shown, row_passages(blank), key="blanks")


def _show_checks(desk: Desk, selection: Selection) -> None:
    """Where the figures of one report contradict each other."""
    st.subheader(desk.say("coverage.checks"))
    checks = unlike(desk.tables)
    own = checks[checks["doc_id"].isin(reports_of(desk.tables, selection)["doc_id"])]
    if own.empty:
        st.caption(desk.say("coverage.no_checks"))
    else:
        show_checks(desk, own, key="checks", with_place=True)


def _show_punctuality(desk: Desk) -> None:
    st.subheader(desk.say("coverage.punctual"))
    st.caption(desk.say("coverage.punctual_hint"))
    shown = punctuality(desk.tables).assign(year=lambda table: table["year"].map(desk.year))
    show_plain(desk, shown)


def _show_earlier(desk: Desk, selection: Selection) -> None:
    """What the chosen reports say of the year before, each beside the earlier report's own figure: both quotes, no verdict
    by colour."""
    st.subheader(desk.say("coverage.earlier"))
    told = earlier_of(desk.tables, selection, lang=desk.lang)
    if told.empty:
        st.caption(desk.say("coverage.no_earlier"))
        return
    st.caption(desk.say("coverage.earlier_hint"))
    told = page_of(desk, told, key="earlier")
    shown = pd.DataFrame(
        {
            "place": told["doc_id"].map(desk.tables.places),
            "of_year": told["year"].map(desk.year, na_action=None),
            "indicator": told["indicator"].map(desk.indicator),
            "told": told["text"],
            "now": told["now_text"],
            "earlier": told["earlier_text"],
            "outcome": told["outcome"].map(lambda outcome: desk.shared(f"second.{outcome}")),
            "quote": told["quote"],
            "earlier_quote": told["earlier_quote"].fillna(""),
        }
    )
    show_rows(desk, shown, row_passages(told), key="earlier", wide=("quote", "earlier_quote"))


def _detail(desk: Desk, state: str, detail: Any) -> str:
    """What the cause says more: the reason of a refusal, the level, the scope of a part."""
    if pd.isna(detail):
        return desk.shared(f"cause_meaning.{state}")
    known = SHARED.keys()
    for kind in ("reason", "level"):
        if f"{kind}.{detail}" in known:
            return desk.shared(f"{kind}.{detail}")
    return str(detail)
