"""Plan → the sheet 对比: one row a place and year, one column an indicator, every blank with the code of its cause.

Numbers are numbers, their signs in the number format. Each value leads to its reading, each blank that a figure stands
behind to that figure, the column of evidence to the first reading of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from exports._words import WORDS
from exports.excel_package import Cell
from exports.excel_plan import CATALOGUE_TOP, COMPARE_TOP, FIRST_COLUMN, READING, READINGS_TOP, Plan, known_year, listed, row_of
from exports.excel_sheet import LINE, Book, Column, Sheet, fitted, place, unit_name
from exports.excel_style import ABOUT, BLANK, CENTER, GRADE_FILLS, LINK, SILENT, TEXT, YEAR, Look, inked, value_look
from exports.excel_table import Shown
from panel.blanks import BlankCause
from panel.compare import VALUE, reporting
from panel.words import WORDS as SHARED

FIXED = 3  # place, level and year stay in sight
NARROW_VALUE, WIDE_VALUE = 13.0, 24.0
_SILENT = (str(BlankCause.NO_REPORT), str(BlankCause.UNREADABLE))


class _Held(NamedTuple):
    """A cell of the comparison: the columns of the cells' table that are shown."""

    place: str
    year: Any
    level: Any
    doc_id: Any
    state: str
    value: float
    qualifier: Any
    basis: Any
    scope: Any
    quote: Any


def write_compare(book: Book, plan: Plan) -> None:
    """The whole sheet."""
    lang = book.lang
    sheet = book.sheet(WORDS.say("sheet.compare", lang), tab="1F4E8C")
    how = WORDS.say("compare.how", lang)
    # One link leads back to the notes, one each indicator to its meaning, one each row to its readings.
    asked = 1 + len(plan.indicators) + plan.slot_count + sum(target is not None for target in plan.targets)
    if asked > sheet.rows.free_links():
        how += WORDS.say("compare.limit", lang, limit=f"{sheet.rows.free_links():,}")
    sheet.heading(WORDS.say("compare.title", lang), [book.standing, how])
    sheet.back_to(WORDS.say("sheet.contents", lang))
    _write_about(sheet, plan)
    columns = [
        Column(WORDS.say("head.place", lang), TEXT, fitted("地区", plan.cells["place"].unique(), most=28)),
        Column(
            WORDS.say("head.level", lang), CENTER, fitted("层级", (_level(level, lang) for level in plan.cells["level"].unique()))
        ),
        Column(WORDS.say("head.year", lang), YEAR, 14.0 if plan.cells["year"].isna().any() else 9.0),
        Column(WORDS.say("head.evidence", lang), LINK, 16.0),
        *(_indicator_column(plan, index) for index in range(len(plan.indicators))),
        Column(WORDS.say("head.file", lang), TEXT, 30.0),
    ]
    top = sheet.table("Compare", columns, _rows(sheet, plan), fixed=FIXED)
    if top != COMPARE_TOP:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {COMPARE_TOP}")


def codes(lang: str) -> dict[str, str]:
    """The code of each kind of blank, by its cause."""
    return {str(cause): WORDS.say(f"code.{cause}", lang) for cause in BlankCause}


def _indicator_column(plan: Plan, index: int) -> Column:
    indicator, lang = plan.indicators[index], plan.lang
    unit = plan.tables.catalog.units[indicator.unit]
    name = f"{indicator.name}({unit_name(unit, lang)})" if lang == "zh" else f"{indicator.name_en} ({unit_name(unit, lang)})"
    texts = plan.cells["text"].iloc[index :: len(plan.indicators)].unique()
    return Column(name, TEXT, max(fitted(name, (f"{text}†§" for text in texts), most=WIDE_VALUE), NARROW_VALUE))


def _write_about(sheet: Sheet, plan: Plan) -> None:
    """The four lines above the head: theme, comparability, direction, how many give a value."""
    lang, width = plan.lang, len(plan.indicators)
    skipped: list[Cell | None] = [None] * (FIRST_COLUMN - 2)
    themes, grades, betters, counts = [], [], [], []
    for index, indicator in enumerate(plan.indicators):
        theme = plan.tables.catalog.themes[indicator.theme]
        themes.append(sheet.cell(theme.name if lang == "zh" else theme.name_en, ABOUT))
        grade = str(indicator.comparability)
        grades.append(sheet.cell(WORDS.say(f"grade.{grade}", lang), _grade_look(grade)))
        betters.append(sheet.cell(SHARED.say(f"better.{indicator.better}", lang), ABOUT))
        told, asked = reporting(plan.cells.iloc[index::width])
        counts.append(sheet.cell(WORDS.say("n_of_n", lang, n=told, total=asked), ABOUT))
    lines = 2 if lang == "en" else 1
    sheet.above(WORDS.say("about.theme", lang), [*skipped, *themes], height=LINE * lines)
    row = sheet.above(WORDS.say("about.grade", lang), [*skipped, *grades], height=LINE)
    for index in range(width):
        target = place(WORDS.say("sheet.catalogue", lang), f"A{CATALOGUE_TOP + 1 + index}")
        sheet.rows.link(sheet.reference(row, FIRST_COLUMN + index), target, WORDS.say("tip.catalogue", lang))
    sheet.above(WORDS.say("about.better", lang), [*skipped, *betters], height=LINE * lines)
    sheet.above(WORDS.say("about.n", lang), [*skipped, *counts], height=LINE)


def _grade_look(grade: str) -> Look:
    return Look(wrap=True, across="center", down="center", color=LINK.color, fill=GRADE_FILLS[grade])


def _rows(sheet: Sheet, plan: Plan) -> Iterator[Sequence[Cell | None]]:
    width = len(plan.indicators)
    held = [_Held(*values) for values in zip(*(listed(plan.cells, name) for name in _Held._fields), strict=True)]
    # The links of the rows still to come are kept back: each row shall at least lead to its readings.
    reserved = sum((row.place, known_year(row.year)) in plan.evidence for row in held[::width])
    for start in range(0, len(held), width):
        row, targets = held[start : start + width], plan.targets[start : start + width]
        first = row[0]
        reserved -= (first.place, known_year(first.year)) in plan.evidence
        yield [
            sheet.cell(first.place, TEXT),
            sheet.cell(_level(first.level, plan.lang), CENTER),
            _year_cell(sheet, first.year, plan.lang),
            _evidence_cell(sheet, plan, first.place, known_year(first.year)),
            *(
                _cell(sheet, plan, cell, target, column, reserved)
                for column, (cell, target) in enumerate(zip(row, targets, strict=True), FIRST_COLUMN)
            ),
            sheet.cell(next((cell.doc_id for cell in row if isinstance(cell.doc_id, str)), None), TEXT),
        ]


def _level(level: object, lang: str) -> str:
    return SHARED.say(f"level.{level}" if isinstance(level, str) else "level.unknown", lang)


def _year_cell(sheet: Sheet, year: object, lang: str) -> Cell:
    known = known_year(year)
    return sheet.cell(SHARED.say("unknown_year", lang) if known is None else known, YEAR)


def _evidence_cell(sheet: Sheet, plan: Plan, where: str, year: int | None) -> Cell:
    """The numbers of the row's readings, as a link to the first; a dash where there are none."""
    if (where, year) not in plan.evidence:
        return sheet.cell("—", TEXT)
    first, last = plan.evidence[where, year]
    target = place(WORDS.say("sheet.readings", plan.lang), f"A{first + READINGS_TOP}")
    linked = sheet.rows.link(sheet.reference(sheet.rows.last + 1, FIRST_COLUMN - 1), target)
    return sheet.cell(first if first == last else f"{first}–{last}", inked(TEXT, linked=linked))


def _cell(sheet: Sheet, plan: Plan, cell: _Held, target: tuple[str, int] | None, column: int, reserved: int) -> Cell:
    """A value with its signs, or the code of the cause of a blank; a link while there are links."""
    linked = False
    if target is not None and sheet.rows.free_links() > reserved:
        title = WORDS.say("sheet.readings" if target[0] == READING else "sheet.refusals", plan.lang)
        linked = sheet.rows.link(
            sheet.reference(sheet.rows.last + 1, column), place(title, f"A{row_of(target)}"), _tip(cell, plan.lang)
        )
    if cell.state == VALUE:
        look = value_look(cell.value, cell.qualifier, cell.basis, scoped=isinstance(cell.scope, str), linked=linked)
        return sheet.cell(float(cell.value), look)
    look = SILENT if cell.state in _SILENT else BLANK
    return sheet.cell(WORDS.say(f"code.{cell.state}", plan.lang), inked(look, linked=linked))


def _tip(cell: _Held, lang: str) -> str:
    """What shows when the pointer rests on a cell: the report's words, or why there is no value."""
    if cell.state == VALUE:
        return str(cell.quote)
    return SHARED.say(f"cause_meaning.{cell.state}", lang)


def shown_cell(plan: Plan, at: int, held: Mapping[str, Any]) -> Shown:
    """The cell `at` of the plan's cells as other sheets show it: its value with its signs or its code, and its evidence.

    `held` are its state, value, qualifier, basis, scope and quote.
    """
    target = plan.targets[at]
    leads = None
    if target is not None:
        sheet = WORDS.say("sheet.readings" if target[0] == READING else "sheet.refusals", plan.lang)
        leads = place(sheet, f"A{row_of(target)}")
    if held["state"] == VALUE:
        scoped = isinstance(held["scope"], str)
        look = _value_look(float(held["value"]).is_integer(), held["qualifier"], held["basis"], scoped)
        return Shown(float(held["value"]), look, leads, str(held["quote"]))
    return Shown(WORDS.say(f"code.{held['state']}", plan.lang), SILENT if held["state"] in _SILENT else BLANK, leads)


@cache
def _value_look(whole: bool, qualifier: str, basis: str, scoped: bool) -> Look:
    """Of the number itself the look depends only on whether it is whole."""
    return value_look(1.0 if whole else 1.5, qualifier, basis, scoped=scoped, linked=False)
