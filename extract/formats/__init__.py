"""A file's name and bytes → its text with its places, by the module here that reads its format.

One module per format, found by itself: it names its SUFFIXES (lower case, with the dot) and its MAGIC (the first bytes of
its files, none where they have none in common), and has read(data) -> Source, which raises FormatError. A new format is one
new file. All that may stand in a file stays within the bounds of `limits`. Line ends are \\n; the text is final from here on.
"""

from __future__ import annotations

import io
import pkgutil
import re
import zipfile
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from .. import limits
from ..errors import Content, FaultKind, ReadError
from ..source import Source
from .fault import FormatError

_ZIP = b"PK\x03\x04"
# What a file really is shows in its first bytes, whatever its name says.
_SIGNATURES = (
    (b"\x89PNG", Content.PNG),
    (b"\xff\xd8\xff", Content.JPEG),
    (b"GIF8", Content.GIF),
    (b"II*\x00", Content.TIFF),
    (b"MM\x00*", Content.TIFF),
    (b"RIFF", Content.RIFF),
    (b"%PDF", Content.PDF),
    (_ZIP, Content.ZIP),
    (b"PK\x05\x06", Content.EMPTY_ZIP),
    (b"\xd0\xcf\x11\xe0", Content.OLD_OFFICE),
    (b"Rar!", Content.RAR),
    (b"7z\xbc\xaf", Content.SEVEN_ZIP),
    (b"\x1f\x8b", Content.GZIP),
)
_OFFICE_PARTS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "content.xml": ".odt"}
# What Word and old systems save under .doc or .xls is often a web page, alone or in a message with its pictures.
_WRITTEN = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype html|html|head|meta)\b", re.IGNORECASE), ".html"),
    (re.compile(rb"(?:[\w-]+:[^\n]*\n\s{0,9}){0,20}?(?:mime-version:|content-type:\s?multipart/)", re.IGNORECASE), ".mht"),
)


class Format(Protocol):
    """What a format's module offers."""

    SUFFIXES: tuple[str, ...]
    MAGIC: tuple[bytes, ...]

    def read(self, data: bytes) -> Source:
        """The text of a file with its places. Raises FormatError where there is none to read."""
        ...


def read_source(name: str, data: bytes) -> Source:
    """The text of the file `name` with the content `data` and its places. Raises ReadError with one line to mend it."""
    suffix = PurePath(name).suffix.lower()
    formats = _formats()
    if suffix not in formats:
        kind = FaultKind.UNKNOWN_SUFFIX if suffix else FaultKind.NO_SUFFIX
        raise ReadError(name, kind, suffix=suffix, formats=_listed())
    if not data:
        raise ReadError(name, FaultKind.EMPTY)
    if len(data) > limits.FILE_BYTES:
        raise ReadError(name, FaultKind.TOO_LARGE, size=_megabytes(len(data)), most=_megabytes(limits.FILE_BYTES))
    try:
        source = formats[_find_kind(name, suffix, data)].read(data)
    except FormatError as fault:
        raise ReadError(name, fault.kind, **fault.fields) from fault
    if len(source.text) > limits.CHARACTERS:
        raise ReadError(name, FaultKind.TOO_LONG, most=f"{limits.CHARACTERS:,}")
    if not any(char.isprintable() and not char.isspace() for char in source.text):
        raise ReadError(name, FaultKind.BLANK)
    return source


def _find_kind(name: str, suffix: str, data: bytes) -> str:
    """The suffix by which the content is to be read: the file's own, else that of what it really is (附件1.doc that is a PDF).

    Raises ReadError where it is what no format here reads.
    """
    formats = _formats()
    content = _signature(data)
    told: str | None
    if content is None:
        told = next((kind for begins, kind in _WRITTEN if begins.match(data)), suffix)
    else:
        told = {Content.PDF: ".pdf", Content.OLD_OFFICE: ".doc", Content.ZIP: _office_suffix(data)}.get(content)
        # A zip that says nothing of itself may be a document that is damaged: its own format says so.
        told = suffix if told is None and content is Content.ZIP and _ZIP in formats[suffix].MAGIC else told
    if told not in formats:
        raise ReadError(name, FaultKind.OTHER_KIND, content=str(content), suffix=suffix, formats=_listed())
    return suffix if formats[told] is formats[suffix] else told


def _office_suffix(data: bytes) -> str | None:
    """Which kind of Office document a zip is; None where it is another archive or damaged."""
    try:
        held = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    return next((suffix for part, suffix in _OFFICE_PARTS.items() if part in held), None)


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read, lower case, with the dot, in order."""
    return tuple(sorted(_formats()))


def _signature(data: bytes) -> Content | None:
    """What the first bytes of `data` say it is; None where they are none that are known."""
    return next((content for magic, content in _SIGNATURES if data.startswith(magic)), None)


def _megabytes(size: int) -> str:
    return f"{size / limits.MEGABYTE:.0f} MB"


def _listed() -> str:
    return " / ".join(suffixes())


@cache
def _formats() -> dict[str, Format]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return {suffix: cast(Format, module) for module in modules if hasattr(module, "SUFFIXES") for suffix in module.SUFFIXES}
