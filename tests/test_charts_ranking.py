"""charts/ranking.py: what the figure says and draws for all, one and no rows, and when it gives no ranks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest
from samples import Given, county, extraction, tables_of, town

from charts import ranking
from extract.errors import Failure, FaultKind
from extract.model import Basis, Extraction, Qualifier
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE = Selection(("success_rate",))
HOSTILE = ["<script>alert(1)</script>", "%{x}", "=1+1", "$a$", "&amp;"]


def draw(held: list[Extraction], selection: Selection = RATE, lang: str = "zh") -> go.Figure:
    return ranking.draw(tables_of(*held), selection, lang=lang, made=MADE)


def words(figure: go.Figure) -> str:
    """All that is written in the figure beside its axes."""
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def labels(figure: go.Figure) -> dict[str, str]:
    """What stands at each bar, by the bar's name, from top to bottom."""
    at = dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))
    return {at[found.y]: found.text for found in figure.layout.annotations if found.xref != "paper"}


def trace(figure: go.Figure, name: str) -> go.Bar:
    return next(found for found in figure.data if found.name == name)


def rate(
    place: str, value: str, year: int = 2020, qualifier: Qualifier = Qualifier.EXACT, basis: Basis = Basis.STATED
) -> Extraction:
    return extraction(place, year, Given("success_rate", value, qualifier=qualifier, basis=basis))


YEAR = [
    rate("甲镇", "98"),
    rate("乙镇", "95", qualifier=Qualifier.MIN),
    rate("丙镇", "90"),
    rate("丁镇", "90"),
    extraction("戊镇", 2020),
]


def test_a_ranking_of_one_year() -> None:
    figure = draw(YEAR)
    assert labels(figure) == {
        "甲镇": "98% · 第 1–2 名",
        "乙镇": "≥95% · 第 1–2 名",
        "丁镇": "90% · 并列第 3 名",
        "丙镇": "90% · 并列第 3 名",
    }
    assert list(figure.layout.yaxis.ticktext) == ["甲镇", "乙镇", "丁镇", "丙镇"]
    assert list(figure.layout.yaxis.tickvals) == sorted(figure.layout.yaxis.tickvals)
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1] == 0
    said = words(figure)
    assert "调解成功率：各地比较" in said
    assert "单位：% · 乡镇级 · 2020 年 · 5 份报告中 4 份给出" in said
    assert "无数值 1 处：未提及 1（戊镇）" in said
    assert "斜线段为真值可能所在的区间" in said
    assert "制图 2026-11-21 · 指标目录 9.9 (0a1b2c3d)" in said
    assert "各地自行报告，口径未经统一，未报告不等于没有。" in said


def test_bars_begin_at_zero_and_bounds_are_hatched_to_their_end() -> None:
    figure = draw(YEAR)
    sure, hatched = trace(figure, "sure"), trace(figure, "interval")
    assert list(sure.x) == [98.0, 95.0, 90.0, 90.0]
    assert sure.base is None
    assert list(hatched.base) == [98.0, 95.0, 90.0, 90.0]
    assert list(hatched.x) == [0.0, 5.0, 0.0, 0.0]
    assert hatched.marker.pattern.shape == "/"
    assert figure.layout.xaxis.range[0] == 0


def test_an_end_without_a_limit_is_open() -> None:
    held = [
        extraction("甲镇", 2020, Given("cases", "100", qualifier=Qualifier.MIN)),
        extraction("乙镇", 2020, Given("cases", "50")),
    ]
    figure = draw(held, Selection(("cases",)))
    assert list(trace(figure, "open").x) == [108.0]
    assert trace(figure, "open").marker.symbol == "triangle-right-open"
    assert "▷ 表示没有上限" in words(figure)


def test_an_upper_bound_is_hatched_from_the_lower_bound() -> None:
    held = [rate("甲镇", "4", qualifier=Qualifier.MAX), rate("乙镇", "50")]
    figure = draw(held)
    sure, hatched = trace(figure, "sure"), trace(figure, "interval")
    assert dict(zip(hatched.y, zip(hatched.base, hatched.x, strict=True), strict=True))[sure.y[1]] == (0.0, 4.0)
    assert "≤4%" in labels(figure)["甲镇"]


def test_without_bounds_nothing_is_said_of_hatching() -> None:
    assert "斜线" not in words(draw([rate("甲镇", "98"), rate("乙镇", "97")]))


def test_zero_is_drawn_and_a_blank_is_not() -> None:
    figure = draw([rate("甲镇", "0", basis=Basis.IMPLIED), rate("乙镇", "50"), extraction("丙镇", 2020)])
    assert labels(figure) == {"乙镇": "50% · 第 1 名", "甲镇": "0%（推断） · 第 2 名"}
    assert list(trace(figure, "value").x) == [50.0, 0.0]


def test_marks_carry_their_evidence() -> None:
    figure = draw([rate("甲镇", "98"), rate("乙镇", "97")])
    for name in ("sure", "interval", "value"):
        assert [tuple(found) for found in trace(figure, name).customdata] == [
            ("甲镇_2020.txt", 0, len("success_rate为98")),
            ("乙镇_2020.txt", 0, len("success_rate为97")),
        ]


FIVE_YEARS = [rate("甲镇", "98", 2019), rate("乙镇", "99", 2020), rate("甲镇", "97", 2021), extraction("丙镇", 2022)]


def test_several_years_are_shown_side_by_side_without_ranks() -> None:
    figure = draw(FIVE_YEARS)
    assert labels(figure) == {"乙镇 2020": "99%", "甲镇 2019": "98%", "甲镇 2021": "97%"}
    said = words(figure)
    assert "2019–2022 年" in said
    assert "所选包含不同年份（2019、2020、2021、2022），不是同一年的比较，不排名次。" in said
    assert "未提及 1（丙镇 2022）" in said
    assert "第 1 名" not in said


def test_a_year_of_one_value_says_so_and_names_what_there_is() -> None:
    said = words(draw(FIVE_YEARS, Selection(("success_rate",), years=(2020,))))
    assert "只有 1 个数值，无从比较。" in said
    assert "其他年份或地区有数值：甲镇 2019 98%、甲镇 2021 97%。" in said
    assert "无报告 2（丙镇、甲镇）" in said
    assert "名" not in labels(draw(FIVE_YEARS, Selection(("success_rate",), years=(2020,))))["乙镇"]


def test_levels_stand_apart_and_are_named() -> None:
    held = [rate("甲镇", "98"), rate("乙镇", "97"), extraction(county("甲县"), 2020, Given("success_rate", "99"))]
    figure = draw(held)
    assert labels(figure) == {"甲县": "99%", "甲镇": "98% · 第 1 名", "乙镇": "97% · 第 2 名"}
    said = words(figure)
    assert "所选包含不同层级（县级、乡镇级）" in said
    assert "<b>县级（1 份报告中 1 份给出）</b>" in said


def test_at_the_ceiling_words_stand_for_ranks() -> None:
    figure = draw([rate(f"镇{at}", "100") for at in range(6)] + [rate("镇6", "98"), extraction("镇7", 2020)])
    assert "7 个数值中有 6 个为 100%，已到上限，名次没有意义，故不排名。" in words(figure)
    assert set(labels(figure).values()) == {"100%", "98%"}


def test_grade_c_is_shown_and_not_ranked() -> None:
    held = [extraction(f"镇{at}", 2020, Given("sessions", str(at))) for at in range(3)]
    figure = draw(held, Selection(("sessions",)))
    assert "可比性 C 级：仅供展示，不排名次。" in words(figure)
    assert labels(figure) == {"镇2": "2", "镇1": "1", "镇0": "0"}


def test_an_indicator_without_direction_is_not_ranked() -> None:
    held = [extraction(f"镇{at}", 2020, Given("cases", str(at))) for at in range(3)]
    figure = draw(held, Selection(("cases",)))
    assert "该指标无优劣方向，大小不表示好坏，不排名次。" in words(figure)
    assert "可比性 B 级：名称相同，口径或有出入，比较时须谨慎。" in words(figure)
    assert labels(figure) == {"镇2": "2", "镇1": "1", "镇0": "0"}


def test_too_few_reports_give_no_ranks() -> None:
    figure = draw([rate("甲镇", "98"), rate("乙镇", "97"), *(extraction(f"静{at}", 2020) for at in range(3))])
    assert "给出数值的报告不足一半（2/5），不排名次。" in words(figure)
    assert labels(figure) == {"甲镇": "98%", "乙镇": "97%"}


NOTHING = [
    pytest.param([], Selection(), "还没有选择指标", id="no indicator"),
    pytest.param([], RATE, "还没有读入任何报告", id="no report"),
    pytest.param(YEAR, Selection(("success_rate", "cases")), "现在选了 2 个", id="two indicators"),
    pytest.param(YEAR, Selection(("<b>x</b>",)), "没有“&lt;b&gt;x&lt;/b&gt;”", id="an indicator that is not in the catalogue"),
    pytest.param(YEAR, Selection(("success_rate",), years=(1999,)), "现有 5 份报告，年份为 2020", id="a year of none"),
    pytest.param([extraction("甲镇", 2020)], RATE, "全部报告都没有给出该指标的数值", id="a value nowhere"),
    pytest.param(
        [extraction("甲镇", 2020), rate("乙镇", "9", 2021)],
        Selection(("success_rate",), years=(2020,)),
        "乙镇 2021 9%",
        id="a value elsewhere",
    ),
]


@pytest.mark.parametrize(("held", "selection", "sentence"), NOTHING)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_to_draw_is_said_in_words(held: list[Extraction], selection: Selection, sentence: str, lang: str) -> None:
    figure = draw(held, selection, lang)
    assert not figure.data
    assert (sentence in words(figure)) or lang == "en"
    assert "9.9 (0a1b2c3d)" in words(figure)


def test_a_value_outside_the_selection_alone_is_no_value_of_it() -> None:
    figure = draw([extraction("甲镇", 2020), rate("乙镇", "9", 2021)], Selection(("success_rate",), years=(2020,)))
    assert "所选 1 份报告都没有给出“调解成功率”的数值" in words(figure)
    assert "未提及 1（甲镇）" in words(figure)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_shown_letter_by_letter(name: str) -> None:
    figure = draw([rate(name, "98"), rate("乙镇", "97")])
    texts = [*figure.layout.yaxis.ticktext, words(figure), *trace(figure, "sure").hovertext]
    joined = "".join(text.replace("<br>", "").replace("<b>", "").replace("</b>", "") for text in texts)
    assert "<" not in joined
    assert "$" not in joined
    assert trace(figure, "sure").hovertemplate is None


def test_a_long_name_is_broken_and_nothing_is_cut() -> None:
    name = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某某镇"
    figure = draw([rate(name, "98"), rate("乙镇", "97")])
    assert figure.layout.yaxis.ticktext[0].replace("<br>", "") == name
    assert "<br>" in figure.layout.yaxis.ticktext[0]
    assert figure.layout.margin.l > 200


def test_sixty_places_have_a_row_each() -> None:
    figure = draw([rate(f"第{at}号镇", str(40 + at)) for at in range(60)])
    assert len(figure.layout.yaxis.ticktext) == len(set(figure.layout.yaxis.tickvals)) == 60
    assert figure.layout.height > 60 * 28


def test_more_bars_than_can_be_read_are_cut_with_a_word() -> None:
    figure = draw([rate(f"第{at}号镇", str(at / 2)) for at in range(130)])
    assert len(figure.layout.yaxis.ticktext) == 120
    assert figure.layout.yaxis.ticktext[0] == "第129号镇"
    assert "共 130 个数值，只画出前 120 个" in words(figure)


def test_a_failed_file_is_listed() -> None:
    tables = tables_of(rate("甲镇", "98"), rate("乙镇", "97"), failures=[Failure("坏.pdf", FaultKind.EMPTY)])
    assert "无法读取 1（坏.pdf）" in words(ranking.draw(tables, RATE, made=MADE))


def test_english() -> None:
    said = words(draw(YEAR, lang="en"))
    assert "success rate: comparison of places" in said
    assert "4 of 5 reports give it" in said
    assert "not mentioned 1 (戊镇)" in said
    assert not set("份个名") & set(said.replace("戊镇", ""))


def test_the_unit_in_english() -> None:
    held = [extraction(f"镇{at}", 2020, Given("cases", str(at))) for at in range(3)]
    assert "unit: cases or items (件)" in words(draw(held, Selection(("cases",)), "en"))
    assert "unit: % ·" in words(draw(YEAR, lang="en"))


def test_the_seeds_are_drawn(tables: Tables) -> None:
    # Every sixth indicator: enough of each theme, and few enough to be quick.
    for indicator in list(tables.catalog.indicators)[::6]:
        figure = ranking.draw(tables, Selection((indicator,)), made=MADE)
        assert tables.catalog.stamp in words(figure)


def test_the_seeds_side_by_side(tables: Tables) -> None:
    figure = ranking.draw(tables, Selection(("mediation_success_rate",)), made=MADE)
    found = labels(figure)
    assert found["中峰镇 2020"] == "≥95%"
    assert found["清溪镇 2021"] == "98.3%"


def test_two_places_of_one_name_have_a_bar_each() -> None:
    held = [
        extraction(town("甲镇", "甲县"), 2020, Given("success_rate", "90"), doc_id="a.txt"),
        extraction(town("甲镇", "乙县"), 2020, Given("success_rate", "80"), doc_id="b.txt"),
    ]
    assert labels(draw(held)) == {"甲镇（甲县）": "90% · 第 1 名", "甲镇（乙县）": "80% · 第 2 名"}


# ---- like with like ----

UNLIKE = [extraction("甲镇", 2020, Given("success_rate", "90", base="应诉")), extraction("乙镇", 2020, Given("success_rate", "99", base="开庭")), extraction("丙镇", 2020, Given("success_rate", "95", base="应诉"))]  # fmt: skip


def test_figures_of_different_bases_stand_under_headings_of_their_own() -> None:
    said = words(draw(UNLIKE))
    assert "口径：应诉（2 个数值）" in said
    assert "口径：开庭（1 个数值）" in said
    assert "比率的分母口径不同（应诉、开庭），不同口径之间不比。" in said
    assert "99% · 第" not in said


def test_figures_of_different_bases_are_mixed_only_where_the_reader_confirmed_it_and_the_figure_says_so() -> None:
    said = words(draw(UNLIKE, replace(RATE, together=True)))
    assert "口径：应诉" not in said
    assert "经使用者确认，放在一起比较。" in said
    assert "99% · 第 1 名" in said


def test_a_borrowed_year_is_printed_at_the_bar_and_in_the_words_and_ranks_nothing() -> None:
    held = [rate("甲镇", "90", 2019), extraction("甲镇", 2020), rate("乙镇", "95"), rate("丙镇", "97")]
    of_year = Selection(("success_rate",), years=(2020,))
    assert labels(draw(held, of_year)) == {"丙镇": "97% · 第 1 名", "乙镇": "95% · 第 2 名"}
    borrowed = draw(held, replace(of_year, borrow=1))
    assert labels(borrowed) == {"丙镇": "97%", "乙镇": "95%", "甲镇": "90%（2019 年）"}
    assert "1 处空白借用邻近年份的数值（甲镇 2019→2020），不排名次。" in words(borrowed)
    assert "3 份报告中 2 份给出" in words(borrowed)
