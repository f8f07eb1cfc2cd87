"""Files: what paths name, in which order, under which names, and what is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import Failure, FaultKind
from extract.files import find_files, read_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "下/丙.TXT",
        "下/a.txt",
        "old.doc",
        "notes.md",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "Readme.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


def names(paths: list[Path]) -> list[str]:
    return [name for name, _ in find_files(paths).files]


def test_a_folder_gives_all_that_may_be_a_report_in_order(folder: Path) -> None:
    assert names([folder]) == ["a.txt", "b.txt", "old.doc", "下/a.txt", "下/丙.TXT"]


def test_what_is_no_report_is_named_as_passed_over(folder: Path) -> None:
    assert find_files([folder]).skipped == (folder / "notes.md",)


def test_a_file_named_itself_is_taken_whatever_it_is(folder: Path) -> None:
    found = find_files([folder / "notes.md", folder / ".hidden.txt"])
    assert [name for name, _ in found.files] == ["notes.md", ".hidden.txt"]
    assert found.skipped == ()


def test_paths_stay_in_the_order_given(folder: Path) -> None:
    assert names([folder / "b.txt", folder / "a.txt"]) == ["b.txt", "a.txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names([folder / "b.txt", folder, folder / "下" / ".." / "a.txt"]) == [
        "b.txt",
        "a.txt",
        "old.doc",
        "下/a.txt",
        "下/丙.TXT",
    ]


def test_two_files_of_one_name_are_known_by_their_paths(folder: Path) -> None:
    first, second = folder / "a.txt", folder / "下" / "a.txt"
    assert names([first, second, folder / "b.txt"]) == [first.as_posix(), second.as_posix(), "b.txt"]


def test_paths_that_do_not_exist_are_named(folder: Path) -> None:
    found = find_files([folder / "a.txt", folder / "nowhere"])
    assert found.missing == (folder / "nowhere",)
    assert [name for name, _ in found.files] == ["a.txt"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert find_files([tmp_path]).files == ()


def test_reads_bytes_and_names_what_cannot_be_opened(folder: Path) -> None:
    files = [("a.txt", folder / "a.txt"), ("gone.txt", folder / "gone.txt"), ("b.txt", folder / "b.txt")]
    first, failure, last = read_files(files)
    assert (first, last) == (("a.txt", b"a.txt"), ("b.txt", b"b.txt"))
    assert isinstance(failure, Failure)
    assert (failure.name, failure.kind) == ("gone.txt", FaultKind.UNOPENED)
    assert failure.problem == "it can't be opened (No such file or directory)"
