"""A place that was renamed is one place with a mark; places that were merged, or that nobody knows to be one, stay apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from samples import Given, extraction, tables_of

from charts import dumbbell, multiples, trend
from extract import places
from extract.model import DivisionPath, Level, Locality
from panel.build import Tables
from panel.compare import VALUE, cells
from panel.renames import Rename
from panel.selection import Selection

RATE = Selection(("success_rate",))
MADE = date(2026, 11, 21)
OLD = Locality("凤翔县", Level.COUNTY, DivisionPath("陕西省", "宝鸡市", "凤翔县"), "610322")
NEW = Locality("凤翔区", Level.COUNTY, DivisionPath("陕西省", "宝鸡市", "凤翔区"), "610305")
CODES = [
    pytest.param("610322", "610305", id="a county that became a district"),
    pytest.param("610305", "610305", id="today's code"),
    pytest.param("320811", "320811", id="清浦区 was merged with 清河区"),
    pytest.param("999999", "999999", id="unknown"),
]
MERGED = [
    pytest.param("320812", {"清河区", "清浦区"}, id="two became one"),
    pytest.param("610305", set(), id="renamed"),
    pytest.param("110101", set(), id="of whom the register knows no former one"),
    pytest.param("999999", set(), id="unknown"),
]


def of(name: str, code: str | None, level: Level = Level.COUNTY) -> Locality:
    return Locality(name, level, DivisionPath("丁省", "丙市", name), code)


def told(place: Locality, year: int, value: str) -> Any:
    return extraction(place, year, Given("success_rate", value))


def fengxiang() -> Tables:
    return tables_of(told(NEW, 2021, "97"), told(OLD, 2019, "95"), told(OLD, 2020, "96"))


@pytest.mark.parametrize(("code", "now"), CODES)
def test_what_a_code_became(code: str, now: str) -> None:
    assert places.became(code) == now


@pytest.mark.parametrize(("code", "names"), MERGED)
def test_what_was_merged(code: str, names: set[str]) -> None:
    assert {division.name for division in places.merged_into(code)} == names


def test_a_renamed_place_is_one_series_under_its_latest_name() -> None:
    tables = fengxiang()
    held = cells(tables, RATE)
    assert [(row.place, row.year, row.value) for row in held.itertuples()] == [
        ("凤翔区", 2019, 95.0), ("凤翔区", 2020, 96.0), ("凤翔区", 2021, 97.0),
    ]  # fmt: skip
    assert set(held["state"]) == {VALUE}
    assert tables.renames == (Rename("凤翔区", 2021, ("凤翔县",), "凤翔区"),)
    # What each report calls itself stays as it is.
    assert set(tables.panel["locality"]) == {"凤翔县", "凤翔区"}


APART = [
    pytest.param(of("清浦区", "320811"), of("清江浦区", "320812"), id="merged"),
    pytest.param(of("甲县", None), of("甲区", None), id="no codes"),
    pytest.param(OLD, of("凤翔区", None), id="one without a code"),
    pytest.param(of("司法局", "610322", Level.DEPARTMENT), of("财政局", "610322", Level.DEPARTMENT), id="departments"),
    pytest.param(of("金台区", "610303"), NEW, id="two of today"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_others_stay_apart(one: Locality, other: Locality) -> None:
    tables = tables_of(told(one, 2019, "95"), told(other, 2021, "97"))
    held = cells(tables, RATE)
    assert {row.place for row in held[held["state"] == VALUE].itertuples()} == {one.name, other.name}
    assert [rename for rename in tables.renames if not rename.is_merger] == []


def test_a_merger_is_told_and_not_joined() -> None:
    tables = tables_of(told(of("清江浦区", "320812"), 2014, "95"), told(of("清江浦区", "320812"), 2020, "97"))
    assert tables.renames == (Rename("清江浦区", 2016, ("清河区", "清浦区"), "清江浦区"),)


SENTENCE = "更名的地区按同一地区连线，用最后的名称：凤翔县（2021 年起称凤翔区）。"


@pytest.mark.parametrize("chart", [trend, multiples, dumbbell])
def test_the_mark_stands_in_the_figure(chart: Any) -> None:
    assert SENTENCE in words_of(chart.draw(fengxiang(), RATE, made=MADE, width=1000))


def test_the_line_is_dotted_where_the_name_changed() -> None:
    figure = trend.draw(fengxiang(), RATE, made=MADE)
    assert [(shape.x0, shape.line.dash) for shape in figure.layout.shapes] == [(2020.5, "dot")]


def test_without_a_year_before_it_there_is_no_mark() -> None:
    figure = trend.draw(tables_of(told(NEW, 2021, "97"), told(NEW, 2022, "98")), RATE, made=MADE)
    assert "更名" not in words_of(figure)
    assert len(figure.layout.shapes) == 0


def words_of(figure: Any) -> str:
    return "".join(annotation.text for annotation in figure.layout.annotations).replace("<br>", "")
