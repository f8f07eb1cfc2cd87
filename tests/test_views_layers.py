"""What stands beside the readings on the pages: the report's own arithmetic, the year before as told, counts behind a rate."""

from __future__ import annotations

import pytest
from pages import address_of, html_of, opened, run, with_files, words_of

from panel.build import Tables
from panel.words import WORDS as SHARED

DOC = "000_8a26ae699742b973.txt"
BEFORE = """新昌县2022年度法治政府建设情况报告
2022年,新昌县人民政府办理法治建设各项工作。
受理行政复议申请241件。出庭应诉率92%。办理公证<b>100</b>件,办理公证100件。
"""
AFTER = """新昌县2023年度法治政府建设情况报告
2023年,新昌县人民政府办理法治建设各项工作。
受理行政复议申请326件,同比增长35.8%。出庭应诉率由2022年的91%提高到96%。<i>办理公证80件,较上年减少20件。
检察建议回复12件,收到检察建议书12份,按期回复9份。
"""


def columns(frame: object, *names: str) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for row in frame.value[list(names)].to_numpy().tolist()]  # type: ignore[attr-defined]


def test_the_arithmetic_stands_with_its_words_on_the_evidence_page(tables: Tables) -> None:
    at = opened("evidence", doc=DOC)
    shown = next(frame for frame in at.dataframe if "sums" in frame.value)
    assert len(shown.value) == tables.checks[tables.checks["doc_id"] == DOC]["number"].nunique()
    assert columns(shown, "outcome", "rule", "sums", "quotes")[0] == (
        "! 各部分之和少于总数，其余未说明", "行政执法立案数 = 各部分之和", "240 + 197 + 145 = 582 < 586",
        "一般程序案件240件 | 简易案件 197件 | PDA违停抄告145件 | 泗门镇行政执法队共受理立案586件",
    )  # fmt: skip
    assert columns(shown, "outcome")[1] == ("✓ 相符",)


def test_a_passage_tells_what_its_figures_do_not_add_up_to(tables: Tables) -> None:
    row = next(row for row in tables.panel.itertuples() if row.doc_id == DOC and row.value == 586)
    at = opened("compare", indicator="enforcement_cases", doc=DOC, at=f"{row.start}-{row.end}")
    assert "! 行政执法立案数 = 各部分之和: 240 + 197 + 145 = 582 < 586 · 各部分之和少于总数，其余未说明" in words_of(at)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_rule_for_main_readings_stands_under_the_readings(lang: str) -> None:
    assert SHARED.say("main_rule", lang) in words_of(opened("evidence", doc=DOC, **({"lang": "en"} if lang == "en" else {})))


def test_an_unstated_base_is_said_in_words() -> None:
    at = opened("evidence", doc=DOC)
    told = columns(at.dataframe[0], "text", "base")
    assert {base for text, base in told if text.endswith("%")} == {"未说明", "调解的纠纷"}
    assert {base for text, base in told if not text.endswith("%")} == {""}


def test_the_year_before_stands_apart_on_the_coverage_page() -> None:
    at = with_files(opened("coverage", seeds="0"), ("2022.txt", BEFORE.encode()), ("2023.txt", AFTER.encode()))
    shown = next(frame for frame in at.dataframe if "earlier_quote" in frame.value)
    assert columns(shown, "indicator", "of_year", "told", "now", "earlier", "outcome") == [
        ("行政复议受理数", "2022", "+35.8%", "326", "241", "矛盾：与上年报告对不上"),
        ("出庭应诉率", "2022", "91%", "", "92%", "重述：与上年报告不同"),
        ("公证件数", "2022", "-20", "80", "100", "相符"),
    ]
    assert columns(shown, "quote", "earlier_quote")[1] == ("出庭应诉率由2022年的91%提高到96%", "出庭应诉率92%")
    assert "只作对照，不计入数值" in words_of(at)
    assert "<i>" not in html_of(at)


def test_reports_that_say_nothing_of_the_year_before_say_so() -> None:
    assert "所选报告没有说到上年的数值或增减。" in words_of(opened("coverage", place="中峰镇"))


def test_the_counts_of_a_computed_rate_are_lit_and_named() -> None:
    text = "新昌县2023年度法治政府建设情况报告\n行政机关负责人应出庭应诉案件40件,实际出庭38件。\n"
    at = with_files(opened("evidence", seeds="0"), ("2023.txt", text.encode()))
    html = html_of(at)
    assert "出庭应诉率：95% · 推算（38件 ÷ 40件） · 口径：应出庭案件" in html
    lit = [part.partition(">")[2].partition("<")[0] for part in html.split('<span class="reading figure"')[1:]]
    assert {"40件", "38件"} <= set(lit)
    assert address_of(at)["doc"] == ["2023.txt"]


def test_a_trend_word_stands_only_where_the_rule_allows_it() -> None:
    rates = {"新昌县": ("91%", "93%", "94%", "96%", "98%"), "嵊州市": ("98%", "93%", "96%", "91%", "97%")}
    files = [
        (f"{place}{year}.txt", f"{place}{year}年法治政府建设年度报告\n\n行政机关负责人出庭应诉率{rate}。\n".encode())
        for place, given in rates.items()
        for year, rate in enumerate(given, 2018)
    ]
    at = with_files(opened("trend", seeds="0", indicator="court_appearance_rate"), *files)
    assert not any("trend" in frame.value for frame in at.dataframe)
    at.session_state["trend_words.zh"] = True
    run(at)
    shown = next(frame for frame in at.dataframe if "trend" in frame.value)
    assert columns(shown, "place", "years_given", "first", "last", "trend", "meaning") == [
        ("嵊州市", "5", "98%", "97%", "不作判断", ""),
        ("新昌县", "5", "91%", "98%", "上升", "向好"),
    ]
