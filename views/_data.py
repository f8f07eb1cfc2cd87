"""Files → the tables that all pages read from: the only place of the app that loads.

A report that comes along and a report that is uploaded are the same thing: (name, bytes). Each file is read once for one
catalogue, whoever asks, and the tables of one set of files are built once; both are shared between sessions and known by
the hash of their content, so that nothing large is kept in a session.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import streamlit as st

from extract import Batch, extract_reports, load_catalog
from extract.catalog import Catalog
from panel.build import Tables, build_tables

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
CATALOG = ROOT / "metrics.yaml"
# As many sets of files as sessions are likely to look at in turn; a set is some megabytes.
KEPT_SETS = 16

File = tuple[str, bytes]
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The tables, files given twice as (name, first name), and a content stamp."""

    tables: Tables
    doubles: tuple[tuple[str, str], ...]
    stamp: str


def catalog_of(path: Path | None = None) -> Catalog:
    """The catalogue (that of the project if no path is given), read again only when the file has changed.

    Raises CatalogError where it has a fault.
    """
    path = path or CATALOG
    content = path.read_bytes() if path.is_file() else b""
    return _catalog(str(path), hashlib.sha256(content).hexdigest())


@st.cache_resource(show_spinner=False, max_entries=4)
def _catalog(path: str, digest: str) -> Catalog:
    return load_catalog(path)


def seed_files(folder: Path = SEEDS) -> tuple[File, ...]:
    """The reports that come along, by name; the README beside them is no report."""
    return tuple((path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.suffix != ".md")


def load(files: Iterable[File], catalog: Catalog, *, progress: Progress | None = None) -> Loaded:
    """Read the files and build the tables. What can't be read is a failure with its name; the others go on.

    Of files with the same content only the first is read; files that share a name are told apart by a number.
    `progress` is called before each file with its place, the number of files and its name.
    """
    kept, doubles = _once_each(files)
    batches = []
    for index, (name, data, digest) in enumerate(kept):
        if progress is not None:
            progress(index, len(kept), name)
        batches.append(_read(name, digest, catalog.stamp, data, catalog))
    names = tuple((name, digest) for name, _, digest in kept)
    stamp = hashlib.sha256(repr((catalog.stamp, names)).encode()).hexdigest()[:12]
    tables = _tables(stamp, batches, catalog)
    return Loaded(tables, doubles, stamp)


def _once_each(files: Iterable[File]) -> tuple[list[tuple[str, bytes, str]], tuple[tuple[str, str], ...]]:
    by_digest: dict[str, str] = {}
    taken: set[str] = set()
    kept, doubles = [], []
    for name, data in files:
        digest = hashlib.sha256(data).hexdigest()
        # Files without any content are each their own fault and are told by name.
        if data and digest in by_digest:
            doubles.append((name, by_digest[digest]))
            continue
        own, number = name, 1
        while own in taken:
            number += 1
            own = f"{PurePath(name).stem} ({number}){PurePath(name).suffix}"
        taken.add(own)
        by_digest[digest] = own
        kept.append((own, data, digest))
    return kept, tuple(doubles)


@st.cache_resource(show_spinner=False, max_entries=20_000)
def _read(name: str, digest: str, stamp: str, _data: bytes, _catalog: Catalog) -> Batch:
    return extract_reports([(name, _data)], catalog=_catalog)


@st.cache_resource(show_spinner=False, max_entries=KEPT_SETS)
def _tables(stamp: str, _batches: Sequence[Batch], _catalog: Catalog) -> Tables:
    extractions = [extraction for batch in _batches for extraction in batch.extractions]
    failures = [failure for batch in _batches for failure in batch.failures]
    return build_tables(extractions, failures, _catalog)
