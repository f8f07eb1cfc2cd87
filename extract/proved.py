"""A catalogue's bytes and this code → the catalogue as it was read and proved before, so that a start need do neither again.

What was proved is kept in the user's cache folder under a digest of the catalogue, of all code that reads and proves it, of
Python and of the regex engine. Whatever changes asks for a new proof; a folder that cannot be written costs time only.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from .catalog import Catalog
from .kept import cache_folder, digest_of_code, keep, prune, recall

# A proved catalogue takes 150 KB: room for some days of writing patterns.
MOST_BYTES = 20_000_000


def recall_proved(data: bytes, path: str) -> Catalog | None:
    """The catalogue of a file at `path` with these bytes, where it passed with this very code; else None."""
    held = recall(_place_of(data))
    return replace(held, path=path) if isinstance(held, Catalog) else None


def remember(data: bytes, catalog: Catalog) -> None:
    """Remember that the catalogue of these bytes passed."""
    place = _place_of(data)
    keep(place, catalog)
    prune(place.parent, MOST_BYTES)


def _place_of(data: bytes) -> Path:
    digest = hashlib.sha256(sys.version.encode() + digest_of_code() + data).hexdigest()
    return cache_folder() / "proved" / digest
