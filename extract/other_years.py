"""A candidate's surroundings → the words that say it is another year's figure, or none.

Last year's in a comparison, several years together, an old level that moved, a year named nearest before the figure. Each rule
is a named expression over folded words without white space, with the words that forced it.
"""

from __future__ import annotations

import regex

from .model import Reason, Report
from .moves import TO_LEVEL
from .surroundings import TITLES, Finding, Surroundings, behind

# 上一年度我镇政府法律顾问… in a report signed in January tells of the report's own year.
LAST_YEAR = regex.compile(
    r"去年|上年(?!度?[,]?我|度?(?:办结|立案|结案|作出|归档|形成)的)|上年度(?![,我]|(?:办结|立案|结案|作出|归档|形成)的)"
    r"|上一年(?!度)|前年|往年|历年(?!(?:(?:制定|印发|出台|发布|制发)的?)?(?:行政)?(?:规范性)?文件)|同期"
)
# 上年结转14件、新收96件: what was carried over stands beside the year's own.
CARRIED_OVER = regex.compile(r"上年度?(?:结转|结存|遗留|留存)[^、,;]{0,10}、")
# 去年同期,全镇受理纠纷211件,调解成功率97.2%: all that follows is last year's.
ALL_LAST_YEAR = regex.compile(r"(?:^|[。;:])(?:去年(?:同期|全年|末|底)?|上一?年同期|前年),[^。;]*$")
# 对2022年以来办结的案卷进行评查,共评查案卷420件: the span is the matter's, not the count's.
_OF_A_MATTER = r"[^,;。]{0,12}(?:的[^,;。]{1,10}(?:进行|开展)|(?:办结|作出|立案|结案|制定|印发|形成)的)"
# 五年来, 近三年, 2016年以来, “七五”普法以来; but 今年以来, 开年以来.
SINCE = regex.compile(
    r"(?:19|20)\d\d年?(?:至|-|到|—+|~)?(?:19|20)\d\d年"
    # 近5年来, 近3年共办理: the years in figures
    rf"|(?:近(?:[2-9]|[1-4]\d)|过去(?:的)?(?:[2-9]|[1-4]\d|[两三四五六七八九十]))年(?!(?:以来|来)?(?:最|新|首))(?!{_OF_A_MATTER})"
    r"|(?<!\d)[2-9]年(?:来|间)"
    r"|(?<![今本去当一开])(?:[两三四五]年间|[近过]?[两二三四五六七八九十]年(?:间)?[来内](?!(?:最|新|首))|近[两二三四五六]年(?!(?:以来|来)?(?:最|新|首))"
    rf"|(?:19|20)\d\d年(?:\d+月)?(?:底|初)?(?:以来(?!{_OF_A_MATTER})|至今|起)|“?[七八][·]?五”?[^,;。]{{0,6}}(?:以来|期间)"
    r"|“?十[二三四]五”?(?:开局|实施|启动|规划[^,;。]{0,4})?(?:以来|期间|时期)|(?:成立|开展|实施|施行|运行|建立|改革|试点|换届|赋权|挂牌|启动|自[^,;。]{2,10})以来|历年来?累计)"
)
# 2018年1月至2020年6月: more than a year together; 2019年12月至2020年11月 is a year as reports count it.
SPAN = regex.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:\d{1,2}日|份|底|初)?(?:至|到|-|—+|~)((?:19|20)\d\d)年(\d{1,2})月")
_LONGEST_SPAN = 13
# 年均办理公证4.8万件,…共计化解纠纷56.1万件: beside a yearly mean a total is of the years.
MEAN_AND_TOTAL = regex.compile(
    r"(?<!各)年均[^;。]{2,60},(?![^,;。]*(?:今年|本年|全年|年内|当年))(?=[^,;。]*(?:共计|累计|总计))[^,;。]*$"
)
# 三年来行政复议“零申请”的局面,今年继续保持: told of the years together and of this one.
HELD_ON = regex.compile(
    r"[^。;\d]{0,24}?(?:局面|纪录|记录|态势|水平|成绩),?(?:今年|本年度?|年内)(?:继续|依然|仍然?|依旧|得以|再次)?(?:保持|延续|如此|不变)"
)
# What brings a sentence back from years together to the year's own: 三年来…,今年新增4100名.
BACK_TO_YEAR = regex.compile(r"今年|本年|全年|其中|当年")
# 自2019年以来连续五年100% is this year's level too.
CONTINUED = regex.compile(
    r"(?:(?:自|从)?(?:19|20)\d\d年(?:以来|起|开始)?)?[,已]?连续[两三四五六七八九十\d]{1,2}个?年(?:均|都|保持|稳定|达到?|为|在|实现)*$"
)
# 由91%提高到96%, 从2022年的91%上升至2023年的97%: the first figure is the old one, and its year not the second's.
FROM_BEFORE = regex.compile(r"(?:由|从)[^,;。]{0,16}$")
TO_AFTER = regex.compile(rf"[^,;。]{{0,6}},?{TO_LEVEL}")
MOVED_TO = regex.compile(rf"(?:由|从)[^;。]{{0,40}}?{TO_LEVEL}$")
MOVED = regex.compile(rf"(?:由|从)[^;。]{{0,40}}?{TO_LEVEL}")
YEARS_IN_ORDER = regex.compile(
    r"(?P<years>(?:19|20)\d\d年(?:(?:、|和|及|与|,)(?:19|20)\d\d年)++)[^。;]{0,60}"
    r"(?:分别|依次)(?:为|达到?|是)?(?P<figures>[^。;]*)$"
)
YEAR = regex.compile(
    rf"(?<![\d-])((?:19|20)\d\d)年(?!版|以来{_OF_A_MATTER}|(?:\d{{1,2}}月(?:\d{{1,2}}日|底)?|[底末初])?(?:以前|之前|前))"
)


def find_other_year(report: Report, around: Surroundings) -> Finding | None:
    words = CONTINUED.sub("", TITLES.sub("", around.before))
    since = next((m for m in SINCE.finditer(words) if not m[0].startswith(str(report.year))), None)
    since = since or next((m for m in SPAN.finditer(words) if _months(m) > _LONGEST_SPAN), None) or MEAN_AND_TOTAL.search(words)
    # 三年来出庭应诉率从82%提高到97.6%: what was reached stands at the year's end.
    if MOVED_TO.search(around.near) or HELD_ON.match(around.after):
        since = None
    if since and not BACK_TO_YEAR.search(words[since.end() :]) and f"{report.year}年" not in words[since.end() :]:
        return Reason.OTHER_YEAR, since[0]
    last = ALL_LAST_YEAR.search(words)
    if last and not BACK_TO_YEAR.search(last[0]):
        return Reason.OTHER_YEAR, last[0].lstrip("。;:").split(",")[0]
    old = FROM_BEFORE.search(around.near)
    if old and TO_AFTER.match(around.after):
        return Reason.OTHER_YEAR, old[0]
    listed = YEARS_IN_ORDER.search(words)
    if listed and report.year is not None:
        return _find_slot(report.year, listed)
    # 上年收到检察建议8件 states no move, as 较上年增至8件 does. 办结(含上年结转)585件: what stands in brackets is not said of the figure behind them.
    near = MOVED_TO.sub("", CARRIED_OVER.sub("", TITLES.sub("", around.near)))
    last = LAST_YEAR.search(near)
    if last and not regex.search(r"今年|本年|(?<![收接受])[至到达]", near[last.end() :]):
        return Reason.OTHER_YEAR, last[0]
    if report.year is None:
        return None
    stretch = MOVED.sub("", behind(words, "。;"))
    years = list(YEAR.finditer(stretch))
    # 由2021年的91%提高到2022年的96%: the year nearest before the figure is the figure's.
    if years and int(years[-1][1]) != report.year and not _only_compared(stretch, years[-1].start()):
        return Reason.OTHER_YEAR, years[-1][0]
    return None


def _months(span: regex.Match[str]) -> int:
    first, last = (int(span[i]) * 12 + int(span[i + 1]) for i in (1, 3))
    return last - first + 1


def _find_slot(year: int, listed: regex.Match[str]) -> Finding | None:
    """2022年、2023年调解成功率分别为96.5%、98.1%: the figure's place in its list is its year's place in the list of years."""
    years = YEAR.findall(listed["years"])
    place = len(regex.findall(r"[、,和及与]", listed["figures"]))
    return None if place >= len(years) or int(years[place]) == year else (Reason.OTHER_YEAR, f"{years[place]}年")


def _only_compared(words: str, at: int) -> bool:
    """较2022年减少57项,现有3906项: a year after 较 or 比 is compared with, and the figure after the next comma is not its."""
    return words[:at].endswith(("较", "比", "与")) and "," in words[at:]
