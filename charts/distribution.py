"""One indicator → a strip of marks for each year or level: where the values of the places lie, with their median and quartiles.

A mark is a place. Marks lie above one another where they would hide each other, in an order that is always the same. A bound or
an approximation is the interval that it is, never a point; a median or a quartile that bounds leave open is a band. Levels are
never in one strip, nor are years; where values may not be compared there is no median, and the strip says why.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import plotly.graph_objects as go

from charts._alt import values_alt
from charts._axis import axis_ticks, value_axis
from charts._cells import (
    elsewhere_line,
    level_name,
    told,
)
from charts._opening import open_chart, say_nothing
from charts._parts import part_of
from charts._plot import Plot, rows_axis
from charts._strips import PAD, Axis, Row, marks_of, middle_of, stack
from charts._style import Frame, Sheet, margin_label, put_in_frame
from charts._tables import values_table
from charts._text import to_label, widest
from charts._tokens import BOLD, EDGE, LABEL_SIZE, NOTE_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.caveats import caveats
from panel.display import format_value
from panel.distribution import Strip, strips
from panel.quantiles import Range
from panel.selection import Selection
from panel.words import WORDS as SHARED

TITLE = {"zh": "分布", "en": "Distribution"}
ORDER = 7
# The figures that it draws, as rows and columns.
table = values_table

TOLD = ("mixed_levels", "borrowed", "flows", "mixed_bases", "bases_together", "scopes_together", "grade_C", "no_direction")
MINOR = ("bounds", "implied", "computed", "scopes", "several_reports", "unknown_years", "grade_B")
# More than this is no picture any more.
MOST_STRIPS = 40
# The most pixels of a strip's label, and the most of a narrow sheet that it may take.
LABEL_WIDTH, SHARE = 120, 0.25


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
    """The distribution of the selection's one indicator; words alone where there is nothing to draw. `made` is today if None."""
    opening = open_chart(
        tables, selection, TITLE, "distribution_title", lang=lang, made=made, width=width, dark=dark, height=height, part=part
    )
    if isinstance(opening, go.Figure):
        return opening
    sheet = opening.sheet
    if not opening.has_values:
        return opening.words_alone(say_nothing(tables, selection, opening, lang))
    found = caveats(tables, selection)
    every = strips(tables, selection, lang=lang)
    shown = every[:MOST_STRIPS]
    subtitle = [opening.scope, *told(found, TOLD, lang), *_reading(shown, lang)]
    if len(every) > len(shown):
        subtitle.append(WORDS.say("too_many_strips", lang, n=len(every), shown=len(shown)))
    if any(caveat.code == "few_values" for caveat in found):
        subtitle.append(elsewhere_line(tables, selection, lang))
    minor = told(found, MINOR, lang)
    bottom, top = value_axis([cell for strip in every for cell in strip.cells])
    if bottom:
        minor.insert(0, WORDS.say("axis_not_from_zero", lang))
    notes = [*opening.absent, *([WORDS.say("notes", lang) + (" " if lang == "en" else "").join(minor)] if minor else [])]
    middle = [_sentence(shown[0], len(shown[0].cells), _sayer(tables, selection, lang), lang)] if len(shown) == 1 else []
    alt = values_alt("distribution", opening.title, opening.scope, opening.held, lang, with_year=opening.with_year, more=middle)
    frame = Frame(opening.title, subtitle, notes, opening.footer, sheet=sheet, alt=alt)
    return _figure(tables, selection, shown, (bottom, top), frame, lang)


def _reading(shown: Sequence[Strip], lang: str) -> list[str]:
    """How to read the marks that there are."""
    marks = WORDS.say("distribution_reading", lang)
    if any(math.isinf(end) for strip in shown for cell in strip.cells for end in (cell.low, cell.high)):
        marks += ("" if lang == "zh" else " ") + WORDS.say("distribution_open", lang)
    middle = [WORDS.say("distribution_middle", lang)] if any(strip.median for strip in shown) else []
    is_count = any(cell.unit != "%" for strip in shown for cell in strip.cells)
    levels = {strip.level for strip in shown}
    return [marks, *middle, *([WORDS.say("distribution_one_axis", lang)] if is_count and len(levels) > 1 else [])]


def _figure(
    tables: Tables, selection: Selection, shown: Sequence[Strip], ends: tuple[float, float], frame: Frame, lang: str
) -> go.Figure:
    sheet, indicator = frame.sheet, tables.catalog.indicators[selection.indicators[0]]
    labels = [_label(strip, shown, sheet, lang) for strip in shown]
    left = EDGE + 10 + widest(labels, LABEL_SIZE)
    right = EDGE + 8
    axis = Axis(*ends, sheet.width - left - right)
    said = _sayer(tables, selection, lang)

    def words_of(strip: Strip, marks: int) -> str:
        return to_label(_sentence(strip, marks, said, lang), axis.across - 4, NOTE_SIZE)

    stacked = stack(shown, labels, axis, words_of, lambda level: level_name(level, lang))
    frame = replace(frame, left=left, right=right, below=28)
    part = part_of(stacked, frame, lang, is_heading=lambda row: row.strip is None)
    rows = part.rows
    drawn = [row for row in rows if row.strip is not None]
    shapes = [shape for row in drawn for shape in middle_of(row, axis, sheet)]
    plot = Plot(marks_of(drawn, axis, sheet, lang), {"showlegend": False, "barmode": "overlay", "shapes": shapes})
    ticks = axis_ticks(axis.top, indicator.unit, lang, bottom=axis.bottom, most=max(1, min(6, int(axis.across // 70))))
    plot.set_axes({"range": list(axis.range), "zeroline": not axis.bottom, **ticks}, rows_axis(part.range, drawn))
    words = [label for row in rows for label in _words_of(row, left, sheet)]
    return put_in_frame(plot, replace(part.frame, labels=words))


def _sayer(tables: Tables, selection: Selection, lang: str) -> Callable[[float], str]:
    """How a value of the selection's one indicator is written."""
    indicator = tables.catalog.indicators[selection.indicators[0]]
    return lambda value: format_value(value, "exact", indicator.unit, lang, indicator.decimals)


def _label(strip: Strip, shown: Sequence[Strip], sheet: Sheet, lang: str) -> str:
    """The year of a strip, or its level where there is one year and several levels, and n of N."""
    name = WORDS.say("year", lang, year=strip.year) if strip.year is not None else SHARED.say("unknown_year", lang)
    if len({one.year for one in shown}) == 1 and len(shown) > 1:
        name = level_name(strip.level, lang)
    given = WORDS.say("strip_given", lang, n=strip.n, N=strip.N)
    most = min(LABEL_WIDTH, SHARE * sheet.width)
    return "<br>".join(to_label(line, most, LABEL_SIZE) for line in (name, given))


def _sentence(strip: Strip, marks: int, said: Callable[[float], str], lang: str) -> str:
    """What stands above a strip's marks: its median and quartiles or why there are none, and how many stand at 100."""
    if not strip.n:
        return WORDS.say("strip_silent" if strip.N else "strip_no_report", lang)
    parts = []
    if strip.median:
        parts.append(WORDS.say("strip_median", lang, median=_range(strip.median, said, lang)))
    if strip.quartiles:
        lower, upper = (_range(quartile, said, lang) for quartile in strip.quartiles)
        parts.append(WORDS.say("strip_quartiles", lang, lower=lower, upper=upper))
    if strip.barrier:
        parts.append(WORDS.say(f"no_middle.{strip.barrier}", lang))
    if strip.top:
        parts.append(WORDS.say("strip_top", lang, top=strip.top))
    if strip.perhaps_top:
        parts.append(WORDS.say("strip_perhaps_top", lang, n=strip.perhaps_top))
    if marks < strip.n:
        parts.append(WORDS.say("strip_thinned", lang, shown=marks))
    return WORDS.say("list_semicolon", lang).join(parts)


def _range(found: Range, said: Callable[[float], str], lang: str) -> str:
    """98%, 97%–98% where it is open, ≥97% where it is open without end."""
    low, high = found
    if math.isinf(high) or math.isinf(low):
        return f"≥{said(low)}" if math.isinf(high) else f"≤{said(high)}"
    return said(low) if said(low) == said(high) else WORDS.say("strip_range", lang, first=said(low), last=said(high))


def _words_of(row: Row, left: int, sheet: Sheet) -> list[dict[str, object]]:
    """The heading of a level at the left edge, or what a strip says above its marks."""
    if row.strip is None:
        label = to_label(row.label, sheet.text_width / BOLD, LABEL_SIZE)
        return [margin_label(f"<b>{label}</b>", row.y, left, sheet.colours)]
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": 4, "y": row.top + PAD / 2, "yanchor": "top", "align": "left"}
    font = {"size": NOTE_SIZE, "color": sheet.colours.ink}
    return [{"text": row.words, "showarrow": False, "font": font, "borderpad": 0, **place}]
