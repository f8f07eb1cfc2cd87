"""metrics.yaml → Catalog, strictly: the first fault stops the reading with file, line, indicator, problem and cure.

The only module that knows YAML. That the examples are really read by the patterns is proved by `extract.load_catalog`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from .catalog_entries import Names, read_fragments, read_indicator, read_regex, read_theme, read_unit
from .catalog_nodes import Node, NodeKind
from .catalog_relations import read_relations
from .catalog_schema import (
    Better,
    Catalog,
    Counterexample,
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
from .errors import CatalogError

__all__ = [
    "Better", "Catalog", "Counterexample", "Example", "Expected", "FigureRelation", "Grade", "Indicator", "Kind", "Pattern",
    "PatternKind", "Relation", "RelationKind", "Theme", "Unit", "read_catalog", "require_complete",
]  # fmt: skip

_TOP = ("version", "units", "measures", "topics", "fragments", "themes", "indicators")
# Relations between figures may stand in the file, before the indicators.
_OPTIONAL = ("relations",)
# The fewest examples of an indicator.
_EXAMPLES = 2
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
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        cure = "give the path of the catalogue, and leave to read it"
        raise CatalogError(f"the catalogue cannot be read: {error.strerror or error}", cure=cure, path=shown) from error
    root = _parse(data, shown)
    if root.kind != "table":
        raise root.fault("the file must be a mapping", f"begin with the keys {', '.join(_TOP)}")
    catalog = _build(root, hashlib.sha256(data).hexdigest()[:8])
    if complete:
        require_complete(catalog)
    return catalog


def require_complete(catalog: Catalog) -> None:
    """Raise CatalogError unless every indicator has patterns, examples and a counterexample.

    That every pattern reads an example takes the whole extraction: `load_catalog` proves it.
    """
    for indicator in catalog.indicators.values():

        def fault(problem: str, cure: str, line: int, whose: str = indicator.id) -> CatalogError:
            return CatalogError(problem, cure=cure, path=catalog.path, line=line, indicator=whose)

        if not indicator.patterns:
            raise fault("no pattern", "add one to 'patterns': how reports word the indicator", indicator.line)
        if len(indicator.examples) < _EXAMPLES:
            problem = f"{len(indicator.examples)} of at least {_EXAMPLES} examples"
            raise fault(problem, "add sentences and what they give to 'examples'", indicator.line)
        if not indicator.counterexamples:
            raise fault("no counterexample", "add a sentence that must give nothing to 'counterexamples'", indicator.line)


# ---- YAML → nodes ----


def _parse(data: bytes, path: str) -> Node:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cure = "save it as UTF-8, or restore it where it was cut short"
        raise CatalogError("the file is not UTF-8", cure=cure, path=path, line=line) from error
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise CatalogError(f"the control character {control[0]!a} in the text", cure="delete it", path=path, line=line)
    try:
        _refuse_oddities(text, path)
        raw = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        if mark is None or (opened is not None and mark.index >= len(text)):
            mark = opened  # What is never closed shows at the file's end; the fault is where it was opened.
        said = [getattr(error, "context", None), getattr(error, "problem", None)]
        problem = f"the file is no YAML: {', '.join(words for words in said if words) or error}"
        cure = "mend that line or the one before it, or restore the file where it was cut short"
        raise CatalogError(problem, cure=cure, path=path, line=mark.line + 1 if mark else None) from error
    if raw is None:
        raise CatalogError("the file is empty", cure="restore it from the project", path=path, line=1)
    return _node(raw, path, "the file")


def _refuse_oddities(text: str, path: str) -> None:
    """Raise CatalogError for nesting that would overrun the composer's stack, and for aliases, which may go in circles."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else None
        if depth > _DEEPEST:
            raise CatalogError(f"the file nests deeper than {_DEEPEST}", cure="close the brackets", path=path, line=line)
        if isinstance(event, yaml.AliasEvent):
            cure = "write the value out, or put it in double quotes where the star is meant"
            raise CatalogError(f"the alias *{event.anchor} is not used in this file", cure=cure, path=path, line=line)


def _node(raw: yaml.Node, path: str, name: str) -> Node:
    line = raw.start_mark.line + 1
    kind = _YAML_KINDS.get(raw.tag)
    if kind is None:
        problem = f"a value of type {raw.tag.rpartition(':')[2]!r} is not used in this file"
        raise CatalogError(problem, cure="put it in double quotes", path=path, line=line)
    if isinstance(raw, yaml.MappingNode):
        pairs = tuple((_node(key, path, "a key"), _node(value, path, f"{key.value!s:.40}")) for key, value in raw.value)
        return Node(kind, name, path, line, pairs=pairs)
    if isinstance(raw, yaml.SequenceNode):
        return Node(kind, name, path, line, nodes=tuple(_node(item, path, f"an item of {name}") for item in raw.value))
    return Node(kind, name, path, line, scalar=raw.value)


# ---- nodes → catalogue ----


def _build(root: Node, digest: str) -> Catalog:
    top = root.fields(_TOP, _OPTIONAL)
    units = {key: read_unit(key, node) for key, node in top["units"].table().items()}
    for key, node in top["units"].table().items():  # A unit may name one that stands further down.
        for other in node.table()["mistaken_for"].items() if units[key].mistaken_for else ():
            other.choice(units.keys() - {key}, "unit")
    measures = top["measures"].texts()
    themes = {key: read_theme(key, node) for key, node in top["themes"].table().items()}
    fragments = read_fragments(top["fragments"].table())
    topics = {key: read_regex(node, fragments) for key, node in top["topics"].table().items()}
    words = frozenset(measures).union(*(unit.words for unit in units.values()))
    names = Names(units, words, themes, fragments, topics)
    relations = read_relations(top["relations"], names) if "relations" in top else {}
    indicators = _read_indicators(top["indicators"].items(), names)
    version = top["version"].text()
    return Catalog(version, digest, root.path, units, measures, themes, fragments, topics, indicators, relations)


def _read_indicators(nodes: Iterable[Node], names: Names) -> dict[str, Indicator]:
    indicators: dict[str, Indicator] = {}
    relations: list[tuple[str, Node]] = []
    for node in nodes:
        whose = next((value.scalar for key, value in node.pairs if key.scalar == "id"), None)
        try:
            indicator, targets = read_indicator(node, names)
            if indicator.id in indicators:
                first = indicators[indicator.id].line
                raise node.fault(f"the id {indicator.id!r} is taken by the indicator at line {first}", "give it another id")
        except CatalogError as fault:
            raise _owned(fault, whose) from fault
        indicators[indicator.id] = indicator
        relations += [(indicator.id, target) for target in targets]
    for whose, target in relations:  # A check may name an indicator that stands further down.
        try:
            target.choice(indicators, "indicator")
        except CatalogError as fault:
            raise _owned(fault, whose) from fault
    return indicators


def _owned(fault: CatalogError, indicator: str | None) -> CatalogError:
    return CatalogError(fault.problem, cure=fault.cure, path=fault.path, line=fault.line, indicator=indicator)
