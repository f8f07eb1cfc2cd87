"""The bytes of a workbook → what it says of its origin, and the cells of its sheets as they stand, one sheet at a time.

Only values are looked at: no style but that of a percentage, no link, no comment, no chart. A date is the number that Excel keeps
for it, a formula its own words and never what it gave.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorkSheetParser

from exports.excel_origin import LAYOUT, Origin, from_properties
from exports.read_back_error import ReadBackError, ReadBackKind
from extract import limits
from extract.errors import FaultKind
from extract.formats.fault import FormatError
from extract.formats.package import Package

_LOCKED_OR_OLD = b"\xd0\xcf\x11\xe0"  # how a workbook under a password begins, and one of Excel 97
# What openpyxl raises for a damaged workbook.
_DAMAGED = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError,
    OSError, NotImplementedError, RecursionError, OverflowError,
)  # fmt: skip
_CARRIAGE = "_x000D_"  # how Excel and LibreOffice may keep the first half of a line end


class Formula(str):
    """The words of a formula."""


class ErrorValue(str):
    """What stands where a formula failed, as #REF!."""


class Percentage(float):
    """A number that is shown as a percentage, a hundred times as much."""


Value = str | float | None
Grid = dict[int, dict[int, Value]]  # by row and column, both from 1; what is empty is not there


class ReviewedBook:
    """A workbook of ours, however it was changed: its origin and its sheets by title."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadBackError for what is no sound workbook, none of ours, or one of another arrangement of sheets."""
        _refuse_unsound(data)
        try:
            self._book: Any = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            self._percent = _percent_styles(self._book)
            found = from_properties({one.name: one.value for one in self._book.custom_doc_props.props})
            self.titles: list[str] = [sheet.title for sheet in self._book.worksheets]
        except _DAMAGED as error:
            raise _unsound(FormatError(FaultKind.BROKEN, expected="xlsx")) from error
        if found is None:
            raise ReadBackError(ReadBackKind.FOREIGN)
        if found.layout != LAYOUT:
            raise ReadBackError(ReadBackKind.OTHER_LAYOUT, found=found.layout, known=LAYOUT)
        self.origin: Origin = found

    def grid(self, title: str, *, most: int | None = None) -> Grid:
        """The cells of a sheet that hold something; ReadBackError where they are more than `most`, or the sheet is damaged."""
        found: Grid = {}
        count = 0
        try:
            for row, column, value in self._cells(self._book[title]):
                count += 1
                if most is not None and count > most:
                    raise ReadBackError(ReadBackKind.TOO_LARGE, sheet=title, most=f"{most:,}")
                found.setdefault(row, {})[column] = value
        except _DAMAGED as error:
            raise _unsound(FormatError(FaultKind.BROKEN, expected="xlsx")) from error
        return found

    def _cells(self, sheet: Any) -> Iterator[tuple[int, int, Value]]:
        # openpyxl's rows have a cell for every gap, so that two cells far apart would be millions: its parser has none.
        with sheet._get_source() as source:
            for _, cells in WorkSheetParser(source, sheet._shared_strings, epoch=self._book.epoch).parse():
                for cell in cells:
                    value = self._value(cell)
                    if value is not None:
                        yield cell["row"], cell["column"], value

    def _value(self, cell: Mapping[str, Any]) -> Value:
        value, kind = cell["value"], cell["data_type"]
        if value is None or value == "":
            return None
        if kind == "f":
            return Formula(getattr(value, "text", None) or value if isinstance(value, str) else f"={getattr(value, 'text', '')}")
        if kind == "e":
            return ErrorValue(value)
        if isinstance(value, bool):
            return str(value).upper()
        if isinstance(value, datetime | date | time | timedelta):
            return float(to_excel(value, self._book.epoch))
        if isinstance(value, int | float):
            return Percentage(value) if cell["style_id"] in self._percent else float(value)
        return str(value).replace("\r\n", "\n").replace(f"{_CARRIAGE}\n", "\n").replace("\r", "\n")


def _refuse_unsound(data: bytes) -> None:
    if len(data) > limits.FILE_BYTES:
        size, most = (f"{held / limits.MEGABYTE:.0f} MB" for held in (len(data), limits.FILE_BYTES))
        raise _unsound(FormatError(FaultKind.TOO_LARGE, size=size, most=most))
    if data.startswith(_LOCKED_OR_OLD):
        raise _unsound(FormatError(FaultKind.ENCRYPTED))
    try:
        Package(data, "xlsx")  # refuses what is locked, damaged or unpacks to too much
    except FormatError as fault:
        raise _unsound(fault) from fault


def _unsound(fault: FormatError) -> ReadBackError:
    return ReadBackError(ReadBackKind.UNSOUND, fault=fault)


def _percent_styles(book: Any) -> set[int]:
    """The numbers of the styles that show a number as a percentage."""
    own = {9, 10} | {164 + at for at, form in enumerate(book._number_formats) if "%" in form}
    return {at for at, style in enumerate(book._cell_styles) if style.numFmtId in own}
