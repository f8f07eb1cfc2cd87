"""panel/borrowing.py: blanks filled from near years only when asked for, each with its year, in no rank and in no count."""

from __future__ import annotations

import pytest
from samples import Given, Refused, extraction, tables_of

from extract.model import Extraction, Qualifier, Reason
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import CELL_COLUMNS, cells, cells_at, missing, reporting
from panel.selection import Selection

RATE = "success_rate"


def rate(place: str, year: int, value: str, qualifier: Qualifier = Qualifier.EXACT) -> Extraction:
    return extraction(place, year, Given(RATE, value, qualifier=qualifier))


def texts(tables: Tables, borrow: int, year: int = 2022) -> dict[str, str]:
    held = cells(tables, Selection((RATE,), years=(year,), borrow=borrow))
    return dict(zip(held["place"], held["text"], strict=True))


HELD = [rate("甲镇", 2021, "91"), extraction("甲镇", 2022), rate("乙镇", 2022, "95")]


def test_nothing_is_borrowed_unless_asked_for() -> None:
    assert texts(tables_of(*HELD), 0) == {"甲镇": "未提及", "乙镇": "95%"}
    assert Selection().borrow == 0


def test_a_borrowed_figure_prints_its_year() -> None:
    assert texts(tables_of(*HELD), 1) == {"甲镇": "91%（2021 年）", "乙镇": "95%"}


@pytest.mark.parametrize(
    ("held", "borrow", "text"),
    [
        ([rate("甲镇", 2021, "91"), rate("甲镇", 2023, "93")], 1, "91%（2021 年）"),
        ([rate("甲镇", 2020, "90"), rate("甲镇", 2023, "93")], 3, "93%（2023 年）"),
        ([rate("甲镇", 2021, "90", Qualifier.MIN)], 1, "≥90%（2021 年）"),
        ([rate("甲镇", 2020, "90")], 1, "未提及"),
        # However far is asked for, three years are the most.
        ([rate("甲镇", 2018, "90")], 9, "未提及"),
        ([rate("丙镇", 2021, "90")], 1, "未提及"),
        ([extraction("甲镇", 2021, Given("cases", "5"))], 1, "未提及"),
        ([extraction("甲镇", 2021, Given(RATE, "90", main=False, scope="部门"))], 1, "未提及"),
        ([extraction("甲镇", 2021, refused=[Refused(RATE, "99", "力争99%", Reason.PLAN)])], 1, "未提及"),
    ],
    ids=["of two as near the earlier", "the nearer", "a bound stays one", "too far", "three at most", "another place", "another indicator", "a part", "a plan"],
)  # fmt: skip
def test_whose_figure_fills_a_blank(held: list[Extraction], borrow: int, text: str) -> None:
    assert texts(tables_of(*held, extraction("甲镇", 2022)), borrow)["甲镇"] == text


def test_a_place_without_a_report_of_the_year_is_filled_too_and_counts_for_nothing() -> None:
    tables = tables_of(rate("甲镇", 2021, "91"), rate("乙镇", 2022, "95"), extraction("丙镇", 2022))
    selection = Selection((RATE,), years=(2022,), borrow=1)
    held = cells(tables, selection)
    assert {name: str(dtype) for name, dtype in held.dtypes.items()} == CELL_COLUMNS
    own = held.set_index("place").loc["甲镇"]
    assert (own["from_year"], own["stands_for"], own["doc_id"]) == (2021, "no report", "甲镇_2021.txt")
    assert reporting(held) == (1, 2)
    # What the reports give no value of stays counted as such.
    assert list(cells_at(tables, selection, missing(tables, selection))["place"]) == ["丙镇", "甲镇"]


def test_what_is_borrowed_is_told_and_forbids_ranks() -> None:
    found = {caveat.code: caveat for caveat in caveats(tables_of(*HELD), Selection((RATE,), years=(2022,), borrow=1))}
    assert found["borrowed"].say() == "1 处空白借用邻近年份的数值（甲镇 2021→2022），不排名次。"
    assert found["borrowed"].forbids_ranks
    assert found["borrowed"].forbids_middle
    assert "borrowed" not in {caveat.code for caveat in caveats(tables_of(*HELD), Selection((RATE,), years=(2022,)))}
