"""A candidate's surroundings → the words that say it is another body's figure, or none.

The whole province's or country's in a lower body's report, an average over many, the rank of a county-level city.
"""

from __future__ import annotations

import regex

from .model import Level, Reason, Report
from .places import named
from .surroundings import Finding, Surroundings, behind

WHOLE = {
    "全国": 0, "全省": 1, "全自治区": 1, "全市": 2, "全州": 2, "全区": 3, "全县": 3, "全旗": 3, "全镇": 4, "全乡": 4,
}  # fmt: skip
# 全国“民主法治示范村”2个, 全国3个、省级20个 and what is the first of its kind in the country are the locality's own.
_NOT_THE_WHOLE = (
    r"(?!$|(?:[和、及]?[省市州区县级]){0,4}(?:人大|政协|代表|委员)|“?民主|级|首|率先|领先|前列|先进|示范|优秀|文明|\d|、省)"
)
# 全省民主法治村67个 is what a lower body holds of the province's title.
_NO_TITLE = "(?!“?民主法治)"
# 通过率位列全市第一,达97.1%: a rank among all names no other body's figure.
RANKED = regex.compile(
    r"(?:位列|位居|名列|居|列|排名?|排在|跻身)全[国省市州区县旗](?:第[一二三四五六七八九十\d]+|前列|前茅|首位|榜首|领先)"
)
BODY = regex.compile(
    rf"全国{_NOT_THE_WHOLE}|全自治区{_NO_TITLE}|全省{_NO_TITLE}|全市|全州|全县|全区|全旗|全镇|全乡|(?:我|本)(?:省|市|州|县|区|旗|镇|乡|街道|局|辖区)"
)
OURS = regex.compile(r"[我本](省|市|州|县|区|旗|镇|乡|街道|局|厅|委|队|单位|部门)(?!级)")
# 全省行政机关平均败诉率为12.5%; but 全县政务服务事项平均承诺办理时限缩短七成五 is the county's own.
AVERAGE = regex.compile(
    r"(?:全[国省市州区县]|[省市州])[^,;。]{0,24}平均(?!承诺|办理|审批|办结|压缩|压减|缩短|提速|用时|时限|跑动|审理)"
)
# 全国平均败诉率12%; but 全国“民主法治示范村”2个 and what is the first of its kind in the country are the locality's own.
NATION = regex.compile(rf"全国{_NOT_THE_WHOLE}[^,;。]*$")
# 根据省厅通报,全省…合格率为88.6% is told of all, whoever reports it.
NOTIFIED = regex.compile(r"(?:[省市州][^,;。]{0,6}?(?:厅|局|院|办)|中院)[^,;。]{0,6}通报[^。;]{0,6}全[国省市州]")
CITY_RANK = regex.compile(r"(?P<city>[一-鿿]{1,4}市)级[^,;。、]{0,8}$")
# 6个村被命名为“余姚市民主法治村”: the title of a county-level city, behind the figure or in a list's name before it.
CITY_TITLE = regex.compile(r"(?:为|评|[“、和及得获创])(?P<city>[一-鿿]{2,4}市)级?“?民主法治")
_RANK = {Level.PROVINCE: 1, Level.PREFECTURE: 2, Level.COUNTY: 3, Level.TOWNSHIP: 4}


def find_other_body(report: Report, around: Surroundings) -> Finding | None:
    """Why a figure is another body's than the report's, with the words that say so; None if it may be its own."""
    average = AVERAGE.search(around.near)
    notified = NOTIFIED.search(around.before)
    if notified and not OURS.search(around.before, notified.end()):
        return Reason.OTHER_BODY, notified[0]
    if average:
        return Reason.OTHER_BODY, average[0]
    other = _find_wider(around) or _find_county_city(around)
    if other:
        return Reason.OTHER_BODY, other
    place = report.locality
    if place is None or place.level is None:
        return None
    found = list(BODY.finditer(RANKED.sub("", behind(around.before, "。;"))))
    if not found or found[-1][0] not in WHOLE:
        return None
    own = _RANK.get(place.level)
    if own is None:
        return None
    said = _rank_said(found[-1][0], place.name)
    return (Reason.OTHER_BODY, found[-1][0]) if said < own else None


def _find_county_city(around: Surroundings) -> str | None:
    """余姚市级4个: the rank of a county-level city is not the prefecture's 市级."""
    rank = CITY_RANK.search(around.near) or CITY_TITLE.search(regex.split(r"[,;。、]", around.after)[0])
    for size in (3, 4, 5):
        divisions = named(rank["city"][-size:]) if rank else ()
        if divisions:
            return None if any(d.level is not Level.COUNTY for d in divisions) else f"{divisions[0].name}级"
    return None


def _find_wider(around: Surroundings) -> str | None:
    """全国…; 全省收案12.6万件,我市收案3215件: the whole that the figure is of, where it is wider than what the sentence calls ours."""
    nation = NATION.search(around.near)
    if nation:
        return nation[0]
    wholes = list(BODY.finditer(RANKED.sub("", behind(around.before, "。;"))))
    ours = OURS.search(around.before + around.after)
    if not wholes or not ours or wholes[-1][0] not in WHOLE:
        return None
    return wholes[-1][0] if WHOLE[wholes[-1][0]] < WHOLE.get(f"全{ours[1]}", 4) else None


def _rank_said(words: str, name: str) -> int:
    """The rank that 全市, 全区 … means in a report of `name`: in 余姚市 全市 is the county-level city itself."""
    kind = words[1:]
    if kind == "自治区" or (kind == "区" and name.endswith("自治区")):
        return 1
    if name.endswith(kind):
        return 9
    return WHOLE[words]
