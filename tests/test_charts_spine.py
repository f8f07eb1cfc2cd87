"""charts/spine.py: one place among its peers, on a scale of its own in each row; nothing is drawn that too few give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import plotly.graph_objects as go
import pytest
from samples import Given, extraction, tables_of

from charts import spine
from charts._text import unescape, width_of
from charts._tokens import WIDTH
from extract.model import Extraction, Qualifier
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)


def town(name: str, rate: str | None, cases: str | None = None, qualifier: Qualifier = Qualifier.EXACT) -> Extraction:
    given = [] if rate is None else [Given("success_rate", rate, qualifier=qualifier)]
    return extraction(name, 2020, *given, *([] if cases is None else [Given("cases", cases, qualifier=qualifier if rate is None else Qualifier.EXACT)]))


TOWNS = [
    town("甲镇", "95", "7"), town("乙镇", "90", "3"), town("丙镇", "98", "9"), town("丁镇", "96", "5"), town("戊镇", None, "6"),
]  # fmt: skip


def draw(*held: Extraction, place: str = "甲镇", lang: str = "zh", width: int = WIDTH, year: int | None = 2020) -> go.Figure:
    """The profile of a place whose peers are all others that are held."""
    others = [e.report.locality.name for e in held if e.report.locality and e.report.locality.name != place]
    years = () if year is None else (year,)
    return spine.draw(tables_of(*held), Selection(places=(place, *others), years=years), lang=lang, made=MADE, width=width)


def words(figure: go.Figure) -> str:
    return "\n".join(annotation.text.replace("<br>", "") for annotation in figure.layout.annotations)


def test_each_row_has_its_own_scale() -> None:
    figure = draw(*TOWNS)
    (marks,) = figure.data
    # 调解成功率 95 between 90 and 98, 行政诉讼案件数 7 between 3 and 9, in the order of the themes.
    assert sorted(marks.x) == pytest.approx(sorted([(95 - 90) / 8, (7 - 3) / 6]))
    said = words(figure)
    assert all(end in said for end in ("90%", "98%", "<b>95%</b>", "<b>7</b>"))
    assert "第 3 名，共 4 个" in said
    assert "同类 4 中 3 给出" in said
    assert "不排名：大小无优劣" in said
    assert [evidence[0] for evidence in marks.customdata] == ["甲镇_2020.txt"] * 2


def test_a_median_that_bounds_leave_open_is_a_band() -> None:
    def median(*held: Extraction) -> float:
        shapes = [shape for shape in draw(*held).layout.shapes if shape.y1 - shape.y0 == 20]
        return float(shapes[0].x1 - shapes[0].x0)

    sharp = [TOWNS[0], town("乙镇", "90"), town("丙镇", "98"), town("丁镇", "96")]
    assert median(*sharp) < 0.01
    assert median(*sharp[:3], town("丁镇", "92", qualifier=Qualifier.MIN)) > 0.1


def test_what_too_few_peers_give_is_listed_and_not_drawn() -> None:
    figure = draw(town("甲镇", "95", "7"), town("乙镇", "90"), town("丙镇", "98"), town("丁镇", "96"))
    assert len(figure.data[0].x) == 1
    assert "不足 3 个同类给出，未画：行政诉讼案件数 7" in words(figure)


def test_what_most_peers_give_and_the_place_does_not_is_told_with_its_cause() -> None:
    assert "半数以上同类给出而本地没有：未提及（行政诉讼案件数 3/3）" in words(draw(town("甲镇", "95"), *TOWNS[1:4]))


def test_nobody_but_the_named_is_a_peer() -> None:
    figure = spine.draw(tables_of(*TOWNS), Selection(places=("甲镇",), years=(2020,)), made=MADE)
    assert "没有同类地区当年的报告" in words(figure)
    assert not figure.data
    two = spine.draw(tables_of(*TOWNS), Selection(places=("甲镇", "乙镇", "丙镇", "丁镇"), years=(2020,)), made=MADE)
    assert "3 个当年有报告的地区" in words(two)


EMPTY = [
    pytest.param(TOWNS[:1], "甲镇", 2020, "没有同类地区当年的报告", id="no peer"),
    pytest.param(TOWNS, "甲镇", 2019, "请选择一个有报告的地区和年份", id="no report of the year"),
    pytest.param(TOWNS, "没有", None, "请选择一个有报告的地区和年份", id="no such place"),
    pytest.param([], "甲镇", None, "请选择一个有报告的地区和年份", id="no reports"),
]


@pytest.mark.parametrize(("held", "place", "year", "said"), EMPTY)
def test_with_nothing_to_draw_it_says_why(held: list[Extraction], place: str, year: int | None, said: str) -> None:
    figure = draw(*held, place=place, year=year)
    assert said in words(figure)
    assert not figure.data


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [300, 390, WIDTH])
def test_nothing_stands_outside_the_figure(lang: str, width: int) -> None:
    figure = draw(*TOWNS, lang=lang, width=width)
    assert figure.layout.width == width
    assert figure.layout.margin.l + figure.layout.margin.r < width - 60
    assert draw(*TOWNS, year=None).data


def boxes(figure: go.Figure) -> list[tuple[str, float, float, float, float]]:
    """The words at the rows with the pixels where they begin and end, across and downwards (LINE pixels a line)."""
    margin, (low, high) = figure.layout.margin, figure.layout.yaxis.range
    across, down = (
        figure.layout.width - margin.l - margin.r,
        figure.layout.height - margin.t - margin.b,
    )
    found = []
    for label in figure.layout.annotations:
        if label.yref == "paper":
            continue
        lines = label.text.split("<br>")
        wide = max(width_of(unescape(line.replace("<b>", "").replace("</b>", "")), label.font.size) for line in lines)
        start = {"left": 0.0, "center": wide / 2, "right": wide}[label.xanchor]
        left = margin.l + label.x * across + (label.xshift or 0) - start
        top = (label.y - high) / (low - high) * down - (0 if label.yanchor == "top" else 15 * len(lines) / 2)
        found.append((label.text, left, left + wide, top, top + 15 * len(lines)))
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [300, 380, 530, 583, 610, 730, 760])
def test_no_span_stands_without_its_ends_and_no_words_on_others(width: int, lang: str) -> None:
    named = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某某镇"
    figure = draw(*TOWNS, town(named, "95", "1234567"), lang=lang, width=width, place=named)
    said = words(figure)
    many = "1,234,567" if lang == "en" else "1234567"
    # Of cases: 3 to 1234567 beside 4 of 5 peers' figures, and no rank.
    told = ("3", many, "90%", "98%", "rank 3 of 5, shared", "4 of 5 peers give it", "no rank: no better or worse")
    if lang == "zh":
        told = ("3", many, "90%", "98%", "并列第 3 名，共 5 个", "同类 5 中 4 给出", "不排名：大小无优劣")
    lines = said.split("\n")
    assert [end for end in told[:4] if end not in lines] == []
    assert [one for one in told[4:] if one.replace(" ", "") not in said.replace(" ", "")] == []
    placed = boxes(figure)
    assert min(left for _, left, *_ in placed) >= 0
    assert max(right for _, _, right, *_ in placed) <= width
    for (_, left, right, top, bottom), (_, start, end, above, below) in combinations(placed, 2):
        assert right <= start or end <= left or bottom <= above or below <= top


def test_a_heading_of_several_lines_has_its_height() -> None:
    figure = spine.draw(long_theme(), Selection(places=("甲镇", "乙镇", "丙镇", "丁镇")), made=MADE, width=300)
    placed = boxes(figure)
    assert sum(text.startswith("<b>很长") and "<br>" in text for text, *_ in placed) == 2
    for (_, left, right, top, bottom), (_, start, end, above, below) in combinations(placed, 2):
        assert right <= start or end <= left or bottom <= above or below <= top


def long_theme() -> Tables:
    tables = tables_of(*TOWNS)
    themes = {key: replace(theme, name="很长的主题" * 12) for key, theme in tables.catalog.themes.items()}
    return replace(tables, catalog=replace(tables.catalog, themes=themes))


@pytest.mark.parametrize("width", [300, 610, WIDTH])
def test_where_all_say_the_same_words_stand_and_no_span(width: int) -> None:
    same = [town(name, "100", str(at)) for at, name in enumerate(("甲镇", "乙镇", "丙镇", "丁镇"))]
    figure = draw(*same, width=width)
    assert "本地与3个同类均为100%" in words(figure).replace(" ", "")
    rates = next(at for at, evidence in enumerate(figure.data[0].hovertext) if "100%" in evidence)
    assert figure.data[0].x[rates] == 0
    assert not [shape for shape in figure.layout.shapes if shape.y0 <= figure.data[0].y[rates] <= shape.y1]
    assert "均为" not in words(draw(*same[:3], town("丁镇", "99.9"), width=width))
    assert "均为" not in words(draw(town("甲镇", "90"), *same[1:], width=width))


def test_bounds_that_begin_alike_are_not_the_same() -> None:
    open_ended = [town(name, None, "5", Qualifier.MIN) for name in ("甲镇", "乙镇", "丙镇", "丁镇")]
    figure = draw(*open_ended, width=610)
    assert "均为" not in words(figure)
    assert list(figure.data[0].x) == [0]
    assert [line for line in words(figure).split("\n") if line in ("5", "▷", "5▷")] == ["5", "▷"]
