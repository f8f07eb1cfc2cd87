"""panel/drawn.py: the values of a picture, and exactly which of them differ from an older one's."""

from __future__ import annotations

from samples import Given, extraction, tables_of

from extract.model import Qualifier
from panel.drawn import Difference, Kind, differences, given_by, given_in, values_drawn
from panel.selection import Selection

OLD = tables_of(
    extraction("甲镇", 2020, Given("cases", "3"), Given("success_rate", "98.5")),
    extraction("乙镇", 2020, Given("cases", "7")),
    extraction("丙镇", 2020, Given("cases", "9")),
)
NEW = tables_of(
    extraction("甲镇", 2020, Given("cases", "3"), Given("success_rate", "98.5", qualifier=Qualifier.MIN)),
    extraction("乙镇", 2020, Given("cases", "8")),
    extraction("丙镇", 2020),
    extraction("丁镇", 2020, Given("cases", "0")),
)
EVERY = Selection()


def test_the_values_are_those_of_the_selection() -> None:
    found = values_drawn(OLD, Selection(("cases",), places=("甲镇", "乙镇")))
    assert [value[1:] for value in found] == [("乙镇", 2020, "cases", 7.0, "exact"), ("甲镇", 2020, "cases", 3.0, "exact")]


def test_the_same_panel_differs_in_nothing() -> None:
    assert differences(values_drawn(OLD, EVERY), values_drawn(OLD, EVERY)) == []


def test_exactly_the_values_that_differ_are_told() -> None:
    assert differences(values_drawn(OLD, EVERY), values_drawn(NEW, EVERY)) == [
        Difference(Kind.NEW, "丁镇", 2020, "cases", (), ((0.0, "exact"),)),
        Difference(Kind.GONE, "丙镇", 2020, "cases", ((9.0, "exact"),), ()),
        Difference(Kind.CHANGED, "乙镇", 2020, "cases", ((7.0, "exact"),), ((8.0, "exact"),)),
        Difference(Kind.CHANGED, "甲镇", 2020, "success_rate", ((98.5, "exact"),), ((98.5, "min"),)),
    ]


def test_another_name_of_the_file_is_no_difference() -> None:
    then = values_drawn(OLD, EVERY)
    assert differences([("other.txt", *value[1:]) for value in then], then) == []


def test_n_of_N() -> None:
    assert given_by(NEW, Selection(("cases",), years=(2020,))) == (3, 4)
    assert given_in(OLD, Selection(places=("甲镇",), years=(2020,))) == (2, len(OLD.catalog.indicators))
