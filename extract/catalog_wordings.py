"""Nodes of fragments, regexes and patterns of the catalogue's file → fragments and patterns; every fault names its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ParamSpec, TypeVar

from . import catalog_keys as keys
from .catalog_fault_words import Fault
from .catalog_faults import Listing, Phrase
from .catalog_nodes import Node
from .catalog_patterns import expand, groups_in, resolve_fragments
from .catalog_placeholders import PatternError, placeholders
from .catalog_schema import Kind, Pattern, PatternKind, Theme, Unit
from .catalog_terms import Term
from .model import Qualifier

P = ParamSpec("P")
T = TypeVar("T")

_PATTERN_ID = re.compile(keys.PATTERN_ID)
_FRAGMENT_ID = re.compile(keys.FRAGMENT_ID)
# Placeholders that a pattern of any kind may hold.
FILLERS = frozenset({"n", "gap", "words"})


@dataclass(frozen=True, slots=True)
class Names:
    """All that an indicator may refer to; `words` are the measure words known."""

    units: Mapping[str, Unit]
    words: frozenset[str]
    themes: Mapping[str, Theme]
    fragments: Mapping[str, str]
    topics: Mapping[str, str]


def read_fragments(nodes: Mapping[str, Node]) -> dict[str, str]:
    """`fragments`, each with the fragments that it names put in."""
    for key, node in nodes.items():
        if not _FRAGMENT_ID.fullmatch(key):
            raise node.fault(Fault.FRAGMENT_NAME, name=key)
    fragments, faults = resolve_fragments({key: node.text() for key, node in nodes.items()})
    for key, node in nodes.items():
        if key in faults:
            raise node.fault(faults[key].kind, **faults[key].fields)
        # A fragment may be all optional, a pattern may not: one letter more keeps the empty string from matching.
        _blame(node, groups_in, f"(?:{fragments[key]})x")
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
    for name in _blame(node, groups_in, source) - groups:
        raise node.fault(Fault.GROUP_NAME, name=name, known=Listing([repr(known) for known in sorted(groups)], Term.OR))
    for name in sorted(placeholders(source) - allowed):
        instead = Phrase(Term.USE_THESE, {"words": figures(allowed)}) if allowed else Term.WORDS_ONLY
        raise node.fault(Fault.PLACEHOLDER_UNFIT, name=name, instead=instead)
    return source


def figures(names: Iterable[str], joint: Term = Term.OR) -> Listing:
    """Placeholders as a fault names them."""
    return Listing([f"<{name}>" for name in sorted(names)], joint)


def _blame(node: Node, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `work` gives; its fault becomes that of the node."""
    try:
        return work(*args, **kwargs)
    except PatternError as fault:
        raise node.fault(fault.kind, **fault.fields) from fault


def _end(bound: Decimal | None) -> str:
    return "…" if bound is None else str(bound)


def within(node: Node, value: Decimal, low: Decimal | None, high: Decimal | None) -> Decimal:
    """The value, where it lies in the bounds; None is an open end."""
    if (low is not None and value < low) or (high is not None and value > high):
        raise node.fault(Fault.OUT_OF_BOUNDS, value=str(value), low=_end(low), high=_end(high))
    return value


def read_pattern(node: Node, kind: Kind, low: Decimal | None, high: Decimal | None, names: Names) -> Pattern:
    """One item of `patterns` of an indicator of that kind and with those bounds."""
    fields = keys.PATTERN.read(node)
    ways = [way for way in PatternKind if way in fields]
    if len(ways) != 1:
        said = Listing(ways, Term.AND) if ways else Term.NONE
        raise node.fault(Fault.WAYS, ways=", ".join(PatternKind), said=said)
    way = ways[0]
    if way is PatternKind.RATIO and kind is not Kind.RATE:
        raise fields[way].fault(Fault.RATIO_OF_COUNT, kind=kind)
    if ("value" in fields) != (way is PatternKind.IMPLIED):
        raise node.fault(Fault.VALUE_MISSING if way is PatternKind.IMPLIED else Fault.VALUE_NEEDLESS, way=way)
    return Pattern(
        id=fields["id"].id(_PATTERN_ID),
        kind=way,
        source=_read_source(fields[way], way, kind, names),
        value=within(fields["value"], fields["value"].number(), low, high) if "value" in fields else None,
        topics=tuple(item.choice(names.topics, Term.TOPIC) for item in fields["topic"].one_or_more())
        if "topic" in fields
        else (),
        unless=read_regex(fields["unless"], names.fragments) if "unless" in fields else None,
        measures=_read_measures(fields["measures"], names) if "measures" in fields else (),
        bare="bare" in fields and fields["bare"].flag(),
        scope=fields["scope"].text() if "scope" in fields else None,
        part="part" in fields and fields["part"].flag(),
        base=fields["base"].text() if "base" in fields else None,
        qualifier=Qualifier(fields["qualifier"].choice([*Qualifier], Term.QUALIFIER)) if "qualifier" in fields else None,
        line=node.line,
    )


def _read_source(node: Node, way: PatternKind, kind: Kind, names: Names) -> str:
    """The pattern's regex; a text holds at least one figure of its kind, a ratio both counts, the others no figure."""
    wanted = frozenset[str]()
    if way is PatternKind.TEXT:
        wanted = frozenset({"rate"} if kind is Kind.RATE else {"count"})
    elif way is PatternKind.RATIO:
        wanted = frozenset({"part", "whole"})
    source = read_regex(node, names.fragments, wanted | FILLERS)
    held = placeholders(source) & wanted
    if (way is PatternKind.TEXT and not held) or (way is PatternKind.RATIO and held != wanted):
        raise node.fault(Fault.FIGURE_MISSING, way=way, names=figures(wanted - held))
    return source


def _read_measures(node: Node, names: Names) -> tuple[str, ...]:
    return tuple(item.choice(names.words, Term.MEASURE) for item in node.items() if node.texts())
