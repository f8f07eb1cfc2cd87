"""charts/funnel.py: rates with a known base and no others; limits only where there are enough; who stands outside is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest
from samples import Given, computed, county, extraction, tables_of

from charts import funnel
from charts._beside import Beside, labels_beside
from charts._limits import round_sizes
from charts._style import Sheet
from extract.model import Extraction, Qualifier
from panel.funnel import limits_at
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE = Selection(("success_rate",))
# Six places at 90% of 100 cases, one far below, one at all of three.
SIX = [computed(f"镇{at}", 2020, 90, "100件") for at in range(6)]
FAR, FEW = computed("远镇", 2020, 60, "100件"), computed("少镇", 2020, 3, "3件")


def draw(held: list[Extraction], selection: Selection = RATE, lang: str = "zh", width: int = 1000) -> go.Figure:
    return funnel.draw(tables_of(*held), selection, lang=lang, made=MADE, width=width)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def marks(figure: go.Figure) -> dict[str, tuple[float, float, str]]:
    """By report: size, rate, symbol."""
    found = next(trace for trace in figure.data if trace.name == "rates")
    names = [one[0].removesuffix("_2020.txt") for one in found.customdata]
    return dict(zip(names, zip(found.x, found.y, found.marker.symbol, strict=True), strict=True))


def test_each_rate_stands_at_its_base() -> None:
    figure = draw([*SIX, FAR, FEW])
    assert marks(figure) == {
        **{f"镇{at}": (100.0, 90.0, "circle") for at in range(6)},
        "远镇": (100.0, 60.0, "square"),
        "少镇": (3.0, 100.0, "circle-open"),
    }
    assert figure.layout.xaxis.type == "log"
    assert "8 个数值中 8 个的分母见于同一份报告，画在图中。" in words(figure)


def test_the_limits_are_those_of_the_pooled_rate() -> None:
    figure = draw([*SIX, FAR, FEW])
    pooled = (6 * 90 + 60 + 3) / 703 * 100
    lines = {trace.name: trace for trace in figure.data if trace.mode == "lines"}
    assert set(lines) == {"outer_low", "inner_low", "inner_high", "outer_high", "pooled"}
    assert list(lines["pooled"].y) == pytest.approx([pooled] * 2)
    for of in ("outer_low", "inner_low", "inner_high", "outer_high"):
        assert list(lines[of].y) == pytest.approx([getattr(limits_at(size, pooled), of) for size in lines[of].x])
    assert lines["inner_low"].line.dash == "dash" != lines["outer_low"].line.dash
    assert "横线：合计比率 85.8%" in words(figure)


def test_who_stands_outside_is_named_with_figures_and_who_does_not_is_not() -> None:
    figure = draw([*SIX, FAR, FEW])
    said = words(figure)
    assert "99.8% 线外 1 处：远镇 60%（100件）。" in said
    assert "\n95% 线外" not in said
    assert "8 处中仅凭偶然也约有 0.4 处落在 95% 线外" in said
    assert [found.text for found in figure.layout.annotations if found.text == "远镇"] == ["远镇"]
    assert "Spiegelhalter" in said


def test_a_small_base_is_hollow_and_twenty_is_not_small() -> None:
    found = marks(draw([*SIX, computed("九镇", 2020, 18, "19件"), computed("十镇", 2020, 18, "20件")]))
    assert (found["九镇"][2], found["十镇"][2]) == ("circle-open", "circle")


def test_rates_without_a_known_base_are_listed_and_not_drawn() -> None:
    held = [*SIX, extraction("无镇", 2020, Given("success_rate", "50"), Given("cases", "20")), computed("约镇", 2020, 38, "40余件"), extraction("静镇", 2020)]
    figure = draw(held)
    assert set(marks(figure)) == {f"镇{at}" for at in range(6)}
    assert "分母未知 2 处，未画：约镇、无镇。" in words(figure) or "分母未知 2 处，未画：无镇、约镇。" in words(figure)
    assert "无数值 1 处：未提及 1（静镇）" in words(figure)


def test_a_bound_is_a_bar_that_enters_no_pooled_rate_and_may_stay_open() -> None:
    bound = computed("约镇", 2020, 50, "100件")
    figure = draw([*SIX, replace(bound, readings=(replace(bound.readings[0], qualifier=Qualifier.MIN),))])
    assert "合计比率 90%" in words(figure)
    assert marks(figure)["约镇"] == (100.0, 50.0, "triangle-up")
    bars = next(trace for trace in figure.data if trace.name == "intervals")
    assert (list(bars.x), list(bars.y), list(bars.error_y.array)) == ([100.0], [50.0], [50.0])
    assert "线外 1 处" not in words(figure)
    assert not [trace for trace in draw([*SIX, FAR]).data if trace.name == "intervals"]


def test_of_few_rates_there_are_no_limits() -> None:
    figure = draw([*SIX[:3], FAR])
    assert [trace.name for trace in figure.data] == ["rates"]
    assert {mark[2] for mark in marks(figure).values()} == {"circle"}
    assert "不足 5 个确数，不画控制线。" in words(figure)
    assert "线外" not in words(figure)


def test_where_all_are_at_100_chance_has_nothing_to_spread() -> None:
    figure = draw([computed(f"镇{at}", 2020, 100, "100件") for at in range(6)])
    assert [trace.name for trace in figure.data] == ["rates"]
    assert "确数全部为 100%，偶然无从分散，不画控制线。" in words(figure)
    assert "6 个数值中有 6 个为 100%" in words(figure)


def test_marks_on_one_another_are_counted_and_named_and_each_leads_to_its_own_sentence() -> None:
    figure = draw([*SIX, FAR])
    assert [found.text for found in figure.layout.annotations if found.text.startswith("×")] == ["×6"]
    trace = next(trace for trace in figure.data if trace.name == "rates")
    hovers = dict(zip([one[0] for one in trace.customdata], trace.hovertext, strict=True))
    assert "此处重叠 6 处：镇0、镇1、镇2、镇3、镇4、镇5" in hovers["镇3_2020.txt"]
    assert "重叠" not in hovers["远镇_2020.txt"]
    assert "分母：100件" in hovers["远镇_2020.txt"]
    assert {tuple(one) for one in trace.customdata} == {
        (f"{name}_2020.txt", 0, len("受理100件，办成90件")) for name in ("远镇", *(f"镇{at}" for at in range(6)))
    }


def test_several_years_are_warned_of_and_named() -> None:
    held = [*SIX, *(computed("远镇", year, 60, "100件") for year in (2020, 2021))]
    said = words(draw(held))
    assert "不同年份" in said
    assert "远镇 2020 60%（100件）、远镇 2021 60%（100件）" in said
    assert "不同年份" not in words(draw([*SIX, FAR]))


def test_a_borrowed_year_is_told_and_none_where_none_is_asked_for() -> None:
    held = [*SIX, computed("甲镇", 2019, 38, "40件"), extraction("甲镇", 2020)]
    of_year = replace(RATE, years=(2020,))
    borrowed = "1 处空白借用邻近年份的数值（甲镇 2019→2020），不排名次。"
    assert borrowed in words(draw(held, replace(of_year, borrow=1)))
    assert "借用" not in words(draw(held, of_year))


def test_levels_and_bases_are_warned_of() -> None:
    said = words(draw([*SIX, computed(county("甲县"), 2020, 60, "100件", base="应诉")]))
    assert "不同层级" in said
    assert "比率的分母口径不同（未说明、应诉）" in said


def test_the_outermost_are_never_among_those_cut() -> None:
    figure = draw([*(computed(f"第{at}号镇", 2020, 90, "100件") for at in range(125)), FAR])
    assert len(marks(figure)) == 120
    assert "远镇" in marks(figure)
    assert "共 126 处，只画出前 120 处；请少选几个地区或年份。" in words(figure)


NOTHING = [
    pytest.param([], Selection(), "还没有选择指标", id="no indicator"),
    pytest.param([], RATE, "还没有读入任何报告", id="no report"),
    pytest.param([*SIX, extraction("甲镇", 2020, Given("cases", "5"))], Selection(("cases",)), "“行政诉讼案件数”不是比率", id="a count"),
    pytest.param([extraction("甲镇", 2020, Given("success_rate", "95"))], RATE, "现有报告里没有一个比率写明分母。", id="no base at all"),
    pytest.param([*SIX, extraction("甲镇", 2021)], Selection(RATE.indicators, years=(2021,)), "都没有给出“调解成功率”的数值", id="no value"),
    pytest.param([*SIX, extraction("甲镇", 2020, Given("loss_rate", "5"))], Selection(("loss_rate",)), "可以这样画的指标（有分母的报告数）：调解成功率 6。", id="others have bases"),
]  # fmt: skip


@pytest.mark.parametrize(("held", "selection", "said"), NOTHING)
def test_with_nothing_to_draw_it_says_why_and_what_can_be_drawn(held: list[Extraction], selection: Selection, said: str) -> None:
    figure = draw(held, selection)
    assert not figure.data
    assert said in words(figure)


def test_texts_that_find_no_room_are_left_out() -> None:
    wanted = [Beside("甲镇", 100, 50, 90, above=True), Beside("乙镇", 110, 52, 90, above=True), Beside("丙镇", 110, 52, 90, above=False)]
    assert [found["text"] for found in labels_beside(wanted, 300, Sheet())] == ["甲镇", "丙镇"]
    edge = labels_beside([Beside("甲镇", 298, 50, 90, above=True)], 300, Sheet())
    assert edge[0]["x"] == pytest.approx((300 - 24) / 300)
    assert labels_beside([Beside("甲镇" * 20, 150, 50, 90, above=True)], 300, Sheet()) == []


SIZES = [((0.8, 12.0), 900.0, [1, 2, 5, 10]), ((0.8, 900.0), 250.0, [1, 10, 100]), ((6.5, 9.5), 300.0, [8])]


@pytest.mark.parametrize(("ends", "across", "expected"), SIZES)
def test_round_sizes(ends: tuple[float, float], across: float, expected: list[float]) -> None:
    assert round_sizes(ends, across) == expected
