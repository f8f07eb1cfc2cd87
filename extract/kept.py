"""The user's cache folder ↔ what an earlier run made, kept there by a digest of all that it was made of.

What is kept is Python's own pickle: it is as safe as the folder, which is the user's own. A folder that can't be written, or a
damaged file there, costs time only.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import zlib
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_cache_path

_CODE = Path(__file__).parent
_FORMATS = _CODE / "formats"
_FOLDER = "law-report-panel"
_LIBRARIES = ("regex", "lxml", "python-docx", "pdfplumber", "pdfminer-six", "openpyxl", "ahocorasick-rs")


def cache_folder() -> Path:
    """The folder of this project in the user's cache."""
    return user_cache_path(_FOLDER, appauthor=False)


def recall(path: Path) -> object | None:
    """What is kept at `path`, which is noted as asked for now; None where nothing is, or nothing that can be read."""
    try:
        held: object = pickle.loads(zlib.decompress(path.read_bytes()))
    except OSError:
        return None
    except (zlib.error, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError):
        path.unlink(missing_ok=True)
        return None
    with suppress(OSError):
        os.utime(path)
    return held


def keep(path: Path, what: object) -> None:
    """Keep something at `path`, whole or not at all."""
    written = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        written.write_bytes(zlib.compress(pickle.dumps(what, pickle.HIGHEST_PROTOCOL), 1))
        written.replace(path)
    except OSError:
        # No home folder, a full or read-only disk: the next run makes it again, and nothing else is lost.
        return


def prune(folder: Path, most_bytes: int) -> None:
    """Forget what was not asked for longest, as far as all of a folder takes more than `most_bytes`."""
    try:
        kept = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in os.scandir(folder))
    except OSError:
        return
    over = sum(size for _, size, _ in kept) - most_bytes
    for _, size, path in kept:
        if over <= 0:
            return
        Path(path).unlink(missing_ok=True)
        over -= size


@lru_cache(maxsize=2)
def digest_of_code(*, formats: bool = True) -> bytes:
    """A digest of the code and the data of `extract` and of the libraries that it reads with; without `formats` not of the code
    that knows the formats of files, which what begins with a text does not run."""
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    for path in sorted(path for kind in ("*.py", "*.txt", "*.tsv", "*.gz") for path in _CODE.rglob(kind)):
        if formats or not path.is_relative_to(_FORMATS):
            digest.update(path.read_bytes())
    return digest.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"
