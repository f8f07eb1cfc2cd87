"""panel/arithmetic.py: a row for every figure compared, as printed, and relations in words of both languages."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text
from panel.arithmetic import build_checks, describe_rule
from panel.build import Tables
from panel.schema import CHECK_COLUMNS


def test_a_row_holds_everything_of_a_term(catalog: Catalog) -> None:
    text = "收到报修75件,已处理70余件,待处理6件,全年办理行政处罚案件36宗。收到报修75件,已处理73件,待处理4件。"
    table = build_checks([extract_text(text, catalog=catalog, year=2023, doc_id="甲.txt")])
    assert list(table.columns) == list(CHECK_COLUMNS)
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == CHECK_COLUMNS
    assert table[["doc_id", "number", "rule", "outcome", "sums"]].drop_duplicates().to_numpy().tolist() == [
        ["甲.txt", 1, "settled_and_pending", "exceeds", "≈70 + 6 > 75"],
        ["甲.txt", 2, "settled_and_pending", "exceeds", "73 + 4 = 77 > 75"],
    ]
    assert table[["label", "value", "qualifier", "quote"]].to_numpy().tolist()[:3] == [
        ["已处理", 70.0, "approx", "已处理70余件"], ["待处理", 6.0, "exact", "待处理6件"], ["收到报修", 75.0, "exact", "收到报修75件"],
    ]  # fmt: skip
    assert all(text[row.start : row.end] == row.quote for row in table.itertuples())


def test_without_checks_the_table_is_empty_and_typed(catalog: Catalog) -> None:
    table = build_checks([extract_text("无。", catalog=catalog)])
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == CHECK_COLUMNS


def test_the_figures_of_the_seeds_are_those_of_the_panel(tables: Tables) -> None:
    """No check alters a value: whatever is a reading stands in the panel with the same number and words."""
    known = {(row.doc_id, row.indicator, row.start, row.end): row.value for row in tables.panel.itertuples()}
    named = tables.checks[tables.checks["indicator"].notna()]
    assert len(named) > 8
    values = {row.value for row in named.itertuples() if (row.doc_id, row.indicator, row.start, row.end) in known}
    assert values <= set(known.values())
    for row in tables.checks.itertuples():
        assert tables.texts[str(row.doc_id)][row.start : row.end] == row.quote


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        ("ratings_within_matters", "评价数 ≤ 办件数", "ratings ≤ matters handled"),
        ("enforcement_cases = parts", "行政执法立案数 = 各部分之和", "Enforcement cases = sum of its parts"),
        ("litigation_losses <= litigation_cases", "行政诉讼败诉数 ≤ 行政诉讼案件数", "Administrative lawsuits lost ≤ Administrative lawsuits"),
    ],
)
def test_relations_in_words(rule: str, zh: str, en: str, catalog: Catalog) -> None:
    assert (describe_rule(rule, catalog), describe_rule(rule, catalog, "en")) == (zh, en)


def test_every_relation_of_the_catalogue_has_words(catalog: Catalog) -> None:
    for indicator in catalog.indicators.values():
        for check in indicator.checks:
            rule = {"at_most": "{0} <= {1}", "ratio": "{0} = {1} / {2}", "parts": "{0} = parts"}[check.relation]
            assert describe_rule(rule.format(indicator.id, *check.indicators), catalog)
