"""What a report of 2023 says of 2022: levels and changes, and the many comparisons that are none of last year's."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text

Told = tuple[str, str, str, str, str]


def earlier_of(text: str, catalog: Catalog, year: int | None = 2023) -> list[Told]:
    """Indicator, kind, qualifier, value and unit of each statement."""
    found = extract_text(text, catalog=catalog, year=year).earlier
    return [(told.indicator_id, str(told.kind), str(told.qualifier), str(told.value), told.unit) for told in found]


ACCEPTED, RATE, LOSS = "reconsideration_accepted", "court_appearance_rate", "litigation_loss_rate"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # changes behind a figure
        ("受理行政复议申请120件,同比增长10.75%。", [(ACCEPTED, "change_percent", "exact", "10.75", "%")]),
        ("受理行政复议申请120件(同比下降8.6%)。", [(ACCEPTED, "change_percent", "exact", "-8.6", "%")]),
        ("受理行政复议申请120件,较上年减少12件。", [(ACCEPTED, "change_count", "exact", "-12", "件")]),
        ("受理行政复议申请120件,比去年同期增加了12件。", [(ACCEPTED, "change_count", "exact", "12", "件")]),
        ("受理行政复议申请120件,较2022年增长21%。", [(ACCEPTED, "change_percent", "exact", "21", "%")]),
        ("受理行政复议申请120件,与上年相比增长两成。", [(ACCEPTED, "change_percent", "exact", "20", "%")]),
        ("受理行政复议申请120件,同比增幅达10%。", [(ACCEPTED, "change_percent", "exact", "10", "%")]),
        ("受理行政复议申请120件,与去年持平。", [(ACCEPTED, "change_percent", "exact", "0", "%")]),
        ("受理行政复议申请120件,同比增长超过10%。", [(ACCEPTED, "change_percent", "min", "10", "%")]),
        ("受理行政复议申请120件,同比增加10余件。", [(ACCEPTED, "change_count", "approx", "10", "件")]),
        ("出庭应诉率98%,较上年提高1.5个百分点。", [(RATE, "change_points", "exact", "1.5", "个百分点")]),
        ("出庭应诉率98%,同比上升1.2%。", [(RATE, "change_percent", "exact", "1.2", "%")]),
        (
            "受理行政复议申请120件,同比增加12件,增长11.1%。",
            [(ACCEPTED, "change_count", "exact", "12", "件"), (ACCEPTED, "change_percent", "exact", "11.1", "%")],
        ),
        # a change before a figure
        ("行政诉讼败诉率同比下降2.3个百分点,为6.8%。", [(LOSS, "change_points", "exact", "-2.3", "个百分点")]),
        ("行政诉讼败诉率较上年下降2.3个百分点,降至6.8%。", [(LOSS, "change_points", "exact", "-2.3", "个百分点")]),
        # levels
        ("行政诉讼败诉率由去年的8.6%下降到5.2%。", [(LOSS, "level", "exact", "8.6", "%")]),
        ("行政诉讼败诉率由2022年的8.6%下降到2023年的5.2%。", [(LOSS, "level", "exact", "8.6", "%")]),
        ("出庭应诉率由2022年的91%提高到96%。", [(RATE, "level", "exact", "91", "%")]),
        ("出庭应诉率由上年的90%以上提高到96%。", [(RATE, "level", "min", "90", "%")]),
        ("一审行政诉讼案件36件(去年42件)。", [("litigation_cases", "level", "exact", "42", "件")]),
        ("2022年受理行政复议申请110件,2023年受理120件。", [(ACCEPTED, "level", "exact", "110", "件")]),
    ],
)  # fmt: skip
def test_what_is_said_of_the_year_before(text: str, told: list[Told], catalog: Catalog) -> None:
    assert earlier_of(text, catalog) == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("受理行政复议申请120件。", id="nothing is compared"),
        pytest.param("受理行政复议申请120件,环比增长10%。", id="with the month before"),
        pytest.param("受理行政复议申请120件,增长10%。", id="with whatever"),
        pytest.param("受理行政复议申请120件,比2021年增长21%。", id="with the year before last"),
        pytest.param("受理行政复议申请120件,较前年增长21%。", id="with the year before last, in words"),
        pytest.param("收到行政复议申请120件,全市同比增长10%。", id="of another body"),
        pytest.param("出庭应诉率98%,比全市平均高2.3个百分点。", id="with another body"),
        pytest.param("出庭应诉率98%,高于全省平均水平1.1个百分点。", id="above another body"),
        pytest.param("力争受理行政复议申请120件,同比增长10%。", id="a plan"),
        pytest.param("受理行政复议申请120件,力争同比增长10%。", id="a planned change"),
        pytest.param("受理行政复议申请120件,同比增长10%的目标如期完成。", id="a target"),
        pytest.param("受理行政复议申请120件,是去年的2倍。", id="times as many"),
        pytest.param("受理行政复议申请120件,同比基本持平。", id="about the same"),
        pytest.param("出庭应诉率98%,同比提高到98%。", id="up to, not by"),
        pytest.param("受理行政复议申请120件,罚没款同比增长10%。", id="of another matter"),
        pytest.param("及时受理率、按期答复率分别为100%和99.2%,较上年分别提高0.5个和1.2个百分点。", id="in order"),
        pytest.param("全省2022年出庭应诉率91%,我市2023年出庭应诉率96%。", id="a level of another body"),
        pytest.param("近三年,全区行政诉讼败诉率分别为12.3%、9.8%、7.6%。", id="years that are not named"),
        pytest.param("2021年以来受理行政复议申请300件。", id="years together"),
        pytest.param("2021年受理行政复议申请110件,2023年受理120件。", id="the year before last"),
        pytest.param("出庭应诉率由52%提升至75%。", id="from no year"),
    ],
)
def test_what_is_not_said_of_the_year_before(text: str, catalog: Catalog) -> None:
    assert earlier_of(text, catalog) == []


def test_a_report_of_an_unknown_year_has_no_year_before(catalog: Catalog) -> None:
    assert earlier_of("受理行政复议申请120件,同比增长10%。", catalog, year=None) == []


def test_the_main_readings_are_what_they_are_without_it(catalog: Catalog) -> None:
    found = extract_text("出庭应诉率由2022年的91%提高到96%。", catalog=catalog, year=2023)
    assert [(r.indicator_id, r.value) for r in found.readings] == [(RATE, 96)]
    assert [told.value for told in found.earlier] == [91]


def test_words_offsets_and_the_reading_beside(catalog: Catalog) -> None:
    text = "2023年,全区 受理行政复议申请1 20件,较上 年减少1 2件,下降9.1%。"
    found = extract_text(text, catalog=catalog)
    assert [told.quote for told in found.earlier] == [
        "全区 受理行政复议申请1 20件,较上 年减少1 2件",
        "全区 受理行政复议申请1 20件,较上 年减少1 2件,下降9.1%",
    ]
    for told in found.earlier:
        assert text[told.span.start : told.span.end] == told.quote
        assert told.beside in found.readings
        assert told.year == 2022
    assert [text[told.figure.start : told.figure.end] for told in found.earlier] == ["1 2件", "9.1%"]
