"""A zip archive stands for the files in it; what it tells of itself is never believed, and its names lead nowhere."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.archives import unpack
from extract.errors import Failure, FaultKind


def packed(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return held.getvalue()


def told(data: bytes, name: str = "a.zip") -> list[tuple[str, bytes] | tuple[str, FaultKind]]:
    return [(one.name, one.kind) if isinstance(one, Failure) else one for one in unpack([(name, data)])]


def test_files_and_failures_pass_as_they_are() -> None:
    failure = Failure("c.txt", FaultKind.EMPTY)
    assert list(unpack([("a.txt", b"1"), failure, ("b.ZIP", b"")])) == [("a.txt", b"1"), failure, ("b.ZIP", b"")]


def test_an_archive_stands_for_its_files() -> None:
    assert told(packed(("一.txt", b"1"), ("下/二.txt", b"2"))) == [("a.zip/一.txt", b"1"), ("a.zip/下/二.txt", b"2")]


def test_names_in_gbk_are_read() -> None:
    data = packed(("aaaa.txt", b"1"))
    assert told(data.replace(b"aaaa.txt", "报告".encode("gbk") + b".txt")) == [("a.zip/报告.txt", b"1")]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/root/x.txt", "root/x.txt"),
        ("..\\..\\x.txt", "x.txt"),
        ("a/./b/../x.txt", "a/b/x.txt"),
        ("../..", "?"),
        ("长" * 300 + ".txt", "长" * (limits.NAME_CHARACTERS - 4) + "….txt"),
    ],
)
def test_no_name_leads_anywhere(inside: str, shown: str) -> None:
    assert told(packed((inside, b"1"))) == [(f"a.zip/{shown}", b"1")]


def test_two_files_of_one_name_are_told_apart() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed(("x.txt", b"1"), ("x.txt", b"2"), ("./x.txt", b"3"))
    assert told(data) == [("a.zip/x.txt", b"1"), ("a.zip/x (2).txt", b"2"), ("a.zip/x (3).txt", b"3")]


def test_what_programs_leave_beside_is_passed_over() -> None:
    assert told(packed(("__MACOSX/._x.txt", b"1"), (".DS_Store", b"1"), ("~$x.docx", b"1"), ("x.txt", b"1"))) == [("a.zip/x.txt", b"1")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"PK\x03\x04 no archive", [("a.zip", FaultKind.BROKEN)], id="damaged"),
        pytest.param(packed(("x.txt", b"1"))[:-30], [("a.zip", FaultKind.BROKEN)], id="cut off"),
        pytest.param(packed(), [("a.zip", FaultKind.EMPTY_ARCHIVE)], id="empty"),
        pytest.param(packed(("in.zip", b"PK"), ("x.txt", b"1")), [("a.zip/in.zip", FaultKind.ARCHIVE_IN_ARCHIVE), ("a.zip/x.txt", b"1")], id="nested"),
        pytest.param(packed(("x.txt", bytes(30 << 20))), [("a.zip", FaultKind.ARCHIVE_BOMB)], id="bomb"),
    ],
)
def test_a_fault_is_one_line(data: bytes, expected: list[object]) -> None:
    assert told(data) == expected


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_FILES", 2)
    assert told(packed(*((f"{i}.txt", b"1") for i in range(3)))) == [("a.zip", FaultKind.TOO_MANY_FILES)]


def test_a_locked_file_is_named_and_the_others_are_read() -> None:
    data = bytearray(packed(("locked.txt", b"1"), ("x.txt", b"2")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert told(bytes(data)) == [("a.zip/locked.txt", FaultKind.ENCRYPTED), ("a.zip/x.txt", b"2")]


def test_a_directory_that_lies_of_sizes_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_RATIO", 2)
    data = packed(("bomb.txt", bytes(1 << 20)), ("x.txt", b"2"))
    size = struct.pack("<L", 1 << 20)
    assert told(data.replace(size, struct.pack("<L", 10))) in (
        [("a.zip/bomb.txt", FaultKind.ARCHIVE_BOMB), ("a.zip/x.txt", FaultKind.ARCHIVE_BOMB)],
        [("a.zip/bomb.txt", FaultKind.BROKEN), ("a.zip/x.txt", b"2")],
    )


def test_an_archive_that_is_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 10)
    assert told(packed(("x.txt", b"1"))) == [("a.zip", FaultKind.TOO_LARGE)]


SOUND = packed(("一.txt", "行政复议41件。".encode()), ("b/x.html", b"<p>1</p>"))


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=6), st.integers(0, len(SOUND)))
def test_any_damage_is_told_and_nothing_is_raised(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(SOUND)
    for place, value in changes:
        data[place] = value
    for one in unpack([("a.zip", bytes(data[:cut]))]):
        name = one.name if isinstance(one, Failure) else one[0]
        assert name == "a.zip" or name.startswith("a.zip/")
        assert ".." not in name.split("/")
