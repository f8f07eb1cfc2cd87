"""charts/_style.py: what every figure carries inside itself, and its axes' numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from samples import Given, extraction, tables_of

from charts import all_charts
from charts._axis import axis_ticks
from charts._colours import LIGHT
from charts._plot import Plot
from charts._style import Frame, footer_of, places_with_years, put_in_frame, words_only
from charts._tokens import FONT, SYMBOLS
from panel.selection import Selection

MADE = date(2026, 11, 21)


def test_the_charts_are_found_in_order() -> None:
    assert [module.__name__ for module in all_charts()] == ["charts.ranking", "charts.trend", "charts.spine", "charts.coverage", "charts.dumbbell", "charts.ceiling", "charts.slope", "charts.distribution", "charts.multiples", "charts.funnel", "charts.heatmap"]
    assert all({"zh", "en"} == set(module.TITLE) for module in all_charts())


def test_the_footer() -> None:
    tables = tables_of(extraction("甲镇", 2020), extraction("甲镇", 2021), extraction("乙镇", None))
    assert footer_of(tables, Selection(), lang="zh", made=MADE) == [
        "来源：3 份法治政府建设年度报告：甲镇 2020–2021、乙镇",
        "制图 2026-11-21 · 指标目录 9.9 (0a1b2c3d)",
        "各地自行报告，口径未经统一，未报告不等于没有。",
    ]


def test_the_footer_of_nothing() -> None:
    assert footer_of(tables_of(), Selection(), lang="zh", made=MADE)[0] == "来源：无"


def test_the_footer_is_dated_today_unless_told() -> None:
    assert date.today().isoformat() in footer_of(tables_of(), Selection(), lang="en", made=None)[1]


def test_a_long_list_of_sources_says_that_it_is_cut() -> None:
    tables = tables_of(*(extraction(f"镇{at}", 2020) for at in range(13)))
    source = footer_of(tables, Selection(), lang="zh", made=MADE)[0]
    assert source.startswith("来源：13 份")
    assert source.endswith("，另有 1 个")
    assert "镇12" not in source


@pytest.mark.parametrize(
    ("years", "text"),
    [([2020], "甲镇 2020"), ([2015, 2016, 2017, 2019], "甲镇 2015–2017/2019"), ([None], "甲镇"), ([2020, None], "甲镇 2020")],
)
def test_places_with_their_years(years: list[int | None], text: str) -> None:
    rows = pd.DataFrame({"place": ["甲镇"] * len(years), "year": pd.Series(years, dtype="Int64")})
    assert places_with_years(rows, 1) == [text]


TICKS = [
    (100.0, "%", 0.0, ["0%", "20%", "40%", "60%", "80%", "100%"]),
    (3.0, "件", 0.0, ["0", "1", "2", "3"]),
    (1.0, "件", 0.0, ["0", "1"]),
    (0.5, "件", 0.0, ["0"]),
    (586.0, "件", 0.0, ["0", "200", "400"]),
    (11008.0, "人", 0.0, ["0", "5000", "10000"]),
    (100.0, "%", 98.0, ["98%", "98.5%", "99%", "99.5%", "100%"]),
]


@pytest.mark.parametrize(("top", "unit", "bottom", "texts"), TICKS, ids=[f"{row[2]}-{row[0]}{row[1]}" for row in TICKS])
def test_ticks(top: float, unit: str, bottom: float, texts: list[str]) -> None:
    assert axis_ticks(top, unit, "zh", bottom=bottom)["ticktext"] == texts


def test_each_series_has_a_colour_and_a_mark_of_its_own() -> None:
    assert len(set(SYMBOLS)) == len(SYMBOLS) == len(LIGHT.series)


def test_a_frame_gives_room_to_every_line() -> None:
    small = put_in_frame(Plot(), Frame("题", plot_height=100))
    large = put_in_frame(Plot(), Frame("题", ["一", "二"], ["三"], ["四", "五"], plot_height=100))
    assert large.layout.height > small.layout.height
    for figure in (small, large):
        margin = figure.layout.margin
        assert figure.layout.height == margin.t + 100 + margin.b
        assert figure.layout.template.layout.font.family == FONT


def test_words_only_shows_its_sentences() -> None:
    figure = words_only("题", ["<b>没有</b>"], ["来源"], ["注"])
    texts = [annotation.text for annotation in figure.layout.annotations]
    assert texts == ["<b>题</b>", "&lt;b&gt;没有&lt;/b&gt;", "注", "来源"]
    assert not figure.data


MANY = tables_of(*(extraction(f"第{at}号镇", year, *([Given("success_rate", "90")] if at == 0 else [])) for at in range(30) for year in (2019, 2020)))


def drawn_words(figure: Any) -> str:
    return "".join(found.text.replace("<br>", "") for found in figure.layout.annotations)


@pytest.mark.parametrize("name", ["trend", "multiples", "distribution", "ranking"])
def test_a_page_names_few_of_the_missing_and_its_table_all(name: str) -> None:
    chart = next(chart for chart in all_charts() if chart.__name__ == f"charts.{name}")
    page, slide = (chart.draw(MANY, Selection(("success_rate",)), made=MADE, width=1123, height=height) for height in (None, 794))
    told = drawn_words(page)
    assert "无数值 58 处：未提及 58（" in told
    assert told.count("号镇 2019–2020、") + told.count("号镇 2019–2020，") == 12 + 6
    assert "，另有 17 个）" in told
    assert "，另有 24 个" in told.split("来源：")[1]
    # A picture has no table beside it: it names all that have room. What is copied with the table names all.
    assert "，另有" not in drawn_words(slide).split("来源：")[0]
    assert all(f"第{at}号镇 2019–2020" in " ".join(page.layout.meta["notes"]) for at in range(1, 30))
    table = chart.table(MANY, Selection(("success_rate",)))
    assert {row[0] for row in table.rows if "未提及" in row} == {f"第{at}号镇" for at in range(1, 30)}
