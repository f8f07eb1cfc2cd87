"""The parts of a workbook → the comments beside its cells, those of a conversation (threaded ones) as well, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.utils.cell import coordinate_to_tuple

from exports.read_back_sheet import as_read
from extract.formats.package import Package

# How Excel names who wrote the stand-in that older versions show for a conversation.
_STAND_IN = "tc="


@dataclass(frozen=True, slots=True)
class Note:
    """A comment at a row and a column, from 1; `author` is "" where it is not given."""

    row: int
    column: int
    author: str
    text: str


def notes_of(package: Package, sheet: str) -> list[Note]:
    """The comments of the sheet whose part has this name, in reading order; none without a word.

    Raises FormatError and ValueError for damaged parts.
    """
    talks = list(_threaded(package, sheet))
    told = {(note.row, note.column) for note in talks}
    plain = [note for stands_in, note in _plain(package, sheet) if not (stands_in and (note.row, note.column) in told)]
    # Sorting keeps the order of what was said beside one cell.
    return sorted((note for note in (*plain, *talks) if note.text.strip()), key=lambda note: (note.row, note.column))


def _plain(package: Package, sheet: str) -> Iterator[tuple[bool, Note]]:
    """Each with whether it only stands in for a conversation."""
    root = _part(package, sheet, "comments")
    if root is None:
        return
    authors = [(author.text or "").strip() for author in _all(root, "author")]
    for comment in _all(root, "comment"):
        at = int(comment.get("authorId") or 0)
        author = authors[at] if 0 <= at < len(authors) else ""
        yield author.startswith(_STAND_IN), _note(comment, author, _text(comment))


def _threaded(package: Package, sheet: str) -> Iterator[Note]:
    root = _part(package, sheet, "threadedComment")
    if root is None:
        return
    known = _part(package, package.related("", "officeDocument") or "", "person")
    names = {one.get("id"): one.get("displayName") or "" for one in (_all(known, "person") if known is not None else ())}
    for comment in _all(root, "threadedComment"):
        text = "".join(one.text or "" for one in _all(comment, "text"))
        yield _note(comment, names.get(comment.get("personId"), ""), text)


def _note(comment: Any, author: str, text: str) -> Note:
    row, column = coordinate_to_tuple((comment.get("ref") or "").replace("$", ""))
    text = as_read(text).strip()
    # Excel begins a comment with the name of its author.
    for colon in (":", "："):
        text = text.removeprefix(f"{author}{colon}\n") if author else text
    return Note(row, column, author, text)


def _part(package: Package, source: str, kind: str) -> Any:
    name = package.related(source, kind)
    return package.xml(name) if name is not None else None


def _all(root: Any, name: str) -> Iterator[Any]:
    """All elements below of this name, in whatever namespace."""
    yield from root.iter(f"{{*}}{name}")


def _text(comment: Any) -> str:
    return "".join(one.text or "" for one in _all(comment, "t") if not one.getparent().tag.endswith("}rPh"))
