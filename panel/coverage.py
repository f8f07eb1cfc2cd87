"""Cells of a selection → of each indicator and level how many have a value and how many are blank, by the cause.

The counts of a row add up to the places and years of that level, so that nobody is left out.
"""

from __future__ import annotations

import pandas as pd

from panel.blanks import VALUE, BlankCause
from panel.compare import with_report
from panel.schema import text_or_none, to_table

STATES = (VALUE, *(str(cause) for cause in BlankCause))
# `reports` are the cells whose report was read; `borrowed` figures count under the cause of the blank that they fill.
COVERAGE_COLUMNS: dict[str, str] = {"indicator": "str", "level": "str", "reports": "int64", **dict.fromkeys(STATES, "int64")}


def coverage(held: pd.DataFrame) -> pd.DataFrame:
    """COVERAGE_COLUMNS of cells (CELL_COLUMNS): by indicator, in each by level, both as they come in the cells."""
    states = held["state"].where(held["stands_for"].isna(), held["stands_for"]).tolist()
    read = set(with_report(held).index)
    order = {one: at for at, one in enumerate(dict.fromkeys(held["indicator"].tolist()))}
    counts: dict[tuple[str, str | None], dict[str, int]] = {}
    for at, indicator, level, state in zip(held.index, held["indicator"].tolist(), held["level"].tolist(), states, strict=True):
        own = counts.setdefault((indicator, text_or_none(level)), dict.fromkeys(("reports", *STATES), 0))
        own[state] += 1
        own["reports"] += at in read
    told = sorted(counts.items(), key=lambda one: order[one[0][0]])
    return to_table([(*key, *own.values()) for key, own in told], COVERAGE_COLUMNS)
