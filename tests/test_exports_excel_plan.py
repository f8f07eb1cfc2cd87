"""The order and the numbers of readings and refusals, and what each cell of the comparison leads to."""

from __future__ import annotations

from dataclasses import replace

from samples import Given, extraction, tables_of
from workbooks import sample

from exports.excel_plan import READING, REFUSAL, make_plan
from extract.model import Extraction
from panel.build import Tables, build_tables
from panel.compare import Selection


def test_readings_stand_in_the_order_of_the_comparison_main_ones_first() -> None:
    plan = make_plan(sample(), Selection(), lang="zh")
    held = zip(plan.readings["number"], plan.readings["place"], plan.readings["indicator"], plan.readings["main"], strict=True)
    assert list(held) == [
        (1, "新昌县", "success_rate", True),
        (2, "新昌县", "loss_rate", True),
        (3, "泗门镇", "success_rate", True),
        (4, "泗门镇", "cases", True),
        (5, "泗门镇", "cases", False),
        (6, "泗门镇", "sessions", True),
        (7, "清溪镇", "cases", False),
    ]
    assert plan.evidence == {("新昌县", 2022): (1, 2), ("泗门镇", 2022): (3, 6), ("清溪镇", 2021): (7, 7)}


def test_the_order_of_the_chosen_indicators_is_kept() -> None:
    plan = make_plan(sample(), Selection(indicators=("cases", "success_rate")), lang="zh")
    assert plan.readings["indicator"].tolist() == ["success_rate", "cases", "cases", "success_rate", "cases"]
    assert plan.targets[:4] == [(REFUSAL, 1), (READING, 1), (READING, 2), (READING, 4)]


def test_cells_lead_to_what_stands_behind_them_and_only_those() -> None:
    plan = make_plan(sample(), Selection(), lang="zh")
    assert plan.slot_count == 6
    assert plan.targets == [
        *((READING, 1), (READING, 2), (REFUSAL, 1), None),
        *((READING, 3), None, (READING, 4), (READING, 6)),
        *(None, None, (READING, 7), None),
        *[None] * 12,
    ]
    assert plan.shown == {
        (READING, 1): 0, (READING, 2): 1, (REFUSAL, 1): 2,
        (READING, 3): 4, (READING, 4): 6, (READING, 6): 7,
        (READING, 7): 10,
    }


def test_of_two_reports_of_a_place_and_year_the_evidence_holds_both_and_one_is_shown() -> None:
    first = extraction("甲镇", 2022, Given("cases", "3"), doc_id="a.txt")
    second = extraction("甲镇", 2022, Given("cases", "4"), Given("sessions", "2"), doc_id="b.txt")
    plan = make_plan(tables_of(first, second), Selection(), lang="zh")
    assert (plan.slot_count, len(plan.readings)) == (1, 3)
    assert plan.evidence == {("甲镇", 2022): (1, 3)}
    shown = [plan.readings["value"].iloc[number - 1] for kind, number in plan.shown if kind == READING]
    assert shown == [4, 2]


def test_a_reading_carries_the_headings_above_it() -> None:
    tables = sample()
    (doc_id, held), *_ = tables.extractions.items()
    sections = ("一、主要举措", "(二)调解")
    headed = replace(held, readings=(replace(held.readings[0], section=sections), *held.readings[1:]))
    plan = make_plan(_with(tables, doc_id, headed), Selection(places=("泗门镇",)), lang="zh")
    assert plan.readings["section"].tolist() == ["一、主要举措 › (二)调解", "", "", ""]


def _with(tables: Tables, doc_id: str, held: Extraction) -> Tables:
    return build_tables((tables.extractions | {doc_id: held}).values(), (), tables.catalog)
