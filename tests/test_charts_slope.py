"""charts/slope.py: lines between two years only; labels stand apart, bounds are bars, and what is unlike is dashed."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from samples import Given, county, extraction, tables_of, with_breaks

from charts import slope
from charts._colours import DARK, LIGHT
from extract.catalog import Break
from extract.model import Extraction, Qualifier
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE, COUNT = Selection(("success_rate",)), Selection(("cases",))
E, MIN = Qualifier.EXACT, Qualifier.MIN


def told(place: str, values: dict[int, str | None], indicator: str = "success_rate", qualifier: Qualifier = E, **more: str) -> list[Extraction]:
    return [
        extraction(place, year, *([] if value is None else [Given(indicator, value, qualifier=qualifier, **more)]))  # type: ignore[arg-type]
        for year, value in values.items()
    ]


TWO = [*told("甲镇", {2019: "91", 2020: "93", 2022: "96"}), *told("乙镇", {2019: "98", 2022: "97.4"})]


def draw(held: list[Extraction] | Tables, selection: Selection = RATE, lang: str = "zh", width: int = 1000) -> go.Figure:
    tables = tables_of(*held) if isinstance(held, list) else held
    return slope.draw(tables, selection, lang=lang, made=MADE, width=width)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def lines(figure: go.Figure) -> dict[str, go.Scatter]:
    return {trace.name: trace for trace in figure.data if trace.mode == "lines+markers+text"}


def right(figure: go.Figure) -> list[str]:
    return [re.sub("<[^>]*>", "", found.text) for found in figure.layout.annotations if found.x == 1]


def test_lines_go_from_the_first_year_to_the_last_and_through_no_other() -> None:
    figure = draw(TWO)
    assert {name: (list(line.x), list(line.y)) for name, line in lines(figure).items()} == {
        "乙镇": ([2019, 2022], [98.0, 97.4]),
        "甲镇": ([2019, 2022], [91.0, 96.0]),
    }
    assert list(figure.layout.yaxis.ticktext) == ["乙镇 98%", "甲镇 91%"]
    assert right(figure) == ["乙镇 97.4%（-0.6个百分点）", "甲镇 96%（+5个百分点）"]
    assert "调解成功率：从 2019 年到 2022 年" in words(figure)


def test_counts_change_in_percent_and_few_in_units() -> None:
    figure = draw([*told("甲镇", {2019: "200", 2020: "250"}, "cases"), *told("乙镇", {2019: "2", 2020: "3"}, "cases")], COUNT)
    assert sorted(right(figure)) == ["乙镇 3（+1）", "甲镇 250（+25%）"]


def test_who_lacks_either_year_is_named_and_has_no_line() -> None:
    held = [*TWO, *told("丙镇", {2019: "90", 2021: "92", 2022: None}), *told("丁镇", {2021: "80", 2022: "85"})]
    figure = draw(held, Selection(("success_rate",), years=(2019, 2022)))
    assert set(lines(figure)) == {"甲镇", "乙镇"}
    assert "无数值 2 处：未提及 1（丙镇 2022）；无报告 1（丁镇 2019）" in words(figure)


def test_a_bound_is_a_bar_at_its_end_and_its_change_a_range() -> None:
    figure = draw([*told("甲镇", {2019: "95"}, qualifier=MIN), *told("甲镇", {2020: "98"})])
    bars = [trace for trace in figure.data if trace.name == "intervals"]
    assert [(list(trace.x), list(trace.y), list(trace.error_y.array)) for trace in bars] == [([2019], [95.0], [5.0])]
    assert right(figure) == ["甲镇 98%（-2 至 +3个百分点）"]
    assert list(figure.layout.yaxis.ticktext) == ["甲镇 ≥95%"]
    assert not [trace for trace in draw(TWO).data if trace.name == "intervals"]


def test_a_bound_without_end_is_an_open_triangle_and_has_no_change() -> None:
    figure = draw([*told("甲镇", {2019: "500"}, "cases", MIN), *told("甲镇", {2020: "600"}, "cases")], COUNT)
    assert [list(trace.x) for trace in figure.data if trace.marker.symbol == "triangle-up-open"] == [[2019]]
    assert right(figure) == ["甲镇 600"]


UNLIKE = [
    pytest.param({"base": "应诉"}, {"base": "开庭"}, "甲镇（应诉 → 开庭）", id="bases"),
    pytest.param({"base": "应诉"}, {}, "甲镇（应诉 → 未说明）", id="a base and none"),
    pytest.param({"scope": "一队"}, {}, "甲镇（未说明，一队 → 未说明）", id="scopes"),
]


@pytest.mark.parametrize(("then", "now", "named"), UNLIKE)
def test_what_is_unlike_is_dashed_named_and_has_no_difference(then: dict[str, str], now: dict[str, str], named: str) -> None:
    figure = draw([*told("甲镇", {2019: "90"}, **then), *told("甲镇", {2022: "96"}, **now), *told("乙镇", {2019: "91", 2022: "92"})])
    assert {name: line.line.dash for name, line in lines(figure).items()} == {"乙镇": None, "甲镇": "dash"}
    assert right(figure) == ["乙镇 92%（+1个百分点）", "甲镇 96%（不可比）"]
    assert f"口径或范围两年不同，不能比较，不计差：{named}。" in words(figure)
    assert "虚线：两年不可比。" in words(figure)
    assert "虚线" not in words(draw(TWO))


LAW = Break(2021, "新法施行", "A new law")


@pytest.mark.parametrize(("years", "marked"), [((2019, 2022), True), ((2019, 2020), False), ((2021, 2022), False)])
def test_a_break_between_the_years_is_named(years: tuple[int, int], marked: bool) -> None:
    tables = with_breaks(tables_of(*told("甲镇", {2019: "90", 2020: "91", 2021: "92", 2022: "93"})), "success_rate", LAW)
    said = words(draw(tables, Selection(("success_rate",), years=years)))
    assert ("2021 年起口径有变，两年不是同一口径，差异未必是实际变化。新法施行。" in said) is marked


@pytest.mark.parametrize("width", [300, 380, 1000])
def test_labels_stand_apart_and_moved_ones_are_led_to(width: int) -> None:
    held = [found for at in range(12) for found in told(f"察布查尔锡伯自治县第{at}号镇", {2019: "100", 2022: str(100 - at / 50)})]
    figure = draw(held, width=width)
    low, high = figure.layout.yaxis.range
    height = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    sides = [
        list(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True)),
        [(found.y, found.text) for found in figure.layout.annotations if found.x == 1],
    ]
    for side in sides:
        placed = sorted(((high - y) / (high - low) * height, 18 * (text.count("<br>") + 1)) for y, text in side)
        assert len(placed) == 12
        assert placed[0][0] >= placed[0][1] / 2
        assert placed[-1][0] <= height - placed[-1][1] / 2
        for (upper, above), (lower, below) in pairwise(placed):
            assert lower - upper >= (above + below) / 2
    leads = [shape for shape in figure.layout.shapes if shape.x0 == 2019]
    assert len(leads) >= 10
    assert {shape.y0 for shape in leads} == {100.0}
    assert figure.layout.margin.l + figure.layout.margin.r < width - 40


def test_a_label_that_stands_by_its_point_has_no_lead() -> None:
    assert not draw(TWO).layout.shapes


def test_a_trifle_is_no_great_change() -> None:
    low, high = draw([*told("甲镇", {2019: "99.9", 2022: "100"})]).layout.yaxis.range
    assert high - low >= 2


def test_more_than_thirty_are_cut_with_a_word() -> None:
    figure = draw([found for at in range(31) for found in told(f"第{at}号镇", {2019: str(at), 2020: "50"})])
    assert len(lines(figure)) == 30
    assert "共 31 个地区两年都有数值，只画出前 30 个；请少选几个地区。" in words(figure)
    assert "只画出前" not in words(draw(TWO))


def test_points_carry_their_evidence() -> None:
    assert [tuple(found) for found in lines(draw(TWO))["甲镇"].customdata] == [
        ("甲镇_2019.txt", 0, len("success_rate为91")), ("甲镇_2022.txt", 0, len("success_rate为96")),
    ]  # fmt: skip


def test_levels_are_warned_of_and_years_are_not() -> None:
    counties = [extraction(county("甲县"), year, Given("success_rate", value)) for year, value in ((2019, "90"), (2022, "92"))]
    said = words(draw([*TWO, *counties]))
    assert "不同层级" in said
    assert "不同年份" not in said


NOTHING = [
    pytest.param(told("甲镇", {2019: "90"}), RATE, "只有一个年份", id="one year"),
    pytest.param([*told("甲镇", {2019: "90", 2020: None}), *told("乙镇", {2020: "91"})], RATE, "没有一个地区两年都有数值", id="nobody"),
    pytest.param([], RATE, "还没有读入任何报告", id="no reports"),
    pytest.param(TWO, Selection(), "还没有选择指标", id="no indicator"),
]


@pytest.mark.parametrize(("held", "selection", "said"), NOTHING)
def test_with_nothing_to_compare_it_says_why(held: list[Extraction], selection: Selection, said: str) -> None:
    figure = draw(held, selection)
    assert said in words(figure)
    assert not figure.data


def test_english() -> None:
    figure = draw(TWO, lang="en")
    assert right(figure)[1] == "甲镇 96% (+5 points)"
    assert "from 2019 to 2022" in words(figure)


@pytest.mark.parametrize("width", [560, 583, 610, 1000])
def test_on_a_laptop_equal_values_are_told_apart_by_their_names(width: int) -> None:
    held = [*told("甲镇", {2019: "97"}, qualifier=MIN), *told("乙镇", {2019: "97"}, qualifier=MIN)]
    figure = draw([*held, *told("甲镇", {2022: "98"}), *told("乙镇", {2022: "99"})], width=width)
    assert set(figure.layout.yaxis.ticktext) == {"甲镇 ≥97%", "乙镇 ≥97%"}


@pytest.mark.parametrize("dark", [False, True])
def test_the_name_stands_first_and_bold_and_the_change_last_and_grey(dark: bool) -> None:
    figure = slope.draw(tables_of(*TWO), RATE, made=MADE, width=1000, dark=dark)
    muted = (DARK if dark else LIGHT).muted
    labels = [found.text for found in figure.layout.annotations if found.x == 1]
    assert labels[1] == f'<b>甲镇</b> 96%<span style="color:{muted}">（+5个百分点）</span>'


NARROW = [
    pytest.param("甲镇", ["甲镇 96%", "（+5个百分点）"], id="the change alone"),
    pytest.param("察布查尔锡伯自治县", ["察布查尔锡伯自", "治县", "96%", "（+5个百分点）"], id="each alone"),
]


@pytest.mark.parametrize(("name", "expected"), NARROW)
def test_without_room_on_one_line_the_label_has_several(name: str, expected: list[str]) -> None:
    figure = draw(told(name, {2019: "91", 2022: "96"}), width=300)
    (label,) = [found.text for found in figure.layout.annotations if found.x == 1]
    assert [re.sub("<[^>]*>", "", line) for line in label.split("<br>")] == expected
    assert ["<b>" in line for line in label.split("<br>")] == [name.startswith(line[:1]) or line == "治县" for line in expected]
