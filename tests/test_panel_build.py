"""panel/build.py: the long panel, the refusals, and that nothing missing becomes a number."""

from __future__ import annotations

import math
from decimal import Decimal

import pandas as pd
import pytest
from samples import Given, Refused, extraction, small_catalog, tables_of, town

from extract.errors import Failure, FaultKind
from extract.model import Basis, DivisionPath, Extraction, Level, Locality, Qualifier, Reason, Report
from panel.build import (
    BLANK_COLUMNS,
    COLUMNS,
    REFUSAL_COLUMNS,
    REPORT_COLUMNS,
    Tables,
    build_panel,
    build_refusals,
    build_tables,
)

EMPTY = Extraction(Report("empty.txt", "无"))


def test_the_columns_of_the_contract_in_order() -> None:
    assert list(COLUMNS) == [
        "doc_id", "locality", "level", "province", "prefecture", "county", "township", "year", "indicator", "name", "theme",
        "unit", "value", "low", "high", "qualifier", "basis", "base", "scope", "main", "start", "end", "quote", "pattern",
        "definition",
        "page",
        "source_cell",
    ]  # fmt: skip


@pytest.mark.parametrize("held", [(), (EMPTY,), (extraction("甲镇", 2020, Given("cases", "4")),)], ids=["none", "empty", "one"])
def test_dtypes_are_the_same_however_many_rows(held: tuple[Extraction, ...]) -> None:
    tables = tables_of(*held)
    for table, columns in (
        (tables.panel, COLUMNS),
        (tables.refusals, REFUSAL_COLUMNS),
        (tables.reports, REPORT_COLUMNS),
        (tables.blanks, BLANK_COLUMNS),
    ):
        assert {name: str(dtype) for name, dtype in table.dtypes.items()} == columns


def test_one_row_holds_everything_of_a_reading() -> None:
    given = Given("success_rate", "95", "化解率达95%以上", "95%以上", Qualifier.MIN, Basis.STATED, "受理案件", "全镇")
    panel = tables_of(extraction("甲镇", 2020, given)).panel
    row = panel.iloc[0]
    assert row[["page", "source_cell"]].isna().all()  # a text from no file
    assert row.drop(["page", "source_cell"]).to_dict() == {
        "doc_id": "甲镇_2020.txt",
        "locality": "甲镇",
        "level": "township",
        "province": "丁省",
        "prefecture": "丙市",
        "county": "甲县",
        "township": "甲镇",
        "year": 2020,
        "indicator": "success_rate",
        "name": "调解成功率",
        "theme": "disputes",
        "unit": "%",
        "value": 95.0,
        "low": 95.0,
        "high": 100.0,
        "qualifier": "min",
        "basis": "stated",
        "base": "受理案件",
        "scope": "全镇",
        "main": True,
        "start": 0,
        "end": 9,
        "quote": "化解率达95%以上",
        "pattern": "success_rate.1",
        "definition": 1,
    }


def test_the_panel_carries_the_catalogue_s_stamp() -> None:
    for held in ((), (EMPTY,), (extraction("甲镇", 2020, Given("cases", "4")),)):
        assert tables_of(*held).panel.attrs == {"catalogue": "9.9 (0a1b2c3d)"}


def test_the_words_of_the_figure_decide_an_approximation() -> None:
    given = [
        Given("cases", "4000", "近年来处理4000余件", "4000余件", Qualifier.APPROX),
        Given("sessions", "80", "多次培训,近80次", "近80次", Qualifier.APPROX),
    ]
    panel = tables_of(extraction("甲镇", 2020, *given)).panel
    assert panel[["low", "high"]].to_numpy().tolist() == [[4000.0, 5000.0], [70.0, 80.0]]


def test_zero_is_a_value_and_unknown_is_missing() -> None:
    nowhere = extraction(None, None, Given("cases", "0", basis=Basis.IMPLIED))
    row = tables_of(nowhere).panel.iloc[0]
    assert row["value"] == 0.0
    assert [name for name in COLUMNS if pd.isna(row[name])] == [
        "locality", "level", "province", "prefecture", "county", "township", "year", "base", "scope", "page", "source_cell",
    ]  # fmt: skip


def test_readings_that_are_not_main_stay_in_the_panel() -> None:
    panel = tables_of(extraction("甲镇", 2020, Given("cases", "9"), Given("cases", "4", main=False, scope="其中一审"))).panel
    assert panel[["value", "main"]].to_numpy().tolist() == [[9.0, True], [4.0, False]]


def test_two_main_readings_of_one_report_raise() -> None:
    double = extraction("甲镇", 2020, Given("cases", "9"), Given("cases", "4"))
    with pytest.raises(ValueError, match="two main readings of cases"):
        build_panel([double], small_catalog())


def test_two_reports_of_one_doc_id_raise() -> None:
    one = extraction("甲镇", 2020, doc_id="same.txt")
    with pytest.raises(ValueError, match="doc_id"):
        tables_of(one, one)


def test_a_refusal_keeps_the_figure_as_written() -> None:
    refused = Refused("cases", "1.5", "力争办案1.5万件", Reason.PLAN, "万件")
    row = tables_of(extraction("甲镇", 2021, refused=[refused])).refusals.iloc[0]
    told = {name: row[name] for name in ("indicator", "value", "unit", "reason", "quote", "start", "end", "year", "name")}
    assert told == {
        "indicator": "cases", "value": 1.5, "unit": "万件", "reason": "plan", "quote": "力争办案1.5万件", "start": 0,
        "end": 9, "year": 2021, "name": "行政诉讼案件数",
    }  # fmt: skip


def test_without_refusals_the_table_is_empty_and_typed() -> None:
    assert build_refusals([EMPTY], small_catalog()).empty


def test_a_failed_file_is_in_the_reports_alone() -> None:
    tables = tables_of(extraction("甲镇", 2020), failures=[Failure("坏.pdf", FaultKind.EMPTY)])
    assert tables.reports["status"].tolist() == ["read", "failed"]
    assert tables.reports[["problem", "cure"]].iloc[1].tolist() == ["the file is empty", "get it again from where it came"]
    assert list(tables.failures) == ["坏.pdf"]
    assert tables.places == {"甲镇_2020.txt": "甲镇", "坏.pdf": "坏.pdf"}
    assert set(tables.texts) == set(tables.extractions) == {"甲镇_2020.txt"}
    assert "坏.pdf" not in set(tables.blanks["doc_id"])


def test_the_quote_is_the_text_between_its_offsets(tables: Tables) -> None:
    assert len(tables.panel) > 50
    for row in tables.panel.itertuples():
        assert tables.texts[str(row.doc_id)][row.start : row.end] == row.quote
    for row in tables.refusals.itertuples():
        assert tables.texts[str(row.doc_id)][row.start : row.end] == row.quote


def test_the_seeds_have_at_most_one_main_row_a_cell(tables: Tables) -> None:
    mains = tables.panel[tables.panel["main"]]
    assert not mains.duplicated(["doc_id", "locality", "year", "indicator"]).any()


def test_every_indicator_of_every_seed_is_a_value_or_a_blank(tables: Tables) -> None:
    mains = tables.panel[tables.panel["main"]]
    cells = len(tables.reports) * len(tables.catalog.indicators)
    assert len(mains) + len(tables.blanks) == cells
    assert not set(zip(mains["doc_id"], mains["indicator"], strict=True)) & set(
        zip(tables.blanks["doc_id"], tables.blanks["indicator"], strict=True)
    )


def test_a_value_that_overruns_its_bounds_is_kept_as_it_is() -> None:
    row = tables_of(extraction("甲镇", 2020, Given("success_rate", "101.5"))).panel.iloc[0]
    assert (row["value"], row["low"], row["high"]) == (101.5, 101.5, 101.5)


def test_decimals_become_the_nearest_floats() -> None:
    row = tables_of(extraction("甲镇", 2020, Given("success_rate", "98.3"))).panel.iloc[0]
    assert row["value"] == float(Decimal("98.3"))
    assert not math.isnan(row["value"])


def test_build_tables_takes_generators() -> None:
    tables = build_tables((found for found in [extraction("甲镇", 2020)]), iter(()), small_catalog())
    assert len(tables.reports) == 1


def test_a_department_stands_beside_its_division() -> None:
    bureau = Locality("甲县司法局", Level.DEPARTMENT, DivisionPath("丁省", "丙市", "甲县"))
    tables = tables_of(extraction(bureau, 2020, Given("cases", "1")), extraction(town("甲镇"), 2020))
    assert tables.panel.iloc[0][["locality", "level", "county"]].tolist() == ["甲县司法局", "department", "甲县"]


def test_a_rate_says_its_base_or_that_none_is_stated(tables: Tables) -> None:
    rates = tables.panel["unit"] == "%"
    assert rates.any()
    assert tables.panel.loc[rates, "base"].notna().all()
    assert "unstated" in set(tables.panel.loc[rates, "base"])
    assert tables.panel.loc[~rates, "base"].isna().all()
