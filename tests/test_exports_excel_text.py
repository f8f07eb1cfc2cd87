"""What a cell can hold, and how wide it is there."""

from __future__ import annotations

import pytest

from exports.excel_text import CELL_LIMIT, display_width, line_count, to_cell_text, to_xml


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("泗门镇共受理586件", "泗门镇共受理586件"),
        ("", ""),
        ("=1+1", "=1+1"),
        ("'已有撇号", "'已有撇号"),
        ("\t缩进", "\t缩进"),
        ("一\n二", "一\n二"),
        ("一\r\n二\r三", "一\n二\n三"),
        ("\x00\x08\x0b\x0c\x0e\x1f\x7f", "␀␈␋␌␎␟␡"),
        ("甲\ud800乙\ufffe丙\uffff", "甲\ufffd乙\ufffd丙\ufffd"),
        ("𠮷😀", "𠮷😀"),
        ("_x0041_", "_x0041_"),
    ],
)
def test_text_of_a_cell(text: str, held: str) -> None:
    assert to_cell_text(text) == held


@pytest.mark.parametrize(
    ("text", "kept", "length"),
    [
        ("a" * CELL_LIMIT, "a" * CELL_LIMIT, CELL_LIMIT),
        ("a" * (CELL_LIMIT + 1), "a" * 32_720 + "……〔共 32768 字，此处截断 / 32768 characters, cut here〕", CELL_LIMIT),
        ("😀" * 16_383, "😀" * 16_383, 32_766),
        ("😀" * 16_384, "😀" * 16_360 + "……〔共 16384 字，此处截断 / 16384 characters, cut here〕", CELL_LIMIT),
    ],
    ids=["just fits", "one too many", "pairs that fit", "pairs that do not"],
)
def test_a_text_too_long_is_cut_and_says_so(text: str, kept: str, length: int) -> None:
    held = to_cell_text(text)
    assert held == kept
    assert len(held.encode("utf-16-le")) // 2 == length


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("<b>&\"'", "&lt;b&gt;&amp;\"'"),
        ("]]>", "]]&gt;"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x00g1_ _X0041_ x0041_ _x004_", "_x00g1_ _X0041_ x0041_ _x004_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("\x01", "␁"),
    ],
)
def test_xml_of_a_cell(text: str, xml: str) -> None:
    assert to_xml(text) == xml


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("586", 3), ("泗门镇", 6), ("法制审核率(%)", 13), ("≥95", 4), ("一\n一二三", 6), ("ＡＢ", 4)],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10.0, 1), ("一二三四五", 10.0, 1), ("一二三四五六", 10.0, 2), ("a" * 21, 10.0, 3), ("一\n\n二", 10.0, 3)],
)
def test_line_count(text: str, width: float, lines: int) -> None:
    assert line_count(text, width) == lines
