"""Plan → the sheet 逐年: a block an indicator, in it one row a place, the years across.

Values and codes of blanks are those of the comparison; a value leads to its evidence, whose numbers stand at the row's end in the
order of the years. A year outside a place's first and last report has a dash, since nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports._words import WORDS
from exports.excel_cells import Cell
from exports.excel_compare import level_name, unit_names
from exports.excel_places import link_cells, yearly_place, yearly_slots
from exports.excel_plan import YEARLY_TOP, Plan
from exports.excel_sheet import WIDEST, Book, Sheet, unit_name
from exports.excel_style import CENTER, SILENT, TEXT, WRAP
from exports.excel_table import Described, columns_of, open_table, table_name
from panel.words import WORDS as SHARED

FIXED = 4  # indicator, unit, place and level stay in sight


def write_yearly(book: Book, plan: Plan) -> None:
    """The whole sheet; places that give no value in any year have their row of codes."""
    lang, turned, years = book.lang, plan.by_year, plan.by_year.years
    described: list[Described] = [("name", WRAP, 26.0), ("unit", CENTER, None), ("place", TEXT, None), ("level", CENTER, None)]
    described += [(str(year), CENTER, 13.0) for year in years]
    # A number of five digits and its comma for each year.
    described += [("row_evidence", TEXT, min(max(24.0, 7.0 * len(years)), WIDEST))]
    texts = {
        "unit": unit_names(plan),
        "place": [where for where, _ in turned.rows],
        "level": {level_name(level, lang) for _, level in turned.rows},
    }
    columns = columns_of(described, texts, lang, heads={str(year): year_head(year, lang) for year in years})
    sheet = open_table(book, "yearly", tab="1F4E8C", links=int((plan.targets != 0).sum()))
    top = sheet.table(table_name("yearly"), columns, _rows(sheet, plan), fixed=FIXED)
    if top != YEARLY_TOP:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {YEARLY_TOP}")


def year_head(year: int | None, lang: str) -> str:
    """A year as the head of a table has it: heads are text, and a bare number there would be a number kept as text."""
    return SHARED.say("unknown_year", lang) if year is None else WORDS.say("year_head", lang, year=year)


def _rows(sheet: Sheet, plan: Plan) -> Iterator[Sequence[Cell | None]]:
    lang, turned, values, width = plan.lang, plan.by_year, plan.faces.values, plan.width
    slots = yearly_slots(plan)
    blocks = [
        [[None if slot is None else slot * width + column for slot in line] for line in turned.at] for column in range(width)
    ]
    # Links are made row by row, so that beyond Excel's limit it is the last rows that have none.
    places = ((at, yearly_place(plan, at, slots)) for block in blocks for line in block for at in line if at is not None)
    styles = link_cells(sheet, plan, places)
    wrap, center, text = (sheet.number(look) for look in (WRAP, CENTER, TEXT))
    dash = sheet.cell("—", SILENT)
    heads = [((where, text), (level_name(level, lang), center)) for where, level in turned.rows]
    for indicator, block in zip(plan.indicators, blocks, strict=True):
        name = indicator.name if lang == "zh" else indicator.name_en
        unit = unit_name(plan.tables.catalog.units[indicator.unit], lang)
        for head, line in zip(heads, block, strict=True):
            cells = (dash if at is None else (values[at], styles[at]) for at in line)
            # For whoever reads it on paper, or beyond Excel's limit of links.
            numbers = [int(plan.targets[at]) for at in line if at is not None and plan.arrays.valued[at]]
            # One number alone is a number.
            told = numbers[0] if len(numbers) == 1 else WORDS.say("comma", lang).join(map(str, numbers)) or None
            yield [(name, wrap), (unit, center), *head, *cells, (told, text)]
