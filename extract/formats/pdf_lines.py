"""The glyphs of a page → its lines of text in reading order.

A glyph is a character where a page draws it. Points from the left and the top of the page; pure functions, no library.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character, where it begins and ends, the line it stands on (its baseline) and its size."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page or of one of its columns.

    `edge` is where it ends without the punctuation at its end, which may hang over the margin. `first` is the width of what
    stands unbroken at its beginning: a number, a Latin word, or one character with the brackets and commas that cling to it.
    `spaced` tells that a blank was typed at its end. `column` counts the columns of the page from 0.
    """

    text: str
    x0: float
    x1: float
    edge: float
    baseline: float
    size: float
    first: float
    spaced: bool = False
    column: int = 0


# Glyphs stand on one line when their baselines differ by less than this share of the larger one's size, a raised mark too,
# and neither is so many times the other: a watermark lies over the lines.
_SAME_LINE, _SAME_KIND = 0.4, 2.2
# A digit this small and this high, in sizes of its line, refers to a footnote: 41¹件 are not 411.
_MARK_SIZE, _MARK_HEIGHT = 0.75, 0.2
# A glyph drawn again this near (in sizes) is bold by printing twice, as old office programs do it.
_PRINTED_TWICE = 0.15
# Gaps that read as a blank where none was typed, in sizes: letters of Latin words stand close, digits and ideographs are
# letter-spaced to fill a line, and between the two many programs put a quarter of a size.
_LETTER_GAP, _DIGIT_GAP, _IDEOGRAPH_GAP = 0.2, 0.6, 1.0
# From so many glyphs on, the gap that most of them have is the line's letter-spacing.
_SPACED_GLYPHS = 5

_CLOSING = ")]}>”’」』》〉】）］｝〕,.;:!?%‰，。、；：！？％…·"
# What no line break parts: a number, a Latin word or one character, what opens before it (+专业), what closes behind it, and
# what a “ or ” clings to, which browsers part from neither side.
_WORD = rf"[+(\[{{<「『《〈【（［｛〔]*(?:[0-9A-Za-z０-９Ａ-Ｚａ-ｚ./:%_~+\-]+|.)[{re.escape(_CLOSING)}]*"
_UNBROKEN = re.compile(rf"[“”‘’\"']*{_WORD}(?:[“”‘’\"']+{_WORD})*", re.DOTALL)

# Two columns: most of the lines that reach over one place have a gap there, with text of this share of the page's width on
# both sides.
_COLUMN_LINES, _COLUMN_SHARE, _COLUMN_WIDTH = 6, 0.6, 0.33
_GUTTER_STEP = 4


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page in reading order: the left column before the right one, a line across both before and behind."""
    rows = list(_rows(glyphs))
    gutter = _find_gutter(rows)
    if gutter is None:
        return [_line(row, 0) for row in rows]
    lines: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for row in rows:
        at = bisect_right(row, gutter, key=lambda glyph: glyph.x0)
        left, right = row[:at], row[at:]
        if left and right and right[0].x0 - left[-1].x1 < right[0].size:
            lines += [*sides[0], *sides[1], _line(row, 0)]
            sides = ([], [])
            continue
        for column, part in enumerate((left, right)):
            if part:
                sides[column].append(_line(part, column))
    return [*lines, *sides[0], *sides[1]]


def join(first: str, second: str, spaced: bool = False) -> str:
    """What stands between two lines of one paragraph: a blank between words of Latin letters and where one was typed beside
    such a word, else nothing, so that no number and no word stays broken."""
    before, after = first[-1:], second[:1]
    letters = [char.isascii() and char.isalnum() for char in (before, after)]
    if before.isdigit() and after.isdigit():
        return ""
    return " " if all(letters) or (spaced and any(letters)) else ""


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each line from left to right, with no blanks at its beginning, lines from top to bottom."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if row and not _on_one_line(row[0], glyph):
            yield from _cleaned(row)
            row = []
        row.append(glyph)
    yield from _cleaned(row)


def _on_one_line(one: Glyph, other: Glyph) -> bool:
    small, large = sorted((one.size, other.size))
    return other.baseline - one.baseline <= _SAME_LINE * large and large <= _SAME_KIND * small


def _cleaned(row: list[Glyph]) -> Iterator[list[Glyph]]:
    row.sort(key=lambda glyph: glyph.x0)
    kept: list[Glyph] = []
    for glyph in row:
        again = kept and glyph.text == kept[-1].text and glyph.x0 - kept[-1].x0 < _PRINTED_TWICE * glyph.size
        if not again and (kept or not glyph.text.isspace()):
            kept.append(glyph)
    if kept:
        yield kept


def _find_gutter(rows: Sequence[Sequence[Glyph]]) -> float | None:
    """Where the gap between two columns is; None where the page has one column."""
    if len(rows) < _COLUMN_LINES:
        return None
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    width, gaps = right - left, dict[int, int]()
    for row in rows:
        for one, other in pairwise(row):
            if other.x0 - one.x1 > other.size and min(one.x1 - row[0].x0, row[-1].x1 - other.x0) > _COLUMN_WIDTH * width:
                for place in range(int(one.x1 / _GUTTER_STEP) + 1, int(other.x0 / _GUTTER_STEP) + 1):
                    gaps[place] = gaps.get(place, 0) + 1
    best = max(gaps, key=lambda place: gaps[place], default=0)
    gutter = best * float(_GUTTER_STEP)
    across = sum(row[0].x0 < gutter - _COLUMN_WIDTH * width and row[-1].x1 > gutter + _COLUMN_WIDTH * width for row in rows)
    return gutter if gaps.get(best, 0) >= max(_COLUMN_LINES, _COLUMN_SHARE * across) else None


def _line(row: Sequence[Glyph], column: int) -> Line:
    row = _without_marks(row)
    ink = [glyph for glyph in row if not glyph.text.isspace()]
    last = next((glyph for glyph in reversed(ink) if glyph.text not in _CLOSING), ink[-1])
    return Line(
        _spell(row, ink),
        ink[0].x0,
        ink[-1].x1,
        last.x1,
        median([glyph.baseline for glyph in ink]),
        median([glyph.size for glyph in ink]),
        _first_width(ink),
        row[-1].text.isspace(),
        column,
    )


def _without_marks(row: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs of a line without the raised numbers of footnotes; m² stays."""
    size, baseline = median([glyph.size for glyph in row]), median([glyph.baseline for glyph in row])
    kept, letters = list(row[:1]), False
    for before, glyph in pairwise(row):
        raised = glyph.size < _MARK_SIZE * size and baseline - glyph.baseline > _MARK_HEIGHT * size
        letters = letters if raised else False
        letters = letters or (before.text.isascii() and before.text.isalpha())
        if not (raised and glyph.text.isdigit() and not letters):
            kept.append(glyph)
    return kept


def _first_width(ink: Sequence[Glyph]) -> float:
    unbroken = _UNBROKEN.match("".join(glyph.text[:1] for glyph in ink))
    return ink[unbroken.end() - 1].x1 - ink[0].x0 if unbroken else 0.0


def _spell(row: Sequence[Glyph], ink: Sequence[Glyph]) -> str:
    """The words of a line: blanks where they were typed or where a gap shows them, none that letter-spacing made."""
    gaps = [max(0.0, other.x0 - one.x1) for one, other in pairwise(ink)]
    spacing = median(gaps) if len(ink) >= _SPACED_GLYPHS else 0.0
    ideographs = sum(not glyph.text.isascii() for glyph in ink)
    # Blanks between most characters are letter-spacing that was typed: 行 政 复 议.
    typed = (len(row) - len(ink)) * 2 < len(ink) - 1 or ideographs * 2 < len(ink)
    pieces = [row[0].text]
    before, blank = row[0], False
    for glyph in row[1:]:
        if glyph.text.isspace():
            blank = True
            continue
        wide = glyph.x0 - before.x1 > spacing + _widest(before.text, glyph.text) * glyph.size
        if wide or (blank and typed):
            pieces.append(" ")
        pieces.append(glyph.text)
        before, blank = glyph, False
    return "".join(pieces)


def _widest(before: str, after: str) -> float:
    if not (before.isascii() and after.isascii()):
        return _IDEOGRAPH_GAP
    return _LETTER_GAP if before.isalpha() and after.isalpha() else _DIGIT_GAP
