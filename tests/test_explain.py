"""One sentence explained: the figures lit, what was read and refused, and the patterns that came near without a figure."""

from __future__ import annotations

import pytest

from extract.catalog import Catalog
from extract.evidence import quote
from extract.explain import Miss, Piece, explain

# sentence, indicator, pattern, what it lacked, its words, detail
NEAR = {
    "a rate without a figure": ("出庭应诉率持续提升。", "court_appearance_rate", "name", Miss.NO_FIGURE, "出庭应诉率", ""),
    "a wording without a figure": ("深化法治宣传。", "publicity_events", "events", Miss.NO_FIGURE, "深化法治宣传", ""),
    "another measure word": ("完成法制审核86名。", "enforcement_legal_reviews", "reviewed", Miss.OTHER_UNIT, "完成法制审核86名", ""),
    "words that keep it off": ("法制审核规范性文件12件。", "enforcement_legal_reviews", "reviewed", Miss.UNLESS, "法制审核规范性文件12件", "规范性文件"),
    "another topic": ("累计审核35件,法制审核有序。", "enforcement_legal_reviews", "short", Miss.OTHER_TOPIC, "累计审核35件", "enforcement_review, enforcement"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "indicator", "pattern", "miss", "words", "detail"), NEAR.values(), ids=NEAR)
def test_a_pattern_that_came_near(
    sentence: str, indicator: str, pattern: str, miss: Miss, words: str, detail: str, catalog: Catalog
) -> None:
    told = explain(sentence, catalog=catalog)
    near = next(one for one in told.near if (one.indicator_id, one.pattern_id) == (indicator, pattern))
    assert (near.miss, quote(sentence, near.span), near.detail) == (miss, words, detail)


@pytest.mark.parametrize(
    "sentence",
    ["", "天气很好。", "调解成功率100%。", "下一步,力争调解成功率达到100%。"],
    ids=["nothing", "nothing named", "read", "refused"],
)
def test_nothing_came_near(sentence: str, catalog: Catalog) -> None:
    assert explain(sentence, catalog=catalog, year=2022).near == ()


def test_every_pattern_of_the_catalogue_can_be_eased(catalog: Catalog) -> None:
    text = "。".join(word for indicator in catalog.indicators.values() for word in indicator.synonyms)
    told = explain(text, catalog=catalog)
    assert set(told.extraction.mentions) == set(catalog.indicators)
    assert told.near


def test_findings_are_numbered_readings_first(catalog: Catalog) -> None:
    text = "下一步,力争调解成功率达到100%。\n2022年,调解成功率98.3%。"
    told = explain(text, catalog=catalog, year=2022)
    assert [(quote(text, figure), number) for figure, number in told.figures()] == [("98.3%", 1), ("100%", 2)]
    assert [told.pieces(clause) for clause in told.clauses] == [
        [Piece("下一步,力争调解成功率达到"), Piece("100%", (2,)), Piece("。")],
        [Piece("2022年,调解成功率"), Piece("98.3%", (1,)), Piece("。")],
    ]


@pytest.mark.parametrize("text", ["办结率、满意率均为100%。", "信访 86 件次,办结率\n达 95%以上", "<b>出庭应诉率</b>100%&amp;"])
def test_pieces_put_together_are_the_clause(text: str, catalog: Catalog) -> None:
    told = explain(text, catalog=catalog)
    assert ["".join(piece.words for piece in told.pieces(clause)) for clause in told.clauses] == [
        quote(text, clause.span) for clause in told.clauses
    ]


def test_the_year_tells_what_is_of_another_year(catalog: Catalog) -> None:
    sentence = "2021年,调解成功率98.3%。"
    assert explain(sentence, catalog=catalog, year=2021).extraction.readings
    assert explain(sentence, catalog=catalog, year=2023).extraction.refusals
