"""Folded text → its title: the line or broken lines that say what document this is, apart from the page's own furniture.

A title may be broken over up to four lines and may start with the issuing body on a line of its own. Breadcrumbs, labelled
fields (发布机构: …), headings of sections and sentences are no titles; a text without a title has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ..model import Span
from .naming import is_body_line

# How far a title is looked for: pages set menus, notices and fields before it, but not whole reports.
_REACH = 12_000
_MOST_LINES = 4
_LONGEST = 90
_NEEDED_SCORE = 5.0

_TOPIC = re.compile(r"法治政府")
_NEAR_TOPIC = re.compile(r"法治建设|法治工作|法治[一-鿿]{1,4}建设|依法行政|依法治[省市州县区旗镇乡]")
_REPORT_END = re.compile(r"(?:报告|总结|情况|年报|小结|汇报)$")
_OTHER_END = re.compile(
    r"(?:通知|方案|规划|纲要|要点|计划|安排|打算|解读|体系|办法|规定|细则|意见|清单|公告|公示|通报|函|批复|决定|讲话)$"
)
_TRAILING_PARENTHESIS = re.compile(r"(?:\s*[((][^()]{1,20}[))])+$")
_YEAR = re.compile(r"20\d\d|二[〇零○oO][〇零○oO一二][〇零○oO一二三四五六七八九]年")
_OPENER = re.compile(r"^(?:关于|20\d\d)|法治")

# A field of the page: its label, a colon, its value.
_FIELD = re.compile(
    r"(?:[一-鿿]{0,4}(?:日期|时间|来源|作者|机构|机关|单位|部门|处室|分类|文号|字号|次数|浏览|访问|阅读|点击|状态|方式|时限|范围|有效性|主题词|编辑"
    r"|责编|分享|打印|字体|关键词|摘要|索引号|名称|标题)|索 ?引 ?号|文 {1,2}号)\s*:"
)
_TITLE_FIELD = re.compile(r"(?:标题|名称)\s*:$")
_FURNITURE = re.compile(
    r"[>›»|;]|\.(?:gov|com|cn)\b|当前位置|首页|上一[篇条]|下一[篇条]|相关(?:文档|链接|阅读)|扫一扫|版权所有|今天是|附件\s*:"
)
_SENTENCE = re.compile(r"[。!?:]")
_HEADING = re.compile(r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|[(]?\d{1,2}[)、.](?!\d))")
_LINE = re.compile(r"[^\n]+")
_DATE_AT_END = re.compile(r"[((]?20\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?.*$")
_FIRST_SENTENCE = 25


@dataclass(frozen=True, slots=True)
class Title:
    """A title's folded words without line ends, and where each character stands in the text."""

    words: str
    offsets: tuple[int, ...]

    @property
    def span(self) -> Span:
        return Span(self.offsets[0], self.offsets[-1] + 1)

    def span_of(self, start: int, end: int) -> Span:
        """The text's span of `words[start:end]`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch of a line without fields; open where it reaches the line's start or end, so that a title may run on there."""

    words: str
    start: int
    number: int
    open_start: bool = True
    open_end: bool = True

    def runs_on_in(self, other: _Line) -> bool:
        return self.open_end and other.open_start and other.number == self.number + 1


def find_title(folded: str) -> Title | None:
    """The title of a folded text, or None where no words look like one."""
    lines = list(_lines(folded[:_REACH]))
    body = body_start(folded)
    best: tuple[float, int, int] | None = None
    for first in range(len(lines)):
        for last in range(first, min(first + _MOST_LINES, len(lines))):
            if last > first and not lines[last - 1].runs_on_in(lines[last]):
                break
            score = _score(lines[first : last + 1], body)
            if score >= _NEEDED_SCORE and (best is None or score > best[0]):
                best = (score, first, last)
    if best is not None:
        return _join(lines[_first_line(lines, best[1]) : _last_line(lines, best[2]) + 1])
    return _last_crumb(folded[: min(body, _REACH)])


def body_start(folded: str, start: int = 0) -> int:
    """Where the line of the first long sentence from `start` on starts; the text's length where there is none."""
    for match in _LINE.finditer(folded, start):
        line = match[0].strip()
        if "。" in line and len(line) >= _FIRST_SENTENCE and not _FURNITURE.search(line[:_FIRST_SENTENCE]):
            return match.start()
    return len(folded)


def _lines(head: str) -> Iterator[_Line]:
    """The stretches of lines that could belong to a title: what stands before a line's first field, and titles in fields."""
    for number, match in enumerate(re.finditer(r"[^\n]*\n?", head)):
        line = match[0].rstrip("\n")
        fields = list(_FIELD.finditer(line)) if ":" in line else []
        stretches = [(0, fields[0].start() if fields else len(line))]
        for field, after in zip_longest(fields, fields[1:]):
            if _TITLE_FIELD.search(field[0]):
                stretches.append((field.end(), after.start() if after else len(line)))
        for start, end in stretches:
            words = _DATE_AT_END.sub("", line[start:end])
            core = words.strip(" #")
            core = core[2:-2].strip() if core.startswith("**") and core.endswith("**") else core
            if core and not _FURNITURE.search(core):
                at = match.start() + start + words.index(core)
                yield _Line(core, at, number, start == 0, end == len(line) and words == line[start:end])


def _score(lines: list[_Line], body: int) -> float:
    """How much the lines together look like a title; below _NEEDED_SCORE they do not."""
    words = "".join(line.words for line in lines)
    if len(words) > _LONGEST:
        return 0.0
    stem = _TRAILING_PARENTHESIS.sub("", words).rstrip("》")
    score = 3.0 if _REPORT_END.search(stem) else 2.5 if _OTHER_END.search(stem) else 0.0
    if not score or _SENTENCE.search(words) or _HEADING.search(words) or not _balanced(words):
        return 0.0
    score += 4.0 if _TOPIC.search(words) else 3.0 if _NEAR_TOPIC.search(words) else 0.0
    score += 2.0 if _YEAR.search(words) else 0.0
    score += 1.0 if "关于" in words or _names_someone(stem) else 0.0
    score -= 3.0 * words.count(",") + (2.0 if len(words) > 60 else 0.0)
    score -= 4.0 if lines[0].start >= body else 0.0
    return score - 0.5 * (len(lines) - 1)


def _balanced(words: str) -> bool:
    return words.count("《") == words.count("》") and words.count("(") == words.count(")")


def _names_someone(words: str) -> bool:
    return re.search(r"[省市县区州旗盟镇乡局厅委署部]|街道|苏木", words.split("法治")[0]) is not None


def _first_line(lines: list[_Line], first: int) -> int:
    """The issuing body may stand on the one or two lines above words that name nobody themselves."""
    while first > 0 and _OPENER.match(lines[first].words) and lines[first - 1].runs_on_in(lines[first]):
        if not is_body_line(lines[first - 1].words):
            break
        first -= 1
    return first


def _last_line(lines: list[_Line], last: int) -> int:
    """A short rest of a broken title may stand on the line below: …情况 / 报告."""
    if last + 1 < len(lines) and lines[last].runs_on_in(lines[last + 1]):
        rest = lines[last + 1].words
        if not lines[last].words.endswith("报告") and re.fullmatch(r"(?:的|工作|情况){0,3}(?:报告|总结|汇报)", rest):
            return last + 1
    return last


def _join(lines: list[_Line]) -> Title:
    offsets = [line.start + i for line in lines for i in range(len(line.words))]
    return Title("".join(line.words for line in lines), tuple(offsets))


def _last_crumb(head: str) -> Title | None:
    """A page saved without its title often keeps it as the last crumb of its breadcrumb."""
    for number, match in enumerate(_LINE.finditer(head)):
        crumbs = re.split(r"[>›»]", match[0])
        crumb = crumbs[-1].strip()
        if len(crumbs) > 1 and crumb and not _FURNITURE.search(crumb) and not _FIELD.search(crumb) and _YEAR.search(crumb):
            line = _Line(crumb, match.end() - len(crumbs[-1]) + crumbs[-1].index(crumb), number)
            if _score([line], len(head) + 1) >= _NEEDED_SCORE:
                return _join([line])
    return None
