"""Readings by the hundred thousand → what the workbook costs, as a share of what pandas' own to_excel costs on the same rows.

    python -m benchmarks.exports [--readings N] [--folder FOLDER]

The panel is made up (benchmarks/panel.py), saved once and kept in the folder. Each way runs in a process of its own that opens it:
the naive one writes the rows of the sheet 读数与证据 with `DataFrame.to_excel` and its openpyxl engine, ours the whole workbook
with all its sheets, for which the reports' extractions are read from the saved panel and the comparison's cells worked out within
what is timed; the review reads that workbook back. Measured are seconds of the processor, whatever else the machine does, and by how much the peak of the process's
resident memory rises above what it was before.

Exit code 1: the workbook takes more than half the time or more than a fifth of the memory.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from math import ceil
from pathlib import Path

import pandas as pd

from benchmarks.panel import FIRST_YEAR, YEARS, made_panel
from exports.data_package import to_zip
from exports.excel import to_xlsx
from exports.read_back import read_back
from exports.read_back_told import to_csv
from extract import load_catalog
from panel.build import Tables
from panel.saved import load
from panel.selection import Selection

ROOT = Path(__file__).parent.parent
READINGS = 100_000
MADE = date(FIRST_YEAR + YEARS, 3, 31)
# Of the naive way's seconds and of its memory.
MOST_TIME, MOST_MEMORY = 0.5, 0.2
WAYS = ("naive", "workbook", "package", "review")
READINGS_OF_A_REPORT = 40  # about so many has a made-up report
# Those of the panel that the sheet has as well; with number, place and section 20 of its 25, the others being nearly empty here.
COLUMNS = (
    *("level", "year", "name", "value", "unit", "qualifier", "quote", "basis", "base", "scope", "main"),
    *("doc_id", "start", "end", "indicator", "pattern", "page"),
)


def main(readings: int, folder: Path) -> int:
    """Measure each way in a process of its own, print the ratios, tell by the exit code whether the budgets are kept."""
    panel = made_panel(folder, ceil(readings / YEARS / READINGS_OF_A_REPORT), YEARS)
    told = {way: _asked(way, panel) for way in WAYS}
    naive, own = told["naive"], told["workbook"]
    print(f"{naive['rows']:,.0f} readings of {naive['reports']:,.0f} reports")
    for way, one in told.items():
        print(
            f"{way:9} {one['seconds']:6.1f} s {one['memory'] / 1e6:6,.0f} MB, a file of {one['bytes'] / 1e6:.1f} MB: "
            f"{one['seconds'] / naive['seconds']:.2f} of the time, {one['memory'] / naive['memory']:.2f} of the memory"
        )
    kept = own["seconds"] <= MOST_TIME * naive["seconds"] and own["memory"] <= MOST_MEMORY * naive["memory"]
    print(f"The budgets ({MOST_TIME:g} of the time, {MOST_MEMORY:g} of the memory) are {'kept' if kept else 'missed'}.")
    return 0 if kept else 1


def _asked(way: str, panel: Path) -> dict[str, float]:
    """What a way told of itself, from a process of its own."""
    line = [sys.executable, "-m", "benchmarks.exports", "--way", way, "--panel", str(panel)]
    told = subprocess.run(line, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def measured(way: str, panel: Path) -> dict[str, float]:
    """Seconds, memory and bytes of one way in this process."""
    tables = load(panel, load_catalog(ROOT / "metrics.yaml"))
    rows = _rows(tables) if way == "naive" else pd.DataFrame()
    work: dict[str, Callable[[], bytes]] = {
        "naive": lambda: _naive(rows),
        "workbook": lambda: to_xlsx(tables, made=MADE),
        "package": lambda: to_zip(tables, made=MADE),
        "review": lambda: to_csv(read_back(book, tables)),
    }
    # The workbook that comes back is made before, in one piece with what all ways have made once for good.
    book = to_xlsx(tables, made=MADE) if way == "review" else b""
    # What is made once for good, and the libraries that are loaded at first use, are no part of any way.
    _ = tables.places, tables.panel_rows, tables.blank_rows
    few = Selection(places=(str(tables.reports["place"].iloc[0]),))
    to_xlsx(tables, few, made=MADE), to_zip(tables, few, made=MADE)
    gc.collect()
    before, started = _peak(), time.process_time()
    data = work[way]()
    seconds = time.process_time() - started
    sizes = {"rows": len(tables.panel), "reports": len(tables.reports)}
    return {**sizes, "seconds": seconds, "memory": _peak() - before, "bytes": len(data)}


def _rows(tables: Tables) -> pd.DataFrame:
    """The readings with the columns of the workbook's sheet, made before the naive way begins."""
    panel = tables.panel
    sections = {
        (doc_id, reading.span.start): " › ".join(reading.section)
        for doc_id in tables.extractions
        for reading in tables.extractions[doc_id].readings
    }
    keys = zip(panel["doc_id"], panel["start"], strict=True)
    own = {"序号": range(1, len(panel) + 1), "地区": panel["doc_id"].map(tables.places), "章节": [sections[key] for key in keys]}
    return pd.DataFrame({**own, **{name: panel[name] for name in COLUMNS}})


def _naive(rows: pd.DataFrame) -> bytes:
    """The rows by pandas' own way."""
    out = io.BytesIO()
    rows.to_excel(out, index=False, engine="openpyxl")
    return out.getvalue()


def _peak() -> float:
    """The most bytes that this process has held in memory so far."""
    return 1024.0 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--readings", type=int, default=READINGS)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "law-report-panel-benchmark")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--panel", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way is not None:
        print(json.dumps(measured(given.way, given.panel)))
        sys.exit(0)
    given.folder.mkdir(parents=True, exist_ok=True)
    sys.exit(main(given.readings, given.folder))
