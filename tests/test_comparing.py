"""Terms → outcome: sums, bounds and rates, and what bounds leave open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.comparing import compare_at_most, compare_ratio, compare_sum
from extract.model import Check, Qualifier, Span, Term

_SIGNS = {"≥": Qualifier.MIN, "≤": Qualifier.MAX, "≈": Qualifier.APPROX}


def term(said: str) -> Term:
    """A figure by its sign, value and words: "≈40 40余件"; the value alone is its own words."""
    value, _, words = said.partition(" ")
    qualifier = _SIGNS.get(value[0], Qualifier.EXACT)
    number = value.lstrip("≥≤≈%").rstrip("%")
    words = words or number
    span = Span(0, len(words))
    return Term("", Decimal(number), qualifier, span, span, words)


def outcome(check: Check | None) -> str | None:
    return None if check is None else str(check.outcome)


@pytest.mark.parametrize(
    ("parts", "whole", "expected"),
    [
        (["240", "197", "149"], "586", "agrees"),
        (["240", "197", "145"], "586", "remainder"),
        (["240", "197", "150"], "586", "exceeds"),
        (["0", "0"], "0", "agrees"),
        (["≈40 40余件", "20"], "71", "remainder"),
        (["≈40 40余件", "20"], "59", "exceeds"),
        (["≈40 40余件", "20"], "61", None),
        (["40", "20"], "≈60 近60件", None),
        (["40", "20"], "≥61 61件以上", "remainder"),
        (["40", "20"], "≥50 50件以上", None),
        (["≥40 40件以上", "20"], "59", "exceeds"),
        (["≥40 40件以上", "20"], "80", None),
        (["12000", "600"], "12600 1.26万件", None),
        (["12000", "700"], "12600 1.26万件", "exceeds"),
    ],
)
def test_sums(parts: list[str], whole: str, expected: str | None) -> None:
    assert outcome(compare_sum("rule", [term(part) for part in parts], term(whole))) == expected


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("22", "41", "agrees"), ("41", "41", "agrees"), ("42", "41", "exceeds"), ("0", "0", "agrees"),
        ("≈40 40余件", "50", "agrees"), ("≈40 40余件", "40", None), ("≈40 40余件", "39", "exceeds"),
        ("41", "≥41 41件以上", "agrees"), ("42", "≥41 41件以上", None), ("≤5 5件以下", "6", "agrees"), ("≤5 5件以下", "4", None),
    ],
)  # fmt: skip
def test_at_most(part: str, whole: str, expected: str | None) -> None:
    assert outcome(compare_at_most("rule", [term(part)], term(whole))) == expected


def test_one_part_that_is_larger_decides_whatever_the_others_leave_open() -> None:
    assert outcome(compare_at_most("rule", [term("≈40 40余件"), term("50")], term("40"))) == "exceeds"


@pytest.mark.parametrize(
    ("rate", "part", "whole", "expected"),
    [
        ("98.36", "180", "183", "agrees"), ("98.4", "180", "183", "agrees"), ("98.3", "180", "183", "cut"),
        ("98", "180", "183", "agrees"), ("98.2", "180", "183", "differs"), ("98.5", "180", "183", "differs"),
        ("98.3 98.30%", "180", "183", "differs"), ("98.3 九十八点三", "180", "183", "cut"), ("90 九成", "180", "200", "agrees"),
        ("100", "183", "183", "agrees"), ("0", "0", "7", "agrees"), ("100", "0", "0", None),
        ("≥95 95%以上", "180", "183", "agrees"), ("≥99 99%以上", "180", "183", "differs"), ("≈98 98%左右", "180", "183", "agrees"),
        ("90", "180", "≈200 200余件", None), ("98", "180", "≈200 200余件", "differs"), ("99.3", "12500 1.25万件", "12600 1.26万件", None),
        ("95", "12500 1.25万件", "12600 1.26万件", "differs"), ("90", "≥180 180件以上", "200", None),
    ],
)  # fmt: skip
def test_ratios(rate: str, part: str, whole: str, expected: str | None) -> None:
    assert outcome(compare_ratio("rule", term(rate), term(part), term(whole))) == expected
