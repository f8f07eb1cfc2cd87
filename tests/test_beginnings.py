"""The characters that a match may begin with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.beginnings import find_beginnings


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("受理", "受"),
        (r"(?<!\d)(?:超过)?[一二]|\d+件", r"\d一二超"),
        ("(?:第)?+(?:三|四)", "三四第"),
        ("(?=受)[一-三]", "一-三"),
        ("(?>[-]|近)3", r"\-近"),
    ],
)
def test_beginnings(source: str, expected: str) -> None:
    assert find_beginnings(source) == expected


@pytest.mark.parametrize("source", [".", "[^甲]", r"\w", "甲?", "甲*|乙", "(?:)"])
def test_anything_is_no_beginning(source: str) -> None:
    with pytest.raises(ValueError, match=r"anything|nothing"):
        find_beginnings(source)


@given(st.text(alphabet="超过一二件12x", max_size=12))
def test_no_match_begins_elsewhere(text: str) -> None:
    source = r"(?:超过?)?(?:[一二]{1,2}|\d+(?=件))|过{2}"
    beginning = re.compile(f"[{find_beginnings(source)}]")
    assert all(beginning.match(found[0]) for found in re.finditer(source, text))
