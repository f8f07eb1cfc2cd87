"""Cells of a selection → every figure in the order of its like ones: a rank as a range, or in words why there is none.

The same ranks as of one indicator and one year (panel/ranks.py), of all of them at once: within an indicator, a known year, a
level, a base and a scope. What forbids ranks on a chart (panel/caveats.py) forbids them here. Borrowed figures are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.catalog import Indicator
from panel.caveats import Caveat, caveats_of
from panel.cell_arrays import CellArrays
from panel.lookup import Positions
from panel.ranks import ranks_of


@dataclass(frozen=True, slots=True)
class Like:
    """Figures that are like each other: the placings from `first` to `last` (exclusive). `column` is the place of the indicator
    among those of the cells; `base` and `scope` are None where there is none, and where the reader has them compared together.
    `reports` is how many reports of the level and year were read, `why` the sentence that forbids ranks ("" where none does)."""

    column: int
    year: int
    level: str | None
    base: str | None
    scope: str | None
    first: int
    last: int
    reports: int
    why: str

    @property
    def count(self) -> int:
        """How many figures there are."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Placings:
    """The placed figures, group by group, best first: which of the cells each is (`cells`), its `best` and its `worst` rank (None
    where its group's `why` says why) and whether it surely shares it."""

    cells: Sequence[int]
    best: Sequence[int | None]
    worst: Sequence[int | None]
    shared: Sequence[bool]
    groups: Sequence[Like]


def placings(
    indicators: Sequence[Indicator], held: CellArrays, value: npt.NDArray[np.float64], *, lang: str = "zh", together: bool = False
) -> Placings:
    """The placings of cells that come slot by slot, in each the `indicators` in their order; `value` are the cells' values.

    Groups stand by indicator, latest year first, by level as in the cells, the commonest base first, those of a scope last.
    `together` as in Selection.
    """
    at: list[int] = []
    best: list[int | None] = []
    worst: list[int | None] = []
    shared: list[bool] = []
    groups: list[Like] = []
    width = len(indicators)
    blocks = _blocks(held.cut(slice(0, None, width))) if width else []
    for column, indicator in enumerate(indicators):
        own, values = held.cut(slice(column, None, width)), value[column::width]
        sign = -1.0 if indicator.better == "lower" else 1.0
        for year, level, slots in blocks:
            for base, scope, rows, reports, why in _groups(indicator, own, slots, lang, together):
                order, ranks = _ranked(own, rows, values, sign)
                at += (rows[order] * width + column).tolist()
                told = [ranks[one] for one in order.tolist()]
                best += [None if why else one[0] for one in told]
                worst += [None if why else one[1] for one in told]
                shared += [not why and one[2] for one in told]
                groups.append(Like(column, year, level, base, scope, len(at) - len(rows), len(at), reports, why))
    return Placings(at, best, worst, shared, groups)


def _blocks(slots: CellArrays) -> list[tuple[int, str | None, Positions]]:
    """The slots of each known year and level: latest year first, levels as they come."""
    found: dict[tuple[int, str | None], list[int]] = {}
    levels = slots.columns["level"].tolist()
    for slot, (year, level) in enumerate(zip(slots.columns["year"].tolist(), levels, strict=True)):
        if not np.isnan(year):
            found.setdefault((int(year), level), []).append(slot)
    order = {level: at for at, level in enumerate(dict.fromkeys(levels))}
    keys = sorted(found, key=lambda key: (-key[0], order[key[1]]))
    return [(*key, np.array(found[key], dtype=np.int64)) for key in keys]


def _groups(
    indicator: Indicator, own: CellArrays, slots: Positions, lang: str, together: bool
) -> Iterator[tuple[str | None, str | None, Positions, int, str]]:
    """Base, scope, rows, reports and barrier of each group of like figures among the cells of one indicator, year and level."""
    rows = slots[(own.valued & ~own.borrowed)[slots]]
    if not len(rows):
        return
    reports, why = int(own.told[slots].sum()), _barrier(indicator, own, slots, lang, together)
    bases, scopes = (own.columns[name][rows].tolist() for name in ("base", "scope"))
    like: dict[tuple[str | None, str | None], list[int]] = {}
    for row, base, scope in zip(rows.tolist(), bases, scopes, strict=True):
        like.setdefault((None, None) if together else (base, scope), []).append(row)
    for key, members in sorted(like.items(), key=lambda one: (one[0][1] is not None, -len(one[1]))):
        alone = Caveat("alone").say(lang) if len(members) == 1 and not why else why
        yield *key, np.array(members, dtype=np.int64), reports, alone


def _barrier(indicator: Indicator, own: CellArrays, slots: Positions, lang: str, together: bool) -> str:
    """The gravest sentence that forbids ranks among these cells; "" where there is none."""
    # Said of the indicator itself, whatever its figures: most are, and their cells need no looking at.
    for code, holds in (("grade_C", indicator.comparability == "C"), ("no_direction", indicator.better == "none")):
        if holds:
            return Caveat(code).say(lang)
    found = caveats_of(indicator, own.cut(slots), together=together)
    return next((caveat.say(lang) for caveat in found if caveat.forbids_ranks), "")


def _ranked(
    own: CellArrays, rows: Positions, value: npt.NDArray[np.float64], sign: float
) -> tuple[Positions, list[tuple[int, int, bool]]]:
    """The order of these rows, best first, and the ranks of each of them."""
    low, high = own.columns["low"][rows], own.columns["high"][rows]
    ranks = ranks_of(low, high) if sign > 0 else ranks_of(-high, -low)
    best, worst = (np.array([rank[end] for rank in ranks]) for end in (0, 1))
    order: Positions = np.lexsort((worst, -sign * value[rows], best))
    return order, ranks
