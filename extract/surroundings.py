"""A candidate's figure → its surroundings: the words of its sentence before and after it, folded and without white space."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from .folding import fold
from .model import Candidate, Reason, Report, Span
from .passages import squeeze

# Why a candidate is refused, with the words that say so.
Finding = tuple[Reason, str]

# Quoted titles and closed brackets: what stands in them is not said of a figure behind them.
TITLES = regex.compile(r"《[^《》]*》|\([^()]*\)")

# How far a figure's surroundings reach: a sentence is hardly longer, and a text without full stops must not take for ever.
_REACH_BEFORE, _REACH_AFTER = 400, 80


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of a candidate's sentence, folded and without white space, before and after its figure.

    `near` is what stands between the last comma, semicolon or colon and the figure. `before` and `after` end at a few
    hundred characters.
    """

    before: str
    near: str
    figure: str
    after: str


def find_surroundings(report: Report, candidate: Candidate) -> Surroundings:
    """The surroundings of a candidate's figure within its clause."""
    clause, figure = candidate.clause.span, candidate.figure
    folded = fold(report.text)
    before = squeeze(folded, Span(max(clause.start, figure.start - _REACH_BEFORE), figure.start))
    after = squeeze(folded, Span(figure.end, min(clause.end, figure.end + _REACH_AFTER)))
    return Surroundings(before, behind(before, ",;:。"), squeeze(folded, figure), after)


def behind(words: str, stops: str) -> str:
    """What stands behind the last of `stops`."""
    return words[max(words.rfind(stop) for stop in stops) + 1 :]
