"""Every kind of fault of the catalogue is said in Chinese and in English, with file, line, indicator, key, problem and cure."""

from __future__ import annotations

import re
import string

import pytest

from extract.catalog_fault_words import Fault
from extract.catalog_faults import CatalogError, Listing, Part, Phrase, say
from extract.catalog_terms import Term


def fields_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def filled(kind: Fault) -> dict[str, Part]:
    return {name: f"<{name}>" for sentences in kind.value for sentence in sentences for name in fields_of(sentence)}


@pytest.mark.parametrize("kind", Fault, ids=lambda kind: kind.name)
def test_every_fault_is_said_in_both_languages(kind: Fault) -> None:
    fault = CatalogError(kind, filled(kind), path="m.yaml", line=7, indicator="docs", key="patterns[act].text")
    (problem_zh, cure_zh), (problem_en, cure_en) = fault.describe("zh"), fault.describe("en")
    assert fault.say("zh") == f"m.yaml:7 [docs] patterns[act].text：{problem_zh}。改法：{cure_zh}。"
    assert str(fault) == fault.say("en") == f"m.yaml:7 [docs] patterns[act].text: {problem_en}. To mend it: {cure_en}."
    assert (fault.problem, fault.cure) == (problem_en, cure_en)
    assert re.search("[一-鿿]", problem_zh)
    assert not re.search("[一-鿿]", problem_en + cure_en)
    assert not any(words.endswith((".", "。")) or "\n" in words for words in (problem_zh, cure_zh, problem_en, cure_en))


@pytest.mark.parametrize("kind", Fault, ids=lambda kind: kind.name)
def test_both_languages_name_the_same_things(kind: Fault) -> None:
    chinese, english = (set().union(*map(fields_of, sentences)) for sentences in kind.value)
    assert chinese == english


@pytest.mark.parametrize("term", Term, ids=lambda term: term.name)
def test_every_term_names_the_same_things(term: Term) -> None:
    chinese, english = map(fields_of, term.value)
    assert chinese == english


def test_no_two_faults_or_terms_are_one() -> None:
    assert len(Fault) == len(Fault.__members__)
    assert len(Term) == len(Term.__members__)


@pytest.mark.parametrize("kind", [kind for kind in Fault if filled(kind)], ids=lambda kind: kind.name)
def test_a_fault_without_what_its_sentences_name_is_not_raised(kind: Fault) -> None:
    with pytest.raises(KeyError):
        CatalogError(kind)


PARTS: dict[str, tuple[Part, str, str]] = {
    "words": ("件", "件", "件"),
    "a number": (3, "3", "3"),
    "a term": (Term.FRAGMENT, "词组", "fragment"),
    "a phrase": (Phrase(Term.NEAREST, {"word": "'act'"}), "改写为最接近的 'act'", "write 'act', which is the nearest that is known"),
    "a list": (Listing(["<part>", "<whole>"], Term.OR), "<part>或<whole>", "<part> or <whole>"),
    "nothing in a list": (Listing([]), "", ""),
    "a phrase in a list": (Listing([Phrase(Term.USE_THESE, {"words": Term.UNIT})]), "改用 单位", "use unit"),
    "braces": ("{word} {0.__class__}", "{word} {0.__class__}", "{word} {0.__class__}"),
    "braces in a phrase": (Phrase(Term.USE_THESE, {"words": "{x}"}), "改用 {x}", "use {x}"),
}


@pytest.mark.parametrize(("part", "chinese", "english"), PARTS.values(), ids=PARTS)
def test_a_part_is_said(part: Part, chinese: str, english: str) -> None:
    assert (say(part, "zh"), say(part, "en")) == (chinese, english)


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ({}, "metrics.yaml: the file is empty."),
        ({"line": 1}, "metrics.yaml:1: the file is empty."),
        ({"line": 2, "key": "units.件.words[2]"}, "metrics.yaml:2 units.件.words[2]: the file is empty."),
        ({"indicator": "docs"}, "metrics.yaml [docs]: the file is empty."),
    ],
)
def test_the_place_is_what_is_known_of_it(place: dict[str, object], english: str) -> None:
    assert str(CatalogError(Fault.EMPTY, **place)).startswith(english)  # type: ignore[arg-type]
