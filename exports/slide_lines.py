"""Cells of one indicator over the years → the lines of its slides: a series a place, broken where a year has no value.

Exact figures of one base, one scope and one definition are a line; others of the same place are points of a series of their own,
never joined with it: bounds, approximate figures, another base or scope, and what is counted anew after a change of definition.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from exports._words_brief import BRIEF
from exports._words_slides import SLIDES
from exports.slide_data import Charted, Series, parts_of, split_by_look
from extract.catalog import Break
from panel.compare import has_value
from panel.display import SIGNS, describe_base
from panel.schema import rows_of, text_or_none
from panel.statements import Figure, figure_of

# Places of one slide, and places at all: of more the workbook has the rest.
MOST_LINES, MOST_PLACES = 6, 36
PERCENT = 100.0
_Like = tuple[str | None, str | None, int]


def lines_of(
    held: pd.DataFrame, breaks: Sequence[Break], alt: str, lang: str
) -> tuple[list[tuple[Charted, tuple[Figure, ...]]], int]:
    """The charts, each with the figures that it draws, and how many places with a value are not drawn. Values of unknown years
    have no place on the axis."""
    valued = held[has_value(held) & held["year"].notna()]
    by_place: dict[str, list[Any]] = {}
    for row in rows_of(valued.sort_values("year", kind="stable")):
        by_place.setdefault(str(row.place), []).append(row)
    if not by_place:
        return [], 0
    places = [place for place in dict.fromkeys(valued["place"]) if place in by_place]
    drawn = places[:MOST_PLACES]
    known = sorted({int(row.year) for place in drawn for row in by_place[place]})
    years = range(known[0], known[-1] + 1)
    every = [row for place in drawn for row in by_place[place]]
    usual = Counter(_like(row, breaks) for row in every).most_common(1)[0][0]
    bottom, top = _span(every)
    charts = []
    for part in parts_of(len(drawn), MOST_LINES):
        own = drawn[part.start : part.stop]
        series = [
            one for colour, place in enumerate(own) for one in _series(place, by_place[place], years, breaks, colour, usual, lang)
        ]
        unit = str(by_place[own[0]][0].unit)
        chart = Charted(False, tuple(map(str, years)), tuple(series), unit, top, alt, bottom)
        charts.append((chart, tuple(figure_of(row) for place in own for row in by_place[place])))
    return charts, len(places) - len(drawn)


def _like(row: Any, breaks: Sequence[Break]) -> _Like:
    """Base, scope and definition (by the year it began in, 0 for the first) of a figure."""
    definition = max((found.year for found in breaks if found.year <= row.year), default=0)
    return text_or_none(row.base), text_or_none(row.scope), definition


def _series(
    place: str, rows: Sequence[Any], years: range, breaks: Sequence[Break], colour: int, usual: _Like, lang: str
) -> list[Series]:
    """The series of one place: first the line of what most figures of all places are of."""
    groups: dict[_Like, list[Any]] = {}
    for row in rows:
        groups.setdefault(_like(row, breaks), []).append(row)
    found = []
    for like, own in sorted(groups.items(), key=lambda one: one[0] != usual):
        looks = split_by_look([(int(row.year) - years[0], float(row.value), str(row.qualifier)) for row in own], len(years))
        name = place if like == usual else SLIDES.say("like", lang, place=place, like=_differs(like, usual, lang))
        for look, values in looks.items():
            named = name if look == "exact" else SLIDES.say("of_series", lang, place=name, sign=SIGNS[look])
            found.append(Series(named, values, look, colour, joined=look == "exact", dashed=like != usual))
    return found


def _differs(like: _Like, usual: _Like, lang: str) -> str:
    """In what figures differ from most."""
    base, scope, definition = like
    told = [SLIDES.say("base", lang, base=describe_base(base, lang))] if base and base != usual[0] else []
    if scope != usual[1]:
        told.append(SLIDES.say("scope", lang, scope=scope) if scope else SLIDES.say("whole", lang))
    if definition != usual[2]:
        told.append(SLIDES.say("since", lang, year=definition) if definition else SLIDES.say("before", lang))
    return BRIEF.say("comma", lang).join(told)


def _span(rows: Sequence[Any]) -> tuple[float, float]:
    """The ends of the axis: a count begins at zero; a rate ends at 100 and begins at a ten below its least."""
    values = [float(row.value) for row in rows]
    if rows[0].unit != "%":
        return 0.0, max(values) or 1.0
    return max(0.0, 10 * math.floor((min(values) - 1) / 10)), max(PERCENT, *values)
