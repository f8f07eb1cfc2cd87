"""Rates of reports → how many cases each is said of, where the catalogue ties the rate to its count in the same report.

Three of the catalogue's words do: a pattern with <part> and <whole>, of which a rate is computed; a relation between the figures
of a sentence (`relations`, holds: ratio), which names the rate's own counts; and `checks: {ratio: [part, whole]}`, which names
the indicator that a rate divides by. Nothing else makes a base: a count that merely stands near the rate may be of other cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from extract.catalog import Catalog, Relation, RelationKind
from extract.folding import fold
from extract.model import Basis, Check, Extraction, Holds, Outcome, Qualifier, Reading
from extract.quantities import measures_of
from panel.build import Tables
from panel.compare import VALUE
from panel.display import format_number
from panel.schema import to_table

PERCENT = "%"
# A rate of fewer cases than this moves by five points and more with a single one of them.
SMALL_BASE = 20

BASE_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "indicator": "str",
    "size": "float64",
    "words": "str",
    "start": "Int64",
    "end": "Int64",
}

_Base = tuple[str, str, float, str, int, int]


def bases_of(extractions: Iterable[Extraction], catalog: Catalog, indicator_id: str) -> pd.DataFrame:
    """BASE_COLUMNS: one row a report whose main reading of this rate has a known base, in the order of the reports.

    `size` is the number of cases, above 0 and as printed: a bound or an approximation is no known base. `words` are those that
    print it ("13件"), `start` and `end` where it is told. A base that a sentence's relation names is taken only where the counts
    give the rate as printed.
    """
    return to_table(filter(None, (_base_of(extraction, catalog, indicator_id) for extraction in extractions)), BASE_COLUMNS)


def with_bases(tables: Tables, held: pd.DataFrame) -> pd.DataFrame:
    """The cells of one indicator that have a value, with two columns more: `size` of the base and `base_words`, missing where
    the report does not tell it in a way that the catalogue knows."""
    valued = held[held["state"] == VALUE].reset_index(drop=True)
    if valued.empty:
        return valued.assign(size=pd.Series(dtype="float64"), base_words=pd.Series(dtype="str"))
    named = [tables.extractions[doc_id] for doc_id in dict.fromkeys(valued["doc_id"])]
    told = bases_of(named, tables.catalog, str(valued["indicator"].iloc[0])).set_index("doc_id")
    return valued.assign(size=valued["doc_id"].map(told["size"]), base_words=valued["doc_id"].map(told["words"]))


def rates_with_bases(extractions: Iterable[Extraction], catalog: Catalog) -> dict[str, int]:
    """The rates of which any of these reports tells a base, with the number of those that do; most first."""
    held = tuple(extractions)
    rates = [indicator.id for indicator in catalog.indicators.values() if indicator.unit == PERCENT]
    counts = {rate: sum(_base_of(extraction, catalog, rate) is not None for extraction in held) for rate in rates}
    return dict(sorted(((rate, count) for rate, count in counts.items() if count), key=lambda pair: -pair[1]))


def _base_of(extraction: Extraction, catalog: Catalog, indicator_id: str) -> _Base | None:
    mains = {reading.indicator_id: reading for reading in extraction.readings if reading.main}
    rate = mains.get(indicator_id)
    if rate is None or rate.unit != PERCENT:
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
