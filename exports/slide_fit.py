"""Sentences and a box → those that fit into it, and the rest for a further slide: nothing is shrunk until it can't be read.

Widths are estimates, a Chinese character as wide as it is high and others somewhat more than half of that, so that another face
of letters still fits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from charts import tokens
from exports.excel_text import display_width

# How wide a letter that is not Chinese is, of its height; and how much wider bold ones are.
LATIN = 0.58


def lines_needed(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a box so many points wide, in letters of a size."""
    return sum(max(1, math.ceil(_width(line) * size * (tokens.BOLD if bold else 1) / width)) for line in text.split("\n"))


def _width(line: str) -> float:
    """How many Chinese characters a line is as wide as."""
    wide = display_width(line) - len(line)
    return wide + LATIN * (len(line) - wide)


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
            most = max(1, int(room * width / size))
            shown.append(rest[0][:most])
            rest[0] = rest[0][most:]
            room = 0
        elif needed <= room:
            shown.append(rest.pop(0))
            room -= needed
        else:
            break
    return shown, rest


def fit_joined(sentences: Sequence[str], joint: str, width: float, height: float, size: float) -> tuple[str, list[str]]:
    """The first sentences that fit as one paragraph, at least one of them, and the others."""
    told = ""
    for at, sentence in enumerate(sentences):
        longer = f"{told}{joint}{sentence}" if told else sentence
        if told and lines_needed(longer, width, size) > lines_held(height, size):
            return told, list(sentences[at:])
        told = longer
    return told, []
