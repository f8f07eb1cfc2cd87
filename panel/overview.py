"""Tables → what stands out by stated rules, and what can't be compared: the two things to know before any chart.

Nothing here says why, or whether it is good: a figure that moved far may be a good year, a new way of counting or a slip.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from extract.model import Outcome
from panel.build import Tables
from panel.caveats import caveats_of
from panel.cell_arrays import arrays_of
from panel.change import SMALL, change
from panel.display import format_value
from panel.lookup import Chosen
from panel.reports import READ
from panel.schema import rows_of, to_table
from panel.second import Second
from panel.selection import LEVEL_ORDER, Selection

# A rate that surely moved by so many points in a year, or a count that surely doubled or halved, stands out.
NOTABLE_POINTS, NOTABLE_TIMES = 5.0, 2.0
# More than any rounding of a change takes or gives.
EDGE = 0.01
# A report is in time until this day of the year after: local governments and their departments publish "before 1 April"
# (法治政府建设与责任落实督察工作规定, 2019, article 25).
LAST_MONTH = 3

MOVED_COLUMNS: dict[str, str] = {
    "place": "str",
    "year": "Int64",
    "indicator": "str",
    "unit": "str",
    "doc_id": "str",
    "start": "Int64",
    "end": "Int64",
    "text": "str",
    "before": "str",
    "low": "float64",
    "high": "float64",
    "relative": "bool",
    "quote": "str",
}
_COMPARED = ["doc_id", "year", "indicator", "unit", "value", "low", "high", "qualifier", "base", "start", "end", "quote"]
BARRED_COLUMNS: dict[str, str] = {"indicator": "str", "codes": "object", "n": "int64", "N": "int64"}
PUNCTUAL_COLUMNS: dict[str, str] = {"year": "Int64", "in_time": "int64", "late": "int64", "unknown": "int64", "reports": "int64"}


def moved(tables: Tables, *, lang: str = "zh") -> pd.DataFrame:
    """MOVED_COLUMNS: the figures that surely moved by NOTABLE_POINTS or NOTABLE_TIMES since the year before, farthest first,
    rates before counts.

    Each place is taken in its latest year. Not compared are rates of different bases, figures said of a scope, and counts
    too small for a change in percent. `low` to `high` is the change, in points or, where `relative`, in percent.
    """
    return tables.kept.table(("moved", lang), lambda: _moved(tables, lang))


def _moved(tables: Tables, lang: str) -> pd.DataFrame:
    rows = []
    both = _two_years(tables)
    # One by one only what may stand out: of a hundred thousand pairs a few thousand.
    for row in rows_of(both[_may_be_notable(both)]):
        found = change(row.unit, (row.low_before, row.high_before), (row.low, row.high))
        if found is None or not is_notable(found.low, found.high, found.relative, row.unit):
            continue
        decimals = tables.catalog.indicators[row.indicator].decimals
        text = format_value(row.value, row.qualifier, row.unit, lang, decimals)
        before = format_value(row.value_before, row.qualifier_before, row.unit, lang, decimals)
        where = (row.doc_id, row.start, row.end)
        told = (found.low, found.high, found.relative, row.quote)
        rows.append((row.place, row.year, row.indicator, row.unit, *where, text, before, *told))
    return to_table(sorted(rows, key=lambda row: (row[3] != "%", -least_move(row[9], row[10]))), MOVED_COLUMNS)


def _two_years(tables: Tables) -> pd.DataFrame:
    """The figures of each place in its latest year beside those of the year before, of one base."""
    # Only a place's last two years of figures are looked at: it has a latest figure in its latest report that has any.
    reports = tables.reports
    given = np.zeros(len(reports) + 1, dtype=bool)
    usable = tables.panel["main"] & tables.panel["scope"].isna()
    given[tables.panel_rows.report[usable.to_numpy(dtype=bool)]] = True
    told = reports[given[:-1] & (reports["status"] == READ) & reports["year"].notna()]
    latest = told.groupby("place")["year"].transform("max")
    told = told[told["year"] >= latest - 1]
    told = told.assign(is_latest=told["year"] == latest.loc[told.index])
    chosen = reports.index.isin(told.index)
    rows = tables.panel_rows.rows((), chosen)
    held = tables.panel[_COMPARED].take(rows[usable.to_numpy(dtype=bool)[rows]])
    held = held.merge(told[["doc_id", "place", "published", "is_latest"]], "left", "doc_id")
    held = held.sort_values("published", ascending=False, na_position="last", kind="stable")
    held = held.drop_duplicates(["place", "year", "indicator"])
    both = held[held["is_latest"]].merge(held[~held["is_latest"]], on=["place", "indicator"], suffixes=("", "_before"))
    return both[both["base"].fillna("") == both["base_before"].fillna("")]


def _may_be_notable(both: pd.DataFrame) -> Chosen:
    """Which of the pairs may stand out: all that `is_notable` can hold for, and some at its very edge, since a change is
    rounded."""
    ends = ("low_before", "high_before", "low", "high")
    low_before, high_before, low, high = (both[end].to_numpy(dtype="float64") for end in ends)
    finite = np.isfinite(low_before) & np.isfinite(high_before) & np.isfinite(low) & np.isfinite(high)
    points = np.maximum(low - high_before, low_before - high) >= NOTABLE_POINTS - EDGE
    times = (low >= (NOTABLE_TIMES - EDGE) * high_before) | (high <= (1 / NOTABLE_TIMES + EDGE) * low_before)
    rates = (both["unit"] == "%").to_numpy(dtype=bool)
    chosen: Chosen = finite & np.where(rates, points, (low_before >= SMALL) & times)
    return chosen


def is_notable(low: float, high: float, relative: bool, unit: str) -> bool:
    """Whether a change of `low` to `high` (of a figure in the unit; `relative` as in panel/change.py) surely is a far one."""
    if unit == "%":
        return least_move(low, high) >= NOTABLE_POINTS
    return relative and (low >= (NOTABLE_TIMES - 1) * 100 or high <= (1 / NOTABLE_TIMES - 1) * 100)


def least_move(low: float, high: float) -> float:
    """How far it moved at the least, whichever way; 0 where it may not have moved."""
    return max(low, -high, 0.0)


def barred(tables: Tables, selection: Selection) -> pd.DataFrame:
    """BARRED_COLUMNS: the indicators with a figure in the selection that no ranking may be made of, each with the codes of the
    caveats that forbid it (panel/caveats.py) and n of N reports with a figure, in the catalogue's order."""
    return tables.kept.table(("barred", selection), lambda: _barred(tables, selection))


def _barred(tables: Tables, selection: Selection) -> pd.DataFrame:
    ids = list(tables.catalog.indicators)
    whole = replace(selection, indicators=())
    every = arrays_of(tables, whole)
    rows = []
    for index, indicator_id in enumerate(ids):
        # Cells come slot by slot, in each the indicators in order.
        own = every.cut(slice(index, None, len(ids)))
        valued = int(own.valued.sum())
        if not valued:
            continue
        codes = tuple(one.code for one in caveats_of(tables.catalog.indicators[indicator_id], own) if one.forbids_ranks)
        if codes:
            rows.append((indicator_id, codes, valued, int(own.told.sum())))
    return to_table(rows, BARRED_COLUMNS)


def punctuality(tables: Tables) -> pd.DataFrame:
    """PUNCTUAL_COLUMNS: for each report year how many of its reports were published by the end of March of the year after, how
    many later, and of how many the day is unknown; earliest year first. Reports of unknown year are left out."""
    return tables.kept.table("punctuality", lambda: _punctuality(tables))


def _punctuality(tables: Tables) -> pd.DataFrame:
    read = tables.reports[(tables.reports["status"] == READ) & tables.reports["year"].notna()]
    rows = []
    for year, own in read.groupby("year", sort=True):
        known = own["published"].dropna()
        late = int((known >= pd.Timestamp(int(str(year)) + 1, LAST_MONTH + 1, 1)).sum())
        rows.append((year, len(known) - late, late, len(own) - len(known), len(own)))
    return to_table(rows, PUNCTUAL_COLUMNS)


def unlike(tables: Tables) -> pd.DataFrame:
    """The rows of the checks (CHECK_COLUMNS) in which figures of one report contradict each other."""
    return tables.checks[~tables.checks["outcome"].isin([str(Outcome.AGREES), str(Outcome.CUT)])]


def doubtful(tables: Tables) -> tuple[int, int]:
    """How many of the reports' sums do not come out, and how many figures told of the year before its own report contradicts."""
    told = tables.earlier[tables.earlier["outcome"].isin([str(Second.RESTATED), str(Second.CONTRADICTORY)])]
    return len(unlike(tables)[["doc_id", "number"]].drop_duplicates()), len(told)


def reports_by_level(tables: Tables) -> pd.DataFrame:
    """How many reports there are: a row a level, widest first, a column a year, earliest first; unknown ones last."""
    return tables.kept.table("levels", lambda: _reports_by_level(tables))


def _reports_by_level(tables: Tables) -> pd.DataFrame:
    read = tables.reports[tables.reports["status"] == READ]
    counted = read.groupby(["level", "year"], dropna=False, sort=True).size().unstack(fill_value=0)
    order = [level for level in LEVEL_ORDER if level in counted.index] + [level for level in counted.index if pd.isna(level)]
    return counted.loc[order]
