"""Files → the tables that all pages read from: the only place of the app that loads.

A report that comes along and a report that is uploaded are the same thing: (name, bytes). Each file is read once for one
catalogue, whoever asks, and the tables of one set of files are built once; both are shared between sessions and known by
the hash of their content, so that nothing large is kept in a session.
"""

from __future__ import annotations

import gc
import hashlib
import sys
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePath

import streamlit as st

from demo import write_reports
from extract import Correction, Extraction, Failure, attempt_file, gather, load_catalog, unpack
from extract.archives import SUFFIX
from extract.catalog import Catalog
from extract.memory import Memory
from extract.pipeline import digest_of
from extract.runlog import Attempt, LogLine, write_log
from panel import ready, saved
from panel.build import Tables, build_tables
from panel.saved import read_manifest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
CATALOG = ROOT / "metrics.yaml"
# As many sets of files as sessions are likely to look at in turn; a set is some megabytes.
KEPT_SETS = 16

File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Given:
    """The files to read: `own` come along and join at once, `added` wait. `demo` are made-up reports, which stand alone, and so
    does a panel in the folder `saved`. `reviewed` are workbooks of ours, which are compared and never read as reports."""

    own: tuple[File, ...] = ()
    added: tuple[File, ...] = ()
    demo: bool = False
    saved: Path | None = None
    reviewed: tuple[File, ...] = ()


Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The tables, the run log (a line a file) and a content stamp; `waiting` are the reports by name that were read and have
    not joined the tables."""

    tables: Tables
    log: tuple[LogLine, ...]
    stamp: str
    waiting: Mapping[str, Extraction]


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


def starts_with_demo() -> bool:
    """Whether a bare address opens the demonstration: the app was started with the word `demo` (make demo)."""
    return "demo" in sys.argv[1:]


def saved_panel() -> Path | None:
    """The folder of the saved panel that the app was started with (`panel FOLDER`), None where it was not."""
    return Path(sys.argv[2]) if sys.argv[1:2] == ["panel"] and len(sys.argv) > 2 else None


def load_saved(folder: Path, catalog: Catalog, progress: ready.Progress | None = None) -> Loaded:
    """The tables of a saved panel, opened and made ready once for all sessions as long as it stays the same; `progress` is told
    how far that is (panel/ready.py). Raises SavedError."""
    loaded = _saved(read_manifest(folder, catalog).stamp, str(folder), catalog)
    ready.make_ready(loaded.tables, progress=progress)
    return loaded


@st.cache_resource(show_spinner=False, max_entries=2)
def _saved(stamp: str, folder: str, _catalog: Catalog) -> Loaded:
    tables = saved.load(Path(folder), _catalog)
    # No collector of garbage needs to look through it again.
    gc.collect()
    gc.freeze()
    return Loaded(tables, (), stamp, {})


@lru_cache(maxsize=1)
def demo_files() -> tuple[tuple[File, ...], Mapping[str, Correction]]:
    """The made-up reports, and whose each is, by the hash of its content: no register has their places."""
    files = tuple((report.name, report.text.encode()) for report in write_reports())
    places = (Correction(report.locality) for report in write_reports())
    return files, {digest_of(data): place for (_, data), place in zip(files, places, strict=True)}


def load(
    given: Given,
    catalog: Catalog,
    *,
    joined: Container[str] = (),
    corrections: Mapping[str, Correction] | None = None,
    progress: Progress | None = None,
) -> Loaded:
    """Read the files and build the tables. What can't be read is a failure with its name; the others go on.

    Reports of added files are read too, and join the tables where the hash of their content is in `joined`. A zip archive
    stands for the files in it; files that share a name are told apart by a number. `corrections` are what the reader of the
    page says of files, by the hash of their content. `progress` is called before each file with its place, the number of
    files and its name.
    """
    own = [file for one in given.own for file in _unpack(*one)]
    told = list(_under_own_names([*own, *(file for one in given.added for file in _unpack(*one))]))
    memory = Memory(catalog)
    attempts: list[Attempt] = []
    keys: list[tuple[object, ...]] = []
    waiting: set[str] = set()
    for index, file in enumerate(told):
        name = file.name if isinstance(file, Failure) else file[0]
        if progress is not None:
            progress(index, len(told), name)
        if isinstance(file, Failure):
            attempts.append(Attempt(name, file))
            keys.append((name, str(file.kind)))
            continue
        digest = digest_of(file[1])
        correction = (corrections or {}).get(digest)
        # What comes along is remembered on disk as well; what somebody adds stays in the memory of this process.
        kept = memory if index < len(own) else None
        attempts.append(_attempt(name, digest, catalog.stamp, repr(correction), file[1], catalog, correction, kept))
        if index >= len(own) and digest not in joined:
            waiting.add(name)
        keys.append((name, digest, correction, name in waiting))
    stamp = hashlib.sha256(repr((catalog.stamp, keys)).encode()).hexdigest()[:12]
    return _gather(stamp, given.demo, attempts, waiting, catalog)


def _unpack(name: str, data: bytes) -> Sequence[File | Failure]:
    """What a file stands for: itself, or what an archive holds, which is unpacked once and not at every click."""
    return _unpacked(name, digest_of(data), data) if name.lower().endswith(SUFFIX) else ((name, data),)


@st.cache_resource(show_spinner=False, max_entries=KEPT_SETS)
def _unpacked(name: str, digest: str, _data: bytes) -> Sequence[File | Failure]:
    return tuple(unpack([(name, _data)]))


def _under_own_names(files: Iterable[File | Failure]) -> Iterator[File | Failure]:
    """The files, each under a name that no other has."""
    taken: set[str] = set()
    for file in files:
        name = file.name if isinstance(file, Failure) else file[0]
        own, number = name, 1
        while own in taken:
            number += 1
            own = f"{PurePath(name).stem} ({number}){PurePath(name).suffix}"
        taken.add(own)
        yield replace(file, name=own) if isinstance(file, Failure) else (own, file[1])


@st.cache_resource(show_spinner=False, max_entries=20_000)
def _attempt(
    name: str,
    digest: str,
    stamp: str,
    corrected: str,
    _data: bytes,
    _catalog: Catalog,
    _correction: Correction | None,
    _memory: Memory | None,
) -> Attempt:
    return attempt_file(name, _data, catalog=_catalog, correction=_correction, memory=_memory)


@st.cache_resource(show_spinner=False, max_entries=KEPT_SETS)
def _gather(stamp: str, demo: bool, _attempts: Sequence[Attempt], _waiting: Collection[str], _catalog: Catalog) -> Loaded:
    waiting = {a.name: a.result for a in _attempts if a.name in _waiting and isinstance(a.result, Extraction)}
    batch = gather([attempt for attempt in _attempts if attempt.name not in waiting])
    tables = build_tables(batch.extractions, batch.failures, _catalog, log=batch.log, twins=batch.twins, demo=demo)
    return Loaded(tables, write_log(_attempts, batch.twins), stamp, waiting)
