"""What a slide holds, before anything is written: its words, and the series of its chart with nothing drawn where nothing is.

A figure is in just one series: exact ones apart from bounds and approximate ones, like ones apart from unlike ones. Where a
series has None there is no bar and no point, and a line is broken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Qualifiers in the order of their series.
LOOKS = ("exact", "min", "max", "approx")


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its name, a value or None for each category, the qualifier of all its values (`look`), the number of its
    colour, whether its points are joined by a line, and whether that is dashed, since they are not of what the others are."""

    name: str
    values: tuple[float | None, ...]
    look: str = "exact"
    colour: int = 0
    joined: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Charted:
    """A native chart: bars (`is_bars`) or lines. `bottom` and `top` are the ends of the value axis on every slide of
    the same figures, `unit` that of the values, `alt` what it shows in words."""

    is_bars: bool
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    top: float
    alt: str
    bottom: float = 0.0


def parts_of(count: int, most: int) -> list[range]:
    """`count` things in as few parts of at most `most` as can be, all of nearly one size."""
    parts = -(-count // most)
    ends = [count * part // parts for part in range(parts + 1)] if parts else [0]
    return [range(first, last) for first, last in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: title, lines below it, a chart or none, notes, source, and what stands in the speaker's notes."""

    title: str
    lines: tuple[str, ...] = ()
    charted: Charted | None = None
    notes: tuple[str, ...] = ()
    source: str = ""
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides: the first names what they are of, the last the method; `title` is that of the file."""

    title: str
    lang: str
    slides: tuple[Slide, ...]


def split_by_look(cells: Sequence[tuple[int, float, str]], count: int) -> Mapping[str, tuple[float | None, ...]]:
    """(category, value, qualifier) of cells → for each qualifier that occurs its values over `count` categories."""
    found: dict[str, list[float | None]] = {}
    for at, value, look in cells:
        found.setdefault(look, [None] * count)[at] = value
    return {look: tuple(found[look]) for look in LOOKS if look in found}
