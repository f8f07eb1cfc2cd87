"""charts/_text.py: nothing of a report's text is taken for markup, nothing is lost when a line is broken."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts._text import escape, lines_in, to_label, width_of, wrap

ESCAPED = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("<b>粗</b>", "&lt;b&gt;粗&lt;/b&gt;"),
    ("a & b", "a &amp; b"),
    ("&lt;", "&amp;lt;"),
    ("$x^2$", "&#36;x^2&#36;"),
    ("%{x}", "%{x}"),
    ("=1+1", "=1+1"),
    ("一\n二\t三", "一 二 三"),
    ("泗门镇", "泗门镇"),
]


@pytest.mark.parametrize(("text", "escaped"), ESCAPED, ids=[row[0] for row in ESCAPED])
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


WRAPPED = [
    ("", 100, []),
    ("   ", 100, []),
    ("泗门镇", 100, ["泗门镇"]),
    ("一二三四五六七八", 40, ["一二三四", "五六七八"]),
    ("一二三四,五六", 40, ["一二三", "四,五六"]),
    ("一二三四，五六", 40, ["一二三", "四，五六"]),
    ("一二三四五：六", 50, ["一二三四", "五：六"]),
    ("一二三四五；", 50, ["一二三四", "五；"]),
    ("一二三四）。五", 50, ["一二三", "四）。五"]),
    ("一二三（四五）六", 40, ["一二三", "（四五）", "六"]),
    ("not reported does not mean none", 100, ["not reported does not", "mean none"]),
    ("2019–2023 年", 60, ["2019–2023", "年"]),
    ("abcdefghijklmnop", 33, ["abcdef", "ghijkl", "mnop"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED, ids=[row[0] or "nothing" for row in WRAPPED])
def test_wrap(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width, 10) == lines


@given(st.text(max_size=80), st.integers(20, 400))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width, 12)).split()) == "".join(text.split())


@given(st.text(max_size=80), st.integers(20, 400))
def test_a_label_is_the_text_once_plotly_has_read_it(text: str, width: int) -> None:
    label = to_label(text, width, 12)
    assert "<" not in label.replace("<br>", "")
    assert "".join(html.unescape(label.replace("<br>", "")).split()) == "".join(text.split())


PHRASES = st.lists(st.sampled_from(["一", "二三", "四，", "五。", "（六）；", "“七”、", "八：", "98%，", "2022 年"]), max_size=30)


@given(PHRASES.map("".join), st.integers(60, 200))
def test_no_line_begins_or_ends_with_a_mark_that_belongs_to_its_neighbour(text: str, width: int) -> None:
    lines = wrap(text, width, 10)
    assert [line for line in lines if line[0] in "，。；：）、”"] == []
    assert [line for line in lines if line[-1] in "（“"] == []
    assert [line for line in lines if width_of(line, 10) > width] == []


def test_width_counts_wide_and_narrow_characters() -> None:
    assert width_of("泗门镇", 10) == 30
    assert width_of("abc", 10) == pytest.approx(16.5)
    assert width_of("", 10) == 0


def test_lines_in() -> None:
    assert lines_in([]) == 1
    assert lines_in(["一", "一<br>二<br>三"]) == 3


@given(st.text(max_size=80), st.integers(20, 400))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert [line for line in wrap(text, width, 12) if width_of(line, 12) > width] == []


BROKEN = [
    ("一二三四\uff0c五六", ["一二三", "四\uff0c五六"], "a comma does not begin a line"),
    ("一二三\uff08四五\uff09", ["一二三", "\uff08四五\uff09"], "a bracket does not end a line"),
    ("一二三\uff08四\uff09\uff0c五", ["一二三", "\uff08四\uff09\uff0c", "五"], "several marks stay with their word"),
    ("\uff0c\uff0c\uff0c\uff0c\uff0c", ["\uff0c" * 4, "\uff0c"], "marks alone are broken anywhere"),
]


@pytest.mark.parametrize(("text", "lines", "why"), BROKEN, ids=[row[2] for row in BROKEN])
def test_marks_stay_with_their_words(text: str, lines: list[str], why: str) -> None:
    assert wrap(text, 40, 10) == lines
