"""charts/_parts.py and every chart on a slide and on paper: one exact size, nothing dropped, everything said."""

from __future__ import annotations

import re
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from samples import Given, computed, extraction, tables_of

from charts import all_charts, ranking
from charts._blocks import Listing, join_names
from charts._parts import evenly, split
from charts._style import Frame, Sheet
from charts._tokens import LABEL_SIZE
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
SLIDE, PAPER, UPRIGHT = (960, 540), (1123, 794), (794, 1123)
# On a slide of 1280 pixels, for which a figure of 960 is drawn, no text may be under 16.
LEAST_TYPE = 12
RATE = Selection(("success_rate",))


def report(place: str, year: int, number: int) -> Any:
    return extraction(place, year, Given("success_rate", str(60 + number % 39)), Given("cases", str(100 + number)))


MANY = tables_of(
    *(report(f"第{at}号镇", year, at) for at in range(30) for year in (2019, 2020)),
    *(extraction(f"没有数值的第{at}号镇", 2020) for at in range(80)),
)
BASED = tables_of(*(computed(f"第{at}号镇", 2020, part, "80件") for at, part in enumerate([40, 41, 79, 78, 80, 77])))


def selection_of(chart: ModuleType) -> Selection:
    name = chart.__name__.removeprefix("charts.")
    if name == "spine":
        return Selection(places=tuple(f"第{at}号镇" for at in range(30)), years=(2020,))
    if name in ("coverage", "ceiling", "heatmap"):
        return Selection(years=(2020,))
    return Selection(("success_rate",), years=() if name in ("trend", "dumbbell", "slope", "multiples") else (2020,))


def tables_for(chart: ModuleType) -> Tables:
    return BASED if chart.__name__ == "charts.funnel" else MANY


def drawn(chart: ModuleType, size: tuple[int, int], part: int = 1, lang: str = "zh") -> Any:
    width, height = size
    return chart.draw(tables_for(chart), selection_of(chart), lang=lang, made=MADE, width=width, height=height, part=part)


def parts_of(chart: ModuleType, size: tuple[int, int], lang: str = "zh") -> list[Any]:
    first = drawn(chart, size, 1, lang)
    return [first, *(drawn(chart, size, part, lang) for part in range(2, first.layout.meta["parts"] + 1))]


def words(figure: Any) -> str:
    return re.sub(r"<[^>]*>", "", "".join(str(found.text).replace("<br>", "") for found in figure.layout.annotations))


@pytest.mark.parametrize("size", [SLIDE, PAPER, UPRIGHT], ids=["slide", "paper", "upright"])
@pytest.mark.parametrize("chart", all_charts(), ids=lambda chart: chart.__name__.removeprefix("charts."))
def test_every_part_has_the_size_and_carries_its_truth(chart: ModuleType, size: tuple[int, int]) -> None:
    figures = parts_of(chart, size)
    for number, figure in enumerate(figures, 1):
        assert (figure.layout.width, figure.layout.height) == size
        told = words(figure)
        assert "来源：" in told
        assert "指标目录9.9(0a1b2c3d)" in told.replace(" ", "")
        assert "各地自行报告" in told
        if len(figures) > 1 and number < len(figures):
            assert f"第 {number} 张，共 {len(figures)} 张" in told
    fonts = [found.font.size for figure in figures for found in figure.layout.annotations]
    assert min(fonts) >= LEAST_TYPE


@pytest.mark.parametrize("name", ["ranking", "dumbbell", "multiples", "slope"])
def test_all_places_stand_on_some_part_once(name: str) -> None:
    chart = next(chart for chart in all_charts() if chart.__name__ == f"charts.{name}")
    found: list[str] = []
    for figure in parts_of(chart, SLIDE):
        labels = figure.layout.yaxis.ticktext or ()
        told = [found.text for found in figure.layout.annotations] if name == "multiples" else labels
        # Below the plot the missing are listed, whose names are others.
        found += re.findall(r"(?<!的)第(\d+)号镇", " ".join(text for text in told if "来源" not in text and "无数值" not in text))
    assert sorted(map(int, found)) == list(range(30))


def ranked(count: int, name: str = "第{}号镇") -> Any:
    tables = tables_of(*(report(name.format(at), 2020, at) for at in range(count)))
    width, height = SLIDE
    return ranking.draw(tables, Selection(("success_rate",), years=(2020,)), made=MADE, width=width, height=height)


def row_pixels(figure: Any) -> float:
    """From the middle of a row to that of the next."""
    bottom, top = figure.layout.yaxis.range
    rows = figure.layout.yaxis.tickvals
    margin = figure.layout.margin
    return float((rows[1] - rows[0]) * (figure.layout.height - margin.t - margin.b) / (bottom - top))


def test_fifteen_bars_stand_closer_and_are_one_slide() -> None:
    figure = ranked(15)
    assert figure.layout.meta["parts"] == 1
    assert len(figure.layout.yaxis.ticktext) == 15
    assert LABEL_SIZE * 1.25 < row_pixels(figure) < row_pixels(ranked(8))
    assert "张" not in words(figure).split("来源")[0]


def test_bars_that_need_two_slides_anyway_do_not_stand_closer() -> None:
    figure = ranked(18)
    assert figure.layout.meta["parts"] == 2
    assert row_pixels(figure) >= 28


def test_few_bars_do_not_stand_closer() -> None:
    assert row_pixels(ranked(3)) > 28 * 1.5


def test_rows_that_stand_close_still_hold_their_words() -> None:
    figure = ranked(9, "名称特别长需要分成两行才能写得下的第{}号经济技术开发区管理委员会")
    lines = max(label.count("<br>") + 1 for label in figure.layout.yaxis.ticktext)
    assert lines > 1
    assert row_pixels(figure) > lines * LABEL_SIZE * 1.2


def test_a_list_that_is_too_long_gives_its_counts_and_causes() -> None:
    chart = next(chart for chart in all_charts() if chart.__name__ == "charts.ranking")
    told = words(drawn(chart, SLIDE))
    assert "无数值 80 处：未提及 80（没有数值的第0号镇" in told
    left = int(re.search(r"无数值 80 处：未提及 80（[^）]*，另有 (\d+) 个）", told).group(1))  # type: ignore[union-attr]
    assert left == 80 - told.count("没有数值的第")


def test_words_that_leave_no_room_stand_on_a_last_part() -> None:
    frame = Frame("题", ["单位：件", *("很长的说明" * 60,) * 3], ["注" * 400], ["来源"], sheet=Sheet(960, height=540, part=1))
    found = split([30.0] * 5, frame, "zh")
    assert found.frame.parts == 2
    assert found.frame.subtitle[0] == "单位：件"
    assert found.frame.words == (frame.subtitle, frame.notes)


def test_runs_are_even_and_whole() -> None:
    assert [len(run) for run in evenly(20, 9)] == [7, 6, 7]
    assert [at for run in evenly(20, 9) for at in run] == list(range(20))
    assert [len(run) for run in evenly(3, 0)] == [1, 1, 1]


def test_a_listing_is_its_longest_and_can_be_shorter() -> None:
    names = [str(at) for at in range(9)]
    line = Listing(lambda most: join_names(names, most, "zh"), 5)
    assert line == "0、1、2、3、4，另有 4 个"
    assert line.shortened(60) == line
    assert line.shortened(2) == "0、1，另有 7 个"
    assert line.shortened(0) == ""
