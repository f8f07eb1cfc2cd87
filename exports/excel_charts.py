"""Plan → the sheets 图表 and 图表数据: native charts bound to cells, the list of them with their words, and the lines' data.

Empty cells of the data are gaps: a code there would be drawn as 0. Each chart has its title, unit, axes and alt text; bounds and
approximate figures are series of their own, hatched bars or triangles without a line, each with its sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series as Drawn
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.fill import ColorChoice, PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun

from exports._words import WORDS
from exports.excel_cells import Cell, Value
from exports.excel_chart_plan import RANKING, Charted, ChartPlan, Series, make_chart_plan
from exports.excel_compare import unit_names
from exports.excel_places import link_cells
from exports.excel_plan import DATA_TOP, FIRST_YEAR, Plan
from exports.excel_sheet import Book, Sheet, place, unit_name
from exports.excel_style import CENTER, FONT, INTEGER, LINK, NUMBER, TEXT, WRAP, signed_format
from exports.excel_table import Described, columns_of, open_table, table_name, write_rows
from exports.excel_yearly import year_head
from panel.words import WORDS as SHARED

LIST_COLUMNS: tuple[Described, ...] = (
    ("number", INTEGER, 7.0),
    ("chart", LINK, 12.0),
    ("name", WRAP, 22.0),
    ("drawn", INTEGER, 8.0),
    ("about", WRAP, 26.0),
    ("alt", WRAP, 34.0),
)
BLOCK, HEIGHT = 20, 20.0  # rows of a chart's page and the points of each
WIDE, HIGH = 23.0, 12.8  # centimetres of a chart: an A4 page each
# Told apart by shape as well: marks differ, and so do their lightness.
COLOURS = ("1F4E8C", "D55E00", "00796B", "8E44AD", "B8860B", "4A4A4A")
MARKS = ("circle", "square", "diamond", "x", "star", "plus")
# Of what is no exact figure: how its bar is hatched. Its mark on a line is a triangle whatever its place, beside which the sign
# and the number stand: LibreOffice draws no open marks, and shapes alone would tell at least from at most to nobody.
HATCHES = {"min": "wdUpDiag", "max": "wdDnDiag", "approx": "pct25"}
BOUND_MARK = "triangle"


def write_charts(book: Book, plan: Plan) -> None:
    """The list of the charts, below it each on a page of its own; then the sheet of the lines' data."""
    found = make_chart_plan(plan)
    _write_charts(book, found.charts)
    _write_data(book, plan, found)


def _write_charts(book: Book, charts: Sequence[Charted]) -> None:
    lang = book.lang
    sheet = open_table(book, "charts", tab="1F4E8C", links=sum(bool(one.series) for one in charts))
    # The list's head and rows stand next, then an empty row; below it a page of rows for each chart.
    top = sheet.rows.last + 1
    first = top + max(len(charts), 1) + 2
    rows: list[Mapping[str, Value]] = []
    drawn = [one for one in charts if one.series]
    for number, one in enumerate(charts, 1):
        if one.series:
            sheet.rows.link(f"B{top + number}", place(sheet.title, f"A{first + drawn.index(one) * BLOCK}"))
        rows.append(
            {
                "number": number,
                "chart": WORDS.say(f"chart.kind.{one.kind}", lang),
                "name": one.name,
                "drawn": one.count,
                "about": one.note,
                "alt": one.alt or None,
            }
        )
    write_rows(sheet, "charts", LIST_COLUMNS, rows, fixed=0)
    sheet.rows.add([])
    for at, one in enumerate(drawn):
        number = WORDS.say("chart.number", lang, number=charts.index(one) + 1)
        sheet.rows.add([sheet.cell(number, TEXT)], height=HEIGHT, kept=True)
        for _ in range(BLOCK - 1):
            sheet.rows.add([], height=HEIGHT, kept=True)
        sheet.draw(_drawn(one, book), f"A{first + at * BLOCK + 1}", title=one.title, alt=one.alt)
    sheet.print_in_pages(first, BLOCK, len(drawn), last=len(LIST_COLUMNS))


def _write_data(book: Book, plan: Plan, found: ChartPlan) -> None:
    """The figures of the lines: a row a place and qualifier, the years across, empty where there is none of that kind."""
    lang, years = book.lang, found.years
    described: list[Described] = [
        ("name", WRAP, 26.0),
        ("unit", CENTER, None),
        ("place", TEXT, None),
        ("qualifier", CENTER, 10.0),
    ]
    described += [(str(year), NUMBER, 11.0) for year in years]
    heads = {str(year): year_head(year, lang) for year in years}
    sheet = open_table(book, "chart_data", tab="6B7280", links=sum(len(row.figures) for row in found.rows))
    columns = columns_of(described, {"unit": unit_names(plan), "place": {row.place for row in found.rows}}, lang, heads=heads)
    top = sheet.table(table_name("chart_data"), columns, _data(sheet, plan, found), fixed=FIRST_YEAR - 1)
    if top != DATA_TOP:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, charts are bound to {DATA_TOP}")


def _data(sheet: Sheet, plan: Plan, found: ChartPlan) -> Iterator[Sequence[Cell]]:
    places = (
        (at, sheet.reference(number, FIRST_YEAR + found.years.index(year)))
        for number, row in enumerate(found.rows, DATA_TOP + 1)
        for year, at in row.figures.items()
    )
    styles = link_cells(sheet, plan, places)
    wrap, center, text, empty = (sheet.number(look) for look in (WRAP, CENTER, TEXT, NUMBER))
    for row in found.rows:
        indicator, held = row.indicator, [row.figures.get(year) for year in found.years]
        yield [
            (indicator.name if plan.lang == "zh" else indicator.name_en, wrap),
            (unit_name(plan.tables.catalog.units[indicator.unit], plan.lang), center),
            (row.place, text),
            (SHARED.say(f"qualifier.{row.qualifier}", plan.lang), center),
            *((None, empty) if at is None else (plan.faces.values[at], styles[at]) for at in held),
        ]


def _drawn(one: Charted, book: Book) -> BarChart | LineChart:
    chart = BarChart() if one.kind == RANKING else LineChart()
    foot = WORDS.say("dated", book.lang, stamp=book.stamp, made=book.made.isoformat())
    chart.title = _title([(book.mark + one.title, 1200, True), (one.note, 800, False), (f"{book.standing} {foot}", 800, False)])
    chart.width, chart.height, chart.legend.position = WIDE, HIGH, "b"
    chart.display_blanks, chart.plot_visible_only = "gap", True
    # Without this Excel hides both axes.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorGridlines.spPr = (
        "General",
        GraphicalProperties(ln=LineProperties(solidFill="D9DEE4")),
    )
    chart.y_axis.title = _title([(one.unit, 900, False)])
    chart.y_axis.scaling.max = one.top
    chart.x_axis.txPr = chart.y_axis.txPr = _small(800)
    if one.kind == RANKING:
        chart.type, chart.gapWidth, chart.overlap = "bar", 35, 100
        chart.x_axis.scaling.orientation, chart.y_axis.crosses, chart.x_axis.tickLblSkip = "maxMin", "max", 1
        chart.y_axis.scaling.min = one.bottom
        chart.x_axis.tickLblPos = "low"
    for series in one.series:
        chart.series.append(_bars(series, one) if one.kind == RANKING else _line(series, one))
    return chart


def _series(series: Series, one: Charted) -> Drawn:
    return Drawn(
        idx=list(one.series).index(series),
        order=list(one.series).index(series),
        tx=SeriesLabel(v=series.title),
        cat=AxDataSource(strRef=StrRef(f=one.categories)),
        val=NumDataSource(numRef=NumRef(f=series.values)),
    )


def _bars(series: Series, one: Charted) -> Drawn:
    made = _series(series, one)
    hatch = HATCHES.get(series.qualifier)
    made.spPr = GraphicalProperties(solidFill=COLOURS[0]) if hatch is None else GraphicalProperties()
    if hatch is not None:
        made.spPr.pattFill = PatternFillProperties(
            prst=hatch, fgClr=ColorChoice(srgbClr=COLOURS[0]), bgClr=ColorChoice(srgbClr="FFFFFF")
        )
    made.spPr.ln = LineProperties(solidFill=COLOURS[0], w=9525)
    made.invertIfNegative = False
    made.dLbls = _labels(series)
    return made


def _labels(series: Series) -> DataLabelList:
    """The number at each bar or mark, with its sign."""
    return DataLabelList(
        numFmt=signed_format(series.qualifier), showVal=True, txPr=_small(800),
        showLegendKey=False, showCatName=False, showSerName=False, showPercent=False,
    )  # fmt: skip


def _line(series: Series, one: Charted) -> Drawn:
    made = _series(series, one)
    colour, exact = COLOURS[series.place_at], series.qualifier == "exact"
    made.spPr = GraphicalProperties(ln=LineProperties(solidFill=colour, w=22225) if exact else LineProperties(noFill=True))
    filled = GraphicalProperties(solidFill=colour, ln=LineProperties(solidFill=colour))
    made.marker = Marker(symbol=MARKS[series.place_at] if exact else BOUND_MARK, size=6 if exact else 8, spPr=filled)
    if not exact:
        made.dLbls = _labels(series)
    # Excel would draw curves between the years, through values that nobody gave.
    made.smooth = False
    return made


def _title(lines: Sequence[tuple[str, int, bool]]) -> Title:
    """Lines of text, each with its size in hundredths of a point and whether it is bold."""
    paragraphs = [
        Paragraph(pPr=ParagraphProperties(defRPr=_ink(size, bold)), r=[RegularTextRun(rPr=_ink(size, bold), t=text)])
        for text, size, bold in lines
        if text
    ]
    return Title(tx=Text(rich=RichText(p=paragraphs)), overlay=False)


def _ink(size: int, bold: bool) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, latin=Font(typeface=FONT), ea=Font(typeface=FONT))


def _small(size: int) -> RichText:
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_ink(size, False)), endParaRPr=CharacterProperties(sz=size))])
