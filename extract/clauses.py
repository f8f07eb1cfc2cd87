"""Report → its clauses: each sentence with its role (work, problems, plan, frame) and the headings that stand above it.

A clause ends as its sentence does (see `sentences`), never at a semicolon (lists share their head over it) unless 二是 … follows.
A sentence that reports a figure and then turns to a problem or a plan (…98%,明年力争…) is parted at that comma.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .folding import fold
from .headings import RANKS, Heading, Mark, read_bare_heading, read_heading
from .model import Clause, Report, Role, Span
from .paragraphs import split_paragraphs
from .sentences import split_sentences

# Within a paragraph only these open a section: 1. and (1) there are items of a list.
_INLINE_MARKS = (Mark.HAN, Mark.HAN_BRACKET)
_BARE_RANK = RANKS[Mark.HAN]
# No report nests its headings deeper.
_DEEPEST = 12

# ---- turns to a plan ----------------------------------------------------------------------------------------------------
# A time or a year counts where a clause begins with it: 为下一步工作奠定基础 and 以创建2024年示范区为目标 are no plans.
_OPENING = r"(?:^|(?<=[,;:。!?]))\s*(?:[一二三四五六七八九十]{1,2}是|但是?|同时|因此|为此|针对[^,;。]{2,20},)?\s*(?:在|到)?"
_WHO = r"(?:我们?|全|本)?(?:[省市区县镇乡街局厅委办]|街道|单位)?"
_MODAL = (
    r"(?:将|(?<![主重需必纲摘概简提])要(?![求点素件闻目])|力争|争取|计划|拟|确保|继续|打算|预计|重点(?:做好|抓好|推进|开展)"
    r"|(?:重点|主要)工作|工作(?:计划|思路|打算|安排))"
)
_PLAN_TIME = re.compile(
    rf"{_OPENING}(?:下(?:一|个)?步|下一?阶段|下(?:一|个)?年度?|明年|来年|今后|接下来|新的一年|未来[一二三四五几]年)"
)
_PLAN_YEAR = re.compile(rf"{_OPENING}{_WHO}(20\d\d)年度?(?!\s*[-至~]|\d)[^。]{{0,24}}?{_MODAL}")
_PLAN_ENDS = re.compile(r"今年|截至|截止|年内")

# 现将2022年工作情况和下一步打算报告如下 tells what the report holds, it is no plan itself.
_PREFACE = re.compile(r"(?:报告|汇报|总结|通报|公布|公开|说明)如下")

# ---- turns to a problem -------------------------------------------------------------------------------------------------
_LACK = r"(?:问题|不足|短板|薄弱|差距|困难|弱项|瓶颈|欠缺)"
_PROBLEMS_FROM_HERE = re.compile(
    rf"(?:虽然?[^。;]{{0,60}},)?(?:但是?|然而|不过)?[^,;:。]{{0,30}}?(?:仍然?|还|尚|依然|依旧|也)(?:存在|面临)[^。,;]{{0,30}}?{_LACK}"
    rf"|(?:^|(?<=[,;。]))[^,;:。]{{0,24}}存在(?:着|的)?(?:主要|一些|以下|不少|一定|诸多|几个)?[^。,;]{{0,12}}{_LACK}(?:和不足)?"
    r"(?:主要)?(?:表现|体现|集中)?(?:在|为|有|是)?:"
    rf"|(?:主要|突出)的?{_LACK}(?:主要)?(?:表现|体现)(?:在|为)"
)
_ONE_PROBLEM = re.compile(
    r"(?:^|(?<=[,;]))\s*(?:但是?|然而|不过|只是)[^。;]{0,40}?"
    rf"(?:(?:仍然?|还|尚)[^,。;]{{0,8}}?(?:存在|有待|需|不|偏|较[低弱差少]|未|面临|欠|缺|停留|{_LACK})|偏[^,。;]"
    r"|不足|不够|不高|不强|不平衡|薄弱|滞后|欠缺|有待|短板|差距)"
    r"|(?:问题|现象|短板)(?:仍然?|还|依然|尚|时有)\S{0,2}(?:存在|突出|发生)"
)
# Every turn holds one of these: most sentences hold none, and that is quickly seen.
_MAY_TURN = re.compile(
    r"下[一个步阶年]|明年|来年|今后|接下来|新的一年|未来|20\d\d年|存在|面临|但|然而|不过|只是|表现|体现|问题|现象|短板"
)
_MAY_LAST = re.compile(r"存在|面临|表现|体现")
# What was found and mended is work: 前期督查中存在问题的整改落实情况.
_MENDED = re.compile(r"整改|整治|解决|回头看|销号|发现|排查|检查|针对|反馈|指出|通报")
_FIGURE = re.compile(r"\d(?!\d*年)(?![^,。;]{0,3}月)|百分之|全覆盖|[零无未]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence before it has a role; `opens` and `closes` tell whether its paragraph begins or ends with it."""

    span: Span
    frame: bool
    opens: bool
    closes: bool
    heading: Heading | None


@dataclass(frozen=True, slots=True)
class _Section:
    """One open heading: its rank (smaller is wider), number and mark, the label as written, the role of its sentences."""

    rank: int
    heading: Heading
    label: str
    role: Role


@dataclass(frozen=True, slots=True)
class _Turn:
    """A sentence's turn away from the account of the work; `lasts` to the end of its paragraph, `at` is where it begins."""

    at: int
    role: Role
    lasts: bool


def split_clauses(report: Report) -> list[Clause]:
    """The clauses of `report.text` in order, none overlapping and none blank. Never raises; an empty text gives none."""
    folded = fold(report.text)
    sentences = _sentences(report, folded)
    sections: list[_Section] = []
    clauses: list[Clause] = []
    carried: Role | None = None
    for i, sentence in enumerate(sentences):
        if sentence.frame:
            clauses.append(Clause(sentence.span, Role.FRAME))
            continue
        heading = sentence.heading or _lead_in(sentence, folded, report.year, _role(sections))
        if heading is not None:
            label = _as_written(report.text, sentence.span, heading)
            sections = _enter(sections, heading, label, _next_number(sentences, i))
            carried = None
        words = folded[sentence.span.start : sentence.span.end]
        path = tuple(section.label for section in sections if section.label)
        parts, carried = _with_roles(words, sentence, _role(sections), carried, report.year)
        clauses.extend(Clause(span, role, path) for span, role in parts)
    return clauses


def _sentences(report: Report, folded: str) -> list[_Sentence]:
    found: list[_Sentence] = []
    for paragraph in split_paragraphs(report, folded):
        if paragraph.frame:
            found.append(_Sentence(paragraph.span, True, True, True, None))
            continue
        spans = split_sentences(folded, paragraph.span)
        for k, span in enumerate(spans):
            words = folded[span.start : span.end]
            heading = read_heading(words, report.year) if k == 0 else read_heading(words, report.year, marks=_INLINE_MARKS)
            if heading is None and len(spans) == 1:
                heading = _bare(words, paragraph.alone and span.end < len(folded.rstrip()), found, report.year)
            found.append(_Sentence(span, False, k == 0, k == len(spans) - 1, heading))
    return found


def _bare(words: str, alone: bool, before: list[_Sentence], year: int | None) -> Heading | None:
    """The heading that an unmarked line is: where it stands alone, or says itself that problems or plans follow."""
    heading = read_bare_heading(words, year)
    if heading is None or alone:
        return heading
    return heading if heading.role in (Role.PROBLEMS, Role.PLAN) and before else None


# ---- sections -----------------------------------------------------------------------------------------------------------


def _role(sections: list[_Section]) -> Role:
    return sections[-1].role if sections else Role.WORK


def _as_written(text: str, span: Span, heading: Heading) -> str:
    return " ".join(text[span.start : span.start + len(heading.label)].split()) if heading.label else ""


def _lead_in(sentence: _Sentence, folded: str, year: int | None, role: Role) -> Heading | None:
    """A heading without words where a paragraph ends in a colon after a turn: what follows it is its list."""
    words = folded[sentence.span.start : sentence.span.end]
    if not sentence.closes or not words.endswith(":") or role is Role.PLAN:
        return None
    turn = _turn(words, year)
    if turn is None or turn.role is role:
        return None
    return Heading(Mark.NONE, None, "", turn.role)


def _next_number(sentences: list[_Sentence], i: int) -> Heading | None:
    """The first marked heading after sentence `i`, None where an unmarked one or the end comes first."""
    headings = (sentences[k].heading for k in range(i + 1, len(sentences)))
    following = next((heading for heading in headings if heading is not None), None)
    return following if following is not None and following.number is not None else None


def _enter(sections: list[_Section], heading: Heading, label: str, following: Heading | None) -> list[_Section]:
    """The open sections after `heading`: those it closes are left, it stands last."""
    if heading.mark is Mark.NONE:
        rank, kept = _place_bare(sections, heading, following)
    else:
        rank, kept = _place_marked(sections, heading)
    role = heading.role
    if role is None:
        last = sections[-1] if sections else None
        # Unmarked lines in a row have no ranks to tell part from whole: the role of the last stays until one says otherwise.
        same_row = heading.mark is Mark.NONE and last is not None and last.heading.mark is Mark.NONE and last.rank == rank
        role = _role(sections) if same_row else _role(kept)
    elif role is Role.WORK and _role(kept) is not Role.WORK:
        role = _role(kept)
    return [*kept[:_DEEPEST], _Section(rank, heading, label, role)]


def _place_marked(sections: list[_Section], heading: Heading) -> tuple[int, list[_Section]]:
    like = next((k for k in range(len(sections) - 1, -1, -1) if sections[k].heading.mark is heading.mark), None)
    if like is not None and heading.number is not None:
        number = sections[like].heading.number
        if number is not None and heading.number == number + 1:
            return sections[like].rank, sections[:like]
        if heading.number == 1 and heading.mark is Mark.HAN and sections[like].role is Role.PLAN:
            # 四、下一步打算 with its own 一、二、三、 below it: after the plans no account of the work begins.
            return sections[-1].rank + 1, sections
    rank = RANKS[heading.mark]
    return rank, [section for section in sections if section.rank < rank]


def _place_bare(sections: list[_Section], heading: Heading, following: Heading | None) -> tuple[int, list[_Section]]:
    if following is not None and following.number == 1:
        rank = RANKS[following.mark] - (1 if following.mark is Mark.HAN else 2)
    elif heading.label and (not sections or heading.role in (Role.PROBLEMS, Role.PLAN)):
        rank = _BARE_RANK
    elif sections and heading.label and sections[-1].heading.mark is Mark.NONE:
        rank = sections[-1].rank
    else:
        rank = sections[-1].rank + 1 if sections else _BARE_RANK
    return rank, [section for section in sections if section.rank < rank]


# ---- roles of sentences -------------------------------------------------------------------------------------------------


def _with_roles(
    words: str, sentence: _Sentence, section: Role, carried: Role | None, year: int | None
) -> tuple[list[tuple[Span, Role]], Role | None]:
    """The parts of a sentence with their roles, and the role carried on to the next sentence (None: the section's)."""
    span = sentence.span
    if section is Role.PLAN:
        return [(span, section)], None
    if carried is not None and _back_to_work(words, carried, sentence.opens, year):
        carried = None
    turn = None if sentence.heading else _turn(words, year)
    standing = carried or section
    if turn is None or turn.role is standing or standing is Role.PLAN:
        return [(span, standing)], carried
    onward = turn.role if turn.lasts else carried
    if turn.at and standing is Role.WORK and _FIGURE.search(words, 0, turn.at):
        middle = span.start + turn.at
        return [(Span(span.start, middle), standing), (Span(middle, span.end), turn.role)], onward
    return [(span, turn.role)], onward


def _back_to_work(words: str, carried: Role, opens: bool, year: int | None) -> bool:
    """Whether a sentence ends a turn: a plan by the year reported on, problems with their paragraph."""
    if carried is Role.PROBLEMS:
        return opens
    reported = year is not None and re.search(rf"(?<![《\d(]){year}年(?!\s*[-至~])", words) is not None
    return (reported or _PLAN_ENDS.search(words) is not None) and _turn(words, year) is None


def _turn(words: str, year: int | None) -> _Turn | None:
    """The first turn in a folded sentence, None where it only tells of the work."""
    if not _MAY_TURN.search(words) or _PREFACE.search(words):
        return None
    turns = [turn for turn in (_plan_turn(words, year), _problem_turn(words)) if turn is not None]
    return min(turns, key=lambda turn: turn.at, default=None)


def _plan_turn(words: str, year: int | None) -> _Turn | None:
    starts = [match.start() for match in [_PLAN_TIME.search(words)] if match]
    for match in _PLAN_YEAR.finditer(words):
        later = int(match[1]) > year if year is not None else re.search(r"力争|争取|拟|要|将", match[0]) is not None
        if later:
            starts.append(match.start())
            break
    return _Turn(min(starts), Role.PLAN, lasts=True) if starts else None


def _problem_turn(words: str) -> _Turn | None:
    lasting = _PROBLEMS_FROM_HERE.search(words) if _MAY_LAST.search(words) else None
    single = _ONE_PROBLEM.search(words)
    for match in (lasting, single):
        if match and not _is_mended(words, match):
            at = match.start() + max(match[0].find("但"), 0)
            at = max(words.rfind(mark, 0, at) for mark in ",;:。") + 1
            return _Turn(at, Role.PROBLEMS, lasts=match is lasting)
    return None


def _is_mended(words: str, match: re.Match[str]) -> bool:
    """Whether a problem is named as one found or mended, unless the sentence sets it against what was achieved."""
    if re.search(r"但|虽|然而|不过", match[0]):
        return False
    return _MENDED.search(words, max(match.start() - 15, 0), match.end() + 20) is not None


def clause_at(clauses: Sequence[Clause], place: int) -> Clause | None:
    """The clause of a report's clauses, in order, within which a character lies; None between clauses."""
    found = bisect_right(clauses, place, key=lambda clause: clause.span.start) - 1
    return clauses[found] if found >= 0 and place < clauses[found].span.end else None
