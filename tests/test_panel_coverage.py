"""Coverage: every cell in one count of its indicator and level, the borrowed under the cause that they fill."""

from __future__ import annotations

from samples import Given, extraction, tables_of
from workbooks import sample

from panel.build import Tables
from panel.cell_arrays import CellArrays
from panel.compare import cells
from panel.coverage import STATES, Coverage, coverage
from panel.selection import Selection

ALL = Selection()


def covered(tables: Tables, selection: Selection = ALL) -> list[Coverage]:
    width = len(selection.indicators) or len(tables.catalog.indicators)
    return coverage(CellArrays.of(cells(tables, selection)), width)


def test_each_indicator_and_level_has_its_counts() -> None:
    found = covered(sample())
    assert [(one.column, one.level, one.reports) for one in found[:3]] == [(0, "county", 1), (0, "township", 3), (0, None, 0)]
    of_cases = {one.level: dict(zip(STATES, one.counts, strict=True)) for one in found if one.column == 2}
    assert {level: {state: count for state, count in counts.items() if count} for level, counts in of_cases.items()} == {
        "county": {"refused": 1},
        "township": {"value": 1, "term absent": 1, "part only": 1, "no report": 1},
        None: {"unreadable": 1},
    }


def test_nobody_is_left_out() -> None:
    held = cells(sample(), Selection())
    assert sum(sum(one.counts) for one in covered(sample())) == len(held)


def test_what_is_borrowed_counts_as_the_blank_that_it_fills() -> None:
    tables = tables_of(extraction("甲镇", 2021, Given("cases", "3")), extraction("甲镇", 2022))
    (found,) = covered(tables, Selection(indicators=("cases",), borrow=1))
    counts = {state: count for state, count in zip(STATES, found.counts, strict=True) if count}
    assert (found.reports, counts) == (2, {"value": 1, "term absent": 1})


def test_nothing_has_no_coverage() -> None:
    assert covered(tables_of()) == []
