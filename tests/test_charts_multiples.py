"""charts/multiples.py: a panel a place on one axis; gaps stay open, bounds are bars, breaks are marked, names are whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import plotly.graph_objects as go
import pytest
from samples import Given, county, extraction, tables_of, with_breaks

from charts import dumbbell, multiples, slope, trend
from extract.catalog import Break
from extract.model import Extraction, Qualifier
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE, COUNT = Selection(("success_rate",)), Selection(("cases",))
E, MIN = Qualifier.EXACT, Qualifier.MIN
LONG = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某某镇"


def years(place: str, values: dict[int, str | None], indicator: str = "success_rate", qualifier: Qualifier = E) -> list[Extraction]:
    return [
        extraction(place, year, *([] if value is None else [Given(indicator, value, qualifier=qualifier)]))
        for year, value in values.items()
    ]


def draw(held: list[Extraction] | Tables, selection: Selection = RATE, lang: str = "zh", width: int = 1000) -> go.Figure:
    tables = tables_of(*held) if isinstance(held, list) else held
    return multiples.draw(tables, selection, lang=lang, made=MADE, width=width)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def heads(figure: go.Figure) -> list[str]:
    return [found.text for found in figure.layout.annotations if found.text.startswith("<b>") and "历年</b>" not in found.text]


def lines(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.mode == "lines+markers+text"]


def axes(figure: go.Figure, letter: str) -> dict[str, Any]:
    return {key: axis for key, axis in figure.layout.to_plotly_json().items() if key.startswith(f"{letter}axis")}


THREE = [*years("甲镇", {2015: "80", 2016: "85", 2018: "90"}), *years("乙镇", {2016: "70", 2017: None}), *years("丙镇", {2018: None})]


def test_a_panel_a_place_with_a_value_and_its_years() -> None:
    figure = draw(THREE)
    found = {trace.name: (trace.xaxis, trace.yaxis, list(trace.x), list(trace.y)) for trace in lines(figure)}
    assert found == {
        "乙镇": ("x", "y", [2016], [70.0]),
        "甲镇": ("x2", "y2", [2015, 2016, 2017, 2018], [80.0, 85.0, None, 90.0]),
    }
    assert all(trace.connectgaps is False for trace in lines(figure))
    assert heads(figure) == ["<b>乙镇</b><br>1/2 年", "<b>甲镇</b><br>3/3 年"]
    said = words(figure)
    assert "无数值 3 处：未提及 2（丙镇 2018、乙镇 2017）；无报告 1（甲镇 2017）" in said
    assert "缺数值的年份断开，不作连接。" in said
    assert "1 个地区只有一个年份有数值" in said


def test_all_panels_have_the_same_axes() -> None:
    figure = draw(THREE)
    for letter in "xy":
        found = [{key: axis[key] for key in ("range", "tickvals", "ticktext")} for axis in axes(figure, letter).values()]
        assert len(found) == 2
        assert found[0] == found[1]


@pytest.mark.parametrize(("indicator", "from_zero"), [("cases", True), ("success_rate", False)])
def test_counts_begin_at_zero_and_rates_as_in_the_trend(indicator: str, from_zero: bool) -> None:
    figure = draw(years("甲镇", {2019: "97", 2020: "98"}, indicator), Selection((indicator,)))
    assert (figure.layout.yaxis.range[0] == 0) is from_zero
    assert ("纵轴不从零起。" in words(figure)) is not from_zero


def test_zero_is_a_point_and_a_blank_is_none() -> None:
    figure = draw(years("甲镇", {2019: "0", 2020: None, 2021: "5"}, "cases"), COUNT)
    assert [list(trace.y) for trace in lines(figure)] == [[0.0, None, 5.0]]


def test_a_bound_is_a_bar_in_its_own_panel_and_no_limit_a_triangle() -> None:
    held = [*years("乙镇", {2019: "80", 2020: "90"}), *years("甲镇", {2019: "95"}, qualifier=MIN)]
    figure = draw(held)
    bars = [trace for trace in figure.data if trace.name == "intervals"]
    assert [(trace.xaxis, list(trace.y), list(trace.error_y.array)) for trace in bars] == [("x2", [95.0], [5.0])]
    assert list(lines(figure)[1].text) == ["≥95%"]
    open_ended = draw(years("甲镇", {2019: "95"}, "cases", MIN), COUNT)
    assert [trace.marker.symbol for trace in open_ended.data if trace.name is None] == ["triangle-up-open"]
    assert "△▽" in words(open_ended)


def test_points_carry_their_evidence_and_holes_none() -> None:
    (found,) = lines(draw(years("甲镇", {2019: "80", 2021: "85"})))
    size = len("success_rate为80")
    assert [one if one is None else tuple(one) for one in found.customdata] == [("甲镇_2019.txt", 0, size), None, ("甲镇_2021.txt", 0, size)]


def test_panels_stand_in_the_order_of_the_chosen_places() -> None:
    held = [*years("乙镇", {2019: "1"}), *years("甲镇", {2019: "2"}), *years("丙镇", {2019: "3"})]
    assert [trace.name for trace in lines(draw(held, Selection(("success_rate",), places=("甲镇", "丙镇"))))] == ["甲镇", "丙镇"]


def test_levels_are_named_in_each_head_and_above() -> None:
    held = [*years("甲镇", {2019: "80"}), extraction(county("甲县"), 2019, Given("success_rate", "90"))]
    figure = draw(held)
    assert "包含不同层级（县级、乡镇级）" in words(figure)
    assert [head.split("<br>")[1] for head in heads(figure)] == ["县级 · 1/1 年", "乡镇级 · 1/1 年"]
    assert "层级" not in words(draw(THREE))


def test_more_than_sixty_are_cut_with_a_word() -> None:
    figure = draw([found for at in range(61) for found in years(f"第{at}号镇", {2019: str(at)})])
    assert len(lines(figure)) == 60
    assert "共 61 个地区，只画出前 60 个；请少选几个地区。" in words(figure)
    assert "只画出前" not in words(draw(THREE))


COLUMNS = [(300, 8, 1), (380, 8, 2), (1000, 6, 6), (1000, 7, 4), (1240, 60, 6), (1000, 1, 1)]


@pytest.mark.parametrize(("width", "places", "columns"), COLUMNS)
def test_columns_follow_the_width(width: int, places: int, columns: int) -> None:
    figure = draw([found for at in range(places) for found in years(f"第{at}号镇", {2019: str(at)})], width=width)
    assert len({axis["domain"][0] for axis in axes(figure, "x").values()}) == columns
    shown = [axis for axis in axes(figure, "y").values() if axis["showticklabels"]]
    assert len(shown) == -(-places // columns)
    assert figure.layout.width == width


def test_panels_and_heads_do_not_lie_on_each_other() -> None:
    held = [found for at in range(9) for found in years(f"{LONG}{at}", {2019: "1", 2020: "2"})]
    figure = draw(held, width=380)
    height = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    above = {found.y: found.text.count("<br>") + 1 for found in figure.layout.annotations if "年" in found.text and found.y <= 1 and found.yref == "paper"}
    for axis in axes(figure, "y").values():
        top = min((y for y in above if y > axis["domain"][1]), default=None)
        assert top is not None
        assert (top - axis["domain"][1]) * height >= 17 * above[top]
    assert all(LONG in head.replace("<br>", "") for head in heads(figure))


LAW = Break(2020, "新法施行（第一条）", "A new law")


def test_a_break_is_a_dotted_line_in_every_panel_with_words() -> None:
    held = [*years("甲镇", {2019: "80", 2020: "85"}), *years("乙镇", {2019: "80", 2020: "85"})]
    figure = draw(with_breaks(tables_of(*held), "success_rate", LAW))
    found = [(shape.x0, shape.x1, shape.xref, shape.yref, shape.line.dash) for shape in figure.layout.shapes]
    assert found == [(2019.5, 2019.5, "x", "y domain", "dot"), (2019.5, 2019.5, "x2", "y2 domain", "dot")]
    assert "点线：2020 年起口径有变，前后不是同一口径。新法施行（第一条）。" in words(figure)
    assert list(lines(figure)[0].y) == [80.0, 85.0]


@pytest.mark.parametrize("told", [(2017, 2019), (2020, 2021)])
def test_a_break_outside_the_years_is_not_marked(told: tuple[int, ...]) -> None:
    figure = draw(with_breaks(tables_of(*years("甲镇", dict.fromkeys(told, "80"))), "success_rate", LAW))
    assert not figure.layout.shapes
    assert "口径有变" not in words(figure)


NOTHING = [
    pytest.param([], Selection(), "还没有选择指标", id="no indicator"),
    pytest.param([], RATE, "还没有读入任何报告", id="no report"),
    pytest.param(THREE, Selection(("success_rate", "cases")), "现在选了 2 个", id="two indicators"),
    pytest.param(THREE, COUNT, "都没有给出“行政诉讼案件数”的数值", id="no value"),
    pytest.param([extraction("乙镇", None, Given("success_rate", "81"))], RATE, "1 份报告年份未知，未画出。", id="unknown years"),
]


@pytest.mark.parametrize(("held", "selection", "sentence"), NOTHING)
def test_nothing_to_draw_is_said_in_words(held: list[Extraction], selection: Selection, sentence: str) -> None:
    figure = draw(held, selection)
    assert not figure.data
    assert sentence in words(figure)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "$a$"])
def test_hostile_names_are_shown_letter_by_letter(name: str) -> None:
    joined = "".join(heads(draw(years(name, {2019: "80"})))).replace("<br>", "").replace("<b>", "").replace("</b>", "")
    assert "<" not in joined
    assert "$" not in joined


@pytest.mark.parametrize("chart", [dumbbell, multiples, slope, trend], ids=lambda chart: str(chart.TITLE["en"]))
def test_over_the_years_nothing_is_borrowed_whatever_is_asked_for(chart: ModuleType) -> None:
    tables = tables_of(*years("甲镇", {2020: "90"}), *years("乙镇", {2020: "91", 2021: None, 2022: "95"}))
    plain = Selection(("success_rate",), years=(2020, 2021, 2022))
    asked = replace(plain, borrow=2)
    assert chart.draw(tables, asked, made=MADE) == chart.draw(tables, plain, made=MADE)
    assert chart.table(tables, asked) == chart.table(tables, plain)
    assert len(chart.table(tables, plain).rows) == (6 if chart in (multiples, trend) else 1)
