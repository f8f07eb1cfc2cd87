"""Values, qualifiers and units → the short text shown in cells, labels and axes; faults of files → their sentences.

A value is never shown without its qualifier: 95%以上 is "≥95%", never "95%".
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from extract.catalog import Catalog
from extract.errors import FaultKind
from extract.model import UNSTATED, Reading
from panel.words import LANGUAGES, WORDS

SIGNS = {"exact": "", "min": "≥", "max": "≤", "approx": "≈"}
DECIMALS = 4


def format_number(number: float, lang: str = "zh", decimals: int = DECIMALS) -> str:
    """A number with the decimals it needs, at most `decimals`: 586, 98.36. English groups thousands: 4,000.

    What is not quite 100 or 0 is not rounded to it: it gets the decimals that tell, four at most. NaN raises ValueError.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no language {lang!r}; there are {', '.join(LANGUAGES)}")
    if math.isnan(number):
        raise ValueError("a missing value has no text: say its cause instead")
    if math.isinf(number):
        return "∞" if number > 0 else "-∞"
    if round(number, decimals) in (0, 100) and number not in (0, 100):
        decimals = DECIMALS
    text = f"{number:,.{decimals}f}" if lang == "en" else f"{number:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return "0" if text == "-0" else text


def format_value(value: float, qualifier: str, unit: str, lang: str = "zh", decimals: int = DECIMALS) -> str:
    """The value as read: "≥95%", "≤4%", "≈4000", "586". Only percent is written at the number; other units stand in heads.

    `decimals` are those of the indicator, where one is shown.
    """
    return f"{SIGNS[str(qualifier)]}{format_number(value, lang, decimals)}{'%' if unit == '%' else ''}"


def format_earlier(kind: str, value: float, qualifier: str, unit: str, lang: str = "zh") -> str:
    """What is told of the year before: "91%" and "42" for a level, "+10.75%", "-2.1 points" and "≥+12" for a change."""
    if kind == "level":
        return format_value(value, qualifier, unit, lang)
    number = f"{SIGNS[str(qualifier)]}{'+' if value > 0 else ''}{format_number(value, lang)}"
    if kind == "change_points":
        return f"{number}{'' if lang == 'zh' else ' '}{WORDS.say('points', lang)}"
    return f"{number}%" if kind == "change_percent" else number


def describe_base(base: str, lang: str = "zh") -> str:
    """What a rate divides by: the report's words, or in words that they don't say."""
    return WORDS.say("base.unstated", lang) if base == UNSTATED else base


def describe_operands(text: str, reading: Reading, *, offsets: bool = False) -> str:
    """The figures that a reading is worked out from, as written: "22件 ÷ 41件" of a rate, "3件 + 4件" of a sum; "" without any.

    `offsets` adds the characters of the text where each stands: "22件 [9–12] ÷ 41件 [5–8]".
    """
    told = [text[span.start : span.end] + (f" [{span.start}–{span.end}]" if offsets else "") for span in reading.operands]
    return (" ÷ " if reading.unit == "%" else " + ").join(told)


def format_ranks(best: int, worst: int, *, shared: bool = False) -> str:
    """A rank as text: "3", "3=" where it is shared, "3–7" where bounds leave it open."""
    if best != worst:
        return f"{best}–{worst}"
    return f"{best}=" if shared else str(best)


def describe_failure(kind: FaultKind, fields: Mapping[str, str], lang: str = "zh") -> tuple[str, str]:
    """What is wrong with a file and what to do, each a sentence without its full stop; the fields are those of a Failure."""
    named = {**fields, "content": WORDS.say(f"content.{fields['content']}", lang)} if "content" in fields else fields
    return WORDS.say(f"problem.{kind}", lang, **named), WORDS.say(f"cure.{kind}", lang, **named)


def unit_name(catalog: Catalog, unit_id: str, lang: str) -> str:
    """A unit as heads and labels have it: 件, or "cases or items"; % in either language."""
    return unit_id if lang == "zh" or unit_id == "%" else catalog.units[unit_id].name_en
