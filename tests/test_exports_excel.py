"""The workbook: every sheet in full for hand-made reports, its links, its safety, the same bytes, and LibreOffice's reading."""

from __future__ import annotations

import csv
import hashlib
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from samples import Given, extraction, tables_of
from workbooks import MADE, faults, opened, rows, sample, sample_book, years_book

from exports import excel_package
from exports.excel import to_xlsx
from exports.excel_faces import codes
from extract.model import Basis, Qualifier
from panel.build import Tables
from panel.compare import VALUE, Selection, cells

TESTS = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def data() -> bytes:
    return sample_book()


@pytest.fixture(scope="module")
def book(data: bytes) -> Any:
    return opened(data)


def test_sheets_stand_in_their_order_and_the_cover_opens_first(book: Any) -> None:
    assert book.sheetnames == [
        *("封面", "目录", "说明", "对比", "逐年", "排名", "图表", "图表数据", "覆盖", "读数与证据"),
        *("未采用", "算术核对", "上年对照", "指标目录", "文件"),
    ]
    assert [sheet.sheet_view.tabSelected for sheet in book] == [True, *[False] * 14]
    assert opened(to_xlsx(sample(), made=MADE, lang="en")).sheetnames == [
        *("Cover", "Contents", "Notes", "Compare", "Years", "Ranking", "Charts", "Chart data", "Coverage"),
        *("Readings and evidence", "Not taken", "Arithmetic", "Year before", "Indicators", "Files"),
    ]


def test_the_comparison_in_full(book: Any) -> None:
    assert rows(book["对比"], 5) == [
        ("主题", None, None, None, "矛盾纠纷化解", "行政诉讼", "行政诉讼", "行政诉讼", None),
        ("可比性", None, None, None, "A 可比较", "A 可比较", "B 须谨慎", "C 仅展示", None),
        ("方向", None, None, None, "越高越好", "越低越好", "无优劣方向", "无优劣方向", None),
        ("给出数值/有报告", None, None, None, "2/4", "1/4", "1/4", "1/4", None),
        (
            "地区",
            "层级",
            "年份",
            "证据（序号）",
            "调解成功率(%)",
            "行政诉讼败诉率(%)",
            "行政诉讼案件数(件)",
            "法治培训次数(次)",
            "文件",
        ),
        ("新昌县", "县级", 2022, "1–2", 95, 12.5, "未采用", "提及无数", "新昌县_2022.txt"),
        ("泗门镇", "乡镇级", 2022, "3–6", 98.3, "不适用", 0, 40, "泗门镇_2022.txt"),
        ("清溪镇", "乡镇级", 2021, 7, "未提及", "不适用", "仅部分", "未提及", "清溪镇_2021.txt"),
        ("清溪镇", "乡镇级", 2022, "—", "无报告", "无报告", "无报告", "无报告", None),
        ("清溪镇", "乡镇级", 2023, "—", "未提及", "不适用", "未提及", "未提及", "清溪镇_2023.txt"),
        ("坏.pdf", "层级未知", "年份未知", "—", "无法读取", "无法读取", "无法读取", "无法读取", "坏.pdf"),
    ]


def test_signs_stand_beside_the_numbers_and_not_in_them(book: Any) -> None:
    formats = {cell.coordinate: cell.number_format for row in book["对比"]["E10:H11"] for cell in row}
    assert formats == {
        "E10": '"≥"#,##0_†_§;"≥"-#,##0_†_§',
        "F10": '#,##0.0###"†"_§',
        "G10": "General",
        "H10": "General",
        "E11": "#,##0.0###_†_§",
        "F11": "General",
        "G11": '#,##0"‡"_§',
        "H11": '"≈"#,##0_†"§";"≈"-#,##0_†"§"',
    }


def test_the_readings_in_full(book: Any) -> None:
    assert rows(book["读数与证据"], 4) == [
        ("序号", "对比单元格", "地区", "层级", "年份", "指标", "数值", "单位", "限定", "原文", "依据类型", "推算依据（起–止）", "口径（分母）", "范围", "主读数", "章节", "文件", "起", "止", "指标编号", "句式", "页码", "表格单元格", "逐年第几行", "排名第几行"),
        (1, "E10", "新昌县", "县级", 2022, "调解成功率", 95, "%", "至少", "调解成功率95%以上", "原文", None, "未说明", None, "是", None, "新昌县_2022.txt", 0, 10, "success_rate", "success_rate.1", None, None, 5, 5),
        (2, "F10", "新昌县", "县级", 2022, "行政诉讼败诉率", 12.5, "%", "确数", "审结8件,败诉1件", "推算", None, "审结案件", None, "是", None, "新昌县_2022.txt", 11, 20, "loss_rate", "loss_rate.1", None, None, 9, 7),
        (3, "E11", "泗门镇", "乡镇级", 2022, "调解成功率", 98.3, "%", "确数", "调解成功率达98.3%", "原文", None, "未说明", None, "是", None, "泗门镇_2022.txt", 0, 11, "success_rate", "success_rate.1", None, None, 6, 6),
        (4, "G11", "泗门镇", "乡镇级", 2022, "行政诉讼案件数", 0, "件", "确数", "无行政诉讼案件", "推断", None, None, None, "是", None, "泗门镇_2022.txt", 12, 19, "cases", "cases.1", None, None, 14, 8),
        (5, None, "泗门镇", "乡镇级", 2022, "行政诉讼案件数", 3, "件", "确数", "其中拆迁3件", "原文", None, None, "拆迁", "否", None, "泗门镇_2022.txt", 29, 35, "cases", "cases.1", None, None, None, None),
        (6, "H11", "泗门镇", "乡镇级", 2022, "法治培训次数", 40, "次", "约数", "举办培训40余次", "原文", None, None, "镇村两级干部", "是", None, "泗门镇_2022.txt", 20, 28, "sessions", "sessions.1", None, None, 18, 9),
        (7, "G12", "清溪镇", "乡镇级", 2021, "行政诉讼案件数", 1200, "件", "确数", "拆迁诉讼1200件", "原文", None, None, "拆迁", "否", None, "清溪镇_2021.txt", 0, 9, "cases", "cases.1", None, None, 15, None),
    ]  # fmt: skip


def test_the_refusals_in_full(book: Any) -> None:
    assert rows(book["未采用"], 4) == [
        ("序号", "对比单元格", "地区", "层级", "年份", "指标", "数值", "单位", "限定", "原文", "依据类型", "理由", "依据的字句或规则", "章节", "文件", "起", "止", "指标编号", "句式", "逐年第几行"),
        (1, "G10", "新昌县", "县级", 2022, "行政诉讼案件数", 7, "件", "确数", "全市行政诉讼案件7件", "原文", "属于其他地区或机关", "词", None, "新昌县_2022.txt", 21, 31, "cases", "cases.2", 13),
    ]  # fmt: skip


def test_the_dictionary_is_the_catalogue_s(book: Any) -> None:
    held = rows(book["指标目录"], 5)
    loss = sample().catalog.indicators["loss_rate"]
    assert [row[:4] for row in held] == [
        ("调解成功率", "E9", "%", "矛盾纠纷化解"),
        ("行政诉讼败诉率", "F9", "%", "行政诉讼"),
        ("行政诉讼案件数", "G9", "件", "行政诉讼"),
        ("法治培训次数", "H9", "次", "行政诉讼"),
    ]
    assert held[1][4:8] == (loss.definition, "比率", "越低越好", "A 级：口径相同，可以比较")
    assert held[1][9:13] == (loss.numerator, loss.base, "、".join(loss.bases), loss.law)
    assert held[1][13:18] == ("省级、市级、县级", 0, 100, loss.decimals, "行政诉讼败诉率")
    assert held[1][18:] == ("loss rate", "loss_rate", loss.version)


def test_the_run_log_names_every_file_and_what_was_wrong(book: Any) -> None:
    held = rows(book["文件"], 5)
    assert [row[:5] for row in held] == [
        ("泗门镇_2022.txt", "已读取", "泗门镇", "乡镇级", 2022),
        ("新昌县_2022.txt", "已读取", "新昌县", "县级", 2022),
        ("清溪镇_2021.txt", "已读取", "清溪镇", "乡镇级", 2021),
        ("清溪镇_2023.txt", "已读取", "清溪镇", "乡镇级", 2023),
        ("坏.pdf", "无法读取", "坏.pdf", "层级未知", "年份未知"),
    ]
    assert held[0][6:] == (datetime(2023, 3, 29), None, None, None, None, None, 36, 4, 0, None, None, None)
    assert held[4][5:] == (None, None, None, None, None, None, None, 0, 0, 0, None, "文件名的后缀是 .pdf，内容却是图片（PNG）", "请把其中的文字存为 .txt 文件")


def test_the_run_log_says_what_was_wrong_in_english_too() -> None:
    book = opened(to_xlsx(sample(), made=MADE, lang="en"))
    wrong = ("it is a picture (PNG) under the name of a .pdf file", "give its text as .txt")
    assert rows(book["Files"], 5)[4][-2:] == wrong


def test_the_notes_say_what_when_of_how_much_and_explain_every_code_and_sign(book: Any) -> None:
    cover = rows(book["封面"], 1)
    told = {label: text for label, text in cover if isinstance(label, str)}
    assert told["各地自行报告，口径未经统一，未报告不等于没有。"] is None
    assert told["生成日期"] == datetime(2026, 11, 21)
    assert told["指标目录版本"] == "9.9 (0a1b2c3d)"
    assert told["选择范围"] == "指标：全部；地区：全部；年份：全部；层级：全部"
    assert told["报告"] == "读取 4 份，无法读取 1 份"
    assert told["读数"] == "7 条，其中主读数 5 条；对比表有数值 5 格、空格 19 格"
    assert dict(row[:2] for row in rows(book["目录"], 5))["对比"] == "每行一个地区和年份，每列一个指标；表头在第 9 行"
    explained = {item for _, item, _ in rows(book["说明"], 5)}
    assert {*codes("zh").values(), *"≥≤≈†‡§", "A 可比较", "B 须谨慎", "C 仅展示"} <= explained


def test_every_value_leads_to_its_reading_and_back(book: Any) -> None:
    compare = book["对比"]
    links = {cell.coordinate: cell.hyperlink.location for row in compare["D10:I15"] for cell in row if cell.hyperlink}
    assert links == {
        "D10": "'读数与证据'!A5",
        "E10": "'读数与证据'!A5",
        "F10": "'读数与证据'!A6",
        "G10": "'未采用'!A5",
        "D11": "'读数与证据'!A7",
        "E11": "'读数与证据'!A7",
        "G11": "'读数与证据'!A8",
        "H11": "'读数与证据'!A10",
        "D12": "'读数与证据'!A11",
        "G12": "'读数与证据'!A11",
    }
    assert compare["E10"].hyperlink.tooltip == "调解成功率95%以上"
    for title in ("读数与证据", "未采用"):
        for row in range(5, book[title].max_row + 1):
            back = book[title].cell(row, 2)
            if back.value is None:
                assert back.hyperlink is None
            else:
                assert back.hyperlink.location == f"'对比'!{back.value}"
                assert links[back.value] == f"'{title}'!A{row}"


def test_sheets_are_set_up_for_reading_and_printing(book: Any) -> None:
    assert {sheet.title: sheet.freeze_panes for sheet in book} == {
        "封面": "A6",
        "目录": "B5",
        "说明": "C5",
        "对比": "D10",
        "逐年": "E5",
        "排名": "E5",
        "图表": "A5",
        "图表数据": "E5",
        "覆盖": "D5",
        "读数与证据": "D5",
        "未采用": "D5",
        "算术核对": "D5",
        "上年对照": "D5",
        "指标目录": "B5",
        "文件": "B5",
    }
    assert [list(sheet.tables.items()) for sheet in book] == [
        *([("Cover", "A5:B14")], [("Contents", "A4:C17")], [("Notes", "A4:C34")], [("Compare", "A9:I15")]),
        *([("Yearly", "A4:I20")], [("Ranks", "A4:S9")], [("Charts", "A4:F12")], [], [("Coverage", "A4:M16")]),
        *([("Readings", "A4:Y11")], [("Refusals", "A4:T5")]),
        *([], [], [("Catalogue", "A4:U8")], [("Files", "A4:R9")]),
    ]
    for sheet in book:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is (sheet.title != "图表")
        assert sheet.sheet_view.selection[-1].activeCell == "A1"
        assert sheet.oddHeader.right.text == "指标目录 9.9 (0a1b2c3d) · 2026-11-21"
        assert sheet.oddFooter.left.text == "各地自行报告，口径未经统一，未报告不等于没有。"
    assert (book["对比"].print_title_rows, book["对比"].print_title_cols) == ("$9:$9", "$A:$C")
    assert book["对比"].print_area == "'对比'!$A$5:$I$15"


def test_a_blank_is_never_a_number_and_a_number_never_a_text(tables: Tables) -> None:
    compare = opened(to_xlsx(tables, made=MADE))["对比"]
    held = cells(tables, Selection())
    width = len(tables.catalog.indicators)
    shown = [cell for row in compare.iter_rows(min_row=10, min_col=5, max_col=4 + width, values_only=True) for cell in row]
    assert len(shown) == len(held) > 0
    for value, state, number in zip(shown, held["state"], held["value"], strict=True):
        if state == VALUE:
            assert type(value) in (int, float)
            assert value == number
        else:
            assert value == codes("zh")[state]
    assert all(type(year) is int for (year,) in compare.iter_rows(min_row=10, min_col=3, max_col=3, values_only=True))


SELECTIONS = {
    "everything": (Selection(), (6, 4, 7, 1, 5)),
    "one indicator": (Selection(indicators=("cases",)), (6, 1, 3, 1, 5)),
    "two places": (Selection(places=("新昌县", "泗门镇")), (2, 4, 6, 1, 3)),
    "a place and a year": (Selection(places=("清溪镇",), years=(2021,)), (1, 4, 1, 0, 2)),
    "a place that is not there": (Selection(places=("甲",), years=(2021,)), (1, 4, 0, 0, 1)),
    "a year without reports": (Selection(years=(1999,)), (4, 4, 0, 0, 1)),
    "a level": (Selection(levels=("county",)), (2, 4, 2, 1, 2)),
}


@pytest.mark.parametrize(("selection", "sizes"), SELECTIONS.values(), ids=SELECTIONS)
def test_a_selection_gives_its_rows_and_a_sound_package(selection: Selection, sizes: tuple[int, ...]) -> None:
    """`sizes`: rows and indicators of the comparison, readings, refusals, files."""
    # By turns in each of the languages.
    lang = "zh" if sizes[0] % 4 else "en"
    made = to_xlsx(sample(), selection, made=MADE, lang=lang)
    assert faults(made) == []
    _, _, _, compare, _, _, _, _, _, readings, refusals, _, _, catalogue, files = opened(made)
    counted = [_data_rows(compare, 9), _data_rows(catalogue, 4), *(_data_rows(sheet, 4) for sheet in (readings, refusals, files))]
    assert tuple(counted) == sizes


def _data_rows(sheet: Any, top: int) -> int:
    """The rows of a sheet's table; a sheet without a table must say so."""
    if sheet.tables:
        return int(sheet.max_row) - top
    assert [value for value in rows(sheet, top + 1)[0] if value is not None] in (["（没有）"], ["(none)"])
    return 0


def test_no_reports_at_all_give_a_workbook_that_says_so() -> None:
    made = to_xlsx(tables_of(), made=MADE)
    assert faults(made) == []
    book = opened(made)
    assert [list(sheet.tables) for sheet in book] == [["Cover"], ["Contents"], ["Notes"], [], [], [], ["Charts"], *[[]] * 6, ["Catalogue"], []]
    assert rows(book["对比"], 10) == [("（没有）", *[None] * 8)]
    assert dict(row[:2] for row in rows(book["封面"], 1))["读数"] == "0 条，其中主读数 0 条；对比表有数值 0 格、空格 0 格"


def test_the_selection_is_said_in_words() -> None:
    chosen = Selection(indicators=("cases",), places=("泗门镇",), years=(2022,), levels=("township",))
    told = dict(row[:2] for row in rows(opened(to_xlsx(sample(), chosen, made=MADE))["封面"], 1))
    assert told["选择范围"] == "指标：行政诉讼案件数；地区：泗门镇；年份：2022；层级：乡镇级"


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError, match="no_such"):
        to_xlsx(sample(), Selection(indicators=("no_such",)), made=MADE)
    with pytest.raises(ValueError, match="no language 'fr'"):
        to_xlsx(sample(), made=MADE, lang="fr")


def test_what_a_cell_can_not_hold_is_shown_by_rule() -> None:
    long, mark = "长" * 40_000, "……〔共 40000 字，此处截断 / 40000 characters, cut here〕"
    given = [Given("cases", "3", words="甲\x00\x0b\x1f\ufffe乙\r\n丙\r丁"), Given("sessions", "4", words=long)]
    made = to_xlsx(tables_of(extraction("甲镇", 2022, *given)), made=MADE)
    assert faults(made) == []
    quotes = [row[9] for row in rows(opened(made)["读数与证据"], 5)]
    assert quotes[0] == "甲␀␋␟\ufffd乙\n丙\n丁"
    assert quotes[1] == long[: 32_767 - len(mark)] + mark


def test_negative_and_tiny_numbers_stay_numbers() -> None:
    given = [Given("cases", "-5", qualifier=Qualifier.MAX), Given("success_rate", "0.0001"), Given("sessions", "12000000")]
    compare = opened(to_xlsx(tables_of(extraction("甲镇", 2022, *given)), made=MADE))["对比"]
    assert [compare[name].value for name in ("E10", "G10", "H10")] == [0.0001, -5, 12_000_000]
    assert compare["G10"].number_format == '"≤"#,##0_†_§;"≤"-#,##0_†_§'


def test_an_indicator_that_is_chosen_twice_has_one_column() -> None:
    book = opened(to_xlsx(sample(), Selection(indicators=("cases", "cases")), made=MADE))
    assert rows(book["对比"], 9)[0][4:] == ("行政诉讼案件数(件)", "文件")


def test_beyond_excel_s_limit_there_are_no_links_and_the_sheets_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_package, "LINK_LIMIT", 12)
    made = to_xlsx(sample(), made=MADE)
    assert faults(made) == []
    book = opened(made)
    assert "最多 12 个链接" in book["对比"]["A3"].value
    assert "最多" not in book["未采用"]["A2"].value
    links = [cell.coordinate for row in book["对比"].iter_rows() for cell in row if cell.hyperlink]
    # The notes, four indicators, and each of the three rows with readings keeps its own link before any value has one.
    assert links == ["A4", "E6", "F6", "G6", "H6", "D10", "E10", "F10", "G10", "D11", "E11", "D12"]
    assert book["对比"]["G11"].value == 0
    monkeypatch.setattr(excel_package, "LINK_LIMIT", 3)
    readings = opened(to_xlsx(sample(), made=MADE))["读数与证据"]
    assert "最多 3 个链接" in readings["A2"].value
    assert [(cell.value, cell.hyperlink is not None) for cell in readings["B"][4:]] == [
        *(("E10", True), ("F10", True), ("E11", False), ("G11", False), (None, False), ("H11", False), ("G12", False))
    ]


def test_the_same_input_gives_the_same_bytes_in_another_process_and_another_date_others(data: bytes) -> None:
    assert to_xlsx(sample(), made=MADE) == data
    assert to_xlsx(sample(), made=date(2026, 11, 22)) != data
    script = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]\n"
        "from workbooks import sample_book, years_book\n"
        "print(*(hashlib.sha256(made()).hexdigest() for made in (sample_book, years_book)))"
    )
    # The hashes of this process are seeded by chance, or by the environment.
    seed = "7" if os.environ.get("PYTHONHASHSEED") != "7" else "8"
    told = subprocess.run(
        [sys.executable, "-c", script, str(TESTS), str(TESTS.parent)],
        env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": "Asia/Shanghai"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.split() == [hashlib.sha256(made).hexdigest() for made in (data, years_book())]


def test_libreoffice_reads_the_same_cells(tmp_path: Path) -> None:
    given = [
        Given("success_rate", "95", "调解成功率95%以上", qualifier=Qualifier.MIN),
        Given("cases", "0", "=1+1", basis=Basis.IMPLIED),
        Given("sessions", "1.5", "_x0041_次"),
    ]
    (tmp_path / "book.xlsx").write_bytes(to_xlsx(tables_of(extraction("甲镇", 2022, *given)), made=MADE))
    start = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    # Field and text marks , and ", UTF-8, numbers as they are, every sheet a file of its own.
    for target in ("pdf", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"):
        subprocess.run(
            [*start, "--convert-to", target, "--outdir", str(tmp_path), str(tmp_path / "book.xlsx")],
            check=True,
            capture_output=True,
            timeout=120,
        )
    compare = list(csv.reader((tmp_path / "book-对比.csv").read_text("utf-8").splitlines()))
    assert compare[9] == ["甲镇", "乡镇级", "2022", "1–3", "95", "不适用", "0", "1.5", "甲镇_2022.txt"]
    readings = list(csv.reader((tmp_path / "book-读数与证据.csv").read_text("utf-8").splitlines()))
    assert [row[9] for row in readings[4:]] == ["调解成功率95%以上", "=1+1", "_x0041_次"]
    printed = subprocess.run(["pdftotext", str(tmp_path / "book.pdf"), "-"], check=True, capture_output=True).stdout.decode()
    assert {"≥95", "0‡", "1.5"} <= set(printed.split())
    assert "#" not in printed  # what a column too narrow for its number shows
