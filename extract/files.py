"""Paths as given on the command line → the report files among them, each with the name that it is known by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import Failure, FaultKind
from .formats import suffixes

# In a folder these may be reports though no format here reads them: to pass over one would lose it without a word.
_WRITTEN = {".txt", ".doc", ".docx", ".wps", ".rtf", ".odt", ".pdf", ".ofd", ".html", ".htm", ".mht", ".mhtml"}
_TABLES = {".xls", ".xlsx", ".et", ".csv"}
_SCANNED_OR_PACKED = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".zip", ".rar", ".7z"}
_MAY_BE_A_REPORT = _WRITTEN | _TABLES | _SCANNED_OR_PACKED


@dataclass(frozen=True, slots=True)
class Found:
    """`files` to read as (name, path), in order; `skipped` in folders as no reports; `missing` paths that do not exist."""

    files: tuple[tuple[str, Path], ...]
    skipped: tuple[Path, ...]
    missing: tuple[Path, ...]


def find_files(paths: Sequence[Path]) -> Found:
    """The files that `paths` name: each file itself, and all that stand in each folder, however deep.

    Hidden files and a folder's README are left out. A file is known by its name, in a folder by its path there; where two
    would share that, by their paths as given. A file named twice is read once.
    """
    chosen: dict[Path, tuple[str, Path]] = {}
    skipped: list[Path] = []
    for path in paths:
        for name, file in _inside(path) if path.is_dir() else [(path.name, path)]:
            if path.is_dir() and file.suffix.lower() not in _MAY_BE_A_REPORT | set(suffixes()):
                skipped.append(file)
            elif file.exists():
                chosen.setdefault(file.resolve(), (name, file))
    taken = Counter(name for name, _ in chosen.values())
    files = tuple((name if taken[name] == 1 else file.as_posix(), file) for name, file in chosen.values())
    return Found(files, tuple(skipped), tuple(path for path in paths if not path.exists()))


def read_files(files: Sequence[tuple[str, Path]]) -> Iterator[tuple[str, bytes] | Failure]:
    """The content of each file by its name; one that the system does not give is a failure in its place."""
    for name, path in files:
        try:
            yield name, path.read_bytes()
        except OSError as fault:
            yield Failure(name, FaultKind.UNOPENED, {"reason": fault.strerror or str(fault)})


def _inside(folder: Path) -> list[tuple[str, Path]]:
    inside = [(path.relative_to(folder), path) for path in folder.rglob("*")]
    return sorted((name.as_posix(), path) for name, path in inside if path.is_file() and not _is_aside(name))


def _is_aside(name: Path) -> bool:
    return any(part.startswith(".") for part in name.parts) or name.stem.upper() == "README"
