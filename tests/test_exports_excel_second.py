"""The sheets 算术核对 and 上年对照: every figure with its words and offsets, in both languages, and nothing but those chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from workbooks import MADE, faults, opened, rows

from exports.excel import to_xlsx
from extract import Catalog, extract_text
from extract.model import Extraction, Level, Locality
from panel.build import Tables, build_tables
from panel.compare import Selection

PLACE = Locality("甲县", Level.COUNTY)


def report(text: str, year: int, catalog: Catalog) -> Extraction:
    found = extract_text(text, catalog=catalog, year=year, doc_id=f"甲县_{year}.txt")
    return replace(found, report=replace(found.report, locality=PLACE, year=year))


@pytest.fixture(scope="module")
def pair(catalog: Catalog) -> Tables:
    """A report and the next: one figure restated, one that agrees, one contradictory, one with nothing before; two checks."""
    old = "出庭应诉率92%。受理行政复议申请240件。办理公证100件。"
    new = (
        "出庭应诉率由2022年的91%提高到96%。受理行政复议申请326件,同比增长35.8%。办理公证80件,较上年减少10件,其中涉外公证12件。"
        "全年办理行政处罚案件36宗,同比下降10%以上,其中简易程序30宗、一般程序5宗。"
    )
    return build_tables([report(old, 2022, catalog), report(new, 2023, catalog)], [], catalog)


def test_the_arithmetic_in_full(pair: Tables) -> None:
    data = to_xlsx(pair, made=MADE)
    assert faults(data) == []
    head, *held = rows(opened(data)["算术核对"], 4)
    assert head == ("序号", "地区", "年份", "核对结果", "关系", "算式", "报告的说法", "数值", "限定", "指标", "原文", "文件", "起", "止")
    assert [row[:11] for row in held] == [
        (1, "甲县", 2023, "各部分之和少于总数，其余未说明", "行政执法立案数 = 各部分之和", "30 + 5 = 35 < 36", "简易程序", 30, "确数", "行政执法立案数", "简易程序30宗"),
        (1, "甲县", 2023, "各部分之和少于总数，其余未说明", "行政执法立案数 = 各部分之和", "30 + 5 = 35 < 36", "一般程序", 5, "确数", "行政执法立案数", "一般程序5宗"),
        (1, "甲县", 2023, "各部分之和少于总数，其余未说明", "行政执法立案数 = 各部分之和", "30 + 5 = 35 < 36", "全年办理行政处罚案件", 36, "确数", "行政执法立案数", "全年办理行政处罚案件36宗"),
        (2, "甲县", 2023, "相符", "公证件数 = 各部分之和", "12 ≤ 80", "涉外公证", 12, "确数", "公证件数", "涉外公证12件"),
        (2, "甲县", 2023, "相符", "公证件数 = 各部分之和", "12 ≤ 80", "办理公证", 80, "确数", "公证件数", "办理公证80件"),
    ]  # fmt: skip
    text = pair.texts["甲县_2023.txt"]
    assert all(text[row[12] : row[13]] == row[10] and row[11] == "甲县_2023.txt" for row in held)


def test_the_year_before_in_full(pair: Tables) -> None:
    head, *held = rows(opened(to_xlsx(pair, made=MADE))["上年对照"], 4)
    assert head[:8] == ("地区", "所说年份", "指标", "所说内容", "数值", "单位", "限定", "原文")
    assert [(row[2], *row[3:8], row[8], row[11], row[12], row[14]) for row in held] == [
        ("出庭应诉率", "上年数值", 91, "%", "确数", "出庭应诉率由2022年的91%提高到96%", None, "重述：与上年报告不同", 92, "出庭应诉率92%"),
        ("行政复议受理数", "增减幅度", 35.8, "%", "确数", "受理行政复议申请326件,同比增长35.8%", 326, "相符", 240, "受理行政复议申请240件"),
        ("公证件数", "增减数量", -10, "件", "确数", "办理公证80件,较上年减少10件", 80, "矛盾：与上年报告对不上", 100, "办理公证100件"),
        ("行政执法立案数", "增减幅度", -10, "%", "至少", "全年办理行政处罚案件36宗,同比下降10%以上", 36, "上年报告没有该指标的主读数", None, None),
    ]  # fmt: skip
    for row in held:
        assert pair.texts[row[15]][row[16] : row[17]] == row[7]
        assert row[18] is None or pair.texts[row[18]][row[19] : row[20]] == row[14]


def test_english_says_the_same(pair: Tables) -> None:
    book = opened(to_xlsx(pair, made=MADE, lang="en"))
    assert {row[3] for row in rows(book["Arithmetic"], 5)} == {"the parts leave a remainder that is not explained", "agrees"}
    assert {row[11].partition(":")[0] for row in rows(book["Year before"], 5)} == {
        "agrees", "restated", "contradictory", "the earlier report has no main reading of it",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("selection", "checks", "earlier"),
    [
        (Selection(indicators=("notarizations",)), 2, 1),
        (Selection(indicators=("petitions",)), 0, 0),
        (Selection(years=(2022,)), 0, 0),
        (Selection(years=(2023,)), 5, 4),
        (Selection(places=("乙县",)), 0, 0),
    ],
)
def test_a_selection_gives_its_rows(selection: Selection, checks: int, earlier: int, pair: Tables) -> None:
    data = to_xlsx(pair, selection, made=MADE)
    assert faults(data) == []
    book = opened(data)
    told = [[row for row in rows(book[title], 5) if row[0] != "（没有）"] for title in ("算术核对", "上年对照")]
    assert [len(held) for held in told] == [checks, earlier]


def test_the_comparison_holds_nothing_of_the_year_before(pair: Tables) -> None:
    held = rows(opened(to_xlsx(pair, Selection(indicators=("court_appearance_rate",)), made=MADE))["对比"], 10)
    assert [(row[2], row[4]) for row in held] == [(2022, 92), (2023, 96)]
