"""charts/dumbbell.py: two years of one indicator; who lacks either is named, nothing is filled in, changes say in what."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go
import pytest
from samples import Given, county, extraction, tables_of, with_breaks

from charts import dumbbell
from extract.catalog import Break
from extract.model import Extraction, Qualifier
from panel.pairs import years_between
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE, COUNT = Selection(("success_rate",)), Selection(("cases",))
E, MIN, ABOUT = Qualifier.EXACT, Qualifier.MIN, Qualifier.APPROX


def told(place: str, values: dict[int, str | None], indicator: str = "success_rate", qualifier: Qualifier = E) -> list[Extraction]:
    return [
        extraction(place, year, *([] if value is None else [Given(indicator, value, qualifier=qualifier)]))
        for year, value in values.items()
    ]


TWO = [*told("甲镇", {2019: "91", 2020: "93", 2022: "96"}), *told("乙镇", {2019: "98", 2022: "97.4"})]


def draw(held: list[Extraction], selection: Selection = RATE, lang: str = "zh", width: int = 1000) -> go.Figure:
    return dumbbell.draw(tables_of(*held), selection, lang=lang, made=MADE, width=width)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def test_the_first_and_the_last_year_are_compared_in_points() -> None:
    figure = draw(TWO)
    then, now = figure.data
    assert (list(then.x), list(now.x)) == ([98.0, 91.0], [97.4, 96.0])
    assert list(figure.layout.yaxis.ticktext) == ["乙镇", "甲镇"]
    said = words(figure)
    assert "调解成功率：2019 年与 2022 年" in said
    assert "91% → 96%（+5个百分点）" in said
    assert "98% → 97.4%（-0.6个百分点）" in said


def test_counts_change_in_percent_and_few_in_units() -> None:
    said = words(draw([*told("甲镇", {2019: "200", 2020: "250"}, "cases"), *told("乙镇", {2019: "2", 2020: "3"}, "cases")], COUNT))
    assert "200 → 250（+25%）" in said
    assert "2 → 3（+1）" in said


def test_who_lacks_either_year_is_named_and_not_filled_from_another() -> None:
    held = [*TWO, *told("丙镇", {2019: "90", 2021: "92", 2022: None}), *told("丁镇", {2021: "80", 2022: "85"})]
    figure = draw(held, Selection(("success_rate",), years=(2019, 2022)))
    assert list(figure.layout.yaxis.ticktext) == ["乙镇", "甲镇"]
    assert "无数值 2 处：未提及 1（丙镇 2022）；无报告 1（丁镇 2019）" in words(figure)


def test_a_bound_is_an_interval_and_its_change_a_range() -> None:
    held = [*told("甲镇", {2019: "95"}, qualifier=MIN), *told("甲镇", {2020: "98"})]
    figure = draw(held)
    assert "≥95% → 98%（-2 至 +3个百分点）" in words(figure)
    assert [shape.type for shape in figure.layout.shapes] == ["line", "rect"]


def test_a_bound_without_end_has_no_change() -> None:
    held = [*told("甲镇", {2019: "500"}, "cases", MIN), *told("甲镇", {2020: "600"}, "cases")]
    assert "≥500 → 600" in words(draw(held, COUNT))
    assert "%）" not in words(draw(held, COUNT))


def test_levels_stand_apart_and_the_warning_is_inside() -> None:
    counties = [extraction(county("甲县"), year, Given("success_rate", value)) for year, value in ((2019, "90"), (2022, "92"))]
    said = words(draw([*TWO, *counties]))
    assert "不同层级" in said
    assert "县级" in said
    assert "不同年份" not in said


def test_figures_of_different_bases_have_no_difference_and_are_named() -> None:
    held = [extraction("丙镇", year, Given("success_rate", "90", base=base)) for year, base in ((2019, "应诉"), (2022, "开庭"))]
    said = words(draw([*TWO, *held]))
    assert "90% → 90%（不可比）" in said
    assert "口径或范围两年不同，不能比较，不计差：丙镇（应诉 → 开庭）。" in said
    assert "不可比" not in words(draw(TWO))


def test_a_break_between_the_years_is_named() -> None:
    law = Break(2021, "新法施行", "A new law")
    figure = dumbbell.draw(with_breaks(tables_of(*TWO), "success_rate", law), RATE, made=MADE)
    assert "2021 年起口径有变，两年不是同一口径，差异未必是实际变化。新法施行。" in words(figure)
    assert "口径有变" not in words(draw(TWO))


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


YEARS = [((), (2019, 2022)), ((2020,), (2019, 2022)), ((2022, 2020), (2020, 2022))]


@pytest.mark.parametrize(("chosen", "expected"), YEARS)
def test_the_years(chosen: tuple[int, ...], expected: tuple[int, int]) -> None:
    assert years_between(tables_of(*TWO), Selection(("success_rate",), years=chosen)) == expected


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [300, 390, 1000])
def test_it_fits_the_sheet(lang: str, width: int) -> None:
    figure = draw(TWO, lang=lang, width=width)
    assert figure.layout.width == width
    assert figure.layout.margin.l + figure.layout.margin.r < width - 40
