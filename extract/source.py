"""What a file gives: its text, final from here on, and where each part of it stands in the file.

Offsets are characters of the text. Imports nothing of ours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table in the text: characters `start` to `end` (exclusive) and its address, as `表1 R3C2` or `附表!B3`."""

    start: int
    end: int
    address: str


# The place of words that stand nowhere in the file: heads told again, the name of a declared field.
_NOWHERE = -1
_Piece = tuple[str, int | None]
_RUN = re.compile(r"\s+|\S+")
_FIGURE_ALONE = re.compile(r"[\d.,%\s]+")
# Heads of columns that say when, and that say in what is counted.
_TIME_HEAD = re.compile(r"(?:本|上|今|去|当|前)年度?|(?:19|20)\d\d ?年?度?|同期|上年同期|全年|上半年|下半年|第?[一二三四]季度")
_UNIT_HEAD = re.compile(r"(?:计量)?单位")
# 指标(件) at the head of the heads is the unit of all that stands below.
_UNIT_IN_HEAD = re.compile(r"[(（][^()（）]{1,6}[)）]$")
_NUMBER_HEAD = re.compile(r"序号|编号|行次|No\.?|#")
# Heads that only say that figures stand below: 法律援助案件(件) 数值 1208 is no way to say it.
_BARE_HEAD = re.compile(
    r"(?:数|量|值|数值|数量|数据|件数|指标值|完成值|完成数|实际|实际数|实际完成|办理情况|完成情况|统计数|统计数据)"
)
# A cell as a format hands it over: its words, or pieces of them with the place of each in the decoded file.
Words = str | Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file and its places.

    `pages` are the offsets where its pages begin, page 1 first; empty where the format has no pages. `cells` are those of its
    tables, in order. `furniture` are stretches (start, end) that are surely no part of the report: running headers, page
    numbers, menus. `encoding` is what its bytes were decoded with, None where the format itself says. `raw` are pairs (offset
    in the text, offset in the decoded file, -1 for words of ours) from each of which on the two run alike; empty where the
    format is no plain text. `unread` are its pages that are pictures, from 1: what stands on them is not in the text.
    """

    text: str
    pages: tuple[int, ...] = ()
    cells: tuple[Cell, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    encoding: str | None = None
    raw: tuple[tuple[int, int], ...] = ()
    unread: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which a character stands; None where the format has no pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None

    def cell_at(self, offset: int) -> str | None:
        """The address of the table cell in which a character stands; None where it is in none."""
        place = bisect_right(self.cells, offset, key=lambda cell: cell.start) - 1
        return self.cells[place].address if place >= 0 and offset < self.cells[place].end else None

    def raw_at(self, offset: int) -> int | None:
        """Where a character stands in the decoded file; None for words of ours and where the format is no plain text."""
        place = bisect_right(self.raw, offset, key=lambda pair: pair[0]) - 1
        if place < 0 or self.raw[place][1] == _NOWHERE:
            return None
        return self.raw[place][1] + offset - self.raw[place][0]


class Writer:
    """Pieces in reading order → a `Source`. Every format writes with it, so that all texts are laid out alike.

    A line of the text is a paragraph. Line ends inside a piece stay; all other breaks of a line become one.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._pages: list[int] = []
        self._cells: list[Cell] = []
        self._furniture: list[tuple[int, int]] = []
        self._raw: list[tuple[int, int]] = []
        self._tables = 0

    def __len__(self) -> int:
        return self._length

    def write(self, words: str, *, raw: int | None = None, furniture: bool = False) -> None:
        """Add words as they are; `raw` is where they stand in the decoded file."""
        if not words:
            return
        self._note_raw(raw)
        if furniture:
            joins = self._furniture and self._furniture[-1][1] == self._length
            start = self._furniture.pop()[0] if joins else self._length
            self._furniture.append((start, self._length + len(words)))
        self._pieces.append(words)
        self._length += len(words)

    def _note_raw(self, raw: int | None) -> None:
        last = self._raw[-1] if self._raw else None
        if raw is None:
            if last is not None and last[1] != _NOWHERE:
                self._raw.append((self._length, _NOWHERE))
        elif last is None or last[1] == _NOWHERE or last[1] - last[0] != raw - self._length:
            self._raw.append((self._length, raw))

    def end_line(self) -> None:
        """Begin a new line, unless the text is at the beginning of one."""
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self.write("\n")

    def begin_page(self) -> None:
        """A page of the file begins here."""
        self._pages.append(self._length)

    def write_table(self, rows: Sequence[Sequence[Words]], name: str | None = None, page_rows: Sequence[int] = ()) -> None:
        """Add a table, a row a line, so that each figure is said as a sentence would say it.

        Where a first row holds heads, each cell of the others stands behind the head of its row and that of its column, times
        before matters: `本年 收案(件) 41, 上年 收案(件) 35。`; a column of units, or a unit beside the head of heads, is put in
        brackets behind the row's head. Heads told again, commas and the row's full stop stand nowhere in the file; numbers of
        rows are left out. An empty cell stays empty. Its address is `name` (else 表1, 表2 …) with row and column from 1; with a
        `name` that ends in ! that of a sheet (附表!B3). A page begins before each of `page_rows`, counted from 0; before the row
        behind the last one where it begins after the table."""
        self._tables += 1
        name = name or f"表{self._tables} "
        cells = [[_pieces(words) for words in row] for row in rows]
        first, heads = _find_heads([["".join(words for words, _ in cell) for cell in row] for row in cells])
        self.end_line()
        for number, row in enumerate([*cells, []]):
            for _ in range(page_rows.count(number)):
                self.begin_page()
            self._write_row(row, heads if number > first else (), name, number)
            if heads and number > first and any(row[1:]):
                self.write("。")
            self.end_line()

    def _write_row(self, row: Sequence[Sequence[_Piece]], heads: Sequence[str], name: str, number: int) -> None:
        """One row: as it stands where there are no heads, else each of its cells with both its heads; numbers of rows are left
        out there."""
        lead = 1 if heads and _NUMBER_HEAD.fullmatch(heads[0]) else 0
        unit = next((place for place, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)), None)
        told = 0
        for place, pieces in enumerate(row):
            if not pieces or place == unit or place < lead or (heads and place == lead and any(row[lead + 1 :])):
                continue
            if told:
                self.write(", " if heads else " ")
            if heads and place > lead:
                aside = [lead] if unit is None else [lead, unit]
                self._write_heads(row, heads, place, aside, None if told else (name, number))
            self._write_cell(pieces, _address(name, number, place))
            told += 1

    def _write_heads(
        self,
        row: Sequence[Sequence[_Piece]],
        heads: Sequence[str],
        column: int,
        aside: Sequence[int],
        first: tuple[str, int] | None,
    ) -> None:
        """The heads of a cell's column and of its row, the unit behind the latter; `aside` are the places of head and unit in the
        row, `first` the table's name and the row's number where they are said for the first time."""
        head = heads[column] if column < len(heads) else ""
        when = _TIME_HEAD.fullmatch(head)
        if when:
            self.write(f"{head} ")
        held = [place for place in aside if place < len(row) and row[place]]
        for place in held:
            self.write("(" if place != aside[0] else "")
            self._write_cell(row[place], None if first is None else _address(*first, place))
            self.write(")" if place != aside[0] else "")
        shared = _UNIT_IN_HEAD.search(heads[aside[0]]) if held and len(aside) == 1 else None
        self.write(shared[0] if shared else "")
        self.write(" " if held else "")
        if head and not when and not _BARE_HEAD.fullmatch(head):
            self.write(f"{head} ")

    def _write_cell(self, pieces: Sequence[_Piece], address: str | None) -> None:
        """A cell's words; without an address they are told again."""
        start = self._length
        for words, raw in pieces:
            self.write(words, raw=None if address is None else raw)
        if address is not None:
            self._cells.append(Cell(start, self._length, address))

    def text(self) -> str:
        """All words written so far."""
        return "".join(self._pieces)

    def ends_in_blank(self) -> bool:
        """Whether the last character is a blank or a line end."""
        return bool(self._pieces) and self._pieces[-1][-1].isspace()

    def done(self, *, encoding: str | None = None, furniture: Sequence[tuple[int, int]] = ()) -> Source:
        """All that was written; `furniture` is what was found to be so only at the end, in order."""
        marked = tuple(sorted({*self._furniture, *furniture}))
        return Source(self.text(), tuple(self._pages), tuple(self._cells), marked, encoding, tuple(self._raw))


def _pieces(words: Words) -> list[_Piece]:
    """A cell's pieces without the blanks at its ends, each run of blanks and line ends one blank."""
    pieces: list[_Piece] = [(words, None)] if isinstance(words, str) else list(words)
    made: list[_Piece] = []
    for text, raw in pieces:
        for run in _RUN.finditer(text):
            blank = run[0].isspace()
            if blank and (not made or made[-1][0] == " "):
                continue
            made.append((" " if blank else run[0], None if raw is None else raw + run.start()))
    return made[:-1] if made and made[-1][0] == " " else made


def _find_heads(rows: Sequence[Sequence[str]]) -> tuple[int, Sequence[str]]:
    """The number of the row of heads and its words: the first row with words in two cells or more, behind titles in one cell; no
    words where it has fewer than three columns, a cell of figures alone, or nothing below it."""
    for number, row in enumerate(rows):
        told = [words for words in row if words]
        if len(told) > 1:
            sound = len(row) > 2 and number + 1 < len(rows) and not any(_FIGURE_ALONE.fullmatch(words) for words in told)
            return (number, row) if sound else (number, ())
    return 0, ()


def _address(name: str, row: int, column: int) -> str:
    if not name.endswith("!"):
        return f"{name}R{row + 1}C{column + 1}"
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{name}{letters}{row + 1}"
