"""Nodes of the catalogue's file → units, themes, indicators; every fault names its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from . import catalog_keys as keys
from .catalog_fault_words import Fault
from .catalog_nodes import Node, nearest
from .catalog_schema import (
    Better,
    Break,
    Counterexample,
    Derived,
    Example,
    Expected,
    Grade,
    Indicator,
    Kind,
    Relation,
    RelationKind,
    Theme,
    Unit,
)
from .catalog_terms import Term
from .catalog_wordings import Names, read_pattern, read_regex, within
from .model import Basis, Level, Qualifier

_ID = re.compile(keys.ID)
_PERCENT = "%"
_SIGNS = {
    ">=": Qualifier.MIN,
    "≥": Qualifier.MIN,
    "<=": Qualifier.MAX,
    "≤": Qualifier.MAX,
    "~": Qualifier.APPROX,
    "≈": Qualifier.APPROX,
}
_GIVES = re.compile(keys.GIVES)


def read_unit(key: str, node: Node) -> Unit:
    """One entry of `units`."""
    fields = keys.UNIT.read(node)
    words = fields["words"].texts()
    if not words:
        raise fields["words"].fault(Fault.UNIT_WITHOUT_WORDS, unit=key)
    return Unit(key, words, fields["name_en"].text(), fields["mistaken_for"].texts() if "mistaken_for" in fields else ())


def read_theme(key: str, node: Node) -> Theme:
    """One entry of `themes`."""
    fields = keys.THEME.read(node)
    return Theme(key, fields["name"].text(), fields["name_en"].text())


def read_indicator(node: Node, names: Names) -> tuple[Indicator, tuple[Node, ...]]:
    """One entry of `indicators`, and the ids that its checks name, to be looked up when all are read."""
    fields = keys.INDICATOR.read(node)
    unit = fields["unit"].choice(names.units, Term.UNIT)
    kind = _read_kind(fields["kind"], unit)
    low, high = _read_bounds(fields["bounds"])
    checks = [_read_relation(item) for item in fields["checks"].items()]
    levels = tuple(Level(item.choice([*Level], Term.LEVEL)) for item in fields["levels"].items() if fields["levels"].texts())
    if not levels:
        raise fields["levels"].fault(Fault.NO_LEVEL, levels=", ".join(Level))
    patterns = tuple(read_pattern(item, kind, low, high, names) for item in fields["patterns"].items())
    for at, pattern in enumerate(patterns):
        if any(pattern.id == other.id for other in patterns[:at]):
            raise fields["patterns"].items()[at].fault(Fault.PATTERN_TWICE, id=pattern.id)
    indicator = Indicator(
        id=fields["id"].id(_ID),
        name=fields["name"].text(),
        name_en=fields["name_en"].text(),
        theme=fields["theme"].choice(names.themes, Term.THEME),
        unit=unit,
        kind=kind,
        better=Better(fields["better"].choice([*Better], Term.DIRECTION)),
        levels=levels,
        definition=fields["definition"].text(),
        definition_en=fields["definition_en"].text(),
        base=_read_of_rate(fields["base"], kind, "base"),
        bases=fields["bases"].texts(),
        base_words=_read_base_words(fields["base_words"], fields["bases"].texts(), names) if "base_words" in fields else {},
        version=fields["version"].whole(),
        numerator=_read_of_rate(fields["numerator"], kind, "numerator"),
        decimals=_read_decimals(fields["decimals"]),
        law=fields["law"].text_or_null(),
        low=low,
        high=high,
        comparability=Grade(fields["comparability"].choice([*Grade], Term.GRADE)),
        note=fields["note"].text(),
        note_en=fields["note_en"].text(),
        synonyms=_read_synonyms(fields["synonyms"]),
        patterns=patterns,
        examples=tuple(_read_example(item, low, high) for item in fields["examples"].items()),
        counterexamples=tuple(read_counterexample(item) for item in fields["counterexamples"].items()),
        checks=tuple(relation for relation, _ in checks),
        adds_up="adds_up" in fields and fields["adds_up"].flag(),
        breaks=_read_breaks(fields["breaks"]) if "breaks" in fields else (),
        line=node.line,
    )
    return indicator, tuple(target for _, targets in checks for target in targets)


def read_derived(node: Node, indicators: Mapping[str, Indicator]) -> Derived:
    """One entry of `derived`; its part and whole are counts among `indicators`."""
    fields = keys.DERIVED.read(node)
    key = fields["id"].id(_ID)
    if key in indicators:
        raise fields["id"].fault(Fault.INDICATOR_TWICE, id=key, other=indicators[key].line)
    part, whole = (indicators[fields[side].choice(indicators, Term.INDICATOR)] for side in ("part", "whole"))
    if part is whole or part.unit != whole.unit or Kind.RATE in (part.kind, whole.kind):
        raise node.fault(Fault.DERIVED_UNFIT, part=part.id, whole=whole.id)
    return Derived(
        id=key,
        name=fields["name"].text(),
        name_en=fields["name_en"].text(),
        unit=fields["unit"].choice([_PERCENT], Term.UNIT),
        part=part.id,
        whole=whole.id,
        note=fields["note"].text(),
        note_en=fields["note_en"].text(),
        line=node.line,
    )


def _read_base_words(node: Node, bases: tuple[str, ...], names: Names) -> dict[str, str]:
    """For each base that a sentence can be seen to use, the regex of the words that say so."""
    entries = node.table()
    for base, item in entries.items():
        if base not in bases:
            raise item.fault(Fault.NO_BASE_OF_IT, base=base, near=nearest(base, bases))
    return {base: read_regex(item, names.fragments) for base, item in entries.items()}


def _read_kind(node: Node, unit: str) -> Kind:
    kind = Kind(node.choice([*Kind], Term.KIND))
    if (kind is Kind.RATE) != (unit == _PERCENT):
        raise node.fault(Fault.KIND_AND_UNIT, kind=kind, unit=unit)
    return kind


def _read_bounds(node: Node) -> tuple[Decimal | None, Decimal | None]:
    ends = node.items()
    if len(ends) != 2:
        raise node.fault(Fault.BOUNDS_COUNT, count=len(ends))
    low, high = (None if end.kind == "null" else end.number() for end in ends)
    if low is not None and high is not None and low > high:
        raise node.fault(Fault.BOUNDS_TURNED, low=str(low), high=str(high))
    return low, high


def _read_of_rate(node: Node, kind: Kind, name: str) -> str | None:
    """One side of the division: words for a rate, None for all else."""
    side = node.text_or_null()
    if side is None and kind is Kind.RATE:
        raise node.fault(Fault.RATE_LACKS, name=name)
    if side is not None and kind is not Kind.RATE:
        raise node.fault(Fault.RATE_ONLY, kind=kind, name=name)
    return side


def _read_decimals(node: Node) -> int:
    decimals = node.whole()
    if decimals > keys.DECIMALS:
        raise node.fault(Fault.DECIMALS_MANY, count=decimals, most=keys.DECIMALS)
    return decimals


def _read_synonyms(node: Node) -> tuple[str, ...]:
    synonyms = node.texts()
    if not synonyms:
        raise node.fault(Fault.NO_SYNONYM)
    return synonyms


def _read_breaks(node: Node) -> tuple[Break, ...]:
    """The breaks, earliest first; two of one year are two causes."""
    told = [keys.BREAK.read(item) for item in node.items()]
    breaks = [Break(fields["year"].whole(), fields["why"].text(), fields["why_en"].text()) for fields in told]
    return tuple(sorted(breaks, key=lambda found: found.year))


def _read_example(node: Node, low: Decimal | None, high: Decimal | None) -> Example:
    fields = keys.EXAMPLE.read(node)
    gives = tuple(_read_expected(item, low, high) for item in fields["gives"].one_or_more())
    return Example(fields["text"].text(), gives, fields["year"].whole() if "year" in fields else None, node.line)


def _read_expected(node: Node, low: Decimal | None, high: Decimal | None) -> Expected:
    if node.kind not in ("number", "text"):
        raise node.fault(Fault.GIVES_NO_VALUE)
    found = _GIVES.fullmatch(node.scalar.strip())
    if not found or (found[3] and found[3] not in [*Basis]):
        raise node.fault(Fault.GIVES_UNREADABLE, written=node.scalar)
    value = within(node, Decimal(found[2]), low, high)
    return Expected(value, _SIGNS[found[1]] if found[1] else Qualifier.EXACT, Basis(found[3]) if found[3] else Basis.STATED)


def read_counterexample(node: Node) -> Counterexample:
    """One item of `counterexamples`, of an indicator or of a relation."""
    fields = keys.COUNTEREXAMPLE.read(node)
    return Counterexample(
        fields["text"].text(), fields["why"].text(), fields["year"].whole() if "year" in fields else None, node.line
    )


def _read_relation(node: Node) -> tuple[Relation, tuple[Node, ...]]:
    """One check, with the nodes of the ids that it names."""
    fields = keys.RELATION.read(node)
    if len(fields) != 1:
        raise node.fault(Fault.ONE_CHECK, kinds=", ".join(RelationKind))
    (name, value), *_ = fields.items()
    kind = RelationKind(name)
    if kind is RelationKind.PARTS:
        value.choice((keys.LISTED,), Term.WAY_OF_PARTS)
        return Relation(kind, (), node.line), ()
    targets = (value,) if kind is RelationKind.AT_MOST else value.items()
    if kind is RelationKind.RATIO and len(targets) != 2:
        raise value.fault(Fault.RATIO_OF_TWO, count=len(targets))
    return Relation(kind, tuple(target.text() for target in targets), node.line), targets
