"""Where everything stands on a slide of 960 × 540 points, and in which size of letters: those of the charts' own sheets."""

from __future__ import annotations

from dataclasses import dataclass

from charts import tokens

WIDTH, HEIGHT = 960.0, 540.0  # points: 13⅓ × 7½ inches, 16:9
_EDGE = 36.0
_ACROSS = WIDTH - 2 * _EDGE


@dataclass(frozen=True, slots=True)
class Box:
    """A box in points from the top left corner, and the size of the letters in it."""

    left: float
    top: float
    width: float
    height: float
    size: float


TITLE = Box(_EDGE, 18, _ACROSS, 44, tokens.HEADING_SIZES[0])
# The sizes of a title that is longer than its box.
TITLE_SMALLER = tokens.HEADING_SIZES[1:3]
ABOVE = Box(_EDGE, 62, _ACROSS, 40, tokens.SUBTITLE_SIZE)
CHART = Box(_EDGE, 102, _ACROSS, 276, tokens.LABEL_SIZE)
NOTES = Box(_EDGE, 380, _ACROSS, 118, tokens.NOTE_SIZE)
SOURCE = Box(_EDGE, 500, _ACROSS, 34, tokens.NOTE_SIZE)
# Of a slide of words, and of the first.
WORDS_BOX = Box(_EDGE, 84, _ACROSS, 400, tokens.STAGE_SIZES[2])
FIRST_TITLE = Box(64, 84, WIDTH - 128, 114, tokens.STAGE_SIZES[0])
FIRST_LINES = Box(64, 208, WIDTH - 128, 260, tokens.STAGE_SIZES[1])
