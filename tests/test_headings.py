"""Headings: their marks, numbers and labels, and what they announce; with headings that only look like problems or plans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.headings import Mark, announced_role, read_bare_heading, read_heading
from extract.model import Role

MARKED = {
    "han": ("一、主要举措和成效", Mark.HAN, 1, "一、主要举措和成效", Role.WORK),
    "han with full stop": ("二.存在的问题", Mark.HAN, 2, "二.存在的问题", Role.PROBLEMS),
    "han above ten": ("十二、下一步打算", Mark.HAN, 12, "十二、下一步打算", Role.PLAN),
    "twenty": ("二十、其他", Mark.HAN, 20, "二十、其他", None),
    "bracket": ("(三)深化行政复议体制改革。成立行政复议局", Mark.HAN_BRACKET, 3, "(三)深化行政复议体制改革", None),
    "bracket with blanks": ("( 四 )、存在问题", Mark.HAN_BRACKET, 4, "( 四 )、存在问题", Role.PROBLEMS),
    "digit": ("1.加强领导。成立小组", Mark.DIGIT, 1, "1.加强领导", None),
    "digit and pause": ("12、加强领导", Mark.DIGIT, 12, "12、加强领导", None),
    "digit in brackets": ("(2)规范执法。", Mark.DIGIT_BRACKET, 2, "(2)规范执法", None),
    "half bracket": ("3)规范执法", Mark.DIGIT_BRACKET, 3, "3)规范执法", None),
    "part": ("第二部分 2023年工作计划", Mark.PART, 2, "第二部分 2023年工作计划", Role.PLAN),
    "ends at a colon": ("三、下一步打算:一是加强学习", Mark.HAN, 3, "三、下一步打算", Role.PLAN),
}


@pytest.mark.parametrize(("sentence", "mark", "number", "label", "role"), MARKED.values(), ids=MARKED)
def test_reads_marked_headings(sentence: str, mark: Mark, number: int, label: str, role: Role | None) -> None:
    heading = read_heading(sentence, 2022)
    assert heading is not None
    assert (heading.mark, heading.number, heading.label, heading.role) == (mark, number, label, role)


NOT_MARKED = [
    "一、二审行政诉讼案件12件。",
    "一、二季度开展执法监督4次。",
    "3、4月份集中开展宣传。",
    "12.4国家宪法日宣传活动。",
    "2022年,全镇受理信访41件。",
    "98.3%的案件按期办结。",
    "一是强化组织领导。",
    "第三次会议召开。",
    "“三项制度”全面落实。",
    "一站式受理信访。",
    "",
]


@pytest.mark.parametrize("sentence", NOT_MARKED)
def test_is_no_marked_heading(sentence: str) -> None:
    assert read_heading(sentence, 2022) is None


def test_a_long_first_sentence_gives_a_short_label() -> None:
    heading = read_heading("1.规范执法,严格落实行政执法三项制度," + "全面推行行政执法公示" * 6 + "。", None)
    assert heading is not None
    assert heading.label == "1.规范执法"


PROBLEMS = [
    "存在的问题",
    "存在的问题不足",
    "存在的问题和不足",
    "存在问题及整改措施",
    "当前面临主要问题与不足",
    "法治政府建设存在的不足及原因分析",
    "工作中存在的困难和问题",
    "存在的主要问题及下一步打算",
    "存在的短板弱项",
    "主要问题",
    "问题与不足",
    "不足之处",
    "当前工作中的薄弱环节",
    "仍需改进的方面",
    "原因分析",
]
PLAN = [
    "下一步工作打算",
    "下一步法治政府建设工作的几点意见建议",
    "下阶段重点工作",
    "2023年工作思路",
    "2023年工作计划",
    "2023年新昌县法治政府建设工作思路",
    "2023年推进法治政府建设的主要安排",
    "主要工作安排",
    "明年工作安排",
    "今后努力方向",
    "工作思路",
    "有关工作建议",
    "下步工作",
    "改进措施",
]
NEITHER = [
    "聚焦问题整改,提升质效",
    "着力解决群众反映突出问题",
    "针对存在问题抓好整改",
    "坚持问题导向,补齐短板",
    "开展突出问题专项整治",
    "化解历史遗留问题",
    "科学制定工作计划",
    "落实重点工作任务",
    "认真办理人大代表意见建议",
    "推进2023年省级示范区创建",
    "为下一步工作打基础",
    "(2021-2025年)规划",
    "加强法治政府建设,确保党政主要负责人履行推进法治建设第一责任人职责",
    "进一步完善制度,加快法治政府建设步伐",
    "2022年重点工作",
    "",
]
WORK = [
    "主要举措和成效",
    "2020年主要工作及成效",
    "2022年工作计划完成情况",
    "督察反馈问题整改情况",
    "存在问题整改落实情况",
    "特色亮点工作",
    "主要工作及存在问题",
    "党政主要负责人履行推进法治建设第一责任人职责情况",
]
ANNOUNCED = [(label, role) for labels, role in ((PROBLEMS, Role.PROBLEMS), (PLAN, Role.PLAN), (NEITHER, None), (WORK, Role.WORK)) for label in labels]


@pytest.mark.parametrize(("label", "role"), ANNOUNCED)
def test_announces(label: str, role: Role | None) -> None:
    assert announced_role(label, 2022, first=False) == role


@pytest.mark.parametrize(
    ("label", "year", "role"),
    [
        ("2022年重点工作", 2021, Role.PLAN),
        ("2022年重点工作", 2022, None),
        ("2022年工作思路", 2021, Role.PLAN),
        ("2022年主要任务", None, None),
        ("2022年工作思路", None, Role.PLAN),
    ],
)
def test_a_year_counts_against_the_year_reported_on(label: str, year: int | None, role: Role | None) -> None:
    assert announced_role(label, year, first=False) == role


def test_a_plan_word_alone_opens_the_account_where_it_is_number_one() -> None:
    assert announced_role("总体思路", 2022, first=True) is None
    assert announced_role("总体思路", 2022, first=False) is Role.PLAN
    assert announced_role("下一步工作", 2022, first=True) is Role.PLAN


def test_a_long_sentence_announces_nothing() -> None:
    assert announced_role("下一步我镇将继续深入学习贯彻习近平法治思想,严格落实党政主要负责人职责,全面提升法治水平", 2022, first=False) is None


BARE = {
    "work": ("聚焦改革服务,提升治理效能", None),
    "plan": ("2020年新昌县法治政府建设工作思路", Role.PLAN),
    "problems": ("存在的问题", Role.PROBLEMS),
    "the year reported on": ("2019年主要工作", Role.WORK),
    "a later year": ("2020年主要工作", Role.PLAN),
    "an ordinal in it": ("落实第一责任人职责", None),
}


@pytest.mark.parametrize(("line", "role"), BARE.values(), ids=BARE)
def test_reads_bare_headings(line: str, role: Role | None) -> None:
    heading = read_bare_heading(line, 2019)
    assert heading is not None
    assert (heading.mark, heading.number, heading.label, heading.role) == (Mark.NONE, None, line, role)


@pytest.mark.parametrize(
    "line",
    [
        "全镇受理信访41件",
        "办结率、回复率100%",
        "化解率达百分之九十八",
        "全面落实各项制度。",
        "现将有关情况报告如下:",
        "加强学习,",
        "A",
        "2022-01-21",
        "我镇" * 21,
        "加强领导。落实责任",
    ],
)
def test_is_no_bare_heading(line: str) -> None:
    assert read_bare_heading(line, 2022) is None


@given(st.text("一二十、.()（）12第部分年月存在的问题下步2023,。: \n", max_size=70), st.none() | st.integers(1990, 2040))
def test_never_raises(sentence: str, year: int | None) -> None:
    for heading in (read_heading(sentence, year), read_bare_heading(sentence, year)):
        assert heading is None or len(heading.label) <= 60
