"""A value and how sharply it is said → the interval that the true figure lies in.

The rule, for the indicator's plausible bounds (low, high), either of which may be None, that is, unbounded:

- exact: value to value.
- min (95%以上): value to the upper bound, infinity where there is none.
- max (4%以下): the lower bound, minus infinity where there is none, to value.
- approx: one step about the value, a step being the unit of its last digit that is not zero (4000 -> 1000, 44 -> 1,
  98.5 -> 0.1, 0 -> 1). The words of the figure say on which side: 余 and 多 above (500余 is 500 to 600), 近 and 接近 below
  (近80 is 70 to 80); otherwise (约, 左右) half a step on either side. Below a power of ten a step is the next smaller unit
  (近100 is 90 to 100, while 100余 is 100 to 200). The result is held within the bounds.

A value outside the plausible bounds is kept as it is: the interval always holds its value.
"""

from __future__ import annotations

from decimal import Decimal

from .model import Qualifier

ABOVE = ("余", "馀", "多")
BELOW = ("近",)
ROUNDED = ("万", "亿")
_INFINITE = Decimal("Infinity")


def interval(
    value: Decimal, qualifier: Qualifier, *, words: str = "", low: Decimal | None = None, high: Decimal | None = None
) -> tuple[Decimal, Decimal]:
    """The closed interval of a figure, in the value's unit, infinite where it is open; `words` are the figure's own words."""
    lower = upper = value
    floor = -_INFINITE if low is None else low
    ceiling = _INFINITE if high is None else high
    if qualifier is Qualifier.MIN:
        upper = ceiling
    elif qualifier is Qualifier.MAX:
        lower = floor
    elif qualifier is Qualifier.APPROX:
        below, above = _margins(value, words)
        lower, upper = max(value - below, floor), min(value + above, ceiling)
    return min(lower, value), max(upper, value)


def printed_interval(value: Decimal, qualifier: Qualifier, words: str) -> tuple[Decimal, Decimal]:
    """What a printed count or rate leaves open, not below nought: 1.26万件 is rounded to its last digit, 126件 is not."""
    if qualifier is Qualifier.EXACT and any(sign in words for sign in ROUNDED):
        return interval(value, Qualifier.APPROX, low=Decimal(0))
    return interval(value, qualifier, words=words, low=Decimal(0))


def _margins(value: Decimal, words: str) -> tuple[Decimal, Decimal]:
    """How far the true figure may lie below and above an approximate value."""
    step = _step(value)
    if any(word in words for word in ABOVE):
        return Decimal(0), step
    if value == step:
        step /= 10
    if any(word in words for word in BELOW):
        return step, Decimal(0)
    return step / 2, step / 2


def _step(value: Decimal) -> Decimal:
    """The unit of the last digit that is not zero: 1000 for 4000, 0.1 for 98.5; 1 for zero."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    # A finite Decimal has an integer exponent; the type also allows the letters of NaN and infinity.
    return Decimal(1).scaleb(int(exponent))
