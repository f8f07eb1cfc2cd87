"""A page's characters → its tags and words with the place of each, in time linear in its length.

The parser of the standard library tells places too, but a page of `<!--<!--<!--…` keeps it for minutes; libraries in C tell
none. Here every search ends at the next `<`, or is never repeated once it has found nothing. What is no tag is words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Quoted values hold no < here: where one does, the tag ends at its first >.
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/><\"']*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>")
_NAME = re.compile(r"<(/?)([A-Za-z][^\s/><\"']*+)")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
# What stands between these and their closing tag is no page, whatever it looks like.
_RAW = ("script", "style", "textarea", "xmp", "noembed")
_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in _RAW}
# Of a tag with more, as of a picture that is written into its address, only the beginning is looked at.
_LONGEST_ATTRIBUTES = 5_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at `place`: its name in small letters, whether it closes, and its attributes (names in small letters)."""

    place: int
    name: str
    closes: bool
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the page at `place`, entities read; each stretch of words runs alike with the page, an entity is a stretch."""

    place: int
    words: str


def split_page(page: str) -> Iterator[Tag | Said]:
    """Tags and words in order; comments, declarations and what stands in scripts and styles are passed over."""
    at, unclosed = 0, set[str]()
    while at < len(page):
        start = page.find("<", at)
        if start < 0:
            start = len(page)
        yield from _say(page, at, start)
        if start == len(page):
            return
        item, at = _read_markup(page, start, unclosed)
        if item is not None:
            yield item


def _read_markup(page: str, start: int, unclosed: set[str]) -> tuple[Tag | Said | None, int]:
    """What begins with the < at `start`, None where it is passed over, and where it ends. `unclosed` are the ends that were
    looked for in vain: what is never closed hides nothing of the page."""
    if page.startswith("<!--", start):
        return None, _find_behind(page, "-->", start + 4, unclosed)
    if page.startswith(("<!", "<?"), start):
        return None, _find_behind(page, ">", start + 2, unclosed)
    name = _NAME.match(page, start)
    if name is None:
        return Said(start, "<"), start + 1
    whole = _TAG.match(page, start)
    end = whole.end() if whole else _find_behind(page, ">", name.end(), unclosed)
    told = page[name.end() : min(end, name.end() + _LONGEST_ATTRIBUTES)]
    tag = Tag(start, name[2].lower(), bool(name[1]), {} if name[1] else _attributes(told))
    if tag.name in _RAW and not tag.closes and tag.name not in unclosed:
        closing = _CLOSING[tag.name].search(page, end)
        if closing is None:
            unclosed.add(tag.name)
        else:
            end = closing.start()
    return tag, end


def _find_behind(page: str, mark: str, start: int, unclosed: set[str]) -> int:
    """Where the next `mark` ends, else `start`."""
    place = -1 if mark in unclosed else page.find(mark, start)
    if place < 0:
        unclosed.add(mark)
        return start
    return place + len(mark)


def _attributes(told: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(told):
        found.setdefault(m[1].lower(), html.unescape(m[2] or m[3] or m[4] or ""))
    return found


def _say(page: str, start: int, end: int) -> Iterator[Said]:
    at = start
    for entity in _ENTITY.finditer(page, start, end):
        if entity.start() > at:
            yield Said(at, page[at : entity.start()])
        yield Said(entity.start(), html.unescape(entity[0]))
        at = entity.end()
    if end > at:
        yield Said(at, page[at:end])
