"""Cells with blanks → the same with figures of near years in them, each with the year it is of.

Asked for by the reader and never done otherwise: the five reports of a folder may be of five years, and then nothing could be set
side by side. What is borrowed says so in its text, counts among no reports that give a figure, and is in no rank.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from panel.blanks import VALUE, BlankCause
from panel.build import Tables
from panel.display import format_value
from panel.reports import READ
from panel.schema import rows_of
from panel.words import WORDS

# What a cell takes over from the reading of another year.
_TAKEN = ("doc_id", "value", "low", "high", "qualifier", "basis", "base", "scope", "start", "end", "quote")
# Blanks that no year of the same place can fill: what is not of its level, and a file of no known year.
_LEFT = (str(BlankCause.NOT_APPLICABLE), str(BlankCause.UNREADABLE))
# So many years away at the most, whatever is asked for.
FARTHEST = 3


def borrow(tables: Tables, held: pd.DataFrame, reach: int, lang: str) -> pd.DataFrame:
    """The cells with each blank filled from the same place's main reading of the nearest year within `reach` years (of two as
    near the earlier one). `from_year` is that year and `stands_for` the cause of the blank, both missing in all other cells."""
    if reach < 1:
        return held
    blank = held[(held["state"] != VALUE) & ~held["state"].isin(_LEFT) & held["year"].notna()]
    near = (
        blank[["place", "year", "indicator"]]
        .assign(cell=blank.index)
        .merge(_main_readings(tables), on=["place", "indicator"], suffixes=("", "_near"))
    )
    near["far"] = (near["year_near"] - near["year"]).abs()
    near = near[near["far"] <= min(reach, FARTHEST)].sort_values(["cell", "far", "year_near"]).drop_duplicates("cell")
    near = near.set_index("cell")
    filled = held.copy()
    filled.loc[near.index, "stands_for"] = held.loc[near.index, "state"]
    filled.loc[near.index, "state"] = VALUE
    filled.loc[near.index, "from_year"] = near["year_near"]
    filled.loc[near.index, "detail"] = None
    for column in _TAKEN:
        filled.loc[near.index, column] = near[column]
    texts = [_text(tables, row, lang) for row in rows_of(filled.loc[near.index])]
    filled.loc[near.index, "text"] = pd.Series(texts, index=near.index, dtype="str")
    return filled.astype(held.dtypes.to_dict())


def _main_readings(tables: Tables) -> pd.DataFrame:
    """The main readings of every place and known year, of the report published last."""
    reports = tables.reports[(tables.reports["status"] == READ) & tables.reports["year"].notna()]
    readings = tables.panel[tables.panel["main"]][[*_TAKEN, "indicator"]].merge(
        reports[["doc_id", "place", "year", "published"]], on="doc_id"
    )
    latest = readings.sort_values(["published", "doc_id"], ascending=False, na_position="last", kind="stable")
    return latest.drop_duplicates(["place", "year", "indicator"])


def _text(tables: Tables, cell: Any, lang: str) -> str:
    value = format_value(cell.value, cell.qualifier, cell.unit, lang, tables.catalog.indicators[cell.indicator].decimals)
    return WORDS.say("of_year", lang, value=value, year=int(cell.from_year))
