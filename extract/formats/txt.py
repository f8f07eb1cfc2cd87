"""A plain text file → its text, with its line ends made one kind and all else as it is."""

from __future__ import annotations

import re

from ..source import Source, Writer
from .decoding import decode

SUFFIXES = (".txt",)
MAGIC: tuple[bytes, ...] = ()

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read(data: bytes) -> Source:
    """The text of `data`, without its byte order mark. Raises FormatError where it is in no known encoding or garbled."""
    text, encoding = decode(data)
    writer, at = Writer(), 0
    for end in _LINE_ENDS.finditer(text):
        writer.write(text[at : end.start()], raw=at)
        writer.write("\n", raw=end.start())
        at = end.end()
    writer.write(text[at:], raw=at)
    return writer.done(encoding=encoding)
