"""The command line: python -m extract read PATH… | check | try "句子".

Results go to the standard output, everything else to the standard error. Exit code 0: all was read; 1: some file failed,
the others were read; 2: a wrong call or a faulty catalogue.
"""

from __future__ import annotations

import argparse
import difflib
import io
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from . import extract_reports, extract_text
from .catalog import Catalog, read_catalog
from .clauses import split_clauses
from .errors import CatalogError, Failure
from .evidence import lit, quote
from .files import find_files, read_files
from .model import Basis, Extraction, Overrun, Qualifier, Reading, Reason, Refusal, Role
from .proof import load_catalog, prove
from .terminal import Column, clean, progress_bar, table

DEFAULT_CATALOG = Path(__file__).resolve().parent.parent / "metrics.yaml"

_SIGNS = {Qualifier.EXACT: "", Qualifier.MIN: "≥", Qualifier.MAX: "≤", Qualifier.APPROX: "≈"}
_BASES = {Basis.STATED: "原文", Basis.COMPUTED: "推算", Basis.IMPLIED: "推断"}
_ROLES = {Role.WORK: "工作", Role.PROBLEMS: "问题", Role.PLAN: "计划", Role.FRAME: "版式"}
_REASONS = {
    Reason.PLAN: "计划", Reason.TARGET: "目标", Reason.OTHER_YEAR: "其他年度", Reason.OTHER_BODY: "其他主体",
    Reason.OTHER_UNIT: "计量不符", Reason.OTHER_MATTER: "其他事项", Reason.CHANGE: "增减幅度", Reason.RULE: "规定要求",
    Reason.PART: "部分", Reason.WEAKER_BASIS: "依据较弱", Reason.OVERLAPPED: "重复", Reason.IMPLAUSIBLE: "数值不合理",
    Reason.TIMEOUT: "查找超时",
}  # fmt: skip


class WrongCallError(Exception):
    """A call that can't be carried out as it was made; its text is one line."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command line `argv` (without the program's name); gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parser().parse_args(argv)
    try:
        code: int = args.work(args)
        sys.stdout.flush()
    except (CatalogError, WrongCallError) as fault:
        _tell(str(fault))
        return 2
    except BrokenPipeError:
        # The reader has had enough (| head): nothing is wrong, and nothing more may be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m extract", description="Figures from reports on law-based government.")
    commands = parser.add_subparsers(required=True, metavar="read|check|try")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--catalog", type=Path, default=DEFAULT_CATALOG, metavar="PATH", help="the catalogue (metrics.yaml)")

    read = commands.add_parser("read", parents=[common], help="print the readings of files and folders")
    read.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all that is in it")
    read.add_argument("--refused", action="store_true", help="print what was seen and not taken, with its reason")
    read.add_argument("--format", choices=("table", "jsonl"), default="table", help="aligned for the eye, or an object a line")
    read.add_argument("--indicator", action="append", default=[], metavar="ID", help="only this indicator (may be repeated)")
    read.set_defaults(work=_read)

    check = commands.add_parser("check", parents=[common], help="prove the catalogue by its own examples")
    check.set_defaults(work=_check)

    attempt = commands.add_parser("try", parents=[common], help="explain what is read from one sentence, and what is not")
    attempt.add_argument("sentence", help="the sentence, or - for the standard input")
    attempt.add_argument("--year", type=int, help="the year that the report is of")
    attempt.set_defaults(work=_try)
    return parser


# ---- read ---------------------------------------------------------------------------------------------------------------


def _read(args: argparse.Namespace) -> int:
    found = find_files(args.paths)
    if found.missing:
        raise WrongCallError("; ".join(f"{path}: there is no such file or folder" for path in found.missing))
    if not found.files:
        raise WrongCallError(f"no report stands in {', '.join(map(str, args.paths))}")
    catalog = load_catalog(args.catalog)
    wanted = _wanted(args.indicator, catalog)
    unread: list[Failure] = []
    bar = progress_bar(len(found.files), sys.stderr)
    batch = extract_reports(read_files(found.files, unread), catalog=catalog, progress=bar)
    if args.format == "jsonl":
        for extraction in batch.extractions:
            for record in _records(extraction, catalog, wanted, args.refused):
                print(json.dumps(record, ensure_ascii=False))
    else:
        print(_shown(batch.extractions, catalog, wanted, args.refused))
    return _report(batch.extractions, [*unread, *batch.failures], found.skipped)


def _wanted(ids: Sequence[str], catalog: Catalog) -> frozenset[str]:
    """The indicators asked for; all of them where none is."""
    for unknown in [i for i in ids if i not in catalog.indicators]:
        near = difflib.get_close_matches(unknown, catalog.indicators, n=3)
        hint = f"; is it {' or '.join(near)}?" if near else ""
        raise WrongCallError(f"--indicator {unknown}: the catalogue has no such indicator{hint}")
    return frozenset(ids or catalog.indicators)


def _report(extractions: Sequence[Extraction], failures: Sequence[Failure], skipped: Sequence[Path]) -> int:
    """Tell what went unread and what looks like no yearly report; gives the exit code."""
    for path in skipped:
        _tell(f"{path}: skipped, it is of no kind that holds a report.")
    for extraction in extractions:
        report = extraction.report
        unknown = [name for name, value in (("title", report.title), ("year", report.year)) if value is None]
        if unknown:
            _tell(f"{report.doc_id}: note: it names no {' and no '.join(unknown)} of its own; is it a yearly report?")
    for failure in failures:
        _tell(f"{failure.name}: {failure.problem}. To mend it: {failure.cure}.")
    return 1 if failures else 0


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
        "value": _number(reading.value),
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
        "value": _number(figure.quantity.value) if figure else None,
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


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _shown(extractions: Iterable[Extraction], catalog: Catalog, wanted: frozenset[str], refused: bool) -> str:
    """The readings or the refusals of all reports as one table."""
    records = [record for extraction in extractions for record in _records(extraction, catalog, wanted, refused)]
    if not records:
        return "没有未采用的数字。" if refused else "没有读数。"
    head = [Column("文件", 22), Column("地区", 16), Column("年度"), Column("指标", 28)]
    head += [Column("数值", number=True), Column("单位")]
    if refused:
        head += [Column("理由"), Column("依据的字句", 24), Column("原文")]
        rows = [[*_cells(r), _REASONS[Reason(str(r["reason"]))], str(r["detail"]), str(r["quote"])] for r in records]
    else:
        head += [Column("依据"), Column("主"), Column("范围", 16), Column("原文")]
        rows = [
            [*_cells(r), _BASES[Basis(str(r["basis"]))], "是" if r["main"] else "", str(r["scope"] or ""), str(r["quote"])]
            for r in records
        ]
    return table(head, rows, shutil.get_terminal_size((160, 24)).columns)


def _cells(record: dict[str, object]) -> list[str]:
    place, year = record["locality"], record["year"]
    known = ["" if item is None else str(item) for item in (record["doc"], place, year)]
    return [*known, str(record["name"]), _value(record), str(record["unit"] or "")]


def _value(record: dict[str, object]) -> str:
    """The value with its sign; a dash where there is none, because a pattern was stopped."""
    return "—" if record["value"] is None else f"{_SIGNS[Qualifier(str(record['qualifier']))]}{record['value']}"


# ---- check and try ------------------------------------------------------------------------------------------------------


def _check(args: argparse.Namespace) -> int:
    catalog = read_catalog(args.catalog)
    proof = prove(catalog)
    for fault in proof.faults:
        _tell(str(fault))
    patterns = sum(len(indicator.patterns) for indicator in catalog.indicators.values())
    print(
        f"{args.catalog.name} {catalog.stamp}: {len(catalog.indicators)} indicators, {patterns} patterns, "
        f"{len(catalog.themes)} themes, {len(catalog.units)} units; "
        f"{proof.examples} examples and {proof.counterexamples} counterexamples run, {len(proof.faults)} faults."
    )
    return 2 if proof.faults else 0


def _try(args: argparse.Namespace) -> int:
    catalog = load_catalog(args.catalog)
    text = sys.stdin.read() if args.sentence == "-" else args.sentence
    extraction = extract_text(text, catalog=catalog, year=args.year)
    print("\n".join(_explained(extraction, catalog)))
    return 0


def _explained(extraction: Extraction, catalog: Catalog) -> Iterator[str]:
    """The sentences with their figures lit and numbered, then what each number was taken or refused as."""
    text = extraction.report.text
    figures = [reading.figure for reading in extraction.readings]
    figures += [r.candidate.span if isinstance(r.candidate, Overrun) else r.candidate.figure for r in extraction.refusals]
    segments = lit(text, list(zip(figures, range(1, len(figures) + 1), strict=True)))
    for clause in split_clauses(extraction.report):
        parts = ((s, text[max(s.start, clause.span.start) : min(s.end, clause.span.end)]) for s in segments)
        words = "".join(f"【{clean(part)}】{','.join(map(str, s.keys))}" if s.keys else part for s, part in parts if part)
        yield f"{_ROLES[clause.role]}  {clean(words)}"
    for n, reading in enumerate(extraction.readings, start=1):
        record = _record(extraction, reading, catalog)
        scope = f"（{clean(reading.scope)}）" if reading.scope else ""
        yield f"{n}. 读数：{_told(record)}{scope} · “{clean(reading.quote)}” · {reading.pattern_id}"
    for n, refusal in enumerate(extraction.refusals, start=len(extraction.readings) + 1):
        record = _refusal_record(extraction, refusal, catalog)
        why = _REASONS[refusal.reason] + (f"（{clean(refusal.detail)}）" if refusal.detail else "")
        yield f"{n}. 未采用：{_told(record)} · 理由：{why} · “{clean(str(record['quote']))}” · {record['pattern']}"
    if not figures:
        named = "、".join(f"{catalog.indicators[i].name} {i}" for i in extraction.mentions)
        yield f"没有读数。提到的指标：{named}" if named else "没有读数，也没有提到任何指标。"


def _told(record: dict[str, object]) -> str:
    told = f"{record['name']} {record['indicator']} = {_value(record)}{record['unit'] or ''}"
    return told if record["basis"] is None else f"{told} {_BASES[Basis(str(record['basis']))]}"


def _tell(line: str) -> None:
    print(clean(line), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
