"""A plain text file → its text, with its line ends made one kind and all else as it is."""

from __future__ import annotations

import re

from ..source import Source, Writer
from .decoding import decode

SUFFIXES = (".txt",)
MAGIC: tuple[bytes, ...] = ()

_OTHER_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_LINE_ENDS = re.compile(f"\r\n|[{_OTHER_LINE_ENDS}]")


def read(data: bytes) -> Source:
    """The text of `data`, without its byte order mark. Raises FormatError where it is in no known encoding or garbled."""
    text, encoding = decode(data)
    writer, at = Writer(), 0
    # To look for six characters one after the other is many times quicker than for any of them.
    others = any(end in text for end in _OTHER_LINE_ENDS)
    for end in _LINE_ENDS.finditer(text) if others else ():
        writer.write(text[at : end.start()], raw=at)
        writer.write("\n", raw=end.start())
        at = end.end()
    writer.write(text[at:], raw=at)
    return writer.done(encoding=encoding)
