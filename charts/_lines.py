"""The values of places over the years → the marks of the trend: lines, points with their labels, bars and open ends."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from charts._axis import tick_below
from charts._cells import evidence_of, hover_of, several_levels
from charts._plot import Trace, scatter_trace
from charts._style import Sheet
from charts._text import escape, width_of
from charts._tokens import LABEL_SIZE, SYMBOLS
from charts._words import WORDS
from panel.compare import has_report, has_value
from panel.schema import rows_of

# More lines than this cannot be told apart: the rest is drawn in grey.
COLOURED = len(SYMBOLS)
# What a label takes of a plot's height, with its point.
LABEL_HEIGHT = 24
# The lowest figure stands at least this share of what is drawn above the beginning of an axis that doesn't begin at zero: the
# room of a label. An axis of one value alone is as long as this share of it.
LEAST_BELOW, LEAST_SPREAD = 0.09, 0.02
ALL_LABELLED = 24
# What a year takes of its axis.
YEAR_WIDTH = 44


# A point: its place and its year.
Mark = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Line:
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


def dated_values(held: pd.DataFrame) -> pd.DataFrame:
    """The cells that lines are made of: those with a value of a known year."""
    return held.take(np.flatnonzero(has_value(held) & held["year"].notna().to_numpy(dtype=bool)))


def lines_of(dated: pd.DataFrame, places: Sequence[str] = (), most: int | None = None) -> list[Line]:
    """One line a place with at least one of these values, in the order of `places`, then in that of the cells; those of the
    first `most` places alone, of all where it is None."""
    order = {place: at for at, place in enumerate(places)}
    drawn = sorted(dated["place"].drop_duplicates().tolist(), key=lambda place: order.get(place, len(order)))[:most]
    if most is not None:
        dated = dated[dated["place"].isin(drawn)]
    by_place: dict[str, dict[int, Any]] = {place: {} for place in drawn}
    for cell in rows_of(dated):
        by_place[cell.place][int(cell.year)] = cell
    lines = []
    for place, by_year in by_place.items():
        years = tuple(range(min(by_year), max(by_year) + 1))
        lines.append(Line(place, years, tuple(by_year.get(year) for year in years)))
    return lines


def trace_of(
    lines: Sequence[Line],
    index: int,
    name: str,
    labelled: Mapping[Mark, str],
    sheet: Sheet,
    lang: str,
    *,
    coloured: int = COLOURED,
) -> Trace:
    """One trace a place; a year without a value is a hole in it, never joined across. `labelled` are the points that carry their
    value, with the side on which it stands; the first `coloured` lines have a colour each, the rest is grey and fine."""
    line = lines[index]
    colours = sheet.colours
    is_coloured = index < coloured
    colour = colours.series[index] if is_coloured else colours.grey
    sides = [labelled.get((line.place, year)) for year in line.years]
    return scatter_trace(
        x=list(line.years),
        y=[None if cell is None else cell.value for cell in line.cells],
        mode="lines+markers+text",
        connectgaps=False,
        name=name,
        # The places in grey share one entry of the legend.
        showlegend=index <= coloured,
        legendrank=index,
        line={"color": colour, "width": 2 if is_coloured else 1.5},
        marker={"symbol": SYMBOLS[index % len(SYMBOLS)], "size": 9 if is_coloured else 6, "color": colour},
        text=["" if cell is None or side is None else escape(cell.text) for cell, side in zip(line.cells, sides, strict=True)],
        textposition=[side or "top center" for side in sides],
        textfont={"size": LABEL_SIZE, "color": colours.ink},
        customdata=[None if cell is None else evidence_of(cell) for cell in line.cells],
        hovertext=["" if cell is None else hover_of(cell, lang, sheet) for cell in line.cells],
        hoverinfo="text",
        cliponaxis=False,
    )


def label_side(line: Line, at: int, floor: float, *, is_free_below: bool = True) -> str:
    """Where the label of a line's point stands: above it; below it where a bar or the line itself goes up from it; beside a bar
    where there is no room below, between it and what else is there or above `floor`."""
    cell = line.cells[at]
    has_room = is_free_below and cell.low == cell.value >= floor
    if cell.high > cell.value:
        return "bottom center" if has_room else "middle right"
    beside = [line.cells[other] for other in (at - 1, at + 1) if 0 <= other < len(line.cells)]
    rises = [other.value > cell.value for other in beside if other is not None]
    return "bottom center" if has_room and rises and all(rises) else "top center"


def intervals_of(lines: Sequence[Line], sheet: Sheet) -> list[Trace]:
    """Bars to the finite ends of the lines' intervals."""
    found = [cell for line in lines for cell in line.points if cell.low < cell.high]
    return bars_of(found, [int(cell.year) for cell in found], sheet)


def bars_of(found: Sequence[Any], x: Sequence[float], sheet: Sheet) -> list[Trace]:
    """Bars to the finite ends of the intervals of cells that stand at `x`, as a trace of their own: on an exact point even a bar
    of no length shows."""
    bars = {
        "type": "data",
        "symmetric": False,
        "array": [0.0 if math.isinf(cell.high) else cell.high - cell.value for cell in found],
        "arrayminus": [0.0 if math.isinf(cell.low) else cell.value - cell.low for cell in found],
        "color": sheet.colours.muted,
        "thickness": 1.5,
        "width": 5,
    }
    hidden = {"mode": "markers", "marker": {"opacity": 0}, "hoverinfo": "skip", "showlegend": False, "name": "intervals"}
    y = [cell.value for cell in found]
    return [scatter_trace(x=list(x), y=y, error_y=bars, cliponaxis=False, **hidden)] if found else []


def open_ends_of(lines: Sequence[Line], offset: float, sheet: Sheet) -> list[Trace]:
    """An open triangle beyond each point whose interval has no limit on that side."""
    points = [cell for line in lines for cell in line.points]
    traces = []
    for symbol, sign, ends in (("triangle-up-open", 1, "high"), ("triangle-down-open", -1, "low")):
        found = [cell for cell in points if math.isinf(getattr(cell, ends))]
        if found:
            marker = {"symbol": symbol, "size": 11, "color": sheet.colours.muted, "line": {"width": 2}}
            x, y = [int(cell.year) for cell in found], [cell.value + sign * offset for cell in found]
            traces.append(
                scatter_trace(x=x, y=y, mode="markers", marker=marker, hoverinfo="skip", showlegend=False, cliponaxis=False)
            )
    return traces


def labelled_points(lines: Sequence[Line], high: float, room: float, floor: float) -> dict[Mark, str]:
    """The points with room for their value, each with the side on which it stands; none below `floor`. `high` is what the height
    of a label is on the value axis, `room` the pixels of a year."""
    points = [cell for line in lines for cell in line.points]
    if len(points) > ALL_LABELLED or any(width_of(cell.text, LABEL_SIZE) > room for cell in points):
        return {}
    sides = {}
    for line in lines:
        for at, (year, cell) in enumerate(zip(line.years, line.cells, strict=True)):
            if cell is None:
                continue
            apart = [cell.value - other.value for other in points if other is not cell and other.year == cell.year]
            if all(abs(gap) > high for gap in apart):
                # Two labels may stand between two points.
                is_free = not any(0 < gap <= 2 * high for gap in apart)
                sides[line.place, year] = label_side(line, at, floor, is_free_below=is_free)
    return sides


def warnings_of(held: pd.DataFrame, dated: pd.DataFrame, lang: str) -> list[str]:
    """What a reader must know of the cells and of those with a value of a known year: several levels, places of one year,
    reports of an unknown one."""
    sentences = []
    levels = held["level"][has_report(held)].drop_duplicates()
    if len(dated) and len(levels) > 1:
        sentences.append(several_levels(levels, lang))
    single = _of_one_year(dated)
    if single:
        sentences.append(WORDS.say("single_points", lang, n=single))
    undated = int(has_value(held).sum()) - len(dated)
    if undated:
        sentences.append(WORDS.say("undated", lang, n=undated))
    return sentences


def _of_one_year(dated: pd.DataFrame) -> int:
    """How many places have values of one year alone."""
    place, years = pd.factorize(dated["place"])[0], dated["year"].to_numpy(dtype="int64")
    first, last = np.full(len(dated), np.iinfo(np.int64).max), np.full(len(dated), -1)
    np.minimum.at(first, place, years)
    np.maximum.at(last, place, years)
    return int((first == last).sum())


def notes_of(lines: Sequence[Line], axis: tuple[float, float, str], minor: Sequence[str], lang: str) -> list[str]:
    """The notes below the lines as one text: what their breaks, bars and axis mean, and the minor caveats."""
    sentences = []
    if any(line.is_broken for line in lines):
        sentences.append(WORDS.say("broken", lang))
    if any(cell.low < cell.high for line in lines for cell in line.points):
        sentences.append(WORDS.say("intervals", lang))
    if axis[0] > 0:
        sentences.append(WORDS.say("not_from_zero", lang))
    sentences += minor
    return [WORDS.say("notes", lang) + (" " if lang == "en" else "").join(sentences)] if sentences else []


def value_axis(lines: Sequence[Line], *, most: int, from_zero: bool = False) -> tuple[float, float, str]:
    """The value axis from and to, and the unit: from zero where asked for, or unless all values lie far above it, else from a
    tick of at most `most` steps not far below all that is drawn; a rate ends at 100."""
    points = [cell for line in lines for cell in line.points]
    unit = points[0].unit
    lowest = min(cell.value if math.isinf(cell.low) else cell.low for cell in points)
    highest = max(cell.value if math.isinf(cell.high) else cell.high for cell in points)
    if from_zero or lowest <= highest / 2:
        return 0.0, highest if highest > 0 else 1.0, unit
    below = max(LEAST_BELOW * (highest - lowest), LEAST_SPREAD * highest - (highest - lowest))
    return tick_below(lowest - below, highest, unit, most=most), highest, unit


def years_axis(years: range, across: int, sheet: Sheet) -> dict[str, Any]:
    """The axis of whole years on `across` pixels as axis settings, no more of them named than stand apart."""
    step = math.ceil(len(years) / max(2, min(15, across // YEAR_WIDTH)))
    # Half a year at each end, and half a label.
    pad = max(0.5, YEAR_WIDTH / 2 * len(years) / across)
    return {
        "range": [years[0] - pad, years[-1] + pad],
        "tickvals": list(years[::step]),
        "ticktext": [str(year) for year in years[::step]],
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": sheet.colours.rule,
    }
