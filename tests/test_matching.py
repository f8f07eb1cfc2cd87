"""Candidates: the quick way finds what the plain way finds, and everything that is found leads back to its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract import Catalog, matching
from extract.clauses import split_clauses
from extract.matching import find_candidates, find_mentions
from extract.metadata import read_report
from extract.model import Basis, Candidate

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def _candidates(text: str, catalog: Catalog, *, gated: bool = True) -> list[Candidate]:
    report = read_report("text", text)
    return list(find_candidates(report, split_clauses(report), catalog, gated=gated))


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_gates_lose_nothing_on_the_seeds(path: Path, catalog: Catalog) -> None:
    text = path.read_text("utf-8")
    quick, plain = _candidates(text, catalog), _candidates(text, catalog, gated=False)
    assert quick
    assert quick == plain


def test_gates_and_topics_lose_nothing_on_the_labelled_passages(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [json.loads(line)["text"] for line in (ROOT / "tests/data/clauses.jsonl").read_text("utf-8").splitlines()]
    texts += [e.text for i in catalog.indicators.values() for e in (*i.examples[::3], *i.counterexamples)]
    quick = [_candidates(text, catalog) for text in texts]
    monkeypatch.setattr(matching, "may_speak_of", lambda *_: True)
    assert [t for t, found in zip(texts, quick, strict=True) if found != _candidates(t, catalog, gated=False)] == []


@pytest.mark.parametrize(
    ("text", "indicator", "words", "quote"),
    [
        ("全年收到行政复议申请41件,受理22件。", "reconsideration_accepted", "22件", "全年收到行政复议申请41件,受理22件"),
        ("累计调解案件 1 02 件。", "mediation_cases", "1 02 件", "累计调解案件 1 02 件"),
        ("为发展护航,全镇共调处矛盾纠纷44余件。", "mediation_cases", "44余件", "全镇共调处矛盾纠纷44余件"),
        ("化解率达95%以上,效果明显。", "mediation_success_rate", "95%以上", "化解率达95%以上"),
    ],
)
def test_spans(text: str, indicator: str, words: str, quote: str, catalog: Catalog) -> None:
    found = {
        (text[c.figure.start : c.figure.end], text[c.span.start : c.span.end])
        for c in _candidates(text, catalog)
        if c.indicator_id == indicator
    }
    assert found == {(words, quote)}


def test_plans_are_found_too(catalog: Catalog) -> None:
    """Matching knows no policy: a target is a candidate, and judging refuses it."""
    found = _candidates("力争行政机关负责人出庭应诉率达到100%。", catalog)
    assert [(c.indicator_id, c.quantity.value, c.basis) for c in found] == [("court_appearance_rate", 100, Basis.STATED)]


def test_a_text_without_figures_or_names_gives_nothing(catalog: Catalog) -> None:
    assert _candidates("今天天气很好。", catalog) == []
    assert _candidates("", catalog) == []


def test_mentions_are_first_places(catalog: Catalog) -> None:
    text = "完善出庭应诉制度。负责人出庭应诉率提高,出庭应诉率稳定。"
    report = read_report("text", text)
    mentions = find_mentions(report, catalog)
    span = mentions["court_appearance_rate"]
    assert text[span.start : span.end] in catalog.indicators["court_appearance_rate"].synonyms
    assert span.start <= text.index("出庭应诉率")
    assert "hotline_tickets" not in mentions
