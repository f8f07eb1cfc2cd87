"""Readings and figures of a sentence → the terms of a relation, each with the words that state it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from .evidence import quote
from .model import Reading, Report, Span, Term
from .passages import squeeze
from .quantities import Token

_NAMING = regex.compile(r"[^,;:。、()!?\d]*$")
# What joins a name to the one before it is no part of it.
_JOINT = regex.compile(r"^(?:其中|包括|以及|和|及|与|并|均|分别)+")


def term_of_reading(report: Report, reading: Reading) -> Term:
    """A reading as a term, in the reading's own quote."""
    before, _ = (
        squeeze(report.text, Span(reading.span.start, reading.figure.start))
        if reading.span.start < reading.figure.start
        else ("", ())
    )
    return Term(_name(before), reading.value, reading.qualifier, reading.span, reading.figure, reading.quote, reading)


def term_of_token(report: Report, plain: str, offsets: Sequence[int], token: Token, start: int) -> Term:
    """A figure of a squeezed stretch as a term; the words that name it begin at `start`. Raises ValueError where the token
    states nothing."""
    if token.quantity is None:
        raise ValueError(f"“{plain[token.start : token.end]}” only looks like a figure")
    label = _name(plain[start : token.start])
    span = Span(offsets[token.start - len(label)], offsets[token.end - 1] + 1)
    figure = Span(offsets[token.start + token.lead], span.end)
    return Term(label, token.quantity.value, token.quantity.qualifier, span, figure, quote(report.text, span))


def _name(before: str) -> str:
    """The words right before a figure, back to a mark of punctuation or a digit, that name it."""
    found = _NAMING.search(before)
    return _JOINT.sub("", found[0]) if found else ""
