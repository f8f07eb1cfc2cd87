"""Extractions × the catalogue's derived rates → a table of its own: what is worked out from two counts, or why it is not.

Kept apart from the panel, which holds only what reports say: a rate worked out here never stands in for a stated one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

import pandas as pd

from extract.catalog import Catalog, Derived
from extract.model import Extraction, Qualifier, Reading
from panel.reports import path_of
from panel.schema import DERIVED_COLUMNS, to_table

_CENTS = Decimal("0.01")


class Unfit(StrEnum):
    """Why two counts of a report were not combined. The first that holds is given."""

    NO_PART = "no part"
    NO_WHOLE = "no whole"
    SCOPE = "scope"
    QUALIFIER = "qualifier"
    NOTHING = "nothing"
    EXCEEDS = "exceeds"


def build_derived(extractions: Iterable[Extraction], catalog: Catalog) -> pd.DataFrame:
    """DERIVED_COLUMNS: one row for each derived rate and report that gives at least one of its two counts.

    Both are main readings of one report, so of one locality and year. `value` is in percent, rounded to two decimals, and
    missing where `reason` (an Unfit) is not. The offsets are those of the counts' passages, <NA> where one is missing.
    """
    rows = [row for extraction in extractions for derived in catalog.derived.values() for row in _rows(extraction, derived)]
    return to_table(rows, DERIVED_COLUMNS)


def _rows(extraction: Extraction, derived: Derived) -> Iterator[Sequence[object]]:
    mains = {reading.indicator_id: reading for reading in extraction.readings if reading.main}
    part, whole = mains.get(derived.part), mains.get(derived.whole)
    if part is None and whole is None:
        return
    outcome = combine(part, whole)
    value, reason = (None, str(outcome)) if isinstance(outcome, Unfit) else (float(outcome), None)
    name, level, *_ = path_of(extraction)
    whose = (extraction.report.doc_id, name, level, extraction.report.year)
    yield (*whose, derived.id, derived.name, derived.unit, value, reason, *_input(part), *_input(whole))


def combine(part: Reading | None, whole: Reading | None) -> Decimal | Unfit:
    """The share of two main readings of one report in percent, or why they do not combine."""
    if part is None:
        return Unfit.NO_PART
    if whole is None:
        return Unfit.NO_WHOLE
    if part.scope is not None or whole.scope is not None:
        return Unfit.SCOPE
    if not part.qualifier is whole.qualifier is Qualifier.EXACT:
        return Unfit.QUALIFIER
    if whole.value == 0:
        return Unfit.NOTHING
    if part.value > whole.value:
        return Unfit.EXCEEDS
    return (part.value * 100 / whole.value).quantize(_CENTS, ROUND_HALF_UP)


def _input(reading: Reading | None) -> Sequence[object]:
    """Value, start and end of a count."""
    return (None, None, None) if reading is None else (float(reading.value), reading.span.start, reading.span.end)
