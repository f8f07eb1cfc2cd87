"""A text and spans in it → the words they cover, and the text cut up so that marks can be drawn."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from .model import Span

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Segment(Generic[Key]):
    """Characters `start` to `end` of a text, with the keys of all marks that cover them, in the order they were given."""

    start: int
    end: int
    keys: tuple[Key, ...]


def quote(text: str, span: Span) -> str:
    """The words of `text` that `span` covers, as written. Raises ValueError where the span does not lie in the text."""
    _require_inside(text, span)
    return text[span.start : span.end]


def lit(text: str, marks: Iterable[tuple[Span, Key]]) -> list[Segment[Key]]:
    """`text` cut into consecutive segments, each with the keys of the marks over it; marks may overlap and repeat.

    The segments tile the text: joined in order they give it back, none is empty, and two that touch differ in their keys.
    An unmarked stretch has no keys; a key over a stretch twice stands there once. An empty text gives no segment.
    Raises ValueError where a span does not lie in the text.
    """
    given = list(marks)
    for span, _ in given:
        _require_inside(text, span)
    order = {key: place for place, (_, key) in reversed(list(enumerate(given)))}
    cuts = sorted({0, len(text), *(span.start for span, _ in given), *(span.end for span, _ in given)})
    starting: dict[int, list[Key]] = {}
    ending: dict[int, list[Key]] = {}
    for span, key in given:
        starting.setdefault(span.start, []).append(key)
        ending.setdefault(span.end, []).append(key)
    open_marks: dict[Key, int] = {}
    segments: list[Segment[Key]] = []
    for start, end in pairwise(cuts):
        for key in ending.get(start, ()):
            open_marks[key] -= 1
        for key in starting.get(start, ()):
            open_marks[key] = open_marks.get(key, 0) + 1
        keys = tuple(sorted((key for key, count in open_marks.items() if count), key=order.__getitem__))
        if segments and segments[-1].keys == keys:
            segments[-1] = Segment(segments[-1].start, end, keys)
        else:
            segments.append(Segment(start, end, keys))
    return segments


def _require_inside(text: str, span: Span) -> None:
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"span {span.start}..{span.end} does not lie in a text of {len(text)} characters")
