"""What a file gives: its text, final from here on, and where each part of it stands in the file.

Offsets are characters of the text. Imports nothing of ours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table in the text: characters `start` to `end` (exclusive) and its address, as `表1 R3C2` or `附表!B3`."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file and its places.

    `pages` are the offsets where its pages begin, page 1 first; empty where the format has no pages. `cells` are those of its
    tables, in order. `furniture` are stretches (start, end) that are surely no part of the report: running headers, page
    numbers, menus. `encoding` is what its bytes were decoded with, None where the format itself says. `raw` are pairs (offset
    in the text, offset in the decoded file) from each of which on the two run alike; empty where the format is no plain text.
    """

    text: str
    pages: tuple[int, ...] = ()
    cells: tuple[Cell, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    encoding: str | None = None
    raw: tuple[tuple[int, int], ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which a character stands; None where the format has no pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None

    def cell_at(self, offset: int) -> str | None:
        """The address of the table cell in which a character stands; None where it is in none."""
        place = bisect_right(self.cells, offset, key=lambda cell: cell.start) - 1
        return self.cells[place].address if place >= 0 and offset < self.cells[place].end else None

    def raw_at(self, offset: int) -> int | None:
        """Where a character stands in the decoded file; None where the format is no plain text."""
        place = bisect_right(self.raw, offset, key=lambda pair: pair[0]) - 1
        return self.raw[place][1] + offset - self.raw[place][0] if place >= 0 else None


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
        if raw is not None and (not self._raw or self._raw[-1][1] - self._raw[-1][0] != raw - self._length):
            self._raw.append((self._length, raw))
        if furniture:
            joins = self._furniture and self._furniture[-1][1] == self._length
            start = self._furniture.pop()[0] if joins else self._length
            self._furniture.append((start, self._length + len(words)))
        self._pieces.append(words)
        self._length += len(words)

    def end_line(self) -> None:
        """Begin a new line, unless the text is at the beginning of one."""
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self.write("\n")

    def begin_page(self) -> None:
        """A page of the file begins here."""
        self._pages.append(self._length)

    def write_table(self, rows: Sequence[Sequence[str]], name: str | None = None, page_rows: Sequence[int] = ()) -> None:
        """Add a table, a row a line, each cell behind the head of its row and, where the first row holds heads, that of its
        column: `行政复议收案(件) 本年 41, 上年 35`. An empty cell stays empty. Its address is `name` (else 表1, 表2 …) with
        row and column from 1; with a `name` that ends in ! the address is that of a sheet (附表!B3). A page begins before each
        of `page_rows`, counted from 0; before the row behind the last one where it begins after the table."""
        self._tables += 1
        name = name or f"表{self._tables} "
        heads = _column_heads(rows)
        self.end_line()
        for number, row in enumerate([*rows, ()]):
            for _ in range(page_rows.count(number)):
                self.begin_page()
            self._write_row(row, heads if number else (), name, number)
            self.end_line()

    def _write_row(self, row: Sequence[str], heads: Sequence[str], name: str, number: int) -> None:
        begun = False
        for place, words in enumerate(row):
            words = " ".join(words.split())
            if not words:
                continue
            if begun:
                self.write(", " if heads and place > 1 else " ")
            if place and place < len(heads) and heads[place]:
                self.write(f"{heads[place]} ")
            start = self._length
            self.write(words)
            self._cells.append(Cell(start, self._length, _address(name, number, place)))
            begun = True

    def done(self, *, encoding: str | None = None) -> Source:
        """All that was written."""
        return Source(
            "".join(self._pieces), tuple(self._pages), tuple(self._cells), tuple(self._furniture), encoding, tuple(self._raw)
        )


def _column_heads(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """The first row's words where it is a row of heads: three columns or more, no cell of figures alone, and others below."""
    if len(rows) < 2 or len(rows[0]) < 3:
        return ()
    first = [" ".join(words.split()) for words in rows[0]]
    told = [words for words in first[1:] if words]
    return first if told and not any(words.replace(".", "").replace("%", "").isdigit() for words in told) else ()


def _address(name: str, row: int, column: int) -> str:
    if not name.endswith("!"):
        return f"{name}R{row + 1}C{column + 1}"
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{name}{letters}{row + 1}"
