"""Sentences and a box → those that fit into it, and the rest for a further slide: nothing is shrunk until it can't be read.

Widths are estimates, a Chinese character as wide as it is high and others half of that; a box is filled to less than its end, so
that another face of letters still fits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from charts import tokens
from exports.excel_text import display_width

FILLED = 0.94


def lines_needed(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a box so many points wide, in letters of a size."""
    return sum(max(1, math.ceil(display_width(line) * size / 2 / (width * FILLED))) for line in text.split("\n"))


def lines_held(height: float, size: float) -> int:
    """How many lines of a size a box holds."""
    return max(1, int(height / (size * tokens.LEADING)))


def fit(sentences: Sequence[str], width: float, height: float, size: float) -> tuple[list[str], list[str]]:
    """The first sentences that fit, and the others; one that fits in no box is cut into pieces that do."""
    room, shown = lines_held(height, size), list[str]()
    rest = list(sentences)
    while rest:
        needed = lines_needed(rest[0], width, size)
        if needed > lines_held(height, size):
            # Too long for any box: it goes on where the room ends.
            if room <= 0:
                break
            most = max(1, int(room * width * FILLED / size))
            shown.append(rest[0][:most])
            rest[0] = rest[0][most:]
            room = 0
        elif needed <= room:
            shown.append(rest.pop(0))
            room -= needed
        else:
            break
    return shown, rest
