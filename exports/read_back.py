"""The bytes of a workbook of ours + Tables → what a reviewer changed in it: edits that are understood, and edits that are not.

The workbook says of which selection it was made; the same export is made again of the tables and compared with it by values,
not by looks. Nothing is kept and nothing is corrected here. The time that reading a file took (sheet 文件) and the numbers of the
checks are those of a run and are not compared; comments beside cells and charts are not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exports.excel import SHEETS, plan_to_xlsx
from exports.excel_catalogue import CATALOGUE_COLUMNS, FILE_COLUMNS
from exports.excel_evidence import READING_COLUMNS, REFUSAL_COLUMNS
from exports.excel_origin import content_of
from exports.excel_plan import COMPARE_TOP, DATA_TOP, Plan, make_plan
from exports.excel_ranks import RANK_COLUMNS
from exports.excel_second import CHECK_COLUMNS, EARLIER_COLUMNS
from exports.excel_table import Described
from exports.read_back_cells import Grid, ReviewedBook
from exports.read_back_edits import Edit, Kind, Said, joined
from exports.read_back_error import ReadBackError, ReadBackKind
from exports.read_back_figure import Reason
from exports.read_back_places import Places
from exports.read_back_rows import Table, differences, same
from panel.build import Tables

_ROOM = 100_000  # cells that a sheet may have more than four times as many as were exported


def read_back(data: bytes, tables: Tables) -> list[Edit]:
    """The edits, in the order of the sheets and of their cells; none where nothing was changed.

    A reading changed in several sheets is one edit. Raises ReadBackError for what is no workbook of ours, or one of another
    catalogue or of other reports than the tables.
    """
    book = ReviewedBook(data)
    origin = book.origin
    if origin.catalogue != tables.catalog.stamp:
        raise ReadBackError(ReadBackKind.OTHER_CATALOGUE, found=origin.catalogue, known=tables.catalog.stamp)
    try:
        plan = make_plan(tables, origin.selection, lang=origin.lang)
    except KeyError as error:
        raise ReadBackError(ReadBackKind.FOREIGN) from error
    if origin.content != (content := content_of(plan)):
        raise ReadBackError(ReadBackKind.OTHER_CONTENT, found=origin.content, known=content)
    return _edits(ReviewedBook(plan_to_xlsx(plan, origin.made)), book, plan)


def _edits(exported: ReviewedBook, book: ReviewedBook, plan: Plan) -> list[Edit]:
    """The edits of all sheets; those of one reading stand where the first of them does."""
    found: list[Edit | None] = []
    held: defaultdict[object, list[Said]] = defaultdict(list)
    at: dict[object, int] = {}
    keys = dict(zip(exported.titles, ("cover", "contents", *SHEETS), strict=True))
    strangers = {title: book.grid(title, most=_ROOM) for title in book.titles if title not in keys}
    for title, key in keys.items():
        ours, now = exported.grid(title), title
        if title not in book.titles:
            now = next((one for one, grid in strangers.items() if same(_corner(grid), _corner(ours))), "")
            if not now:
                found.append(Edit(Kind.NOT_UNDERSTOOD, title, "A1", exported=title, reason=Reason.SHEET_MISSING))
                continue
            found.append(Edit(Kind.NOT_UNDERSTOOD, now, "A1", exported=title, now=now, reason=Reason.SHEET_RENAMED))
            theirs = strangers.pop(now)
        else:
            theirs = book.grid(title, most=4 * sum(map(len, ours.values())) + _ROOM)
        places = Places(plan, key, now, ours, TABLES.get(key, Table()))
        for difference in sorted(differences(ours, theirs, places.table), key=lambda one: _order(one.cell)):
            target, said = places.edit_of(difference)
            if target is None:
                found.append(said.edit)
            else:
                if target not in held:
                    at[target] = len(found)
                    found.append(None)
                held[target].append(said)
    for target, position in at.items():
        found[position] = joined(held[target])
    return [one for one in found if one is not None] + list(_added(strangers))


def _added(strangers: dict[str, Grid]) -> Iterator[Edit]:
    """An edit for each sheet that was not exported and holds something."""
    for title, grid in strangers.items():
        if grid:
            yield Edit(Kind.NOT_UNDERSTOOD, title, "A1", now=title, reason=Reason.SHEET_ADDED)


def _corner(grid: Grid) -> str | float | None:
    """What stands in A1: the title of a sheet of ours."""
    return grid.get(1, {}).get(1)


def _order(cell: str) -> tuple[int, int, str]:
    """A cell's place in reading order."""
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), len(letters), letters


def _of(described: tuple[Described, ...], *keys: str) -> tuple[int, ...]:
    """The numbers of these columns, from 1."""
    columns = [key for key, _, _ in described]
    return tuple(columns.index(key) + 1 for key in keys)


# How the sheets with a table are arranged. The others are compared cell by cell: cover, contents, charts and their data, which
# are not to be sorted.
TABLES = {
    "notes": Table(DATA_TOP, (1, 2)),
    "compare": Table(COMPARE_TOP, (1, 3)),
    "yearly": Table(DATA_TOP, (1, 3, 4)),
    "ranks": Table(DATA_TOP, _of(RANK_COLUMNS, "name", "year", "place", "evidence_number")),
    "coverage": Table(DATA_TOP, (1, 3)),
    "readings": Table(DATA_TOP, _of(READING_COLUMNS, "number")),
    "refusals": Table(DATA_TOP, _of(REFUSAL_COLUMNS, "number")),
    "checks": Table(DATA_TOP, _of(CHECK_COLUMNS, "file", "start", "label", "sums"), _of(CHECK_COLUMNS, "number")),
    "earlier": Table(DATA_TOP, _of(EARLIER_COLUMNS, "file", "start", "name", "told_kind")),
    "catalogue": Table(DATA_TOP, _of(CATALOGUE_COLUMNS, "indicator")),
    "files": Table(DATA_TOP, _of(FILE_COLUMNS, "file"), _of(FILE_COLUMNS, "seconds")),
}
