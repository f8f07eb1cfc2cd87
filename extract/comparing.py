"""Terms of a relation → the check: whether it holds between the figures as printed, as far as these decide it.

Bounds (95%以上) and approximations (40余) are intervals: where they leave a relation open there is no check. A rate agrees
with its counts when they give it rounded to the decimals printed; where they give it cut there (180 of 183 as 98.3), that is
said. Nothing is repaired.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import regex

from .folding import fold
from .intervals import printed_interval
from .model import Check, Holds, Outcome, Qualifier, Term

_SIGNS = {Qualifier.EXACT: "", Qualifier.MIN: "≥", Qualifier.MAX: "≤", Qualifier.APPROX: "≈"}
_DECIMALS = regex.compile(r"[.点]([\d零〇一二三四五六七八九]++)")
_Interval = tuple[Decimal, Decimal]


def compare_sum(rule: str, parts: Sequence[Term], whole: Term) -> Check | None:
    """Whether the parts add up to the whole; None where bounds leave it open."""
    intervals = [_interval(part) for part in parts]
    low, high = sum((low for low, _ in intervals), Decimal(0)), sum((high for _, high in intervals), Decimal(0))
    least, most = _interval(whole)
    if high < least:
        outcome, sign = Outcome.REMAINDER, "<"
    elif low > most:
        outcome, sign = Outcome.EXCEEDS, ">"
    elif low == high == least == most:
        outcome, sign = Outcome.AGREES, "="
    else:
        return None
    added = " + ".join(map(_shown, parts)) + ("" if low != high else f" = {low}")
    sums = f"{added} {sign} {_shown(whole)}" if outcome is not Outcome.AGREES else added
    return Check(rule, Holds.SUM, (*parts, whole), outcome, sums)


def compare_at_most(rule: str, parts: Sequence[Term], whole: Term) -> Check | None:
    """Whether each part is at most the whole; None where bounds leave it open for one of them and none is larger."""
    least, most = _interval(whole)
    larger = [part for part in parts if _interval(part)[0] > most]
    if not larger and any(_interval(part)[1] > least for part in parts):
        return None
    outcome = Outcome.EXCEEDS if larger else Outcome.AGREES
    sums = "; ".join(f"{_shown(part)} {'>' if part in larger else '≤'} {_shown(whole)}" for part in parts)
    return Check(rule, Holds.AT_MOST, (*parts, whole), outcome, sums)


def compare_ratio(rule: str, rate: Term, part: Term, whole: Term) -> Check | None:
    """Whether the rate is part over whole in percent; None where the whole is nought or bounds leave it open."""
    (part_low, part_high), (whole_low, whole_high) = _interval(part), _interval(whole)
    if whole_low <= 0 or not part_high.is_finite() or not whole_high.is_finite():
        return None
    low, high = part_low * 100 / whole_high, part_high * 100 / whole_low
    if low == high and rate.qualifier is Qualifier.EXACT:
        step = Decimal(1).scaleb(-_decimals(rate))
        agrees, cut = (rate.value == low.quantize(step, how) for how in (ROUND_HALF_UP, ROUND_DOWN))
        outcome = Outcome.AGREES if agrees else Outcome.CUT if cut else Outcome.DIFFERS
    else:
        least, most = _printed(rate)
        if least <= low and high <= most:
            outcome = Outcome.AGREES
        elif high < least or low > most:
            outcome = Outcome.DIFFERS
        else:
            return None
    exact = f" ({low:.2f})" if low == high else ""
    sign = "≠" if outcome is Outcome.DIFFERS else "="
    sums = f"{_shown(rate)} {sign} {_shown(part)} ÷ {_shown(whole)} × 100{exact}"
    return Check(rule, Holds.RATIO, (rate, part, whole), outcome, sums)


def _interval(term: Term) -> _Interval:
    """What the figure leaves open; a count and a rate are no less than nought."""
    return printed_interval(term.value, term.qualifier, _words(term))


def _printed(rate: Term) -> _Interval:
    """What a printed rate may stand for: rounded it lies half a step about the figure, cut up to a step above it."""
    if rate.qualifier is not Qualifier.EXACT:
        return _interval(rate)
    step = Decimal(1).scaleb(-_decimals(rate))
    return rate.value - step / 2, rate.value + step


def _decimals(rate: Term) -> int:
    """How many decimals a rate is printed in: two in 98.30%, none in 九成."""
    found = _DECIMALS.search("".join(fold(_words(rate)).split()))
    return len(found[1]) if found else max(0, -int(rate.value.as_tuple().exponent))


def _words(term: Term) -> str:
    """The figure's own words."""
    return term.quote[term.figure.start - term.span.start : term.figure.end - term.span.start]


def _shown(term: Term) -> str:
    return f"{_SIGNS[term.qualifier]}{term.value}"
