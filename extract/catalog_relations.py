"""Nodes of the catalogue's section `relations` → what must hold between figures of one sentence; every fault names its line."""

from __future__ import annotations

import re

from . import catalog_keys as keys
from .catalog_entries import read_counterexample
from .catalog_fault_words import Fault
from .catalog_faults import CatalogError, Phrase
from .catalog_nodes import Node
from .catalog_placeholders import placeholders
from .catalog_schema import FigureRelation, RelationExample
from .catalog_terms import Term
from .catalog_wordings import FILLERS, Names, figures, read_regex
from .model import Holds, Outcome

_ID = re.compile(keys.ID)
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
                raise item.fault(Fault.RELATION_TWICE, id=relation.id, other=relations[relation.id].line)
        except CatalogError as fault:
            raise fault.owned("relations", whose) from fault
        relations[relation.id] = relation
    return relations


def _read_relation(node: Node, names: Names) -> FigureRelation:
    fields = keys.FIGURE_RELATION.read(node)
    holds = Holds(fields["holds"].choice([*Holds], Term.RELATION))
    source = _read_source(fields["text"], holds, names)
    examples = tuple(_read_example(item, holds) for item in fields["examples"].items())
    counterexamples = tuple(read_counterexample(item) for item in fields["counterexamples"].items())
    if not examples:
        raise fields["examples"].fault(Fault.NO_EXAMPLE)
    if not counterexamples:
        raise fields["counterexamples"].fault(Fault.NO_COUNTEREXAMPLE)
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
    source = read_regex(node, names.fragments, wanted | FILLERS, groups=_GROUPS)
    missing = wanted - placeholders(source)
    if missing:
        raise node.fault(Fault.RELATION_LACKS, holds=holds, names=figures(missing, Term.AND))
    for name in sorted(wanted - {"part"} if holds is not Holds.RATIO else wanted):
        if source.count(f"<{name}>") > 1:
            raise node.fault(Fault.PLACEHOLDER_TWICE, name=name)
    return source


def _read_example(node: Node, holds: Holds) -> RelationExample:
    fields = keys.RELATION_EXAMPLE.read(node)
    outcome = fields["gives"].choice(_OUTCOMES[holds], Phrase(Term.OUTCOME, {"holds": holds}))
    return RelationExample(fields["text"].text(), Outcome(outcome), node.line)
