"""A file's bytes, a catalogue and this code → the extraction that an earlier run made of just these, so that none is made twice.

Kept in the user's cache folder, one file an extraction, by a digest of all that an extraction depends on: the bytes and the
kind of the file, the catalogue, the code and data of `extract` and the libraries that read formats. Whatever changes is read
anew; the oldest go where they take too much room. Only extractions are kept: why a file gave none (no LibreOffice here) may
be mended outside.
"""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath

from .catalog import Catalog
from .kept import cache_folder, digest_of_code, keep, prune, recall
from .model import Extraction

# Measured on the five seeds: 6 KB to 13 KB an extraction.
MOST_BYTES = 2_000_000_000


class Memory:
    """What was read of files with one catalogue. A folder that can't be written, or a damaged file there, costs time only."""

    def __init__(self, catalog: Catalog) -> None:
        self._folder = cache_folder() / "read"
        self._made_with = digest_of_code() + catalog.digest.encode()

    def recall(self, name: str, data: bytes, told: str = "") -> Extraction | None:
        """What was read of a file with this content, under whatever name of the same kind; None where nothing is known. `told`
        is what else went into the reading: a correction in words."""
        held = recall(self._path(name, data, told))
        return held if isinstance(held, Extraction) else None

    def keep(self, name: str, data: bytes, extraction: Extraction, told: str = "") -> None:
        """Remember what was read of a file."""
        keep(self._path(name, data, told), extraction)

    def prune(self) -> None:
        """Forget what was not asked for longest, as far as all takes more than MOST_BYTES."""
        prune(self._folder, MOST_BYTES)

    def _path(self, name: str, data: bytes, told: str) -> Path:
        digest = hashlib.sha256(self._made_with)
        digest.update(PurePath(name).suffix.lower().encode("utf-8", "replace"))
        digest.update(b"\0" + told.encode("utf-8", "replace") + b"\0")
        digest.update(data)
        return self._folder / digest.hexdigest()
