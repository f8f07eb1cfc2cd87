"""A proof is run once for a catalogue and this code, and again as soon as either is another."""

from __future__ import annotations

import pickle
import shutil
import zlib
from dataclasses import fields
from pathlib import Path

import pytest
from test_catalog import BASE

from extract import load_catalog, proof, proved
from extract.catalog import Catalog, read_catalog
from extract.catalog_fault_words import Fault
from extract.catalog_faults import CatalogError
from extract.proof import Proof
from extract.rules import rules_of

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small catalogue: how long it takes to read it is not asked here."""
    path = tmp_path / "metrics.yaml"
    path.write_text(BASE, "utf-8")
    return path


@pytest.fixture
def proofs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The catalogues that were proved, by their digest; the cache folder is empty, and a proof is not really run."""
    run: list[str] = []

    def note(catalog: Catalog) -> Proof:
        run.append(catalog.digest)
        return Proof(1, 1, ())

    monkeypatch.setattr(proved, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(proof, "prove", note)
    return run


def test_what_was_proved_is_not_proved_again(proofs: list[str], small: Path) -> None:
    first, second = load_catalog(small), load_catalog(small)
    assert first.digest == second.digest
    assert proofs == [first.digest]


def test_what_is_recalled_is_what_was_read_wherever_it_lies(proofs: list[str], tmp_path: Path) -> None:
    read = read_catalog(ROOT / "metrics.yaml")
    for path in (tmp_path / name for name in ("one.yaml", "other.yaml")):
        shutil.copyfile(ROOT / "metrics.yaml", path)
        held = load_catalog(path)
        assert held.path == str(path)
        assert all(getattr(held, f.name) == getattr(read, f.name) for f in fields(held) if f.name != "path")
        assert rules_of(held) == rules_of(read)
        assert all(rule.indicator is held.indicators[rule.indicator.id] for rule in rules_of(held).fit)
    assert len(proofs) == 1


@pytest.mark.parametrize("damaged", [b"", b"no pickle", zlib.compress(pickle.dumps("no catalogue"))])
def test_what_is_damaged_is_proved_again(damaged: bytes, proofs: list[str], small: Path, tmp_path: Path) -> None:
    load_catalog(small)
    (kept,) = (tmp_path / "cache" / "proved").iterdir()
    kept.write_bytes(damaged)
    assert load_catalog(small).digest == load_catalog(small).digest
    assert len(proofs) == 2


def test_the_oldest_go_where_all_take_too_much_room(proofs: list[str], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proved, "MOST_BYTES", 1)
    for _ in range(2):
        load_catalog(small)
    assert len(proofs) == 2


def test_a_file_that_is_not_there_is_a_fault(proofs: list[str], tmp_path: Path) -> None:
    with pytest.raises(CatalogError) as told:
        load_catalog(tmp_path / "none.yaml")
    assert told.value.kind is Fault.UNREADABLE
    assert proofs == []


def test_rules_that_were_compiled_need_not_be_compiled_again(proofs: list[str], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_catalog(small)
    expressions = [rule.expression.pattern for rule in rules_of(first).fit]
    proved.remember(small.read_bytes(), first)
    monkeypatch.setattr("extract.rules.regex.compile", None)
    assert [rule.expression.pattern for rule in rules_of(load_catalog(small)).fit] == expressions != []


def test_one_byte_more_is_proved(proofs: list[str], small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    load_catalog(small)
    other.write_bytes(small.read_bytes() + b"\n")
    assert proofs == [load_catalog(small).digest, load_catalog(other).digest]


def test_other_code_proves_again(proofs: list[str], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_catalog(small)
    monkeypatch.setattr(proved, "digest_of_code", lambda *, formats: b"other")
    load_catalog(small)
    assert len(proofs) == 2


def test_a_fault_is_told_each_time(proofs: list[str], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = CatalogError(Fault.EMPTY, path="metrics.yaml", line=1)
    monkeypatch.setattr(proof, "prove", lambda _: Proof(1, 1, (fault,)))
    for _ in range(2):
        with pytest.raises(CatalogError):
            load_catalog(small)
    assert proofs == []


def test_a_folder_that_cannot_be_written_costs_time_only(proofs: list[str], small: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    assert load_catalog(small).digest == load_catalog(small).digest
    assert len(proofs) == 2
