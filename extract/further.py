"""A count that a pattern found, in its shape → the counts of the same measure that are said with the same words.

县政府聘请法律顾问7名,部门聘请61名: each body its own; 新培训64人,总数达到251人: all beside the new ones; 分别制定规范性文件7件、11件: a list in
order; 常委会2次、常务会4次听取…: several bodies before one predicate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from .chains import IN_ORDER
from .quantities import ANY_FIGURE, REST

_WORD = f"[^,;:。、{ANY_FIGURE}]"
_BODY = (
    r"(?P<who>(?:各|其他|有关|相关|下属|所属|执法|[省市州县区][直级属]|机关|政府){0,3}+"
    r"(?:部门|镇街|街镇|乡镇\(街道\)|乡镇|镇\(街道\)|街道|单位|县\(市、区\)|县\(区\)|县市区|县区|区县))"
)
_WHOLE = r"(?:全(?:[省市州县区旗镇乡局队]|街道|系统))?(?:目前|现|年底|年末|截至年底|截至目前)?"
_TOTAL = rf"{_WHOLE}(?:总人数|总数|总量|累计|合计|共计|总计|共有|现有|在册|登记(?:在册)?|在用|在岗|保有|拥有|共)(?:已)?(?:达到?|为|有|已)?"
# 宪法宣传周期间开展65场,全年累计420场; “八五”以来开展3600场,今年开展780场: the year's own behind a part or years together.
_YEAR = r"(?:全年|今年|本年度?|当年|年内)(?:共|累计|又|已)?"
# A body that holds sessions or studies, before a predicate that it shares: 党委会3次、办公会6次专题研究…
_HOLDER = rf"(?:[^,;:。{ANY_FIGURE}]{{1,16}}?(?:会议?|组|局|单位|部门|镇街?|街道|办|委|中心|所))"

# How far back in its stretch a match may have its 分别.
_STRETCH = 40


@dataclass(frozen=True, slots=True)
class Further:
    """One more figure: its place in the shape, where the words that tie it end, whose it is ((0, 0): not said), and whether
    it is the whole of which the first figure is a part."""

    figure: int
    end: int
    who: tuple[int, int] = (0, 0)
    whole: bool = False


def find_further(shape: str, start: int, figure: int, end: int) -> Iterator[Further]:
    """The figures beside the one at `figure`..`end` of a match that begins at `start`, each once, left to right."""
    expressions = _expressions(shape[figure])
    if figure == start:
        before = expressions.before.search(shape, max(0, start - 40), start)
        if before:
            yield Further(before.start("value"), end)
    m = expressions.bodies.match(shape, end)
    if m:
        for value, who, verb in zip(m.spans("value"), m.spans("who"), m.captures("verb"), strict=True):
            # 办结323件;各县受理904件: a verb of its own makes another figure of it.
            if verb in shape[start:figure]:
                yield Further(value[0], value[1], who)
    elif m := expressions.total.match(shape, end) or _matched(expressions.year.match(shape, end), shape[start:figure]):
        yield Further(m.starts("value")[-1], m.end(), whole=True)
    elif IN_ORDER.search(shape, _words_before(shape, start), figure) and (m := expressions.listed.match(shape, end)):
        yield from (Further(first, last) for first, last in m.spans("value"))


def _words_before(shape: str, start: int) -> int:
    """Where the words that may say 分别 of a match at `start` begin: in its own stretch between commas (分别主持召开…会议研究…)."""
    return min(max(0, start - 12), max(start - _STRETCH, *(shape.rfind(mark, 0, start) for mark in ",;:。"), 0))


def _matched(m: regex.Match[str] | None, words: str) -> regex.Match[str] | None:
    """`m` where its verb is none of its own but stands in `words`."""
    return m if m is not None and m["verb"] in words else None


@dataclass(frozen=True, slots=True)
class _Expressions:
    bodies: regex.Pattern[str]
    total: regex.Pattern[str]
    year: regex.Pattern[str]
    listed: regex.Pattern[str]
    before: regex.Pattern[str]


@lru_cache(maxsize=256)
def _expressions(sign: str) -> _Expressions:
    value = rf"(?P<value>{sign}{REST}*+)"
    return _Expressions(
        bodies=regex.compile(rf"(?:[,、;]{_BODY}(?P<verb>{_WORD}{{0,5}}?){value})+"),
        total=regex.compile(rf"(?:[,、](?!{_TOTAL}){_WORD}{{1,6}}{value})?[,、;]{_TOTAL}{value}"),
        year=regex.compile(rf"[,;]{_YEAR}(?P<verb>{_WORD}{{0,4}}?){value}"),
        listed=regex.compile(rf"(?:[、,和及与]{value})+"),
        before=regex.compile(rf"(?<={_HOLDER}){value}[、和]{_HOLDER}$"),
    )
