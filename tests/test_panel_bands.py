"""panel/bands.py: the quarter in which a figure stands within its level, and why it stands in none."""

from __future__ import annotations

import pandas as pd
import pytest
from samples import Given, county, extraction, tables_of

from extract.model import Extraction, Locality, Qualifier
from panel.bands import BAND_COLUMNS, bands
from panel.build import Tables
from panel.selection import Selection

RATE = Selection(("success_rate",))


def told(indicator: str, value: str) -> Given:
    return Given(indicator, value.rstrip("+"), qualifier=Qualifier.MIN if value.endswith("+") else Qualifier.EXACT)


def places(values: list[str | None], indicator: str = "success_rate", *, counties: bool = False) -> list[Extraction]:
    """Places 镇0, 镇1 … (县0, 县1 …) of 2020 with a figure each, "95+" for at least 95; None gives none."""
    names: list[Locality | str] = [county(f"县{at}") if counties else f"镇{at}" for at in range(len(values))]
    given = [[] if value is None else [told(indicator, value)] for value in values]
    return [extraction(name, 2020, *own) for name, own in zip(names, given, strict=True)]


def found(tables: Tables, selection: Selection = RATE) -> list[str]:
    held = bands(tables, selection)
    assert {name: str(dtype) for name, dtype in held.dtypes.items()} == BAND_COLUMNS
    return [f"{row.place} {row.why if pd.isna(row.band) else row.band}" for row in held.itertuples()]


EIGHT = ["97", "96", "95", "94", "93", "92", "91", "90"]
RATES = [
    pytest.param(EIGHT, [1, 1, 2, 2, 3, 3, 4, 4], id="quarters of eight"),
    pytest.param([*EIGHT, "89"], [1, 1, 1, 2, 2, 3, 3, 4, 4], id="of nine"),
    pytest.param(["97", "97", "97", *EIGHT[3:]], [1, 1, 1, 2, 3, 3, 4, 4], id="equals share a quarter"),
    pytest.param([*EIGHT[:6], "90", "90"], [1, 1, 2, 2, 3, 3, 4, 4], id="equals at the end"),
    pytest.param(["97+", *EIGHT[1:]], [1, 1, 2, 2, 3, 3, 4, 4], id="a bound that stands surely first"),
    pytest.param([*EIGHT[:7], "94+"], [1, "open", 2, "open", 3, 4, 4, "open"], id="a bound opens the quarters that it crosses"),
    pytest.param(EIGHT[:7], ["too_few"] * 7, id="of seven there are no quarters"),
    pytest.param(["100"] * 5 + ["90", "91", "92"], ["ceiling"] * 8, id="most at 100"),
    pytest.param([*EIGHT, *[None] * 9], ["low_coverage"] * 8 + ["nan"] * 9, id="fewer than half give it"),
    pytest.param([*EIGHT, None], [1, 1, 2, 2, 3, 3, 4, 4, "nan"], id="a blank stands in no quarter"),
    pytest.param([*EIGHT[:7], "0"], [1, 1, 2, 2, 3, 3, 4, 4], id="a zero is a value"),
]


@pytest.mark.parametrize(("values", "expected"), RATES)
def test_quarters(values: list[str | None], expected: list[object]) -> None:
    assert sorted(found(tables_of(*places(values)))) == sorted(f"镇{at} {one}" for at, one in enumerate(expected))


def test_lower_is_better_where_the_catalogue_says_so() -> None:
    held = found(tables_of(*places(EIGHT, "loss_rate", counties=True)), Selection(("loss_rate",)))
    assert held == ["县0 4", "县1 4", "县2 3", "县3 3", "县4 2", "县5 2", "县6 1", "县7 1"]


@pytest.mark.parametrize(("indicator", "why"), [("cases", "no_direction"), ("sessions", "grade_C")])
def test_without_a_direction_or_a_common_definition_there_are_none(indicator: str, why: str) -> None:
    assert {line.split()[1] for line in found(tables_of(*places(EIGHT, indicator)), Selection((indicator,)))} == {why}


def test_each_level_has_quarters_of_its_own() -> None:
    tables = tables_of(*places(EIGHT), *places(["99", "98"], counties=True))
    # Two counties above all towns take no quarter from them, and are too few for quarters themselves.
    assert found(tables)[:4] == ["县0 too_few", "县1 too_few", "镇0 1", "镇1 1"]


def test_the_rank_goes_along_and_is_missing_where_it_is_forbidden() -> None:
    held = bands(tables_of(*places([*EIGHT[:7], "96+"])), RATE).set_index("place")
    assert (held.loc["镇0", "rank_text"], held.loc["镇7", "rank_text"], held.loc["镇6", "of"]) == ("1–2", "1–2", 8)
    few = bands(tables_of(*places(["90", "91"])), RATE)
    assert few["rank_text"].tolist() == ["2", "1"]
    assert bands(tables_of(*places(["3", "4"], "cases")), Selection(("cases",)))["rank_text"].isna().all()


def test_several_years_are_refused() -> None:
    with pytest.raises(ValueError, match="one known year"):
        bands(tables_of(extraction("甲镇", 2020), extraction("甲镇", 2021)), RATE)
