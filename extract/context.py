"""A candidate's surroundings → the reason to refuse it, or none. How Chinese reports say that a figure is not their year's own.

Each rule is a named expression over the folded words before or after the figure, without white space, with the words that
forced it. The rules know no indicator; what is peculiar to one stands in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from .folding import fold
from .model import Basis, Candidate, Level, Reason, Report, Role, Span
from .passages import squeeze
from .places import named

Finding = tuple[Reason, str]

# 力争…达到, 明年推动办结率达到100%. Bare 将 also marks an object (将7项事项列入目录), so it needs its verb.
PLAN = regex.compile(
    r"力争|争取(?!当事人)"
    r"|(?<!年度|工作|执法|检查|制定|立法|行动)计划(?![^,;]{0,6}(?:的|,|。))(?!生育|内|外|目录|单列|和|、)"
    r"|(?<![模虚])拟(?=[^定,]{0,6}(?:制定|修改|出台|举办|开展))(?!(?:制定|修改|出台)的)|将(?:继续|进一步|力争|确保|达到|实现|于|全面)"
    r"|(?<![主需重必只纲])要(?:达到|保持|实现|确保|力争)|年底前(?=实现|达到|完成)|明年|下一年|下一步|下步|今后|(?<!按)建议(?=保留|宣布|废止|修改|失效)"
    r"|(?:^|[,;:。])(?:要|须|应)(?![当诉受收审急对邀用出])(?=把|将|使|确保|力争|在|于)"
)
PLANNED_SENTENCE = regex.compile(r"(?:下一步|明年|下步|今后)[^。;]*$")
# 确保 states a wish only where a level follows it directly in the clause: 确保备案率达到100%; 确保 … 件件落实 states none.
ENSURE = regex.compile(r"确保[^,;。]{0,24}(?:率|覆盖|比例)[^,;。]{0,8}$")
# 推进合法性审查全覆盖 is an aim; only words without a figure are so vague (a stated 100% stands).
AIM = regex.compile(r"确保|推进|推动|加快|努力|力求|探索|旨在|积极(?:构建|打造)|着力|为目标|有望|助推|逐步|完善")
# 省级考核要求…不低于96%, 努力实现…100%的目标; but 按要求, 目标为90%,实际97%.
TARGET = regex.compile(
    r"目标|(?:省|市|县|区|上级|考核|规定|标准|国家)[^,;。按]{0,4}要求(?!,)[^,;。]*$|(?:最低|合格|考核|达标)标准|红线|底线"
)
# 要求各单位报备率达到100%,合法性审核率达到100%: all that follows is asked for.
DEMAND = regex.compile(r"要求(?:各|全|所有|下级|其)[^。;]*$")
GOAL_AFTER = regex.compile(
    r"[”’\"]?(?:以上)?的?(?:工作|考核|底线|刚性|硬性)?(?:目标|任务|要求|标准线?)(?!,实际)"
    r"|(?:是|为|作为)[^,;。]{0,12}(?:目标|要求|底线|标准|红线)"
)
# 审查率必须达到100%, 备案率须达100%, 不得低于95%, 应达到90%: what has to be, not what is.
MUST = regex.compile(
    r"(?:必须|须|不得|不能|不应|应当?(?=达|不|保)|要求)(?:均|都)?(?:达到?|实现|保持(?:在)?|不)?(?:[低少高超大]过?于?)?$"
)
# 对照“…审核率100%、备案率100%”的考核要求: a standard quoted.
QUOTED_AIM = regex.compile(r"(?:对照|对标|按照|围绕|聚焦|锚定|紧扣|紧盯)[^,;。“”]{0,12}“[^”]*$")
# 考评办法明确,纠错率超过15%的…: what a rule says, up to the end of the sentence.
RULED = regex.compile(
    r"(?:办法|规定|细则|制度|方案|通知|意见|标准|规则)》?(?:还)?(?:明确|规定|要求)(?!的|了?(?:\d|[一二三四五六七八九十]))[^。;]*$"
)
# 每季度1次, 按两个月1次的频率, 平均每村4.5名.
FREQUENCY_BEFORE = regex.compile(
    r"(?:每|平均每|按)(?:半|个|一|两|[二三四六]|\d{1,2})?个?"
    r"(?:年|季度?|月|周|日|天|行政村|自然村|村|社区|名|人|件|次|场|位|所|户|镇|单位|部门)[^,;。]{0,10}$"
    r"|个[^,;。]{0,6}各(?:至少)?(?:培[养训育]|配备|选配|建立|建成|聘请|举办|开展|有)[^,;。]{0,10}$"
    r"|(?:平均每|(?<!各)[年月日人村户]均)[^,;。率度]{0,8}$"
)
FREQUENCY_AFTER = regex.compile(r"^(?:\)|次|/)?的?(?:频率|频次|/年|/月)")
# 满意率低于90%的单位, 市定最低标准85%的单位有3个: a threshold.
THRESHOLD_AFTER = regex.compile(r"^(?:标准)?的?(?:有\d|单位|部门|乡镇|镇街|镇\(|地区|责任人|事项的|的,)")
# 一审败诉率超过10%的3个部门, 纠错率超过15%或者…: the bound stands before the figure, and what is beyond it is spoken of.
THRESHOLD = regex.compile(r"^(?:超过?|高于|大于|低于|少于|不足|不到|未达|达不到|突破)")
BEYOND_AFTER = regex.compile(r"^(?:的|或者?|及以[上下]的)")
NEGATED = regex.compile(r"(?:未|没有|尚未|还没|未能|不能|难以)(?:能)?(?:达到?|实现|超过|完成)?$")
# 同比增长10.75%, 较上年增加320条, 下降51%; but 提高到, 升至, and 压缩, which is a level of its own.
CHANGE_VERB = regex.compile(
    r"(?:增长|(?<!新)增加|上升|上涨|下降|减少|提高|提升|降低|增幅|降幅|涨幅|同比增|同比降|环比增|(?<!新)增|降|多|少)"
    r"(?:了|约|近|幅度?|比例|率)?(?:为|达到?|至?近)?$"
)
COMPARED = regex.compile(
    r"(?:同比|环比|(?:较|比|与)(?:去年|上年|上一年|前年|往年|同期|(?:19|20)\d\d年?|“?十[二三四]五”?)[^,;。至到达]{0,10})"
    r"[^,;。至到达为]{0,6}$"
)
# 增至, 提高到; 办理时限比法定时限减少72% is a level of its own.
NOT_CHANGE = regex.compile(r"(?:至|到|达|达到|为)$|时[限间](?:平均|总体)?(?:压缩|减少|缩短|降低)(?:了|近|约)?$")
# 上一年度我镇政府法律顾问… in a report signed in January tells of the report's own year.
LAST_YEAR = regex.compile(r"去年|上年(?!度?[,]?我)|上年度(?![,我])|上一年(?!度)|前年|往年|历年|同期")
# 五年来, 近三年, 2016年以来, “七五”普法以来; but 今年以来, 开年以来.
SINCE = regex.compile(
    r"(?:19|20)\d\d年?(?:至|-|到|—+|~)?(?:19|20)\d\d年|(?<![今本去当一开])(?:[近过]?[两二三四五六七八九十]年(?:间)?[来内](?!(?:最|新|首))|近[两二三四五六]年(?!(?:以来|来)?(?:最|新|首))"
    r"|(?:19|20)\d\d年(?:\d+月)?(?:底|初)?(?:以来|至今|起)|“?[七八][·]?五”?[^,;。]{0,6}(?:以来|期间)"
    r"|“?十[二三四]五”?(?:以来|期间)|(?:成立|开展|实施|施行|运行|建立|改革|试点|换届)以来|历年来?累计)"
)
# What brings a sentence back from years together to the year's own: 三年来…,今年新增4100名.
BACK_TO_YEAR = regex.compile(r"今年|本年|全年|其中|当年")
# 由91%提高到96%, 从2022年的91%上升至2023年的97%: the first figure is the old one, and its year not the second's.
_RISE = r"(?:提高|提升|提|上升|增长|增加|扩大|增|下降|降低|降|升|攀升|跃升|回升|改善|调整|精简|减少|压减|压缩|减)(?:至|到|为)"
FROM_BEFORE = regex.compile(r"(?:由|从)[^,;。]{0,16}$")
TO_AFTER = regex.compile(rf"[^,;。]{{0,6}},?{_RISE}")
MOVED_TO = regex.compile(rf"(?:由|从)[^;。]{{0,40}}?{_RISE}了?$")
MOVED = regex.compile(rf"(?:由|从)[^;。]{{0,40}}?{_RISE}")
YEARS_IN_ORDER = regex.compile(
    r"(?P<years>(?:19|20)\d\d年(?:(?:、|和|及|与|,)(?:19|20)\d\d年)++)[^。;]{0,60}"
    r"(?:分别|依次)(?:为|达到?|是)?(?P<figures>[^。;]*)$"
)
YEAR = regex.compile(r"(?<![\d-])((?:19|20)\d\d)年(?!版)")
TITLES = regex.compile(r"《[^《》]*》|\([^()]*\)")
WHOLE = {
    "全国": 0, "全省": 1, "全自治区": 1, "全市": 2, "全州": 2, "全区": 3, "全县": 3, "全旗": 3, "全镇": 4, "全乡": 4,
}  # fmt: skip
BODY = regex.compile(r"全国|全自治区|全省|全市|全州|全县|全区|全旗|全镇|全乡|(?:我|本)(?:省|市|州|县|区|旗|镇|乡|街道|局|辖区)")
OURS = regex.compile(r"[我本](省|市|州|县|区|旗|镇|乡|街道|局|厅|委|队|单位|部门)(?!级)")
# 全省行政机关平均败诉率为12.5%; but 全县政务服务事项平均承诺办理时限缩短七成五 is the county's own.
AVERAGE = regex.compile(
    r"(?:全[国省市州区县]|[省市州])[^,;。]{0,24}平均(?!承诺|办理|审批|办结|压缩|压减|缩短|提速|用时|时限|跑动|审理)"
)
# 全国平均败诉率12%; but 全国“民主法治示范村”2个 and what is the first of its kind in the country are the locality's own.
NATION = regex.compile(
    r"全国(?!(?:[和、及]?[省市州区县级]){0,4}(?:人大|政协|代表|委员)|“?民主|首|率先|领先|前列|先进|示范|优秀|文明)[^,;。]*$"
)
CITY_RANK = regex.compile(r"(?P<city>[一-鿿]{1,4}市)级[^,;。、]{0,8}$")
_RANK = {Level.PROVINCE: 1, Level.PREFECTURE: 2, Level.COUNTY: 3, Level.TOWNSHIP: 4}


# How far a figure's surroundings reach: a sentence is hardly longer, and a text without full stops must not take for ever.
_REACH_BEFORE, _REACH_AFTER = 400, 80


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of a candidate's sentence, folded and without white space, before and after its figure.

    `near` is what stands between the last comma, semicolon or colon and the figure. `before` and `after` end at a few
    hundred characters.
    """

    before: str
    near: str
    figure: str
    after: str


def find_surroundings(report: Report, candidate: Candidate) -> Surroundings:
    """The surroundings of a candidate's figure within its clause."""
    clause, figure = candidate.clause.span, candidate.figure
    folded = fold(report.text)
    before = squeeze(folded, Span(max(clause.start, figure.start - _REACH_BEFORE), figure.start))
    after = squeeze(folded, Span(figure.end, min(clause.end, figure.end + _REACH_AFTER)))
    return Surroundings(before, _behind(before, ",;:。"), squeeze(folded, figure), after)


def _behind(words: str, stops: str) -> str:
    """What stands behind the last of `stops`."""
    return words[max(words.rfind(stop) for stop in stops) + 1 :]


def find_fault(report: Report, candidate: Candidate, around: Surroundings) -> Finding | None:
    """Why the candidate is no reading of the report's own year and body, with the words that say so; None if it may be."""
    role, section = candidate.clause.role, candidate.clause.section
    if role is Role.PLAN:
        return Reason.PLAN, section[-1] if section else ""
    if role in (Role.PROBLEMS, Role.FRAME):
        return Reason.OTHER_MATTER, section[-1] if section else ""
    for rule in (_find_plan, _find_rule, _find_change):
        finding = rule(candidate, around)
        if finding:
            return finding
    return _find_other_year(report, around) or find_other_body(report, around)


def _find_plan(candidate: Candidate, around: Surroundings) -> Finding | None:
    sentence = TITLES.sub("", around.before)
    planned = PLAN.search(TITLES.sub("", around.near)) or PLANNED_SENTENCE.search(sentence)
    planned = planned or ENSURE.search(around.near)
    if planned:
        return Reason.PLAN, planned[0]
    if candidate.basis is Basis.IMPLIED:
        aimed = AIM.search(around.near)
        if aimed:
            return Reason.PLAN, aimed[0]
    # 败诉率7.1%(目标值≤10%)、出庭应诉率100%: what stands in brackets is not said of the next figure.
    near = TITLES.sub("", around.near)
    target = TARGET.search(near) or DEMAND.search(sentence) or GOAL_AFTER.match(around.after)
    # 目标为90%,实际97%: what follows 实际 is no target.
    if target and "实际" not in around.near:
        return Reason.TARGET, target[0]
    return None


def _find_rule(candidate: Candidate, around: Surroundings) -> Finding | None:
    for found in (
        MUST.search(around.near),
        QUOTED_AIM.search(around.before),
        RULED.search(TITLES.sub("》", around.before)),
        THRESHOLD.match(around.figure) and BEYOND_AFTER.match(around.after),
        FREQUENCY_BEFORE.search(around.near),
        FREQUENCY_AFTER.search(around.after),
        THRESHOLD_AFTER.search(around.after),
    ):
        if found:
            return Reason.RULE, found[0]
    denied = NEGATED.search(around.near)
    if denied and candidate.basis is not Basis.IMPLIED:
        return Reason.OTHER_MATTER, denied[0]
    return None


def _find_change(candidate: Candidate, around: Surroundings) -> Finding | None:
    if candidate.basis is not Basis.STATED:
        return None
    found = COMPARED.search(around.near)
    if not found and not NOT_CHANGE.search(around.near):
        found = CHANGE_VERB.search(around.near)
    return (Reason.CHANGE, found[0]) if found else None


def _find_other_year(report: Report, around: Surroundings) -> Finding | None:
    words = TITLES.sub("", around.before)
    since = next((m for m in SINCE.finditer(words) if not m[0].startswith(str(report.year))), None)
    # 三年来出庭应诉率从82%提高到97.6%: what was reached stands at the year's end.
    if MOVED_TO.search(around.near):
        since = None
    if since and not BACK_TO_YEAR.search(words[since.end() :]) and f"{report.year}年" not in words[since.end() :]:
        return Reason.OTHER_YEAR, since[0]
    old = FROM_BEFORE.search(around.near)
    if old and TO_AFTER.match(around.after):
        return Reason.OTHER_YEAR, old[0]
    listed = YEARS_IN_ORDER.search(words)
    if listed and report.year is not None:
        return _find_slot(report.year, listed)
    # 办结(含上年结转)585件: what stands in brackets is not said of the figure behind them.
    near = MOVED_TO.sub("", TITLES.sub("", around.near))
    last = LAST_YEAR.search(near)
    if last and not regex.search(r"今年|本年|[至到达]", near[last.end() :]):
        return Reason.OTHER_YEAR, last[0]
    if report.year is None:
        return None
    stretch = MOVED.sub("", _behind(words, "。;"))
    years = list(YEAR.finditer(stretch))
    # 由2021年的91%提高到2022年的96%: the year nearest before the figure is the figure's.
    if years and int(years[-1][1]) != report.year and not _only_compared(stretch, years[-1].start()):
        return Reason.OTHER_YEAR, years[-1][0]
    return None


def _find_slot(year: int, listed: regex.Match[str]) -> Finding | None:
    """2022年、2023年调解成功率分别为96.5%、98.1%: the figure's place in its list is its year's place in the list of years."""
    years = YEAR.findall(listed["years"])
    place = len(regex.findall(r"[、,和及与]", listed["figures"]))
    return None if place >= len(years) or int(years[place]) == year else (Reason.OTHER_YEAR, f"{years[place]}年")


def _only_compared(words: str, at: int) -> bool:
    """较2022年减少57项,现有3906项: a year after 较 or 比 is compared with, and the figure after the next comma is not its."""
    return words[:at].endswith(("较", "比", "与")) and "," in words[at:]


def find_other_body(report: Report, around: Surroundings) -> Finding | None:
    """Why a figure is another body's than the report's, with the words that say so; None if it may be its own."""
    average = AVERAGE.search(around.near)
    if average:
        return Reason.OTHER_BODY, average[0]
    other = _find_wider(around) or _find_county_city(around)
    if other:
        return Reason.OTHER_BODY, other
    place = report.locality
    if place is None or place.level is None:
        return None
    found = list(BODY.finditer(_behind(around.before, "。;")))
    if not found or found[-1][0] not in WHOLE:
        return None
    own = _RANK.get(place.level)
    if own is None:
        return None
    said = _rank_said(found[-1][0], place.name)
    return (Reason.OTHER_BODY, found[-1][0]) if said < own else None


def _find_county_city(around: Surroundings) -> str | None:
    """余姚市级4个: the rank of a county-level city is not the prefecture's 市级."""
    rank = CITY_RANK.search(around.near)
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
    wholes = list(BODY.finditer(_behind(around.before, "。;")))
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
