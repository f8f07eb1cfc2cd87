"""A PDF's bytes → its pages of lines and tables, with pdfplumber; every fault of the file is named.

To be called through `pdf`, in a process of its own whose time and memory are bounded: pdfminer unpacks whatever a stream
holds at once, and lays out as many characters as a page names. Bounded here: pages, counted before any is laid out; what the
streams of a page unpack to; characters in all; ruled lines of a page that is searched for tables; seconds, between pages.
"""

from __future__ import annotations

import io
import re
import struct
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from .. import limits
from ..errors import FaultKind
from ..source import Source
from .apart import too_large
from .decoding import refuse_garbled
from .fault import FormatError
from .pdf_lines import Glyph, Line, join, lines_of
from .pdf_paragraphs import Page, Table, write_pages

# What pdfplumber and pdfminer raise on damaged content: their own exceptions, and those of Python where they take a value for
# what it should be. Only calls of theirs stand where these are caught.
_DAMAGE = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    RecursionError,
    StopIteration,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_END = b"%%EOF"
_TAIL = 2048

# A glyph without a character is written so by pdfminer. Glyph 3 of a TrueType font is the blank, which some programs leave
# out of the font's map.
_UNMAPPED = re.compile(r"\(cid:(\d+)\)")
_BLANK_GLYPH = "3"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MOST_UNKNOWN = 0.05
# Letters that are smaller or more aslant than this are stamps and marks of machines; a page with fewer characters than this
# under a picture of half of its size is a picture.
_TINY = 3.0
_MOST_SLOPE = 0.1
_FEWEST_CHARACTERS = 30
_PICTURE_SHARE = 0.5
# Tables are searched where the page has so many ruled lines: fewer make no cell, and the search costs the square of them.
_FEWEST_RULES, _MOST_RULES = 3, 3_000


def read_here(data: bytes) -> Source:
    """The text of a PDF with its places. Raises FormatError where there is none to read."""
    pictures: list[int] = []
    source = replace(write_pages(list(_pages(data, pictures))), unread=tuple(pictures))
    try:
        refuse_garbled(source.text)
    except FormatError as fault:
        raise FormatError(FaultKind.BROKEN_GLYPHS) from fault
    return source


def _pages(data: bytes, pictures: list[int]) -> Iterator[Page]:
    """The pages in order; the numbers of those that are pictures are added to `pictures`."""
    deadline = time.monotonic() + limits.SECONDS
    characters = unknown = 0
    for number, page in enumerate(_open(data), start=1):
        drawn = _lay_out(page)
        characters += len(drawn.glyphs)
        unknown += sum(glyph.text == "\ufffd" or bool(_PRIVATE.match(glyph.text)) for glyph in drawn.glyphs)
        if drawn.pictured and len(drawn.glyphs) < _FEWEST_CHARACTERS:
            pictures.append(number)
        if characters > limits.CHARACTERS:
            raise FormatError(FaultKind.TOO_LONG, most=f"{limits.CHARACTERS:,}")
        if time.monotonic() > deadline:
            raise FormatError(FaultKind.TOO_SLOW, most=str(limits.SECONDS))
        yield _arrange(page, drawn)
        page.close()
    if pictures and characters < _FEWEST_CHARACTERS * number:
        raise FormatError(FaultKind.NO_TEXT_LAYER)
    if unknown > _MOST_UNKNOWN * characters:
        raise FormatError(FaultKind.BROKEN_GLYPHS)


def _open(data: bytes) -> list[PlumberPage]:
    """The pages of a PDF, none laid out yet."""
    try:
        document = pdfplumber.open(io.BytesIO(data), raise_unicode_errors=False)
        told = resolve1(resolve1(document.doc.catalog.get("Pages", {})).get("Count"))
        found = sum(1 for _ in islice(PDFPage.create_pages(document.doc), limits.PAGES + 1))
        if found > limits.PAGES:
            pages = told if isinstance(told, int) and told > found else found
            raise FormatError(FaultKind.TOO_MANY_PAGES, pages=f"{pages:,}", most=f"{limits.PAGES:,}")
        # A file that was cut off loses its end and the pages there: what is left would pass for the whole.
        if not found or (isinstance(told, int) and told > found) or _END not in data[-_TAIL:]:
            raise FormatError(FaultKind.BROKEN, expected="PDF")
        return document.pages
    except _DAMAGE as fault:
        raise _named(fault) from fault


def _named(fault: BaseException) -> FormatError:
    """The fault of the file that an exception of the libraries tells; they wrap one in another."""
    cause = fault.args[0] if isinstance(fault, PdfminerException) and fault.args else fault
    if isinstance(cause, MemoryError):
        raise cause
    if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
        return FormatError(FaultKind.ENCRYPTED)
    return FormatError(FaultKind.BROKEN, expected="PDF")


class _Drawn(NamedTuple):
    """What a page draws: its characters, how many ruled lines, whether a picture covers it; and its size as it is held."""

    glyphs: list[Glyph]
    rules: int
    pictured: bool
    width: float
    height: float


def _lay_out(page: PlumberPage) -> _Drawn:
    """The upright characters of a page and what else is to be known of it; where more characters lie on their side than stand,
    those, as the page is held for them, without its tables."""
    glyphs: list[Glyph] = []
    turned: dict[bool, list[Glyph]] = {True: [], False: []}
    rules, pictured, inked = 0, False, False
    try:
        _check_streams(page.page_obj.contents)
        height = page.mediabox[1] + page.height
        for item in _items(page.layout):
            if isinstance(item, LTChar):
                inked = True
                if not (0 <= item.x0 <= page.width and 0 <= item.y0 <= page.height):
                    continue
                if _is_upright(item):
                    glyphs.append(_glyph(item, page.mediabox[0], height))
                elif abs(item.matrix[0]) < _MOST_SLOPE * abs(item.matrix[1]):
                    upwards = item.matrix[1] > 0
                    turned[upwards].append(_turned(item, page, upwards))
            elif isinstance(item, LTCurve):
                rules += 1
            elif isinstance(item, LTImage):
                pictured |= item.width * item.height > _PICTURE_SHARE * page.width * page.height
    except _DAMAGE as fault:
        raise _named(fault) from fault
    pictured |= bool(rules and not inked)
    lying = max(turned.values(), key=len)
    if len(lying) > len(glyphs):
        return _Drawn(lying, 0, pictured, page.height, page.width)
    return _Drawn(glyphs, rules, pictured, page.width, page.height)


def _items(container: Iterable[LTItem]) -> Iterator[LTItem]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _is_upright(item: LTChar) -> bool:
    across, slope = item.matrix[:2]
    return item.size >= _TINY and abs(slope) < _MOST_SLOPE * across


def _glyph(item: LTChar, left: float, height: float) -> Glyph:
    return Glyph(_character(item), item.x0 + left, item.x1 + left, height - item.matrix[5], item.size)


def _turned(item: LTChar, page: PlumberPage, upwards: bool) -> Glyph:
    """A character of a line that runs up or down the page, where it stands on the page turned upright."""
    if upwards:
        return Glyph(_character(item), item.y0, item.y1, item.matrix[4], item.width)
    return Glyph(_character(item), page.height - item.y1, page.height - item.y0, page.width - item.matrix[4], item.width)


def _character(item: LTChar) -> str:
    text = item.get_text()
    unmapped = _UNMAPPED.fullmatch(text)
    if unmapped or not text:
        text = " " if unmapped and unmapped[1] == _BLANK_GLYPH else "\ufffd"
    return text


def _check_streams(contents: Iterable[object]) -> None:
    """Raise FormatError where what a page draws is cut off, damaged or a bomb; pdfminer takes what it can unpack for all."""
    most = limits.UNPACKED_BYTES
    for reference in contents:
        stream = resolve1(reference)
        if not isinstance(stream, PDFStream) or stream.rawdata is None or stream.decipher is not None:
            continue
        filters = [name for name, _ in stream.get_filters()]
        if not filters or filters[0] not in LITERALS_FLATE_DECODE:
            continue
        unpacker = zlib.decompressobj()
        try:
            unpacked = len(unpacker.decompress(stream.rawdata, most))
        except zlib.error as fault:
            raise FormatError(FaultKind.BROKEN, expected="PDF") from fault
        most -= unpacked
        if most <= 0:
            raise too_large(limits.UNPACKED_BYTES)
        if not unpacker.eof:
            raise FormatError(FaultKind.BROKEN, expected="PDF")


def _arrange(page: PlumberPage, drawn: _Drawn) -> Page:
    """The lines and tables of a page in reading order, what stands in a table in no line."""
    tables = _find_tables(page) if _FEWEST_RULES < drawn.rules <= _MOST_RULES else []
    outside = drawn.glyphs
    blocks: list[tuple[float, Table]] = []
    for (left, top, right, bottom), rows in tables:
        inside = [g for g in outside if left <= (g.x0 + g.x1) / 2 <= right and top <= _middle(g) <= bottom]
        outside = [g for g in outside if not (left <= (g.x0 + g.x1) / 2 <= right and top <= _middle(g) <= bottom)]
        blocks.append((top, _fill(rows, inside)))
    blocks.sort(key=lambda block: block[0])
    arranged: list[Line | Table] = []
    for line in lines_of(outside):
        while blocks and blocks[0][0] < line.baseline:
            arranged.append(blocks.pop(0)[1])
        arranged.append(line)
    return Page((*arranged, *(table for _, table in blocks)), drawn.width, drawn.height)


Box = tuple[float, float, float, float]


def _find_tables(page: PlumberPage) -> list[tuple[Box, list[list[Box | None]]]]:
    """The ruled tables of a page: where they stand and the boxes of their cells, None where one goes on from beside or above.

    A frame around text and a single column are no table.
    """
    try:
        found = [(table.bbox, [row.cells for row in table.rows]) for table in page.find_tables()]
    except _DAMAGE as fault:
        raise _named(fault) from fault
    return [(box, rows) for box, rows in found if max(map(len, rows)) > 1]


def _middle(glyph: Glyph) -> float:
    return glyph.baseline - 0.35 * glyph.size


def _fill(rows: list[list[Box | None]], glyphs: list[Glyph]) -> Table:
    """The words of each cell: its lines put together, a blank where one ends before the cell is full."""
    boxes = [(number, place, box) for number, row in enumerate(rows) for place, box in enumerate(row) if box]
    held: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, _middle(glyph)
        for number, place, (left, top, right, bottom) in boxes:
            if left <= x <= right and top <= y <= bottom:
                held.setdefault((number, place), []).append(glyph)
                break
    words = tuple(tuple(_words(held.get((at, place), [])) for place in range(len(row))) for at, row in enumerate(rows))
    return Table(words, tuple(sorted({round(box[0]) for _, _, box in boxes})))


def _words(glyphs: list[Glyph]) -> str:
    words, lines = "", lines_of(glyphs)
    right = max((line.x1 for line in lines), default=0.0)
    before: Line | None = None
    for line in lines:
        if before is not None:
            ended = right - before.x1 >= line.first + 0.5 * line.size
            words += " " if ended else join(words, line.text, before.spaced)
        words += line.text
        before = line
    return words
