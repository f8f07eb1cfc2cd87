"""Sheets of a workbook, all set up alike: title, hint, head, table, frozen panes, print set-up.

A data sheet is one real Excel table under a few lines of text; its filter is the table's own. A table can't be without
rows, so a sheet with nothing to show has its head and a line that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from exports._words import WORDS
from exports.excel_cells import Cell, Cells, Value
from exports.excel_package import Alt, Rows, to_bytes
from exports.excel_style import HEAD, LABEL, NOTE, PLAIN_LINK, TITLE, Look, Styles
from exports.excel_text import display_width, line_count, to_cell_text

if TYPE_CHECKING:
    from extract.catalog import Unit

NARROWEST, WIDEST = 6.0, 60.0  # columns, in digits
PAGE_WIDTH = 170.0  # digits that one A4 landscape page shows at nine tenths of their size
LINE, TALLEST = 16.5, 409.0  # points of one line of text, and of Excel's tallest row
LETTERS = 1.05  # half a Chinese character of 10 points is that much narrower than a digit of the 11 that columns are counted in
FILTER_BUTTON = 3.0  # digits that the filter's button takes from a head
A4, PAPER = "9", "landscape"
HEAD_CHARACTERS = 255


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a data sheet: its head, how its cells look, its width in digits."""

    head: str
    look: Look
    width: float


class Book:
    """The workbook in the making; `lang`, `made` and the catalogue's stamp are those of every sheet, `standing` is what the foot
    of each says and `mark` what the titles of all begin with; `properties` are names and texts that no sheet shows. `rows` makes
    what takes the rows of a sheet."""

    def __init__(
        self,
        *,
        title: str,
        lang: str,
        made: date,
        stamp: str,
        standing: str,
        mark: str = "",
        properties: Iterable[tuple[str, str]] = (),
        rows: Callable[[Cells], Rows] = Rows,
    ) -> None:
        self.title, self.lang, self.made, self.stamp = mark + title, lang, made, stamp
        self.standing, self.mark = standing, mark
        self._book = Workbook(write_only=True)
        self._book.properties.title = self._book.properties.creator = title
        for name, text in properties:
            self._book.custom_doc_props.append(StringProperty(name=name, value=text))
        self._cells = Cells()
        self._new_rows = rows
        self.rows: dict[str, Rows] = {}  # by the title of each sheet
        self._styles: Styles | None = None
        self._alts: list[Alt] = []
        self.counts: dict[str, int] = {}  # by the title of each sheet, how many rows its table has

    def sheet(self, title: str, *, tab: str) -> Sheet:
        """A new sheet, after those made so far; `tab` is the colour of its tab."""
        made = self._book.create_sheet(title)
        made.sheet_properties.tabColor = tab
        made.sheet_view.tabSelected = not self.rows
        if self._styles is None:
            self._styles = Styles(made)
        self.rows[title] = self._new_rows(self._cells)
        return Sheet(self, made, self.rows[title], self._styles)

    def to_bytes(self) -> bytes:
        """The package; the book can't be used again."""
        return to_bytes(self._book, self.rows, self._cells, self.made, self._alts)

    def name_drawing(self, alt: Alt) -> None:
        """Keep the title and the alt text of the chart that was added last."""
        self._alts.append(alt)


class Sheet:
    """One sheet, written from top to bottom."""

    def __init__(self, book: Book, made: Any, rows: Rows, styles: Styles) -> None:
        self.book, self._made, self.rows, self._styles = book, made, rows, styles
        self.title: str = made.title
        self._first_printed = 1

    def cell(self, value: Value, look: Look) -> Cell:
        """A cell of this look, to be added in a row."""
        return value, self._styles.number(look)

    def number(self, look: Look) -> int:
        """The number of the style of this look, to be asked for once and used for many cells."""
        return self._styles.number(look)

    def reference(self, row: int, column: int) -> str:
        """The name of a cell, as F12; both counted from 1."""
        return f"{get_column_letter(column)}{row}"

    def heading(self, text: str, hints: Iterable[str]) -> None:
        """The title in A1 and lines of small print under it."""
        self.rows.add([self.cell(self.book.mark + text.removeprefix(self.book.mark), TITLE)], height=24)
        for hint in hints:
            self.rows.add([self.cell(hint, NOTE)])

    def back_to(self, target: str, *, key: str = "back") -> None:
        """A line that leads to another sheet. What stands above is not printed: page heads and feet say it on every page."""
        row = self.rows.add([self.cell(WORDS.say(key, self.book.lang, sheet=target), PLAIN_LINK)])
        self.rows.link(f"A{row}", place(target, "A1"))
        self._first_printed = row + 1

    def print_from_top(self) -> None:
        """Print what stands above the table as well."""
        self._first_printed = 1

    def above(self, label: str, values: Sequence[Cell | None], *, height: float | None = None) -> int:
        """A line between hints and head: its label in A, then cells from B on. Gives its number."""
        return self.rows.add([self.cell(label, LABEL), *values], height=height)

    def widths(self, widths: Sequence[float]) -> None:
        """The widths of the columns from A on, in digits."""
        for number, width in enumerate(widths, 1):
            self._made.column_dimensions[get_column_letter(number)].width = round(min(max(width, NARROWEST), 90.0), 1)

    def table(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell | None]], *, fixed: int, filtered: bool = True
    ) -> int:
        """The head and the rows below, as one Excel table; the first `fixed` columns and all above stay in sight, and on every
        printed page where there are any.

        Gives the number of the head's row.
        """
        heads = unique_heads([column.head for column in columns])
        widths = [min(max(column.width, NARROWEST), 90.0) for column in columns]
        lines = max(line_count(head, max(width - FILTER_BUTTON, 2.0)) for head, width in zip(heads, widths, strict=True))
        self.widths(widths)
        self._freeze(self.rows.last + 2, fixed)
        top = self.rows.add([self.cell(head, HEAD) for head in heads], height=LINE * lines + 6)
        wrapped = [(index, widths[index]) for index, column in enumerate(columns) if column.look.wrap]
        for row in rows:
            self.rows.add(row, height=row_height([(row[index], width) for index, width in wrapped]))
        self.book.counts[self.title] = self.rows.last - top
        if self.rows.last == top:
            self.rows.add([self.cell(WORDS.say("nothing", self.book.lang), NOTE)])
        else:
            self._add_table(name, heads, top, filtered)
        # The fixed columns stand on every page, so they take their room from each.
        across = sum(widths[fixed:]) / (PAGE_WIDTH - sum(widths[:fixed]))
        self.print_set_up(across, repeat=(top, fixed) if fixed else None, last=len(columns))
        return top

    def print_set_up(self, across: float, *, repeat: tuple[int, int] | None, last: int) -> None:
        """A4 landscape, `across` pages wide, to the column `last`; `repeat` is the row and the columns on every page."""
        made = self._made
        made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        made.page_setup.paperSize, made.page_setup.orientation = A4, PAPER
        made.page_setup.fitToWidth, made.page_setup.fitToHeight = max(1, ceil(across)), 0
        made.page_margins.left = made.page_margins.right = 0.4
        made.page_margins.top = made.page_margins.bottom = 0.7
        made.page_margins.header = made.page_margins.footer = 0.3
        made.print_area = f"A{self._first_printed}:{get_column_letter(last)}{self.rows.last}"
        if repeat is not None:
            row, columns = repeat
            made.print_title_rows = f"{row}:{row}"
            made.print_title_cols = f"A:{get_column_letter(columns)}"
        lang = self.book.lang
        made.oddHeader.left.text = _plain(f"{self.book.title} · {self.title}")
        made.oddHeader.right.text = _plain(WORDS.say("dated", lang, stamp=self.book.stamp, made=self.book.made.isoformat()))
        made.oddFooter.left.text = _plain(self.book.standing)
        made.oddFooter.right.text = WORDS.say("page", lang)

    def draw(self, chart: Any, corner: str, *, title: str, alt: str) -> None:
        """A chart with its upper left corner in that cell; `alt` is what it shows, for whoever can't see it."""
        self._made.add_chart(chart, corner)
        self.book.name_drawing((title, alt))

    def print_in_pages(self, first: int, rows: int, pages: int, *, last: int) -> None:
        """At full size, each `rows` rows from `first` on a page of their own: fitted pages would know no breaks."""
        self.print_set_up(1, repeat=None, last=last)
        self._made.sheet_properties.pageSetUpPr.fitToPage = False
        for page in range(pages):
            self._made.row_breaks.append(Break(id=first + page * rows - 1))

    def _freeze(self, row: int, columns: int) -> None:
        self._made.freeze_panes = f"{get_column_letter(columns + 1)}{row}"

    def _add_table(self, name: str, heads: Sequence[str], top: int, filtered: bool) -> None:
        area = f"A{top}:{get_column_letter(len(heads))}{self.rows.last}"
        # openpyxl would number the columns "Column1", having no cells to read: the heads are given, just as the cells say them.
        columns = [TableColumn(id=number, name=head) for number, head in enumerate(heads, 1)]
        style = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        buttons = AutoFilter(ref=area) if filtered else None
        self._made.tables.add(Table(displayName=name, ref=area, tableColumns=columns, autoFilter=buttons, tableStyleInfo=style))


def row_height(wrapped: Iterable[tuple[Cell | None, float]]) -> float:
    """The height in points that shows the wrapped cells of a row, each with the digits of its column, up to Excel's limit."""
    lines = 1
    for cell, width in wrapped:
        # Most texts are short: half as many characters as digits fit the column in one line, whatever they are.
        if cell is not None and isinstance(cell[0], str) and (2 * len(cell[0]) > width or "\n" in cell[0]):
            lines = max(lines, line_count(cell[0], width * LETTERS))
    return min(LINE * lines, TALLEST)


def unit_name(unit: Unit, lang: str) -> str:
    """A unit as a head names it: 件, or cases; percent is % in both."""
    return unit.id if lang == "zh" or unit.id == "%" else unit.name_en


def place(sheet: str, reference: str) -> str:
    """A cell of a sheet, as links name it: '对比'!F12."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{reference}"


def unique_heads(heads: Sequence[str]) -> list[str]:
    """The heads as a table may have them: one line, not empty, none twice (Excel does not tell A from a here)."""
    taken: set[str] = set()
    found = []
    for head in heads:
        bare = " ".join(to_cell_text(head).split())[: HEAD_CHARACTERS - 6] or "—"
        told, number = bare, 1
        while told.lower() in taken:
            number += 1
            told = f"{bare} {number}"
        taken.add(told.lower())
        found.append(told)
    return found


def fitted(head: str, texts: Iterable[str], *, most: float = WIDEST) -> float:
    """The width that shows the head in two lines, or one, and each of the texts in one, if that is not more than `most`."""
    told = display_width(head) + FILTER_BUTTON
    inner = max((display_width(text) for text in texts), default=0) + 2.0
    broken = max(ceil(display_width(head) / 2) + FILTER_BUTTON + 2.0, inner)
    # A head that just fits one line would have the filter's button on its last characters.
    return min(broken if broken < told - 2 * FILTER_BUTTON else max(told, inner), most)


def _plain(text: str) -> str:
    """Text for a page's head or foot, where & starts a code; 120 characters leave room for the rest of the line."""
    return to_cell_text(text)[:120].replace("&", "&&")
