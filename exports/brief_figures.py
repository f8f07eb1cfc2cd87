"""A figure, its ranks or its change → the words of a brief: 不低于 95%, 约 1.2 万件, 并列第 2 名, 上升 3 个百分点.

A bound is said as the weaker of the two words that it may stand for (以上 and 超过 are both 不低于), and never without it. Numbers are
those that the pages show: as many decimals as the indicator has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from exports._words_brief import BRIEF
from extract.catalog import Catalog
from extract.model import UNSTATED
from panel.change import Change
from panel.display import describe_base, format_number, unit_name
from panel.statements import Figure, Moved, Ranks

# Chinese counts by ten thousands: said so from there on where that loses no digit but for two decimals.
_TEN_THOUSAND, _CENT = 10_000, 100
_HAN = "[㐀-鿿]"
_BEFORE, _AFTER = re.compile(f"(?<={_HAN})(?=[0-9A-Za-z+-])"), re.compile(f"(?<=[0-9A-Za-z%])(?={_HAN})")


def say_figure(figure: Figure, catalog: Catalog, lang: str, *, of_what: bool) -> str:
    """The value with its bound, unit and basis; its base and scope too, as far as they are told, where `of_what`."""
    if figure.value is None:
        raise ValueError("a blank has no figure: say its cause instead")
    number = say_number(figure.value, figure.unit, figure.indicator, catalog, lang)
    rate = ".%" if figure.unit == "%" and figure.qualifier in ("min", "max") else ""
    told = fill(f"figure.{figure.qualifier}{rate}", lang, {"number": number})
    if figure.basis in ("computed", "implied"):
        told += BRIEF.say(f"basis.{figure.basis}", lang)
    if of_what and figure.base and figure.base != UNSTATED:
        told += BRIEF.say("of_base", lang, base=describe_base(figure.base, lang))
    return told + (BRIEF.say("of_scope", lang, scope=figure.scope) if of_what and figure.scope else "")


def say_number(value: float, unit: str, indicator: str, catalog: Catalog, lang: str) -> str:
    """A number with its unit: 98.6%, 1.2 万件, 4,000 (cases)."""
    decimals = catalog.indicators[indicator].decimals if indicator in catalog.indicators else 4
    if unit == "%":
        return f"{format_number(value, lang, decimals)}%"
    named = unit_name(catalog, unit, lang) if unit in catalog.units else unit
    if BRIEF.say("wan", lang) and value >= _TEN_THOUSAND and value % _CENT == 0:
        return fill(
            "number.unit", lang, {"number": format_number(value / _TEN_THOUSAND, lang, 2), "unit": BRIEF.say("wan", lang) + named}
        )
    return (
        fill("number.unit", lang, {"number": format_number(value, lang, decimals), "unit": named})
        if named
        else format_number(value, lang)
    )


def say_ranks(ranks: Ranks, lang: str) -> str:
    """A rank, a shared one, or the range in which it lies."""
    if ranks.best != ranks.worst:
        return fill("rank.open", lang, {"best": str(ranks.best), "worst": str(ranks.worst)})
    return fill("rank.shared" if ranks.shared else "rank", lang, {"best": str(ranks.best)})


def say_change(moved: Moved, indicator: str, catalog: Catalog, lang: str) -> str:
    """Which way and by how much it surely changed, or that this can't be judged."""
    found, points = moved.change, ".%" if moved.unit == "%" else ""
    if found is None:
        return BRIEF.say("change.endless", lang)
    if found.low == found.high == 0:
        return BRIEF.say("change.stayed", lang)
    if not found.sign:
        low, high = (_size(end, found, moved.unit, indicator, catalog, lang, signed=True) for end in (found.low, found.high))
        return fill(f"change.open{points}", lang, {"low": low, "high": high})
    ends = sorted({abs(found.low), abs(found.high)})
    sizes = [_size(end, found, moved.unit, indicator, catalog, lang) for end in ends]
    size = sizes[0] if len(sizes) == 1 else fill("between", lang, {"low": sizes[0], "high": sizes[1]})
    return fill(f"change.{'rose' if found.sign > 0 else 'fell'}{points}", lang, {"size": size})


def _size(size: float, found: Change, unit: str, indicator: str, catalog: Catalog, lang: str, *, signed: bool = False) -> str:
    sign = "+" if signed and size > 0 else ""
    if unit == "%":
        return f"{sign}{format_number(size, lang)}"
    return f"{sign}{format_number(size, lang)}%" if found.relative else sign + say_number(size, unit, indicator, catalog, lang)


def fill(key: str, lang: str, fields: Mapping[str, str]) -> str:
    """The sentence of a key with its fields, blanks between Chinese and digits where the two meet."""
    return join_words(
        (part for words, name in BRIEF.pieces(key, lang) for part in (words_of(words, lang), fields[name] if name else "")), lang
    )


def words_of(words: str, lang: str) -> str:
    """Words of the table themselves, with the blanks that Chinese has around digits."""
    return _AFTER.sub(" ", _BEFORE.sub(" ", words)) if lang == "zh" else words


def join_words(parts: Iterable[str], lang: str) -> str:
    """Parts one after another, in Chinese with a blank where one ends in a character and the next begins with a digit, or the
    other way round. Within a part, which may be of a report, nothing changes."""
    told = ""
    for part in parts:
        told += gap(told, part, lang) + part
    return told


def gap(before: str, after: str, lang: str) -> str:
    """The blank that belongs between two stretches of words."""
    if lang != "zh" or not before or not after:
        return ""
    meeting = before[-1] + after[0]
    return " " if _BEFORE.search(meeting) or _AFTER.search(meeting) else ""
