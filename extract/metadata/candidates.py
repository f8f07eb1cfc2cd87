"""A name → the localities that it may mean, for a person to choose from: no choice is made here."""

from __future__ import annotations

from .. import places
from ..model import Locality


def localities_named(name: str, year: int | None = None) -> tuple[Locality, ...]:
    """The provinces, prefectures, counties and townships called `name`, in full or shortly, in `year` (None: today), widest
    first and in the order of their codes; none where the register has none."""
    name = name.strip()
    found = [*places.named_or_short(name, year), *places.townships(name)] if name else []
    ordered = sorted(dict.fromkeys(found), key=lambda division: (len(division.code), division.code))
    return tuple(Locality(one.name, one.level, places.path_of(one, year), one.code) for one in ordered)
