"""A paragraph of folded text → its sentences: up to 。!? and what closes behind it, or to a semicolon before 二是, 三是 …

What is longer than any sentence, a table or a page without full stops, is parted, so that no text takes more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Span
from .numbers import NUMERALS

LONGEST = 2_000
_END = re.compile(r"[。!?;](?:(?<!;)[。!?]*[”’」』)】》\"']*|(?<=;)(?=\s*(?:[一二三四五六七八九十]{1,2}是|首先|其次|再次|最后)))")
_MARKS = ",;:、"
_NUMERAL = re.compile(rf"[\d.,{NUMERALS}]")
_NUMBER_GOES_ON = re.compile(rf"(?:[\d.{NUMERALS}]|,(?=\d))*")


def split_sentences(folded: str, span: Span) -> list[Span]:
    """The sentences within `span` in order, without the blanks around them; none is blank."""
    sentences = []
    start = span.start
    for end in _ends(folded, span):
        words = folded[start:end]
        if words.strip():
            left = start + len(words) - len(words.lstrip())
            sentences.append(Span(left, start + len(words.rstrip())))
        start = end
    return sentences


def _ends(folded: str, span: Span) -> Iterator[int]:
    start = span.start
    for end in [*(match.end() for match in _END.finditer(folded, span.start, span.end)), span.end]:
        while end - start > LONGEST:
            start = _part(folded, start + LONGEST, end)
            yield start
        start = end
        yield end


def _part(folded: str, at: int, end: int) -> int:
    """Where to part a sentence: behind the last mark before `at` if one is near, else at `at`, never within a number."""
    for cut in range(at, at - LONGEST // 2, -1):
        if folded[cut - 1] in _MARKS and not _NUMERAL.match(folded, cut):
            return cut
    number = _NUMBER_GOES_ON.match(folded, at, end) if _NUMERAL.match(folded[at - 1]) else None
    return number.end() if number else at
