"""Breaks of an indicator's definition and a row of years → the dotted lines that mark them, and the words that say why.

A break lies between two years: the last that was counted the old way and the first that is counted the new one. Lines go on
across it, since each place's own figures do; the words say that they are not of the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from charts._style import Sheet
from charts._words import WORDS
from extract.catalog import Break
from panel.build import Tables
from panel.selection import Selection


def breaks_within(tables: Tables, selection: Selection, years: Sequence[int]) -> tuple[Break, ...]:
    """The breaks of the selection's one indicator that have years on both sides, earliest first."""
    told = tables.catalog.indicators[selection.indicators[0]].breaks
    return tuple(found for found in told if min(years) < found.year <= max(years))


def break_notes(breaks: Sequence[Break], lang: str) -> list[str]:
    """A sentence for each break: from which year on, and why."""
    return [WORDS.say("break", lang, year=found.year, why=found.why if lang == "zh" else found.why_en) for found in breaks]


def break_lines(breaks: Sequence[Break], sheet: Sheet, axis: str = "") -> list[dict[str, object]]:
    """A thin dotted line over the whole height of the plot for each year that begins a break; `axis` is the number of the axes
    of a plot among several ("" for the first)."""
    stroke = {"color": sheet.colours.muted, "width": 1, "dash": "dot"}
    where = {"xref": f"x{axis}", "yref": f"y{axis} domain", "y0": 0, "y1": 1, "layer": "below"}
    return [{"type": "line", "x0": year - 0.5, "x1": year - 0.5, "line": stroke, **where} for year in _years(breaks)]


def _years(breaks: Sequence[Break]) -> list[int]:
    return list(dict.fromkeys(found.year for found in breaks))
