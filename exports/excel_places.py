"""Where the cells of the comparison stand on each sheet, and how they lead to their evidence within Excel's limit of links."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_plan import COMPARE_TOP, FIRST_COLUMN, FIRST_YEAR, RANKS_TOP, READING, YEARLY_TOP, Plan, Target, row_of
from exports.excel_sheet import Sheet, place
from panel.words import WORDS as SHARED

RANK_VALUE = "E"  # the column of 排名 that has the value


def compare_place(plan: Plan, at: int) -> str:
    """The cell of 对比, as F12, in which the cell `at` of the plan stands."""
    return f"{get_column_letter(FIRST_COLUMN + at % plan.width)}{COMPARE_TOP + 1 + at // plan.width}"


def yearly_rows(plan: Plan) -> list[int]:
    """The rows of the plan's cells by year in the order of 逐年: a block an indicator, in it place by place."""
    order = {indicator.id: at for at, indicator in enumerate(plan.indicators)}
    return sorted(range(len(plan.by_year.rows)), key=lambda row: order[str(plan.by_year.rows[row][2])])


def yearly_places(plan: Plan) -> list[str]:
    """For each cell of the plan where it stands in 逐年."""
    letters = [get_column_letter(FIRST_YEAR + column) for column in range(len(plan.by_year.columns))]
    found = [""] * len(plan.cells)
    for row, own in enumerate(yearly_rows(plan), YEARLY_TOP + 1):
        for letter, at in zip(letters, plan.by_year.at[own], strict=True):
            if at is not None:
                found[at] = f"{letter}{row}"
    return found


def rank_places(plan: Plan) -> dict[int, str]:
    """For each cell of the plan that 排名 has where it stands there."""
    return {at: f"{RANK_VALUE}{row}" for row, at in enumerate(plan.placings.cells, RANKS_TOP + 1)}


def evidence_place(plan: Plan, target: Target) -> str:
    """Where a reading or a refusal stands, as links have it."""
    title = WORDS.say("sheet.readings" if target[0] == READING else "sheet.refusals", plan.lang)
    return place(title, f"A{row_of(target)}")


def link_cells(sheet: Sheet, plan: Plan, places: Iterable[tuple[int, str]]) -> list[int]:
    """Link the cells of the plan at these places of a sheet to their evidence, as far as Excel's limit goes; gives the number of
    the style of every cell of the plan, which is in the ink of a link where it has one."""
    pairs = plan.faces.styles(sheet)
    kinds = plan.faces.kinds
    styles = [pairs[kind][0] for kind in kinds]
    states, quotes = (plan.arrays.columns[name] for name in ("state", "quote"))
    for at, reference in places:
        target = plan.targets[at]
        if target is None:
            continue
        # What shows when the pointer rests there: the report's words, or why there is no value.
        tip = quotes[at] if plan.arrays.valued[at] else SHARED.say(f"cause_meaning.{states[at]}", plan.lang)
        if not sheet.rows.link(reference, evidence_place(plan, target), str(tip)):
            break
        styles[at] = pairs[kinds[at]][1]
    return styles
