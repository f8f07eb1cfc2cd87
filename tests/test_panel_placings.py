"""Placings of all indicators at once: those that panel.ranks gives of one and of one year, and why there are none."""

from __future__ import annotations

import numpy as np
import pytest
from samples import Given, county, extraction, tables_of

from extract.model import Qualifier
from panel.build import Tables
from panel.cell_arrays import CellArrays
from panel.compare import cells
from panel.placings import Like, Placings, placings
from panel.ranks import rank, ranks_of
from panel.selection import Selection

ALL = Selection()


def placed(tables: Tables, selection: Selection = ALL) -> Placings:
    held = cells(tables, selection)
    ids = selection.indicators or tuple(tables.catalog.indicators)
    indicators = [tables.catalog.indicators[one] for one in ids]
    return placings(indicators, CellArrays.of(held), held["value"].to_numpy(), together=selection.together)


def places(tables: Tables, found: Placings, selection: Selection = ALL) -> list[str]:
    held = cells(tables, selection)["place"].tolist()
    return [held[at] for at in found.cells]


def given(indicator: str, value: str, qualifier: Qualifier = Qualifier.EXACT, **more: str) -> Given:
    return Given(indicator, value, qualifier=qualifier, **more)


def test_groups_stand_by_indicator_latest_year_first_then_level() -> None:
    tables = tables_of(
        extraction("甲镇", 2021, given("success_rate", "90"), given("cases", "3")),
        extraction("乙镇", 2021, given("success_rate", "95")),
        extraction("甲镇", 2022, given("success_rate", "80")),
        extraction("乙镇", 2022, given("success_rate", "85")),
        extraction(county("丙县"), 2022, given("success_rate", "70")),
        extraction(county("丁县"), 2022, given("success_rate", "75")),
    )
    found = placed(tables)
    assert [(group.column, group.year, group.level, group.count, group.reports) for group in found.groups] == [
        *((0, 2022, "county", 2, 2), (0, 2022, "township", 2, 2), (0, 2021, "township", 2, 2)),
        (2, 2021, "township", 1, 2),
    ]
    assert places(tables, found) == ["丁县", "丙县", "乙镇", "甲镇", "乙镇", "甲镇", "甲镇"]
    assert (found.best, found.worst) == ([1, 2, 1, 2, 1, 2, None], [1, 2, 1, 2, 1, 2, None])
    assert [group.why != "" for group in found.groups] == [False, False, False, True]


@pytest.mark.parametrize("indicator", ["success_rate", "loss_rate"])
def test_ranks_are_those_of_one_indicator_and_one_year(indicator: str) -> None:
    figures = [("90", Qualifier.EXACT), ("95", Qualifier.MIN), ("97", Qualifier.EXACT), ("97", Qualifier.EXACT), ("60", Qualifier.APPROX), ("99", Qualifier.MAX)]
    tables = tables_of(*(extraction(county(f"{name}县"), 2022, given(indicator, *figure)) for name, figure in zip("甲乙丙丁戊己", figures, strict=True)))
    chosen = Selection(indicators=(indicator,))
    found, one = placed(tables, chosen), rank(tables, chosen)
    assert places(tables, found, chosen) == one["place"].tolist()
    assert list(zip(found.best, found.worst, found.shared, strict=True)) == list(zip(one["rank_best"], one["rank_worst"], one["shared"], strict=True))
    assert found.groups[0].why == ""


def test_unlike_figures_are_groups_of_their_own_unless_the_reader_has_them_together() -> None:
    tables = tables_of(
        extraction("甲镇", 2022, given("success_rate", "90", base="受理案件")),
        extraction("乙镇", 2022, given("success_rate", "95")),
        extraction("丙镇", 2022, given("success_rate", "93")),
        extraction("丁镇", 2022, given("success_rate", "99", scope="矿区")),
    )
    chosen = Selection(indicators=("success_rate",))
    found = placed(tables, chosen)
    assert [(group.base, group.scope, group.count) for group in found.groups] == [("unstated", None, 2), ("受理案件", None, 1), ("unstated", "矿区", 1)]
    assert [group.why != "" for group in found.groups] == [False, True, True]
    assert (found.best[:2], found.best[2:]) == ([1, 2], [None, None])
    together = placed(tables, Selection(indicators=("success_rate",), together=True))
    assert [(group.base, group.scope, group.count) for group in together.groups] == [(None, None, 4)]
    assert together.best == [1, 2, 3, 4]


def test_borrowed_figures_and_unknown_years_are_no_placings() -> None:
    tables = tables_of(
        extraction("甲镇", 2021, given("success_rate", "90")), extraction("甲镇", 2022), extraction("乙镇", None, given("success_rate", "95"))
    )
    chosen = Selection(indicators=("success_rate",), borrow=1)
    assert places(tables, placed(tables, chosen), chosen) == ["甲镇"]


def test_where_nothing_is_there_is_none() -> None:
    assert placed(tables_of()) == Placings([], [], [], [], [])
    assert placed(tables_of(extraction("甲镇", 2022))) == Placings([], [], [], [], [])


def test_ranks_of_many_are_those_counted_one_by_one() -> None:
    own = np.random.default_rng(7)
    low = own.integers(0, 20, 200).astype(float)
    high = low + own.integers(0, 3, 200)
    for (best, worst, shared), bottom, top in zip(ranks_of(low, high), low, high, strict=True):
        assert best == 1 + int((low > top).sum())
        assert worst == 1 + int((high > bottom).sum()) - int(top > bottom)
        alike = sum(1 for a, b in zip(low, high, strict=True) if (a, b) == (bottom, top))
        assert not shared or (best == worst and alike > 1) or best == worst
    assert Like(0, 2022, None, None, None, 3, 5, 9, "").count == 2
