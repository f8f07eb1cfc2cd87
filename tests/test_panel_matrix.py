"""panel/matrix.py: the arrays behind cells say what the cells say, cell by cell."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from samples import Given, Refused, extraction, tables_of

from extract.errors import Failure, FaultKind
from extract.model import Reason
from panel.build import Tables
from panel.compare import VALUE, cells, cells_at, has_report, missing
from panel.matrix import STATES, matrix_of
from panel.selection import Selection

SELECTIONS = [
    pytest.param(Selection(), id="all"),
    pytest.param(Selection(indicators=("cases", "success_rate")), id="two indicators in another order"),
    pytest.param(Selection(years=(2020,)), id="a year"),
    pytest.param(Selection(places=("丙镇", "无此镇"), years=(2020, 2021)), id="a place that is not there"),
    pytest.param(Selection(years=(1999,)), id="a year without reports"),
    pytest.param(Selection(levels=("county",)), id="a level without reports"),
]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return tables_of(
        extraction("甲镇", 2020, Given("success_rate", "95"), Given("cases", "4"), published=date(2021, 1, 1)),
        # Of two reports of one place and year the one published last, but what it leaves out is the other's.
        extraction("甲镇", 2020, Given("cases", "5"), published=date(2021, 3, 1), doc_id="甲二.txt"),
        extraction("乙镇", 2018, Given("cases", "0")),
        extraction("乙镇", 2020, refused=[Refused("success_rate", "99", "力争99%", Reason.PLAN)]),
        extraction("丙镇", None, Given("cases", "7")),
        failures=[Failure("坏.pdf", FaultKind.EMPTY)],
    )


@pytest.mark.parametrize("selection", SELECTIONS)
def test_states_reports_and_counts_are_those_of_the_cells(tables: Tables, selection: Selection) -> None:
    matrix, held = matrix_of(tables, selection), cells(tables, selection)
    assert [STATES[state] for state in matrix.states.ravel()] == held["state"].tolist()
    assert np.repeat(matrix.told, len(matrix.indicators)).tolist() == has_report(held).tolist()
    for indicator, counts in zip(matrix.indicators, matrix.counts().tolist(), strict=True):
        own = held["state"][held["indicator"] == indicator].value_counts().to_dict()
        assert {state: count for state, count in zip(STATES, counts, strict=True) if count} == own


@pytest.mark.parametrize("selection", SELECTIONS)
def test_some_cells_are_the_same_as_among_all(tables: Tables, selection: Selection) -> None:
    held = cells(tables, selection)
    backwards = np.arange(len(held))[::-2]
    pd.testing.assert_frame_equal(cells_at(tables, selection, backwards), held.take(backwards).reset_index(drop=True))
    blank = missing(tables, selection)
    assert sorted(blank.tolist()) == np.flatnonzero(held["state"] != VALUE).tolist()
