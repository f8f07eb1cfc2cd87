"""Tables and a Selection → what a chart of many indicators draws, as a table: grids cell by cell, counts, spans."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from charts._cells import level_name, name_of_indicator, no_reports
from charts._style import name_of
from charts._tables import head, indicator_head, unit_of
from charts._words import WORDS
from panel.bands import OPEN, bands
from panel.build import Tables
from panel.ceiling import BELOW, STATES, TOP, ceilings
from panel.ceiling import OPEN as OPEN_CEILING
from panel.compare import VALUE, cells_at, has_value, reports_of
from panel.display import format_number
from panel.matrix import matrix_of
from panel.peers import standings, years_of
from panel.quantiles import FEWEST_FOR_MEDIAN
from panel.schema import rows_of, text_or_none
from panel.selection import Selection
from panel.tabular import Cell, Tabular, cell_of, of_rows, passage_of
from panel.words import WORDS as SHARED

QUARTER_SIGNS = {1: "█", 2: "▆", 3: "▄", 4: "▂"}


def grid_table(tables: Tables, selection: Selection, *, lang: str = "zh", run: range | None = None) -> Tabular:
    """Indicators in rows, places and years in columns, as the map of coverage has them: values, or the causes of blanks. `run`
    are the columns, None all of them."""
    if _impossible(tables, selection, lang):
        return Tabular(())
    matrix = matrix_of(tables, selection)
    held = cells_at(tables, selection, matrix.cells_of(run or range(len(matrix.slots))), lang=lang)
    columns = list(held[["place", "year"]].drop_duplicates().itertuples(index=False))
    heads = [head("indicator", lang), head("unit", lang), *(name_of(one.place, one.year, lang) for one in columns)]
    rows, passages = [], []
    for indicator_id, own in held.groupby("indicator", sort=False):
        indicator = tables.catalog.indicators[str(indicator_id)]
        found = list(rows_of(own))
        name = (name_of_indicator(tables, indicator.id, lang), unit_of(tables, indicator.id, lang))
        rows.append((*name, *(cell_of(cell, indicator.decimals) for cell in found)))
        passages.append((None, None, *(passage_of(cell) for cell in found)))
    return Tabular(tuple(heads), tuple(rows), tuple(passages), by_cell=True)


def quarters_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """Places in rows, indicators in columns, as the heat map has them, with the sign of the quarter before each value."""
    years = sorted({int(year) for year in reports_of(tables, selection)["year"].dropna()})
    if _impossible(tables, selection, lang) or not years:
        return Tabular(())
    held = bands(tables, replace(selection, years=(years[-1],)), lang=lang)
    ids = list(dict.fromkeys(held["indicator"]))
    heads = [head("place", lang), head("level", lang), *(indicator_head(tables, one, lang) for one in ids)]
    rows, passages = [], []
    found = list(rows_of(held))
    for at in range(0, len(found), len(ids)):
        own = found[at : at + len(ids)]
        level = level_name(own[0].level, lang)
        rows.append((own[0].place, level, *(_with_quarter(tables, cell) for cell in own)))
        passages.append((None, None, *(passage_of(cell) for cell in own)))
    return Tabular(tuple(heads), tuple(rows), tuple(passages), by_cell=True)


def _with_quarter(tables: Tables, cell: Any) -> Cell:
    plain = cell_of(cell, tables.catalog.indicators[cell.indicator].decimals)
    sign = "" if cell.state != VALUE else "◇" if cell.why == OPEN else "" if pd.isna(cell.band) else QUARTER_SIGNS[int(cell.band)]
    return f"{sign} {plain if isinstance(plain, str) else format_number(plain)}" if sign else plain


def counts_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """The rates in rows, in columns how many stand at 100, below it, or are silent and why; the states that occur."""
    if _impossible(tables, selection, lang):
        return Tabular(())
    held = ceilings(tables, selection)
    used = [state for state in STATES if held[state].any()]
    heads = [head("indicator", lang), *(state_name(state, lang) for state in used), head("total", lang)]
    rows = [
        (name_of_indicator(tables, indicator, lang), *(float(count) for count in counts))
        for indicator, *counts in held[["indicator", *used, "total"]].itertuples(index=False)
    ]
    return Tabular(tuple(heads), tuple(rows), tuple((None,) for _ in rows))


def state_name(state: str, lang: str) -> str:
    """What a state of the ceiling is called."""
    return WORDS.say(f"ceiling.{state}", lang) if state in (TOP, BELOW, OPEN_CEILING) else SHARED.say(f"cause.{state}", lang)


def standing_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """The indicators that the profile draws: the place's own figure, the ends, quartiles and median of its peers, its rank."""
    place = next(iter(selection.places), None)
    years = years_of(tables, place) if place else ()
    year = next(iter(selection.years), next(iter(years), None))
    if place is None or year is None or year not in years:
        return Tabular(())
    held = standings(tables, place, year, selection.places[1:], lang=lang)
    if selection.indicators:
        held = held[held["indicator"].isin(selection.indicators)]
    drawn = list(rows_of(held[has_value(held) & (held["n"] >= FEWEST_FOR_MEDIAN)]))
    keys = ("indicator", "unit", "own", "least", "lower", "median", "upper", "most", "rank", "given")
    rows = [
        (
            name_of_indicator(tables, row.indicator, lang),
            unit_of(tables, row.indicator, lang),
            cell_of(row, tables.catalog.indicators[row.indicator].decimals),
            _between(row.least, row.least, lang),
            _between(row.lower_low, row.lower_high, lang),
            _between(row.median_low, row.median_high, lang),
            _between(row.upper_low, row.upper_high, lang),
            _between(row.most, row.most, lang),
            f"{row.rank_text} / {row.of}" if text_or_none(row.rank_text) else WORDS.say(f"why.{row.barrier}", lang, top=row.top),
            f"{row.n} / {row.N}",
        )
        for row in drawn
    ]
    return of_rows([head(key, lang) for key in keys], rows, [passage_of(row) for row in drawn])


def _between(low: float, high: float, lang: str) -> Cell:
    """A number, a range where bounds leave it open, "" where there is none."""
    if pd.isna(low):
        return ""
    if low == high:
        return float(format_number(low, "zh", 2)) if low not in (float("inf"), float("-inf")) else format_number(low, lang)
    return WORDS.say("strip_range", lang, first=format_number(low, lang, 2), last=format_number(high, lang, 2))


def _impossible(tables: Tables, selection: Selection, lang: str) -> bool:
    unknown = any(indicator not in tables.catalog.indicators for indicator in selection.indicators)
    return unknown or no_reports(tables, selection, lang) is not None
