"""Values → where their axis begins and ends, and its round ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from panel.display import format_value


def axis_ticks(top: float, unit: str, lang: str, *, bottom: float = 0.0, most: int = 5) -> dict[str, Any]:
    """Round ticks from `bottom` to `top`, at most `most` steps of them, as axis settings: whole numbers for counts, % at the
    numbers of a rate."""
    step = _step(bottom, top, unit, most)
    first, last = math.ceil(bottom / step - 1e-9), math.floor(top / step + 1e-9)
    values = [round(count * step, 6) for count in range(first, last + 1)]
    texts = [format_value(value, "exact", unit, lang) for value in values]
    return {"tickvals": values, "ticktext": texts}


def tick_below(lowest: float, top: float, unit: str, *, most: int = 5) -> float:
    """The highest beginning of an axis to `top`, not above `lowest`, that is the first of its own ticks."""
    bottom = lowest
    while True:
        step = _step(bottom, top, unit, most)
        tick = round(math.floor(bottom / step + 1e-9) * step, 6)
        # A longer axis may have wider steps, of which its beginning is none.
        if tick >= bottom - 1e-6 * step:
            return tick
        bottom = tick


def _step(bottom: float, top: float, unit: str, most: int) -> float:
    step = 10.0 ** math.floor(math.log10((top - bottom) / most))
    step = next(step * factor for factor in (1, 2, 5, 10) if (top - bottom) / (step * factor) <= most + 1e-9)
    return step if unit == "%" else max(step, 1.0)


def value_axis(found: Sequence[Any]) -> tuple[float, float]:
    """From where to where the values of these cells are drawn as marks, which, unlike bars, need no zero: from zero unless all
    lie far above it."""
    low = min(cell.value if math.isinf(cell.low) else cell.low for cell in found)
    high = max(cell.value if math.isinf(cell.high) else cell.high for cell in found)
    bottom = 0.0 if low <= high / 2 else max(0.0, low - max((high - low) * 0.2, high * 0.01))
    return bottom, high if high > bottom else bottom + 1
