"""A pattern → its gates: sets of literals, of each of which at least one must stand in any text that the pattern matches.

Taken from the pattern's parse tree, not by hand, so a gate can never drift from its pattern. A pattern without gates is
always tried.
"""

from __future__ import annotations

import re
import re._constants as sre
import re._parser as parser
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import ahocorasick_rs

from .quantities import ANY_FIGURE

Gate = frozenset[str]
# The gates of words that a pattern needs beside the one that it is found by, its gates of characters, and its number.
_Needs = tuple[int, int, int]

_NOTHING: Gate = frozenset([""])
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
# In how many words a stretch of a pattern is spelt out at most: 审[查核](?:率|比例) is four, 应(?:当)?(?:进行|开展|…)?…审 is 56.
_SPELLINGS = 64
# A class of more characters than this, as [^,;] or [一-鿿], says too little.
_WIDEST_CLASS = 200
# \p{Han}: what only the `regex` package knows stands for a class that says nothing.
_PROPERTY = re.compile(r"\\[pP]\{\w+\}")
# Two branches may each name a group `figure`, which Python's parser takes for a fault: names tell nothing of what must stand.
_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_SIGN = re.compile(f"[{ANY_FIGURE}]")
# How much text is searched for literals at a time: the hits of a whole book would fill the memory.
_WINDOW = 1 << 16


class Gates:
    """The gates of many patterns, by the pattern's number, tried together in one pass over many texts.

    A pattern is found by the gate of whose literals the fewest patterns make use, which is rare in texts too. Single
    characters stand nearly everywhere: they are looked for only where the words of a pattern stand.
    """

    def __init__(self, patterns: Mapping[int, Sequence[Gate]]) -> None:
        alike = {pattern: list(dict.fromkeys(map(_of_one_kind, gates))) for pattern, gates in patterns.items()}
        uses = Counter(literal for gates in alike.values() for gate in gates for literal in gate)
        # Sets of gates are held as the bits of a number, and the numbers kept short: a gate that only finds needs no bit.
        words: dict[Gate, int] = {}
        characters: dict[Gate, int] = {}
        self._always: list[_Needs] = []
        behind: dict[str, list[_Needs]] = {}
        for pattern, gates in alike.items():
            rare = [gate for gate in gates if _is_rare(gate)] or gates[:1]
            first = min(rare, key=lambda gate: sum(uses[literal] for literal in gate), default=None)
            beside = sum(words.setdefault(gate, 1 << len(words)) for gate in rare if gate != first)
            single = sum(characters.setdefault(gate, 1 << len(characters)) for gate in gates if gate not in rare)
            needs = (beside, single, pattern)
            for literal in first or ():
                behind.setdefault(literal, []).append(needs)
            if first is None:
                self._always.append(needs)
        opens = dict.fromkeys(behind, 0)
        for gate, bit in words.items():
            opens.update({literal: opens.get(literal, 0) | bit for literal in gate})
        self._characters = {bit: re.compile(f"[{re.escape(''.join(gate))}]") for gate, bit in characters.items()}
        self._opens = list(opens.values())
        self._behind = [behind.get(literal, []) for literal in opens]
        self._search = ahocorasick_rs.AhoCorasick(list(opens))
        self._longest = max(map(len, opens), default=1)

    def find_open(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """For each of `texts` the numbers, in order, of the patterns that it may hold; the others it surely does not."""
        for text, held in zip(texts, self._find_held(texts), strict=True):
            opened = 0
            for literal in held:
                opened |= self._opens[literal]
            found = [needs for literal in held for needs in self._behind[literal] if needs[0] & opened == needs[0]]
            found += self._always
            yield self._ask_characters(text, found) if found else []

    def _ask_characters(self, text: str, found: Sequence[_Needs]) -> list[int]:
        """Those of the patterns `found` whose gates of single characters `text` opens as well, in order, each once."""
        asked = opened = 0
        for _, single, _ in found:
            asked |= single
        while asked:
            gate = asked & -asked
            if self._characters[gate].search(text):
                opened |= gate
            asked ^= gate
        return sorted({pattern for _, single, pattern in found if single & opened == single})

    def _find_held(self, texts: Sequence[str]) -> list[set[int]]:
        """The numbers of the literals that each text holds. No literal holds the line end that parts the texts."""
        joined = "\n".join(texts)
        held: list[set[int]] = [set() for _ in texts]
        at, end = -1, 0
        for base in range(0, len(joined), _WINDOW):
            window = joined[base : base + _WINDOW + self._longest - 1]
            for literal, start, _ in self._search.find_matches_as_indexes(window, overlapping=True):
                if start >= _WINDOW:
                    continue
                while base + start >= end:
                    at += 1
                    end += len(texts[at]) + 1
                held[at].add(literal)
        return held


def _is_rare(gate: Gate) -> bool:
    """Whether none of the gate's literals is a single character; the signs of figures are as rare as words."""
    return all(len(literal) > 1 or _SIGN.match(literal) for literal in gate)


def _of_one_kind(gate: Gate) -> Gate:
    """A gate with a single character among its literals, as single characters: of each literal the first."""
    return gate if _is_rare(gate) else frozenset(literal[0] for literal in gate)


# A catalogue that is edited is read again, and nearly all of its patterns are what they were.
@lru_cache(maxsize=4096)
def find_gates(source: str) -> tuple[Gate, ...]:
    """The gates of `source`, a regular expression that Python's own parser reads; none where nothing is required.

    >>> [sorted(gate) for gate in find_gates("(?:收到|接收)行政复议申请[12]")], find_gates("a?(?:b|.)")
    ([['接收', '收到'], ['行政复议申请'], ['1', '2']], ())
    """
    try:
        tree = parser.parse(_GROUP_NAME.sub("(", _PROPERTY.sub(r"\\w", source)))
    except re.error:
        # Syntax that only the `regex` package knows: without a gate the pattern is tried everywhere, which is slow and right.
        return ()
    return () if tree.state.flags & re.IGNORECASE else tuple(_required(tree))


def _tightness(gate: Gate) -> tuple[int, int]:
    """The gate whose shortest literal is longest comes first, of two such the one with fewer."""
    return -min(map(len, gate)), len(gate)


def _required(tree: Any) -> list[Gate]:
    """The gates that the parts of a sequence have; parts that can be spelt out are one with their neighbours."""
    gates: list[Gate] = []
    spelt = _NOTHING
    for op, argument in tree:
        if op is sre.ASSERT:
            gates += _required(argument[1])
        part = _spell(op, argument)
        longer = _join(spelt, part) if part is not None else None
        if longer is not None:
            spelt = longer
            continue
        gates += _as_gate(spelt)
        spelt = _NOTHING if part is None else part
        if part is None:
            gates += _offered(op, argument)
    return [*gates, *_as_gate(spelt)]


def _offered(op: Any, argument: Any) -> list[Gate]:
    """The gates of a part that cannot be spelt out."""
    if op is sre.SUBPATTERN:
        return _required(argument[3])
    if op is sre.ATOMIC_GROUP:
        return _required(argument)
    if op is sre.BRANCH:
        branches = [min(_required(branch), key=_tightness, default=None) for branch in argument[1]]
        return [frozenset().union(*(b for b in branches if b))] if all(branches) else []
    if op in _REPEATS and argument[0] >= 1:
        return _required(argument[2])
    if op is sre.IN and len(argument) <= _WIDEST_CLASS and all(kind is sre.LITERAL for kind, _ in argument):
        return [frozenset(chr(code) for _, code in argument)]
    return []


def _spell(op: Any, argument: Any) -> Gate | None:
    """All that a part may match, where that is a few short words ("" among them where it may be left out); else None."""
    if op is sre.LITERAL:
        return frozenset([chr(argument)])
    if op in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
        return _NOTHING
    if op is sre.IN:
        few = len(argument) <= _SPELLINGS and all(kind is sre.LITERAL for kind, _ in argument)
        return frozenset(chr(code) for _, code in argument) if few else None
    if op is sre.SUBPATTERN:
        return _spell_all(argument[3])
    if op is sre.BRANCH:
        branches = [_spell_all(branch) for branch in argument[1]]
        found = frozenset().union(*(b for b in branches if b is not None))
        return found if None not in branches and len(found) <= _SPELLINGS else None
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[:2] == (0, 1):
        once = _spell_all(argument[2])
        return None if once is None else once | _NOTHING
    return None


def _spell_all(tree: Any) -> Gate | None:
    spelt: Gate | None = _NOTHING
    for op, argument in tree:
        part = _spell(op, argument)
        spelt = _join(spelt, part) if spelt is not None and part is not None else None
    return spelt


def _join(before: Gate, behind: Gate) -> Gate | None:
    """Each of the words before with each of those behind; None where that is too many."""
    if len(before) * len(behind) > _SPELLINGS:
        return None
    return frozenset(first + second for first in before for second in behind)


def _as_gate(spelt: Gate) -> list[Gate]:
    """The words of which one must stand: without those that hold another of them; none where nothing need stand."""
    if "" in spelt:
        return []
    return [frozenset(word for word in spelt if not any(other in word for other in spelt if other != word))]
