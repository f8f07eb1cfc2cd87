"""An indicator and its figure → a sentence of a report, in one of several wordings; and what stands round it that is no figure.

{n} is a count with its measure word, {r} a rate; `all` stands in for a rate of 100 in words. A locality keeps its wording for
some years and then changes it, as clerks do.
"""

from __future__ import annotations

from random import Random

from demo.figures import Figure
from extract.model import Qualifier

MEASURES = {
    "reconsideration_accepted": "件",
    "litigation_cases": "件",
    "mediation_cases": "件",
    "petitions": "件",
    "hotline_tickets": "件",
    "legal_aid_cases": "件",
    "normative_docs_issued": "件",
    "major_decisions": "项",
    "publicity_events": "场",
    "law_study_sessions": "次",
    "legal_training_sessions": "期",
    "rule_of_law_meetings": "次",
    "certified_officers": "人",
    "legal_advisers": "名",
    "penalty_decisions": "件",
    "disclosures": "条",
    "proposals_handled": "件",
}
WORDINGS = {
    "reconsideration_accepted": ("全年受理行政复议案件{n}", "本年度共受理行政复议申请{n}", "依法办理行政复议,受理案件{n}"),
    "litigation_cases": ("全年发生行政诉讼案件{n}", "办理行政应诉案件{n}", "本年度行政诉讼案件共{n}"),
    "mediation_cases": ("各级人民调解组织调解矛盾纠纷{n}", "全年调处各类矛盾纠纷{n}", "共化解矛盾纠纷{n}"),
    "petitions": ("全年受理信访事项{n}", "共办理群众来信来访{n}", "全年接待信访{n}"),
    "hotline_tickets": ("承办12345热线工单{n}", "全年受理12345政务服务便民热线诉求{n}", "办理12345热线工单{n}"),
    "legal_aid_cases": ("办理法律援助案件{n}", "全年受理法律援助案件{n}"),
    "normative_docs_issued": ("全年制定行政规范性文件{n}", "出台行政规范性文件{n}"),
    "major_decisions": ("公布重大行政决策事项{n}", "列入年度目录的重大行政决策事项{n}"),
    "publicity_events": ("开展法治宣传活动{n}", "组织普法宣传{n}", "全年举办法治宣传活动{n}"),
    "law_study_sessions": ("组织领导干部集体学法{n}", "常务会议会前学法{n}", "领导班子集体学法{n}"),
    "legal_training_sessions": ("举办法治培训班{n}", "开展行政执法培训{n}"),
    "rule_of_law_meetings": ("主要负责人主持召开会议{n}专题研究法治政府建设工作", "专题研究法治建设工作{n}"),
    "certified_officers": ("持有行政执法证的人员{n}", "全部持证执法人员共{n}"),
    "legal_advisers": ("聘请政府法律顾问{n}", "聘任法律顾问{n}"),
    "penalty_decisions": ("作出行政处罚决定{n}", "全年作出行政处罚{n}"),
    "disclosures": ("主动公开政府信息{n}", "通过政府网站主动公开政府信息{n}"),
    "proposals_handled": ("办理人大代表建议和政协提案{n}", "承办建议提案共{n}"),
    "mediation_success_rate": ("调解成功率{r}", "调解成功率达{r}", "纠纷调解成功率为{r}"),
    "court_appearance_rate": ("行政机关负责人出庭应诉率{r}", "行政机关负责人出庭应诉率达到{r}"),
    "litigation_loss_rate": ("行政诉讼败诉率{r}", "行政诉讼败诉率为{r}"),
    "reconsideration_error_rate": ("行政复议纠错率{r}", "行政复议案件纠错率为{r}"),
    "enforcement_legal_review_rate": ("重大执法决定法制审核率{r}", "重大执法决定法制审核率达{r}"),
    "normative_doc_review_rate": ("规范性文件合法性审核率{r}", "规范性文件合法性审核率达到{r}"),
    "normative_doc_filing_rate": ("规范性文件备案率{r}", "规范性文件报备率达{r}"),
    "petition_timely_acceptance_rate": ("信访事项及时受理率{r}", "信访及时受理率达{r}"),
    "petition_timely_reply_rate": ("信访事项按期答复率{r}", "信访按期答复率达{r}"),
    "hotline_resolution_rate": ("12345热线办结率{r}", "12345热线工单办结率达{r}"),
    "hotline_satisfaction_rate": ("12345热线群众满意率{r}", "12345热线满意率达{r}"),
    "service_satisfaction_rate": ("政务服务满意率{r}", "政务服务好差评满意率达{r}"),
    "online_service_rate": ("政务服务事项全程网办率{r}", "政务服务事项全程网办率达{r}"),
    "certification_rate": ("行政执法人员持证率{r}", "行政执法人员持证上岗率达{r}"),
    "proposals_reply_rate": ("建议提案办复率{r}", "建议提案办复率达{r}"),
    "legal_adviser_coverage": ("村(社区)法律顾问覆盖率{r}", "村(社区)法律顾问覆盖率达{r}"),
}
IN_WORDS = {
    "enforcement_legal_review_rate": "重大执法决定法制审核实现全覆盖",
    "legal_adviser_coverage": "村(社区)法律顾问实现全覆盖",
    "normative_doc_review_rate": "规范性文件全部经过合法性审核",
}
BY_COUNTS = "行政机关负责人应出庭应诉{whole}件,实际出庭应诉{part}件"
# Where each stands in the report: what is told of one matter stands together.
SECTIONS = (
    ("强化组织领导,压实法治建设责任", ("rule_of_law_meetings", "law_study_sessions", "legal_training_sessions")),
    (
        "依法履行政府职能,优化法治化营商环境",
        (
            "online_service_rate",
            "service_satisfaction_rate",
            "hotline_tickets",
            "hotline_resolution_rate",
            "hotline_satisfaction_rate",
        ),
    ),
    (
        "健全依法决策机制,提高制度建设质量",
        ("major_decisions", "normative_docs_issued", "normative_doc_review_rate", "normative_doc_filing_rate", "legal_advisers"),
    ),
    (
        "严格规范公正文明执法",
        ("enforcement_legal_review_rate", "penalty_decisions", "certified_officers", "certification_rate"),
    ),
    (
        "依法化解社会矛盾纠纷",
        (
            "mediation_cases",
            "mediation_success_rate",
            "reconsideration_accepted",
            "reconsideration_error_rate",
            "litigation_cases",
            "litigation_loss_rate",
            "court_appearance_rate",
            "petitions",
            "petition_timely_acceptance_rate",
            "petition_timely_reply_rate",
        ),
    ),
    (
        "自觉接受各方监督,深化普法宣传",
        (
            "proposals_handled",
            "proposals_reply_rate",
            "disclosures",
            "publicity_events",
            "legal_aid_cases",
            "legal_adviser_coverage",
        ),
    ),
)
OPENINGS = ("深入学习贯彻习近平法治思想,", "坚持把法治建设摆在突出位置,", "紧紧围绕年度重点任务,", "")
PLANS = (
    "力争调解成功率达到98%以上。",
    "确保行政机关负责人出庭应诉率达到100%。",
    "计划开展法治宣传活动60场以上。",
    "争取政务服务事项全程网办率提高到95%。",
)
PROBLEMS = ("基层法治力量仍然薄弱,执法人员业务能力有待提高。", "普法宣传的针对性还不强。", "个别单位依法行政意识有待加强。")


def say(indicator: str, figure: Figure, variant: int, chance: Random) -> str:
    """The sentence, without its full stop; `variant` is the locality's present wording."""
    if figure.of is not None:
        return BY_COUNTS.format(part=figure.of[0], whole=figure.of[1])
    if indicator in IN_WORDS and figure.value == 100 and chance.random() < 0.4:
        return IN_WORDS[indicator]
    wording = WORDINGS[indicator][variant % len(WORDINGS[indicator])]
    if indicator in MEASURES:
        number = f"{figure.value:.0f}"
        between = "余" if figure.qualifier is Qualifier.APPROX else ""
        return wording.format(n=f"{number}{between}{MEASURES[indicator]}")
    bound = "以上" if figure.qualifier is Qualifier.MIN else ""
    return wording.format(r=f"{figure.value:g}%{bound}")
