"""python -m extract check [PATH…] → the proof of the catalogue, what is doubtful in it, and what each pattern does.

The patterns are counted over the reports given, else over the catalogue's own sentences; with labelled passages
(--cases) precision and recall are measured too.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..accuracy import Accuracy, Case, CaseError, Score, measure, read_cases, total, write_accuracy
from ..catalog import Catalog
from ..doubts import find_doubts
from ..errors import Failure
from ..files import read_files
from ..pattern_report import PatternReport, Tally, examples_of, report_patterns
from ..pipeline import extract_reports
from ..proof import Proof, prove_file
from ..terminal import Column, clean, progress_bar, table
from . import WrongCallError, find_reports, tell_failures, tell_fault
from .words import REASONS

if TYPE_CHECKING:
    from . import Commands


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """The words of the command."""
    check = commands.add_parser(
        "check", parents=[common], help="prove the catalogue by its own examples, and report on its patterns"
    )
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="count the patterns over these reports, not the examples"
    )
    check.add_argument("--patterns", action="store_true", help="print what each pattern does, also without reports")
    check.add_argument("--cases", nargs="+", type=Path, default=[], metavar="FILE", help="labelled passages, an object a line")
    check.add_argument("--write", type=Path, metavar="FILE", help="write precision and recall of the indicators there")
    check.set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Prove, count, measure and print; gives the exit code. Raises CatalogError and WrongCallError."""
    if args.write and not args.cases:
        raise WrongCallError("--write needs --cases: without labelled passages nothing is measured")
    cases = [case for path in args.cases for case in _cases(path)]
    catalog, proof = prove_file(args.catalog)
    for fault in proof.faults:
        tell_fault(fault)
    if proof.faults:
        print(_summary(catalog, args.catalog, proof, 0))
        return 2
    own = report_patterns(catalog, examples_of(catalog))
    given, failures = _report(catalog, args.paths) if args.paths else (own, [])
    doubts = find_doubts(catalog, own, given)
    for doubt in doubts:
        tell_fault(doubt)
    accuracy = measure(catalog, cases) if cases else None
    if args.paths or args.patterns or accuracy:
        print(_patterns(catalog, given, accuracy))
        for conflict in given.conflicts:
            print(f"矛盾 {conflict.name} “{clean(conflict.quote)}”: {'; '.join(conflict.said)}")
    if accuracy:
        print(_indicators(catalog, accuracy))
        if args.write:
            _write(args.write, accuracy)
    print(_summary(catalog, args.catalog, proof, len(doubts)))
    tell_failures(failures)
    return 1 if failures else 0


def _cases(path: Path) -> list[Case]:
    try:
        return read_cases(path)
    except CaseError as error:
        raise WrongCallError(str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise WrongCallError(f"{path}: it cannot be read ({error})") from error


def _report(catalog: Catalog, paths: Sequence[Path]) -> tuple[PatternReport, tuple[Failure, ...]]:
    """What the patterns do in the reports, and the files that could not be read."""
    found = find_reports(paths)
    bar = progress_bar(len(found.files), sys.stderr)
    batch = extract_reports(read_files(found.files), catalog=catalog, progress=bar)
    return report_patterns(catalog, batch.extractions), batch.failures


def _write(path: Path, accuracy: Accuracy) -> None:
    try:
        path.write_text(write_accuracy(accuracy), encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongCallError(f"--write {path}: it cannot be written ({error.strerror or error})") from error


def _summary(catalog: Catalog, path: Path, proof: Proof, doubts: int) -> str:
    patterns = sum(len(indicator.patterns) for indicator in catalog.indicators.values())
    return (
        f"{path.name} {catalog.stamp}: {len(catalog.indicators)} indicators, {patterns} patterns, "
        f"{len(catalog.themes)} themes, {len(catalog.units)} units; {proof.examples} examples and {proof.counterexamples} "
        f"counterexamples run, {doubts} doubts, {len(proof.faults)} faults."
    )


def _patterns(catalog: Catalog, report: PatternReport, accuracy: Accuracy | None) -> str:
    """A row a pattern, in the catalogue's order."""
    head = [Column("指标", 28), Column("句式", 20), Column("命中", number=True), Column("独自", number=True)]
    head += [Column("矛盾", number=True), *([Column("精确率", number=True)] if accuracy else [])]
    head += [Column("同时命中的句式", 36), Column("未采用")]
    rows = []
    for (indicator_id, pattern_id), tally in report.tallies.items():
        score = [_share(accuracy.patterns.get((indicator_id, pattern_id), Score()).precision)] if accuracy else []
        name = catalog.indicators[indicator_id].name
        rows.append([name, pattern_id, str(tally.hits), str(tally.sole), str(tally.conflicts), *score, *_others(tally)])
    return table(head, rows, shutil.get_terminal_size((160, 24)).columns)


def _others(tally: Tally) -> tuple[str, str]:
    overlaps = "、".join(f"{name} {count}" for name, count in sorted(tally.overlaps.items()))
    refusals = "、".join(f"{REASONS[reason]} {count}" for reason, count in sorted(tally.refusals.items()))
    return overlaps, refusals


def _indicators(catalog: Catalog, accuracy: Accuracy) -> str:
    """A row an indicator that the passages label, and one of all of them."""
    head = [Column("指标", 28), Column("标注", number=True), Column("误读", number=True), Column("漏读", number=True)]
    head += [Column("精确率", number=True), Column("召回率", number=True)]
    named = [(catalog.indicators[one].name, score) for one, score in accuracy.indicators.items()]
    rows = [_scored(name, score) for name, score in [*named, ("合计", total(accuracy.indicators.values()))]]
    return table(head, rows, shutil.get_terminal_size((160, 24)).columns)


def _scored(name: str, score: Score) -> list[str]:
    counts = [str(score.labelled), str(score.false), str(score.lost)]
    return [name, *counts, _share(score.precision), _share(score.recall)]


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
