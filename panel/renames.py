"""Localities of many reports → which of them are one place under several names, and where a series changed its name or bounds.

A division that was renamed, or given another code, stays one place and goes by its latest name. Of divisions that were merged
each stays a place of its own: what they became is not comparable with either. The register of divisions says which is which
(extract/places); a place without a code is never joined with another.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract import places
from extract.model import Extraction, Level, Locality


@dataclass(frozen=True, slots=True)
class Rename:
    """A mark on the series of `place`: from `year` on it is called `now`, before that `was` (several: they were merged)."""

    place: str
    year: int
    was: tuple[str, ...]
    now: str

    @property
    def is_merger(self) -> bool:
        """Whether it was made of several places, whose series end there."""
        return len(self.was) > 1


def series_of(extractions: Sequence[Extraction]) -> list[Locality | None]:
    """For each report the locality that its series goes by: its own, or that of the latest report of the same division."""
    latest: dict[tuple[str, Level], tuple[int, Locality]] = {}
    for extraction in extractions:
        key, year = _key(extraction), extraction.report.year or 0
        if key is not None and extraction.report.locality is not None and year >= latest.get(key, (0, None))[0]:
            latest[key] = (year, extraction.report.locality)
    found = []
    for extraction in extractions:
        key = _key(extraction)
        found.append(extraction.report.locality if key is None else latest[key][1])
    return found


def find_renames(extractions: Sequence[Extraction], labels: Mapping[str, str]) -> tuple[Rename, ...]:
    """The marks of the places of these reports, by place and year; `labels` are the places by doc_id."""
    told: dict[str, dict[int, str]] = {}
    codes: dict[str, str] = {}
    for extraction in extractions:
        report, key = extraction.report, _key(extraction)
        if key is not None and report.locality is not None and report.year is not None:
            place = labels[report.doc_id]
            told.setdefault(place, {})[report.year] = report.locality.name
            codes[place] = key[0]
    found = []
    for place, names in told.items():
        years = sorted(names)
        for before, year in itertools.pairwise(years):
            if names[before] != names[year]:
                found.append(Rename(place, year, (names[before],), names[year]))
        merged = places.merged_into(codes[place])
        if merged:
            year = 1 + max(division.until or 0 for division in merged)
            found.append(Rename(place, year, tuple(dict.fromkeys(division.name for division in merged)), names[years[-1]]))
    return tuple(sorted(found, key=lambda rename: (rename.place, rename.year)))


def _key(extraction: Extraction) -> tuple[str, Level] | None:
    """What a division is known by, whatever it was called; None where the code or the level is not known, and for a department,
    which has no code of its own."""
    locality = extraction.report.locality
    if locality is None or locality.code is None or locality.level in (None, Level.DEPARTMENT):
        return None
    return places.became(locality.code), locality.level
