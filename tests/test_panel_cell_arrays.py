"""The arrays of cells say what the cells say, and a cut of them what the cut of the table would."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from panel.cell_arrays import NUMBERS, TEXTS, CellArrays
from panel.compare import CELL_COLUMNS, VALUE, reporting
from panel.schema import to_table

_PLAIN = dict.fromkeys(CELL_COLUMNS)
_ROWS = [
    {"place": "甲", "year": 2022, "state": VALUE, "low": 95.0, "high": float("inf"), "base": "b"},
    {"place": "乙", "year": None, "state": "no report"},
    {"place": "丙", "year": 2023, "state": VALUE, "low": 0.0, "high": 0.0, "from_year": 2021, "stands_for": "no report"},
    {"place": "丁", "year": 2023, "state": VALUE, "low": 1.0, "high": 2.0, "from_year": 2021, "stands_for": "absent"},
    {"place": "戊", "year": 2023, "state": "absent"},
]


@pytest.fixture
def held() -> pd.DataFrame:
    return to_table([tuple({**_PLAIN, **row}.values()) for row in _ROWS], CELL_COLUMNS)


def test_every_column_is_that_of_the_table_and_missing_is_none_or_nan(held: pd.DataFrame) -> None:
    arrays = CellArrays.of(held)
    for name in TEXTS:
        assert arrays.columns[name].tolist() == [row.get(name) for row in _ROWS]
    for name in NUMBERS:
        told = [np.nan if row.get(name) is None else row[name] for row in _ROWS]
        assert np.array_equal(arrays.columns[name], np.array(told, dtype=float), equal_nan=True)
    assert arrays.of_values("base") == ["b", None, None]


def test_n_of_N_is_that_of_the_table_also_of_a_cut(held: pd.DataFrame) -> None:
    arrays = CellArrays.of(held)
    assert (arrays.given, arrays.reports) == reporting(held) == (1, 3)
    assert arrays.borrowed.tolist() == [False, False, True, True, False]
    for chosen in (slice(0, None, 2), arrays.valued, ~arrays.valued):
        cut = arrays.cut(chosen)
        assert (cut.given, cut.reports) == reporting(held[chosen])
        assert cut.columns["place"].tolist() == held[chosen]["place"].tolist()


def test_no_cells_make_empty_arrays(held: pd.DataFrame) -> None:
    arrays = CellArrays.of(held.head(0))
    assert (arrays.given, arrays.reports, arrays.of_values("low")) == (0, 0, [])
