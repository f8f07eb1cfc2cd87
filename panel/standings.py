"""Cells of a selection → every figure in the order of its like ones: a rank as a range, or in words why there is none.

The same ranks as of one indicator and one year (panel/ranks.py), of all of them at once: within an indicator, a known year, a
level, a base and a scope. What forbids ranks on a chart (panel/caveats.py) forbids them here. Borrowed figures are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from extract.catalog import Catalog, Indicator
from panel.caveats import CAVEATED, Caveat, caveats_of
from panel.compare import VALUE, with_report
from panel.lookup import Positions
from panel.ranks import ranks_of
from panel.schema import for_cutting, to_table

# `cell` is the row of the cells that the figure is, `group` the number of the like ones that it stands among, from 0.
STANDING_COLUMNS: dict[str, str] = {
    "cell": "int64",
    "group": "int64",
    "rank_best": "Int64",
    "rank_worst": "Int64",
    "shared": "bool",
    "n": "int64",
    "N": "int64",
    "why": "str",
}


class _Group(NamedTuple):
    """Like figures: their rows, the reports of their level, and the sentence that forbids ranks ("" where nothing does)."""

    rows: Positions
    reports: int
    why: str


def standings(catalog: Catalog, held: pd.DataFrame, *, lang: str = "zh", together: bool = False) -> pd.DataFrame:
    """STANDING_COLUMNS of cells (CELL_COLUMNS): by indicator as in the cells, latest year first, by level, then like with like
    (the commonest base first, those of a scope last), best first; ranks are missing where `why` says why.

    `n` are the like figures, of the `N` reports of the level that were read. `together` as in Selection.
    """
    low, high, value = (held[column].to_numpy(dtype="float64") for column in ("low", "high", "value"))
    told: list[tuple[object, ...]] = []
    for number, (indicator, group) in enumerate(_groups(catalog, held, lang, together)):
        rows = group.rows
        sign = -1.0 if indicator.better == "lower" else 1.0
        ranks = ranks_of(low[rows], high[rows]) if sign > 0 else ranks_of(-high[rows], -low[rows])
        order = sorted(range(len(rows)), key=lambda at: (ranks[at][0], -sign * value[rows[at]], ranks[at][1]))
        for at in order:
            told_of = (None, None, False) if group.why else ranks[at]
            told.append((int(rows[at]), number, *told_of, len(rows), group.reports, group.why))
    return to_table(told, STANDING_COLUMNS)


def _groups(catalog: Catalog, held: pd.DataFrame, lang: str, together: bool) -> Iterator[tuple[Indicator, _Group]]:
    """The groups of like figures, in their order."""
    cut = for_cutting(held[[*CAVEATED, "indicator"]])
    own = ((cut["state"] == VALUE) & cut["from_year"].isna()).to_numpy(dtype=bool)
    known = cut["year"].notna().to_numpy(dtype=bool)
    bases, scopes = (_plain(cut[column]) for column in ("base", "scope"))
    order = {indicator_id: at for at, indicator_id in enumerate(dict.fromkeys(cut["indicator"]))}
    levels, years = _plain(cut["level"]), cut["year"].to_numpy(dtype="float64", na_value=np.nan)
    read = np.isin(np.arange(len(cut)), with_report(cut.reset_index(drop=True)).index)
    by_block = _blocks([order[one] for one in cut["indicator"].tolist()], years.tolist(), levels, known)
    ids = list(order)
    for (column, _, _), rows in by_block:
        valued = [at for at in rows if own[at]]
        if not valued:
            continue
        indicator = catalog.indicators[ids[column]]
        why = _barrier(indicator, cut, rows, lang, together)
        reports = int(read[rows].sum())
        like: dict[tuple[str | None, str | None], list[int]] = {}
        for at in valued:
            like.setdefault((None, None) if together else (bases[at], scopes[at]), []).append(at)
        for _, members in sorted(like.items(), key=lambda one: (one[0][1] is not None, -len(one[1]))):
            alone = Caveat("alone").say(lang) if len(members) == 1 and not why else why
            yield indicator, _Group(np.array(members, dtype=np.int64), reports, alone)


def _blocks(
    columns: Sequence[int], years: Sequence[float], levels: Sequence[str | None], known: Any
) -> list[tuple[tuple[int, float, str | None], list[int]]]:
    """The rows of each indicator, known year and level: indicators and levels as they come, latest year first."""
    found: dict[tuple[int, float, str | None], list[int]] = {}
    for at, key in enumerate(zip(columns, years, levels, strict=True)):
        if known[at]:
            found.setdefault(key, []).append(at)
    return sorted(found.items(), key=lambda one: (one[0][0], -one[0][1]))


def _plain(column: pd.Series[Any]) -> list[str | None]:
    return [value if isinstance(value, str) else None for value in column.tolist()]


def _barrier(indicator: Indicator, held: pd.DataFrame, rows: list[int], lang: str, together: bool) -> str:
    """The gravest sentence that forbids ranks among these rows, cells of one level and year; "" where there is none."""
    # Said of the indicator itself, whatever its figures: most are, and their cells need no looking at.
    for code, holds in (("grade_C", indicator.comparability == "C"), ("no_direction", indicator.better == "none")):
        if holds:
            return Caveat(code).say(lang)
    found = caveats_of(indicator, held.take(rows), together=together)
    return next((caveat.say(lang) for caveat in found if caveat.forbids_ranks), "")
