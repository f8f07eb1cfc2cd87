"""Clauses × the catalogue's relations → the checks of figures that one sentence ties together, whoever asks for them.

接收案件30953宗,已处理30827宗,待处理124宗: no indicator need ask for the second and third figure. Only sentences on the work
done are looked at, and only counts of one unit are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import regex

from .catalog import Catalog, FigureRelation
from .comparing import compare_at_most, compare_ratio, compare_sum
from .gates import Gates
from .model import Check, Clause, Holds, Outcome, Report, Role, Term
from .passages import squeeze
from .quantities import ANY_FIGURE, Token, measures_of
from .terms import term_of_token

_DIGITS = regex.compile(r"[\d一二两三四五六七八九十百千]")
_NAMED = regex.compile(r"\(\?P<(?:part|whole|figure)>")
_NAME = regex.compile(rf"[^,;:。、()!?{ANY_FIGURE}]*$")


class Relations:
    """The compiled relations of one catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        words = catalog.measure_words()
        self.measures = measures_of(words)
        self.units = [frozenset(unit.words) for unit in catalog.units.values()]
        compiled = [self.measures.compile(relation.source, words, bare=True) for relation in catalog.relations.values()]
        self._rules = list(zip(catalog.relations.values(), compiled, strict=True))
        # Python's own parser, which finds the gates, takes no name of a group twice.
        self._gates = Gates([_NAMED.sub("(?:", expression.pattern) for expression in compiled])

    def find_open(self, plain: str) -> list[tuple[FigureRelation, regex.Pattern[str]]]:
        """The relations that the words of a clause may hold, in the catalogue's order."""
        return [self._rules[i] for i in self._gates.find_open(plain)]

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
    for clause in clauses:
        # Two figures at least are compared.
        if clause.role is not Role.WORK or len(_DIGITS.findall(report.text, clause.span.start, clause.span.end)) < 2:
            continue
        plain, offsets = squeeze(report.text, clause.span)
        rules = relations.find_open(plain)
        if rules:
            tokens = {token.start: token for token in relations.measures.find(plain)}
            sentence = _Sentence(report, plain, offsets, tokens, relations.measures.shape(plain, tokens.values()), relations)
            for relation, expression in rules:
                checks = (_compare(relation, sentence, found) for found in expression.finditer(sentence.shape))
                yield from (check for check in checks if check is not None)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A clause made ready for its relations."""

    report: Report
    plain: str
    offsets: Sequence[int]
    tokens: Mapping[int, Token]
    shape: str
    relations: Relations

    def term(self, start: int) -> Term:
        """The figure that starts there, as a term."""
        named = _NAME.search(self.shape, 0, start)
        return term_of_token(self.report, self.plain, self.offsets, self.tokens[start], named.start() if named else start)


def _compare(relation: FigureRelation, sentence: _Sentence, found: regex.Match[str]) -> Check | None:
    """The check of one match; None where its counts are of different units or bounds leave it open."""
    whole, parts = found.start("whole"), [start for start, _ in found.spans("part")]
    if not sentence.relations.are_alike([sentence.tokens[at] for at in (whole, *parts)]):
        return None
    terms = [sentence.term(at) for at in parts]
    if relation.holds is Holds.AT_MOST:
        return compare_at_most(relation.id, terms, sentence.term(whole))
    if relation.holds is Holds.SUM:
        return compare_sum(relation.id, terms, sentence.term(whole)) if len(terms) > 1 else None
    rate = sentence.term(found.start("figure"))
    checks = [compare_ratio(relation.id, rate, terms[0], sentence.term(at)) for at in _wholes(sentence, whole, parts[0])]
    # 收到200件,受理190件,办结180件,办结率90%: the rate divides by whichever count before it gives it.
    return next((check for check in checks if check is not None and check.outcome is not Outcome.DIFFERS), checks[0])


def _wholes(sentence: _Sentence, nearest: int, part: int) -> list[int]:
    """Where the counts stand that a rate may divide by: the nearest before the part, then those before that, going back."""
    earlier = [
        token.start
        for token in sentence.tokens.values()
        if token.start < min(nearest, part) and token.quantity is not None and token.measure != "%"
        and sentence.relations.are_alike([token, sentence.tokens[part]])
    ]  # fmt: skip
    return [nearest, *reversed(earlier)]
