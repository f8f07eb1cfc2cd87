"""What the words at a figure speak of: the nearest matter, an aside, a list told at once, a list told in order."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text


def _told(text: str, catalog: Catalog) -> list[str]:
    readings = extract_text(text, catalog=catalog, year=2023).readings
    return [f"{r.indicator_id} {r.value}" for r in readings if r.unit == "%" or r.indicator_id.startswith("reconsideration")]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("受理信访事项12件,受理热线工单30件,办结率98%。", ["hotline_resolution_rate 98"]),
        ("数字城管共接收信访投诉案件30件,办结率98%。", ["urban_management_resolution_rate 98"]),
        ("全年受理信访事项12件。办结率98%。", ["petition_resolution_rate 98"]),
        (
            "行政复议受理58件(其中行政处罚类31件、信息公开类27件),审结53件。",
            ["reconsideration_accepted 58", "reconsideration_concluded 53"],
        ),
        ("收到检察建议书12份、司法建议书3份,按期回复率均为100%。", ["procuratorial_reply_rate 100"]),
        ("收到检察建议12份、司法建议书3份,回复率100%。", ["procuratorial_reply_rate 100"]),
        (
            "办理检察建议4件、人大代表建议18件,办复率均为100%。",
            ["procuratorial_reply_rate 100", "proposals_reply_rate 100"],
        ),
        (
            "受理信访213件、12345工单3467件、区长信箱来信59件,办结率分别为99.1%、99.8%、100%。",
            ["petition_resolution_rate 99.1", "hotline_resolution_rate 99.8", "mailbox_resolution_rate 100"],
        ),
        (
            "数字城管受理案件6.8万件,12345热线转办工单4560件,结案率、办结率分别为99.5%和100%。",
            ["urban_management_resolution_rate 99.5", "hotline_resolution_rate 100"],
        ),
        (
            "12345政务热线、领导信箱、网上信访共受理群众诉求964件,办结率均为100%。",
            ["petition_resolution_rate 100", "hotline_resolution_rate 100", "mailbox_resolution_rate 100"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_spoken_of(text: str, readings: list[str], catalog: Catalog) -> None:
    assert _told(text, catalog) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("办结率98%。", []),
        ("全年受理信访事项12件。\n办结率98%。", []),
        ("收到检察建议12份;办理建议提案30件,办复率均为100%。", ["proposals_reply_rate 100"]),
        ("收到检察建议12份,司法建议3份,按期回复率为100%。", []),
        ("信访满意率98%,受理民事案件3件,办结率均为100%。", []),
        ("受理信访213件、热线工单3467件,民事案件结案率、执行率分别为99.5%和100%。", []),
        ("受理民事案件58件(含行政复议引出的2件),审结53件。", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_not_spoken_of(text: str, readings: list[str], catalog: Catalog) -> None:
    assert _told(text, catalog) == readings
