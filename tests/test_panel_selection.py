"""panel/selection.py: which reports lie in a selection, and which (place, year) it has to account for."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from samples import county, extraction, tables_of, town

from extract.errors import Failure, FaultKind
from extract.model import Locality
from panel.build import Tables
from panel.selection import SLOT_COLUMNS, Selection, first_view, reports_of, slots


def the_tables() -> Tables:
    return tables_of(
        extraction("甲镇", 2019),
        extraction("甲镇", 2021),
        extraction("乙镇", 2021),
        extraction(county("甲县"), 2020),
        extraction(Locality("某地", None), 2021),
        extraction("丙镇", None),
        failures=[Failure("坏.pdf", FaultKind.EMPTY)],
    )


def as_rows(table: pd.DataFrame) -> list[tuple[str, int | None]]:
    return [(row.place, None if pd.isna(row.year) else int(row.year)) for row in table.itertuples()]


SELECTIONS = [
    pytest.param(Selection(), 6, id="everything"),
    pytest.param(Selection(years=(2021,)), 3, id="one year"),
    pytest.param(Selection(years=(2018,)), 0, id="a year of none"),
    pytest.param(Selection(levels=("township",)), 4, id="one level"),
    pytest.param(Selection(levels=("province",)), 0, id="a level of none"),
    pytest.param(Selection(places=("甲镇",)), 2, id="one place"),
    pytest.param(Selection(places=("甲镇", "无此镇")), 2, id="a place of none beside one"),
    pytest.param(Selection(places=("坏.pdf",)), 0, id="a failed file is no report"),
    pytest.param(Selection(places=("甲镇",), years=(2021,), levels=("county",)), 0, id="all at once, none"),
]


@pytest.mark.parametrize(("selection", "count"), SELECTIONS)
def test_reports_of(selection: Selection, count: int) -> None:
    assert len(reports_of(the_tables(), selection)) == count


SLOTS = [
    pytest.param(
        Selection(),
        [
            ("甲县", 2020),
            ("丙镇", None),
            ("乙镇", 2021),
            ("甲镇", 2019),
            ("甲镇", 2020),
            ("甲镇", 2021),
            ("某地", 2021),
            ("坏.pdf", None),
        ],
        id="own years of each, holes seen, widest level first",
    ),
    pytest.param(Selection(places=("甲镇",)), [("甲镇", 2019), ("甲镇", 2020), ("甲镇", 2021)], id="one place"),
    pytest.param(Selection(places=("甲镇",), years=(2021, 2018)), [("甲镇", 2018), ("甲镇", 2021)], id="chosen years in order"),
    pytest.param(
        Selection(levels=("township",), years=(2021,)),
        [("丙镇", 2021), ("乙镇", 2021), ("甲镇", 2021), ("坏.pdf", None)],
        id="a chosen year for every place of the level",
    ),
    pytest.param(Selection(places=("无此镇",)), [("无此镇", None)], id="a chosen place without a report"),
    pytest.param(Selection(places=("无此镇",), years=(2020,)), [("无此镇", 2020)], id="the same in a year"),
    pytest.param(Selection(places=("坏.pdf",)), [("坏.pdf", None)], id="a failed file that is named"),
]


@pytest.mark.parametrize(("selection", "expected"), SLOTS)
def test_slots(selection: Selection, expected: list[tuple[str, int | None]]) -> None:
    found = slots(the_tables(), selection)
    assert as_rows(found) == expected
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == SLOT_COLUMNS


def test_the_first_view_of_few_reports_is_all_of_them() -> None:
    assert first_view(the_tables()) == Selection()
    assert first_view(tables_of()) == Selection()


def test_the_first_view_of_many_is_the_commonest_level_in_its_latest_full_year() -> None:
    towns = [extraction(f"镇{at}", year) for at in range(6) for year in (2019, 2020)]
    counties = [extraction(county(f"县{at}"), 2022) for at in range(3)]
    assert first_view(tables_of(*towns, *counties)) == Selection(levels=("township",), years=(2020,))
    begun = [extraction(f"镇{at}", 2021) for at in range(2)]
    assert first_view(tables_of(*towns, *counties, *begun)) == Selection(levels=("township",), years=(2020,))
    half = [*begun, extraction("镇2", 2021)]
    assert first_view(tables_of(*towns, *counties, *half)) == Selection(levels=("township",), years=(2021,))


def test_a_hole_has_no_report() -> None:
    found = slots(the_tables(), Selection(places=("甲镇",)))
    assert found["doc_id"].isna().tolist() == [False, True, False]
    assert found["level"].tolist() == ["township"] * 3


def test_no_reports_no_slots() -> None:
    assert slots(tables_of(), Selection()).empty


def test_two_reports_of_one_place_and_year_last_published_first() -> None:
    tables = tables_of(
        extraction("甲镇", 2020, doc_id="a.txt", published=date(2021, 1, 5)),
        extraction("甲镇", 2020, doc_id="b.txt", published=date(2021, 9, 5)),
        extraction("甲镇", 2020, doc_id="c.txt"),
    )
    assert slots(tables, Selection())["doc_id"].tolist() == ["b.txt", "a.txt", "c.txt"]


def test_the_level_of_a_place_is_that_of_its_latest_report() -> None:
    path = county("凤翔区").path
    tables = tables_of(
        extraction(Locality("凤翔区", None, path), 2021, doc_id="new.txt"), extraction(county("凤翔区"), 2019, doc_id="old.txt")
    )
    found = slots(tables, Selection(years=(2019, 2020, 2021)))
    assert found["level"].fillna("").tolist() == ["county", "county", ""]


def test_the_seeds_have_one_slot_each(tables: Tables) -> None:
    assert len(slots(tables, Selection())) == 5
    assert len(slots(tables, Selection(years=(2019, 2020)))) == 10


def test_places_of_one_name_stay_apart() -> None:
    tables = tables_of(
        extraction(town("甲镇", "甲县"), 2020, doc_id="a.txt"), extraction(town("甲镇", "乙县"), 2021, doc_id="b.txt")
    )
    assert as_rows(slots(tables, Selection())) == [("甲镇（乙县）", 2021), ("甲镇（甲县）", 2020)]
