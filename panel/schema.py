"""Rows of values → typed tables: the declared columns of every table, the same when a table is empty.

Text columns are "str" (missing is NaN), years and offsets that may be missing "Int64" (missing is <NA>), values float64.

Text is held as Python's own strings: of the few thousand rows that a page asks for, pandas takes, compares and lists those in
a fraction of the time that it needs for Arrow's. Only what a saved panel holds once in many millions of letters (its quotes)
stays with Arrow (panel/saved.py).
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

pd.set_option("mode.string_storage", "python")

COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "locality": "str",
    "level": "str",
    "province": "str",
    "prefecture": "str",
    "county": "str",
    "township": "str",
    "year": "Int64",
    "indicator": "str",
    "name": "str",
    "theme": "str",
    "unit": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "qualifier": "str",
    "basis": "str",
    "base": "str",
    "scope": "str",
    "main": "bool",
    "start": "int64",
    "end": "int64",
    "quote": "str",
    "pattern": "str",
    "definition": "Int64",
    "page": "Int64",
    "source_cell": "str",
}

REFUSAL_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "locality": "str",
    "level": "str",
    "year": "Int64",
    "indicator": "str",
    "name": "str",
    "value": "float64",
    "unit": "str",
    "qualifier": "str",
    "basis": "str",
    "reason": "str",
    "detail": "str",
    "start": "int64",
    "end": "int64",
    "quote": "str",
    "pattern": "str",
}

REPORT_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "place": "str",
    "title": "str",
    "locality": "str",
    "level": "str",
    "province": "str",
    "prefecture": "str",
    "county": "str",
    "township": "str",
    "year": "Int64",
    "published": "datetime64[us]",
    "index_number": "str",
    "status": "str",
    "problem": "str",
    "cure": "str",
    "of": "str",
    "pages": "Int64",
    "unread": "str",
    "encoding": "str",
    "seconds": "float64",
    "characters": "int64",
    "readings": "int64",
    "refusals": "int64",
}

BLANK_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "indicator": "str",
    "cause": "str",
    "detail": "str",
    "start": "Int64",
    "end": "Int64",
}

CHECK_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "number": "int64",
    "rule": "str",
    "outcome": "str",
    "sums": "str",
    "label": "str",
    "indicator": "str",
    "value": "float64",
    "qualifier": "str",
    "start": "int64",
    "end": "int64",
    "quote": "str",
}

EARLIER_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "indicator": "str",
    "year": "Int64",
    "kind": "str",
    "value": "float64",
    "unit": "str",
    "qualifier": "str",
    "start": "int64",
    "end": "int64",
    "quote": "str",
    "now": "float64",
    "now_qualifier": "str",
    "low": "float64",
    "high": "float64",
    "outcome": "str",
    "earlier_doc": "str",
    "earlier_value": "float64",
    "earlier_qualifier": "str",
    "earlier_start": "Int64",
    "earlier_end": "Int64",
    "earlier_quote": "str",
}

DERIVED_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "locality": "str",
    "level": "str",
    "year": "Int64",
    "derived": "str",
    "name": "str",
    "unit": "str",
    "value": "float64",
    "reason": "str",
    "part": "float64",
    "part_start": "Int64",
    "part_end": "Int64",
    "whole": "float64",
    "whole_start": "Int64",
    "whole_end": "Int64",
}

# How many cases a rate is said of (panel/base_sizes.py).
BASE_COLUMNS: dict[str, str] = {
    "doc_id": "str",
    "indicator": "str",
    "size": "float64",
    "words": "str",
    "start": "Int64",
    "end": "Int64",
}

# Where a reading's figure stands, and all that it is worked out from (panel/build.py).
FIGURE_COLUMNS: dict[str, str] = {
    "figure_start": "int64",
    "figure_end": "int64",
    "first": "int64",
    "last": "int64",
}


def to_table(rows: Iterable[Sequence[Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A table of rows whose values stand in the order of `columns` (name -> dtype). None becomes the type's missing value."""
    held = list(rows)
    by_column = list(zip(*held, strict=True)) if held else [()] * len(columns)
    return pd.DataFrame(
        {name: pd.Series(list(values), dtype=dtype) for (name, dtype), values in zip(columns.items(), by_column, strict=True)}
    )


def rows_of(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as named tuples; typed Any, since a table's columns are declared at run time only."""
    columns = [listed(table[name]) for name in table.columns]
    row: Any = namedtuple("Row", [str(name) for name in table.columns], rename=True)  # type: ignore[misc]
    return map(row._make, zip(*columns, strict=True)) if columns else iter(())


def listed(column: pd.Series[Any]) -> list[Any]:
    """A column's values; text all at once, since pandas' own list of it is made one by one and takes ten times as long."""
    held: list[Any] = column.to_numpy(dtype=object).tolist() if column.dtype == "str" else column.tolist()
    return held


def is_text(column: pd.Series[Any], text: str) -> npt.NDArray[np.bool_]:
    """Of each text of a column whether it is this one; a missing one is not. pandas, which first looks which are missing, takes
    three times as long."""
    found: npt.NDArray[np.bool_] = column.to_numpy(dtype=object) == text
    return found


def for_cutting(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with its text as plain objects: it is cut into many small tables in half the time."""
    return table.astype({name: object for name, dtype in table.dtypes.items() if dtype == "str"})


def text_or_none(value: object) -> str | None:
    """A table's text, None where it is missing."""
    return value if isinstance(value, str) else None
