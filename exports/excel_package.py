"""Rows of cells and openpyxl's bare sheets → the bytes of a workbook, the same for the same input.

openpyxl makes everything of the package but the rows, the links and the shared strings, which would take it a minute for
100,000 readings: they are written here as XML, packed some at a time, and put into their parts when the package is zipped.
Every part carries the one date given, so that the same input gives the same bytes.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain, repeat, starmap
from pathlib import Path
from typing import IO
from xml.sax.saxutils import quoteattr

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import REL_NS, SHARED_STRINGS

from exports.excel_cells import Cell, Cells
from exports.excel_text import to_cell_text

ROW_LIMIT = 1_048_576  # Excel's
LINK_LIMIT = 65_530  # Excel's, for one sheet
TIP_LENGTH = 120
# How the cells of a row begin, as many as Excel has columns.
_HEADS = tuple(f'<c r="{get_column_letter(column)}' for column in range(1, 16_385))
_NAMELESS = re.compile(r'(<(?:xdr:)?cNvPr id="\d+" )name="Chart \d+" ?/>')
# LibreOffice takes a label's number format for that of the cell unless it is told that it is not.
_UNLINKED = re.compile(r'(<(?:c:)?numFmt formatCode="[^"]*") ?/>')
_FONT = re.compile(r"<font>(.*?)</font>")
_PART_OF_FONT = re.compile(r"<(\w+)[^>]*/>")
# The order in which the Open XML rules have the parts of a font; openpyxl has another.
_FONT_ORDER = ("b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme")
_EMPTY = "<sheetData></sheetData>"
_CHUNK = 1 << 16
_PIECES = 64  # that are packed together
LARGE = 1 << 17  # bytes


class Rows:
    """The rows and the links of one sheet, as they are written. `last` is the number of the last row, 0 before the first."""

    def __init__(self, cells: Cells) -> None:
        self._tail = cells.tail
        self._rows, self._links = _Packed(), _Packed()
        self._linked = 0
        self.last = 0

    def add(self, cells: Sequence[Cell | None], *, height: float | None = None, kept: bool = False) -> int:
        """Write one row, `None` for a cell that is not there; `height` is in points. Gives the row's number.

        The height is what the row opens with, not a custom one: Excel fits it again when its text is edited.
        `kept` makes it one that stays: charts lie over such rows.
        """
        self.last += 1
        if self.last > ROW_LIMIT:
            raise ValueError(f"a sheet holds {ROW_LIMIT} rows at most")
        row = self.last
        stays = ' customHeight="1"' if kept else ""
        head = f'<row r="{row}">' if height is None else f'<row r="{row}" ht="{height:g}"{stays}>'
        heads: Iterable[str] = _HEADS
        if None in cells:
            heads = [begun for begun, cell in zip(_HEADS, cells, strict=False) if cell is not None]
            cells = [cell for cell in cells if cell is not None]
        # Column, row, the rest of each cell: of millions of them none passes through Python's own steps.
        told = chain.from_iterable(zip(heads, repeat(f'{row}"'), starmap(self._tail, cells), strict=False))
        self._rows.add(f"{head}{''.join(told)}</row>")
        return row

    def link(self, reference: str, target: str, tip: str = "") -> bool:
        """Make the cell a link to a place in the workbook ('读数'!A5); false when Excel's limit for the sheet is reached."""
        if not self.free_links():
            return False
        self._linked += 1
        shown = " ".join(to_cell_text(tip).split())[:TIP_LENGTH]
        hint = f" tooltip={quoteattr(shown)}" if shown else ""
        self._links.add(f'<hyperlink ref="{reference}" location={quoteattr(target)}{hint}/>')
        return True

    def free_links(self) -> int:
        """How many links the sheet can still take."""
        return LINK_LIMIT - self._linked

    def copy_to(self, part: IO[bytes]) -> None:
        """Write the sheet's rows and links, as the XML between its columns and its print set-up. No row can follow."""
        part.write(b"<sheetData>")
        self._rows.copy_to(part)
        part.write(b"</sheetData>")
        if self._linked:
            part.write(b"<hyperlinks>")
            self._links.copy_to(part)
            part.write(b"</hyperlinks>")


class _Packed:
    """XML that grows piece by piece, packed; what is more than LARGE lies in a file, not in memory."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._file = tempfile.SpooledTemporaryFile(LARGE)  # noqa: SIM115 it lives as long as this
        self._waiting: list[str] = []

    def add(self, piece: str) -> None:
        """One piece more."""
        self._waiting.append(piece)
        if len(self._waiting) == _PIECES:
            self._pack()

    def _pack(self) -> None:
        self._file.write(self._packer.compress("".join(self._waiting).encode()))
        self._waiting.clear()

    def copy_to(self, part: IO[bytes]) -> None:
        """Write all of it, unpacked. Nothing can be added afterwards."""
        self._pack()
        self._file.write(self._packer.flush())
        self._file.seek(0)
        unpacker = zlib.decompressobj()
        while chunk := self._file.read(_CHUNK):
            part.write(unpacker.decompress(chunk))
        part.write(unpacker.flush())
        self._file.close()


Alt = tuple[str, str]  # what a drawing is called, and what it shows for whoever can't see it


def to_bytes(book: Workbook, rows: Mapping[str, Rows], cells: Cells, made: date, alts: Sequence[Alt] = ()) -> bytes:
    """The package; `rows` goes by the title of the sheet and was written with `cells`, `alts` are those of the charts in their
    order, all of one sheet.

    Neither the workbook nor the rows can be used again."""
    book.properties.created = book.properties.modified = datetime(made.year, made.month, made.day)
    parts = {f"xl/worksheets/sheet{number}.xml": rows[sheet.title] for number, sheet in enumerate(book.worksheets, 1)}
    # In a file: bytes that grow would be copied, and stand in memory twice, again and again.
    with tempfile.SpooledTemporaryFile(LARGE) as held, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        writer = ExcelWriter(book, _DatedArchive(archive, parts, cells, made, alts))
        writer.manifest.append(_StringsPart)
        writer.save()
        archive.close()
        held.seek(0)
        return held.read()


class _StringsPart:
    """The part of shared strings, which openpyxl reads and does not write, as its list of contents has parts."""

    path = "/xl/sharedStrings.xml"
    mime_type = SHARED_STRINGS


class _DatedArchive:
    """What ExcelWriter writes into: a zip whose parts all carry one date, and whose sheets get their rows."""

    def __init__(self, archive: zipfile.ZipFile, rows: Mapping[str, Rows], cells: Cells, made: date, alts: Sequence[Alt]) -> None:
        self._archive, self._rows, self._cells, self._alts = archive, rows, cells, alts
        self._stamp = (max(made.year, 1980), made.month, made.day, 0, 0, 0)

    def writestr(self, name: str, data: str | bytes) -> None:
        if name == "xl/_rels/workbook.xml.rels":
            data = _with_strings(data if isinstance(data, str) else data.decode())
            with self._archive.open(self._info(_StringsPart.path[1:]), "w") as part:
                self._cells.write_strings(part)
        if name == "xl/styles.xml":
            data = _FONT.sub(_in_order, data if isinstance(data, str) else data.decode())
        if name.startswith("xl/charts/chart"):
            data = _UNLINKED.sub(r'\1 sourceLinked="0"/>', data if isinstance(data, str) else data.decode())
        if name.startswith("xl/drawings/drawing"):
            data = _described(data if isinstance(data, str) else data.decode(), self._alts)
        self._archive.writestr(self._info(name), data)

    def write(self, path: str, name: str) -> None:
        """A sheet's part: openpyxl's own, with the rows put in."""
        sheet = Path(path).read_text(encoding="utf-8")
        before, found, after = sheet.partition(_EMPTY)
        if not found:
            raise RuntimeError(f"{name} has no empty <sheetData> to put the rows into; has openpyxl changed?")
        with self._archive.open(self._info(name), "w") as part:
            part.write(before.encode())
            self._rows[name].copy_to(part)
            part.write(after.encode())

    def namelist(self) -> list[str]:
        return self._archive.namelist()

    def close(self) -> None:
        """ExcelWriter closes what it writes into; the zip is closed by who opened it."""

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self._stamp)
        info.compress_type = zipfile.ZIP_DEFLATED
        # Twice as fast as the usual level, for a file a tenth longer.
        info._compresslevel = 3
        info.external_attr = 0o600 << 16
        return info


def _described(drawing: str, alts: Sequence[Alt]) -> str:
    """openpyxl's drawing with the names and the alt texts of its charts, which openpyxl has no way to give."""
    told = iter(alts)
    found, count = _NAMELESS.subn(
        lambda match: f"{match[1]}name={{0}} descr={{1}}/>".format(*map(_attribute, next(told))), drawing
    )
    if count != len(alts):
        raise RuntimeError(f"{count} charts in the drawing for {len(alts)} alt texts; has openpyxl changed?")
    return found


def _attribute(text: str) -> str:
    return quoteattr(" ".join(to_cell_text(text).split()))


def _with_strings(relations: str) -> str:
    """The relations of the workbook, that to its shared strings added."""
    told = f'<Relationship Id="strings" Type="{REL_NS}/sharedStrings" Target="{_StringsPart.path}"/></Relationships>'
    found, end, _ = relations.rpartition("</Relationships>")
    if not end:
        raise RuntimeError("the relations of the workbook have no end; has openpyxl changed?")
    return found + told


def _in_order(font: re.Match[str]) -> str:
    parts = sorted(_PART_OF_FONT.finditer(font[1]), key=lambda part: _FONT_ORDER.index(part[1]))
    return f"<font>{''.join(part[0] for part in parts)}</font>"
