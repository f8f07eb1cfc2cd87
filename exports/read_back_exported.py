"""Plan → the cells of the workbook that was made of it, without making the workbook: by sheet, as reading it would give them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from openpyxl.utils.datetime import to_excel

from exports.excel import written
from exports.excel_cells import Cell, Cells
from exports.excel_package import Rows
from exports.excel_plan import Plan
from exports.excel_text import to_cell_text
from exports.read_back_sheet import Day, Grid, as_read
from exports.read_back_sheet import Value as Found


def exported_grids(plan: Plan, made: date) -> dict[str, Grid]:
    """The cells by the title of their sheet, in the order of the sheets."""
    grids: dict[str, Grid] = {}
    for title, rows in written(plan, made, _Kept).rows.items():
        assert isinstance(rows, _Kept)
        grids[title] = rows.grid
    return grids


class _Kept(Rows):
    """Rows that are kept as what their cells hold."""

    def __init__(self, cells: Cells) -> None:
        # Nothing is packed, so that none of the files is opened that would hold it.
        del cells
        self.last = self._linked = 0
        self.grid: Grid = {}

    def add(self, cells: Sequence[Cell | None], *, height: float | None = None, kept: bool = False) -> int:
        del height, kept
        self.last += 1
        row = {}
        for column, cell in enumerate(cells, 1):
            if cell is not None and cell[0] is not None and cell[0] != "":
                value = cell[0]
                row[column] = _held(value) if isinstance(value, str) else _number(value)
        if row:
            self.grid[self.last] = row
        return self.last

    def link(self, reference: str, target: str, tip: str = "") -> bool:
        del reference, target, tip
        if not self.free_links():
            return False
        self._linked += 1
        return True


@lru_cache(1 << 14)
def _held(text: str) -> Found:
    return as_read(to_cell_text(text))


def _number(value: float | date) -> Found:
    return Day(to_excel(value)) if isinstance(value, date) else float(value)
