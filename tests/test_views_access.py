"""views/_access.py and views/_words_streamlit.py: what is to be said instead of Streamlit's words, and that it still says them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import streamlit

from views._access import replaced, streamlit_says
from views._words_streamlit import PLACES, SPOKEN, STREAMLIT_SAYS

KEYS = SPOKEN.keys()
FIELD = re.compile(r"\{(\w+)\}")
# Sentences that stand nowhere as they are said: by key, what Streamlit or a library of its makes them of.
PUT_TOGETHER = {
    "dialog.status_response": ("`Connection failed with status ${", "`, and response:`"),
    "dialog.status": ("`Connection failed with status ${", ":`.`}"),
    "dialog.press": ("Press `Esc` any",),
    "dialog.to_stop": ("` any time to stop recording.",),
    "dialog.step": ("`Step 1`", "`Step 2`", "`Step 3`"),
    "search.of_many": ("} of ${", "`over 1000`"),
    "search.of_one": ("} of ${", "} result${"),
    "search.of": ("} of ${", "} result${"),
    "search.one": ("} result${",),
    "search.found": ("} result${",),
    "statistics.group": (" mark container`",),
    "statistics.bars": (" mark container`",),
    "statistics.bar": ("{binStart:", "binEnd:", "count:", "title:`Range`", "title:`Count`"),
    "option.most": ("`You can only select up to ${", "`option`:`options`", "Remove an option first.`"),
    "option.most_one": ("`You can only select up to ${", "`option`:`options`", "Remove an option first.`"),
    "aloud.one": ("} option`", "} available.`"),
    "aloud.some": ("} options`", "} available.`"),
    "entry.line": ("`Press Enter to ${", "`apply`"),
    "entry.lines": ("`Press ${", "`Ctrl`", "}+Enter to ${", "`apply`"),
    "entry.lines_mac": ("`Press ${", "`⌘`", "}+Enter to ${", "`apply`"),
    "upload.icon": ("} icon`",),
}


@pytest.fixture(scope="module")
def front() -> str:
    """The code of Streamlit's own page."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.js")))


def unsaid(keys: Iterable[str], code: str) -> list[str]:
    """The sentences that the code no longer holds."""
    return [f"{key}: {streamlit_says(key)}" for key in keys if not _holds(code, key)]


def _holds(code: str, key: str) -> bool:
    if key in PUT_TOGETHER:
        return all(part in code for part in PUT_TOGETHER[key])
    said = FIELD.split(streamlit_says(key))[::2]
    if len(said) == 1:
        return any(f"{mark}{said[0]}{mark}" in code for mark in "`\"'")
    return re.search("`" + r"\$\{.{1,60}?\}".join(map(re.escape, said)) + "`", code) is not None


def test_streamlit_still_says_every_sentence_of_the_table(front: str) -> None:
    assert unsaid(KEYS, front) == []


def test_a_sentence_that_is_said_no_longer_is_found(front: str) -> None:
    reworded = front.replace("`Fullscreen`", "`Full screen`").replace("`Remove ${", "`Take out ${")
    assert unsaid(["toolbar.full", "toolbar.close", "choose.remove"], reworded) == [
        "toolbar.full: Fullscreen",
        "choose.remove: Remove {name}",
    ]


def test_every_place_has_words_and_every_word_a_place() -> None:
    assert list(PLACES) == list(dict.fromkeys(key.partition(".")[0] for key in KEYS))
    assert set(STREAMLIT_SAYS) <= set(KEYS)


def test_no_sentence_is_said_twice_in_a_place() -> None:
    said = [(key.partition(".")[0], streamlit_says(key)) for key in KEYS]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_field_that_is_taken_over_is_one_that_streamlit_fills(lang: str) -> None:
    for _, told in replaced(lang):
        for said, ours in told:
            assert set(FIELD.findall(ours)) <= set(FIELD.findall(said))


def test_in_chinese_everything_is_replaced_and_in_english_only_what_the_page_says_otherwise() -> None:
    assert sum(len(told) for _, told in replaced("zh")) == len(KEYS)
    assert [said for _, told in replaced("en") for said, _ in told] == [
        STREAMLIT_SAYS[key] for key in KEYS if key in STREAMLIT_SAYS
    ]
