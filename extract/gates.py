"""A pattern → its gate: literals of which at least one must stand in any text that the pattern matches.

Taken from the pattern's parse tree, not by hand, so a gate can never drift from its pattern. A pattern whose gate is
empty is always tried.
"""

from __future__ import annotations

import re
import re._constants as sre
import re._parser as parser
from collections.abc import Sequence
from typing import Any

import ahocorasick_rs


class Gates:
    """The gates of many patterns, tried together in one pass over a text."""

    def __init__(self, sources: Sequence[str]) -> None:
        gates = [find_gate(source) for source in sources]
        self._always = [i for i, gate in enumerate(gates) if not gate]
        owners: dict[str, list[int]] = {}
        for i, gate in enumerate(gates):
            for literal in gate:
                owners.setdefault(literal, []).append(i)
        self._owners = list(owners.values())
        self._literals = ahocorasick_rs.AhoCorasick(list(owners))

    def find_open(self, text: str) -> list[int]:
        """The places, in order, of the patterns that `text` may hold; the others it surely does not."""
        found = set(self._always)
        for literal, _, _ in self._literals.find_matches_as_indexes(text, overlapping=True):
            found.update(self._owners[literal])
        return sorted(found)


def find_gate(source: str) -> frozenset[str]:
    """The literals for `source` (a regular expression that Python's own parser reads); empty where none is required.

    >>> sorted(find_gate("(?:收到|接收)行政复议申请")), find_gate("a?[bc]")
    (['行政复议申请'], frozenset())
    """
    try:
        tree = parser.parse(source)
    except re.error:
        # Syntax that only the `regex` package knows: without a gate the pattern is tried everywhere, which is slow and right.
        return frozenset()
    return _required(tree) or frozenset()


def _required(tree: Any) -> frozenset[str] | None:
    """The best of the gates that the parts of a sequence offer: the one whose shortest literal is longest."""
    offers: list[frozenset[str]] = []
    run = ""
    for op, argument in tree:
        if op is sre.LITERAL:
            run += chr(argument)
            continue
        if run:
            offers.append(frozenset([run]))
        run = ""
        offer = _offer(op, argument)
        if offer:
            offers.append(offer)
    if run:
        offers.append(frozenset([run]))
    return max(offers, key=lambda o: (min(map(len, o)), -len(o)), default=None)


def _offer(op: Any, argument: Any) -> frozenset[str] | None:
    if op is sre.SUBPATTERN:
        return _required(argument[3])
    if op is sre.ATOMIC_GROUP:
        return _required(argument)
    if op is sre.BRANCH:
        branches = [_required(b) for b in argument[1]]
        return None if not all(branches) else frozenset().union(*(b for b in branches if b))
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and argument[0] >= 1:
        return _required(argument[2])
    return None
