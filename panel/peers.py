"""A place in one year against its peers, over all indicators: where it stands, among how many, and what leaves that open.

Peers are places of the same level, all of them or those of one province, or a list of one's own; the place itself is never among
them, so that no median is partly its own. Medians and quartiles are worked out twice, of the lower and of the upper ends of what
the reports say (at least 95% is 95 to 100): where the two differ, that is how open they are. Which figures may be ranked at
all is what panel/caveats.py says of the place and its peers together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from extract.catalog import Indicator
from panel.build import Tables
from panel.caveats import Caveat, caveats_of
from panel.cell_arrays import CellArrays, arrays_of
from panel.compare import CELL_COLUMNS, VALUE, cells, has_value
from panel.display import format_ranks
from panel.lookup import Chosen, Positions
from panel.quantiles import median_of, quartiles_of
from panel.ranks import LIKE
from panel.reports import READ
from panel.schema import rows_of, text_or_none, to_table
from panel.selection import Selection, reports_of


class PeerSet(StrEnum):
    """Whom a place is compared with: all of its level, those of its level in its province, or a list."""

    LEVEL = "level"
    PROVINCE = "province"
    LIST = "list"


_OF_PEERS: dict[str, str] = {
    "n": "int64",
    "N": "int64",
    "top": "int64",
    "least": "float64",
    "most": "float64",
    "median_low": "float64",
    "median_high": "float64",
    "lower_low": "float64",
    "lower_high": "float64",
    "upper_low": "float64",
    "upper_high": "float64",
    "rank_text": "str",
    "of": "Int64",
    "barrier": "str",
}
STANDING_COLUMNS: dict[str, str] = {**CELL_COLUMNS, **_OF_PEERS}


def peers_of(tables: Tables, place: str, year: int, peers: PeerSet, chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """The labels of the peers that have a report on the year, without the place; `chosen` are those of a list.

    No peers where the place has no report on the year or its level is unknown, but for a list.
    """
    reports = reports_of(tables, Selection(years=(year,)))[["place", "level", "province"]]
    others = reports[reports["place"] != place]
    if peers is PeerSet.LIST:
        return tuple(others.loc[others["place"].isin(chosen), "place"].drop_duplicates())
    own = reports[reports["place"] == place]
    if own.empty or own["level"].isna().iloc[0]:
        return ()
    alike = others["level"] == own["level"].iloc[0]
    if peers is PeerSet.PROVINCE:
        alike &= others["province"].notna() & (others["province"] == own["province"].iloc[0])
    return tuple(others.loc[alike, "place"].drop_duplicates())


def years_of(tables: Tables, place: str) -> tuple[int, ...]:
    """The years of which a place has a report, latest first."""
    return years_of_places(tables).get(place, ())


def years_of_places(tables: Tables) -> Mapping[str, tuple[int, ...]]:
    """The same of every place that has a report of a known year."""
    held: dict[str, tuple[int, ...]] = tables.kept.value("years of places", lambda: _years_of_places(tables))
    return held


def _years_of_places(tables: Tables) -> dict[str, tuple[int, ...]]:
    read = tables.reports[(tables.reports["status"] == READ) & tables.reports["year"].notna()]
    years: dict[str, set[int]] = {}
    for place, year in zip(read["place"].tolist(), read["year"].tolist(), strict=True):
        years.setdefault(place, set()).add(int(year))
    return {place: tuple(sorted(found, reverse=True)) for place, found in years.items()}


def standings(tables: Tables, place: str, year: int, peers: Sequence[str], *, lang: str = "zh") -> pd.DataFrame:
    """STANDING_COLUMNS: one row an indicator in the catalogue's order, the place's cell and what its peers' figures are.

    `n` of `N` peers with a report give a value, `top` of them surely 100 where it is a rate. `least` and `most` are the ends of
    what the peers say (infinite where a bound leaves it open), missing where none says anything; medians from
    FEWEST_FOR_MEDIAN values on, quartiles (`lower_`, `upper_`) from FEWEST_FOR_QUARTILES, both of the values that are like its
    own (of one base and scope). `rank_text` is the rank or the range of ranks among the `of` places with a like value, the place
    among them; missing where it has no value or where `barrier`, the code of the gravest caveat that forbids ranks, stands.
    """
    key = ("standings", place, year, tuple(peers), lang)
    return tables.kept.table(key, lambda: _standings(tables, place, year, peers, lang))


def _standings(tables: Tables, place: str, year: int, peers: Sequence[str], lang: str) -> pd.DataFrame:
    # In one order, whose profile it is of: the cells of a level are then the same for all its places.
    chosen = Selection(places=tuple(sorted({place, *peers})), years=(year,))
    every = arrays_of(tables, chosen)
    barriers = tables.kept.table(("barriers", chosen), lambda: _barriers(tables, every))["barrier"].tolist()
    # Cells come report by report, in each the indicators in order.
    across = len(tables.catalog.indicators)
    own = np.flatnonzero(every.columns["place"][::across] == place)
    held = cells(tables, chosen, lang=lang)[own[0] * across : (own[0] + 1) * across].reset_index(drop=True)
    told = tables.kept.lasting(("told", chosen), lambda: _Told.of(every, across))
    rows = [
        _row(indicator, cell, said.without(own), text_or_none(barrier))
        for indicator, cell, said, barrier in zip(
            tables.catalog.indicators.values(), rows_of(held), told.indicators, barriers, strict=True
        )
    ]
    found = to_table(rows, _OF_PEERS)
    return held.assign(**{name: found[name] for name in _OF_PEERS})


@dataclass(frozen=True, slots=True)
class _Said:
    """The figures that some reports give of one indicator: `numbers` tells of each which of the reports it is of, `figures` its
    ends, base and scope, `commonest` the base and scope of most; and how many reports there are to give one."""

    numbers: Positions
    figures: CellArrays
    commonest: tuple[str | None, ...] | None
    read: Chosen
    reports: int

    @classmethod
    def of(cls, found: CellArrays) -> _Said:
        """Of the cells of one indicator, one a report."""
        figures = found.cut(found.valued)
        commonest = _commonest(list(zip(*(figures.of_values(column) for column in LIKE), strict=True)))
        return cls(np.flatnonzero(found.valued), figures, commonest, found.told, found.reports)

    def without(self, own: Positions) -> _Said:
        """The same without the reports of one place."""
        left = np.logical_and.reduce([self.numbers != number for number in own.tolist()])
        # A place without a figure leaves those of the others as they are; one with a figure is compared by its own base.
        figures = self.figures if left.all() else self.figures.cut(left)
        return replace(self, figures=figures, reports=self.reports - int(self.read[own].sum()))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a selection's reports say of each indicator, in the catalogue's order: cut once for all places that are looked at."""

    indicators: tuple[_Said, ...]

    @classmethod
    def of(cls, every: CellArrays, across: int) -> _Told:
        """Of cells that come report by report, in each `across` indicators."""
        looked_at = every.only("low", "high", *LIKE)
        return cls(tuple(_Said.of(looked_at.cut(slice(index, None, across))) for index in range(across)))

    def __len__(self) -> int:
        """How many figures there are."""
        return sum(len(said.numbers) for said in self.indicators)


def _barriers(tables: Tables, every: CellArrays) -> pd.DataFrame:
    """For each indicator the code of the gravest caveat that forbids ranks among all of these cells, missing where none does."""
    across = len(tables.catalog.indicators)
    rows = []
    for index, indicator in enumerate(tables.catalog.indicators.values()):
        told = caveats_of(indicator, every.cut(slice(index, None, across)))
        rows.append((next((caveat.code for caveat in told if caveat.forbids_ranks), None),))
    return to_table(rows, {"barrier": "str"})


def barrier_of(row: Any) -> Caveat | None:
    """What forbids the place's own figure a rank, of a row with STANDING_COLUMNS; None for a blank and where nothing does."""
    code = text_or_none(row.barrier)
    if code is None or row.state != VALUE:
        return None
    return Caveat(code, {"n": int(row.n) + 1, "N": int(row.N) + 1, "top": int(row.top) + int(row.low >= 100), "years": ()})


def unreported(held: pd.DataFrame) -> pd.DataFrame:
    """Of a place's standings those indicators that it gives no value of and at least half of its peers do, most given first."""
    found = held[~has_value(held) & (held["N"] > 0) & (2 * held["n"] >= held["N"])]
    return found.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)


def _row(indicator: Indicator, cell: Any, others: _Said, forbidden: str | None) -> Sequence[object]:
    """_OF_PEERS of one indicator, from the place's own cell, its peers' figures, and what forbids ranks among them all."""
    figures = others.figures
    n, low, high = figures.given, figures.columns["low"], figures.columns["high"]
    top = int((low >= 100).sum()) if indicator.unit == "%" else 0
    ends = (low.min(), high.max()) if n else (None, None)
    like = _like(cell, others)
    low, high = low[like], high[like]
    median = median_of(low, high) or (None, None)
    quartiles = quartiles_of(low, high) or ((None, None), (None, None))
    barrier = (forbidden or (None if len(low) else "alone")) if n else None
    ranked = cell.state == VALUE and n > 0 and barrier is None
    text = _rank(cell.low, cell.high, low, high, lower_first=indicator.better == "lower") if ranked else None
    return (
        n,
        others.reports,
        top,
        *ends,
        *median,
        *quartiles[0],
        *quartiles[1],
        text,
        len(low) + 1 if ranked else None,
        barrier,
    )


def _like(cell: Any, others: _Said) -> Chosen:
    """Which of the peers' figures the place's own can be compared with; where it has none, the largest group of like ones."""
    own = tuple(text_or_none(getattr(cell, column)) for column in LIKE) if cell.state == VALUE else others.commonest
    if own is None:
        return np.zeros(0, dtype=bool)
    columns = others.figures.columns
    like: Chosen = np.logical_and.reduce([columns[column] == text for column, text in zip(LIKE, own, strict=True)])
    return like


def _commonest(told: Sequence[tuple[str | None, ...]]) -> tuple[str | None, ...] | None:
    """The base and scope of most figures (of as many the first), without a scope before those of one, as in panel/ranks.py; None
    of no figures."""
    scope = LIKE.index("scope")
    return min(counts := Counter(told), key=lambda like: (like[scope] is not None, -counts[like]), default=None)


def _rank(low: float, high: float, lows: Any, highs: Any, *, lower_first: bool) -> str:
    """The rank, or the range of ranks that its interval and theirs leave open, with 1 the best."""
    if lower_first:
        low, high, lows, highs = -high, -low, -highs, -lows
    best, worst = 1 + int((lows > high).sum()), 1 + int((highs > low).sum())
    shared = best == worst and bool(((lows == low) & (highs == high)).any())
    return format_ranks(best, worst, shared=shared)
