"""panel/bases.py: of how many cases a rate is, where the catalogue ties both in one report, and nothing else taken for it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from samples import Given, computed, extraction, small_catalog, tables_of

from extract.catalog import Catalog, Relation, RelationKind
from extract.model import Check, Extraction, Holds, Outcome, Qualifier, Term
from panel.bases import bases_of, rates_with_bases, small_bases, with_bases
from panel.compare import cells
from panel.selection import Selection

RATE = "success_rate"
RATIO = Relation(RelationKind.RATIO, ("sessions", "cases"), 1)


def catalog(*checks: Relation) -> Catalog:
    """The small catalogue, its rate with these checks."""
    plain = small_catalog()
    return replace(plain, indicators={**plain.indicators, RATE: replace(plain.indicators[RATE], checks=checks)})


def bases(held: Extraction, known: Catalog) -> list[tuple[str, float, str]]:
    told = bases_of([held], known, RATE)
    return list(zip(told["doc_id"], told["size"], told["words"], strict=True))


OPERANDS = [
    pytest.param(computed("甲镇", 2020, 38, "40件"), [("甲镇_2020.txt", 40.0, "40件")], id="computed of two counts"),
    pytest.param(computed("甲镇", 2020, 3, "3件"), [("甲镇_2020.txt", 3.0, "3件")], id="a small one"),
    pytest.param(computed("甲镇", 2020, 38, "40余件"), [], id="about forty"),
    pytest.param(extraction("甲镇", 2020, Given(RATE, "95")), [], id="stated without counts"),
    pytest.param(extraction("甲镇", 2020, Given(RATE, "95"), Given("cases", "40")), [], id="a count that no relation names"),
    pytest.param(extraction("甲镇", 2020, Given("cases", "40")), [], id="no rate"),
]


@pytest.mark.parametrize(("held", "expected"), OPERANDS)
def test_the_base_of_a_computed_rate(held: Extraction, expected: list[tuple[str, float, str]]) -> None:
    assert bases(held, catalog()) == expected


def test_a_rate_that_is_not_main_has_no_base() -> None:
    held = computed("甲镇", 2020, 38, "40件")
    assert bases(replace(held, readings=(replace(held.readings[0], main=False),)), catalog()) == []


COUNTS = [
    pytest.param([Given("cases", "40")], 40.0, id="the count that the rate divides by"),
    pytest.param([Given("sessions", "38")], None, id="only the part of it"),
    pytest.param([Given("cases", "40", qualifier=Qualifier.MIN)], None, id="at least forty"),
    pytest.param([Given("cases", "0")], None, id="nothing to divide by"),
    pytest.param([Given("cases", "40", scope="一队")], None, id="of a part of the place"),
    pytest.param([Given("cases", "40", main=False)], None, id="not the main one"),
]


@pytest.mark.parametrize(("others", "size"), COUNTS)
def test_the_count_that_the_catalogue_names(others: list[Given], size: float | None) -> None:
    held = extraction("甲镇", 2020, Given(RATE, "95"), *others)
    assert [found for _, found, _ in bases(held, catalog(RATIO))] == ([] if size is None else [size])


def test_a_rate_of_a_part_of_the_place_is_not_of_its_count() -> None:
    held = extraction("甲镇", 2020, Given(RATE, "95", scope="一队"), Given("cases", "40"))
    assert bases(held, catalog(RATIO)) == []


def test_at_most_is_no_base() -> None:
    held = extraction("甲镇", 2020, Given(RATE, "95"), Given("cases", "40"))
    assert bases(held, catalog(Relation(RelationKind.AT_MOST, ("cases",), 1))) == []


def checked(outcome: Outcome, holds: Holds = Holds.RATIO, *, of_it: bool = True, qualifier: Qualifier = Qualifier.EXACT) -> Extraction:
    """A report with a stated rate and a relation of its sentence: 95% is 38 of 40."""
    held = extraction("甲镇", 2020, Given(RATE, "95", "40件办成38件，成功率95%", "95%"))
    rate = held.readings[0]
    of_rate = Term("成功率", Decimal(95), Qualifier.EXACT, rate.span, rate.figure, rate.quote, rate if of_it else None)
    start = held.report.text.index("40件")
    whole = replace(of_rate, label="", value=Decimal(40), qualifier=qualifier, figure=replace(rate.span, start=start, end=start + 3), reading=None)
    part = replace(whole, value=Decimal(38))
    return replace(held, checks=(Check("rate_of_settled", holds, (of_rate, part, whole), outcome, ""),))


CHECKED = [
    pytest.param(checked(Outcome.AGREES), [("甲镇_2020.txt", 40.0, "40件")], id="agrees"),
    pytest.param(checked(Outcome.CUT), [("甲镇_2020.txt", 40.0, "40件")], id="cut, not rounded"),
    pytest.param(checked(Outcome.DIFFERS), [], id="the rate is of other counts"),
    pytest.param(checked(Outcome.AGREES, Holds.SUM), [], id="a sum"),
    pytest.param(checked(Outcome.AGREES, of_it=False), [], id="another figure's rate"),
    pytest.param(checked(Outcome.AGREES, qualifier=Qualifier.APPROX), [], id="of about forty"),
]


@pytest.mark.parametrize(("held", "expected"), CHECKED)
def test_the_counts_that_a_sentence_states_with_the_rate(held: Extraction, expected: list[tuple[str, float, str]]) -> None:
    assert bases(held, catalog()) == expected


def test_cells_with_their_bases() -> None:
    held = [computed("甲镇", 2020, 38, "40件"), extraction("乙镇", 2020, Given(RATE, "95")), extraction("丙镇", 2020)]
    tables = tables_of(*held)
    told = with_bases(tables, cells(tables, Selection((RATE,))))
    rows = zip(told["place"], told["size"].astype(object).where(told["size"].notna(), None), strict=True)
    assert dict(rows) == {"甲镇": 40.0, "乙镇": None}
    none = with_bases(tables, cells(tables, Selection((RATE,), places=("丙镇",))))
    assert (len(none), {"size", "base_words"} <= set(none.columns)) == (0, True)


def test_which_rates_have_bases() -> None:
    held = [computed("甲镇", 2020, 38, "40件"), computed("乙镇", 2020, 3, "3件"), extraction("丙镇", 2020, Given("loss_rate", "5"))]
    assert rates_with_bases(tables_of(*held)) == {RATE: 2}


def test_the_rates_of_a_handful_of_cases_smallest_first() -> None:
    held = [computed("甲镇", 2020, 15, "19件"), computed("乙镇", 2020, 3, "3件"), computed("丙镇", 2020, 18, "20件")]
    tables = tables_of(*held, extraction("丁镇", 2020), extraction("戊镇", 2020, Given("loss_rate", "5")))
    small = small_bases(tables, cells(tables, Selection((RATE,))))
    assert list(zip(small["place"], small["base_words"], strict=True)) == [("乙镇", "3件"), ("甲镇", "19件")]
    for none in (Selection(("loss_rate",)), Selection((RATE,), places=("丙镇",)), Selection((RATE,), years=(1999,), levels=("city",))):
        assert small_bases(tables, cells(tables, none)).empty
