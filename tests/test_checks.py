"""The report's own arithmetic."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text


def _checks(text: str, catalog: Catalog) -> list[tuple[str, str, str]]:
    return [(c.rule, c.outcome, c.sums) for c in extract_text(text, catalog=catalog, year=2023).checks]


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
        ("收到行政复议申请41件,受理44件。", [("reconsideration_accepted <= reconsideration_received", "differs", "44 ≤ 41")]),
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
                ("litigation_loss_rate = litigation_losses / litigation_concluded", "differs", "9.1 = 4 ÷ 60 × 100 (6.67)"),
                ("litigation_losses <= litigation_cases", "agrees", "4 ≤ 66"),
            ],
        ),
    ],
)
def test_relations(text: str, checks: list[tuple[str, str, str]], catalog: Catalog) -> None:
    assert _checks(text, catalog) == checks


@pytest.mark.parametrize(
    "text",
    [
        "收到行政复议申请41件。",
        "受理行政复议申请约22件,收到行政复议申请20件。",
        "行政诉讼败诉率3.3%。",
        "行政诉讼审结0件,败诉率0%。",
    ],
)
def test_what_is_not_given_exactly_is_not_checked(text: str, catalog: Catalog) -> None:
    assert _checks(text, catalog) == []
