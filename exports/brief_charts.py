"""Tables and a Selection → the charts of its brief, as pictures: the ranking or trend of each indicator, a place's spine.

A year has a ranking; several years have lines. Raises PictureError (exports/pictures.py) where a chart can't be drawn.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from charts import ranking, spine, trend
from exports.brief import Picture
from exports.pictures import to_picture
from panel.brief import MOST_INDICATORS
from panel.build import Tables
from panel.compare import cells
from panel.ranks import is_of_one_year
from panel.selection import Selection, reports_of


def of_indicators(tables: Tables, selection: Selection, *, made: date, lang: str = "zh") -> list[Picture]:
    """A picture for each indicator of the selection that the brief is of."""
    if reports_of(tables, selection).empty:
        return []
    found = []
    for one in selection.indicators[:MOST_INDICATORS]:
        own = replace(selection, indicators=(one,), borrow=0)
        chart: Any = ranking if is_of_one_year(cells(tables, own)) else trend
        found.append(_picture(chart.draw(tables, own, lang=lang, made=made), lang, one))
    return found


def of_place(tables: Tables, place: str, year: int, others: tuple[str, ...], *, made: date, lang: str = "zh") -> list[Picture]:
    """The picture of a place among its peers."""
    chosen = Selection(places=(place, *others), years=(year,))
    return [_picture(spine.draw(tables, chosen, lang=lang, made=made), lang, "")]


def _picture(figure: Any, lang: str, indicator: str) -> Picture:
    meta = figure.layout.meta
    return Picture(to_picture(figure, lang=lang), meta["alt"], meta["mark"] + meta["title"], indicator)
