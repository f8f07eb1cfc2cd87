"""Evidence: the words under a span, and segments that tile a text under overlapping marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.evidence import Segment, lit, quote
from extract.model import Span

TEXT = "受理41件。办结率达98.3%!“及时率100%。”\n\u3000\u3000无诉讼案件"


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_quote_gives_the_words() -> None:
    assert quote(TEXT, span_of("办结率达98.3%")) == "办结率达98.3%"


OUTSIDE = [Span(-1, 3), Span(0, 0), Span(3, 2), Span(0, 99), Span(99, 100)]


@pytest.mark.parametrize("span", OUTSIDE, ids=str)
def test_a_span_outside_the_text_is_a_fault(span: Span) -> None:
    for work in (lambda: quote(TEXT, span), lambda: lit(TEXT, [(span, "a")])):
        with pytest.raises(ValueError, match="does not lie in a text"):
            work()


LIT = {
    "no marks": ("abc", [], [(0, 3, "")]),
    "one mark": ("abcde", [(1, 3, "x")], [(0, 1, ""), (1, 3, "x"), (3, 5, "")]),
    "whole text": ("abc", [(0, 3, "x")], [(0, 3, "x")]),
    "two overlap": ("abcdef", [(0, 4, "x"), (2, 6, "y")], [(0, 2, "x"), (2, 4, "xy"), (4, 6, "y")]),
    "one in another": ("abcdef", [(0, 6, "x"), (2, 4, "y")], [(0, 2, "x"), (2, 4, "xy"), (4, 6, "x")]),
    "order as given": ("abcd", [(0, 4, "y"), (0, 4, "x")], [(0, 4, "yx")]),
    "touching": ("abcd", [(0, 2, "x"), (2, 4, "y")], [(0, 2, "x"), (2, 4, "y")]),
    "one key touching itself is one": ("abcd", [(0, 2, "x"), (2, 4, "x")], [(0, 4, "x")]),
    "the same mark twice": ("abcd", [(1, 3, "x"), (1, 3, "x")], [(0, 1, ""), (1, 3, "x"), (3, 4, "")]),
    "nothing to light": ("", [], []),
}


@pytest.mark.parametrize(("text", "marks", "expected"), LIT.values(), ids=LIT)
def test_lit(text: str, marks: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]) -> None:
    segments = lit(text, [(Span(start, end), key) for start, end, key in marks])
    assert segments == [Segment(start, end, tuple(keys)) for start, end, keys in expected]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[tuple[Span, int]]]:
    text = draw(st.text(min_size=1, max_size=40))
    starts = st.integers(0, len(text) - 1)
    spans = starts.flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end)))
    return text, draw(st.lists(st.tuples(spans, st.integers(0, 3)), max_size=8))


@given(marked())
def test_segments_tile_the_text_and_know_every_mark(case: tuple[str, list[tuple[Span, int]]]) -> None:
    text, marks = case
    segments = lit(text, marks)
    assert "".join(text[s.start : s.end] for s in segments) == text
    for segment in segments:
        assert segment.start < segment.end
    for before, after in pairwise(segments):
        assert before.end == after.start
        assert before.keys != after.keys
    for position in range(len(text)):
        here = next(s for s in segments if s.start <= position < s.end)
        assert set(here.keys) == {key for span, key in marks if span.start <= position < span.end}
