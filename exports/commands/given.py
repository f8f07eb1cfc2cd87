"""The words that all commands take → the tables of the reports that they name, and the selection; options as in the address.

An option has the name of the field of the app's address that means the same (indicator, level, year, place, together, lang), and
takes what stands there: ids, never labels.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extract import load_catalog
from extract.commands import DEFAULT_CATALOG, WrongCallError, find_reports, tell_failures
from extract.files import read_files
from extract.memory import Memory
from extract.pipeline import extract_reports
from extract.terminal import progress_bar, tell
from panel.build import Tables, build_tables
from panel.compare import place_labels
from panel.saved import MANIFEST, load
from panel.selection import LEVEL_ORDER, Selection, first_view, offered
from panel.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Given:
    """What a call is about; `code` is 1 where a file could not be read."""

    tables: Tables
    selection: Selection
    lang: str
    made: date
    out: Path
    code: int


def add_given(common: argparse.ArgumentParser) -> None:
    """The words of all commands."""
    common.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="reports, folders of reports, or one saved panel")
    common.add_argument("--out", type=Path, required=True, metavar="PATH", help="what to write")
    common.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="the language (zh)")
    common.add_argument("--indicator", action="append", default=[], metavar="ID", help="only this indicator (may be repeated)")
    common.add_argument("--level", action="append", default=[], choices=LEVEL_ORDER, help="only this level (may be repeated)")
    common.add_argument("--year", action="append", default=[], type=int, help="only this year (may be repeated)")
    common.add_argument("--place", action="append", default=[], metavar="NAME", help="only this place (may be repeated)")
    common.add_argument("--together", action="store_true", help="rank figures of different bases and scopes with each other")
    common.add_argument("--made", type=_day, default=None, metavar="YYYY-MM-DD", help="the day that it is dated (today)")
    common.add_argument("--catalog", type=Path, default=DEFAULT_CATALOG, metavar="PATH", help="the catalogue (metrics.yaml)")


def take(args: argparse.Namespace, *, of_view: bool = False) -> Given:
    """Read what the call names. With `of_view` a call that chooses no level, year or place is of the view that the app opens
    with, which is told. Raises CatalogError, SavedError, and WrongCallError for what there is not."""
    tables, code = read_tables(args.paths, args.catalog)
    places = place_labels(tables.reports)
    for option, wanted, known in (
        ("indicator", args.indicator, tables.catalog.indicators),
        ("year", map(str, args.year), [str(year) for year in offered(tables).years]),
        ("place", args.place, places),
    ):
        require_known(option, wanted, known)
    chosen = Selection(
        tuple(dict.fromkeys(args.indicator)),
        tuple(dict.fromkeys(args.place)),
        tuple(dict.fromkeys(args.year)),
        tuple(dict.fromkeys(args.level)),
        args.together,
    )
    if of_view and not (chosen.places or chosen.years or chosen.levels):
        view = first_view(tables)
        chosen = Selection(chosen.indicators, (), view.years, view.levels, args.together)
        if view.levels:
            tell(f"of the level {view.levels[0]}, {view.years[0]}: --level, --year and --place choose others.")
    return Given(tables, chosen, args.lang, args.made or date.today(), args.out, code)


def require_known(option: str, wanted: Collection[str], known: Collection[str]) -> None:
    """Raises WrongCallError for the first value that there is not, with those that look like it."""
    for value in wanted:
        if value not in known:
            near = difflib.get_close_matches(value, list(known), n=3)
            hint = f"; is it {' or '.join(near)}?" if near else ""
            raise WrongCallError(f"--{option} {value}: there is no such {option}{hint}")


def require_suffix(out: Path, *suffixes: str) -> None:
    """Raises WrongCallError where a file would be called as another kind is: before anything is read."""
    if out.suffix.lower() not in suffixes:
        raise WrongCallError(f"--out {out}: the name of such a file ends in {' or '.join(suffixes)}")


def put(path: Path, data: bytes) -> None:
    """Write a file whose folder may not be there yet, and name it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise WrongCallError(f"--out {path}: it cannot be written ({error.strerror or error})") from error
    print(path)


def read_tables(paths: Sequence[Path], catalog_path: Path) -> tuple[Tables, int]:
    """The tables of reports or of a saved panel, and 1 where some file could not be read. Raises as `take`."""
    catalog = load_catalog(catalog_path)
    saved = [path for path in paths if (path / MANIFEST).is_file()]
    if saved:
        if len(paths) > 1:
            raise WrongCallError(f"{saved[0]} is a saved panel: it is exported alone, without other reports")
        return load(saved[0], catalog), 0
    found = find_reports(paths)
    bar = progress_bar(len(found.files), sys.stderr)
    batch = extract_reports(read_files(found.files), catalog=catalog, memory=Memory(catalog), progress=bar)
    for path in found.skipped:
        tell(f"{path}: skipped, it is of no kind that holds a report.")
    tell_failures(batch.failures)
    if not batch.extractions:
        raise WrongCallError("there is no report among them: nothing is written")
    tables = build_tables(batch.extractions, batch.failures, catalog, log=batch.log, twins=batch.twins)
    return tables, 1 if batch.failures else 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day, such as 2026-01-31") from error
