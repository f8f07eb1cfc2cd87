"""panel/display.py: a value with its sign, never a bound without one; a fault in the language of the reader."""

from __future__ import annotations

import math

import pytest

from extract.errors import Content, FaultKind, describe
from panel.display import describe_failure, format_number, format_ranks, format_value

VALUES = [
    (95.0, "min", "%", "zh", "≥95%"),
    (4.0, "max", "%", "zh", "≤4%"),
    (4000.0, "approx", "件", "zh", "≈4000"),
    (4000.0, "approx", "件", "en", "≈4,000"),
    (586.0, "exact", "件", "zh", "586"),
    (0.0, "exact", "件", "zh", "0"),
    (0.0, "exact", "%", "zh", "0%"),
    (-0.0, "exact", "件", "zh", "0"),
    (98.36, "exact", "%", "zh", "98.36%"),
    (100.0, "exact", "%", "en", "100%"),
    (33.333333, "exact", "%", "zh", "33.3333%"),
    (1234567.0, "exact", "条", "en", "1,234,567"),
    (1234567.5, "exact", "万元", "zh", "1234567.5"),
    (0.3, "exact", "%", "zh", "0.3%"),
]


@pytest.mark.parametrize(("value", "qualifier", "unit", "lang", "text"), VALUES, ids=[row[-1] for row in VALUES])
def test_values(value: float, qualifier: str, unit: str, lang: str, text: str) -> None:
    assert format_value(value, qualifier, unit, lang) == text


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (98.366, 2, "98.37"), (98.3, 2, "98.3"), (98.0, 2, "98"), (98.366, 0, "98"), (120.0, 0, "120"), (1234.5, 1, "1234.5"),
        (99.996, 2, "99.996"), (99.99999, 2, "100"), (0.004, 2, "0.004"), (100.0, 2, "100"), (0.0, 2, "0"), (100.0, 0, "100"),
    ],
)  # fmt: skip
def test_decimals_are_the_indicator_s_but_nothing_becomes_all_or_none(number: float, decimals: int, text: str) -> None:
    assert format_number(number, "zh", decimals) == text


def test_a_missing_value_has_no_text() -> None:
    with pytest.raises(ValueError, match="cause"):
        format_value(math.nan, "exact", "件")


def test_an_unknown_qualifier_raises() -> None:
    with pytest.raises(KeyError):
        format_value(1.0, "around", "件")


def test_an_unknown_language_raises() -> None:
    with pytest.raises(ValueError, match="no language"):
        format_number(1.0, "fr")


@pytest.mark.parametrize(("number", "text"), [(math.inf, "∞"), (-math.inf, "-∞")])
def test_no_limit(number: float, text: str) -> None:
    assert format_number(number) == text


@pytest.mark.parametrize(
    ("best", "worst", "shared", "text"), [(3, 3, False, "3"), (3, 3, True, "3="), (3, 7, False, "3–7"), (1, 2, True, "1–2")]
)
def test_ranks(best: int, worst: int, shared: bool, text: str) -> None:
    assert format_ranks(best, worst, shared=shared) == text


DISGUISED = {"content": Content.PNG, "suffix": ".txt", "formats": ".txt"}
FAILURES = [
    (FaultKind.EMPTY, {}, "zh", ("文件是空的", "请从来源处重新获取")),
    (FaultKind.EMPTY, {}, "en", ("the file is empty", "get it again from where it came")),
    (FaultKind.OTHER_KIND, DISGUISED, "zh", ("文件名的后缀是 .txt，内容却是图片（PNG）", "请把其中的文字存为 .txt 文件")),
    (FaultKind.OTHER_KIND, DISGUISED, "en", ("it is a picture (PNG) under the name of a .txt file", "give its text as .txt")),
    (FaultKind.UNOPENED, {"reason": "{x}<b>"}, "zh", ("文件打不开（{x}<b>）", "请检查文件是否还在、是否允许读取")),
]


@pytest.mark.parametrize(("kind", "fields", "lang", "said"), FAILURES, ids=[f"{row[0]} {row[2]}" for row in FAILURES])
def test_failures(kind: FaultKind, fields: dict[str, str], lang: str, said: tuple[str, str]) -> None:
    assert describe_failure(kind, fields, lang) == said
    assert describe_failure(kind, fields, "en") == describe(kind, fields)


def test_a_failure_in_an_unknown_language_raises() -> None:
    with pytest.raises(ValueError, match="no language"):
        describe_failure(FaultKind.EMPTY, {}, "fr")
