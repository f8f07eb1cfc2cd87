"""What a format writes: pieces in order, with pages, cells, furniture and the way back to the file."""

from __future__ import annotations

import pytest

from extract.source import Source, Writer


def written(*rows: list[str], name: str | None = None) -> Source:
    writer = Writer()
    writer.write_table(list(rows), name)
    return writer.done()


def cells(source: Source) -> list[tuple[str, str]]:
    return [(cell.address, source.text[cell.start : cell.end]) for cell in source.cells]


def test_pages_begin_where_they_are_said_to() -> None:
    writer = Writer()
    writer.begin_page()
    writer.write("一\n")
    writer.begin_page()
    writer.begin_page()
    writer.write("三")
    source = writer.done()
    assert (source.text, source.pages) == ("一\n三", (0, 2, 2))
    assert [source.page_at(offset) for offset in range(3)] == [1, 1, 3]
    assert Source("一").page_at(0) is None


def test_words_lead_back_to_the_file() -> None:
    writer = Writer()
    for words, raw in (("行政", 4), ("复议", 6), ("—", None), ("案件", 20)):
        writer.write(words, raw=raw)
    source = writer.done()
    assert [source.raw_at(offset) for offset in range(len(source.text))] == [4, 5, 6, 7, None, 20, 21]
    assert Source("一").raw_at(0) is None


def test_furniture_that_touches_is_one_stretch() -> None:
    writer = Writer()
    for words, furniture in (("首", True), ("页\n", True), ("报告", False), ("版权", True)):
        writer.write(words, furniture=furniture)
    assert writer.done().furniture == ((0, 3), (5, 7))


TABLES = {
    "two columns": ([["调解案件", "88件"], ["办结率", "100%"]], "调解案件 88件\n办结率 100%\n"),
    "heads": ([["指标", "本年", "上年"], ["收案(件)", "41", "35"]], "指标 本年 上年\n本年 收案(件) 41, 上年 收案(件) 35。\n"),
    "figures in the first row are no heads": ([["收案", "41", "35"], ["结案", "38", "30"]], "收案 41 35\n结案 38 30\n"),
    "a matter a column": ([["年度", "收案(件)", "结案(件)"], ["2022年", "41", "38"]], "年度 收案(件) 结案(件)\n2022年 收案(件) 41, 2022年 结案(件) 38。\n"),
    "a column of units": ([["指标", "单位", "数值"], ["收案", "件", "41"]], "指标 单位 数值\n收案(件) 41。\n"),
    "numbers of rows": ([["序号", "指标", "本年"], ["1", "收案(件)", "41"], ["", "结案(件)", ""]], "序号 指标 本年\n本年 收案(件) 41。\n结案(件)。\n"),
    "a unit for all": ([["指标（件）", "本年", "上年"], ["收案", "41", "35"]], "指标（件） 本年 上年\n本年 收案（件） 41, 上年 收案（件） 35。\n"),
    "titles above the heads": ([["统计表", "", ""], ["指标", "本年", "上年"], ["收案", "1", "2"]], "统计表\n指标 本年 上年\n本年 收案 1, 上年 收案 2。\n"),
    "a row of a head alone": ([["指标", "本年", "上年"], ["一、复议", "", ""]], "指标 本年 上年\n一、复议\n"),
    "an empty cell stays empty": ([["指标", "本年", "上年"], ["收案", "", "35"]], "指标 本年 上年\n上年 收案 35。\n"),
    "blanks and line ends are one blank": ([["行政\n 复议", " 4 1 "]], "行政 复议 4 1\n"),
    "no rows": ([], ""),
    "rows without words": ([["", ""], []], ""),
    "a row longer than its heads": ([["指标", "本年", "上年"], ["收案", "1", "2", "3"]], "指标 本年 上年\n本年 收案 1, 上年 收案 2, 收案 3。\n"),
}


@pytest.mark.parametrize(("rows", "text"), TABLES.values(), ids=TABLES)
def test_a_table_is_a_line_a_row(rows: list[list[str]], text: str) -> None:
    assert written(*rows).text == text


def test_cells_have_addresses() -> None:
    source = written(["指标", "本年", "上年"], ["收案(件)", "41", "35"])
    assert cells(source) == [("表1 R1C1", "指标"), ("表1 R1C2", "本年"), ("表1 R1C3", "上年"), ("表1 R2C1", "收案(件)"), ("表1 R2C2", "41"), ("表1 R2C3", "35")]
    assert source.cell_at(source.text.index("41")) == "表1 R2C2"
    assert source.cell_at(source.text.index("41") + 2) is None


def test_cells_of_a_sheet_are_named_as_there() -> None:
    assert cells(written(["a"] * 27, name="附表!"))[-2:] == [("附表!Z1", "a"), ("附表!AA1", "a")]


def test_pieces_of_a_cell_keep_their_places() -> None:
    writer = Writer()
    writer.write_table([[[("调解 ", 10), (" 案件", 30)], [("8", 50), ("8", 60)]]])
    source = writer.done()
    assert source.text == "调解 案件 88\n"
    assert [source.raw_at(offset) for offset in range(9)] == [10, 11, 12, 31, 32, None, 50, 60, None]
