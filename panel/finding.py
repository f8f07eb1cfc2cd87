"""What somebody calls a place (its name, its old name, a code, pinyin, a line of a pasted list) → labels of the panel's places.

Ways are tried from the surest to the loosest, and the first that finds anything counts: a code, the label, the name alone or
after the divisions that it lies in, a former name, the name without its rank, pinyin in full or by initials, a part of the
label, the first initials. What several places answer to is told with all of them and never settled here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract import places
from extract.folding import fold
from panel.build import Tables
from panel.reports import READ, place_labels
from panel.schema import rows_of, text_or_none

_APART = re.compile(r"[\s,，、;；]+")
_LIST_MARK = re.compile(r"^(?:\(?\d{1,3}[.)、]|[-*·•])")
_LONG_RANKS = "自治区 自治州 自治县 自治旗 街道办事处 街道 地区 新区 林区 特区".split()
_RANK = re.compile("(?<=..)(?:" + "|".join([*_LONG_RANKS, *"省市县区州盟旗镇乡"]) + ")$")
# Fewer letters or characters name too many places to be a part of a name.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Handle:
    """What a place of the panel answers to. `above` are the divisions that it lies in, widest first; `former` the names that
    it had; `sounds` the readings of each character of its name, where 重 has zhong and chong; `code` is "" if unknown."""

    place: str
    name: str
    above: tuple[str, ...]
    former: tuple[str, ...]
    code: str
    sounds: tuple[tuple[str, ...], ...]

    @property
    def initials(self) -> str:
        """The first letter of each character's reading: cxs for 慈溪市, cqs for 重庆市, which the register of divisions has."""
        known = next((division.pinyin for division in places.at_code(self.code) if division.pinyin), ())
        return "".join([*(one[:1] for one in known), *(readings[0][:1] for readings in self.sounds[len(known) :])])


@dataclass(frozen=True, slots=True)
class Found:
    """`places` in the order asked for, once each; `unclear` are words that several places answer to; `unknown` the rest."""

    places: tuple[str, ...]
    unclear: Mapping[str, tuple[str, ...]]
    unknown: tuple[str, ...]


def handles_of(tables: Tables) -> tuple[Handle, ...]:
    """A handle for each place with a report, in the order of `place_labels`."""
    held: tuple[Handle, ...] = tables.kept.value("handles", lambda: _handles_of(tables))
    return held


def _handles_of(tables: Tables) -> tuple[Handle, ...]:
    read = tables.reports[tables.reports["status"] == READ]
    latest = read.assign(year=read["year"].fillna(0)).sort_values("year", kind="stable").drop_duplicates("place", keep="last")
    of_place = {row.place: row for row in rows_of(latest)}
    return tuple(_handle(of_place[place], tables.codes.get(of_place[place].doc_id, "")) for place in place_labels(tables.reports))


def find_places(handles: Sequence[Handle], words: str) -> Found:
    """The places that the words name, which stand apart by spaces, commas, 、, semicolons or line ends; empty words find none."""
    found: dict[str, None] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    unknown: dict[str, None] = {}
    for word in _words(words):
        hits = _search(handles, word)
        if len(hits) == 1:
            found[hits[0]] = None
        elif hits:
            unclear[word] = hits
        else:
            unknown[word] = None
    return Found(tuple(found), unclear, tuple(unknown))


def _handle(report: Any, code: str) -> Handle:
    """The handle of the place of a row of the reports table."""
    name = text_or_none(report.locality) or report.place
    path = (text_or_none(part) for part in (report.province, report.prefecture, report.county, report.township))
    above = tuple(part for part in path if part is not None and part != name)
    return Handle(report.place, name, above, places.former_names(code) if code else (), code, _sounds(name))


def _words(words: str) -> Iterator[str]:
    for line in fold(words).splitlines():
        for word in _APART.split(_LIST_MARK.sub("", line.strip())):
            if word:
                yield word


def _search(handles: Sequence[Handle], word: str) -> tuple[str, ...]:
    for answers in (_by_pinyin, _by_first_initials) if word.isascii() and word.isalpha() else _WAYS:
        hits = tuple(handle.place for handle in handles if answers(handle, word))
        if hits:
            return hits
    return ()


def _by_code(handle: Handle, word: str) -> bool:
    """330281, or as statistics write it: 330281000000."""
    if not (word.isascii() and word.isdigit() and handle.code):
        return False
    return word == handle.code or (len(word) in (6, 9, 12) and word == handle.code.ljust(len(word), "0"))


def _by_label(handle: Handle, word: str) -> bool:
    return word == fold(handle.place)


def _by_name(handle: Handle, word: str) -> bool:
    """The name, alone or after some of the divisions above: 余姚市泗门镇, 浙江省余姚市泗门镇."""
    name = fold(handle.name)
    return word.endswith(name) and _is_made_of(word[: -len(name)], handle.above)


def _by_former(handle: Handle, word: str) -> bool:
    return any(word.endswith(name) and _is_made_of(word[: -len(name)], handle.above) for name in handle.former)


def _without_rank(handle: Handle, word: str) -> bool:
    return word == _RANK.sub("", fold(handle.name))


def _by_part(handle: Handle, word: str) -> bool:
    return len(word) >= _FEWEST and word in fold(handle.place)


def _by_pinyin(handle: Handle, word: str) -> bool:
    """All of the name or all but its rank, in full or by initials: cixishi, cixi, cxs, cx."""
    bare = len(_RANK.sub("", handle.name))
    letters = word.lower()
    return any(
        _is_spelt(letters, sounds) or _is_spelt(letters, [[one[:1] for one in readings] for readings in sounds])
        for sounds in (handle.sounds, handle.sounds[:bare])
    )


def _by_first_initials(handle: Handle, word: str) -> bool:
    letters, size = word.lower(), len(word)
    if not _FEWEST <= size <= len(handle.sounds):
        return False
    return _is_spelt(letters, [[one[:1] for one in readings] for readings in handle.sounds[:size]])


_WAYS: tuple[Callable[[Handle, str], bool], ...] = (_by_code, _by_label, _by_name, _by_former, _without_rank, _by_part)


def _is_made_of(words: str, above: Sequence[str]) -> bool:
    """Whether words are names of divisions above, in their order and with none but these."""
    for name in above:
        words = words.removeprefix(fold(name))
    return not words


def _is_spelt(letters: str, sounds: Sequence[Sequence[str]]) -> bool:
    ends = {0}
    for readings in sounds:
        ends = {at + len(reading) for at in ends for reading in readings if letters.startswith(reading, at)}
    return len(letters) in ends


@cache
def _sounds(name: str) -> tuple[tuple[str, ...], ...]:
    # Without its dictionary of words, which takes a second to load and is for prose: names are matched by every reading.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    read = pinyin(list(name), style=Style.NORMAL, heteronym=True)
    return tuple(tuple(dict.fromkeys(reading.lower() for reading in readings)) for readings in read)
