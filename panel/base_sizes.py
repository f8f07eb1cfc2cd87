"""Extractions → how many cases each rate is said of, where the catalogue ties the rate to its count in the same report.

Three of the catalogue's words do: a pattern with <part> and <whole>, of which a rate is computed; a relation between the figures
of a sentence (`relations`, holds: ratio), which names the rate's own counts; and `checks: {ratio: [part, whole]}`, which names
the indicator that a rate divides by. Nothing else makes a base: a count that merely stands near the rate may be of other cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from extract.catalog import Catalog, Relation, RelationKind
from extract.folding import fold
from extract.model import Basis, Check, Extraction, Holds, Outcome, Qualifier, Reading
from extract.quantities import measures_of
from panel.display import format_number
from panel.schema import BASE_COLUMNS, to_table

PERCENT = "%"

_Base = tuple[str, str, float, str, int, int]


def build_bases(extractions: Iterable[Extraction], catalog: Catalog) -> pd.DataFrame:
    """BASE_COLUMNS of all rates, report by report, in each in the catalogue's order (see bases_of)."""
    rates = [indicator.id for indicator in catalog.indicators.values() if indicator.unit == PERCENT]
    return _table_of(extractions, catalog, rates)


def bases_of(extractions: Iterable[Extraction], catalog: Catalog, indicator_id: str) -> pd.DataFrame:
    """BASE_COLUMNS: one row a report whose main reading of this rate has a known base, in the order of the reports.

    `size` is the number of cases, above 0 and as printed: a bound or an approximation is no known base. `words` are those that
    print it ("13件"), `start` and `end` where it is told. A base that a sentence's relation names is taken only where the counts
    give the rate as printed.
    """
    return _table_of(extractions, catalog, [indicator_id])


def _table_of(extractions: Iterable[Extraction], catalog: Catalog, rates: Sequence[str]) -> pd.DataFrame:
    rows = []
    for extraction in extractions:
        mains = {reading.indicator_id: reading for reading in extraction.readings if reading.main}
        rows += [base for rate in rates if rate in mains and (base := _base_of(extraction, catalog, mains, rate)) is not None]
    return to_table(rows, BASE_COLUMNS)


def _base_of(extraction: Extraction, catalog: Catalog, mains: Mapping[str, Reading], indicator_id: str) -> _Base | None:
    rate = mains[indicator_id]
    if rate.unit != PERCENT:
        return None
    ways = (_of_operands(extraction, catalog, rate), _of_checks(extraction, rate), _of_counts(catalog, mains, rate))
    return next((base for way in ways for base in way), None)


def _of_operands(extraction: Extraction, catalog: Catalog, rate: Reading) -> Iterator[_Base]:
    """The second figure of a rate that was computed of two."""
    if rate.basis is not Basis.COMPUTED or len(rate.operands) != 2:
        return
    span = rate.operands[1]
    words = extraction.report.text[span.start : span.end]
    tokens = [token for token in measures_of(catalog.measure_words()).find(fold(words)) if token.quantity is not None]
    if len(tokens) == 1 and tokens[0].quantity is not None and _counts(tokens[0].quantity.value, tokens[0].quantity.qualifier):
        yield rate.doc_id, rate.indicator_id, float(tokens[0].quantity.value), words, span.start, span.end


def _of_checks(extraction: Extraction, rate: Reading) -> Iterator[_Base]:
    """The whole of a ratio that a sentence states together with the rate, where both agree."""
    for check in extraction.checks:
        if check.holds is Holds.RATIO and check.outcome in (Outcome.AGREES, Outcome.CUT) and _is_of(check, rate):
            whole = check.terms[2]
            if _counts(whole.value, whole.qualifier):
                words = extraction.report.text[whole.figure.start : whole.figure.end]
                yield rate.doc_id, rate.indicator_id, float(whole.value), words, whole.figure.start, whole.figure.end


def _is_of(check: Check, rate: Reading) -> bool:
    """Whether the check's first term, of a ratio the rate, is this very reading."""
    return len(check.terms) == 3 and check.terms[0].reading is not None and check.terms[0].reading.figure == rate.figure


def _of_counts(catalog: Catalog, mains: Mapping[str, Reading], rate: Reading) -> Iterator[_Base]:
    """The main reading of the count that the catalogue names as what the rate divides by, both of the whole locality."""
    relations: Iterable[Relation] = catalog.indicators[rate.indicator_id].checks
    for relation in relations:
        if relation.relation is not RelationKind.RATIO:
            continue
        whole = mains.get(relation.indicators[1])
        if whole is None or whole.scope is not None or rate.scope is not None or not _counts(whole.value, whole.qualifier):
            continue
        words = f"{format_number(float(whole.value))}{whole.unit}"
        yield rate.doc_id, rate.indicator_id, float(whole.value), words, whole.span.start, whole.span.end


def _counts(value: Any, qualifier: Qualifier) -> bool:
    return bool(value > 0) and qualifier is Qualifier.EXACT
