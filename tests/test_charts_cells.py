"""charts/_cells.py: the sentences that charts share: who is missing and why, where else there is a value, what a mark says."""

from __future__ import annotations

import pytest
from samples import Given, Refused, extraction, tables_of

from charts._cells import elsewhere_line, evidence_of, hover_of, missing_line, name_of_indicator, no_reports, refusal_to_draw
from charts._style import Sheet
from extract.errors import Failure, FaultKind
from extract.model import Extraction, Qualifier, Reason
from panel.compare import Selection, cells
from panel.schema import rows_of

RATE = Selection(("success_rate",))


def test_nobody_missing_is_no_line() -> None:
    held = cells(tables_of(extraction("甲镇", 2020, Given("success_rate", "98"))), RATE)
    assert missing_line(held, "zh", with_year=False) == []


def test_the_missing_by_cause_in_the_order_of_the_causes() -> None:
    tables = tables_of(
        extraction("甲镇", 2020, refused=[Refused("success_rate", "90", "力争90%", Reason.PLAN)]),
        extraction("乙镇", 2020),
        extraction("丙镇", 2020, mentioned={"success_rate": "提高调解成功率"}),
        extraction("丁镇", 2021),
        failures=[Failure("坏.pdf", FaultKind.EMPTY)],
    )
    held = cells(tables, Selection(("success_rate",), years=(2020,)))
    assert missing_line(held, "zh", with_year=False) == [
        "无数值 5 处：未提及 1（乙镇）；提及无数 1（丙镇）；未采用 1（甲镇）；无报告 1（丁镇）；无法读取 1（坏.pdf）"
    ]
    english = (
        "No value in 5 place-years: not mentioned 1 (乙镇 2020); no figure given 1 (丙镇 2020); "
        "figure not taken 1 (甲镇 2020); no report 1 (丁镇 2020); unreadable 1 (坏.pdf)"
    )
    assert missing_line(held, "en", with_year=True) == [english]


def test_a_long_list_of_the_missing_gives_the_number_and_says_that_it_is_cut() -> None:
    held = cells(tables_of(*(extraction(f"镇{at}", 2020) for at in range(70))), RATE)
    line = missing_line(held, "zh", with_year=False)[0]
    assert line.startswith("无数值 70 处：未提及 70（")
    assert line.endswith("、镇62，另有 10 个）")
    assert line.count("、") == 59


ELSEWHERE = [
    pytest.param([], Selection(("success_rate",)), "全部报告都没有给出该指标的数值，请换一个指标。", id="nowhere"),
    pytest.param(
        [extraction("甲镇", 2020), extraction("乙镇", 2021, Given("success_rate", "95", qualifier=Qualifier.MIN))],
        Selection(("success_rate",), years=(2020,)),
        "其他年份或地区有数值：乙镇 2021 ≥95%。清空年份和地区的选择即可看到。",
        id="elsewhere",
    ),
    pytest.param([extraction("甲镇", 2020, Given("success_rate", "0"))], Selection(("success_rate",)), "", id="all is shown"),
]


@pytest.mark.parametrize(("held", "selection", "sentence"), ELSEWHERE)
def test_where_else_there_is_a_value(held: list[Extraction], selection: Selection, sentence: str) -> None:
    assert elsewhere_line(tables_of(*held), selection, "zh") == sentence


def test_a_selection_that_can_be_drawn_meets_no_refusal() -> None:
    tables = tables_of(extraction("甲镇", 2020))
    assert refusal_to_draw(tables, RATE, "zh") is None
    assert no_reports(tables, Selection(), "zh") is None


def test_names_of_indicators() -> None:
    tables = tables_of()
    assert name_of_indicator(tables, "cases", "zh") == "行政诉讼案件数"
    assert name_of_indicator(tables, "cases", "en") == "cases"
    assert name_of_indicator(tables, "no_such", "zh") == "no_such"


def test_what_a_mark_says() -> None:
    given = Given("cases", "44", "调处<矛盾>44余件", "44余件", Qualifier.APPROX, scope="全镇", base="应诉案件")
    tables = tables_of(extraction("甲镇", 2020, given))
    cell = next(rows_of(cells(tables, Selection(("cases",)))))
    assert hover_of(cell, "zh", Sheet()).split("<br>") == [
        "<b>甲镇 2020</b>",
        "行政诉讼案件数",
        "≈44 件 · 约数 · 原文",
        "口径：应诉案件",
        "全镇",
        "“调处&lt;矛盾&gt;44余件”",
    ]
    assert evidence_of(cell) == ("甲镇_2020.txt", 0, len(given.words))


def test_what_a_part_says() -> None:
    tables = tables_of(extraction("甲镇", 2020, Given("cases", "4", "其中一审4件", main=False, scope="一审")))
    cell = next(rows_of(cells(tables, Selection(("cases",)))))
    assert hover_of(cell, "zh", Sheet(), tables.texts).split("<br>")[2:] == ["报告只给出局部范围的数字", "一审", "最近处：“其中一审4件”"]


def test_what_a_hole_says() -> None:
    tables = tables_of(extraction("甲镇", 2020))
    cell = next(rows_of(cells(tables, Selection(("cases",), years=(2021,)))))
    assert hover_of(cell, "en", Sheet(), tables.texts).split("<br>")[2] == "there is no report of that place and year"
    assert evidence_of(cell) == (None, None, None)
