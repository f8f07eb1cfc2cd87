"""charts/trend.py: broken at missing years, a marker on every real point, bounds as intervals, whole years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import Given, county, extraction, tables_of, with_breaks

from charts import trend
from charts._axis import axis_ticks, tick_below
from charts._colours import DARK, LIGHT
from charts._tokens import EDGE, SYMBOLS
from extract.catalog import Break
from extract.model import Extraction, Qualifier
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE, COUNT = Selection(("success_rate",)), Selection(("cases",))
E, MIN, MAX, ABOUT = Qualifier.EXACT, Qualifier.MIN, Qualifier.MAX, Qualifier.APPROX


def draw(held: list[Extraction], selection: Selection = RATE, lang: str = "zh") -> go.Figure:
    return trend.draw(tables_of(*held), selection, lang=lang, made=MADE)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def line(figure: go.Figure, name: str) -> go.Scatter:
    return next(found for found in figure.data if found.name == name)


def years(place: str, values: dict[int, str], indicator: str = "success_rate", qualifier: Qualifier = E) -> list[Extraction]:
    return [extraction(place, year, Given(indicator, value, qualifier=qualifier)) for year, value in values.items()]


GAPS = [*years("甲镇", {2015: "80", 2016: "85", 2019: "90"}), *years("乙镇", {2016: "70", 2017: "72"}), extraction("乙镇", 2018)]


def test_a_line_breaks_at_missing_years() -> None:
    figure = draw(GAPS)
    first = line(figure, "甲镇")
    assert list(first.x) == [2015, 2016, 2017, 2018, 2019]
    assert list(first.y) == [80.0, 85.0, None, None, 90.0]
    assert first.connectgaps is False
    assert "markers" in first.mode
    assert "缺数值的年份断开，不作连接。" in words(figure)


def test_who_is_missing_is_named_with_the_years() -> None:
    said = words(draw(GAPS))
    assert "6 份报告中 5 份给出" in said
    assert "无数值 3 处：未提及 1（乙镇 2018）；无报告 2（甲镇 2017–2018）" in said


def test_an_unbroken_line_says_nothing_of_breaks() -> None:
    assert "断开" not in words(draw(years("甲镇", {2019: "80", 2020: "85"})))


def test_the_years_are_whole_and_without_separators() -> None:
    axis = draw(GAPS).layout.xaxis
    assert list(axis.ticktext) == ["2015", "2016", "2017", "2018", "2019"]
    assert list(axis.tickvals) == [2015, 2016, 2017, 2018, 2019]


def test_many_years_are_thinned_and_stay_whole() -> None:
    axis = draw(years("甲镇", {2000: "80", 2025: "85"})).layout.xaxis
    assert list(axis.ticktext)[:3] == ["2000", "2002", "2004"]


def test_a_year_without_a_value_stays_on_the_axis() -> None:
    assert list(draw([*years("甲镇", {2019: "80"}), extraction("乙镇", 2022)]).layout.xaxis.ticktext) == [
        "2019", "2020", "2021", "2022",
    ]  # fmt: skip


def test_zero_is_a_point() -> None:
    assert list(line(draw(years("甲镇", {2019: "0", 2020: "5"}, "cases"), COUNT), "甲镇").y) == [0.0, 5.0]


INTERVALS = [
    pytest.param("95", MIN, RATE, [(2020, 95.0, 5.0, 0.0)], id="at least 95%: up to 100"),
    pytest.param("4", MAX, RATE, [(2020, 4.0, 0.0, 4.0)], id="at most 4%: down to 0"),
    pytest.param("80", ABOUT, RATE, [(2020, 80.0, 5.0, 5.0)], id="about 80%"),
    pytest.param("80", E, RATE, [], id="exact: no bar at all"),
    pytest.param("80", MIN, COUNT, [(2020, 80.0, 0.0, 0.0)], id="at least 80: no end to draw"),
]


@pytest.mark.parametrize(("value", "qualifier", "selection", "expected"), INTERVALS)
def test_intervals(value: str, qualifier: Qualifier, selection: Selection, expected: list[tuple[float, ...]]) -> None:
    held = [
        *years("甲镇", {2019: "50"}, selection.indicators[0]),
        *years("甲镇", {2020: value}, selection.indicators[0], qualifier),
    ]
    found = [trace for trace in draw(held, selection).data if trace.name == "intervals"]
    bars = [row for trace in found for row in zip(trace.x, trace.y, trace.error_y.array, trace.error_y.arrayminus, strict=True)]
    assert bars == expected


def test_no_limit_is_an_open_triangle() -> None:
    figure = draw([*years("甲镇", {2019: "50"}, "cases"), *years("甲镇", {2020: "80"}, "cases", MIN)], COUNT)
    marks = [trace for trace in figure.data if trace.marker.symbol == "triangle-up-open"]
    assert [list(trace.x) for trace in marks] == [[2020]]
    assert marks[0].y[0] > 80
    assert "△▽ 表示该方向没有界限" in words(figure)


def test_labels_carry_their_signs() -> None:
    figure = draw([*years("甲镇", {2019: "80"}), *years("甲镇", {2020: "95"}, qualifier=MIN)])
    assert list(line(figure, "甲镇").text) == ["80%", "≥95%"]


def test_a_label_keeps_clear_of_the_bar_and_of_the_axis() -> None:
    held = [*years("甲镇", {2019: "900", 2020: "4000"}, "cases"), *years("乙镇", {2019: "44", 2020: "2000"}, "cases", MIN)]
    figure = draw([*held, *years("丙镇", {2019: "3000"}, "cases", ABOUT)], COUNT)
    assert list(line(figure, "丙镇").textposition) == ["middle right"]
    assert list(line(figure, "甲镇").textposition) == ["bottom center", "top center"]
    assert list(line(figure, "乙镇").textposition) == ["middle right", "bottom center"]


def test_labels_that_would_lie_on_each_other_are_left_out() -> None:
    figure = draw([*years("甲镇", {2019: "10", 2020: "80"}), *years("乙镇", {2020: "81"})])
    assert list(line(figure, "甲镇").text) == ["10%", ""]
    assert list(line(figure, "乙镇").text) == [""]


def test_points_carry_their_evidence_and_holes_none() -> None:
    found = line(draw(years("甲镇", {2019: "80", 2021: "85"})), "甲镇").customdata
    assert [None if one is None else tuple(one) for one in found] == [
        ("甲镇_2019.txt", 0, len("success_rate为80")),
        None,
        ("甲镇_2021.txt", 0, len("success_rate为80")),
    ]


def test_one_year_is_no_trend() -> None:
    said = words(draw([*years("甲镇", {2019: "80"}), *years("乙镇", {2020: "81"})]))
    assert "2 个地区只有一个年份有数值，看不出变化。" in said


def test_levels_are_named() -> None:
    held = [*years("甲镇", {2019: "80"}), extraction(county("甲县"), 2019, Given("success_rate", "90"))]
    assert "包含不同层级（县级、乡镇级），职权与规模不同。" in words(draw(held))


def test_the_axis_says_where_it_does_not_start_at_zero() -> None:
    assert "纵轴不从零起。" in words(draw(years("甲镇", {2019: "97", 2020: "98"})))
    assert "纵轴不从零起。" not in words(draw(years("甲镇", {2019: "10", 2020: "98"})))


def test_a_report_of_unknown_year_is_told_and_not_drawn() -> None:
    held = [*years("甲镇", {2019: "80"}), extraction("乙镇", None, Given("success_rate", "81"))]
    figure = draw(held)
    assert "1 份报告年份未知，未画出。" in words(figure)
    assert [trace.name for trace in figure.data] == ["甲镇"]


def test_reports_of_unknown_years_alone_leave_words() -> None:
    figure = draw([extraction("乙镇", None, Given("success_rate", "81"))])
    assert not figure.data
    assert "1 份报告年份未知，未画出。" in words(figure)


def many(count: int) -> list[Extraction]:
    return [found for at in range(count) for found in years(f"第{at}号镇", {2019: str(at), 2020: str(at + 1)})]


def test_many_lines_are_all_grey_and_a_sentence_says_how_to_colour_some() -> None:
    figure = draw(many(11))
    assert {trace.line.color for trace in figure.data} == {LIGHT.grey}
    assert len({trace.marker.symbol for trace in figure.data}) == len(SYMBOLS)
    assert figure.layout.showlegend is False
    assert figure.layout.margin.r == EDGE
    assert sorted(trace.name for trace in figure.data) == sorted(f"第{at}号镇" for at in range(11))
    assert "11 个地区都画成灰线，不标名称；点名选择的地区才着色并标名，最多 10 个。" in words(figure)
    assert "灰线" not in words(draw(many(10)))


def test_of_many_chosen_places_the_first_are_coloured_in_the_order_of_the_choice() -> None:
    places = tuple(f"第{at}号镇" for at in range(11, -1, -1))
    figure = draw(many(60), replace(RATE, places=places))
    assert [trace.name for trace in figure.data if trace.line.color != LIGHT.grey] == list(places[:10])
    assert [trace.name for trace in figure.data if trace.showlegend] == ["其余 2 个地区（灰线）", *places[:10]]
    assert "所选 12 个地区中，前 10 个着色，其余为灰线" in words(figure)


def test_more_lines_than_can_be_read_are_cut_with_a_word() -> None:
    figure = draw(many(70))
    assert len(figure.data) == 60
    assert "共 70 个地区，只画出前 60 个；请少选几个地区。" in words(figure)
    assert "60 个地区都画成灰线" in words(figure)


def ends(figure: go.Figure) -> dict[str, tuple[float, str]]:
    """The names at the ends of lines: where their middles stand, and their colours."""
    return {found.text: (found.y, found.font.color) for found in figure.layout.annotations if found.x == 1}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [583, 610, 900])
def test_few_lines_are_named_at_their_ends_in_their_colours(width: int, dark: bool) -> None:
    held = [found for at in range(8) for found in years(f"第{at}号镇", {2019: str(90 + at), 2020: "100" if at < 4 else "95"})]
    figure = trend.draw(tables_of(*held), RATE, made=MADE, width=width, dark=dark)
    assert figure.layout.showlegend is False
    named = ends(figure)
    assert {name: colour for name, (_, colour) in named.items()} == dict(
        zip((f"第{at}号镇" for at in range(8)), (DARK if dark else LIGHT).names, strict=False)
    )
    (low, high), margin = figure.layout.yaxis.range, figure.layout.margin
    pixels = sorted((high - y) / (high - low) * (figure.layout.height - margin.t - margin.b) for y, _ in named.values())
    assert all(below - above >= 18 for above, below in pairwise(pixels))
    # Of those that end alike the one that was higher stands above.
    assert [name for name, _ in sorted(named.items(), key=lambda one: -one[1][0])] == [
        *(f"第{at}号镇" for at in (3, 2, 1, 0, 7, 6, 5, 4))
    ]


def test_a_line_that_ends_early_is_led_to_its_name_by_dots() -> None:
    figure = draw([*years("甲镇", {2018: "91", 2019: "92"}), *years("乙镇", {2018: "97", 2022: "98"})])
    assert set(ends(figure)) == {"甲镇", "乙镇"}
    edge = figure.layout.xaxis.range[1]
    assert [(lead.x0, lead.x1, lead.y0, lead.line.dash) for lead in figure.layout.shapes] == [(2019, edge, 92.0, "dot")]


@pytest.mark.parametrize(("height", "named"), [(540, 8), (330, 0)])
def test_on_a_slide_the_names_stand_at_the_ends_where_they_have_room(height: int, named: int) -> None:
    figure = trend.draw(tables_of(*many(8)), RATE, made=MADE, width=960, height=height)
    assert len(ends(figure)) == named
    assert figure.layout.height == height


def test_where_a_phone_has_no_room_or_there_are_more_a_legend_stands() -> None:
    phone = trend.draw(tables_of(*many(8)), RATE, made=MADE, width=380)
    assert (ends(phone), phone.layout.showlegend, phone.layout.legend.y < 0) == ({}, True, True)
    assert (ends(draw(many(9))), draw(many(9)).layout.showlegend) == ({}, True)


def test_coloured_lines_differ_in_mark_and_colour() -> None:
    figure = draw([found for at in range(10) for found in years(f"第{at}号镇", {2019: str(at)})])
    assert len({trace.marker.symbol for trace in figure.data}) == len({trace.line.color for trace in figure.data}) == 10


LAW = Break(2020, "新法施行（第一条）", "A new law")


def test_a_break_is_a_dotted_line_between_years_with_words_and_the_line_goes_on() -> None:
    tables = with_breaks(tables_of(*years("甲镇", {2019: "80", 2020: "85"})), "success_rate", LAW)
    figure = trend.draw(tables, RATE, made=MADE)
    assert [(shape.type, shape.x0, shape.x1, shape.line.dash) for shape in figure.layout.shapes] == [("line", 2019.5, 2019.5, "dot")]
    assert "点线：2020 年起口径有变，前后不是同一口径。新法施行（第一条）。" in words(figure)
    assert list(line(figure, "甲镇").y) == [80.0, 85.0]
    assert "from 2020 on something else is counted" in words(trend.draw(tables, RATE, lang="en", made=MADE))


@pytest.mark.parametrize("told", [(2018, 2019), (2020, 2021)])
def test_a_break_at_the_end_of_the_years_is_not_marked(told: tuple[int, ...]) -> None:
    figure = trend.draw(with_breaks(tables_of(*years("甲镇", dict.fromkeys(told, "80"))), "success_rate", LAW), RATE, made=MADE)
    assert not figure.layout.shapes
    assert "口径有变" not in words(figure)


NOTHING = [
    pytest.param([], Selection(), "还没有选择指标", id="no indicator"),
    pytest.param([], RATE, "还没有读入任何报告", id="no report"),
    pytest.param(GAPS, Selection(("success_rate", "cases")), "现在选了 2 个", id="two indicators"),
    pytest.param(GAPS, Selection(("success_rate",), years=(1999,)), "年份为 2015、2016、2017、2018、2019", id="a year of none"),
    pytest.param(GAPS, COUNT, "都没有给出“行政诉讼案件数”的数值", id="no value"),
]


@pytest.mark.parametrize(("held", "selection", "sentence"), NOTHING)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_to_draw_is_said_in_words(held: list[Extraction], selection: Selection, sentence: str, lang: str) -> None:
    figure = draw(held, selection, lang)
    assert not figure.data
    assert (sentence in words(figure)) or lang == "en"
    assert "9.9 (0a1b2c3d)" in words(figure)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "%{x}", "=1+1", "$a$"])
def test_hostile_names_are_shown_letter_by_letter(name: str) -> None:
    figure = draw(years(name, {2019: "80", 2020: "85"}))
    texts = [figure.data[0].name, words(figure), *figure.data[0].hovertext]
    joined = "".join(text.replace("<br>", "").replace("<b>", "").replace("</b>", "") for text in texts)
    assert "<" not in joined
    assert "$" not in joined


def test_a_long_name_is_broken_in_the_legend() -> None:
    name = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某某镇"
    shown = draw(years(name, {2019: "80"})).data[0].name
    assert shown.replace("<br>", "") == name
    assert "<br>" in shown


def test_english() -> None:
    said = words(draw(GAPS, lang="en"))
    assert "success rate: across years" in said
    assert "Lines are broken at years without a value." in said


def test_the_seeds_are_drawn(tables: Tables) -> None:
    # Every sixth indicator: enough of each theme, and few enough to be quick.
    for indicator in list(tables.catalog.indicators)[3::6]:
        figure = trend.draw(tables, Selection((indicator,)), made=MADE)
        assert tables.catalog.stamp in words(figure)


def test_a_label_at_a_low_point_stands_below_its_line() -> None:
    figure = draw(years("甲镇", {2019: "97", 2020: "89.43", 2021: "99", 2022: "98"}))
    found = line(figure, "甲镇")
    assert list(found.text) == ["97%", "89.43%", "99%", "98%"]
    assert list(found.textposition) == ["top center", "bottom center", "top center", "bottom center"]
    # Nor where nothing is joined to it, nor where another line stands there.
    alone = draw([*years("甲镇", {2019: "97", 2021: "99", 2023: "89"}), *years("乙镇", {2023: "99"})])
    assert list(line(alone, "甲镇").textposition) == ["top center"] * 5
    two = draw([*years("甲镇", {2019: "97", 2020: "92", 2021: "99"}), *years("乙镇", {2019: "90", 2020: "91", 2021: "90"})])
    assert line(two, "甲镇").textposition[1] == "top center"


def test_on_a_low_picture_fewer_labels_have_room() -> None:
    held = [*years("甲镇", {2019: "98", 2020: "98"}), *years("乙镇", {2019: "99", 2020: "90"})]
    page = draw(held)
    slide = trend.draw(tables_of(*held), RATE, made=MADE, width=960, height=360)
    assert (line(page, "甲镇").text[0], line(slide, "甲镇").text[0]) == ("98%", "")


def test_a_label_at_zero_does_not_stand_on_the_years() -> None:
    assert line(draw(years("甲镇", {2019: "9", 2020: "0", 2021: "8"}, "cases"), COUNT), "甲镇").textposition[1] == "top center"


AXES = [
    pytest.param("89.43", "100", E, 88.0, id="a fall"),
    pytest.param("90", "100", E, 88.0, id="room for the label of a figure at a tick"),
    pytest.param("98", "98", E, 96.0, id="one value"),
    pytest.param("97.2", "99.9", E, 96.5, id="close together"),
    pytest.param("80", "97", ABOUT, 70.0, id="down to the end of a bar"),
]


@pytest.mark.parametrize(("low", "high", "qualifier", "begins"), AXES)
def test_the_axis_begins_at_a_tick_with_its_number_not_far_below(low: str, high: str, qualifier: Qualifier, begins: float) -> None:
    figure = draw([*years("甲镇", {2019: high}), *years("甲镇", {2020: low}, qualifier=qualifier)])
    axis = figure.layout.yaxis
    assert axis.range[0] == axis.tickvals[0] == begins
    assert axis.ticktext[0] == f"{begins:g}%"


@given(st.floats(1, 10_000), st.floats(0.5, 1), st.sampled_from(["%", "件"]), st.sampled_from([3, 5, 8]))
def test_a_tick_below_is_the_first_of_its_axis(top: float, share: float, unit: str, most: int) -> None:
    lowest = top * share * 0.99
    bottom = tick_below(lowest, top, unit, most=most)
    assert 0 <= bottom <= lowest + 1e-6 * top
    assert axis_ticks(top, unit, "zh", bottom=bottom, most=most)["tickvals"][0] == pytest.approx(bottom)
