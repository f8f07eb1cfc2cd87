"""A sentence that may be a heading → its rank, number, label and what it announces: work, problems or plans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .model import Role


class Mark(StrEnum):
    """How a heading is marked, widest first; NONE is a short line that stands alone."""

    PART = "第一部分"
    HAN = "一、"
    HAN_BRACKET = "(一)"
    DIGIT = "1."
    DIGIT_BRACKET = "(1)"
    NONE = ""


# Even numbers, so that a line without a mark can stand between two ranks.
RANKS = {Mark.PART: 0, Mark.HAN: 2, Mark.HAN_BRACKET: 4, Mark.DIGIT: 6, Mark.DIGIT_BRACKET: 8}

_HAN = "[一二三四五六七八九十]{1,3}"
# Not 一、二季度 nor 3、4月份 nor 12.4: a number follows the mark where two numbers are listed or one is broken.
_MARKS = (
    (Mark.PART, re.compile(rf"第({_HAN}|\d{{1,2}})(?:部分|章|篇)\s*[、.,:]?")),
    (Mark.HAN, re.compile(rf"({_HAN})\s?[、.](?![一二三四五六七八九十][、季月年审期级是])")),
    (Mark.HAN_BRACKET, re.compile(rf"\(\s?({_HAN})\s?\)\s*[、.]?")),
    (Mark.DIGIT, re.compile(r"(\d{1,2})\s?(?:、(?!\d)|\.(?!\d))")),
    (Mark.DIGIT_BRACKET, re.compile(r"\(?(\d{1,2})\)\s*[、.]?")),
)

LONGEST_LABEL = 60
LONGEST_BARE_HEADING = 40

# ---- what a heading announces -------------------------------------------------------------------------------------------
_WORK = re.compile(
    r"(?:工作)?(?:开展|进展|完成|落实)?情况|主要(?:工作(?!安排|打算|计划|思路|任务)|做法|举措|成效|成绩)|工作总结|取得.{0,6}(?:成效|成绩|进展)|亮点|整改落实"
)
_PLAN_TIME = re.compile(r"下(?:一|个)?(?:步|阶段|年度)|明年|来年|今后|新的一年|未来[一二三四五几]年")
_PLAN_WORD = re.compile(
    r"(?:(?:工作|总体|发展)的?|^|年度?)(?:计划|打算|思路|安排|设想|展望|谋划|重点|目标|任务)(?:及|和|与|、|$)"
    r"|(?:几点|工作|对策|有关|相关)(?:意见|对策)?(?:和|与|及)?建议$|^意见(?:和|与|及)?建议$|努力方向|(?:改进|整改)(?:措施|方向)$"
)
_PROBLEMS = re.compile(
    r"(?:存在|面临)的?.{0,10}(?:问题|不足|短板|困难|差距|薄弱|弱项|瓶颈)(?!的?(?:整改|整治|清零|销号|排查|解决))"
    r"|(?:问题|不足|短板|困难|差距)的?(?:及|和|与|、)?.{0,6}(?:原因|成因)"
    r"|^原因分析|(?:不足|欠缺)之处$|(?:仍需|尚需|有待)(?:改进|加强|完善|提升)的?(?:方面|地方|之处)?$"
    r"|^(?:当前|目前|主要|突出|工作|我[^,]|中|的)*(?:问题|不足|短板|困难|差距|薄弱环节)(?:$|(?:及|和|与|、).{0,8}"
    r"(?:不足|短板|困难|差距|问题|打算|措施|思路|计划|方向|建议|安排|下一?步.*)$)"
)
# These verbs make a problem or a plan the object of work done: 聚焦问题整改, 落实工作安排, 办理意见建议.
_DONE_TO_IT = re.compile(
    r"聚焦|解决|破解|针对|坚持|整治|补齐|化解|攻坚|克服|排查|查找|治理|直面|紧盯|围绕|反馈|指出|发现|制定|落实|贯彻|部署|细化|"
    r"完善|统筹|科学|办理|听取|征求|采纳|收集|明确|编制|抓好|完成"
)
_YEAR_FIRST = re.compile(r"(?:关于|\()?(20\d\d)年(?!\s*[-至到~]|\d)(?!月)")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading. `number` is its place among its like (None without a mark); `role` None where it announces none."""

    mark: Mark
    number: int | None
    label: str
    role: Role | None


def read_heading(sentence: str, year: int | None, *, marks: tuple[Mark, ...] = tuple(RANKS)) -> Heading | None:
    """The heading that a folded sentence is or begins with, by one of `marks`; None where it has no such mark."""
    for mark, pattern in _MARKS:
        if mark not in marks:
            continue
        match = pattern.match(sentence)
        if match:
            label = _label(sentence)
            number = _number(match[1])
            return Heading(mark, number, label, announced_role(label[match.end() :], year, first=number == 1))
    return None


def read_bare_heading(line: str, year: int | None) -> Heading | None:
    """The heading that a folded line without a mark is; None where it reads like a sentence or holds a figure."""
    if not 2 <= len(line) <= LONGEST_BARE_HEADING or not _HAN_TEXT.search(line):
        return None
    if line[-1] in "。!?;:,、." or _FIGURE.search(line) or "。" in line:
        return None
    return Heading(Mark.NONE, None, line, announced_role(line, year, first=False))


_HAN_TEXT = re.compile(r"[一-鿿]{2}")
_FIGURE = re.compile(r"\d\s*(?:%|[一-鿿](?<![年月日届次]))|\d+次(?!会议|全会)|百分之")


def announced_role(label: str, year: int | None, *, first: bool) -> Role | None:
    """What a folded heading without its mark announces; None where its words don't say.

    `first` tells that it is number one of its row: a plan word alone (一、总体思路) then opens the account of the work.
    """
    label = label.strip().rstrip("。;:,")
    if len(label) > LONGEST_BARE_HEADING:
        return None
    work = _WORK.search(label)
    problem = _PROBLEMS.search(label)
    if problem and not _DONE_TO_IT.search(label[: problem.end()]):
        return Role.WORK if work and work.start() < problem.start() else Role.PROBLEMS
    plan = _plan_position(label, year, first)
    if plan is not None:
        return Role.WORK if work and work.start() < plan else Role.PLAN
    return Role.WORK if work else None


def _plan_position(label: str, year: int | None, first: bool) -> int | None:
    time = _PLAN_TIME.search(label)
    if time and not re.search(r"[为对]$", label[: time.start()]):
        return time.start()
    stated = _YEAR_FIRST.match(label)
    if stated and year is not None and int(stated[1]) > year:
        return stated.start()
    word = _PLAN_WORD.search(label)
    if word and not first and not _DONE_TO_IT.search(label) and not re.search(r"[,;]", label):
        return word.start() if not stated or year is None or int(stated[1]) != year else None
    return None


def _label(sentence: str) -> str:
    """The words of a heading: its sentence, or the part before the first pause where that is long."""
    label = re.split(r"[。!?;:]", sentence, maxsplit=1)[0]
    if len(label) > LONGEST_LABEL:
        label = label.split(",", 1)[0]
    return label[:LONGEST_LABEL].strip()


def _number(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    digits = "一二三四五六七八九"
    value = digits.find(ones[-1:]) + 1 if ones else 0
    return value + (10 * (digits.find(tens[-1:]) + 1 if tens else 1) if ten else 0)
