"""The three ways to turn the cells: every cell at one place, blanks with their causes, no slot with nothing at all."""

from __future__ import annotations

import base64

from samples import Given, Refused, extraction, tables_of

from charts import sparkline
from extract.model import Qualifier, Reason
from panel.build import Tables
from panel.compare import cells
from panel.pivots import Pivot, pivot
from panel.selection import Selection

BOTH = Selection(("success_rate", "cases"))


def the_tables() -> Tables:
    return tables_of(
        extraction("甲镇", 2020, Given("success_rate", "95", qualifier=Qualifier.MIN), Given("cases", "0")),
        extraction("甲镇", 2022, Given("success_rate", "97")),
        extraction("乙镇", 2020, refused=[Refused("success_rate", "90", "力争达到90%", Reason.TARGET)]),
    )


def turned(way: str, selection: Selection = BOTH) -> Pivot:
    return pivot(cells(the_tables(), selection), way)


def test_a_row_a_place_and_year_and_a_column_an_indicator() -> None:
    found = turned("indicators")
    assert found.columns == [("success_rate",), ("cases",)]
    assert dict(zip(found.rows, found.taken("text"), strict=True)) == {
        ("乙镇", 2020, "township"): ["未采用", "未提及"],
        ("甲镇", 2020, "township"): ["≥95%", "0"],
        ("甲镇", 2021, "township"): ["无报告", "无报告"],
        ("甲镇", 2022, "township"): ["97%", "未提及"],
    }


def test_a_row_a_place_and_indicator_and_a_column_a_year() -> None:
    found = turned("years", Selection(("success_rate",)))
    assert found.columns == [(2020,), (2021,), (2022,)]
    assert dict(zip(found.rows, found.taken("text"), strict=True)) == {
        ("乙镇", "township", "success_rate"): ["未采用", "", ""],
        ("甲镇", "township", "success_rate"): ["≥95%", "无报告", "97%"],
    }


def test_a_row_an_indicator_and_a_column_a_place() -> None:
    found = turned("places")
    assert found.rows == [("success_rate",), ("cases",)]
    assert set(found.columns) == {("甲镇", 2020), ("甲镇", 2021), ("甲镇", 2022), ("乙镇", 2020)}
    assert found.taken("text")[1][found.columns.index(("甲镇", 2020))] == "0"


def test_a_blank_is_no_value_and_a_bound_is_not_exact() -> None:
    found = turned("years", Selection(("success_rate",)))
    series = {row[0]: found.series(at) for at, row in enumerate(found.rows)}
    assert series == {"甲镇": [(95.0, False), None, (97.0, True)], "乙镇": [None, None, None]}


def test_two_reports_of_one_place_and_year_share_a_row() -> None:
    tables = tables_of(extraction("甲镇", 2020, Given("cases", "7"), doc_id="1.txt"), extraction("甲镇", 2020, doc_id="2.txt"))
    assert pivot(cells(tables, Selection(("cases",))), "indicators").taken("text") == [["7"]]


def test_of_nothing_there_is_nothing() -> None:
    for way in ("indicators", "years", "places"):
        found = pivot(cells(tables_of(), BOTH), way)
        assert (found.rows, found.columns, found.taken("text")) == ([], [], [])


def svg(values: list[tuple[float, bool] | None]) -> str:
    return base64.b64decode(sparkline(values, 90, 100).split(",", 1)[1]).decode()


def test_a_sparkline_has_a_point_a_value_and_no_line_across_a_blank() -> None:
    drawn = svg([(90.0, True), None, (100.0, False), (95.0, True)])
    assert drawn.count("<circle") == 3
    assert drawn.count("<path") == 1
    assert drawn.count('fill="none" stroke') == 1


def test_a_sparkline_of_blanks_is_empty() -> None:
    assert "<circle" not in svg([None, None])
