"""One indicator → a line a place over the years, broken where a year has no value, a marker on every real point.

Nothing is joined across a missing year and nothing is filled in. A bound or an approximation is drawn as the interval it is;
an interval without a limit ends in an open triangle. The year axis is whole years.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._cells import (
    elsewhere_line,
    evidence_of,
    hover_of,
    missing_line,
    name_of_indicator,
    refusal_to_draw,
    scope_line,
    several_levels,
    told,
)
from charts._style import (
    EDGE,
    INK,
    LABEL_SIZE,
    MUTED,
    RULE,
    SERIES,
    SYMBOLS,
    TEXT_WIDTH,
    Frame,
    axis_ticks,
    footer_of,
    put_in_frame,
    words_only,
)
from charts._text import escape, to_label, width_of
from charts._words import WORDS
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import VALUE, cells, reporting, with_report
from panel.schema import rows_of
from panel.selection import Selection

TITLE = {"zh": "趋势", "en": "Trend"}
ORDER = 2

TOLD = ("mixed_bases", "grade_C", "no_direction")
MINOR = ("bounds", "implied", "computed", "scopes", "several_reports", "grade_B")
PLOT_HEIGHT = 340
LEGEND_WIDTH = 180
LEGEND_ROW = 20
# More lines than this cannot be told apart: the rest is drawn in grey.
COLOURED = len(SERIES)
GREY = "#B8C0C8"
MOST_LINES = 60
# Two labels of one year closer than this share of the axis would lie on each other.
LABEL_GAP = 0.06
ALL_LABELLED = 24


@dataclass(frozen=True, slots=True)
class _Line:
    """The points of one place, one a year from its first to its last; `cells` has None where a year has no value."""

    place: str
    years: tuple[int, ...]
    cells: tuple[Any, ...]

    @property
    def points(self) -> list[Any]:
        return [cell for cell in self.cells if cell is not None]

    @property
    def is_broken(self) -> bool:
        return len(self.points) < len(self.cells)


def draw(tables: Tables, selection: Selection, *, lang: str = "zh", made: date | None = None) -> go.Figure:
    """The trend of the selection's one indicator; words alone where there is nothing to draw. `made` is today if None."""
    footer = footer_of(tables, selection, lang=lang, made=made)
    obstacle = refusal_to_draw(tables, selection, lang)
    if obstacle is not None:
        return words_only(TITLE[lang], [obstacle], footer)
    name = name_of_indicator(tables, selection.indicators[0], lang)
    title = WORDS.say("trend_title", lang, name=name)
    held = cells(tables, selection, lang=lang)
    scope = scope_line(tables, selection, held, lang)
    absent = missing_line(held, lang, with_year=True)
    lines = _lines(held)
    warnings = _warnings(held, lines, lang)
    if not lines:
        sentence = WORDS.say("no_values", lang, N=reporting(held)[1], name=name)
        reasons = warnings or [sentence, elsewhere_line(tables, selection, lang)]
        return words_only(title, [scope, *reasons], footer, absent)
    found = caveats(tables, selection)
    axis = _value_axis(lines[:MOST_LINES])
    notes = [*absent, *_notes(lines, axis, told(found, MINOR, lang), lang)]
    frame = Frame(title, [scope, *warnings, *told(found, TOLD, lang)], notes, footer)
    known = [int(year) for year in held["year"].dropna()]
    return _figure(lines[:MOST_LINES], range(min(known), max(known) + 1), axis, frame, lang)


def _lines(held: pd.DataFrame) -> list[_Line]:
    """One line a place with at least one value of a known year, in the order of the cells."""
    by_place: dict[str, dict[int, Any]] = {}
    for cell in rows_of(held[(held["state"] == VALUE) & held["year"].notna()]):
        by_place.setdefault(cell.place, {})[int(cell.year)] = cell
    lines = []
    for place, by_year in by_place.items():
        years = tuple(range(min(by_year), max(by_year) + 1))
        lines.append(_Line(place, years, tuple(by_year.get(year) for year in years)))
    return lines


def _warnings(held: pd.DataFrame, lines: Sequence[_Line], lang: str) -> list[str]:
    """What a reader must know before reading the lines; of no lines, that their years are unknown."""
    sentences = []
    levels = with_report(held)["level"].drop_duplicates()
    if lines and len(levels) > 1:
        sentences.append(several_levels(levels, lang))
    single = sum(len(line.points) == 1 for line in lines)
    if single:
        sentences.append(WORDS.say("single_points", lang, n=single))
    if len(lines) > COLOURED:
        drawn = min(len(lines), MOST_LINES)
        sentences.append(WORDS.say("too_many_lines", lang, n=len(lines), drawn=drawn, shown=COLOURED))
    undated = int(((held["state"] == VALUE) & held["year"].isna()).sum())
    if undated:
        sentences.append(WORDS.say("undated", lang, n=undated))
    return sentences


def _notes(lines: Sequence[_Line], axis: tuple[float, float, str], minor: Sequence[str], lang: str) -> list[str]:
    sentences = []
    if any(line.is_broken for line in lines):
        sentences.append(WORDS.say("broken", lang))
    if any(cell.low < cell.high for line in lines for cell in line.points):
        sentences.append(WORDS.say("intervals", lang))
    if axis[0] > 0:
        sentences.append(WORDS.say("not_from_zero", lang))
    sentences += minor
    return [WORDS.say("notes", lang) + (" " if lang == "en" else "").join(sentences)] if sentences else []


def _value_axis(lines: Sequence[_Line]) -> tuple[float, float, str]:
    """The value axis from and to, and the unit: from zero unless all values lie far above it; a rate ends at 100."""
    points = [cell for line in lines for cell in line.points]
    unit = points[0].unit
    lowest = min(cell.value if math.isinf(cell.low) else cell.low for cell in points)
    highest = max(cell.value if math.isinf(cell.high) else cell.high for cell in points)
    spread = highest - lowest
    bottom = 0.0 if lowest <= highest / 2 else max(0.0, lowest - max(spread * 0.3, highest * 0.02))
    top = highest if highest > bottom else bottom + 1
    return bottom, top, unit


def _figure(lines: Sequence[_Line], years: range, axis: tuple[float, float, str], frame: Frame, lang: str) -> go.Figure:
    bottom, top, unit = axis
    ticks = axis_ticks(top, unit, lang, bottom=bottom)
    left = EDGE + 14 + round(max(width_of(text, LABEL_SIZE) for text in ticks["ticktext"]))
    right = LEGEND_WIDTH + 60
    pad = (top - bottom) * 0.08
    labelled = _labelled(lines, top - bottom, (TEXT_WIDTH - left - right) / len(years))
    # What is drawn first lies underneath: the grey lines before the coloured ones.
    order = [*range(COLOURED, len(lines)), *range(min(COLOURED, len(lines)))]
    traces = [_trace(lines, index, labelled, bottom + pad, lang) for index in order]
    figure = go.Figure(data=[*_intervals(lines), *traces, *_open_ends(lines, (top - bottom) * 0.05)])
    shown = [trace for trace in figure.data if trace.showlegend]
    rows = sum(trace.name.count("<br>") + 1 for trace in shown)
    figure.update_yaxes(range=[bottom - (pad if bottom else 0), top + pad], zeroline=not bottom, zerolinecolor=INK, **ticks)
    step = math.ceil(len(years) / 15)
    figure.update_xaxes(
        range=[years[0] - 0.5, years[-1] + 0.5],
        tickvals=list(years[::step]),
        ticktext=[str(year) for year in years[::step]],
        showgrid=False,
        zeroline=False,
        linecolor=RULE,
        showline=True,
    )
    figure.update_layout(
        legend={"x": 1.02, "y": 1, "xanchor": "left", "yanchor": "top", "font": {"size": LABEL_SIZE}, "itemsizing": "trace"}
    )
    height = max(PLOT_HEIGHT, LEGEND_ROW * rows + 20)
    return put_in_frame(figure, replace(frame, plot_height=height, left=left, right=right, below=30))


def _legend_name(lines: Sequence[_Line], index: int, lang: str) -> str:
    if index < COLOURED:
        return lines[index].place
    return WORDS.say("line_rest", lang, n=len(lines) - COLOURED)


def _trace(lines: Sequence[_Line], index: int, labelled: set[tuple[str, int]], floor: float, lang: str) -> go.Scatter:
    """One trace a place; a year without a value is a hole in it, never joined across. Nothing is written below `floor`."""
    line = lines[index]
    colour = SERIES[index] if index < COLOURED else GREY
    texts = ["" if cell is None or (line.place, int(cell.year)) not in labelled else escape(cell.text) for cell in line.cells]
    return go.Scatter(
        x=list(line.years),
        y=[None if cell is None else cell.value for cell in line.cells],
        mode="lines+markers+text",
        connectgaps=False,
        name=to_label(_legend_name(lines, index, lang), LEGEND_WIDTH, LABEL_SIZE),
        # The places in grey share one entry of the legend.
        showlegend=index <= COLOURED,
        legendrank=index,
        line={"color": colour, "width": 2},
        marker={"symbol": SYMBOLS[index % len(SYMBOLS)], "size": 9, "color": colour},
        text=texts,
        textposition=["top center" if cell is None else _beside(cell, floor) for cell in line.cells],
        textfont={"size": LABEL_SIZE, "color": INK},
        customdata=[None if cell is None else evidence_of(cell) for cell in line.cells],
        hovertext=["" if cell is None else hover_of(cell, lang) for cell in line.cells],
        hoverinfo="text",
        cliponaxis=False,
    )


def _beside(cell: Any, floor: float) -> str:
    """Where a point's label stands: above it; below it where a bar goes up; beside it where there is no room below."""
    if cell.high <= cell.value:
        return "top center"
    return "bottom center" if cell.low == cell.value > floor else "middle right"


def _intervals(lines: Sequence[_Line]) -> list[go.Scatter]:
    """Bars to the finite ends of the intervals, as a trace of their own: on an exact point even a bar of no length shows."""
    found = [cell for line in lines for cell in line.points if cell.low < cell.high]
    bars = {
        "type": "data",
        "symmetric": False,
        "array": [0.0 if math.isinf(cell.high) else cell.high - cell.value for cell in found],
        "arrayminus": [0.0 if math.isinf(cell.low) else cell.value - cell.low for cell in found],
        "color": MUTED,
        "thickness": 1.5,
        "width": 5,
    }
    x, y = [int(cell.year) for cell in found], [cell.value for cell in found]
    hidden = {"mode": "markers", "marker": {"opacity": 0}, "hoverinfo": "skip", "showlegend": False, "name": "intervals"}
    return [go.Scatter(x=x, y=y, error_y=bars, cliponaxis=False, **hidden)] if found else []


def _open_ends(lines: Sequence[_Line], offset: float) -> list[go.Scatter]:
    """An open triangle beyond each point whose interval has no limit on that side."""
    points = [cell for line in lines for cell in line.points]
    traces = []
    for symbol, sign, ends in (("triangle-up-open", 1, "high"), ("triangle-down-open", -1, "low")):
        found = [cell for cell in points if math.isinf(getattr(cell, ends))]
        if found:
            marker = {"symbol": symbol, "size": 11, "color": MUTED, "line": {"width": 2}}
            x, y = [int(cell.year) for cell in found], [cell.value + sign * offset for cell in found]
            traces.append(
                go.Scatter(x=x, y=y, mode="markers", marker=marker, hoverinfo="skip", showlegend=False, cliponaxis=False)
            )
    return traces


def _labelled(lines: Sequence[_Line], span: float, room: float) -> set[tuple[str, int]]:
    """The points with room for their value beside them, as (place, year)."""
    points = [(line.place, cell) for line in lines for cell in line.points]
    if len(points) > ALL_LABELLED or any(width_of(cell.text, LABEL_SIZE) > room for _, cell in points):
        return set()
    free = set()
    for place, cell in points:
        others = (other for _, other in points if other is not cell and other.year == cell.year)
        if all(abs(other.value - cell.value) > LABEL_GAP * span for other in others):
            free.add((place, int(cell.year)))
    return free
