"""A file or a text → its extraction: the stages in order, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .catalog import Catalog
from .checks import check_arithmetic
from .clauses import split_clauses
from .earlier import find_earlier
from .errors import Failure, FaultKind, ReadError
from .formats import read_source
from .matching import find_candidates, find_mentions
from .metadata import read_report
from .model import Extraction
from .readings import judge
from .source import Source


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a set of files: an extraction for each that was read, a failure for each that was not, in their order."""

    extractions: tuple[Extraction, ...] = ()
    failures: tuple[Failure, ...] = ()


def extract_text(
    text: str, *, catalog: Catalog, year: int | None = None, doc_id: str = "text", source: Source | None = None
) -> Extraction:
    """A report's text → its extraction. `year` is the report year where the text itself names none, `source` what the file
    says of its places. Never raises."""
    report = replace(read_report(doc_id, text, year=year), source=source)
    clauses = split_clauses(report)
    candidates = find_candidates(report, clauses, catalog)
    readings, refusals = judge(report, candidates, catalog)
    checks = check_arithmetic(report, clauses, readings, catalog)
    earlier = find_earlier(report, clauses, readings, refusals, catalog)
    return Extraction(report, readings, refusals, checks, find_mentions(report, catalog), earlier)


def extract_report(name: str, data: bytes, *, catalog: Catalog) -> Extraction:
    """A file → its extraction, with the file's name as `doc_id`.

    Raises ReadError where the file cannot be read as text, or where the text is no report: nothing in it says who
    reports, on which year or on what.
    """
    source = read_source(name, data)
    extraction = extract_text(source.text, catalog=catalog, doc_id=name, source=source)
    report = extraction.report
    if report.title is None and report.year is None and report.locality is None and not extraction.readings:
        raise ReadError(name, FaultKind.NO_REPORT)
    return extraction


def extract_reports(
    files: Iterable[tuple[str, bytes]], *, catalog: Catalog, progress: Callable[[int, str], None] | None = None
) -> Batch:
    """Files as (name, bytes) → what came of each; a bad file is one failure and the others go on.

    `progress` is called after each file with the count so far and the file's name.
    """
    extractions: list[Extraction] = []
    failures: list[Failure] = []
    for count, (name, data) in enumerate(files, start=1):
        try:
            extractions.append(extract_report(name, data, catalog=catalog))
        except ReadError as fault:
            failures.append(Failure(fault.name, fault.kind, fault.fields))
        if progress is not None:
            progress(count, name)
    return Batch(tuple(extractions), tuple(failures))
