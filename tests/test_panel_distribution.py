"""panel/distribution.py: a strip for each level and year, never of several; its middle, and what forbids one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import Given, county, extraction, tables_of

from extract.errors import Failure, FaultKind
from extract.model import Extraction, Qualifier
from panel.distribution import Strip, strips
from panel.selection import Selection

E, MIN = Qualifier.EXACT, Qualifier.MIN
RATE, CASES, SESSIONS = Selection(("success_rate",)), Selection(("cases",)), Selection(("sessions",))


def towns(values: list[str | None], year: int | None = 2020, indicator: str = "success_rate") -> list[Extraction]:
    """Towns 镇0, 镇1 … with a figure each, "95+" for at least 95; None gives none."""
    return [extraction(f"镇{at}", year, *([] if value is None else [told(indicator, value)])) for at, value in enumerate(values)]


def told(indicator: str, value: str) -> Given:
    return Given(indicator, value.rstrip("+"), qualifier=MIN if value.endswith("+") else E)


def shape(strip: Strip) -> tuple[object, ...]:
    return strip.level, strip.year, [cell.value for cell in strip.cells], (strip.n, strip.N)


def middle(strip: Strip) -> tuple[object, ...]:
    return strip.median, strip.quartiles, strip.barrier


def test_a_strip_for_each_year_with_its_values_in_order() -> None:
    held = [*towns(["98", "90", None]), *towns(["95", "96", "95"], 2021)]
    assert [shape(strip) for strip in strips(tables_of(*held), RATE)] == [
        ("township", 2020, [90, 98], (2, 3)),
        ("township", 2021, [95, 95, 96], (3, 3)),
    ]


def test_levels_are_never_in_one_strip() -> None:
    held = [*towns(["98", "90"]), extraction(county("甲县"), 2020, told("success_rate", "97")), *towns(["91"], 2019)]
    assert [shape(strip) for strip in strips(tables_of(*held), RATE)] == [
        ("county", 2020, [97], (1, 1)),
        ("township", 2019, [91], (1, 1)),
        ("township", 2020, [90, 98], (2, 2)),
    ]


def test_a_year_without_a_report_and_one_without_a_value_are_strips_of_nothing() -> None:
    held = [extraction("甲镇", 2018, told("success_rate", "90")), extraction("甲镇", 2020)]
    assert [shape(strip) for strip in strips(tables_of(*held), RATE)] == [
        ("township", 2018, [90], (1, 1)),
        ("township", 2019, [], (0, 0)),
        ("township", 2020, [], (0, 1)),
    ]


def test_reports_of_unknown_year_come_last_and_broken_files_are_nobodys() -> None:
    tables = tables_of(*towns(["90"], None), *towns(["91"]), failures=[Failure("坏.pdf", FaultKind.EMPTY)])
    # The town's own reports: one of no year, one of 2020.
    assert [shape(strip) for strip in strips(tables, RATE)] == [("township", 2020, [91], (1, 1)), ("township", None, [90], (1, 1))]


MIDDLES = [
    pytest.param(["90", "91"], RATE, (None, None, "few_values"), id="two are too few"),
    pytest.param(["90"], RATE, (None, None, "few_values"), id="one"),
    pytest.param(["90", "95", "98"], RATE, ((95, 95), None, None), id="a median of three, no quartiles"),
    pytest.param(["90", "95+", "98"], RATE, ((95, 98), None, None), id="a bound leaves it open"),
    pytest.param([str(at) for at in range(90, 98)], RATE, ((93.5, 93.5), ((91.5, 91.5), (95.5, 95.5)), None), id="eight"),
    pytest.param(["100", "100", "90"], RATE, (None, None, "ceiling"), id="most at 100"),
    pytest.param(["100", "99.9", "90"], RATE, ((99.9, 99.9), None, None), id="one at 100 is no ceiling"),
    pytest.param(["90", "95", "98", None, None, None, None], RATE, (None, None, "low_coverage"), id="fewer than half give it"),
    pytest.param(["3", "4", "5"], CASES, ((4, 4), None, None), id="no direction, yet a middle"),
    pytest.param(["3", "4", "5"], SESSIONS, (None, None, "grade_C"), id="for display only"),
]


@pytest.mark.parametrize(("values", "selection", "expected"), MIDDLES)
def test_the_middle_and_what_forbids_it(values: list[str | None], selection: Selection, expected: tuple[object, ...]) -> None:
    found = strips(tables_of(*towns(values, indicator=selection.indicators[0])), selection)
    assert [middle(strip) for strip in found] == [expected]


def test_other_years_do_not_forbid_the_middle_of_a_year() -> None:
    held = [*towns(["90", "95", "98"]), *towns(["91"], 2021)]
    assert [middle(strip) for strip in strips(tables_of(*held), RATE)] == [((95, 95), None, None), (None, None, "few_values")]


TOPS = [
    pytest.param(["100", "95+", "90", "100"], RATE, (2, 1), id="a bound may be 100, and is not counted as if it were"),
    pytest.param(["99.99", "98"], RATE, (0, 0), id="nearly is not"),
    pytest.param(["100", "95+"], CASES, (0, 0), id="a count has no ceiling"),
]


@pytest.mark.parametrize(("values", "selection", "expected"), TOPS)
def test_how_many_stand_at_the_ceiling(values: list[str | None], selection: Selection, expected: tuple[int, int]) -> None:
    (strip,) = strips(tables_of(*towns(values, indicator=selection.indicators[0])), selection)
    assert (strip.top, strip.perhaps_top) == expected


@pytest.mark.parametrize("indicators", [(), ("cases", "sessions")])
def test_it_is_of_one_indicator(indicators: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="of one indicator"):
        strips(tables_of(), Selection(indicators))


UNLIKE = [
    pytest.param("scopes", {"scope": "部门"}, id="a part among wholes"),
    pytest.param("mixed_bases", {"base": "开庭"}, id="another base"),
]


@pytest.mark.parametrize(("barrier", "unlike"), UNLIKE)
def test_unlike_values_have_no_middle_unless_the_reader_confirms(barrier: str, unlike: dict[str, str]) -> None:
    tables = tables_of(*towns(["90", "95"]), extraction("丁镇", 2020, Given("success_rate", "98", **unlike)))
    assert middle(strips(tables, RATE)[0]) == (None, None, barrier)
    assert middle(strips(tables, replace(RATE, together=True))[0]) == ((95, 95), None, None)
