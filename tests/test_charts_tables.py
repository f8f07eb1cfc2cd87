"""charts/_tables.py, _tables_wide.py: each chart's figures as a table, with heads, units, bounds with their signs, sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import tables_of
from test_charts_alt import CHARTS, RATE, based, peers, towns

from panel.selection import Selection
from panel.tabular import Tabular

OF_2020 = replace(RATE, years=(2020,))
AMONG = Selection(places=("甲镇", "乙镇", "丙镇", "丁镇", "戊镇"), years=(2021,))
VALUES = (
    ("丙镇", "2020", "乡镇级", "未提及", "", "", ""),
    ("丙镇", "2021", "乡镇级", 100.0, "确数", "原文", "未说明"),
    ("乙镇", "2020", "乡镇级", "≥95", "至少", "原文", "未说明"),
    ("乙镇", "2021", "乡镇级", 97.0, "确数", "原文", "未说明"),
    ("甲镇", "2020", "乡镇级", 98.5, "确数", "原文", "未说明"),
    ("甲镇", "2021", "乡镇级", 99.0, "确数", "原文", "未说明"),
)


def table(name: str, selection: Selection, lang: str = "zh") -> Tabular:
    tables = based() if name == "funnel" else peers() if name == "spine" else towns()
    found: Tabular = CHARTS[name].table(tables, selection, lang=lang)
    return found


@pytest.mark.parametrize("name", ["ranking", "trend", "multiples", "distribution"])
def test_the_cells_of_one_indicator(name: str) -> None:
    found = table(name, RATE)
    assert found.heads == ("地区", "年份", "层级", "数值（%）", "限定", "依据类型", "口径（分母）")
    assert found.rows == VALUES
    assert found.passages[0] == (None,)
    assert found.passages[1] == (("丙镇_2021.txt", 0, 16),)


def test_ranks_are_told_where_the_chart_tells_them() -> None:
    found = table("ranking", OF_2020)
    assert found.heads[4] == "名次"
    assert [(row[0], row[3], row[4]) for row in found.rows] == [("甲镇", 98.5, "1–2"), ("乙镇", "≥95", "1–2"), ("丙镇", "未提及", "")]


@pytest.mark.parametrize("name", ["dumbbell", "slope"])
def test_two_years_and_their_change(name: str) -> None:
    found = table(name, RATE)
    assert found.heads == ("地区", "层级", "2020 年（%）", "2021 年（%）", "变化")
    assert found.rows == (
        ("乙镇", "乡镇级", "≥95", 97.0, "-3 至 +2个百分点"),
        ("甲镇", "乡镇级", 98.5, 99.0, "+0.5个百分点"),
    )


def test_bases_and_limits() -> None:
    found = table("funnel", RATE)
    assert found.heads[3:6] == ("数值（%）", "分母大小", "控制线")
    assert [row[3:6] for row in found.rows if row[0] in ("甲镇", "己镇")] == [(30.0, "40件", "99.8% 线外"), (97.5, "40件", "95% 线外")]


def test_the_map_of_coverage() -> None:
    found = table("coverage", Selection())
    assert found.by_cell
    assert found.heads[:4] == ("指标", "单位", "丙镇 2020", "丙镇 2021")
    assert found.rows[0] == ("调解成功率", "%", "未提及", 100.0, "≥95", 97.0, 98.5, 99.0)
    assert found.passages[0][2:4] == (None, ("丙镇_2021.txt", 0, 16))


def test_the_heat_map() -> None:
    found = table("heatmap", Selection())
    assert found.heads == ("地区", "层级", "调解成功率（%）", "行政诉讼败诉率（%）", "行政诉讼案件数（件）", "法治培训次数（次）")
    assert found.rows[0] == ("丙镇", "乡镇级", 100.0, "不适用", 8.0, "未提及")


def test_the_counts_of_the_ceiling_add_up() -> None:
    found = table("ceiling", Selection())
    assert found.heads == ("指标", "100%", "界限值，可能为 100%", "低于 100%", "未提及", "合计")
    assert found.rows == (("调解成功率", 1.0, 1.0, 3.0, 1.0, 6.0),)


def test_the_standing_among_peers() -> None:
    found = table("spine", AMONG)
    assert found.heads == ("指标", "单位", "本地", "同类最小", "同类中位数", "同类最大", "名次", "给出的同类")
    assert found.rows == (("调解成功率", "%", 98.0, 95.0, 96.5, 99.0, "2 / 5", "4 / 4"),)


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rows_and_passages_fit_the_heads_and_nothing_gives_no_rows(name: str, lang: str) -> None:
    found = table(name, AMONG if name == "spine" else RATE, lang)
    assert found.rows
    assert {len(row) for row in found.rows} == {len(found.heads)}
    assert {len(row) for row in found.passages} == {len(found.heads) if found.by_cell else 1}
    assert len(found.passages) == len(found.rows)
    assert CHARTS[name].table(tables_of(), RATE, lang=lang).rows == ()
