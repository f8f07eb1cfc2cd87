"""The literals that a pattern cannot do without, and the patterns that a text opens."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import gates
from extract.gates import Gates, find_gates


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(?:收到|接收)行政复议申请", [{"收到行政复议申请", "接收行政复议申请"}]),
        ("(?:行政)?复议(?!机构)(?:申请|案件)?[^,]{0,3}率", [{"复议"}, {"率"}]),
        ("法律援助|法援", [{"法律援助", "法援"}]),
        ("(?:受理|办理)(?P<figure>[12]x*)", [{"受理", "办理"}, {"1", "2"}]),
        ("(?P<figure>[12])受理|受理(?P<figure>[12])", [{"1受理", "2受理", "受理1", "受理2"}]),
        ("(?<!不)受理(?=案)", [{"案"}, {"受理"}]),
        ("(?<=(?:热线|工单)[^。]{0,9})受理", [{"热线", "工单"}, {"受理"}]),
        (r"(?<![\p{Han}])市级", [{"市级"}]),
        ("法制审[查核]", [{"法制审查", "法制审核"}]),
        ("(?:审查|复核)+", [{"审查", "复核"}]),
        ("[甲乙]{1,2}", [{"甲", "乙"}]),
        ("受理|[甲乙]", [{"受理", "甲", "乙"}]),
    ],
)
def test_gates(source: str, expected: list[set[str]]) -> None:
    assert [*find_gates(source)] == expected


@pytest.mark.parametrize("source", ["[^甲乙]", "[一-鿿]", "(?:受理)?", "受{0,2}", "受理|.", "(?i)abc", r"\p{Han}", "(?!受理)."])
def test_no_gates(source: str) -> None:
    assert find_gates(source) == ()


SOURCES = ["受理", "(?:受理|办理)[案件]", "案件?[受办]理", "[案件]{2}", "办.案", "(?:办|受理)案", "件"]


@given(st.lists(st.text(alphabet="受办理案件", max_size=8), max_size=6))
def test_no_pattern_that_matches_is_left_out(texts: list[str]) -> None:
    opened = list(Gates({i: find_gates(source) for i, source in enumerate(SOURCES)}).find_open(texts))
    assert len(opened) == len(texts)
    for text, numbers in zip(texts, opened, strict=True):
        assert numbers == sorted(numbers)
        assert {i for i, source in enumerate(SOURCES) if re.search(source, text)} <= set(numbers)


def test_a_pattern_opens_only_where_all_its_gates_do() -> None:
    opened = Gates({4: find_gates("受理<?案[件卷]"), 7: find_gates(".")}).find_open(["受理案件", "受理案子", "案件"])
    assert list(opened) == [[4, 7], [7], [7]]


def test_a_long_text_is_searched_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gates, "_WINDOW", 3)
    texts = ["案件受理", "", "受", "理案件", "不受理"]
    assert list(Gates({0: [frozenset({"受理"})], 1: [frozenset({"案件"})]}).find_open(texts)) == [[0, 1], [], [], [1], [0]]
