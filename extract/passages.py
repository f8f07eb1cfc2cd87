"""A clause → a passage: its words without white space, its shape, and the way back to the report's offsets.

Reports are hard-wrapped and spaced at will (`案件 1 02 件`, a line break inside `99.\\n2%`). Matching runs on the clause's
characters without white space; every position maps back to the report's text, which is never rewritten.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import regex

from .folding import fold
from .gates import Gates
from .model import Clause, Span
from .moves import join_moves
from .quantities import ANY_FIGURE, Measures, Token

# A year and a count that stand apart (2023 15件) are two numbers, and so are columns set with two blanks or more.
_KEEP_APART = regex.compile(r"(?<=(?<!\d)(?:19|20)\d\d)\s+(?=\d)|(?<=\d)[ \t]{2,}(?=\d)")
_BLANK = regex.compile(r"\s")
# How many topic words back a list's head is looked for.
_HEADS = 12
_PRIVATE = regex.compile(f"[{ANY_FIGURE}]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause made ready for matching.

    `plain` is the folded clause without white space, `shape` the same with figures masked, `offsets[i]` the place of
    character i in the report's text; `tokens` are the figures by their start in `plain`; `topics` the (start, topic id)
    of every topic word, in order, and `inherited` the topic that stands before the clause in the same paragraph.
    """

    clause: Clause
    plain: str
    shape: str
    offsets: Sequence[int]
    tokens: Mapping[int, Token]
    topics: Sequence[tuple[int, str]]
    inherited: str | None

    def span(self, start: int, end: int) -> Span:
        """Characters start to end of the passage → their span in the report's text."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def head_before(self, place: int, topics: Collection[str]) -> int:
        """Where the nearest word of one of `topics` stands before `place`, within a sentence's reach; else `place`."""
        i = bisect_left(self.topics, (place, ""))
        near = (at for at, name in reversed(self.topics[max(0, i - _HEADS) : i]) if name in topics)
        return next(near, place)

    def segment(self, start: int, end: int) -> tuple[int, int]:
        """The stretch around start..end up to the nearest comma, semicolon or colon on either side."""
        left = max(self.shape.rfind(c, 0, start) for c in ",;:。") + 1
        rights = [i for c in ",;:。" if (i := self.shape.find(c, end)) >= 0]
        return left, min(rights, default=len(self.shape))


class Topics:
    """The topics of a catalogue: finds where a clause names them."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._names = list(sources)
        self._patterns = [regex.compile(source) for source in sources.values()]
        self._gates = Gates(list(sources.values()))

    def find(self, plain: str) -> list[tuple[int, str]]:
        """(start, topic id) in order; a word inside a longer topic's words (信访 in 数字城管…信访案件) does not count."""
        found = sorted(
            (m.start(), -m.end(), self._names[i]) for i in self._gates.find_open(plain) for m in self._patterns[i].finditer(plain)
        )
        kept: list[tuple[int, str]] = []
        reach = 0
        for start, minus_end, name in found:
            if -minus_end > reach:
                kept.append((start, name))
                reach = -minus_end
        return kept


def squeeze(text: str, span: Span) -> tuple[str, Sequence[int]]:
    """A stretch of `text`, folded and without white space, and the place in `text` of each of its characters."""
    # A report's own private-use characters (broken fonts) must not pass for the signs of a shape.
    folded = _PRIVATE.sub("\ufffd", fold(text[span.start : span.end]))
    if not _BLANK.search(folded):
        return folded, range(span.start, span.end)
    apart = {i for m in _KEEP_APART.finditer(folded) for i in range(m.start(), m.end())}
    kept = [i for i, c in enumerate(folded) if not c.isspace() or i in apart]
    return "".join([folded[i] for i in kept]), [span.start + i for i in kept]


def read_passage(
    clause: Clause,
    plain: str,
    offsets: Sequence[int],
    measures: Measures,
    topics: Sequence[tuple[int, str]],
    inherited: str | None,
) -> Passage:
    """The passage of a clause whose words are squeezed and whose topics are known."""
    tokens = join_moves(plain, measures.find(plain))
    return Passage(
        clause=clause,
        plain=plain,
        shape=measures.shape(plain, tokens),
        offsets=offsets,
        tokens={t.start: t for t in tokens},
        topics=topics,
        inherited=inherited,
    )
