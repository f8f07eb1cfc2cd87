"""Both languages say the same, and sheets have names that Excel takes."""

from __future__ import annotations

import string

import pytest

from exports._notes import NOTES
from exports._words import WORDS
from exports._words_brief import BRIEF
from exports._words_review import REVIEW
from exports._words_slides import SLIDES
from exports.read_back_edits import Kind
from exports.read_back_error import ReadBackKind
from exports.read_back_figure import Reason
from panel.blanks import BlankCause
from panel.words import WORDS as SHARED
from panel.words import Words

KEYS = WORDS.keys()
SHEETS = [key for key in KEYS if key.startswith("sheet.")]


class Fields(dict[str, str]):
    """Notes which fields a sentence asks for."""

    def __missing__(self, key: str) -> str:
        self[key] = "*"
        return "*"


def fields(words: Words, key: str, lang: str) -> set[str]:
    asked = Fields()
    string.Formatter().vformat(words._table[key][("zh", "en").index(lang)], (), asked)
    return set(asked)


@pytest.mark.parametrize("words", [WORDS, NOTES, BRIEF, SLIDES, REVIEW], ids=["words", "notes", "brief", "slides", "review"])
def test_both_languages_fill_in_the_same_fields(words: Words) -> None:
    keys = words.keys()
    assert {key for key in keys if fields(words, key, "zh") != fields(words, key, "en")} == set()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sheets_have_names_of_their_own_that_excel_takes(lang: str) -> None:
    names = [WORDS.say(key, lang) for key in SHEETS]
    assert len({name.lower() for name in names}) == len(names) == 15
    assert all(0 < len(name) <= 31 and not set(name) & set("\\/?*[]:'") for name in names)


def test_the_codes_of_blanks_are_the_page_s_words_and_differ_from_each_other() -> None:
    assert [WORDS.say(f"code.{cause}") for cause in BlankCause] == [SHARED.say(f"cause.{cause}") for cause in BlankCause]
    english = {WORDS.say(f"code.{cause}", "en") for cause in BlankCause}
    assert len(english) == len(BlankCause)
    assert all(not code.strip("[]").isdigit() for code in english)


def test_all_kinds_of_edits_and_all_reasons_have_their_words() -> None:
    wanted = {f"kind.{one}" for one in Kind} | {f"reason.{one}" for one in Reason}
    # What is wrong with a file itself is said in the words of files.
    wanted |= {f"{part}.{one}" for one in ReadBackKind if one is not ReadBackKind.UNSOUND for part in ("error", "cure")}
    keys = REVIEW.keys()
    assert {key for key in keys if key.startswith(("kind.", "reason.", "error.", "cure."))} == wanted
