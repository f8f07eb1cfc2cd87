"""A name, or a label of a site's address → the divisions of China that it may mean.

The register holds provinces, prefectures, counties (with the names and codes of the last twenty years) and townships of 2023;
README.md beside the data says where it comes from. Nothing here chooses among several divisions of one name: that needs the
report's words, and is done in extract.metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..model import DivisionPath, Level
from .register import CORPS, Division, all_townships, endings, register, sounds

__all__ = [
    "CORPS",
    "INITIALS",
    "INITIALS_IN_PARENT",
    "SPELT",
    "SPELT_IN_PARENT",
    "Division",
    "at_code",
    "at_label",
    "became",
    "former_names",
    "holds_towns",
    "is_name",
    "known_as",
    "longest_name",
    "mentions",
    "merged_into",
    "named",
    "named_or_short",
    "parents",
    "path_of",
    "townships",
]

# Ranks as the address of a site spells them, whole or by initial; 自治 parts are never spelt.
_RANK_SOUNDS = {"省": "sheng", "市": "shi", "县": "xian", "区": "qu", "州": "zhou", "旗": "qi", "盟": "meng"}
_LONGEST_LABEL = 24
_LONGEST_NAME = 16

# How sure a label of a site's address makes a division: spelt out, spelt after its parent's initials, initials after the
# parent's, initials alone.
SPELT, SPELT_IN_PARENT, INITIALS_IN_PARENT, INITIALS = 8, 9, 6, 2


def named(name: str, year: int | None = None) -> tuple[Division, ...]:
    """The provinces, prefectures and counties called `name` in `year` (None: today), in full or shortly (昌吉州); may be none.

    A name that nobody bore in that year gives those who bore it in the year before or after, or at any time.
    """
    return _in_year(register().by_name.get(name, ()), year)


def known_as(short: str) -> tuple[Division, ...]:
    """Today's provinces, prefectures and counties whose name without rank is `short` (东莞); a name of one character never."""
    return register().by_short.get(short, ())


def named_or_short(name: str, year: int | None = None) -> tuple[Division, ...]:
    """Those called `name` with or without their rank."""
    return named(name, year) or known_as(name)


def at_code(code: str) -> tuple[Division, ...]:
    """The division of that code today; none where the code is no longer given."""
    return tuple(d for d in register().by_code.get(code, ()) if d.until is None)


def former_names(code: str) -> tuple[str, ...]:
    """The names that the division of that code had before, latest first, under this code or one that became it."""
    before = [d for d in (*register().by_code.get(code, ()), *register().by_now.get(code, ())) if d.until is not None]
    today = {d.name for d in at_code(code)}
    ordered = sorted(before, key=lambda d: d.until or 0, reverse=True)
    return tuple(dict.fromkeys(d.name for d in ordered if d.name not in today))


def became(code: str) -> str:
    """The code of today of a division that was only renamed or given another code since; the code itself where it is today's,
    is not known, or where several divisions were merged into what it became."""
    found = register().by_code.get(code, ())
    now = next((d.now for d in found if d.now), "") if found and not at_code(code) else ""
    return now if now and not merged_into(now) else code


def merged_into(code: str) -> tuple[Division, ...]:
    """The former divisions that were merged into the one of that code, or taken in by it; none for one that was only renamed.

    Names of one division follow each other; two that stood side by side in some year were two divisions.
    """
    every = sorted((*register().by_code.get(code, ()), *register().by_now.get(code, ())), key=lambda d: d.since or 0)
    beside = {one for one in every for other in every if one is not other and _in_one_year(one, other)}
    return tuple(d for d in every if d in beside and d.until is not None)


def _in_one_year(one: Division, other: Division) -> bool:
    forever = 9999
    return (one.since or 0) <= (other.until or forever) and (other.since or 0) <= (one.until or forever)


def holds_towns(division: Division) -> bool:
    """Whether townships hang on it directly: every county, and a prefecture city without counties (东莞)."""
    return division.code in all_townships().holders


def townships(name: str) -> tuple[Division, ...]:
    """The townships called `name`, in full or without their peoples (新街乡 for 新街彝族苗族乡); may be none, may be many."""
    found = all_townships().of_name(name)
    if not found and len(name) > 2 and name[-1] in "乡镇":
        alike = all_townships().of_peoples.get(name[:2], ())
        full = [other for other in alike if other.startswith(name[:-1]) and other.endswith("族" + name[-1])]
        return tuple(township for other in full for township in all_townships().of_name(other))
    return found


def is_name(name: str) -> bool:
    """Whether some province, prefecture or county is or was called `name`, in full or shortly."""
    return name in register().by_name


def longest_name(text: str, start: int = 0) -> str:
    """The longest name of a province, prefecture or county that `text` has at `start`; empty where there is none."""
    names = register().by_name
    for size in range(min(_LONGEST_NAME, len(text) - start), 1, -1):
        if text[start : start + size] in names:
            return text[start : start + size]
    return ""


def mentions(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name of a province, prefecture or county in `text`, in order; the longest where names overlap."""
    names, sizes = register().by_name, endings()
    for end in range(2, len(text) + 1):
        for size in sizes.get(text[end - 2 : end], ()):
            if size <= end and text[end - size : end] in names:
                yield end - size, end
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
    for division in sounds().in_full.get(label, ()):
        yield division, True
    for division in sounds().by_initials.get(label, ()):
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
    found = _in_year(register().by_code.get(code, ()), year)
    return found[0] if found and found[0].code == code else None


def _county_in(code: str, year: int | None) -> Division | None:
    """The county of that code of today as it was in `year`, under its code of then."""
    today = _one(code, year)
    if year is None or today is None or today.held_in(year):
        return today
    before = [d for d in register().by_now.get(code, ()) if d.held_in(year)]
    return before[0] if before else today
