"""python -m extract read PATH… → the readings of files and folders, or what was seen in them and not taken."""

from __future__ import annotations

import argparse
import difflib
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..catalog import Catalog
from ..evidence import quote
from ..files import read_files
from ..memory import Memory
from ..model import Basis, Extraction, Overrun, Qualifier, Reading, Reason, Refusal
from ..pipeline import Batch, extract_reports
from ..proof import load_catalog
from ..runlog import Fate, LogLine, say_pages
from ..terminal import Column, progress_bar, table, tell
from ..twins import Twin
from . import WrongCallError, find_reports, tell_failures
from .words import BASES, REASONS, SIGNS, plain_number

if TYPE_CHECKING:
    from . import Commands


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """The words of the command."""
    read = commands.add_parser("read", parents=[common], help="print the readings of files and folders")
    read.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all that is in it")
    read.add_argument("--refused", action="store_true", help="print what was seen and not taken, with its reason")
    read.add_argument("--format", choices=("table", "jsonl"), default="table", help="aligned for the eye, or an object a line")
    read.add_argument("--indicator", action="append", default=[], metavar="ID", help="only this indicator (may be repeated)")
    read.add_argument("--log", type=Path, metavar="FILE", help="write what became of every file, an object a line")
    read.add_argument(
        "--again", action="store_true", help="read also what an earlier run has read and what has not changed since"
    )
    read.set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Read and print; gives the exit code. Raises CatalogError and WrongCallError."""
    found = find_reports(args.paths)
    catalog = load_catalog(args.catalog)
    wanted = _wanted(args.indicator, catalog)
    bar = progress_bar(len(found.files), sys.stderr)
    memory = None if args.again else Memory(catalog)
    batch = extract_reports(read_files(found.files), catalog=catalog, memory=memory, progress=bar)
    if args.format == "jsonl":
        for extraction in batch.extractions:
            for record in _records(extraction, catalog, wanted, args.refused):
                print(json.dumps(record, ensure_ascii=False))
    else:
        print(_shown(batch.extractions, catalog, wanted, args.refused))
    if args.log:
        _write_log(args.log, batch)
    return _report(batch, found.skipped)


def _wanted(ids: Sequence[str], catalog: Catalog) -> frozenset[str]:
    """The indicators asked for; all of them where none is."""
    for unknown in [i for i in ids if i not in catalog.indicators]:
        near = difflib.get_close_matches(unknown, catalog.indicators, n=3)
        hint = f"; is it {' or '.join(near)}?" if near else ""
        raise WrongCallError(f"--indicator {unknown}: the catalogue has no such indicator{hint}")
    return frozenset(ids or catalog.indicators)


def _report(batch: Batch, skipped: Sequence[Path]) -> int:
    """Tell what became of the files that did not simply count; gives the exit code."""
    for path in skipped:
        tell(f"{path}: skipped, it is of no kind that holds a report.")
    for extraction in batch.extractions:
        report = extraction.report
        unknown = [name for name, value in (("title", report.title), ("year", report.year)) if value is None]
        if unknown:
            tell(f"{report.doc_id}: note: it names no {' and no '.join(unknown)} of its own; is it a yearly report?")
    for line in batch.log:
        if line.unread:
            tell(f"{line.name}: note: {len(line.unread)} of its pages are pictures and were not read: {say_pages(line.unread)}.")
    for twin in batch.twins:
        tell(_told(twin))
    tell_failures(batch.failures)
    fates = Counter(line.fate for line in batch.log)
    known = sum(line.recalled for line in batch.log)
    unchanged = f" {known} unchanged since an earlier run, not read again." if known else ""
    tell(f"{len(batch.log)} files: {', '.join(f'{fates[fate]} {fate}' for fate in Fate if fates[fate])}.{unchanged}")
    return 1 if batch.failures else 0


def _told(twin: Twin) -> str:
    if not twin.revised:
        return f"{twin.name}: the same report as {twin.of}; it counts once."
    changes = [f"{c.indicator_id} {'/'.join(c.earlier) or '—'} → {'/'.join(c.later) or '—'}" for c in twin.changes]
    said = f" ({'; '.join(changes)})" if changes else ""
    phrases = f"{len(twin.removed)} phrases out, {len(twin.added)} in"
    return f"{twin.name}: an earlier state of {twin.of}, which counts; {phrases}, {len(changes)} indicators differ{said}."


def _write_log(path: Path, batch: Batch) -> None:
    """The run log, an object a line."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for line in batch.log:
                print(json.dumps(_log_record(line), ensure_ascii=False), file=file)
    except OSError as error:
        raise WrongCallError(f"--log {path}: it cannot be written ({error.strerror or error})") from error


def _log_record(line: LogLine) -> dict[str, object]:
    failure = line.failure
    return {
        "file": line.name,
        "fate": line.fate.value,
        "of": line.of,
        "reason": failure.problem if failure else None,
        "cure": failure.cure if failure else None,
        "annual": line.annual if failure is None else None,
        "pages": line.pages,
        "unread_pages": list(line.unread) if failure is None else None,
        "characters": line.characters,
        "encoding": line.encoding,
        "bytes": line.size,
        "sha256": line.digest or None,
        "seconds": round(line.seconds, 3),
        "unchanged": line.recalled,
    }


def _records(extraction: Extraction, catalog: Catalog, wanted: frozenset[str], refused: bool) -> Iterator[dict[str, object]]:
    """The readings or the refusals of one report as objects of plain values."""
    if refused:
        for refusal in extraction.refusals:
            if refusal.candidate.indicator_id in wanted:
                yield _refusal_record(extraction, refusal, catalog)
    else:
        for reading in extraction.readings:
            if reading.indicator_id in wanted:
                yield _record(extraction, reading, catalog)


def _record(extraction: Extraction, reading: Reading, catalog: Catalog) -> dict[str, object]:
    return {
        **_whose(extraction),
        "indicator": reading.indicator_id,
        "name": catalog.indicators[reading.indicator_id].name,
        "value": plain_number(reading.value),
        "unit": reading.unit,
        "qualifier": reading.qualifier.value,
        "basis": reading.basis.value,
        "scope": reading.scope,
        "main": reading.main,
        "start": reading.span.start,
        "end": reading.span.end,
        "quote": reading.quote,
        "pattern": reading.pattern_id,
    }


def _refusal_record(extraction: Extraction, refusal: Refusal, catalog: Catalog) -> dict[str, object]:
    candidate = refusal.candidate
    figure = None if isinstance(candidate, Overrun) else candidate  # a pattern that was stopped gives none
    return {
        **_whose(extraction),
        "indicator": candidate.indicator_id,
        "name": catalog.indicators[candidate.indicator_id].name,
        "value": plain_number(figure.quantity.value) if figure else None,
        "unit": figure.quantity.unit if figure else None,
        "qualifier": figure.quantity.qualifier.value if figure else None,
        "basis": figure.basis.value if figure else None,
        "scope": figure.scope if figure else None,
        "main": False,
        "start": candidate.span.start,
        "end": candidate.span.end,
        "quote": quote(extraction.report.text, candidate.span),
        "pattern": candidate.pattern_id,
        "reason": refusal.reason.value,
        "detail": refusal.detail,
    }


def _whose(extraction: Extraction) -> dict[str, object]:
    report = extraction.report
    place = report.locality
    level = place.level.value if place is not None and place.level is not None else None
    return {"doc": report.doc_id, "locality": place.name if place is not None else None, "level": level, "year": report.year}


def _shown(extractions: Iterable[Extraction], catalog: Catalog, wanted: frozenset[str], refused: bool) -> str:
    """The readings or the refusals of all reports as one table."""
    records = [record for extraction in extractions for record in _records(extraction, catalog, wanted, refused)]
    if not records:
        return "没有未采用的数字。" if refused else "没有读数。"
    head = [Column("文件", 22), Column("地区", 16), Column("年度"), Column("指标", 28)]
    head += [Column("数值", number=True), Column("单位")]
    if refused:
        head += [Column("理由"), Column("依据的字句", 24), Column("原文")]
        rows = [[*_cells(r), REASONS[Reason(str(r["reason"]))], str(r["detail"]), str(r["quote"])] for r in records]
    else:
        head += [Column("依据"), Column("主"), Column("范围", 16), Column("原文")]
        rows = [
            [*_cells(r), BASES[Basis(str(r["basis"]))], "是" if r["main"] else "", str(r["scope"] or ""), str(r["quote"])]
            for r in records
        ]
    return table(head, rows, shutil.get_terminal_size((160, 24)).columns)


def _cells(record: dict[str, object]) -> list[str]:
    place, year = record["locality"], record["year"]
    known = ["" if item is None else str(item) for item in (record["doc"], place, year)]
    return [*known, str(record["name"]), _value(record), str(record["unit"] or "")]


def _value(record: dict[str, object]) -> str:
    """The value with its sign; a dash where there is none, because a pattern was stopped."""
    return "—" if record["value"] is None else f"{SIGNS[Qualifier(str(record['qualifier']))]}{record['value']}"
