"""Marks, axes and a layout as plain data → a plotly figure, put together at once.

Set one by one, plotly checks and copies every value of every mark: of a grid of five thousand cells that took a second and more.
Nothing is lost by leaving it out here: the tests have plotly check every kind of figure (tests/test_charts_widths.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import plotly.graph_objects as go

# Marks of one kind, in plotly's own words; names within names are written out (marker={"color": …}), none left as None.
Trace = dict[str, Any]


def bar_trace(**given: Any) -> Trace:
    """Marks of the kind "bar"."""
    return {"type": "bar", **given}


def scatter_trace(**given: Any) -> Trace:
    """Marks of the kind "scatter": points, lines, words."""
    return {"type": "scatter", **given}


class Fixed(list[Any]):
    """Values of marks that nobody changes: plotly copies what it is given, and again whatever it gives out, one by one."""

    def __deepcopy__(self, memo: object) -> Fixed:
        return self


class Drawn(go.Figure):
    """A figure whose traces nobody changes any more."""

    def to_dict(self) -> dict[str, Any]:
        """The figure as plain data, as it is sent and printed. Plotly itself copies every value first and then looks at each for
        arrays, of which there are none here: for a page that shows the same figure again that was half of its time."""
        return {"data": [dict(trace) for trace in self._data], "layout": dict(self._layout)}


class Labelled(Protocol):
    """A row of a figure: its middle on the upright axis, and its label in plotly's words."""

    @property
    def y(self) -> float: ...
    @property
    def label(self) -> str: ...


def rows_axis(reach: Sequence[float], rows: Iterable[Labelled], apart: int = 6) -> dict[str, Any]:
    """The upright axis of rows that stand one below another, named at their middles, `apart` pixels from the plot."""
    named = list(rows)
    return {
        "range": list(reach),
        "tickvals": [row.y for row in named],
        "ticktext": [row.label for row in named],
        "ticklabelstandoff": apart,
        "showgrid": False,
        "zeroline": False,
    }


@dataclass(slots=True)
class Plot:
    """A figure in the making: its traces in the order in which they are drawn, and its layout."""

    traces: list[Trace] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)

    def add(self, traces: Iterable[Trace]) -> None:
        """More traces, over those there are."""
        self.traces.extend(traces)

    def set_axes(self, x: dict[str, Any], y: dict[str, Any]) -> None:
        """The two axes of a plot that has but one of each."""
        self.layout.update(xaxis=x, yaxis=y)

    def figure(self) -> go.Figure:
        """The figure, unchecked; what is in it must not be changed afterwards."""
        return Drawn({"data": [_fixed(trace) for trace in self.traces], "layout": _fixed(self.layout)}, _validate=False)


def _fixed(held: Any) -> Any:
    """The same with its lists fixed, also those in what it holds."""
    if type(held) is dict:
        return {name: _fixed(part) for name, part in held.items()}
    return Fixed(held) if type(held) is list else held
