"""metrics.yaml → Catalog, strictly: the first fault stops the reading with file, line, indicator, problem and cure.

The only module that knows YAML. That the examples are really read by the patterns is proved by `extract.load_catalog`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from .catalog_entries import read_derived, read_indicator, read_theme, read_unit
from .catalog_fault_words import Fault
from .catalog_faults import CatalogError, Part
from .catalog_keys import CATALOG, EXAMPLES
from .catalog_nodes import Node, NodeKind
from .catalog_relations import read_relations
from .catalog_schema import (
    Better,
    Break,
    Catalog,
    Counterexample,
    Derived,
    Example,
    Expected,
    FigureRelation,
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
from .catalog_terms import Term
from .catalog_wordings import Names, read_fragments, read_regex

__all__ = [
    "Better", "Break", "Catalog", "Counterexample", "Derived", "Example", "Expected", "FigureRelation", "Grade", "Indicator",
    "Kind", "Pattern", "PatternKind", "Relation", "RelationKind", "Theme", "Unit", "read_bytes",
    "read_catalog", "require_complete",
]  # fmt: skip

_YAML_KINDS: dict[str, NodeKind] = {
    "tag:yaml.org,2002:str": "text",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:bool": "flag",
    "tag:yaml.org,2002:null": "null",
    "tag:yaml.org,2002:seq": "list",
    "tag:yaml.org,2002:map": "table",
}
# What YAML takes for no text; its own fault for it names no line.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The file nests six deep; the C composer overruns its stack at some thousands.
_DEEPEST = 50
# libyaml's loader is ten times faster and gives the same nodes; a build without it still works.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_catalog(path: str | Path = "metrics.yaml", *, complete: bool = True) -> Catalog:
    """The catalogue at `path`; raises CatalogError for its first fault.

    With `complete` an indicator without patterns, examples and counterexamples is a fault too.
    """
    shown = str(path)
    data = read_bytes(path)
    root = _parse(data, shown)
    if root.kind != "table":
        raise root.fault(Fault.NO_MAPPING, keys=", ".join(CATALOG.keys))
    catalog = _build(root, hashlib.sha256(data).hexdigest()[:8])
    if complete:
        require_complete(catalog)
    return catalog


def read_bytes(path: str | Path) -> bytes:
    """The file at `path` as it is; raises CatalogError where it cannot be opened."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise CatalogError(Fault.UNREADABLE, {"reason": error.strerror or str(error)}, path=str(path)) from error


def require_complete(catalog: Catalog) -> None:
    """Raise CatalogError unless every indicator has patterns, examples and a counterexample.

    That every pattern reads an example takes the whole extraction: `load_catalog` proves it.
    """
    for indicator in catalog.indicators.values():

        def fault(kind: Fault, key: str, whose: Indicator = indicator, **fields: Part) -> CatalogError:
            return CatalogError(kind, fields, path=catalog.path, line=whose.line, indicator=whose.id, key=key)

        if not indicator.patterns:
            raise fault(Fault.NO_PATTERN, "patterns")
        if len(indicator.examples) < EXAMPLES:
            raise fault(Fault.FEW_EXAMPLES, "examples", count=len(indicator.examples), least=EXAMPLES)
        if not indicator.counterexamples:
            raise fault(Fault.NO_COUNTEREXAMPLE, "counterexamples")


# ---- YAML → nodes ----


def _parse(data: bytes, path: str) -> Node:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError(Fault.NOT_UTF8, path=path, line=line) from error
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise CatalogError(Fault.CONTROL_CHARACTER, {"char": ascii(control[0])}, path=path, line=line)
    try:
        _refuse_oddities(text, path)
        raw = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        if mark is None or (opened is not None and mark.index >= len(text)):
            mark = opened  # What is never closed shows at the file's end; the fault is where it was opened.
        words = [getattr(error, "context", None), getattr(error, "problem", None)]
        said = ", ".join(word for word in words if word) or str(error)
        raise CatalogError(Fault.NO_YAML, {"said": said}, path=path, line=mark.line + 1 if mark else None) from error
    if raw is None:
        raise CatalogError(Fault.EMPTY, path=path, line=1)
    return _node(raw, path, "")


def _refuse_oddities(text: str, path: str) -> None:
    """Raise CatalogError for nesting that would overrun the composer's stack, and for aliases, which may go in circles."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else None
        if depth > _DEEPEST:
            raise CatalogError(Fault.TOO_DEEP, {"most": _DEEPEST}, path=path, line=line)
        if isinstance(event, yaml.AliasEvent):
            raise CatalogError(Fault.ALIAS, {"name": str(event.anchor)}, path=path, line=line)


def _node(raw: yaml.Node, path: str, at: str) -> Node:
    line = raw.start_mark.line + 1
    kind = _YAML_KINDS.get(raw.tag)
    if kind is None:
        raise CatalogError(Fault.OTHER_TYPE, {"type": raw.tag.rpartition(":")[2]}, path=path, line=line, key=at)
    if isinstance(raw, yaml.MappingNode):
        under = f"{at}." if at else ""
        pairs = tuple((_node(key, path, at), _node(value, path, f"{under}{key.value!s:.40}")) for key, value in raw.value)
        return Node(kind, at, path, line, pairs=pairs)
    if isinstance(raw, yaml.SequenceNode):
        nodes = tuple(_node(item, path, f"{at}[{_id_of(item) or n}]") for n, item in enumerate(raw.value, start=1))
        return Node(kind, at, path, line, nodes=nodes)
    return Node(kind, at, path, line, scalar=raw.value)


def _id_of(raw: yaml.Node) -> str | None:
    """The id of an item of a list, where it has one."""
    pairs = raw.value if isinstance(raw, yaml.MappingNode) else ()
    return next((f"{value.value!s:.40}" for key, value in pairs if key.value == "id"), None)


# ---- nodes → catalogue ----


def _build(root: Node, digest: str) -> Catalog:
    top = CATALOG.read(root)
    units = {key: read_unit(key, node) for key, node in top["units"].table().items()}
    for key, node in top["units"].table().items():  # A unit may name one that stands further down.
        for other in node.table()["mistaken_for"].items() if units[key].mistaken_for else ():
            other.choice(units.keys() - {key}, Term.UNIT)
    measures = top["measures"].texts()
    themes = {key: read_theme(key, node) for key, node in top["themes"].table().items()}
    fragments = read_fragments(top["fragments"].table())
    topics = {key: read_regex(node, fragments) for key, node in top["topics"].table().items()}
    words = frozenset(measures).union(*(unit.words for unit in units.values()))
    names = Names(units, words, themes, fragments, topics)
    relations = read_relations(top["relations"], names) if "relations" in top else {}
    indicators = _read_indicators(top["indicators"].items(), names)
    derived = _read_derived(top["derived"].items(), indicators) if "derived" in top else {}
    version = top["version"].text()
    return Catalog(
        version, digest, root.path, units, measures, themes, fragments, topics, indicators, relations, derived
    )  # fmt: skip


def _read_derived(nodes: Iterable[Node], indicators: dict[str, Indicator]) -> dict[str, Derived]:
    found: dict[str, Derived] = {}
    for node in nodes:
        derived = read_derived(node, indicators)
        if derived.id in found:
            raise node.fault(Fault.INDICATOR_TWICE, id=derived.id, other=found[derived.id].line)
        found[derived.id] = derived
    return found


def _read_indicators(nodes: Iterable[Node], names: Names) -> dict[str, Indicator]:
    indicators: dict[str, Indicator] = {}
    relations: list[tuple[str, Node]] = []
    for node in nodes:
        whose = next((value.scalar for key, value in node.pairs if key.scalar == "id"), None)
        try:
            indicator, targets = read_indicator(node, names)
            if indicator.id in indicators:
                raise node.fault(Fault.INDICATOR_TWICE, id=indicator.id, other=indicators[indicator.id].line)
        except CatalogError as fault:
            raise fault.owned("indicators", whose) from fault
        indicators[indicator.id] = indicator
        relations += [(indicator.id, target) for target in targets]
    for whose, target in relations:  # A check may name an indicator that stands further down.
        try:
            target.choice(indicators, Term.INDICATOR)
        except CatalogError as fault:
            raise fault.owned("indicators", whose) from fault
    return indicators
