"""How reports speak: one sentence a row, with all the readings that a careful reader takes from it, and no others.

The sentences are made up, in the manner of real reports. Rows without readings are as many as rows with them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract import Catalog, extract_text

DATA = Path(__file__).parent / "data"
YEAR = 2023

# words → what is read: "indicator value", with ~ >= <= before the value and computed or implied behind it.
TAKEN: dict[str, list[list[str]]] = {
    "one figure of several names": [
        ["规范性文件备案率、及时率、规范率均为100%。", "normative_doc_filing_rate 100"],
        ["信访事项及时受理率、按期答复率双双达到100%。", "petition_timely_acceptance_rate 100", "petition_timely_reply_rate 100"],
        ["信访件及时受理率按期答复率均达100%。", "petition_timely_acceptance_rate 100", "petition_timely_reply_rate 100"],
        [
            "重大行政决策合法性审查和公平竞争审查实现100%全覆盖。",
            "major_decision_review_rate 100",
            "fair_competition_review_rate 100",
        ],
        [
            "办理人大代表建议、政协提案共64件,办复率、满意率继续保持两个100%。",
            "proposals_handled 64",
            "proposals_reply_rate 100",
            "proposals_satisfaction_rate 100",
        ],
        ["行政机关负责人出庭应诉率和检察建议回复率均为100%。", "court_appearance_rate 100", "procuratorial_reply_rate 100"],
    ],
    "lists in order": [
        ["行政机关负责人出庭应诉率、行政诉讼败诉率分别为98.5%、6.1%。", "court_appearance_rate 98.5", "litigation_loss_rate 6.1"],
        ["全年行政复议受理、审结分别为36件、33件。", "reconsideration_accepted 36", "reconsideration_concluded 33"],
        [
            "信访及时受理率、群众满意率、按期答复率分别为99%、95%和98%。",
            "petition_timely_acceptance_rate 99",
            "petition_timely_reply_rate 98",
        ],
        ["2022年、2023年调解成功率分别为96.5%、98.1%。", "mediation_success_rate 98.1"],
        [
            "信访及时受理率按期答复率群众参评率分别为100%99.2%95%。",
            "petition_timely_acceptance_rate 100",
            "petition_timely_reply_rate 99.2",
        ],
        ["全年评查行政处罚案卷120本。", "case_files_reviewed 120"],
    ],
    "a shared head": [
        [
            "全县有国家级民主法治村1个、省级7个、市级25个。",
            "democracy_villages_national 1",
            "democracy_villages_provincial 7",
            "democracy_villages_municipal 25",
        ],
        [
            "全年收到行政复议申请88件,受理80件,审结76件。",
            "reconsideration_received 88",
            "reconsideration_accepted 80",
            "reconsideration_concluded 76",
        ],
        [
            "全年新收行政复议申请88件;受理80件;办结76件。",
            "reconsideration_received 88",
            "reconsideration_accepted 80",
            "reconsideration_concluded 76",
        ],
        ["送法进校园12场、进社区20场。", "publicity_events 12", "publicity_events 20"],
        ["完成8件规范性文件、30件合同的合法性审查。", "normative_docs_reviewed 8", "contracts_reviewed 30"],
    ],
    "the figure before its words": [
        ["局党组先后12次组织学法。", "law_study_sessions 12"],
        ["行政机关负责人100%出庭应诉。", "court_appearance_rate 100"],
        ["98%的矛盾纠纷在基层得到化解。", "mediation_success_rate 98"],
        ["2 380项权责清单事项全部向社会公布。", "power_list_items 2380"],
    ],
    "bounds": [
        ["行政诉讼败诉率低至百分之零点九。", "litigation_loss_rate 0.9"],
        ["行政诉讼败诉率不到5%。", "litigation_loss_rate <=5"],
        ["调解成功率不低于98%。", "mediation_success_rate >=98"],
        ["全镇调处矛盾纠纷近百起。", "mediation_cases ~100"],
        ["各级人民调解组织化解矛盾纠纷上千件。", "mediation_cases ~1000"],
        ["主动公开政府信息逾3200条。", "disclosures >=3200"],
        ["行政机关负责人出庭应诉率超过了95%。", "court_appearance_rate >=95"],
        ["政务服务群众满意率稳定在99%左右。", "service_satisfaction_rate ~99"],
    ],
    "numerals": [
        ["纠纷化解率百分之九十八点五。", "mediation_success_rate 98.5"],
        ["调解矛盾纠纷三百余件,成功率九成八。", "mediation_cases ~300", "mediation_success_rate 98"],
        ["受理12345热线工单1.2万件。", "hotline_tickets 12000"],
        ["组织法治培训廿二期。", "legal_training_sessions 22"],
        ["主动公开政府信息4 569条。", "disclosures 4569"],
        ["调解成功率９８．５％。", "mediation_success_rate 98.5"],
        ["全县持证执法人员1,\n204名。", "certified_officers 1204"],
        ["办理法律援助案件3,204件。", "legal_aid_cases 3204"],
    ],
    "values in words": [
        ["全年未发生行政诉讼案件。", "litigation_cases 0 implied"],
        ["全年行政应诉案件12件,无一败诉。", "litigation_cases 12", "litigation_losses 0 implied"],
        ["所有重大执法决定均经法制审核。", "enforcement_legal_review_rate 100 implied"],
        ["收到检察建议6份,均已按期回复。", "procuratorial_suggestions 6", "procuratorial_reply_rate 100 implied"],
        ["全区村(社区)法律顾问全覆盖。", "legal_adviser_coverage 100 implied"],
        ["全年没有制定规范性文件。", "normative_docs_issued 0 implied"],
    ],
    "another figure first": [
        ["调解成功率由91%提高到96%。", "mediation_success_rate 96"],
        ["行政机关负责人出庭应诉率从2022年的91%上升至2023年的97%。", "court_appearance_rate 97"],
        ["调解成功率目标为95%,实际达97%。", "mediation_success_rate 97"],
        ["行政诉讼败诉率3.1%,低于全市平均水平2个百分点。", "litigation_loss_rate 3.1"],
        ["全年受理信访事项26件;较2022年减少57项,现有权责清单事项3906项。", "petitions 26", "power_list_items 3906"],
        ["受理行政复议申请120件,同比增长10.75%。", "reconsideration_accepted 120"],
        ["矛盾纠纷化解率较上年提高1.2个百分点,达到98.6%。", "mediation_success_rate 98.6"],
        ["坚持每季度学法1次,全年常务会议学法5次。", "law_study_sessions 5"],
    ],
    "the whole country named, the locality meant": [
        ["建成全国“民主法治示范村”2个。", "democracy_villages_national 2"],
    ],
    "a year's own beside years together": [
        ["2022年12月至2023年11月,全市法院共收一审行政诉讼案件186件。", "litigation_cases 186"],
        ["近3年公证办证量首次回升,全年办理公证6300件。", "notarizations 6300"],
        ["年均办理公证5000余件,全年累计化解矛盾纠纷320件。", "mediation_cases 320"],
        ["年均办理公证5000余件;全年共调处矛盾纠纷330件。", "mediation_cases 330"],
    ],
    "parts of parts": [
        ["办理政协提案共96件,其中集体提案27件,委员提案69件。", "proposals_handled 96", "proposals_handled 27", "proposals_handled 69"],
        ["办理人大代表建议16件、政协提案12件。", "proposals_handled 16", "proposals_handled 12", "proposals_handled 28 computed"],
    ],
    "not what is striven for": [
        ["认真办理提案,力争办复率达100%,今年满意率达98%。", "proposals_satisfaction_rate 98"],
        ["各科室均有人员持证,全县持证执法人员206名。", "certified_officers 206"],
        ["审结一审行政案件20件,新收一审行政案件26件。", "litigation_cases 26", "litigation_concluded 20"],
        ["公开政府信息98件。", "disclosures 98"],
    ],
    "two scopes": [
        [
            "区政府负责人出庭应诉率100%,部门和镇街负责人出庭应诉率98.9%。",
            "court_appearance_rate 100",
            "court_appearance_rate 98.9",
        ],
        ["全年受理信访事项310件,其中网上信访120件。", "petitions 310", "petitions 120"],
    ],
    "damaged text": [
        ["累计调解案件 1 02 件,成功率9 8.5%。", "mediation_cases 102", "mediation_success_rate 98.5"],
        ["办结率、满意率如下:信访事项办结率99.\n2%。", "petition_resolution_rate 99.2"],
        ["行政複議申請41件,受理22件。", "reconsideration_received 41", "reconsideration_accepted 22"],
    ],
}

REFUSED: dict[str, list[str]] = {
    "plans and targets": [
        "下一步,力争行政机关负责人出庭应诉率达到100%。",
        "2024年,要把矛盾纠纷调解成功率稳定在98%以上。",
        "计划全年举办执法人员培训6期。",
        "确保规范性文件备案率达到100%。",
        "明年推动热线工单办结率达到100%。",
        "努力实现行政机关负责人出庭应诉率100%的目标。",
        "省级考核要求调解成功率不低于96%。",
        "做好建议提案办理,力争面商率、办复率达100%,满意率达95%以上。",
    ],
    "slogans and rules": [
        "严格执法人员持证上岗制度。",
        "重大执法决定未经法制审核或者审核未通过的,不得作出。",
        "推动一村一法律顾问全覆盖。",
        "每村配备不少于3名“法律明白人”。",
        "职能科室均实现2名以上人员具备执法资格。",
        "中心组每季度学法不少于1次。",
        "做到应审尽审、应备尽备。",
        "推进规范性文件合法性审核全覆盖。",
    ],
    "other years": [
        "五年来,全县共调处矛盾纠纷3.2万件。",
        "2022年,全县行政复议收案96件。",
        "近5年来,全省办理法律援助案件40万件。",
        "近3年共办理各类公证63万多件。",
        "2021年1月至2023年6月底,两级法院共收一审行政诉讼案件1862件。",
        "年均办理公证4.8万余件,人民调解员共计化解纠纷56.1万件。",
        "“七五”普法以来,举办普法活动1200余场。",
        "去年全县办理法律援助案件540件。",
        "2019年以来累计培养“法律明白人”1.8万名。",
    ],
    "other bodies": [
        "全省行政机关负责人出庭应诉率平均为91%。",
        "全国行政诉讼败诉率约为12%。",
    ],
    "changes": [
        "信访总量同比下降18.4%。",
        "主动公开政府信息较上年增加320条。",
        "调解成功率较上年提高1.2个百分点。",
        "行政复议案件同比增长23%。",
        "行政诉讼案件比上年减少12件。",
    ],
    "near misses": [
        "行政诉讼胜诉率95.8%。",
        "规范性文件备案审查直接纠错率为4.88%。",
        "审查各类涉法事项中,涉及区政府信息公开98件。",
        "行政复议调解协议履行率97.5%。",
        "全镇干部参加学法用法考试,参考率、合格率均为100%。",
        "镇党委制定党内规范性文件3件,报备率100%。",
        "建议宣布失效规范性文件3份。",
        "处理民事诉讼案件3宗。",
        "12348热线解答法律咨询2300人次。",
        "化解涉法涉诉信访积案5件。",
        "第35次常务会议审议通过法治政府建设方案。",
        "先后召开第一次、第二次法治建设联席会议。",
        "发放普法宣传资料4800余份。",
        "水质达标率100%,不良贷款率0.3%。",
        "咨询投诉举报反馈率100%。",
        "依法治县办对29个单位开展督察。",
        "发放食品经营许可证1785张。",
        "申请材料压减近70%,流程环节压减超60%。",
    ],
    "masked or no figure": [
        "党委专题听取法治建设汇报**次,开展会前学法*次。",
        "行政机关负责人出庭应诉率稳步提升。",
        "信访事项件件有着落、事事有回音。",
        "持证执法人员比例保持在95%—98%之间。",
        "全年开展普法活动3至5场。",
    ],
}

def _told(text: str, catalog: Catalog, *, parts: bool = False) -> list[str]:
    signs = {"min": ">=", "max": "<=", "approx": "~", "exact": ""}
    return sorted(
        f"{r.indicator_id} {signs[r.qualifier]}{r.value}"
        + ("" if r.basis == "stated" else f" {r.basis}")
        + (" part" if parts and not r.main else "")
        for r in extract_text(text, catalog=catalog, year=YEAR).readings
    )


def _sentences() -> list[object]:
    """More of the same as data: passages of several figures, with every reading and whether it is a part."""
    rows = [json.loads(line) for line in (DATA / "sentences.jsonl").read_text("utf-8").splitlines()]
    missed = pytest.mark.xfail(strict=True, reason="known to be read wrongly")
    return [pytest.param(row["text"], row["readings"], id=row["text"], marks=[missed] if row.get("missed") else []) for row in rows]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(r[0], r[1:], id=r[0]) for rows in TAKEN.values() for r in rows])
def test_taken(text: str, expected: list[str], catalog: Catalog) -> None:
    assert _told(text, catalog) == sorted(expected)


@pytest.mark.parametrize("text", [pytest.param(t, id=t) for rows in REFUSED.values() for t in rows])
def test_refused(text: str, catalog: Catalog) -> None:
    assert _told(text, catalog) == []


@pytest.mark.parametrize(("text", "expected"), _sentences())
def test_passages(text: str, expected: list[str], catalog: Catalog) -> None:
    assert _told(text, catalog, parts=True) == sorted(expected)
