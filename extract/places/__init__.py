"""A name, or a label of a site's address → the divisions of China that it may mean.

The register holds provinces, prefectures, counties (with the names and codes of the last twenty years) and townships of 2023;
README.md beside the data says where it comes from. Nothing here chooses among several divisions of one name: that needs the
report's words, and is done in extract.metadata.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from ..folding import fold
from ..model import DivisionPath, Level

DATA = Path(__file__).parent

_LEVELS = {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY, 9: Level.TOWNSHIP}
# Ranks as the address of a site spells them, whole or by initial; 自治 parts are never spelt.
_RANK_SOUNDS = {"省": "sheng", "市": "shi", "县": "xian", "区": "qu", "州": "zhou", "旗": "qi", "盟": "meng"}
_TWO_LETTERS = ("zh", "ch", "sh")
_LONGEST_LABEL = 24
_LONGEST_NAME = 16
# A zone and a town are no divisions of their own in the register's counties, but reports count them as such.
_ZONE_DIGIT = "7"

# How sure a label of a site's address makes a division: spelt out, spelt after its parent's initials, initials after the
# parent's, initials alone.
SPELT, SPELT_IN_PARENT, INITIALS_IN_PARENT, INITIALS = 8, 9, 6, 2


@dataclass(frozen=True, slots=True)
class Division:
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


class _Register(NamedTuple):
    by_code: Mapping[str, tuple[Division, ...]]
    by_name: Mapping[str, tuple[Division, ...]]
    by_short: Mapping[str, tuple[Division, ...]]
    by_now: Mapping[str, tuple[Division, ...]]
    by_sound: Mapping[str, tuple[Division, ...]]
    by_initials: Mapping[str, tuple[Division, ...]]


def named(name: str, year: int | None = None) -> tuple[Division, ...]:
    """The provinces, prefectures and counties called `name` in `year` (None: today), in full or shortly (昌吉州); may be none.

    A name that nobody bore in that year gives those who bore it in the year before or after, or at any time.
    """
    return _in_year(_register().by_name.get(name, ()), year)


def known_as(short: str) -> tuple[Division, ...]:
    """Today's provinces, prefectures and counties whose name without rank is `short` (东莞); a name of one character never."""
    return _register().by_short.get(short, ())


def named_or_short(name: str, year: int | None = None) -> tuple[Division, ...]:
    """Those called `name` with or without their rank."""
    return named(name, year) or known_as(name)


def at_code(code: str) -> tuple[Division, ...]:
    """The division of that code today; none where the code is no longer given."""
    return tuple(d for d in _register().by_code.get(code, ()) if d.until is None)


def holds_towns(division: Division) -> bool:
    """Whether townships hang on it directly: every county, and a prefecture city without counties (东莞)."""
    return division.code in _town_holders()


def townships(name: str) -> tuple[Division, ...]:
    """The townships called `name`, in full or without their peoples (新街乡 for 新街彝族苗族乡); may be none, may be many."""
    found = _townships().get(name)
    if found is None and name[-1:] in ("乡", "镇"):
        full = [other for other in _peoples_townships() if other.startswith(name[:-1]) and other.endswith("族" + name[-1])]
        found = [entry for other in full for entry in _townships()[other]]
    return tuple(Division(code, official, official) for code, official in found or ())


def is_name(name: str) -> bool:
    """Whether some province, prefecture or county is or was called `name`, in full or shortly."""
    return name in _register().by_name


def longest_name(text: str, start: int = 0) -> str:
    """The longest name of a province, prefecture or county that `text` has at `start`; empty where there is none."""
    names = _register().by_name
    for size in range(min(_LONGEST_NAME, len(text) - start), 1, -1):
        if text[start : start + size] in names:
            return text[start : start + size]
    return ""


def mentions(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name of a province, prefecture or county in `text`, in order; the longest where names overlap."""
    names = _register().by_name
    last = _last_characters()
    for end, char in enumerate(text, 1):
        if char in last:
            for start in range(max(0, end - _LONGEST_NAME), end - 1):
                if text[start:end] in names:
                    yield start, end
                    break


def path_of(division: Division, year: int | None = None) -> DivisionPath:
    """The division with its parents as they were called in `year` (None: today)."""
    code = division.code
    province = _one(code[:2], year)
    county = None
    if division.level is Level.COUNTY:
        county = division
    elif division.level is Level.TOWNSHIP:
        county = _county_in(code[:6], year)
        code = county.code if county is not None else code
    prefecture = division if division.level is Level.PREFECTURE else _one(code[:4], year) if len(code) > 2 else None
    return DivisionPath(
        province.name if province else None,
        prefecture.name if prefecture else None,
        county.name if county else None,
        division.name if division.level is Level.TOWNSHIP else None,
    )


def parents(division: Division, year: int | None = None) -> tuple[Division, ...]:
    """The divisions above, nearest first, as they were in `year` (None: today)."""
    above: list[Division | None] = []
    if division.level is Level.TOWNSHIP:
        above.append(_county_in(division.code[:6], year))
    if len(division.code) > 4:
        above.append(_one((above[0].code if above and above[0] else division.code)[:4], year))
    if len(division.code) > 2:
        above.append(_one(division.code[:2], year))
    return tuple(found for found in above if found is not None)


@lru_cache(maxsize=1024)
def at_label(label: str) -> Mapping[Division, int]:
    """Today's divisions that a label of a site's address may stand for, with how sure that is (SPELT … INITIALS).

    xiangshan and zhaoxian are spelt, kmwh is 五华 by initials after those of 昆明, cj the bare initials of many.
    """
    found: dict[Division, int] = {}
    if not (label.isascii() and label.isalpha() and 1 < len(label) <= _LONGEST_LABEL):
        return found
    for division, spelt in _read_label(label):
        _keep(found, division, SPELT if spelt else INITIALS)
    for cut in range(2, len(label) - 1):
        above = [d for d, _ in _sounding(label[:cut]) if len(d.code) < 6]
        for division, spelt in _read_label(label[cut:]) if above else ():
            if any(division.code != d.code and division.code.startswith(d.code) for d in above):
                _keep(found, division, SPELT_IN_PARENT if spelt else INITIALS_IN_PARENT)
    return found


def _keep(found: dict[Division, int], division: Division, weight: int) -> None:
    found[division] = max(weight, found.get(division, 0))


def _read_label(label: str) -> Iterator[tuple[Division, bool]]:
    """Divisions that the whole label spells (True) or gives by initials (False), with or without their rank."""
    yield from _sounding(label)
    for rank, sound in _RANK_SOUNDS.items():
        for ending in (sound, sound[0]):
            if label.endswith(ending) and len(label) > len(ending) + 1:
                spelt_rank = ending == sound
                for division, spelt in _sounding(label[: -len(ending)]):
                    if division.name[-1] == rank and spelt >= spelt_rank:
                        yield division, spelt


def _sounding(label: str) -> Iterator[tuple[Division, bool]]:
    for division in _register().by_sound.get(label, ()):
        yield division, True
    for division in _register().by_initials.get(label, ()):
        yield division, False


def _in_year(divisions: tuple[Division, ...], year: int | None) -> tuple[Division, ...]:
    if year is None:
        return tuple(d for d in divisions if d.until is None) or divisions
    for slack in (0, 1):
        held = tuple(d for d in divisions if d.held_in(year, slack))
        if held:
            return held
    return tuple(d for d in divisions if d.until is None) or divisions


def _one(code: str, year: int | None) -> Division | None:
    found = _in_year(_register().by_code.get(code, ()), year)
    return found[0] if found and found[0].code == code else None


def _county_in(code: str, year: int | None) -> Division | None:
    """The county of that code of today as it was in `year`, under its code of then."""
    today = _one(code, year)
    if year is None or today is None or today.held_in(year):
        return today
    before = [d for d in _register().by_now.get(code, ()) if d.held_in(year)]
    return before[0] if before else today


@cache
def _register() -> _Register:
    indexes: tuple[dict[str, list[Division]], ...] = tuple(defaultdict(list) for _ in _Register._fields)
    by_code, by_name, by_short, by_now, by_sound, by_initials = indexes
    for division in _divisions():
        by_code[division.code].append(division)
        for name in _names(division):
            by_name[name].append(division)
        if division.now:
            by_now[division.now].append(division)
        if division.until is None and division.pinyin:
            if division.short != division.name:
                by_short[division.short].append(division)
            by_sound["".join(division.pinyin)].append(division)
            for initials in _initials(division.pinyin):
                by_initials[initials].append(division)
    by_name[CORPS.name].append(CORPS)
    return _Register(*({key: tuple(found) for key, found in index.items()} for index in indexes))


def _divisions() -> Iterator[Division]:
    lines = (DATA / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        code, name, short, pinyin, since, until, now = line.split("\t")
        yield Division(
            code, name, short, tuple(pinyin.split()), int(since) if since else None, int(until) if until else None, now
        )


def _names(division: Division) -> set[str]:
    """The full name and, of an autonomous division, the short one in use: 昌吉州, 屏边县, 宁夏自治区."""
    names = {division.name}
    autonomous = re.search(r"自治[区州县旗]$", division.name)
    if autonomous:
        rank = autonomous[0]
        names.add(division.short + (rank if rank == "自治区" else rank[-1]))
    return names


def _initials(syllables: tuple[str, ...]) -> set[str]:
    """jlp for jiu long po; of zh, ch, sh one letter or both: cy and chy."""
    return {"".join(s[0] for s in syllables), "".join(s[:2] if s[:2] in _TWO_LETTERS else s[0] for s in syllables)}


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(name[-1] for name in _register().by_name)


@cache
def _townships() -> Mapping[str, list[tuple[str, str]]]:
    """Folded name → code and official name of each township that bears it."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    text = gzip.decompress((DATA / "townships.tsv.gz").read_bytes()).decode("utf-8")
    # Names are looked up in folded texts: 氾水镇 is there 泛水镇.
    for line, folded in zip(text.splitlines(), fold(text).splitlines(), strict=True):
        county, names = line.split("\t")
        for entry, key in zip(names.split(" "), folded[len(county) + 1 :].split(" "), strict=True):
            found[key[3:]].append((county + entry[:3], entry[3:]))
    return dict(found)


@cache
def _town_holders() -> frozenset[str]:
    """Codes of the divisions that have townships; a city without counties is known by its own code, not by NBS's county."""
    counties = {code[:6] for found in _townships().values() for code, _ in found}
    return frozenset(code if code in _register().by_code else code[:4] for code in counties)


@cache
def _peoples_townships() -> tuple[str, ...]:
    return tuple(name for name in _townships() if name.endswith(("族乡", "族镇")))
