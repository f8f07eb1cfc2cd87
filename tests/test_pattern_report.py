"""What patterns hit alone and together, what is refused of them and where they disagree; and the doubts drawn from that."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import extract_text
from extract.catalog import Catalog, read_catalog
from extract.doubts import find_doubts
from extract.model import Reason
from extract.pattern_report import PatternReport, Tally, examples_of, report_patterns

ENTRY = """\
  - id: {id}
    name: {id}
    name_en: {id}
    theme: law
    unit: 件
    kind: count
    better: none
    levels: [township]
    definition: {id}
    definition_en: {id}
    base: null
    bases: []
    version: 1
    numerator: null
    decimals: 0
    law: null
    bounds: [0, 1000]
    comparability: B
    note: 口径不一。
    note_en: Scopes differ.
    synonyms: [{synonyms}]
    patterns:
{patterns}
    examples:
      - {{text: 收到申请41件。, gives: 41}}
      - {{text: 收到申请42件。, gives: 42}}
    counterexamples:
      - {{text: 收到来信41件。, why: 来信}}
    checks: []
"""
HEAD = """\
version: "1"
units:
  件: {name_en: cases, words: [件]}
measures: []
topics: {}
fragments: {}
themes:
  law: {name: 法治, name_en: Law}
derived: []
indicators:
"""
VERB = "      - {id: verb, text: '收到(?:各类)?申请<count>'}\n"
SHORT = "      - {id: short, text: '申请<count>'}\n"
NOTHING = "      - {id: none, implied: 未收到申请, value: 0}\n"
SAID = "      - {id: said, text: '据称<gap>申请<count>'}\n"


@pytest.fixture
def made(tmp_path: Path) -> type:
    class Made:
        @staticmethod
        def catalog(*entries: tuple[str, str, str]) -> Catalog:
            path = tmp_path / "metrics.yaml"
            made = (ENTRY.format(id=name, synonyms=synonyms, patterns=patterns.rstrip("\n")) for name, synonyms, patterns in entries)
            path.write_text(HEAD + "".join(made), "utf-8")
            return read_catalog(path)

    return Made


def told(catalog: Catalog, *texts: str) -> PatternReport:
    return report_patterns(catalog, [extract_text(text, catalog=catalog, year=2022) for text in texts])


# texts, tally of verb, tally of short
TALLIES = {
    "nothing": (["天气很好。"], Tally(), Tally()),
    "both": (["收到申请41件。"], Tally(1, 0, {"short": 1}), Tally(1, 0, {"verb": 1})),
    "one alone": (["办理申请41件。"], Tally(), Tally(1, 1)),
    "both, then one alone": (["收到申请41件。", "办理申请42件。"], Tally(1, 0, {"short": 1}), Tally(2, 1, {"verb": 1})),
    "refused": (["下一步,收到申请41件。"], Tally(1, 0, {"short": 1}, refusals={Reason.PLAN: 1}), Tally(1, 0, {"verb": 1})),
    "refused by the bounds": (["申请4100件。"], Tally(), Tally(1, 1, refusals={Reason.IMPLAUSIBLE: 1})),
}


@pytest.mark.parametrize(("texts", "verb", "short"), TALLIES.values(), ids=TALLIES)
def test_hits_are_counted(made: type, texts: list[str], verb: Tally, short: Tally) -> None:
    report = told(made.catalog(("received", "申请", VERB + SHORT)), *texts)
    assert report.tallies == {("received", "verb"): verb, ("received", "short"): short}
    assert report.conflicts == ()


def test_one_figure_in_two_indicators_of_a_unit_is_a_conflict(made: type) -> None:
    report = told(made.catalog(("received", "申请", VERB), ("asked", "申请数", SHORT)), "收到申请41件。")
    (conflict,) = report.conflicts
    assert (conflict.quote, conflict.said) == ("收到申请41件", ("received verb = 41", "asked short = 41"))
    assert [tally.conflicts for tally in report.tallies.values()] == [1, 1]


def test_two_values_for_one_figure_are_a_conflict(made: type) -> None:
    other = "      - {id: other, implied: 未收到申请, value: 1}\n"
    report = told(made.catalog(("received", "申请", VERB + NOTHING + other)), "全年未收到申请。")
    (conflict,) = report.conflicts
    assert conflict.said == ("received none = 0", "received other = 1")


def test_the_examples_of_the_catalogue_are_run(made: type) -> None:
    catalog = made.catalog(("received", "申请", VERB))
    texts = [extraction.report.text for extraction in examples_of(catalog)]
    assert texts == ["收到申请41件。", "收到申请42件。", "收到来信41件。"]


def test_a_pattern_that_never_hits_alone_is_a_doubt(made: type) -> None:
    catalog = made.catalog(("received", "申请", VERB + SHORT))
    (doubt,) = find_doubts(catalog, told(catalog, "收到申请41件。", "办理申请4件。"))
    assert doubt.key == "patterns[verb]"
    assert doubt.problem == "every figure that the pattern verb reads is read by short too"
    assert "句式 verb 读出的数字，short 也都读出" in doubt.say("zh")
    assert doubt.line == catalog.indicators["received"].patterns[0].line


@pytest.mark.parametrize(
    ("patterns", "texts"),
    [
        pytest.param(VERB, ["收到申请41件。"], id="alone"),
        pytest.param(VERB + SHORT, [], id="never at all, which the proof tells"),
        pytest.param(VERB + SAID, ["收到申请41件。", "据称,收到申请41件。", "据称有申请4件。"], id="alone elsewhere"),
    ],
)
def test_no_doubt(made: type, patterns: str, texts: list[str]) -> None:
    catalog = made.catalog(("received", "申请", patterns))
    assert find_doubts(catalog, told(catalog, *texts)) == []


def test_alone_in_one_of_several_reports_is_enough(made: type) -> None:
    catalog = made.catalog(("received", "申请", VERB + SHORT))
    both, alone = told(catalog, "收到申请41件。"), told(catalog, "办理申请4件。")
    assert [doubt.key for doubt in find_doubts(catalog, both, alone)] == ["patterns[verb]"]
    assert len(find_doubts(catalog, both)) == 2


def test_a_synonym_of_two_indicators_is_a_doubt(made: type) -> None:
    catalog = made.catalog(("received", "申请, 来件", VERB), ("asked", "申请", SHORT))
    (doubt,) = find_doubts(catalog)
    assert (doubt.indicator, doubt.key) == ("asked", "synonyms")
    assert doubt.problem == "the synonym “申请” is also one of received"
    assert doubt.line == catalog.indicators["asked"].line
