"""Ceilings: every place stands in every row once, bounds are no 100, and silence is counted by its cause."""

from __future__ import annotations

from datetime import date

import pytest
from samples import Given, county, extraction, tables_of

from charts import ceiling as chart
from extract.model import Extraction, Qualifier
from panel.build import Tables
from panel.ceiling import CEILING_COLUMNS, STATES, ceilings, rate_cells
from panel.selection import Selection

MIN, MAX, ABOUT = Qualifier.MIN, Qualifier.MAX, Qualifier.APPROX
MADE = date(2026, 11, 21)
ALL = Selection()


def told(place: str, value: str | None, qualifier: Qualifier = Qualifier.EXACT, year: int = 2020) -> Extraction:
    return extraction(place, year, *([] if value is None else [Given("success_rate", value, qualifier=qualifier)]))


def the_tables() -> Tables:
    return tables_of(
        told("甲镇", "100"), told("乙镇", "100"), told("丙镇", "95", MIN), told("丁镇", "99.9"), told("戊镇", None),
        told("己镇", "90", MAX), extraction(county("甲县"), 2020, Given("loss_rate", "0"), Given("cases", "7")),
    )  # fmt: skip


def counts(tables: Tables, selection: Selection = ALL) -> dict[str, dict[str, int]]:
    found = ceilings(tables, selection)
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == CEILING_COLUMNS
    return {row["indicator"]: {state: row[state] for state in STATES if row[state]} for row in found.to_dict("records")}


def test_bounds_are_open_or_below_and_never_100() -> None:
    assert counts(the_tables(), Selection(levels=("township",))) == {
        "success_rate": {"top": 2, "open": 1, "below": 2, "term absent": 1}
    }


def test_a_rate_of_zero_is_below_and_counts_are_no_rates() -> None:
    found = counts(the_tables(), Selection(levels=("county",)))
    assert found == {"loss_rate": {"below": 1}}


def test_every_row_adds_up_to_the_selection() -> None:
    found = ceilings(the_tables(), Selection())
    assert set(found["total"]) == {7}
    assert (found[list(STATES)].sum(axis=1) == found["total"]).all()


def test_a_missing_year_is_counted_as_no_report() -> None:
    found = counts(tables_of(told("甲镇", "100"), told("甲镇", "98", year=2022)))
    assert found == {"success_rate": {"top": 1, "below": 1, "no report": 1}}


def test_without_rates_there_is_no_row() -> None:
    assert counts(tables_of(extraction("甲镇", 2020, Given("cases", "7")))) == {}
    assert counts(tables_of()) == {}


def test_each_count_has_its_cells() -> None:
    held = rate_cells(the_tables(), Selection(indicators=("success_rate",), levels=("township",)))
    assert sorted(zip(held["place"], held["standing"], strict=True)) == [
        ("丁镇", "below"), ("丙镇", "open"), ("乙镇", "top"), ("己镇", "below"), ("戊镇", "term absent"), ("甲镇", "top"),
    ]  # fmt: skip


def test_a_part_of_a_bar_says_whose_it_is() -> None:
    figure = chart.draw(the_tables(), Selection(levels=("township",)), made=MADE)
    assert {bar.name: [tuple(told) for told in bar.customdata] for bar in figure.data} == {
        "100%": [("success_rate", "top")],
        "界限值，可能为 100%": [("success_rate", "open")],
        "低于 100%": [("success_rate", "below")],
        "未提及": [("success_rate", "term absent")],
    }


@pytest.mark.parametrize("width", [300, 1000])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_chart_writes_the_counts(lang: str, width: int) -> None:
    figure = chart.draw(the_tables(), Selection(levels=("township",)), lang=lang, made=MADE, width=width)
    assert {bar.name: list(bar.x) for bar in figure.data} == (
        {"100%": [2], "界限值，可能为 100%": [1], "低于 100%": [2], "未提及": [1]}
        if lang == "zh"
        else {"100%": [2], "a bound, perhaps 100%": [1], "below 100%": [2], "not mentioned": [1]}
    )
    assert figure.layout.width == width


EMPTY = [([], "还没有读入任何报告"), ([extraction("甲镇", 2020, Given("cases", "7"))], "没有给出任何比率")]


@pytest.mark.parametrize(("held", "said"), EMPTY)
def test_with_nothing_to_draw_it_says_why(held: list[Extraction], said: str) -> None:
    figure = chart.draw(tables_of(*held), Selection(), made=MADE)
    assert said in "".join(annotation.text for annotation in figure.layout.annotations)
