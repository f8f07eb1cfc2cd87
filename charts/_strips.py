"""The strips of a distribution → where their marks, medians and quartiles are drawn, so that no mark hides another."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from charts._cells import evidence_of, hover_of
from charts._plot import Trace, bar_trace, scatter_trace
from charts._style import Sheet
from charts._text import lines_in
from charts._tokens import LEADING, NOTE_SIZE
from panel.compare import VALUE
from panel.distribution import Strip
from panel.quantiles import Range

# Marks of one strip; more are thinned out.
MOST_MARKS = 120
HEAD, PAD, LABEL_LINE = 26, 8, 18
# Pixels of a lane of marks, fewer where there are many lanes, and what a strip's lanes take together where there is a choice.
LANE, LEAST_LANE, LANES = 12, 5, 150
# Pixels of a stroke, what is left free on either side of a mark and between two lanes; plotly's strokes exceed their size.
STROKE, SPACE, APART, STROKE_LENGTH = 2, 2, 2, 1.4
# How much of the axis an end without a limit is drawn beyond what is sure, and the pixels of its arrow.
OPEN_END, ARROW = 0.05, 9


@dataclass(frozen=True, slots=True)
class Row:
    """A strip with its words broken into lines, or a heading, which has none: `y` is its middle and `height` what it
    takes in pixels, its lanes from `lanes_at` on; `marks` are (cell, middle of its lane)."""

    label: str
    y: float
    height: float
    strip: Strip | None = None
    words: str = ""
    lanes_at: float = 0.0
    lane: float = LANE
    marks: tuple[tuple[Any, float], ...] = ()

    @property
    def top(self) -> float:
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from `bottom` to `top` on `across` pixels."""

    bottom: float
    top: float
    across: float

    @property
    def pad(self) -> float:
        return (self.top - self.bottom) * 0.03

    @property
    def range(self) -> tuple[float, float]:
        return self.bottom - (self.pad if self.bottom else 0), self.top + self.pad

    def pixels(self, value: float) -> float:
        first, last = self.range
        return (value - first) / (last - first) * self.across

    def drawn(self, cell: Any) -> Range:
        """From where to where a cell's mark is drawn: a little beyond the value where there is no limit."""
        beyond = (self.top - self.bottom) * OPEN_END
        low = cell.value - beyond if math.isinf(cell.low) else cell.low
        return low, cell.value + beyond if math.isinf(cell.high) else cell.high


def stack(
    strips: Sequence[Strip],
    labels: Sequence[str],
    axis: Axis,
    words_of: Callable[[Strip, int], str],
    heading: Callable[[Any], str],
) -> list[Row]:
    """The strips from top to bottom, each as high as its lanes and words need; a heading for each level where there are several
    and several years too. `words_of` says what stands above so many marks of a strip."""
    headings = len({strip.level for strip in strips}) > 1 and len({strip.year for strip in strips}) > 1
    rows: list[Row] = []
    y = 0.0
    for at, (strip, label) in enumerate(zip(strips, labels, strict=True)):
        if headings and (at == 0 or strip.level != strips[at - 1].level):
            rows.append(Row(heading(strip.level), y + HEAD / 2, HEAD))
            y += HEAD
        marks = _thinned(strip.cells)
        lanes = lanes_of([_extent(cell, axis) for cell in marks])
        count = max(lanes, default=-1) + 1
        lane = max(LEAST_LANE, min(LANE, LANES // max(count, 1)))
        words = words_of(strip, len(marks))
        lanes_at = y + PAD + round(NOTE_SIZE * LEADING) * lines_in([words])
        bottom = max(lanes_at + lane * count, y + LABEL_LINE * lines_in([label])) + PAD
        # The lowest lane lies at the bottom, the others are heaped on it.
        middles = tuple((cell, bottom - PAD - lane * (at + 0.5)) for cell, at in zip(marks, lanes, strict=True))
        rows.append(Row(label, (y + bottom) / 2, bottom - y, strip, words, lanes_at, lane, middles))
        y = bottom
    return rows


def _thinned(found: Sequence[Any]) -> Sequence[Any]:
    """At most MOST_MARKS of the values, evenly in the order of size, the smallest and the largest among them."""
    if len(found) <= MOST_MARKS:
        return found
    return [found[round(place * (len(found) - 1) / (MOST_MARKS - 1))] for place in range(MOST_MARKS)]


def _extent(cell: Any, axis: Axis) -> Range:
    low, high = axis.drawn(cell)
    arrows = [ARROW if math.isinf(end) else SPACE for end in (cell.low, cell.high)]
    return axis.pixels(low) - arrows[0], axis.pixels(high) + arrows[1]


def lanes_of(extents: Sequence[Range]) -> list[int]:
    """For each of these spans of pixels the lowest lane on which it touches none of those before it in order."""
    ends: list[float] = []
    lanes = [0] * len(extents)
    for place in sorted(range(len(extents)), key=lambda one: (extents[one], one)):
        first, last = extents[place]
        lane = next((at for at, end in enumerate(ends) if end <= first), len(ends))
        ends[lane : lane + 1] = [last]
        lanes[place] = lane
    return lanes


def marks_of(rows: Sequence[Row], axis: Axis, sheet: Sheet, lang: str) -> list[Trace]:
    """Strokes at the exact values, bars over the intervals of the others, an open triangle at each end without a limit."""
    marks = [(cell, y, row.lane) for row in rows for cell, y in row.marks]
    exact = [mark for mark in marks if mark[0].low == mark[0].high]
    others = [mark for mark in marks if mark[0].low < mark[0].high]
    spans = [axis.drawn(cell) for cell, _, _ in others]
    colour = sheet.colours.bar

    def common(found: Sequence[tuple[Any, float, float]]) -> dict[str, Any]:
        return {
            "y": [y for _, y, _ in found],
            "customdata": [evidence_of(cell) for cell, _, _ in found],
            "hovertext": [hover_of(cell, lang, sheet) for cell, _, _ in found],
            "hoverinfo": "text",
        }

    spanned = bar_trace(
        base=[low for low, _ in spans],
        x=[high - low for low, high in spans],
        width=[max(3, lane * 0.45) for _, _, lane in others],
        orientation="h",
        marker={"color": colour},
        name="intervals",
        **common(others),
    )
    sizes = [(lane - APART) / STROKE_LENGTH for _, _, lane in exact]
    # Marks of several sizes are see-through unless told otherwise.
    stroke = {"symbol": "line-ns", "size": sizes, "opacity": 1, "line": {"width": STROKE, "color": colour}}
    values = [cell.value for cell, _, _ in exact]
    traces = [spanned, scatter_trace(x=values, mode="markers", marker=stroke, name="exact", cliponaxis=False, **common(exact))]
    for end, symbol in (("low", "triangle-left-open"), ("high", "triangle-right-open")):
        ended = [mark for mark in others if math.isinf(getattr(mark[0], end))]
        if ended:
            open_ended = scatter_trace(
                x=[axis.drawn(cell)[end == "high"] for cell, _, _ in ended],
                y=[y for _, y, _ in ended],
                mode="markers",
                marker={"symbol": symbol, "size": ARROW, "color": colour, "line": {"width": STROKE}},
                hoverinfo="skip",
                name=f"open {end}",
                cliponaxis=False,
            )
            traces.append(open_ended)
    return traces


def middle_of(row: Row, axis: Axis, sheet: Sheet) -> list[dict[str, Any]]:
    """A strip's middle half, lighter as far as its quartiles are open, its median as a stroke or, where it is open, as a
    frame; nothing of those that it has none of."""
    strip, colours = row.strip, sheet.colours
    if strip is None:
        return []
    first, last = axis.range

    def across(low: float, high: float) -> dict[str, Any]:
        place = {"x0": max(low, first), "x1": min(high, last), "y0": row.lanes_at, "y1": row.bottom - PAD / 2}
        return {"type": "rect", "line": {"width": 0}, "layer": "below", **place}

    found = []
    if strip.quartiles:
        (lower_low, lower_high), (upper_low, upper_high) = strip.quartiles
        shade = {"fillcolor": colours.cells[VALUE][0]}
        if lower_low < lower_high:
            found.append({**across(lower_low, lower_high), **shade, "opacity": 0.45})
        found.append({**across(lower_high, max(lower_high, upper_low)), **shade})
        if upper_low < upper_high:
            found.append({**across(max(lower_high, upper_low), upper_high), **shade, "opacity": 0.45})
    if strip.median:
        low, high = strip.median
        if low < high:
            found.append({**across(low, high), "line": {"width": 1.5, "color": colours.ink, "dash": "dot"}})
        else:
            found.append({**across(low, low), "line": {"width": 3, "color": colours.ink}})
    return found
