"""A text and spans in it → the words they cover, the sentence around them, the text cut up so that marks can be drawn."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from .model import Span

Key = TypeVar("Key", bound=Hashable)

# In both widths: these functions work on a text as it is written, not on its folded form.
_SENTENCE_ENDS = "。!?！？\n"  # the line end last
_CLOSING = "”’」』)）】》\"'"


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


def widen(text: str, span: Span) -> Span:
    """The span of the whole sentences that `span` touches, without the blanks around them.

    A sentence ends after 。!? (and the quotation mark or bracket that follows) or with its line. Raises ValueError as `quote`.
    """
    _require_inside(text, span)
    start = _sentence_start(text, span.start)
    end = _sentence_end(text, span.end)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


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


def _sentence_start(text: str, position: int) -> int:
    """Where the sentence that the character at `position` belongs to begins; the marks that close one belong to it."""
    position = _before_closing(text, position + 1) - 1 if text[position] in _CLOSING else position
    start = max(text.rfind(mark, 0, position) for mark in _SENTENCE_ENDS) + 1
    while 0 < start < position and text[start] in _CLOSING and text[start - 1] != "\n":
        start += 1
    return start


def _sentence_end(text: str, position: int) -> int:
    """Where the sentence that ends at or after `position` ends: right there where it has ended before `position`."""
    end = _before_closing(text, position)
    if text[end - 1] not in _SENTENCE_ENDS:
        ends = [found for found in (text.find(mark, position) for mark in _SENTENCE_ENDS) if found >= 0]
        if not ends or text[min(ends)] == "\n":
            return min(ends, default=len(text))
        position = min(ends) + 1
    while position < len(text) and text[position] in _CLOSING:
        position += 1
    return position


def _before_closing(text: str, position: int) -> int:
    """`position`, or where the marks before it that close a sentence begin, if one has ended there."""
    end = position
    while end > 0 and text[end - 1] in _CLOSING:
        end -= 1
    return end if end and text[end - 1] in _SENTENCE_ENDS[:-1] else position
