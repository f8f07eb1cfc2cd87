"""exports/picture_zip.py and picture_names.py: a zip with its index, whose names no report's text can spoil."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date

import pytest

from exports.picture_names import LENGTH, free_name, safe_name
from exports.picture_zip import Entry, PictureZip

MADE = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("调解成功率：各地比较", "调解成功率：各地比较"),
        ("../../etc/passwd", "etc_passwd"),
        ("..\\..\\x", "x"),
        ("a:b*c?d\"e<f>g|h", "a_b_c_d_e_f_g_h"),
        ("甲\x00\n\t\u202e镇", "甲_镇"),
        ("CON", "_CON"),
        ("con.tar", "_con.tar"),
        ("Lpt9", "_Lpt9"),
        ("结尾. . ", "结尾"),
        ("", "_"),
        ("///", "_"),
        ("长" * 300, "长" * LENGTH),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert safe_name(title) == name


def test_no_name_is_given_twice_whatever_its_letters() -> None:
    taken: set[str] = set()
    assert [free_name(title, ".png", taken) for title in ("A", "a", "A", "a_2")] == ["A.png", "a_2.png", "A_3.png", "a_2_2.png"]


def packed(*entries: tuple[Entry, bytes | None], total: int = 2, lang: str = "zh") -> zipfile.ZipFile:
    made = PictureZip(total=total, stamp="1.0 (abc)", made=MADE, lang=lang)
    for entry, picture in entries:
        made.add(entry, picture)
    return zipfile.ZipFile(io.BytesIO(made.close()))


def test_the_index_names_every_picture_with_what_it_is_of() -> None:
    first = Entry("=甲<script>", "调解成功率", "甲镇", 3, 5, "单位：% & 更多")
    found = packed((first, b"1"), (Entry("乙", fault="Chromium 没有响应"), None))
    assert found.namelist() == ["=甲_script.png", "index.html", "index.csv"]
    table = found.read("index.csv")
    assert table.startswith("\ufeff".encode())
    assert list(csv.reader(io.StringIO(table.decode("utf-8-sig")))) == [
        ["文件", "标题", "指标", "地区", "给出", "总数", "说明"],
        ["'=甲_script.png", "'=甲<script>", "调解成功率", "甲镇", "3", "5", "单位：% & 更多"],
        ["", "乙", "", "", "0", "0", "未生成：Chromium 没有响应"],
    ]
    page = found.read("index.html").decode()
    assert "<script>" not in page
    assert "=甲&lt;script&gt;" in page
    assert 'src="%3D%E7%94%B2_script.png" alt="单位：% &amp; 更多"' in page
    assert "1 张" in page
    assert "中途停止" not in page


def test_a_zip_that_was_stopped_says_so_and_is_whole() -> None:
    found = packed((Entry("甲"), b"1"), total=3)
    assert found.testzip() is None
    assert "中途停止：计划 3 张，只做了 1 张。" in found.read("index.html").decode()


def test_a_title_cannot_take_the_place_of_the_index() -> None:
    made = PictureZip(total=1, stamp="", made=MADE)
    assert made.add(Entry("index"), b"1", suffix=".html") == "index_2.html"


def test_the_same_pictures_give_the_same_bytes() -> None:
    def once() -> bytes:
        made = PictureZip(total=1, stamp="s", made=MADE)
        made.add(Entry("甲"), b"1")
        return made.close()

    assert once() == once()
    assert re.search(rb"index\.csv", once())
