"""Text of reports and of ours → lines that fit a width in a figure, with nothing in them that plotly takes for markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Words and numbers stay whole; every other character may end a line.
_TOKENS = re.compile(r"[0-9A-Za-z_.,%+\-–/'’()≥≤≈:;]+|\s+|.", re.DOTALL)
_NOT_FIRST = "、,。;:!?)》」』”’,.;:!?)%"
_WIDE_ASCII = "mw@%"
_NARROW = " .,:;'|!ijltfr()[]"


def escape(text: str) -> str:
    """Text as plotly shows it letter by letter: no tags, no entities, no formulas between dollar signs, one line."""
    flat = re.sub(r"\s+", " ", text)
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")


def width_of(text: str, size: float) -> float:
    """About how many pixels a line of text takes at a font size; errs on the wide side."""
    return size * sum(_width(character) for character in text)


def wrap(text: str, width: float, size: float) -> list[str]:
    """The text in lines of at most `width` pixels, unescaped; a word longer than a line is broken. Empty text is no line."""
    lines, line = [], ""
    for token in _pieces(re.sub(r"\s+", " ", text).strip(), width, size):
        if line and width_of(line + token, size) > width and token[0] not in _NOT_FIRST:
            lines.append(line.rstrip())
            line = ""
        line += token if line else token.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def to_label(text: str, width: float, size: float) -> str:
    """The text wrapped, escaped and joined for plotly."""
    return "<br>".join(escape(line) for line in wrap(text, width, size))


def lines_in(labels: Iterable[str]) -> int:
    """The most lines that any of these labels has, at least one."""
    return max((label.count("<br>") + 1 for label in labels), default=1)


def _pieces(text: str, width: float, size: float) -> Iterable[str]:
    for token in _TOKENS.findall(text):
        if width_of(token, size) <= width:
            yield token
        else:
            yield from token


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character.isupper() or character in _WIDE_ASCII:
        return 0.7
    return 0.32 if character in _NARROW else 0.55
