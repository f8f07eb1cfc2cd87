"""A caveat of one indicator and the cells it was told of → its statement, with the cells that its numbers count.

The conditions are those of panel/caveats.py, which counts; tests/test_panel_caveats.py holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from panel.bases import small_bases
from panel.build import Tables
from panel.caveats import CEILING, Caveat, says_added
from panel.compare import has_value
from panel.schema import rows_of
from panel.statements import Figure, Kind, Statement, figure_of

_Mask = Callable[[pd.DataFrame], "pd.Series[bool]"]


def _all(valued: pd.DataFrame) -> pd.Series[bool]:
    return pd.Series(True, index=valued.index)


# Of the cells with a value those that a caveat is about, by its code.
_ABOUT: Mapping[str, _Mask] = {
    **dict.fromkeys(("few_values", "mixed_levels", "mixed_years", "mixed_bases", "bases_together", "low_coverage"), _all),
    **dict.fromkeys(("scopes", "scopes_together"), lambda valued: valued["scope"].notna()),
    "borrowed": lambda valued: valued["from_year"].notna(),
    "flows": lambda valued: valued["quote"].map(says_added).astype(bool),
    "bounds": lambda valued: valued["qualifier"] != "exact",
    "implied": lambda valued: valued["basis"] == "implied",
    "computed": lambda valued: valued["basis"] == "computed",
    # Of how many stand at the ceiling: those that do.
    "ceiling": lambda valued: (valued["unit"] == "%") & (valued["low"] >= CEILING),
}


def of_caveat(kind: Kind, tables: Tables, held: pd.DataFrame, caveat: Caveat) -> Statement:
    """A caveat of these cells as a statement, with those that it is about."""
    return Statement(kind, {"caveat": caveat}, {"caveat": about(tables, held, caveat)})


def about(tables: Tables, held: pd.DataFrame, caveat: Caveat) -> tuple[Figure, ...]:
    """The cells that a caveat of these cells counts."""
    return tuple(figure_of(row) for row in rows_of(concerned(tables, caveat.code, held)))


def concerned(tables: Tables, code: str, held: pd.DataFrame) -> pd.DataFrame:
    """The cells (CELL_COLUMNS) that the caveat of this code counts or compares; none for one that speaks of no cell, such as the
    grade of an indicator."""
    valued = held[has_value(held)]
    if code == "small_base":
        # As they are told: the smallest first.
        return small_bases(tables, held)[list(held.columns)]
    mask = _ABOUT.get(code)
    return valued[mask(valued)] if mask is not None and not valued.empty else valued.head(0)
