"""Rows and links as XML, their limits, and a package that tells nothing but its date of when it was made."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook
from workbooks import faults, opened

from exports import excel_package
from exports.excel_cells import Cells, Value
from exports.excel_package import Rows, to_bytes


def written(rows: Rows) -> str:
    part = io.BytesIO()
    rows.copy_to(part)
    return part.getvalue().decode()


@pytest.mark.parametrize(
    ("value", "xml"),
    [
        (0, '<c r="A1" s="3"><v>0</v></c>'),
        (98.0, '<c r="A1" s="3"><v>98</v></c>'),
        (98.3, '<c r="A1" s="3"><v>98.3</v></c>'),
        (-0.5, '<c r="A1" s="3"><v>-0.5</v></c>'),
        (1e20, '<c r="A1" s="3"><v>100000000000000000000</v></c>'),
        (date(2026, 11, 21), '<c r="A1" s="3"><v>46347</v></c>'),
        (None, '<c r="A1" s="3"/>'),
        ("=1", '<c r="A1" s="3" t="s"><v>0</v></c>'),
        ("", '<c r="A1" s="3" t="s"><v>0</v></c>'),
    ],
)
def test_a_cell(value: Value, xml: str) -> None:
    rows = Rows(Cells())
    assert rows.add([(value, 3)]) == 1
    assert written(rows) == f'<sheetData><row r="1">{xml}</row></sheetData>'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_blank_is_never_written_as_a_number(value: float) -> None:
    with pytest.raises(ValueError, match="never a number"):
        Rows(Cells()).add([(value, 0)])


def test_rows_have_their_numbers_heights_and_gaps() -> None:
    rows = Rows(Cells())
    assert [rows.add([]), rows.add([None, (1, 0)], height=33.0), rows.last] == [1, 2, 2]
    assert written(rows) == '<sheetData><row r="1"></row><row r="2" ht="33"><c r="B2" s="0"><v>1</v></c></row></sheetData>'


def test_many_rows_come_out_as_they_went_in() -> None:
    rows = Rows(Cells())
    for number in range(5000):
        rows.add([(number * 7919, 0)])
    told = written(rows)
    assert [told.count("<row "), told.count('<c r="A5000" s="0"><v>39587081</v>')] == [5000, 1]
    assert told.endswith("</row></sheetData>")


def test_links_stand_behind_the_rows_until_there_are_as_many_as_excel_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_package, "LINK_LIMIT", 2)
    rows = Rows(Cells())
    told = [rows.link("A1", "'对比'!B2", 'a "b"\n <c>\x01'), rows.link("A2", "'对比'!B3"), rows.link("A3", "'对比'!B4")]
    assert told == [True, True, False]
    assert rows.free_links() == 0
    assert written(rows) == (
        "<sheetData></sheetData><hyperlinks>"
        """<hyperlink ref="A1" location="'对比'!B2" tooltip='a "b" &lt;c&gt;␁'/>"""
        """<hyperlink ref="A2" location="'对比'!B3"/></hyperlinks>"""
    )


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_package, "ROW_LIMIT", 1)
    rows = Rows(Cells())
    rows.add([(1, 0)])
    with pytest.raises(ValueError, match="1 rows at most"):
        rows.add([(2, 0)])


def package(made: date) -> bytes:
    book, cells = Workbook(write_only=True), Cells()
    first, second = Rows(cells), Rows(cells)
    for title in ("甲", "乙"):
        book.create_sheet(title)
    first.add([("一", 0)])
    second.add([("二", 0), (2, 0)])
    first.link("A1", "'乙'!B1")
    return to_bytes(book, {"乙": second, "甲": first}, cells, made)


def test_each_sheet_gets_its_own_rows_and_every_part_the_date() -> None:
    data = package(date(2026, 11, 21))
    assert faults(data) == []
    assert [[cell.value for cell in sheet[1]] for sheet in opened(data)] == [["一"], ["二", 2]]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-21T00:00:00Z") == 2
    assert package(date(2026, 11, 21)) == data


def test_a_date_before_zip_s_own_is_let_through() -> None:
    with zipfile.ZipFile(io.BytesIO(package(date(1949, 10, 1)))) as archive:
        assert archive.infolist()[0].date_time == (1980, 10, 1, 0, 0, 0)
