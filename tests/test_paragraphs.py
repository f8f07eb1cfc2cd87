"""Paragraphs: which line ends stand inside a sentence, and which lines are no report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold
from extract.model import Report, Span
from extract.paragraphs import ends_sentence, split_paragraphs


def paragraphs(text: str, title: str | None = None) -> list[tuple[str, bool]]:
    evidence = {"title": Span(text.index(title), text.index(title) + len(title))} if title else {}
    report = Report("text", text, title=title, evidence=evidence)
    return [(text[p.span.start : p.span.end], p.frame) for p in split_paragraphs(report, fold(text))]


JOINED = {
    "line that breaks off before its figure": "全市行政执法持证人员\n2 3 16 人,持证率96.4%。",
    "page wrapped in a sentence": "全年共受理行政复议申请案件四十一件,其中受理二十二\n件,审结十八件,结案率达到百分之八十,较好地完成了\n任务。",
    "inside a number": "办理12345热线工单2 43\n7件,办结率99.\n2%。",
    "between number and unit": "镇里共受理信访案件118\n件。",
    "before the per cent sign": "办结率达98\n%。",
    "first line indented": "  全年共受理行政复议申请案件四十一件,其中受理二十二\n件,审结十八件,结案率达到百分之八十。",
    "heading of a full line": "(一)全面加强党对法治政府建设工作的统一领导,进一步\n健全完善推进机制\n全年共受理行政复议申请案件四十一件,其中受理二十二。",
}


@pytest.mark.parametrize("text", JOINED.values(), ids=JOINED)
def test_joins_wrapped_lines(text: str) -> None:
    assert paragraphs(text)[0][0].count("\n") >= 1


PARTED = {
    "after a full stop": "全年共受理行政复议申请案件四十一件。\n其中受理二十二件。",
    "after a semicolon": "全年共受理行政复议申请案件四十一件;\n其中受理二十二件。",
    "after a quoted sentence": "他说:“法治是最好的营商环境,人人都是环境。”\n全年办案三件。",
    "short line": "法治政府建设\n全年共受理行政复议申请案件四十一件。",
    "blank line": "全年共受理行政复议申请案件四十一件,其中\n\n受理二十二件。",
    "next line indented": "全年共受理行政复议申请案件四十一件,其中\n  受理二十二件。",
    "before a heading": "全年共受理行政复议申请案件四十一件,其中受理二十\n二、存在的问题",
    "before a numbered line": "全年共受理行政复议申请案件四十一\n2.受理信访3件。",
    "before a year": "提案109\n2023年,全区办理信访3件。",
    "far shorter than the page": "办结率、回复率均达到百分之一百整\n" + "全面推进政务公开标准化规范化建设," * 4 + "。",
    "longer than any page": "全面推进政务公开" * 20 + "\n" + "办理信访三件" * 20 + "。",
    "heading before its text": "一、加强党对法治建设的领导,完善推进机制\n2021年,全镇坚持以习近平新时代中国特色社会主义思想为指导,深入贯彻。",
}


@pytest.mark.parametrize("text", PARTED.values(), ids=PARTED)
def test_keeps_lines_apart(text: str) -> None:
    assert [words for words, _ in paragraphs(text)] == [line.strip() for line in text.split("\n") if line.strip()]


BODY = "全年共受理行政复议申请41件,受理22件。"
FRAME_LINES = [
    "当前位置: 首页",
    "您当前的位置: 首页\xa0>\xa0街镇\xa0>\xa0中国东莞清溪镇栏目",
    "> 政府信息公开 > 法治市政府建设年度报告",
    "首页>政务公开>法治政府建设年度报告 > 2020年法治政府建设年度报告",
    "索引号: 00297527/2023-60455 内容分类: 法治政府建设年度报告",
    "发布时间: 2024-01-30 08:35:48 浏览次数:",
    "来源: 本网 发布时间: 2022-01-21",
    "日期：2021-03-16",
    "字体:",
    "今天是:2019年10月31日 星期三 农历十月初七",
    "文章来源:司法局 更新时间:2021/03/29 11:30:01",
    "分享:",
    "泗门镇2022年度法治政府建设年度报告",
]


@pytest.mark.parametrize("line", FRAME_LINES)
def test_lines_above_the_report_are_frame(line: str) -> None:
    assert paragraphs(f"{line}\n\n{BODY}\n") == [(line, True), (BODY, False)]


TRAILS = {
    "signature and date": ["东莞市清溪镇人民政府", "2022年1月21日"],
    "date alone": ["2020年1月16日"],
    "date in Chinese": ["某县司法局", "二〇二二年一月二十日"],
    "signature alone": ["新昌县人民政府"],
    "after the date": ["某镇人民政府", "2022年1月21日", "扫一扫在手机打开当前页", "站长统计", "智能问答"],
    "footer": ["重庆市綦江区人民政府版权所有 重庆市綦江区人民政府办公室主办", "网站标识码: 5001100002 ICP备案: 16001936号-1", "返回顶部"],
    "buttons": ["【打印本页】【关闭窗口】"],
}


@pytest.mark.parametrize("trail", TRAILS.values(), ids=TRAILS)
def test_lines_below_the_report_are_frame(trail: list[str]) -> None:
    assert paragraphs("\n\n".join([BODY, *trail])) == [(BODY, False), *((line, True) for line in trail)]


NOT_FRAME = [
    "关闭违规网站12家,办理案件3件",
    "打印发放宣传资料四千余份,受教育群众两万人次,成效明显",
    "时间紧任务重,全镇上下齐心协力。",
    "县人民政府",
    "2022年1月21日,镇党委召开会议。",
    "信访办结率100%",
    "提供法律服务和技术支持48次",
]


@pytest.mark.parametrize("line", NOT_FRAME)
def test_is_no_frame(line: str) -> None:
    assert paragraphs(f"{BODY}\n\n{line}\n\n{BODY}")[1] == (line, False)


def test_a_passage_alone_is_no_signature() -> None:
    assert paragraphs("未发生重大行政决策被撤销的镇政府") == [("未发生重大行政决策被撤销的镇政府", False)]


def test_the_title_is_frame_where_it_stands_and_where_it_stands_again() -> None:
    title = "新昌县2019年度法治工作"
    assert paragraphs(f"{title}\n\n分享:\n\n{title}\n\n{BODY}", title) == [(title, True), ("分享:", True), (title, True), (BODY, False)]


def test_a_sentence_that_holds_the_title_is_no_frame() -> None:
    title = "新昌县2019年度法治工作"
    text = f"现将{title}的有关情况、主要成效和存在问题报告如下:{BODY}"
    assert paragraphs(text, title) == [(text, False)]


def test_an_attachment_below_the_date_is_no_frame() -> None:
    assert paragraphs(f"{BODY}\n\n2022年1月21日\n\n附件:受理信访41件")[-1] == ("附件:受理信访41件", False)


def test_alone_is_a_line_between_blank_ones() -> None:
    text = "存在问题\n\n意识不强。\n能力不足。\n\n下一步"
    report = Report("text", text)
    assert [p.alone for p in split_paragraphs(report, text)] == [True, False, False, True]


@pytest.mark.parametrize(("line", "expected"), [("好。", True), ("好。”", True), ("好:", True), ("好;", True), ("好,", False), ("好", False), ("", False)])
def test_ends_sentence(line: str, expected: bool) -> None:
    assert ends_sentence(line) is expected


@given(st.text("报告法治一、(二)12年月日。;:,>来源首页人民政府 \u3000\xa0\n\r", max_size=120))
def test_spans_lie_in_order_and_hold_every_word(text: str) -> None:
    folded = fold(text)
    position = 0
    for paragraph in split_paragraphs(Report("text", text), folded):
        assert position <= paragraph.span.start < paragraph.span.end <= len(text)
        assert not folded[position : paragraph.span.start].strip()
        position = paragraph.span.end
    assert not folded[position:].strip()
