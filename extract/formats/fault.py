"""What a format's module raises where a file holds no text that it can read."""

from __future__ import annotations


class FormatError(Exception):
    """`problem` says what is wrong with the content, `cure` what to do; the file's name is the caller's to add."""

    def __init__(self, problem: str, *, cure: str) -> None:
        self.problem, self.cure = problem, cure
        super().__init__(f"{problem}. To mend it: {cure}.")
