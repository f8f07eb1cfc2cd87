"""A chart with what is selected ↔ one value of the address, so that a list of slides travels in a link; the button for it.

A value reads `ranking?indicator=…&year=2024`: the chart's module and the fields of its Selection, ids and labels as they are
elsewhere in the address. What it names and does not exist is told and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from charts import all_charts
from panel.borrowing import FARTHEST
from panel.build import Tables
from panel.compare import LEVEL_ORDER, Selection
from views import _address as address
from views._desk import Desk

# A talk has no more slides than this, and a browser takes no longer address.
MOST_SLIDES, MOST_FIELDS = 40, 4_000
SLIDES = ":material/slideshow:"


@dataclass(frozen=True, slots=True)
class Slide:
    """A chart of a selection; `unknown` are the fields and values that the address asked for and that do not exist."""

    chart: ModuleType
    selection: Selection
    unknown: tuple[tuple[str, str], ...] = ()


def write_slide(chart: ModuleType, selection: Selection) -> str:
    """The value of the address for a slide."""
    told: list[tuple[str, object]] = [("indicator", one) for one in selection.indicators]
    told += [("place", one) for one in selection.places]
    told += [("year", one) for one in selection.years]
    told += [("level", one) for one in selection.levels]
    told += [("together", 1)] if selection.together else []
    told += [("borrow", selection.borrow)] if selection.borrow else []
    name = chart.__name__.rsplit(".", 1)[-1]
    return f"{name}?{urlencode(told)}" if told else name


def read_slide(value: str, tables: Tables) -> Slide | None:
    """The slide of a value of the address; None where it names no chart, or more than the app ever writes."""
    name, _, query = value.partition("?")
    charts = {chart.__name__.rsplit(".", 1)[-1]: chart for chart in all_charts()}
    if name not in charts:
        return None
    try:
        told = parse_qs(query, max_num_fields=MOST_FIELDS, errors="replace")
    except ValueError:
        # So many fields are in no address that the app writes.
        return None
    unknown: list[tuple[str, str]] = []

    def known(field: str, exists: Callable[[str], bool]) -> tuple[str, ...]:
        found = list(dict.fromkeys(told.get(field, ())))
        unknown.extend((field, one) for one in found if not exists(one))
        return tuple(one for one in found if exists(one))

    places, years = set(tables.reports["place"]), {str(int(year)) for year in tables.reports["year"].dropna()}
    selection = Selection(
        indicators=known("indicator", tables.catalog.indicators.__contains__),
        places=known("place", places.__contains__),
        years=tuple(map(int, known("year", years.__contains__))),
        levels=known("level", LEVEL_ORDER.__contains__),
        together=known("together", "1".__eq__) == ("1",),
        borrow=int(next(iter(known("borrow", tuple(map(str, range(1, FARTHEST + 1))).__contains__)), 0)),
    )
    return Slide(charts[name], selection, tuple(unknown))


def show_add(desk: Desk, chart: ModuleType, selection: Selection, *, key: str) -> None:
    """The button under a chart that makes it the last slide."""
    values = [str(value) for value in address.settle_free("slide")]
    # Of thousands of chosen places the value is long: it is written when it is asked for.
    held, full = bool(values) and write_slide(chart, selection) in values, len(values) >= MOST_SLIDES
    st.button(
        desk.say("present.added", n=len(values)) if held else desk.say("present.add"),
        on_click=lambda: address.put(slide=[*values, write_slide(chart, selection)]),
        key=f"{key}.slide",
        type="tertiary",
        icon=SLIDES,
        disabled=full or held,
        help=desk.say("present.full", n=MOST_SLIDES) if full else None,
    )


def about(selections: Sequence[Selection]) -> Selection:
    """What all slides together are of: a field is open as soon as one slide leaves it open."""

    def of(field: str) -> tuple[Any, ...]:
        held = [getattr(selection, field) for selection in selections]
        return tuple(dict.fromkeys(one for part in held for one in part)) if held and all(held) else ()

    return Selection(of("indicators"), of("places"), of("years"), of("levels"))
