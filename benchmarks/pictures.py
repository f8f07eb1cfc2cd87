"""Pictures of one figure → what the kept browser takes for each, as a share of what a browser started for each picture takes.

    python -m benchmarks.pictures [PICTURES]

Both draw the same slides of the demonstration in one run; the naive way is plotly's own `to_image`, which starts a browser for
every picture. Printed are ratios, and how many pictures a second each way gives here.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace

from charts import ranking
from demo import write_reports
from exports.pictures import PAPERS, close, to_picture
from extract import Correction, attempt_file, gather, load_catalog
from panel.build import build_tables
from panel.selection import first_view

NAIVE = 3


def main(count: int = 20) -> None:
    """Draw `count` pictures with the kept browser and NAIVE the naive way."""
    catalog = load_catalog()
    reports = write_reports()[:120]
    read = [attempt_file(one.name, one.text.encode(), catalog=catalog, correction=Correction(one.locality)) for one in reports]
    tables = build_tables(gather(read).extractions, {}, catalog, demo=True)
    paper = PAPERS["slide"]
    view = replace(first_view(tables), places=())
    given = list(tables.panel["indicator"].value_counts().index)[:count]
    started = time.perf_counter()
    figures = [ranking.draw(tables, replace(view, indicators=(one,)), width=paper.width, height=paper.height) for one in given]
    drawing = (time.perf_counter() - started) / len(figures)
    close()
    first = _seconds(lambda: to_picture(figures[0], larger=paper.scale))
    kept = _seconds(lambda: [to_picture(figure, larger=paper.scale) for figure in figures]) / len(figures)
    close()
    naive = _seconds(lambda: [figure.to_image("png", scale=2 * paper.scale) for figure in figures[:NAIVE]]) / NAIVE
    print(f"first picture, with the browser's start: {first / naive:.2f} of the naive way")
    print(f"each further one: {kept / naive:.3f} of the naive way, {1 / kept:.1f} a second (naive {1 / naive:.2f})")
    print(f"making its figure takes {drawing / kept:.1f} as long as drawing it: {1 / (kept + drawing):.1f} a second with both")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
