"""The figures of a sentence: what they state, how sharply, where; and what only looks like a figure."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extract import Catalog
from extract.numbers import NUMERALS
from extract.quantities import NO_FIGURE, RATE, REST, Measures

MEASURES = Measures(
    "件 宗 起 份 卷 次 场 场次 期 期(次) 人 名 人次 张 台 项 条 个 个百分点 年 月 日 天 元 万元 户 批次 %".split(" ")
)
SIGN = {"exact": "", "min": ">=", "max": "<=", "approx": "~"}


def _figures(sentence: str) -> list[str]:
    return [
        f"{SIGN[t.quantity.qualifier]}{t.quantity.value}{t.quantity.unit}" if t.quantity else "none"
        for t in MEASURES.find(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("调解成功率达98.5%,累计调解案件102件", ["98.5%", "102件"]),
        ("化解率达95%以上", [">=95%"]),
        ("按期答复率实现“双百”", ["100%"]),
        ("败诉率为0,纠错率保持0", ["0%", "0%"]),
        ("合计2万3千余件", ["~23000件"]),
        ("百分之九十八以上", [">=98%"]),
        ("超过了百分之零点九", [">=0.9%"]),
        ("不低于96%", [">=96%"]),
        ("不到4%", ["<=4%"]),
        ("控制在8%以内", ["<=8%"]),
        ("98.5%左右", ["~98.5%"]),
        ("千分之三", ["0.3%"]),
        ("百分百", ["100%"]),
        ("三分之二", ["66.67%"]),
        ("近九成", ["~90%"]),
        ("九成五以上", [">=95%"]),
        ("八成五", ["85%"]),
        ("近百件", ["~100件"]),
        ("四十余件", ["~40件"]),
        ("44余件", ["~44件"]),
        ("1.2万余起", ["~12000起"]),
        ("30余万人次", ["~300000人次"]),
        ("20多人", ["~20人"]),
        ("上千件", ["~1000件"]),
        ("逾5000件", [">=5000件"]),
        ("约9.1万件", ["~91000件"]),
        ("人数516人", ["516人"]),
        ("16期(次)", ["16期(次)"]),
        ("1,208件", ["1208件"]),
        ("罚没款346.5万元", ["346.5万元"]),
        ("1.2亿元", ["12000万元"]),
        ("收到检察建议一件。", ["1件"]),
        ("提高1.2个百分点", ["1.2个百分点"]),
        ("实现“两个100%”", ["2个", "100%"]),
        ("政协委员提案109,办复率", ["109"]),
        ("2022年", ["2022年"]),
    ],
)  # fmt: skip
def test_figures(sentence: str, figures: list[str]) -> None:
    assert _figures(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("经县政府第35次常务会议审议", ["none"]),
        ("第一次、第二次会议", ["none", "none"]),
        ("95%-98%之间", ["none"]),
        ("3至5件", ["none"]),
        ("12345热线", []),
        ("信访、热线、信箱“三件”", []),
        ("“双百”行动", []),
        ("12348热线", []),
        ("“最多跑一次”改革", []),
        ("一件事一次办", []),
        ("一村一法律顾问", []),
        ("“两高一低”", []),
        ("一项工作", []),
        ("一次会议研究", []),
        ("数百件", []),
        ("几十件", []),
        ("好几次", []),
        ("建成", []),
        ("一成不变", []),
        ("调成率", []),
        ("统一登记", []),
        ("全面依法治县", []),
        ("**次", []),
    ],
)
def test_what_only_looks_like_a_figure(sentence: str, figures: list[str]) -> None:
    assert _figures(sentence) == figures


def test_a_shape_masks_figures_and_keeps_the_rest() -> None:
    sentence = "受理12件,率98%,第3次"
    tokens = list(MEASURES.find(sentence))
    one = MEASURES.signs(["件"])
    assert MEASURES.shape(sentence, tokens) == f"受理{one}{REST}{REST},率{RATE}{REST}{REST},{NO_FIGURE}{REST}{REST}"


@pytest.mark.parametrize(
    ("source", "sentence", "found"),
    [
        ("受理<count>", "受理12件", "12件"),
        ("受理<gap><count>", "受理行政复议申请12件", "12件"),
        ("审查<words><count>", "审查文件、合同9份", "9份"),
        ("率<rate>", "率98%", "98%"),
    ],
)
def test_a_pattern_finds_its_figure(source: str, sentence: str, found: str) -> None:
    shape = MEASURES.shape(sentence, list(MEASURES.find(sentence)))
    match = regex.compile(MEASURES.write_out(source, {"件", "份"})).search(shape)
    assert match is not None
    start, end = match.span("figure")
    assert sentence[start:end] == found


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("受理<count>", "受理12人"),
        ("受理<count>", "受理12"),
        ("受理<count>", "受理98%"),
        ("受理<gap><count>", "受理、办理12件"),
        ("受理<gap><count>", "受理3人办理12件"),
        ("率<rate>", "率提高2个百分点"),
        ("<count>会议", "第35次会议"),
    ],
)
def test_a_pattern_takes_no_other_figure(source: str, sentence: str) -> None:
    shape = MEASURES.shape(sentence, list(MEASURES.find(sentence)))
    assert regex.compile(MEASURES.write_out(source, {"件", "份", "次"})).search(shape) is None


@given(st.text(alphabet="一二三十百千万成第数余多约近超过不到以上左右百分之点0123456789.,%件次年个“”最跑至-()法 ", max_size=40))
def test_tokens_are_in_order_and_the_shape_has_the_sentences_length(sentence: str) -> None:
    tokens = list(MEASURES.find(sentence))
    assert all(0 <= t.start < t.end <= len(sentence) for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert len(MEASURES.shape(sentence, tokens)) == len(sentence)


def test_to_look_only_where_a_figure_may_begin_loses_none(catalog: Catalog) -> None:
    """The same is found when every character that does not stand inside a row of numerals is tried."""
    quick, everywhere = Measures(catalog.measure_words()), Measures(catalog.measure_words())
    row = rf"(?<=\d)(?<!\d\d)|(?<=[{NUMERALS}])(?:(?<![{NUMERALS}]{{2}})|(?<=[百千])(?=分))"
    everywhere._starts = re.compile(rf"(?s:.)(?:{row}|(?<=[^\d{NUMERALS}]))")
    lines = (Path(__file__).parent / "data" / "clauses.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    texts += [e.text for i in catalog.indicators.values() for e in (*i.examples, *i.counterexamples)]
    assert [text for text in texts if list(quick.find(text)) != list(everywhere.find(text))] == []
