"""Clauses without their white space, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold
from extract.model import Clause, Role, Span
from extract.passages import Floor, Passage, Topics, squeeze
from extract.quantities import Measures

MEASURES = Measures(["件", "个", "条"])
TOPICS = Topics({"petitions": "信访", "urban": "数字城管(?:[^,;。]{0,8}信访投诉案件)?", "hotline": "热线"})


def _passage(text: str) -> Passage:
    clause, folded = Clause(Span(0, len(text)), Role.WORK), fold(text)
    plain = squeeze(folded, clause.span)
    tokens = list(MEASURES.find(plain))
    (said,) = TOPICS.find([plain])
    return Passage(clause, folded, plain, MEASURES.shape(plain, tokens), {t.start: t for t in tokens}, said, Floor())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("调解案件 1 02 件", "调解案件102件"),
        ("成功率9 8.5%", "成功率98.5%"),
        ("99.\n2%", "99.2%"),
        ("矛盾纠\n纷３件", "矛盾纠纷3件"),
        ("2023 15件", "2023 15件"),
        ("12  34件", "12  34件"),
        ("无空格", "无空格"),
    ],
)
def test_white_space_goes_unless_it_parts_two_numbers(text: str, plain: str) -> None:
    assert _passage(text).plain == plain


@given(st.text(alphabet="信访热线办结 \n\t12，,。３%件", max_size=40))
def test_every_span_leads_back_to_its_words(text: str) -> None:
    passage = _passage(text)
    assert len(passage.plain) == len(passage.shape)
    for start in range(len(passage.plain)):
        span = passage.span(start, len(passage.plain))
        assert 0 <= span.start < span.end <= len(text)
        assert len(text[span.start : span.end].split()) >= 1


def test_a_paragraph_is_on_the_topic_named_last() -> None:
    floor = Floor()
    told = [floor.topic()]
    for named in TOPICS.find(["信访与热线", "办结", "信访", "满意"]):
        floor.add(named)
        told.append(floor.topic())
    floor.clear()
    assert [*told, floor.topic()] == [None, "hotline", "hotline", "petitions", "petitions", None]


def test_a_stretch_between_commas_has_a_bound() -> None:
    assert _passage("信访,办结3件,热线").segment(4, 5) == (3, 7)
    assert _passage("信" * 5000).segment(2000, 2010) == (1500, 2510)
