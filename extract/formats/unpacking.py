"""The zip that an office document is → refused where it would unpack to too much, is locked or damaged; else let through."""

from __future__ import annotations

import io
import zipfile

from .. import limits
from ..errors import FaultKind
from .fault import FormatError

_LOCKED = 0x1
# Office documents are packed well: a sheet of ten thousand like rows to a hundredth.
_SMALLEST = 1 << 20


def refuse_bomb(data: bytes, expected: str) -> None:
    """Raise FormatError for a zip that its own directory says to be locked or beyond the bounds, or that is no sound zip.

    The directory may lie; the standard library stops reading a part at the size that the directory tells of it.
    """
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError) as error:
        raise FormatError(FaultKind.BROKEN, expected=expected) from error
    if any(member.flag_bits & _LOCKED for member in members):
        raise FormatError(FaultKind.ENCRYPTED)
    size = sum(member.file_size for member in members)
    if size > limits.UNPACKED_BYTES or (size > _SMALLEST and size > limits.UNPACKED_RATIO * len(data)):
        most = f"{limits.UNPACKED_BYTES / limits.MEGABYTE:.0f} MB"
        raise FormatError(FaultKind.ARCHIVE_BOMB, most=most, ratio=str(limits.UNPACKED_RATIO))
