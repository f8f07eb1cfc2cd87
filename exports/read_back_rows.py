"""The cells of a sheet as exported, and as they came back → where they differ, rows and columns matched wherever they stand now.

Rows of a table are matched by what names them (the number of a reading, place and year), so that sorting and filtering alter
nothing; a row whose name was changed is the one that is else most like it. Columns are matched by their heads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import isclose

from openpyxl.utils import get_column_letter

from exports.read_back_cells import ErrorValue, Formula, Grid, Value

_SEARCHED = 40  # rows further down that the head of a table is looked for
_COMPARED = 250_000  # pairs of rows without a partner that are compared with each other
_ALIKE = 0.5  # of the cells of a row must be the same for it to be that row


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
class Table:
    """How a sheet is arranged: the row of its head (None: cells are matched by their place), the columns that name a row, and
    those that are not compared."""

    top: int | None = None
    names: tuple[int, ...] = ()
    ignored: tuple[int, ...] = ()


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


def differences(exported: Grid, found: Grid, table: Table) -> Iterator[Difference]:
    """All of them, no row or column told twice."""
    if table.top is None:
        yield from _by_place(exported, found, 0)
        return
    heads = exported[table.top]
    top = _head_row(heads, found, table.top)
    if top is None:
        yield Difference(What.NO_TABLE, f"A{table.top}", None, None, None, None)
        return
    shift = top - table.top
    above = ({row: cells for row, cells in grid.items() if row < last} for grid, last in ((exported, table.top), (found, top)))
    yield from _by_place(*above, shift)
    columns = _columns(heads, found[top])
    for column, head in heads.items():
        now = columns.get(column)
        if now is None:
            yield Difference(What.COLUMN_MISSING, _name(top, column), None, column, head, None)
        elif not same(head, found[top].get(now)):
            yield Difference(What.HEAD, _name(top, now), None, column, head, found[top].get(now))
    yield from _of_rows(exported, found, table, (table.top, top), columns)


def same(one: Value, other: Value) -> bool:
    """Whether two cells hold the same; a number may have become text, and lose what lies beyond its fifteenth digit."""
    if type(one) is type(other) and one == other:
        return True
    if isinstance(one, Formula | ErrorValue) or isinstance(other, Formula | ErrorValue):
        return False
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-12)
    return say_value(one) == say_value(other)


def say_value(value: Value) -> str:
    """What stands in a cell, in words; "" for nothing."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return value or ""


def _name(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _by_place(exported: Grid, found: Grid, shift: int) -> Iterator[Difference]:
    """The differences of cells that are matched by their place, found ones `shift` rows further down."""
    for row in sorted({*exported, *(row - shift for row in found)}):
        before, after = exported.get(row, {}), found.get(row + shift, {})
        for column in sorted({*before, *after}):
            one, other = before.get(column), after.get(column)
            if not same(one, other):
                what = What.CELL if column in before else What.OUTSIDE
                own = (row, column) if column in before else (None, None)
                yield Difference(what, _name(row + shift, column), *own, one, other)


def _head_row(heads: Mapping[int, Value], found: Grid, top: int) -> int | None:
    """The row that has most of the heads, at least half of them; None where none has."""
    wanted = set(heads.values())
    counts = {row: len(wanted & set(found[row].values())) for row in range(1, top + _SEARCHED) if row in found}
    best = max(counts, key=lambda row: (counts[row], -abs(row - top)), default=None)
    return best if best is not None and 2 * counts[best] >= len(wanted) else None


def _columns(heads: Mapping[int, Value], now: Mapping[int, Value]) -> dict[int, int]:
    """Of each column of the table the one where it stands now; a head that was rewritten keeps its place among the others."""
    where = {say_value(head): column for column, head in reversed(now.items())}
    columns = {column: where[say_value(head)] for column, head in heads.items() if say_value(head) in where}
    taken = set(columns.values())
    for column in heads:
        if column in columns:
            continue
        # As far to the right as the column before it went.
        before = max((one for one in columns if one < column), default=None)
        guess = column if before is None else columns[before] + column - before
        shifted = any(columns[one] < one for one in columns if one > column)
        if guess not in taken and not (shifted and guess not in now):
            columns[column] = guess
            taken.add(guess)
    return columns


def _of_rows(
    exported: Grid, found: Grid, table: Table, tops: tuple[int, int], columns: Mapping[int, int]
) -> Iterator[Difference]:
    """The differences of the rows below the head, which stood in the first of `tops` and stands in the second."""
    was, top = tops
    ours = {row: cells for row, cells in exported.items() if row > was}
    theirs: Grid = {}
    beside: Grid = {}
    back = {now: column for column, now in columns.items()}
    for row, cells in found.items():
        if row > top:
            own = {back[now]: value for now, value in cells.items() if now in back}
            more = {now: value for now, value in cells.items() if now not in back}
            if own:
                theirs[row] = own
            if more:
                beside[row] = more
    partners = _partners(ours, theirs, table, top - was)
    compared = [column for column in columns if column not in table.ignored]
    for row, cells in ours.items():
        now = partners.get(row)
        if now is None:
            yield Difference(What.ROW_REMOVED, f"A{row}", row, None, _line(cells), None)
            continue
        for column in compared:
            one, other = cells.get(column), theirs[now].get(column)
            if not same(one, other):
                yield Difference(What.CELL, _name(now, columns[column]), row, column, one, other)
    matched = {now: row for row, now in partners.items()}
    for now, cells in theirs.items():
        if now not in matched:
            yield Difference(What.ROW_ADDED, f"A{now}", None, None, None, _line(cells))
    for now, cells in beside.items():
        for column, value in cells.items():
            known = column in found[top] and now in matched
            yield Difference(What.BESIDE if known else What.OUTSIDE, _name(now, column), matched.get(now), None, None, value)


def _line(cells: Mapping[int, Value]) -> str:
    """A row in one line, as far as a reader needs it to know the row."""
    return " | ".join(say_value(cells[column]) for column in sorted(cells))[:200]


def _partners(ours: Grid, theirs: Grid, table: Table, shift: int) -> dict[int, int]:
    """Of each exported row the one that it is now, as far as there is one."""
    by_name = {key: row for row, key in _named(theirs, table.names, shift)}
    partners = {row: by_name[key] for row, key in _named(ours, table.names, 0) if key in by_name}
    left = [row for row in ours if row not in partners]
    taken = set(partners.values())
    free = [row for row in theirs if row not in taken]
    for row in left:
        # Most rows whose name was changed still stand where they stood.
        if row + shift in theirs and row + shift not in taken and _alike(ours[row], theirs[row + shift]) > _ALIKE:
            partners[row] = row + shift
            taken.add(row + shift)
    left, free = [row for row in left if row not in partners], [row for row in free if row not in taken]
    if len(left) * len(free) <= _COMPARED:
        pairs = sorted(((_alike(ours[row], theirs[now]), -row, -now) for row in left for now in free), reverse=True)
        for alike, row, now in pairs:
            if alike > _ALIKE and -row not in partners and -now not in taken:
                partners[-row] = -now
                taken.add(-now)
    return partners


def _named(grid: Grid, names: Sequence[int], shift: int) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Each row with its name; of several of one name each has its turn. Without columns that name it, its place is its name."""
    seen: Counter[tuple[object, ...]] = Counter()
    for row, cells in grid.items():
        name: tuple[object, ...] = tuple(say_value(cells.get(column)).strip() for column in names) or (row - shift,)
        seen[name] += 1
        yield row, (*name, seen[name])


def _alike(one: Mapping[int, Value], other: Mapping[int, Value]) -> float:
    """The part of the cells that are the same."""
    columns = {*one, *other}
    return sum(same(one.get(column), other.get(column)) for column in columns) / len(columns)
