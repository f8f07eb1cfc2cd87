"""python -m exports review WORKBOOK PATH… [--out EDITS.csv] → what a reviewer changed in a workbook of them, and put beside its
cells, a line each.

Exit code 0: nothing was; 1: something was, or a report could not be read; 2: a wrong call, or a workbook that can't be
compared.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exports.commands.given import put, read_tables, require_suffix
from exports.read_back import read_back
from exports.read_back_told import say_count, to_csv, to_lines
from extract import limits
from extract.commands import DEFAULT_CATALOG, WrongCallError
from extract.terminal import clean, tell
from panel.words import LANGUAGES


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """The words of the command: the workbook itself says of which selection it is, so that no option chooses one."""
    del common
    review = commands.add_parser("review", help="what a reviewer changed or commented on in a workbook (exit code 1: something)")
    review.add_argument("workbook", type=Path, metavar="WORKBOOK", help="the reviewed workbook (.xlsx)")
    review.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="what it was made of: reports, folders, or a saved panel"
    )
    review.add_argument("--out", type=Path, metavar="PATH", help="a table of the edits and comments to write (.csv)")
    review.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="the language of what is told (zh)")
    review.add_argument("--catalog", type=Path, default=DEFAULT_CATALOG, metavar="PATH", help="the catalogue (metrics.yaml)")
    review.set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Compare and tell; gives the exit code. Raises ReadBackError for a workbook that can't be compared."""
    if args.out is not None:
        require_suffix(args.out, ".csv")
    data = _bytes(args.workbook)
    tables, code = read_tables(args.paths, args.catalog)
    review = read_back(data, tables)
    for line in to_lines(review, args.lang):
        print(clean(line))
    for line in say_count(review, args.lang):
        tell(line)
    if args.out is not None:
        put(args.out, to_csv(review, args.lang))
    return 1 if review.edits or review.comments else code


def _bytes(path: Path) -> bytes:
    """The file, no further than just beyond what is read of any."""
    try:
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise WrongCallError(f"{path}: it cannot be read ({error.strerror or error})") from error
