"""The words of a table → how wide its columns are, and how high it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from exports.excel_text import display_width
from views._screen import Screen

ROW_HEIGHT = 35
MOST_ROWS = 14
# Pixels of half a Chinese character and of what lies around the words of a cell; no column is wider unasked.
LETTER, PADDING, MOST_WIDE = 7.5, 22, 280
# Pixels of a column of sentences, of the least that still shows some of one, and of the box in front of each row.
SENTENCE, LEAST_SENTENCE, BOX = 400, 160, 32


def column_width(head: str, texts: Iterable[object], most: int = MOST_WIDE) -> int:
    """Pixels that hold the head and the longest text of a column, `most` at most. Left to itself the grid looks at a few rows and
    cuts the longer names of places."""
    longest = max((display_width(text) for text in {str(text) for text in texts}), default=0)
    return round(min(most, max(longest, display_width(head)) * LETTER + PADDING))


def pinned_width(screen: Screen) -> int:
    """The most pixels of a column that stays in sight: on a phone something is to be seen beside it."""
    return min(MOST_WIDE, screen.width // 2)


def make_way(widths: dict[str, int], wide: Collection[str], in_sight: str, room: int) -> dict[str, int]:
    """The same widths by columns, in their order, but for the `wide` ones that hold sentences: these give way, down to
    LEAST_SENTENCE, until the table shows the column that is to be `in_sight` within its `room` before it is moved."""
    before = list(widths)[: list(widths).index(in_sight) + 1]
    over = BOX + sum(widths[column] for column in before) - room
    made = dict(widths)
    for column in before:
        if column in wide and over > 0:
            made[column] = max(LEAST_SENTENCE, widths[column] - over)
            over -= widths[column] - made[column]
    return made


def table_height(rows: int, most: int) -> int:
    """A table as high as its rows and no higher, so that a short one leaves no empty grid."""
    return ROW_HEIGHT * (min(rows, most) + 1) + 3
