"""Native charts: bound to cells that hold what they draw, bounds as series of their own, blanks as gaps, axes, units, alt text."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl.utils import range_boundaries
from samples import Given, extraction, tables_of
from workbooks import MADE, faults, opened, rows, years, years_book

from exports.excel import to_xlsx
from extract.model import Qualifier
from panel.compare import Selection

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def book() -> Any:
    return opened(years_book())


def parts(data: bytes, folder: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith(folder) and name.endswith(".xml"))
        return [archive.read(name).decode() for name in names]


def held(book: Any, area: str) -> list[object]:
    """What the cells hold that a chart is bound to."""
    title, _, cells = area.rpartition("!")
    left, top, right, bottom = range_boundaries(cells)
    found = book[title.strip("'")].iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True)
    return [value for row in found for value in row]


def drawn(book: Any, number: int) -> list[tuple[str, list[object], list[object]]]:
    """Title, categories and values of each series of a chart."""
    return [(series.tx.v, held(book, series.cat.strRef.f), held(book, series.val.numRef.f)) for series in book["图表"]._charts[number].series]


def test_a_ranking_draws_the_cells_of_the_ranking(book: Any) -> None:
    assert drawn(book, 0) == [
        ("确数", ["乙镇", "甲镇", "丙镇"], [96, None, 80]),
        ("≥ 至少", ["乙镇", "甲镇", "丙镇"], [None, 95, None]),
    ]
    assert drawn(book, 2) == [("确数", ["甲镇", "乙镇"], [7, 5])]


def test_a_trend_draws_gaps_where_there_is_no_exact_figure_and_bounds_apart(book: Any) -> None:
    over = ["2021年", "2022年", "2023年"]
    assert drawn(book, 1) == [
        ("乙镇", over, [97, 97, 96]),
        ("丙镇", over, [None, 97, 80]),
        ("甲镇", over, [90, None, None]),
        ("甲镇 ≥", over, [None, None, 95]),
    ]
    assert drawn(book, 3) == [("乙镇", over[1:], [5, 5])]


def test_no_cell_of_a_chart_is_a_code_or_a_zero_for_a_blank(book: Any) -> None:
    for number in range(4):
        for _, _, values in drawn(book, number):
            assert all(value is None or type(value) in (int, float) for value in values)
            assert 0 not in values


def test_charts_have_axes_titles_units_gaps_and_straight_lines() -> None:
    charts = parts(years_book(), "xl/charts/")
    assert len(charts) == 4
    for chart, unit in zip(charts, ("%", "%", "件", "件"), strict=True):
        root = ElementTree.fromstring(chart)
        assert [axis.get("val") for axis in root.iter(f"{CHART}delete")] == ["0", "0"]
        assert [blank.get("val") for blank in root.iter(f"{CHART}dispBlanksAs")] == ["gap"]
        texts = ["".join(title.itertext()) for title in root.iter(f"{CHART}title")]
        assert texts[1] == unit
        assert "各地自行报告，口径未经统一，未报告不等于没有。 指标目录 9.9 (0a1b2c3d) · 2026-11-21" in texts[0]
        assert all(smooth.get("val") == "0" for smooth in root.iter(f"{CHART}smooth"))
        assert "numCache" not in chart
    assert "调解成功率排名（%，2023年，乡镇级、口径：未说明）3 个同类数值，该层级共 3 份报告。" in "".join(ElementTree.fromstring(charts[0]).itertext())
    assert "不排名" in "".join(ElementTree.fromstring(charts[2]).itertext())


def test_bars_begin_at_zero_rates_end_at_a_hundred_and_bounds_have_their_sign() -> None:
    charts = [ElementTree.fromstring(chart) for chart in parts(years_book(), "xl/charts/")]
    ends = [[(end.tag.removeprefix(CHART), float(end.get("val", ""))) for scale in chart.iter(f"{CHART}scaling") for end in scale if end.tag in (f"{CHART}min", f"{CHART}max")] for chart in charts]
    assert ends == [[("max", 100.0), ("min", 0.0)], [("max", 100.0)], [("min", 0.0)], []]
    formats = [[one.get("formatCode") for labels in chart.iter(f"{CHART}dLbls") for one in labels.iter(f"{CHART}numFmt")] for chart in charts]
    assert formats == [["General", '"≥"General;"≥"-General'], ['"≥"General;"≥"-General'], ["General"], []]
    # LibreOffice would show the format of the cells where a label's own is linked to them.
    assert all(one.get("sourceLinked") == "0" for chart in charts for labels in chart.iter(f"{CHART}dLbls") for one in labels.iter(f"{CHART}numFmt"))
    assert "pattFill" in parts(years_book(), "xl/charts/")[0]


def test_each_chart_says_what_it_shows_and_stands_below_its_number(book: Any) -> None:
    drawing = parts(years_book(), "xl/drawings/")[0]
    listed = rows(book["图表"], 5, 12)
    alts = [row[5] for row in listed if row[5]]
    assert [row[3] for row in listed] == [3, 3, 2, 1, 0, 0, 0, 0]
    assert [drawing.count(f'descr="{alt}"') for alt in alts] == [1, 1, 1, 1]
    assert alts[0].endswith("首位 乙镇 96%，末位 丙镇 80%。")
    assert alts[1].endswith("断开 2 处，界限或约数 1 个。")
    sheet = book["图表"]
    for number, chart in enumerate(sheet._charts):
        row = chart.anchor._from.row  # from 0: the row above the chart
        assert sheet.cell(row, 1).value == f"图 {number + 1}"
        assert sheet.cell(5 + number, 2).hyperlink.location == f"'图表'!A{row}"
    assert [stop.id for stop in sheet.row_breaks.brk] == [13, 33, 53, 73]
    assert sheet.print_title_rows is None


def test_the_chosen_indicators_have_their_charts_and_no_others() -> None:
    made = opened(to_xlsx(years(), Selection(indicators=("cases",)), made=MADE))
    assert [row[1:4] for row in rows(made["图表"], 5, 6)] == [("排名图", "行政诉讼案件数", 2), ("趋势图", "行政诉讼案件数", 1)]


def test_figures_of_one_place_with_a_bound_have_two_rows() -> None:
    figures = {("甲镇", 2021): "90", ("甲镇", 2023): "95", ("乙镇", 2021): "97", ("乙镇", 2023): "96"}
    reports = [
        extraction(place, year, Given("success_rate", value, qualifier=Qualifier.MIN if value == "95" else Qualifier.EXACT))
        for (place, year), value in figures.items()
    ]
    data = to_xlsx(tables_of(*reports), Selection(indicators=("success_rate",)), made=MADE)
    assert faults(data) == []
    assert sorted(row[2:] for row in rows(opened(data)["图表数据"], 5)) == [
        ("乙镇", "确数", 97, None, 96),
        ("甲镇", "确数", 90, None, None),
        ("甲镇", "至少", None, None, 95),
    ]
    ranked = [row[3:8] + row[14:16] for row in rows(opened(data)["排名"], 5)][:2]
    assert sorted(ranked) == [("乙镇", 96, "%", 1, 2, 96, None), ("甲镇", 95, "%", 1, 2, None, 95)]
