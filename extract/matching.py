"""Catalogue × clauses → candidates: every figure that a pattern ties to an indicator. Finds widely, knows no policy.

A pattern is tried only on clauses that hold what it cannot do without: its literals (see `gates`) and a figure with one of
its measure words. The plain way (`gated=False`) tries all patterns on all clauses; a test holds the two to the same candidates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import repeat
from weakref import WeakKeyDictionary

import ahocorasick_rs
import regex

from .catalog import Catalog, PatternKind
from .chains import Said, find_act_value, find_count_chains, find_count_value, find_rate_chains, lists_names
from .folding import fold
from .further import find_further
from .gates import Gates
from .model import Basis, Candidate, Clause, Overrun, Qualifier, Quantity, Report, Span
from .moves import join_moves
from .passages import Floor, Passage, Topics, squeeze
from .quantities import Measures, Token, measures_of
from .rules import Rule, rules_of
from .subjects import may_speak_of, speaks_of

# A name that ends so is a rate's own name; any other name of a rate is an act (合法性审核) that stands for it.
_RATE_NAME = regex.compile(r"(?:率|(?<=[满意知晓美誉好评])度|比例|占比|比重|压缩比|覆盖面)$")
_CENTS = Decimal("0.01")
# The longest that a pattern may take for one clause, in seconds: a thousand times what it needs, for a busy machine's sake.
TIME_LIMIT = 1.0
# How far back a quote goes for its subject.
_QUOTE_LEAD = 40


class Matcher:
    """The patterns of one catalogue, made ready for shapes."""

    def __init__(self, catalog: Catalog) -> None:
        self.measures: Measures = measures_of(catalog.measure_words())
        self.topics = Topics(catalog.topics)
        rules = rules_of(catalog)
        self.rules, self.misfits = rules.fit, rules.misfits
        gates = {i: rule.gates for i, rule in enumerate([*self.rules, *self.misfits])}
        implied = {i for i, rule in enumerate(self.rules) if rule.pattern.kind is PatternKind.IMPLIED}
        self._implied = Gates({i: gates[i] for i in implied})
        self._told = Gates({i: gates[i] for i in gates if i not in implied})
        self.synonyms = [(i.id, s) for i in catalog.indicators.values() for s in i.synonyms]
        self._synonyms = ahocorasick_rs.AhoCorasick([s for _, s in self.synonyms])

    def find_open(
        self, shapes: Sequence[str], figures: Sequence[Collection[Token]]
    ) -> Iterator[tuple[Sequence[Rule], Sequence[Rule]]]:
        """For each clause, given by its shape and its figures, the rules whose gates it opens, in the catalogue's order, and the
        misfits."""
        told = self._told.find_open([shape for shape, tokens in zip(shapes, figures, strict=True) if tokens])
        size = len(self.rules)
        for tokens, opened in zip(figures, self._implied.find_open(shapes), strict=True):
            numbers = sorted([*opened, *next(told)]) if tokens else opened
            first = bisect_left(numbers, size)
            yield [self.rules[i] for i in numbers[:first]], [self.misfits[i - size] for i in numbers[first:]]

    def find_mentions(self, text: str) -> dict[str, Span]:
        """The first place in `text` where each indicator is named by a synonym."""
        found: dict[str, Span] = {}
        for which, start, end in self._synonyms.find_matches_as_indexes(fold(text), overlapping=True):
            found.setdefault(self.synonyms[which][0], Span(start, end))
        return found


_matchers: WeakKeyDictionary[Catalog, Matcher] = WeakKeyDictionary()


def matcher_of(catalog: Catalog) -> Matcher:
    """The matcher of a catalogue, made once for each catalogue object."""
    if catalog not in _matchers:
        _matchers[catalog] = Matcher(catalog)
    return _matchers[catalog]


def find_mentions(report: Report, catalog: Catalog) -> dict[str, Span]:
    """The first place of the report where each indicator is named, with or without a figure, by indicator id."""
    return matcher_of(catalog).find_mentions(report.text)


def find_candidates(
    report: Report, clauses: Sequence[Clause], catalog: Catalog, *, gated: bool = True
) -> Iterator[Candidate | Overrun]:
    """Every candidate of a report, clause by clause, in the catalogue's order within a clause; an Overrun where a pattern was
    stopped in a clause, behind what it had found there."""
    matcher = matcher_of(catalog)
    folded = fold(report.text)
    plains = [squeeze(folded, clause.span) for clause in clauses]
    figures = [tuple(join_moves(plain, matcher.measures.find(plain))) for plain in plains]
    shapes = [matcher.measures.shape(plain, tokens) for plain, tokens in zip(plains, figures, strict=True)]
    opened = matcher.find_open(shapes, figures) if gated else repeat((matcher.rules, matcher.misfits))
    named = matcher.topics.find(plains)
    floor = Floor()
    reached = 0
    for clause, plain, tokens, shape, said, (rules, misfits) in zip(
        clauses, plains, figures, shapes, named, opened, strict=False
    ):
        if folded.find("\n", reached, clause.span.start) >= 0:
            floor.clear()
        reached = clause.span.end
        if rules or misfits:
            passage = Passage(clause, folded, plain, shape, {token.start: token for token in tokens}, said, floor)
            found = [candidate for rule in rules for candidate in _match(passage, rule)]
            yield from found
            given = {candidate.indicator_id for candidate in found}
            for rule in misfits:
                # 法治培训350人次, where times are asked for: judging refuses it, and so a blank tells that a figure stands there.
                if rule.indicator.id not in given:
                    yield from _match(passage, rule)
        floor.add(said)


def _match(passage: Passage, rule: Rule) -> Sequence[Candidate | Overrun]:
    found: list[Candidate | Overrun] = []
    if not may_speak_of(passage, rule.topics):
        return found
    try:
        # Most patterns that a clause may hold it does not hold after all, and to search tells so soonest.
        if rule.expression.search(passage.shape, timeout=TIME_LIMIT):
            found.extend(_MATCH[rule.pattern.kind](passage, rule))
    except TimeoutError:
        found.append(Overrun(rule.indicator.id, rule.pattern.id, passage.clause))
    return found


def _match_text(passage: Passage, rule: Rule) -> Iterator[Candidate]:
    for m in rule.expression.finditer(passage.shape, timeout=TIME_LIMIT):
        token = passage.tokens[m.start("figure")]
        if lists_names(passage.shape, m.start(), token.start):
            continue
        if _applies(passage, rule, m.start(), m.end(), token.start):
            yield from _candidates(passage, rule, m.start(), m.end(), token, _scope(passage, rule, m))
            for further in find_further(passage.shape, m.start(), token.start, token.end):
                start, end = min(m.start(), further.figure), max(m.end(), further.end)
                who = passage.plain[further.who[0] : further.who[1]] or None
                candidate = _candidate(passage, rule, start, end, passage.tokens[further.figure], who)
                yield replace(candidate, part=not further.whole and (rule.pattern.part or who is not None))


def _match_implied(passage: Passage, rule: Rule) -> Iterator[Candidate]:
    for m in rule.expression.finditer(passage.shape, timeout=TIME_LIMIT):
        if not _applies(passage, rule, m.start(), m.end(), m.start()):
            continue
        value = rule.pattern.value
        if value is None:
            raise ValueError(f"pattern {rule.pattern.id} of {rule.indicator.id} implies no value")
        span = _with_topic(passage, rule, m.start(), m.end())
        yield Candidate(
            rule.indicator.id, rule.pattern.id, passage.clause, span, passage.span(m.start(), m.end()),
            Quantity(value, "", Qualifier.EXACT), Basis.IMPLIED, rule.pattern.base, _scope(passage, rule, m), rule.pattern.part,
        )  # fmt: skip


def _match_ratio(passage: Passage, rule: Rule) -> Iterator[Candidate]:
    for m in rule.expression.finditer(passage.shape, timeout=TIME_LIMIT):
        part, whole = passage.tokens[m.start("part")], passage.tokens[m.start("whole")]
        if part.quantity is None or whole.quantity is None or whole.quantity.value == 0:
            continue
        if not _applies(passage, rule, m.start(), m.end(), part.start):
            continue
        exact = part.quantity.qualifier is whole.quantity.qualifier is Qualifier.EXACT
        value = (part.quantity.value * 100 / whole.quantity.value).quantize(_CENTS, ROUND_HALF_UP)
        span = _with_topic(passage, rule, m.start(), m.end())
        first, last = sorted((part, whole), key=lambda t: t.start)
        quantity = Quantity(_plain(value), "%", Qualifier.EXACT if exact else Qualifier.APPROX)
        yield Candidate(
            rule.indicator.id, rule.pattern.id, passage.clause, span, passage.span(first.start, last.end), quantity,
            Basis.COMPUTED, rule.pattern.base, _scope(passage, rule, m), rule.pattern.part,
            (passage.span(part.start, part.end), passage.span(whole.start, whole.end)),
        )  # fmt: skip


def _plain(value: Decimal) -> Decimal:
    """The value without noughts behind its last decimal: 95.00 is 95, 91.80 is 91.8."""
    return value.normalize() if value % 1 else value.quantize(Decimal(1))


def _match_name(passage: Passage, rule: Rule) -> Iterator[Candidate]:
    for m in rule.expression.finditer(passage.shape, timeout=TIME_LIMIT):
        for said in _values_of(passage, rule, m):
            place = m.start() if said.place is None else said.place
            if _applies(passage, rule, m.start(), said.end, place, said.slot):
                yield from _candidates(passage, rule, m.start(), said.end, passage.tokens[said.figure], _scope(passage, rule, m))


_MATCH: Mapping[PatternKind, Callable[[Passage, Rule], Iterator[Candidate]]] = {
    PatternKind.TEXT: _match_text,
    PatternKind.NAME: _match_name,
    PatternKind.IMPLIED: _match_implied,
    PatternKind.RATIO: _match_ratio,
}


def _values_of(passage: Passage, rule: Rule, m: regex.Match[str]) -> Iterator[Said]:
    """The figures said of the name that `m` found: in a chain of names, or right behind it."""
    shape = passage.shape
    if rule.indicator.unit != "%":
        for chain in find_count_chains(shape):
            yield from (said for said in chain.slot_of(m.start(), m.end()) if shape[said.figure] in rule.signs)
        said = find_count_value(shape, m.end(), rule.signs)
    elif _RATE_NAME.search(m[0]):
        for chain in find_rate_chains(shape):
            yield from chain.said_of(None if rule.topics else m.start(), m.end(), shape)
        return
    else:
        said = find_act_value(shape, m.end())
    if said:
        yield said


def _applies(passage: Passage, rule: Rule, start: int, end: int, figure: int, slot: tuple[int, int] | None = None) -> bool:
    """Whether the topic is the pattern's own and none of its `unless` words stands in the stretch around the match."""
    if not speaks_of(passage, rule.topics, start, end, figure, slot):
        return False
    if rule.unless is None:
        return True
    left, right = passage.segment(start, end)
    return not rule.unless.search(passage.plain, left, right, timeout=TIME_LIMIT)


def _candidates(passage: Passage, rule: Rule, start: int, end: int, token: Token, scope: str | None) -> Iterator[Candidate]:
    """The candidate of a figure, behind that of the figure that it moved from."""
    if token.old is not None:
        yield _candidate(passage, rule, start, end, token.old, scope)
    yield _candidate(passage, rule, start, end, token, scope)


def _candidate(passage: Passage, rule: Rule, start: int, end: int, token: Token, scope: str | None) -> Candidate:
    quantity = token.quantity
    if quantity is None:
        raise ValueError(f"pattern {rule.pattern.id} of {rule.indicator.id} took what is no figure")
    if rule.pattern.qualifier is not None:
        quantity = Quantity(quantity.value, quantity.unit, rule.pattern.qualifier)
    span = _with_topic(passage, rule, min(start, token.start), max(end, token.end))
    return Candidate(
        rule.indicator.id, rule.pattern.id, passage.clause, span, passage.span(token.start + token.lead, token.end),
        quantity, Basis.STATED, rule.pattern.base, scope, rule.pattern.part,
    )  # fmt: skip


def _with_topic(passage: Passage, rule: Rule, start: int, end: int) -> Span:
    """The match's span, drawn back to the topic's word where the pattern leans on it (…申请41件,受理22件), and from there to
    the comma before it, so that the quote says who did what."""
    if rule.pattern.topics:
        start = passage.head_before(start, rule.pattern.topics)
    left, _ = passage.segment(start, end)
    return passage.span(max(left, start - _QUOTE_LEAD), end)


def _scope(passage: Passage, rule: Rule, m: regex.Match[str]) -> str | None:
    """The words that the pattern's group `scope` caught, else the pattern's own scope."""
    if "scope" in m.re.groupindex and m["scope"]:
        start, end = m.span("scope")
        return passage.plain[start:end]
    return rule.pattern.scope
