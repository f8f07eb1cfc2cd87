"""panel/caveats.py: what must be told before comparing, told when it holds and not when it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from samples import Given, computed, county, extraction, tables_of

from extract.catalog import Kind
from extract.model import Basis, Extraction, Locality, Qualifier
from panel.brief_caveats import concerned
from panel.caveats import BARRIERS, Caveat, caveats, caveats_of
from panel.compare import VALUE, cells
from panel.selection import Selection


def rate(
    place: str | Locality,
    value: str,
    year: int | None = 2020,
    *,
    qualifier: Qualifier = Qualifier.EXACT,
    basis: Basis = Basis.STATED,
    base: str | None = None,
    scope: str | None = None,
) -> Extraction:
    return extraction(place, year, Given("success_rate", value, qualifier=qualifier, basis=basis, base=base, scope=scope))


# Caveats that speak of cells.
COUNTING = {
    *("few_values", "mixed_levels", "mixed_years", "mixed_bases", "low_coverage", "scopes", "bounds", "implied", "computed"),
    *("ceiling", "small_base", "flows"),
}
FIVE = [rate(f"镇{at}", str(90 + at)) for at in range(5)]
SILENT = [extraction(f"静{at}", 2020) for at in range(6)]

CASES = [
    pytest.param(FIVE, {}, id="nothing to tell"),
    pytest.param([FIVE[0]], {"few_values": {"n": 1}}, id="one value"),
    pytest.param([extraction("甲镇", 2020)], {"few_values": {"n": 0}, "low_coverage": {"n": 0, "N": 1}}, id="no value"),
    pytest.param([], {"few_values": {"n": 0}}, id="no report"),
    pytest.param([*FIVE, rate(county("甲县"), "80")], {"mixed_levels": {"levels": ("county", "township")}}, id="levels"),
    pytest.param(
        [*FIVE, rate(Locality("某地", None), "80")], {"mixed_levels": {"levels": ("township", "unknown")}}, id="unknown level"
    ),
    pytest.param([*FIVE, extraction(county("甲县"), 2020)], {}, id="a silent report of another level"),
    pytest.param([*FIVE, rate("甲镇", "80", 2021)], {"mixed_years": {"years": ("2020", "2021")}}, id="years"),
    pytest.param([*FIVE, rate("甲镇", "80", None)], {"mixed_years": {"years": ("2020", "?")}}, id="an unknown year"),
    pytest.param([rate("甲", "90", base="应诉"), rate("乙", "91", base="应诉")], {}, id="one base"),
    pytest.param(
        [rate("甲", "90", base="应诉"), rate("乙", "91", base="开庭")], {"mixed_bases": {"bases": ("应诉", "开庭")}}, id="bases"
    ),
    pytest.param([rate("甲", "90", base="应诉"), rate("乙", "91")], {"mixed_bases": {"bases": ("unstated", "应诉")}}, id="base and none"),
    pytest.param([rate(f"镇{at}", "100") for at in range(3)], {"ceiling": {"n": 3, "top": 3}}, id="all at the ceiling"),
    pytest.param(
        [rate("甲", "100"), rate("乙", "100"), rate("丙", "98")], {"ceiling": {"n": 3, "top": 2}}, id="most at the ceiling"
    ),
    pytest.param([rate("甲", "100"), rate("乙", "98")], {}, id="half at the ceiling"),
    pytest.param([*FIVE, *SILENT], {"low_coverage": {"n": 5, "N": 11}}, id="fewer than half report"),
    pytest.param([*FIVE, *SILENT[:5]], {}, id="half report"),
    pytest.param(
        [FIVE[0], rate("甲", "95", qualifier=Qualifier.MIN)], {"bounds": {"n": 1}}, id="a bound"
    ),
    pytest.param([FIVE[0], rate("甲", "95", basis=Basis.IMPLIED)], {"implied": {"n": 1}}, id="implied"),
    pytest.param([FIVE[0], rate("甲", "95", basis=Basis.COMPUTED)], {"computed": {"n": 1}}, id="computed"),
    pytest.param([FIVE[0], rate("甲", "95", scope="一队")], {"scopes": {"n": 1, "scopes": ("一队",)}}, id="scope"),
]  # fmt: skip


@pytest.mark.parametrize(("held", "expected"), CASES)
def test_caveats(held: list[Extraction], expected: dict[str, dict[str, object]]) -> None:
    found = caveats(tables_of(*held), Selection(("success_rate",)))
    assert {caveat.code: dict(caveat.fields) for caveat in found} == expected


@pytest.mark.parametrize(
    ("indicator", "codes"),
    [("success_rate", []), ("loss_rate", []), ("cases", ["grade_B", "no_direction"]), ("sessions", ["grade_C", "no_direction"])],
)
def test_what_the_catalogue_says(indicator: str, codes: list[str]) -> None:
    held = [extraction(county(f"县{at}"), 2020, Given(indicator, str(at))) for at in range(3)]
    assert [caveat.code for caveat in caveats(tables_of(*held), Selection((indicator,)))] == codes


def test_counts_of_100_are_no_ceiling() -> None:
    held = [extraction(f"镇{at}", 2020, Given("cases", "100")) for at in range(3)]
    assert "ceiling" not in [caveat.code for caveat in caveats(tables_of(*held), Selection(("cases",)))]


def test_several_reports_and_unknown_years() -> None:
    held = [
        *FIVE,
        extraction("镇0", 2020, Given("success_rate", "70"), doc_id="again.txt", published=date(2022, 1, 1)),
        rate("甲镇", "80", None),
    ]
    found = {
        caveat.code: dict(caveat.fields) for caveat in caveats(tables_of(*held), Selection(("success_rate",), years=(2020,)))
    }
    assert found == {"several_reports": {"n": 1}, "unknown_years": {"n": 1}}


@pytest.mark.parametrize("indicators", [(), ("cases", "sessions")])
def test_caveats_are_of_one_indicator(indicators: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="one indicator"):
        caveats(tables_of(), Selection(indicators))


SMALL = [
    pytest.param([computed("甲镇", 2020, 3, "3件"), computed("乙镇", 2020, 9, "9件")], ("甲镇 3件", "乙镇 9件"), id="the smallest first"),
    pytest.param([computed("甲镇", 2020, 9, "9件"), computed("甲镇", 2021, 1, "1件")], ("甲镇 2021 1件", "甲镇 2020 9件"), id="years"),
    pytest.param([computed("甲镇", 2020, 20, "20件"), computed("乙镇", 2020, 40, "40件")], None, id="bases of twenty and more"),
    pytest.param([rate("甲镇", "100"), rate("乙镇", "50")], None, id="bases that are not told"),
    pytest.param([computed("甲镇", 2020, 3, "3余件")], None, id="about three"),
    pytest.param(
        [computed(f"镇{at:02}", 2020, 1, "2件") for at in range(14)], (*(f"镇{at:02} 2件" for at in range(12)), "…"), id="many"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("held", "named"), SMALL)
def test_small_bases_are_named(held: list[Extraction], named: tuple[str, ...] | None) -> None:
    found = {caveat.code: dict(caveat.fields) for caveat in caveats(tables_of(*held), Selection(("success_rate",)))}
    told = {"n": len(held), "least": 20, "points": 5, "bases_told": named}
    assert found.get("small_base") == (None if named is None else told)


# Every case from which a caveat comes, and how many cells each of them counts; one without a number is about all that have a value.
@pytest.mark.parametrize("held", [case.values[0] for case in (*CASES, *SMALL) if case.values[1]], ids=[case.id for case in (*CASES, *SMALL) if case.values[1]])
def test_the_cells_that_a_caveat_counts_are_as_many_as_it_says(held: list[Extraction]) -> None:
    tables, selection = tables_of(*held), Selection(("success_rate",))
    shown = cells(tables, selection)
    valued = shown[shown["state"] == VALUE]
    found = [caveat for caveat in caveats(tables, selection) if caveat.code in COUNTING]
    for caveat in found:
        about = concerned(tables, caveat.code, shown)
        assert len(about) == caveat.fields.get("top", caveat.fields.get("n", len(valued))), caveat.code
        assert set(about.index) <= set(valued.index) or caveat.code == "small_base"


@pytest.mark.parametrize("code", ["grade_C", "no_direction", "several_reports", "alone"])
def test_a_caveat_that_speaks_of_no_cell_has_none(code: str) -> None:
    tables = tables_of(*FIVE)
    assert concerned(tables, code, cells(tables, Selection(("success_rate",)))).empty


def test_a_small_base_is_said_and_forbids_no_rank() -> None:
    caveat = Caveat("small_base", {"n": 1, "least": 10, "points": 10, "bases_told": ("甲镇 3件",)})
    assert caveat.say("zh") == "1 个比率的分母不足 10，一件之差就有 10 个百分点以上：甲镇 3件。"
    assert caveat.say("en") == "1 rate(s) are of fewer than 10 cases, so that one case makes 10 points or more: 甲镇 3件."
    assert not caveat.forbids_ranks


def test_barriers_forbid_ranks_and_others_do_not() -> None:
    assert all(Caveat(code).forbids_ranks for code in BARRIERS)
    assert not Caveat("bounds").forbids_ranks


def test_a_caveat_is_said_in_both_languages() -> None:
    caveat = Caveat("mixed_levels", {"levels": ("county", "unknown")})
    assert caveat.say("zh") == "所选包含不同层级（县级、层级未知），职权与规模不同，不跨层级排名。"
    assert "county, unknown level" in caveat.say("en")


def test_words_of_reports_are_said_as_they_are() -> None:
    assert Caveat("scopes", {"n": 1, "scopes": ("{0}<b>",)}).say() == "1 个数值只说明某一范围（{0}<b>），不与整体相比。"


STOCK = [
    pytest.param(["新增持证执法人员3人", "持证执法人员40人", "共有持证执法人员50人"], ("镇0",), id="one of three"),
    pytest.param(["新增持证执法人员3人", "新聘持证执法人员4人"], None, id="all say what was added"),
    pytest.param(["持证执法人员40人", "现有持证执法人员50人"], None, id="all say what there is"),
]


@pytest.mark.parametrize(("quotes", "named"), STOCK)
def test_what_was_added_is_not_ranked_with_what_there_is(quotes: list[str], named: tuple[str, ...] | None) -> None:
    held = [extraction(f"镇{at}", 2020, Given("sessions", "3", words)) for at, words in enumerate(quotes)]
    tables = tables_of(*held)
    stock = replace(tables.catalog.indicators["sessions"], kind=Kind.STOCK)
    found = {caveat.code: caveat for caveat in caveats_of(stock, cells(tables, Selection(("sessions",))))}
    assert (dict(found["flows"].fields)["flows"] if "flows" in found else None) == named
    if named is not None:
        assert tuple(concerned(tables, "flows", cells(tables, Selection(("sessions",))))["place"]) == named
    assert "flows" not in {caveat.code for caveat in caveats_of(replace(stock, kind=Kind.COUNT), cells(tables, Selection(("sessions",))))}
