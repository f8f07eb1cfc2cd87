"""The pitfalls of comparing, one test each: what a page would draw or say if it fell into it, and what it does instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import ModuleType

import plotly.graph_objects as go
from samples import Given, county, extraction, tables_of

from charts import dumbbell, heatmap, ranking, slope, trend
from extract.model import Extraction, Qualifier
from panel.ceiling import ceilings
from panel.compare import cells, reporting
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE = Selection(("success_rate",))


def rate(place: str, value: str, year: int = 2022, **more: object) -> Extraction:
    return extraction(place, year, replace(Given("success_rate", value), **more))  # type: ignore[arg-type]


def draw(chart: ModuleType, held: list[Extraction], selection: Selection = RATE) -> go.Figure:
    figure = chart.draw(tables_of(*held), selection, lang="zh", made=MADE)
    assert isinstance(figure, go.Figure)
    return figure


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def bars(figure: go.Figure) -> dict[str, float]:
    """What is drawn for each place of a ranking."""
    at = dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))
    sure = next(trace for trace in figure.data if trace.name == "sure")
    return {at[y]: x for x, y in zip(sure.x, sure.y, strict=True)}


def test_missing_is_not_zero() -> None:
    figure = draw(ranking, [rate("甲镇", "90"), rate("乙镇", "95"), extraction("丙镇", 2022)])
    assert bars(figure) == {"乙镇": 95, "甲镇": 90}
    assert "无数值 1 处：未提及 1（丙镇）" in words(figure)


def test_zero_is_not_missing() -> None:
    figure = draw(ranking, [rate("甲镇", "0"), rate("乙镇", "95")])
    assert bars(figure) == {"乙镇": 95, "甲镇": 0}
    assert "0% · 第 2 名" in words(figure)
    assert "无数值" not in words(figure)


def test_a_missing_year_is_not_bridged() -> None:
    figure = draw(trend, [rate("甲镇", "90", 2019), rate("甲镇", "92", 2020), rate("甲镇", "99", 2022)])
    line = next(trace for trace in figure.data if trace.name == "甲镇")
    assert list(line.y) == [90, 92, None, 99]
    assert not line.connectgaps


def test_a_bound_is_not_ranked_as_a_point() -> None:
    said = words(draw(ranking, [rate("甲镇", "95", qualifier=Qualifier.MIN), rate("乙镇", "97"), rate("丙镇", "94")]))
    assert "≥95% · 第 1–2 名" in said
    assert "97% · 第 1–2 名" in said
    assert "94% · 第 3 名" in said


def test_ties_are_not_broken() -> None:
    said = words(draw(ranking, [rate("甲镇", "90"), rate("乙镇", "90"), rate("丙镇", "80")]))
    assert said.count("90% · 并列第 1 名") == 2
    assert "80% · 第 3 名" in said


def test_levels_are_not_mixed_in_silence() -> None:
    held = [rate("甲镇", "90"), rate("乙镇", "91"), *(extraction(county(name), 2022, Given("success_rate", "99")) for name in ("丙县", "戊县"))]
    figure = draw(ranking, held)
    assert "不跨层级排名" in words(figure)
    assert "91% · 第 1 名" in words(figure)


def test_a_borrowed_year_is_not_unnamed() -> None:
    held = [rate("甲镇", "90", 2021), extraction("甲镇", 2022), rate("乙镇", "95"), rate("丙镇", "96")]
    asked = Selection(("success_rate",), years=(2022,), borrow=1)
    assert "90%" not in words(draw(ranking, held, replace(asked, borrow=0)))
    for chart in (ranking, heatmap):
        assert "90%（2021 年）" in str(draw(chart, held, asked).to_dict())
    assert "第 1 名" not in words(draw(ranking, held, asked))


def test_a_part_is_not_ranked_with_wholes() -> None:
    said = words(draw(ranking, [rate("甲镇", "90"), rate("乙镇", "95"), rate("丙镇", "100", scope="部门")]))
    assert "范围：部门（1 个数值）" in said
    assert "95% · 第 1 名" in said
    assert "100% · 第" not in said


def test_two_reports_of_one_place_and_year_count_once() -> None:
    first, again = rate("甲镇", "90"), replace_doc(rate("甲镇", "92"), "revised.txt")
    tables = tables_of(first, again, rate("乙镇", "95"))
    assert reporting(cells(tables, RATE)) == (2, 2)
    assert ceilings(tables, Selection()).set_index("indicator").loc["success_rate", "total"] == 2
    assert "1 处同一地区同一年份有多份报告" in words(ranking.draw(tables, RATE, lang="zh", made=MADE))


def replace_doc(held: Extraction, doc_id: str) -> Extraction:
    return replace(held, report=replace(held.report, doc_id=doc_id))


def test_three_of_sixty_are_not_ranked() -> None:
    held = [rate("甲镇", "90"), rate("乙镇", "95"), rate("丙镇", "97"), *(extraction(f"镇{at}", 2022) for at in range(57))]
    said = words(draw(ranking, held))
    assert "给出数值的报告不足一半（3/60），不排名次。" in said
    assert " 名" not in said.replace("名次", "")


def test_the_change_of_a_rate_is_in_points_and_not_in_percent() -> None:
    held = [rate("甲镇", "80", 2021), rate("甲镇", "90", 2022), rate("乙镇", "90", 2021), rate("乙镇", "92", 2022)]
    for chart in (dumbbell, slope):
        said = words(draw(chart, held))
        assert "+10个百分点" in said
        assert "12.5%" not in said
        assert "+10%" not in said
