"""panel/saved.py: what was saved comes back just so, and what is no saved panel is told by name."""

from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from samples import Given, extraction, small_catalog, tables_of

from extract.catalog import Catalog
from extract.errors import Failure, FaultKind
from extract.model import DivisionPath, Level, Locality
from extract.twins import Change, Twin
from panel import saved
from panel.build import Tables, build_tables
from panel.compare import cells
from panel.ranks import rank
from panel.record import from_record, to_record
from panel.saved import MANIFEST, TABLES, SavedError, SavedKind, load, read_manifest, save
from panel.selection import Selection
from panel.wordings import wordings

NAMED_BEFORE = Locality("凤翔县", Level.COUNTY, DivisionPath("陕西省", "宝鸡市", "凤翔县"), "610322")
NAMED_NOW = Locality("凤翔区", Level.COUNTY, DivisionPath("陕西省", "宝鸡市", "凤翔区"), "610305")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, saved."""
    path = tmp_path / "panel"
    save(tables_of(extraction("甲镇", 2020, Given("success_rate", "95")), extraction("乙镇", 2021)), path)
    return path


def equal(before: Tables, after: Tables) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(before, name), getattr(after, name))
    assert dict(after.extractions) == dict(before.extractions)
    assert [e.report.source for e in after.extractions.values()] == [e.report.source for e in before.extractions.values()]
    assert dict(after.texts) == dict(before.texts)
    assert (after.codes, after.failures, after.twins, after.demo) == (before.codes, before.failures, before.twins, before.demo)
    assert after.panel.attrs == before.panel.attrs


def test_the_seeds_come_back_just_so(tables: Tables, catalog: Catalog, tmp_path: Path) -> None:
    save(tables, tmp_path)
    after = load(tmp_path, catalog)
    equal(tables, after)
    pd.testing.assert_frame_equal(cells(after, Selection()), cells(tables, Selection()))
    rate = Selection(("mediation_success_rate",))
    pd.testing.assert_frame_equal(wordings(after, rate), wordings(tables, rate))


def test_texts_that_hardly_two_rows_share_stay_with_arrow_and_give_the_same_cells(
    tables: Tables, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved, "_LARGE", 0)
    save(tables, tmp_path)
    after = load(tmp_path, catalog)
    # Quotes are each a report's own; a unit stands in many rows.
    assert [after.panel[name].dtype.storage for name in ("quote", "unit")] == ["pyarrow", "python"]
    assert after.panel["quote"].tolist() == tables.panel["quote"].tolist()
    pd.testing.assert_frame_equal(cells(after, Selection()), cells(tables, Selection()))
    rate = Selection(("mediation_success_rate",))
    assert rank(after, replace(rate, years=(2022,))).equals(rank(tables, replace(rate, years=(2022,))))


def test_a_panel_of_nothing_comes_back_too(tmp_path: Path) -> None:
    before = tables_of()
    save(before, tmp_path)
    equal(before, load(tmp_path, small_catalog()))


def test_renames_come_back(tmp_path: Path) -> None:
    before = tables_of(extraction(NAMED_BEFORE, 2019), extraction(NAMED_NOW, 2021))
    assert [rename.was for rename in before.renames] == [("凤翔县",)]
    save(before, tmp_path)
    assert load(tmp_path, small_catalog()).renames == before.renames


def test_failures_twins_and_the_mark_of_what_is_made_up_come_back(tmp_path: Path) -> None:
    failures = [Failure("坏.pdf", FaultKind.BROKEN, {"expected": "PDF"})]
    twins = [Twin("旧.txt", "甲镇_2020.txt", True, (Change("cases", ("3",), ("4",)),), ("旧句",), ("新句",))]
    before = build_tables([extraction("甲镇", 2020)], failures, small_catalog(), twins=twins, demo=True)
    save(before, tmp_path)
    equal(before, load(tmp_path, small_catalog()))


def test_the_same_tables_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    save(load(folder, small_catalog()), tmp_path / "again")
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(path.name for path in (tmp_path / "again").iterdir())
    assert [name for name in names if (folder / name).read_bytes() != (tmp_path / "again" / name).read_bytes()] == []


def kind_of(folder: Path, catalog: Catalog | None = None) -> SavedKind:
    with pytest.raises(SavedError) as fault:
        load(folder, catalog or small_catalog())
    for lang in ("zh", "en"):
        problem, cure = fault.value.describe(lang)
        assert str(folder) in problem
        assert cure
    return fault.value.kind


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "nowhere") is SavedKind.ABSENT
    assert kind_of(tmp_path) is SavedKind.ABSENT


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[1]", "null", '{"format": "another"}', "[" * 100_000, '{"format": "law-report-panel"}', "甲".encode("utf-16")],
    ids=["empty", "no format", "a list", "null", "another", "deep", "no version", "another encoding"],
)
def test_a_foreign_manifest(folder: Path, content: str | bytes) -> None:
    (folder / MANIFEST).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert kind_of(folder) is SavedKind.FOREIGN


def with_manifest(folder: Path, **changes: object) -> None:
    told = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**told, **changes}), "utf-8")


def test_another_version_and_another_catalogue(folder: Path) -> None:
    assert kind_of(folder, replace(small_catalog(), version="10.0")) is SavedKind.OTHER_CATALOGUE
    with_manifest(folder, version=2)
    assert kind_of(folder) is SavedKind.OTHER_VERSION


@pytest.mark.parametrize("name", [*TABLES, "documents"])
def test_a_file_that_is_cut_off_gone_or_another(folder: Path, name: str) -> None:
    path = folder / f"{name}.parquet"
    data = path.read_bytes()
    for changed in (data[:-20], b"", data[:40] + bytes([data[40] ^ 1]) + data[41:], pickle.dumps({"a": 1})):
        path.write_bytes(changed)
        assert kind_of(folder) is SavedKind.DAMAGED
    path.unlink()
    assert kind_of(folder) is SavedKind.DAMAGED


@pytest.mark.parametrize("name", [*TABLES, "documents"])
def test_a_table_of_other_columns_is_not_believed_though_its_digest_is_right(folder: Path, name: str) -> None:
    path = folder / f"{name}.parquet"
    pq.write_table(pa.table({"doc_id": ["甲"]}), path)
    told = json.loads((folder / MANIFEST).read_text("utf-8"))
    with_manifest(folder, files={**told["files"], name: hashlib.sha256(path.read_bytes()).hexdigest()})
    assert kind_of(folder) is SavedKind.DAMAGED


def test_the_stamp_names_the_content(folder: Path, tmp_path: Path) -> None:
    stamp = read_manifest(folder, small_catalog()).stamp
    save(tables_of(extraction("甲镇", 2020, Given("success_rate", "96")), extraction("乙镇", 2021)), tmp_path / "other")
    assert read_manifest(tmp_path / "other", small_catalog()).stamp != stamp


@pytest.mark.parametrize("line", ["[]", "{}", "null", "3", '"x"', "[[],[],[],[],{},[]]"])
def test_a_line_that_is_no_record(line: str) -> None:
    with pytest.raises(ValueError, match="record"):
        from_record(line, "")


def test_a_record_holds_all_but_the_text() -> None:
    held = extraction("甲镇", 2020, Given("success_rate", "95"))
    line = to_record(held)
    assert held.report.text not in line
    assert from_record(line, held.report.text) == held
