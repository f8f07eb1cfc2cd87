"""逐年, 排名, 覆盖, 图表数据, 目录 in full, the way from each of their values to its words and back, and hostile text everywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from samples import Given, Refused, county, extraction, tables_of
from workbooks import MADE, faults, opened, rows, sample_book, years_book

from exports import excel_package
from exports.excel import to_xlsx
from exports.excel_cells import Cells
from exports.excel_style import LINK_INK
from extract.model import Reason
from panel.compare import Selection
from panel.schema import CHECK_COLUMNS, EARLIER_COLUMNS, to_table


@pytest.fixture(scope="module")
def book() -> Any:
    return opened(years_book())


def test_the_years_in_full(book: Any) -> None:
    assert rows(book["逐年"], 4) == [
        ("指标", "单位", "地区", "层级", "2021年", "2022年", "2023年", "证据序号（按年份）"),
        ("调解成功率", "%", "丙镇", "乡镇级", "—", 97, 80, "1、2"),
        ("调解成功率", "%", "乙镇", "乡镇级", 97, 97, 96, "3、4、6"),
        ("调解成功率", "%", "甲镇", "乡镇级", 90, "无报告", 95, "8、9"),
        ("行政诉讼败诉率", "%", "丙镇", "乡镇级", "—", "不适用", "不适用", None),
        ("行政诉讼败诉率", "%", "乙镇", "乡镇级", "不适用", "不适用", "不适用", None),
        ("行政诉讼败诉率", "%", "甲镇", "乡镇级", "不适用", "无报告", "不适用", None),
        ("行政诉讼案件数", "件", "丙镇", "乡镇级", "—", "未提及", "未提及", None),
        ("行政诉讼案件数", "件", "乙镇", "乡镇级", "未提及", 5, 5, "5、7"),
        ("行政诉讼案件数", "件", "甲镇", "乡镇级", "未提及", "无报告", 7, 10),
        ("法治培训次数", "次", "丙镇", "乡镇级", "—", "未提及", "未提及", None),
        ("法治培训次数", "次", "乙镇", "乡镇级", "未提及", "未提及", "未提及", None),
        ("法治培训次数", "次", "甲镇", "乡镇级", "未提及", "无报告", "未提及", None),
    ]
    assert rows(opened(sample_book())["逐年"], 4)[4][4:] == ("—", "—", "—", "无法读取", None)


def test_the_ranking_in_full(book: Any) -> None:
    no, size = ("不排名",) * 3, "该指标无优劣方向，大小不表示好坏，不排名次。"
    assert rows(book["排名"], 4) == [
        ("指标", "年份", "层级", "地区", "数值", "单位", "名次自", "名次至", "并列", "同类数值", "该层级报告", "口径（分母）", "范围", "证据序号", "确数", "至少 ≥", "至多 ≤", "约数 ≈", "不排名的原因"),
        ("调解成功率", 2023, "乡镇级", "乙镇", 96, "%", 1, 2, "否", 3, 3, "未说明", None, 6, 96, None, None, None, None),
        ("调解成功率", 2023, "乡镇级", "甲镇", 95, "%", 1, 2, "否", 3, 3, "未说明", None, 9, None, 95, None, None, None),
        ("调解成功率", 2023, "乡镇级", "丙镇", 80, "%", 3, 3, "否", 3, 3, "未说明", None, 2, 80, None, None, None, None),
        ("调解成功率", 2022, "乡镇级", "丙镇", 97, "%", 1, 1, "是", 2, 2, "未说明", None, 1, 97, None, None, None, None),
        ("调解成功率", 2022, "乡镇级", "乙镇", 97, "%", 1, 1, "是", 2, 2, "未说明", None, 4, 97, None, None, None, None),
        ("调解成功率", 2021, "乡镇级", "乙镇", 97, "%", 1, 1, "否", 2, 2, "未说明", None, 3, 97, None, None, None, None),
        ("调解成功率", 2021, "乡镇级", "甲镇", 90, "%", 2, 2, "否", 2, 2, "未说明", None, 8, 90, None, None, None, None),
        ("行政诉讼案件数", 2023, "乡镇级", "甲镇", 7, "件", *no, 2, 3, None, None, 10, 7, None, None, None, size),
        ("行政诉讼案件数", 2023, "乡镇级", "乙镇", 5, "件", *no, 2, 3, None, None, 7, 5, None, None, None, size),
        ("行政诉讼案件数", 2022, "乡镇级", "乙镇", 5, "件", *no, 1, 2, None, None, 5, 5, None, None, None, size),
    ]  # fmt: skip
    formats = [book["排名"][cell].number_format for cell in ("E5", "E6", "G5", "G8", "P6")]
    assert formats == ["#,##0_†_§", '"≥"#,##0_†_§;"≥"-#,##0_†_§', "0", '0"="', '"≥"General;"≥"-General']


def test_the_coverage_in_full_and_its_rows_add_up() -> None:
    head, *held = rows(opened(sample_book())["覆盖"], 4)
    assert head == ("指标", "主题", "层级", "有数值", "有报告", "未提及", "提及无数", "未采用", "仅部分", "不适用", "无报告", "无法读取", "合计")
    assert [row[0::2][:1] + row[2:] for row in held if row[0] in ("调解成功率", "行政诉讼案件数")] == [
        ("调解成功率", "县级", 1, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        ("调解成功率", "乡镇级", 1, 3, 2, 0, 0, 0, 0, 1, 0, 4),
        ("调解成功率", "层级未知", 0, 0, 0, 0, 0, 0, 0, 0, 1, 1),
        ("行政诉讼案件数", "县级", 0, 1, 0, 0, 1, 0, 0, 0, 0, 1),
        ("行政诉讼案件数", "乡镇级", 1, 3, 1, 0, 0, 1, 0, 1, 0, 4),
        ("行政诉讼案件数", "层级未知", 0, 0, 0, 0, 0, 0, 0, 0, 1, 1),
    ]
    assert all(row[3] + sum(row[5:12]) == row[12] for row in held)


def test_the_contents_lead_to_every_sheet_and_count_its_rows(book: Any) -> None:
    held = rows(book["目录"], 5)
    assert [row[0] for row in held] == book.sheetnames[2:]
    assert {row[0]: row[2] for row in held} == {
        "说明": 30, "对比": 8, "逐年": 12, "排名": 10, "图表": 8, "图表数据": 5, "覆盖": 4, "读数与证据": 10,
        "未采用": 0, "算术核对": 0, "上年对照": 0, "指标目录": 4, "文件": 7,
    }
    assert [book["目录"].cell(row, 1).hyperlink.location for row in range(5, 18)] == [f"'{title}'!A1" for title in book.sheetnames[2:]]
    assert all(book[title]["A4" if title == "对比" else "A3"].hyperlink.location == "'目录'!A1" for title in book.sheetnames[2:])


@pytest.mark.parametrize(("title", "back"), [("对比", "对比单元格"), ("逐年", "逐年第几行"), ("排名", "排名第几行"), ("图表数据", None)])
def test_each_value_leads_to_the_reading_that_says_it_and_the_reading_back(book: Any, title: str, back: str | None) -> None:
    evidence, sheet = book["读数与证据"], book[title]
    top = 9 if title == "对比" else 4
    heads = [cell.value for cell in evidence[4]]
    seen = 0
    for row in sheet.iter_rows(min_row=top + 1):
        for cell in row:
            if cell.hyperlink is None or not cell.hyperlink.location.startswith("'读数与证据'") or (title == "对比" and cell.column == 4):
                continue
            seen += 1
            reading = evidence[int(cell.hyperlink.location.rpartition("!A")[2])]
            assert reading[heads.index("数值")].value == cell.value
            assert cell.hyperlink.tooltip == reading[heads.index("原文")].value
            if back is not None:
                own = reading[heads.index(back)]
                assert own.value == (cell.coordinate if title == "对比" else cell.row)
                assert own.hyperlink.location == f"'{title}'!{cell.coordinate}"
    heads = [cell.value for cell in sheet[top]]
    last = heads.index("证据序号（按年份）") if title == "逐年" else None
    numbers = [cell for row in sheet.iter_rows(min_row=top + 1, min_col=5, max_col=last) for cell in row if isinstance(cell.value, (int, float))]
    # Of the ranking's numbers the values alone, of which there are as many as readings.
    assert seen == (10 if title != "图表数据" else 9) == (len(numbers) if title != "排名" else 10)


def test_beyond_excel_s_limit_the_links_to_the_comparison_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_package, "LINK_LIMIT", 8)
    book = opened(years_book.__wrapped__())
    evidence = book["读数与证据"]
    linked = {head: [cell.hyperlink is not None for cell in evidence[letter][4:]] for head, letter in (("对比", "B"), ("逐年", "X"), ("排名", "Y"))}
    assert {head: sum(own) for head, own in linked.items()} == {"对比": 7, "逐年": 0, "排名": 0}
    assert [cell.value for cell in evidence["Y"][4:6]] == [8, 7]
    # What is blue can be clicked, and nothing else is blue.
    for sheet in (evidence, book["逐年"], book["排名"], book["对比"]):
        told = [cell for row in sheet.iter_rows(min_row=10) for cell in row if cell.value is not None]
        assert {cell.font.color.rgb == f"00{LINK_INK}" for cell in told if cell.hyperlink is not None} <= {True}
        assert {cell.font.color.rgb == f"00{LINK_INK}" for cell in told if cell.hyperlink is None} == {False}
    assert evidence["B5"].font.color.rgb == f"00{LINK_INK}"
    for title in ("逐年", "排名", "图表数据", "读数与证据"):
        assert "最多 8 个链接" in book[title]["A2"].value
        assert sum(cell.hyperlink is not None for row in book[title].iter_rows() for cell in row) == 8
    assert book["逐年"]["E5"].number_format == "General"


def test_one_report_alone_has_all_sheets() -> None:
    made = to_xlsx(tables_of(extraction(county("甲县"), 2023, Given("success_rate", "97"))), made=MADE)
    assert faults(made) == []
    book = opened(made)
    assert len(book.sheetnames) == 15
    assert rows(book["排名"], 5)[0][6:9] == ("不排名", "不排名", "不排名")
    assert {row[4] for row in rows(book["图表"], 5)[:8]} == {"没有画：同类数值不足两个", "没有画：没有地区有两年同类数值"}
    assert book["图表"]._charts == []


HOSTILE = [
    *("=1+1", "=cmd|' /C calc'!A0", "+86 10", "-3件", "@SUM(A1)", "\t=1+1", "#REF!", "</t></si><script>&amp;\"'", "_x0041_件"),
    *("  案件  ", "第一行\n第二行", "𠮷镇😀", "0012", "2022-03-29", "TRUE", "1E5"),
]


def test_text_is_text_whatever_it_looks_like_on_every_sheet() -> None:
    held, checks, earlier = [], [], []
    for text in HOSTILE:
        doc = f"{text}.txt"
        given = [Given("cases", "3", words=text, base=text, scope=text), Given("success_rate", "9", words=text)]
        held.append(extraction(text, 2022, *given, refused=[Refused("sessions", "4", words=text, reason=Reason.PLAN, unit=text)], doc_id=doc))
        checks.append((doc, 1, "cases = parts", "agrees", text, text, None, 1.0, "exact", 0, 1, text))
        earlier.append((doc, "cases", 2021, "level", 1.0, "件", "exact", 0, 1, text, None, None, 1.0, 1.0, "agrees", doc, 1.0, "exact", 0, 1, text))
    tables = replace(tables_of(*held), checks=to_table(checks, CHECK_COLUMNS), earlier=to_table(earlier, EARLIER_COLUMNS))
    made = to_xlsx(tables, made=MADE)
    assert faults(made) == []
    book = opened(made)
    for title, head in (
        *(("对比", "地区"), ("对比", "文件"), ("逐年", "地区"), ("排名", "地区"), ("排名", "口径（分母）"), ("排名", "范围")),
        *(("读数与证据", head) for head in ("地区", "原文", "口径（分母）", "范围", "文件")),
        *(("未采用", head) for head in ("地区", "原文", "单位", "文件")),
        *(("算术核对", head) for head in ("原文", "算式", "报告的说法", "文件")),
        *(("上年对照", head) for head in ("地区", "原文", "上年报告原文", "上年报告文件")),
        *(("文件", head) for head in ("文件", "地区", "标题")),
    ):
        top = 9 if title == "对比" else 4
        heads, *told = rows(book[title], top)
        shown = {row[heads.index(head)] for row in told}
        suffix = {"标题": ".txt 的报告"}.get(head, ".txt" if "文件" in head else "")
        assert {f"{text}{suffix}" for text in HOSTILE} <= shown, (title, head)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} == {"s", "n", "d"}
    assert not any(cell.quotePrefix for sheet in book for row in sheet.iter_rows() for cell in row)


def test_every_sheet_is_one_table_and_its_year_a_number(book: Any) -> None:
    names = [name for sheet in book for name in sheet.tables]
    assert len(names) == len(set(names)) == 12
    assert all(len(sheet.tables) <= 1 for sheet in book)
    for title, letter in (("对比", "C"), ("排名", "B"), ("读数与证据", "E"), ("文件", "E")):
        years = [cell for cell in book[title][letter][10:] if cell.value is not None]
        assert all(type(cell.value) is int and cell.number_format == "0" for cell in years)


def test_no_number_is_kept_as_text(book: Any) -> None:
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert [text for text in texts if text.strip().replace(".", "").replace("-", "").isdigit()] == []


def test_the_borrowed_stay_out_whatever_is_chosen() -> None:
    book = opened(to_xlsx(tables_of(extraction("甲镇", 2021, Given("cases", "3")), extraction("甲镇", 2022)), Selection(years=(2022,), borrow=2), made=MADE))
    assert rows(book["对比"], 10)[0][6] == "未提及"


def test_a_cell_of_a_number_that_is_none_stops_the_workbook() -> None:
    with pytest.raises(ValueError, match="never a number"):
        Cells().tail(float("nan"), 0)
