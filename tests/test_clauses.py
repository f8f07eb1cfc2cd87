"""Clauses: where sentences end, which section they stand in, and their role, on the five reports and on passages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clauses import split_clauses
from extract.model import Clause, Report, Role, Span

SEEDS = {path.name[:3]: path.read_text(encoding="utf-8") for path in (Path(__file__).parent.parent / "seeds").glob("*.txt")}
TITLES = {
    "000": ("泗门镇2022年度法治政府建设年度报告", 2022),
    "001": ("清溪镇2021年法治政府建设年度报告", 2021),
    "002": ("新昌县人民政府关于新昌县2019年度法治政府建设情况的报告", 2019),
    "003": ("凤翔区2023年度法治政府建设工作总结", 2023),
    "004": ("重庆市綦江区中峰镇2020年度法治政府建设情况报告", 2020),
}
W, PR, PL, F = Role.WORK, Role.PROBLEMS, Role.PLAN, Role.FRAME


def seed_report(number: str) -> Report:
    text, (title, year) = SEEDS[number], TITLES[number]
    start = text.index(title)
    return Report(number, text, title=title, year=year, evidence={"title": Span(start, start + len(title))})


CLAUSES = {number: split_clauses(seed_report(number)) for number in SEEDS}


def of_seed(number: str, words: str) -> Clause:
    """The clause that `words` stand in, wholly."""
    start = SEEDS[number].index(words)
    return next(c for c in CLAUSES[number] if c.span.start <= start and start + len(words) <= c.span.end)


SEED_ROLES = [
    ("000", "当前位置: 首页", F),
    ("000", "发布日期: 2023-03-29", F),
    ("000", "泗门镇2022年度法治政府建设年度报告", F),
    ("000", "现将我镇2022年度法治政府工作开展情况汇报如下", W),
    ("000", "党政联席会议专题研究法治建设12次", W),
    ("000", "2022年未发生重大行政决策", W),
    ("000", "建成国家级民主法治村谢家路村1个", W),
    ("000", "各级调解组织调处矛盾纠纷44余件", W),
    ("000", "积极实现镇村两级服务事项标准化", W),
    ("000", "仍然存在不少差距与问题", PR),
    ("000", "应诉应议能力有待提升", PR),
    ("000", "2023年,我们将继续巩固", PL),
    ("000", "降低行政争议发案量和败诉率", PL),
    ("000", "巩固“最多跑一次改革村级延伸”全覆盖建设成果", PL),
    ("000", "【打印本页】【关闭窗口】", F),
    ("001", "发布时间: 2022-01-21", F),
    ("001", "2021年,镇综治中心共接收信访事项541宗", W),
    ("001", "着力解决法治建设领域的痛点、堵点问题", W),
    ("001", "强化社会治安和城市管理的问题整治成效", W),
    ("001", "案件办结率为99.59%", W),
    ("001", "但仍存在薄弱环节", PR),
    ("001", "社会信用体系建设亮点较少", PR),
    ("001", "针对存在问题,我镇2022年将重点做好以下工作", PL),
    ("001", "三是政府带头落实信用", PL),
    ("001", "东莞市清溪镇人民政府\n", F),
    ("001", "站长统计", F),
    ("002", "访问次数:", F),
    ("002", "对29个单位的法治政府建设工作及前期督查中存在问题的整改落实情况", W),
    ("002", "制定程序不规范、公众查询不方便等问题", W),
    ("002", "累计合法性审核行政规范性文件34件", W),
    ("002", "全县行政执法证持证率上升至91.3%", W),
    ("002", "我县不良贷款率0.3%", W),
    ("002", "国家级民主法治村(社区)1个", W),
    ("002", "尚存在一些问题和不足", PR),
    ("002", "三是执法规范意识较弱", PR),
    ("002", "2020年新昌县法治政府建设工作思路", PL),
    ("002", "确保实现到2020年基本建成法治政府", PL),
    ("002", "2019年申报创建“全国法治政府建设示范县”的基础上", PL),
    ("002", "推动主要执法部门法制机构全覆盖", PL),
    ("002", "全面完成“七五”普法规划各项指标任务", PL),
    ("002", "2020年1月16日", F),
    ("003", "浏览次数:", F),
    ("003", "以创建2024年省级法治政府建设示范区为目标", W),
    ("003", "积极申报创建2024年省级法治政府建设示范区", W),
    ("003", "从源头解决执法不够规范等问题", W),
    ("003", "办复率满意率100%", W),
    ("003", "信访问题及时受理率按期答复率均达100%", W),
    ("003", "行政争议实质化解力度有待加强", PR),
    ("003", "完善各镇、各部门合法性审查全覆盖管理机制", PL),
    ("003", "全面规范行政权力运行", PL),
    ("004", "为改变这种状况,镇党委、政府努力加强信访工作", W),
    ("004", "化解率达95%以上", W),
    ("004", "执法队伍建设有待加强", PR),
    ("004", "三、加强法治政府建设,确保党政主要负责人", W),
    ("004", "明确2020年目标任务", W),
    ("004", "无一起领导干部违规干预司法活动", W),
    ("004", "四、下一步法治政府建设工作的几点意见建议", PL),
    ("004", "在新的一年,我镇将充分认识不足", PL),
    ("004", "ICP备案", F),
    ("004", "返回顶部", F),
]


@pytest.mark.parametrize(("number", "words", "role"), SEED_ROLES, ids=[f"{n}-{w[:16]}" for n, w, _ in SEED_ROLES])
def test_roles_in_the_seeds(number: str, words: str, role: Role) -> None:
    assert of_seed(number, words.strip()).role is role


SEED_SECTIONS = [
    ("000", "行政执法队共受理立案586件", ("一、巩固并继续推进试点工作", "(三)行政执法更加规范")),
    ("000", "四是严格规范公正文明执法有待强化", ("三、当前面临主要问题与不足",)),
    ("000", "按比例增加考核优秀比例到我镇", ("四、2023年工作思路", "(三)深化综合行政执法改革")),
    ("002", "企业投资项目“最多90天”实现率", ("聚焦改革服务,提升治理效能", "(一)打造高效便民的政务服务环境")),
    ("002", "调解成功率达99.6%", ("四、聚焦基层基础,强化法治保障", "(三)全方位维护社会稳定")),
    ("002", "加快推进公职律师队伍建设", ("2020年新昌县法治政府建设工作思路", "三、进一步创新思路,形成法治政府建设合力")),
    ("003", "出庭应诉率达100%", ("一、主要举措和成效", "(五)强化权力监督制约,持续规范行政权力运行")),
    ("004", "一年来,镇党委政府主要负责人", ("三、加强法治政府建设,确保党政主要负责人履行推进法治建设第一责任人职责", "(二)带头学法,模范用法,切实发挥党委在推进全镇法治建设中的领导核心作用")),
    ("004", "三是加大对违法上访", ("四、下一步法治政府建设工作的几点意见建议",)),
    ("001", "2021年,清溪镇坚持以", ()),
    ("004", "返回顶部", ()),
]


@pytest.mark.parametrize(("number", "words", "section"), SEED_SECTIONS, ids=[f"{n}-{w[:10]}" for n, w, _ in SEED_SECTIONS])
def test_sections_in_the_seeds(number: str, words: str, section: tuple[str, ...]) -> None:
    assert of_seed(number, words).section == section


def split(text: str, year: int | None = 2022) -> list[tuple[str, Role]]:
    clauses = split_clauses(Report("text", text, year=year))
    return [(text[c.span.start : c.span.end], c.role) for c in clauses]


SENTENCES = {
    "full stops": ("受理41件。审结18件。", ["受理41件。", "审结18件。"]),
    "both widths of ! and ?": ("好!好吗?真好！真的？是。", ["好!", "好吗?", "真好！", "真的？", "是。"]),
    "closing quotation mark stays": ("他说:“受理41件。”审结18件。", ["他说:“受理41件。”", "审结18件。"]),
    "semicolons share a head": ("收到复议申请41件;受理22件；审结18件。", ["收到复议申请41件;受理22件；审结18件。"]),
    "numbered items part at a semicolon": ("一是办案3件;二是培训4次；三是学法5次。", ["一是办案3件;", "二是培训4次；", "三是学法5次。"]),
    "other item words": ("首先办案3件;其次培训4次。", ["首先办案3件;", "其次培训4次。"]),
    "a comma before an item does not part": ("一是办案3件,二是培训4次。", ["一是办案3件,二是培训4次。"]),
    "line end in a number": ("办理12345热线工单2 43\n7件,办结率99.\n2%。", ["办理12345热线工单2 43\n7件,办结率99.\n2%。"]),
    "line end between paragraphs": ("办结率、回复率100%\n受理41件", ["办结率、回复率100%", "受理41件"]),
    "blanks trimmed": ("\u3000\u3000受理41件。 \u3000审结18件。\xa0\n", ["受理41件。", "审结18件。"]),
    "decimal points do not end": ("办结率98.3%,满意率99.5%。", ["办结率98.3%,满意率99.5%。"]),
    "nothing": ("", []),
    "blanks alone": (" \n\u3000\n", []),
    "one heading": ("一、主要工作", ["一、主要工作"]),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [words for words, _ in split(text)] == expected


TURNS = {
    "facts, a problem, a plan": (
        "2023年,各级调解组织化解纠纷1860件,成功率98.9%。但个别乡镇调解员年龄偏大。2024年,要把调解成功率稳定在99%以上,新培养“法律明白人”200名。",
        2023,
        [W, PR, PL],
    ),
    "a later year's target": ("2022年,力争行政机关负责人出庭应诉率达到100%,败诉率控制在8%以内。", 2021, [PL]),
    "next step": ("下一步,确保规范性文件备案率、合法性审核率均达到100%。", 2022, [PL]),
    "an item on next year": ("一是全年受理工单3406件。二是对满意率低于90%的单位通报3次。三是明年推动办结率达到100%。", 2021, [W, W, PL]),
    "a plan lasts": ("受理41件。下一步,我局将加强学习。开展学法4次。", 2022, [W, PL, PL]),
    "a plan ends at the year reported on": ("2024年,我县将办3件。再办5件。2023年共办4件。", 2023, [PL, PL, W]),
    "a plan ends at this year": ("明年要办3件。今年以来办4件。", 2023, [PL, W]),
    "one weak problem does not last": ("受理41件。但力量仍显薄弱。审结18件。", 2022, [W, PR, W]),
    "said problems last": ("受理41件。但仍存在一些问题,主要是力量不足。经费也少。", 2022, [W, PR, PR]),
    "problems turn to plans": ("但仍存在一些问题。下一步将办3件。", 2022, [PR, PL]),
    "a figure and then a plan": ("今年办结率98%,明年力争达到100%。", 2022, [W, PL]),
    "a figure and then a problem": ("全年调解成功率98.9%,但仍存在个别村调解员不足的问题。", 2022, [W, PR]),
    "no figure before the problem": ("法治建设虽取得一定成效,但仍存在薄弱环节。", 2022, [PR]),
    "a later year with its body first": ("我镇2023年将重点做好普法工作。", 2022, [PL]),
    "unknown year, plain aim": ("2022年,力争出庭应诉率达到100%。", None, [PL]),
    "in the coming work": ("在今后的工作中,我镇将办3件。", 2022, [PL]),
}


@pytest.mark.parametrize(("text", "year", "roles"), TURNS.values(), ids=TURNS)
def test_turns_within_a_paragraph(text: str, year: int | None, roles: list[Role]) -> None:
    assert [role for _, role in split(text, year)] == roles


WORK_ALL_THROUGH = {
    "for the next step": ("为下一步工作奠定坚实基础,全年办案41件。", 2022),
    "the next step deployed": ("总结上半年工作,部署下一步工作。", 2022),
    "aim of a later year": ("以创建2024年省级示范区为目标,办案3件。", 2023),
    "application for a later year": ("积极申报创建2024年省级法治政府建设示范区。", 2023),
    "a span of years": ("落实《法治建设规划(2022-2025年)》要求,办案3件。", 2021),
    "a later month told": ("2024年1月,县司法局组织办理案件3件。", 2023),
    "将 as 把 in the year": ("2022年,将法治建设纳入考核,办案3件。", 2022),
    "preface that names the plan": ("现将2022年工作开展情况和下一步工作打算报告如下:", 2022),
    "not only but also": ("不但办结率达98%,还实现零投诉。", 2022),
    "but still at a good figure": ("但办结率仍达98%。", 2022),
    "problems that were mended": ("督查发现仍存在执法不规范问题12件,已全部整改。", 2022),
    "problems solved": ("切实解决管理不到位、程序不规范等问题。", 2022),
    "problems looked at again": ("对督查中存在问题的整改落实情况进行“回头看”。", 2022),
    "main points": ("2022年工作要点印发,主要负责人需要述职。", 2021),
    "last year's figure": ("办结率由上年的96.2%提高到99.1%。", 2022),
    "unknown year": ("2022年,全镇办案3件。2023年1月上报。", None),
}


@pytest.mark.parametrize(("text", "year"), WORK_ALL_THROUGH.values(), ids=WORK_ALL_THROUGH)
def test_stays_work(text: str, year: int | None) -> None:
    assert {role for _, role in split(text, year)} == {W}


OUTLINES = {
    "roles by headings": ("一、主要做法\n受理41件。\n二、存在问题\n意识不强。\n三、下一步打算\n受理42件。", [W, W, PR, PR, PL, PL]),
    "headings below keep the role": ("三、下一步打算\n(一)加强学习\n学法4次。\n1.集体学法。\n学法5次。", [PL] * 5),
    "the same rank without such words ends it": ("二、存在问题\n意识不强。\n三、加强领导\n开会3次。", [PR, PR, W, W]),
    "a wider rank ends it": ("(三)存在问题\n意识不强。\n二、特色工作\n办案3件。", [PR, PR, W, W]),
    "numbers that begin again below a plan": ("二、下一步工作\n一、加强领导\n开会3次。\n二、加强普法\n普法4次。", [PL] * 5),
    "a bare plan heading over its own numbers": ("四、基层治理\n\n办案3件。\n\n2023年工作思路\n\n一、加强领导\n\n开会3次。\n\n二、普法\n\n普法4次。", [W, W, *[PL] * 5]),
    "bare headings in a row": ("主要工作\n\n受理41件。\n\n存在问题\n\n意识不强。\n\n下一步打算\n\n加强普法\n\n普法4次。", [W, W, PR, PR, PL, PL, PL]),
    "bare headings without blank lines": ("主要工作\n受理41件。\n存在的问题\n意识不强。\n下一步工作打算\n普法4次。", [W, W, PR, PR, PL, PL]),
    "work words over problem words": ("一、聚焦问题整改\n整改问题12个。\n二、解决突出问题\n办信访3件。", [W, W, W, W]),
    "first heading of general ideas": ("一、总体思路\n坚持领导。\n二、工作情况\n受理41件。", [W, W, W, W]),
    "lead-in over a list": ("受理41件。\n\n但仍存在以下问题:\n\n1.意识不强。\n\n2.能力不足。\n\n下一步,我镇将做好以下工作:\n\n1.办案3件。\n\n2.办案4件。\n\n二、其他\n\n办案5件。", [W, PR, PR, PR, PL, PL, PL, W, W]),
    "a plan's paragraphs go on": ("2022年办案2件。\n下一步,我局将继续努力。\n一是办案3件。\n2022年还办案5件。", [W, PL, PL, W]),
    "problems end with their paragraph": ("但仍存在一些问题。力量不足。\n全年办案3件。", [PR, PR, W]),
    "parts": ("第一部分 2022年工作总结\n一、加强领导\n开会3次。\n第二部分 2023年工作计划\n一、加强领导\n开会4次。", [W, W, W, PL, PL, PL]),
    "all in one paragraph": ("一、主要工作。全年办案3件。二、存在的问题。意识不强。三、下一步打算。力争办案4件。", [W, W, PR, PR, PL, PL]),
}


@pytest.mark.parametrize(("text", "roles"), OUTLINES.values(), ids=OUTLINES)
def test_roles_by_outline(text: str, roles: list[Role]) -> None:
    assert [role for _, role in split(text)] == roles


def test_section_labels_are_as_written() -> None:
    text = "一、加强\u3000领导；\n（一）统一领导更加深入。办案３件。"
    assert [clause.section for clause in split_clauses(Report("text", text))][-1] == ("一、加强 领导", "（一）统一领导更加深入")


def test_folded_forms_are_seen() -> None:
    assert [role for _, role in split("三、下⼀步工作打算\n办案３件。")] == [PL, PL]


@pytest.mark.parametrize("number", sorted(SEEDS))
def test_every_word_of_a_seed_is_in_one_clause(number: str) -> None:
    assert_tiled(SEEDS[number], CLAUSES[number])


def test_a_report_of_20000_characters_is_split_at_once() -> None:
    report = Report("long", "\n".join(SEEDS.values())[:20_000], year=2022)
    split_clauses(report)
    seconds = min(timed(report) for _ in range(5))
    assert seconds < 0.1  # about 7 ms on one core; a tenth of a second would mean that a pattern runs away


def timed(report: Report) -> float:
    start = time.perf_counter()
    split_clauses(report)
    return time.perf_counter() - start


def assert_tiled(text: str, clauses: list[Clause]) -> None:
    position = 0
    for clause in clauses:
        assert position <= clause.span.start < clause.span.end <= len(text)
        assert not text[position : clause.span.start].strip("\ufeff\u200b \n\t\xa0\u3000\u2002\r")
        position = clause.span.end
    assert not text[position:].strip("\ufeff\u200b \n\t\xa0\u3000\u2002\r")


PIECES = st.sampled_from(
    ["一、", "(二)", "三、存在的问题", "四、2023年工作计划", "1.", "第二部分", "下一步,", "但仍存在问题", "2023年", "将", "办案41件", "98.\n3%", "。", ";二是", ":", "\n", "\n\n", "\u3000\u3000", ",", "”", "首页 > ", "索引号:", "2022年1月21日", "镇人民政府", "\ufeff", "Ａ"]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80), st.none() | st.integers(2000, 2030))
def test_any_text_is_tiled(text: str, year: int | None) -> None:
    clauses = split_clauses(Report("text", text, year=year))
    position = 0
    for clause in clauses:
        assert position <= clause.span.start < clause.span.end <= len(text)
        assert text[clause.span.start : clause.span.end].strip()
        position = clause.span.end


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_word_is_lost(text: str) -> None:
    assert_tiled(text, split_clauses(Report("text", text, year=2022)))
