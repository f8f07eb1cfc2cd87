"""Cells of one indicator → the sentences that several charts print: who is missing and why, where else there is a value,
what to tell before comparing, and what to say when there is nothing to draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from charts._blocks import Listing, join_names
from charts._style import Sheet, name_of, places_with_years
from charts._text import to_label
from charts._tokens import BOLD, LABEL_SIZE
from charts._words import WORDS
from panel.blanks import BlankCause
from panel.build import Tables
from panel.caveats import Caveat
from panel.compare import VALUE, has_report, reporting, select
from panel.display import describe_base, format_value
from panel.schema import is_text, listed, rows_of, text_or_none
from panel.selection import Selection, reports_of
from panel.words import WORDS as SHARED

# How many names a list in a figure holds before it says how many more there are.
NAMES_SHOWN = 60
HINTS_SHOWN = 8
# A hover label's text; on a narrow figure it takes what is left beside the label's own edges.
HOVER_WIDTH, HOVER_EDGES = 420, 60


def refusal_to_draw(tables: Tables, selection: Selection, lang: str) -> str | None:
    """The sentence to show instead of a chart of one indicator; None where the chart can be drawn."""
    if not selection.indicators:
        return WORDS.say("no_indicator", lang)
    if len(selection.indicators) > 1:
        return WORDS.say("many_indicators", lang, n=len(selection.indicators))
    if selection.indicators[0] not in tables.catalog.indicators:
        return WORDS.say("unknown_indicator", lang, name=selection.indicators[0])
    return no_reports(tables, selection, lang)


def no_reports(tables: Tables, selection: Selection, lang: str) -> str | None:
    """The sentence that says that there is no report, or none in the selection; None where there is one."""
    if not reports_of(tables, selection).empty:
        return None
    every = reports_of(tables, Selection())
    if every.empty:
        return WORDS.say("no_reports", lang)
    years = sorted({int(year) for year in every["year"].dropna()})
    named = WORDS.say("list_comma", lang).join(map(str, years)) or SHARED.say("unknown_year", lang)
    return WORDS.say("nothing_chosen", lang, n=len(every), years=named)


def name_of_indicator(tables: Tables, indicator_id: str, lang: str) -> str:
    """The indicator's name in the language; the id itself where the catalogue does not have it."""
    indicator = tables.catalog.indicators.get(indicator_id)
    if indicator is None:
        return indicator_id
    return indicator.name if lang == "zh" else indicator.name_en


def scope_line(tables: Tables, selection: Selection, held: pd.DataFrame, lang: str) -> str:
    """Unit, level where there is but one, years and n of N: 单位:% · 乡镇级 · 2022 年 · 5 份报告中 3 份给出."""
    years = sorted(map(int, held["year"][~is_text(held["state"], BlankCause.NO_REPORT)].dropna().unique()))
    levels = held["level"][has_report(held)].drop_duplicates()
    unit = tables.catalog.units[tables.catalog.indicators[selection.indicators[0]].unit]
    parts = [WORDS.say("unit", lang, unit=unit.id if lang == "zh" or unit.id == "%" else f"{unit.name_en} ({unit.id})")]
    if len(levels) == 1:
        parts.append(level_name(levels.iloc[0], lang))
    if len(years) == 1:
        parts.append(WORDS.say("year", lang, year=years[0]))
    elif years:
        parts.append(WORDS.say("years", lang, first=years[0], last=years[-1]))
    given, reports = reporting(held)
    parts.append(WORDS.say("n_of_N", lang, n=given, N=reports))
    return " · ".join(parts)


def level_name(level: object, lang: str) -> str:
    """A level in words; a missing one is the unknown level."""
    return SHARED.say(f"level.{text_or_none(level) or 'unknown'}", lang)


def several_levels(levels: Iterable[object], lang: str) -> str:
    """The warning that places of different levels stand side by side."""
    named = WORDS.say("list_comma", lang).join(level_name(level, lang) for level in levels)
    return WORDS.say("several_levels", lang, levels=named)


def missing_line(held: pd.DataFrame, lang: str, *, with_year: bool) -> list[str]:
    """Who has no value and why, by cause, as one line; no line where nobody is missing."""
    codes, states = pd.factorize(held["state"])
    number = {state: at for at, state in enumerate(states)}
    who = held[["place", "year"]]
    by_cause = {cause: who.take(np.flatnonzero(codes == number[cause])) for cause in BlankCause if cause in number}
    if not by_cause:
        return []
    named = {cause: places_with_years(own, NAMES_SHOWN) if with_year else listed(own["place"]) for cause, own in by_cause.items()}
    count = sum(map(len, by_cause.values()))

    def said(most: int) -> str:
        parts = []
        for cause, names in named.items():
            listed = join_names(names, most, lang)
            told = {"cause": SHARED.say(f"cause.{cause}", lang), "n": len(by_cause[cause]), "names": listed}
            parts.append(WORDS.say("missing_cause" if listed else "missing_count", lang, **told))
        return WORDS.say("missing_head", lang, n=count) + WORDS.say("list_semicolon", lang).join(parts)

    return [Listing(said, NAMES_SHOWN)]


def _value(tables: Tables, row: Any, lang: str) -> str:
    return format_value(row.value, row.qualifier, row.unit, lang, tables.catalog.indicators[row.indicator].decimals)


def elsewhere_line(tables: Tables, selection: Selection, lang: str) -> str:
    """Which other places and years have a value of the indicator: the nearest view that has data."""
    shown = set(select(tables, selection)["doc_id"])
    every = select(tables, Selection(indicators=selection.indicators))
    places = tables.places
    found = [
        f"{name_of(places[row.doc_id], row.year, lang)} {_value(tables, row, lang)}"
        for row in rows_of(every.sort_values(["year", "doc_id"]))
        if row.doc_id not in shown
    ]
    if not found:
        return WORDS.say("nowhere", lang) if not shown else ""
    return WORDS.say("elsewhere", lang, where=join_names(found, HINTS_SHOWN, lang))


def told(found: Sequence[Caveat], codes: Sequence[str], lang: str) -> list[str]:
    """The sentences of the caveats with these codes, in the order of the codes."""
    return [caveat.say(lang) for code in codes for caveat in found if caveat.code == code]


def hover_of(cell: Any, lang: str, sheet: Sheet, texts: Mapping[str, str] | None = None) -> str:
    """What a mark says when pointed at, as plotly text: place and year, indicator, the value and its footing or the cause of
    the blank, the sentence. `texts` are the reports' texts by doc_id, needed for the nearest passage of a blank."""
    width = min(HOVER_WIDTH, sheet.width - HOVER_EDGES)
    head = _hover_head(cell.place, cell.year, lang, width)
    if cell.state == VALUE:
        about = _about_value(
            cell.name, cell.text, cell.unit, cell.unit_name, cell.qualifier, cell.basis, cell.base, cell.scope, lang, width
        )
        words = f"“{cell.quote}”"
    else:
        about = _about_blank(cell.name, cell.state, text_or_none(cell.detail), lang, width)
        words = _near(cell, lang, texts) if texts and _has_passage(cell) else ""
    return f"{head}<br>{about}<br>{to_label(words, width, LABEL_SIZE)}" if words else f"{head}<br>{about}"


def evidence_of(cell: Any) -> tuple[object, ...]:
    """What a mark carries so that a page can open its sentence: doc_id, start, end; None for each where there is no sentence.

    A tuple: of the thousands in a figure that is kept, Python's collector of garbage need not look at any again.
    """
    return (cell.doc_id, int(cell.start), int(cell.end)) if _has_passage(cell) else (None, None, None)


def _has_passage(cell: Any) -> bool:
    # pandas takes longer over its question than a chart over all else that it asks of a cell.
    return isinstance(cell.start, int) or (cell.start is not pd.NA and not pd.isna(cell.start))


# A grid has a head for every place and year, and as many cells below each as there are indicators.
@lru_cache(maxsize=5_000)
def _hover_head(place: str, year: Any, lang: str, width: float) -> str:
    return f"<b>{to_label(name_of(place, year, lang), width / BOLD, LABEL_SIZE)}</b>"


# Of thousands of cells few are unlike in all but their quotes.
@lru_cache(maxsize=20_000)
def _about_value(
    name: str,
    text: str,
    unit: str,
    unit_name: str,
    qualifier: str,
    basis: str,
    base: object,
    scope: object,
    lang: str,
    width: float,
) -> str:
    """The indicator, the value with its unit, what it is (exact, at least, …), what it rests on, its base and its scope."""
    said = (SHARED.say(f"qualifier.{qualifier}", lang), SHARED.say(f"basis.{basis}", lang))
    footing = " · ".join([text if unit == "%" else f"{text} {unit_name}", *said])
    known = text_or_none(base)
    told = WORDS.say("base", lang, base=describe_base(known, lang)) if known else None
    return _lines([name, footing, told, text_or_none(scope)], width)


@lru_cache(maxsize=20_000)
def _about_blank(name: str, state: str, detail: str | None, lang: str, width: float) -> str:
    """The indicator, what the cause of the blank means, and what more is known of it."""
    more = None
    if detail and state == BlankCause.REFUSED:
        more = SHARED.say(f"reason.{detail}", lang)
    elif detail and state in (BlankCause.PART_ONLY, BlankCause.UNREADABLE):
        more = detail
    return _lines([name, SHARED.say(f"cause_meaning.{state}", lang), more], width)


def _lines(told: Iterable[str | None], width: float) -> str:
    return "<br>".join(to_label(line, width, LABEL_SIZE) for line in told if line)


def _near(cell: Any, lang: str, texts: Mapping[str, str]) -> str:
    """The nearest passage of a blank; "" where the report's text is not at hand."""
    if cell.doc_id not in texts:
        return ""
    return WORDS.say("passage", lang, words=texts[cell.doc_id][int(cell.start) : int(cell.end)])
