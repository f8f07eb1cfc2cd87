"""Tiny panels → the deck that is planned, and one presentation opened again: native charts, gaps, bounds apart, notes, bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from samples import Given, extraction, tables_of, with_breaks

from exports.slide_data import Slide, parts_of
from exports.slide_fit import fit, fit_joined, lines_needed
from exports.slide_layout import HEIGHT, NOTES, WIDTH
from exports.slide_lines import lines_of
from exports.slide_plan import plan_deck
from exports.slides import to_pptx
from extract.catalog import Break
from extract.model import Qualifier
from panel.build import Tables
from panel.compare import cells
from panel.selection import Selection

DAY = date(2026, 1, 2)
RATE = "success_rate"
MIN, ABOUT = Qualifier.MIN, Qualifier.APPROX
# A place's name that a spreadsheet would take for a formula, and that holds markup and a character that XML can't.
HOSTILE = "=1+1<b>&\x07镇"


@pytest.fixture(scope="module")
def tables() -> Tables:
    return tables_of(
        extraction(HOSTILE, 2020, Given(RATE, "97.5")),
        extraction(HOSTILE, 2018, Given(RATE, "90")),
        extraction("丙镇", 2020, Given(RATE, "95", qualifier=MIN)),
        extraction("丁镇", 2020, Given(RATE, "90", base="已受理案件")),
        extraction("戊镇", 2020, Given(RATE, "92")),
        extraction("己镇", 2020),
    )


@pytest.fixture(scope="module")
def slides(tables: Tables) -> tuple[Slide, ...]:
    return plan_deck(tables, Selection((RATE,), years=(2020,)), made=DAY).slides


@pytest.fixture(scope="module")
def data(tables: Tables) -> bytes:
    return to_pptx(plan_deck(tables, Selection((RATE,), years=(2020,)), made=DAY), made=DAY)


@pytest.fixture(scope="module")
def show(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def chart_of(page: Any) -> Any:
    return next(shape.chart for shape in page.shapes if shape.has_chart)


def test_title_bars_lines_and_method_stand_in_this_order(slides: tuple[Slide, ...]) -> None:
    assert [slide.title for slide in slides] == ["法治政府建设年度报告指标对比", "调解成功率：各地数值（2020 年）", "调解成功率：历年数值（2018–2020 年）", "方法与引用"]
    assert slides[1].lines == ("单位：%。2020 年乡镇级：5 份报告中 4 份给出该指标的数值。",)
    assert "没有数值的 1 处：未提及 1 处（己镇）。空白不是零。" in slides[1].notes
    assert slides[0].lines[0] == "5 个地区的 5 份报告，2020"
    assert slides[-1].lines[-1].startswith("引用：法治政府建设年度报告指标对比：6 份报告的 5 个读数。指标目录 9.9 (0a1b2c3d)；整理日期 2026-01-02。")


def test_bars_have_their_ranks_and_what_is_unlike_says_of_what_it_is(slides: tuple[Slide, ...]) -> None:
    charted = slides[1].charted
    assert charted is not None
    assert charted.categories == (f"{HOSTILE}（第 1 至 2 名）", "丙镇（第 1 至 2 名）", "戊镇（第 3 名）", "丁镇 · 口径：已受理案件")
    assert [(one.name, one.values) for one in charted.series] == [
        ("确数", (97.5, None, 92.0, 90.0)),
        ("下限（≥，真值可能更大）", (None, 95.0, None, None)),
    ]


def test_a_year_without_a_value_is_a_gap_and_bounds_are_no_points_of_a_line(slides: tuple[Slide, ...]) -> None:
    charted = slides[2].charted
    assert charted is not None
    assert charted.categories == ("2018", "2019", "2020")
    told = {one.name: (one.values, one.joined) for one in charted.series}
    assert told[HOSTILE] == ((90.0, None, 97.5), True)
    assert told["丙镇（≥）"] == ((None, None, 95.0), False)
    assert charted.alt.startswith(slides[2].title)


def lines(tables: Tables, *breaks: Break) -> dict[str, tuple[float | None, ...]]:
    charts, _ = lines_of(cells(tables, Selection((RATE,))), breaks, "", "zh")
    return {one.name: one.values for chart, _ in charts for one in chart.series}


def test_unlike_figures_and_those_of_another_definition_are_never_joined() -> None:
    years = [extraction("甲镇", 2015 + at, Given(RATE, str(90 + at), base="别的口径" if at == 1 else None)) for at in range(4)]
    tables = tables_of(*years)
    assert lines(tables) == {"甲镇": (90.0, None, 92.0, 93.0), "甲镇 · 口径：别的口径": (None, 91.0, None, None)}
    assert lines(tables, Break(2018, "改了", "changed")) == {
        "甲镇": (90.0, None, 92.0, None),
        "甲镇 · 口径：别的口径": (None, 91.0, None, None),
        "甲镇 · 2018 年起新定义": (None, None, None, 93.0),
    }


def test_the_words_of_every_figure_drawn_stand_in_the_speaker_s_notes(slides: tuple[Slide, ...], show: Any) -> None:
    line = f"{HOSTILE} 2020：97.5%，“success_rate为97.5”（{HOSTILE}_2020.txt，0–{len('success_rate为97.5')}）"
    assert line in slides[1].spoken
    notes = show.slides[1].notes_slide.notes_text_frame.text
    assert line.replace("\x07", "␇") in notes
    assert slides[1].spoken[0] in notes
    # All that the brief says of it, the ranks too.
    assert any("名次按数值由高到低排" in told for told in slides[1].spoken)


def test_charts_are_native_and_can_be_edited(show: Any) -> None:
    bars, years = chart_of(show.slides[1]), chart_of(show.slides[2])
    assert (bars.chart_type, years.chart_type) == (XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.LINE_MARKERS)
    assert [list(one.values) for one in bars.plots[0].series] == [[97.5, None, 92.0, 90.0], [None, 95.0, None, None]]
    assert bars._chartSpace.xpath("//c:dispBlanksAs/@val") == years._chartSpace.xpath("//c:dispBlanksAs/@val") == ["gap"]
    # A bound has its sign at its bar, which is hatched.
    assert bars._chartSpace.xpath("//c:ser[2]//a:pattFill/@prst") == ["wdUpDiag"]
    assert bars._chartSpace.xpath("//c:ser[2]/c:dLbls/c:numFmt/@formatCode") == ['"≥"0']
    assert bars._chartSpace.xpath("//c:valAx/c:scaling/c:min/@val") == ["0.0"]


def test_no_name_is_a_formula_in_a_chart_s_workbook(show: Any) -> None:
    for page in (show.slides[1], show.slides[2]):
        book = openpyxl.load_workbook(io.BytesIO(chart_of(page).part.chart_workbook.xlsx_part.blob))
        cells_held = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
        assert [cell.value for cell in cells_held if cell.data_type == "f"] == []
        assert any(str(cell.value).startswith(" =1+1<b>&␇镇") for cell in cells_held)


def test_every_slide_has_a_title_and_stays_within_its_edges(show: Any) -> None:
    assert (show.slide_width.pt, show.slide_height.pt) == (WIDTH, HEIGHT)
    for page in show.slides:
        assert page.shapes.title.text_frame.text
        for shape in page.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= show.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= show.slide_height
    frame = next(shape for shape in show.slides[1].shapes if shape.has_chart)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr").startswith("调解成功率：各地数值")


def test_every_script_has_a_face_with_chinese(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert theme.count('<a:ea typeface="Microsoft YaHei"/>') == theme.count('<a:latin typeface="Microsoft YaHei"/>') == 2


def test_the_same_deck_gives_the_same_bytes_and_no_time_is_in_them(tables: Tables, data: bytes) -> None:
    assert to_pptx(plan_deck(tables, Selection((RATE,), years=(2020,)), made=DAY), made=DAY) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        books = [name for name in package.namelist() if name.endswith(".xlsx")]
        assert len(books) == 2
        inner = [zipfile.ZipFile(io.BytesIO(package.read(name))) for name in books]
        for held in (package, *inner):
            assert {entry.date_time for entry in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"2026-01-02T00:00:00Z" in held.read("docProps/core.xml")


def test_many_bars_and_many_notes_go_on_over_further_slides_of_one_axis() -> None:
    places = [extraction(f"{at}号镇", 2020, Given(RATE, str(60 + at))) for at in range(30)]
    silent = [extraction(f"很长很长很长名字的第{at}号镇", 2020) for at in range(12)]
    deck = plan_deck(tables_of(*places, *silent), Selection((RATE,)), made=DAY)
    charted = [slide for slide in deck.slides if slide.charted]
    assert [slide.title[-5:] for slide in charted] == ["（1/3）", "（2/3）", "（3/3）"]
    assert [len(slide.charted.categories) for slide in charted if slide.charted] == [10, 10, 10]
    assert {slide.charted.top for slide in charted if slide.charted} == {100.0}
    for slide in charted:
        assert sum(lines_needed(note, NOTES.width, NOTES.size) for note in slide.notes) <= 7


def test_where_nothing_can_be_drawn_words_say_so() -> None:
    deck = plan_deck(tables_of(extraction("甲镇", 2020), extraction("乙镇", 2020)), Selection((RATE,)), made=DAY, lang="en")
    assert [slide.charted for slide in deck.slides] == [None, None, None]
    assert "There is no value to draw; the causes are below." in deck.slides[1].lines
    assert deck.slides[1].lines[-1] == "No value in 2: not mentioned 2 (乙镇, 甲镇). A blank is no zero."


@pytest.mark.parametrize(("count", "parts"), [(0, []), (12, [12]), (13, [6, 7]), (25, [8, 8, 9])])
def test_parts_are_of_nearly_one_size(count: int, parts: list[int]) -> None:
    assert list(map(len, parts_of(count, 12))) == parts


def test_whole_sentences_go_on_and_one_too_long_for_any_box_is_cut_without_loss() -> None:
    # 100 points hold ten Chinese characters of 10 points, or seventeen others; 30 points hold two lines.
    assert (lines_needed("一" * 10, 100, 10), lines_needed("一" * 11, 100, 10)) == (1, 2)
    assert (lines_needed("a" * 17, 100, 10), lines_needed("a" * 18, 100, 10)) == (1, 2)
    assert fit(["一" * 10, "二" * 10, "三"], 100, 30, 10) == (["一" * 10, "二" * 10], ["三"])
    assert fit(["一", "二" * 12], 100, 30, 10) == (["一"], ["二" * 12])
    shown, rest = fit(["四" * 40], 100, 30, 10)
    assert "".join([*shown, *rest]) == "四" * 40
    assert len(shown[0]) == 20


def test_what_is_said_above_a_chart_keeps_to_its_lines_and_the_rest_goes_below() -> None:
    assert fit_joined(["单位。", "一" * 9, "二" * 9, "三"], "", 100, 30, 10) == ("单位。" + "一" * 9, ["二" * 9, "三"])
    assert fit_joined(["一" * 90], "", 100, 30, 10) == ("一" * 90, [])


def test_a_place_whose_figures_are_of_another_base_than_most_says_so() -> None:
    tables = tables_of(*(extraction(f"{name}镇", 2019 + at, Given(RATE, "90", base=base)) for name, base in (("甲", None), ("乙", None), ("丙", "别的")) for at in (0, 1)))
    assert set(lines(tables)) == {"甲镇", "乙镇", "丙镇 · 口径：别的"}


def test_a_break_of_the_definition_is_drawn_as_one() -> None:
    tables = with_breaks(tables_of(*(extraction("甲镇", 2018 + at, Given(RATE, "9" + str(at))) for at in range(3))), RATE, Break(2020, "改了", "changed"))
    charted = plan_deck(tables, Selection((RATE,)), made=DAY).slides[1].charted
    assert charted is not None
    assert [(one.name, one.values) for one in charted.series] == [("甲镇", (90.0, 91.0, None)), ("甲镇 · 2020 年起新定义", (None, None, 92.0))]
