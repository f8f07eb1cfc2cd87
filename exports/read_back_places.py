"""A difference on a sheet → the edit that it is: of which reading, of which place and year, understood or why not."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np
from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_evidence import READING_COLUMNS, REFUSAL_COLUMNS
from exports.excel_places import yearly_slots
from exports.excel_plan import COMPARE_TOP, FIRST_COLUMN, FIRST_YEAR, RANKS_TOP, READINGS_TOP, YEARLY_TOP, Plan, known_year
from exports.excel_ranks import QUALIFIERS, RANK_COLUMNS
from exports.read_back_comments import Note
from exports.read_back_edits import Comment, Edit, Kind, Said
from exports.read_back_figure import Asked, Figure, Reason, say_figure, understand
from exports.read_back_match import Match, Table, say_value
from exports.read_back_rows import Difference, What
from exports.read_back_sheet import Formula, Grid
from panel.blanks import VALUE
from panel.words import WORDS as SHARED

_NAMES = ("place", "level", "year", "name", "file", "number", "evidence", "evidence_number", "indicator", "of_year", "item")
_REASONS = {
    What.HEAD: Reason.HEAD,
    What.COLUMN_MISSING: Reason.COLUMN_MISSING,
    What.OUTSIDE: Reason.OUTSIDE,
    What.NO_TABLE: Reason.NO_TABLE,
}
_KINDS = {What.ROW_REMOVED: Kind.ROW_REMOVED, What.ROW_ADDED: Kind.ROW_ADDED, What.BESIDE: Kind.REVIEW}
Target = tuple[str, int]  # ("reading", its number), or ("blank", the cell of the plan)


class Places:
    """One sheet: `key` is that of its words, `title` what it is called now, `grid` its cells as exported."""

    def __init__(self, plan: Plan, key: str, title: str, grid: Grid, table: Table) -> None:
        self._plan, self._key, self._title, self._grid, self.table = plan, key, title, grid, table
        self._heads = {column: say_value(head) for column, head in grid.get(table.top or 0, {}).items()}

    def edit_of(self, found: Difference) -> tuple[Target | None, Said]:
        """The edit, and the reading or blank that it alters; None for one that alters none."""
        if found.what is What.CELL and found.row is not None and found.column is not None:
            if self._key == "readings" and self._column_key(found.column) == "qualifier":
                return self._of_qualifier(found)
            target = self._target(found.row, found.column)
            if target is not None:
                return self._of_value(found, target)
        return None, Said(self._other(found))

    def comment_of(self, note: Note, matched: Match | None) -> Comment:
        """The comment, with what is known of whose cell it stands by."""
        row, column = (note.row, note.column) if matched is None else matched.exported(note.row, note.column)
        cell = f"{get_column_letter(note.column)}{note.row}"
        target = self._target(row, column) if row is not None and column is not None else None
        whose = (
            self._whose(Difference(What.CELL, cell, row, column, None, None)) if target is None else self._whose_reading(target)
        )
        return Comment(self._title, cell, note.author, note.text, *whose)

    def quote(self, number: int) -> str:
        """What the report says of a reading."""
        return str(self._reading(number)["quote"])

    def _of_value(self, found: Difference, target: Target) -> tuple[Target | None, Said]:
        asked = self._asked(target)
        told = understand(found.after, asked)
        edit = self._about(found, Kind.READING, target)
        if isinstance(told, Reason):
            return None, Said(_replaced(edit, Kind.NOT_UNDERSTOOD, told))
        return target, Said(_replaced(edit, Kind.READING, None, asked.exported, told))

    def _of_qualifier(self, found: Difference) -> tuple[Target | None, Said]:
        target = self._reading_of_row(found.row)
        edit = self._about(found, Kind.READING, target)
        words = {SHARED.say(f"qualifier.{one}", self._plan.lang): one for one in QUALIFIERS}
        word = "" if isinstance(found.after, Formula) else say_value(found.after).strip()
        if target is None or word not in words:
            return None, Said(_replaced(edit, Kind.NOT_UNDERSTOOD, Reason.QUALIFIER))
        exported = self._asked(target).exported
        if exported is None:
            return None, Said(_replaced(edit, Kind.NOT_UNDERSTOOD, Reason.QUALIFIER))
        figure = Figure(exported.value, words[word])
        return target, Said(_replaced(edit, Kind.READING, None, exported, figure), of_value=False)

    def _other(self, found: Difference) -> Edit:
        if found.what in _KINDS:
            return self._about(found, _KINDS[found.what], None)
        reason = _REASONS.get(found.what) or self._why(found)
        return _replaced(self._about(found, Kind.NOT_UNDERSTOOD, None), Kind.NOT_UNDERSTOOD, reason)

    def _why(self, found: Difference) -> Reason:
        """Why a changed cell that holds no reading can't be understood."""
        if isinstance(found.after, Formula):
            return Reason.FORMULA
        key = self._column_key(found.column) if found.row is not None and found.row > (self.table.top or 0) else ""
        if key == "quote":
            return Reason.QUOTE
        if self._key == "refusals" and key in ("value", "unit", "qualifier"):
            return Reason.REFUSED
        return Reason.NAME if key in _NAMES else Reason.OTHER

    def _column_key(self, column: int | None) -> str:
        """The key of the head of a column; "" where no word table has it."""
        described = {"readings": READING_COLUMNS, "refusals": REFUSAL_COLUMNS, "ranks": RANK_COLUMNS}.get(self._key)
        if described is not None and column is not None and column <= len(described):
            return described[column - 1][0]
        return self._head_keys.get(self._heads.get(column or 0, ""), "")

    @cached_property
    def _head_keys(self) -> dict[str, str]:
        keys = WORDS.keys()
        heads = (key.removeprefix("head.") for key in keys if key.startswith("head."))
        return {WORDS.say(f"head.{key}", self._plan.lang): key for key in heads}

    def _target(self, row: int, column: int) -> Target | None:
        """The reading, or the blank, that an exported cell shows as its value."""
        if self._key == "readings":
            return self._reading_of_row(row) if self._column_key(column) == "value" else None
        at = self._at(row, column)
        if at is None:
            return None
        number = int(self._plan.targets[at])
        return ("reading", number) if self._plan.arrays.valued[at] else ("blank", at)

    def _at(self, row: int, column: int) -> int | None:
        """The cell of the comparison that an exported cell of another sheet shows."""
        plan = self._plan
        if self._key == "compare" and row > COMPARE_TOP and 0 <= column - FIRST_COLUMN < plan.width:
            at = (row - COMPARE_TOP - 1) * plan.width + column - FIRST_COLUMN
            return at if at < len(plan.grid) else None
        if self._key == "yearly":
            return self._yearly.get((row, column))
        if self._key == "ranks" and 0 < row - RANKS_TOP <= len(plan.placings.cells):
            at = int(plan.placings.cells[row - RANKS_TOP - 1])
            own = ("value", f"only.{plan.arrays.columns['qualifier'][at]}")
            return at if self._column_key(column) in own else None
        return None

    @cached_property
    def _yearly(self) -> dict[tuple[int, int], int]:
        plan = self._plan
        lines = len(plan.by_year.rows)
        return {
            (YEARLY_TOP + 1 + indicator * lines + line, FIRST_YEAR + column): slot * plan.width + indicator
            for slot, (line, column) in yearly_slots(plan).items()
            for indicator in range(plan.width)
        }

    def _reading_of_row(self, row: int | None) -> Target | None:
        number = (row or 0) - READINGS_TOP
        return ("reading", number) if 0 < number <= len(self._plan.readings) else None

    def _asked(self, target: Target) -> Asked:
        plan, (kind, number) = self._plan, target
        if kind == "reading":
            row = self._reading(number)
            indicator, state = plan.tables.catalog.indicators[row["indicator"]], VALUE
            exported = Figure(_decimal(row["value"]), str(row["qualifier"]))
        else:
            indicator, state, exported = plan.indicators[number % plan.width], str(plan.arrays.columns["state"][number]), None
        # Where a column of its own tells the qualifier, the cell of the value does not.
        signed = self._key in ("compare", "yearly", "ranks")
        return Asked(indicator, plan.tables.catalog.units[indicator.unit], exported, state, plan.lang, signed)

    def _reading(self, number: int) -> Any:
        figures = self._plan.readings
        return figures.table.iloc[int(figures.rows[number - 1])]

    def _about(self, found: Difference, kind: Kind, target: Target | None) -> Edit:
        """The edit, with what is known of whose it is."""
        number, place, year, indicator = self._whose(found) if target is None else self._whose_reading(target)
        before, after = say_value(found.before), say_value(found.after)
        return Edit(kind, self._title, found.cell, number, place, year, indicator, before, after)

    def _whose_reading(self, target: Target) -> tuple[int | None, str | None, int | None, str | None]:
        plan, (kind, number) = self._plan, target
        if kind == "reading":
            row = self._reading(number)
            return number, plan.tables.places[row["doc_id"]], known_year(row["year"]), str(row["indicator"])
        slots, slot = plan.grid.slots.columns, number // plan.width
        return None, str(slots["place"][slot]), known_year(slots["year"][slot]), plan.indicators[number % plan.width].id

    def _whose(self, found: Difference) -> tuple[int | None, str | None, int | None, str | None]:
        """Of what is no reading: whatever its exported row says in its columns."""
        if found.row is None or self.table.top is None or found.row <= self.table.top:
            return None, None, None, None
        reading = self._reading_of_row(found.row) if self._key == "readings" else None
        if reading is not None:
            return self._whose_reading(reading)
        cells = self._grid.get(found.row, {})
        told = {self._column_key(column): value for column, value in cells.items()}
        year, number = told.get("year", told.get("of_year")), told.get("number", told.get("evidence_number"))
        names = {one.name if self._plan.lang == "zh" else one.name_en: one.id for one in self._plan.indicators}
        return (
            int(number) if isinstance(number, float) and self._key in ("refusals", "ranks") else None,
            say_value(told["place"]) if "place" in told else None,
            int(year) if isinstance(year, float) else None,
            names.get(say_value(told.get("name"))),
        )


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(np.float64(value)))).normalize() + 0


def _replaced(edit: Edit, kind: Kind, reason: Reason | None, before: Figure | None = None, after: Figure | None = None) -> Edit:
    """The edit of that kind; of a reading with its figures, in whose words it is told."""
    exported = say_figure(before) if before is not None else edit.exported
    return Edit(
        kind,
        edit.sheet,
        edit.cell,
        edit.number,
        edit.place,
        edit.year,
        edit.indicator,
        exported,
        edit.now,
        before,
        after,
        (),
        reason,
    )
