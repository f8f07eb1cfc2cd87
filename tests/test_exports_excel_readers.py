"""The workbook as others read it: a second reader sees the same cells, and the Open XML rules find nothing amiss.

The rules are those of Microsoft's Open XML SDK as openxml-audit has them (a port of its schemas and its semantic checks): no
opening in Excel itself, and what the port has wrong is wrong here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from workbooks import MADE, opened, sample, sample_book, years_book

from exports.excel import to_xlsx


def english_book() -> bytes:
    return to_xlsx(sample(), made=MADE, lang="en")


BOOKS: dict[str, Callable[[], bytes]] = {"one of everything": sample_book, "charts": years_book, "English": english_book}


@pytest.mark.parametrize("made", [sample_book, years_book], ids=["one of everything", "charts"])
def test_a_second_reader_sees_the_same_cells(made: Callable[[], bytes]) -> None:
    data = made()
    second, first = CalamineWorkbook.from_filelike(io.BytesIO(data), load_tables=True), opened(data)
    assert second.sheet_names == first.sheetnames
    for sheet in first:
        told = second.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        mine = [[plain(cell.value) for cell in row] for row in sheet.iter_rows()]
        # Where nothing stands to the right or below, it has no cells.
        assert [row + [""] * (len(mine[0]) - len(row)) for row in told] == mine[: len(told)]
        assert all(value == "" for row in mine[len(told) :] for value in row)
        for table in sheet.tables.values():
            assert second.get_table_by_name(table.displayName).columns == table.column_names


def plain(value: object) -> object:
    """A cell's value as calamine has it: every number a float, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date()
    return float(value) if isinstance(value, int) else value


def audited(data: bytes, folder: Path) -> list[str]:
    # Here, since every run would load it, whatever tests it is of.
    from openxml_audit import OpenXmlValidator
    from openxml_audit.errors import FileFormat

    path = folder / "book.xlsx"
    path.write_bytes(data)
    result = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path)
    return [f"{error.part_uri}{error.path}: {error.description}" for error in result.errors]


@pytest.mark.parametrize("made", BOOKS.values(), ids=BOOKS)
def test_the_package_keeps_the_rules_of_open_xml(made: Callable[[], bytes], tmp_path: Path) -> None:
    assert audited(made(), tmp_path) == []


@pytest.mark.parametrize(
    ("part", "right", "wrong", "told"),
    [
        ("xl/styles.xml", "<sz ", "<siz ", "siz"),
        ("xl/worksheets/sheet4.xml", "<sheetData>", "<mergeCells/><sheetData>", "mergeCells"),
        ("xl/charts/chart1.xml", '<dispBlanksAs val="gap" />', '<dispBlanksAs val="hole" />', "hole"),
        ("xl/_rels/workbook.xml.rels", "/xl/sharedStrings.xml", "/xl/otherStrings.xml", "haredStrings"),
    ],
    ids=["an element that is none", "elements out of order", "a value that is none", "a relation to nothing"],
)
def test_a_broken_package_is_found(part: str, right: str, wrong: str, told: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(years_book())) as archive, zipfile.ZipFile(out, "w") as broken:
        for name in archive.namelist():
            data = archive.read(name).decode()
            if name == part:
                right = right if right in data else right.replace(" />", "/>")
                assert right in data
                data = data.replace(right, wrong, 1)
            broken.writestr(name, data)
    assert any(told in fault for fault in audited(out.getvalue(), tmp_path))


def test_dates_are_dates() -> None:
    second = CalamineWorkbook.from_filelike(io.BytesIO(sample_book())).get_sheet_by_name("文件").to_python()
    assert [row[6] for row in second if row[0] == "泗门镇_2022.txt"] == [date(2023, 3, 29)]
