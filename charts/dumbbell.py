"""One indicator in two years → a row a place with a value in both: then, now, and the change between them.

The two years are the first and the last of the selection, or of those that have values where it names none. A place that lacks
either is listed with the year and the cause, never filled from another year. A bound is drawn as the interval it is, and a change
that bounds leave open is told as a range. Changes of rates are in points, of counts in percent (panel/change.py);
of two figures of different bases or scopes there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import plotly.graph_objects as go

from charts._alt import pairs_alt
from charts._axis import axis_ticks, value_axis
from charts._cells import (
    evidence_of,
    hover_of,
    level_name,
    told,
)
from charts._colours import Colours
from charts._pairs import Between, change_words, open_between, unlike_notes
from charts._parts import part_of
from charts._plot import Plot, rows_axis, scatter_trace
from charts._style import (
    Frame,
    Sheet,
    margin_label,
    put_in_frame,
)
from charts._tables import pairs_table
from charts._text import lines_in, to_label, widest
from charts._tokens import EDGE, LABEL_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.pairs import Pair
from panel.selection import Selection, over_years

TITLE = {"zh": "前后对比", "en": "Then and now"}
ORDER = 5
# The figures that it draws, as rows and columns.
table = pairs_table

TOLD = ("mixed_levels", "flows", "mixed_bases", "grade_C", "no_direction")
MINOR = ("bounds", "implied", "computed", "scopes", "several_reports", "grade_B")
MOST_ROWS = 80
LABEL_WIDTH, SHARE, ROW, SIZE = 200, 0.3, 30, 13


@dataclass(frozen=True, slots=True)
class _Row:
    """A place with its two cells, or the heading of a level without any; `y` is its middle in pixels from the top."""

    label: str
    then: Any = None
    now: Any = None
    beside: str = ""
    y: float = 0.0
    height: float = 0.0


def draw(
    tables: Tables,
    selection: Selection,
    *,
    lang: str = "zh",
    made: date | None = None,
    width: int = WIDTH,
    dark: bool = False,
    height: int | None = None,
    part: int = 1,
) -> go.Figure:
    """The change of the selection's one indicator between two years; words alone where there is nothing to draw. `made` is
    today if None."""
    selection = over_years(selection)
    begun = open_between(
        tables, selection, TITLE, "dumbbell", lang=lang, made=made, width=width, dark=dark, height=height, part=part
    )
    if not isinstance(begun, Between):
        return begun
    opening, rows = begun.opening, _rows(begun.pairs, lang)
    subtitle = [opening.scope, *begun.reading, *told(begun.found, TOLD, lang)]
    if len(rows) > MOST_ROWS:
        subtitle.append(WORDS.say("too_many_bars", lang, n=len(rows), shown=MOST_ROWS))
    minor = told(begun.found, MINOR, lang)
    notes = [
        *opening.absent,
        *unlike_notes(begun.pairs, lang),
        *([WORDS.say("notes", lang) + (" " if lang == "en" else "").join(minor)] if minor else []),
    ]
    alt = pairs_alt("dumbbell", opening.title, opening.scope, begun.pairs, opening.held, lang)
    frame = Frame(opening.title, subtitle, notes, opening.footer, sheet=opening.sheet, alt=alt)
    return _figure(_stack(rows[:MOST_ROWS], opening.sheet), frame, lang)


def _rows(both: Sequence[Pair], lang: str) -> list[_Row]:
    """Headings of levels where there are several, and the places with a value in both years, the largest of now first."""
    levels = list(dict.fromkeys(level_name(pair.now.level, lang) for pair in both))
    rows = []
    for level in levels:
        own = [pair for pair in both if level_name(pair.now.level, lang) == level]
        rows += [_Row(level)] if len(levels) > 1 else []
        for pair in sorted(own, key=lambda pair: -pair.now.value):
            then, now = pair.then, pair.now
            found = change_words(pair, lang)
            beside = WORDS.say("dumbbell_change", lang, then=then.text, now=now.text, change=found)
            rows.append(_Row(pair.place, then, now, beside if found else f"{then.text} → {now.text}"))
    return rows


def _stack(rows: Iterable[_Row], sheet: Sheet) -> list[_Row]:
    """The rows with their words broken into lines, each as high as they need."""
    stacked, y = [], 0.0
    for row in rows:
        label = to_label(row.label, min(LABEL_WIDTH, SHARE * sheet.width), LABEL_SIZE)
        beside = to_label(row.beside, max(120.0, SHARE * sheet.width), LABEL_SIZE)
        height = max(ROW, 8 + 18 * lines_in([label, beside]))
        stacked.append(replace(row, label=label, beside=beside, y=y + height / 2, height=height))
        y += height
    return stacked


def _figure(rows: Sequence[_Row], frame: Frame, lang: str) -> go.Figure:
    sheet = frame.sheet
    every = [cell for row in rows if row.now is not None for cell in (row.then, row.now)]
    part = part_of(rows, replace(frame, below=28), lang, is_heading=lambda row: row.now is None)
    rows = part.rows
    drawn = [row for row in rows if row.now is not None]
    left = EDGE + 10 + widest((row.label for row in drawn), LABEL_SIZE)
    right = EDGE + 14 + widest((row.beside for row in drawn), LABEL_SIZE)
    bottom, top = value_axis(every)
    pad = (top - bottom) * 0.05
    # One number alone would tell no scale.
    ticks = axis_ticks(top, drawn[0].now.unit, lang, bottom=bottom, most=max(2, min(5, (sheet.width - left - right) // 70)))
    colours = sheet.colours
    spans = [span for row in drawn for span in _spans(row, bottom, top + pad, colours)]
    plot = Plot(layout={"showlegend": False, "shapes": spans})
    for name, symbol, colour in (("then", "circle-open", colours.muted), ("now", "circle", colours.bar)):
        found = [getattr(row, name) for row in drawn]
        marks = scatter_trace(
            x=[cell.value for cell in found],
            y=[row.y for row in drawn],
            mode="markers",
            marker={"symbol": symbol, "size": SIZE, "color": colour, "line": {"width": 2, "color": colour}},
            customdata=[evidence_of(cell) for cell in found],
            hovertext=[hover_of(cell, lang, sheet) for cell in found],
            hoverinfo="text",
            cliponaxis=False,
            name=name,
        )
        plot.add([marks])
    level = {"range": [bottom - (pad if bottom else 0), top + pad], "zeroline": not bottom, **ticks}
    plot.set_axes(level, rows_axis(part.range, drawn, apart=0))
    beside = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 12, "align": "left", "showarrow": False}
    font = {"size": LABEL_SIZE, "color": colours.ink}
    labels: list[dict[str, object]] = [{"y": row.y, "text": row.beside, "font": font, **beside} for row in drawn]
    labels += [margin_label(f"<b>{row.label}</b>", row.y, left, colours) for row in rows if row.now is None]
    return put_in_frame(plot, replace(part.frame, left=left, right=right, labels=labels))


def _spans(row: _Row, bottom: float, top: float, colours: Colours) -> list[dict[str, Any]]:
    """The line between then and now, and the intervals of both where they are no points."""
    under = {"layer": "below"}
    line = {"color": colours.muted, "width": 2}
    found: list[dict[str, Any]] = [
        {"type": "line", "x0": row.then.value, "x1": row.now.value, "y0": row.y, "y1": row.y, "line": line, **under}
    ]
    for cell, colour in ((row.then, colours.grey), (row.now, colours.bar)):
        if cell.high > cell.low:
            ends = {"x0": max(cell.low, bottom), "x1": min(cell.high, top), "y0": row.y - 4, "y1": row.y + 4}
            found.append({"type": "rect", "fillcolor": colour, "opacity": 0.35, "line": {"width": 0}, **ends, **under})
    return found
