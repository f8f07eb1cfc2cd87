"""One indicator → a line a place over the years, broken where a year has no value, a marker on every real point.

Nothing is joined across a missing year and nothing is filled in. A bound or an approximation is drawn as the interval it is;
an interval without a limit ends in an open triangle. The year axis is whole years; a dotted line between two of them says that
the indicator counts something else from there on. Few lines are named at their ends, some more in a legend; many are all grey,
but for the first of those that were chosen by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import values_alt
from charts._axis import axis_ticks
from charts._breaks import break_lines, break_notes, breaks_within, rename_notes, renames_within
from charts._cells import told
from charts._ends import End, ends_of, height_of, leads_of, right_of
from charts._lines import (
    COLOURED,
    LABEL_HEIGHT,
    Line,
    dated_values,
    intervals_of,
    labelled_points,
    lines_of,
    notes_of,
    open_ends_of,
    trace_of,
    value_axis,
    warnings_of,
    years_axis,
)
from charts._opening import open_chart, say_nothing
from charts._parts import settled
from charts._plot import Plot
from charts._style import Frame, put_in_frame
from charts._tables import years_table
from charts._text import escape, lines_in, to_label, widest
from charts._tokens import EDGE, LABEL_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.caveats import caveats
from panel.selection import Selection, over_years

TITLE = {"zh": "趋势", "en": "Trend"}
ORDER = 2
# The figures that it draws, as rows and columns.
table = years_table

TOLD = ("flows", "mixed_bases", "grade_C", "no_direction")
MINOR = ("bounds", "implied", "computed", "scopes", "several_reports", "grade_B")
PLOT_HEIGHT = 340
# A name of the legend, what stands before and after it, and its line.
LEGEND_WIDTH, LEGEND_MARKS, LEGEND_ROW = 180, 60, 20
# With less than this left for the plot the legend stands below it. So many lines at most are named at their ends instead.
LEAST_PLOT, MOST_NAMED = 300, 8
LEGEND = {
    "xanchor": "left",
    "yanchor": "top",
    "font": {"size": LABEL_SIZE},
    "itemsizing": "trace",
    "bgcolor": "rgba(0,0,0,0)",
}
YEARS_HEIGHT = 30
# The most lines, and the most steps of the value axis: with fewer, more of it would lie below the lowest figure.
MOST_LINES, STEPS = 60, 8


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
    """The trend of the selection's one indicator; words alone where there is nothing to draw. `made` is today if None."""
    selection = over_years(selection)
    opening = open_chart(
        tables,
        selection,
        TITLE,
        "trend_title",
        lang=lang,
        made=made,
        width=width,
        dark=dark,
        height=height,
        part=part,
        with_year=True,
    )
    if isinstance(opening, go.Figure):
        return opening
    held, sheet = opening.held, opening.sheet
    dated = dated_values(held)
    lines, every = lines_of(dated, selection.places, MOST_LINES), dated["place"].nunique()
    coloured = _coloured(lines, selection)
    warnings = _warnings(held, dated, every, coloured, lang)
    if not lines:
        return opening.words_alone(warnings or say_nothing(tables, selection, opening, lang))
    found = caveats(tables, selection)
    axis = value_axis(lines, most=STEPS)
    years = range(int(held["year"].min()), int(held["year"].max()) + 1)
    breaks = breaks_within(tables, selection, years)
    renames = renames_within(tables, [line.place for line in lines], years)
    notes = [*opening.absent, *break_notes(breaks, lang), *rename_notes(renames, lang)]
    notes += notes_of(lines, axis, told(found, MINOR, lang), lang)
    count = [WORDS.say("alt.lines", lang, n=every)]
    alt = values_alt("trend", opening.title, opening.scope, held, lang, with_year=True, more=count)
    above = [opening.scope, *warnings, *told(found, TOLD, lang)]
    frame = Frame(opening.title, above, notes, opening.footer, sheet=sheet, alt=alt)
    shapes = break_lines([*breaks, *(renames if every == 1 else ())], sheet)
    return _figure(lines, coloured, years, axis, shapes, frame, lang)


def _coloured(lines: Sequence[Line], selection: Selection) -> int:
    """How many lines have a colour: all, where colours are apart; of more those that were chosen by name, else none, since no
    line has more of a claim to it than another."""
    return min(len(lines), COLOURED) if len(lines) <= COLOURED or selection.places else 0


def _warnings(held: pd.DataFrame, dated: pd.DataFrame, every: int, coloured: int, lang: str) -> list[str]:
    """What a reader must know before reading the lines; of no lines, that their years are unknown."""
    sentences = warnings_of(held, dated, lang)
    if every > MOST_LINES:
        sentences.append(WORDS.say("too_many_lines", lang, n=every, drawn=MOST_LINES))
    if every > COLOURED:
        key = "first_coloured" if coloured else "grey_lines"
        sentences.append(WORDS.say(key, lang, n=min(every, MOST_LINES), shown=COLOURED))
    return sentences


def _figure(
    lines: Sequence[Line],
    coloured: int,
    years: range,
    axis: tuple[float, float, str],
    shapes: Sequence[dict[str, Any]],
    frame: Frame,
    lang: str,
) -> go.Figure:
    bottom, top, unit = axis
    sheet = frame.sheet
    ticks = axis_ticks(top, unit, lang, bottom=bottom, most=STEPS)
    left = EDGE + 14 + widest(ticks["ticktext"], LABEL_SIZE)
    frame = replace(frame, plot_height=PLOT_HEIGHT, below=YEARS_HEIGHT)
    room = None if sheet.height is None else settled(frame, lang).plot_height
    key = _key_of(lines, coloured, sheet.width - left, room, lang)
    across = sheet.width - left - key.right
    high, below = max(PLOT_HEIGHT, key.beside), YEARS_HEIGHT + key.below
    frame = settled(replace(frame, plot_height=high, left=left, right=key.right, below=below), lang)
    # Above the highest figure there is room for its label, also on a low picture.
    label = (top - bottom) * LABEL_HEIGHT / max(LABEL_HEIGHT, frame.plot_height - LABEL_HEIGHT)
    reach, level = (bottom, top + label), years_axis(years, across, sheet)
    labelled = labelled_points(lines, label, across / len(years), bottom + label)
    if key.is_at_ends:
        ends = _ends(lines, key.names, reach, frame.plot_height)
        lasts = [line.years[-1] for line in lines]
        edge = level["range"][1]
        shapes = [*shapes, *leads_of(ends, lasts, years[-1], edge, reach, frame.plot_height, sheet)]
        frame = replace(frame, labels=[right_of(end, colour) for end, colour in zip(ends, sheet.colours.names, strict=False)])
        # Beside its point the last label would lie on the names.
        labelled = {mark: side for mark, side in labelled.items() if mark[1] < years[-1] or side != "middle right"}
    # What is drawn first lies underneath: the grey lines before the coloured ones.
    order = [*range(coloured, len(lines)), *range(coloured)]
    traces = [trace_of(lines, at, _named(lines, key, at), labelled, sheet, lang, coloured=coloured) for at in order]
    marks = [*intervals_of(lines, sheet), *traces, *open_ends_of(lines, (top - bottom) * 0.05, sheet)]
    plot = Plot(marks, {"shapes": list(shapes), "showlegend": bool(coloured) and not key.is_at_ends})
    plot.set_axes(level, {"range": list(reach), "zeroline": not bottom, **ticks})
    legend = {"xref": "container", "x": 0.02, "y": -YEARS_HEIGHT / frame.plot_height} if key.below else {"x": 1, "y": 1}
    plot.layout["legend"] = {**LEGEND, **legend}
    return put_in_frame(plot, frame)


@dataclass(frozen=True, slots=True)
class _Key:
    """What says which line is whose: `names` of the coloured lines and of the rest as a whole, as plotly text, at the ends of the
    lines or in a legend; the margin `right` of the plot, and the pixels of height taken `beside` the plot or `below` it."""

    names: list[str]
    is_at_ends: bool
    right: int
    beside: int = 0
    below: int = 0


def _key_of(lines: Sequence[Line], coloured: int, width: int, room: int | None, lang: str) -> _Key:
    """The names at the ends of few lines, where they leave room for these; else a legend beside the plot or, on a phone, below
    it; nothing where all lines are grey. `width` is that of the plot with what stands right of it, `room` the height of the plot
    where that is not free."""
    if not coloured:
        return _Key([], False, EDGE)
    told = [line.place for line in lines[:coloured]]
    if len(lines) > coloured:
        told.append(WORDS.say("line_rest", lang, n=len(lines) - coloured))
    names = [to_label(name, LEGEND_WIDTH, LABEL_SIZE) for name in told]
    wide, high = widest(names, LABEL_SIZE), sum(map(height_of, names))
    ends = wide + EDGE
    if len(lines) <= MOST_NAMED and width - ends >= LEAST_PLOT and high <= (room or high):
        return _Key(names, True, ends, beside=high)
    high = LEGEND_ROW * sum(lines_in([name]) for name in names) + 10
    if width - wide - LEGEND_MARKS >= LEAST_PLOT:
        return _Key(names, False, wide + LEGEND_MARKS, beside=high)
    return _Key(names, False, EDGE, below=high)


def _ends(lines: Sequence[Line], names: Sequence[str], reach: tuple[float, float], height: int) -> list[End]:
    """The names at the ends of the lines; of lines that end alike the one that was higher before stands above."""
    points = [line.points for line in lines]
    before = [own[-2].value if len(own) > 1 else own[-1].value for own in points]
    return ends_of(names, [own[-1].value for own in points], before, reach, height)


def _named(lines: Sequence[Line], key: _Key, index: int) -> str:
    """The name of a trace; the first of the grey ones beside coloured ones stands in the legend for all of them."""
    return key.names[index] if index < len(key.names) else escape(lines[index].place)
