"""Extractions × catalogue → one row for every indicator that a report gives no main reading of, with the cause.

The first cause that holds is given: a part only, a figure refused, not applicable at the locality's level, the term named
without a figure, the term absent. What was seen comes before what was to be expected, so that no figure is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import pandas as pd

from extract.catalog import Catalog, Indicator
from extract.model import Extraction, Reason, Refusal
from panel.schema import BLANK_COLUMNS, to_table

# The state of a cell that is not blank.
VALUE = "value"


class BlankCause(StrEnum):
    """Why a cell holds no value. The last two belong to cells of a selection, not to a report that was read."""

    TERM_ABSENT = "term absent"
    TERM_WITHOUT_FIGURE = "term without figure"
    REFUSED = "refused"
    PART_ONLY = "part only"
    NOT_APPLICABLE = "not applicable"
    NO_REPORT = "no report"
    UNREADABLE = "unreadable"


def build_blanks(extractions: Iterable[Extraction], catalog: Catalog) -> pd.DataFrame:
    """BLANK_COLUMNS. `start` and `end` are the nearest passage, <NA> where there is none.

    `detail` is the scope of the part (part only; missing when the words give none), the reason of the refusal shown
    (refused) or the locality's level (not applicable), and missing otherwise.
    """
    rows = [row for extraction in extractions for row in _blanks_of(extraction, catalog)]
    return to_table(rows, BLANK_COLUMNS)


def _blanks_of(extraction: Extraction, catalog: Catalog) -> Iterator[tuple[object, ...]]:
    main = {reading.indicator_id for reading in extraction.readings if reading.main}
    for indicator in catalog.indicators.values():
        if indicator.id not in main:
            yield (extraction.report.doc_id, indicator.id, *_cause(extraction, indicator))


def _cause(extraction: Extraction, indicator: Indicator) -> tuple[str, str | None, int | None, int | None]:
    for reading in extraction.readings:
        if reading.indicator_id == indicator.id:
            return BlankCause.PART_ONLY, reading.scope, reading.span.start, reading.span.end
    refusals = [refusal for refusal in extraction.refusals if refusal.candidate.indicator_id == indicator.id]
    if refusals:
        told = min(refusals, key=_telling)
        return BlankCause.REFUSED, told.reason, told.candidate.span.start, told.candidate.span.end
    mention = extraction.mentions.get(indicator.id)
    start, end = (None, None) if mention is None else (mention.start, mention.end)
    locality = extraction.report.locality
    level = None if locality is None else locality.level
    if level is not None and level not in indicator.levels:
        return BlankCause.NOT_APPLICABLE, level, start, end
    if mention is not None:
        return BlankCause.TERM_WITHOUT_FIGURE, None, start, end
    return BlankCause.TERM_ABSENT, None, None, None


def _telling(refusal: Refusal) -> tuple[bool, int]:
    """The refusal to name: a figure taken by another reading says least about this indicator; else the first in the text."""
    return refusal.reason is Reason.OVERLAPPED, refusal.candidate.span.start
