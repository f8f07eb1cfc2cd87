"""A Word document (docx) → its text: what a reader of the printed report sees in its body, in reading order.

A paragraph is a line, with its automatic number. Out stay deleted and hidden words, field codes, comments, footnotes, running
headers and page numbers. Its pages are those that Word drew when it last saved it, where it says so; where a document comes from
another program, it has none. Macros are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from .. import limits
from ..errors import FaultKind
from ..source import Source, Writer
from .decoding import refuse_garbled
from .docx_numbers import Numbers
from .docx_styles import Styles, hidden, value
from .fault import FormatError
from .package import Package

SUFFIXES = (".docx", ".docm")
MAGIC = (b"PK\x03\x04",)

_MAIN = "word/document.xml"
_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc", "w:r"))
_TEXT, _FIELD, _BOX = (qn(name) for name in ("w:t", "w:fldChar", "w:txbxContent"))
_FORMULA, _FORMULA_TEXT = qn("m:oMath"), qn("m:t")
_DRAWN = {qn(name) for name in ("w:drawing", "w:pict", "w:object")}
_CONTROL = qn("w:sdt")
# What only wraps what is shown. Not here, and so left out: w:del, w:moveFrom, w:sdtPr, w:rt (the reading above a word).
_WRAPPERS = {
    qn(f"w:{name}") for name in "sdt sdtContent ins moveTo hyperlink smartTag customXml fldSimple dir bdo ruby rubyBase".split()
} | {qn("m:oMathPara")}
# A text box stands twice in its paragraph: as a drawing of today, and once more for programs that can't show that.
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE, _FALLBACK = (_COMPATIBILITY + name for name in ("AlternateContent", "Choice", "Fallback"))
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_RENDERED_BREAK = qn("w:lastRenderedPageBreak")
# Where a page begins among words: no XML can hold this character.
_PAGE = "\x0c"
# In w:t a line end is a blank, as in all XML, and U+2028 is what Word ends a line with.
_BLANKS = {**dict.fromkeys(map(ord, "\n\r\t"), " "), **dict.fromkeys((0x85, 0x2028, 0x2029), "\n")}
# Word's own bounds: columns of a table; tables and boxes in each other (nobody reads a report that lies deeper).
_COLUMNS = 63
_DEEPEST = 50


def read(data: bytes) -> Source:
    """The text of `data` with the cells of its tables. Raises FormatError where it is no sound docx, locked, or a bomb."""
    package = Package(data, "docx")
    main = package.related("", "officeDocument") or _MAIN
    document = package.xml(main)
    body = document.find(qn("w:body")) if document is not None else None
    if body is None:
        raise package.broken()
    styles = Styles(_beside(package, main, "styles"))
    reader = _Reader(package, styles, Numbers(_beside(package, main, "numbering"), styles))
    if next(body.iter(_RENDERED_BREAK), None) is not None:
        reader.writer.begin_page()
    reader.write(reader.items(body))
    source = reader.writer.done()
    refuse_garbled(source.text)
    return source


def _beside(package: Package, main: str, kind: str) -> BaseOxmlElement | None:
    """The root of the part that the main part calls its `kind`; None where it has none or names one that is not there."""
    name = package.related(main, kind)
    return package.xml(name) if name is not None else None


def _children(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """What an element holds once wrappers are taken off, however many there are, in order."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == _ALTERNATIVES:
            chosen = child.find(_CHOICE)
            chosen = chosen if chosen is not None else child.find(_FALLBACK)
            waiting.extend(reversed(chosen) if chosen is not None else ())
        elif child.tag in _WRAPPERS:
            waiting.extend(reversed(child) if not _is_prompt(child) else ())
        else:
            yield child


def _is_prompt(element: BaseOxmlElement) -> bool:
    """Whether an element is a control still to be filled in: 单击或点击此处输入文字。"""
    return element.tag == _CONTROL and element.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def _boxes(drawn: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The text boxes of a drawing, each once, in order; not those within another."""
    waiting = [drawn]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            yield element
        else:
            waiting.extend(reversed(list(_children(element))))


class _Reader:
    """The stories of one document (its body, a cell, a text box) → the writer. Fields and numbers run through all of them."""

    def __init__(self, package: Package, styles: Styles, numbers: Numbers) -> None:
        self.writer = Writer()
        self._package, self._styles, self._numbers = package, styles, numbers
        self._line_is_full = False
        # For each field begun and not ended, the outermost first: whether its result is reached, what is before is its code.
        self._fields: list[bool] = []

    def items(self, story: BaseOxmlElement, depth: int = 0) -> Iterator[str | BaseOxmlElement]:
        """The paragraphs of a story as lines and its tables as elements, in reading order; a text box after the paragraph
        that it hangs on."""
        if depth > _DEEPEST:
            raise self._package.broken()
        begun = ""
        for child in _children(story):
            if child.tag == _TABLE:
                yield child
            elif child.tag == _PARAGRAPH:
                boxes: list[BaseOxmlElement] = []
                begun += self._words(child, boxes)
                # The end of a paragraph can be deleted or hidden as well: it is one with the next, and numbered like that.
                if not _has_no_end(child):
                    turned = _PAGE * begun.startswith(_PAGE)
                    line = turned + self._numbers.label(child) + begun.removeprefix(turned)
                    begun = ""
                    if line or not boxes:
                        yield line
                for box in boxes:
                    yield from self.items(box, depth + 1)
        if begun:
            yield begun

    def write(self, items: Iterable[str | BaseOxmlElement], depth: int = 0) -> None:
        """Write lines and tables. Raises FormatError as soon as the text is too long or a table lies too deep."""
        for item in items:
            if isinstance(item, str):
                self.writer.write("\n" if self._line_is_full else "")
                for place, words in enumerate(item.split(_PAGE)):
                    if place:
                        self.writer.begin_page()
                    self.writer.write(words)
                self._line_is_full = True
            else:
                self._write_table(item, depth)
            if len(self.writer) > limits.CHARACTERS:
                raise FormatError(FaultKind.TOO_LONG, most=f"{limits.CHARACTERS:,}")

    def _write_table(self, table: BaseOxmlElement, depth: int) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if _is_layout(rows):
            for cell in (cell for row in rows for cell in row if cell is not None):
                self.write(self.items(cell, depth + 1), depth + 1)
            return
        told = [["" if cell is None else self._cell_words(cell, depth + 1) for cell in row] for row in rows]
        # A row that begins a page says so at the beginning of its first words; one that a page's end cuts belongs to the first.
        turned = [
            number + (not "".join(row).startswith(_PAGE))
            for number, row in enumerate(told)
            if any(_PAGE in words for words in row)
        ]
        self.writer.write_table([[words.replace(_PAGE, "") for words in row] for row in told], page_rows=turned)
        self._line_is_full = False

    def _cell_words(self, story: BaseOxmlElement, depth: int) -> str:
        """The words of a story in one piece, of tables in its text boxes too."""
        pieces = []
        for item in self.items(story, depth):
            if isinstance(item, str):
                pieces.append(item)
            else:
                cells = (cell for row in _rows(item) for cell in _cells(row) if cell is not None)
                pieces.extend(self._cell_words(cell, depth + 1) for cell in cells)
        return "\n".join(pieces)

    def _words(self, paragraph: BaseOxmlElement, boxes: list[BaseOxmlElement]) -> str:
        """The words of a paragraph; the text boxes that hang on it are added to `boxes`."""
        style = self._styles.of(paragraph)
        pieces: list[str] = []
        for child in _children(paragraph):
            if child.tag == _RUN:
                pieces.extend(self._run_words(child, style, boxes))
            elif child.tag == _FORMULA and all(self._fields):
                pieces.extend(text.text or "" for text in child.iter(_FORMULA_TEXT))
        # A code does not go on in the next paragraph; a field that never ends must not take the rest of the report with it.
        while self._fields and not self._fields[-1]:
            self._fields.pop()
        return "".join(pieces)

    def _run_words(self, run: BaseOxmlElement, style: str | None, boxes: list[BaseOxmlElement]) -> Iterator[str]:
        shown = not self._is_hidden(run, style)
        for child in _children(run):
            if child.tag == _RENDERED_BREAK:
                yield _PAGE
            elif child.tag == _FIELD:
                self._follow_field(child.get(qn("w:fldCharType")))
            elif not shown or not all(self._fields):
                continue
            elif child.tag == _TEXT:
                yield (child.text or "").translate(_BLANKS)
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag in _DRAWN:
                boxes.extend(_boxes(child))
            elif child.tag == _RUN:  # the word of a w:ruby
                yield from self._run_words(child, style, boxes)

    def _is_hidden(self, run: BaseOxmlElement, style: str | None) -> bool:
        """Whether a run is hidden: its own word counts, else that of its style, else that of the paragraph's style."""
        own = hidden(run.find(qn("w:rPr")))
        if own is None:
            own = self._styles.hides(value(run, "w:rPr", "w:rStyle"))
        return bool(self._styles.hides(style) if own is None else own)

    def _follow_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _has_no_end(paragraph: BaseOxmlElement) -> bool:
    """Whether a paragraph's mark, the properties of which are the w:rPr of its w:pPr, is deleted, moved away or hidden."""
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    if mark is None:
        return False
    return mark.find(qn("w:del")) is not None or mark.find(qn("w:moveFrom")) is not None or bool(hidden(mark))


def _rows(table: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The rows of a table that are shown."""
    for row in _children(table):
        properties = row.find(qn("w:trPr")) if row.tag == _ROW else None
        gone = properties is not None and any(properties.find(qn(name)) is not None for name in ("w:del", "w:hidden"))
        if row.tag == _ROW and not gone:
            yield row


def _cells(row: BaseOxmlElement) -> Iterator[BaseOxmlElement | None]:
    """The cells of a row by column: a merged cell stands where it begins, None in all other places that it covers."""
    count = 0
    for cell in _children(row):
        if cell.tag != _CELL or count >= _COLUMNS:
            continue
        if not count:
            count = _columns(value(row, "w:trPr", "w:gridBefore"), 0)
            yield from [None] * count
        span = _columns(value(cell, "w:tcPr", "w:gridSpan"), 1)
        yield None if _is_covered(cell) else cell
        yield from [None] * (span - 1)
        count += span


def _is_covered(cell: BaseOxmlElement) -> bool:
    """Whether a cell goes on with the one above or before it (w:vMerge without a value says so too), or is deleted."""
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return False
    merges = (properties.find(qn("w:vMerge")), properties.find(qn("w:hMerge")))
    deleted = properties.find(qn("w:cellDel")) is not None
    return deleted or any(merge is not None and merge.get(qn("w:val"), "continue") == "continue" for merge in merges)


def _columns(words: str | None, least: int) -> int:
    return max(least, min(int(words), _COLUMNS)) if words and words.isdecimal() and len(words) < 5 else least


def _is_layout(rows: list[list[BaseOxmlElement | None]]) -> bool:
    """Whether a table only places what is in it, as frames and pages pasted from the web do: no row has two cells, or a cell
    holds a table. Then each paragraph in it is a line of its own."""
    cells = [cell for row in rows for cell in row if cell is not None]
    return all(len(row) - row.count(None) < 2 for row in rows) or any(
        child.tag == _TABLE for cell in cells for child in _children(cell)
    )
