"""Tables and a Selection → its reports, and its slots: every (place, year) that a table or chart has to account for.

Where the selection names years, every place has a slot in each of them; otherwise a place has the years from its first
report to its last, so that a hole between two reports is seen and nothing is made up around them. A file that could not be
read may be of any place and year: it is a slot of its own in every selection that names no places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from extract.model import Level
from panel.build import Tables
from panel.lookup import Chosen
from panel.reports import NOT_READ, READ, place_labels
from panel.schema import rows_of, text_or_none, to_table

LEVEL_ORDER = tuple(str(level) for level in Level)

# The view of all at once is of use for so many reports.
FEW_REPORTS = 12

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


def chosen_reports(tables: Tables, selection: Selection) -> Chosen:
    """Of each row of the reports table whether it was read and lies in the selection."""
    reports = tables.reports
    chosen = reports["status"] == READ
    if selection.places:
        chosen &= reports["place"].isin(selection.places)
    if selection.levels:
        chosen &= reports["level"].isin(selection.levels)
    if selection.years:
        chosen &= reports["year"].isin(selection.years).fillna(False).astype(bool)
    return chosen.to_numpy(dtype=bool)


def slots(tables: Tables, selection: Selection) -> pd.DataFrame:
    """SLOT_COLUMNS: every (place, year) of the selection, widest level first, then by place and year.

    `doc_id` and `status` are missing where there is no report. Two reports of one place and year are two rows, the one
    published last first (of equals, the later doc_id). A chosen place without any report comes after the others.
    """
    key = ("slots", selection.places, selection.levels, selection.years)
    return tables.kept.table(key, lambda: _slots(tables, selection))


def _slots(tables: Tables, selection: Selection) -> pd.DataFrame:
    reports = reports_of(tables, selection).sort_values(["published", "doc_id"], ascending=False, na_position="last")
    by_place: dict[str, list[Any]] = {}
    for report in rows_of(reports[[name for name in SLOT_COLUMNS if name in reports]]):
        by_place.setdefault(report.place, []).append(report)
    rows: list[Sequence[object]] = []
    for place, level in _places_of(tables, selection).itertuples(index=False):
        rows += _slots_of(place, level, by_place.get(place, []), selection)
    rows += _unreadable_slots(tables, selection)
    return to_table(rows, SLOT_COLUMNS)


def _places_of(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The places of the selection with their levels (that of the latest report that tells it), whatever the years."""
    key = ("places", selection.places, selection.levels)
    return tables.kept.table(key, lambda: pd.DataFrame(_with_levels(tables, selection), columns=["place", "level"], dtype=object))


def _with_levels(tables: Tables, selection: Selection) -> list[tuple[str, str | None]]:
    reports = reports_of(tables, Selection(places=selection.places, levels=selection.levels))
    told = reports[reports["level"].notna()].sort_values("year")
    levels: dict[str, str] = dict(zip(told["place"], told["level"], strict=True))
    known = sorted(place_labels(reports), key=lambda place: _level_rank(levels.get(place)))
    every: set[str] = tables.kept.value("labels", lambda: set(tables.reports["place"]))
    unknown = [place for place in dict.fromkeys(selection.places) if place not in every]
    return [(place, levels.get(place)) for place in [*known, *unknown]]


def _level_rank(level: str | None) -> int:
    return len(LEVEL_ORDER) if level is None else LEVEL_ORDER.index(level)


def _slots_of(place: str, level: str | None, own: Sequence[Any], selection: Selection) -> Iterator[Sequence[object]]:
    """The slots of one place; `own` are its reports in the selection, the one published last first."""
    by_year: dict[int | None, list[Any]] = {}
    for report in own:
        by_year.setdefault(None if pd.isna(report.year) else int(report.year), []).append(report)
    known = [year for year in by_year if year is not None]
    chosen = sorted(set(selection.years)) or range(min(known, default=0), 1 + max(known, default=-1))
    years: list[int | None] = list(chosen)
    if None in by_year or not years:
        years.append(None)
    for year in years:
        for report in by_year.get(year, []):
            yield place, year, text_or_none(report.level), report.doc_id, report.status
        if year not in by_year:
            yield place, year, level, None, None


def _unreadable_slots(tables: Tables, selection: Selection) -> Iterator[Sequence[object]]:
    for report in rows_of(tables.reports[tables.reports["status"].isin(NOT_READ)]):
        if not selection.places or report.place in selection.places:
            yield report.place, None, None, report.doc_id, report.status
