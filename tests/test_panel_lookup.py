"""panel/lookup.py and panel/keeping.py: rows are found as by looking at all of them, and nothing is worked out twice."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from samples import Given, extraction, tables_of

from panel.build import Tables
from panel.compare import cells, counted, missing, own_readings, reporting
from panel.keeping import Kept
from panel.lookup import Lookup
from panel.selection import Selection, offered, slots

REPORTS = pd.DataFrame({"doc_id": ["a", "b", "c"]})
TABLE = pd.DataFrame({"doc_id": ["b", "a", "b", "gone", "c"], "indicator": ["x", "x", "y", "x", "y"]})
EVERY = np.ones(3, dtype=bool)


@pytest.mark.parametrize(
    ("indicators", "reports", "rows"),
    [
        ((), [True, True, True], [0, 1, 2, 4]),
        (("x",), [True, True, True], [0, 1]),
        (("y", "x"), [False, True, True], [0, 2, 4]),
        (("x", "x"), [True, False, False], [1]),
        (("unknown",), [True, True, True], []),
        ((), [False, False, False], []),
    ],
)
def test_rows_are_found_in_the_tables_order(indicators: tuple[str, ...], reports: list[bool], rows: list[int]) -> None:
    assert Lookup(REPORTS, TABLE).rows(indicators, np.array(reports)).tolist() == rows


def test_a_grid_of_reports_and_indicators() -> None:
    lookup = Lookup(REPORTS, TABLE)
    found = lookup.grid(lookup.rows((), EVERY), np.array([1, -1, 0]), ["y", "x", "none"])
    assert found.tolist() == [[2, 0, -1], [-1, -1, -1], [-1, 1, -1]]


def test_an_empty_table_has_no_rows() -> None:
    lookup = Lookup(REPORTS.head(0), TABLE.head(0))
    assert lookup.rows((), np.array([], dtype=bool)).tolist() == []
    assert lookup.grid(lookup.rows((), np.array([], dtype=bool)), np.array([-1]), ["x"]).tolist() == [[-1]]


def test_what_is_kept_is_made_once_and_changed_by_nobody() -> None:
    kept, made = Kept(), []

    def make() -> pd.DataFrame:
        made.append(1)
        return pd.DataFrame({"a": [1, 2]})

    first = kept.table("key", make)
    first["a"] = 0
    first.loc[0, "b"] = 1
    assert kept.table("key", make).to_dict("list") == {"a": [1, 2]}
    assert len(made) == 1


def test_the_table_asked_for_longest_ago_goes_first() -> None:
    kept, made = Kept(most=5), []

    def asked(key: str) -> None:
        kept.table(key, lambda: made.append(key) or pd.DataFrame({"a": [1, 2]}))

    for key in ("one", "two", "one", "three", "one", "two"):
        asked(key)
    assert made == ["one", "two", "three", "two"]


@pytest.fixture(scope="module")
def small() -> Tables:
    return tables_of(
        extraction("甲镇", 2020, Given("success_rate", "95"), Given("cases", "4")),
        extraction("甲镇", 2021, Given("cases", "5")),
        extraction("乙镇", 2020),
    )


def test_cells_of_one_selection_are_made_once(small: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cells(small, Selection(("cases",)))
    monkeypatch.setattr("panel.matrix.slots", lambda *_: pytest.fail("worked out again"))
    pd.testing.assert_frame_equal(cells(small, Selection(("cases",))), before)


def test_counts_are_those_of_the_cells(small: Tables) -> None:
    held = cells(small, Selection())
    told = {str(one): reporting(own) for one, own in held.groupby("indicator")}
    assert {row.indicator: (row.n, row.N) for row in counted(small, Selection()).itertuples()} == told
    assert len(missing(small, Selection())) == len(held) - sum(n for n, _ in told.values())


def test_the_readings_of_one_report(small: Tables) -> None:
    doc = str(small.reports["doc_id"].iloc[0])
    own = own_readings(small, doc)
    pd.testing.assert_frame_equal(own, small.panel[small.panel["doc_id"] == doc].reset_index(drop=True))


def test_what_is_offered(small: Tables) -> None:
    known = offered(small)
    assert (known.levels, known.years, dict(known.given)) == (("township",), (2021, 2020), {"cases": 2, "success_rate": 1})
    assert known.first_place in set(slots(small, Selection())["place"])
    assert offered(tables_of()).first_place is None
