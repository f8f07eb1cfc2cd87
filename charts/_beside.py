"""Texts wanted beside marks → those for which there is room, as annotations: none lies on another, none leaves the plot.

What finds no room is left out, so that whoever asks must say it elsewhere too: in the notes, and in the label that opens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charts._style import Sheet
from charts._text import escape, width_of
from charts._tokens import NOTE_SIZE

# Pixels from a mark's middle to the middle of the text above or below it, and between two texts.
AWAY, APART = 15, 15


@dataclass(frozen=True, slots=True)
class Beside:
    """A text to stand above or below a mark that is at `x`, `y` pixels from the plot's top left; `value` is where its middle
    is on the value axis."""

    text: str
    x: float
    y: float
    value: float
    above: bool


def labels_beside(wanted: Iterable[Beside], across: float, sheet: Sheet) -> list[dict[str, object]]:
    """The texts for which there is room on a plot `across` pixels wide, the first first, as annotations."""
    taken: list[tuple[float, float, float]] = []
    labels: list[dict[str, object]] = []
    for one in wanted:
        wide = width_of(one.text, NOTE_SIZE)
        start = min(max(one.x - wide / 2, 0.0), across - wide)
        y = one.y - AWAY if one.above else one.y + AWAY
        if start < 0 or any(abs(y - other) < APART and start < right and left < start + wide for left, right, other in taken):
            continue
        taken.append((start, start + wide, y))
        place = {"x": start / across, "xref": "paper", "xanchor": "left", "y": one.value, "yshift": AWAY if one.above else -AWAY}
        font = {"size": NOTE_SIZE, "color": sheet.colours.ink}
        labels.append({"text": escape(one.text), "showarrow": False, "font": font, "borderpad": 0, **place})
    return labels
