"""Extractions of many files → those that count, and those that are the same report again or an earlier state of it.

Sites post one report at two addresses and in two formats, and put out corrected ones. Two texts are compared by their phrases
outside the site's frame (what stands between two marks, without blanks, so that lines may end anywhere): nearly all alike, they
are one report; of one locality and year and half alike, one is a revision of the other. What is less alike are two reports,
whoever signs them (a county's and its bureau's).
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .clauses import split_clauses
from .folding import fold
from .model import Extraction, Role

# Measured on the five reports saved in four formats: the least alike pair has 0.97, two different towns' 0.02 at most.
_THE_SAME, _A_REVISION = 0.9, 0.5
_BLANKS = re.compile(r"\s+")
_PHRASE = re.compile(r"[^,;:。!?、()]{4,}")


@dataclass(frozen=True, slots=True)
class Change:
    """What a revision says otherwise of an indicator: the values that only the earlier and only the later state gives."""

    indicator_id: str
    earlier: tuple[str, ...]
    later: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """A file that does not count: `name` is the same report as `of` (`revised` False), or an earlier state of it.

    `removed` and `added` are the phrases that only the earlier and only the later state has, `changes` the readings.
    """

    name: str
    of: str
    revised: bool
    changes: tuple[Change, ...] = ()
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Told:
    """A report; `phrases` are its own in order, each once, found when it is compared: most reports have no like."""

    extraction: Extraction

    @cached_property
    def phrases(self) -> dict[str, None]:
        return _phrases(self.extraction)

    @property
    def name(self) -> str:
        return self.extraction.report.doc_id

    @property
    def published(self) -> date:
        return self.extraction.report.published or date.min


def find_twins(extractions: Iterable[Extraction]) -> tuple[tuple[Extraction, ...], tuple[Twin, ...]]:
    """The extractions that count, in their order, and the twins of them.

    Of a report told twice the first counts; of its states the last put out, and without dates the last given. Time grows with
    the number of reports: only those of one locality and year, or of one text, are compared.
    """
    told = [_Told(extraction) for extraction in extractions]
    twins: list[Twin] = []
    for alike in _groups(told):
        standing: list[_Told] = []
        for one in alike:
            twins += _settle(one, standing)
    dropped = {twin.name for twin in twins}
    return tuple(one.extraction for one in told if one.name not in dropped), tuple(_last_of(twins))


def _phrases(extraction: Extraction) -> dict[str, None]:
    text = fold(extraction.report.text)
    kept = (text[c.span.start : c.span.end] for c in split_clauses(extraction.report) if c.role is not Role.FRAME)
    return dict.fromkeys(_PHRASE.findall(_BLANKS.sub("", "".join(kept))))


def _groups(told: Sequence[_Told]) -> list[list[_Told]]:
    """The reports that may be twins: of one locality and year where both are known, else of one text."""
    groups: dict[object, list[_Told]] = defaultdict(list)
    for one in told:
        report = one.extraction.report
        place = report.locality
        if place is not None and place.name and report.year is not None:
            groups[place.name, place.path, report.year].append(one)
        elif one.phrases:
            text = hashlib.sha256("\n".join(sorted(one.phrases)).encode("utf-8", "surrogatepass")).hexdigest()
            groups[text].append(one)
    return [group for group in groups.values() if len(group) > 1]


def _settle(one: _Told, standing: list[_Told]) -> list[Twin]:
    """Put a report beside those of its group that stand; gives the twins that this makes."""
    for place, other in enumerate(standing):
        alike = _likeness(one, other)
        if alike >= _THE_SAME and not _changes(other, one):
            return [Twin(one.name, other.name, revised=False)]
        if alike >= _A_REVISION:
            earlier, later = (one, other) if one.published < other.published else (other, one)
            standing[place] = later
            return [_compare(earlier, later)]
    standing.append(one)
    return []


def _likeness(one: _Told, other: _Told) -> float:
    """How much of the phrases of both is common to them, by characters: 0 nothing, 1 all."""
    common = one.phrases.keys() & other.phrases.keys()
    both = one.phrases.keys() | other.phrases.keys()
    return sum(map(len, common)) / max(1, sum(map(len, both)))


def _compare(earlier: _Told, later: _Told) -> Twin:
    removed = [phrase for phrase in earlier.phrases if phrase not in later.phrases]
    added = [phrase for phrase in later.phrases if phrase not in earlier.phrases]
    return Twin(earlier.name, later.name, True, _changes(earlier, later), tuple(removed), tuple(added))


def _changes(earlier: _Told, later: _Told) -> tuple[Change, ...]:
    before, after = _values(earlier), _values(later)
    ids = dict.fromkeys([*before, *after])
    return tuple(
        Change(
            i,
            tuple(sorted(before.get(i, set()) - after.get(i, set()))),
            tuple(sorted(after.get(i, set()) - before.get(i, set()))),
        )
        for i in ids
        if before.get(i) != after.get(i)
    )


def _values(one: _Told) -> dict[str, set[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for reading in one.extraction.readings:
        values[reading.indicator_id].add(f"{reading.value.normalize():f}{reading.unit}")
    return values


def _last_of(twins: Sequence[Twin]) -> Iterable[Twin]:
    """The twins, each said of the report that counts: a state between two others is one of the last."""
    later = {twin.name: twin.of for twin in twins}
    for twin in twins:
        of = twin.of
        while of in later:
            of = later[of]
        yield Twin(twin.name, of, twin.revised, twin.changes, twin.removed, twin.added)
