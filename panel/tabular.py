"""What a chart or a page shows → rows and columns to be read, copied or spoken: heads with units, numbers apart from texts.

A cell is a number where the report gives an exact one, in the unit of its head; a text where it is a bound (≥95), the cause of a
blank or a word, so that no bound is ever added up as a point and no blank is a zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from panel.blanks import VALUE
from panel.display import SIGNS, format_number

Cell = str | float
# A report and the characters of its text, start to end; None where there is no sentence to show.
Passage = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Tabular:
    """`rows` are as long as `heads`; `passages` has for each row the sentence of the row, or of each of its cells where
    `by_cell`."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    passages: tuple[tuple[Passage | None, ...], ...] = ()
    by_cell: bool = False

    def texts(self, lang: str = "zh") -> list[list[str]]:
        """Every cell as it is shown, numbers as they are written in the language."""
        return [[cell if isinstance(cell, str) else format_number(cell, lang) for cell in row] for row in self.rows]


def cell_of(row: Any, decimals: int) -> Cell:
    """A row of CELL_COLUMNS as a cell: its number, a bound with its sign but without its unit, or the word of its blank."""
    if row.state != VALUE:
        return str(row.text)
    number = format_number(row.value, "zh", decimals)
    return float(number) if row.qualifier == "exact" else f"{SIGNS[str(row.qualifier)]}{number}"


def passage_of(row: Any) -> Passage | None:
    """The sentence behind a row with doc_id, start and end; None where it has none."""
    if any(pd.isna(getattr(row, column)) for column in ("doc_id", "start", "end")):
        return None
    return str(row.doc_id), int(row.start), int(row.end)


def of_rows(heads: Sequence[str], rows: Sequence[Sequence[Cell]], passages: Sequence[Passage | None]) -> Tabular:
    """A table whose rows have a sentence each; columns that are empty throughout are left out."""
    kept = [at for at in range(len(heads)) if any(row[at] != "" for row in rows)] if rows else list(range(len(heads)))
    return Tabular(
        tuple(heads[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        tuple((passage,) for passage in passages),
    )
