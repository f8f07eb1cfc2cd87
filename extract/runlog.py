"""What became of every file of a run → the run log: one line a file, in the order in which they were given.

A file ends as a report that counts, as the same report again, as an earlier state of one, set aside (sound, but no report that
can be read: garbled, a scan, another document) or failed (damaged, locked, too large, of a kind that cannot be read).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .errors import Failure, FaultKind
from .model import Extraction
from .twins import Twin

_SET_ASIDE = frozenset({
    FaultKind.GARBLED, FaultKind.LOST_CHARACTERS, FaultKind.NO_TEXT_LAYER, FaultKind.BROKEN_GLYPHS, FaultKind.BLANK,
    FaultKind.NO_REPORT,
})  # fmt: skip


class Fate(StrEnum):
    """What became of a file."""

    READ = "read"
    DUPLICATE = "duplicate"
    REVISED = "revised"
    SET_ASIDE = "set aside"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One file as it was tried: an extraction or a failure, with the seconds that it took, the bytes that it has and the
    SHA-256 of its content in hex ("" where it could not be opened); `recalled` where an earlier run had read it."""

    name: str
    result: Extraction | Failure
    seconds: float = 0.0
    size: int = 0
    digest: str = ""
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """One file in the run log. `of` is the report that counts in its stead, `failure` why it gave none; `pages` and `encoding`
    are None where its format has none, `characters` where it was not read. `annual` is False where it was read and is no yearly
    report: it names no year that it reports on. `unread` are its pages that are pictures (see `Source`). `recalled` is True
    where an earlier run had read just this content."""

    name: str
    fate: Fate
    seconds: float
    size: int
    digest: str
    of: str | None = None
    failure: Failure | None = None
    characters: int | None = None
    pages: int | None = None
    encoding: str | None = None
    annual: bool = True
    unread: tuple[int, ...] = ()
    recalled: bool = False


def write_log(attempts: Iterable[Attempt], twins: Sequence[Twin]) -> tuple[LogLine, ...]:
    """A line for each attempt, in order."""
    of = {twin.name: twin for twin in twins}
    return tuple(_line(attempt, of.get(attempt.name)) for attempt in attempts)


def _line(attempt: Attempt, twin: Twin | None) -> LogLine:
    result = attempt.result
    if isinstance(result, Failure):
        fate = Fate.SET_ASIDE if result.kind in _SET_ASIDE else Fate.FAILED
        return LogLine(attempt.name, fate, attempt.seconds, attempt.size, attempt.digest, failure=result)
    fate = Fate.READ if twin is None else Fate.REVISED if twin.revised else Fate.DUPLICATE
    report, source = result.report, result.report.source
    return LogLine(
        attempt.name, fate, attempt.seconds, attempt.size, attempt.digest, twin.of if twin else None, None, len(report.text),
        len(source.pages) or None if source else None, source.encoding if source else None, report.year is not None,
        source.unread if source else (), attempt.recalled,
    )  # fmt: skip


def say_pages(pages: Sequence[int]) -> str:
    """Numbers of pages in order, runs of them short: 3, 7–12."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    return ", ".join("–".join(map(str, run)) for run in runs)
