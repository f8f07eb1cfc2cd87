"""The faults of files, reported by name: each says what is wrong, where, and what to do (the catalogue's: catalog_faults)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ExtractError(Exception):
    """Base of all faults raised on purpose by `extract`; its text is one line for a person to read."""


class FaultKind(StrEnum):
    """Why a file gives no report: a closed list. FAULTS says each in English, panel/words.py in Chinese too."""

    UNKNOWN_SUFFIX = "unknown suffix"
    NO_SUFFIX = "no suffix"
    UNOPENED = "unopened"
    EMPTY = "empty"
    BLANK = "blank"
    TOO_LARGE = "too large"
    TOO_LONG = "too long"
    TOO_MANY_PAGES = "too many pages"
    TOO_SLOW = "too slow"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    NO_TEXT_LAYER = "no text layer"
    BROKEN_GLYPHS = "broken glyphs"
    NO_OFFICE = "no office program"
    OFFICE_FAILED = "office program failed"
    ARCHIVE_BOMB = "archive bomb"
    ARCHIVE_IN_ARCHIVE = "archive in archive"
    TOO_MANY_FILES = "too many files"
    EMPTY_ARCHIVE = "empty archive"
    OTHER_KIND = "other kind"
    DAMAGED = "damaged"
    CONTROL_CHARACTERS = "control characters"
    LOST_CHARACTERS = "lost characters"
    GARBLED = "garbled"
    NO_REPORT = "no report"


class Content(StrEnum):
    """What a file under the name of another kind holds, told by its first bytes: a closed list."""

    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    TIFF = "tiff"
    RIFF = "riff"
    PDF = "pdf"
    ZIP = "zip"
    EMPTY_ZIP = "empty zip"
    OLD_OFFICE = "old office"
    RAR = "rar"
    SEVEN_ZIP = "7z"
    GZIP = "gzip"


_GET_AGAIN = "get it again from where it came"
_SAVE_AGAIN = "save it again as UTF-8 from the program that made it"
_GET_TEXT_AGAIN = "get the text again from where it was published and save it as UTF-8"

# Problem and cure of each kind, for a sentence to end. {fields} are what a fault is raised with; each is the same in every
# language (a suffix, names between slashes), but {content}, a Content, which is named in words.
FAULTS: Mapping[FaultKind, tuple[str, str]] = {
    FaultKind.UNKNOWN_SUFFIX: ("files of the kind {suffix} can't be read", "give it as {formats}"),
    FaultKind.NO_SUFFIX: ("files without a suffix can't be read", "give it as {formats}"),
    FaultKind.UNOPENED: ("it can't be opened ({reason})", "see that it is there and may be read"),
    FaultKind.EMPTY: ("the file is empty", _GET_AGAIN),
    FaultKind.TOO_LARGE: ("it has {size}, and {most} is the most that is read", "give the report alone, without pictures"),
    FaultKind.TOO_LONG: ("its text has more than {most} characters", "give one report a file"),
    FaultKind.TOO_MANY_PAGES: ("it has {pages} pages, and {most} is the most that is read", "give the report's own pages"),
    FaultKind.TOO_SLOW: ("reading it took longer than {most} seconds and was stopped", "give its text as txt"),
    FaultKind.ENCRYPTED: ("it is locked with a password", "save it again without the password"),
    FaultKind.BROKEN: ("it is no sound {expected}: it is damaged or cut off", _GET_AGAIN),
    FaultKind.NO_TEXT_LAYER: ("its pages are pictures, there is no text in them", "run OCR on it, or give the text"),
    FaultKind.BROKEN_GLYPHS: (
        "its fonts don't say which characters they draw: the text comes out garbled",
        "run OCR on it, or give the text",
    ),
    FaultKind.NO_OFFICE: (
        "{suffix} files are read through LibreOffice, which is not installed here",
        "install it, or save the file as docx",
    ),
    FaultKind.OFFICE_FAILED: ("LibreOffice could not open it", "open it and save it as docx"),
    FaultKind.ARCHIVE_BOMB: ("unpacked it is more than {most}, or than {ratio} times its size", "unpack it and give the reports"),
    FaultKind.ARCHIVE_IN_ARCHIVE: ("it is an archive inside an archive", "unpack it and give the reports"),
    FaultKind.TOO_MANY_FILES: ("there are more than {most} files in it", "give it in parts"),
    FaultKind.EMPTY_ARCHIVE: ("there are no files in it", _GET_AGAIN),
    FaultKind.BLANK: ("there is no text in it, only blanks", _GET_AGAIN),
    FaultKind.OTHER_KIND: ("it is {content} under the name of a {suffix} file", "give its text as {formats}"),
    FaultKind.DAMAGED: ("its bytes are no sound {expected}: it is damaged, cut off or of another kind", _SAVE_AGAIN),
    FaultKind.CONTROL_CHARACTERS: ("it is no text: it is full of control characters", _SAVE_AGAIN),
    FaultKind.LOST_CHARACTERS: ("its characters were lost before it came here (� or 锟斤拷 in their place)", _GET_TEXT_AGAIN),
    FaultKind.GARBLED: ("its characters are garbled: it was once read in the wrong encoding", _GET_TEXT_AGAIN),
    FaultKind.NO_REPORT: (
        "no report on law-based government in it: no title, place, year or figure was found",
        "give the text of one locality's yearly report (法治政府建设年度报告)",
    ),
}
CONTENTS: Mapping[Content, str] = {
    Content.PNG: "a picture (PNG)",
    Content.JPEG: "a picture (JPEG)",
    Content.GIF: "a picture (GIF)",
    Content.TIFF: "a picture (TIFF)",
    Content.RIFF: "a picture or a sound (RIFF)",
    Content.PDF: "a PDF",
    Content.ZIP: "a zip archive or an Office document (docx, xlsx)",
    Content.EMPTY_ZIP: "an empty zip archive",
    Content.OLD_OFFICE: "an old Office document (doc, xls, wps)",
    Content.RAR: "a RAR archive",
    Content.SEVEN_ZIP: "a 7z archive",
    Content.GZIP: "a gzip archive",
}


def describe(kind: FaultKind, fields: Mapping[str, str]) -> tuple[str, str]:
    """Problem and cure of a fault in English. A field that the sentences ask for and that is not given raises KeyError."""
    named = {**fields, "content": CONTENTS[Content(fields["content"])]} if "content" in fields else fields
    problem, cure = FAULTS[kind]
    return problem.format(**named), cure.format(**named)


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read as a report: its name, why, and what the sentences about it name (see errors.FAULTS)."""

    name: str
    kind: FaultKind
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def problem(self) -> str:
        """What is wrong, in English; panel.display.describe_failure says it in the language of the reader."""
        return describe(self.kind, self.fields)[0]

    @property
    def cure(self) -> str:
        """What to do, in English."""
        return describe(self.kind, self.fields)[1]


class ReadError(ExtractError):
    """A file that could not be read as a report: `name` is the file, `kind` and `fields` say why in any language.

    `problem` and `cure` say it in English.
    """

    def __init__(self, name: str, kind: FaultKind, /, **fields: str) -> None:
        self.name, self.kind, self.fields = name, kind, fields
        self.problem, self.cure = describe(kind, fields)
        super().__init__(f"{name}: {self.problem}. To mend it: {self.cure}.")
