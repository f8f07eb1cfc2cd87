"""The grammar of names: a rate's or count's name in a shape → the figures that are said of it.

One figure can be said of several names (办复率、满意率均达100%; separators lost: 及时受理率按期答复率均达100%), several figures
of several names in order (分别为98%、97%和100%), a figure can come after last year's (由91%提高到96%, see `moves`), after a comparison
(较上年提高1.2个百分点,达98.6%) or after another body's (全省平均为12.5%,我县为6.3%). This module only finds; it refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from .quantities import ANY_FIGURE, BARE, RATE, REST

_NO = f",;:。、!?{ANY_FIGURE}"  # what ends a name
_R = rf"[{RATE}]{REST}*+"
_ANY = rf"[{ANY_FIGURE}]{REST}*+"
# 办结率, 满意度, 占比; not 效率, 税率, 率先, 概率.
_RATE_WORD = r"(?:(?:(?<![效税利频汇概])|(?<=时效))率(?![先领队])|(?<=[满意知晓美誉好评])度|比例|占比|比重|压缩比(?!例)|覆盖面)"
_LONGEST_NAME = 26
_BEHIND_NAME = rf"(?:\([^(){ANY_FIGURE}]{{0,20}}\))?[”’\"』」)]*"
_SEGMENT = rf"(?P<name>[^{_NO}]{{0,{_LONGEST_NAME}}}?{_RATE_WORD}){_BEHIND_NAME}"
_AND = r"(?:、|和|及|与|以及|,|;)?"
# 均达到, 继续保持在, 分别为, 再次实现: any words up to the figure that hold no name of their own.
_LINKING = rf"(?:(?![好满]意度|知晓度|占比|比例)[^{_NO}率])"
_LINK = rf"{_LINKING}{{0,14}}?(?:[{BARE}-\ue8ff]{REST}*+{_LINKING}{{0,8}}?){{0,2}}"
_COMPARED = (
    rf"(?:,?(?:(?:较|比|同比|环比)[^,;。{ANY_FIGURE}]{{0,14}}(?:{_ANY}[^,;。{ANY_FIGURE}]{{0,6}})?"
    rf"|(?:下降|上升|提高|提升|降低|增长)了?){_ANY}[^,;。{ANY_FIGURE}]{{0,4}},"
    # 败诉率逐年走低,当年为4.8%
    r"|(?:逐年|连年|连续|持续|稳步|不断|大幅|明显|显著|稳中有)+(?:走低|走高|下降|上升|提升|提高|降低|回落|升|降),(?=[^,;。]{0,4}(?:为|至|到|达)))?"
)
# 分别为100%、99.2%和95%; separators lost: 100%99.2%95%
_VALUES = rf"[“\"]?(?P<value>{_R})(?:[、和及与,]{{0,2}}以?及?(?P<value>{_R}))*"
# …,我县为6.3%; …,实际97%; …,我区实际为99.2%; 上半年…98.7%,全年为99.4%; 近三年…84.9%,2023年为90.3%
_OURS = (
    rf"(?:[,;](?:而)?(?:(?:我|本)[^,;{ANY_FIGURE}]{{1,4}}|(?:年底|年末|全年)?实际|全年|{_ANY}度?(?=为|达|[降升]至)"
    rf"|全[省市州县区旗镇乡][^,;{ANY_FIGURE}]{{0,2}})"
    rf"(?:实际)?(?:完成|达到?|为|是)?(?:{_ANY}的)?(?P<ours>{_R})){{0,3}}"
)
# 区政府负责人出庭应诉率100%,部门和镇街98.9%: the name is left out where only the body changes.
_BODIES = (
    rf"(?:[,;、](?:而)?[^,;。率{ANY_FIGURE}]{{0,8}}(?:部门|镇街|街镇|镇\(街道\)|乡镇(?:\(街道\))?|街道|单位|本级|[省市州县区镇乡]政府)"
    rf"(?:均|则)?(?:为|达到?)?(?P<also>{_R}))*"
)
# 法律顾问覆盖面:县直部门100%,村居96.5%
_WHO = rf"[^,;:。、率{ANY_FIGURE}]{{1,10}}?"
_EACH_BODY = rf":{_WHO}(?P<value>{_R})(?:[,、;]{_WHO}(?P<value>{_R}))+"
# A chain is looked for from the end of its first name on: most rate words have no figure behind them, and that is soon seen.
_END_OF_NAME = regex.compile(_RATE_WORD)
_ENDS_NAME = regex.compile(f"[{_NO}]")
_RATE_CHAIN = regex.compile(
    rf"{_BEHIND_NAME}(?:{_AND}{_SEGMENT})*+(?:{_EACH_BODY}|{_COMPARED}(?::(?=[{RATE}]))?{_LINK}{_VALUES}{_OURS}{_BODIES})"
)
_EACH = regex.compile(r"均|都|皆|分别|依次|双双|[两三四五双]项")
IN_ORDER = regex.compile(r"分别|依次")
_ENDS_BODY = regex.compile(rf"(?:[省市州县区旗镇乡]|街道|[会组局委办厅]|部门|单位|机关|本级|政府|[{ANY_FIGURE}])$")

_LIST_ITEM = regex.compile(rf"[^、和及与{ANY_FIGURE}]+")
_ENDS_YEAR = regex.compile(r"[年度季期]$")

# An act that stands for its rate: 合法性审核和备案100%覆盖, 目录化管理和合法性审查两个100%.
_ACT_TAIL = regex.compile(
    rf"(?:[”\"]?(?:、|和|及|与|以及)[^,;。、{ANY_FIGURE}]{{1,24}}?){{0,2}}"
    rf"(?:工作)?(?:率|均|都|全部|双双|实现了?|做到|达到?|为|保持|始终|继续|已|基本|了){{0,5}}+"
    rf"[“\"]?(?:{_ANY}(?={_R}))?[“\"]?(?P<value>{_R})"
)
_COUNT_LINK = (
    r"(?:事项|案件)?(?:总数|总量|件数|数量|数|量)?"
    r"(?:共计|合计|累计|总计|总共|约|计|共|均|已|为|达到?|有|是|:|了){0,3}+"
)
_WORDS = rf"[^,;:。、和及与{ANY_FIGURE}]{{1,18}}?"
_COUNT = rf"(?P<value>[{BARE}-\ue8ff]{REST}*+)"
_COUNTS_IN_ORDER = regex.compile(
    rf"(?P<name>{_WORDS})(?:[、和及与](?P<name>{_WORDS})){{1,8}}(?:数量|件数|数|量)?(?:分别|依次)[^,;。{ANY_FIGURE}]{{0,6}}"
    rf"{_COUNT}(?:(?:[、,和及与]|以及){{1,2}}{_COUNT})+"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure said of a name: `figure` where its token starts, `end` where the words that tie them end.

    `place` is where to ask what is spoken of: None for the name itself, else behind the whole list of names, whose last one
    may hold the matter (收案、受理、审结行政复议案件分别为…). `slot` is the figure's place in a list and the list's length.
    """

    figure: int
    end: int
    place: int | None = None
    slot: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Names with the figures that follow them; `names` are (start, end) in the shape, `values` starts of tokens."""

    names: Sequence[tuple[int, int]]
    values: Sequence[int]
    extra: Sequence[int]
    end: int

    def slot_of(self, start: int, end: int) -> Iterator[Said]:
        """The figure in the slot of the name within which start..end lies, in a list of counts."""
        for (first, last), figure in zip(self.names, self.values, strict=False):
            if first <= start and end <= last:
                yield Said(figure, self.end, self.values[0])

    def said_of(self, name_start: int | None, name_end: int, shape: str) -> Iterator[Said]:
        """The figures said of the name at `name_start`..`name_end`, other years' and other bodies' among them; the start is None
        where the topic says which of a list of matters is spoken of."""
        ends = [end for _, end in self.names]
        if name_end not in ends:
            return
        place = ends.index(name_end)
        size = len(self.values)
        if size == 1:
            yield Said(self.values[0], self.end)
        elif len(self.names) > 1:
            if place < size:
                yield Said(self.values[place], self.end, slot=(place, size))
        elif name_start is not None and (slot := self._slot_in_head(name_start, name_end, shape)) is not None:
            yield Said(self.values[slot], self.end, slot=(slot, size))
        else:
            yield from (Said(v, self.end, slot=(i, size)) for i, v in enumerate(self.values))
        yield from (Said(v, self.end) for v in self.extra)

    def _slot_in_head(self, start: int, end: int, shape: str) -> int | None:
        """规范性文件、重大行政决策合法性审查率分别为98%、100%: which of the matters before the one name start..end speaks of; None
        where what stands before it is no such list."""
        size = len(self.values)
        first = max(shape.rfind(stop, 0, end) for stop in ",;:。") + 1
        items = list(_LIST_ITEM.finditer(shape, first, end))[-size:]
        if len(items) < size or not IN_ORDER.search(shape, end, self.values[0]):
            return None
        if any(_ENDS_BODY.search(item[0]) or _ENDS_YEAR.search(item[0]) for item in items[:-1]):
            return None
        return next((i for i, item in enumerate(items) if start < item.end()), None)


@lru_cache(maxsize=16)
def find_rate_chains(shape: str) -> tuple[Chain, ...]:
    """Every chain of rate names and rates in a shape, left to right. Kept for the last shapes: every name of a rate asks."""
    chains = []
    reach = 0
    for word in _END_OF_NAME.finditer(shape, overlapped=True):
        m = _RATE_CHAIN.match(shape, word.end()) if word.start() >= reach else None
        if m is None:
            continue
        first = max(reach, word.start() - _LONGEST_NAME)
        first = max((stop.end() for stop in _ENDS_NAME.finditer(shape, first, word.start())), default=first)
        reach = m.end()
        names, values = [(first, word.end()), *m.spans("name")], [s for s, _ in m.spans("value")]
        link = shape[names[-1][1] : values[0]]
        if not _EACH.search(link):
            names = _after_last_comma(shape, names)
        extra = [s for group in ("ours", "also") for s, _ in m.spans(group)]
        chains.append(Chain(names, values, extra, m.end()))
    return tuple(chains)


def _after_last_comma(shape: str, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """效率提升,办结率100%: without 均 or 分别 a comma parts what only stands side by side."""
    for i in range(len(names) - 1, 0, -1):
        if {",", ";"} & set(shape[names[i - 1][1] : names[i][0]]):
            return names[i:]
    return names


def find_act_value(shape: str, name_end: int) -> Said | None:
    """The rate said of an act whose name ends at `name_end`, or None."""
    m = _ACT_TAIL.match(shape, name_end)
    return Said(m.start("value"), m.end()) if m else None


def find_count_value(shape: str, name_end: int, count: str) -> Said | None:
    """The count (a class of signs) said right after a name: 受理数为30件."""
    m = _count_after_name(count).match(shape, name_end)
    return Said(m.start("value"), m.end()) if m else None


def lists_names(shape: str, start: int, figure: int) -> bool:
    """Whether 分别 parts the figures behind it among several names: 收案、受理、审结行政复议案件分别为126件、118件、110件.

    A list of bodies (市委常委会、市政府常务会分别研究…4次、5次; 县、镇两级…分别为…) is of one name.
    """
    order = IN_ORDER.search(shape, start, figure)
    if order is None:
        return False
    names = regex.split("[、和及与]", regex.split("[,;:。]", shape[: order.start()])[-1])[:-1]
    return bool(names) and not all(_ENDS_BODY.search(name) for name in names)


@lru_cache(maxsize=16)
def find_count_chains(shape: str) -> tuple[Chain, ...]:
    """Names with counts in order, whatever each counts in: 受理、审结分别为30件、28件; 培训、宣传活动分别开展8期、46场.

    Kept for the last shapes, since every name of a count asks.
    """
    if not IN_ORDER.search(shape):
        return ()
    return tuple(Chain(m.spans("name"), [s for s, _ in m.spans("value")], (), m.end()) for m in _COUNTS_IN_ORDER.finditer(shape))


@lru_cache(maxsize=256)
def _count_after_name(count: str) -> regex.Pattern[str]:
    return regex.compile(rf"{_COUNT_LINK}(?P<value>[{count}]{REST}*+)")
