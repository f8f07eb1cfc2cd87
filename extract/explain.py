"""One sentence → what was read in it, what was refused and why, and which patterns came near without a figure.

Nothing here prints: the command line and the page show the same Explanation, each in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import regex

from .catalog import Catalog, Indicator, Pattern, PatternKind
from .catalog_placeholders import compile_widely
from .clauses import split_clauses
from .evidence import lit
from .folding import fold
from .matching import find_candidates
from .model import Clause, Extraction, Overrun, Report, Span
from .pipeline import extract_text

_FIGURES = re.compile(r"<(?:count|rate|part|whole)>")


class Miss(StrEnum):
    """What a pattern lacked whose words stand in the sentence."""

    OTHER_TOPIC = "other topic"
    UNLESS = "unless"
    OTHER_UNIT = "other unit"
    NO_FIGURE = "no figure"


@dataclass(frozen=True, slots=True)
class Near:
    """A pattern that came near: `span` is of its words, `miss` what it lacked.

    `detail` is the topics that it asks for (as the catalogue names them), or the words that keep it off; "" where `miss`
    says it all.
    """

    indicator_id: str
    pattern_id: str
    miss: Miss
    span: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the sentence, and the numbers of the findings whose figure they are (none: no figure)."""

    words: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be said of a sentence.

    Findings are numbered from 1: first the readings, then the refusals, each in the order of `extraction`. `near` holds
    the patterns of indicators that are named and have neither.
    """

    extraction: Extraction
    clauses: tuple[Clause, ...]
    near: tuple[Near, ...]

    def figures(self) -> list[tuple[Span, int]]:
        """The figure of each finding, with its number; of a pattern that was stopped the words in which it looked."""
        taken = [reading.figure for reading in self.extraction.readings]
        seen = [refusal.candidate for refusal in self.extraction.refusals]
        refused = [one.span if isinstance(one, Overrun) else one.figure for one in seen]
        return [(figure, number) for number, figure in enumerate([*taken, *refused], start=1)]

    def pieces(self, clause: Clause) -> list[Piece]:
        """A clause cut where a figure begins or ends; put together the pieces are its words."""
        text, found = self.extraction.report.text, []
        for segment in lit(text, self.figures()):
            start, end = max(segment.start, clause.span.start), min(segment.end, clause.span.end)
            if start < end:
                found.append(Piece(text[start:end], tuple(segment.keys)))
        return found


def explain(text: str, *, catalog: Catalog, year: int | None = None) -> Explanation:
    """A sentence, or a few, explained; `year` is the report's, where the text itself names none. Never raises."""
    extraction = extract_text(text, catalog=catalog, year=year)
    clauses = tuple(split_clauses(extraction.report))
    found = {reading.indicator_id for reading in extraction.readings}
    found |= {refusal.candidate.indicator_id for refusal in extraction.refusals}
    named = [catalog.indicators[one] for one in extraction.mentions if one not in found]
    near = sorted(_find_near(extraction.report, clauses, catalog, named), key=lambda one: one.span.start)
    return Explanation(extraction, clauses, tuple(near))


def _find_near(report: Report, clauses: Sequence[Clause], catalog: Catalog, named: Sequence[Indicator]) -> Iterator[Near]:
    """The patterns of `named` that match once they ask for less: each with the first thing that was too much."""
    done: set[tuple[str, str]] = set()
    for miss in Miss:
        eased = {indicator.id: replace(indicator, patterns=tuple(_eased(indicator, miss, done))) for indicator in named}
        for candidate in find_candidates(report, clauses, replace(catalog, indicators=eased)):
            key = (candidate.indicator_id, candidate.pattern_id)
            if key in done:
                continue
            done.add(key)
            pattern = next(p for p in catalog.indicators[key[0]].patterns if p.id == key[1])
            yield Near(*key, miss, candidate.span, _detail(pattern, miss, report.text, candidate.clause))


def _eased(indicator: Indicator, miss: Miss, done: set[tuple[str, str]]) -> Iterator[Pattern]:
    for pattern in indicator.patterns:
        if (indicator.id, pattern.id) in done:
            continue
        if miss is Miss.OTHER_TOPIC and pattern.topics:
            yield replace(pattern, topics=())
        elif miss is Miss.UNLESS and pattern.unless:
            yield replace(pattern, topics=(), unless=None)
        elif miss is Miss.OTHER_UNIT and _FIGURES.search(pattern.source):
            yield _without_value(pattern, _FIGURES.sub("<n>", pattern.source))
        elif miss is Miss.NO_FIGURE and pattern.kind is not PatternKind.IMPLIED:
            words = _FIGURES.sub("(?:)", pattern.source)  # so that a ? behind it still has what it repeats
            if compile_widely(words).match("") is None:
                yield _without_value(pattern, words)


def _without_value(pattern: Pattern, words: str) -> Pattern:
    """The pattern as one that is content with its words."""
    return replace(pattern, kind=PatternKind.IMPLIED, source=words, value=Decimal(0), topics=(), unless=None)


def _detail(pattern: Pattern, miss: Miss, text: str, clause: Clause) -> str:
    if miss is Miss.OTHER_TOPIC:
        return ", ".join(pattern.topics)
    if miss is Miss.UNLESS and pattern.unless:
        found = regex.search(pattern.unless, fold(text[clause.span.start : clause.span.end]))
        return found[0] if found else ""
    return ""
