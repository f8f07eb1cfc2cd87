"""panel/ranks.py: shared ranks, ranges where bounds leave them open, one year and one level at a time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import Given, county, extraction, tables_of

from extract.model import Extraction, Qualifier
from panel.build import Tables
from panel.ranks import RANK_COLUMNS, is_unlike, rank
from panel.selection import Selection

E, MIN, MAX, ABOUT = Qualifier.EXACT, Qualifier.MIN, Qualifier.MAX, Qualifier.APPROX
Figure = tuple[str, Qualifier]


def towns(indicator: str, figures: list[Figure | None]) -> Tables:
    """Towns 镇0, 镇1 … of one year, one figure each; None gives none."""
    held = []
    for index, figure in enumerate(figures):
        given_ = [] if figure is None else [Given(indicator, figure[0], figure[0], "", figure[1])]
        held.append(extraction(f"镇{index}", 2020, *given_))
    return tables_of(*held)


RATES = [
    pytest.param([("98", E), ("90", E), ("95", E)], ["镇0 1", "镇2 2", "镇1 3"], id="plain"),
    pytest.param([("98", E), ("98", E), ("95", E)], ["镇0 1=", "镇1 1=", "镇2 3"], id="a tie leaves a rank out"),
    pytest.param(
        [("95", MIN), ("97", E), ("94", E)], ["镇1 1–2", "镇0 1–2", "镇2 3"], id="over 95: surely above 94, open against 97"
    ),
    pytest.param([("95", MIN), ("90", MIN)], ["镇0 1–2", "镇1 1–2"], id="two bounds"),
    pytest.param([("95", MIN), ("100", E)], ["镇1 1", "镇0 1–2"], id="nothing stands above 100"),
    pytest.param([("90", MAX), ("95", E)], ["镇1 1", "镇0 2"], id="at most 90 is surely below 95"),
    pytest.param([("80", ABOUT), ("79", E), ("70", E)], ["镇0 1–2", "镇1 1–2", "镇2 3"], id="about 80 is 75 to 85"),
    pytest.param([("0", E), None, ("50", E)], ["镇2 1", "镇0 2"], id="zero is ranked, a blank is not"),
    pytest.param([("50", E)], ["镇0 1"], id="one"),
    pytest.param([None, None], [], id="none"),
]


@pytest.mark.parametrize(("figures", "expected"), RATES)
def test_higher_is_better(figures: list[Figure | None], expected: list[str]) -> None:
    ranked = rank(towns("success_rate", figures), Selection(("success_rate",)))
    assert [f"{row.place} {row.rank_text}" for row in ranked.itertuples()] == expected
    assert {name: str(dtype) for name, dtype in ranked.dtypes.items()} == RANK_COLUMNS


def test_lower_is_better() -> None:
    tables = tables_of(
        *(extraction(county(f"县{at}"), 2020, Given("loss_rate", value)) for at, value in enumerate(["5", "0", "3", "0"]))
    )
    ranked = rank(tables, Selection(("loss_rate",)))
    assert [f"{row.place} {row.rank_text}" for row in ranked.itertuples()] == ["县1 1=", "县3 1=", "县2 3", "县0 4"]


def test_a_lower_bound_where_lower_is_better() -> None:
    tables = tables_of(
        extraction(county("县0"), 2020, Given("loss_rate", "4", "4", "", MAX)),
        extraction(county("县1"), 2020, Given("loss_rate", "5")),
    )
    ranked = rank(tables, Selection(("loss_rate",)))
    assert [f"{row.place} {row.rank_text}" for row in ranked.itertuples()] == ["县0 1", "县1 2"]


def test_counts_without_direction_stand_largest_first() -> None:
    ranked = rank(towns("cases", [("3", E), ("40", E), ("500", MIN)]), Selection(("cases",)))
    assert ranked["place"].tolist() == ["镇2", "镇1", "镇0"]


def test_levels_are_ranked_apart() -> None:
    tables = tables_of(
        extraction(county("甲县"), 2020, Given("success_rate", "90")),
        extraction("甲镇", 2020, Given("success_rate", "99")),
        extraction("乙镇", 2020, Given("success_rate", "98")),
        extraction("丙镇", 2020),
    )
    ranked = rank(tables, Selection(("success_rate",)))
    assert [(row.place, row.rank_text, row.n, row.N) for row in ranked.itertuples()] == [
        ("甲县", "1", 1, 1),
        ("甲镇", "1", 2, 3),
        ("乙镇", "2", 2, 3),
    ]


TWO_YEARS: tuple[Extraction, ...] = (
    extraction("甲镇", 2020, Given("success_rate", "90")),
    extraction("乙镇", 2021, Given("success_rate", "91")),
)


@pytest.mark.parametrize(
    ("held", "selection"),
    [
        pytest.param(TWO_YEARS, Selection(("success_rate",)), id="two years"),
        pytest.param((TWO_YEARS[0], extraction("乙镇", 2021)), Selection(("success_rate",)), id="the other year is silent"),
        pytest.param((extraction("甲镇", None, Given("success_rate", "9")),), Selection(("success_rate",)), id="unknown year"),
        pytest.param(TWO_YEARS[:1], Selection(("success_rate", "cases")), id="two indicators"),
        pytest.param(TWO_YEARS[:1], Selection(), id="no indicator"),
    ],
)
def test_what_is_no_ranking_raises(held: tuple[Extraction, ...], selection: Selection) -> None:
    with pytest.raises(ValueError, match="a ranking is of one"):
        rank(tables_of(*held), selection)


def test_a_chosen_year_of_several() -> None:
    assert rank(tables_of(*TWO_YEARS), Selection(("success_rate",), years=(2021,)))["place"].tolist() == ["乙镇"]


def test_no_reports() -> None:
    ranked = rank(tables_of(), Selection(("success_rate",)))
    assert ranked.empty
    assert {name: str(dtype) for name, dtype in ranked.dtypes.items()} == RANK_COLUMNS


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 100).map(str), st.sampled_from([E, MIN, MAX])), min_size=1, max_size=6))
def test_ranks_hold_what_exact_figures_would_give(figures: list[Figure]) -> None:
    """Whatever the true figures within the intervals, each place's rank lies within its range."""
    ranked = rank(towns("success_rate", list(figures)), Selection(("success_rate",)))
    for ends in ("low", "high"):
        true = ranked[ends].tolist()
        for mine, best, worst in zip(true, ranked["rank_best"], ranked["rank_worst"], strict=True):
            assert best <= 1 + sum(other > mine for other in true) <= worst
    assert ((ranked["rank_best"] >= 1) & (ranked["rank_best"] <= ranked["rank_worst"])).all()
    assert (ranked["rank_worst"] <= len(ranked)).all()


def like(place: str, value: str, base: str | None = None, scope: str | None = None) -> Extraction:
    return extraction(place, 2020, Given("success_rate", value, base=base, scope=scope))


UNLIKE = [like("甲", "90", "应诉"), like("乙", "99", "开庭"), like("丙", "95", "应诉"), like("丁", "100", "应诉", "部门")]


def test_like_is_ranked_with_like_alone() -> None:
    ranked = rank(tables_of(*UNLIKE), Selection(("success_rate",)))
    assert [(row.place, row.rank_text, row.n, row.N) for row in ranked.itertuples()] == [
        ("丙", "1", 2, 4),
        ("甲", "2", 2, 4),
        ("乙", "1", 1, 4),
        ("丁", "1", 1, 4),
    ]


def test_unlike_is_ranked_together_once_confirmed() -> None:
    ranked = rank(tables_of(*UNLIKE), Selection(("success_rate",), together=True))
    assert [f"{row.place} {row.rank_text}" for row in ranked.itertuples()] == ["丁 1", "乙 2", "丙 3", "甲 4"]


@pytest.mark.parametrize(
    ("held", "unlike"),
    [(UNLIKE, True), (UNLIKE[:2], True), (UNLIKE[3:], True), ([UNLIKE[0], UNLIKE[2]], False), ([], False)],
    ids=["both", "bases", "a scope", "one base", "nothing"],
)
def test_whether_there_is_anything_to_confirm(held: list[Extraction], unlike: bool) -> None:
    assert is_unlike(tables_of(*held), Selection(("success_rate",))) is unlike
