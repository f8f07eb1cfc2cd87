"""panel/compare.py: no cell without a value or a cause, and no blank that becomes a number."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import Given, Refused, county, extraction, tables_of

from extract.errors import Failure, FaultKind
from extract.model import Basis, Qualifier, Reason
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import CELL_COLUMNS, VALUE, Selection, cells, cells_at, missing, reporting, select

BAD = Failure("坏.pdf", FaultKind.EMPTY)


def the_tables() -> Tables:
    return tables_of(
        extraction("甲镇", 2020, Given("cases", "0", basis=Basis.IMPLIED), Given("success_rate", "95", qualifier=Qualifier.MIN)),
        extraction(
            "乙镇",
            2020,
            Given("cases", "7", main=False, scope="一审"),
            refused=[Refused("success_rate", "90", "力争90%", Reason.PLAN)],
        ),
        extraction("丙镇", 2022, mentioned={"success_rate": "提高调解成功率"}),
        failures=[BAD],
    )


def told(held: pd.DataFrame, *names: str) -> list[tuple[object, ...]]:
    return [tuple(None if pd.isna(row[name]) else row[name] for name in names) for _, row in held.iterrows()]


def test_every_cell_of_one_year_with_its_text() -> None:
    held = cells(the_tables(), Selection(("success_rate",), years=(2020,)))
    assert told(held, "place", "year", "state", "text", "detail") == [
        ("丙镇", 2020, "no report", "无报告", None),
        ("乙镇", 2020, "refused", "未采用", "plan"),
        ("甲镇", 2020, "value", "≥95%", None),
        ("坏.pdf", None, "unreadable", "无法读取", "文件是空的"),
    ]


def test_the_same_in_english() -> None:
    held = cells(the_tables(), Selection(("success_rate",), years=(2020,)), lang="en")
    assert held["text"].tolist() == ["no report", "figure not taken", "≥95%", "unreadable"]
    assert held["detail"].tolist()[-1] == "the file is empty"


def test_zero_is_a_value_and_a_part_is_none() -> None:
    held = cells(the_tables(), Selection(("cases",), places=("甲镇", "乙镇")))
    assert told(held, "place", "state", "value", "text", "basis") == [
        ("乙镇", "part only", None, "仅部分", None),
        ("甲镇", "value", 0.0, "0", "implied"),
    ]


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(years=(2020, 2021)), Selection(("cases",), ("无此镇",)), Selection(levels=("county",))]
)
def test_the_columns_and_types_of_cells(selection: Selection) -> None:
    held = cells(the_tables(), selection)
    assert {name: str(dtype) for name, dtype in held.dtypes.items()} == CELL_COLUMNS


def test_blanks_keep_their_nearest_passage() -> None:
    tables = the_tables()
    held = cells(tables, Selection(("success_rate",), ("丙镇",)))
    row = held.iloc[0]
    assert tables.texts[row["doc_id"]][row["start"] : row["end"]] == "提高调解成功率"


def test_an_unknown_indicator_raises() -> None:
    with pytest.raises(KeyError):
        cells(the_tables(), Selection(("no_such",)))


TWO = (
    extraction("甲镇", 2020, Given("cases", "5"), Given("sessions", "1"), doc_id="a.txt", published=date(2021, 1, 1)),
    extraction("甲镇", 2020, Given("cases", "6"), doc_id="b.txt", published=date(2021, 6, 1)),
)


def test_of_two_reports_the_last_published_speaks() -> None:
    held = cells(tables_of(*TWO), Selection(("cases", "sessions", "loss_rate")))
    assert told(held, "indicator", "doc_id", "text") == [
        ("cases", "b.txt", "6"),
        ("sessions", "a.txt", "1"),
        ("loss_rate", "b.txt", "不适用"),
    ]


def test_select_keeps_main_rows_alone_unless_asked() -> None:
    tables = the_tables()
    assert select(tables, Selection(("cases",)))["value"].tolist() == [0.0]
    assert select(tables, Selection(("cases",)), main_only=False)["value"].tolist() == [0.0, 7.0]
    assert select(tables, Selection(("cases",), years=(2022,))).empty
    assert list(select(tables, Selection()).columns) == list(tables.panel.columns)


def test_missing_is_in_the_order_of_the_causes() -> None:
    tables, selection = the_tables(), Selection(("success_rate",))
    held = cells_at(tables, selection, missing(tables, selection))
    assert told(held, "place", "state") == [("丙镇", "term without figure"), ("乙镇", "refused"), ("坏.pdf", "unreadable")]


def test_reporting_counts_reports_alone() -> None:
    held = cells(the_tables(), Selection(("success_rate",), years=(2020,)))
    assert reporting(held) == (1, 2)
    assert reporting(held[held["place"] == "坏.pdf"]) == (0, 0)


def test_not_applicable_at_a_level() -> None:
    tables = tables_of(extraction("甲镇", 2020), extraction(county("甲县"), 2020, Given("loss_rate", "0")))
    assert cells(tables, Selection(("loss_rate",)))["text"].tolist() == ["0%", "不适用"]


PLACES = st.sampled_from(["甲镇", "乙镇", "丙镇", "坏.pdf", "无此镇"])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["success_rate", "loss_rate", "cases", "sessions"]), max_size=3, unique=True),
    st.lists(PLACES, max_size=3, unique=True),
    st.lists(st.integers(2018, 2023), max_size=3, unique=True),
    st.lists(st.sampled_from(["township", "county"]), max_size=1),
)
def test_no_cell_is_without_a_cause_and_no_blank_has_a_number(
    indicators: list[str], places: list[str], years: list[int], levels: list[str]
) -> None:
    held = cells(the_tables(), Selection(tuple(indicators), tuple(places), tuple(years), tuple(levels)))
    assert set(held["state"]) <= {VALUE, *map(str, BlankCause)}
    assert (held["text"].str.len() > 0).all()
    blank = held["state"] != VALUE
    assert held.loc[blank, ["value", "low", "high"]].isna().all(axis=None)
    assert held.loc[~blank, ["value", "low", "high"]].notna().all(axis=None)
    assert not held.duplicated(["place", "year", "indicator"]).any()


def test_the_seeds_have_a_cell_for_every_indicator(tables: Tables) -> None:
    held = cells(tables, Selection())
    assert len(held) == 5 * len(tables.catalog.indicators)
    assert told(held[(held["place"] == "中峰镇") & (held["indicator"] == "mediation_success_rate")], "text", "low", "high") == [
        ("≥95%", 95.0, 100.0)
    ]
