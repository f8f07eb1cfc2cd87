"""The XML of one sheet → its cells that hold something, by row and column, with what their styles make of their numbers.

openpyxl makes some objects of every cell, which takes several times as long as this; python-calamine knows no formula and no
style, and sets up a whole rectangle for two cells far apart. So expat says that the part is sound, and the cells are taken from
it by one pattern. A part that is written in an unusual way (with comments or CDATA) is first written in the usual one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import XML, canonicalize
from xml.parsers import expat

from openpyxl.formula.translate import Translator
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.datetime import from_ISO8601, to_excel

_CARRIAGE = "_x000D_"  # how Excel and LibreOffice may keep the first half of a line end
_ATTRIBUTE = re.compile(rb"""\s(\w+)\s*=\s*["']([^"']*)["']""")
_DATA = re.compile(rb"<(\w+:)?sheetData\s*>(.*)</(?:\w+:)?sheetData\s*>", re.DOTALL)
_FORMULA = re.compile(rb"<(?:\w+:)?f\b([^>]*?)(?:/>|>([^<]*)<)")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)<")
_INLINE = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<")
_READ_ALOUD = re.compile(rb"<(?:\w+:)?rPh\b.*?</(?:\w+:)?rPh\s*>", re.DOTALL)  # how Japanese is said


class _Marked(str):
    """What only looks like a text: the same words as a text are something else."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


class Formula(_Marked):
    """The words of a formula."""


class ErrorValue(_Marked):
    """What stands where a formula failed, as #REF!."""


class Percentage(float):
    """A number that is shown as a percentage, a hundred times as much."""


class Day(float):
    """A number that is shown as a date or a time."""


Value = str | float | None
Grid = dict[int, dict[int, Value]]  # by row and column, both from 1; what is empty is not there


class TooManyCellsError(Exception):
    """A sheet has more cells than were to be read."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to: the shared strings, the numbers of the styles that show a percentage or a date."""

    strings: Sequence[str]
    percent: frozenset[int]
    dates: frozenset[int]


def read_grid(part: bytes, book: Book, *, most: int | None = None) -> Grid:
    """The cells; TooManyCellsError where they are more than `most`; ExpatError, ValueError or IndexError for a damaged part."""
    if not _is_usual(part):
        part = canonicalize(part).encode()
    data = _DATA.search(part)
    if data is None:
        return {}
    prefix = re.escape(data[1] or b"")
    cells = re.compile(
        rb'<%bc(?:\s+r="([A-Z]+)\d+")?(?:\s+s="(\d+)")?(?:\s+t="(\w+)")?((?:\s[^>]*?)?)'
        rb"(?:/>|>(?:<%bv>([^<]*)</%bv></%bc>|(.*?)</%bc\s*>))" % ((prefix,) * 5),
        re.DOTALL,
    )
    reader, found, held, number = _Reader(book), {}, 0, 0
    rows = re.compile(rb'<%brow\b(?:[^>]*?\sr="(\d+)")?' % prefix)
    for piece in re.split(rb"</%brow\s*>" % prefix, data[2]):
        # Before a row there may be empty ones that are no more than a tag.
        for told in rows.finditer(piece):
            number = int(told[1]) if told[1] else number + 1
        row = reader.row(cells.findall(piece), number)
        if row:
            held += len(row)
            if most is not None and held > most:
                raise TooManyCellsError
            found[number] = row
    return found


def as_read(text: str) -> str:
    """A text of a cell as it is compared: without what Excel puts before a sign that looks escaped, as openpyxl drops it, and
    with one line feed for a line end."""
    if "x005F_" in text:
        text = text.replace("x005F_", "")
    if "\r" in text or _CARRIAGE in text:
        text = text.replace("\r\n", "\n").replace(f"{_CARRIAGE}\n", "\n").replace("\r", "\n")
    return text


def _is_usual(part: bytes) -> bool:
    """Whether nothing stands in the part but tags and text in UTF-8; expat.ExpatError where it is no sound XML."""
    found: list[object] = []

    def unusual(*told: object) -> None:
        found.append(told)

    def declared(_version: str, encoding: str | None, _alone: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            found.append(encoding)

    def refused(*told: object) -> None:
        raise ValueError(f"a sheet with a document type or an instruction: {told}")

    parser = expat.ParserCreate()
    parser.CommentHandler = parser.StartCdataSectionHandler = unusual
    parser.XmlDeclHandler = declared
    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = refused
    parser.Parse(part, True)
    return not found


class _Reader:
    """The cells of one sheet, row by row."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._columns: dict[bytes, int] = {}
        self._percent = {b"%d" % style for style in book.percent}
        self._dates = {b"%d" % style for style in book.dates}
        self._shared: dict[str, Translator] = {}

    def row(self, cells: Sequence[tuple[bytes, ...]], number: int) -> dict[int, Value]:
        """What the cells of the row hold: each its letters, style, kind, further attributes, value, and what else is in it."""
        found: dict[int, Value] = {}
        column, columns, strings = 0, self._columns, self._book.strings
        for letters, style, kind, more, value, inner in cells:
            if more.strip():
                told = dict(_ATTRIBUTE.findall(more))
                letters = letters or told.get(b"r", b"").rstrip(b"0123456789")
                style, kind = style or told.get(b"s", b""), kind or told.get(b"t", b"")
            if letters:
                known = columns.get(letters)
                column = columns[letters] = known or column_index_from_string(letters.decode())
            else:
                column += 1
            if value:
                held = strings[int(value)] if kind == b"s" else self._value(style, kind, value)
            elif inner:
                held = self._inner(style, kind, inner, (number, column))
            else:
                continue
            if held != "":
                found[column] = held
        return found

    def _value(self, style: bytes, kind: bytes, value: bytes) -> Value:
        if kind in (b"", b"n"):
            number = float(value)
            return Percentage(number) if style in self._percent else Day(number) if style in self._dates else number
        if kind == b"s":
            return self._book.strings[int(value)]
        if kind == b"b":
            return str(bool(int(value))).upper()
        if kind == b"d":
            return Day(to_excel(from_ISO8601(value.decode())))
        return ErrorValue(_text(value)) if kind == b"e" else as_read(_text(value))

    def _inner(self, style: bytes, kind: bytes, inner: bytes, at: tuple[int, int]) -> Value:
        """The value of a cell that holds more than it."""
        formula = _FORMULA.search(inner)
        if formula is not None:
            return self._formula(dict(_ATTRIBUTE.findall(formula[1])), _text(formula[2] or b""), at)
        if kind == b"inlineStr":
            return as_read("".join(map(_text, _INLINE.findall(_READ_ALOUD.sub(b"", inner)))))
        value = _VALUE.search(inner)
        return self._value(style, kind, value[1]) if value and value[1] else ""

    def _formula(self, told: dict[bytes, bytes], words: str, at: tuple[int, int]) -> Formula:
        """Of several cells that share a formula only the first has its words."""
        key, here = told.get(b"si", b"").decode(), f"{get_column_letter(at[1])}{at[0]}"
        if words and told.get(b"t") == b"shared":
            self._shared[key] = Translator(f"={words}", here)
        elif not words and key in self._shared:
            return Formula(self._shared[key].translate_formula(here))
        return Formula(f"={words}")


def _text(raw: bytes) -> str:
    return XML(b"<v>%b</v>" % raw).text or "" if b"&" in raw else raw.decode()
