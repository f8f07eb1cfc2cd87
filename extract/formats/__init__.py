"""A file's name and bytes → its text, by the module here that reads its format.

One module per format, found by itself: it names its SUFFIXES (lower case, with the dot) and its MAGIC (the first bytes of
its files, none where they have none in common), and has read(data) -> str, which raises FormatError. A new format is one
new file. Line ends are \\n from here on; nothing else of the text is changed.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from ..errors import ReadError
from .fault import FormatError

# What a file really is shows in its first bytes, whatever its name says.
_SIGNATURES = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"RIFF", "a picture or a sound (RIFF)"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document (docx, xlsx)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (doc, xls, wps)"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class Format(Protocol):
    """What a format's module offers."""

    SUFFIXES: tuple[str, ...]
    MAGIC: tuple[bytes, ...]

    def read(self, data: bytes) -> str:
        """The text of a file. Raises FormatError where there is none to read."""
        ...


def read_text(name: str, data: bytes) -> str:
    """The text of the file `name` with the content `data`, its line ends \\n. Raises ReadError with one line to mend it."""
    suffix = PurePath(name).suffix.lower()
    formats = _formats()
    if suffix not in formats:
        what = f"files of the kind {suffix}" if suffix else "files without a suffix"
        raise ReadError(name, f"{what} can't be read", cure=f"give it as {_listed()}")
    if not data:
        raise ReadError(name, "the file is empty", cure="get it again from where it came")
    magic, what = _signature(data)
    if what and magic not in formats[suffix].MAGIC:
        raise ReadError(name, f"it is {what} under the name of a {suffix} file", cure=f"give its text as {_listed()}")
    try:
        text = formats[suffix].read(data)
    except FormatError as fault:
        raise ReadError(name, fault.problem, cure=fault.cure) from fault
    text = _LINE_ENDS.sub("\n", text)
    if not any(char.isprintable() and not char.isspace() for char in text):
        raise ReadError(name, "there is no text in it, only blanks", cure="get it again from where it came")
    return text


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read, lower case, with the dot, in order."""
    return tuple(sorted(_formats()))


def _signature(data: bytes) -> tuple[bytes, str]:
    """The known first bytes that `data` has and what they say it is (a PDF, a picture …); both empty where there are none."""
    return next(((magic, what) for magic, what in _SIGNATURES if data.startswith(magic)), (b"", ""))


def _listed() -> str:
    return " or ".join(suffixes())


@cache
def _formats() -> dict[str, Format]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return {suffix: cast(Format, module) for module in modules if hasattr(module, "SUFFIXES") for suffix in module.SUFFIXES}
