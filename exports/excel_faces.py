"""Cells of the comparison → what each shows on a sheet, and how: its number with its signs, or the code of its blank.

Worked out once for the three sheets that show them. Of many cells few look different: each has the number of its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from exports._words import WORDS
from exports.excel_cells import Value
from exports.excel_sheet import Sheet
from exports.excel_style import BLANK, SILENT, Look, inked, value_look
from panel.blanks import BlankCause
from panel.cell_arrays import CellArrays
from panel.display import SIGNS

_SILENT = (str(BlankCause.NO_REPORT), str(BlankCause.UNREADABLE))
_BASES = ("stated", "computed", "implied")


@dataclass(frozen=True, slots=True)
class Faces:
    """What each cell holds, and which of `looks` it has."""

    values: Sequence[Value]
    kinds: Sequence[int]
    looks: Sequence[Look]

    def styles(self, sheet: Sheet) -> list[tuple[int, int]]:
        """The numbers of the looks' styles, each without and with the ink of a link."""
        return [(sheet.number(look), sheet.number(inked(look, linked=True))) for look in self.looks]


def codes(lang: str) -> dict[str, str]:
    """The code of each kind of blank, by its cause."""
    return {str(cause): WORDS.say(f"code.{cause}", lang) for cause in BlankCause}


def faces_of(held: CellArrays, value: npt.NDArray[np.float64], lang: str) -> Faces:
    """The faces of cells with these values (NaN where there is none)."""
    said = codes(lang)
    states = held.columns["state"]
    shown = value.astype(object)
    blank = ~held.valued
    shown[blank] = [said[state] for state in states[blank].tolist()]
    # A kind of number is its sign, its basis, whether it is of a scope and whether it is whole.
    signs = {qualifier: number for number, qualifier in enumerate(SIGNS)}
    bases = {basis: number for number, basis in enumerate(_BASES)}
    kinds = np.zeros(len(value), dtype=np.int64)
    kinds[blank] = [-1 if state in _SILENT else -2 for state in states[blank].tolist()]
    own = held.valued
    kinds[own] = [
        signs[sign] + 4 * bases[basis] + 12 * (scope is not None)
        for sign, basis, scope in zip(held.of_values("qualifier"), held.of_values("basis"), held.of_values("scope"), strict=True)
    ]
    kinds[own] += 24 * (value[own] == np.floor(value[own]))
    found, places = np.unique(kinds, return_inverse=True)
    return Faces(shown.tolist(), places.tolist(), [_look(int(kind)) for kind in found])


def _look(kind: int) -> Look:
    if kind < 0:
        return SILENT if kind == -1 else BLANK
    whole, rest = divmod(kind, 24)
    scoped, rest = divmod(rest, 12)
    basis, sign = divmod(rest, 4)
    return value_look(1.0 if whole else 1.5, list(SIGNS)[sign], _BASES[basis], scoped=bool(scoped), linked=False)
