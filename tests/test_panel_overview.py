"""panel.overview: what stands out by stated rules, what can't be ranked, and which reports were late."""

from __future__ import annotations

from datetime import date

import pytest
from samples import Given, county, extraction, tables_of

from extract.errors import Failure, FaultKind
from extract.model import Qualifier
from panel.build import Tables
from panel.overview import barred, doubtful, moved, punctuality, reports_by_level
from panel.selection import Selection

MIN = Qualifier.MIN


def moves(before: Given, now: Given, *, years: tuple[int, int] = (2021, 2022)) -> list[tuple[str, str, str]]:
    found = moved(tables_of(extraction("甲镇", years[0], before), extraction("甲镇", years[1], now)))
    return [(row.indicator, row.before, row.text) for row in found.itertuples()]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (Given("success_rate", "90"), Given("success_rate", "95")),
        (Given("success_rate", "97"), Given("success_rate", "91.5")),
        (Given("success_rate", "90"), Given("success_rate", "95", qualifier=MIN)),
        (Given("cases", "40"), Given("cases", "80")),
        (Given("cases", "40"), Given("cases", "20")),
    ],
)
def test_what_surely_moved_far_stands_out(before: Given, now: Given) -> None:
    assert len(moves(before, now)) == 1


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (Given("success_rate", "90"), Given("success_rate", "94.9")),
        # At least 90 may have been 96 already.
        (Given("success_rate", "90", qualifier=MIN), Given("success_rate", "96")),
        (Given("success_rate", "90", base="应出庭"), Given("success_rate", "99", base="开庭")),
        (Given("success_rate", "90"), Given("success_rate", "99", base="开庭")),
        (Given("success_rate", "90"), Given("success_rate", "99", scope="部门")),
        (Given("cases", "40"), Given("cases", "79")),
        # From 2 to 9 is no growth of 350%.
        (Given("cases", "2"), Given("cases", "9")),
        (Given("cases", "40"), Given("cases", "90", main=False)),
        (Given("success_rate", "50"), Given("loss_rate", "99")),
    ],
)
def test_what_may_not_have_moved_does_not(before: Given, now: Given) -> None:
    assert moves(before, now) == []


def test_a_year_between_is_not_bridged() -> None:
    assert moves(Given("success_rate", "50"), Given("success_rate", "99"), years=(2019, 2022)) == []


def test_rates_come_first_and_the_farthest_of_them() -> None:
    before = (Given("success_rate", "90"), Given("loss_rate", "20"), Given("cases", "40"))
    now = (Given("success_rate", "96"), Given("loss_rate", "4"), Given("cases", "90"))
    found = moved(tables_of(extraction("甲镇", 2021, *before), extraction("甲镇", 2022, *now)))
    assert [(row.indicator, row.before, row.text, row.low, row.relative) for row in found.itertuples()] == [
        ("loss_rate", "20%", "4%", -16, False),
        ("success_rate", "90%", "96%", 6, False),
        ("cases", "40", "90", 125, True),
    ]


def test_what_no_ranking_may_be_made_of() -> None:
    held = [extraction(f"镇{at}", 2022, Given("success_rate", str(90 + at)), Given("cases", "5")) for at in range(4)]
    found = barred(tables_of(*held), Selection(years=(2022,)))
    assert [(row.indicator, row.codes, row.n, row.N) for row in found.itertuples()] == [("cases", ("no_direction",), 4, 4)]


def test_a_file_that_could_not_be_read_is_no_report() -> None:
    held = extraction("甲镇", 2022, Given("cases", "5"))
    found = barred(tables_of(held, failures=[Failure("坏.pdf", FaultKind.EMPTY)]), Selection())
    assert found[["n", "N"]].to_numpy().tolist() == [[1, 1]]


def test_nothing_is_barred_of_what_nobody_gives() -> None:
    assert barred(tables_of(extraction("甲镇", 2022)), Selection()).empty


@pytest.mark.parametrize(
    ("day", "counts"),
    [(date(2023, 3, 31), (1, 0, 0)), (date(2023, 4, 1), (0, 1, 0)), (date(2024, 1, 5), (0, 1, 0)), (None, (0, 0, 1))],
)
def test_a_report_is_in_time_until_the_end_of_march(day: date | None, counts: tuple[int, int, int]) -> None:
    found = punctuality(tables_of(extraction("甲镇", 2022, published=day), extraction("乙镇", None, published=day)))
    assert [tuple(row) for row in found.itertuples(index=False)] == [(2022, *counts, 1)]


def test_reports_by_level_and_year() -> None:
    tables = tables_of(extraction("甲镇", 2021), extraction("乙镇", None), extraction(county("丙县"), 2021), extraction(None, 2022))
    counted = reports_by_level(tables)
    assert [str(level) for level in counted.index] == ["county", "township", "nan"]
    assert counted.to_numpy().tolist() == [[1, 0, 0], [1, 0, 1], [0, 1, 0]]


def test_the_seeds_doubts(tables: Tables) -> None:
    assert doubtful(tables) == (3, 0)
