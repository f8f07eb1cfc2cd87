"""charts/spine.py: one place among its peers, on a scale of its own in each row; nothing is drawn that too few give."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go
import pytest
from samples import Given, extraction, tables_of

from charts import spine
from charts._tokens import WIDTH
from extract.model import Extraction, Qualifier
from panel.selection import Selection

MADE = date(2026, 11, 21)


def town(name: str, rate: str | None, cases: str | None = None, qualifier: Qualifier = Qualifier.EXACT) -> Extraction:
    given = [] if rate is None else [Given("success_rate", rate, qualifier=qualifier)]
    return extraction(name, 2020, *given, *([] if cases is None else [Given("cases", cases)]))


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
