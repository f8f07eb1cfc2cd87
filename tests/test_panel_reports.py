"""panel/reports.py: one row a file, and a label for each place that no other place has."""

from __future__ import annotations

from datetime import date

import pytest
from samples import Given, Refused, county, extraction, tables_of, town

from extract.errors import Failure, FaultKind
from extract.model import DivisionPath, Level, Locality, Reason
from panel.build import Tables
from panel.reports import build_reports, place_labels

SHARED_NAMES = [
    pytest.param([town("甲镇")], ["甲镇"], id="one place, bare"),
    pytest.param([town("甲镇"), town("甲镇")], ["甲镇", "甲镇"], id="one place twice, bare"),
    pytest.param(
        [town("甲镇", "甲县"), town("甲镇", "乙县")], ["甲镇（甲县）", "甲镇（乙县）"], id="the parent tells them apart"
    ),
    pytest.param(
        [town("甲镇", "甲县", "丙市"), town("甲镇", "甲县", "戊市"), town("甲镇", "乙县", "丙市")],
        ["甲镇（丙市甲县）", "甲镇（戊市甲县）", "甲镇（乙县）"],
        id="as many parents as it takes",
    ),
    pytest.param(
        [Locality("清溪镇", Level.TOWNSHIP, DivisionPath("广东省", "东莞市", None, "清溪镇")), town("清溪镇")],
        ["清溪镇（东莞市）", "清溪镇（甲县）"],
        id="a town right under a prefecture",
    ),
    pytest.param([Locality("甲镇", Level.TOWNSHIP), town("甲镇")], ["甲镇", "甲镇（甲县）"], id="one of unknown parents"),
    pytest.param([county("鼓楼区", "丙市"), county("鼓楼区", "戊市")], ["鼓楼区（丙市）", "鼓楼区（戊市）"], id="counties"),
]


@pytest.mark.parametrize(("localities", "labels"), SHARED_NAMES)
def test_labels(localities: list[Locality], labels: list[str]) -> None:
    held = [extraction(place, 2020, doc_id=f"{index}.txt") for index, place in enumerate(localities)]
    reports = build_reports(held)
    assert reports["place"].tolist() == labels
    assert sorted(place_labels(reports)) == sorted(set(labels))


def test_places_that_differ_only_in_unknown_parts_are_numbered() -> None:
    paths = [
        DivisionPath("丁省", None, "甲县", "甲镇"),
        DivisionPath("丁省", "丙市", "甲县", "甲镇"),
        DivisionPath(None, None, "甲县", "甲镇"),
    ]
    held = [extraction(Locality("甲镇", Level.TOWNSHIP, path), 2020, doc_id=f"{at}.txt") for at, path in enumerate(paths)]
    labels = build_reports(held)["place"].tolist()
    assert len(set(labels)) == 3
    assert all(label.startswith("甲镇（") for label in labels)


def test_a_report_of_nobody_known_is_a_place_of_its_own() -> None:
    reports = build_reports([extraction(None, 2020, doc_id="a.txt"), extraction(None, 2020, doc_id="b.txt")])
    assert reports["place"].tolist() == ["a.txt", "b.txt"]
    assert reports["locality"].isna().all()


def test_the_rows_of_a_report_and_of_a_failure() -> None:
    read = extraction(
        "甲镇", 2020, Given("cases", "4"), refused=[Refused("cases", "9", "计划9件", Reason.PLAN)], published=date(2021, 3, 2)
    )
    reports = build_reports([read], [Failure("坏.pdf", FaultKind.EMPTY)])
    assert reports[["status", "readings", "refusals", "characters"]].to_numpy().tolist() == [
        ["read", 1, 1, len(read.report.text)],
        ["failed", 0, 0, 0],
    ]
    assert reports["published"].tolist()[0].date() == date(2021, 3, 2)
    assert reports.iloc[1][["title", "locality", "year", "published"]].isna().all()
    assert reports.iloc[0][["problem", "cure"]].isna().all()


def test_failed_files_are_no_places() -> None:
    assert place_labels(build_reports([], [Failure("坏.pdf", FaultKind.EMPTY)])) == ()


def test_places_stand_widest_division_first() -> None:
    held = [extraction(town("乙镇"), 2020), extraction(county("甲县"), 2020), extraction(town("甲镇"), 2020)]
    assert place_labels(build_reports(held)) == ("甲县", "乙镇", "甲镇")


def test_the_five_seeds(tables: Tables) -> None:
    reports = tables.reports
    told = {row.place: (row.level, int(row.year)) for row in reports.itertuples()}
    assert told == {
        "泗门镇": ("township", 2022),
        "清溪镇": ("township", 2021),
        "新昌县": ("county", 2019),
        "凤翔区": ("county", 2023),
        "中峰镇": ("township", 2020),
    }
    assert (reports["status"] == "read").all()


def test_hostile_names_stay_as_they_are() -> None:
    reports = tables_of(extraction(town("<script>%{x}"), 2020), extraction(town("=1+1"), 2020)).reports
    assert reports["place"].tolist() == ["<script>%{x}", "=1+1"]
