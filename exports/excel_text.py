"""Any text → text that a cell can hold, and its width there.

The rules, said on the notes sheet: control characters become their pictures (U+0001 -> ␁), what XML can't hold becomes �,
a line end is one line feed, and a text over Excel's 32,767 characters is cut with a mark that tells its whole length.
Nothing else changes: a text is never read as a formula, whatever it starts with.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import ceil
from xml.sax.saxutils import escape

CELL_LIMIT = 32_767  # UTF-16 units in one cell

_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Excel reads _x0041_ in a cell as "A"; the underscore of a text that has it by chance is written out.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def to_cell_text(text: str) -> str:
    """The text as a reader of the cell will see it."""
    if _UNSAFE.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _NOT_XML.sub("\ufffd", text).translate(_CONTROLS)
    # A character outside the basic plane counts twice, so no text of half the limit can be too long.
    if len(text) > CELL_LIMIT // 2 and _units(text) > CELL_LIMIT:
        text = _cut(text)
    return text


def to_xml(text: str) -> str:
    """The text as the XML of a cell says it; what is read back is to_cell_text of it."""
    held = escape(to_cell_text(text))
    return _LOOKS_ESCAPED.sub("_x005F_", held) if "_x" in held else held


@lru_cache(maxsize=8192)
def display_width(text: str) -> int:
    """How many digits wide the widest line of a text is: a Chinese character takes two, as do signs like ≥ in Chinese fonts."""
    return max(_line_width(line) for line in text.split("\n"))


@lru_cache(maxsize=8192)
def line_count(text: str, width: float) -> int:
    """How many lines a text takes in a column of that many digits."""
    lines = text.split("\n")
    return sum(1 if 2 * len(line) <= width else ceil(_line_width(line) / width) for line in lines)


def _line_width(line: str) -> int:
    if line.isascii():
        return len(line)
    return len(line) + sum(unicodedata.east_asian_width(character) in "WFA" for character in line)


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(text: str) -> str:
    mark = f"……〔共 {len(text)} 字，此处截断 / {len(text)} characters, cut here〕"
    kept = text[: CELL_LIMIT - len(mark)]
    while _units(kept) + len(mark) > CELL_LIMIT:
        kept = kept[: len(kept) - max(1, (_units(kept) + len(mark) - CELL_LIMIT) // 2)]
    return kept + mark
