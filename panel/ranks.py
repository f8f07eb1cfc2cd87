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
from panel.compare import CELL_COLUMNS, cells, has_report, has_value
from panel.display import format_ranks
from panel.lookup import Positions
from panel.selection import Selection, chosen_reports

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
_RANKED = tuple(name for name in RANK_COLUMNS if name not in CELL_COLUMNS)


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
    rows = tables.panel_rows.rows(selection.indicators, chosen_reports(tables, selection))
    chosen = tables.panel[["indicator", "main", "base", "scope"]].take(rows)
    chosen = chosen[chosen["main"]]
    return bool(chosen["scope"].notna().any() or (chosen.groupby("indicator")["base"].nunique() > 1).any())


def rank_cells(held: pd.DataFrame, *, lower_first: bool, together: bool = False) -> pd.DataFrame:
    """The same of cells that are at hand: of one indicator and one year."""
    valued, told = has_value(held), has_report(held)
    levels = pd.factorize(held["level"], use_na_sentinel=False)[0]
    parts = []
    for level in dict.fromkeys(levels.tolist()):
        of_level = levels == level
        own = np.flatnonzero(of_level & valued)
        reports = int((of_level & told).sum())
        parts += [_ranked(held, like, lower_first, reports) for like in ([own] if together else _alike(held, own))]
    columns = {name: np.concatenate([part[name] for part in parts] or [np.empty(0)]) for name in ("rows", *_RANKED)}
    ranked = held.take(columns["rows"].astype(np.int64)).reset_index(drop=True)
    ranked = ranked.assign(**{name: columns[name] for name in _RANKED})
    return ranked.astype({name: RANK_COLUMNS[name] for name in _RANKED})[list(RANK_COLUMNS)]


def _alike(held: pd.DataFrame, rows: Positions) -> list[Positions]:
    """The figures of one level in groups of one base and one scope, largest group first, those of a scope last."""
    codes = [pd.factorize(held[name].take(rows))[0] for name in LIKE]
    groups: dict[tuple[int, ...], list[int]] = {}
    for row, *like in zip(rows.tolist(), *(found.tolist() for found in codes), strict=True):
        groups.setdefault(tuple(like), []).append(row)
    # A missing scope has the code -1.
    found = sorted(groups.items(), key=lambda group: (group[0][-1] >= 0, -len(group[1])))
    return [np.array(own, dtype=np.int64) for _, own in found]


def is_of_one_year(held: pd.DataFrame) -> bool:
    """Whether the reports behind these cells are all of one known year (or there is none)."""
    years = held["year"][has_report(held)].drop_duplicates()
    return len(years) <= 1 and not years.isna().any()


def _ranked(held: pd.DataFrame, rows: Positions, lower_first: bool, reports: int) -> dict[str, npt.NDArray[Any]]:
    """Like figures with their ranks, best first, as columns: the `rows` of the cells and _RANKED. Equals stand as given."""
    value, low, high = (held[name].to_numpy()[rows] for name in ("value", "low", "high"))
    if lower_first:
        low, high = -high, -low
    ranks = ranks_of(low, high)
    best, worst, shared = (np.array([one[at] for one in ranks], dtype=kind) for at, kind in enumerate(("int64", "int64", "bool")))
    texts = [format_ranks(first, last, shared=same) for first, last, same in ranks]
    order = np.lexsort((worst, value if lower_first else -value, best))
    columns = {
        "rows": rows,
        "rank_best": best,
        "rank_worst": worst,
        "shared": shared,
        "rank_text": np.array(texts, dtype=object),
        "n": np.full(len(rows), len(rows)),
        "N": np.full(len(rows), reports),
    }
    return {name: held_column[order] for name, held_column in columns.items()}


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
