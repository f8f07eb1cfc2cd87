"""Texts around a plot → blocks of lines of one size; sentences that list names grow shorter where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from charts._text import escape, wrap
from charts._tokens import BOLD, LEADING
from charts._words import WORDS

# So many names of each list stand on a page below a plot: more would push the plot out of the window.
ON_PAGE = 12


class Listing(str):
    """A sentence that lists names: the text is the one with as many as it may hold, `shortened` gives the same with fewer."""

    _say: Callable[[int], str]
    _most: int

    def __new__(cls, say: Callable[[int], str], most: int, shown: int | None = None) -> Listing:
        """`say` makes the sentence with so many names at most; the text shows `shown` of them where it is given."""
        text = super().__new__(cls, say(most if shown is None else shown))
        text._say, text._most = say, most
        return text

    def shortened(self, most: int) -> str:
        """The sentence with at most `most` names of each list; it says how many there are more."""
        return self._say(min(most, self._most))


def on_page(text: str) -> str:
    """A sentence as a page shows it whose names all stand in the chart's table or in the page's own list: with few of them.
    Pictures, which have neither, still name as many as fit."""
    return Listing(text._say, text._most, min(ON_PAGE, text._most)) if isinstance(text, Listing) else text


def whole(text: str) -> str:
    """A sentence with all names that it may hold."""
    return text.shortened(text._most) if isinstance(text, Listing) else str(text)


def join_names(names: Sequence[str], most: int, lang: str) -> str:
    """The names as a list in the language, cut after `most` with the number of those left out; "" where none is to be named."""
    if not most:
        return ""
    more = WORDS.say("and_more", lang, n=len(names) - most) if len(names) > most else ""
    return WORDS.say("list_comma", lang).join(names[:most]) + more


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size as a single piece of plotly text."""

    text: str
    count: int
    size: int
    colour: str

    @property
    def height(self) -> int:
        """Pixels."""
        return round(self.count * self.size * LEADING)


def block_of(texts: Sequence[str], width: int, size: int, colour: str, *, bold: bool = False) -> Block:
    """The texts broken into lines of at most `width` pixels, each text on lines of its own."""
    lines = [escape(line) for text in texts for line in wrap(text, width, size * BOLD if bold else size)]
    if bold:
        lines = [f"<b>{line}</b>" for line in lines]
    return Block("<br>".join(lines), len(lines), size, colour)
