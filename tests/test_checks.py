"""The report's own arithmetic: what is compared, how it comes out, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import Catalog, extract_text
from extract.model import Check, Holds, Outcome
from extract.pipeline import extract_report
from panel.build import Tables

SEEDS = Path(__file__).parent.parent / "seeds"


def checks_of(text: str, catalog: Catalog) -> tuple[Check, ...]:
    return extract_text(text, catalog=catalog, year=2023).checks


def _told(text: str, catalog: Catalog) -> list[tuple[str, str, str]]:
    return [(c.rule, c.outcome, c.sums) for c in checks_of(text, catalog)]


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        (
            "收到行政复议申请41件,受理22件,审结18件。",
            [
                ("reconsideration_accepted <= reconsideration_received", "agrees", "22 ≤ 41"),
                ("reconsideration_concluded <= reconsideration_accepted", "agrees", "18 ≤ 22"),
            ],
        ),
        ("收到行政复议申请41件,受理44件。", [("reconsideration_accepted <= reconsideration_received", "exceeds", "44 > 41")]),
        ("收到行政复议申请20件,受理22余件。", [("reconsideration_accepted <= reconsideration_received", "exceeds", "≈22 > 20")]),
        (
            "行政诉讼案件66件,审结60件,败诉2件,败诉率3.3%。",
            [
                ("litigation_loss_rate = litigation_losses / litigation_concluded", "agrees", "3.3 = 2 ÷ 60 × 100 (3.33)"),
                ("litigation_losses <= litigation_cases", "agrees", "2 ≤ 66"),
            ],
        ),
        (
            "行政诉讼案件66件,审结60件,败诉4件,败诉率6.6%。",
            [
                ("litigation_loss_rate = litigation_losses / litigation_concluded", "cut", "6.6 = 4 ÷ 60 × 100 (6.67)"),
                ("litigation_losses <= litigation_cases", "agrees", "4 ≤ 66"),
            ],
        ),
        (
            "行政诉讼案件66件,审结60件,败诉4件,败诉率9.1%。",
            [
                ("litigation_loss_rate = litigation_losses / litigation_concluded", "differs", "9.1 ≠ 4 ÷ 60 × 100 (6.67)"),
                ("litigation_losses <= litigation_cases", "agrees", "4 ≤ 66"),
            ],
        ),
        (
            "行政诉讼案件66件,审结60件,败诉4件,败诉率5%以下。",
            [
                ("litigation_loss_rate = litigation_losses / litigation_concluded", "differs", "≤5 ≠ 4 ÷ 60 × 100 (6.67)"),
                ("litigation_losses <= litigation_cases", "agrees", "4 ≤ 66"),
            ],
        ),
        # Figures that no indicator asks for.
        ("便民服务中心接到报修75件,已处理70件,待处理4件。", [("settled_and_pending", "remainder", "70 + 4 = 74 < 75")]),
        ("接到报修75件,已处理70件,待处理6件。", [("settled_and_pending", "exceeds", "70 + 6 = 76 > 75")]),
    ],
)  # fmt: skip
def test_relations(text: str, checks: list[tuple[str, str, str]], catalog: Catalog) -> None:
    assert _told(text, catalog) == checks


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("收到行政复议申请41件。", id="one figure"),
        pytest.param("受理行政复议申请约22件,收到行政复议申请22件。", id="a bound that leaves it open"),
        pytest.param("行政诉讼败诉率3.3%。", id="a rate without counts"),
        pytest.param("行政诉讼审结0件,败诉率0%。", id="of nothing"),
        pytest.param("一、下一步工作打算\n接到报修75件,已处理70件,待处理4件。", id="no work done"),
        pytest.param("接到报修75件,已处理人员70人,待处理4人。", id="people are no cases"),
    ],
)
def test_what_is_not_given_or_left_open_is_not_checked(text: str, catalog: Catalog) -> None:
    assert _told(text, catalog) == []


def test_the_terms_hold_the_words_as_written(catalog: Catalog) -> None:
    text = "全镇共接收 投诉案件30953宗,已处理案件3 0827宗,待处理案件124宗。"
    (check,) = checks_of(text, catalog)
    assert [(term.label, int(term.value), term.quote) for term in check.terms] == [
        ("已处理案件", 30827, "已处理案件3 0827宗"),
        ("待处理案件", 124, "待处理案件124宗"),
        ("全镇共接收投诉案件", 30953, "全镇共接收 投诉案件30953宗"),
    ]
    assert all(text[term.span.start : term.span.end] == term.quote for term in check.terms)
    assert [text[term.figure.start : term.figure.end] for term in check.terms] == ["3 0827宗", "124宗", "30953宗"]


def test_a_term_that_is_a_reading_says_so(catalog: Catalog) -> None:
    (check,) = checks_of("全年办理行政处罚案件36宗,其中简易程序30宗、一般程序7宗。", catalog)
    assert (check.rule, check.outcome, check.sums) == ("enforcement_cases = parts", "exceeds", "30 + 7 = 37 > 36")
    assert [term.reading.indicator_id if term.reading else None for term in check.terms] == ["enforcement_cases"] * 3


def test_the_seeds_give_exactly_the_four_faults_that_they_have(tables: Tables, catalog: Catalog) -> None:
    """B3 of the feature table: two remainders, one rate cut, one number of ratings above that of matters."""
    found = {
        (doc_id[:3], check.rule, str(check.outcome), check.sums)
        for doc_id, extraction in tables.extractions.items()
        for check in extraction.checks
        if check.outcome is not Outcome.AGREES
    }
    assert found == {
        ("000", "enforcement_cases = parts", "remainder", "240 + 197 + 145 = 582 < 586"),
        ("001", "settled_and_pending", "remainder", "30827 + 124 = 30951 < 30953"),
        ("001", "rate_of_settled", "cut", "98.3 = 180 ÷ 183 × 100 (98.36)"),
        ("003", "ratings_within_matters", "exceeds", "11671 > 11471"),
    }


def test_the_seeds_keep_every_value_and_every_quote(tables: Tables) -> None:
    for extraction in tables.extractions.values():
        text = extraction.report.text
        for check in extraction.checks:
            for term in check.terms:
                assert text[term.span.start : term.span.end] == term.quote
                assert term.reading is None or (term.reading in extraction.readings and term.reading.value == term.value)


def test_no_check_says_again_what_another_says(catalog: Catalog) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        checks = extract_report(path.name, path.read_bytes(), catalog=catalog).checks
        told = [(check.holds, frozenset(term.figure for term in check.terms)) for check in checks]
        assert len(set(told)) == len(told)
        for check, (holds, figures) in zip(checks, told, strict=True):
            lesser = holds is Holds.AT_MOST and check.outcome is Outcome.AGREES
            assert not (lesser and any(figures < others for _, others in told))
