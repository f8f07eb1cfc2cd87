"""Plan → the sheet 排名: each figure in the order of its like ones, with its rank as a range, or in words why it has none.

The columns of exact figures, of bounds and of approximate ones are apart, so that a chart bound to them draws each as what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_compare import shown_cell
from exports.excel_plan import Plan, listed
from exports.excel_sheet import Book, place, unit_name
from exports.excel_style import BLANK, CENTER, INTEGER, NUMBER, TEXT, WRAP, YEAR, Look
from exports.excel_table import Described, Row, Shown, write_table
from panel.display import describe_base
from panel.schema import rows_of
from panel.words import WORDS as SHARED

RANKS_TOP = 4  # the row of the head
QUALIFIERS = ("exact", "min", "max", "approx")
RANK_COLUMNS: tuple[Described, ...] = (
    ("name", WRAP, 24.0),
    ("year", YEAR, 9.0),
    ("level", CENTER, None),
    ("place", TEXT, None),
    ("value", NUMBER, 12.0),
    ("unit", CENTER, 8.0),
    ("rank_best", INTEGER, 9.0),
    ("rank_worst", INTEGER, 9.0),
    ("shared", CENTER, 8.0),
    ("like_n", INTEGER, 9.0),
    ("like_total", INTEGER, 9.0),
    ("base", WRAP, 18.0),
    ("scope", WRAP, 18.0),
    ("evidence_number", INTEGER, 9.0),
    *((f"only.{qualifier}", NUMBER, 10.0) for qualifier in QUALIFIERS),
    ("why", WRAP, 40.0),
)
_TIED = Look(across="center", number='0"="', ruled=INTEGER.ruled)  # 3=: shared, and still a number


def write_ranks(book: Book, plan: Plan) -> None:
    """The whole sheet, in the order of the plan's standings."""
    write_table(book, "ranks", RANK_COLUMNS, list(_rows(plan)), tab="1F4E8C", fixed=4)


def _rows(plan: Plan) -> Iterator[Row]:
    lang, unranked = plan.lang, WORDS.say("unranked", plan.lang)
    names = ("place", "year", "level", "indicator", "state", "value", "qualifier", "basis", "base", "scope", "quote")
    columns = {name: listed(plan.cells, name) for name in names}
    for row in rows_of(plan.standings):
        held = {name: column[row.cell] for name, column in columns.items()}
        indicator = plan.tables.catalog.indicators[held["indicator"]]
        shown = shown_cell(plan, row.cell, held)
        target = plan.targets[row.cell]
        number = None if target is None else target[1]
        ranks: dict[str, Shown] = {"rank_best": Shown(unranked, BLANK), "rank_worst": Shown(unranked, BLANK)}
        if not row.why:
            look = _TIED if row.shared else INTEGER
            ranks = {"rank_best": Shown(int(row.rank_best), look), "rank_worst": Shown(int(row.rank_worst), look)}
        yield {
            "name": indicator.name if lang == "zh" else indicator.name_en,
            "year": int(held["year"]),
            "level": SHARED.say(f"level.{held['level']}" if isinstance(held["level"], str) else "level.unknown", lang),
            "place": held["place"],
            "value": shown,
            "unit": unit_name(plan.tables.catalog.units[indicator.unit], lang),
            **ranks,
            "shared": WORDS.say("yes" if row.shared else "no", lang) if not row.why else unranked,
            "like_n": int(row.n),
            "like_total": int(row.N),
            "base": describe_base(held["base"], lang) if isinstance(held["base"], str) and held["base"] else None,
            "scope": held["scope"] if isinstance(held["scope"], str) else None,
            "evidence_number": Shown(number, INTEGER, shown.target),
            **{f"only.{one}": float(held["value"]) if held["qualifier"] == one else None for one in QUALIFIERS},
            "why": row.why or None,
        }


def range_of(plan: Plan, first: int, last: int, column: str) -> str:
    """The cells of a column of the sheet that hold the standings `first` to `last` (from 0, both included), absolute."""
    letter = get_column_letter(1 + [key for key, _, _ in RANK_COLUMNS].index(column))
    area = f"${letter}${RANKS_TOP + 1 + first}:${letter}${RANKS_TOP + 1 + last}"
    return place(WORDS.say("sheet.ranks", plan.lang), area)
