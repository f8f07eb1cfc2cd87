"""The cells of one year → in which quarter of the places of its own level each figure stands, from 1 (best) to 4.

A place stands in the first quarter where fewer than a quarter of the places surely stand before it: equals share a quarter. Where
bounds leave it open in which quarter a place stands, it stands in none; nor where ranks are forbidden (panel/caveats.py) or where
fewer places of the level give the figure than quarters can be told of.
"""

from __future__ import annotations

import pandas as pd

from extract.catalog import Indicator
from panel.build import Tables
from panel.caveats import caveats_of
from panel.compare import CELL_COLUMNS, VALUE, cells
from panel.quantiles import FEWEST_FOR_QUARTILES, QUARTERS
from panel.ranks import is_of_one_year, rank_cells
from panel.schema import for_cutting, rows_of, text_or_none
from panel.selection import Selection

# Why a value stands in no quarter, besides the codes of the caveats that forbid ranks.
OPEN, TOO_FEW = "open", "too_few"

BAND_COLUMNS: dict[str, str] = {**CELL_COLUMNS, "band": "Int64", "why": "str", "rank_text": "str", "of": "Int64"}


def bands(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """BAND_COLUMNS: the cells of the selection, in their order.

    `band` is the quarter, missing for a blank and for a value that stands in none; then `why` tells the reason: OPEN, TOO_FEW or
    the code of the gravest caveat that forbids ranks. `rank_text` among the `of` like values of the level is missing where
    that caveat stands, or for a blank. Raises ValueError unless the reports of the selection are of one known year.
    """
    held = cells(tables, selection, lang=lang)
    if not is_of_one_year(held):
        raise ValueError("quarters are of one known year; choose one")
    told: dict[tuple[str, str], _Told] = {}
    cut = for_cutting(held)
    for indicator_id in dict.fromkeys(held["indicator"]):
        told |= _of_indicator(
            tables.catalog.indicators[indicator_id], cut[cut["indicator"] == indicator_id], together=selection.together
        )
    nothing = (None, None, None, None)
    found = [told.get((row.place, row.indicator), nothing) if row.state == VALUE else nothing for row in rows_of(held)]
    for at, name in enumerate(("band", "why", "rank_text", "of")):
        held[name] = pd.Series([row[at] for row in found], index=held.index, dtype=BAND_COLUMNS[name])
    return held[list(BAND_COLUMNS)]


_Told = tuple[int | None, str | None, str | None, int | None]


def _of_indicator(indicator: Indicator, held: pd.DataFrame, *, together: bool) -> dict[tuple[str, str], _Told]:
    """For each place with a value of the one indicator its quarter, why none, its rank and among how many."""
    barriers: dict[str | None, str | None] = {}
    for level, of_level in held.groupby("level", dropna=False, sort=False):
        found = caveats_of(indicator, of_level, together=together)
        barriers[text_or_none(level)] = next((caveat.code for caveat in found if caveat.forbids_ranks), None)
    told: dict[tuple[str, str], _Told] = {}
    for row in rows_of(rank_cells(held, lower_first=indicator.better == "lower", together=together)):
        barrier = barriers[text_or_none(row.level)]
        if barrier is not None:
            told[row.place, indicator.id] = (None, barrier, None, None)
            continue
        band, why = quarter_of(row.rank_best, row.rank_worst, row.n)
        told[row.place, indicator.id] = (band, why, row.rank_text, row.n)
    return told


def quarter_of(best: int, worst: int, count: int) -> tuple[int | None, str | None]:
    """The quarter of ranks `best` to `worst` among `count` like figures, or why there is none (OPEN, TOO_FEW)."""
    if count < FEWEST_FOR_QUARTILES:
        return None, TOO_FEW
    first, last = (1 + QUARTERS * (place - 1) // count for place in (best, worst))
    return (first, None) if first == last else (None, OPEN)
