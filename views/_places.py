"""The chooser of places: a search in the box itself, and behind a button a pasted list, a province or city, saved lists.

A saved list is a field of the address like any other, so that a bookmark keeps it and a link takes it along: its name and its
places, joined by APART, which no name holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from panel.finding import Handle, find_places, handles_of
from panel.peers import years_of_places
from panel.selection import Selection, divisions_in, places_in
from views import _address as address
from views._desk import Desk
from views._markdown import as_plain

APART = "~"
LONGEST_NAME = 20
# So many places are offered in a box; of more only those that are looked for.
MOST_OFFERED = 300
# So many found names are told; the rest are counted.
NAMED = 12


def settle_places(desk: Desk) -> list[str]:
    """The places at which the field stands."""
    return address.settle_many("place", [handle.place for handle in handles_of(desk.tables)], ())


def choose_places(desk: Desk, within: Selection) -> list[str]:
    """Show the chooser and what stands behind it; the labels chosen. Offered are places with a report in `within`, and those
    that are chosen already."""
    handles = handles_of(desk.tables)
    chosen = settle_places(desk)
    inside = places_in(desk.tables, within)
    variant = f"{desk.variant}.{within.levels}.{within.years}"
    box, button = st.columns([3, 2], vertical_alignment="bottom")
    with box:
        wanted = {*search(desk, handles, "place", len(inside)), *chosen} if len(inside) > MOST_OFFERED else {*inside, *chosen}
        labels = {handle.place: _label(handle) for handle in handles if handle.place in wanted}
        st.multiselect(
            desk.say("choose.place"),
            list(labels),
            default=chosen,
            format_func=labels.__getitem__,
            placeholder=desk.say("choose.all"),
            help=desk.say("choose.place_help"),
            key=address.seeded("place", variant),
            on_change=address.moved,
            args=("place", variant),
            select_all=False,
            wrap=True,
        )
    with button, st.popover(desk.say("places.more"), width="stretch"):
        _find(desk, handles, chosen, inside)
        _choose_group(desk, handles, within, chosen)
        _keep_sets(desk, handles, chosen)
    return chosen


def search(desk: Desk, handles: Sequence[Handle], key: str, count: int) -> list[str]:
    """A field to look for places in, where they are too many to be offered all at once; those that are found, so many at most."""
    words = st.text_input(
        desk.say("places.search", n=count), placeholder=desk.say("places.search_hint"), key=f"places.search.{key}"
    )
    found = find_places(handles, words)
    hits = [*found.places, *(place for candidates in found.unclear.values() for place in candidates)]
    if words.strip():
        st.caption(
            desk.say("places.hits", n=len(hits))
            + (desk.say("places.hits_most", most=MOST_OFFERED) if len(hits) > MOST_OFFERED else "")
        )
    return hits[:MOST_OFFERED]


def choose_place(desk: Desk, field: str, label: str, first: str) -> str:
    """A chooser of one place of all that have a report of a known year, kept in the address; `first` at first."""
    handles, years = handles_of(desk.tables), years_of_places(desk.tables)
    places = [handle.place for handle in handles if handle.place in years]
    chosen = address.settle_one(field, places, first)
    if len(places) > MOST_OFFERED:
        found = [place for place in search(desk, handles, field, len(places)) if place in years]
        places = list(dict.fromkeys([chosen, *found]))
    st.selectbox(
        label,
        places,
        index=places.index(chosen),
        key=address.seeded(field, desk.variant),
        on_change=address.moved,
        args=(field, desk.variant),
    )
    return chosen


def _label(handle: Handle) -> str:
    """The place's label with all that the box's own search may find it by."""
    told = [*handle.above[:1], *handle.former, handle.initials, handle.code]
    return f"{handle.place}（{' · '.join(part for part in told if part and part != handle.place)}）"


def _find(desk: Desk, handles: Sequence[Handle], chosen: Sequence[str], inside: Collection[str]) -> None:
    """Places by what somebody calls them. One outside the chosen levels and years can be added too: then all are shown."""
    words = st.text_area(desk.say("places.find"), placeholder=desk.say("places.find_hint"), key="places.find", height=100)
    found = find_places(handles, words)
    if found.places:
        st.text(desk.say("places.found", n=len(found.places), names=_listed(found.places)))
        outside = [place for place in found.places if place not in inside]
        if outside:
            st.text(desk.say("places.outside", names=_listed(outside)))
        with st.container(horizontal=True):
            _put_button(desk.say("places.add"), [*chosen, *found.places], "places.add", opening=bool(outside), primary=True)
            _put_button(desk.say("places.only"), found.places, "places.only", opening=bool(outside))
    for word, candidates in found.unclear.items():
        st.caption(desk.say("places.unclear", word=as_plain(word), n=len(candidates)))
        with st.container(horizontal=True):
            for place in candidates[:NAMED]:
                _put_button(as_plain(place), [*chosen, place], f"places.one.{word}.{place}", opening=place not in inside)
    if found.unknown:
        st.text(desk.say("places.unknown", words="、".join(found.unknown)))


def _listed(places: Sequence[str]) -> str:
    return "、".join(places[:NAMED]) + ("…" if len(places) > NAMED else "")


def _choose_group(desk: Desk, handles: Sequence[Handle], within: Selection, chosen: Sequence[str]) -> None:
    st.caption(desk.say("places.group"))
    nowhere, every = desk.say("places.no_division"), desk.say("places.all_of")
    province_at, prefecture_at = st.columns(2)
    provinces = {nowhere if name is None else name: held for name, held in divisions_in(desk.tables, within).items()}
    with province_at:
        province = st.selectbox(desk.say("places.province"), sorted(provinces), key="places.province")
    prefectures = provinces.get(province, {}) if province is not None else {}
    with prefecture_at:
        names = sorted(name for name in prefectures if name is not None)
        prefecture = st.selectbox(desk.say("places.prefecture"), [every, *names], key="places.prefecture")
    held = [prefectures[prefecture]] if prefecture in names else prefectures.values()
    in_group = frozenset().union(*held)
    group = [handle.place for handle in handles if handle.place in in_group]
    if group:
        _put_button(desk.say("places.add_group", n=len(group)), [*chosen, *group], "places.add_group")


def _keep_sets(desk: Desk, handles: Sequence[Handle], chosen: Sequence[str]) -> None:
    st.caption(desk.say("places.sets"), help=desk.say("places.sets_hint"))
    known = {handle.place for handle in handles}
    sets = [str(one) for one in address.settle_free("set")]
    for one in sets:
        name, *places = one.split(APART)
        held = [place for place in places if place in known]
        with st.container(horizontal=True, vertical_alignment="center"):
            _put_button(desk.say("places.use", name=as_plain(name), n=len(held)), held, f"places.use.{one}")
            st.button(
                "",
                icon=":material/delete:",
                help=desk.say("places.drop", name=as_plain(name)),
                key=f"places.drop.{one}",
                on_click=address.put,
                kwargs={"set": [other for other in sets if other != one]},
                type="tertiary",
            )
    if chosen:
        name = (
            st.text_input(desk.say("places.set_name"), key="places.set_name", max_chars=LONGEST_NAME).replace(APART, " ").strip()
        )
        kept = [one for one in sets if one.split(APART)[0] != name]
        st.button(
            desk.say("places.save", n=len(chosen)),
            disabled=not name,
            key="places.save",
            on_click=address.put,
            kwargs={"set": [*kept, APART.join([name, *chosen])]},
        )


def _put_button(label: str, places: Sequence[str], key: str, *, opening: bool = False, primary: bool = False) -> None:
    """A button that chooses these places, `opening` the choice to all levels and years."""
    fields: dict[str, list[str]] = {"level": [], "year": []} if opening else {}
    st.button(
        label,
        key=key,
        on_click=address.put,
        kwargs={**fields, "place": list(dict.fromkeys(places))},
        type="primary" if primary else "secondary",
    )
