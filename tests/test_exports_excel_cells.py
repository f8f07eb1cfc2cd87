"""Texts of cells: each told once, in the order in which they came, and kept with their blanks and line ends."""

from __future__ import annotations

import io

import pytest

from exports.excel_cells import Cells


def strings(cells: Cells) -> str:
    part = io.BytesIO()
    cells.write_strings(part)
    return part.getvalue().decode().partition("<sst")[2]


def test_a_text_is_told_once_whatever_its_cells_look_like() -> None:
    cells = Cells()
    assert [cells.tail(*cell) for cell in (("甲", 1), ("乙", 1), ("甲", 2), ("甲", 1))] == [
        *(' s="1" t="s"><v>0</v></c>', ' s="1" t="s"><v>1</v></c>'),
        *(' s="2" t="s"><v>0</v></c>', ' s="1" t="s"><v>0</v></c>'),
    ]
    assert strings(cells).endswith(' uniqueCount="2"><si><t>甲</t></si><si><t>乙</t></si></sst>')


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("=1+1", "<t>=1+1</t>"),
        (" 甲", '<t xml:space="preserve"> 甲</t>'),
        ("甲\n乙", '<t xml:space="preserve">甲\n乙</t>'),
        ("\t=1", '<t xml:space="preserve">\t=1</t>'),
        ("", "<t></t>"),
        ("<b>&\x01", "<t>&lt;b&gt;&amp;␁</t>"),
        ("_x0041_", "<t>_x005F_x0041_</t>"),
    ],
)
def test_a_text_is_written_as_it_is_to_be_read(text: str, item: str) -> None:
    cells = Cells()
    cells.tail(text, 0)
    assert strings(cells).endswith(f' uniqueCount="1"><si>{item}</si></sst>')


def test_many_texts_all_stand_there() -> None:
    cells = Cells()
    for number in range(2500):
        cells.tail(f"文{number}", 0)
    assert strings(cells).count("<si>") == 2500


def test_a_number_is_the_same_cell_however_it_is_held_and_never_a_text() -> None:
    cells = Cells()
    assert cells.tail(98.0, 1) == cells.tail(98, 1) == ' s="1"><v>98</v></c>'
    assert cells.tail("98", 1) == ' s="1" t="s"><v>0</v></c>'
