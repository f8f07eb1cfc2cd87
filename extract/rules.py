"""A catalogue's patterns → its rules: each written out for shapes, with the figures that it takes and the literals that it needs.

Made once for each catalogue object. Writing them out and compiling them is most of what a start takes: rules that an earlier run
made of the same catalogue can be handed in (`extract.proved` keeps them).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakKeyDictionary

import regex

from .catalog import Catalog, Indicator, Pattern, PatternKind
from .gates import Gate, find_gates
from .quantities import RATE, Measures, measures_of


@dataclass(frozen=True)
class Rule:
    """A pattern of an indicator, written out for shapes: `signs` is the class of figures that it takes, `topics` are the matters
    that it speaks of (empty: any) and `gates` the literals that it cannot do without. It is compiled when a clause asks for it:
    a handful of reports opens half of the patterns, and compiling is what takes long."""

    indicator: Indicator
    pattern: Pattern
    source: str
    signs: str
    topics: frozenset[str]
    gates: Sequence[Gate]

    @cached_property
    def expression(self) -> regex.Pattern[str]:
        return regex.compile(self.source)

    @cached_property
    def unless(self) -> regex.Pattern[str] | None:
        return regex.compile(self.pattern.unless) if self.pattern.unless else None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a catalogue in its order, and the `misfits`: the same wordings with figures in a unit that the indicator's
    may be mistaken for."""

    fit: tuple[Rule, ...]
    misfits: tuple[Rule, ...]


_rules: WeakKeyDictionary[Catalog, Rules] = WeakKeyDictionary()


def rules_of(catalog: Catalog) -> Rules:
    """The rules of a catalogue, written out once for each catalogue object."""
    if catalog not in _rules:
        _rules[catalog] = _write_out(catalog)
    return _rules[catalog]


def hand_in(catalog: Catalog, rules: Rules) -> None:
    """Take these for the rules of a catalogue: they were made of its very indicators."""
    _rules[catalog] = rules


def _write_out(catalog: Catalog) -> Rules:
    measures = measures_of(catalog.measure_words())
    patterns = [(i, p) for i in catalog.indicators.values() for p in i.patterns]
    mistaken = [(i, p, catalog.mistaken_words(i, p)) for i, p in patterns if p.kind is PatternKind.TEXT]
    return Rules(
        tuple(_rule(i, p, catalog.words_of(i, p), measures) for i, p in patterns),
        tuple(_rule(i, replace(p, bare=False), words, measures) for i, p, words in mistaken if words),
    )


def _rule(indicator: Indicator, pattern: Pattern, words: Collection[str], measures: Measures) -> Rule:
    source = measures.write_out(pattern.source, words, bare=pattern.bare)
    signs = measures.signs(words, bare=pattern.bare)
    gates = list(find_gates(source))
    if pattern.kind is PatternKind.NAME:
        gates.append(frozenset(RATE if indicator.unit == "%" else signs))
    return Rule(indicator, pattern, source, signs, frozenset(pattern.topics), gates)
