"""Readings and clauses → the report's own arithmetic: relations that the catalogue declares, compared and never repaired.

Of an indicator: `at_most` holds where a value is no larger than another's (审结 ≤ 受理 ≤ 收案), `ratio` where a stated rate
agrees with the two counts it is made of, `parts` where the parts that a sentence lists after the value add up to it. Between
figures that no indicator asks for, the catalogue's `relations` hold within a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .catalog import Catalog, Indicator, RelationKind
from .clauses import clause_at
from .comparing import compare_at_most, compare_ratio, compare_sum
from .listing import Listed, find_listed
from .model import Basis, Check, Clause, Holds, Outcome, Qualifier, Reading, Report, Span, Term
from .relating import find_related, relations_of
from .stretch import term_of


def check_arithmetic(
    report: Report, clauses: Sequence[Clause], readings: Sequence[Reading], catalog: Catalog
) -> tuple[Check, ...]:
    """The checks of one report: those of the indicators in the catalogue's order, then those of sentences in the text's.

    A relation whose figures are not all given, or whose bounds leave it open, makes none; figures that one check compares
    are not compared again by another that says no more.
    """
    found = [*_check_indicators(report, clauses, readings, catalog), *find_related(report, clauses, catalog)]
    known = {reading.figure: reading for reading in reversed(readings)}
    return tuple(_name_readings(check, known) for check in _drop_lesser(found))


def _check_indicators(
    report: Report, clauses: Sequence[Clause], readings: Sequence[Reading], catalog: Catalog
) -> Iterator[Check]:
    mains = {reading.indicator_id: reading for reading in readings if reading.main}
    for indicator in catalog.indicators.values():
        for relation in indicator.checks:
            if relation.relation is RelationKind.PARTS:
                own = [reading for reading in readings if reading.indicator_id == indicator.id]
                yield from _check_parts(report, clauses, own, indicator, catalog)
            elif indicator.id in mains and all(i in mains for i in relation.indicators):
                given = [mains[indicator.id], *(mains[i] for i in relation.indicators)]
                check = _check_mains(report, relation.relation, given)
                if check is not None:
                    yield check


def _check_mains(report: Report, kind: RelationKind, given: Sequence[Reading]) -> Check | None:
    terms = [term_of(report, reading) for reading in given]
    ids = [reading.indicator_id for reading in given]
    if kind is RelationKind.AT_MOST:
        return compare_at_most(f"{ids[0]} <= {ids[1]}", terms[:1], terms[1])
    # A rate worked out from the counts, or implied by words, prints nothing that could disagree with them.
    return compare_ratio(f"{ids[0]} = {ids[1]} / {ids[2]}", *terms) if given[0].basis is Basis.STATED else None


def _check_parts(
    report: Report, clauses: Sequence[Clause], own: Sequence[Reading], indicator: Indicator, catalog: Catalog
) -> Iterator[Check]:
    measures = relations_of(catalog).measures
    words = catalog.units[indicator.unit].words
    for reading in own:
        clause = clause_at(clauses, reading.figure.start)
        if reading.basis is not Basis.STATED or clause is None:
            continue
        listed = find_listed(report, clause, reading, measures, words)
        check = _check_listed(f"{indicator.id} = parts", term_of(report, reading), listed) if listed else None
        if check is not None:
            yield check


def _check_listed(rule: str, whole: Term, listed: Listed) -> Check | None:
    """The first parts that add up to the whole are its list; else those that claim to; else each is only no larger."""
    if whole.qualifier is Qualifier.EXACT:
        for count in range(2, len(listed.parts) + 1):
            check = compare_sum(rule, listed.parts[:count], whole)
            if check is not None and check.outcome is Outcome.AGREES:
                return check
    if listed.closed > 1:
        return compare_sum(rule, listed.parts[: listed.closed], whole)
    return compare_at_most(rule, listed.parts, whole)


def _drop_lesser(found: Sequence[Check]) -> Iterator[Check]:
    """The checks without those that compare again: the same figures, or some of them only to say that they agree."""
    figures = [frozenset(term.figure for term in check.terms) for check in found]
    for place, check in enumerate(found):
        again = any(found[i].holds is check.holds and figures[i] == figures[place] for i in range(place))
        lesser = check.holds is Holds.AT_MOST and check.outcome is Outcome.AGREES
        if not again and not (lesser and any(figures[place] < other for other in figures)):
            yield check


def _name_readings(check: Check, known: Mapping[Span, Reading]) -> Check:
    """The check with the reading beside each figure that is one."""
    terms = tuple(replace(term, reading=term.reading or known.get(term.figure)) for term in check.terms)
    return replace(check, terms=terms)
