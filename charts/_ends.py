"""Points at the ends of lines, and words for them → labels beside the plot, none on another, with thin lines to those moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts._spread import spread
from charts._style import Sheet
from charts._text import lines_in
from charts._tokens import LABEL_SIZE

# Pixels of a label's line, and between a label and the next.
LINE, APART = 18, 4
# A label that was moved by no more pixels needs no line to its point.
NEAR = 3


@dataclass(frozen=True, slots=True)
class End:
    """The label at one end of a line: plotly text, where its point stands, and where its middle stands, in values."""

    text: str
    point: float
    at: float


def height_of(text: str) -> int:
    """Pixels of a label, with what lies between it and the next."""
    return LINE * lines_in([text]) + APART


def ends_of(
    texts: Sequence[str], points: Sequence[float], ties: Sequence[float], reach: tuple[float, float], height: int
) -> list[End]:
    """The labels of one side spread out over an axis from and to `reach` that is `height` pixels high; of equal points the one
    of the greater tie stands above."""
    unit = (reach[1] - reach[0]) / height
    order = sorted(range(len(points)), key=lambda at: (-points[at], -ties[at]))
    wanted = [(reach[1] - points[at]) / unit for at in order]
    middles = spread(wanted, [height_of(texts[at]) for at in order], height)
    placed = dict(zip(order, middles, strict=True))
    return [
        End(text, float(point), reach[1] - placed[at] * unit) for at, (text, point) in enumerate(zip(texts, points, strict=True))
    ]


def leads_of(
    ends: Sequence[End], starts: Sequence[float], x: float, edge: float, reach: tuple[float, float], height: int, sheet: Sheet
) -> list[dict[str, Any]]:
    """A thin line from each point to the `edge` of the plot where its label stands, if the label was moved or the line ends
    before `x`, the last place of a point: dotted then, since nothing is said of the years between."""
    moved = NEAR * (reach[1] - reach[0]) / height
    stroke = {"color": sheet.colours.grey, "width": 1}
    return [
        {
            "type": "line",
            "x0": start,
            "x1": edge,
            "y0": end.point,
            "y1": end.at,
            "line": stroke if start == x else {**stroke, "dash": "dot"},
            "layer": "below",
        }
        for end, start in zip(ends, starts, strict=True)
        if abs(end.at - end.point) > moved or start != x
    ]


def right_of(end: End, colour: str) -> dict[str, object]:
    """A label right of the plot as an annotation."""
    place = {"x": 1, "xref": "paper", "y": end.at, "xanchor": "left", "xshift": 4, "align": "left", "showarrow": False}
    return {"text": end.text, "font": {"size": LABEL_SIZE, "color": colour}, **place}
