"""What an earlier run read is not read again, and only that: another byte, catalogue, code or kind of file is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract import Catalog, Extraction, extract_reports, memory, pipeline
from extract.memory import Memory
from extract.runlog import Fate

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
TOWN = ("镇.txt", "清溪镇2021年法治政府建设年度报告\n\n调解成功率98.6%。\n".encode())
EMPTY = ("空.txt", b"")


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are really read; the cache folder is empty at the beginning."""
    names: list[str] = []
    real = pipeline.extract_report

    def note(name: str, data: bytes, **how: Any) -> Extraction:
        names.append(name)
        return real(name, data, **how)

    monkeypatch.setattr(memory, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(pipeline, "extract_report", note)
    return names


def run(catalog: Catalog, files: Iterable[tuple[str, bytes]]) -> pipeline.Batch:
    return extract_reports(files, catalog=catalog, memory=Memory(catalog))


def test_what_is_recalled_is_what_was_read(catalog: Catalog, read: list[str]) -> None:
    files = [(path.name, path.read_bytes()) for path in SEEDS]
    first, second = run(catalog, files), run(catalog, files)
    assert read == [path.name for path in SEEDS]
    assert second.extractions == first.extractions
    assert [extraction.report.source for extraction in second.extractions] == [e.report.source for e in first.extractions]
    assert [line.recalled for line in (*first.log, *second.log)] == [False] * 5 + [True] * 5


def test_a_file_under_another_name_is_known_by_its_content(catalog: Catalog, read: list[str]) -> None:
    run(catalog, [TOWN])
    batch = run(catalog, [("另.txt", TOWN[1])])
    assert read == ["镇.txt"]
    assert batch.extractions[0].report.doc_id == "另.txt"
    assert batch.log[0].fate is Fate.READ


OTHERS = {
    "another byte": ("镇.txt", TOWN[1] + b"\n"),
    "another kind": ("镇.html", TOWN[1]),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_content_is_read(other: tuple[str, bytes], catalog: Catalog, read: list[str]) -> None:
    run(catalog, [TOWN])
    run(catalog, [other])
    assert read == ["镇.txt", other[0]]


def test_another_catalogue_and_other_code_read_again(catalog: Catalog, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run(catalog, [TOWN])
    extract_reports([TOWN], catalog=catalog, memory=Memory(replace(catalog, digest="ffffffff")))
    monkeypatch.setattr(memory, "digest_of_code", lambda: b"other")
    run(catalog, [TOWN])
    assert read == ["镇.txt"] * 3


def test_why_a_file_gave_none_is_looked_at_each_time(catalog: Catalog, read: list[str]) -> None:
    assert [line.fate for _ in range(2) for line in run(catalog, [EMPTY, TOWN]).log] == [Fate.FAILED, Fate.READ] * 2
    assert read == ["空.txt", "镇.txt", "空.txt"]


@pytest.mark.parametrize("damaged", [b"", b"x\x9c", b"no pickle"])
def test_what_is_damaged_is_read_again(damaged: bytes, catalog: Catalog, read: list[str], tmp_path: Path) -> None:
    run(catalog, [TOWN])
    (kept,) = (tmp_path / "cache" / "read").iterdir()
    kept.write_bytes(damaged)
    assert run(catalog, [TOWN]).extractions == run(catalog, [TOWN]).extractions
    assert read == ["镇.txt"] * 2


def test_a_folder_that_cannot_be_made_costs_time_only(catalog: Catalog, read: list[str], tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands in the way")
    assert len(run(catalog, [TOWN]).extractions) == len(run(catalog, [TOWN]).extractions) == 1
    assert read == ["镇.txt"] * 2


def test_the_oldest_go_where_all_take_too_much_room(catalog: Catalog, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    other = ("乙.txt", TOWN[1].replace(b"98.6", b"97.5"))
    run(catalog, [TOWN])
    monkeypatch.setattr(memory, "MOST_BYTES", max(path.stat().st_size for path in (memory.cache_folder() / "read").iterdir()) + 99)
    run(catalog, [other])
    run(catalog, [other])
    run(catalog, [TOWN])
    assert read == ["镇.txt", "乙.txt", "镇.txt"]
