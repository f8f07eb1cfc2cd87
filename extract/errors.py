"""The faults that the package reports by name: each says what is wrong, where, and what to do."""

from __future__ import annotations


class ExtractError(Exception):
    """Base of all faults raised on purpose by `extract`; its text is one line for a person to read."""


class CatalogError(ExtractError):
    """A fault in the catalogue of indicators.

    `path` and `line` (1-based; None when the fault has no single line) say where, `indicator` whose (None when it is
    not one indicator's), `problem` what is wrong and `cure` what to do about it.
    """

    def __init__(
        self, problem: str, *, cure: str, path: str = "metrics.yaml", line: int | None = None, indicator: str | None = None
    ) -> None:
        self.path, self.line, self.indicator, self.problem, self.cure = path, line, indicator, problem, cure
        place = path if line is None else f"{path}:{line}"
        whose = f" [{indicator}]" if indicator else ""
        super().__init__(f"{place}{whose}: {problem}. To mend it: {cure}.")


class ReadError(ExtractError):
    """A file that could not be read as a report; `name` is the file, `problem` and `cure` as in CatalogError."""

    def __init__(self, name: str, problem: str, *, cure: str) -> None:
        self.name, self.problem, self.cure = name, problem, cure
        super().__init__(f"{name}: {problem}. To mend it: {cure}.")
