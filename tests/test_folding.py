"""Folding: one character for one, idempotent, and nothing altered in a plain simplified text."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

FOLDED = {
    "full width rate": ("办结率达９８．３％", "办结率达98.3%"),
    "full width letters and signs": ("ＰＤＡ违停抄告！是吗？", "PDA违停抄告!是吗?"),
    "full width punctuation": ("受理４１件，审结１８件；其中：（一）", "受理41件,审结18件;其中:(一)"),
    "small forms": ("占比﹙全镇﹚98﹒5﹪", "占比(全镇)98.5%"),
    "no-break spaces": ("首页\xa0>\xa0街镇", "首页 > 街镇"),
    "ideographic and en spaces": ("　　一、\u2002主要", "  一、 主要"),
    "thin and zero width spaces": ("197\u2009件\u200b共", "197 件 共"),
    "byte order mark inside": ("前\ufeff后", "前 后"),
    "tab and carriage return": ("表\t格\r\n", "表 格 \n"),
    "dashes": ("2015—2020年–2022―2025－2026−1", "2015-2020年-2022-2025-2026-1"),
    "Kangxi radicals": ("⾏政执法⽤⼈⼝⽅", "行政执法用人口方"),
    "radicals supplement": ("⻓期⻔户⻅⻋⻚⻛⻝⻢⻥⻦⻩⻰", "长期门户见车页风食马鱼鸟黄龙"),
    "radical of a traditional form": ("⾒⾨⿓", "见门龙"),
    "compatibility ideographs": ("\uf9e1\uf9f1", "李隣"),
    "traditional": ("依法行政報告：辦結率達到百分之九十八", "依法行政报告:办结率达到百分之九十八"),
    "traditional with 後 and 裏": ("今後、這裏、臺灣", "今后、这里、台湾"),
}


@pytest.mark.parametrize(("text", "expected"), FOLDED.values(), ids=FOLDED)
def test_folds(text: str, expected: str) -> None:
    assert fold(text) == expected


KEPT = {
    "ideographic stops": "第一,第二。第三、第四",
    "quotation marks": "“最多跑一次”‘一件事’《条例》〔2021〕3号「四议」",
    "newline": "一行\n又一行\n",
    "numerals in other forms": "①②③ⅠⅡ㈠½²",
    "characters valid in simplified texts too": "著名乾县皇后干部公里征求面粉范围丑松台冲只云发复制系",
    "place names": "於潜镇、乾县、瞭望街道",
    "chinese numerals": "百分之九十八点三,四十余件,〇",
    "plain": "全年共收到行政复议申请41件,受理22件,审结18件。",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_keeps(text: str) -> None:
    assert fold(text) == text


def test_every_space_of_unicode_becomes_a_plain_one() -> None:
    spaces = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Zs"]
    assert fold("".join(spaces)) == " " * len(spaces)


def test_no_character_of_gb2312_ideographs_changes_but_three() -> None:
    ideographs = [chr(code) for code in range(0x4E00, 0x9FA6) if chr(code).encode("gb2312", "ignore")]
    assert [char for char in ideographs if fold(char) != char] == ["後", "徵", "麽"]


def test_thousands_of_traditional_characters_are_known() -> None:
    big5 = [chr(code) for code in range(0x4E00, 0x9FA6) if chr(code).encode("big5", "ignore")]
    assert sum(fold(char) != char for char in big5) > 2300


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_seeds_keep_their_length_and_ideographs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    folded = fold(text)
    assert len(folded) == len(text)
    assert [c for c in folded if "一" <= c <= "龥"] == [c for c in text if "一" <= c <= "龥"]


@given(st.text())
def test_length_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x7E, min_codepoint=0x20) | st.just("\n")))
def test_ascii_untouched(text: str) -> None:
    assert fold(text) == text


@given(st.text())
def test_no_digit_invented_lost_or_changed(text: str) -> None:
    for before, after in zip(text, fold(text), strict=True):
        assert after == before or unicodedata.decimal(after, None) == unicodedata.decimal(before, None)


def test_every_code_point_alone() -> None:
    for code in range(0x30000):
        char = chr(code)
        folded = fold(char)
        assert len(folded) == 1
        assert fold(folded) == folded
        assert unicodedata.decimal(folded, None) == unicodedata.decimal(char, None) or folded == char
