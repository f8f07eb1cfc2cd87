"""The order and the numbers of readings and refusals, what each cell of the comparison leads to, and the slots by year."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from samples import Given, extraction, tables_of
from workbooks import sample

from exports import excel_figures
from exports.excel_figures import Figures
from exports.excel_plan import ByYear, make_plan
from extract.model import Extraction
from panel.build import Tables, build_tables
from panel.compare import Selection


def table(figures: Figures) -> pd.DataFrame:
    return pd.concat(list(figures.parts()))


def test_readings_stand_in_the_order_of_the_comparison_main_ones_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_figures, "PART", 3)
    plan = make_plan(sample(), Selection(), lang="zh")
    parts = list(plan.readings.parts())
    assert [len(part) for part in parts] == [3, 3, 1]
    held = table(plan.readings)
    assert list(zip(held["number"], held["place"], held["indicator"], held["main"], strict=True)) == [
        (1, "新昌县", "success_rate", True),
        (2, "新昌县", "loss_rate", True),
        (3, "泗门镇", "success_rate", True),
        (4, "泗门镇", "cases", True),
        (5, "泗门镇", "cases", False),
        (6, "泗门镇", "sessions", True),
        (7, "清溪镇", "cases", False),
    ]
    assert plan.readings.column("value").tolist() == held["value"].tolist()
    assert plan.evidence == {("新昌县", 2022): (1, 2), ("泗门镇", 2022): (3, 6), ("清溪镇", 2021): (7, 7)}


def test_the_main_reading_comes_first_wherever_it_stands() -> None:
    report = extraction("甲镇", 2022, Given("cases", "3", main=False, scope="拆迁"), Given("cases", "9"))
    plan = make_plan(tables_of(report), Selection(), lang="zh")
    assert plan.readings.column("value").tolist() == [9, 3]
    assert plan.targets.tolist() == [0, 0, 1, 0]


def test_the_order_of_the_chosen_indicators_is_kept() -> None:
    plan = make_plan(sample(), Selection(indicators=("cases", "success_rate")), lang="zh")
    assert plan.readings.column("indicator").tolist() == ["success_rate", "cases", "cases", "success_rate", "cases"]
    assert plan.targets[:4].tolist() == [-1, 1, 2, 4]


def test_cells_lead_to_what_stands_behind_them_and_only_those() -> None:
    plan = make_plan(sample(), Selection(), lang="zh")
    assert plan.slot_count == 6
    assert plan.targets.tolist() == [
        *(1, 2, -1, 0),
        *(3, 0, 4, 6),
        *(0, 0, 7, 0),
        *[0] * 12,
    ]
    assert plan.shown(1) == {1: 0, 2: 1, 3: 4, 4: 6, 6: 7, 7: 10}
    assert plan.shown(-1) == {1: 2}


def test_of_two_reports_of_a_place_and_year_the_evidence_holds_both_and_one_is_shown() -> None:
    first = extraction("甲镇", 2022, Given("cases", "3"), doc_id="a.txt")
    second = extraction("甲镇", 2022, Given("cases", "4"), Given("sessions", "2"), doc_id="b.txt")
    plan = make_plan(tables_of(first, second), Selection(), lang="zh")
    assert (plan.slot_count, len(plan.readings)) == (1, 3)
    assert plan.evidence == {("甲镇", 2022): (1, 3)}
    assert [plan.readings.column("value")[number - 1] for number in plan.shown(1)] == [4, 2]


def test_slots_stand_by_place_and_year_unknown_ones_last() -> None:
    reports = [extraction("甲镇", 2021), extraction("甲镇", 2023), extraction("乙镇", None), extraction("乙镇", 2022)]
    assert make_plan(tables_of(*reports), Selection(), lang="zh").by_year == ByYear(
        [("乙镇", "township"), ("甲镇", "township")], [2021, 2022, 2023, None], [[None, 0, None, 1], [2, 3, 4, None]]
    )


def test_a_reading_carries_the_headings_above_it() -> None:
    tables = sample()
    (doc_id, held), *_ = tables.extractions.items()
    sections = ("一、主要举措", "(二)调解")
    headed = replace(held, readings=(replace(held.readings[0], section=sections), *held.readings[1:]))
    plan = make_plan(_with(tables, doc_id, headed), Selection(places=("泗门镇",)), lang="zh")
    assert table(plan.readings)["section"].tolist() == ["一、主要举措 › (二)调解", "", "", ""]


def _with(tables: Tables, doc_id: str, held: Extraction) -> Tables:
    return build_tables((tables.extractions | {doc_id: held}).values(), (), tables.catalog)
