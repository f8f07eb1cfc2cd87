"""A saved web page → its text in reading order, with menus, crumbs and footers marked as furniture.

All visible words of the page are kept, for a crumb or a site's name often tells whose report it is; what its marks call a
menu, a footer or a share bar is furniture, of which no figure is ever a reading. What the page declares of itself (the title,
the `meta` words that government sites must carry: 网站名称, 发布日期 …) stands before it, furniture too. Scripts, styles, forms
and hidden parts are left out. Tables that hold data are written as tables, those that only lay out the page as its paragraphs.
Nothing of a page is run or fetched; unclosed and crossed tags of any depth are read on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..source import Source, Writer
from .decoding import decode
from .html_tokens import Said, split_page

SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
MAGIC: tuple[bytes, ...] = ()

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})|<\?xml[^>]{0,80}encoding=[\"']([\w-]{3,20})", re.I
)
_HEAD_BYTES = 4096
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_LEFT_OUT = frozenset(
    "script style noscript template iframe object applet svg math select option textarea button datalist audio video canvas map"
    .split()
)  # fmt: skip
_BLOCKS = frozenset(
    "p div li ul ol dl dd dt tr h1 h2 h3 h4 h5 h6 section article main header footer nav aside form fieldset blockquote pre"
    " figure figcaption address details summary table caption thead tbody tfoot body center hr br title".split()
)  # fmt: skip
_TABLE_PARTS = frozenset(("td", "th"))
# What closes by itself when a sibling begins: browsers do so, and a page of open <p> is no page of depth 10,000.
_CLOSED_BY = {
    "p": frozenset(("p",)), "li": frozenset(("li",)), "dd": frozenset(("dd", "dt")), "dt": frozenset(("dd", "dt")),
    "td": frozenset(("td", "th")), "th": frozenset(("td", "th")), "tr": frozenset(("tr", "td", "th")),
}  # fmt: skip
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "form"))
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:(?:bread)?crumbs?|nav|navbar|navigation|menu|footer|foot|copyright|share|b(?:d)?share\w*|toolbar|sidebar"
    r"|search|login|related|recommend|friendlink|links|pagination|pager|qrcode|dqwz|wzdh|dangqian|weizhi|location)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A frame round the whole page may be called navbar-page: where many sentences stand, the report does.
_MOST_SENTENCES = 3
# What the sites of governments must declare (国办函〔2017〕1号), and under which words a reader would know it.
_META = {
    "sitename": "网站名称", "articletitle": "标题", "pubdate": "发布日期", "contentsource": "来源", "columnname": "栏目",
}  # fmt: skip
# A cell of more characters than this is a part of the page, not of a table of figures.
_WIDEST_CELL = 160
_WIDEST_IN_ONE_ROW = 40
_DEEPEST = 5_000
# Rows or columns that one cell may cover: more would let a page of some kilobytes fill the memory.
_MOST_COVERED = 20


def read(data: bytes) -> Source:
    """The text of a page. Raises FormatError where its bytes are in no known encoding or its characters garbled."""
    found = _DECLARED.search(data, 0, _HEAD_BYTES)
    declared = (found[1] or found[2]).decode("ascii") if found else None
    return read_page(data, declared)


def read_page(data: bytes, declared: str | None) -> Source:
    """The same for a page whose encoding is told elsewhere, as in the head of a saved message."""
    page, encoding = decode(data, declared=declared)
    reader = _Reader()
    for item in split_page(page):
        if isinstance(item, Said):
            reader.say(item.words, item.place)
        elif item.closes:
            reader.end(item.name)
        else:
            reader.begin(item.name, item.attributes)
    return reader.done(encoding)


@dataclass(slots=True)
class _Open:
    """An element that is open: its tag, whether what stands in it is left out, and where furniture began (None: none)."""

    tag: str
    left_out: bool
    furniture: int | None


@dataclass(slots=True)
class _Table:
    """A table that is open: its rows so far, cells as pieces (words, place in the page); `lays_out` where it holds no data."""

    rows: list[list[list[tuple[str, int]]]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)  # of each cell, in order: columns and rows that it covers
    lays_out: bool = False


class _Reader:
    """Tags and words in order → the text."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._open: list[_Open] = []
        self._counts: Counter[str] = Counter()  # of the open tags, so that a page of closing tags is not searched through
        self._left_out = 0
        self._tables: list[_Table] = []
        self._furniture: list[tuple[int, int]] = []

    def begin(self, tag: str, told: Mapping[str, str]) -> None:
        """An element begins, with its attributes."""
        if tag == "meta":
            self._declare(told)
        closed = _CLOSED_BY.get(tag)
        if closed and self._open and self._open[-1].tag in closed:
            self._close(len(self._open) - 1)
        if tag in _BLOCKS:
            self._end_line()
        if tag in _VOID:
            return
        if tag == "table" and not self._left_out:
            self._begin_table()
        elif tag == "tr" and self._tables and not self._left_out:
            self._tables[-1].rows.append([])
        elif tag in _TABLE_PARTS and self._tables and not self._left_out:
            self._begin_cell(told)
        if len(self._open) < _DEEPEST:
            self._push(tag, told)

    def end(self, tag: str) -> None:
        """An element ends; a tag that is not open ends nothing."""
        if self._counts[tag]:
            self._close(next(i for i in range(len(self._open) - 1, -1, -1) if self._open[i].tag == tag))
        if tag in _BLOCKS:
            self._end_line()

    def say(self, words: str, place: int) -> None:
        """Words stand at a place of the page."""
        if self._left_out:
            return
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].append((words, place))
        elif self._counts["pre"]:
            self._write_lines(words, place)
        else:
            self._write(words, place)

    def done(self, encoding: str) -> Source:
        """All that was read, whatever is still open."""
        self._close(0)
        while self._tables:
            self._end_table()
        return self._writer.done(encoding=encoding, furniture=self._settled())

    def _push(self, tag: str, told: Mapping[str, str]) -> None:
        hidden = "hidden" in told or bool(_HIDDEN.search(told.get("style", "")))
        left_out = tag in _LEFT_OUT or hidden
        named = f"{told.get('class', '')} {told.get('id', '')}"
        furniture = tag in _FURNITURE_TAGS or tag == "title" or bool(_FURNITURE_NAMES.search(named))
        self._left_out += left_out
        self._counts[tag] += 1
        self._open.append(_Open(tag, left_out, len(self._writer) if furniture and not self._tables else None))

    def _close(self, place: int) -> None:
        """Close the element at `place` of the open ones and all that is open inside it."""
        while len(self._open) > place:
            closed = self._open.pop()
            self._counts[closed.tag] -= 1
            self._left_out -= closed.left_out
            if closed.tag == "table" and self._tables and not self._left_out:
                self._end_table()
            if closed.furniture is not None:
                self._furniture.append((closed.furniture, len(self._writer)))

    def _declare(self, told: Mapping[str, str]) -> None:
        label, words = _META.get(told.get("name", "").lower()), " ".join(told.get("content", "").split())
        if label and words and len(words) <= _WIDEST_CELL:
            self._end_line()
            start = len(self._writer)
            self._writer.write(f"{label}：{words}\n")
            self._furniture.append((start, len(self._writer)))

    def _write(self, words: str, place: int) -> None:
        """Write words with each run of blanks and line ends as one blank, none at a line's beginning."""
        for run in re.finditer(r"[ \t\r\n\f]+|[^ \t\r\n\f]+", words):
            if run[0][0] in " \t\r\n\f":
                self._blank(place + run.start())
            else:
                self._writer.write(run[0], raw=place + run.start())

    def _write_lines(self, words: str, place: int) -> None:
        """Write words whose line ends are meant, as those of a report that was put into <pre> as it was typed."""
        for number, line in enumerate(words.split("\n")):
            if number:
                self._writer.end_line()
            self._write(line.removesuffix("\r"), place)
            place += len(line) + 1

    def _blank(self, place: int) -> None:
        if len(self._writer) and not self._writer.ends_in_blank():
            self._writer.write(" ", raw=place)

    def _end_line(self) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None:
            self._writer.end_line()
        elif table.rows and table.rows[-1] and table.rows[-1][-1]:
            table.rows[-1][-1].append(("\n", 0))

    def _begin_table(self) -> None:
        if self._tables:
            self._tables[-1].lays_out = True
            self._flush(self._tables[-1])
        else:
            self._writer.end_line()
        self._tables.append(_Table())

    def _begin_cell(self, told: Mapping[str, str]) -> None:
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        table.spans.append((_span(told, "colspan"), _span(told, "rowspan")))
        table.rows[-1].append([])

    def _end_table(self) -> None:
        table = self._tables.pop()
        rows = [row for row in table.rows if row]
        widest = max((sum(len(words) for words, _ in cell) for row in rows for cell in row), default=0)
        columns = max(map(len, rows), default=0)
        if table.lays_out or columns < 2 or widest > (_WIDEST_CELL if len(rows) > 1 else _WIDEST_IN_ONE_ROW):
            self._flush(table)
        else:
            self._writer.write_table(_spread(table))

    def _flush(self, table: _Table) -> None:
        """Write the cells of a table that lays out the page as its paragraphs, and go on in it."""
        for cell in (cell for row in table.rows for cell in row):
            for words, place in cell:
                if words == "\n":
                    self._writer.end_line()
                else:
                    self._write(words, place)
            self._writer.end_line()
        table.rows, table.spans = [[[]]], [(1, 1)]

    def _settled(self) -> list[tuple[int, int]]:
        """The stretches of furniture in order, one within another left out, and those where a report stands."""
        text = self._writer.text()
        kept: list[tuple[int, int]] = []
        for start, end in sorted(self._furniture, key=lambda pair: (pair[0], -pair[1])):
            if start < end and text.count("。", start, end) <= _MOST_SENTENCES and not (kept and end <= kept[-1][1]):
                kept.append((start, end))
        return kept


def _span(told: Mapping[str, str], name: str) -> int:
    """How many rows or columns a cell covers: 1 where it says nothing sensible, never so many that they fill the memory."""
    said = told.get(name, "").strip()
    return min(int(said), _MOST_COVERED) if said.isascii() and said.isdigit() and len(said) < 6 and int(said) > 0 else 1


def _spread(table: _Table) -> list[list[Sequence[tuple[str, int]]]]:
    """The rows with every cell in its column. A cell that covers several is told again where it heads them: in the rows below,
    and in the first row beside; a figure is told once."""
    grid: dict[tuple[int, int], Sequence[tuple[str, int]]] = {}
    widths = [0] * len(table.rows)
    spans = iter(table.spans)
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            wide, high = next(spans)
            while (number, column) in grid:
                column += 1
            again = () if _holds_figure(cell) else cell
            for down in range(min(high, len(table.rows) - number)):
                for beside in range(wide):
                    told = again if beside == 0 or number == 0 else ()
                    grid[number + down, column + beside] = told if down or beside else cell
                widths[number + down] = max(widths[number + down], column + wide)
            column += wide
    return [[grid.get((number, column), ()) for column in range(width)] for number, width in enumerate(widths) if width]


def _holds_figure(cell: Sequence[tuple[str, int]]) -> bool:
    return any(char.isdigit() for words, _ in cell for char in words)
