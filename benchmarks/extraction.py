"""2,000 reports like the seeds → how fast candidates and whole extractions are, as ratios measured in one run.

    python -m benchmarks.extraction [REPORTS]

    a  the plain way: every pattern of the catalogue with `regex.finditer` over the whole text (see `plain`); it takes long, so
       it is run on every tenth batch of the reports, and all ratios are per character
    b  finding candidates: the stage `find_candidates` alone, on reports whose clauses are split
    c  the whole way from text to Extraction
    d  the floor: reading a file, decoding it and one pass for the words that name the indicators

The ways run by turns on one batch of reports after the other, so that a busy machine disturbs all alike; times are of the
processor. Beside `a` stand two cheaper ways, so that nobody is misled: `a` without its dearest pattern, and the masked patterns
over the masked whole text without gates. Memory is the most that the process has held, with extractions dropped one by one.
Exit code 1: a budget is missed.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.plain import compile_plainly, count_matches
from benchmarks.reports import make_reports, with_synthetic_patterns
from extract import extract_text, load_catalog
from extract.catalog import Catalog
from extract.clauses import split_clauses
from extract.folding import fold
from extract.formats import read_source
from extract.matching import find_candidates, find_mentions, matcher_of
from extract.metadata import read_report
from extract.model import Clause, Report

ROOT = Path(__file__).parent.parent
REPORTS, BATCH, SAMPLED = 2_000, 20, 10
MORE_PATTERNS = 4


class Ways:
    """The ways to go through a batch of reports, by their letter, and the seconds for a character that each took so far."""

    def __init__(self, catalog: Catalog, folder: Path) -> None:
        self.catalog, self.more = catalog, with_synthetic_patterns(catalog, MORE_PATTERNS)
        self.file = folder / "report.txt"
        self.matcher = matcher_of(catalog)
        self.masked = [rule.expression for rule in self.matcher.rules]
        self.plain = compile_plainly(catalog)
        text = fold("\n".join(make_reports(5)))
        dearest = max(self.plain, key=lambda pattern: _seconds(lambda: count_matches([pattern], text)))
        self.cheaper = [pattern for pattern in self.plain if pattern is not dearest]
        for warmed in (self.catalog, self.more):
            extract_text(text, catalog=warmed)
        self.seconds: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()

    def go(self, texts: Sequence[str], *, plainly: bool) -> None:
        """Measure the ways on one batch, the plain ones where asked."""
        split = [(report, split_clauses(report)) for report in (read_report("report", text) for text in texts)]
        self._measure("b", texts, lambda: self._find(split))
        self._measure("c", texts, lambda: [extract_text(text, catalog=self.catalog) for text in texts])
        self._measure("c4", texts, lambda: [extract_text(text, catalog=self.more) for text in texts])
        self._measure("d", texts, lambda: [self._read(text) for text in texts])
        if plainly:
            self._measure("a", texts, lambda: [count_matches(self.plain, fold(text)) for text in texts])
            self._measure("cheaper", texts, lambda: [count_matches(self.cheaper, fold(text)) for text in texts])
            self._measure("masked", texts, lambda: [count_matches(self.masked, self._mask(text)) for text in texts])

    def ratio(self, way: str, to: str) -> float:
        """How many times as long one way takes as another, for a character."""
        return self.seconds[way] / self.characters[way] / (self.seconds[to] / self.characters[to])

    def _measure(self, way: str, texts: Sequence[str], work: Callable[[], object]) -> None:
        self.seconds[way] += _seconds(work)
        self.characters[way] += sum(map(len, texts))

    def _find(self, split: Sequence[tuple[Report, list[Clause]]]) -> None:
        for report, clauses in split:
            for _ in find_candidates(report, clauses, self.catalog):
                pass

    def _mask(self, text: str) -> str:
        folded = fold(text)
        return self.matcher.measures.shape(folded, list(self.matcher.measures.find(folded)))

    def _read(self, text: str) -> None:
        """The floor; that the file is written first is no part of it, but costs next to nothing."""
        self.file.write_text(text, "utf-8")
        report = Report("report", read_source(self.file.name, self.file.read_bytes()).text)
        find_mentions(report, self.catalog)


def main(count: int = REPORTS) -> int:
    """Measure, print, and tell by the exit code whether all budgets are kept."""
    catalog = load_catalog(ROOT / "metrics.yaml")
    memory = _memory_growth(catalog, count)
    with tempfile.TemporaryDirectory() as folder:
        ways = Ways(catalog, Path(folder))
        for number, texts in enumerate(_batches(make_reports(count))):
            ways.go(texts, plainly=number % SAMPLED == 0)
    characters, sampled = ways.characters["c"], ways.characters["a"]
    print(f"{count:,} reports, {characters:,} characters, {len(ways.plain)} patterns; a on {sampled:,} characters of them\n")
    kept = [
        _tell("a / b    the plain way / finding candidates", ways.ratio("a", "b"), at_least=8.0),
        _tell("a / c    the plain way / text to Extraction", ways.ratio("a", "c"), at_least=2.5),
        _tell("c4 / c   four times as many patterns / the catalogue's", ways.ratio("c4", "c"), at_most=1.4),
        _tell("memory   after all reports / after a quarter of them", memory, at_most=1.1),
    ]
    print(f"c / d    text to Extraction / the floor {ways.ratio('c', 'd'):27.2f}")
    print("\nCheaper ways than a, without a budget:")
    for way, words in (("cheaper", "a without its dearest pattern"), ("masked", "masked patterns over the masked text")):
        print(f"{words:40} / a {ways.ratio(way, 'a'):5.2f}   / b {ways.ratio(way, 'b'):5.2f}   / c {ways.ratio(way, 'c'):5.2f}")
    return 0 if all(kept) else 1


def _tell(what: str, ratio: float, *, at_least: float = 0.0, at_most: float = float("inf")) -> bool:
    kept = at_least <= ratio <= at_most
    budget = f"at least {at_least}" if at_least else f"at most {at_most}"
    print(f"{what:60} {ratio:6.2f}   {budget:12}  {'kept' if kept else 'MISSED'}")
    return kept


def _memory_growth(catalog: Catalog, count: int) -> float:
    """The most memory held when all reports are read, over the most held when a quarter of them was."""
    held = []
    for number, text in enumerate(make_reports(count), start=1):
        extract_text(text, catalog=catalog)
        if number in (count // 4, count):
            held.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return held[-1] / held[0]


def _batches(texts: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(texts, BATCH)):
        yield batch


def _seconds(work: Callable[[], Any]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
