"""The lines and tables of all pages → the text: paragraphs of one line each, without running headers and page numbers.

A Chinese official document sets the first line of a paragraph in by two characters and fills each line up to the margin, so a
paragraph ends where the next line is set in, or where the first word of the next line would have found room. Documents from
the web keep paragraphs apart by height instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ..source import Source, Writer
from .pdf_lines import Line, join


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its rows of cells, where its columns begin, and the rows before which a page begins."""

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[int, ...] = ()
    page_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines and tables of a page in reading order, and its size in points; `begun` where it begins in a table of the page
    before."""

    blocks: tuple[Line | Table, ...]
    width: float
    height: float
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a column begin and end, their commonest size, and how far apart the lines of a paragraph are.

    `set_in` are the places, in whole points, where a first line begins whose next line is at the left margin.
    """

    left: float
    right: float
    size: float
    pitch: float
    set_in: frozenset[int]


# Running words stand within this share of the page's height from its upper or lower edge, on so many of its pages.
_EDGE = 0.14
_RUNNING_SHARE = 0.4
_RUNNING_LINES = 3
# Letters so many times as large as most of the page that stand on many pages are a watermark.
_WATERMARK = 2.2
_SAME_HEIGHT = 3.0
_PAGE_NUMBER = re.compile(
    r"[-—–―‐－·•~～_|\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?[-—–―‐－·•~～_|\s]*"
    r"|第\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*页\s*[,，/]?\s*[(（]?\s*共\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*页\s*[)）]?"
    r"|(?:page\s*)?[0-9]{1,4}\s*(?:/|of)\s*[0-9]{1,4}"
    r"|[-—–―\s]*[ivxIVX]{1,6}[-—–―\s]*"
)
# What browsers print into the margins of a page, also where there is but one: the time and the title, the address and the page.
_BROWSER_EDGE = 0.05
_BROWSER = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}[, ].*\d{1,2}:\d\d.*|(?:fi|ﬁ)le:.*|(?:https?|about|data):.*")

_SENTENCE_END = tuple("。！？；：!?;:.…") + tuple(end + mark for end in "。！？!?…" for mark in "”’」』）)")
# A heading begins a paragraph wherever a sentence has ended before it: 一、 （一） 1. 第一章 一是 is none.
_HEADING = re.compile(
    r"第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十0-9]+[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]"
)

# Shares of a character's size: what is set in, what two lines may differ by in their places, and what may be left over at a
# line's end. Shares of the lines' distance and size from which on the next line is another paragraph's.
_SET_IN, _SAME_PLACE, _LEFT_OVER = 1.2, 0.5, 0.5
_APART, _OTHER_SIZE = 1.35, 1.15
# What a centred line leaves free on either side, in sizes.
_TITLE_FREE, _BODY_FREE = 0.8, 2.2
# A margin is where so many of the lines begin or end.
_MARGIN_SHARE, _MARGIN_LINES = 0.1, 3
# Margins at the left and the right are alike but for so many sizes.
_SHORT = 3


def write_pages(pages: Sequence[Page]) -> Source:
    """The text of a document's pages with its places; a paragraph that runs over a page break is one line."""
    pages = [_without_furniture(page, running) for page, running in zip(pages, _running(pages), strict=True)]
    margins = _measure(pages)
    writer = Writer()
    before: tuple[Line, Margins] | None = None
    for page in _join_tables(pages):
        paged = True
        if not page.begun:
            writer.begin_page()
        for block in page.blocks:
            if isinstance(block, Table):
                writer.write_table(block.rows, page_rows=block.page_rows)
                before = None
                continue
            here = margins[round(page.width), block.column]
            if before is None or not _goes_on(*before, block, here, paged):
                writer.end_line()
            else:
                writer.write(join(before[0].text, block.text, before[0].spaced))
            writer.write(block.text)
            before, paged = (block, here), False
    writer.end_line()
    return writer.done()


def _running(pages: Sequence[Page]) -> list[set[Line]]:
    """The running headers and footers of each page: the same words but for numbers at the same height on many pages."""
    places = [
        {line: (_without_numbers(line.text), round(line.baseline / _SAME_HEIGHT)) for line in _edge_lines(page)} for page in pages
    ]
    counts = Counter(place for page in places for place in set(page.values()))
    fewest = max(2.0, _RUNNING_SHARE * len(pages))

    def runs(place: tuple[str, int]) -> bool:
        words, height = place
        return sum(counts[words, near] for near in (height - 1, height, height + 1)) >= fewest

    return [{line for line, place in page.items() if runs(place)} for page in places]


def _edge_lines(page: Page) -> Iterator[Line]:
    lines = [block for block in page.blocks if isinstance(block, Line)]
    above, below = _EDGE * page.height, (1 - _EDGE) * page.height
    lines.sort(key=lambda line: line.baseline)
    large = _WATERMARK * median([line.size for line in lines] or [0.0])
    for place, line in enumerate(lines):
        head = line.baseline < above and place < _RUNNING_LINES
        if head or line.size > large or (line.baseline > below and place >= len(lines) - _RUNNING_LINES):
            yield line


def _without_numbers(words: str) -> str:
    return re.sub(r"[0-9０-９]+", "#", "".join(words.split()))


def _without_furniture(page: Page, running: set[Line]) -> Page:
    edges = list(_edge_lines(page))
    numbers = {line for line in edges if _PAGE_NUMBER.fullmatch(line.text.strip(), 0) and _stands_alone(line, page)}
    printed = {line for line in edges if _BROWSER.match(line.text) and _in_margin(line, page)}
    dropped = running | numbers | printed
    return Page(tuple(block for block in page.blocks if block not in dropped), page.width, page.height)


def _in_margin(line: Line, page: Page) -> bool:
    return not _BROWSER_EDGE * page.height < line.baseline < (1 - _BROWSER_EDGE) * page.height


def _stands_alone(number: Line, page: Page) -> bool:
    """Whether a number is no last word of a paragraph: it stands in the middle, at the right, or well apart from all lines."""
    others = [block for block in page.blocks if isinstance(block, Line) and block is not number]
    near = min((abs(line.baseline - number.baseline) for line in others), default=page.height)
    left = min((line.x0 for line in others), default=0.0)
    return number.x0 > left + 3 * number.size or near > 2 * number.size


def _join_tables(pages: Sequence[Page]) -> list[Page]:
    """The pages, a table that goes on at the top of the next page put together with its beginning."""
    joined: list[Page] = []
    last = 0  # the page with the table's beginning
    for page in pages:
        first = page.blocks[0] if page.blocks else None
        above = joined[last].blocks[-1] if joined and joined[last].blocks else None
        if isinstance(first, Table) and isinstance(above, Table) and first.columns == above.columns:
            table = _add_rows(above, first)
            joined[last] = replace(joined[last], blocks=(*joined[last].blocks[:-1], table))
            page = replace(page, blocks=page.blocks[1:], begun=True)
        if page.blocks or not page.begun:
            last = len(joined)
        joined.append(page)
    return joined


def _add_rows(table: Table, more: Table) -> Table:
    """A table with the rows of its next page: without the heads that are told again, and a row that was cut made whole."""
    rows, added = list(table.rows), list(more.rows)
    if added[0] == rows[0]:
        added = added[1:]
    if added and _is_cut(rows[-1], added[0]):
        rows[-1] = tuple(one + join(one, other) + other for one, other in zip(rows[-1], added.pop(0), strict=True))
    return replace(table, rows=(*rows, *added), page_rows=(*table.page_rows, len(rows)))


def _is_cut(row: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether `rest` holds only the last words of cells of `row`. Figures are never put together: 198 above 4 is no 1984."""
    pairs = [(one, other) for one, other in zip(row, rest, strict=True) if other]
    return not rest[0] and all(one and not other[0].isdigit() for one, other in pairs)


def _measure(pages: Sequence[Page]) -> dict[tuple[int, int], Margins]:
    """The margins of each width of page and column."""
    lines: dict[tuple[int, int], list[Line]] = {}
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Line):
                lines.setdefault((round(page.width), block.column), []).append(block)
    return {place: _margins(group, place[0]) for place, group in lines.items()}


def _margins(lines: Sequence[Line], width: float) -> Margins:
    size = Counter(round(line.size, 1) for line in lines).most_common(1)[0][0]
    lefts, rights = [line.x0 for line in lines], [-line.edge for line in lines]
    left = _margin(lefts, size)
    left = min(lefts) if left is None else left
    right = _margin(rights, size)
    right = _opposite(left, -min(rights), width, size) if right is None else -right
    steps = Counter(round((b.baseline - a.baseline) * 2) / 2 for a, b in pairwise(lines) if b.baseline > a.baseline)
    # Paragraphs of one line each make their distance the commonest: the smallest common one is that of lines.
    fewest = _MARGIN_SHARE * max(steps.values(), default=0)
    pitch = min((step for step, count in steps.items() if count > fewest), default=2 * size)
    set_in = {round(a.x0) for a, b in pairwise(lines) if a.x0 - left > _SET_IN * size and b.x0 - left < _SAME_PLACE * size}
    return Margins(left, right, size, pitch, frozenset(set_in))


def _opposite(left: float, end: float, width: float, size: float) -> float:
    """The right margin where few lines are: the end of the longest, unless it is a short one as the margin at the left tells."""
    return end if width - left - end < _SHORT * size else width - left


def _margin(places: list[float], size: float) -> float | None:
    """The outermost place within a size of which many lines begin; None where no place is common."""
    places = sorted(places)
    fewest = max(_MARGIN_LINES, _MARGIN_SHARE * len(places))
    end = 0
    for start, place in enumerate(places):
        while end < len(places) and places[end] <= place + size:
            end += 1
        if end - start >= fewest:
            return place
    return None


def _goes_on(before: Line, above: Margins, line: Line, margins: Margins, paged: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it, each within its margins; `paged` where a page ends
    between the two."""
    size = min(before.size, line.size)
    if max(before.size, line.size) > _OTHER_SIZE * size:
        return False
    turns = paged or before.column != line.column or line.baseline < before.baseline
    if not turns and line.baseline - before.baseline > _APART * margins.pitch * max(1.0, size / margins.size):
        return False
    ended = before.text.endswith(_SENTENCE_END)
    if ended and _HEADING.match(line.text):
        return False
    if _is_centred(before, above) and _is_centred(line, margins):
        return not ended and not turns and before.x1 - before.x0 > 0.5 * (margins.right - margins.left)
    if above.right - before.x1 >= line.first + _LEFT_OVER * before.size:
        return False  # the first word of this line would have found room in the line before
    set_in = line.x0 > margins.left + _SET_IN * size
    # Lines of a block that is set in as a whole begin below each other.
    below = not turns and abs(line.x0 - before.x0) < _SAME_PLACE * size and round(line.x0) not in margins.set_in
    return not set_in or (below and not ended)


def _is_centred(line: Line, margins: Margins) -> bool:
    left, right = line.x0 - margins.left, margins.right - line.x1
    # A line of the body that is set in and ends early may stand in the middle by chance, a title's larger letters don't.
    free = _TITLE_FREE if line.size > _OTHER_SIZE * margins.size else _BODY_FREE
    return min(left, right) > free * line.size and abs(left - right) < 2 * line.size
