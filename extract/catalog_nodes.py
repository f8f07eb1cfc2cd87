"""One value of the catalogue's file → a value of the right type, or a fault that names its line.

Nothing here knows what a catalogue holds, nor YAML: `extract.catalog` makes the nodes and asks them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Literal

from .errors import CatalogError

NodeKind = Literal["text", "number", "flag", "null", "list", "table"]

_NAMES: dict[NodeKind, str] = {
    "text": "text",
    "number": "a number",
    "flag": "true or false",
    "null": "nothing",
    "list": "a list",
    "table": "a mapping",
}
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
# A list longer than this is not spelled out in a fault's cure.
_LISTED = 24


def nearest(word: str, known: Collection[str]) -> str:
    """A cure for a word that is not among `known`: the one most like it, else all of them."""
    words = [str(other) for other in known]
    like = get_close_matches(word, words, n=1, cutoff=0.6)
    if like:
        return f"write {like[0]!r}, which is the nearest that is known"
    if not words:
        return "define it first: none is defined yet"
    return f"use one of: {', '.join(words[:_LISTED])}{' …' if len(words) > _LISTED else ''}"


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file: a scalar's words as written, the nodes of a list, or the pairs of a mapping.

    `name` is what faults call it, `line` where it begins. Every reader below raises CatalogError when the value is of
    another kind.
    """

    kind: NodeKind
    name: str
    path: str
    line: int
    scalar: str = ""
    nodes: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()

    def fault(self, problem: str, cure: str) -> CatalogError:
        """The fault of this place, to be raised by the caller; whose indicator it is, is added further up."""
        return CatalogError(problem, cure=cure, path=self.path, line=self.line)

    def _must_be(self, *kinds: NodeKind, cure: str = "") -> None:
        if self.kind not in kinds:
            wanted = " or ".join(_NAMES[kind] for kind in kinds)
            raise self.fault(f"{self.name} must be {wanted} but is {_NAMES[self.kind]}", cure or f"write {wanted}")

    def table(self) -> dict[str, Node]:
        """A mapping of free keys, none of them twice."""
        self._must_be("table")
        found: dict[str, Node] = {}
        for key, value in self.pairs:
            name = key.text()
            if name in found:
                raise key.fault(
                    f"the key {name!r} stands twice in {self.name}", f"keep one of them (the other is at line {found[name].line})"
                )
            found[name] = value
        return found

    def fields(self, required: Collection[str], optional: Collection[str] = ()) -> dict[str, Node]:
        """A mapping that has every key of `required`, perhaps some of `optional`, and no other."""
        found = self.table()
        known = [*required, *optional]
        for key, _ in self.pairs:
            if key.scalar not in known:
                raise key.fault(f"unknown key {key.scalar!r} in {self.name}", f"{nearest(key.scalar, known)}, or remove it")
        for name in required:
            if name not in found:
                raise self.fault(f"{self.name} has no {name!r}", f"add the key {name!r} (a file cut short lacks its last keys)")
        return found

    def items(self) -> tuple[Node, ...]:
        """The nodes of a list, perhaps none."""
        self._must_be("list", cure="write a list: one '- ' line for each item, or [] for none")
        return self.nodes

    def text(self) -> str:
        """Words that are not blank, as written."""
        self._must_be("text", cure="put the words in double quotes" if self.kind in ("number", "flag") else "write the words")
        if not self.scalar.strip():
            raise self.fault(f"{self.name} is blank", "write the words")
        return self.scalar

    def text_or_null(self) -> str | None:
        """Words, or None where the file says null."""
        return None if self.kind == "null" else self.text()

    def texts(self) -> tuple[str, ...]:
        """A list of words, none of them twice, perhaps empty."""
        found: list[str] = []
        for node in self.items():
            if node.text() in found:
                raise node.fault(f"{node.scalar!r} stands twice in {self.name}", "keep one of them")
            found.append(node.scalar)
        return tuple(found)

    def one_or_more(self) -> tuple[Node, ...]:
        """The nodes of a list that is not empty; a scalar is a list of itself."""
        if self.kind not in ("list", "table"):
            return (self,)
        if not self.items():
            raise self.fault(f"{self.name} is an empty list", "name at least one, or remove the key")
        return self.nodes

    def flag(self) -> bool:
        """true or false."""
        self._must_be("flag")
        return self.scalar.lower() in ("true", "yes", "on")

    def whole(self) -> int:
        """A whole number without a sign."""
        self._must_be("number", cure="write a whole number without quotes")
        if not _WHOLE.fullmatch(self.scalar):
            raise self.fault(f"{self.name} must be a whole number but is {self.scalar}", "write digits only")
        return int(self.scalar)

    def number(self) -> Decimal:
        """A number without a sign, exactly as written."""
        self._must_be("number", cure="write a number without quotes")
        if not _NUMBER.fullmatch(self.scalar):
            raise self.fault(
                f"{self.name} must be a plain number but is {self.scalar}", "write digits with at most one point, such as 98.3"
            )
        return Decimal(self.scalar)

    def choice(self, known: Collection[str], what: str) -> str:
        """One word of `known`; `what` names the kind of word in the fault."""
        word = self.text()
        if word not in known:
            raise self.fault(f"unknown {what} {word!r} in {self.name}", nearest(word, known))
        return word

    def id(self, shape: re.Pattern[str]) -> str:
        """An id of the given shape."""
        word = self.text()
        if not shape.fullmatch(word):
            raise self.fault(f"{word!r} is no id", "write small letters, digits and underscores, a letter first")
        return word
