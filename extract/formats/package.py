"""The bytes of an Office document, a zip of parts → its parts, unpacked and parsed within the bounds of `limits`.

python-docx's own opener reads every part, stops at a picture that is named and not there ("no item named 'word/NULL'"), knows
no .docm and follows part to part as deep as a file says; its parser, set to resolve no entities, is what is used here.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import XMLSyntaxError

from .. import limits
from ..errors import FaultKind
from .fault import FormatError

# What zipfile raises for damaged bytes, in its directory or in a part.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
)
_PACKED_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED_FLAG = 0x1
_CHUNK = 1 << 16
_SMALLEST_BOMB = 64 * limits.MEGABYTE

# "Strict" documents name the same elements in another namespace.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)


class Package:
    """The parts of a document by name; `expected` is its kind, as a fault names it.

    Raises FormatError, here and in all its methods: ENCRYPTED, ARCHIVE_BOMB, or BROKEN for what is no sound zip or XML.
    """

    def __init__(self, data: bytes, expected: str) -> None:
        self._expected = expected
        # A scanned seal in a short letter unpacks to hundreds of times its size, and is no bomb.
        self._most = min(limits.UNPACKED_BYTES, max(limits.UNPACKED_RATIO * len(data), _SMALLEST_BOMB))
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except _DAMAGED as fault:
            raise self.broken() from fault
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise FormatError(FaultKind.ENCRYPTED)
        if sum(entry.file_size for entry in entries) > self._most:
            raise _bomb(limits.UNPACKED_BYTES)
        # Names of parts count in any case, and some programs write word\document.xml.
        self._entries = {entry.filename.replace("\\", "/").lower().lstrip("/"): entry for entry in entries}

    def broken(self) -> FormatError:
        """The fault of a document whose content is damaged, for the caller to raise."""
        return FormatError(FaultKind.BROKEN, expected=self._expected)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none of that name."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.compress_type not in _PACKED_AS:
            raise self.broken()
        # The directory may lie about a size, so what comes out is counted as well.
        most = min(self._most, limits.XML_BYTES)
        chunks, size = [], 0
        try:
            with self._archive.open(entry) as unpacked:
                while chunk := unpacked.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise _bomb(limits.XML_BYTES)
                    chunks.append(chunk)
        except _DAMAGED as fault:
            raise self.broken() from fault
        return b"".join(chunks)

    def xml(self, name: str) -> BaseOxmlElement | None:
        """The root element of a part; None where there is none of that name."""
        data = self.part(name)
        if data is None:
            return None
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        try:
            root = parse_xml(data)
        except (XMLSyntaxError, ValueError) as fault:
            raise self.broken() from fault
        # The standard of packages forbids a DTD; whoever puts one in wants entities expanded or files fetched.
        if root is None or root.getroottree().docinfo.doctype:
            raise self.broken()
        return root

    def related(self, source: str, kind: str) -> str | None:
        """The name of the part that `source` ("" for the package itself) calls its `kind`; None where it calls none so."""
        folder, name = posixpath.split(source)
        relations = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in relations if relations is not None else ():
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        return None


def _bomb(most: int) -> FormatError:
    return FormatError(FaultKind.ARCHIVE_BOMB, most=f"{most / limits.MEGABYTE:.0f} MB", ratio=str(limits.UNPACKED_RATIO))
