"""Catalogue and pattern reports → what is doubtful though it loads: synonyms of two indicators, patterns that never hit alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .catalog import Catalog
from .catalog_fault_words import Fault
from .catalog_faults import CatalogError
from .pattern_report import PatternReport


def find_doubts(catalog: Catalog, *reports: PatternReport) -> list[CatalogError]:
    """What is doubtful in the catalogue though it loads: shared synonyms, and patterns that hit alone in none of the reports.

    A pattern that could run away is no doubt but a fault: the catalogue does not load (`catalog_runaway`).
    """
    return [*_shared_synonyms(catalog), *_never_alone(catalog, reports)]


def _shared_synonyms(catalog: Catalog) -> Iterator[CatalogError]:
    owners: dict[str, str] = {}
    for indicator in catalog.indicators.values():
        for word in indicator.synonyms:
            first = owners.setdefault(word, indicator.id)
            if first != indicator.id:
                yield CatalogError(
                    Fault.SYNONYM_SHARED, {"word": word, "other": first},
                    path=catalog.path, line=indicator.line, indicator=indicator.id, key="synonyms",
                )  # fmt: skip


def _never_alone(catalog: Catalog, reports: Sequence[PatternReport]) -> Iterator[CatalogError]:
    for indicator in catalog.indicators.values():
        for pattern in indicator.patterns:
            tallies = [report.tallies[indicator.id, pattern.id] for report in reports]
            if any(tally.hits for tally in tallies) and not any(tally.sole for tally in tallies):
                others = sorted({other for tally in tallies for other in tally.overlaps})
                yield CatalogError(
                    Fault.NEVER_ALONE, {"id": pattern.id, "others": ", ".join(others)},
                    path=catalog.path, line=pattern.line, indicator=indicator.id, key=f"patterns[{pattern.id}]",
                )  # fmt: skip
