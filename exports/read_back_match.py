"""The cells of a sheet as exported, and as they came back → which row and which column of the one is which of the other now.

Rows of a table are matched by what names them (the number of a reading, place and year), so that sorting and filtering alter
nothing; a row whose name was changed is the one that is else most like it. Columns are matched by their heads.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isclose

from openpyxl.utils.datetime import from_excel

from exports.read_back_sheet import Day, ErrorValue, Formula, Grid, Value

_SEARCHED = 40  # rows further down that the head of a table is looked for
_COMPARED = 250_000  # pairs of rows without a partner that are compared with each other
_DAYS = 2_958_466  # of Excel's calendar, to the year 9999
_ALIKE = 0.5  # of the cells of a row must be the same for it to be that row


@dataclass(frozen=True, slots=True)
class Table:
    """How a sheet is arranged: the row of its head (None: cells are matched by their place), the columns that name a row, and
    those that are not compared."""

    top: int | None = None
    names: tuple[int, ...] = ()
    ignored: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Of a sheet with a table: the row of its head now (None: it is not found), and by its exported row or column the one now.

    `theirs` are the rows below the head now, in the columns as exported; `beside` what stands in other columns, as they are now.
    """

    top: int | None
    rows: Mapping[int, int] = field(default_factory=dict)
    columns: Mapping[int, int] = field(default_factory=dict)
    theirs: Grid = field(default_factory=dict)
    beside: Grid = field(default_factory=dict)

    def exported(self, row: int, column: int) -> tuple[int | None, int | None]:
        """The exported row and column of a row and a column of now; None for what is not of the table."""
        rows, columns = ({now: was for was, now in told.items()} for told in (self.rows, self.columns))
        return rows.get(row), columns.get(column)

    def moved(self) -> int:
        """How many of the rows at least must have been moved, for the order to be that of now."""
        ends: list[int] = []  # of the longest rising sequences, the lowest end by their length
        for row in sorted(self.rows):
            now = self.rows[row]
            at = bisect_left(ends, now)
            ends[at : at + 1] = [now]
        return len(self.rows) - len(ends)


def match(exported: Grid, found: Grid, table: Table) -> Match:
    """The rows and columns of a sheet whose table has a head."""
    assert table.top is not None
    heads = exported[table.top]
    top = _head_row(heads, found, table.top)
    if top is None:
        return Match(None)
    columns = _columns(heads, found[top])
    back = {now: column for column, now in columns.items()}
    stayed = all(now == column for now, column in back.items())
    theirs: Grid = {}
    beside: Grid = {}
    for row, cells in found.items():
        if row <= top:
            continue
        if stayed and cells.keys() <= back.keys():
            theirs[row] = cells
            continue
        own = {back[now]: value for now, value in cells.items() if now in back}
        more = {now: value for now, value in cells.items() if now not in back}
        if own:
            theirs[row] = own
        if more:
            beside[row] = more
    ours = {row: cells for row, cells in exported.items() if row > table.top}
    return Match(top, _partners(ours, theirs, table, top - table.top), columns, theirs, beside)


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
    if isinstance(value, Day) and 1 <= value < _DAYS:
        day = from_excel(value)
        return day.date().isoformat() if value.is_integer() else day.isoformat(" ", "minutes")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return value or ""


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
