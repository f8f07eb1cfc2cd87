"""The cells of a sheet as exported, and as they came back → where they differ, wherever their rows and columns stand now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from openpyxl.utils import get_column_letter

from exports.read_back_match import Match, Table, same, say_value
from exports.read_back_sheet import Grid, Value


class What(Enum):
    """In what the two differ."""

    CELL = auto()
    HEAD = auto()
    ROW_REMOVED = auto()
    ROW_ADDED = auto()
    COLUMN_MISSING = auto()
    BESIDE = auto()  # a cell of a row, under a head that the table did not have
    OUTSIDE = auto()
    NO_TABLE = auto()


@dataclass(frozen=True, slots=True)
class Difference:
    """`row` and `column` are those of the exported sheet, None where it had none; `cell` is where it stands now (of what is no
    longer there: where it stood)."""

    what: What
    cell: str
    row: int | None
    column: int | None
    before: Value
    after: Value


def differences(exported: Grid, found: Grid, table: Table, matched: Match | None) -> Iterator[Difference]:
    """All of them, no row or column told twice; `matched` is None where the table has no head."""
    if matched is None or table.top is None:
        yield from _by_place(exported, found, 0)
        return
    top, heads = matched.top, exported[table.top]
    if top is None:
        yield Difference(What.NO_TABLE, f"A{table.top}", None, None, None, None)
        return
    above = ({row: cells for row, cells in grid.items() if row < last} for grid, last in ((exported, table.top), (found, top)))
    yield from _by_place(*above, top - table.top)
    for column, head in heads.items():
        now = matched.columns.get(column)
        if now is None:
            yield Difference(What.COLUMN_MISSING, _name(top, column), None, column, head, None)
        elif not same(head, found[top].get(now)):
            yield Difference(What.HEAD, _name(top, now), None, column, head, found[top].get(now))
    ours = {row: cells for row, cells in exported.items() if row > table.top}
    yield from _of_rows(ours, table, matched)
    yield from _of_more(found[top], matched)


def _name(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _by_place(exported: Grid, found: Grid, shift: int) -> Iterator[Difference]:
    """The differences of cells that are matched by their place, found ones `shift` rows further down."""
    for row in sorted({*exported, *(row - shift for row in found)}):
        before, after = exported.get(row, {}), found.get(row + shift, {})
        if before == after:
            continue
        for column in sorted({*before, *after}):
            one, other = before.get(column), after.get(column)
            if not same(one, other):
                what = What.CELL if column in before else What.OUTSIDE
                own = (row, column) if column in before else (None, None)
                yield Difference(what, _name(row + shift, column), *own, one, other)


def _of_rows(ours: Grid, table: Table, matched: Match) -> Iterator[Difference]:
    """The differences of the exported rows below the head."""
    columns = matched.columns
    compared = [column for column in columns if column not in table.ignored]
    for row, cells in ours.items():
        now = matched.rows.get(row)
        if now is None:
            yield Difference(What.ROW_REMOVED, f"A{row}", row, None, _line(cells), None)
            continue
        after = matched.theirs[now]
        if cells == after:
            continue
        for column in compared:
            one, other = cells.get(column), after.get(column)
            if not same(one, other):
                yield Difference(What.CELL, _name(now, columns[column]), row, column, one, other)


def _of_more(heads: Mapping[int, Value], matched: Match) -> Iterator[Difference]:
    """The rows that were added, and what stands beside the table, whose row of heads is `heads` now."""
    back = {now: row for row, now in matched.rows.items()}
    for now, cells in matched.theirs.items():
        if now not in back:
            yield Difference(What.ROW_ADDED, f"A{now}", None, None, None, _line(cells))
    for now, cells in matched.beside.items():
        for column, value in cells.items():
            known = column in heads and now in back
            yield Difference(What.BESIDE if known else What.OUTSIDE, _name(now, column), back.get(now), None, None, value)


def _line(cells: Mapping[int, Value]) -> str:
    """A row in one line, as far as a reader needs it to know the row."""
    return " | ".join(say_value(cells[column]) for column in sorted(cells))[:200]
