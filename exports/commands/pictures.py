"""python -m exports pictures PATH… --indicator ID --chart NAME --out FOLDER → a picture of each chart and indicator.

A chart of a fixed size that does not fit on one picture gives several, named by their number.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

from charts import all_charts
from exports.commands.given import Given, put, require_known, take
from exports.picture_names import free_name
from exports.pictures import FORMATS, PAPERS, PictureError, can_draw, to_picture
from extract.commands import WrongCallError
from extract.terminal import progress_bar, tell
from panel.compare import Selection, place_labels
from panel.peers import PeerSet, peers_of, years_of

FULL = "page"
# Charts of all indicators at once, and the one of a place; every other is of one indicator.
OF_MANY, OF_PLACE = ("heatmap", "coverage", "ceiling"), "spine"
OVER_YEARS = ("trend", "multiples", "slope", "dumbbell")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """The words of the command."""
    pictures = commands.add_parser("pictures", parents=[common], help="charts as pictures, in a folder")
    pictures.add_argument("--chart", action="append", default=[], choices=list(_charts()), help="which (ranking; repeatable)")
    pictures.add_argument("--focus", metavar="NAME", help="the place of the chart spine")
    pictures.add_argument("--of_year", type=int, metavar="YEAR", help="its year (the latest)")
    pictures.add_argument("--size", choices=(*PAPERS, FULL), default="slide", help="slide, a4, upright, or page: in full length")
    pictures.add_argument("--format", choices=FORMATS, default="png")
    pictures.set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Draw and write them; gives the exit code."""
    names = list(dict.fromkeys(args.chart)) or ["ranking"]
    if not args.indicator and any(name not in (*OF_MANY, OF_PLACE) for name in names):
        raise WrongCallError("such a chart is of one indicator: --indicator ID (one picture for each)")
    if (OF_PLACE in names) != bool(args.focus):
        raise WrongCallError("the chart spine is of one place: --chart spine --focus NAME")
    why = can_draw(args.lang)
    if why is not None:
        raise WrongCallError(why)
    given = take(args, of_view=names != [OF_PLACE])
    tasks = [(_charts()[name], own) for name in names for own in _selections(name, args, given)]
    bar, taken, faults = progress_bar(len(tasks), sys.stderr), set[str](), 0
    for count, (chart, selection) in enumerate(tasks, 1):
        if bar is not None:
            bar(count, chart.TITLE[args.lang])
        try:
            for title, data in _drawn(chart, selection, args, given):
                put(given.out / free_name(title, f".{args.format}", taken), data)
        except PictureError as fault:
            tell(str(fault))
            faults += 1
    return 1 if faults else given.code


def _charts() -> dict[str, ModuleType]:
    return {module.__name__.rpartition(".")[2]: module for module in all_charts()}


def _selections(name: str, args: argparse.Namespace, given: Given) -> Iterator[Selection]:
    """What the pictures of a chart are of."""
    if name == OF_PLACE:
        require_known("focus", [args.focus], place_labels(given.tables.reports))
        years = years_of(given.tables, args.focus)
        year = args.of_year or (years[0] if years else 0)
        require_known("of_year", [str(year)], [str(one) for one in years])
        yield Selection(places=(args.focus, *peers_of(given.tables, args.focus, year, PeerSet.LEVEL)), years=(year,))
    elif name in OF_MANY:
        yield given.selection
    else:
        # A year that nobody chose is none for charts that go over the years.
        own = replace(given.selection, years=tuple(args.year)) if name in OVER_YEARS else given.selection
        yield from (replace(own, indicators=(one,)) for one in own.indicators)


def _drawn(chart: Any, selection: Selection, args: argparse.Namespace, given: Given) -> Iterator[tuple[str, bytes]]:
    """Title and bytes of each picture that a chart takes. Raises PictureError."""
    paper, part, parts = PAPERS.get(args.size), 1, 1
    size = {} if paper is None else {"width": paper.width, "height": paper.height}
    while part <= parts:
        own = {} if paper is None else {"part": part}
        figure = chart.draw(given.tables, selection, lang=given.lang, made=given.made, **size, **own)
        meta, larger = figure.layout.meta, paper.scale if paper else 1.0
        parts, title = meta["parts"], meta["mark"] + meta["title"]
        yield (
            title if parts == 1 else f"{title}_{part}",
            to_picture(figure, format=args.format, larger=larger, lang=given.lang),
        )
        part += 1
