"""One indicator → a small panel a place, each with its line over the years, all on one value axis and one row of years.

Thirty lines in one plot cannot be told apart; thirty panels can be compared, because their axes are the same: counts from zero,
rates as in the trend. Everything else is the trend's: nothing is joined across a missing year, bounds are intervals, a break of
the definition is a dotted line. Each panel says of how many years there is a report, and how many of them give a value.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import values_alt
from charts._axis import axis_ticks
from charts._breaks import break_lines, break_notes, breaks_within, rename_notes, renames_within
from charts._cells import (
    level_name,
    told,
)
from charts._lines import (
    Line,
    Mark,
    dated_values,
    intervals_of,
    label_side,
    lines_of,
    notes_of,
    open_ends_of,
    trace_of,
    value_axis,
    warnings_of,
    years_axis,
)
from charts._opening import open_chart, say_nothing
from charts._parts import settled, split
from charts._plot import Plot, Trace
from charts._style import Frame, Sheet, put_in_frame
from charts._tables import years_table
from charts._text import lines_in, to_label, width_of
from charts._tokens import BOLD, EDGE, LABEL_SIZE, WIDTH
from charts._words import WORDS
from extract.catalog import Break
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import has_report
from panel.renames import Rename
from panel.selection import Selection, over_years

TITLE = {"zh": "各地小图", "en": "Small multiples"}
ORDER = 7
# The figures that it draws, as rows and columns.
table = years_table

TOLD = ("flows", "mixed_bases", "grade_C", "no_direction")
MINOR = ("bounds", "implied", "computed", "small_base", "scopes", "several_reports", "grade_B")
MOST_PANELS, MOST_COLUMNS = 60, 6
# Pixels of a panel's plot: the least width, the height, what the years below it take, and what lies between panels.
LEAST_PANEL, PLOT, YEARS, GAP = 130, 110, 24, 20
LINE = 18
# The most steps of the value axis of a panel.
STEPS = 3
# On a picture a plot may be so much higher than on a page.
HIGHEST = 2.5


@dataclass(frozen=True, slots=True)
class _Panel:
    """A place's line, and the plotly text above it."""

    line: Line
    head: str


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where panels stand: `width` pixels each in `columns`, their plots `plot` pixels high, and the pixels from the top at which
    each row's head begins."""

    columns: int
    width: float
    plot: float
    tops: tuple[float, ...]
    heads: tuple[float, ...]
    across: float
    total: float

    def place(self, index: int) -> tuple[list[float], list[float], float, float]:
        """Of a panel: its plot across and upwards, and its head's left and top edge, all as shares of the whole."""
        row, column = divmod(index, self.columns)
        left = column * (self.width + GAP) / self.across
        top = self.tops[row] + self.heads[row]
        ends = [1 - (top + self.plot) / self.total, 1 - top / self.total]
        return [left, min(1.0, left + self.width / self.across)], ends, left, 1 - self.tops[row] / self.total


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
    """The panels of the selection's one indicator, in the order of its places; words alone where there is nothing to draw.
    `made` is today if None."""
    selection = over_years(selection)
    opening = open_chart(
        tables,
        selection,
        TITLE,
        "multiples_title",
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
    lines = lines_of(dated, selection.places)
    warnings = warnings_of(held, dated, lang)
    if not lines:
        return opening.words_alone(warnings or say_nothing(tables, selection, opening, lang))
    if len(lines) > MOST_PANELS:
        warnings.append(WORDS.say("too_many_panels", lang, n=len(lines), shown=MOST_PANELS))
    drawn = lines[:MOST_PANELS]
    found = caveats(tables, selection)
    axis = value_axis(drawn, most=STEPS, from_zero=tables.catalog.indicators[selection.indicators[0]].unit != "%")
    known = [int(year) for year in held["year"].dropna()]
    years = range(min(known), max(known) + 1)
    breaks = breaks_within(tables, selection, years)
    subtitle = [opening.scope, WORDS.say("multiples_reading", lang), *warnings, *told(found, TOLD, lang)]
    renames = renames_within(tables, [line.place for line in drawn], years)
    notes = [*opening.absent, *break_notes(breaks, lang), *rename_notes(renames, lang)]
    notes += notes_of(drawn, axis, told(found, MINOR, lang), lang)
    count = [WORDS.say("alt.lines", lang, n=len(lines))]
    alt = values_alt("multiples", opening.title, opening.scope, held, lang, with_year=True, more=count)
    frame = Frame(opening.title, subtitle, notes, opening.footer, sheet=sheet, alt=alt)
    return _figure(drawn, held, years, axis, [*breaks, *renames], frame, lang)


def _figure(
    lines: Sequence[Line],
    held: pd.DataFrame,
    years: range,
    axis: tuple[float, float, str],
    breaks: Sequence[Break | Rename],
    frame: Frame,
    lang: str,
) -> go.Figure:
    sheet = frame.sheet
    bottom, top, unit = axis
    pad = (top - bottom) * 0.2
    ticks = axis_ticks(top, unit, lang, bottom=bottom, most=STEPS)
    left = EDGE + 12 + round(max(width_of(text, LABEL_SIZE) for text in ticks["ticktext"]))
    across = sheet.width - left - EDGE
    columns = _columns(len(lines), across)
    wide = (across - GAP * (columns - 1)) / columns
    panels = [_Panel(line, head) for line, head in zip(lines, _heads(lines, held, wide, lang), strict=True)]
    panels, grid, frame = _fitted(panels, columns, wide, across, frame, lang)
    upright = {"range": [bottom, top + pad], "zeroline": not bottom, "fixedrange": True, **ticks}
    level = years_axis(years, round(wide), sheet)
    layout: dict[str, Any] = {"showlegend": False, "shapes": []}
    traces: list[Trace] = []
    labels: list[dict[str, object]] = []
    for index, panel in enumerate(panels):
        number = "" if index == 0 else str(index + 1)
        x, y, at, above = grid.place(index)
        for trace in _marks(panel.line, years, wide, (bottom, top, pad), sheet, lang):
            traces.append({**trace, "xaxis": f"x{number}", "yaxis": f"y{number}"})
        layout[f"xaxis{number}"] = {"domain": x, "anchor": f"y{number}", **level}
        layout[f"yaxis{number}"] = {"domain": y, "anchor": f"x{number}", "showticklabels": index % columns == 0, **upright}
        own = [mark for mark in breaks if not isinstance(mark, Rename) or mark.place == panel.line.place]
        layout["shapes"] += break_lines(own, sheet, number)
        place = {"xref": "paper", "yref": "paper", "x": at, "y": above, "xanchor": "left", "yanchor": "top", "align": "left"}
        font = {"size": LABEL_SIZE, "color": sheet.colours.ink}
        labels.append({"text": panel.head, "showarrow": False, "font": font, "borderpad": 0, **place})
    return put_in_frame(Plot(traces, layout), replace(frame, plot_height=round(grid.total), left=left, labels=labels))


def _marks(line: Line, years: range, wide: float, span: tuple[float, float, float], sheet: Sheet, lang: str) -> list[Trace]:
    """What stands in a panel; `span` is the value axis from and to, and what is free above it."""
    bottom, top, pad = span
    floor = bottom + pad
    trace = trace_of([line], 0, line.place, _labelled(line, years, wide, floor), sheet, lang)
    return [*intervals_of([line], sheet), trace, *open_ends_of([line], (top - bottom) * 0.12, sheet)]


def _columns(count: int, across: float) -> int:
    """As many columns as the width has room for, and no more than fill the last row as well as can be."""
    most = max(1, min(MOST_COLUMNS, count, int((across + GAP) // (LEAST_PANEL + GAP))))
    return math.ceil(count / math.ceil(count / most))


def _fitted(
    panels: list[_Panel], columns: int, wide: float, across: float, frame: Frame, lang: str
) -> tuple[list[_Panel], _Grid, Frame]:
    """The panels of the part that the sheet asks for: all on a page; on a sheet with a height as many rows as it has room for,
    their plots so much higher as there is room left."""
    grid = _grid(panels, columns, wide, across)
    if frame.sheet.height is None:
        return panels, grid, frame
    rows = [panels[at : at + columns] for at in range(0, len(panels), columns)]
    heights = [last - first for first, last in pairwise([*grid.tops, grid.total])]
    found = split(heights, frame, lang, counts=[len(row) for row in rows])
    shown = [panel for at in found.rows for panel in rows[at]]
    most = max(1, round(found.fullest / (grid.total / len(rows))))
    free = (settled(found.frame, lang).plot_height - found.fullest) / most
    return shown, _grid(shown, columns, wide, across, PLOT + max(-PLOT / 2, min(free, PLOT * (HIGHEST - 1)))), found.frame


def _grid(panels: Sequence[_Panel], columns: int, wide: float, across: float, plot: float = PLOT) -> _Grid:
    rows = [panels[at : at + columns] for at in range(0, len(panels), columns)]
    heads = [LINE * lines_in(panel.head for panel in row) + 8.0 for row in rows]
    tops = [0.0, *accumulate(head + plot + YEARS + GAP / 2 for head in heads)]
    return _Grid(columns, wide, plot, tuple(tops[:-1]), tuple(heads), across, tops[-1])


def _heads(lines: Sequence[Line], held: pd.DataFrame, wide: float, lang: str) -> list[str]:
    """Over each panel the place's whole name, its level where there are several, and n/N years."""
    reports = held[has_report(held)]
    of_years: dict[Any, int] = reports[reports["year"].notna()].groupby("place")["year"].nunique().to_dict()
    several = reports["level"].nunique(dropna=False) > 1
    heads = []
    for line in lines:
        count = WORDS.say("multiples_head", lang, n=len(line.points), N=of_years[line.place])
        if several:
            count = WORDS.say("multiples_level", lang, level=level_name(line.points[-1].level, lang), years=count)
        named = to_label(line.place, wide / BOLD, LABEL_SIZE)
        heads.append(f"<b>{named}</b><br>{to_label(count, wide, LABEL_SIZE)}")
    return heads


def _labelled(line: Line, years: range, wide: float, floor: float) -> dict[Mark, str]:
    """The points that carry their value: the last, and the first where both have room beside each other. None whose value
    could stand only on the line itself or outside the panel."""
    first, last = line.points[0], line.points[-1]
    apart = (int(last.year) - int(first.year)) * wide / len(years)
    chosen = [len(line.cells) - 1]
    if apart > (width_of(first.text, LABEL_SIZE) + width_of(last.text, LABEL_SIZE)) / 2 + 4:
        chosen.append(0)
    sides = {(line.place, line.years[at]): label_side(line, at, floor) for at in chosen}
    return {point: side for point, side in sides.items() if side != "middle right"}
