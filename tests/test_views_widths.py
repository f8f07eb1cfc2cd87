"""How wide the columns of a table are: whole names, and the figure in sight beside long sentences."""

from __future__ import annotations

import pytest

from views._screen import Screen
from views._widths import BOX, LEAST_SENTENCE, MOST_WIDE, SENTENCE, column_width, make_way, pinned_width, table_height

WIDTHS = {"place": 120, "before": SENTENCE, "figure": 80, "behind": SENTENCE}


@pytest.mark.parametrize(
    ("room", "before"),
    [
        (BOX + 120 + SENTENCE + 80, SENTENCE),
        (BOX + 120 + SENTENCE + 80 - 1, SENTENCE - 1),
        (BOX + 120 + LEAST_SENTENCE + 80, LEAST_SENTENCE),
        (100, LEAST_SENTENCE),
    ],
    ids=["there is room", "a pixel is missing", "just enough", "too little for any"],
)
def test_sentences_give_way_to_the_figure(room: int, before: int) -> None:
    assert make_way(WIDTHS, ("before", "behind"), "figure", room) == {**WIDTHS, "before": before}


def test_the_second_sentence_gives_way_when_the_first_cannot() -> None:
    widths = {"quote": SENTENCE, "more": SENTENCE, "figure": 80}
    told = make_way(widths, ("quote", "more"), "figure", BOX + 2 * LEAST_SENTENCE + 80 + 50)
    assert told == {"quote": LEAST_SENTENCE, "more": LEAST_SENTENCE + 50, "figure": 80}


def test_what_is_no_sentence_keeps_its_width() -> None:
    assert make_way(WIDTHS, (), "figure", 100) == WIDTHS


@pytest.mark.parametrize(
    ("head", "texts", "width"),
    [
        ("地区", [], 52),
        ("地区", ["余姚市", "慈溪"], 67),
        ("指标", ["规范性文件合法性审核率"], 187),
        ("年份", [2024, None], 52),
        ("文件", ["很长的名字" * 20], MOST_WIDE),
    ],
    ids=["no rows", "the longest name", "eleven characters", "numbers", "a name longer than a column may be"],
)
def test_a_column_holds_its_longest_text(head: str, texts: list[object], width: int) -> None:
    assert column_width(head, texts) == width


def test_a_phone_shows_something_beside_the_column_that_stays() -> None:
    assert pinned_width(Screen(width=350, dark=False)) == 175
    assert pinned_width(Screen(width=1600, dark=False)) == MOST_WIDE


def test_a_table_is_no_higher_than_its_rows() -> None:
    assert table_height(3, 14) - table_height(2, 14) == 35
    assert table_height(400, 14) == table_height(14, 14)
