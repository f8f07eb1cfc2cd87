"""What a format's module raises where a file holds no text that it can read."""

from __future__ import annotations

from ..errors import FaultKind, describe


class FormatError(Exception):
    """What is wrong with a file's content: a kind of FaultKind and the fields that its sentences in errors.FAULTS name.

    The file's name is the caller's to add.
    """

    def __init__(self, kind: FaultKind, /, **fields: str) -> None:
        self.kind, self.fields = kind, fields
        super().__init__(describe(kind, fields)[0])
