"""Tables and a Selection → its reports, and its slots: every (place, year) that a table or chart has to account for.

Where the selection names years, every place has a slot in each of them; otherwise a place has the years from its first
report to its last, so that a hole between two reports is seen and nothing is made up around them. A file that could not be
read may be of any place and year: it is a slot of its own in every selection that names no places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from extract.model import Level
from panel.build import Tables
from panel.lookup import Chosen, Positions
from panel.reports import NOT_READ, READ, place_labels
from panel.schema import listed, rows_of, text_or_none, to_table

LEVEL_ORDER = tuple(str(level) for level in Level)

# The view of all at once is of use for so many reports.
FEW_REPORTS = 12

# The unknown year, in arrays, after all others; and more years than there are.
_UNKNOWN, _FAR = 999_999, 1_000_000

SLOT_COLUMNS: dict[str, str] = {"place": "str", "year": "Int64", "level": "str", "doc_id": "str", "status": "str"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What to compare: indicator ids, labels of places, report years, levels; an empty tuple means all of them.

    Two things that only a reader may ask for, and that every figure then prints: `together` ranks figures of different bases and
    scopes with each other, `borrow` fills blanks from as many years away.
    """

    indicators: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    levels: tuple[str, ...] = ()
    together: bool = False
    borrow: int = 0


def over_years(selection: Selection) -> Selection:
    """The same for a comparison over the years, which borrows nothing: the figure of a near year would be a point twice."""
    return replace(selection, borrow=0)


def first_view(tables: Tables) -> Selection:
    """What to show first: all where there are few reports, else the commonest level and its latest year that is no top-up.

    Of many places and years together nothing can be compared. A year counts where at least half as many places of the level
    have reports on it as on the fullest year, so that the first reports of a new year don't hide the year before.
    """
    view: Selection = tables.kept.value("first view", lambda: _first_view(tables))
    return view


def _first_view(tables: Tables) -> Selection:
    read = tables.reports[tables.reports["status"] == READ]
    dated = read[read["year"].notna() & read["level"].notna()]
    if len(read) <= FEW_REPORTS or dated.empty:
        return Selection()
    places = dated.groupby("level")["place"].nunique()
    level = max(LEVEL_ORDER, key=lambda one: int(places.get(one, 0)))
    by_year = dated[dated["level"] == level].groupby("year")["place"].nunique()
    full = by_year[2 * by_year >= by_year.max()]
    return Selection(levels=(level,), years=(int(full.index.max()),))


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from: levels, widest first, years, latest first, how many reports give each indicator, the first
    place of the first view (None where no place has a report)."""

    levels: tuple[str, ...]
    years: tuple[int, ...]
    given: Mapping[str, int]
    first_place: str | None


def offered(tables: Tables) -> Offered:
    """What the tables offer."""
    found: Offered = tables.kept.value("offered", lambda: _offered(tables))
    return found


def _offered(tables: Tables) -> Offered:
    known = set(tables.reports["level"].dropna().unique())
    years = {int(year) for year in tables.reports["year"].dropna().unique()}
    given = tables.panel.loc[tables.panel["main"], "indicator"].value_counts().to_dict()
    dated = {place for place, year in zip(tables.reports["place"], tables.reports["year"].notna(), strict=True) if year}
    places = (*place_labels(reports_of(tables, first_view(tables))), *place_labels(tables.reports))
    first = next((place for place in places if place in dated), None)
    return Offered(tuple(one for one in LEVEL_ORDER if one in known), tuple(sorted(years, reverse=True)), given, first)


def reports_of(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The rows of the reports table that were read and lie in the selection; a report of unknown year or level lies in a
    selection only where that one is not chosen by."""
    key = ("reports", selection.places, selection.levels, selection.years)
    return tables.kept.table(key, lambda: tables.reports[chosen_reports(tables, selection)].reset_index(drop=True))


def places_in(tables: Tables, selection: Selection) -> frozenset[str]:
    """The places with a report in the selection."""
    key = ("places in", selection.places, selection.levels, selection.years)
    return tables.kept.lasting(key, lambda: frozenset(listed(reports_of(tables, selection)["place"])))


def divisions_in(tables: Tables, selection: Selection) -> Mapping[str | None, Mapping[str | None, frozenset[str]]]:
    """The same places by province and in that by prefecture; None is where a report names no province, or no prefecture."""
    key = ("divisions in", selection.places, selection.levels, selection.years)
    return tables.kept.lasting(key, lambda: _divisions(reports_of(tables, selection)))


def _divisions(reports: pd.DataFrame) -> dict[str | None, dict[str | None, frozenset[str]]]:
    found: dict[str | None, dict[str | None, set[str]]] = {}
    columns = (listed(reports[one]) for one in ("province", "prefecture", "place"))
    for province, prefecture, place in zip(*columns, strict=True):
        found.setdefault(text_or_none(province), {}).setdefault(text_or_none(prefecture), set()).add(place)
    return {province: {prefecture: frozenset(places) for prefecture, places in of.items()} for province, of in found.items()}


@dataclass(frozen=True, slots=True)
class _Keys:
    """What reports are chosen by, a line a report: whether it was read, its place and level by number (-1: unknown) with their
    names, its year; and where it stands in the order of publication, the last published first (of equals, the later doc_id)."""

    read: Chosen
    place: Positions
    places: pd.Index[Any]
    level: Positions
    levels: pd.Index[Any]
    year: Positions
    order: Positions


def _keys_of(tables: Tables) -> _Keys:
    found: _Keys = tables.kept.value("keys of reports", lambda: _make_keys(tables.reports))
    return found


def _make_keys(reports: pd.DataFrame) -> _Keys:
    place, places = pd.factorize(reports["place"])
    level, levels = pd.factorize(reports["level"])
    latest = reports[["published", "doc_id"]].sort_values(["published", "doc_id"], ascending=False, na_position="last")
    order = np.empty(len(reports), dtype=np.int64)
    order[reports.index.get_indexer(latest.index)] = np.arange(len(reports))
    year = reports["year"].to_numpy(dtype="int64", na_value=_UNKNOWN)
    return _Keys((reports["status"] == READ).to_numpy(dtype=bool), place, pd.Index(places), level, pd.Index(levels), year, order)


def chosen_reports(tables: Tables, selection: Selection) -> Chosen:
    """Of each row of the reports table whether it was read and lies in the selection."""
    keys = _keys_of(tables)
    chosen = keys.read.copy()
    for asked, names, numbers in ((selection.places, keys.places, keys.place), (selection.levels, keys.levels, keys.level)):
        if asked:
            known = names.get_indexer(pd.Index(list(asked)))
            chosen &= np.isin(numbers, known[known >= 0])
    if selection.years:
        chosen &= np.isin(keys.year, selection.years)
    return chosen


def slots(tables: Tables, selection: Selection) -> pd.DataFrame:
    """SLOT_COLUMNS: every (place, year) of the selection, widest level first, then by place and year.

    `doc_id` and `status` are missing where there is no report. Two reports of one place and year are two rows, the one
    published last first (of equals, the later doc_id). A chosen place without any report comes after the others.
    """
    key = ("slots", selection.places, selection.levels, selection.years)
    return tables.kept.table(key, lambda: _slots(tables, selection))


def _slots(tables: Tables, selection: Selection) -> pd.DataFrame:
    keys, reports = _keys_of(tables), tables.reports
    rows = np.flatnonzero(chosen_reports(tables, selection))
    rows = rows[np.argsort(keys.order[rows])]
    places = _places_of(tables, selection)
    names, levels = (np.array([pair[at] for pair in places], dtype=object) for at in (0, 1))
    line = pd.Index(names).get_indexer(keys.places.take(keys.place[rows])).astype(np.int64)
    year = keys.year[rows]
    at, years = _accounted(line, year, len(places), sorted(set(selection.years)))
    bare = ~np.isin(at * _FAR + years, line * _FAR + year)
    at, years = at[bare], years[bare]
    every_year = np.concatenate([year, years])
    # Stable: the reports of one slot stay in the order in which they were published.
    order = np.lexsort((every_year, np.concatenate([line, at])))
    every_year = every_year[order]
    nothing = np.full(len(at), None)
    of_empty = {"place": names[at], "level": levels[at], "doc_id": nothing, "status": nothing}
    told = {name: np.concatenate([_objects(reports[name].take(rows)), held])[order] for name, held in of_empty.items()}
    columns: dict[str, Any] = {name: pd.array(held, dtype="str") for name, held in told.items()}
    columns["year"] = pd.arrays.IntegerArray(every_year, every_year == _UNKNOWN)
    found = pd.DataFrame({name: columns[name] for name in SLOT_COLUMNS}, copy=False)
    unread = list(_unreadable_slots(tables, selection))
    return pd.concat([found, to_table(unread, SLOT_COLUMNS)], ignore_index=True) if unread else found


def _accounted(line: Positions, year: Positions, places: int, chosen: Sequence[int]) -> tuple[Positions, Positions]:
    """The places and years to account for: the chosen years of every place, else those from its first report to its last; and the
    unknown year of a place that has a report without one, or that has no year at all."""
    known = year != _UNKNOWN
    if chosen:
        at, years = np.repeat(np.arange(places), len(chosen)), np.tile(np.array(chosen, dtype=np.int64), places)
    else:
        first, last = np.full(places, _UNKNOWN), np.full(places, -1)
        np.minimum.at(first, line[known], year[known])
        np.maximum.at(last, line[known], year[known])
        many = np.maximum(last - first + 1, 0)
        at = np.repeat(np.arange(places), many)
        years = np.arange(len(at)) - np.repeat(np.cumsum(many) - many, many) + first[at]
    without = np.ones(places, dtype=bool)
    without[at] = False
    without[line[~known]] = True
    undated = np.flatnonzero(without)
    return np.concatenate([at, undated]), np.concatenate([years, np.full(len(undated), _UNKNOWN)])


def _objects(column: pd.Series[Any]) -> npt.NDArray[Any]:
    """The texts of a column, missing as None."""
    found: npt.NDArray[Any] = np.array(column, dtype=object)
    found[column.isna()] = None
    return found


def _places_of(tables: Tables, selection: Selection) -> Sequence[tuple[str, str | None]]:
    """The places of the selection with their levels (that of the latest report that tells it), whatever the years; those that no
    report knows at the end."""
    known = tables.kept.lasting(("places", selection.levels), lambda: _with_levels(tables, selection.levels))
    if not selection.places:
        return known
    asked = dict.fromkeys(selection.places)
    every: set[str] = tables.kept.value("labels", lambda: set(tables.reports["place"]))
    return [*(pair for pair in known if pair[0] in asked), *((place, None) for place in asked if place not in every)]


def _with_levels(tables: Tables, levels: tuple[str, ...]) -> list[tuple[str, str | None]]:
    reports = reports_of(tables, Selection(levels=levels))
    told = reports[reports["level"].notna()].sort_values("year")
    found: dict[str, str] = dict(zip(told["place"], told["level"], strict=True))
    return [(place, found.get(place)) for place in sorted(place_labels(reports), key=lambda place: _level_rank(found.get(place)))]


def _level_rank(level: str | None) -> int:
    return len(LEVEL_ORDER) if level is None else LEVEL_ORDER.index(level)


def _unreadable_slots(tables: Tables, selection: Selection) -> Iterator[Sequence[object]]:
    unread = tables.kept.value("unreadable", lambda: tables.reports[tables.reports["status"].isin(NOT_READ)])
    for report in rows_of(unread[["place", "doc_id", "status"]]) if len(unread) else ():
        if not selection.places or report.place in selection.places:
            yield report.place, None, None, report.doc_id, report.status
