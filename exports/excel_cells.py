"""Values and the numbers of their styles → the XML of cells; their texts, each kept once, → the part of shared strings.

Most texts of a workbook stand in it many times: told once, they leave a sheet of 100,000 readings half as long.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import IO

from exports.excel_text import to_xml

Value = str | int | float | date | None
Cell = tuple[Value, int]  # what it holds and the number of its style

_EPOCH = date(1899, 12, 30)  # day 0 of Excel's calendar, for dates after February 1900
_TAILS = 1 << 14  # how many cells are kept as XML: codes, levels, units and years come again and again
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINES = 1000  # strings that are written at a time


class Cells:
    """The cells of one workbook. `tail` gives what stands in a cell after its reference; a number that is none (NaN, infinite)
    raises ValueError there."""

    def __init__(self) -> None:
        self._strings: dict[str, int] = {}
        self.tail: Callable[[Value, int], str] = lru_cache(_TAILS)(self._tail)

    def write_strings(self, part: IO[bytes]) -> None:
        """The part of shared strings, in the order in which they were first told."""
        part.write(f'{_HEAD} uniqueCount="{len(self._strings)}">'.encode())
        lines: list[str] = []
        for text in self._strings:
            lines.append(_item(text))
            if len(lines) == _LINES:
                part.write("".join(lines).encode())
                lines.clear()
        part.write(("".join(lines) + "</sst>").encode())

    def _tail(self, value: Value, style: int) -> str:
        if value is None:
            return f' s="{style}"/>'
        if isinstance(value, str):
            # Text is text whatever it looks like: nothing of it is read as a number or as a formula.
            return f' s="{style}" t="s"><v>{self._strings.setdefault(value, len(self._strings))}</v></c>'
        if isinstance(value, date):
            return f' s="{style}"><v>{(value - _EPOCH).days}</v></c>'
        if not math.isfinite(value):
            raise ValueError(f"a cell can't hold {value}: a blank must say its cause, it is never a number")
        # 98.0 and 98 are the same number to Excel; the shorter is written.
        return f' s="{style}"><v>{int(value) if float(value).is_integer() else float(value)!r}</v></c>'


def _item(text: str) -> str:
    held = to_xml(text)
    # Blanks at the ends and line ends would be dropped by some readers.
    kept = ' xml:space="preserve"' if held != held.strip() or "\n" in held or "\t" in held else ""
    return f"<si><t{kept}>{held}</t></si>"
