"""Cells of one indicator and one year → the bars of its slides: like with like, in the order of panel/ranks.py where it is sound.

Places stand as in the ranking chart: by level, then base and scope; best first unless most are at the ceiling; rank numbers only
where no caveat forbids them. A bound is a bar of another series, and unlike figures say in their category what they are of.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from exports._words_brief import BRIEF
from exports._words_slides import SLIDES
from exports.brief_figures import say_ranks
from exports.slide_data import Charted, Series, parts_of, split_by_look
from panel.build import Tables
from panel.caveats import Caveat
from panel.compare import has_value
from panel.display import describe_base
from panel.ranks import rank
from panel.schema import rows_of, text_or_none
from panel.selection import Selection
from panel.statements import Figure, Ranks, figure_of
from panel.words import WORDS as SHARED

# Bars of one slide, and bars at all: of more places the workbook has the rest.
MOST_BARS, MOST_PLACES = 12, 96
PERCENT = 100.0


def bars_of(
    tables: Tables, selection: Selection, held: pd.DataFrame, found: Sequence[Caveat], alt: str, lang: str
) -> tuple[list[tuple[Charted, tuple[Figure, ...]]], int]:
    """The charts, each with the figures that it draws, and how many figures are not drawn. `held` are the cells of the selection,
    `found` its caveats."""
    in_order = all(caveat.code != "ceiling" for caveat in found)
    ranked = not any(caveat.forbids_ranks for caveat in found)
    rows = list(rows_of(rank(tables, selection) if in_order else held[has_value(held)]))
    if not rows:
        return [], 0
    drawn = rows[:MOST_PLACES]
    names = list(_names(drawn, ranked=ranked, lang=lang))
    top = _top(drawn)
    charts = []
    for own in parts_of(len(drawn), MOST_BARS):
        part, labels = drawn[own.start : own.stop], names[own.start : own.stop]
        looks = split_by_look([(at, float(row.value), str(row.qualifier)) for at, row in enumerate(part)], len(part))
        series = tuple(Series(SLIDES.say(look, lang), values, look) for look, values in looks.items())
        chart = Charted(True, tuple(labels), series, str(part[0].unit), top, alt)
        charts.append((chart, tuple(map(figure_of, part))))
    return charts, len(rows) - len(drawn)


def _names(rows: Sequence[Any], *, ranked: bool, lang: str) -> Iterator[str]:
    """The category of each bar: the place, what its figure is of where that is not what most are of, and its rank."""
    levels = {text_or_none(row.level) for row in rows}
    usual = _usual(rows)
    for row in rows:
        level, like = text_or_none(row.level), (text_or_none(row.base), text_or_none(row.scope))
        name = str(row.place)
        told = [SHARED.say(f"level.{level or 'unknown'}", lang)] if len(levels) > 1 else []
        # Compared all the same or not: what is of another base or scope says so.
        told += _like(like, lang) if like != usual else []
        if told:
            name = SLIDES.say("like", lang, place=name, like=BRIEF.say("comma", lang).join(told))
        if ranked and row.n > 1:
            ranks = say_ranks(Ranks(int(row.rank_best), int(row.rank_worst), bool(row.shared)), lang)
            name = SLIDES.say("ranked", lang, place=name, rank=ranks)
        yield name


def _usual(rows: Sequence[Any]) -> tuple[str | None, str | None]:
    """The base and scope of most figures; of as many, those that stand first."""
    return max(Counter((text_or_none(row.base), text_or_none(row.scope)) for row in rows).items(), key=lambda one: one[1])[0]


def _like(like: tuple[str | None, str | None], lang: str) -> list[str]:
    base, scope = like
    told = [SLIDES.say("base", lang, base=describe_base(base, lang))] if base else []
    return told + ([SLIDES.say("scope", lang, scope=scope)] if scope else [])


def _top(rows: Sequence[Any]) -> float:
    """The end of the axis: 100 for rates, else the largest value."""
    most = max((float(row.value) for row in rows), default=0.0)
    if rows and rows[0].unit == "%":
        return max(PERCENT, most)
    return most if math.isfinite(most) and most > 0 else 1.0
