"""Why a workbook can't be read back, in words and with its cure: a closed list."""

from __future__ import annotations

from enum import StrEnum

from exports._words_review import REVIEW
from extract.formats.fault import FormatError
from panel.display import describe_failure


class ReadBackKind(StrEnum):
    """What is wrong with the whole workbook."""

    UNSOUND = "unsound"
    FOREIGN = "foreign"
    OTHER_LAYOUT = "other layout"
    OTHER_CATALOGUE = "other catalogue"
    OTHER_CONTENT = "other content"
    TOO_LARGE = "too large"


class ReadBackError(Exception):
    """A workbook that can't be compared with what was exported: `kind` and `fields` say why; its text does in English.

    UNSOUND has the FormatError that says what is wrong with the file (locked, damaged, unpacks to too much) as `fault`.
    """

    def __init__(self, kind: ReadBackKind, *, fault: FormatError | None = None, **fields: object) -> None:
        self.kind, self.fault, self.fields = kind, fault, fields
        super().__init__(". To mend it: ".join(self.describe("en")) + ".")

    def describe(self, lang: str = "zh") -> tuple[str, str]:
        """Problem and cure, each a sentence without its full stop."""
        if self.fault is not None:
            return describe_failure(self.fault.kind, self.fault.fields, lang)
        return REVIEW.say(f"error.{self.kind}", lang, **self.fields), REVIEW.say(f"cure.{self.kind}", lang)
