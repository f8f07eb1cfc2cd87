"""panel/words.py: every key says something in both languages, and neither an unknown key nor a language passes silently."""

from __future__ import annotations

import re
import string
from enum import StrEnum

import pytest

from extract.catalog import Better, Grade, Kind
from extract.errors import CONTENTS, FAULTS, Content, FaultKind
from extract.model import Basis, Level, Qualifier, Reason
from panel.blanks import BlankCause
from panel.words import LANGUAGES, WORDS, Words

FAMILIES = [
    ("level", Level),
    ("qualifier", Qualifier),
    ("basis", Basis),
    ("reason", Reason),
    ("cause", BlankCause),
    ("cause_meaning", BlankCause),
    ("kind", Kind),
    ("better", Better),
    ("grade", Grade),
    ("problem", FaultKind),
    ("content", Content),
]


@pytest.mark.parametrize(("family", "members"), FAMILIES, ids=[family for family, _ in FAMILIES])
def test_each_member_is_said_in_both_languages(family: str, members: type[StrEnum]) -> None:
    for lang in LANGUAGES:
        said = [WORDS._table[f"{family}.{member}"][LANGUAGES.index(lang)] for member in members]
        assert all(said)
        assert len(set(said)) == len(said), f"two members of {family} are said alike in {lang}"


def fields_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("kind", FaultKind, ids=str)
def test_a_fault_is_said_in_chinese_with_the_fields_of_its_english(kind: FaultKind) -> None:
    said = [WORDS._table[f"{part}.{kind}"] for part in ("problem", "cure")]
    assert tuple(english for _, english in said) == FAULTS[kind]
    for chinese, english in said:
        assert re.search("[一-鿿]", chinese)
        assert not chinese.endswith("。")
        assert fields_of(chinese) == fields_of(english)


def test_contents_are_named_in_english_as_in_the_table_of_faults() -> None:
    assert {content: WORDS.say(f"content.{content}", "en") for content in Content} == CONTENTS


def test_the_standing_sentence() -> None:
    assert WORDS.say("standing") == "各地自行报告，口径未经统一，未报告不等于没有。"


def test_an_unknown_key_raises() -> None:
    with pytest.raises(KeyError):
        WORDS.say("cause.no such cause")


@pytest.mark.parametrize("lang", ["fr", "", "ZH"])
def test_an_unknown_language_raises(lang: str) -> None:
    with pytest.raises(ValueError, match="no language"):
        WORDS.say("standing", lang)


@pytest.mark.parametrize("hostile", ["{n}", "{0.__class__}", "%s", "<b>", "=1+1"], ids=str)
def test_a_field_is_put_in_as_it_is(hostile: str) -> None:
    words = Words({"of": ("共 {name} 个", "of {name}")})
    assert words.say("of", name=hostile) == f"共 {hostile} 个"
