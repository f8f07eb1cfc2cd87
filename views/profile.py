"""One place in one year on one page: every indicator, its change, and where the place stands among its peers."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts import spine
from panel.change import change, format_change
from panel.compare import VALUE, Selection, cells, has_value
from panel.display import format_value
from panel.peers import PeerSet, barrier_of, peers_of, standings, unreported, years_of
from panel.schema import rows_of, text_or_none
from panel.selection import offered
from views import _address as address
from views._brief import show_place_brief
from views._choose import choose_one
from views._desk import Desk
from views._figure import show_figure, side_by_side
from views._fold import fold
from views._passage import row_passages, show_chosen
from views._places import choose_place
from views._screen import screen_of
from views._tables import show_rows, unit_beside

PATH = "profile"
ICON = ":material/location_on:"
# A list of one's own is chosen on the page that compares.
OFFERED = (PeerSet.LEVEL, PeerSet.PROVINCE)


def show(desk: Desk) -> Selection:
    """The page; returns the selection for the downloads."""
    if offered(desk.tables).first_place is None:
        st.info(desk.say("profile.none"))
        return Selection()
    place, year, peer_set = _choose(desk)
    peers = peers_of(desk.tables, place, year, peer_set)
    selection = Selection(places=(place, *peers), years=(year,))
    held = standings(desk.tables, place, year, peers, lang=desk.lang)
    chart, evidence = side_by_side()
    with chart:
        show_figure(desk, spine, selection, key="spine")
    with evidence:
        show_chosen(desk, held)
    show_place_brief(desk, place, year, peer_set, peers, key="profile")
    st.subheader(desk.say("profile.table"))
    st.caption(desk.say("profile.table_hint"))
    _show_table(desk, held, cells(desk.tables, Selection(places=(place,), years=(year - 1,)), lang=desk.lang))
    _show_unreported(desk, held)
    return selection


def _show_unreported(desk: Desk, held: pd.DataFrame) -> None:
    """What most of the peers report and this place does not, most reported first."""
    found = unreported(held)
    expander = st.expander(desk.say("profile.unreported", n=len(found)), key=f"unreported_all.{desk.lang}", on_change="rerun")
    if not expander.open:
        return
    with expander:
        st.caption(desk.say("profile.unreported_hint"))
        shown = pd.DataFrame(
            {
                "indicator": found["indicator"].map(desk.indicator),
                "of_peers": [f"{row.n} / {row.N}" for row in rows_of(found)],
                "cause": found["text"],
            }
        )
        show_rows(desk, shown, row_passages(found), key="unreported")


def _choose(desk: Desk) -> tuple[str, int, PeerSet]:
    narrow = screen_of().narrow
    place_at, year_at, peers_at = [st.container()] * 3 if narrow else st.columns([2, 1, 2])
    with place_at:
        # A place with many peers comes first: of a province there are few.
        place = choose_place(desk, "focus", desk.say("profile.focus"), offered(desk.tables).first_place)
    years = list(years_of(desk.tables, place))
    if narrow:
        year, peers = address.settle_one("of_year", years, years[0]), address.settle_one("peers", OFFERED, OFFERED[0])
        told = (str(year), desk.say(f"profile.peers.{peers}"))
        year_at = peers_at = fold(desk, ("of_year", "peers"), told)
    with year_at:
        year = choose_one(desk, "of_year", desk.say("profile.of_year"), years, years[0], str, of=place)
    with peers_at:
        peers = choose_one(
            desk, "peers", desk.say("profile.peers"), OFFERED, OFFERED[0], lambda one: desk.say(f"profile.peers.{one}")
        )
    return place, year, peers


def _show_table(desk: Desk, held: pd.DataFrame, before: pd.DataFrame) -> None:
    """Every indicator in a row; what changed is counted from the year before."""
    earlier = {row.indicator: (row.low, row.high) for row in rows_of(before) if row.state == VALUE}
    hidden = address.settle_flag("hide_blank", True)
    st.toggle(
        desk.say("profile.hide_blank"),
        value=hidden,
        key=address.seeded("hide_blank", desk.lang),
        on_change=address.moved,
        args=("hide_blank", desk.lang),
    )
    if hidden:
        held = held[has_value(held)]
    rows = list(rows_of(held))
    changes = [
        change(row.unit, earlier[row.indicator], (row.low, row.high)) if row.state == VALUE and row.indicator in earlier else None
        for row in rows
    ]
    shown = pd.DataFrame(
        {
            "indicator": [desk.indicator(row.indicator) for row in rows],
            "text": [row.text for row in rows],
            "unit": [unit_beside(desk, row.unit) if row.state == VALUE else "" for row in rows],
            "change": [format_change(found, row.unit, desk.lang) for found, row in zip(changes, rows, strict=True)],
            "rank": [f"{row.rank_text} / {row.of}" if text_or_none(row.rank_text) else "" for row in rows],
            "median": [_median(desk, row) for row in rows],
            "of_peers": [f"{row.n} / {row.N}" for row in rows],
            "unranked": [_barrier(desk, row) for row in rows],
            "quote": [text_or_none(row.quote) or "" for row in rows],
            "theme": [desk.theme(row.theme) for row in rows],
        }
    )
    show_rows(desk, shown, row_passages(held), key="standings", wide=("unranked", "quote"), pinned="indicator")


def _median(desk: Desk, row: pd.Series[str]) -> str:
    ends = [end for end in dict.fromkeys((row.median_low, row.median_high)) if not pd.isna(end)]
    return "–".join(format_value(float(end), "exact", row.unit, desk.lang, 2) for end in ends)


def _barrier(desk: Desk, row: pd.Series[str]) -> str:
    """Why a figure that the place has is in no rank, in a sentence."""
    found = barrier_of(row)
    return "" if found is None else found.say(desk.lang)
