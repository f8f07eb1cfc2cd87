"""charts/coverage.py: every cell says what the report gives, each kind of blank by a word and a colour of its own."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go
import pytest
from samples import Given, Refused, county, extraction, tables_of

from charts import coverage
from charts._colours import LIGHT
from extract.errors import Failure, FaultKind
from extract.model import Basis, Extraction, Qualifier, Reason
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import VALUE, Selection

MADE = date(2026, 11, 21)
LONG = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某某镇"


def the_tables() -> Tables:
    return tables_of(
        extraction(
            "甲镇",
            2020,
            Given("success_rate", "95", qualifier=Qualifier.MIN),
            Given("cases", "0", basis=Basis.IMPLIED),
            Given("sessions", "3", main=False, scope="一所"),
        ),
        extraction(
            county("甲县"),
            2020,
            Given("cases", "0"),
            refused=[Refused("success_rate", "90", "力争90%", Reason.PLAN)],
            mentioned={"loss_rate": "降低败诉率"},
        ),
        failures=[Failure("坏.pdf", FaultKind.EMPTY)],
    )


def draw(tables: Tables, selection: Selection | None = None, lang: str = "zh", **size: int) -> go.Figure:
    return coverage.draw(tables, selection or Selection(), lang=lang, made=MADE, **size)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def grid(figure: go.Figure) -> dict[tuple[str, str], str]:
    """The word of each cell by (indicator's label, column's label)."""
    rows = dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))
    marks = figure.data[1]
    return {
        (rows[y], figure.layout.xaxis.ticktext[x].replace("<br>", " ")): text
        for x, y, text in zip(marks.x, marks.y, marks.text, strict=True)
    }


def test_the_word_of_every_cell() -> None:
    assert grid(draw(the_tables())) == {
        ("调解成功率 (%)", "甲县 2020"): "未采用",
        ("调解成功率 (%)", "甲镇 2020"): "≥95%",
        ("调解成功率 (%)", "坏.pdf"): "无法读取",
        ("行政诉讼败诉率 (%)", "甲县 2020"): "提及无数",
        ("行政诉讼败诉率 (%)", "甲镇 2020"): "不适用",
        ("行政诉讼败诉率 (%)", "坏.pdf"): "无法读取",
        ("行政诉讼案件数 (件)", "甲县 2020"): "0",
        ("行政诉讼案件数 (件)", "甲镇 2020"): "0（推断）",
        ("行政诉讼案件数 (件)", "坏.pdf"): "无法读取",
        ("法治培训次数 (次)", "甲县 2020"): "未提及",
        ("法治培训次数 (次)", "甲镇 2020"): "仅部分",
        ("法治培训次数 (次)", "坏.pdf"): "无法读取",
    }


def test_a_hole_between_two_years_is_a_column_without_a_report() -> None:
    figure = draw(tables_of(extraction("甲镇", 2019), extraction("甲镇", 2021)), Selection(("cases",)))
    assert list(grid(figure).values()) == ["未提及", "无报告", "未提及"]


def test_every_state_has_a_word_and_a_colour_of_its_own() -> None:
    states = {VALUE, "zero", *map(str, BlankCause)}
    assert set(LIGHT.cells) == states


def test_the_colour_of_a_cell_is_that_of_its_state() -> None:
    figure = draw(the_tables(), Selection(("success_rate",)))
    heat = figure.data[0]
    states = list(LIGHT.cells)
    assert [[None if found is None else states[int(found)] for found in row] for row in heat.z] == [
        [None, None, None],
        ["refused", VALUE, "unreadable"],
    ]
    # Each state's band of the scale holds its own colour from end to end.
    bands = list(zip(heat.colorscale[::2], heat.colorscale[1::2], strict=True))
    assert [(first[1], last[1]) for first, last in bands] == [(colour, colour) for colour, _ in LIGHT.cells.values()]
    assert [round((first[0] + last[0]) / 2 * len(states) - 0.5) for first, last in bands] == list(range(len(states)))
    assert (heat.zmin, heat.zmax) == (-0.5, len(states) - 0.5)


def test_the_counts_stand_at_the_right_without_files_that_failed() -> None:
    figure = draw(the_tables())
    counts = [found.text for found in figure.layout.annotations if found.x == 1]
    assert counts == ["给出", "1/2", "0/2", "2/2", "0/2"]


def test_the_legend_counts_the_cells_of_each_state() -> None:
    boxes = {found.text: found.bgcolor for found in draw(the_tables()).layout.annotations if found.bordercolor}
    assert list(boxes) == ["有数值 1", "数值为零 2", "仅部分 1", "未采用 1", "提及无数 1", "未提及 1", "不适用 1", "无法读取 4"]
    assert len(set(boxes.values())) == 8


def test_themes_are_headings_and_the_levels_are_named() -> None:
    said = words(draw(the_tables()))
    assert "<b>矛盾纠纷化解</b>" in said
    assert "<b>行政诉讼</b>" in said
    assert "2 份报告 × 4 个指标，3 格有数值（含零）" in said
    assert "包含不同层级（县级、乡镇级）" in said
    assert "各地自行报告，口径未经统一，未报告不等于没有。" in said


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", ["文件无法读取", "文件是空的"]), ("en", ["the file could not be read", "the file is empty"])],
)
def test_an_unreadable_file_says_what_is_wrong_with_it_when_pointed_at(lang: str, said: list[str]) -> None:
    tables = tables_of(extraction("甲镇", 2020), failures=[Failure("<坏>.pdf", FaultKind.EMPTY)])
    figure = coverage.draw(tables, Selection(("success_rate",)), lang=lang)
    hovers = [hover for trace in figure.data if trace.name == "cells" for hover in trace.hovertext]
    assert "&lt;坏&gt;.pdf" in hovers[-1]
    assert hovers[-1].split("<br>")[-2:] == said


def test_cells_carry_their_evidence_and_nothing_where_there_is_none() -> None:
    figure = draw(the_tables(), Selection(("success_rate", "sessions")))
    assert [tuple(found) for found in figure.data[1].customdata] == [
        ("甲县_2020.txt", len("cases为0。"), len("cases为0。力争90%")),
        ("甲镇_2020.txt", 0, len("success_rate为95")),
        (None, None, None),
        (None, None, None),
        ("甲镇_2020.txt", len("success_rate为95。cases为0。"), len("success_rate为95。cases为0。sessions为3")),
        (None, None, None),
    ]


def test_pointing_at_a_blank_tells_its_cause_and_its_passage() -> None:
    hover = draw(the_tables(), Selection(("success_rate",))).data[1].hovertext[0]
    assert "报告中有相近数字，经判断未采用" in hover
    assert "属于计划或打算" in hover
    assert "力争90%" in hover


def test_sixty_columns_hold_codes_that_the_legend_explains() -> None:
    held = [extraction(f"第{at}号镇", 2020, *([Given("cases", str(at))] if at % 2 else [])) for at in range(60)]
    figure = draw(tables_of(*held), Selection(("cases",)), width=1500)
    assert set(grid(figure).values()) == {"●", "未"}
    assert "● 有数值 30" in words(figure)
    assert "未 未提及 30" in words(figure)
    assert figure.layout.xaxis.tickangle == -90
    assert (figure.layout.width - figure.layout.margin.l - figure.layout.margin.r) / 60 >= 14


MANY = tables_of(*(extraction(f"第{at:02}号镇", 2020, Given("cases", str(at + 1))) for at in range(70)))


def test_more_columns_than_a_picture_can_hold_are_cut_with_a_word() -> None:
    figure = draw(MANY, Selection(("cases",)), width=1500, height=800)
    assert len(figure.layout.xaxis.ticktext) == 60
    assert "共 70 列，只画出前 60 列" in words(figure)


@pytest.mark.parametrize(("width", "expected"), [(900, 3), (1900, 1), (380, 9)])
def test_a_page_shows_every_column_run_by_run(width: int, expected: int) -> None:
    found = coverage.runs(MANY, Selection(("cases",)), width)
    assert [at for run in found for at in run] == list(range(70))
    assert len(found) == expected
    seen: list[str] = []
    for part, run in enumerate(found, 1):
        figure = draw(MANY, Selection(("cases",)), width=width, part=part)
        heads = [label.replace("<br>", "") for label in figure.layout.xaxis.ticktext]
        assert len(heads) == len(run)
        seen += heads
        told = f"共 70 列，这里是第 {run.start + 1} 至 {run.stop} 列"
        assert (told in words(figure)) is (expected > 1)
        assert f"有数值 {len(run)}" in words(figure)
        twin = coverage.table(MANY, Selection(("cases",)), run=run)
        assert [name.replace(" ", "") for name in twin.heads[2:]] == [name.replace(" ", "") for name in heads]
        assert twin.rows[0][2:] == tuple(float(at + 1) for at in run)
    assert [name.replace(" ", "") for name in seen] == [f"第{at:02}号镇2020" for at in range(70)]


def test_nothing_is_one_run() -> None:
    assert coverage.runs(tables_of(), Selection(), 900) == [range(0)]


@pytest.mark.parametrize("count", [1, 5, 20])
def test_long_names_are_whole(count: int) -> None:
    held = [extraction(f"{LONG}{at}", 2020) for at in range(count)]
    figure = draw(tables_of(*held), Selection(("cases",)))
    shown = [label.replace("<br>", "").replace(" ", "") for label in figure.layout.xaxis.ticktext]
    assert sorted(shown) == sorted(f"{LONG}{at}2020" for at in range(count))


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "%{x}", "=1+1", "$a$"])
def test_hostile_names_are_shown_letter_by_letter(name: str) -> None:
    figure = draw(tables_of(extraction(name, 2020, Given("cases", "4", f"{name}办案4件"))))
    texts = [*figure.layout.xaxis.ticktext, words(figure), *figure.data[1].hovertext, *figure.data[1].text]
    joined = "".join(text.replace("<br>", "").replace("<b>", "").replace("</b>", "") for text in texts)
    assert "<" not in joined
    assert "$" not in joined
    assert figure.data[1].texttemplate is None


NOTHING: list[tuple[list[Extraction], Selection, str]] = [
    ([], Selection(), "还没有读入任何报告"),
    ([extraction("甲镇", 2020)], Selection(years=(1999,)), "现有 1 份报告，年份为 2020"),
    ([extraction("甲镇", 2020)], Selection(("no_such",)), "没有“no_such”"),
]


@pytest.mark.parametrize(("held", "selection", "sentence"), NOTHING, ids=["no report", "a year of none", "no such indicator"])
def test_nothing_to_draw_is_said_in_words(held: list[Extraction], selection: Selection, sentence: str) -> None:
    figure = draw(tables_of(*held), selection)
    assert not figure.data
    assert sentence in words(figure)


def test_one_cell() -> None:
    assert grid(draw(tables_of(extraction("甲镇", 2020)), Selection(("cases",)))) == {
        ("行政诉讼案件数 (件)", "甲镇 2020"): "未提及"
    }


def test_english() -> None:
    figure = draw(the_tables(), lang="en")
    assert grid(figure)[("success rate (%)", "甲镇 2020")] == "≥95%"
    assert grid(figure)[("success rate (%)", "甲县 2020")] == "figure not taken"
    assert "Which indicators each report gives" in words(figure)


def test_the_seeds_show_every_indicator_in_words(tables: Tables) -> None:
    figure = draw(tables)
    assert len(figure.layout.yaxis.ticktext) == len(tables.catalog.indicators)
    assert len(figure.layout.xaxis.ticktext) == 5
    shown = grid(figure)
    assert len(shown) == 5 * len(tables.catalog.indicators)
    assert shown[("调解成功率 (%)", "中峰镇 2020")] == "≥95%"
