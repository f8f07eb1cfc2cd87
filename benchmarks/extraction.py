"""The seeds → how much the gates save and where a report's time goes, as ratios measured in one run.

    python -m benchmarks.extraction [ROUNDS]

Baselines: `every pattern on every clause` for matching, and `reading the text's clauses` (metadata and clauses, which every
way of reading a report must do) for the whole. A ratio under 1 is quicker than its baseline.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from extract import extract_text, load_catalog
from extract.clauses import split_clauses
from extract.matching import find_candidates
from extract.metadata import read_report

ROOT = Path(__file__).parent.parent


def measure(work: Callable[[], object], rounds: int) -> float:
    """The least time of `rounds` runs, in seconds: what the work takes when nothing else disturbs it."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def main(rounds: int = 5) -> None:
    catalog = load_catalog(ROOT / "metrics.yaml")
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    reports = [read_report("seed", text) for text in texts]
    clauses = [split_clauses(report) for report in reports]

    def match(*, gated: bool) -> list[list[object]]:
        return [list(find_candidates(r, c, catalog, gated=gated)) for r, c in zip(reports, clauses, strict=True)]

    if match(gated=True) != match(gated=False):
        raise SystemExit("the gates lose candidates: run tests/test_matching.py")
    plain = measure(lambda: match(gated=False), rounds)
    quick = measure(lambda: match(gated=True), rounds)
    base = measure(lambda: [split_clauses(read_report("seed", text)) for text in texts], rounds)
    whole = measure(lambda: [extract_text(text, catalog=catalog) for text in texts], rounds)
    print(f"matching with gates / every pattern on every clause: {quick / plain:.2f}")
    print(f"whole extraction / reading the text's clauses:       {whole / base:.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
