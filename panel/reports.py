"""Extractions, failures and the run log → the table of reports, one row a file, with a unique label for each place.

A place is a locality (its name and the divisions it lies in), whatever the year, and under its latest name where it was renamed
(panel/renames.py); a file without a known locality is a place of its own, labelled by its doc_id, so that nothing read is lost
from sight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from extract.errors import Failure
from extract.model import DivisionPath, Extraction, Locality
from extract.runlog import Fate, LogLine, say_pages
from panel.renames import series_of
from panel.schema import REPORT_COLUMNS, to_table

READ, DUPLICATE, REVISED, SET_ASIDE, FAILED = (str(fate) for fate in Fate)
# Files that gave no report, and those whose report counts under another file's name.
NOT_READ, TWINS = (SET_ASIDE, FAILED), (DUPLICATE, REVISED)


def build_reports(
    extractions: Iterable[Extraction], failures: Iterable[Failure] = (), log: Iterable[LogLine] = ()
) -> pd.DataFrame:
    """REPORT_COLUMNS, first the reports that count, then the files that gave none, then those that are one of the first again
    (`of`), each in the order given.

    `problem` and `cure` are in English, and missing for a report that was read; for a file that gave none all is missing but
    doc_id, place, these two, what the log says and zero counts. Without a log the last columns are missing.
    """
    lines = {line.name: line for line in log}
    held = list(extractions)
    labels = _labels(series_of(held))
    rows = [_read_row(e, label, lines.get(e.report.doc_id)) for e, label in zip(held, labels, strict=True)]
    rows += [_failed_row(failure, lines.get(failure.name)) for failure in failures]
    rows += [_twin_row(line) for line in lines.values() if line.fate in TWINS]
    return to_table(rows, REPORT_COLUMNS)


def place_labels(reports: pd.DataFrame) -> tuple[str, ...]:
    """The label of each place with a report that was read, once each, widest division first, in the order of the names."""
    read = reports[reports["status"] == READ]
    keys = ["province", "prefecture", "county", "township", "place"]
    return tuple(read.sort_values(keys, na_position="first")["place"].drop_duplicates())


def path_of(extraction: Extraction) -> tuple[str | None, str | None, str | None, str | None, str | None, str | None]:
    """Locality, level, province, prefecture, county, township of a report; None for each that is unknown."""
    locality = extraction.report.locality
    if locality is None:
        return (None, None, None, None, None, None)
    level = None if locality.level is None else str(locality.level)
    return (locality.name, level, *locality.path)


def _read_row(extraction: Extraction, label: str | None, line: LogLine | None) -> Sequence[object]:
    report = extraction.report
    counts = (*_logged(line), len(report.text), len(extraction.readings), len(extraction.refusals))
    described = (report.year, report.published, report.index_number, READ, None, None)
    return (report.doc_id, label or report.doc_id, report.title, *path_of(extraction), *described, *counts)


def _failed_row(failure: Failure, line: LogLine | None) -> Sequence[object]:
    unknown = (None,) * 10
    status = FAILED if line is None else str(line.fate)
    return (failure.name, failure.name, *unknown, status, failure.problem, failure.cure, *_logged(line), 0, 0, 0)


def _twin_row(line: LogLine) -> Sequence[object]:
    unknown = (None,) * 10
    return (line.name, line.name, *unknown, str(line.fate), None, None, *_logged(line), line.characters or 0, 0, 0)


def _logged(line: LogLine | None) -> tuple[object, ...]:
    """Of which report it is a twin, pages, those of them that are pictures, encoding and seconds."""
    if line is None:
        return (None,) * 5
    return (line.of, line.pages, say_pages(line.unread) or None, line.encoding, line.seconds)


def _labels(localities: Sequence[Locality | None]) -> list[str | None]:
    """A label for each locality; None for an unknown one."""
    paths: dict[str, set[DivisionPath]] = {}
    for locality in localities:
        if locality is not None:
            paths.setdefault(locality.name, set()).add(locality.path)
    labels = {name: _tell_apart(name, sorted(found, key=_sort_key)) for name, found in paths.items()}
    return [None if locality is None else labels[locality.name][locality.path] for locality in localities]


def _tell_apart(name: str, paths: Sequence[DivisionPath]) -> Mapping[DivisionPath, str]:
    """The bare name for a name of one place; else the nearest division above, and as many more as it takes."""
    if len(paths) == 1:
        return {paths[0]: name}
    above = {path: [part for part in path if part is not None and part != name] for path in paths}
    labels: dict[DivisionPath, str] = {}
    for path in paths:
        depth = 1
        while depth < len(above[path]) and _is_shared(above[path][-depth:], above.values()):
            depth += 1
        labels[path] = f"{name}（{''.join(above[path][-depth:])}）" if above[path] else name
    # Two paths that differ only in a part that is not known can still share a label: number those that do.
    counts, seen = Counter(labels.values()), Counter[str]()
    for path, label in labels.items():
        seen[label] += 1
        if counts[label] > 1 and seen[label] > 1:
            labels[path] = f"{label} {seen[label]}"
    return labels


def _is_shared(tail: Sequence[str], paths: Iterable[Sequence[str]]) -> bool:
    return sum(list(path[-len(tail) :]) == list(tail) for path in paths) > 1


def _sort_key(path: DivisionPath) -> tuple[str, ...]:
    return tuple(part or "" for part in path)
