"""Clauses × the catalogue's relations → the checks of figures that one sentence ties together, whoever asks for them.

接收案件30953宗,已处理30827宗,待处理124宗: no indicator need ask for the second and third figure. Only sentences on the work
done are looked at, and only counts of one unit are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

import regex

from .catalog import Catalog, FigureRelation
from .comparing import compare_at_most, compare_ratio, compare_sum
from .gates import Gates, find_gates
from .matching import TIME_LIMIT
from .model import Check, Clause, Holds, Outcome, Report, Role
from .quantities import ANY_FIGURE, Token, measures_of
from .stretch import Stretch

_MASKED = regex.compile(f"[{ANY_FIGURE}]")


class Relations:
    """The compiled relations of one catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        words = catalog.measure_words()
        self.measures = measures_of(words)
        self.units = [frozenset(unit.words) for unit in catalog.units.values()]
        sources = [self.measures.write_out(relation.source, words, bare=True) for relation in catalog.relations.values()]
        self._rules = [(r, regex.compile(source)) for r, source in zip(catalog.relations.values(), sources, strict=True)]
        # Figures are not masked before a gate opens.
        gates = [find_gates(source) for source in sources]
        self._gates = Gates({i: [g for g in held if not _MASKED.search("".join(g))] for i, held in enumerate(gates)})

    def find_open(self, plains: Sequence[str]) -> Iterator[list[tuple[FigureRelation, regex.Pattern[str]]]]:
        """For each clause the relations that its words may hold, in the catalogue's order."""
        return ([self._rules[i] for i in opened] for opened in self._gates.find_open(plains))

    def are_alike(self, tokens: Sequence[Token]) -> bool:
        """Whether counts are of one unit; one without a measure word is of any."""
        words = {token.measure for token in tokens if token.measure}
        return len(words) < 2 or any(words <= unit for unit in self.units)


_relations: WeakKeyDictionary[Catalog, Relations] = WeakKeyDictionary()


def relations_of(catalog: Catalog) -> Relations:
    """The relations of a catalogue, compiled once for each catalogue object."""
    if catalog not in _relations:
        _relations[catalog] = Relations(catalog)
    return _relations[catalog]


def find_related(report: Report, clauses: Sequence[Clause], catalog: Catalog) -> Iterator[Check]:
    """The checks of the catalogue's relations in a report, clause by clause, in the catalogue's order within a clause."""
    relations = relations_of(catalog)
    told = [clause.span for clause in clauses if clause.role is Role.WORK]
    stretches = [Stretch(report, span.start, span.end, relations.measures) for span in told]
    for stretch, rules in zip(stretches, relations.find_open([stretch.plain for stretch in stretches]), strict=True):
        for relation, expression in rules:
            checks = (_compare(relation, stretch, found, relations) for found in _find(expression, stretch.shape))
            yield from (check for check in checks if check is not None)


def _find(expression: regex.Pattern[str], shape: str) -> Iterator[regex.Match[str]]:
    """The matches in a shape, up to where the search is stopped at its time limit: what it did not see is not checked."""
    try:
        yield from expression.finditer(shape, timeout=TIME_LIMIT)
    except TimeoutError:
        return


def _compare(relation: FigureRelation, stretch: Stretch, found: regex.Match[str], relations: Relations) -> Check | None:
    """The check of one match; None where its counts are of different units or bounds leave it open."""
    whole, parts = found.start("whole"), [start for start, _ in found.spans("part")]
    if not relations.are_alike([stretch.tokens[at] for at in (whole, *parts)]):
        return None
    terms = [stretch.term(at) for at in parts]
    if relation.holds is Holds.AT_MOST:
        return compare_at_most(relation.id, terms, stretch.term(whole))
    if relation.holds is Holds.SUM:
        return compare_sum(relation.id, terms, stretch.term(whole)) if len(terms) > 1 else None
    rate = stretch.term(found.start("figure"))
    wholes = [whole, *_earlier_counts(stretch, min(whole, parts[0]), parts[0], relations)]
    larger = [term for term in map(stretch.term, wholes) if term.value >= terms[0].value]
    checks = [compare_ratio(relation.id, rate, terms[0], term) for term in larger]
    # 收到200件,受理190件,办结180件,办结率90%: the rate divides by whichever count before it gives it.
    return next(
        (check for check in checks if check is not None and check.outcome is not Outcome.DIFFERS), next(iter(checks), None)
    )


def _earlier_counts(stretch: Stretch, before: int, part: int, relations: Relations) -> list[int]:
    """Where the counts stand, going back from `before`, that are of one unit with the part."""
    counts = [token for token in stretch.tokens.values() if token.quantity is not None and token.measure != "%"]
    alike = [token.start for token in counts if token.start < before and relations.are_alike([token, stretch.tokens[part]])]
    return alike[::-1]
