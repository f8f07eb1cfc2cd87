"""Nodes of the catalogue's file → units, themes, fragments, indicators; every fault names its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ParamSpec, TypeVar

from .catalog_nodes import Node, nearest
from .catalog_patterns import PatternError, expand, placeholders, probe, resolve_fragments
from .catalog_schema import (
    Better,
    Counterexample,
    Example,
    Expected,
    Grade,
    Indicator,
    Kind,
    Pattern,
    PatternKind,
    Relation,
    RelationKind,
    Theme,
    Unit,
)
from .model import Basis, Level, Qualifier

P = ParamSpec("P")
T = TypeVar("T")

_INDICATOR = (
    "id", "name", "name_en", "theme", "unit", "kind", "better", "levels", "definition", "definition_en", "base", "bases",
    "bounds", "comparability", "note", "note_en", "synonyms", "patterns", "examples", "counterexamples", "checks",
)  # fmt: skip
_PATTERN = ("value", "topic", "unless", "measures", "bare", "scope", "part", "base", "qualifier")
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_PATTERN_ID = re.compile(r"[a-z0-9][a-z0-9_-]*", re.ASCII)
_FRAGMENT_ID = re.compile(r"[^\W\d]\w*")
# Placeholders that a pattern of any kind may hold.
_FILLERS = frozenset({"n", "gap", "words"})
_PERCENT = "%"
_LISTED = "listed"
_SIGNS = {
    ">=": Qualifier.MIN,
    "≥": Qualifier.MIN,
    "<=": Qualifier.MAX,
    "≤": Qualifier.MAX,
    "~": Qualifier.APPROX,
    "≈": Qualifier.APPROX,
}
_GIVES = re.compile(r"(>=|<=|[~≥≤≈])?\s*(\d{1,15}(?:\.\d{1,6})?)(?:\s+(\w+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Names:
    """All that an indicator may refer to; `words` are the measure words known."""

    units: Mapping[str, Unit]
    words: frozenset[str]
    themes: Mapping[str, Theme]
    fragments: Mapping[str, str]
    topics: Mapping[str, str]


def read_unit(key: str, node: Node) -> Unit:
    """One entry of `units`."""
    fields = node.fields(("name_en", "words"), ("mistaken_for",))
    words = fields["words"].texts()
    if not words:
        raise fields["words"].fault(f"the unit {key!r} has no measure word", "list at least one")
    return Unit(key, words, fields["name_en"].text(), fields["mistaken_for"].texts() if "mistaken_for" in fields else ())


def read_theme(key: str, node: Node) -> Theme:
    """One entry of `themes`."""
    fields = node.fields(("name", "name_en"))
    return Theme(key, fields["name"].text(), fields["name_en"].text())


def read_fragments(nodes: Mapping[str, Node]) -> dict[str, str]:
    """`fragments`, each with the fragments that it names put in."""
    for key, node in nodes.items():
        if not _FRAGMENT_ID.fullmatch(key):
            raise node.fault(f"{key!r} is no name of a fragment", "write letters, digits and underscores, no digit first")
    fragments, faults = resolve_fragments({key: node.text() for key, node in nodes.items()})
    for key, node in nodes.items():
        if key in faults:
            raise node.fault(faults[key].problem, faults[key].cure)
        # A fragment may be all optional, a pattern may not: one letter more keeps the empty string from matching.
        _blame(node, probe, f"(?:{fragments[key]})x")
    return fragments


def read_regex(
    node: Node,
    fragments: Mapping[str, str],
    allowed: frozenset[str] = frozenset(),
    *,
    groups: frozenset[str] = frozenset({"scope"}),
) -> str:
    """The node's regex with fragments put in; it may hold the placeholders of `allowed` and groups named as in `groups`."""
    source = _blame(node, expand, node.text(), fragments)
    for name in _blame(node, probe, source).groupindex.keys() - groups:
        known = " or ".join(map(repr, sorted(groups)))
        raise node.fault(f"{node.name} has a group named {name!r}", f"write (?:…): the only name a group may have is {known}")
    for name in sorted(placeholders(source) - allowed):
        cure = f"use {' or '.join(f'<{other}>' for other in sorted(allowed))}" if allowed else "write words only"
        raise node.fault(f"{node.name} cannot hold the placeholder <{name}>", cure)
    return source


def _blame(node: Node, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `work` gives; its fault becomes that of the node."""
    try:
        return work(*args, **kwargs)
    except PatternError as fault:
        raise node.fault(fault.problem, fault.cure) from fault


def read_indicator(node: Node, names: Names) -> tuple[Indicator, tuple[Node, ...]]:
    """One entry of `indicators`, and the ids that its checks name, to be looked up when all are read."""
    fields = node.fields(_INDICATOR, ("adds_up", "base_words"))
    unit = fields["unit"].choice(names.units, "unit")
    kind = _read_kind(fields["kind"], unit)
    low, high = _read_bounds(fields["bounds"])
    checks = [_read_relation(item) for item in fields["checks"].items()]
    levels = tuple(Level(item.choice([*Level], "level")) for item in fields["levels"].items() if fields["levels"].texts())
    if not levels:
        raise fields["levels"].fault("no level is named", f"list those that can have the figure, of: {', '.join(Level)}")
    patterns = tuple(_read_pattern(item, kind, low, high, names) for item in fields["patterns"].items())
    for at, pattern in enumerate(patterns):
        if any(pattern.id == other.id for other in patterns[:at]):
            raise fields["patterns"].items()[at].fault(f"the pattern id {pattern.id!r} stands twice", "give it another id")
    indicator = Indicator(
        id=fields["id"].id(_ID),
        name=fields["name"].text(),
        name_en=fields["name_en"].text(),
        theme=fields["theme"].choice(names.themes, "theme"),
        unit=unit,
        kind=kind,
        better=Better(fields["better"].choice([*Better], "direction")),
        levels=levels,
        definition=fields["definition"].text(),
        definition_en=fields["definition_en"].text(),
        base=_read_base(fields["base"], kind),
        bases=fields["bases"].texts(),
        base_words=_read_base_words(fields["base_words"], fields["bases"].texts(), names) if "base_words" in fields else {},
        low=low,
        high=high,
        comparability=Grade(fields["comparability"].choice([*Grade], "grade")),
        note=fields["note"].text(),
        note_en=fields["note_en"].text(),
        synonyms=_read_synonyms(fields["synonyms"]),
        patterns=patterns,
        examples=tuple(_read_example(item, low, high) for item in fields["examples"].items()),
        counterexamples=tuple(read_counterexample(item) for item in fields["counterexamples"].items()),
        checks=tuple(relation for relation, _ in checks),
        adds_up="adds_up" in fields and fields["adds_up"].flag(),
        line=node.line,
    )
    return indicator, tuple(target for _, targets in checks for target in targets)


def _read_base_words(node: Node, bases: tuple[str, ...], names: Names) -> dict[str, str]:
    """For each base that a sentence can be seen to use, the regex of the words that say so."""
    entries = node.table()
    for base, item in entries.items():
        if base not in bases:
            raise item.fault(f"{base!r} is none of this indicator's bases", nearest(base, bases))
    return {base: read_regex(item, names.fragments) for base, item in entries.items()}


def _read_kind(node: Node, unit: str) -> Kind:
    kind = Kind(node.choice([*Kind], "kind"))
    if (kind is Kind.RATE) != (unit == _PERCENT):
        raise node.fault(f"a {kind} cannot be in the unit {unit!r}", "a rate is in %, and what is in % is a rate")
    return kind


def _read_bounds(node: Node) -> tuple[Decimal | None, Decimal | None]:
    ends = node.items()
    if len(ends) != 2:
        raise node.fault(f"bounds are two numbers, not {len(ends)}", "write [low, high], with null for an open end")
    low, high = (None if end.kind == "null" else end.number() for end in ends)
    if low is not None and high is not None and low > high:
        raise node.fault(f"the low bound {low} is above the high one {high}", "write [low, high]")
    return low, high


def _read_base(node: Node, kind: Kind) -> str | None:
    base = node.text_or_null()
    if (base is None) == (kind is Kind.RATE):
        cure = "say what the rate divides by" if base is None else "write null: only a rate divides"
        raise node.fault(f"a {kind} {'needs a' if base is None else 'has no'} base", cure)
    return base


def _read_synonyms(node: Node) -> tuple[str, ...]:
    synonyms = node.texts()
    if not synonyms:
        raise node.fault("no synonym is named", "list at least the core term, as reports write it")
    return synonyms


def _within(node: Node, value: Decimal, low: Decimal | None, high: Decimal | None) -> Decimal:
    if (low is not None and value < low) or (high is not None and value > high):
        raise node.fault(f"{value} is out of the bounds {low} to {high}", "correct the value or the bounds")
    return value


def _read_pattern(node: Node, kind: Kind, low: Decimal | None, high: Decimal | None, names: Names) -> Pattern:
    fields = node.fields(("id",), (*PatternKind, *_PATTERN))
    ways = [way for way in PatternKind if way in fields]
    if len(ways) != 1:
        said = " and ".join(ways) or "none"
        raise node.fault(f"a pattern has exactly one of {', '.join(PatternKind)}, here: {said}", "keep one of them")
    way = ways[0]
    if way is PatternKind.RATIO and kind is not Kind.RATE:
        raise fields[way].fault(f"a ratio cannot be the value of a {kind}", "use it for a rate only")
    if ("value" in fields) != (way is PatternKind.IMPLIED):
        cure = "say which value the words imply" if way is PatternKind.IMPLIED else "remove it: the value is read from the figure"
        raise node.fault(f"a pattern of kind {way} {'needs' if way is PatternKind.IMPLIED else 'has no'} 'value'", cure)
    return Pattern(
        id=fields["id"].id(_PATTERN_ID),
        kind=way,
        source=_read_source(fields[way], way, kind, names),
        value=_within(fields["value"], fields["value"].number(), low, high) if "value" in fields else None,
        topics=tuple(item.choice(names.topics, "topic") for item in fields["topic"].one_or_more()) if "topic" in fields else (),
        unless=read_regex(fields["unless"], names.fragments) if "unless" in fields else None,
        measures=_read_measures(fields["measures"], names) if "measures" in fields else (),
        bare="bare" in fields and fields["bare"].flag(),
        scope=fields["scope"].text() if "scope" in fields else None,
        part="part" in fields and fields["part"].flag(),
        base=fields["base"].text() if "base" in fields else None,
        qualifier=Qualifier(fields["qualifier"].choice([*Qualifier], "qualifier")) if "qualifier" in fields else None,
        line=node.line,
    )


def _read_source(node: Node, way: PatternKind, kind: Kind, names: Names) -> str:
    """The pattern's regex; a text holds at least one figure of its kind, a ratio both counts, the others no figure."""
    figures = frozenset[str]()
    if way is PatternKind.TEXT:
        figures = frozenset({"rate"} if kind is Kind.RATE else {"count"})
    elif way is PatternKind.RATIO:
        figures = frozenset({"part", "whole"})
    source = read_regex(node, names.fragments, figures | _FILLERS)
    held = placeholders(source) & figures
    if (way is PatternKind.TEXT and not held) or (way is PatternKind.RATIO and held != figures):
        lacking = " or ".join(f"<{name}>" for name in sorted(figures - held))
        raise node.fault(f"a pattern of kind {way} needs {lacking}", "write the placeholder where the figure stands")
    return source


def _read_measures(node: Node, names: Names) -> tuple[str, ...]:
    return tuple(item.choice(names.words, "measure word") for item in node.items() if node.texts())


def _read_example(node: Node, low: Decimal | None, high: Decimal | None) -> Example:
    fields = node.fields(("text", "gives"), ("year",))
    gives = tuple(_read_expected(item, low, high) for item in fields["gives"].one_or_more())
    return Example(fields["text"].text(), gives, fields["year"].whole() if "year" in fields else None, node.line)


def _read_expected(node: Node, low: Decimal | None, high: Decimal | None) -> Expected:
    if node.kind not in ("number", "text"):
        raise node.fault(f"{node.name} must be a value", 'write a number, or text such as ">=95" or "100 implied"')
    found = _GIVES.fullmatch(node.scalar.strip())
    if not found or (found[3] and found[3] not in [*Basis]):
        raise node.fault(
            f"{node.scalar!r} is no value", 'write [>=|<=|~]value[ stated|computed|implied], such as ">=95" or "0 implied"'
        )
    value = _within(node, Decimal(found[2]), low, high)
    return Expected(value, _SIGNS[found[1]] if found[1] else Qualifier.EXACT, Basis(found[3]) if found[3] else Basis.STATED)


def read_counterexample(node: Node) -> Counterexample:
    """One item of `counterexamples`, of an indicator or of a relation."""
    fields = node.fields(("text", "why"), ("year",))
    return Counterexample(
        fields["text"].text(), fields["why"].text(), fields["year"].whole() if "year" in fields else None, node.line
    )


def _read_relation(node: Node) -> tuple[Relation, tuple[Node, ...]]:
    """One check, with the nodes of the ids that it names."""
    fields = node.fields((), tuple(RelationKind))
    if len(fields) != 1:
        raise node.fault(f"a check has exactly one of {', '.join(RelationKind)}", "write each check as its own item of the list")
    (name, value), *_ = fields.items()
    kind = RelationKind(name)
    if kind is RelationKind.PARTS:
        value.choice((_LISTED,), "way to give parts")
        return Relation(kind, (), node.line), ()
    targets = (value,) if kind is RelationKind.AT_MOST else value.items()
    if kind is RelationKind.RATIO and len(targets) != 2:
        raise value.fault(f"a ratio names two indicators, not {len(targets)}", "write [part, whole]")
    return Relation(kind, tuple(target.text() for target in targets), node.line), targets
