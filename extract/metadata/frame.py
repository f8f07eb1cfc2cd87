"""Folded text → its frame: the page's head and tail, the names and addresses that stand there, and who speaks.

The frame answers what the title leaves open: which of the places of one name is meant, or whose report it is at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .. import places
from ..model import Span
from .naming import Kind, Naming, read_name
from .titles import Title, body_start

# Very long texts are asked at both ends only.
_REACH, _TAIL = 20_000, 1_500
_OPENING = 1_200
_BOTH_ENDS = 3_000

_SITE = re.compile(r"(?<![a-z0-9.-])((?:[a-z0-9-]{1,40}\.){1,5})gov\.cn", re.I)
_LATIN_WORD = re.compile(r"(?<![A-Za-z0-9.@/_-])[a-z]{5,20}(?![A-Za-z0-9.@/_-])")
_NO_SITE = frozenset(("www", "zwgk", "xxgk", "wap", "m"))
_DEPARTMENT_SITE = 0.5
_WORD_WITHOUT_SITE = 5.0

_PUBLISHER = re.compile(
    r"(?:(?:发布|发文|制发|公开|编制|供稿|责任)(?:机构|机关|单位|部门|处室) ?[:|]? ?\|? ?|(?:来源|作者|供稿|发布者) ?[:|] ?\|? ?)"
    r"([一-鿿()]{2,30})"
)
_ANNOUNCED = re.compile(
    r"现(?:将|就|把)([一-鿿]{2,24}?)(?=20\d\d|法治|推进|年度)"
    r"|(?:^|\n) *20\d\d年(?:度|以来)?,([一-鿿()]{2,24}?)"
    r"(?=坚持|在[一-鿿]{2}|认真|深入|始终|紧紧|紧扣|以习|全面|按照|围绕|法治政府|高度|严格)"
)
_SELF = re.compile(
    r"(?<!自)我(镇|乡|街道|县|区|旗|州|盟|省|市|自治区|局|厅|委(?!员)|办(?!法|公)|队|院|处(?!罚)|部(?!分|门)|中心|站|公司)"
    r"|(?<![基根])本(镇|乡|街道|县|区|局)"
)
_TOWN_VERSION = re.compile(r"(?<![乡镇村])[(](乡镇|镇街?|乡|街道)版?[)]")
_DOCUMENT_WORD = re.compile(r"([一-鿿]{2,6})[〔\[(]20\d\d[〕\])]")
_SIGNATURE_LINES, _SIGNATURE_LONGEST = 14, 40


@dataclass(frozen=True)
class Frame:
    """What a text says around its title. All offsets are of the text; `text` is the folded text, cut in the middle if long."""

    folded: str
    title: Title | None

    @cached_property
    def body(self) -> int:
        """Where the body starts: at its first long sentence, else right after the title, else at the text's end."""
        if self.title is None:
            return body_start(self.folded)
        start = body_start(self.folded, self.title.span.end)
        return start if start < len(self.folded) else self.title.span.end

    @cached_property
    def text(self) -> str:
        folded = self.folded
        return folded if len(folded) <= _REACH + _BOTH_ENDS else folded[:_REACH] + "\n" + folded[-_BOTH_ENDS:]

    @cached_property
    def near(self) -> str:
        """The page's head with the opening of the body, and its tail."""
        opening = min(self.body, _REACH) + _OPENING
        return self.folded[:opening] + "\n" + self.folded[max(opening, len(self.folded) - _TAIL) :]

    @cached_property
    def head(self) -> str:
        """What stands before the body, title and all."""
        return self.folded[: min(self.body, _REACH)]

    @cached_property
    def near_names(self) -> tuple[str, ...]:
        """The divisions that the head and the tail name in full, each once, in order."""
        around = self.head + "\n" + self.folded[max(len(self.head), len(self.folded) - _TAIL) :]
        return tuple(dict.fromkeys(around[start:end] for start, end in places.mentions(around)))

    @cached_property
    def sites(self) -> Mapping[str, float]:
        """By code of today, how much the addresses on the page speak for a division."""
        found: dict[str, float] = {}
        ends = self.head + "\n" + self.near[-_TAIL:]
        for match in _SITE.finditer(ends):
            labels = [label.lower() for label in match[1].rstrip(".").split(".") if label.lower() not in _NO_SITE]
            for place, label in enumerate(reversed(labels)):
                for division, weight in places.at_label(label).items():
                    if place == 0 or weight >= places.SPELT:
                        _raise(found, division.code, weight if place == 0 else weight * _DEPARTMENT_SITE)
        for match in _LATIN_WORD.finditer(self.head[:2_000]):
            for division, weight in places.at_label(match[0]).items():
                if weight == places.SPELT:
                    _raise(found, division.code, _WORD_WITHOUT_SITE)
        return found

    @cached_property
    def document_word(self) -> str:
        """The word of the document's number (天政发), empty where there is none."""
        match = _DOCUMENT_WORD.search(self.head)
        return match[1] if match else ""

    @cached_property
    def self_rank(self) -> tuple[str, Span] | None:
        """What the report most often calls itself (我镇, 我局) in its head and opening, without 我; None where it never does."""
        version = _TOWN_VERSION.search(self.head)
        if version:
            return version[1], Span(*version.span(1))
        found = list(_SELF.finditer(self.folded[: min(self.body, _REACH) + 4 * _OPENING]))
        if not found:
            return None
        rank, _ = Counter(match[1] or match[2] for match in found).most_common(1)[0]
        first = next(match for match in found if (match[1] or match[2]) == rank)
        return rank, Span(*first.span())

    def names_before(self, name: str) -> Iterator[str]:
        """The divisions that stand right before `name` somewhere in the text, with or without their rank: 东莞 before 清溪镇."""
        start = self.text.find(name) if name else -1
        while start >= 0:
            before = self.text[max(0, start - 16) : start]
            for size in range(len(before), 1, -1):
                if places.is_name(before[-size:]) or places.known_as(before[-size:]):
                    yield before[-size:]
                    break
            start = self.text.find(name, start + 1)

    def publishers(self) -> Iterator[tuple[Naming, Span]]:
        """Who the page, its announcing sentence or its signature names as the report's author, most telling first."""
        for match in _ANNOUNCED.finditer(self.folded, max(0, self.body - 1), self.body + 2 * _OPENING):
            group = 1 if match[1] else 2
            yield from _named(match[group], match.start(group))
        for match in _PUBLISHER.finditer(self.head):
            yield from _named(match[1], match.start(1))
        yield from self._signatures()

    def _signatures(self) -> Iterator[tuple[Naming, Span]]:
        start = max(self.body, len(self.folded) - _TAIL)
        lines = list(re.finditer(r"[^\n]+", self.folded[start:]))
        for match in lines[-_SIGNATURE_LINES:]:
            if len(match[0].strip()) <= _SIGNATURE_LONGEST:
                yield from _named(match[0], start + match.start())


def _named(words: str, offset: int) -> Iterator[tuple[Naming, Span]]:
    naming = read_name(words)
    if naming is not None and naming.kind is not Kind.RANK:
        yield naming, Span(offset + naming.start, offset + naming.end)


def _raise(found: dict[str, float], code: str, weight: float) -> None:
    found[code] = max(found.get(code, 0.0), weight)
