"""A candidate and its surroundings → the reason to refuse it, or none: plans, targets, rules, changes, other years and bodies.

How Chinese reports say that a figure is not their year's own. Each rule is a named expression over the folded words before or
after the figure, without white space, with the words that forced it. The rules know no indicator; what is peculiar to one
stands in the catalogue.
"""

from __future__ import annotations

import regex

from .model import Basis, Candidate, Reason, Report, Role
from .other_bodies import find_other_body
from .other_years import find_other_year
from .surroundings import TITLES, Finding, Surroundings

# 力争…达到, 明年推动办结率达到100%. Bare 将 also marks an object (将7项事项列入目录), so it needs its verb.
PLAN = regex.compile(
    r"力争|争取(?!当事人)"
    r"|(?<!年度|工作|执法|检查|制定|立法|行动)计划(?![^,;]{0,6}(?:的|,|。))(?!生育|内|外|目录|单列|和|、)"
    r"|(?<![模虚])拟(?=[^定,]{0,6}(?:制定|修改|出台|举办|开展|购|采购|配[备发置]|新增|投入))(?!(?:制定|修改|出台)的)|将(?:继续|进一步|力争|确保|达到|实现|于|全面)"
    r"|(?<![主需重必只纲])要(?:达到|过|超过?|保持|实现|确保|力争)|年底前(?=实现|达到|完成)|明年|下一年|下一步|下步|今后|(?<!按)建议(?=保留|宣布|废止|修改|失效)"
    r"|(?:^|[,;:。])(?:要|须|应)(?![当诉受收审急对邀用出])(?=把|将|使|确保|力争|在|于)"
)
# 力争面商率、办复率达100%,满意率达95%以上: the next rate of the same list is striven for too.
STRIVEN_LIST = regex.compile(
    r"(?:力争|争取(?!当事人)|努力实现)(?:(?!实际|目前|今年|全年|已)[^,;:。]){0,30}率(?:(?!实际|目前|已)[^,;:。]){0,14}"
    r"(?:,(?!实际|目前|今年|全年|已)[^,;:。\d]{1,14}[率度](?:(?!实际|目前|已)[^,;:。]){0,14}){0,3}"
    r",(?!实际|目前|今年|全年|已)[^,;:。\d]{0,14}[率度](?:达到?|为|在|实现|保持){0,2}$"
)
PLANNED_SENTENCE = regex.compile(r"(?:下一步|明年|下步|今后|到“?十[四五六]五”?末)[^。;]*$")
# 确保 states a wish only where a level follows it directly in the clause: 确保备案率达到100%; 确保 … 件件落实 states none.
ENSURE = regex.compile(r"确保[^,;。]{0,24}(?:率|覆盖|比例)[^,;。]{0,8}$")
# 推进合法性审查全覆盖 is an aim; only words without a figure are so vague (a stated 100% stands).
AIM = regex.compile(r"确保|推进|推动|加快|努力|力求|探索|旨在|积极(?:构建|打造)|着力|为目标|有望|助推|逐步|完善")
# 省级考核要求…不低于96%, 努力实现…100%的目标; but 按要求, 目标为90%,实际97%.
TARGET = regex.compile(
    r"目标|(?:省|市|县|区|上级|考核|规定|标准|国家)[^,;。按]{0,4}要求(?!,)[^,;。]*$|(?:最低|合格|考核|达标)标准|红线|底线|下达[^,;。]{0,24}(?:任务|指标)"
)
# 要求各单位报备率达到100%,合法性审核率达到100%: all that follows is asked for.
DEMAND = regex.compile(r"要求(?:各|全|所有|下级|其)[^。;]*$")
GOAL_AFTER = regex.compile(
    r"[”’\"]?(?:以上)?的?(?:工作|考核|底线|刚性|硬性)?(?:目标|任务|要求|标准线?|硬指标|硬杠杠)(?!,实际)"
    r"|(?:是|为|作为)[^,;。]{0,12}(?:目标|要求|底线|标准|红线)"
)
# 审查率必须达到100%, 备案率须达100%, 不得低于95%, 应达到90%: what has to be, not what is.
MUST = regex.compile(
    r"(?:必须|须|确保|力保|不得|不能|不应|应当?(?=达|不|保)|要求)(?:均|都)?(?:达到?|实现|保持(?:在)?|不)?(?:[低少高超大]过?于?)?$"
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
    r"(?:年|季度?|月|周|日|天|行政村|自然村|村|社区|名|人|件|次|场|位|所|户|镇|单位|部门)(?:(?!、共)[^,;。]){0,10}$"
    r"|个[^,;。]{0,6}各(?:至少)?(?:培[养训育]|配备|选配|建立|建成|聘请|举办|开展|有)[^,;。]{0,10}$"
    r"|(?:平均每|(?<!各)[年月日人村户]均)[^,;。率度]{0,8}$"
)
# 职能科室均实现2名以上…具备执法资格: a count that each of the bodies has.
EACH_HAS = regex.compile(
    r"(?:科室|单位|部门|[站办所]|村|社区|镇街?|街道|乡镇|[中支大]队)(?:\([^()]{1,6}\))?均(?:已)?(?:实现|配[备有齐]|有|拥有)(?:了)?$"
)
FREQUENCY_AFTER = regex.compile(r"^(?:\)|次|/)?的?(?:频率|频次|/年|/月)")
# 满意率低于90%的单位, 市定最低标准85%的单位有3个: a threshold.
THRESHOLD_AFTER = regex.compile(r"^(?:标准)?的?(?:有\d|单位|部门|乡镇|镇街|镇\(|地区|责任人|事项的|的,)")
# 一审败诉率超过10%的3个部门, 纠错率超过15%或者…: the bound stands before the figure, and what is beyond it is spoken of.
THRESHOLD = regex.compile(r"^(?:超过?|高于|大于|低于|少于|不足|不到|未达|达不到|突破)")
# 一旦某部门败诉率超过10%,即启动约谈; 按规定每年学法不少于4次,讲座不少于2次: what a rule foresees.
CONDITION = regex.compile(r"(?:一旦|凡是|凡|如果|若|倘)[^,;。]{0,24}$")
PRESCRIBED = regex.compile(r"(?:按规定|按照规定|每年|每季度?|每月)[^。;]*$")
AT_LEAST = regex.compile(r"^不[少低]于")
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
NOT_CHANGE = regex.compile(
    r"(?:至|到|达|达到|为)$|时[限间](?:平均|总体)?(?:比法定[^,;。]{0,6})?(?:压缩|减少|缩短|降低|少)(?:了|近|约)?$"
)
# 存在不足:执法人员持证率仅为86%: a shortcoming told as a level is the body's own figure; 个别部门仅为60% is of a part.
TOLD_LEVEL = regex.compile(
    r"^(?![^,;。]*(?:个别|部分|一些|少数|多数|有[的些]|不少|其中|每|平均))[^,;。]*[仅只](?:为|有|达到?|占)?$"
)


def find_fault(report: Report, candidate: Candidate, around: Surroundings) -> Finding | None:
    """Why the candidate is no reading of the report's own year and body, with the words that say so; None if it may be."""
    role, section = candidate.clause.role, candidate.clause.section
    if role is Role.PLAN:
        return Reason.PLAN, section[-1] if section else ""
    if role is Role.FRAME or (role is Role.PROBLEMS and not TOLD_LEVEL.search(around.near)):
        return Reason.OTHER_MATTER, section[-1] if section else ""
    for rule in (_find_plan, _find_rule, _find_change):
        finding = rule(candidate, around)
        if finding:
            return finding
    return find_other_year(report, around) or find_other_body(report, around)


def _find_plan(candidate: Candidate, around: Surroundings) -> Finding | None:
    sentence = TITLES.sub("", around.before)
    planned = PLAN.search(TITLES.sub("", around.near)) or PLANNED_SENTENCE.search(sentence)
    planned = planned or ENSURE.search(around.near) or STRIVEN_LIST.search(sentence)
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
        THRESHOLD.match(around.figure) and (BEYOND_AFTER.match(around.after) or CONDITION.search(around.near)),
        AT_LEAST.match(around.figure) and PRESCRIBED.search(around.before),
        FREQUENCY_BEFORE.search(around.near),
        candidate.quantity.unit != "%" and EACH_HAS.search(around.near),
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
