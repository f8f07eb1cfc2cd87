"""Cells of the rates → for each how many places stand at 100, below it, or leave it open, and how many are silent and why.

A rate that nearly all put at 100 says nothing by a rank; it says who tells it and who does not. The counts of a row add up to the
places (and years) of the selection, so that nobody is left out.
"""

from __future__ import annotations

import pandas as pd

from panel.blanks import BlankCause
from panel.build import Tables
from panel.caveats import CEILING
from panel.compare import CELL_COLUMNS, cells, has_value
from panel.matrix import VALUED, matrix_of
from panel.schema import to_table
from panel.selection import Selection

# The states of a cell with a value: surely 100, surely below, or bounds that leave it open (95%以上).
TOP, BELOW, OPEN = "top", "below", "open"
# The blanks follow in the order of panel.matrix.STATES.
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
    matrix = matrix_of(tables, selection)
    low, high = (tables.panel[column].to_numpy() for column in ("low", "high"))
    order = {indicator_id: place for place, indicator_id in enumerate(tables.catalog.indicators)}
    rows = []
    for column, counts in enumerate(matrix.counts().tolist()):
        indicator = tables.catalog.indicators[matrix.indicators[column]]
        if indicator.unit != "%" or not counts[VALUED]:
            continue
        held = matrix.readings[:, column]
        held = held[held >= 0]
        top = int((low[held] >= CEILING).sum())
        reaching = int((high[held] >= CEILING).sum())
        states = (top, reaching - top, len(held) - reaching, *counts[VALUED + 1 :])
        rows.append((indicator.id, indicator.name, indicator.theme, *states, sum(states)))
    return to_table(sorted(rows, key=lambda row: (-row[3], order[row[0]])), CEILING_COLUMNS)


def rate_cells(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """RATE_COLUMNS: the cells of the rates of the selection, each with the one of STATES that it is counted under."""
    held = cells(tables, selection, lang=lang)
    held = held[held["unit"] == "%"]
    valued = has_value(held)
    state = held["state"].where(~valued, BELOW)
    state = state.mask(valued & (held["high"] >= CEILING), OPEN).mask(valued & (held["low"] >= CEILING), TOP)
    return held.assign(standing=state.astype("str"))[list(RATE_COLUMNS)]
