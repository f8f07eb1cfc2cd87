"""Plan → the sheet 排名: each figure in the order of its like ones, with its rank as a range, or in words why it has none.

The columns of exact figures, of bounds and of approximate ones are apart, so that a chart bound to them draws each as what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_cells import Cell, Value
from exports.excel_compare import level_name, unit_names
from exports.excel_places import RANK_VALUE, link_cells, rank_rows
from exports.excel_plan import RANKS_TOP, Plan
from exports.excel_sheet import Book, Sheet, place, unit_name
from exports.excel_style import BLANK, CENTER, INTEGER, NUMBER, TEXT, WRAP, YEAR, Look, signed_format
from exports.excel_table import Described, columns_of, open_table, table_name
from panel.display import describe_base
from panel.placings import Like

QUALIFIERS = ("exact", "min", "max", "approx")
RANK_COLUMNS: tuple[Described, ...] = (
    ("name", WRAP, 24.0),
    ("year", YEAR, 9.0),
    ("level", CENTER, None),
    ("place", TEXT, None),
    ("value", NUMBER, 12.0),
    ("unit", CENTER, None),
    ("rank_best", INTEGER, 9.0),
    ("rank_worst", INTEGER, 9.0),
    ("shared", CENTER, 8.0),
    ("like_n", INTEGER, 9.0),
    ("like_total", INTEGER, 9.0),
    ("base", WRAP, 18.0),
    ("scope", WRAP, 18.0),
    ("evidence_number", INTEGER, 9.0),
    *((f"only.{qualifier}", replace(NUMBER, number=signed_format(qualifier)), 10.0) for qualifier in QUALIFIERS),
    ("why", WRAP, 40.0),
)
_TIED = Look(across="center", number='0"="', ruled=INTEGER.ruled)  # 3=: shared, and still a number


def write_ranks(book: Book, plan: Plan) -> None:
    """The whole sheet, in the order of the plan's placings."""
    lang, found = book.lang, plan.placings
    wheres = plan.arrays.columns["place"]
    texts = {
        "unit": unit_names(plan),
        "level": {level_name(group.level, lang) for group in found.groups},
        "place": {wheres[at] for at in found.cells},
    }
    sheet = open_table(book, "ranks", tab="1F4E8C", links=len(found.cells))
    columns = columns_of(RANK_COLUMNS, texts, lang)
    top = sheet.table(table_name("ranks"), columns, _rows(sheet, plan), fixed=4)
    if top != RANKS_TOP:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {RANKS_TOP}")


def range_of(plan: Plan, first: int, last: int, column: str) -> str:
    """The cells of a column of the sheet that hold the placings `first` to `last` (from 0, exclusive), absolute."""
    letter = get_column_letter(1 + [key for key, _, _ in RANK_COLUMNS].index(column))
    area = f"${letter}${RANKS_TOP + 1 + first}:${letter}${RANKS_TOP + last}"
    return place(WORDS.say("sheet.ranks", plan.lang), area)


def _rows(sheet: Sheet, plan: Plan) -> Iterator[Sequence[Cell | None]]:
    styles = link_cells(sheet, plan, ((at, f"{RANK_VALUE}{row}") for at, row in rank_rows(plan).items()))
    columns = {name: plan.arrays.columns[name] for name in ("place", "base", "scope", "qualifier")}
    for group in plan.placings.groups:
        of_group = _Group(sheet, plan, group)
        for number in range(group.first, group.last):
            at = plan.placings.cells[number]
            yield of_group.row(number, styles[at], *(column[at] for column in columns.values()))


class _Group:
    """The rows of one group of like figures."""

    def __init__(self, sheet: Sheet, plan: Plan, group: Like) -> None:
        lang, indicator = plan.lang, plan.indicators[group.column]
        self._plan, self._group = plan, group
        self._wrap, self._center, self._text = (sheet.number(look) for look in (WRAP, CENTER, TEXT))
        self._integer, self._tied = (sheet.number(look) for look in (INTEGER, _TIED))
        self._only = {one: sheet.number(replace(NUMBER, number=signed_format(one))) for one in QUALIFIERS}
        self._head: tuple[Cell, ...] = (
            (indicator.name if lang == "zh" else indicator.name_en, self._wrap),
            (group.year, sheet.number(YEAR)),
            (level_name(group.level, lang), self._center),
        )
        self._unit: Cell = (unit_name(plan.tables.catalog.units[indicator.unit], lang), self._center)
        self._of: tuple[Cell, ...] = ((group.count, self._integer), (group.reports, self._integer))
        self._why: Cell = (group.why or None, self._wrap)
        unranked = sheet.cell(WORDS.say("unranked", lang), BLANK)
        self._unranked = (unranked, unranked, (unranked[0], self._center))
        self._shared: dict[bool, Cell] = {one: (WORDS.say("yes" if one else "no", lang), self._center) for one in (True, False)}

    def row(self, number: int, style: int, where: str, base: str | None, scope: str | None, qualifier: str) -> list[Cell]:
        """The row of the placing `number`, whose value has that style."""
        plan, found = self._plan, self._plan.placings
        at = found.cells[number]
        value: Value = plan.faces.values[at]
        target = int(plan.targets[at])
        only: list[Cell] = [(value if one == qualifier else None, own) for one, own in self._only.items()]
        return [
            *self._head,
            (where, self._text),
            (value, style),
            self._unit,
            *(self._unranked if self._group.why else self._ranks(number)),
            *self._of,
            (describe_base(base, plan.lang) if base else None, self._wrap),
            (scope, self._wrap),
            (target, self._integer),
            *only,
            self._why,
        ]

    def _ranks(self, number: int) -> tuple[Cell, Cell, Cell]:
        found = self._plan.placings
        shared = found.shared[number]
        look = self._tied if shared else self._integer
        return (found.best[number], look), (found.worst[number], look), self._shared[shared]
