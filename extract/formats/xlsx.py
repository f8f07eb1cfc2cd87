"""A workbook → its sheets as tables, each figure with the cell that it stands in; what annexes to reports are.

Values are as a reader sees them at the time of saving: what a formula gave, numbers without the noise of their binary form, a
percentage as such. Hidden sheets are left out; nothing is computed, and no macro or link to another file is followed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .. import limits
from ..errors import FaultKind
from ..source import Source, Writer
from .fault import FormatError
from .package import Package

SUFFIXES = (".xlsx", ".xlsm")
MAGIC = (b"PK\x03\x04",)

_WIDEST_ROW = 200
# What openpyxl raises for a damaged workbook; KeyError for a part that is named and not there.
_DAMAGED = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError,
    OSError, NotImplementedError, RecursionError, OverflowError,
)  # fmt: skip


def read(data: bytes) -> Source:
    """The text of the workbook's sheets, in order. Raises FormatError where it is damaged, locked or unpacks to too much."""
    Package(data, "xlsx")  # refuses what is locked, damaged or unpacks to too much
    writer = Writer()
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets[: limits.SHEETS]:
            if sheet.sheet_state == "visible":
                writer.end_line()
                writer.write(f"{sheet.title}\n")
                writer.write_table(_rows(sheet), name=f"{sheet.title}!")
    except _DAMAGED as error:
        raise FormatError(FaultKind.BROKEN, expected="xlsx") from error
    return writer.done()


def _rows(sheet: Any) -> Sequence[Sequence[str]]:
    """The rows as words; empty rows stay, so that each cell keeps its address."""
    sheet.reset_dimensions()  # a sheet may say that it has a million rows
    return list(_told(sheet))


def _told(sheet: Any) -> Iterator[Sequence[str]]:
    for number, row in enumerate(sheet.iter_rows(max_row=limits.ROWS)):
        if number >= limits.ROWS:
            return
        told = [_say(cell.value, str(getattr(cell, "number_format", ""))) for cell in row[:_WIDEST_ROW]]
        while told and not told[-1]:
            told.pop()
        yield told


def _say(value: object, form: str) -> str:
    """A cell's value as a reader sees it."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not number.is_finite():
            return ""
        shown = round(number * 100, 6) if "%" in form else round(number, 6)
        return f"{shown.normalize():f}{'%' if '%' in form else ''}"
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
