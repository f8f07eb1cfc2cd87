"""A file as given → the files that it stands for: itself, or what a zip archive holds.

An archive is looked through before anything is unpacked, and unpacked in memory only: its names are labels, never paths. Names
in GBK, which old Windows programs write, are read as such. What is in it stays within `limits`; a fault of one file is told
by its own name and the others go on.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from . import limits
from .errors import Failure, FaultKind

SUFFIX = ".zip"
_UTF8_NAME = 0x800  # the flag of a name in UTF-8
_LOCKED = 0x1
# What programs put beside the files: thumbnails, resource forks, lock files of open documents.
_ASIDE = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_INSIDE = (".zip", ".rar", ".7z", ".gz", ".tar")
_PIECE = 1 << 20
# What a damaged archive raises, of the standard library.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, UnicodeError, RuntimeError)


def unpack(files: Iterable[tuple[str, bytes] | Failure]) -> Iterator[tuple[str, bytes] | Failure]:
    """The files, each zip archive replaced by what it holds under the name `archive.zip/inner name`.

    What cannot be unpacked is a failure in its place: of the archive as a whole, or of one file of it.
    """
    for file in files:
        if isinstance(file, Failure) or PurePosixPath(file[0]).suffix.lower() != SUFFIX or not file[1]:
            yield file
        else:
            yield from _unpack(*file)


def _unpack(name: str, data: bytes) -> Iterator[tuple[str, bytes] | Failure]:
    if len(data) > limits.UNPACKED_BYTES:
        yield Failure(name, FaultKind.TOO_LARGE, _sizes(len(data), limits.UNPACKED_BYTES))
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = [member for member in archive.infolist() if not member.is_dir() and not _is_aside(_name_of(member))]
    except _DAMAGED:
        yield Failure(name, FaultKind.BROKEN, {"expected": "zip"})
        return
    if not members:
        yield Failure(name, FaultKind.EMPTY_ARCHIVE)
    elif len(members) > limits.ARCHIVE_FILES:
        yield Failure(name, FaultKind.TOO_MANY_FILES, {"most": str(limits.ARCHIVE_FILES)})
    elif sum(member.file_size for member in members) > min(limits.UNPACKED_BYTES, limits.UNPACKED_RATIO * len(data)):
        yield _bomb(name)
    else:
        yield from _take(name, archive, members, len(data))


def _take(
    name: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], packed: int
) -> Iterator[tuple[str, bytes] | Failure]:
    """The files one by one, counted as they come: the sizes that an archive tells of itself may be lies."""
    left = min(limits.UNPACKED_BYTES, limits.UNPACKED_RATIO * packed)
    taken: set[str] = set()
    for number, member in enumerate(members):
        inner = _label(name, _name_of(member), taken)
        if member.flag_bits & _LOCKED:
            yield Failure(inner, FaultKind.ENCRYPTED)
            continue
        if PurePosixPath(inner).suffix.lower() in _INSIDE:
            yield Failure(inner, FaultKind.ARCHIVE_IN_ARCHIVE)
            continue
        try:
            data = _read(archive, member, left)
        except _DAMAGED:
            yield Failure(inner, FaultKind.BROKEN, {"expected": "zip"})
            continue
        if data is None:
            yield from (_bomb(_label(name, _name_of(rest), set())) for rest in members[number:])
            return
        left -= len(data)
        yield inner, data


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes | None:
    """The content of one file, piece by piece; None where it is more than `most` bytes."""
    pieces: list[bytes] = []
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            most -= len(piece)
            if most < 0:
                return None
            pieces.append(piece)
    return b"".join(pieces)


def _name_of(member: zipfile.ZipInfo) -> str:
    """The member's name; without the flag of UTF-8 it is in the code page of the machine that made it, here GBK."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return member.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return member.filename


def _label(archive: str, name: str, taken: set[str]) -> str:
    """What a file in an archive is known by: no step of its path leads anywhere, and two of one name are told apart."""
    steps = [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]
    inner = "/".join(steps) or "?"
    if len(inner) > limits.NAME_CHARACTERS:
        suffix = PurePosixPath(inner).suffix[:10]
        inner = f"{inner[: limits.NAME_CHARACTERS - len(suffix)]}…{suffix}"
    label, number = f"{archive}/{inner}", 1
    while label in taken:
        number += 1
        path = PurePosixPath(inner)
        label = f"{archive}/{path.with_name(f'{path.stem} ({number}){path.suffix}')}"
    taken.add(label)
    return label


def _is_aside(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return any(step in _ASIDE or step.startswith((".", "~$")) for step in steps if step not in ("", ".", ".."))


def _bomb(name: str) -> Failure:
    return Failure(name, FaultKind.ARCHIVE_BOMB, {"most": _megabytes(limits.UNPACKED_BYTES), "ratio": str(limits.UNPACKED_RATIO)})


def _sizes(size: int, most: int) -> dict[str, str]:
    return {"size": _megabytes(size), "most": _megabytes(most)}


def _megabytes(size: int) -> str:
    return f"{size / limits.MEGABYTE:.0f} MB"
