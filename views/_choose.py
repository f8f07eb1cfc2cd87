"""The choosers of the selection: theme, indicators, level, years, places → a Selection, kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from panel.borrowing import FARTHEST
from panel.compare import Selection
from panel.selection import offered
from views import _address as address
from views._desk import Desk
from views._fold import fold, say_some
from views._places import choose_places, settle_places
from views._screen import screen_of

T = TypeVar("T", str, int)

ALL = Selection()
# What the app opens with where the catalogue has it and a report gives it.
FIRST = "mediation_success_rate"


def choose(desk: Desk, *, default: Sequence[str], view: Selection = ALL) -> Selection:
    """Show the choosers in two rows, on a phone all but that of the indicators folded, and return what they stand at; `default`
    are the indicators of a bare address, `view` its levels and years."""
    known = offered(desk.tables)
    with st.container(key="choosers", gap="xsmall"):
        if screen_of().narrow:
            indicators = st.container()
            themes = levels = years = places = fold(desk, ("level", "year", "place"), _told(desk, view))
        else:
            themes, indicators = st.columns([1, 3])
            levels, years, places = st.columns([1, 1, 3])
    with themes:
        theme = _theme(desk, "theme")
    with indicators:
        chosen = _indicators(desk, theme, default)
    with levels:
        level = _many(desk, "level", known.levels, desk.level, view.levels)
    with years:
        year = _many(desk, "year", known.years, str, view.years)
    with places:
        place = choose_places(desk, Selection(levels=tuple(level), years=tuple(year)))
    return Selection(indicators=tuple(chosen), places=tuple(place), years=tuple(year), levels=tuple(level))


def _told(desk: Desk, view: Selection) -> list[str]:
    """What the folded choosers stand at; a theme only where one is chosen."""
    known = offered(desk.tables)
    theme = address.settle_one("theme", ["", *desk.tables.catalog.themes], "")
    levels = address.settle_many("level", known.levels, view.levels)
    years = address.settle_many("year", known.years, view.years)
    some = {"level": [desk.level(level) for level in levels], "year": list(map(str, years)), "place": settle_places(desk)}
    themes = [desk.theme(theme)] if theme else []
    return themes + [say_some(desk, field, names) for field, names in some.items()]


def choose_drawn(desk: Desk, chosen: Sequence[str]) -> str:
    """Which of the chosen indicators the chart draws: asked only where there are several."""
    drawn = address.settle_one("drawn", list(chosen), chosen[0])
    if len(chosen) > 1:
        variant = f"{desk.variant}.{'.'.join(chosen)}"
        st.pills(
            desk.say("choose.drawn"),
            list(chosen),
            default=drawn,
            format_func=desk.indicator,
            key=address.seeded("drawn", variant),
            on_change=address.moved,
            args=("drawn", variant),
            required=True,
        )
    return drawn


def choose_view(desk: Desk, field: str, ways: Mapping[str, object]) -> str:
    """Which of several ways to draw the same values, each named in the words table (`choose.<field>.…`); the first at first.

    A field belongs to one page: what one page can draw, another does not know, and would tell as unknown."""
    options = list(ways)
    way = address.settle_one(field, options, options[0])
    st.segmented_control(
        desk.say(f"choose.{field}"),
        options,
        default=way,
        format_func=lambda one: desk.say(f"choose.{field}.{one}"),
        key=address.seeded(field, desk.variant),
        on_change=address.moved,
        args=(field, desk.variant),
        label_visibility="collapsed",
        required=True,
    )
    return way


def choose_rules(desk: Desk, *, unlike: bool) -> tuple[bool, int]:
    """What only the reader may decide, behind a button: whether figures of different bases and scopes are compared with each
    other (asked where there are such, `unlike`), and from how many years away blanks are filled."""
    together, years = address.settle_flag("together", False), address.settle_one("borrow", range(FARTHEST + 1), 0)
    with st.popover(desk.say("choose.rules"), icon=":material/tune:"):
        if unlike or together:
            st.toggle(
                desk.say("choose.together"),
                value=together,
                key=address.seeded("together", desk.lang),
                on_change=address.moved,
                args=("together", desk.lang),
                help=desk.say("choose.together_help"),
            )
        st.segmented_control(
            desk.say("choose.borrow"),
            list(range(FARTHEST + 1)),
            default=years,
            format_func=lambda n: desk.say("choose.borrow.years", n=n) if n else desk.say("choose.borrow.none"),
            key=address.seeded("borrow", desk.lang),
            on_change=address.moved,
            args=("borrow", desk.lang),
            help=desk.say("choose.borrow_help"),
            required=True,
        )
    return together, years


def choose_theme(desk: Desk, field: str) -> str:
    """A chooser of one theme, "" for all."""
    return _theme(desk, field)


def first_indicators(desk: Desk) -> list[str]:
    """The indicator that a bare address shows: FIRST if a report gives it, else the first of the catalogue that one gives."""
    given = offered(desk.tables).given
    if given.get(FIRST):
        return [FIRST]
    return [indicator for indicator in desk.tables.catalog.indicators if given.get(indicator)][:1]


def choose_one(
    desk: Desk, field: str, label: str, options: Sequence[T], default: T, said: Callable[[T], str], *, of: str = ""
) -> T:
    """A chooser of exactly one option, kept in the address; `of` is what its options depend on."""
    found = address.settle_one(field, options, default)
    variant = f"{desk.variant}.{of}" if of else desk.variant
    st.selectbox(
        label,
        options,
        index=list(options).index(found),
        format_func=said,
        key=address.seeded(field, variant),
        on_change=address.moved,
        args=(field, variant),
    )
    return found


def _theme(desk: Desk, field: str) -> str:
    def said(theme_id: str) -> str:
        return desk.theme(theme_id) if theme_id else desk.say("choose.theme.all")

    return choose_one(desk, field, desk.say("choose.theme"), ["", *desk.tables.catalog.themes], "", said)


def _indicators(desk: Desk, theme: str, default: Sequence[str]) -> list[str]:
    """The indicators of the theme that a report gives, in the order of the themes; what is chosen already stays."""
    catalog = desk.tables.catalog
    order = {theme_id: rank for rank, theme_id in enumerate(catalog.themes)}
    every = sorted(catalog.indicators, key=lambda indicator: order[catalog.indicators[indicator].theme])
    chosen = address.settle_many("indicator", every, default)
    given, total = offered(desk.tables).given, len(desk.tables.extractions)
    options = [one for one in every if one in chosen or (one in given and theme in ("", catalog.indicators[one].theme))]
    variant = f"{desk.variant}.{theme}"
    st.multiselect(
        desk.say("choose.indicator"),
        options,
        default=chosen,
        format_func=lambda one: desk.say("choose.indicator_label", name=desk.indicator(one), n=given.get(one, 0), N=total),
        help=desk.say("choose.indicator_help"),
        placeholder=desk.say("choose.some"),
        key=address.seeded("indicator", variant),
        on_change=address.moved,
        args=("indicator", variant),
        select_all=False,
        wrap=True,
    )
    return chosen


def _many(desk: Desk, field: str, options: Sequence[T], label: Callable[[T], str], default: Sequence[T] = ()) -> list[T]:
    chosen = address.settle_many(field, options, default)
    st.multiselect(
        desk.say(f"choose.{field}"),
        options,
        default=chosen,
        format_func=label,
        placeholder=desk.say("choose.all"),
        key=address.seeded(field, desk.variant),
        on_change=address.moved,
        args=(field, desk.variant),
        select_all=False,
        wrap=True,
    )
    return chosen
