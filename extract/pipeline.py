"""A file or a text → its extraction: the stages in order, nothing else."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from .archives import unpack
from .catalog import Catalog
from .checks import check_arithmetic
from .clauses import split_clauses
from .earlier import find_earlier
from .errors import Failure, FaultKind, ReadError
from .formats import read_source
from .matching import find_candidates, find_mentions
from .memory import Memory
from .metadata import read_report
from .model import Extraction, Locality, Report
from .readings import judge
from .runlog import Attempt, LogLine, write_log
from .source import Source
from .twins import Twin, find_twins


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a report where its text was taken wrongly or says nothing; None leaves what was read."""

    locality: Locality | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a set of files: an extraction for each report that counts, a failure for each file that was not read, the
    twins of those that count, and the run log, each in the order of the files."""

    extractions: tuple[Extraction, ...] = ()
    failures: tuple[Failure, ...] = ()
    twins: tuple[Twin, ...] = ()
    log: tuple[LogLine, ...] = ()


def extract_text(
    text: str,
    *,
    catalog: Catalog,
    year: int | None = None,
    doc_id: str = "text",
    source: Source | None = None,
    correction: Correction | None = None,
) -> Extraction:
    """A report's text → its extraction. `year` is the report year where the text itself names none, `source` what the file
    says of its places, `correction` what a person says instead of the text. Never raises."""
    report = _correct(replace(read_report(doc_id, text, year=year), source=source), correction or Correction())
    clauses = split_clauses(report)
    candidates = find_candidates(report, clauses, catalog)
    readings, refusals = judge(report, candidates, catalog)
    checks = check_arithmetic(report, clauses, readings, catalog)
    earlier = find_earlier(report, clauses, readings, refusals, catalog)
    return Extraction(report, readings, refusals, checks, find_mentions(report, catalog), earlier)


def _correct(report: Report, correction: Correction) -> Report:
    """The report as corrected: words that said otherwise are no evidence any more."""
    told = {"locality": correction.locality, "year": correction.year}
    changed = {field for field, value in told.items() if value is not None and value != getattr(report, field)}
    evidence = {field: span for field, span in report.evidence.items() if field not in changed}
    locality = correction.locality if "locality" in changed else report.locality
    return replace(report, locality=locality, year=correction.year if "year" in changed else report.year, evidence=evidence)


def extract_report(name: str, data: bytes, *, catalog: Catalog, correction: Correction | None = None) -> Extraction:
    """A file → its extraction, with the file's name as `doc_id`.

    Raises ReadError where the file cannot be read as text, or where the text is no report: nothing in it says who
    reports, on which year or on what.
    """
    source = read_source(name, data)
    extraction = extract_text(source.text, catalog=catalog, doc_id=name, source=source, correction=correction)
    report = extraction.report
    if report.title is None and report.year is None and report.locality is None and not extraction.readings:
        raise ReadError(name, FaultKind.NO_REPORT)
    return extraction


def digest_of(data: bytes) -> str:
    """What a file's content is known by, whatever its name."""
    return hashlib.sha256(data).hexdigest()


def attempt_file(
    name: str, data: bytes, *, catalog: Catalog, correction: Correction | None = None, memory: Memory | None = None
) -> Attempt:
    """A file → what came of it: its extraction, or the failure that says why there is none.

    What `memory` holds is not read again, and what is read is kept there.
    """
    started = time.perf_counter()
    told = "" if correction is None else repr(correction)
    known = None if memory is None else memory.recall(name, data, told)
    result: Extraction | Failure
    if known is not None:
        result = replace(known, report=replace(known.report, doc_id=name))
    else:
        try:
            result = extract_report(name, data, catalog=catalog, correction=correction)
        except ReadError as fault:
            result = Failure(fault.name, fault.kind, fault.fields)
        if memory is not None and isinstance(result, Extraction):
            memory.keep(name, data, result, told)
    seconds = time.perf_counter() - started
    return Attempt(name, result, seconds, len(data), digest_of(data), recalled=known is not None)


def gather(attempts: Sequence[Attempt]) -> Batch:
    """What came of a set of files, with the reports that are told twice counted once."""
    extractions, twins = find_twins(attempt.result for attempt in attempts if isinstance(attempt.result, Extraction))
    failures = tuple(attempt.result for attempt in attempts if isinstance(attempt.result, Failure))
    return Batch(extractions, failures, twins, write_log(attempts, twins))


def extract_reports(
    files: Iterable[tuple[str, bytes] | Failure],
    *,
    catalog: Catalog,
    memory: Memory | None = None,
    progress: Callable[[int, str], None] | None = None,
) -> Batch:
    """Files as (name, bytes) → what came of each and of all together; a zip archive stands for the files that it holds.

    A bad file is one failure and the others go on; a failure that is handed in, of a file that could not be opened, is kept in
    its place. What `memory` holds is not read again, and what is read is kept there. `progress` is called after each file with
    the count so far and the file's name.
    """
    attempts: list[Attempt] = []
    for count, file in enumerate(unpack(files), start=1):
        attempts.append(
            Attempt(file.name, file) if isinstance(file, Failure) else attempt_file(*file, catalog=catalog, memory=memory)
        )
        if progress is not None:
            progress(count, attempts[-1].name)
    if memory is not None:
        memory.prune()
    return gather(attempts)
