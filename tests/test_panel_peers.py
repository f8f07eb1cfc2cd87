"""panel/peers.py: who the peers are, that the place is never among them, and what bounds leave open."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest
from samples import Given, county, extraction, tables_of, town

from extract.model import DivisionPath, Extraction, Level, Locality, Qualifier
from panel.build import Tables
from panel.peers import STANDING_COLUMNS, PeerSet, peers_of, standings, years_of

E, MIN, ABOUT = Qualifier.EXACT, Qualifier.MIN, Qualifier.APPROX


def towns(figures: list[tuple[str, Qualifier] | None], indicator: str = "success_rate") -> Tables:
    """Towns 镇0, 镇1 … of 2020 with a figure each; None gives none."""
    return tables_of(
        *(
            extraction(f"镇{at}", 2020, *([] if given is None else [Given(indicator, given[0], qualifier=given[1])]))
            for at, given in enumerate(figures)
        )
    )


def standing(tables: Tables, place: str = "镇0", indicator: str = "success_rate") -> dict[str, Any]:
    found = standings(tables, place, 2020, peers_of(tables, place, 2020, PeerSet.LEVEL))
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == STANDING_COLUMNS
    return dict(found.set_index("indicator").loc[indicator])


def test_the_place_is_in_no_median_of_its_own() -> None:
    row = standing(towns([("10", E), ("90", E), ("95", E), ("98", E)]))
    assert (row["n"], row["N"]) == (3, 3)
    assert (row["least"], row["median_low"], row["median_high"], row["most"]) == (90, 95, 95, 98)
    assert (row["rank_text"], row["of"]) == ("4", 4)


RANKS = [
    pytest.param([("98", E), ("90", E), ("95", E)], "1", id="first"),
    pytest.param([("95", MIN), ("97", E), ("94", E)], "1–2", id="over 95: surely above 94, open against 97"),
    pytest.param([("95", E), ("95", E), ("94", E)], "1=", id="a tie is shared"),
    pytest.param([("94", E), ("95", MIN), ("99", E)], "3", id="surely below both"),
    pytest.param([("97", E), ("95", MIN), ("94", E)], "1–2", id="a peer's bound leaves it open"),
]


@pytest.mark.parametrize(("figures", "expected"), RANKS)
def test_ranks(figures: list[tuple[str, Qualifier] | None], expected: str) -> None:
    assert standing(towns(figures))["rank_text"] == expected


def test_lower_is_better_where_the_catalogue_says_so() -> None:
    tables = tables_of(*(extraction(county(f"县{at}"), 2020, Given("loss_rate", value)) for at, value in enumerate("317")))
    assert standing(tables, "县0", "loss_rate")["rank_text"] == "2"
    assert standing(tables, "县1", "loss_rate")["rank_text"] == "1"


def test_bounds_leave_a_median_open() -> None:
    row = standing(towns([("97", E), ("95", MIN), ("90", MIN), ("98", E)]))
    assert (row["median_low"], row["median_high"]) == (95, 100)
    assert (row["least"], row["most"]) == (90, 100)


def test_a_bound_without_end_is_no_number() -> None:
    row = standing(towns([("7", E), ("5", MIN), ("3", E), ("4", E)], "cases"), indicator="cases")
    assert math.isinf(row["most"])
    assert (row["median_low"], row["median_high"]) == (4, 4)


FEW = [(2, False, False), (3, True, False), (7, True, False), (8, True, True)]


@pytest.mark.parametrize(("peers", "median", "quartiles"), FEW)
def test_of_few_peers_there_is_no_median_and_of_not_many_no_quartile(peers: int, median: bool, quartiles: bool) -> None:
    row = standing(towns([("50", E), *((str(60 + at), E) for at in range(peers))]))
    assert (pd.notna(row["median_low"]), pd.notna(row["lower_low"])) == (median, quartiles)


BARRIERS = [
    pytest.param([("90", E), ("100", E), ("100", E)], "success_rate", "ceiling", id="most stand at 100"),
    pytest.param([("90", E), ("91", E), None, None, None], "success_rate", "low_coverage", id="fewer than half give it"),
    pytest.param([("3", E), ("4", E)], "cases", "no_direction", id="neither better nor worse"),
    pytest.param([("3", E), ("4", E)], "sessions", "grade_C", id="for display only"),
]


@pytest.mark.parametrize(("figures", "indicator", "code"), BARRIERS)
def test_what_forbids_a_rank_is_named(figures: list[tuple[str, Qualifier] | None], indicator: str, code: str) -> None:
    row = standing(towns(figures, indicator), indicator=indicator)
    assert row["barrier"] == code
    assert pd.isna(row["rank_text"])
    assert pd.isna(row["of"])


def test_silence_is_no_zero() -> None:
    row = standing(towns([None, ("0", E), ("90", E), ("95", E)]))
    assert row["state"] != "value"
    assert pd.isna(row["rank_text"])
    assert (row["n"], row["least"]) == (3, 0)


def reports() -> list[Extraction]:
    def told(name: str, province: str, year: int) -> Extraction:
        return extraction(Locality(name, Level.COUNTY, DivisionPath(province, None, name)), year, Given("loss_rate", "5"))

    counties = [told("甲县", "浙江省", 2020), told("乙县", "浙江省", 2020), told("丙县", "江苏省", 2020), told("丁县", "浙江省", 2021)]
    return [*counties, told("甲县", "浙江省", 2018), extraction(town("戊镇"), 2020)]


SETS = [
    pytest.param(PeerSet.LEVEL, (), {"乙县", "丙县"}, id="same level and year"),
    pytest.param(PeerSet.PROVINCE, (), {"乙县"}, id="same province too"),
    pytest.param(PeerSet.LIST, ("丙县", "戊镇", "丁县", "甲县"), {"丙县", "戊镇"}, id="a list, as far as there are reports"),
]


@pytest.mark.parametrize(("peers", "chosen", "expected"), SETS)
def test_peer_sets(peers: PeerSet, chosen: tuple[str, ...], expected: set[str]) -> None:
    assert set(peers_of(tables_of(*reports()), "甲县", 2020, peers, chosen)) == expected


def test_without_a_report_on_the_year_there_are_no_peers() -> None:
    assert peers_of(tables_of(*reports()), "丁县", 2020, PeerSet.LEVEL) == ()
    assert years_of(tables_of(*reports()), "甲县") == (2020, 2018)
    assert years_of(tables_of(*reports()), "没有") == ()


def test_a_place_is_ranked_and_measured_among_like_figures_alone() -> None:
    def of(place: str, value: str, base: str) -> Extraction:
        return extraction(place, 2020, Given("success_rate", value, base=base))

    held = [of("甲镇", "90", "应诉"), *(of(f"应{at}", str(91 + at), "应诉") for at in range(3)), *(of(f"庭{at}", "50", "开庭") for at in range(5))]
    tables = tables_of(*held)
    peers = peers_of(tables, "甲镇", 2020, PeerSet.LEVEL)
    row = standings(tables, "甲镇", 2020, peers).set_index("indicator").loc["success_rate"]
    assert (row["rank_text"], row["of"], row["n"], row["median_low"]) == ("4", 4, 8, 92)
    assert (row["least"], row["most"]) == (50, 93)


def test_a_place_alone_of_its_base_has_no_rank() -> None:
    held = [extraction("甲镇", 2020, Given("success_rate", "90", base="应诉")), *(extraction(f"镇{at}", 2020, Given("success_rate", "80")) for at in range(3))]
    tables = tables_of(*held)
    row = standings(tables, "甲镇", 2020, tuple(f"镇{at}" for at in range(3))).set_index("indicator").loc["success_rate"]
    assert (row["barrier"], row["n"]) == ("alone", 3)
    assert row[["rank_text", "of", "median_low"]].isna().all()
