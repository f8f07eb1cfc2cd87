"""Readings and refusals → the same with the headings that they stand under and the figures they are worked out from.

Both are in the extractions alone, each of which is asked for once: those of a saved panel are read from a file.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from panel.build import Tables
from panel.display import describe_operands

if TYPE_CHECKING:
    from extract.model import Extraction

Place = tuple[str, int, int]  # an indicator and the first and last character of a passage


def with_passages(
    tables: Tables, docs: Container[str], readings: pd.DataFrame, refusals: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables, whose rows come report by report, with the columns `section` and `operands`: "" where there is none.

    `docs` are the reports that they are of."""
    found = [np.full((len(table), 2), "", dtype=object) for table in (readings, refusals)]
    runs = [_runs(table) for table in (readings, refusals)]
    places = [_places(table) for table in (readings, refusals)]
    for doc_id in dict.fromkeys([*runs[0], *runs[1]]):
        if doc_id not in docs:
            raise ValueError(f"a figure of {doc_id}, which is none of the reports")
        sections, operands = _of(tables.extractions[doc_id])
        for told, own, where in zip(found, runs, places, strict=True):
            for row in own.get(doc_id, ()):
                told[row, 0] = sections.get(where[row][1:], "")
                told[row, 1] = operands.get(where[row], "")
    return _assigned(readings, found[0]), _assigned(refusals, found[1])


def _assigned(table: pd.DataFrame, told: np.ndarray) -> pd.DataFrame:
    columns = {name: pd.Series(told[:, at], dtype="str") for at, name in enumerate(("section", "operands"))}
    return table.assign(**columns)


def _runs(table: pd.DataFrame) -> Mapping[str, range]:
    """The rows of each report."""
    docs = table["doc_id"].to_numpy(dtype=object)
    starts = np.flatnonzero(np.append(True, docs[1:] != docs[:-1])) if len(docs) else np.empty(0, dtype=np.int64)
    ends = [*starts[1:].tolist(), len(docs)]
    return {docs[start]: range(start, end) for start, end in zip(starts.tolist(), ends, strict=False)}


def _places(table: pd.DataFrame) -> list[Place]:
    columns = (table[column].to_numpy(dtype=object).tolist() for column in ("indicator", "start", "end"))
    return list(zip(*columns, strict=True))


def _of(extraction: Extraction) -> tuple[dict[tuple[int, int], str], dict[Place, str]]:
    """The headings above each passage that a figure of a report was found in, and what each reading is worked out from."""
    sections = dict(_sections(extraction))
    operands = {
        (reading.indicator_id, reading.span.start, reading.span.end): describe_operands(
            extraction.report.text, reading, offsets=True
        )
        for reading in extraction.readings
        if reading.operands
    }
    return sections, operands


def _sections(extraction: Extraction) -> Iterator[tuple[tuple[int, int], str]]:
    for refusal in extraction.refusals:
        span = refusal.candidate.span
        yield (span.start, span.end), " › ".join(refusal.candidate.clause.section)
    for reading in extraction.readings:
        yield (reading.span.start, reading.span.end), " › ".join(reading.section)
