"""A catalogue's bytes and this code → the catalogue as it was read and proved before, with its rules, so that a start need not
read, prove or compile it again.

What was proved is kept in the user's cache folder under a digest of the catalogue, of all code that reads and proves it, of
Python and of the regex engine. Whatever changes asks for a new proof; a folder that cannot be written costs time only.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from .catalog import Catalog
from .kept import cache_folder, digest_of_code, keep, prune, recall
from .rules import Rules, hand_in, rules_of

# A proved catalogue takes 150 KB: room for some days of writing patterns.
MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class _Passed:
    """What is kept; the rules as far as the proof compiled them."""

    catalog: Catalog
    rules: Rules


def recall_proved(data: bytes, path: str) -> Catalog | None:
    """The catalogue of a file at `path` with these bytes, where it passed with this very code; else None."""
    held = recall(_place_of(data))
    if not isinstance(held, _Passed):
        return None
    catalog = replace(held.catalog, path=path)
    hand_in(catalog, held.rules)
    return catalog


def remember(data: bytes, catalog: Catalog) -> None:
    """Remember that the catalogue of these bytes passed."""
    place = _place_of(data)
    keep(place, _Passed(catalog, rules_of(catalog)))
    prune(place.parent, MOST_BYTES)


def _place_of(data: bytes) -> Path:
    digest = hashlib.sha256(sys.version.encode() + digest_of_code(formats=False) + data).hexdigest()
    return cache_folder() / "proved" / digest
