"""Main readings of one indicator and one year → places in order, each with the range of ranks that its figure allows.

Competition ranks: equals share a rank and the next is left out (1, 1, 3). Where bounds and approximations leave an order
open, a rank is a range: 95%以上 against 97% is 1 to 2 for both. Ranks are given among like figures: within a level, never across
levels, and within one base and one scope unless the reader has confirmed that these may be mixed.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from panel.build import Tables
from panel.compare import CELL_COLUMNS, VALUE, cells, has_report, reporting, select
from panel.display import format_ranks
from panel.selection import Selection

RANK_COLUMNS: dict[str, str] = {
    **CELL_COLUMNS,
    "rank_best": "int64",
    "rank_worst": "int64",
    "shared": "bool",
    "rank_text": "str",
    "n": "int64",
    "N": "int64",
}


Numbers = npt.NDArray[np.float64]

# What two figures of one level must share to be ranked with each other.
LIKE = ["base", "scope"]


def rank(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """RANK_COLUMNS: the cells with a value, by level, then by base and scope (the commonest first, those of a scope last), then
    best first (largest first where there is no better or worse).

    `rank_best` and `rank_worst` are the ranks among like figures that the intervals allow, equal where nothing is open; `shared`
    tells that another place surely has the same rank; `n` are the like figures, of the `N` reports of the level. Raises
    ValueError unless the selection names one indicator and its reports are of one known year.
    """
    if len(selection.indicators) != 1:
        raise ValueError(f"a ranking is of one indicator, not of {len(selection.indicators)}")
    held = cells(tables, selection, lang=lang)
    if not is_of_one_year(held):
        raise ValueError("a ranking is of one known year; choose one")
    lower_first = tables.catalog.indicators[selection.indicators[0]].better == "lower"
    return rank_cells(held, lower_first=lower_first, together=selection.together)


def is_unlike(tables: Tables, selection: Selection) -> bool:
    """Whether some indicator of the selection has main readings of different bases, or of a scope."""
    chosen = select(tables, selection)
    return bool(chosen["scope"].notna().any() or (chosen.groupby("indicator")["base"].nunique() > 1).any())


def rank_cells(held: pd.DataFrame, *, lower_first: bool, together: bool = False) -> pd.DataFrame:
    """The same of cells that are at hand: of one indicator and one year."""
    valued = held[held["state"] == VALUE]
    parts = []
    for level in held["level"].drop_duplicates():
        of_level = held["level"].isna() if pd.isna(level) else held["level"] == level
        own = valued[of_level[valued.index]]
        reports = reporting(held[of_level])[1]
        parts += [_ranked(like, lower_first, reports) for like in ([own] if together else alike(own))]
    ranked = pd.concat(parts, ignore_index=True) if parts else _ranked(valued, lower_first, 0)
    return ranked.astype(RANK_COLUMNS)[list(RANK_COLUMNS)]


def alike(valued: pd.DataFrame) -> list[pd.DataFrame]:
    """The figures of one level in groups of one base and one scope, largest group first, those of a scope last."""
    groups = [like for _, like in valued.groupby(LIKE, dropna=False, sort=False)]
    return sorted(groups, key=lambda like: (like["scope"].notna().any(), -len(like)))


def is_of_one_year(held: pd.DataFrame) -> bool:
    """Whether the reports behind these cells are all of one known year (or there is none)."""
    years = held["year"][has_report(held)].drop_duplicates()
    return len(years) <= 1 and not years.isna().any()


def _ranked(valued: pd.DataFrame, lower_first: bool, reports: int) -> pd.DataFrame:
    """Like figures with their ranks, best first; equals in the order given."""
    low, high = valued["low"].to_numpy(), valued["high"].to_numpy()
    if lower_first:
        low, high = -high, -low
    ranks = ranks_of(low, high)
    best, worst, shared = ([one[at] for one in ranks] for at in range(3))
    texts = [format_ranks(first, last, shared=same) for first, last, same in ranks]
    ranked = valued.assign(rank_best=best, rank_worst=worst, shared=shared, rank_text=texts, n=len(valued), N=reports)
    ranked = ranked.assign(sort=ranked["value"] if lower_first else -ranked["value"])
    return ranked.sort_values(["rank_best", "sort", "rank_worst"], kind="stable").drop(columns="sort")


def ranks_of(low: Numbers, high: Numbers) -> list[tuple[int, int, bool]]:
    """Of each interval of like figures, largest first, its best and its worst rank and whether it surely shares that rank."""
    # Another stands surely before me when all of its interval does, and perhaps when any of it does.
    best = (1 + _above(low, high)).tolist()
    # An interval reaches beyond its own low end: it does not stand before itself.
    worst = (1 + _above(high, low) - (high > low)).tolist()
    pairs = list(zip(best, worst, strict=True))
    held = Counter(pairs)
    return [(first, last, first == last and held[first, last] > 1) for first, last in pairs]


def _above(ends: Numbers, marks: Numbers) -> Any:
    """Of each mark how many of the ends lie above it."""
    return len(ends) - np.searchsorted(np.sort(ends), marks, side="right")
