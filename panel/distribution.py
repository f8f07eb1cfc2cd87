"""The cells of one indicator → a strip for each level and year: its values in order, how many there are, and their middle.

Of a strip whose values may not be compared (NO_MIDDLE of panel/caveats.py) there is no middle, and `barrier` says why not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from panel.build import Tables
from panel.caveats import CEILING, caveats_of
from panel.compare import cells, has_value, reporting
from panel.quantiles import FEWEST_FOR_MEDIAN, Range, median_of, quartiles_of
from panel.schema import rows_of, text_or_none
from panel.selection import LEVEL_ORDER, Selection

FEW = "few_values"


@dataclass(frozen=True, slots=True)
class Strip:
    """The values of one level (None: unknown) in one year (None: unknown), `cells` from the smallest to the largest.

    `n` of `N` reports give a value, `top` of them surely 100 and `perhaps_top` perhaps, where it is a rate. `median` and
    `quartiles` are ranges; None where there are too few values, or where `barrier`, the code of the gravest caveat, stands.
    """

    level: str | None
    year: int | None
    cells: tuple[Any, ...]
    n: int
    N: int
    top: int
    perhaps_top: int
    median: Range | None
    quartiles: tuple[Range, Range] | None
    barrier: str | None


def strips(tables: Tables, selection: Selection, *, lang: str = "zh") -> list[Strip]:
    """The strips of the selection's one indicator, by level and then by year, the unknown ones last.

    A year without any report within a level is a strip of nothing where the selection or the reports around it span it. Raises
    ValueError unless the selection names exactly one indicator.
    """
    if len(selection.indicators) != 1:
        raise ValueError(f"a distribution is of one indicator, not of {len(selection.indicators)}")
    held = cells(tables, selection, lang=lang)
    found = []
    for key in rows_of(held[["level", "year"]].drop_duplicates()):
        level, year = text_or_none(key.level), None if pd.isna(key.year) else int(key.year)
        of_both = held[_is(held["level"], level) & _is(held["year"], year)]
        told = caveats_of(tables.catalog.indicators[selection.indicators[0]], of_both, together=selection.together)
        found.append(_strip(level, year, of_both, next((caveat.code for caveat in told if caveat.forbids_middle), None)))
    # Files that could not be read are of no level and no year: nobody's strip.
    known = [strip for strip in found if strip.N or strip.year is not None]
    order = {level: rank for rank, level in enumerate((*LEVEL_ORDER, None))}
    return sorted(known, key=lambda strip: (order[strip.level], strip.year is None, strip.year or 0))


def _strip(level: str | None, year: int | None, held: pd.DataFrame, barrier: str | None) -> Strip:
    valued = held[has_value(held)].sort_values(["value", "low", "high", "place"])
    n, reports = reporting(held)
    rate = valued["unit"] == "%"
    told = valued if barrier is None else valued.head(0)
    ends = told["low"].to_numpy(dtype="float64"), told["high"].to_numpy(dtype="float64")
    return Strip(
        level=level,
        year=year,
        cells=tuple(rows_of(valued)),
        n=n,
        N=reports,
        top=int((rate & (valued["low"] >= CEILING)).sum()),
        perhaps_top=int((rate & (valued["low"] < CEILING) & (valued["high"] >= CEILING)).sum()),
        median=median_of(*ends),
        quartiles=quartiles_of(*ends),
        barrier=barrier or (FEW if n < FEWEST_FOR_MEDIAN else None),
    )


def _is(column: pd.Series[Any], value: object) -> pd.Series[bool]:
    return column.isna() if value is None else (column == value).fillna(False).astype(bool)
