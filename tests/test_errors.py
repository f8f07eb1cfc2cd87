"""extract/errors.py: every kind of fault has a problem and a cure, and what they name is what a fault must be raised with."""

from __future__ import annotations

import string

import pytest

from extract.errors import CONTENTS, FAULTS, Content, Failure, FaultKind, ReadError, describe


def fields_of(kind: FaultKind) -> set[str]:
    return {name for sentence in FAULTS[kind] for _, name, _, _ in string.Formatter().parse(sentence) if name}


def filled(kind: FaultKind) -> dict[str, str]:
    """Fields as a fault of this kind has them."""
    return {name: Content.PNG if name == "content" else f"<{name}>" for name in fields_of(kind)}


def test_every_kind_and_content_is_said() -> None:
    assert set(FAULTS) == set(FaultKind)
    assert set(CONTENTS) == set(Content)
    problems = [problem for problem, _ in FAULTS.values()]
    assert len(set(problems)) == len(problems)


@pytest.mark.parametrize("kind", FaultKind, ids=str)
def test_a_fault_is_one_line_and_a_failure_says_the_same(kind: FaultKind) -> None:
    fault = ReadError("报告.txt", kind, **filled(kind))
    failure = Failure(fault.name, fault.kind, fault.fields)
    assert (failure.problem, failure.cure) == (fault.problem, fault.cure) == describe(kind, filled(kind))
    assert str(fault) == f"报告.txt: {fault.problem}. To mend it: {fault.cure}."
    assert not fault.problem.endswith(".")
    assert not fault.cure.endswith(".")
    assert "\n" not in str(fault)


@pytest.mark.parametrize("kind", [kind for kind in FaultKind if fields_of(kind)], ids=str)
def test_a_fault_without_what_its_sentences_name_is_not_raised(kind: FaultKind) -> None:
    with pytest.raises(KeyError):
        ReadError("报告.txt", kind)


@pytest.mark.parametrize("hostile", ["{reason}", "{0.__class__}", "%s", "<b>"])
def test_braces_in_a_field_mean_nothing(hostile: str) -> None:
    assert describe(FaultKind.UNOPENED, {"reason": hostile})[0] == f"it can't be opened ({hostile})"


def test_an_unknown_content_raises() -> None:
    with pytest.raises(ValueError, match="mp3"):
        describe(FaultKind.OTHER_KIND, {"content": "mp3", "suffix": ".txt", "formats": ".txt"})
