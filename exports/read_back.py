"""The bytes of a workbook of ours + Tables → what a reviewer changed in it: edits, understood or not, and comments.

The workbook says of which selection it was made; the same export is made again of the tables and compared with it by values,
not by looks. Nothing is kept and nothing is corrected here. The time that reading a file took (sheet 文件) and the numbers of the
checks are those of a run and are not compared, charts are not looked at. No workbook of ours has comments, so all are a
reviewer's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from openpyxl.utils import get_column_letter

from exports.excel import SHEETS
from exports.excel_catalogue import CATALOGUE_COLUMNS, FILE_COLUMNS
from exports.excel_evidence import READING_COLUMNS, REFUSAL_COLUMNS
from exports.excel_origin import content_of
from exports.excel_plan import COMPARE_TOP, DATA_TOP, Plan, make_plan
from exports.excel_ranks import RANK_COLUMNS
from exports.excel_second import CHECK_COLUMNS, EARLIER_COLUMNS
from exports.excel_table import Described
from exports.read_back_cells import ReviewedBook
from exports.read_back_comments import Note
from exports.read_back_edits import Comment, Edit, Kind, Review, Said, joined
from exports.read_back_error import ReadBackError, ReadBackKind
from exports.read_back_exported import exported_grids
from exports.read_back_figure import Reason
from exports.read_back_match import Table, match, same
from exports.read_back_places import Places
from exports.read_back_rows import differences
from exports.read_back_sheet import Grid
from panel.build import Tables

_ROOM = 100_000  # cells that a sheet may have more than four times as many as were exported


def read_back(data: bytes, tables: Tables) -> Review:
    """The edits, none where nothing was changed, and the comments, both in the order of the sheets and of their cells.

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
    return _Comparison(book, plan).of(exported_grids(plan, origin.made))


class _Comparison:
    """What has been found of a workbook so far, sheet by sheet."""

    def __init__(self, book: ReviewedBook, plan: Plan) -> None:
        self._book, self._plan = book, plan
        self._found: list[Edit | None] = []
        # Edits of one reading stand where the first of them does.
        self._held: defaultdict[object, list[Said]] = defaultdict(list)
        self._at: dict[object, int] = {}
        self._comments: list[Comment] = []
        self._moved: dict[str, int] = {}
        self._compared = 0
        self._quotes: dict[int, str] = {}

    def of(self, exported: Mapping[str, Grid]) -> Review:
        """The review of all sheets."""
        book = self._book
        strangers = {title: book.grid(title, most=_ROOM) for title in book.titles if title not in exported}
        for key, (title, ours) in zip(("cover", "contents", *SHEETS), exported.items(), strict=True):
            now = title if title in book.titles else _renamed(ours, strangers)
            if now is None:
                self._found.append(Edit(Kind.NOT_UNDERSTOOD, title, "A1", exported=title, reason=Reason.SHEET_MISSING))
                continue
            if now != title:
                told = Edit(Kind.NOT_UNDERSTOOD, now, "A1", exported=title, now=now, reason=Reason.SHEET_RENAMED)
                self._found.append(told)
            theirs = strangers.pop(now, None) or book.grid(now, most=4 * sum(map(len, ours.values())) + _ROOM)
            self._sheet(key, now, ours, theirs)
        for title in strangers:
            self._comments += (_beside_nothing(title, note) for note in book.notes(title))
        return self._review(strangers)

    def _sheet(self, key: str, now: str, ours: Grid, theirs: Grid) -> None:
        """One sheet, called `now`."""
        table = TABLES.get(key, Table())
        places = Places(self._plan, key, now, ours, table)
        matched = match(ours, theirs, table) if table.top is not None else None
        numbers = set()
        for difference in sorted(differences(ours, theirs, table, matched), key=lambda one: _order(one.cell)):
            target, said = places.edit_of(difference)
            numbers.add(said.edit.number)
            if target is None:
                self._found.append(said.edit)
            else:
                if target not in self._held:
                    self._at[target] = len(self._found)
                    self._found.append(None)
                self._held[target].append(said)
        comments = [places.comment_of(note, matched) for note in self._book.notes(now)]
        self._comments += comments
        if key != "refusals":  # their numbers are their own
            numbers.update(one.number for one in comments)
            self._quotes.update((number, places.quote(number)) for number in numbers if number is not None)
        if matched is None or matched.top is not None:
            self._compared += sum(map(len, ours.values()))
        if matched is not None and (moved := matched.moved()):
            self._moved[now] = moved

    def _review(self, strangers: Mapping[str, Grid]) -> Review:
        for target, position in self._at.items():
            self._found[position] = joined(self._held[target])
        edits = [one for one in self._found if one is not None] + list(_added(strangers))
        return Review(edits, self._comments, self._compared, self._moved, self._quotes)


def _renamed(ours: Grid, strangers: Mapping[str, Grid]) -> str | None:
    """The sheet that is this one under another title."""
    return next((title for title, grid in strangers.items() if same(_corner(grid), _corner(ours))), None)


def _beside_nothing(title: str, note: Note) -> Comment:
    return Comment(title, f"{get_column_letter(note.column)}{note.row}", note.author, note.text)


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
