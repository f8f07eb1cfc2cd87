"""Two years of one indicator → what the charts of two years begin with and share: the pairs, the words of a change, and what
keeps two figures from being compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import plotly.graph_objects as go

from charts._blocks import Listing, join_names
from charts._breaks import breaks_within, rename_notes, renames_within
from charts._cells import NAMES_SHOWN, elsewhere_line, name_of_indicator, refusal_to_draw
from charts._opening import Opening, open_chart
from charts._style import footer_of, sheet_of, words_only
from charts._words import WORDS
from extract.model import UNSTATED
from panel.build import Tables
from panel.caveats import Caveat, caveats
from panel.change import format_change
from panel.display import describe_base
from panel.pairs import Pair, pairs_of, years_between
from panel.schema import text_or_none
from panel.selection import Selection
from panel.standing import mark_of


@dataclass(frozen=True, slots=True)
class Between:
    """The opening of a chart of two years, `pairs` of the places with a value in both, what is told of them (`found`), and the
    line that says how to read the chart with those of the breaks between the two years."""

    opening: Opening
    years: tuple[int, int]
    pairs: Sequence[Pair]
    found: Sequence[Caveat]
    reading: Sequence[str]


def open_between(
    tables: Tables,
    selection: Selection,
    head: Mapping[str, str],
    kind: str,
    *,
    lang: str,
    made: date | None,
    width: int,
    dark: bool,
    height: int | None = None,
    part: int = 1,
) -> Between | go.Figure:
    """The opening of the chart `kind` between the first and the last year; a figure of words where there are no two years, or no
    place has a value in both."""
    years: tuple[int, int] | None = None
    if refusal_to_draw(tables, selection, lang) is None:
        years = years_between(tables, selection)
        if years is None:
            name = name_of_indicator(tables, selection.indicators[0], lang)
            sentences = [WORDS.say("dumbbell_one_year", lang, name=name), elsewhere_line(tables, selection, lang)]
            sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang), height=height, part=part)
            return words_only(head[lang], sentences, footer_of(tables, selection, lang=lang, made=made), sheet=sheet)
    two = selection if years is None else replace(selection, years=years)
    told = {} if years is None else {"first": years[0], "last": years[1]}
    asked = {"lang": lang, "made": made, "width": width, "dark": dark, "height": height, "part": part}
    opening = open_chart(tables, two, head, f"{kind}_title", with_year=True, **asked, **told)
    if years is None or not isinstance(opening, Opening):
        return opening
    pairs = pairs_of(opening.held, years)
    if not pairs:
        return opening.words_alone([WORDS.say("dumbbell_nobody", lang)])
    # Two years are mixed on purpose here.
    found = [caveat for caveat in caveats(tables, two) if caveat.code != "mixed_years"]
    renames = renames_within(tables, [pair.place for pair in pairs], years)
    reading = [WORDS.say(f"{kind}_reading", lang, **told), *break_between(tables, two, lang), *rename_notes(renames, lang)]
    return Between(opening, years, pairs, found, reading)


def change_words(pair: Pair, lang: str) -> str:
    """The change in points, percent or units; that the two are not comparable; "" where a bound leaves it open without end."""
    return format_change(pair.change, pair.now.unit, lang) if pair.is_alike else WORDS.say("unlike_mark", lang)


def unlike_notes(pairs: Sequence[Pair], lang: str) -> list[str]:
    """A line that names the places whose base or scope is not the same in both years; no line where there is none."""
    names = [
        WORDS.say("unlike_place", lang, place=pair.place, then=_of_what(pair.then, lang), now=_of_what(pair.now, lang))
        for pair in pairs
        if not pair.is_alike
    ]
    return (
        [Listing(lambda most: WORDS.say("unlike", lang, names=join_names(names, max(1, most), lang)), NAMES_SHOWN)]
        if names
        else []
    )


def break_between(tables: Tables, two: Selection, lang: str) -> list[str]:
    """A sentence for each break between the selection's two years."""
    told = breaks_within(tables, two, two.years)
    return [WORDS.say("break_between", lang, year=found.year, why=found.why if lang == "zh" else found.why_en) for found in told]


def _of_what(cell: Any, lang: str) -> str:
    """Base and scope in words; of what is no rate the scope alone."""
    base, scope = text_or_none(cell.base), text_or_none(cell.scope) or WORDS.say("no_scope", lang)
    if base is None:
        return scope
    told = describe_base(base or UNSTATED, lang)
    return told if text_or_none(cell.scope) is None else WORDS.say("unlike_scope", lang, base=told, scope=scope)
