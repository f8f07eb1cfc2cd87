"""A catalogue → its proof: each example gives exactly its readings, each counterexample none, each pattern reads one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .catalog import Catalog, Example, Expected, FigureRelation, Indicator, read_bytes, read_catalog
from .catalog_fault_words import Fault
from .catalog_faults import CatalogError, Listing, Part, Phrase
from .catalog_terms import Term
from .model import Reading
from .pipeline import extract_text
from .proved import recall_proved, remember


@dataclass(frozen=True, slots=True)
class Proof:
    """How many sentences were run, and the faults, in the order of the file."""

    examples: int
    counterexamples: int
    faults: tuple[CatalogError, ...]


def load_catalog(path: str | Path = "metrics.yaml") -> Catalog:
    """The catalogue at `path`, read strictly and proved, unless it was proved before; raises CatalogError with file, line,
    indicator and cure."""
    catalog = recall_proved(read_bytes(path), str(path))
    if catalog is None:
        catalog, proof = prove_file(path)
        if proof.faults:
            raise proof.faults[0]
    return catalog


def prove_file(path: str | Path) -> tuple[Catalog, Proof]:
    """The catalogue at `path`, read strictly and proved, whatever is remembered; that it passed is remembered. Raises
    CatalogError where it cannot be read."""
    data = read_bytes(path)
    catalog = read_catalog(path)
    proof = prove(catalog)
    if not proof.faults:
        remember(data, catalog)
    return catalog, proof


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
            told = [", ".join(outcomes) or Term.NOTHING_READ for outcomes in (wanted, got)]
            fields: dict[str, Part] = {"text": text, "wanted": told[0], "got": told[1]}
            yield CatalogError(Fault.RELATION_FAILS, fields, path=str(catalog.path), line=line, indicator=relation.id)


def _prove_indicator(catalog: Catalog, indicator: Indicator) -> Iterator[CatalogError]:
    used: set[str] = set()
    for example in indicator.examples:
        got = _readings(catalog, indicator, example.text, example.year)
        used.update(r.pattern_id for r in got)
        if sorted((r.value, r.qualifier, r.basis) for r in got) != sorted((e.value, e.qualifier, e.basis) for e in example.gives):
            yield _fault(
                catalog, indicator, example.line, "examples",
                Fault.EXAMPLE_FAILS, text=example.text, wanted=_list(example), got=_told(got),
            )  # fmt: skip
    for counter in indicator.counterexamples:
        got = _readings(catalog, indicator, counter.text, counter.year)
        if got:
            patterns = ", ".join(sorted({r.pattern_id for r in got}))
            yield _fault(
                catalog, indicator, counter.line, "counterexamples",
                Fault.COUNTEREXAMPLE_READ, text=counter.text, got=_told(got), patterns=patterns,
            )  # fmt: skip
    for pattern in indicator.patterns:
        if pattern.id not in used:
            yield _fault(catalog, indicator, pattern.line, f"patterns[{pattern.id}]", Fault.PATTERN_UNUSED, id=pattern.id)


def _readings(catalog: Catalog, indicator: Indicator, text: str, year: int | None) -> list[Reading]:
    return [r for r in extract_text(text, catalog=catalog, year=year).readings if r.indicator_id == indicator.id]


def _fault(catalog: Catalog, indicator: Indicator, line: int, key: str, kind: Fault, /, **fields: Part) -> CatalogError:
    return CatalogError(kind, fields, path=catalog.path, line=line, indicator=indicator.id, key=key)


def _list(example: Example) -> Part:
    return Listing([Phrase(Term.EXPECTED, _shared(e)) for e in example.gives])


def _told(readings: list[Reading]) -> Part:
    if not readings:
        return Term.NOTHING_READ
    return Listing([Phrase(Term.READ, {**_shared(r), "pattern": r.pattern_id}) for r in readings])


def _shared(one: Expected | Reading) -> dict[str, Part]:
    return {"value": str(one.value), "qualifier": Term[one.qualifier.name], "basis": Term[one.basis.name]}
