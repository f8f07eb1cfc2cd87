"""panel/derived.py: two exact counts of the whole locality give a share, and everything else gives its reason."""

from __future__ import annotations

import pandas as pd
import pytest
from samples import Given, Refused, extraction, small_catalog, tables_of

from extract.model import Basis, Extraction, Qualifier, Reason
from panel.build import build_tables
from panel.derived import Unfit
from panel.schema import DERIVED_COLUMNS, rows_of
from panel.words import WORDS

PART, WHOLE = Given("sessions", "22"), Given("cases", "41")


def only(*given: Given, **more: object) -> dict[str, object]:
    """The one derived row of a report that gives these figures."""
    (row,) = tables_of(extraction("甲镇", 2020, *given)).derived.to_dict("records")
    return row


SHARES = [
    pytest.param("22", "41", 53.66, id="rounded"),
    pytest.param("0", "41", 0.0, id="none of them"),
    pytest.param("41", "41", 100.0, id="all of them"),
    pytest.param("1", "800", 0.13, id="a half is rounded up"),
    pytest.param("1", "8", 12.5, id="one decimal"),
]


@pytest.mark.parametrize(("part", "whole", "value"), SHARES)
def test_two_counts_give_a_share(part: str, whole: str, value: float) -> None:
    row = only(Given("sessions", part), Given("cases", whole))
    assert row["value"] == value
    assert pd.isna(row["reason"])


def test_a_row_holds_both_counts_with_their_passages() -> None:
    row = only(PART, WHOLE)
    assert {name: row[name] for name in ("doc_id", "locality", "level", "year", "derived", "name", "unit")} == {
        "doc_id": "甲镇_2020.txt", "locality": "甲镇", "level": "township", "year": 2020,
        "derived": "share", "name": "占比（由件数推算）", "unit": "%",
    }  # fmt: skip
    text = f"{PART.sentence}。{WHOLE.sentence}。"
    assert (row["part"], row["whole"]) == (22.0, 41.0)
    assert text[row["part_start"] : row["part_end"]] == PART.sentence
    assert text[row["whole_start"] : row["whole_end"]] == WHOLE.sentence


REFUSED = [
    pytest.param([WHOLE], Unfit.NO_PART, id="no part"),
    pytest.param([PART], Unfit.NO_WHOLE, id="no whole"),
    pytest.param([Given("sessions", "22", main=False), WHOLE], Unfit.NO_PART, id="a part that stands for no locality"),
    pytest.param([Given("sessions", "22", scope="机关"), WHOLE], Unfit.SCOPE, id="a scope of the part"),
    pytest.param([PART, Given("cases", "41", scope="机关")], Unfit.SCOPE, id="a scope of the whole"),
    pytest.param([Given("sessions", "22", scope="机关"), Given("cases", "41", scope="机关")], Unfit.SCOPE, id="the same scope"),
    pytest.param([Given("sessions", "22", qualifier=Qualifier.APPROX), WHOLE], Unfit.QUALIFIER, id="about"),
    pytest.param([PART, Given("cases", "41", qualifier=Qualifier.MIN)], Unfit.QUALIFIER, id="at least"),
    pytest.param([PART, Given("cases", "41", qualifier=Qualifier.MAX)], Unfit.QUALIFIER, id="at most"),
    pytest.param([Given("sessions", "0"), Given("cases", "0", basis=Basis.IMPLIED)], Unfit.NOTHING, id="a whole of none"),
    pytest.param([Given("sessions", "42"), WHOLE], Unfit.EXCEEDS, id="more than the whole"),
]


@pytest.mark.parametrize(("given", "reason"), REFUSED)
def test_what_does_not_go_together_is_refused(given: list[Given], reason: Unfit) -> None:
    row = only(*given)
    assert pd.isna(row["value"])
    assert row["reason"] == reason


def test_counts_of_different_reports_are_never_combined() -> None:
    first, second = extraction("甲镇", 2020, PART), extraction("甲镇", 2021, WHOLE)
    assert [(row.year, row.reason) for row in rows_of(tables_of(first, second).derived)] == [(2020, "no whole"), (2021, "no part")]


@pytest.mark.parametrize(
    "held",
    [
        pytest.param((), id="no report"),
        pytest.param((extraction("甲镇", 2020, Given("success_rate", "95")),), id="neither count"),
        pytest.param((extraction("甲镇", 2020, refused=[Refused("cases", "41", "计划41件", Reason.PLAN)]),), id="a refused count"),
    ],
)
def test_without_either_count_there_is_no_row(held: tuple[Extraction, ...]) -> None:
    derived = build_tables(held, (), small_catalog()).derived
    assert len(derived) == 0
    assert {name: str(dtype) for name, dtype in derived.dtypes.items()} == DERIVED_COLUMNS


def test_the_panel_holds_nothing_derived() -> None:
    tables = tables_of(extraction("甲镇", 2020, PART, WHOLE))
    assert set(tables.panel["indicator"]) == {"sessions", "cases"}


@pytest.mark.parametrize("reason", Unfit)
def test_every_reason_is_said_in_both_languages(reason: Unfit) -> None:
    assert WORDS.say(f"unfit.{reason}", "zh") != WORDS.say(f"unfit.{reason}", "en")
