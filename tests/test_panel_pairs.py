"""panel/pairs.py: who has a value in both years, and which two figures can be compared."""

from __future__ import annotations

import pytest
from samples import Given, extraction, tables_of

from extract.model import Extraction, Qualifier
from panel.change import Change
from panel.compare import cells
from panel.pairs import Pair, pairs_of, years_between
from panel.selection import Selection

RATE = Selection(("success_rate",))


def told(place: str, year: int, value: str, **more: object) -> Extraction:
    return extraction(place, year, Given("success_rate", value, **more))  # type: ignore[arg-type]


def pairs(*held: Extraction, years: tuple[int, int] = (2019, 2022)) -> list[Pair]:
    return pairs_of(cells(tables_of(*held), RATE), years)


HELD = [told("乙镇", 2019, "90"), told("乙镇", 2022, "91"), told("甲镇", 2019, "80"), told("甲镇", 2021, "82"), told("丙镇", 2022, "70"), extraction("丙镇", 2019)]


def test_only_places_with_both_years_are_pairs() -> None:
    assert [(pair.place, pair.then.value, pair.now.value) for pair in pairs(*HELD)] == [("乙镇", 90.0, 91.0)]
    assert [pair.place for pair in pairs(*HELD, years=(2019, 2021))] == ["甲镇"]
    assert pairs(*HELD, years=(2020, 2021)) == []


ALIKE = [
    pytest.param({}, {}, True, id="neither says"),
    pytest.param({"base": "应诉"}, {"base": "应诉"}, True, id="the same base"),
    pytest.param({"base": "应诉"}, {"base": "开庭"}, False, id="another base"),
    pytest.param({"base": "应诉"}, {}, False, id="a base and none"),
    pytest.param({"scope": "一队"}, {"scope": "一队"}, True, id="the same scope"),
    pytest.param({"scope": "一队"}, {}, False, id="a scope and none"),
]


@pytest.mark.parametrize(("then", "now", "alike"), ALIKE)
def test_what_is_not_of_one_base_and_scope_has_no_change(then: dict[str, str], now: dict[str, str], alike: bool) -> None:
    (pair,) = pairs(told("甲镇", 2019, "90", **then), told("甲镇", 2022, "92", **now))
    assert pair.is_alike is alike
    assert pair.change == (Change(2.0, 2.0, relative=False) if alike else None)


def test_a_bound_leaves_a_range() -> None:
    (pair,) = pairs(told("甲镇", 2019, "95", qualifier=Qualifier.MIN), told("甲镇", 2022, "98"))
    assert pair.change == Change(-2.0, 3.0, relative=False)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [((), (2019, 2022)), ((2021,), (2019, 2022)), ((2022, 2020), (2020, 2022)), ((2021, 2019, 2022), (2019, 2022))],
)
def test_the_two_years(chosen: tuple[int, ...], expected: tuple[int, int]) -> None:
    assert years_between(tables_of(*HELD), Selection(RATE.indicators, years=chosen)) == expected


def test_one_year_with_values_is_no_two() -> None:
    assert years_between(tables_of(told("甲镇", 2019, "90"), extraction("甲镇", 2020)), RATE) is None
