"""The bytes of a workbook → what it says of its origin, and the cells of its sheets as they stand, one sheet at a time.

Only values are looked at: no style but that of a percentage or a date, no link, no chart. A date is the number that Excel keeps
for it, a formula its own words and never what it gave.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.exceptions import InvalidFileException

from exports.excel_origin import LAYOUT, Origin, from_properties
from exports.read_back_comments import Note, notes_of
from exports.read_back_error import ReadBackError, ReadBackKind
from exports.read_back_sheet import Book, Grid, TooManyCellsError, read_grid
from extract import limits
from extract.errors import FaultKind
from extract.formats.fault import FormatError
from extract.formats.package import Package

_LOCKED_OR_OLD = b"\xd0\xcf\x11\xe0"  # how a workbook under a password begins, and one of Excel 97
# What openpyxl and zipfile raise for a damaged workbook.
_DAMAGED = (
    zipfile.BadZipFile, InvalidFileException, ParseError, ExpatError, KeyError, ValueError, TypeError, IndexError, AttributeError,
    EOFError, OSError, NotImplementedError, RecursionError, OverflowError, zlib.error,
)  # fmt: skip


class ReviewedBook:
    """A workbook of ours, however it was changed: its origin and its sheets by title."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadBackError for what is no sound workbook, none of ours, or one of another arrangement of sheets."""
        self._package = _sound(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            book, self._parts, strings = _opened(data)
            found = from_properties({one.name: one.value for one in book.custom_doc_props.props})
        except _DAMAGED as error:
            raise _broken() from error
        if found is None:
            raise ReadBackError(ReadBackKind.FOREIGN)
        if found.layout != LAYOUT:
            raise ReadBackError(ReadBackKind.OTHER_LAYOUT, found=found.layout, known=LAYOUT)
        self.origin: Origin = found
        self.titles = list(self._parts)
        self._book = Book(strings, _percent_styles(book), frozenset(book._date_formats))

    def grid(self, title: str, *, most: int | None = None) -> Grid:
        """The cells of a sheet that hold something; ReadBackError where they are more than `most`, or the sheet is damaged."""
        try:
            return read_grid(self._archive.read(self._parts[title]), self._book, most=most)
        except TooManyCellsError as error:
            raise ReadBackError(ReadBackKind.TOO_LARGE, sheet=title, most=f"{most:,}") from error
        except _DAMAGED as error:
            raise _broken() from error

    def notes(self, title: str) -> list[Note]:
        """The comments beside the cells of a sheet; ReadBackError where they are damaged."""
        try:
            return notes_of(self._package, self._parts[title])
        except FormatError as fault:
            raise _unsound(fault) from fault
        except _DAMAGED as error:
            raise _broken() from error


def _opened(data: bytes) -> tuple[Any, dict[str, str], list[str]]:
    """openpyxl's workbook without its sheets, the names of their parts by title, the shared strings.

    `load_workbook` would read each sheet once more, to look for how large it is."""
    reader = ExcelReader(io.BytesIO(data), read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    reader.read_custom()
    apply_stylesheet(reader.archive, reader.wb)
    sheets = ((sheet.name, relation) for sheet, relation in reader.parser.find_sheets())
    parts = {name: one.target for name, one in sheets if one.target in reader.valid_files and "chartsheet" not in one.Type}
    return reader.wb, parts, reader.shared_strings


def _sound(data: bytes) -> Package:
    if len(data) > limits.FILE_BYTES:
        size, most = (f"{held / limits.MEGABYTE:.0f} MB" for held in (len(data), limits.FILE_BYTES))
        raise _unsound(FormatError(FaultKind.TOO_LARGE, size=size, most=most))
    if data.startswith(_LOCKED_OR_OLD):
        raise _unsound(FormatError(FaultKind.ENCRYPTED))
    try:
        return Package(data, "xlsx")  # refuses what is locked, damaged or unpacks to too much
    except FormatError as fault:
        raise _unsound(fault) from fault


def _broken() -> ReadBackError:
    return _unsound(FormatError(FaultKind.BROKEN, expected="xlsx"))


def _unsound(fault: FormatError) -> ReadBackError:
    return ReadBackError(ReadBackKind.UNSOUND, fault=fault)


def _percent_styles(book: Any) -> frozenset[int]:
    """The numbers of the styles that show a number as a percentage."""
    own = {9, 10} | {164 + at for at, form in enumerate(book._number_formats) if "%" in form}
    return frozenset(at for at, style in enumerate(book._cell_styles) if style.numFmtId in own)
