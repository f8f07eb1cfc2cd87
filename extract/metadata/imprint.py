"""Folded text → what its page says of it in fields: the day it was put out, and its index number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Span

# Fields stand above or below the report, never deep inside.
_HEAD, _TAIL = 6_000, 2_000

_DAY = r"(20\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)"
# That no digit stands before is asked behind the first one: a pattern that begins with it is found far quicker.
_DAY_FIRST = r"(\d(?<!\d\d)\d?)\.(\d{1,2})\.(20\d\d)(?!\d)"
_COMPACT = r"(20(?<!\d20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)"
# The day something was put out; not that on which it was written (成文, 生成), and no day of another thing.
_LABELS = (
    re.compile(r"(?:发布|公布|发表)(?:日期|时间|于)? ?(?:写作)?[:\]】]? ?"),
    re.compile(r"(?:公开|发文|印发|更新|上传)(?:日期|时间)[:\]】]? ?|(?<![一-鿿])(?:日 ?期|时 ?间)[:\]】] ?"),
)
_NOT_THE_PAGE_S = re.compile(r"(?:今天是|成文|生成|生效|废止|印刷)(?:日期|时间)? ?:? ?$")
_WEEKDAY = re.compile(r" ?日? ?(?:星期|周|农历)")
_INDEX = re.compile(r"索 ?引 ?(?:号|编号) ?:?\s{0,12}(?:\| ?)?([0-9A-Za-z][0-9A-Za-z/_.()-]{3,59})")


def read_published(folded: str) -> tuple[date, Span] | None:
    """The day of publication and its words: the field that names it, else another field's or a bare day in the page's head.

    None where the page gives none, or where the day does not exist. The day under a signature is no day of publication.
    """
    head = folded[:_HEAD]
    days = list(_days(head))
    for label in _LABELS:
        for match in label.finditer(head):
            for day, span in days:
                if span.start == match.end() and not _NOT_THE_PAGE_S.search(head[: match.start()] + match[0]):
                    return day, span
    for day, span in days:
        before, after = head[max(0, span.start - 12) : span.start], head[span.end : span.end + 8]
        if _is_bare(before, after, head, span):
            return day, span
    return None


def read_index_number(folded: str) -> tuple[str, Span] | None:
    """The index number (索引号) and its words, or None where the page has none or leaves it empty."""
    for start, part in _ends(folded):
        match = _INDEX.search(part)
        if match:
            return match[1], Span(start + match.start(1), start + match.end(1))
    return None


def _days(head: str) -> Iterator[tuple[date, Span]]:
    for pattern, order in ((_DAY, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1)), (_COMPACT, (1, 2, 3))):
        for match in re.finditer(pattern, head):
            year, month, day = (int(match[group]) for group in order)
            try:
                yield date(year, month, day), _with_sign(head, match)
            except ValueError:
                continue


def _with_sign(head: str, match: re.Match[str]) -> Span:
    """The day's words with a closing 日."""
    return Span(match.start(), match.end() + (head[match.end() : match.end() + 1] == "日"))


def _is_bare(before: str, after: str, head: str, span: Span) -> bool:
    """A day in a line of the page's head that is no sentence: beside the source or the title, and not today's day."""
    line_start = head.rfind("\n", 0, span.start) + 1
    line_end = head.find("\n", span.end)
    line = head[line_start : line_end if line_end >= 0 else len(head)]
    if _NOT_THE_PAGE_S.search(before) or _WEEKDAY.match(after) or "今天" in line or re.search(r"[。,]", line):
        return False
    return "。" not in head[:line_start]


def _ends(folded: str) -> Iterator[tuple[int, str]]:
    yield 0, folded[:_HEAD]
    if len(folded) > _HEAD:
        tail = max(_HEAD, len(folded) - _TAIL)
        yield tail, folded[tail:]
