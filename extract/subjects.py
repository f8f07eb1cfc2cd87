"""A passage and a place in it → the matters that the words there may speak of.

Most figures belong to the matter named nearest before them. What stands in closed brackets is an aside and names none behind
it; 办复率均为100% behind 办理检察建议4件、人大代表建议18件 is said of both; 办结率分别为99.1%、99.8% of each in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from .passages import NO_TOPIC, Passage
from .quantities import ANY_FIGURE, RATE

_ASIDE = regex.compile(r"\([^()]*\)")
_EACH = regex.compile(r"均|都|皆|全部|双双|一律|一并|[两三四]个")
_IN_ORDER = regex.compile(r"分别|依次")
_FIGURE = regex.compile(f"[{ANY_FIGURE}]")
# How many stretches between commas a list of matters goes back at most.
_STRETCHES = 5


def speaks_of(
    passage: Passage, topics: frozenset[str], start: int, end: int, place: int, slot: tuple[int, int] | None = None
) -> bool:
    """Whether the words at `start`..`end`, whose subject is asked for at `place`, may speak of one of `topics`.

    `slot` is the figure's place in a list in order and the list's length, None for a figure alone.
    """
    if not topics:
        return True
    words = passage.plain[start:end]
    # 建议提案、信访事项、热线工单办结率均为100%: the name stands once, behind the last of its matters.
    beside = _items(passage, passage.segment(start, start)[0], end)
    if slot is not None and _IN_ORDER.search(words):
        for listed in (beside, _listed(passage, start, _STRETCHES)):
            if len(listed) == slot[1]:
                return listed[slot[0]] in topics
    if (_nearest(passage, place) or NO_TOPIC) in topics:
        return True
    # A list within one stretch (收到检察建议12份、司法建议3份,回复率100%) needs no 均.
    each = _EACH.search(words) is not None
    listed = _listed(passage, start, _STRETCHES if each else 1)
    return (each or len(listed) > 1) and not topics.isdisjoint([*listed, *(beside if each else ())])


def may_speak_of(passage: Passage, topics: frozenset[str]) -> bool:
    """Whether `speaks_of` may hold somewhere in the passage: one of `topics` is named in it or was before; quick to tell."""
    return not topics or not topics.isdisjoint(passage.named)


def _nearest(passage: Passage, place: int) -> str | None:
    """The topic whose word stands nearest before `place` outside closed brackets, else the one the paragraph had before."""
    asides = [m.span() for m in _ASIDE.finditer(passage.plain, 0, place)] if "(" in passage.plain else []
    for start, name in reversed(passage.topics):
        if start <= place and not any(first < start < last <= place for first, last in asides):
            return name
    return passage.floor.topic()


def _listed(passage: Passage, start: int, stretches: int) -> Sequence[str]:
    """The matters of the list that ends with the comma before `start`, one an item, in order; empty where there is none.

    It goes back over `stretches` between commas at most.
    """
    found: list[str] = []
    right = passage.segment(start, start)[0] - 1
    for _ in range(stretches):
        if right < 0 or passage.plain[right] not in ",:":
            break
        left = passage.segment(right, right)[0]
        stretch = passage.shape[left:right]
        items = _items(passage, left, right)
        if not items or RATE in stretch or (found and not _FIGURE.search(stretch)):
            break
        found = [*items, *found]
        right = left - 1
    return found


def _items(passage: Passage, left: int, right: int) -> list[str]:
    """The topic of each item between `left` and `right`, those without one left out."""
    bounds = [left, *(m.end() for m in regex.finditer("[、和及与]", passage.shape[:right], pos=left)), right]
    named = []
    for first, last in pairwise(bounds):
        inside = [name for at, name in passage.topics if first <= at < last]
        if inside:
            named.append(inside[-1])
    return named
