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

from .catalog_fault_words import Fault
from .catalog_faults import CatalogError, Part, Phrase
from .catalog_terms import Term

NodeKind = Literal["text", "number", "flag", "null", "list", "table"]

_NAMES: dict[NodeKind, Term] = {
    "text": Term.TEXT,
    "number": Term.NUMBER,
    "flag": Term.FLAG,
    "null": Term.NULL,
    "list": Term.LIST,
    "table": Term.TABLE,
}
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
# A list longer than this is not spelled out in a fault's cure.
_LISTED = 24


def nearest(word: str, known: Collection[str]) -> Part:
    """A cure for a word that is not among `known`: the one most like it, else all of them."""
    words = [str(other) for other in known]
    like = get_close_matches(word, words, n=1, cutoff=0.6)
    if like:
        return Phrase(Term.NEAREST, {"word": repr(like[0])})
    if not words:
        return Term.DEFINE_FIRST
    return Phrase(Term.USE_ONE, {"words": ", ".join(words[:_LISTED]) + (" …" if len(words) > _LISTED else "")})


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file: a scalar's words as written, the nodes of a list, or the pairs of a mapping.

    `key` is where it stands, from the top of the file: units.件.words[2] ("": the file itself; an item of a list goes by
    its id, where it has one); `line` where it begins. Every reader below raises CatalogError when the value is of another
    kind.
    """

    kind: NodeKind
    key: str
    path: str
    line: int
    scalar: str = ""
    nodes: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()

    def fault(self, kind: Fault, /, **fields: Part) -> CatalogError:
        """The fault of this place, to be raised by the caller; whose indicator it is, is added further up."""
        return CatalogError(kind, fields, path=self.path, line=self.line, key=self.key)

    def _must_be(self, kind: NodeKind, cure: Term) -> None:
        if self.kind != kind:
            raise self.fault(Fault.WRONG_KIND, wanted=_NAMES[kind], found=_NAMES[self.kind], cure=cure)

    def table(self) -> dict[str, Node]:
        """A mapping of free keys, none of them twice."""
        self._must_be("table", Term.WRITE_TABLE)
        found: dict[str, Node] = {}
        for key, value in self.pairs:
            if key.kind != "text":
                raise key.fault(Fault.KEY_NO_TEXT, found=_NAMES[key.kind])
            name = key.text()
            if name in found:
                raise key.fault(Fault.KEY_TWICE, name=name, other=found[name].line)
            found[name] = value
        return found

    def fields(self, required: Collection[str], optional: Collection[str] = ()) -> dict[str, Node]:
        """A mapping that has every key of `required`, perhaps some of `optional`, and no other."""
        found = self.table()
        known = [*required, *optional]
        for key, _ in self.pairs:
            if key.scalar not in known:
                raise key.fault(Fault.KEY_UNKNOWN, name=key.scalar, near=nearest(key.scalar, known))
        for name in required:
            if name not in found:
                raise self.fault(Fault.KEY_MISSING, name=name)
        return found

    def items(self) -> tuple[Node, ...]:
        """The nodes of a list, perhaps none."""
        self._must_be("list", Term.WRITE_LIST)
        return self.nodes

    def text(self) -> str:
        """Words that are not blank, as written."""
        self._must_be("text", Term.QUOTE_WORDS if self.kind in ("number", "flag") else Term.WRITE_WORDS)
        if not self.scalar.strip():
            raise self.fault(Fault.BLANK)
        return self.scalar

    def text_or_null(self) -> str | None:
        """Words, or None where the file says null."""
        return None if self.kind == "null" else self.text()

    def texts(self) -> tuple[str, ...]:
        """A list of words, none of them twice, perhaps empty."""
        found: list[str] = []
        for node in self.items():
            if node.text() in found:
                raise node.fault(Fault.WORD_TWICE, word=node.scalar)
            found.append(node.scalar)
        return tuple(found)

    def one_or_more(self) -> tuple[Node, ...]:
        """The nodes of a list that is not empty; a scalar is a list of itself."""
        if self.kind not in ("list", "table"):
            return (self,)
        if not self.items():
            raise self.fault(Fault.LIST_EMPTY)
        return self.nodes

    def flag(self) -> bool:
        """true or false."""
        self._must_be("flag", Term.WRITE_FLAG)
        return self.scalar.lower() in ("true", "yes", "on")

    def whole(self) -> int:
        """A whole number without a sign."""
        self._must_be("number", Term.WRITE_WHOLE)
        if not _WHOLE.fullmatch(self.scalar):
            raise self.fault(Fault.NOT_WHOLE, written=self.scalar)
        return int(self.scalar)

    def number(self) -> Decimal:
        """A number without a sign, exactly as written."""
        self._must_be("number", Term.WRITE_NUMBER)
        if not _NUMBER.fullmatch(self.scalar):
            raise self.fault(Fault.NOT_PLAIN, written=self.scalar)
        return Decimal(self.scalar)

    def choice(self, known: Collection[str], what: Part) -> str:
        """One word of `known`; `what` names the kind of word in the fault."""
        word = self.text()
        if word not in known:
            raise self.fault(Fault.UNKNOWN_WORD, what=what, word=word, near=nearest(word, known))
        return word

    def id(self, shape: re.Pattern[str]) -> str:
        """An id of the given shape."""
        word = self.text()
        if not shape.fullmatch(word):
            raise self.fault(Fault.NO_ID, word=word)
        return word
