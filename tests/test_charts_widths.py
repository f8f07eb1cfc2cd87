"""All charts at the widths of a phone, a laptop, a page and a picture: every text stands whole inside the figure."""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from types import ModuleType
from typing import Any

import plotly.graph_objects as go
import pytest
from samples import Given, Refused, computed, county, extraction, tables_of

from charts import coverage, distribution, funnel, heatmap, multiples, ranking, slope, trend
from charts._colours import DARK, LIGHT, Colours
from charts._style import sheet_of
from charts._text import width_of
from charts._tokens import BOLD, EDGE, WIDTH
from extract.model import Basis, Extraction, Qualifier, Reason
from panel.build import Tables
from panel.selection import Selection

MADE = date(2026, 11, 21)
WIDTHS = (300, 360, 600, 840, 1200)
LONG = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某某镇"
LATIN = "WWWWWMMMMMwwwwwmmmmmabcdefghijklmnopqrstuvwxyz township"
RATE = Selection(("success_rate",))
CASES = Selection(("cases",))
# Room that plotly itself leaves between an axis and its labels.
STANDOFF = 6


def given(place: str, value: str, year: int = 2020, qualifier: Qualifier = Qualifier.EXACT) -> Extraction:
    rate = Given("success_rate", value, qualifier=qualifier, basis=Basis.STATED if value != "0" else Basis.IMPLIED)
    return extraction(place, year, rate, Given("cases", "1234567", qualifier=qualifier))


ONE_YEAR = tables_of(
    given(LONG, "95", qualifier=Qualifier.MIN),
    given(LATIN, "99.55"),
    given("甲镇", "0"),
    given("乙镇", "4", qualifier=Qualifier.MAX),
    extraction(county("甲县"), 2020, Given("success_rate", "90"), refused=[Refused("cases", "90", "力争90件", Reason.PLAN)]),
    *(extraction(f"没有数值的第{at}号镇", 2020) for at in range(12)),
)
YEARS = tables_of(
    *(
        given(place, str(60 + at + year - 2010), year, qualifier)
        for at, (place, qualifier) in enumerate([(LONG, Qualifier.MIN), (LATIN, Qualifier.EXACT), ("甲镇", Qualifier.MAX)])
        for year in range(2010, 2024)
        if year != 2015
    )
)
MANY = tables_of(*(given(f"第{at}号镇", str(at), year) for at in range(15) for year in (2019, 2020)))
CHOSEN = tuple(f"第{at}号镇" for at in range(12))
BASED = tables_of(
    *(
        computed(place, 2020, part, "80件")
        for place, part in [(LONG, 40), (LATIN, 41), ("甲镇", 79), ("乙镇", 78), ("丙镇", 80), ("丁镇", 77)]
    )
)

CHARTS = [
    pytest.param(ranking, ONE_YEAR, RATE, id="ranking"),
    pytest.param(ranking, ONE_YEAR, CASES, id="ranking of counts with open ends"),
    pytest.param(ranking, YEARS, RATE, id="ranking across years"),
    pytest.param(ranking, ONE_YEAR, Selection(("sessions",)), id="ranking without a value"),
    pytest.param(ranking, ONE_YEAR, Selection(), id="ranking of no indicator"),
    pytest.param(trend, YEARS, RATE, id="trend"),
    pytest.param(trend, YEARS, CASES, id="trend of counts with open ends"),
    pytest.param(trend, MANY, RATE, id="trend of many places"),
    pytest.param(trend, MANY, Selection(("success_rate",), places=CHOSEN), id="trend of many chosen places"),
    pytest.param(trend, ONE_YEAR, Selection(("loss_rate",)), id="trend without a value"),
    pytest.param(distribution, ONE_YEAR, RATE, id="distribution"),
    pytest.param(distribution, YEARS, CASES, id="distribution of counts with open ends"),
    pytest.param(distribution, ONE_YEAR, Selection(("sessions",)), id="distribution without a value"),
    pytest.param(heatmap, ONE_YEAR, Selection(), id="heat map"),
    pytest.param(heatmap, YEARS, RATE, id="heat map of several years"),
    pytest.param(heatmap, tables_of(), Selection(), id="heat map of nothing"),
    pytest.param(multiples, YEARS, RATE, id="multiples"),
    pytest.param(multiples, YEARS, CASES, id="multiples of counts with open ends"),
    pytest.param(multiples, MANY, RATE, id="multiples of many places"),
    pytest.param(slope, YEARS, RATE, id="slope"),
    pytest.param(slope, YEARS, CASES, id="slope of counts with open ends"),
    pytest.param(slope, MANY, RATE, id="slope of many places"),
    pytest.param(funnel, BASED, RATE, id="funnel"),
    pytest.param(funnel, ONE_YEAR, RATE, id="funnel without a base"),
    pytest.param(coverage, ONE_YEAR, Selection(), id="coverage"),
    pytest.param(coverage, YEARS, Selection(), id="coverage of many columns"),
    pytest.param(coverage, tables_of(), Selection(), id="coverage of nothing"),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("chart", "tables", "selection"), CHARTS)
def test_no_text_is_cut(chart: ModuleType, tables: Tables, selection: Selection, width: int, lang: str) -> None:
    figure = chart.draw(tables, selection, lang=lang, made=MADE, width=width)
    assert [text for text, left, right in texts_of(figure) if left < 0 or right > figure.layout.width] == []
    if figure.layout.width != width:
        # A grid alone may be moved sideways on the page; its sentences and its legend keep to the width asked for.
        assert chart in (coverage, heatmap)
        assert figure.layout.width > width
        sentences = [found for found in figure.layout.annotations if found.x == 0]
        assert max(right for _, _, right in framed_texts(figure, sentences)) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("chart", [ranking, trend, coverage, distribution, heatmap])
def test_rows_do_not_lie_on_each_other(chart: ModuleType, width: int) -> None:
    figure = chart.draw(YEARS if chart is trend else ONE_YEAR, RATE, made=MADE, width=width)
    if chart is trend:
        years = figure.layout.xaxis.tickvals
        assert [text for _, text in sorted(zip(years, figure.layout.xaxis.ticktext, strict=True))] == [
            str(year) for year in years
        ]
        assert pixels(figure, years[1]) - pixels(figure, years[0]) > width_of("2010", 13)
        return
    middles = list(figure.layout.yaxis.tickvals)
    heights = [17 * (label.count("<br>") + 1) for label in figure.layout.yaxis.ticktext]
    for at in range(len(middles) - 1):
        assert middles[at + 1] - middles[at] >= (heights[at] + heights[at + 1]) / 2
    if chart is ranking:
        numbers = list(zip(figure.layout.xaxis.tickvals, figure.layout.xaxis.ticktext, strict=True))
        for (value, text), (following, next_text) in pairwise(numbers):
            assert pixels(figure, following) - pixels(figure, value) > (width_of(text, 13) + width_of(next_text, 13)) / 2


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_of_coverage_fits_its_cell_or_is_a_code(width: int) -> None:
    for lang in ("zh", "en"):
        figure = coverage.draw(ONE_YEAR, Selection(), lang=lang, made=MADE, width=width)
        room = pixels(figure, 1) - pixels(figure, 0)
        assert all(width_of(html.unescape(text), 11) <= room for text in figure.data[1].text)


def test_a_narrow_figure_is_higher_and_a_short_legend_stays_beside_the_plot() -> None:
    ten = Selection(("success_rate",), places=CHOSEN[:10])
    wide, narrow = (trend.draw(MANY, ten, made=MADE, width=width) for width in (840, 360))
    assert narrow.layout.height > wide.layout.height
    assert (wide.layout.legend.x, wide.layout.legend.y) == (1, 1)
    assert narrow.layout.legend.y < 0
    assert narrow.layout.margin.r == EDGE


@pytest.mark.parametrize("chart", [ranking, trend, coverage, distribution, heatmap, multiples, slope, funnel])
def test_a_dark_figure_has_no_colour_of_a_light_one(chart: ModuleType) -> None:
    tables = BASED if chart is funnel else YEARS
    light, dark = (chart.draw(tables, RATE, made=MADE, dark=dark).to_json().upper() for dark in (False, True))
    assert light == chart.draw(tables, RATE, made=MADE).to_json().upper()
    assert {colour for colour in colours_of(LIGHT) - colours_of(DARK) if colour in dark} == set()
    assert {colour for colour in colours_of(DARK) - colours_of(LIGHT) if colour in light} == set()
    assert f'"PAPER_BGCOLOR":"{DARK.paper}"' in dark


def colours_of(palette: Colours) -> set[str]:
    single = {palette.ink, palette.muted, palette.rule, palette.paper, palette.bar, palette.grey}
    return single | set(palette.series) | set(palette.names) | {colour for pair in (*palette.cells.values(), *palette.quarters) for colour in pair}


def test_the_sheet_of_a_picture_and_of_the_least_window() -> None:
    assert (sheet_of(WIDTH, dark=False).width, sheet_of(WIDTH, dark=False).colours) == (1000, LIGHT)
    assert (sheet_of(10, dark=True).width, sheet_of(10, dark=True).colours) == (300, DARK)


def texts_of(figure: go.Figure) -> Iterator[tuple[str, float, float]]:
    """Each line of text with the pixels where it begins and ends, from the figure's left edge."""
    layout = figure.layout
    yield from framed_texts(figure)
    for label in layout.yaxis.ticktext or ():
        for line in label.split("<br>"):
            yield line, layout.margin.l - STANDOFF - measured(line, layout.yaxis.tickfont.size or 13), layout.margin.l
    for at, label in zip(layout.xaxis.tickvals or (), layout.xaxis.ticktext or (), strict=True):
        for line in label.split("<br>"):
            half = 8 if layout.xaxis.tickangle == -90 else measured(line, layout.xaxis.tickfont.size or 13) / 2
            yield line, pixels(figure, at) - half, pixels(figure, at) + half
    for trace in figure.data:
        if trace.showlegend and trace.name and layout.showlegend is not False:
            start = layout.width - layout.margin.r if layout.legend.y == 1 else layout.legend.x * layout.width
            for line in trace.name.split("<br>"):
                # The line before a name takes 30 pixels, with 5 on either side of it.
                yield line, start, start + 45 + measured(line, 13)
        for label in trace.hovertext or ():
            for line in label.split("<br>"):
                yield line, 0, 30 + measured(line, 13)


def framed_texts(figure: go.Figure, annotations: Sequence[Any] = ()) -> Iterator[tuple[str, float, float]]:
    """The lines of the annotations (all): title, sentences, notes, sources, headings, and what stands beside marks."""
    margin, width = figure.layout.margin, figure.layout.width
    for found in annotations or figure.layout.annotations:
        begin = margin.l + found.x * (width - margin.l - margin.r) if found.xref == "paper" else pixels(figure, found.x)
        for line in found.text.split("<br>"):
            left = begin + (found.xshift or 0)
            yield line, left, left + measured(line, found.font.size) + 2 * (found.borderpad or 0)


def pixels(figure: go.Figure, x: float) -> float:
    """Where a place of the (first) horizontal axis lies, from the figure's left edge."""
    margin, axis = figure.layout.margin, figure.layout.xaxis
    at, (first, last), (left, right) = math.log10(x) if axis.type == "log" else x, axis.range, axis.domain or (0, 1)
    across = figure.layout.width - margin.l - margin.r
    return float(margin.l + (left + (right - left) * (at - first) / (last - first)) * across)


def measured(line: str, size: float) -> float:
    bold = "<b>" in line or "</b>" in line
    return width_of(html.unescape(re.sub(r"<[^>]*>", "", line)), size) * (BOLD if bold else 1)


@pytest.mark.parametrize(("chart", "tables", "selection"), CHARTS)
@pytest.mark.parametrize("dark", [False, True])
def test_plotly_accepts_all_that_is_drawn(chart: ModuleType, tables: Tables, selection: Selection, dark: bool) -> None:
    """charts/_plot.py puts figures together unchecked: here plotly checks each of their names and values, and alters none."""
    drawn = json.loads(chart.draw(tables, selection, made=MADE, width=840, dark=dark).to_json(validate=False))
    # Plotly leaves out what is empty: a figure without shapes.
    drawn["layout"] = {name: value for name, value in drawn["layout"].items() if value != []}
    assert json.loads(go.Figure(drawn).to_json(validate=False)) == drawn
