"""Pairs of years → the words that the charts of two years share: the change, and what keeps two figures from being compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts._blocks import Listing, join_names
from charts._breaks import breaks_within
from charts._cells import NAMES_SHOWN
from charts._words import WORDS
from extract.model import UNSTATED
from panel.build import Tables
from panel.change import format_change
from panel.display import describe_base
from panel.pairs import Pair
from panel.schema import text_or_none
from panel.selection import Selection


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
