"""One indicator → a line a place over the years, broken where a year has no value, a marker on every real point.

Nothing is joined across a missing year and nothing is filled in. A bound or an approximation is drawn as the interval it is;
an interval without a limit ends in an open triangle. The year axis is whole years; a dotted line between two of them says that
the indicator counts something else from there on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import values_alt
from charts._axis import axis_ticks
from charts._breaks import break_lines, break_notes, breaks_within, rename_notes, renames_within
from charts._cells import (
    told,
)
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
from charts._tables import values_table
from charts._text import to_label, unescape, width_of
from charts._tokens import EDGE, LABEL_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.caveats import caveats
from panel.selection import Selection

TITLE = {"zh": "趋势", "en": "Trend"}
ORDER = 2
# The figures that it draws, as rows and columns.
table = values_table

TOLD = ("flows", "mixed_bases", "grade_C", "no_direction")
MINOR = ("bounds", "implied", "computed", "scopes", "several_reports", "grade_B")
PLOT_HEIGHT = 340
# A name of the legend, what stands before and after it, and its line.
LEGEND_WIDTH, LEGEND_MARKS, LEGEND_ROW = 180, 60, 20
# With less than this left for the plot the legend stands below it.
LEAST_PLOT = 300
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
    lines, every = lines_of(dated, MOST_LINES), dated["place"].nunique()
    warnings = _warnings(held, dated, every, lang)
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
    return _figure(lines, years, axis, shapes, frame, lang)


def _warnings(held: pd.DataFrame, dated: pd.DataFrame, every: int, lang: str) -> list[str]:
    """What a reader must know before reading the lines; of no lines, that their years are unknown."""
    sentences = warnings_of(held, dated, lang)
    if every > COLOURED:
        sentences.append(WORDS.say("too_many_lines", lang, n=every, drawn=min(every, MOST_LINES), shown=COLOURED))
    return sentences


def _figure(
    lines: Sequence[Line],
    years: range,
    axis: tuple[float, float, str],
    shapes: Sequence[dict[str, Any]],
    frame: Frame,
    lang: str,
) -> go.Figure:
    bottom, top, unit = axis
    sheet = frame.sheet
    ticks = axis_ticks(top, unit, lang, bottom=bottom, most=STEPS)
    left = EDGE + 14 + round(max(width_of(text, LABEL_SIZE) for text in ticks["ticktext"]))
    shown = range(min(len(lines), COLOURED + 1))
    names = [to_label(_legend_name(lines, index, lang), LEGEND_WIDTH, LABEL_SIZE) for index in shown]
    beside = LEGEND_MARKS + round(max(width_of(unescape(line), LABEL_SIZE) for name in names for line in name.split("<br>")))
    is_beside = sheet.width - left - beside >= LEAST_PLOT
    right = beside if is_beside else EDGE
    across = sheet.width - left - right
    height = LEGEND_ROW * sum(name.count("<br>") + 1 for name in names) + 10
    below = YEARS_HEIGHT if is_beside else YEARS_HEIGHT + height
    wanted = max(PLOT_HEIGHT, height) if is_beside else PLOT_HEIGHT
    frame = settled(replace(frame, plot_height=wanted, left=left, right=right, below=below), lang)
    # Above the highest figure there is room for its label, also on a low picture.
    high = (top - bottom) * LABEL_HEIGHT / max(LABEL_HEIGHT, frame.plot_height - LABEL_HEIGHT)
    labelled = labelled_points(lines, high, across / len(years), bottom + high)
    # What is drawn first lies underneath: the grey lines before the coloured ones.
    order = [*range(COLOURED, len(lines)), *range(min(COLOURED, len(lines)))]
    traces = [trace_of(lines, index, names[min(index, COLOURED)], labelled, sheet, lang) for index in order]
    marks = [*intervals_of(lines, sheet), *traces, *open_ends_of(lines, (top - bottom) * 0.05, sheet)]
    plot = Plot(marks, {"shapes": list(shapes)})
    upright = {"range": [bottom, top + high], "zeroline": not bottom, **ticks}
    plot.set_axes(years_axis(years, across, sheet), upright)
    legend = {"x": 1, "y": 1} if is_beside else {"xref": "container", "x": 0.02, "y": -YEARS_HEIGHT / frame.plot_height}
    plot.layout["legend"] = {**LEGEND, **legend}
    return put_in_frame(plot, frame)


def _legend_name(lines: Sequence[Line], index: int, lang: str) -> str:
    if index < COLOURED:
        return lines[index].place
    return WORDS.say("line_rest", lang, n=len(lines) - COLOURED)
