"""Where the cells of the comparison stand on each sheet, and how they lead to their evidence within Excel's limit of links."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_plan import COMPARE_TOP, FIRST_COLUMN, FIRST_YEAR, RANKS_TOP, YEARLY_TOP, Plan, Target, row_of
from exports.excel_sheet import Sheet, place
from panel.words import WORDS as SHARED

RANK_VALUE = "E"  # the column of 排名 that has the value


def compare_place(plan: Plan, at: int) -> str:
    """The cell of 对比, as F12, in which the cell `at` of the plan stands."""
    return f"{get_column_letter(FIRST_COLUMN + at % plan.width)}{COMPARE_TOP + 1 + at // plan.width}"


def yearly_place(plan: Plan, at: int, slots: dict[int, tuple[int, int]]) -> str:
    """The cell of 逐年 in which it stands; `slots` are those of yearly_slots."""
    row, column = slots[at // plan.width]
    return f"{get_column_letter(FIRST_YEAR + column)}{yearly_row(plan, at % plan.width, row)}"


def yearly_slots(plan: Plan) -> dict[int, tuple[int, int]]:
    """Of each slot that 逐年 has its row within the block of an indicator and its column, from 0."""
    lines = enumerate(plan.by_year.at)
    return {slot: (row, column) for row, line in lines for column, slot in enumerate(line) if slot is not None}


def yearly_row(plan: Plan, indicator: int, row: int) -> int:
    """The row of 逐年 of a row within the block of an indicator."""
    return YEARLY_TOP + 1 + indicator * len(plan.by_year.rows) + row


def rank_rows(plan: Plan) -> dict[int, int]:
    """For each cell of the plan that 排名 has its row there."""
    return {at: row for row, at in enumerate(plan.placings.cells, RANKS_TOP + 1)}


def evidence_place(plan: Plan, target: Target) -> str:
    """Where a reading or a refusal stands, as links have it."""
    return place(WORDS.say("sheet.readings" if target > 0 else "sheet.refusals", plan.lang), f"A{row_of(target)}")


def link_cells(sheet: Sheet, plan: Plan, places: Iterable[tuple[int, str]]) -> list[int]:
    """Link the cells of the plan at these places of a sheet to their evidence, as far as Excel's limit goes; gives the number of
    the style of every cell of the plan, which is in the ink of a link where it has one."""
    pairs = plan.faces.styles(sheet)
    kinds = plan.faces.kinds
    styles = [pairs[kind][0] for kind in kinds]
    states, quotes = (plan.arrays.columns[name] for name in ("state", "quote"))
    for at, reference in places:
        target = int(plan.targets[at])
        if not target:
            continue
        # What shows when the pointer rests there: the report's words, or why there is no value.
        tip = quotes[at] if plan.arrays.valued[at] else SHARED.say(f"cause_meaning.{states[at]}", plan.lang)
        if not sheet.rows.link(reference, evidence_place(plan, target), str(tip)):
            break
        styles[at] = pairs[kinds[at]][1]
    return styles
