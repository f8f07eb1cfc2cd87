"""Cells of the rates → for each how many places stand at 100, below it, or leave it open, and how many are silent and why.

A rate that nearly all put at 100 says nothing by a rank; it says who tells it and who does not. The counts of a row add up to the
places (and years) of the selection, so that nobody is left out.
"""

from __future__ import annotations

import pandas as pd

from panel.blanks import BlankCause
from panel.build import Tables
from panel.caveats import CEILING
from panel.compare import CELL_COLUMNS, VALUE, cells
from panel.schema import to_table
from panel.selection import Selection

# The states of a cell with a value: surely 100, surely below, or bounds that leave it open (95%以上).
TOP, BELOW, OPEN = "top", "below", "open"
STATES = (TOP, OPEN, BELOW, *(str(cause) for cause in BlankCause))

CEILING_COLUMNS: dict[str, str] = {
    "indicator": "str",
    "name": "str",
    "theme": "str",
    **dict.fromkeys(STATES, "int64"),
    "total": "int64",
}


RATE_COLUMNS: dict[str, str] = {**CELL_COLUMNS, "standing": "str"}


def ceilings(tables: Tables, selection: Selection) -> pd.DataFrame:
    """CEILING_COLUMNS: one row for each rate of the selection (of the catalogue where it names no indicator), those that most
    put at 100 first; a rate that nobody gives is left out. The states of a row add up to `total`."""
    held = rate_cells(tables, selection)
    grouped = [held["indicator"], held["name"], held["theme"]]
    counted = pd.crosstab(grouped, held["standing"]).reindex(columns=list(STATES), fill_value=0)
    rows = [(*key, *counts, sum(counts)) for key, counts in zip(counted.index, counted.to_numpy().tolist(), strict=True)]
    given = [row for row in rows if sum(row[3:6])]
    order = {indicator_id: place for place, indicator_id in enumerate(tables.catalog.indicators)}
    return to_table(sorted(given, key=lambda row: (-row[3], order[row[0]])), CEILING_COLUMNS)


def rate_cells(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """RATE_COLUMNS: the cells of the rates of the selection, each with the one of STATES that it is counted under."""
    held = cells(tables, selection, lang=lang)
    held = held[held["unit"] == "%"]
    state = held["state"].where(held["state"] != VALUE, BELOW)
    valued = held["state"] == VALUE
    state = state.mask(valued & (held["high"] >= CEILING), OPEN).mask(valued & (held["low"] >= CEILING), TOP)
    return held.assign(standing=state.astype("str"))[list(RATE_COLUMNS)]
