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

import pandas as pd
import plotly.graph_objects as go

from charts._alt import pairs_alt
from charts._cells import (
    elsewhere_line,
    evidence_of,
    hover_of,
    level_name,
    missing_line,
    name_of_indicator,
    refusal_to_draw,
    scope_line,
    told,
)
from charts._colours import Colours
from charts._pairs import break_between, change_words, unlike_notes
from charts._style import (
    Frame,
    Sheet,
    axis_ticks,
    footer_of,
    margin_label,
    put_in_frame,
    sheet_of,
    value_axis,
    words_only,
)
from charts._tables import pairs_table
from charts._text import lines_in, to_label, widest
from charts._tokens import EDGE, LABEL_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import cells
from panel.pairs import pairs_of, years_between
from panel.selection import Selection
from panel.standing import mark_of

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
) -> go.Figure:
    """The change of the selection's one indicator between two years; words alone where there is nothing to draw. `made` is
    today if None."""
    sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang))
    footer = footer_of(tables, selection, lang=lang, made=made)
    obstacle = refusal_to_draw(tables, selection, lang)
    if obstacle is not None:
        return words_only(TITLE[lang], [obstacle], footer, sheet=sheet)
    name = name_of_indicator(tables, selection.indicators[0], lang)
    years = years_between(tables, selection)
    if years is None:
        sentence = WORDS.say("dumbbell_one_year", lang, name=name)
        return words_only(TITLE[lang], [sentence, elsewhere_line(tables, selection, lang)], footer, sheet=sheet)
    two = replace(selection, years=years)
    footer = footer_of(tables, two, lang=lang, made=made)
    title = WORDS.say("dumbbell_title", lang, name=name, first=years[0], last=years[1])
    held = cells(tables, two, lang=lang)
    scope = scope_line(tables, two, held, lang)
    absent = missing_line(held, lang, with_year=True)
    rows = _rows(held, years, lang)
    found = [caveat for caveat in caveats(tables, two) if caveat.code != "mixed_years"]
    if not rows:
        return words_only(title, [scope, WORDS.say("dumbbell_nobody", lang)], footer, absent, sheet=sheet)
    subtitle = [scope, WORDS.say("dumbbell_reading", lang, first=years[0], last=years[1]), *break_between(tables, two, lang)]
    subtitle += told(found, TOLD, lang)
    if len(rows) > MOST_ROWS:
        subtitle.append(WORDS.say("too_many_bars", lang, n=len(rows), shown=MOST_ROWS))
    minor = told(found, MINOR, lang)
    notes = [
        *absent,
        *unlike_notes(pairs_of(held, years), lang),
        *([WORDS.say("notes", lang) + (" " if lang == "en" else "").join(minor)] if minor else []),
    ]
    alt = pairs_alt("dumbbell", title, scope, pairs_of(held, years), held, lang)
    return _figure(_stack(rows[:MOST_ROWS], sheet), Frame(title, subtitle, notes, footer, sheet=sheet, alt=alt), lang)


def _rows(held: pd.DataFrame, years: tuple[int, int], lang: str) -> list[_Row]:
    """Headings of levels where there are several, and the places with a value in both years, the largest of now first."""
    both = pairs_of(held, years)
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
    drawn = [row for row in rows if row.now is not None]
    total = round(sum(row.height for row in rows))
    left = EDGE + 10 + widest((row.label for row in drawn), LABEL_SIZE)
    right = EDGE + 14 + widest((row.beside for row in drawn), LABEL_SIZE)
    bottom, top = value_axis([cell for row in drawn for cell in (row.then, row.now)])
    pad = (top - bottom) * 0.05
    ticks = axis_ticks(top, drawn[0].now.unit, lang, bottom=bottom, most=max(1, min(5, (sheet.width - left - right) // 70)))
    colours = sheet.colours
    spans = [span for row in drawn for span in _spans(row, bottom, top + pad, colours)]
    figure = go.Figure(layout={"showlegend": False, "shapes": spans})
    for name, symbol, colour in (("then", "circle-open", colours.muted), ("now", "circle", colours.bar)):
        found = [getattr(row, name) for row in drawn]
        figure.add_scatter(
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
    figure.update_yaxes(
        range=[total, 0], tickvals=[row.y for row in drawn], ticktext=[row.label for row in drawn], showgrid=False, zeroline=False
    )
    figure.update_xaxes(range=[bottom - (pad if bottom else 0), top + pad], zeroline=not bottom, **ticks)
    beside = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 12, "align": "left", "showarrow": False}
    font = {"size": LABEL_SIZE, "color": colours.ink}
    labels: list[dict[str, object]] = [{"y": row.y, "text": row.beside, "font": font, **beside} for row in drawn]
    labels += [margin_label(f"<b>{row.label}</b>", row.y, left, colours) for row in rows if row.now is None]
    return put_in_frame(figure, replace(frame, plot_height=total, left=left, right=right, below=28, labels=labels))


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
