"""A catalogue → its proof: each example gives exactly its readings, each counterexample none, each pattern reads one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .catalog import Catalog, Example, FigureRelation, Indicator, read_catalog
from .errors import CatalogError
from .model import Reading
from .pipeline import extract_text


@dataclass(frozen=True, slots=True)
class Proof:
    """How many sentences were run, and the faults, in the order of the file."""

    examples: int
    counterexamples: int
    faults: tuple[CatalogError, ...]


def load_catalog(path: str | Path = "metrics.yaml") -> Catalog:
    """The catalogue at `path`, read strictly and proved; raises CatalogError with file, line, indicator and cure."""
    catalog = read_catalog(path)
    faults = prove(catalog).faults
    if faults:
        raise faults[0]
    return catalog


def prove(catalog: Catalog) -> Proof:
    """Run every example and counterexample of the catalogue, those of its relations first, through the whole extraction."""
    relations, indicators = catalog.relations.values(), catalog.indicators.values()
    faults = [fault for relation in relations for fault in _prove_relation(catalog, relation)]
    faults += [fault for indicator in indicators for fault in _prove_indicator(catalog, indicator)]
    entries: list[FigureRelation | Indicator] = [*relations, *indicators]
    return Proof(sum(len(e.examples) for e in entries), sum(len(e.counterexamples) for e in entries), tuple(faults))


def _prove_relation(catalog: Catalog, relation: FigureRelation) -> Iterator[CatalogError]:
    sentences = [(e.text, [str(e.gives)], e.line) for e in relation.examples]
    sentences += [(c.text, [], c.line) for c in relation.counterexamples]
    for text, wanted, line in sentences:
        checks = extract_text(text, catalog=catalog).checks
        got = [str(check.outcome) for check in checks if check.rule == relation.id]
        if got != wanted:
            told = [", ".join(outcomes) or "nothing" for outcomes in (wanted, got)]
            problem = f"the sentence “{text}” should give {told[0]} and gives {told[1]}"
            cure = "mend the relation's text, or what is said of the sentence"
            yield CatalogError(problem, cure=cure, path=str(catalog.path), line=line, indicator=relation.id)


def _prove_indicator(catalog: Catalog, indicator: Indicator) -> Iterator[CatalogError]:
    used: set[str] = set()
    for example in indicator.examples:
        got = _readings(catalog, indicator, example.text, example.year)
        used.update(r.pattern_id for r in got)
        if sorted((r.value, r.qualifier, r.basis) for r in got) != sorted((e.value, e.qualifier, e.basis) for e in example.gives):
            yield _fault(
                catalog, indicator, example.line,
                f"the example “{example.text}” should give {_list(example)} and gives {_told(got)}",
                "mend the patterns, or what the example says it gives",
            )  # fmt: skip
    for counter in indicator.counterexamples:
        got = _readings(catalog, indicator, counter.text, counter.year)
        if got:
            yield _fault(
                catalog, indicator, counter.line,
                f"the counterexample “{counter.text}” should give nothing and gives {_told(got)}",
                "narrow the pattern " + ", ".join(sorted({r.pattern_id for r in got})),
            )  # fmt: skip
    for pattern in indicator.patterns:
        if pattern.id not in used:
            yield _fault(
                catalog, indicator, pattern.line, f"the pattern {pattern.id} reads none of the examples",
                "add an example that it reads, or delete it",
            )  # fmt: skip


def _readings(catalog: Catalog, indicator: Indicator, text: str, year: int | None) -> list[Reading]:
    return [r for r in extract_text(text, catalog=catalog, year=year).readings if r.indicator_id == indicator.id]


def _fault(catalog: Catalog, indicator: Indicator, line: int, problem: str, cure: str) -> CatalogError:
    return CatalogError(problem, cure=cure, path=str(catalog.path), line=line, indicator=indicator.id)


def _list(example: Example) -> str:
    return ", ".join(f"{e.value} {e.qualifier} {e.basis}" for e in example.gives) or "nothing"


def _told(readings: list[Reading]) -> str:
    return ", ".join(f"{r.value} {r.qualifier} {r.basis} (pattern {r.pattern_id})" for r in readings) or "nothing"
