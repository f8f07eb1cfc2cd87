"""Catalogue × texts → for each pattern what it hits, alone and with others, what is refused of it, and where patterns disagree.

A hit is a figure that a pattern ties to its indicator, whether it is taken in the end or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .catalog import Catalog, Counterexample, Example
from .clauses import split_clauses
from .evidence import quote
from .matching import find_candidates
from .model import Candidate, Extraction, Overrun, Reason, Span
from .pipeline import extract_text

PatternKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """What one pattern did: its hits, those that it alone makes, those that other patterns of its indicator make too (by
    pattern), those in conflict, and what was refused of it (by reason)."""

    hits: int = 0
    sole: int = 0
    overlaps: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    refusals: Mapping[Reason, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure that two patterns of an indicator give different values, or that two indicators of one unit take.

    `said` are the patterns as "indicator pattern = value", in order; `quote` the words that the first of them needs.
    """

    name: str
    quote: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PatternReport:
    """A Tally for every pattern of the catalogue, in its order, and all conflicts, in the order of the texts."""

    tallies: Mapping[PatternKey, Tally]
    conflicts: tuple[Conflict, ...]


def examples_of(catalog: Catalog) -> Iterator[Extraction]:
    """The catalogue's own examples and counterexamples, run."""
    for indicator in catalog.indicators.values():
        sentences: tuple[Example | Counterexample, ...] = (*indicator.examples, *indicator.counterexamples)
        for one in sentences:
            yield extract_text(one.text, catalog=catalog, year=one.year, doc_id=f"{indicator.id}:{one.line}")


def report_patterns(catalog: Catalog, extractions: Iterable[Extraction]) -> PatternReport:
    """What every pattern did in these texts."""
    counts = {(i.id, p.id): _Count() for i in catalog.indicators.values() for p in i.patterns}
    conflicts: list[Conflict] = []
    for extraction in extractions:
        clauses = split_clauses(extraction.report)
        for group in _by_figure(find_candidates(extraction.report, clauses, catalog)):
            _count_hits(group, counts)
            if len({candidate.quantity.value for candidate in group}) > 1:
                conflicts.append(_conflict(extraction, group, counts))
        for refusal in extraction.refusals:
            counts[refusal.candidate.indicator_id, refusal.candidate.pattern_id].refusals[refusal.reason] += 1
        conflicts += _taken_twice(extraction, counts)
    tallies = {key: Tally(one.hits, one.sole, one.overlaps, one.conflicts, one.refusals) for key, one in counts.items()}
    return PatternReport(tallies, tuple(conflicts))


@dataclass(slots=True)
class _Count:
    hits: int = 0
    sole: int = 0
    overlaps: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0
    refusals: Counter[Reason] = field(default_factory=Counter)


def _by_figure(candidates: Iterable[Candidate | Overrun]) -> list[list[Candidate]]:
    """The candidates of one indicator on one figure together, one for each pattern."""
    groups: dict[tuple[str, Span], dict[str, Candidate]] = {}
    for one in candidates:
        if isinstance(one, Overrun):
            continue
        groups.setdefault((one.indicator_id, one.figure), {}).setdefault(one.pattern_id, one)
    return [list(group.values()) for group in groups.values()]


def _count_hits(group: list[Candidate], counts: Mapping[PatternKey, _Count]) -> None:
    for one in group:
        count = counts[one.indicator_id, one.pattern_id]
        count.hits += 1
        count.sole += len(group) == 1
        count.overlaps.update(other.pattern_id for other in group if other is not one)


def _conflict(extraction: Extraction, group: list[Candidate], counts: Mapping[PatternKey, _Count]) -> Conflict:
    for one in group:
        counts[one.indicator_id, one.pattern_id].conflicts += 1
    said = tuple(f"{one.indicator_id} {one.pattern_id} = {one.quantity.value}" for one in group)
    return Conflict(extraction.report.doc_id, quote(extraction.report.text, group[0].span), said)


def _taken_twice(extraction: Extraction, counts: Mapping[PatternKey, _Count]) -> Iterator[Conflict]:
    """The figures that readings of two indicators of one unit share."""
    shared: dict[tuple[Span, str], list[int]] = {}
    for place, reading in enumerate(extraction.readings):
        shared.setdefault((reading.figure, reading.unit), []).append(place)
    for places in shared.values():
        group = [extraction.readings[place] for place in places]
        if len(group) < 2:
            continue
        for one in group:
            if (one.indicator_id, one.pattern_id) in counts:  # A total of parts is no pattern's.
                counts[one.indicator_id, one.pattern_id].conflicts += 1
        said = tuple(f"{one.indicator_id} {one.pattern_id} = {one.value}" for one in group)
        yield Conflict(extraction.report.doc_id, group[0].quote, said)
