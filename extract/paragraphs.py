"""A report's text → its paragraphs: hard-wrapped lines joined, and what is no report (site frame, signature) marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from .headings import read_heading
from .model import Report, Span

# A wrapped line is nearly as long as the longest; no page has lines longer than this.
WIDEST_PAGE = 120
NARROWEST_PAGE = 22
SHORTEST_WRAPPED_LINE = 15

_HAN = re.compile("[一-鿿]")
_FINAL = "。!?;:"
_AFTER_FINAL = "”’」』)】》\"'"
_INDENT = re.compile(r"[ \t]{2,}")
# 持证人员 / 2316人,: a line that breaks off before the figure that it speaks of.
_FIGURE_ALONE = re.compile(r"\s*\d[\d,. ]{0,9}(?:%|[万余多]{0,2}(?:件次|人次|场次|[件宗起例人名次条份项台场部卷]))[,。;、]")
_BROKEN_NUMBER = re.compile(r"[\d.,]\n(?!\d{4}年|\d{1,2}(?:、|\.\D))[\d%.万亿余多件宗起例人名次条份项个台场部卷]")

# Lines that sites put round a report, before and after it.
_FRAME_KEYS = (
    "索引号|今天是|文章来源|更新日期|主题分类|内容分类|主题词|体裁分类|组配分类|公开方式|公开时限|公开范围|公开类别|责任处室|责任部门|发布日期|发布时间|发布机构|发布单位|生成日期|成文日期|"
    "发文日期|发文机关|发文单位|发文字号|文号|有效性|信息来源|来源|作者|编辑|责任编辑|责编|审核|供稿|访问次数|访问量|浏览次数|浏览量|浏览|点击数|点击次数|点击量|阅读次数|"
    "阅读量|阅读|字体|字号|字体大小|分享|分享到|日期|时间|视力保护色|信息索引号|信息名称|文件名称|名称|标题|公开日期|更新时间|录入时间|网站标识码|备案号"
)
_FRAME_LINE = re.compile(
    rf"(?:[【\[(]?\s*(?:{_FRAME_KEYS})\s*[】\])]?\s*[::])"
    r"|.{0,12}(?:当前|所在|您的)的?位置\s*[::]"
    r"|首页\s*[>»/-]|[>»]\s*\S|(?:[^\s>»]{1,20}\s*[>»]\s*){2,}"
    r"|[【\[(]?(?:返回顶部|返回列表|扫一扫|分享到|站长统计|网站地图|联系我们|上一篇|下一篇|相关链接|友情链接)"
    r"|[【\[(]?(?:打印|关闭|收藏|字体|分享).{0,12}$"
    r"|.*(?:版权所有|ICP备|公网安备|网站标识码|技术支持\s*:|(?:主办|承办)单位\s*:|(?:办公室|人民政府|管理局)(?:主办|承办)|Copyright)"
)
_LONGEST_FRAME_LINE = 150
_LONGEST_TRAIL = 60
_DAY = r"[\d一二三四五六七八九十]{1,3}"
_SIGN_DATE = re.compile(rf"\(?(?:20\d\d|二[〇○零]\S{{2}})\s*年\s*{_DAY}\s*月\s*{_DAY}\s*日\)?$")
_SIGNATURE = re.compile(r"[^\d,。;:!?%]{2,40}(?:政府|委员会|办公室|办事处|局|厅|委|街道|镇|乡)$")
_TITLE = re.compile(r"[^。;:!?]{0,40}法治[^。;:!?]{0,30}(?:报告|总结|情况|汇报)(?:\([^()]{1,12}\))?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its blanks; `gap` tells of a blank line or the text's end before it, `indented` of blanks."""

    span: Span
    gap: bool
    indented: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `frame` marks what is no report; `alone` that no other line stands right before or after it."""

    span: Span
    frame: bool
    alone: bool


def split_paragraphs(report: Report, folded: str) -> list[Paragraph]:
    """The paragraphs of `report` in order, blank ones left out; `folded` is its folded text."""
    lines = _lines(folded)
    frames = _frames(report, folded, lines)
    width = max((line.span.end - line.span.start for line, frame in zip(lines, frames, strict=True) if not frame), default=0)
    paragraphs: list[Paragraph] = []
    first = 0
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following and not frames[i] and not frames[i + 1] and _runs_on(folded, line, following, width):
            continue
        alone = lines[first].gap and (following is None or following.gap)
        paragraphs.append(Paragraph(Span(lines[first].span.start, line.span.end), frames[i], alone))
        first = i + 1
    return paragraphs


def ends_sentence(line: str) -> bool:
    """Whether a folded line ends with a mark that ends a sentence, a list's item or a lead-in."""
    return line.rstrip(_AFTER_FINAL)[-1:] in tuple(_FINAL)


def _lines(folded: str) -> list[Line]:
    lines: list[Line] = []
    position, gap = 0, True
    for raw in folded.split("\n"):
        words = raw.strip()
        if words:
            start = position + raw.index(words[0])
            lines.append(Line(Span(start, start + len(words)), gap, bool(_INDENT.match(raw))))
        gap = not words
        position += len(raw) + 1
    return lines


def _runs_on(folded: str, line: Line, following: Line, width: int) -> bool:
    """Whether the line end between two lines stands inside a sentence: within a number, or where a page wrapped it."""
    if following.gap:
        return False
    words = folded[line.span.start : line.span.end]
    next_words = folded[following.span.start : following.span.end]
    if _BROKEN_NUMBER.match(f"{words[-1]}\n{next_words[:6]}"):
        return True
    if _HAN.match(words[-1]) and _FIGURE_ALONE.match(next_words) and not read_heading(words, None):
        return True
    if following.indented or ends_sentence(words) or read_heading(next_words, None):
        return False
    if not SHORTEST_WRAPPED_LINE <= len(words) <= WIDEST_PAGE >= width:
        return False
    if read_heading(words, None):
        # A heading is followed by its own text more often than it is wrapped: only a full line of a real page is.
        return width >= NARROWEST_PAGE and len(words) >= 0.9 * width
    return len(words) >= 0.6 * width


def _frames(report: Report, folded: str, lines: list[Line]) -> list[bool]:
    """For each line, whether it is no report: site frame anywhere, titles, signature and date and what trails them."""
    words = [folded[line.span.start : line.span.end] for line in lines]
    frames = [len(text) <= _LONGEST_FRAME_LINE and "。" not in text and bool(_FRAME_LINE.match(text)) for text in words]
    for start, end in report.source.furniture if report.source else ():
        first = bisect_left(lines, start, key=lambda line: line.span.end)
        for i in range(first, bisect_left(lines, end, key=lambda line: line.span.start)):
            # A page number may stand in the middle of a line: the line is no furniture then.
            frames[i] = frames[i] or (start <= lines[i].span.start and lines[i].span.end <= end)
    title = report.evidence.get("title")
    stated = re.sub(r"\s", "", folded[title.start : title.end]) if title else ""
    head = True
    for i, (line, text) in enumerate(zip(lines, words, strict=True)):
        head = head and (frames[i] or not (ends_sentence(text) or read_heading(text, None)))
        inside_title = title is not None and title.start < line.span.end and line.span.start < title.end
        same_title = bool(stated) and re.sub(r"\s", "", text) == stated
        own_line = title is None or len(text) <= title.end - title.start + 8
        frames[i] = frames[i] or (inside_title and own_line) or same_title or (head and bool(_TITLE.match(text)))
    return _with_trail(words, frames)


def _with_trail(words: list[str], frames: list[bool]) -> list[bool]:
    """`frames` with the signature, its date and the short lines after them marked, from the last sentence on."""
    ended = next((i for i in range(len(words) - 1, -1, -1) if len(words[i]) > _LONGEST_TRAIL or "。" in words[i]), None)
    start = 0 if ended is None else ended + 1
    signed = next((i for i in range(start, len(words)) if _SIGN_DATE.match(words[i])), None)
    marked = list(frames)
    for i in range(start, len(words)):
        after_date = signed is not None and i >= signed and not words[i].startswith(("附件", "附表"))
        before_date = _SIGNATURE.match(words[i]) is not None and (signed == i + 1 or (i + 1 == len(words) and start > 0))
        marked[i] = marked[i] or after_date or before_date
    return marked
