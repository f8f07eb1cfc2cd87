"""Words from outside (names of files and places, values of the address) → the same words where Streamlit takes markdown."""

from __future__ import annotations

_MARKS = r"\`*_{}[]()#+-.!|<>$~:&"


def as_plain(words: str) -> str:
    """The words as they are: what would be taken for markup is escaped."""
    return "".join(f"\\{char}" if char in _MARKS else char for char in words)


def as_code(words: str) -> str:
    """The words in the type of code, as they are but for a backquote, which becomes a plain quote."""
    return f"`{words.replace('`', chr(39))}`"
