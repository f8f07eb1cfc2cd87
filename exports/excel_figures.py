"""Readings or refusals of a selection → their order on a sheet, and their rows as tables of some thousands at a time.

Numbered from 1 in the order of the comparison's rows and columns, main readings first, so that those of one report stand
together. A table of all of them, in their order, would be in memory beside the panel's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from panel.build import Tables
from panel.cell_arrays import shared_texts
from panel.display import describe_operands
from panel.lookup import Positions

if TYPE_CHECKING:
    from extract.model import Extraction

PART = 2048  # rows of which a table is made at a time
Passage = tuple[str, int, int]  # an indicator, and the first and last character of its words


@dataclass(frozen=True, slots=True)
class Figures:
    """`rows` are the rows of `table` in their order; `sections` are the headings that each stands under, `operands` the figures
    that it is worked out from ("" where there are none)."""

    table: pd.DataFrame
    rows: Positions
    places: Mapping[str, str]
    sections: Sequence[str]
    operands: Sequence[str]

    def __len__(self) -> int:
        return len(self.rows)

    def parts(self) -> Iterator[pd.DataFrame]:
        """The table's rows in their order, with place, section, operands and number."""
        for start in range(0, len(self), PART):
            own = slice(start, start + PART)
            part = self.table.take(self.rows[own]).reset_index(drop=True)
            yield part.assign(
                place=part["doc_id"].map(self.places).astype("str"),
                section=pd.Series(self.sections[own], dtype="str"),
                operands=pd.Series(self.operands[own], dtype="str"),
                number=range(start + 1, start + 1 + len(part)),
            )

    def column(self, name: str) -> npt.NDArray[Any]:
        """A column of the table, in the order of the figures."""
        values: npt.NDArray[Any] = self.table[name].take(self.rows).to_numpy(dtype=object)
        return values

    def unlike(self, name: str) -> list[Any]:
        """The values of a column of the table, each once."""
        return self.table[name].take(self.rows).unique().tolist()


def figures_of(
    tables: Tables, docs: Mapping[str, int], ids: Sequence[str], tell: Callable[[], object] = lambda: None
) -> tuple[Figures, Figures]:
    """The readings and the refusals of these reports (in their order, from 0) and indicators; `tell` is called at each report."""
    held = [(table, _order(table, docs, ids)) for table in (tables.panel, tables.refusals)]
    told = [([""] * len(rows), [""] * len(rows)) for _, rows in held]
    where = [
        (shared_texts(table["indicator"].take(rows)), *(table[name].to_numpy()[rows] for name in ("start", "end")))
        for table, rows in held
    ]
    runs = [_runs(table["doc_id"].take(rows)) for table, rows in held]
    # A report's extraction is asked for once, and in their own order: those of a saved panel are read from a file.
    for doc_id in tables.extractions:
        if not any(doc_id in own for own in runs):
            continue
        tell()
        sections, operands = _passages(tables.extractions[doc_id])
        for columns, own, (of_sections, of_operands) in zip(where, runs, told, strict=True):
            span = own.get(doc_id, range(0))
            passages = zip(*(column[span.start : span.stop].tolist() for column in columns), strict=True)
            for number, passage in zip(span, passages, strict=True):
                of_sections[number] = sections.get(passage[1:], "")
                of_operands[number] = operands.get(passage, "")
    found = [Figures(table, rows, tables.places, *own) for (table, rows), own in zip(held, told, strict=True)]
    return found[0], found[1]


def _order(table: pd.DataFrame, docs: Mapping[str, int], ids: Sequence[str]) -> Positions:
    """The rows of these reports and indicators, in the order of the comparison."""
    rank = pd.Index(list(docs)).get_indexer(pd.Index(table["doc_id"]))
    column = pd.Index(list(ids)).get_indexer(pd.Index(table["indicator"]))
    own = np.flatnonzero((rank >= 0) & (column >= 0))
    minor = ~table["main"].to_numpy()[own] if "main" in table else np.zeros(len(own), dtype=bool)
    start, end = (table[name].to_numpy()[own] for name in ("start", "end"))
    order: Positions = own[np.lexsort((end, start, minor, column[own], rank[own]))].astype(np.int64)
    return order


def _runs(docs: pd.Series[str]) -> dict[str, range]:
    """Where the figures of each report stand."""
    held = shared_texts(docs)
    starts = np.flatnonzero(np.append(True, held[1:] != held[:-1])).tolist() if len(held) else []
    ends = [*starts[1:], len(held)]
    return {held[start]: range(start, end) for start, end in zip(starts, ends, strict=len(held) > 0)}


def _passages(extraction: Extraction) -> tuple[dict[tuple[int, int], str], dict[Passage, str]]:
    """The headings above each passage that a figure of a report was found in, and what each reading is worked out from."""
    sections = {
        (span.start, span.end): " › ".join(section)
        for span, section in (
            *((refusal.candidate.span, refusal.candidate.clause.section) for refusal in extraction.refusals),
            *((reading.span, reading.section) for reading in extraction.readings),
        )
    }
    operands = {
        (reading.indicator_id, reading.span.start, reading.span.end): describe_operands(
            extraction.report.text, reading, offsets=True
        )
        for reading in extraction.readings
        if reading.operands
    }
    return sections, operands
