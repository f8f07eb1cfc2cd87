"""Names and the figures said of them."""

from __future__ import annotations

import pytest

from extract.chains import find_act_value, find_count_chains, find_rate_chains
from extract.quantities import Measures

MEASURES = Measures("件 次 个 个百分点 年".split(" "))


def _said(sentence: str, name: str) -> list[str]:
    """The figures that the chains of a sentence say of a name."""
    tokens = {t.start: t for t in MEASURES.find(sentence)}
    shape = MEASURES.shape(sentence, list(tokens.values()))
    end = sentence.index(name) + len(name)
    said = [s for c in find_rate_chains(shape) for s in c.said_of(None, end, shape)]
    said += [s for c in find_count_chains(shape) for s in c.slot_of(end - len(name), end)]
    return [sentence[tokens[s.figure].start : tokens[s.figure].end] for s in said]


@pytest.mark.parametrize(
    ("sentence", "name", "figures"),
    [
        ("办复率、满意率均达100%", "办复率", ["100%"]),
        ("信访问题及时受理率按期答复率均达100%", "及时受理率", ["100%"]),
        ("出庭应诉率、调解成功率、案件办结率分别为98%、97%和100%", "调解成功率", ["97%"]),
        ("应用率、人员激活率分别为99.1%和100%", "激活率", ["100%"]),
        ("区政府负责人出庭应诉率100%,部门和镇街98.9%", "出庭应诉率", ["100%", "98.9%"]),
        ("上半年及时受理率为98.7%,全年为99.4%", "及时受理率", ["98.7%", "99.4%"]),
        ("考试通过率为84.9%,2023年为90.3%", "通过率", ["84.9%", "90.3%"]),
        ("全省平均败诉率为12.5%,我县为6.3%", "败诉率", ["12.5%", "6.3%"]),
        ("调解成功率不低于96%,我区实际为99.2%", "成功率", ["不低于96%", "99.2%"]),
        ("化解率较去年提高1.2个百分点,达98.6%", "化解率", ["98.6%"]),
        ("出庭应诉率连续3年保持100%", "出庭应诉率", ["100%"]),
        ("受理、审结分别为30件、28件", "审结", ["28件"]),
        ("激活率,应用率均达100%", "激活率", ["100%"]),
        ("法治培训、普法宣传、模拟法庭活动依次开展8次、46个、3次", "普法宣传", ["46个"]),
        ("收案、受理、审结行政复议案件分别为126件、118件、110件", "审结", ["110件"]),
        ("败诉率下降3.2个百分点,降至4.6%", "败诉率", ["4.6%"]),
    ],
)
def test_said_of(sentence: str, name: str, figures: list[str]) -> None:
    assert _said(sentence, name) == figures


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("效率提升,办结率100%", "效率"),
        ("成功率稳步提升,办结率100%", "成功率"),
        ("败诉率下降2个百分点", "败诉率"),
        ("办结率。满意率100%", "办结率"),
        ("工作率先完成100%", "工作率"),
        ("受理、审结共30件", "受理"),
    ],
)
def test_not_said_of(sentence: str, name: str) -> None:
    assert _said(sentence, name) == []


@pytest.mark.parametrize(
    ("sentence", "act", "said"),
    [
        ("实现合法性审核和备案100%覆盖", "合法性审核", True),
        ("目录化管理和合法性审查两个100%", "合法性审查", True),
        ("公平竞争审查实现“两个100%”", "公平竞争审查", True),
        ("合法性审查件数增长5%", "合法性审查", False),
        ("合法性审查,办结率100%", "合法性审查", False),
    ],
)
def test_act(sentence: str, act: str, said: bool) -> None:
    shape = MEASURES.shape(sentence, list(MEASURES.find(sentence)))
    assert (find_act_value(shape, sentence.index(act) + len(act)) is not None) is said
