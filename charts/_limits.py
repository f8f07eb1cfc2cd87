"""Sizes of bases and a pooled rate → the control limits as lines on a logarithmic axis, and that axis's round numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from charts._plot import Trace, scatter_trace
from charts._style import Sheet
from panel.funnel import Limits, limits_at

# At how many sizes the limits are worked out.
STEPS = 90
# The least pixels between two numbers of the axis.
APART = 40


def curves_of(ends: tuple[float, float], pooled: float | None) -> list[tuple[int, Limits]]:
    """The limits at whole sizes that lie evenly on the axis; none without a pooled rate."""
    if pooled is None:
        return []
    evenly = np.geomspace(max(1.0, ends[0]), ends[1], STEPS)
    return [(size, limits_at(size, pooled)) for size in sorted({max(1, round(size)) for size in evenly})]


def limit_lines(
    curves: Sequence[tuple[int, Limits]], pooled: float | None, ends: tuple[float, float], sheet: Sheet
) -> list[Trace]:
    """The limits, the inner ones dashed, and the pooled rate as a level line; nothing without a pooled rate."""
    common: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip"}
    sizes = [size for size, _ in curves]
    lines = [
        scatter_trace(
            x=sizes,
            y=[getattr(limits, of) for _, limits in curves],
            line={"color": sheet.colours.muted, "width": 1.5, "dash": "dash" if of.startswith("inner") else "solid"},
            name=of,
            **common,
        )
        for of in (Limits.__slots__ if curves else ())
    ]
    if pooled is not None:
        lines.append(
            scatter_trace(x=list(ends), y=[pooled] * 2, line={"color": sheet.colours.ink, "width": 1}, name="pooled", **common)
        )
    return lines


def round_sizes(ends: tuple[float, float], across: float) -> list[float]:
    """Round sizes between the ends, no more than stand apart."""
    every = [factor * 10.0**power for power in range(9) for factor in (1, 2, 5)]
    within = [size for size in every if ends[0] <= size <= ends[1]] or [float(round(math.sqrt(ends[0] * ends[1])))]
    tens = [size for size in within if math.log10(size).is_integer()]
    room = across / max(0.3, math.log10(ends[1] / ends[0])) * 0.3
    return within if room > APART or len(tens) < 2 else tens
