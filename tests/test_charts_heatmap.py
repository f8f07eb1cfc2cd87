"""charts/heatmap.py: the value in every cell, a colour only where ranks are sound, a code for each kind of blank, one year."""

from __future__ import annotations

import re
from datetime import date

import plotly.graph_objects as go
import pytest
from samples import Given, Refused, county, extraction, small_catalog, tables_of

from charts import heatmap
from charts._colours import LIGHT
from extract.errors import Failure, FaultKind
from extract.model import Basis, Extraction, Qualifier, Reason
from panel.blanks import BlankCause
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
RATE, BOTH = Selection(("success_rate",)), Selection(("success_rate", "cases"))
EIGHT = ["97", "96", "95", "94", "93", "92", "91", "90"]
LONG = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某某镇"


def towns(values: list[str | None], indicator: str = "success_rate", year: int = 2020) -> list[Extraction]:
    """Towns 镇0, 镇1 … with a figure each, "95+" for at least 95; None gives none."""
    return [extraction(f"镇{at}", year, *([] if value is None else [told(indicator, value)])) for at, value in enumerate(values)]


def told(indicator: str, value: str) -> Given:
    return Given(indicator, value.rstrip("+"), qualifier=Qualifier.MIN if value.endswith("+") else Qualifier.EXACT)


def every_blank() -> Tables:
    return tables_of(
        extraction("甲镇", 2020, Given("cases", "0", basis=Basis.IMPLIED), Given("sessions", "3", main=False, scope="一所")),
        extraction(county("甲县"), 2020, refused=[Refused("success_rate", "90", "力争90%", Reason.PLAN)], mentioned={"loss_rate": "降低败诉率"}),
        extraction("乙镇", 2019),
        failures=[Failure("坏.pdf", FaultKind.EMPTY)],
    )


def draw(held: list[Extraction] | Tables, selection: Selection = RATE, lang: str = "zh", width: int = 1000, *, dark: bool = False) -> go.Figure:
    tables = tables_of(*held) if isinstance(held, list) else held
    return heatmap.draw(tables, selection, lang=lang, made=MADE, width=width, dark=dark)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def grid(figure: go.Figure) -> dict[tuple[str, str], tuple[str, str]]:
    """(word, ground) of each cell by (place, head of the column)."""
    heat, cells = figure.data
    rows = dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))
    middles = [(low + high) / 2 for low, high in zip(heat.y, heat.y[1:], strict=False)]
    steps = len(heat.colorscale) // 2
    colours = [heat.colorscale[2 * at][1] for at in range(steps)]
    assert (heat.zmin, heat.zmax) == (-0.5, steps - 0.5)
    return {
        (rows[y].replace("<br>", ""), figure.layout.xaxis.ticktext[x].replace("<br>", "")): (text, colours[int(heat.z[middles.index(y)][x])])
        for x, y, text in zip(cells.x, cells.y, cells.text, strict=True)
    }


def column(figure: go.Figure) -> dict[str, tuple[str, str]]:
    """The same of a map of one indicator, by place."""
    return {place: found for (place, _), found in grid(figure).items()}


FIRST, SECOND, THIRD, LAST = (ground for ground, _ in reversed(LIGHT.quarters))
BLANK = LIGHT.cells[BlankCause.TERM_ABSENT][0]


def test_each_quarter_has_its_step_of_one_hue_and_its_sign() -> None:
    assert column(draw(towns(EIGHT))) == {
        "镇0": ("█ 97%", FIRST),
        "镇1": ("█ 96%", FIRST),
        "镇2": ("▆ 95%", SECOND),
        "镇3": ("▆ 94%", SECOND),
        "镇4": ("▄ 93%", THIRD),
        "镇5": ("▄ 92%", THIRD),
        "镇6": ("▂ 91%", LAST),
        "镇7": ("▂ 90%", LAST),
    }


def test_lower_is_first_where_lower_is_better() -> None:
    held = [extraction(county(f"县{at}"), 2020, Given("loss_rate", str(at + 1))) for at in range(8)]
    found = column(draw(held, Selection(("loss_rate",))))
    assert (found["县0"], found["县7"]) == (("█ 1%", FIRST), ("▂ 8%", LAST))


NO_COLOUR = [
    pytest.param(towns(["100"] * 5 + ["90", "91", "92"]), RATE, "不着色：多数为 100%，名次没有意义（调解成功率）", id="ceiling"),
    pytest.param(towns(EIGHT[:7]), RATE, "不着色：同层级不足 8 个数值（调解成功率）", id="few"),
    pytest.param(towns([*EIGHT, *[None] * 9]), RATE, "不着色：给出者不足一半（调解成功率）", id="silence of most"),
    pytest.param(towns(EIGHT, "cases"), Selection(("cases",)), "不着色：无优劣方向（行政诉讼案件数）", id="no direction"),
    pytest.param(towns(EIGHT, "sessions"), Selection(("sessions",)), "不着色：可比性 C 级，仅供展示（法治培训次数）", id="grade C"),
]


@pytest.mark.parametrize(("held", "selection", "said"), NO_COLOUR)
def test_where_ranks_are_forbidden_no_value_has_a_colour(held: list[Extraction], selection: Selection, said: str) -> None:
    figure = draw(held, selection)
    assert said in words(figure)
    assert {ground for _, ground in grid(figure).values()} <= {LIGHT.paper, BLANK}
    assert not any(sign in word for word, _ in grid(figure).values() for sign in "█▆▄▂◇")
    assert "颜色和" not in words(figure)


def test_a_bound_has_its_sign_and_no_quarter_that_it_leaves_open() -> None:
    found = column(draw(towns([*EIGHT[:7], "94+"])))
    assert found["镇7"] == ("◇ ≥94%", LIGHT.paper)
    assert found["镇6"] == ("▂ 91%", LAST)
    sure = column(draw(towns(["97+", *EIGHT[1:]])))
    assert sure["镇0"] == ("█ ≥97%", FIRST)


def test_levels_are_coloured_apart_and_named() -> None:
    figure = draw([*towns(EIGHT), *(extraction(county(f"县{at}"), 2020, Given("success_rate", "99")) for at in range(2))])
    found = column(figure)
    assert (found["县0"], found["镇0"]) == (("99%", LIGHT.paper), ("█ 97%", FIRST))
    said = words(figure)
    assert "包含不同层级（县级、乡镇级）" in said
    assert "同层级不足 8 个数值（调解成功率[县级]）" in said
    assert "<b>县级</b>" in said


def test_each_kind_of_blank_has_a_code_and_no_colour_of_a_quarter() -> None:
    figure = draw(every_blank(), Selection(years=(2020,)))
    assert grid(figure) == {
        ("甲县", "调解成功率 (%)"): ("拒", BLANK),
        ("甲县", "行政诉讼败诉率 (%)"): ("提", BLANK),
        ("甲县", "行政诉讼案件数 (件)"): ("未", BLANK),
        ("甲县", "法治培训次数 (次)"): ("未", BLANK),
        ("乙镇", "调解成功率 (%)"): ("缺", BLANK),
        ("乙镇", "行政诉讼败诉率 (%)"): ("缺", BLANK),
        ("乙镇", "行政诉讼案件数 (件)"): ("缺", BLANK),
        ("乙镇", "法治培训次数 (次)"): ("缺", BLANK),
        ("甲镇", "调解成功率 (%)"): ("未", BLANK),
        ("甲镇", "行政诉讼败诉率 (%)"): ("免", BLANK),
        ("甲镇", "行政诉讼案件数 (件)"): ("0", LIGHT.paper),
        ("甲镇", "法治培训次数 (次)"): ("部", BLANK),
        ("坏.pdf", "调解成功率 (%)"): ("坏", BLANK),
        ("坏.pdf", "行政诉讼败诉率 (%)"): ("坏", BLANK),
        ("坏.pdf", "行政诉讼案件数 (件)"): ("坏", BLANK),
        ("坏.pdf", "法治培训次数 (次)"): ("坏", BLANK),
    }
    boxes = [found.text for found in figure.layout.annotations if found.bordercolor]
    assert boxes == ["有数值，不着色 1", "未 未提及 3", "提 提及无数 1", "拒 未采用 1", "部 仅部分 1", "免 不适用 1", "缺 无报告 4", "坏 无法读取 4"]


def test_each_blank_has_a_code_of_its_own() -> None:
    for lang in ("zh", "en"):
        codes = [heatmap.WORDS.say(f"code.{cause}", lang) for cause in BlankCause]
        assert len(set(codes)) == len(codes) == 7


def test_under_each_column_stands_how_many_give_it() -> None:
    figure = draw(every_blank(), Selection(years=(2020,)))
    total = figure.layout.yaxis.range[0]
    assert [found.text for found in figure.layout.annotations if found.y == total] == ["给出", "0/2", "0/2", "1/2", "0/2"]


def test_columns_stand_by_theme_under_its_name() -> None:
    figure = draw(towns(["90", "91"]), Selection(("cases", "success_rate", "sessions")))
    heads = [head.replace("<br>", "") for head in figure.layout.xaxis.ticktext]
    assert heads == ["调解成功率 (%)", "行政诉讼案件数 (件)", "法治培训次数 (次)"]
    themes = {found.text: found.x for found in figure.layout.annotations if found.xanchor == "center"}
    assert themes == {"矛盾纠纷化解": 0, "行政诉讼": 1.5}
    assert [(round(line.x0, 2), round(line.x1, 2)) for line in figure.layout.shapes] == [(-0.44, 0.44), (0.56, 2.44)]


# ---- one year ----


def test_of_several_years_the_latest_is_drawn_and_said() -> None:
    figure = draw([*towns(EIGHT, year=2019), *towns(["80", "81"], year=2021)])
    said = words(figure)
    assert "各地各项指标：2021 年" in said
    assert "热力图只能画一年：所选有 2019、2021 年，只画最近的 2021 年" in said
    assert column(figure)["镇0"] == ("80%", LIGHT.paper)
    # Who has no report on the drawn year is there, and is not filled in from another.
    assert column(figure)["镇7"] == ("缺", BLANK)


def test_one_year_says_nothing_of_others() -> None:
    figure = draw([*towns(EIGHT, year=2019), *towns(["80", "81"], year=2021)], Selection(("success_rate",), years=(2019,)))
    assert "只能画一年" not in words(figure)
    assert "各地各项指标：2019 年" in words(figure)
    assert column(figure)["镇0"] == ("█ 97%", FIRST)


def test_reports_of_unknown_year_are_not_drawn_and_told() -> None:
    figure = draw([*towns(["90", "91"]), extraction("甲镇", None, Given("success_rate", "99"))])
    assert column(figure)["甲镇"] == ("缺", BLANK)
    assert "1 份报告年份未知，未计入所选年份" in words(figure)


# ---- limits ----


def test_more_indicators_than_can_be_read_are_named_and_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heatmap, "MOST_COLUMNS", 2)
    chosen = draw(towns(["90", "91"], "cases"), Selection(("cases", "sessions", "success_rate", "loss_rate")))
    assert len(chosen.layout.xaxis.ticktext) == 2
    assert "共 4 个指标，只画出 2 个；未画：调解成功率、行政诉讼败诉率" in words(chosen)
    # Where none is chosen, those that most reports give.
    free = draw([*towns(["90", "91"]), extraction("甲镇", 2020, Given("sessions", "3"))], Selection())
    assert [head.replace("<br>", "") for head in free.layout.xaxis.ticktext] == ["调解成功率 (%)", "法治培训次数 (次)"]


def test_more_places_than_can_be_read_are_cut_with_a_word() -> None:
    figure = draw(towns([str(at) for at in range(130)], "cases"), Selection(("cases",)))
    assert len(figure.layout.yaxis.ticktext) == 120
    assert "共 130 个地区，只画出前 120 个" in words(figure)


def test_many_columns_make_the_figure_wider_and_not_its_texts() -> None:
    figure = draw([extraction(LONG, 2020, Given("cases", "1234567"))], Selection(), width=300)
    assert figure.layout.width > 300
    assert draw(towns(["90", "91"]), width=300).layout.width == 300


def test_few_columns_are_not_stretched() -> None:
    figure = draw(towns(["90", "91"]), width=1240)
    assert figure.layout.width - figure.layout.margin.l - figure.layout.margin.r == pytest.approx(150, abs=1)


# ---- marks and words ----


def test_cells_carry_their_evidence_and_say_their_rank() -> None:
    figure = draw(towns([*EIGHT, None]))
    cells = figure.data[1]
    names = [re.match("<b>(镇[0-9])", hover)[1] for hover in cells.hovertext]
    found = dict(zip(names, zip(cells.customdata, cells.hovertext, strict=True), strict=True))
    assert list(found["镇1"][0]) == ["镇1_2020.txt", 0, len("success_rate为96")]
    assert found["镇1"][1].endswith("第 2 名，共 8 个")
    assert list(found["镇8"][0]) == [None, None, None]
    assert "名，共" not in found["镇8"][1]
    assert "名，共" not in draw(towns(EIGHT, "cases"), Selection(("cases",))).data[1].hovertext[0]


def test_caveats_name_their_indicators() -> None:
    held = [
        extraction("甲镇", 2020, Given("success_rate", "95", base="受理数"), Given("cases", "0", basis=Basis.IMPLIED)),
        extraction("乙镇", 2020, Given("success_rate", "90", base="办结数", qualifier=Qualifier.MIN), Given("cases", "2")),
    ]
    said = words(draw(held, BOTH))
    assert "比率的分母口径不同（调解成功率）；≥ ≤ ≈ 为界限或约数（调解成功率）；有由文字推断的数值（行政诉讼案件数）" in said
    assert "可比性 B 级，口径或有出入（行政诉讼案件数）" in said
    assert "注：" not in words(draw(towns(EIGHT)))


NOTHING = [
    pytest.param([], RATE, "还没有读入任何报告", id="no reports"),
    pytest.param(towns(["90"]), Selection(("no_such",)), "没有“no_such”", id="no such indicator"),
    pytest.param(towns(["90"]), Selection(("success_rate",), years=(1999,)), "年份为 2020", id="a year of none"),
    pytest.param([extraction("甲镇", None, Given("success_rate", "9"))], RATE, "年份都未知", id="unknown years alone"),
    pytest.param(towns([None, None]), BOTH, "2020 年的 2 份报告都没有给出所选指标的数值", id="no value"),
    pytest.param(towns([None, None]), BOTH, "行政诉讼案件数：无数值 2 处：未提及 2（镇0、镇1）", id="no value: who and why"),
    pytest.param([*towns([None]), *towns(["91"], year=2019)], Selection(("success_rate",), years=(2020,)), "其他年份或地区有数值：镇0 2019 91%", id="values elsewhere"),
]


@pytest.mark.parametrize(("held", "selection", "said"), NOTHING)
def test_with_nothing_to_draw_it_says_why(held: list[Extraction], selection: Selection, said: str) -> None:
    figure = draw(held, selection)
    assert said in words(figure)
    assert not figure.data


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_names_are_whole_in_both_languages_and_themes(lang: str, dark: bool) -> None:
    figure = draw([extraction(LONG, 2020, Given("cases", "4")), *towns(["5"], "cases")], Selection(("cases",)), lang, 380, dark=dark)
    assert LONG in [label.replace("<br>", "") for label in figure.layout.yaxis.ticktext]
    indicator = small_catalog().indicators["cases"]
    assert (indicator.name if lang == "zh" else indicator.name_en) in figure.layout.xaxis.ticktext[0].replace("<br>", "")
    assert figure.layout.width == 380


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "%{x}", "$a$"])
def test_hostile_names_are_shown_letter_by_letter(name: str) -> None:
    figure = draw([extraction(name, 2020, Given("cases", "4", f"{name}办案4件")), *towns(["5"], "cases")], Selection(("cases",)))
    joined = "".join([*figure.layout.yaxis.ticktext, *figure.data[1].hovertext]).replace("<br>", "").replace("<b>", "").replace("</b>", "")
    assert "<" not in joined
    assert "$" not in joined
