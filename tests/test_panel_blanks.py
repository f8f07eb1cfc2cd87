"""panel/blanks.py: a fixture report for each cause, and which cause is told where several hold."""

from __future__ import annotations

import pandas as pd
import pytest
from samples import Given, Refused, county, extraction, tables_of, town

from extract.model import Extraction, Locality, Reason
from panel.blanks import BlankCause

PART = Given("loss_rate", "3", "其中一审败诉率3%", main=False, scope="一审")
UNNAMED_PART = Given("loss_rate", "3", "其中败诉率3%", main=False)
PLAN = Refused("loss_rate", "2", "力争败诉率2%", Reason.PLAN, "%")
TAKEN = Refused("loss_rate", "7", "另一数7", Reason.OVERLAPPED, "%")
NAMED = "降低行政诉讼败诉率"

CASES = [
    pytest.param(extraction(county("甲县"), 2020), ("term absent", None, None), id="term absent"),
    pytest.param(
        extraction(county("甲县"), 2020, mentioned={"loss_rate": NAMED}), ("term without figure", None, NAMED), id="term only"
    ),
    pytest.param(extraction(county("甲县"), 2020, refused=[PLAN]), ("refused", "plan", PLAN.words), id="refused"),
    pytest.param(extraction(county("甲县"), 2020, refused=[TAKEN, PLAN]), ("refused", "plan", PLAN.words), id="telling first"),
    pytest.param(extraction(county("甲县"), 2020, refused=[TAKEN]), ("refused", "overlapped", TAKEN.words), id="only overlapped"),
    pytest.param(extraction(county("甲县"), 2020, PART), ("part only", "一审", PART.words), id="part only"),
    pytest.param(extraction(county("甲县"), 2020, UNNAMED_PART), ("part only", None, UNNAMED_PART.words), id="part, no scope"),
    pytest.param(
        extraction(county("甲县"), 2020, PART, refused=[PLAN]), ("part only", "一审", PART.words), id="part before plan"
    ),
    pytest.param(extraction(town("甲镇"), 2020), ("not applicable", "township", None), id="not applicable"),
    pytest.param(
        extraction(town("甲镇"), 2020, mentioned={"loss_rate": NAMED}), ("not applicable", "township", NAMED), id="though named"
    ),
    pytest.param(extraction(town("甲镇"), 2020, refused=[PLAN]), ("refused", "plan", PLAN.words), id="seen before expected"),
    pytest.param(extraction(Locality("某地", None), 2020), ("term absent", None, None), id="unknown level"),
    pytest.param(extraction(None, None), ("term absent", None, None), id="unknown place"),
]


def nullable(value: object) -> object:
    return None if pd.isna(value) else value


@pytest.mark.parametrize(("held", "expected"), CASES)
def test_causes(held: Extraction, expected: tuple[str, str | None, str | None]) -> None:
    blanks = tables_of(held).blanks
    row = blanks[blanks["indicator"] == "loss_rate"].iloc[0]
    words = None if pd.isna(row["start"]) else held.report.text[row["start"] : row["end"]]
    assert (row["cause"], nullable(row["detail"]), words) == expected


def test_what_has_a_main_reading_is_no_blank() -> None:
    blanks = tables_of(extraction("甲镇", 2020, Given("cases", "0"))).blanks
    assert blanks["indicator"].tolist() == ["success_rate", "loss_rate", "sessions"]


def test_no_report_no_blanks() -> None:
    assert tables_of().blanks.empty


def test_every_cause_is_in_the_closed_list() -> None:
    assert [str(cause) for cause in BlankCause] == [
        "term absent", "term without figure", "refused", "part only", "not applicable", "no report", "unreadable",
    ]  # fmt: skip
