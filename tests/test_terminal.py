"""Terminal lines: widths of Chinese, harmless characters, aligned tables, the bar."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.terminal import Column, clean, clip, display_width, progress_bar, table


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("泗门镇", 6), ("98.3%", 5), ("９８％", 6), ("≥95", 3), ("一a二", 5), ("，。", 4), ("e\u0301", 1), ("a\u200bb", 2), ("龘", 2)],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


HARMLESS = {
    "plain": ("受理41件。", "受理41件。"),
    "line ends and tabs": ("受理\n41\t件\r\n", "受理 41 件"),
    "rows of blanks": ("受理 \u3000\xa0 41件", "受理 41件"),
    "escape sequence": ("受理\x1b[31m41\x1b]0;x\x07件", "受理\ufffd[31m41\ufffd]0;x\ufffd件"),
    "backspace and zero": ("a\x08\x00b", "a\ufffd\ufffdb"),
    "one-character escape": ("a\x9b31mb", "a\ufffd31mb"),
    "writing turned round": ("a\u202ecba\u202c", "acba"),
    "joiners": ("办\u200b结\ufeff率", "办结率"),
    "half a pair": ("a\ud800", "a\ufffd"),
}


@pytest.mark.parametrize(("text", "expected"), HARMLESS.values(), ids=HARMLESS)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("泗门镇", 6, "泗门镇"), ("泗门镇", 5, "泗门…"), ("泗门镇", 4, "泗…"), ("泗门镇", 1, "…"), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 0, "")],
)
def test_clip(text: str, width: int, expected: str) -> None:
    assert clip(text, width) == expected


def test_a_table_aligns_chinese_and_numbers() -> None:
    columns = [Column("地区"), Column("数值", number=True), Column("原文")]
    rows = [["泗门镇", "≥95", "调处成功率达95%以上"], ["c", "12345", "x"]]
    assert table(columns, rows, 80).split("\n") == [
        "地区     数值  原文",
        "──────  ─────  ───────────────────",
        "泗门镇    ≥95  调处成功率达95%以上",
        "c       12345  x",
    ]


def test_columns_are_clipped_and_the_last_takes_what_is_left() -> None:
    columns = [Column("文件", widest=8), Column("原文")]
    lines = table(columns, [["000_8a26ae69.txt", "各级调解组织调处矛盾纠纷44余件" * 3]], 40).split("\n")
    assert lines[2] == "000_8a2…  各级调解组织调处矛盾纠纷44余…"
    assert max(map(display_width, lines)) <= 40


def test_a_cell_cannot_break_its_line() -> None:
    assert table([Column("原文")], [["a\nb\x1b[2J"]], 80).split("\n")[2:] == ["a b\ufffd[2J"]


def test_a_table_without_rows_is_its_heads() -> None:
    assert table([Column("地区"), Column("原文")], [], 80) == "地区  原文\n────  ────"


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=60)), max_size=5), st.integers(1, 120))
def test_every_line_starts_its_last_column_at_the_same_place(rows: list[tuple[str, str]], width: int) -> None:
    lines = table([Column("甲", widest=10), Column("乙"), Column("丙")], [[a, "|", b] for a, b in rows], width).split("\n")
    assert len(lines) == len(rows) + 2
    assert {display_width(line[: line.rindex("|")]) for line, (_, b) in zip(lines[2:], rows, strict=True) if "|" not in b} <= {
        display_width(lines[0][: lines[0].index("乙")])
    }


def test_the_bar_fills_and_goes() -> None:
    screen = Screen()
    draw = progress_bar(6, screen)
    assert draw is not None
    draw(3, "泗门镇.txt")
    assert screen.getvalue() == "\r\x1b[K[" + "█" * 15 + " " * 15 + "] 3/6 泗门镇.txt"
    draw(6, "last.txt")
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("total", "screen"), [(5, Screen()), (0, Screen()), (100, io.StringIO())], ids=["few", "none", "no terminal"])
def test_no_bar(total: int, screen: io.StringIO) -> None:
    assert progress_bar(total, screen) is None
