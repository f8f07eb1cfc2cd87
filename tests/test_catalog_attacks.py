"""A regex that could run away is shown with a text on which it does; the search for that text is itself under guard."""

from __future__ import annotations

import pytest
import regex

from extract.catalog_attacks import find_attack, find_sample
from extract.catalog_faults import say
from extract.catalog_patterns import probe
from extract.catalog_placeholders import PatternError, widen

SAMPLES = {
    "words": "出庭应诉率",
    "the shortest branch": "(?:行政复议|复议)案",
    "optional words": "(?:合法性)?审核",
    "a class": "审[核查]",
    "a range": "[一-鿿]{2,6}",
    "a negated class": "[^,。]{3}",
    "a class without 一": "[^一]",
    "digits and blanks": r"\d\s\w",
    "a lookaround": "(?<!不)审核(?=率)率",
    "possessive and atomic": "(?>审|核)核{2}+",
    "placeholders": "审核<gap><count>",
    "any character": "审.核",
    "not a letter": "[^审]核",
}


@pytest.mark.parametrize("source", SAMPLES.values(), ids=SAMPLES)
def test_a_sample_is_matched_by_its_regex(source: str) -> None:
    sample = find_sample(source)
    assert regex.fullmatch(widen(source), sample)


@pytest.mark.parametrize("source", ["(审核", "[审", "*审", r"\p{Han}核", "审核\\"])
def test_what_python_does_not_read_has_no_sample(source: str) -> None:
    assert find_sample(source) == ""


RUNAWAYS = {
    "the one that took 18 seconds": (r"(?:[一-鿿]{2,6}(?:、|和|及)?){1,15}等?共(\d+)件", "", "一一"),
    "a repeat of a repeat": (r"全年(?:审\d+)*率", "全年", "审1"),
    "inside a group": (r"全年(?:又|共(?:审\d+)*)率", "全年共", "审1"),
    "any words": ("审核.*率", "审核", "一"),
    "a class": ("审核[^,]*率", "审核", "一"),
    "gaps": ("(?:审<gap>核){1,9}率", "", "审核"),
}


@pytest.mark.parametrize(("source", "before", "piece"), RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_runaway_is_shown_with_its_text(source: str, before: str, piece: str) -> None:
    with pytest.raises(PatternError) as caught:
        probe(source)
    told = say(caught.value.fields["attack"], "en")
    assert told.startswith(f"on “{before}{piece * 3}…!")
    assert f" (“{piece}” " in told
    assert told.endswith(" s")
    assert "重复" in say(caught.value.fields["attack"], "zh")


def test_the_worst_regex_is_stopped() -> None:
    attack = find_attack("(?:[一二]{1,9}){1,40}率", "", "(?:[一二]{1,9})")
    assert attack.fields["seconds"] == "> 0.2"


def test_what_is_no_regex_has_no_attack() -> None:
    with pytest.raises(PatternError):
        find_attack("(审", "", "审")
