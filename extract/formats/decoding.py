"""Bytes of plain text → its characters: UTF-8, GB18030 (and so GBK, GB2312), Big5 and UTF-16, with a byte order mark or not.

What a file declares of itself is tried like the others and believed only where common characters come out: pages that say
gb2312 and are UTF-8 are many.
"""

from __future__ import annotations

import codecs
from collections import Counter

from ..errors import FaultKind
from ..folding import fold
from .fault import FormatError

# The mark of UTF-32 begins with that of UTF-16, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Nearly every byte string is some text in these; which of them is right shows in whether the characters are common ones.
# Beside each stands how many of them it takes: two bytes at random are an ideograph of UTF-16 in one case of three.
_GUESSED = (("gb18030", 1), ("big5hkscs", 4), ("utf-16-le", 8), ("utf-16-be", 8))

# Measured: of a report's ideographs 99 in 100 are of the 3,755 of level one of GB 2312, of garbled ones 13 to 15.
_LEAST_COMMON = 0.7
_FEWEST_IDEOGRAPHS = 8
_MOST_LOST = 0.005
_MOST_ACCENTED = 0.3
_MOST_CONTROLS = 0.01
_SAMPLE, _STRETCH = 1_024, 32

# Level one of GB 2312: rows 16 to 55, each of 94 characters but the last, which lacks five.
_COMMON = frozenset(
    bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) if (row, cell) < (0xD7, 0xFA)
)
_IDEOGRAPHS = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000))
_CONTROLS = frozenset(map(chr, (*range(0x09), *range(0x0E, 0x20), 0x7F)))
_LOST = ("\ufffd", "锟斤拷", "烫烫烫")


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """The characters of `data` without its byte order mark, and the encoding. Raises FormatError where it is in none that is
    known, or garbled. `declared` is what a page says of itself: it is tried after UTF-8 and before the others."""
    text, encoding = _decode(data, declared)
    counts = _count(text)
    if sum(count for char, count in counts.items() if char in _CONTROLS) > _MOST_CONTROLS * counts.total():
        raise FormatError(FaultKind.CONTROL_CHARACTERS)
    _refuse_garbled(text, counts)
    return text, encoding


def refuse_garbled(text: str) -> None:
    """Raise FormatError where a text's characters were lost or misread before it came here, whatever its format."""
    _refuse_garbled(text, _count(text))


def _refuse_garbled(text: str, counts: Counter[str]) -> None:
    if sum(len(mark) * text.count(mark) for mark in _LOST) > _MOST_LOST * len(text):
        raise FormatError(FaultKind.LOST_CHARACTERS)
    if not _is_plausible(counts):
        raise FormatError(FaultKind.GARBLED)


def _decode(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], encoding)
            if text is None:
                raise FormatError(FaultKind.DAMAGED, expected=encoding.upper())
            return text, encoding
    text = _try(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    for encoding, fewest in [*_believed(declared), *_GUESSED]:
        text = _try(data, encoding)
        common, all_of_them = _ideographs(_count(text or ""))
        if text is not None and all_of_them >= fewest and common >= _LEAST_COMMON * all_of_them:
            return text, encoding
    raise FormatError(FaultKind.DAMAGED, expected="UTF-8 / GB18030 / Big5")


def _believed(declared: str | None) -> list[tuple[str, int]]:
    """The declared encoding as one to be tried; gb2312 is what pages say that are GB18030, and none is known by every name."""
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return []
    return [] if name in ("utf-8", "ascii", "gb2312", "gbk", "iso8859-1") else [(name, 4)]


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _is_plausible(counts: Counter[str]) -> bool:
    """Whether the characters are such as people write: mostly common ideographs, no long rows of accented letters."""
    if sum(count for char, count in counts.items() if "\x80" <= char <= "\xff") > _MOST_ACCENTED * counts.total():
        return False
    common, all_of_them = _ideographs(counts)
    return all_of_them < _FEWEST_IDEOGRAPHS or common >= _LEAST_COMMON * all_of_them


def _count(text: str) -> Counter[str]:
    """How often each character stands in a text, or in stretches spread evenly over a long one: shares are all that is asked."""
    if len(text) <= _SAMPLE:
        return Counter(text)
    step = len(text) * _STRETCH // _SAMPLE
    return Counter("".join(text[at : at + _STRETCH] for at in range(0, len(text), step)))


def _ideographs(counts: Counter[str]) -> tuple[int, int]:
    """How many common ideographs, in plain form, and how many in all a text has, of how often each character stands in it."""
    common = sum(count for char, count in counts.items() if char in _COMMON)
    others = [(char, count) for char, count in counts.items() if char > "\x7f" and char not in _COMMON]
    rare = 0
    for plain, (_, count) in zip(fold("".join(char for char, _ in others)), others, strict=True):
        if plain in _COMMON:
            common += count
        elif any(ord(plain) in codes for codes in _IDEOGRAPHS):
            rare += count
    return common, common + rare
