"""divisions.tsv and townships.tsv.gz → the register's indexes, each read on first use.

README.md beside the data says where it comes from and what the columns mean.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from ..folding import fold
from ..model import Level

DATA = Path(__file__).parent

_LEVELS = {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY, 9: Level.TOWNSHIP}
_TWO_LETTERS = ("zh", "ch", "sh")
# A zone's code has this digit where a county's has another; reports count zones as counties.
_ZONE_DIGIT = "7"
_DIGITS = "0123456789"
_AUTONOMOUS = ("自治区", "自治州", "自治县", "自治旗")


class Division(NamedTuple):
    """One division under one name: `since` and `until` bound the years of that name and code (None: before 2005, still so).

    `short` is the name without rank and peoples (屏边), `pinyin` its syllables (none for townships and zones), `now` the code
    of what a former division has become.
    """

    code: str
    name: str
    short: str
    pinyin: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    now: str = ""

    @property
    def level(self) -> Level:
        return _LEVELS[len(self.code)]

    @property
    def is_zone(self) -> bool:
        return len(self.code) == 6 and self.code[4] == _ZONE_DIGIT

    def held_in(self, year: int, slack: int = 0) -> bool:
        """Whether the name was this division's in `year`, or within `slack` years of it."""
        return (self.since is None or self.since <= year + slack) and (self.until is None or year - slack <= self.until)


# The corps has a province's rank and no code of its own.
CORPS = Division("65", "新疆生产建设兵团", "兵团")


class Register(NamedTuple):
    by_code: Mapping[str, tuple[Division, ...]]
    by_name: Mapping[str, tuple[Division, ...]]
    by_short: Mapping[str, tuple[Division, ...]]
    by_now: Mapping[str, tuple[Division, ...]]


@cache
def register() -> Register:
    indexes: tuple[dict[str, list[Division]], ...] = tuple(defaultdict(list) for _ in Register._fields)
    by_code, by_name, by_short, by_now = indexes
    for division in _divisions():
        by_code[division.code].append(division)
        for name in _names(division):
            by_name[name].append(division)
        if division.now:
            by_now[division.now].append(division)
        if division.until is None and division.pinyin and division.short != division.name:
            by_short[division.short].append(division)
    by_name[CORPS.name].append(CORPS)
    return Register(*({key: tuple(found) for key, found in index.items()} for index in indexes))


class Sounds(NamedTuple):
    """Today's divisions by their pinyin in full (jiulongpo) and by its initials (jlp)."""

    in_full: Mapping[str, tuple[Division, ...]]
    by_initials: Mapping[str, tuple[Division, ...]]


@cache
def sounds() -> Sounds:
    in_full: dict[str, list[Division]] = defaultdict(list)
    by_initials: dict[str, list[Division]] = defaultdict(list)
    for division in (division for found in register().by_code.values() for division in found):
        if division.until is None and division.pinyin:
            in_full["".join(division.pinyin)].append(division)
            for initials in _initials(division.pinyin):
                by_initials[initials].append(division)
    return Sounds(*({key: tuple(found) for key, found in index.items()} for index in (in_full, by_initials)))


def _divisions() -> Iterator[Division]:
    lines = (DATA / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        code, name, short, pinyin, since, until, now = line.split("\t")
        years = int(since) if since else None, int(until) if until else None
        yield Division(code, name, short, tuple(pinyin.split()), *years, now)


def _names(division: Division) -> set[str]:
    """The full name and, of an autonomous division, the short one in use: 昌吉州, 屏边县, 宁夏自治区."""
    names = {division.name}
    rank = division.name[-3:]
    if rank in _AUTONOMOUS:
        names.add(division.short + (rank if rank == "自治区" else rank[-1]))
    return names


def _initials(syllables: tuple[str, ...]) -> set[str]:
    """jlp for jiu long po; of zh, ch, sh one letter or both: cy and chy."""
    return {"".join(s[0] for s in syllables), "".join(s[:2] if s[:2] in _TWO_LETTERS else s[0] for s in syllables)}


@cache
def endings() -> Mapping[str, tuple[int, ...]]:
    """The last two characters of the names of provinces, prefectures and counties → how long the names are, longest first."""
    sizes: dict[str, set[int]] = {}
    for name in register().by_name:
        sizes.setdefault(name[-2:], set()).add(len(name))
    return {ending: tuple(sorted(found, reverse=True)) for ending, found in sizes.items()}


class Townships:
    """All townships by their folded names. Each line of the file, which holds the names with one first character, is taken apart
    when a name with that character is first asked for: a report asks for few of 1,500."""

    def __init__(self, text: str) -> None:
        # Names are looked up in folded texts: 氾水镇 is there 泛水镇.
        self._folded = fold(text)
        self._lines: dict[str, list[tuple[str, str]]] = {}
        for line, folded in zip(text.splitlines(), self._folded.splitlines(), strict=True):
            self._lines.setdefault(folded[0], []).append((line, folded))
        self._taken: dict[str, Mapping[str, tuple[Division, ...]]] = {}

    def of_name(self, name: str) -> tuple[Division, ...]:
        first = name[:1]
        if first not in self._taken:
            self._taken[first] = self._take_apart(first)
        return self._taken[first].get(name, ())

    def _take_apart(self, first: str) -> Mapping[str, tuple[Division, ...]]:
        found: dict[str, tuple[Division, ...]] = {}
        for line, folded in self._lines.get(first, ()):
            for entry, folded_entry in zip(line[2:].split(" "), folded[2:].split(" "), strict=True):
                official = line[0] + entry.rstrip(_DIGITS)
                codes = entry[len(official) - 1 :]
                name = first + folded_entry[: len(official) - 1]
                divisions = (Division(codes[at : at + 9], official, official) for at in range(0, len(codes), 9))
                found[name] = (*found.get(name, ()), *divisions)
        return found

    @cached_property
    def holders(self) -> frozenset[str]:
        """Codes of the divisions that have townships; a city without counties is known by its own code, not by NBS's county."""
        counties = {code[:6] for code in re.findall(r"\d{9}", self._folded)}
        return frozenset(code if code in register().by_code else code[:4] for code in counties)

    @cached_property
    def of_peoples(self) -> Mapping[str, Sequence[str]]:
        """The first two characters of townships named after their peoples → these townships."""
        found: dict[str, list[str]] = {}
        for line in self._folded.splitlines():
            for rest in re.findall(r"[\t ](\D*族[乡镇])\d", line):
                found.setdefault(line[0] + rest[0], []).append(line[0] + rest)
        return found


@cache
def all_townships() -> Townships:
    return Townships(gzip.decompress((DATA / "townships.tsv.gz").read_bytes()).decode("utf-8"))
