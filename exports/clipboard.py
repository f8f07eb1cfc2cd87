"""A table with title, notes and source → what a copy puts on the clipboard: HTML for Excel, Word and WPS, and plain text.

In the HTML a number is a number and every other cell says that it is text (mso-number-format "\\@" to Excel and WPS, sdnum to
LibreOffice), so that =1+1 out of a report is no formula and 1-2 no date. Lines and sides are said as styles and as attributes
too, which are all that LibreOffice reads. Plain text can't say any of it: there a cell that begins with = + - @ and is no number
gets a space before it, which keeps spreadsheets from reading it as a formula and adds no sign. Control characters become visible,
as in the workbook; tabs and line ends within a cell of the plain text become spaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from exports.excel_text import to_cell_text
from panel.display import format_number
from panel.tabular import Cell, Tabular

# More rows than this are a workbook's business; the text of a copy is sent to the page before it is asked for.
MOST_ROWS = 2000

_TEXT = "mso-number-format:'\\@'"
_SDNUM = 'sdnum="1033;0;@"'
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_FORMULA = tuple("=+-@")
_BORDER = "border:.5pt solid"
_GRID = 'border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse"'
_RIGHT = ' align="right"', ";text-align:right"
# A bound or an approximate figure: text, whose digits stand under those of the numbers.
_SIGNS = tuple("≥≤≈")


@dataclass(frozen=True, slots=True)
class Copy:
    """Both forms of a copy, and how many rows of how many are in it."""

    html: str
    plain: str
    rows: int
    of: int


def to_clipboard(title: str, table: Tabular, notes: Sequence[str], source: Sequence[str]) -> Copy:
    """The first MOST_ROWS rows under their heads, the title above, notes and source below. Texts may hold anything."""
    shown = table.rows[:MOST_ROWS]
    below = [line for line in (*notes, *source) if line]
    head = "".join(f'<th style="{_BORDER};{_TEXT}" {_SDNUM}>{_html(name)}</th>' for name in table.heads)
    body = "".join(f"<tr>{''.join(map(_td, row))}</tr>" for row in shown)
    html = (
        f'<html><head><meta charset="utf-8"></head><body>{_p(title, bold=True)}'
        f"<table {_GRID}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        f"{''.join(map(_p, below))}</body></html>"
    )
    lines = [_plain(title), "\t".join(map(_plain, table.heads))]
    lines += ["\t".join(_plain(cell) for cell in row) for row in shown]
    return Copy(html, "\r\n".join([*lines, *map(_plain, below)]) + "\r\n", len(shown), len(table.rows))


def _td(cell: Cell) -> str:
    if isinstance(cell, str):
        attribute, style = _RIGHT if cell.startswith(_SIGNS) else ("", "")
        return f'<td{attribute} style="{_BORDER};{_TEXT}{style}" {_SDNUM}>{_html(cell)}</td>'
    attribute, style = _RIGHT
    return f'<td{attribute} style="{_BORDER}{style}">{format_number(cell)}</td>'


def _p(line: str, *, bold: bool = False) -> str:
    """A line above or below the table: a paragraph in a document, a cell of its own in a spreadsheet."""
    told = f"<b>{_html(line)}</b>" if bold else _html(line)
    return f'<p style="{_TEXT}">{told}</p>'


# The cells of a column say the same few words again and again.
@lru_cache(maxsize=10_000)
def _html(text: str) -> str:
    # Without the second part a line end would begin another cell in Excel.
    return escape(to_cell_text(text)).replace("\n", '<br style="mso-data-placement:same-cell">')


def _plain(cell: Cell) -> str:
    return _plain_text(cell) if isinstance(cell, str) else format_number(cell)


@lru_cache(maxsize=10_000)
def _plain_text(cell: str) -> str:
    flat = re.sub(r"[\t\n]+", " ", to_cell_text(cell))
    return f" {flat}" if flat.lstrip().startswith(_FORMULA) and not _NUMBER.fullmatch(flat.strip()) else flat
