"""A paragraph into sentences, and what is longer than any into pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import sentences
from extract.model import Span
from extract.sentences import split_sentences


def _told(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理3件。办结2件!", ["受理3件。", "办结2件!"]),
        ("他说“好。”又办结2件", ["他说“好。”", "又办结2件"]),
        ("一是学;二是做;再做", ["一是学;", "二是做;再做"]),
        ("真的?!。 好 。", ["真的?!。", "好 。"]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙丙丁戊,己庚辛壬癸,子丑", ["甲乙丙丁戊,", "己庚辛壬癸,子丑"]),
        ("甲乙丙丁戊己庚辛壬癸子丑", ["甲乙丙丁戊己庚辛壬癸", "子丑"]),
        ("甲乙丙丁戊己庚辛123456件", ["甲乙丙丁戊己庚辛123456", "件"]),
        ("甲乙丙丁戊己1,234,567件子", ["甲乙丙丁戊己1,234,567", "件子"]),
        ("甲乙丙丁戊己庚辛壬三百二十件", ["甲乙丙丁戊己庚辛壬三百二十", "件"]),
    ],
)
def test_what_is_too_long_is_parted(text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "LONGEST", 10)
    assert _told(text) == expected


@given(st.text(alphabet="甲。;,、1三 \n”二是", max_size=60))
def test_sentences_are_in_order_and_lose_nothing_but_blanks(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(_told(text)).split()) == "".join(text.split())
    assert all(words == words.strip() and words for words in _told(text))
