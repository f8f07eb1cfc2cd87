"""charts/_alt.py: what each chart says to whoever can't see it, in full, in both languages, and never too long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from samples import Given, computed, extraction, tables_of

from charts import all_charts
from charts._alt import ALT_LENGTH, alt_of, cut
from extract.model import Qualifier
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
CHARTS = {chart.__name__.removeprefix("charts."): chart for chart in all_charts()}
RATE = Selection(indicators=("success_rate",))


@cache
def towns() -> Tables:
    """Three towns in two years: a bound, a blank, a zero."""
    return tables_of(
        extraction("甲镇", 2020, Given("success_rate", "98.5"), Given("cases", "12")),
        extraction("甲镇", 2021, Given("success_rate", "99"), Given("cases", "40")),
        extraction("乙镇", 2020, Given("success_rate", "95", qualifier=Qualifier.MIN), Given("cases", "0")),
        extraction("乙镇", 2021, Given("success_rate", "97"), Given("cases", "30")),
        extraction("丙镇", 2020, Given("cases", "8")),
        extraction("丙镇", 2021, Given("success_rate", "100"), Given("cases", "8")),
    )


@cache
def based() -> Tables:
    """Six towns whose rates are worked out from counts that they print."""
    parts = {"甲镇": 39, "乙镇": 38, "丙镇": 37, "丁镇": 36, "戊镇": 38, "己镇": 12}
    return tables_of(*(computed(place, 2021, part, "40件") for place, part in parts.items()))


@cache
def peers() -> Tables:
    """One town among five with a rate, three of them with a count too."""
    told = {"甲镇": "98", "乙镇": "97", "丙镇": "96", "丁镇": "99", "戊镇": "95"}
    return tables_of(
        *(
            extraction(place, 2021, Given("success_rate", rate), *([Given("cases", "7")] if place in "乙镇丙镇丁镇" else []))
            for place, rate in told.items()
        )
    )


# The chart, whose tables, of what, and what is said in Chinese and in English.
SENTENCES = [
    ("ranking", towns, replace(RATE, years=(2021,)), "条形图，调解成功率：各地比较。单位：% · 乡镇级 · 2021 年 · 3 份报告中 3 份给出。最高 100%（丙镇），最低 97%（乙镇）。", "Bar chart. success rate: comparison of places. Unit: % · township · 2021 · 3 of 3 reports give it. Highest 100% (丙镇), lowest 97% (乙镇)."),
    ("ranking", towns, RATE, "条形图，调解成功率：各地比较。单位：% · 乡镇级 · 2020–2021 年 · 6 份报告中 5 份给出。最高 100%（丙镇 2021），最低 ≥95%（乙镇 2020）。界限或约数 1 个，高低按写出的数字。1 处没有数值。", "Bar chart. success rate: comparison of places. Unit: % · township · 2020–2021 · 5 of 6 reports give it. Highest 100% (丙镇 2021), lowest ≥95% (乙镇 2020). Bounds or approximate: 1; high and low by the figures as written. No value in 1."),
    ("ranking", towns, Selection(indicators=("cases",), years=(2020,)), "条形图，行政诉讼案件数：各地比较。单位：件 · 乡镇级 · 2020 年 · 3 份报告中 3 份给出。最高 12（甲镇），最低 0（乙镇）。", "Bar chart. cases: comparison of places. Unit: cases or items (件) · township · 2020 · 3 of 3 reports give it. Highest 12 (甲镇), lowest 0 (乙镇)."),
    ("trend", towns, RATE, "折线图，调解成功率：历年变化。单位：% · 乡镇级 · 2020–2021 年 · 6 份报告中 5 份给出。最高 100%（丙镇 2021），最低 ≥95%（乙镇 2020）。界限或约数 1 个，高低按写出的数字。1 处没有数值。3 个地区。", "Line chart. success rate: across years. Unit: % · township · 2020–2021 · 5 of 6 reports give it. Highest 100% (丙镇 2021), lowest ≥95% (乙镇 2020). Bounds or approximate: 1; high and low by the figures as written. No value in 1. Places: 3."),
    ("multiples", towns, replace(RATE, places=("甲镇",)), "各地小幅折线图，调解成功率：各地历年。单位：% · 乡镇级 · 2020–2021 年 · 2 份报告中 2 份给出。最高 99%（甲镇 2021），最低 98.5%（甲镇 2020）。1 个地区。", "Small line charts, one a place. success rate: place by place over the years. Unit: % · township · 2020–2021 · 2 of 2 reports give it. Highest 99% (甲镇 2021), lowest 98.5% (甲镇 2020). Places: 1."),
    ("distribution", towns, replace(RATE, years=(2021,)), "分布图，调解成功率：数值的分布。单位：% · 乡镇级 · 2021 年 · 3 份报告中 3 份给出。最高 100%（丙镇），最低 97%（乙镇）。中位数 99%；1 个为 100%。", "Strip plot. success rate: how the values lie. Unit: % · township · 2021 · 3 of 3 reports give it. Highest 100% (丙镇), lowest 97% (乙镇). Median 99%; 1 at 100%."),
    ("dumbbell", towns, RATE, "两年对比图，调解成功率：2020 年与 2021 年。单位：% · 乡镇级 · 2020–2021 年 · 6 份报告中 5 份给出。2 个地区两年都有数值：上升 1，下降 0，不变 0，未定或不可比 1。1 处没有数值。", "Chart of two years. success rate: 2020 and 2021. Unit: % · township · 2020–2021 · 5 of 6 reports give it. 2 places have both years: 1 rose, 0 fell, 0 stayed, 1 open or not comparable. No value in 1."),
    ("slope", towns, Selection(indicators=("cases",)), "斜线图，行政诉讼案件数：从 2020 年到 2021 年。单位：件 · 乡镇级 · 2020–2021 年 · 6 份报告中 6 份给出。3 个地区两年都有数值：上升 2，下降 0，不变 1，未定或不可比 0。", "Slope chart. cases: from 2020 to 2021. Unit: cases or items (件) · township · 2020–2021 · 6 of 6 reports give it. 3 places have both years: 2 rose, 0 fell, 1 stayed, 0 open or not comparable."),
    ("funnel", based, RATE, "漏斗图，调解成功率：比率与分母。单位：% · 乡镇级 · 2021 年 · 6 份报告中 6 份给出。6 个数值中 6 个的分母见于同一份报告，画在图中。合计比率 83.3%。95% 线外 1 处，99.8% 线外 1 处。最高 97.5%（甲镇），最低 30%（己镇）。", "Funnel plot. success rate: rate against size of base. Unit: % · township · 2021 · 6 of 6 reports give it. 6 of 6 values have their base told in the same report and are drawn. Pooled rate 83.3%. 1 beyond the 95% limits, 1 beyond the 99.8% ones. Highest 97.5% (甲镇), lowest 30% (己镇)."),
    ("heatmap", towns, Selection(), "热力图，各地各项指标：2021 年。2021 年 · 乡镇级 · 3 份报告 × 4 个指标，6 格有数值。其中 0 格按名次着色。空白：未提及 3、不适用 3。", "Heat map. Places and indicators: 2021. 2021 · township · 3 reports × 4 indicators, 6 values. 0 of them coloured by rank. Blanks: not mentioned 3, not applicable 3."),
    ("coverage", towns, Selection(), "覆盖图，各报告给出哪些指标。6 份报告 × 4 个指标，11 格有数值（含零）。空白：未提及 7、不适用 6。", "Map of coverage. Which indicators each report gives. 6 reports × 4 indicators, 11 values (zeros included). Blanks: not mentioned 7, not applicable 6."),
    ("ceiling", towns, Selection(), "堆叠条形图，各项比率：多少到 100%，多少没有说。1 项比率 · 6 份报告 · 每行共 6 处。到 100% 最多：调解成功率（1/6）。", "Stacked bars. Rates: how many stand at 100%, how many are silent. 1 rates · 6 reports · 6 in each row. Most at 100%: success rate (1 of 6)."),
    ("spine", peers, Selection(places=("甲镇", "乙镇", "丙镇", "丁镇", "戊镇"), years=(2021,)), "位置图，甲镇 2021 年：在同类地区中的位置。同类：乡镇级 4 个当年有报告的地区，不含本地。画出 1 项指标，其中 1 项有名次。半数以上同类给出而本地没有：未提及（行政诉讼案件数 3/4）。", "Chart of standing. 甲镇 2021: its place among its peers. Peers: 4 places of the level township with a report on the year, itself left out. Indicators drawn: 1, with a rank: 1. Given by at least half of the peers and not here: not mentioned (cases 3/4)."),
]  # fmt: skip


def alt(name: str, tables: Tables, selection: Selection, lang: str) -> str:
    told: str = CHARTS[name].draw(tables, selection, lang=lang, made=MADE).layout.meta["alt"]
    return told


@pytest.mark.parametrize(("name", "tables", "selection", "zh", "en"), SENTENCES, ids=[f"{at}-{row[0]}" for at, row in enumerate(SENTENCES)])
def test_a_chart_says_what_it_shows(name: str, tables: Callable[[], Tables], selection: Selection, zh: str, en: str) -> None:
    assert alt(name, tables(), selection, "zh") == zh
    assert alt(name, tables(), selection, "en") == en


def test_every_chart_has_a_sentence_here() -> None:
    assert {row[0] for row in SENTENCES} == set(CHARTS)


@pytest.mark.parametrize("name", CHARTS)
def test_words_alone_are_said_as_they_stand(name: str) -> None:
    said = alt(name, tables_of(), RATE, "zh")
    assert said
    assert len(said) <= ALT_LENGTH
    assert "没有" in said or "请选择" in said


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_chart_of_the_five_reports_says_too_much(name: str, lang: str, tables: Tables) -> None:
    for selection in (Selection(), Selection(indicators=("mediation_success_rate",)), Selection(places=("泗门镇",))):
        said = alt(name, tables, selection, lang)
        assert 0 < len(said) <= ALT_LENGTH


def test_one_value_and_equal_values_are_told_plainly() -> None:
    alone = tables_of(extraction("甲镇", 2021, Given("success_rate", "98")), extraction("乙镇", 2021))
    assert "只有一个数值：98%（甲镇）。1 处没有数值。" in alt("ranking", alone, RATE, "zh")
    alike = tables_of(*(extraction(place, 2021, Given("success_rate", "100")) for place in ("甲镇", "乙镇")))
    assert "全部为 100%。" in alt("ranking", alike, RATE, "zh")


def test_many_who_share_an_end_are_counted() -> None:
    top = tables_of(*(extraction(f"镇{at}", 2021, Given("success_rate", "100" if at else "98")) for at in range(6)))
    assert "最高 100%（5 处），最低 98%（镇0）。" in alt("ranking", top, RATE, "zh")


def test_what_finds_no_room_is_left_out_whole() -> None:
    facts = ["一" * 150, "二" * 150, "三" * 20]
    said = alt_of("trend", "题", facts, "zh")
    assert said == f"折线图，题。{'一' * 150}。{'三' * 20}。"
    assert cut("四" * 400) == "四" * (ALT_LENGTH - 1) + "…"


def test_a_figure_carries_its_words_unbroken() -> None:
    meta = CHARTS["ranking"].draw(towns(), RATE, made=MADE).layout.meta
    assert meta["title"] == "调解成功率：各地比较"
    assert meta["notes"][0] == "单位：% · 乡镇级 · 2020–2021 年 · 6 份报告中 5 份给出"
    assert meta["source"][0].startswith("来源：6 份法治政府建设年度报告：")
