"""panel/second.py: what a report says of the year before beside what that year's report printed, and never in the panel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from extract import Catalog, extract_text
from extract.model import DivisionPath, Extraction, Level, Locality
from panel.build import build_panel
from panel.schema import EARLIER_COLUMNS
from panel.second import Second, build_earlier

PLACE = Locality("甲县", Level.COUNTY, DivisionPath("丁省", "丙市", "甲县"), "330624")


def report(text: str, year: int | None, catalog: Catalog, place: Locality | None = PLACE, published: date | None = None) -> Extraction:
    """The extraction of a text as the report of a place and year."""
    found = extract_text(text, catalog=catalog, year=year, doc_id=f"{place.name if place else '某地'}_{year}.txt")
    return replace(found, report=replace(found.report, locality=place, year=year, published=published))


def outcomes(earlier: str, later: str, catalog: Catalog) -> list[str]:
    return [str(o) for o in build_earlier([report(earlier, 2022, catalog), report(later, 2023, catalog)])["outcome"]]


@pytest.mark.parametrize(
    ("earlier", "later", "outcome"),
    [
        # levels
        ("出庭应诉率91%。", "出庭应诉率由2022年的91%提高到96%。", "agrees"),
        ("出庭应诉率91.4%。", "出庭应诉率由2022年的91%提高到96%。", "agrees"),
        ("出庭应诉率92%。", "出庭应诉率由2022年的91%提高到96%。", "restated"),
        ("出庭应诉率90%以上。", "出庭应诉率由2022年的91%提高到96%。", "agrees"),
        ("出庭应诉率95%以上。", "出庭应诉率由2022年的91%提高到96%。", "restated"),
        ("受理行政复议申请1.1万件。", "2022年受理行政复议申请11034件,2023年受理12000件。", "agrees"),
        ("受理行政复议申请110件。", "2022年受理行政复议申请112件,2023年受理120件。", "restated"),
        # changes
        ("受理行政复议申请240件。", "受理行政复议申请326件,同比增长35.8%。", "agrees"),
        ("受理行政复议申请241件。", "受理行政复议申请326件,同比增长35.8%。", "contradictory"),
        ("受理行政复议申请400件。", "受理行政复议申请326件,同比下降18.5%。", "agrees"),
        ("受理行政复议申请300件。", "受理行政复议申请326件,同比下降18.5%。", "contradictory"),
        ("受理行政复议申请314件。", "受理行政复议申请326件,较上年增加12件。", "agrees"),
        ("受理行政复议申请324件。", "受理行政复议申请326件,较上年增加12件。", "contradictory"),
        ("受理行政复议申请310件。", "受理行政复议申请326件,较上年增加10余件。", "agrees"),
        ("受理行政复议申请326件。", "受理行政复议申请326件,与去年持平。", "agrees"),
        ("受理行政复议申请325件。", "受理行政复议申请326件,与去年持平。", "contradictory"),
        ("受理行政复议申请200件。", "受理行政复议申请326件,同比增长50%以上。", "agrees"),
        ("受理行政复议申请300件。", "受理行政复议申请326件,同比增长50%以上。", "contradictory"),
        # 百分点 and % are not the same of a count, and of a rate may be
        ("行政诉讼败诉率8.44%。", "行政诉讼败诉率6.34%,较上年下降2.1个百分点。", "agrees"),
        ("行政诉讼败诉率9.44%。", "行政诉讼败诉率6.34%,较上年下降2.1个百分点。", "contradictory"),
        ("行政诉讼败诉率12.68%。", "行政诉讼败诉率6.34%,较上年下降50%。", "agrees"),
        ("出庭应诉率96.8%。", "出庭应诉率98.0%,同比上升1.2%。", "agrees"),
        ("出庭应诉率80.8%。", "出庭应诉率98.0%,同比上升1.2%。", "contradictory"),
        # nothing to compare with
        ("开展普法活动12场。", "受理行政复议申请326件,同比增长35.8%。", "no earlier reading"),
        ("其中环保局受理行政复议申请240件。", "行政诉讼案件18件,同比增长12.5%。", "no earlier reading"),
    ],
)  # fmt: skip
def test_a_pair_of_reports(earlier: str, later: str, outcome: str, catalog: Catalog) -> None:
    assert outcomes(earlier, later, catalog) == [outcome]


def test_both_quotes_and_both_offsets_stand_in_the_row(catalog: Catalog) -> None:
    old = report("全县受理行政复议申请241件。", 2022, catalog)
    new = report("开展活动。全县受理行政复议申请326件,同比增长35.8%。", 2023, catalog)
    row = build_earlier([new, old]).iloc[0]
    assert row.to_dict() == {
        "doc_id": "甲县_2023.txt", "indicator": "reconsideration_accepted", "year": 2022, "kind": "change_percent", "value": 35.8,
        "unit": "%", "qualifier": "exact", "start": 5, "end": 29, "quote": "全县受理行政复议申请326件,同比增长35.8%", "now": 326.0,
        "now_qualifier": "exact", "low": pytest.approx(239.88, abs=0.01), "high": pytest.approx(240.15, abs=0.01),
        "outcome": "contradictory", "earlier_doc": "甲县_2022.txt", "earlier_value": 241.0, "earlier_qualifier": "exact",
        "earlier_start": 0, "earlier_end": 14, "earlier_quote": "全县受理行政复议申请241件",
    }  # fmt: skip
    assert new.report.text[row["start"] : row["end"]] == row["quote"]
    assert old.report.text[row["earlier_start"] : row["earlier_end"]] == row["earlier_quote"]


LATER = "受理行政复议申请326件,同比增长35.8%。"
EARLIER = "受理行政复议申请240件。"


@pytest.mark.parametrize(
    ("place", "year", "outcome"),
    [
        pytest.param(PLACE, 2022, "agrees", id="the same place, the year before"),
        pytest.param(replace(PLACE, name="甲市"), 2022, "agrees", id="the same code under another name"),
        pytest.param(replace(PLACE, code=None), 2022, "agrees", id="the same name and path without a code"),
        pytest.param(PLACE, 2021, "no earlier report", id="two years before"),
        pytest.param(PLACE, None, "no earlier report", id="an unknown year"),
        pytest.param(replace(PLACE, name="乙县", code="330681"), 2022, "no earlier report", id="another place"),
        pytest.param(replace(PLACE, path=DivisionPath("丁省", "戊市", "甲县"), code=None), 2022, "no earlier report", id="another 甲县"),
        pytest.param(replace(PLACE, level=Level.DEPARTMENT, code=None), 2022, "no earlier report", id="a department of it"),
        pytest.param(None, 2022, "no earlier report", id="an unknown place"),
    ],
)
def test_whose_report_it_is_compared_with(place: Locality | None, year: int | None, outcome: str, catalog: Catalog) -> None:
    table = build_earlier([report(EARLIER, year, catalog, place), report(LATER, 2023, catalog)])
    assert table["outcome"].tolist() == [outcome]


def test_of_two_earlier_reports_the_one_published_last_is_compared_with(catalog: Catalog) -> None:
    first = report("受理行政复议申请241件。", 2022, catalog, published=date(2023, 1, 31))
    mended = report(EARLIER, 2022, catalog, published=date(2023, 3, 31))
    table = build_earlier([mended, first, report(LATER, 2023, catalog)])
    assert table[["outcome", "earlier_value"]].to_numpy().tolist() == [["agrees", 240.0]]


def test_nothing_of_it_enters_the_panel(catalog: Catalog) -> None:
    later = report("出庭应诉率由2022年的91%提高到96%。" + LATER, 2023, catalog)
    without = replace(later, earlier=())
    pd.testing.assert_frame_equal(build_panel([later], catalog), build_panel([without], catalog))
    assert set(build_panel([later], catalog)["year"]) == {2023}
    assert build_panel([later], catalog)["value"].tolist() == [96.0, 326.0]


def test_the_columns_and_types_are_the_same_when_empty(catalog: Catalog) -> None:
    for held in ([], [report(LATER, 2023, catalog)]):
        table = build_earlier(held)
        assert {name: str(dtype) for name, dtype in table.dtypes.items()} == EARLIER_COLUMNS


def test_the_closed_list_of_outcomes() -> None:
    assert [str(one) for one in Second] == ["agrees", "restated", "contradictory", "no earlier reading", "no earlier report"]
