"""What is loaded, what stands out by stated rules, and what can't be compared: the page to read before any chart."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from panel.change import Change, format_change
from panel.overview import LAST_MONTH, NOTABLE_POINTS, NOTABLE_TIMES, barred, doubtful, moved, punctuality, reports_by_level
from panel.reports import READ
from panel.schema import rows_of
from panel.selection import first_view
from views import _address as address
from views._desk import Desk
from views._passage import row_passages, show_chosen_over
from views._tables import show_plain, show_rows

PATH = "overview"
ICON = ":material/dashboard:"
# What moved farthest is told of so many figures; the rest is counted.
MOST = 50


def show(desk: Desk) -> None:
    """The page; it is of all reports, whatever is chosen elsewhere."""
    _show_loaded(desk)
    show_chosen_over(desk)
    _show_moved(desk)
    _show_barred(desk)
    _show_doubtful(desk)


def _show_loaded(desk: Desk) -> None:
    reports, panel = desk.tables.reports, desk.tables.panel
    read = reports[reports["status"] == READ]
    with st.container(horizontal=True):
        for key, number in (
            ("reports", len(read)),
            ("places", read["place"].nunique()),
            ("years", read["year"].nunique()),
            ("readings", len(panel)),
        ):
            st.metric(desk.say(f"headline.{key}"), number, width=120)
    counted = reports_by_level(desk.tables)
    shown = pd.DataFrame(counted.to_numpy(), columns=[desk.year(year) for year in counted.columns])
    shown.insert(0, "level", [desk.level(level) for level in counted.index])
    st.caption(desk.say("overview.by_level"))
    show_plain(desk, shown, heads={year: year for year in shown.columns[1:]})


def _show_moved(desk: Desk) -> None:
    st.subheader(desk.say("overview.moved"))
    found = moved(desk.tables, lang=desk.lang)
    st.caption(desk.say("overview.moved_rule", points=f"{NOTABLE_POINTS:g}", times=f"{NOTABLE_TIMES:g}"))
    if found.empty:
        st.text(desk.say("overview.moved_none"))
        return
    if len(found) > MOST:
        st.text(desk.say("overview.moved_more", n=len(found), most=MOST))
    found = found.head(MOST)
    changes = [format_change(Change(row.low, row.high, row.relative), row.unit, desk.lang) for row in rows_of(found)]
    shown = pd.DataFrame(
        {
            "place": found["place"],
            "year": found["year"].map(desk.year, na_action=None),
            "indicator": found["indicator"].map(desk.indicator),
            "was": found["before"],
            "text": found["text"],
            "change": changes,
            "quote": found["quote"],
        }
    )
    show_rows(desk, shown, row_passages(found), key="moved", wide=("quote",), rows=10)


def _show_barred(desk: Desk) -> None:
    view = first_view(desk.tables)
    st.subheader(desk.say("overview.barred"))
    st.caption(
        desk.say(
            "overview.barred_of",
            level=desk.say("overview.joint").join(map(desk.level, view.levels)) or desk.say("overview.all_levels"),
            year=desk.say("overview.joint").join(map(str, view.years)) or desk.say("overview.all_years"),
        )
    )
    found = barred(desk.tables, view)
    shown = pd.DataFrame(
        {
            "indicator": found["indicator"].map(desk.indicator),
            "of_reports": [f"{row.n} / {row.N}" for row in rows_of(found)],
            "unranked": [
                desk.say("overview.joint").join(desk.say(f"barred.{code}") for code in codes) for codes in found["codes"]
            ],
        }
    )
    show_plain(desk, shown, rest="unranked")


def _show_doubtful(desk: Desk) -> None:
    sums, told = doubtful(desk.tables)
    st.subheader(desk.say("overview.doubts"))
    st.text(desk.say("overview.sums", n=sums))
    st.text(desk.say("overview.told", n=told))
    late = punctuality(desk.tables)
    counts = (int(late[column].sum()) for column in ("in_time", "late", "unknown"))
    in_time, too_late, unknown = counts
    st.text(desk.say("overview.late", month=desk.month(LAST_MONTH), in_time=in_time, late=too_late, unknown=unknown))
    st.page_link(desk.pages["coverage"], label=desk.say("overview.to_coverage"), query_params=address.current())
    st.page_link(desk.pages["methods"], label=desk.say("overview.to_methods"), query_params=address.current())
