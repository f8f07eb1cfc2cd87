"""A clause → a passage: its words without white space, its shape, and the way back to the report's offsets.

Reports are hard-wrapped and spaced at will (`案件 1 02 件`, a line break inside `99.\\n2%`). Matching runs on the clause's
characters without white space; every position maps back to the report's text, which is never rewritten. What a passage
is asked for is worked out when it is asked: most clauses hold nothing that is looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from .gates import Gates, find_gates
from .model import Clause, Span
from .quantities import Token

# A year and a count that stand apart (2023 15件) are two numbers, and so are columns set with two blanks or more.
_KEEP_APART = regex.compile(r"(?<=(?<!\d)(?:19|20)\d\d)\s+(?=\d)|(?<=\d)[ \t]{2,}(?=\d)")
_BETWEEN_NUMBERS = re.compile(r"\d\s+\d")
# What a pattern lists among its topics to speak also where none is named.
NO_TOPIC = "none"
# The regex of a topic that no words name.
_NEVER = "(?!)"
# How many topic words back a list's head is looked for.
_HEADS = 12
_STOPS = re.compile("[,;:。]")
# How far a stretch between two commas reaches at most: none is as long, and a text without commas must not take for ever.
_REACH = 500


class Topics:
    """The topics of a catalogue: finds where clauses name them."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        named = {name: source for name, source in sources.items() if source != _NEVER}
        self._patterns = [(name, regex.compile(source)) for name, source in named.items()]
        self._gates = Gates({i: find_gates(source) for i, source in enumerate(named.values())})

    def find(self, plains: Sequence[str]) -> Iterator[Named]:
        """For each clause what it names."""
        for plain, near in zip(plains, self._gates.find_open(plains), strict=True):
            yield Named(plain, [self._patterns[i] for i in near])


class Named:
    """The topics that a clause names, found when they are asked for among those that its words may name."""

    def __init__(self, plain: str, near: Sequence[tuple[str, regex.Pattern[str]]]) -> None:
        self._plain, self._near = plain, near

    @cached_property
    def topics(self) -> Sequence[tuple[int, str]]:
        """(start, topic id) in order; a word inside a longer topic's words (信访 in 数字城管…信访案件) does not count."""
        found = sorted((m.start(), -m.end(), name) for name, pattern in self._near for m in pattern.finditer(self._plain))
        kept: list[tuple[int, str]] = []
        reach = 0
        for start, minus_end, name in found:
            if -minus_end > reach:
                kept.append((start, name))
                reach = -minus_end
        return kept


class Floor:
    """The topic that a paragraph is on, found when a clause asks for it: the last one named in the clauses before."""

    def __init__(self) -> None:
        self._topic: str | None = None
        self._unread: list[Named] = []

    def add(self, clause: Named) -> None:
        """Go on behind a clause."""
        self._unread.append(clause)

    def clear(self) -> None:
        """Begin a paragraph."""
        self._topic = None
        self._unread.clear()

    def topic(self) -> str | None:
        """The topic named nearest before."""
        while self._unread:
            named = self._unread.pop().topics
            if named:
                self._topic = named[-1][1]
                self._unread.clear()
        return self._topic


@dataclass(frozen=True)
class Passage:
    """A clause made ready for matching.

    `plain` is its words squeezed (see `squeeze`), `shape` the same with figures masked, `tokens` the figures by their start
    in `plain` (moves joined); `folded` is the whole report's text, `said` what the clause names.
    """

    clause: Clause
    folded: str
    plain: str
    shape: str
    tokens: Mapping[int, Token]
    said: Named
    floor: Floor

    @cached_property
    def topics(self) -> Sequence[tuple[int, str]]:
        """(start, topic id) of every topic word, in order."""
        return self.said.topics

    @cached_property
    def named(self) -> frozenset[str]:
        """The topics named in the passage, and the one that the paragraph had before it, NO_TOPIC where it had none."""
        return frozenset([name for _, name in self.topics] + [self.floor.topic() or NO_TOPIC])

    @cached_property
    def _offsets(self) -> Sequence[int]:
        return find_offsets(self.folded, self.clause.span)

    def span(self, start: int, end: int) -> Span:
        """Characters start to end of the passage → their span in the report's text."""
        return Span(self._offsets[start], self._offsets[end - 1] + 1)

    def head_before(self, place: int, topics: Collection[str]) -> int:
        """Where the nearest word of one of `topics` stands before `place`, within a sentence's reach; else `place`."""
        i = bisect_left(self.topics, (place, ""))
        near = (at for at, name in reversed(self.topics[max(0, i - _HEADS) : i]) if name in topics)
        return next(near, place)

    def segment(self, start: int, end: int) -> tuple[int, int]:
        """The stretch around start..end up to the nearest comma, semicolon or colon on either side, if one is near."""
        shape, first = self.shape, max(0, start - _REACH)
        comma, semicolon = shape.rfind(",", first, start), shape.rfind(";", first, start)
        left = max(comma, semicolon, shape.rfind(":", first, start), shape.rfind("。", first, start), first - 1) + 1
        stop = _STOPS.search(shape, end, end + _REACH)
        return left, stop.start() if stop else min(len(shape), end + _REACH)


def squeeze(folded: str, span: Span) -> str:
    """A stretch of folded text without the blanks and line ends that stand inside words and numbers."""
    words = folded[span.start : span.end]
    if " " not in words and "\n" not in words:
        return words
    if not _BETWEEN_NUMBERS.search(words):
        return "".join(words.split())
    return "".join([words[start:end] for start, end in _kept(words)])


def find_offsets(folded: str, span: Span) -> Sequence[int]:
    """The place in the text of each character of a squeezed stretch."""
    kept = _kept(folded[span.start : span.end])
    if len(kept) == 1:
        return range(span.start + kept[0][0], span.start + kept[0][1])
    return [span.start + i for start, end in kept for i in range(start, end)]


def _kept(words: str) -> list[tuple[int, int]]:
    """The pieces of a stretch that squeezing leaves, blanks between two numbers among them."""
    pieces = [m.span() for m in re.finditer(r"\S+", words)]
    blanks = [(end, start) for (_, end), (start, _) in pairwise(pieces)]
    return sorted([*pieces, *(blank for blank in blanks if _KEEP_APART.match(words, blank[0]))])
