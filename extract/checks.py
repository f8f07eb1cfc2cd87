"""Readings → the report's own arithmetic: relations that the catalogue declares, compared and never repaired.

`at_most` holds where a value is no larger than another's (审结 ≤ 受理 ≤ 收案); `ratio` where a stated rate agrees with the
two counts it is made of, rounded or cut to the decimals in which it is printed (180 of 183 printed as 98.3 is cut).
Bounds (95%以上) and approximations are compared as far as they decide; what they leave open is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from .catalog import Catalog
from .model import Check, Outcome, Qualifier, Reading


def check_arithmetic(readings: Sequence[Reading], catalog: Catalog) -> tuple[Check, ...]:
    """The checks of one report, in the catalogue's order; a relation whose readings are not all given makes none."""
    mains = {r.indicator_id: r for r in readings if r.main and r.qualifier is Qualifier.EXACT}
    return tuple(_compare(mains, catalog))


def _compare(mains: Mapping[str, Reading], catalog: Catalog) -> Iterator[Check]:
    for indicator in catalog.indicators.values():
        reading = mains.get(indicator.id)
        for check in indicator.checks:
            others = tuple(mains[i] for i in check.indicators if i in mains)
            if reading is None or len(others) < len(check.indicators):
                continue
            if check.relation == "at_most":
                yield _compare_at_most(reading, others[0])
            else:
                yield from _compare_ratio(reading, *others)


def _compare_at_most(smaller: Reading, larger: Reading) -> Check:
    rule = f"{smaller.indicator_id} <= {larger.indicator_id}"
    outcome = Outcome.AGREES if smaller.value <= larger.value else Outcome.DIFFERS
    return Check(rule, (smaller, larger), outcome, f"{smaller.value} ≤ {larger.value}")


def _compare_ratio(rate: Reading, part: Reading, whole: Reading) -> Iterator[Check]:
    if whole.value == 0:
        return
    exact = part.value * 100 / whole.value
    step = Decimal(1).scaleb(int(rate.value.as_tuple().exponent)) if rate.value % 1 else Decimal(1)
    rounded, cut = exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN)
    outcome = Outcome.AGREES if rate.value == rounded else Outcome.CUT if rate.value == cut else Outcome.DIFFERS
    rule = f"{rate.indicator_id} = {part.indicator_id} / {whole.indicator_id}"
    yield Check(rule, (rate, part, whole), outcome, f"{rate.value} = {part.value} ÷ {whole.value} × 100 ({exact:.2f})")
