"""The words of a number → its value.

Takes folded text (see `folding`): ASCII digits, commas and points, or Chinese numerals, plain (三百零五) or formal
(叁佰), with 万 and 亿. Knows nothing of units, bounds or context. The regular expressions here are bounded and
possessive, so they can stand inside larger ones.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import regex

# 1,264 and 2318 and 0.21. A comma is a thousands mark only before exactly three digits.
ARABIC = r"\d{1,3}(?:,\d{3})++(?:\.\d++)?+|\d++(?:\.\d++)?+"
# 2万3千, 1万2千6百: digits and powers in turn.
MIXED = r"\d{1,4}万\d千(?:\d百)?"
CHINESE_DIGITS = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
CHINESE_TENS = "十百千拾佰仟廿卅"
# 三百八十六, 一万二千, 九十八点五. Groups such as 一百二十万 end in 万 or 亿.
NUMERALS = CHINESE_DIGITS + CHINESE_TENS + "万亿"
CHINESE = rf"[{NUMERALS}]++(?:点[{CHINESE_DIGITS}]++)?+"

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_POWER = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCORE = {"廿": 20, "卅": 30}
_GROUP = {"万": 10_000, "亿": 100_000_000}
# The longest numeral that is one: 999,999,999,999.99亿. What is longer is a code.
_LONGEST = 20
_MIXED = regex.compile(MIXED)
_STEPS = regex.compile(r"(\d+)([万千百])")
_ARABIC = regex.compile(rf"({ARABIC})([万亿千百]?)")


@lru_cache(maxsize=4096)
def parse_number(words: str) -> Decimal | None:
    """The value that `words` state, or None where they are no whole number word (几十, 百分之, "", 1.2.3).

    >>> parse_number("1.2万"), parse_number("三百零五"), parse_number("九十八点五")
    (Decimal('12000'), Decimal('305'), Decimal('98.5'))
    """
    if len(words) > _LONGEST:
        return None
    if _MIXED.fullmatch(words):
        return Decimal(sum(int(digits) * (_GROUP.get(power) or _POWER[power]) for digits, power in _STEPS.findall(words)))
    arabic = _ARABIC.fullmatch(words)
    if arabic:
        value = Decimal(arabic[1].replace(",", ""))
        multiplier = _GROUP.get(arabic[2]) or _POWER.get(arabic[2]) or 1
        return _plain(value * multiplier)
    return _parse_chinese(words)


def _parse_chinese(words: str) -> Decimal | None:
    whole, point, decimals = words.partition("点")
    if point and (not decimals or not whole):
        return None
    value = _digits_in_a_row(whole)
    if value is None:
        value = _parse_groups(whole)
    if value is None:
        return None
    if not point:
        return Decimal(value)
    if any(c not in _DIGIT for c in decimals):
        return None
    return Decimal(f"{value}." + "".join(str(_DIGIT[c]) for c in decimals))


def _digits_in_a_row(words: str) -> int | None:
    """二〇二三 → 2023: digits read out one by one; None for one digit alone, which the groups read as well."""
    if len(words) < 2 or any(c not in _DIGIT for c in words):
        return None
    return int("".join(str(_DIGIT[c]) for c in words))


def _parse_groups(words: str) -> int | None:
    """一百二十万三千 → 1203000: sections under ten thousand, each closed by 亿, 万 or the end."""
    total = section = 0
    digit: int | None = None
    last_power = 0
    if not words:
        return None
    for c in words:
        if c in _DIGIT:
            if digit not in (None, 0):
                return None
            digit = _DIGIT[c]
            last_power = 0 if digit == 0 else last_power
        elif c in _SCORE:
            section += _SCORE[c]
            last_power = 10
        elif c in _POWER:
            section += (1 if digit is None else digit) * _POWER[c]
            digit, last_power = None, _POWER[c]
        elif c in _GROUP:
            section += digit or 0
            total = (total + (section or 1)) * _GROUP[c] if _GROUP[c] > 10_000 else total + (section or 1) * _GROUP[c]
            section, digit, last_power = 0, None, _GROUP[c]
        else:
            return None
    if digit:
        # 三百五 is 350 and 一万二 12000: a last digit straight after a power counts the next power down.
        section += digit * (last_power // 10 if last_power >= 100 else 1)
    return total + section


def _plain(value: Decimal) -> Decimal:
    """The same value without an exponent, so that 12000 does not print as 1.2E+4."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
