"""panel/blanks.py: a fixture report for each cause, and which cause is told where several hold."""

from __future__ import annotations

import pandas as pd
import pytest
from samples import Given, Refused, county, extraction, tables_of, town

from extract.errors import Failure, FaultKind
from extract.model import Extraction, Locality, Reason
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import Selection, cells

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


def test_there_is_a_fixture_for_every_cause() -> None:
    """The five causes of a report that was read are those of CASES; a gap of a year and a file that failed give the other two."""
    found = {case.values[1][0] for case in CASES}  # type: ignore[index]
    tables = tables_of(extraction("甲镇", 2020), extraction("甲镇", 2022), failures=[Failure("坏.pdf", FaultKind.EMPTY)])
    found |= {state for state in cells(tables, Selection())["state"] if state in ("no report", "unreadable")}
    assert found == {str(cause) for cause in BlankCause}


def test_every_blank_of_the_seeds_has_a_cause_a_reason_and_the_nearest_passage(tables: Tables) -> None:
    mains = set(zip(*(tables.panel.loc[tables.panel["main"], column] for column in ("doc_id", "indicator")), strict=True))
    every = {(doc_id, indicator) for doc_id in tables.extractions for indicator in tables.catalog.indicators}
    blanks = {(row.doc_id, row.indicator): row for row in tables.blanks.itertuples()}
    assert blanks.keys() == every - mains
    for (doc_id, indicator), row in blanks.items():
        assert row.cause in [*BlankCause]
        seen = [refusal for refusal in tables.extractions[doc_id].refusals if refusal.candidate.indicator_id == indicator]
        if row.cause == BlankCause.REFUSED:
            assert row.detail in {str(refusal.reason) for refusal in seen}
        passage = row.cause not in (BlankCause.TERM_ABSENT, BlankCause.NOT_APPLICABLE)
        assert passage <= (not pd.isna(row.start))
        assert pd.isna(row.start) or 0 <= row.start < row.end <= len(tables.texts[doc_id])
