"""charts/distribution.py: every value is a mark of its own, a bound is no point, levels and years have strips of their own."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest
from samples import Given, Refused, county, extraction, tables_of

from charts import distribution
from charts._strips import MOST_MARKS, Axis, lanes_of
from extract.model import Extraction, Qualifier, Reason
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE, CASES, SESSIONS = Selection(("success_rate",)), Selection(("cases",)), Selection(("sessions",))
E, MIN, MAX, ABOUT = Qualifier.EXACT, Qualifier.MIN, Qualifier.MAX, Qualifier.APPROX


def town(name: str, value: str | None, year: int | None = 2020, qualifier: Qualifier = E, indicator: str = "success_rate") -> Extraction:
    return extraction(name, year, *([] if value is None else [Given(indicator, value, qualifier=qualifier)]))


def towns(values: list[str | None], year: int = 2020, indicator: str = "success_rate") -> list[Extraction]:
    return [town(f"镇{at}", value, year, indicator=indicator) for at, value in enumerate(values)]


def draw(held: list[Extraction] | Tables, selection: Selection = RATE, lang: str = "zh", width: int = 1000, *, dark: bool = False) -> go.Figure:
    tables = tables_of(*held) if isinstance(held, list) else held
    return distribution.draw(tables, selection, lang=lang, made=MADE, width=width, dark=dark)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def marks(figure: go.Figure, name: str = "exact") -> Any:
    return next((trace for trace in figure.data if trace.name == name), None)


def labels(figure: go.Figure) -> list[str]:
    return [label.replace("<br>", " ") for label in figure.layout.yaxis.ticktext]


def strip_of(figure: go.Figure, y: float) -> str:
    """The label of the strip in which a mark lies."""
    return min(zip(figure.layout.yaxis.tickvals, labels(figure), strict=True), key=lambda told: abs(told[0] - y))[1]


def middles(figure: go.Figure) -> list[tuple[float, float]]:
    return [(shape.x0, shape.x1) for shape in figure.layout.shapes]


# ---- marks ----


def test_a_mark_a_place_in_a_strip_a_year() -> None:
    figure = draw([*towns(["98", "90", None]), *towns(["95", "96"], 2021)])
    exact = marks(figure)
    assert [(strip_of(figure, y), x) for x, y in zip(exact.x, exact.y, strict=True)] == [
        ("2020 年 2/3 份", 90.0),
        ("2020 年 2/3 份", 98.0),
        ("2021 年 2/2 份", 95.0),
        ("2021 年 2/2 份", 96.0),
    ]
    assert exact.mode == "markers"
    assert exact.marker.symbol == "line-ns"
    assert len(marks(figure, "intervals").x) == 0


def test_equal_values_hide_nobody() -> None:
    exact = marks(draw(towns(["100"] * 9 + ["90"])))
    assert len(set(zip(exact.x, exact.y, strict=True))) == 10
    lying = sorted(y for x, y in zip(exact.x, exact.y, strict=True) if x == 100)
    # Strokes are 1.4 times their size; between two of them some paper is left.
    assert min(later - sooner for sooner, later in itertools.pairwise(lying)) > 1.4 * max(exact.marker.size)


@pytest.mark.parametrize("width", [300, 380, 1240])
def test_no_mark_touches_another(width: int) -> None:
    held = [town(f"镇{at}", str(90 + at % 7 + at % 3 / 10), qualifier=MIN if at % 4 == 0 else E) for at in range(40)]
    figure = draw(held, width=width)
    across = figure.layout.width - figure.layout.margin.l - figure.layout.margin.r
    first, last = figure.layout.xaxis.range
    exact, bars = marks(figure), marks(figure, "intervals")
    spans = [(y, x, x) for x, y in zip(exact.x, exact.y, strict=True)]
    spans += [(y, low, low + long) for y, low, long in zip(bars.y, bars.base, bars.x, strict=True)]
    assert len(spans) == 40
    for at, (y, low, high) in enumerate(spans):
        for other_y, other_low, other_high in spans[at + 1 :]:
            if y == other_y:
                gap = (max(low, other_low) - min(high, other_high)) / (last - first) * across
                assert gap >= 3, (low, high, other_low, other_high)


LANES = [
    ([], []),
    ([(0, 4), (10, 14)], [0, 0]),
    ([(0, 4), (4, 8)], [0, 0]),
    ([(0, 4), (3, 8), (5, 9)], [0, 1, 0]),
    ([(5, 9), (5, 9), (5, 9)], [0, 1, 2]),
    ([(9, 12), (0, 20), (1, 3)], [1, 0, 1]),
]


@pytest.mark.parametrize(("extents", "expected"), LANES)
def test_lanes(extents: list[tuple[float, float]], expected: list[int]) -> None:
    assert lanes_of(extents) == expected


def test_the_picture_is_the_same_every_time() -> None:
    held = towns(["95", "95", "90", "91", "91"])
    assert draw(held).to_json() == draw(held).to_json()


def test_a_bound_is_an_interval_and_no_point() -> None:
    figure = draw([town("甲镇", "95", qualifier=MIN), town("乙镇", "4", qualifier=MAX), town("丙镇", "97")])
    bars = marks(figure, "intervals")
    assert sorted(zip(bars.base, bars.x, strict=True)) == [(0.0, 4.0), (95.0, 5.0)]
    assert list(marks(figure).x) == [97.0]
    assert marks(figure, "open high") is None


def test_an_approximation_is_the_interval_around_it() -> None:
    figure = draw([town("甲镇", "40", qualifier=ABOUT, indicator="cases"), town("乙镇", "7", indicator="cases")], CASES)
    bars = marks(figure, "intervals")
    assert list(zip(bars.base, bars.x, strict=True)) == [(35.0, 10.0)]
    assert list(marks(figure).x) == [7.0]


def test_an_end_without_limit_has_an_arrow_and_no_made_up_end() -> None:
    figure = draw([town("甲镇", "40", qualifier=MIN, indicator="cases"), town("乙镇", "100", indicator="cases")], CASES)
    bars, arrow = marks(figure, "intervals"), marks(figure, "open high")
    assert (list(bars.base), list(arrow.x)) == ([40.0], [bars.base[0] + bars.x[0]])
    assert arrow.marker.symbol == "triangle-right-open"
    assert marks(figure, "open low") is None
    assert "▷◁ 表示该方向没有界限" in words(figure)
    assert "▷◁" not in words(draw(towns(["90", "91"])))


def test_a_zero_is_a_mark_and_a_blank_is_none() -> None:
    figure = draw(towns(["0", None, "5"], indicator="cases"), CASES)
    assert list(marks(figure).x) == [0.0, 5.0]
    assert "无数值 1 处：未提及 1（镇1）" in words(figure)


def test_marks_open_their_sentence() -> None:
    figure = draw([town("甲镇", "95", qualifier=MIN), town("乙镇", "97")])
    sentence = len("success_rate为95")
    assert [list(found) for found in marks(figure).customdata] == [["乙镇_2020.txt", 0, sentence]]
    assert [list(found) for found in marks(figure, "intervals").customdata] == [["甲镇_2020.txt", 0, sentence]]
    assert marks(figure).hovertext[0].startswith("<b>乙镇 2020</b><br>调解成功率<br>97% · 确数 · 原文")
    assert "≥95% · 至少 · 原文" in marks(figure, "intervals").hovertext[0]


def test_many_places_are_thinned_evenly_and_the_middle_is_of_all() -> None:
    values = [str(at) for at in range(4 * MOST_MARKS)]
    figure = draw(towns(values, indicator="cases"), CASES)
    drawn = list(marks(figure).x)
    assert (len(drawn), drawn[0], drawn[-1]) == (MOST_MARKS, 0.0, 479.0)
    assert {round(later - sooner) for sooner, later in itertools.pairwise(drawn)} == {4, 5}
    assert f"中位数 239.5；四分位数 119.5 与 359.5；按大小均匀画出 {MOST_MARKS} 个" in words(figure)


# ---- strips ----


def test_levels_of_one_year_are_strips_by_name() -> None:
    held = [*towns(["98", "90"]), extraction(county("甲县"), 2020, Given("success_rate", "95"))]
    figure = draw(held)
    assert labels(figure) == ["县级 1/1 份", "乡镇级 2/2 份"]
    exact = marks(figure)
    assert [(strip_of(figure, y), x) for x, y in zip(exact.x, exact.y, strict=True)] == [
        ("县级 1/1 份", 95.0),
        ("乡镇级 2/2 份", 90.0),
        ("乡镇级 2/2 份", 98.0),
    ]
    assert "所选包含不同层级（县级、乡镇级）" in words(figure)


def test_levels_of_several_years_stand_under_headings() -> None:
    held = [*towns(["98"]), *towns(["97"], 2021), extraction(county("甲县"), 2020, Given("success_rate", "95"))]
    figure = draw(held)
    assert labels(figure) == ["2020 年 1/1 份", "2020 年 1/1 份", "2021 年 1/1 份"]
    said = [annotation.text for annotation in figure.layout.annotations]
    assert said.index("<b>县级</b>") < said.index("<b>乡镇级</b>")


def test_a_year_of_nothing_is_a_strip_without_marks() -> None:
    figure = draw([town("甲镇", "90", 2018), town("甲镇", None, 2020)])
    assert labels(figure) == ["2018 年 1/1 份", "2019 年 0/0 份", "2020 年 0/1 份"]
    assert [strip_of(figure, y) for y in marks(figure).y] == ["2018 年 1/1 份"]
    said = words(figure)
    assert "没有报告" in said
    assert "没有一份给出" in said
    assert "无数值 2 处：未提及 1（甲镇 2020）；无报告 1（甲镇 2019）" in said


def test_an_unknown_year_is_a_strip_of_its_own() -> None:
    assert labels(draw([town("甲镇", "90"), town("乙镇", "91", None)])) == ["2020 年 1/1 份", "年份未知 1/1 份"]


def test_more_strips_than_can_be_read_are_cut_with_a_word() -> None:
    figure = draw([town("甲镇", "90", year) for year in range(1960, 2020)])
    assert len(labels(figure)) == 40
    assert "共 60 行，只画出前 40 行" in words(figure)


# ---- the middle ----


def test_a_sharp_median_is_a_stroke() -> None:
    figure = draw(towns(["90", "95", "98"]))
    (stroke,) = figure.layout.shapes
    assert (stroke.x0, stroke.x1, stroke.line.dash) == (95.0, 95.0, None)
    assert "中位数 95%" in words(figure)
    assert "四分位数 " not in words(figure)


def test_what_bounds_leave_open_is_a_range() -> None:
    held = [*towns([str(at) for at in range(90, 96)]), town("甲镇", "92", qualifier=MIN), town("乙镇", "94", qualifier=MIN)]
    figure = draw(held)
    assert middles(figure) == [(91.5, 94.0), (94.0, 97.5), (92.5, 93.5)]
    firm, paler, dotted = figure.layout.shapes
    assert firm.opacity is None
    assert paler.opacity < 1
    assert dotted.line.dash == "dot"
    assert "中位数 92.5%–93.5%；四分位数 91.5% 与 94%–97.5%" in words(figure)


def test_a_median_open_without_end_says_at_least() -> None:
    held = [town("甲镇", "3", indicator="cases"), *(town(name, "5", qualifier=MIN, indicator="cases") for name in ("乙镇", "丙镇"))]
    assert "中位数 ≥5" in words(draw(held, CASES))


NO_MIDDLE = [
    pytest.param(towns(["90", "91"]), RATE, "数值太少，不给中位数", id="two values"),
    pytest.param(towns(["100", "100", "90"]), RATE, "多数为 100%，不给中位数；2 个为 100%", id="ceiling"),
    pytest.param(towns(["90", "95", "98", None, None, None, None]), RATE, "给出者不足一半，不给中位数", id="few give it"),
    pytest.param(towns(["3", "4", "5"], indicator="sessions"), SESSIONS, "仅供展示，不给中位数", id="grade C"),
]


@pytest.mark.parametrize(("held", "selection", "said"), NO_MIDDLE)
def test_where_values_may_not_be_compared_there_is_no_middle(held: list[Extraction], selection: Selection, said: str) -> None:
    figure = draw(held, selection)
    assert middles(figure) == []
    assert said in words(figure)
    assert "粗竖线为中位数" not in words(figure)


def test_the_ceiling_is_said_beside_the_strip() -> None:
    said = words(draw([*towns(["100", "90", "91"]), town("甲镇", "95", qualifier=MIN)]))
    assert "1 个为 100%；1 个界限值可能为 100%" in said
    assert "为 100%" not in words(draw(towns(["99", "90", "91"])))


# ---- words ----


def test_caveats_stand_inside() -> None:
    held = [
        extraction("甲镇", 2020, Given("success_rate", "95", base="受理数")),
        extraction("乙镇", 2020, Given("success_rate", "90", base="办结数")),
        extraction("丙镇", 2020, refused=[Refused("success_rate", "99", "力争99%", Reason.PLAN)]),
    ]
    said = words(draw(held))
    assert "比率的分母口径不同（办结数、受理数）" in said
    assert "无数值 1 处：未采用 1（丙镇）" in said
    assert "横轴不从零起" in said
    assert "横轴不从零起" not in words(draw(towns(["10", "90"])))
    assert "各地自行报告，口径未经统一，未报告不等于没有。" in said
    # Each strip is of one year: no word on several years, which would be of ranks.
    assert "不同年份" not in words(draw([town("甲镇", "90", 2019), town("甲镇", "91", 2020)]))


def test_levels_on_one_axis_of_counts_are_told() -> None:
    counties = extraction(county("甲县"), 2020, Given("cases", "4000"))
    assert "各层级共用一条轴" in words(draw([counties, town("甲镇", "4", indicator="cases")], CASES))
    assert "各层级共用一条轴" not in words(draw([town("甲镇", "4", indicator="cases"), town("乙镇", "5", indicator="cases")], CASES))


NOTHING = [
    pytest.param([], RATE, "还没有读入任何报告", id="no reports"),
    pytest.param(towns(["90"]), Selection(), "还没有选择指标", id="no indicator"),
    pytest.param(towns(["90"]), Selection(("success_rate", "cases")), "现在选了 2 个", id="two indicators"),
    pytest.param(towns([None]), RATE, "都没有给出“调解成功率”的数值", id="no value"),
    pytest.param([*towns([None]), town("乙镇", "91", 2019)], Selection(("success_rate",), years=(2020,)), "其他年份或地区有数值：乙镇 2019 91%", id="values elsewhere"),
]


@pytest.mark.parametrize(("held", "selection", "said"), NOTHING)
def test_with_nothing_to_draw_it_says_why(held: list[Extraction], selection: Selection, said: str) -> None:
    figure = draw(held, selection)
    assert said in words(figure)
    assert not figure.data


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [300, 380, 1240])
def test_it_fits_the_sheet(lang: str, width: int, dark: bool) -> None:
    figure = draw(towns(["90", "95", "98", None]), lang=lang, width=width, dark=dark)
    assert figure.layout.width == width
    assert figure.layout.margin.l + figure.layout.margin.r < width * 0.5


def test_the_axis_holds_every_mark() -> None:
    axis = Axis(90.0, 100.0, 500.0)
    assert axis.pixels(axis.range[0]) == 0
    assert axis.pixels(axis.range[1]) == 500
    assert 0 < axis.pixels(90.0) < axis.pixels(100.0) < 500


def test_hostile_names_are_shown_letter_by_letter() -> None:
    figure = draw([town("<script>%{x}$a$", "90"), town("乙镇", "91")])
    hover = "".join(text.replace("<br>", "").replace("<b>", "").replace("</b>", "") for text in marks(figure).hovertext)
    assert "<" not in hover
    assert "$" not in hover
