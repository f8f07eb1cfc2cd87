"""Words and rows → lines for a terminal: Chinese takes two columns, control characters none at all."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

_BAR = 30
FEWEST_FOR_A_BAR = 6


def display_width(text: str) -> int:
    """How many columns a terminal gives `text`: two for a wide character, none for one that only joins or marks."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clean(text: str) -> str:
    """`text` on one line, harmless to a terminal: rows of blanks become one, controls a �, what turns the writing round goes."""
    plain = "".join(_harmless(char) for char in text)
    return " ".join(plain.split())


def _harmless(char: str) -> str:
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return "\ufffd" if category in ("Cc", "Cs") else char


def tell(line: str) -> None:
    """A line on the standard error, harmless to a terminal."""
    print(clean(line), file=sys.stderr)


def clip(text: str, width: int) -> str:
    """`text`, or its beginning and an … where it is wider than `width` columns."""
    if display_width(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += _width(char)
        if used > width - 1:
            break
        kept += char
    return kept + "…"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its head, the widest it may be (None: as wide as its cells), and whether it holds numbers."""

    head: str
    widest: int | None = None
    number: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> str:
    """Rows of cells as aligned lines of at most `width` columns, heads and a rule above; the last column takes what is left.

    The last column is never narrower than 20, so that a quote can still be told: in a narrower terminal lines run over.
    """
    cells = [[clean(cell) for cell in row] for row in rows]
    widths = []
    for k, column in enumerate(columns):
        needed = max(map(display_width, [column.head, *(row[k] for row in cells)]))
        widths.append(needed if column.widest is None else min(needed, max(column.widest, display_width(column.head))))
    gaps = 2 * (len(columns) - 1)
    widths[-1] = min(widths[-1], max(width - sum(widths[:-1]) - gaps, 20))
    heads = [column.head for column in columns]
    lines = [_line(heads, columns, widths), "  ".join("─" * wide for wide in widths)]
    return "\n".join([*lines, *(_line(row, columns, widths) for row in cells)])


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    return "  ".join(_pad(cell, wide, column.number) for cell, column, wide in zip(cells, columns, widths, strict=True)).rstrip()


def _pad(cell: str, width: int, right: bool) -> str:
    shown = clip(cell, width)
    blanks = " " * (width - display_width(shown))
    return blanks + shown if right else shown + blanks


def progress_bar(total: int, stream: TextIO) -> Callable[[int, str], None] | None:
    """What draws a bar of `total` steps on `stream` when called with (count, name); None for a few steps or no terminal."""
    if total < FEWEST_FOR_A_BAR or not stream.isatty():
        return None

    def draw(count: int, name: str) -> None:
        done = _BAR * count // total
        shown = clip(clean(name), 30) if count < total else ""
        stream.write(f"\r\x1b[K[{'█' * done}{' ' * (_BAR - done)}] {count}/{total} {shown}" if count < total else "\r\x1b[K")
        stream.flush()

    return draw
