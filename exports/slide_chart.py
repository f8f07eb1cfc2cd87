"""A chart's data (exports/slide_data.py) → a native chart of PowerPoint on a slide, which can be edited there.

Exact figures are filled; bounds and approximate ones are hatched bars, or hollow marks without a line, with their sign at the
value. Bars of a category lie in one row whatever their series. A value that there is not is an empty cell, drawn as a gap.
"""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from charts import PRINTED, tokens
from exports.excel_text import to_cell_text
from exports.slide_data import Charted, Series
from exports.slide_layout import CHART
from panel.display import SIGNS

_HATCHES = {"min": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "max": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL, "approx": MSO_PATTERN.PERCENT_25}
# By their number in charts/_tokens.py, as far as PowerPoint has them.
_MARKS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "x": XL_MARKER_STYLE.X,
    "cross": XL_MARKER_STYLE.PLUS,
}
# What a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@")
_GAP, _OVERLAP, _MARK, _LINE = 45, 100, 8, 2.25
# Of the length of the value axis, and how much paper there is in the ground of a hollow mark.
_ROOM, _PALE = 0.08, 0.65
# An axis of so many points has a number at each so many.
_STEPS = ((20, 5), (50, 10), (float("inf"), 20))


def add_chart(slide: Any, charted: Charted) -> None:
    """Put the chart on the slide, with its words for whoever can't see it."""
    data = CategoryChartData(number_format="General")
    data.categories = [_plain(category) for category in charted.categories]
    for one in charted.series:
        data.add_series(_plain(one.name), one.values, number_format=_format(one))
    kind = XL_CHART_TYPE.BAR_CLUSTERED if charted.is_bars else XL_CHART_TYPE.LINE_MARKERS
    frame = slide.shapes.add_chart(kind, *(Pt(side) for side in (CHART.left, CHART.top, CHART.width, CHART.height)), data)
    frame.name = "chart"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", to_cell_text(charted.alt))
    chart = frame.chart
    chart.font.size, chart.font.color.rgb = Pt(CHART.size), _rgb(PRINTED.ink)
    chart.has_title = False
    # One series of exact values needs no key.
    chart.has_legend = len(charted.series) > 1 or charted.series[0].look != "exact" or not charted.is_bars
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.RIGHT if not charted.is_bars else XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    _set_axes(chart, charted)
    plot = chart.plots[0]
    if charted.is_bars:
        plot.gap_width, plot.overlap, plot.vary_by_categories = _GAP, _OVERLAP, False
    for drawn, one in zip(plot.series, charted.series, strict=True):
        if charted.is_bars:
            _set_bar(drawn, one)
        else:
            _set_line(drawn, one)


def _set_axes(chart: Any, charted: Charted) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = _rgb(PRINTED.muted)
    names.has_major_gridlines = False
    # Every place and year is named; left to itself PowerPoint leaves out every second one where they stand close.
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))
    if charted.is_bars:
        # The first place stands at the top, and the numbers below the last.
        names.reverse_order = True
        # python-pptx's own property for this leaves a bar chart as it was.
        values._element.find(qn("c:crosses")).set("val", "max")
    # Room beyond the last number, for the words at the longest bar.
    values.minimum_scale, values.maximum_scale = charted.bottom, charted.top + (charted.top - charted.bottom) * _ROOM
    if charted.unit == "%":
        values.major_unit = next(step for most, step in _STEPS if charted.top - charted.bottom <= most)
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = _rgb(PRINTED.rule)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _unit_format(charted.unit), False


def _set_bar(drawn: Any, one: Series) -> None:
    fill = drawn.format.fill
    if one.look == "exact":
        fill.solid()
        fill.fore_color.rgb = _rgb(PRINTED.bar)
    else:
        fill.patterned()
        fill.pattern = _HATCHES[one.look]
        fill.fore_color.rgb, fill.back_color.rgb = _rgb(PRINTED.bar), _rgb(PRINTED.paper)
        drawn.format.line.color.rgb = _rgb(PRINTED.bar)
    _label(drawn, one, XL_LABEL_POSITION.OUTSIDE_END)


def _set_line(drawn: Any, one: Series) -> None:
    colour = _rgb(PRINTED.series[one.colour % len(PRINTED.series)])
    mark = tokens.SYMBOLS[one.colour % len(_MARKS)]
    drawn.smooth = False
    drawn.marker.style, drawn.marker.size = _MARKS[mark], _MARK
    drawn.marker.format.line.color.rgb = colour
    if one.joined:
        drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(_LINE)
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour
        if one.dashed:
            drawn.format.line.dash_style = MSO_LINE.DASH
    else:
        drawn.format.line.fill.background()
        drawn.marker.format.fill.solid()
        # Some programs draw no line round a mark: its ground is pale, not white, so that it is seen there too.
        drawn.marker.format.fill.fore_color.rgb = _pale(PRINTED.series[one.colour % len(PRINTED.series)])
        _label(drawn, one, XL_LABEL_POSITION.ABOVE)


def _label(drawn: Any, one: Series, where: Any) -> None:
    """The values at their marks, bounds with their sign."""
    labels = drawn.data_labels
    labels.show_value, labels.position = True, where
    labels.number_format, labels.number_format_is_linked = _format(one), False
    labels.font.size = Pt(tokens.NOTE_SIZE)


def _format(one: Series) -> str:
    """The number format of a series: its sign and as many decimals as its values need."""
    sign = SIGNS[one.look]
    if not sign:
        return "General"
    decimals = max((len(f"{value:.4f}".rstrip("0").partition(".")[2]) for value in one.values if value is not None), default=0)
    return f'"{sign}"0' + ("." + "0" * decimals if decimals else "")


def _unit_format(unit: str) -> str:
    return '0"%"' if unit == "%" else "#,##0"


def _plain(name: str) -> str:
    """A name as a cell of the chart's workbook holds it: never a formula."""
    flat = " ".join(to_cell_text(name).split())
    return f" {flat}" if flat.startswith(_FORMULA) else flat


def _pale(colour: str) -> RGBColor:
    """A colour with paper mixed in."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return RGBColor(*(round(part + (255 - part) * _PALE) for part in parts))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:])
