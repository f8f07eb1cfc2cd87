"""Tables and a Selection → the workbook: cover, contents, notes, comparison, years, ranks, charts, coverage, readings
with their evidence, refusals, the reports' arithmetic, the year before as told, dictionary, run log.

Each sheet is a function in a module of its own; the order here is the order of the sheets. The same input gives the same
bytes: nothing but the date `made` says when. What it was made of stands in its properties, so that it can be read back
(exports/read_back.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from exports._words import WORDS
from exports.excel_catalogue import write_catalogue, write_files
from exports.excel_cells import Cell, Cells
from exports.excel_charts import write_charts
from exports.excel_compare import write_compare
from exports.excel_cover import open_contents, write_contents, write_cover
from exports.excel_coverage import write_coverage
from exports.excel_evidence import write_readings, write_refusals
from exports.excel_notes import write_notes
from exports.excel_origin import origin_of, to_properties
from exports.excel_package import Rows
from exports.excel_plan import Plan, make_plan
from exports.excel_ranks import write_ranks
from exports.excel_second import write_checks, write_earlier
from exports.excel_sheet import Book
from exports.excel_yearly import write_yearly
from panel.build import Tables
from panel.compare import Selection
from panel.standing import mark_of, standing_of

# What writes the sheets after the contents, in their order; the keys of their words, of which the charts have two.
WRITERS = (
    write_notes,
    write_compare,
    write_yearly,
    write_ranks,
    write_charts,
    write_coverage,
    write_readings,
    write_refusals,
    write_checks,
    write_earlier,
    write_catalogue,
    write_files,
)
SHEETS = (
    *("notes", "compare", "yearly", "ranks", "charts", "chart_data", "coverage"),
    *("readings", "refusals", "checks", "earlier", "catalogue", "files"),
)


# The steps of a workbook: the words of the reports are looked up, the cover and the sheets are written, all is packed.
STEPS = 1 + 1 + len(WRITERS) + 1
# How far it is: the step, from 0, and how many reports were looked up in the first one, how many rows are written in the others.
Progress = Callable[[int, int], None]
# After so many reports or rows there is word of it.
EVERY_REPORTS, EVERY_ROWS = 20, 500


@dataclass(slots=True)
class _Count:
    """How far a workbook is, as its `progress` is told."""

    progress: Progress
    step: int = 0
    reports: int = 0
    rows: int = 0

    def add_step(self) -> None:
        """One more step is done."""
        self.step += 1
        self.progress(self.step, self.rows)

    def add_report(self) -> None:
        """One more report is looked up."""
        self.reports += 1
        if not self.reports % EVERY_REPORTS:
            self.progress(self.step, self.reports)

    def add_row(self) -> None:
        """One more row is written."""
        self.rows += 1
        if not self.rows % EVERY_ROWS:
            self.progress(self.step, self.rows)


class _Counted(Rows):
    """The rows of a sheet, each of which is counted."""

    def __init__(self, cells: Cells, count: _Count) -> None:
        super().__init__(cells)
        self._count = count

    def add(self, cells: Sequence[Cell | None], *, height: float | None = None, kept: bool = False) -> int:
        """Write one row, as `Rows` does."""
        self._count.add_row()
        return super().add(cells, height=height, kept=kept)


def to_xlsx(
    tables: Tables, selection: Selection | None = None, *, made: date, lang: str = "zh", progress: Progress | None = None
) -> bytes:
    """The workbook of a selection (None: everything), dated `made`, in Chinese ("zh") or English ("en").

    Values are numbers in the catalogue's unit (a rate in percent), blanks the code of their cause. ValueError for another
    language or more readings than a sheet has rows; KeyError for an indicator that the catalogue does not have. `progress` is
    told how far it is, and what it raises ends the work.
    """
    count = _Count(progress or (lambda _step, _done: None))
    return plan_to_xlsx(make_plan(tables, selection or Selection(), lang=lang, tell=count.add_report), made, count)


def plan_to_xlsx(plan: Plan, made: date, count: _Count | None = None) -> bytes:
    """The same of a plan at hand."""
    book = written(plan, made, Rows if count is None else partial(_Counted, count=count), count)
    # Where nobody else needs the plan it ends here: it takes more room than the package that is made next.
    del plan
    return book.to_bytes()


def written(plan: Plan, made: date, rows: Callable[[Cells], Rows] = Rows, count: _Count | None = None) -> Book:
    """The book with all its sheets; `rows` makes what takes the rows of each, `count` tells how far it is."""
    tables, lang = plan.tables, plan.lang
    step = (lambda: None) if count is None else count.add_step
    step()
    book = Book(
        title=WORDS.say("title", lang),
        lang=lang,
        made=made,
        stamp=tables.catalog.stamp,
        mark=mark_of(tables, lang),
        standing=standing_of(tables, lang),
        properties=to_properties(origin_of(plan, made)),
        rows=rows,
    )
    write_cover(book, plan)
    contents = open_contents(book)
    for write in WRITERS:
        step()
        write(book, plan)
    step()
    write_contents(contents, SHEETS)
    return book
