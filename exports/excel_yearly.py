"""Plan → the sheet 逐年: a block an indicator, in it one row a place, the years across.

Values and codes of blanks are those of the comparison; a value leads to its evidence. A year outside a place's first and last
report has a dash, since nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports._words import WORDS
from exports.excel_compare import shown_cell
from exports.excel_plan import Plan, listed
from exports.excel_sheet import Book, unit_name
from exports.excel_style import CENTER, SILENT, TEXT, WRAP
from exports.excel_table import Described, Row, Shown, write_table
from panel.pivots import Pivot, pivot
from panel.words import WORDS as SHARED

FIXED = 4  # indicator, unit, place and level stay in sight


def write_yearly(book: Book, plan: Plan) -> None:
    """The whole sheet; places that give no value in any year have their row of codes."""
    lang = book.lang
    turned = pivot(plan.cells, "years")
    years = [None if year is None else int(str(year)) for (year,) in turned.columns]
    heads = {str(year): year_head(year, lang) for year in years}
    described: list[Described] = [("name", WRAP, 26.0), ("unit", CENTER, 9.0), ("place", TEXT, None), ("level", CENTER, None)]
    described += [(str(year), CENTER, 13.0) for year in years]
    write_table(book, "yearly", described, list(_rows(plan, turned, years)), tab="1F4E8C", fixed=FIXED, heads=heads)


def year_head(year: int | None, lang: str) -> str:
    """A year as the head of a table has it: heads are text, and a bare number there would be a number kept as text."""
    return SHARED.say("unknown_year", lang) if year is None else WORDS.say("year_head", lang, year=year)


def _rows(plan: Plan, turned: Pivot, years: list[int | None]) -> Iterator[Row]:
    lang = plan.lang
    columns = {column: listed(plan.cells, column) for column in ("state", "value", "qualifier", "basis", "scope", "quote")}
    order = {indicator.id: at for at, indicator in enumerate(plan.indicators)}
    # The rows come place by place; blocks are of an indicator.
    for at in sorted(range(len(turned.rows)), key=lambda one: order[str(turned.rows[one][2])]):
        place, level, indicator_id = turned.rows[at]
        indicator = plan.tables.catalog.indicators[str(indicator_id)]
        row: dict[str, object] = {
            "name": indicator.name if lang == "zh" else indicator.name_en,
            "unit": unit_name(plan.tables.catalog.units[indicator.unit], lang),
            "place": str(place),
            "level": SHARED.say(f"level.{level}" if isinstance(level, str) else "level.unknown", lang),
        }
        for year, cell in zip(years, turned.at[at], strict=True):
            if cell is None:
                row[str(year)] = Shown("—", SILENT)
            else:
                row[str(year)] = shown_cell(plan, cell, {name: held[cell] for name, held in columns.items()})
        yield row  # type: ignore[misc]
