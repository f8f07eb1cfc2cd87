"""A row of values → a sparkline as SVG: points of exact values filled, others hollow, no line across a blank.

All rows of a column share one scale, which the reader is told, so that their heights can be compared.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from itertools import pairwise

from charts._colours import DARK, LIGHT

WIDTH, HEIGHT, RADIUS, EDGE = 120, 28, 2.6, 5


def sparkline(values: Sequence[tuple[float, bool] | None], low: float, high: float, *, dark: bool = False) -> str:
    """The address of a picture (data:image/svg+xml) of the values from left to right, each with whether it is exact; None is a
    blank. `low` and `high` are the values at the bottom and the top."""
    colour = (DARK if dark else LIGHT).bar
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    span = high - low
    points: list[tuple[float, float, bool] | None] = []
    for place, told in enumerate(values):
        share = 0.5 if told is None or span <= 0 else (told[0] - low) / span
        points.append(None if told is None else (EDGE + place * step, HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE), told[1]))
    drawn = []
    for before, after in pairwise(points):
        if before is not None and after is not None:
            drawn.append(f'<path d="M{before[0]:.1f} {before[1]:.1f}L{after[0]:.1f} {after[1]:.1f}" stroke="{colour}"/>')
    for point in points:
        if point is not None:
            filled = colour if point[2] else "none"
            drawn.append(f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="{RADIUS}" fill="{filled}" stroke="{colour}"/>')
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" fill="none">{"".join(drawn)}</svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
