"""Figures that tell of one level as it moved."""

from __future__ import annotations

import pytest

from extract.moves import join_moves
from extract.quantities import Measures

MEASURES = Measures("件 个 年 个百分点 天".split(" "))


def _told(sentence: str) -> list[str]:
    """Each figure as its own words, behind ← the words of the figure that it moved from."""
    tokens = join_moves(sentence, MEASURES.find(sentence))
    return [sentence[t.start + t.lead : t.end] + (f"←{sentence[t.old.start : t.old.end]}" if t.old else "") for t in tokens]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("信访由2022年的312件减少到268件", ["268件←312件"]),
        ("受理案件从上年的45件增至83件", ["83件←45件"]),
        ("出庭应诉率由91%提高到96%", ["96%←91%"]),
        ("出庭应诉率由2022年的91%上升至2023年的97%", ["97%←91%"]),
        ("收案首次突破500件,达到538件", ["538件"]),
        ("事项由312个压减为268个,办理率95%", ["268个←312个", "95%"]),
        ("其中由45件增至83件,办结60件", ["83件←45件", "60件"]),
    ],
    ids=str,
)
def test_a_move_is_one_figure(sentence: str, figures: list[str]) -> None:
    assert _told(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("受理45件,办结83件", ["45件", "83件"]),
        ("由司法局受理45件,增加83件", ["45件", "83件"]),
        ("由12个部门受理的45件中,化解率提高到96%", ["12个", "45件", "96%"]),
        ("从2022年起到2023年,办结率95%", ["2022年", "2023年", "95%"]),
        ("出庭应诉率提高2个百分点,达到96%", ["2个百分点", "96%"]),
        ("受理突破500件,化解480件", ["突破500件", "480件"]),
        ("受理500件,达到538件", ["500件", "538件"]),
        ("由20天压缩到5天", ["20天", "5天"]),
    ],
    ids=str,
)
def test_what_is_no_move_stays_apart(sentence: str, figures: list[str]) -> None:
    assert _told(sentence) == figures


def test_the_joined_figure_masks_the_whole_move() -> None:
    sentence = "信访由312件减少到268件。"
    (token,) = join_moves(sentence, MEASURES.find(sentence))
    assert sentence[token.start : token.end] == "由312件减少到268件"
    assert token.lead == len("由312件减少到")
