"""The XML of a sheet, however a program writes it, and the comments beside its cells."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.parsers.expat import ExpatError

import openpyxl
import pytest
from openpyxl.comments import Comment as Beside
from workbooks import opened, sample, sample_book

from exports.read_back import read_back
from exports.read_back_comments import notes_of
from exports.read_back_edits import Comment, Kind, Review
from exports.read_back_error import ReadBackError
from exports.read_back_sheet import Book, Day, ErrorValue, Formula, Grid, Percentage, TooManyCellsError, Value, read_grid
from exports.read_back_told import say_count, to_csv, to_lines
from extract.formats.package import Package

SAMPLE = sample()
BOOK = Book(("零", "=1+1", "a_x005F_x0041_"), frozenset({1}), frozenset({2}))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def grid_of(rows: str, *, prefix: str = "", head: str = "") -> Grid:
    space = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    sheet = f'{head}<{prefix}worksheet {space}="{MAIN}"><{prefix}sheetData>{rows}</{prefix}sheetData></{prefix}worksheet>'
    return read_grid(sheet.encode(), BOOK)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>12.50</v></c>', 12.5),
        ('<c r="A1" s="1"><v>0.975</v></c>', Percentage(0.975)),
        ('<c r="A1" s="2" t="n"><v>45356</v></c>', Day(45356)),
        ('<c t="d" r="A1"><v>2024-03-05</v></c>', Day(45356)),
        ('<c r="A1" t="s"><v>0</v></c>', "零"),
        ('<c s="7" t="s" r="A1" ><v>1</v></c>', "=1+1"),
        ("<c t='s' cm='1' r='A1'><v>0</v></c>", "零"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', ErrorValue("#REF!")),
        ('<c r="A1" t="str"><v>a &lt; b&#13;&#10;c</v></c>', "a < b\nc"),
        ('<c r="A1" t="str"><v xml:space="preserve"> a </v></c>', " a "),
        ('<c r="A1" t="inlineStr"><is><t>甲&amp;</t></is></c>', "甲&"),
        ('<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r><rPh><t>音</t></rPh></is></c>', "甲乙"),
        ('<c r="A1"><f>1+&quot;a&quot;</f><v>2</v></c>', Formula('=1+"a"')),
        ('<c r="A1" t="str"><f t="array" ref="A1">B1</f><v>x</v></c>', Formula("=B1")),
        ('<c r="A1"><v>12</v><extLst><ext/></extLst></c>', 12.0),
    ],
)
def test_a_cell_is_read_as_what_it_is(cell: str, value: Value) -> None:
    for found in (grid_of(f'<row r="1">{cell}</row>'), grid_of(f"<row>{cell}</row>"), grid_of(f'<row r="1" ><!-- a -->{cell}</row>')):
        assert found == {1: {1: value}}
        assert type(found[1][1]) is type(value)


def test_programs_that_write_a_prefix_or_no_references_are_read_as_well() -> None:
    rows = '<{0}row r="2"><{0}c r="B2"><{0}v>1</{0}v></{0}c><{0}c r="C2" t="s"><{0}v>0</{0}v></{0}c></{0}row>'
    assert grid_of(rows.format(""), prefix="") == grid_of(rows.format("x:"), prefix="x:") == {2: {2: 1.0, 3: "零"}}
    bare = '<row/><row><c/><c><v>1</v></c></row><row r="7"/><row><c r="D8"><v>2</v></c><c><v>3</v></c></row>'
    assert grid_of(bare) == {2: {2: 1.0}, 8: {4: 2.0, 5: 3.0}}
    assert grid_of('<row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1"><v>9</v></c>]]></v></c></row>') == {1: {1: '<c r="B1"><v>9</v></c>'}}
    assert grid_of("") == read_grid(f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'.encode(), BOOK) == {}


def test_a_formula_is_no_text_of_the_same_words_and_a_shared_one_is_each_cells_own() -> None:
    assert Formula("=1+1") != "=1+1"
    assert Formula("=1+1") != "=1+1"
    assert {1: Formula("=1")} != {1: "=1"}
    assert Formula("=1") == Formula("=1")
    rows = '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1+1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c></row>'
    assert grid_of(rows) == {1: {1: Formula("=C1+1"), 2: Formula("=D1+1")}}


def test_what_openpyxl_reads_of_our_workbook_is_what_is_read_here() -> None:
    book = opened(sample_book())
    with zipfile.ZipFile(io.BytesIO(sample_book())) as archive:
        strings = [item.text or "" for item in openpyxl.xml.functions.fromstring(archive.read("xl/sharedStrings.xml")).iter(f"{{{MAIN}}}t")]
        for number, sheet in enumerate(book.worksheets, 1):
            found = read_grid(archive.read(f"xl/worksheets/sheet{number}.xml"), Book(strings, frozenset(), frozenset()))
            cells = {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
            told = {(row, column): value for row, held in found.items() for column, value in held.items()}
            dated = {at for at, value in cells.items() if hasattr(value, "year")}
            assert told.keys() == cells.keys()
            assert all(told[at] == value for at, value in cells.items() if at not in dated)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="A1"><v>eins</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
        "<?a <c r='A1'><v>1</v></c>?>",
    ],
)  # fmt: skip
def test_a_damaged_sheet_is_refused(rows: str) -> None:
    with pytest.raises((ExpatError, ValueError, IndexError)):
        grid_of(rows)
    with pytest.raises(ValueError, match="document type"):
        grid_of("", head='<!DOCTYPE a [<!ENTITY b "c">]>')


def test_no_more_cells_are_read_than_were_asked_for() -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData></worksheet>'
    assert read_grid(sheet.encode(), BOOK, most=2) == {1: {1: 1.0, 2: 1.0}}
    with pytest.raises(TooManyCellsError):
        read_grid(sheet.encode(), BOOK, most=1)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def commented(*comments: tuple[str, str, str, str]) -> Review:
    """The review of the sample with comments at these cells: sheet, cell, text, author."""
    book = opened(sample_book())
    for sheet, cell, text, author in comments:
        book[sheet][cell].comment = Beside(text, author)
    return read_back(saved(book), SAMPLE)


def test_comments_are_listed_with_whose_cell_they_stand_by_and_are_no_edits() -> None:
    found = commented(
        ("对比", "E11", "张三:\n请核对 98.3", "张三"),
        ("对比", "H10", "应有数", ""),
        ("对比", "A10", "哪个县？", "李四"),
        ("读数与证据", "J6", "原文是败诉1件", "李四"),
        ("未采用", "G5", "为什么不采用", "李四"),
        ("封面", "A1", "=1+1", "李四"),
        ("封面", "A2", "  ", "李四"),
    )
    assert found.edits == []
    assert found.comments == [
        Comment("封面", "A1", "李四", "=1+1"),
        Comment("对比", "A10", "李四", "哪个县？", None, "新昌县", 2022),
        Comment("对比", "H10", "", "应有数", None, "新昌县", 2022, "sessions"),
        Comment("对比", "E11", "张三", "请核对 98.3", 3, "泗门镇", 2022, "success_rate"),
        Comment("读数与证据", "J6", "李四", "原文是败诉1件", 2, "新昌县", 2022, "loss_rate"),
        Comment("未采用", "G5", "李四", "为什么不采用", 1, "新昌县", 2022, "cases"),
    ]
    assert found.quotes == {2: "审结8件,败诉1件", 3: "调解成功率达98.3%"}
    assert say_count(found)[:2] == ["没有改动", "批注 6 条（不算改动）"]
    assert to_lines(found)[3] == "批注 对比!E11 #3 泗门镇 2022 success_rate (张三): 请核对 98.3"
    assert to_lines(found)[2].endswith("(未署名): 应有数")
    table = to_csv(found).decode("utf-8-sig").splitlines()
    assert (len(table), table[1]) == (7, "批注,封面,A1,,,,,,'=1+1,,,李四,")
    assert table[4].endswith(",张三,调解成功率达98.3%")


def test_a_comment_goes_with_its_row_where_rows_are_moved_and_a_long_one_is_cut_in_a_line() -> None:
    book = opened(sample_book())
    sheet = book["读数与证据"]
    first, last = ([cell.value for cell in sheet[row]] for row in (5, 9))
    for column, (one, other) in enumerate(zip(first, last, strict=True), 1):
        sheet.cell(5, column).value, sheet.cell(9, column).value = other, one
    sheet["G9"].comment = Beside("长" * 900, "王五")
    found = read_back(saved(book), SAMPLE)
    [comment] = found.comments
    assert (found.edits, comment.cell, comment.number, found.moved) == ([], "G9", 1, {"读数与证据": 2})
    assert len(to_lines(found)[0]) < 300
    assert "长" * 900 in to_csv(found).decode("utf-8-sig")


RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
TALKS = "http://schemas.microsoft.com/office/2017/10/relationships"


def with_parts(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def relations(*told: tuple[str, str]) -> str:
    lines = "".join(f'<Relationship Id="r{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(told))
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def test_a_conversation_is_told_once_comment_by_comment() -> None:
    data = with_parts(
        {
            "_rels/.rels": relations((f"{OFFICE}/officeDocument", "xl/workbook.xml")),
            "xl/_rels/workbook.xml.rels": relations((f"{TALKS}/person", "persons/person.xml")),
            "xl/persons/person.xml": f'<personList xmlns="{THREADS}"><person displayName="张三" id="{{A}}"/></personList>',
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                (f"{OFFICE}/comments", "../comments1.xml"), (f"{TALKS}/threadedComment", "../threadedComments/threadedComment1.xml")
            ),
            "xl/comments1.xml": (
                f'<comments xmlns="{MAIN}"><authors><author>tc={{1}}</author><author>旧</author></authors><commentList>'
                '<comment ref="B2" authorId="0"><text><t>[线程批注] 请核对</t></text></comment>'
                '<comment ref="A1" authorId="1"><text><r><t>旧:\n</t></r><r><t>说法</t></r></text></comment></commentList></comments>'
            ),
            "xl/threadedComments/threadedComment1.xml": (
                f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B2" personId="{{A}}" id="1"><text>请核对</text></threadedComment>'
                '<threadedComment ref="B2" personId="{B}" id="2" parentId="1"><text>已核对</text></threadedComment></ThreadedComments>'
            ),
        }
    )
    found = notes_of(Package(data, "xlsx"), "xl/worksheets/sheet1.xml")
    assert [(note.row, note.column, note.author, note.text) for note in found] == [
        (1, 1, "旧", "说法"),
        (2, 2, "张三", "请核对"),
        (2, 2, "", "已核对"),
    ]


def test_comments_of_a_sheet_that_was_added_are_listed_and_damaged_ones_have_a_name() -> None:
    book = opened(sample_book())
    book.create_sheet("新")["B2"].comment = Beside("看", "张三")
    data = saved(book)
    found = read_back(data, SAMPLE)
    assert (found.edits, found.comments) == ([], [Comment("新", "B2", "张三", "看")])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as held, zipfile.ZipFile(out, "w") as written:
        for name in held.namelist():
            part = held.read(name)
            written.writestr(name, part.replace(b'ref="B2"', b'ref="2"') if "comment" in name else part)
    with pytest.raises(ReadBackError):
        read_back(out.getvalue(), SAMPLE)


def test_what_was_compared_and_moved_is_counted() -> None:
    book = opened(sample_book())
    whole = read_back(saved(book), SAMPLE)
    assert whole.moved == {}
    assert whole.compared == sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)
    book.remove(book["逐年"])
    book["对比"].insert_rows(11)
    less = read_back(saved(book), SAMPLE)
    assert [(one.kind, one.exported) for one in less.edits] == [(Kind.NOT_UNDERSTOOD, "逐年")]
    assert (less.moved, less.compared < whole.compared) == ({}, True)
