"""Plan → the sheet 对比: one row a place and year, one column an indicator, every blank with the code of its cause.

Numbers are numbers, their signs in the number format. Each value leads to its reading, each blank that a figure stands
behind to that figure, the column of evidence to the first reading of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from exports._words import WORDS
from exports.excel_cells import Cell
from exports.excel_places import compare_place, link_cells
from exports.excel_plan import CATALOGUE_TOP, COMPARE_TOP, FIRST_COLUMN, READINGS_TOP, Plan, known_year
from exports.excel_sheet import LINE, Book, Column, Sheet, fitted, place, unit_name
from exports.excel_style import ABOUT, CENTER, GRADE_FILLS, LINK, TEXT, YEAR, Look, inked
from exports.excel_table import open_table
from panel.words import WORDS as SHARED

FIXED = 3  # place, level and year stay in sight
NARROW_VALUE, WIDE_VALUE = 13.0, 24.0


def write_compare(book: Book, plan: Plan) -> None:
    """The whole sheet."""
    lang = book.lang
    # One link each indicator leads to its meaning, one each row to its readings.
    asked = len(plan.indicators) + plan.slot_count + int((plan.targets != 0).sum())
    sheet = open_table(book, "compare", tab="1F4E8C", links=asked, hints=[book.standing])
    _write_about(sheet, plan)
    slots = plan.grid.slots.columns
    levels = {level_name(level, lang) for level in slots["level"].tolist()}
    columns = [
        Column(WORDS.say("head.place", lang), TEXT, fitted("地区", set(slots["place"].tolist()), most=28)),
        Column(WORDS.say("head.level", lang), CENTER, fitted("层级", levels)),
        Column(WORDS.say("head.year", lang), YEAR, 14.0 if np.isnan(slots["year"]).any() else 9.0),
        Column(WORDS.say("head.evidence", lang), LINK, 16.0),
        *(_indicator_column(plan, index) for index in range(plan.width)),
        Column(WORDS.say("head.file", lang), TEXT, 30.0),
    ]
    top = sheet.table("Compare", columns, _rows(sheet, plan), fixed=FIXED)
    if top != COMPARE_TOP:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {COMPARE_TOP}")


def level_name(level: object, lang: str) -> str:
    """A level in words, or that it is unknown."""
    return SHARED.say(f"level.{level}" if isinstance(level, str) else "level.unknown", lang)


def year_value(year: object, lang: str) -> str | int:
    """A year as a cell has it: a number, or in words that it is unknown."""
    known = known_year(year)
    return SHARED.say("unknown_year", lang) if known is None else known


def unit_names(plan: Plan) -> set[str]:
    """The units of the indicators in words."""
    return {unit_name(plan.tables.catalog.units[indicator.unit], plan.lang) for indicator in plan.indicators}


def _indicator_column(plan: Plan, index: int) -> Column:
    indicator, lang = plan.indicators[index], plan.lang
    unit = plan.tables.catalog.units[indicator.unit]
    name = f"{indicator.name}({unit_name(unit, lang)})" if lang == "zh" else f"{indicator.name_en} ({unit_name(unit, lang)})"
    texts = plan.grid.texts[index]
    return Column(name, TEXT, max(fitted(name, (f"{text}†§" for text in texts), most=WIDE_VALUE), NARROW_VALUE))


def _write_about(sheet: Sheet, plan: Plan) -> None:
    """The four lines above the head: theme, comparability, direction, how many give a value."""
    lang = plan.lang
    skipped: list[Cell | None] = [None] * (FIRST_COLUMN - 2)
    themes, grades, betters, counts = [], [], [], []
    for index, indicator in enumerate(plan.indicators):
        theme = plan.tables.catalog.themes[indicator.theme]
        themes.append(sheet.cell(theme.name if lang == "zh" else theme.name_en, ABOUT))
        grade = str(indicator.comparability)
        grades.append(sheet.cell(WORDS.say(f"grade.{grade}", lang), _grade_look(grade)))
        betters.append(sheet.cell(SHARED.say(f"better.{indicator.better}", lang), ABOUT))
        own = plan.grid.of(index)
        counts.append(sheet.cell(WORDS.say("n_of_n", lang, n=own.given, total=own.reports), ABOUT))
    lines = 2 if lang == "en" else 1
    sheet.above(WORDS.say("about.theme", lang), [*skipped, *themes], height=LINE * lines)
    row = sheet.above(WORDS.say("about.grade", lang), [*skipped, *grades], height=LINE)
    for index in range(plan.width):
        target = place(WORDS.say("sheet.catalogue", lang), f"A{CATALOGUE_TOP + 1 + index}")
        sheet.rows.link(sheet.reference(row, FIRST_COLUMN + index), target, WORDS.say("tip.catalogue", lang))
    sheet.above(WORDS.say("about.better", lang), [*skipped, *betters], height=LINE * lines)
    sheet.above(WORDS.say("about.n", lang), [*skipped, *counts], height=LINE)


def _grade_look(grade: str) -> Look:
    return Look(wrap=True, across="center", down="center", color=LINK.color, fill=GRADE_FILLS[grade])


def _rows(sheet: Sheet, plan: Plan) -> Iterator[Sequence[Cell | None]]:
    lang, width = plan.lang, plan.width
    slots = plan.grid.slots.columns
    wheres, years = slots["place"].tolist(), [known_year(year) for year in slots["year"].tolist()]
    # The links of the rows come first: each row shall at least lead to its readings.
    evidence = [
        _evidence_cell(sheet, plan, key, COMPARE_TOP + 1 + row) for row, key in enumerate(zip(wheres, years, strict=True))
    ]
    styles = link_cells(sheet, plan, ((at, compare_place(plan, at)) for at in range(len(plan.grid))))
    text, center, year_style = (sheet.number(look) for look in (TEXT, CENTER, YEAR))
    levels = [level_name(level, lang) for level in slots["level"].tolist()]
    docs = slots["doc_id"].tolist()
    for row, (where, level, year, proof, doc_id) in enumerate(zip(wheres, levels, years, evidence, docs, strict=True)):
        own = slice(row * width, (row + 1) * width)
        yield [
            (where, text),
            (level, center),
            (year_value(year, lang), year_style),
            proof,
            *zip(plan.faces.values[own], styles[own], strict=True),
            (doc_id, text),
        ]


def _evidence_cell(sheet: Sheet, plan: Plan, key: tuple[str, int | None], row: int) -> Cell:
    """The numbers of the row's readings, as a link to the first; a dash where there are none."""
    if key not in plan.evidence:
        return sheet.cell("—", TEXT)
    first, last = plan.evidence[key]
    target = place(WORDS.say("sheet.readings", plan.lang), f"A{first + READINGS_TOP}")
    linked = sheet.rows.link(sheet.reference(row, FIRST_COLUMN - 1), target)
    return sheet.cell(first if first == last else f"{first}–{last}", inked(TEXT, linked=linked))
