"""Numerals of every kind, and words that are no numeral."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers import parse_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("586", "586"), ("1,264", "1264"), ("12,345,678", "12345678"), ("0.21万", "2100"), ("2万3千", "23000"), ("12万3千5百", "123500"), ("1.2万", "12000"), ("3亿", "300000000"),
        ("98.30", "98.3"), ("100.0", "100"), ("2百", "200"), ("5千", "5000"),
        ("零", "0"), ("两", "2"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("廿", "20"), ("廿二", "22"), ("卅", "30"),
        ("百", "100"), ("一百零八", "108"), ("三百八十六", "386"), ("三百五", "350"), ("两千三百", "2300"), ("两千零五", "2005"),
        ("一万二千", "12000"), ("一万二", "12000"), ("一百二十万", "1200000"), ("三千亿", "300000000000"),
        ("九十八点五", "98.5"), ("九十九点零三", "99.03"), ("零点九", "0.9"), ("二〇二三", "2023"), ("叁佰伍拾", "350"), ("壹", "1"),
    ],
)  # fmt: skip
def test_value(words: str, value: str) -> None:
    assert parse_number(words) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "几十",
        "百分之",
        "点五",
        "九十八点",
        "九十八.五",
        "1.2.3",
        "1,26",
        "12,3456",
        "abc",
        "第三",
        "三来",
        "1.2万万",
        "-5",
        "二三十",
        "五五百",
    ],
)
def test_no_value(words: str) -> None:
    assert parse_number(words) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_arabic_round_trip(number: int) -> None:
    assert parse_number(str(number)) == parse_number(f"{number:,}") == number


@given(st.text(alphabet="零一二三十百千万亿点两0123456789.,", max_size=12))
def test_never_raises(words: str) -> None:
    value = parse_number(words)
    assert value is None or value >= 0
