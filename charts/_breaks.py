"""Breaks of an indicator's definition, renames of places and a row of years → the dotted lines that mark them, and the words
that say why.

A break lies between two years: the last that was counted the old way and the first that is counted the new one. Lines go on
across it, since each place's own figures do; the words say that they are not of the same thing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from charts._blocks import Listing, join_names
from charts._cells import NAMES_SHOWN
from charts._style import Sheet
from charts._words import WORDS
from extract.catalog import Break
from panel.build import Tables
from panel.renames import Rename
from panel.selection import Selection


def breaks_within(tables: Tables, selection: Selection, years: Sequence[int]) -> tuple[Break, ...]:
    """The breaks of the selection's one indicator that have years on both sides, earliest first."""
    told = tables.catalog.indicators[selection.indicators[0]].breaks
    return tuple(found for found in told if min(years) < found.year <= max(years))


def break_notes(breaks: Sequence[Break], lang: str) -> list[str]:
    """A sentence for each break: from which year on, and why."""
    return [WORDS.say("break", lang, year=found.year, why=found.why if lang == "zh" else found.why_en) for found in breaks]


def renames_within(tables: Tables, places: Collection[str], years: Sequence[int]) -> tuple[Rename, ...]:
    """The renames and mergers of these places that have years on both sides."""
    return tuple(found for found in tables.renames if found.place in places and min(years) < found.year <= max(years))


def rename_notes(renames: Sequence[Rename], lang: str) -> list[str]:
    """A line that names the places that go by their latest name, and one those that were made of several."""
    notes = []
    for key in ("renamed", "merged"):
        told = [found for found in renames if found.is_merger is (key == "merged")]
        names = [
            WORDS.say(f"{key}_place", lang, year=found.year, was=join_names(found.was, NAMES_SHOWN, lang), now=found.now)
            for found in told
        ]
        notes += [_listing(key, names, lang)] if names else []
    return notes


def _listing(key: str, names: Sequence[str], lang: str) -> str:
    return Listing(lambda most: WORDS.say(key, lang, names=join_names(names, max(1, most), lang)), NAMES_SHOWN)


def break_lines(marks: Iterable[Break | Rename], sheet: Sheet, axis: str = "") -> list[dict[str, object]]:
    """A thin dotted line over the whole height of the plot for each year that begins something new; `axis` is the number of the
    axes of a plot among several ("" for the first)."""
    stroke = {"color": sheet.colours.muted, "width": 1, "dash": "dot"}
    where = {"xref": f"x{axis}", "yref": f"y{axis} domain", "y0": 0, "y1": 1, "layer": "below"}
    years = dict.fromkeys(mark.year for mark in marks)
    return [{"type": "line", "x0": year - 0.5, "x1": year - 0.5, "line": stroke, **where} for year in years]
