"""A look (font, fill, alignment, number format) → the number of its style in a workbook.

A number's qualifier and basis are in its number format, so that the cell holds the bare number and shows the sign.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from panel.display import SIGNS

FONT = "Microsoft YaHei"  # on every Windows with Chinese; elsewhere the system's own Chinese font stands in
INK, LINK_INK, GREY_INK, WHITE = "1F2933", "1F4E8C", "6B7280", "FFFFFF"
HEAD_FILL, BLANK_FILL, SILENT_FILL, RULE = "1F3A5F", "F3F4F6", "E5E7EB", "D9DEE4"
GRADE_FILLS = {"A": "D6EAF8", "B": "FDF2D0", "C": "EBEDEF"}

BASIS_SIGNS = {"stated": "", "computed": "†", "implied": "‡"}
SCOPE_SIGN = "§"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; the defaults are plain text at the top left."""

    bold: bool = False
    size: int = 10
    color: str = INK
    fill: str | None = None
    wrap: bool = False
    across: str = "left"
    down: str = "top"
    number: str = "General"
    ruled: str | None = None  # the colour of the line around a head or under a row


PLAIN = Look()
PLAIN_WRAP = Look(wrap=True)
PLAIN_LINK = Look(color=LINK_INK)
TITLE = Look(bold=True, size=14, down="center")
SECTION = Look(bold=True, size=11, color=LINK_INK)
NOTE = Look(color=GREY_INK)
LABEL = Look(bold=True, color=GREY_INK, down="center")
HEAD = Look(bold=True, color=WHITE, fill=HEAD_FILL, wrap=True, across="center", down="center", ruled=WHITE)
# The cells of tables.
TEXT = Look(ruled=RULE)
WRAP = Look(wrap=True, ruled=RULE)
CENTER = Look(across="center", ruled=RULE)
LINK = Look(color=LINK_INK, ruled=RULE)
NUMBER = Look(across="right", ruled=RULE)
INTEGER = Look(across="center", number="0", ruled=RULE)
YEAR = Look(across="center", number="0", ruled=RULE)
DATE = Look(across="center", number="yyyy-mm-dd", ruled=RULE)
ABOUT = Look(wrap=True, across="center", down="center", color=GREY_INK)  # the rows above a head: theme, grade, n of N
BLANK = Look(color=GREY_INK, fill=BLANK_FILL, across="center", ruled=RULE)  # a report that gives no value
SILENT = Look(color=GREY_INK, fill=SILENT_FILL, across="center", ruled=RULE)  # no report to give one


def number_format(value: float, qualifier: str = "exact", basis: str = "stated", *, scoped: bool = False) -> str:
    """The number format that shows `value` with the qualifier's sign before it and marks behind: ≥95, 40,000, 12.5†.

    A mark that is not there leaves its room, so that the digits of a column stand below each other.
    """
    digits = "#,##0" if float(value).is_integer() else "#,##0.0###"
    before = f'"{SIGNS[qualifier]}"' if SIGNS[qualifier] else ""
    behind = (f'"{BASIS_SIGNS[basis]}"' if BASIS_SIGNS[basis] else "_†") + (f'"{SCOPE_SIGN}"' if scoped else f"_{SCOPE_SIGN}")
    # Excel would put the minus of a negative number before the sign: a section of its own puts it at the number.
    negative = f";{before}-{digits}{behind}" if before else ""
    return f"{before}{digits}{behind}{negative}"


def signed_format(qualifier: str) -> str:
    """The number format that shows a number with the sign of its qualifier: ≥95."""
    sign = SIGNS[qualifier]
    return f'"{sign}"General;"{sign}"-General' if sign else "General"


def value_look(value: float, qualifier: str, basis: str, *, scoped: bool, linked: bool) -> Look:
    """How a value of the comparison looks: its signs, and the ink of a link where it has one."""
    number = number_format(value, qualifier, basis, scoped=scoped)
    return Look(across="right", color=LINK_INK if linked else INK, number=number, ruled=RULE)


def inked(look: Look, *, linked: bool) -> Look:
    """The look, in the ink of a link where it has one."""
    return replace(look, color=LINK_INK) if linked else look


class Styles:
    """The styles of one workbook, each made once."""

    def __init__(self, sheet: object) -> None:
        self._sheet = sheet  # any sheet of the workbook: openpyxl asks it for the workbook's styles
        self._numbers: dict[Look, int] = {}

    def number(self, look: Look) -> int:
        """The number that cells of this look carry."""
        if look not in self._numbers:
            self._numbers[look] = self._made(look)
        return self._numbers[look]

    def _made(self, look: Look) -> int:
        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(name=FONT, size=look.size, bold=look.bold, color=look.color)
        cell.alignment = Alignment(horizontal=look.across, vertical=look.down, wrap_text=look.wrap)
        cell.number_format = look.number
        if look.fill is not None:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        if look.ruled is not None:
            line = Side(style="thin", color=look.ruled)
            cell.border = Border(left=line, right=line) if look.fill == HEAD_FILL else Border(bottom=line)
        return int(cell.style_id)
