"""Rows and a frame → those rows that stand on one picture of a given size; the rest is on further pictures, which say so.

On a page a figure is as high as its rows need. A slide or a sheet of paper has one height: what does not fit on the first picture
stands on the next ones, on the same scale, each with a line that says which part of how many it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Generic, TypeVar

from charts._style import Frame, room_of
from charts._words import WORDS

R = TypeVar("R")
# Rows may be drawn so much higher than on a page to fill a picture.
STRETCH = 1.6
# With fewer pixels for the rows than this the texts that a reader can do without move to a picture of their own.
LEAST_ROOM = 150


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """The rows of one picture, from where to where they reach in pixels of the whole stack, which columns, and the frame with its
    height."""

    rows: list[R]
    top: float
    bottom: float
    columns: range
    frame: Frame

    @property
    def range(self) -> list[float]:
        """The axis of the rows, downwards."""
        return [self.bottom, self.top]


@dataclass(frozen=True, slots=True)
class Split:
    """Which rows and columns a part shows, the frame with the line that says so, and the pixels of the fullest part's rows."""

    rows: range
    columns: range
    frame: Frame
    fullest: float


def part_of(
    rows: Sequence[R],
    frame: Frame,
    lang: str,
    *,
    is_heading: Callable[[R], bool] = lambda _: False,
    columns: Sequence[range] = (range(0),),
) -> Part[R]:
    """Of the rows (dataclasses with `y`, the middle, and `height`, in pixels, one below another) those of the part that the sheet
    asks for, and the run of columns among `columns` that it shows.

    All of them where the sheet has no height. A heading stands again above what follows it on a further part.
    """
    stacked: Sequence[Any] = rows
    total = stacked[-1].y + stacked[-1].height / 2
    if frame.sheet.height is None:
        return Part(list(rows), 0.0, total, columns[0], replace(frame, plot_height=round(total)))
    headings = [is_heading(row) for row in rows]
    found = split([float(row.height) for row in stacked], frame, lang, headings=headings, columns=columns)
    shown: list[Any] = [stacked[at] for at in found.rows]
    first = found.rows[0]
    heading = next((at for at in range(first, -1, -1) if headings[at]), first)
    if heading < first:
        edge = shown[0].y - shown[0].height / 2
        shown.insert(0, replace(stacked[heading], y=edge - stacked[heading].height / 2))
    top, bottom = shown[0].y - shown[0].height / 2, shown[-1].y + shown[-1].height / 2
    # All parts are drawn at one scale: that at which the fullest of them fills its picture.
    scale = min(STRETCH, _room(found.frame) / max(found.fullest, bottom - top))
    frame = replace(found.frame, plot_height=math.floor((bottom - top) * scale))
    return Part(shown, top, bottom, found.columns, frame)


def split(
    heights: Sequence[float],
    frame: Frame,
    lang: str,
    *,
    headings: Sequence[bool] | None = None,
    columns: Sequence[range] = (range(0),),
    counts: Sequence[int] | None = None,
) -> Split:
    """Runs of rows that fit on a picture each, as even as can be, for each run of columns. `counts` are how many of what the
    reader counts stand in each row: one where it is no heading."""
    frame = _eased(frame, lang)
    marked = headings or [False] * len(heights)
    told = counts or [int(not heading) for heading in marked]
    runs = _runs(heights, marked, _room(frame))
    if len(runs) * len(columns) > 1:
        # The line that says so takes room itself.
        room = _room(replace(frame, subtitle=[*frame.subtitle, _line(runs, 0, columns, told, frame.words is not None, lang)]))
        runs = _evenly(heights, marked, room)
    number = min(frame.sheet.part, len(runs) * len(columns)) - 1
    if len(runs) * len(columns) > 1:
        line = _line(runs, number, columns, told, frame.words is not None, lang)
        frame = replace(frame, subtitle=[*frame.subtitle, line], parts=len(runs) * len(columns) + (frame.words is not None))
    fullest = max(sum(heights[at] for at in run) for run in runs)
    return Split(runs[number % len(runs)], columns[number // len(runs)], frame, fullest)


def evenly(count: int, most: int) -> list[range]:
    """So many columns in runs of at most `most`, as even as can be."""
    runs = math.ceil(count / max(1, most))
    ends = [round(count * at / runs) for at in range(runs + 1)]
    return [range(first, last) for first, last in pairwise(ends)]


def settled(frame: Frame, lang: str) -> Frame:
    """The frame of a plot that can be of any height: as wanted on a page; on a sheet with a height all that its texts leave."""
    if frame.sheet.height is None:
        return frame
    frame = _eased(frame, lang)
    return replace(frame, plot_height=_room(frame))


def _eased(frame: Frame, lang: str) -> Frame:
    """The frame with the first line of its subtitle alone and without its notes, where all of them leave too little room."""
    if frame.words is not None or room_of(frame) >= LEAST_ROOM:
        return frame
    short = [*frame.subtitle[:1], WORDS.say("part_words", lang)]
    return replace(frame, subtitle=short, notes=(), parts=frame.parts + 1, words=(frame.subtitle, frame.notes))


def _room(frame: Frame) -> int:
    return max(1, room_of(frame))


def _line(runs: Sequence[range], number: int, columns: Sequence[range], counts: Sequence[int], words: bool, lang: str) -> str:
    """Which part of how many this is: its rows, and its columns where there are several runs of them."""
    run, across = runs[number % len(runs)], columns[number // len(runs)]
    before, own = sum(counts[: run.start]), sum(counts[at] for at in run)
    line = WORDS.say("part", lang, part=number + 1, parts=len(runs) * len(columns) + words)
    if len(runs) > 1:
        line += WORDS.say("part_rows", lang, first=before + 1, last=before + own, n=sum(counts))
    if len(columns) > 1:
        line += WORDS.say("part_columns", lang, first=across.start + 1, last=across.stop, n=columns[-1].stop)
    return line


def _evenly(heights: Sequence[float], headings: Sequence[bool], room: float) -> list[range]:
    """The fewest runs of at most `room` pixels, none much fuller than another."""
    runs = _runs(heights, headings, room)
    even = sum(heights) / len(runs)
    while even < room and len(_runs(heights, headings, even)) > len(runs):
        even += 8
    return _runs(heights, headings, min(even, room))


def _runs(heights: Sequence[float], headings: Sequence[bool], room: float) -> list[range]:
    """Runs of at most `room` pixels, at least one row each; no run ends with a heading, and a run within the rows of a heading
    has room for it."""
    runs: list[range] = []
    start, used, heading = 0, 0.0, 0.0
    for at, height in enumerate(heights):
        # A heading needs the row below it as well.
        needed = height + (heights[at + 1] if headings[at] and at + 1 < len(heights) else 0)
        if at > start and used + needed > room and not headings[at - 1]:
            runs.append(range(start, at))
            start, used = at, 0.0 if headings[at] else heading
        if headings[at]:
            heading = height
        used += height
    return [*runs, range(start, len(heights))]
