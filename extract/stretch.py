"""A stretch of a report → its words and shape, and its figures as terms, each with the words that name it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import regex

from .evidence import quote
from .folding import fold
from .model import Reading, Report, Span, Term
from .moves import join_moves
from .passages import find_offsets, squeeze
from .quantities import ANY_FIGURE, Measures, Token

_NAME = regex.compile(rf"[^,;:。、()!?\d{ANY_FIGURE}]*$")
# What joins a name to the one before it is no part of it.
_JOINT = regex.compile(r"^(?:其中|包括|以及|和|及|与|并|均|分别)+")


class Stretch:
    """The characters of a span of a report; an empty one has start == end. Places are those of `plain`, its squeezed words."""

    def __init__(self, report: Report, start: int, end: int, measures: Measures) -> None:
        self._text, self._measures = report.text, measures
        self._folded, self._span = fold(report.text), Span(start, end)
        self.plain = squeeze(self._folded, self._span)

    @cached_property
    def tokens(self) -> Mapping[int, Token]:
        """The figures, by the place where they start."""
        return {token.start: token for token in join_moves(self.plain, self._measures.find(self.plain))}

    @cached_property
    def shape(self) -> str:
        """The words with every figure masked."""
        return self._measures.shape(self.plain, self.tokens.values())

    @cached_property
    def _offsets(self) -> Sequence[int]:
        return find_offsets(self._folded, self._span)

    def span(self, start: int, end: int) -> Span:
        """Places start to end → their span in the report's text."""
        return Span(self._offsets[start], self._offsets[end - 1] + 1)

    def term(self, start: int) -> Term:
        """The figure that starts there, with the words right before it that name it. Raises ValueError where the token states
        nothing."""
        token = self.tokens[start]
        if token.quantity is None:
            raise ValueError(f"“{self.plain[token.start : token.end]}” only looks like a figure")
        label = _name(self.shape[:start])
        span = self.span(start - len(label), token.end)
        figure = self.span(start + token.lead, token.end)
        return Term(label, token.quantity.value, token.quantity.qualifier, span, figure, quote(self._text, span))


def term_of(report: Report, reading: Reading) -> Term:
    """A reading as a term, in its own quote; the label is what the quote says right before the figure."""
    before = squeeze(fold(report.text), Span(reading.span.start, reading.figure.start))
    return Term(_name(before), reading.value, reading.qualifier, reading.span, reading.figure, reading.quote, reading)


def _name(before: str) -> str:
    """The words right before a figure, back to a mark of punctuation or another figure, that name it."""
    found = _NAME.search(before)
    return _JOINT.sub("", found[0]) if found else ""
