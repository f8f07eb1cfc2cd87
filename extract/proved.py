"""A catalogue's bytes and this code → whether they passed the proof before, so that a start need not prove them again.

What was proved is remembered as the name of an empty file in the user's cache folder: a digest of the catalogue, of all code
that a proof runs, of Python and of the regex engine. Whatever changes asks for a new proof; a folder that cannot be written
costs time only.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from .memory import cache_folder, digest_of_code


def was_proved(catalog: bytes) -> bool:
    """Whether a catalogue of these bytes passed with this very code."""
    return _mark_of(catalog).is_file()


def remember(catalog: bytes) -> None:
    """Remember that a catalogue of these bytes passed."""
    mark = _mark_of(catalog)
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    except OSError:
        # No home folder, a full or read-only disk: the next start proves again, and nothing else is lost.
        return


def _mark_of(catalog: bytes) -> Path:
    digest = hashlib.sha256(sys.version.encode() + digest_of_code() + catalog).hexdigest()
    return cache_folder() / "proved" / digest
