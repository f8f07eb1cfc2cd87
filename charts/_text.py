"""Text of reports and of ours → lines that fit a width in a figure, with nothing in them that plotly takes for markup."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

# Words and numbers stay whole; every other character may end a line.
_TOKENS = re.compile(r"[0-9A-Za-z_.,%+\-–/'’()≥≤≈:;]+|\s+|.", re.DOTALL)
# Full-width ones by their codes: two of them look like their neighbours on a keyboard.
_NOT_FIRST = "\uff0c\uff1b\uff1a\uff01\uff1f\uff09\uff05"
_NOT_FIRST += "、,。;:!?)》」』”’,.;:!?)%"
_NOT_LAST = "\uff08(《“‘「『["
_SPACE = re.compile(r"\s+")
# What `escape` changes.
_MARKUP = re.compile(r"[\s&<>$]")
_WIDE_ASCII = "mwMW@%"
_NARROW = " .,:;'|!ijltfr()[]"


def escape(text: str) -> str:
    """Text as plotly shows it letter by letter: no tags, no entities, no formulas between dollar signs, one line."""
    if _MARKUP.search(text) is None:
        return text
    flat = _SPACE.sub(" ", text)
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")


def unescape(label: str) -> str:
    """What `escape` was given, to measure it by."""
    return html.unescape(label)


def width_of(text: str, size: float) -> float:
    """About how many pixels a line of text takes at a font size; errs on the wide side."""
    return size * sum(map(_width, text))


def wrap(text: str, width: float, size: float) -> list[str]:
    """The text in lines of at most `width` pixels, unescaped; a word longer than a line is broken. Empty text is no line.

    A mark that must not begin a line, or end one, takes its word along to the next one, where there is room for both.
    """
    # Not the listing itself, which holds on to what it lists.
    return list(_wrapped(str(text), width, size))


# To find what fits on a sheet, the same sentences are broken several times; every picture and every page has many of them.
@lru_cache(maxsize=10_000)
def _wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    flat = _SPACE.sub(" ", text).strip()
    if width_of(flat, size) <= width:
        return (flat,) if flat else ()
    lines: list[str] = []
    line: list[str] = []
    # The width of the line so far, and that of it without the white space at its end, in units of the size.
    full = bare = 0.0
    for token in _pieces(flat, width, size):
        if not line and token.isspace():
            continue
        line.append(token)
        full += _width(token) if len(token) == 1 else sum(map(_width, token))
        if token.isspace():
            continue
        bare = full
        if size * bare > width:
            kept = _break_before(line, width, size)
            lines.append("".join(line[:kept]).rstrip())
            line = line[kept:]
            while line and line[0].isspace():
                del line[0]
            full = bare = sum(map(_width, "".join(line)))
    return (*lines, "".join(line).rstrip()) if line else tuple(lines)


def _break_before(tokens: list[str], width: float, size: float) -> int:
    """How many of the tokens stay on the line that the last of them makes too long: one at least."""
    last = max(1, len(tokens) - 1)
    for kept in range(last, 0, -1):
        if width_of("".join(tokens[kept:]), size) > width:
            return last
        if not tokens[kept:] or (tokens[kept][0] not in _NOT_FIRST and tokens[kept - 1][-1] not in _NOT_LAST):
            return kept
    return last


# A figure says the same names in many of its marks, and the same figure is drawn for windows of few widths.
@lru_cache(maxsize=50_000)
def to_label(text: str, width: float, size: float) -> str:
    """The text wrapped, escaped and joined for plotly."""
    return "<br>".join(escape(line) for line in wrap(text, width, size))


def widest(labels: Iterable[str], size: float) -> int:
    """About how many pixels the longest line of these labels takes."""
    return round(max(width_of(unescape(line), size) for label in labels for line in label.split("<br>")))


def lines_in(labels: Iterable[str]) -> int:
    """The most lines that any of these labels has, at least one."""
    return max((label.count("<br>") + 1 for label in labels), default=1)


def _pieces(text: str, width: float, size: float) -> Iterable[str]:
    for token in _TOKENS.findall(text):
        if width_of(token, size) <= width:
            yield token
        else:
            yield from token


@cache
def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in _WIDE_ASCII:
        return 0.95
    if character.isupper():
        return 0.75
    return 0.32 if character in _NARROW else 0.55
