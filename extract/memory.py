"""A file's bytes, a catalogue and this code → the extraction that an earlier run made of just these, so that none is made twice.

Kept in the user's cache folder, one file an extraction, by a digest of all that an extraction depends on: the bytes and the
kind of the file, the catalogue, the code and data of `extract` and the libraries that read formats. Whatever changes is read
anew; the oldest go where they take too much room. Only extractions are kept: why a file gave none (no LibreOffice here) may
be mended outside. What is kept is Python's own pickle: it is as safe as the folder, which is the user's own.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import zlib
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePath

from platformdirs import user_cache_path

from .catalog import Catalog
from .model import Extraction

_CODE = Path(__file__).parent
_FOLDER = "law-report-panel"
_LIBRARIES = ("regex", "lxml", "python-docx", "pdfplumber", "pdfminer-six", "openpyxl", "ahocorasick-rs")
# Measured on the five seeds: 6 KB to 13 KB an extraction.
MOST_BYTES = 2_000_000_000


def cache_folder() -> Path:
    """The folder of this project in the user's cache."""
    return user_cache_path(_FOLDER, appauthor=False)


class Memory:
    """What was read of files with one catalogue. A folder that can't be written, or a damaged file there, costs time only."""

    def __init__(self, catalog: Catalog) -> None:
        self._folder = cache_folder() / "read"
        self._made_with = digest_of_code() + catalog.digest.encode()

    def recall(self, name: str, data: bytes, told: str = "") -> Extraction | None:
        """What was read of a file with this content, under whatever name of the same kind; None where nothing is known. `told`
        is what else went into the reading: a correction in words."""
        path = self._path(name, data, told)
        try:
            held = pickle.loads(zlib.decompress(path.read_bytes()))
        except OSError:
            return None
        except (zlib.error, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError):
            path.unlink(missing_ok=True)
            return None
        with suppress(OSError):
            os.utime(path)
        return held if isinstance(held, Extraction) else None

    def keep(self, name: str, data: bytes, extraction: Extraction, told: str = "") -> None:
        """Remember what was read of a file."""
        path = self._path(name, data, told)
        written = path.with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            written.write_bytes(zlib.compress(pickle.dumps(extraction, pickle.HIGHEST_PROTOCOL), 1))
            written.replace(path)
        except OSError:
            # No home folder, a full or read-only disk: the next run reads again, and nothing else is lost.
            return

    def prune(self) -> None:
        """Forget what was not asked for longest, as far as all takes more than MOST_BYTES."""
        try:
            kept = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in os.scandir(self._folder))
        except OSError:
            return
        over = sum(size for _, size, _ in kept) - MOST_BYTES
        for _, size, path in kept:
            if over <= 0:
                return
            Path(path).unlink(missing_ok=True)
            over -= size

    def _path(self, name: str, data: bytes, told: str) -> Path:
        digest = hashlib.sha256(self._made_with)
        digest.update(PurePath(name).suffix.lower().encode("utf-8", "replace"))
        digest.update(b"\0" + told.encode("utf-8", "replace") + b"\0")
        digest.update(data)
        return self._folder / digest.hexdigest()


@lru_cache(maxsize=1)
def digest_of_code() -> bytes:
    """A digest of the code and the data of `extract` and of the libraries that it reads with."""
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    for path in sorted(path for kind in ("*.py", "*.txt", "*.tsv", "*.gz") for path in _CODE.rglob(kind)):
        digest.update(path.read_bytes())
    return digest.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"
