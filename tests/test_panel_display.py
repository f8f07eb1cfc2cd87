"""panel/display.py: a value with its sign, never a bound without one."""

from __future__ import annotations

import math

import pytest

from panel.display import format_number, format_ranks, format_value

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
