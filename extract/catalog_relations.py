"""Nodes of the catalogue's section `relations` → what must hold between figures of one sentence; every fault names its line."""

from __future__ import annotations

import re

from .catalog_entries import Names, read_counterexample, read_regex
from .catalog_nodes import Node
from .catalog_patterns import placeholders
from .catalog_schema import FigureRelation, RelationExample
from .errors import CatalogError
from .model import Holds, Outcome

_KEYS = ("id", "name", "name_en", "holds", "text", "examples", "counterexamples")
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_FILLERS = frozenset({"n", "gap", "words"})
# What the name of a rate repeats of the words before it: (?P<stem>办结)…(?P=stem)率.
_GROUPS = frozenset({"stem"})
_FIGURES = {
    Holds.SUM: frozenset({"part", "whole"}),
    Holds.AT_MOST: frozenset({"part", "whole"}),
    Holds.RATIO: frozenset({"part", "whole", "rate"}),
}
_OUTCOMES = {
    Holds.SUM: (Outcome.AGREES, Outcome.REMAINDER, Outcome.EXCEEDS),
    Holds.AT_MOST: (Outcome.AGREES, Outcome.EXCEEDS),
    Holds.RATIO: (Outcome.AGREES, Outcome.CUT, Outcome.DIFFERS),
}


def read_relations(node: Node, names: Names) -> dict[str, FigureRelation]:
    """The whole section, by id and in its order."""
    relations: dict[str, FigureRelation] = {}
    for item in node.items():
        whose = next((value.scalar for key, value in item.pairs if key.scalar == "id"), None)
        try:
            relation = _read_relation(item, names)
            if relation.id in relations:
                first = relations[relation.id].line
                raise item.fault(f"the id {relation.id!r} is taken by the relation at line {first}", "give it another id")
        except CatalogError as fault:
            raise CatalogError(fault.problem, cure=fault.cure, path=fault.path, line=fault.line, indicator=whose) from fault
        relations[relation.id] = relation
    return relations


def _read_relation(node: Node, names: Names) -> FigureRelation:
    fields = node.fields(_KEYS)
    holds = Holds(fields["holds"].choice([*Holds], "relation"))
    source = _read_source(fields["text"], holds, names)
    examples = tuple(_read_example(item, holds) for item in fields["examples"].items())
    counterexamples = tuple(read_counterexample(item) for item in fields["counterexamples"].items())
    if not examples:
        raise fields["examples"].fault("no example", "add a sentence and how the relation comes out in it")
    if not counterexamples:
        raise fields["counterexamples"].fault("no counterexample", "add a sentence that the relation says nothing of")
    return FigureRelation(
        id=fields["id"].id(_ID),
        name=fields["name"].text(),
        name_en=fields["name_en"].text(),
        holds=holds,
        source=source,
        examples=examples,
        counterexamples=counterexamples,
        line=node.line,
    )


def _read_source(node: Node, holds: Holds, names: Names) -> str:
    """The regex; it holds every figure that the relation compares."""
    wanted = _FIGURES[holds]
    source = read_regex(node, names.fragments, wanted | _FILLERS, groups=_GROUPS)
    missing = sorted(wanted - placeholders(source))
    if missing:
        cure = "write the placeholder where the figure stands"
        raise node.fault(f"a relation that holds as {holds} needs {' and '.join(f'<{name}>' for name in missing)}", cure)
    for name in sorted(wanted - {"part"} if holds is not Holds.RATIO else wanted):
        if source.count(f"<{name}>") > 1:
            raise node.fault(f"the placeholder <{name}> stands twice", "write it once")
    return source


def _read_example(node: Node, holds: Holds) -> RelationExample:
    fields = node.fields(("text", "gives"))
    return RelationExample(
        fields["text"].text(), Outcome(fields["gives"].choice(_OUTCOMES[holds], f"outcome of {holds}")), node.line
    )
