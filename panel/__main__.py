"""python -m panel FOLDER REPORTS… → the panel of the reports (files, or folders of them), saved for the app to open.

Each file is told when it was read; Ctrl-C stops, and what was read by then is remembered for the next time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from extract import load_catalog
from extract.files import find_files, read_files
from extract.memory import Memory
from extract.pipeline import extract_reports
from panel.build import build_tables
from panel.saved import save

CATALOG = Path(__file__).resolve().parents[1] / "metrics.yaml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Save the panel; exit code 1 where there is no report to save."""
    parser = argparse.ArgumentParser(prog="python -m panel", description="Save the panel of some reports for the app to open.")
    parser.add_argument("folder", type=Path, help="the folder to save it in")
    parser.add_argument("reports", type=Path, nargs="+", help="reports, or folders of reports")
    given = parser.parse_args(arguments)
    catalog = load_catalog(CATALOG)
    found = find_files(given.reports)
    for path in found.missing:
        print(f"{path} does not exist", file=sys.stderr)
    count = len(found.files)
    batch = extract_reports(
        read_files(found.files),
        catalog=catalog,
        memory=Memory(catalog),
        progress=lambda number, name: print(f"{number}/{count} {name}", file=sys.stderr),
    )
    if not batch.extractions:
        print("there is no report among them: nothing is saved", file=sys.stderr)
        return 1
    tables = build_tables(batch.extractions, batch.failures, catalog, log=batch.log, twins=batch.twins)
    save(tables, given.folder)
    print(f"{len(tables.reports)} files, {len(tables.panel)} readings: {given.folder}")
    print(f"open it: {'start.cmd panel ' if sys.platform == 'win32' else 'make run PANEL='}{given.folder}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("stopped: nothing is saved")
