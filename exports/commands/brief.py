"""python -m exports brief PATH… --indicator ID | --focus NAME --out FILE → the brief, for Word with charts or as plain text."""

from __future__ import annotations

import argparse
from typing import Any

from exports import brief_charts
from exports.brief import Picture, to_docx
from exports.brief_copy import to_plain
from exports.brief_text import place_brief, selection_brief
from exports.commands.given import Given, put, require_known, require_suffix, take
from exports.pictures import PictureError, can_draw
from extract.commands import WrongCallError
from extract.terminal import tell
from panel.compare import place_labels
from panel.peers import PeerSet, peers_of, years_of

TEXT = ".txt"


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """The words of the command."""
    brief = commands.add_parser("brief", parents=[common], help="sentences with their sources (.docx, or .txt)")
    brief.add_argument("--focus", metavar="NAME", help="of one place instead of indicators")
    brief.add_argument("--of_year", type=int, metavar="YEAR", help="its year (the latest)")
    brief.add_argument("--peers", choices=[str(one) for one in PeerSet], default=str(PeerSet.LEVEL), help="compared with whom")
    brief.set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Write it; gives the exit code."""
    require_suffix(args.out, ".docx", TEXT)
    if bool(args.indicator) == bool(args.focus):
        raise WrongCallError("a brief is of indicators (--indicator ID) or of one place (--focus NAME)")
    given = take(args, of_view=not args.focus)
    brief, draw = _of_place(args, given) if args.focus else _of_indicators(given)
    if given.out.suffix.lower() == TEXT:
        put(given.out, to_plain(brief).encode())
        return given.code
    pictures, note = _drawn(draw, given.lang)
    put(given.out, to_docx(brief, pictures, made=given.made, note=note))
    return 1 if note else given.code


def _of_indicators(given: Given) -> tuple[Any, Any]:
    """The brief, and what draws its charts."""
    told = {"made": given.made, "lang": given.lang}
    brief = selection_brief(given.tables, given.selection, **told)
    return brief, lambda: brief_charts.of_indicators(given.tables, given.selection, **told)


def _of_place(args: argparse.Namespace, given: Given) -> tuple[Any, Any]:
    """The same of a place; the peers of a list are the places that are chosen."""
    require_known("focus", [args.focus], place_labels(given.tables.reports))
    years = years_of(given.tables, args.focus)
    if not years:
        raise WrongCallError(f"--focus {args.focus}: it has no report of a known year")
    year = args.of_year or years[0]
    require_known("of_year", [str(year)], [str(one) for one in years])
    peers, told = PeerSet(args.peers), {"made": given.made, "lang": given.lang}
    chosen = given.selection.places
    others = peers_of(given.tables, args.focus, year, peers, chosen)
    brief = place_brief(given.tables, args.focus, year, peers, chosen, **told)
    return brief, lambda: brief_charts.of_place(given.tables, args.focus, year, others, **told)


def _drawn(draw: Any, lang: str) -> tuple[list[Picture], str]:
    """The charts; none and why, which is told, where they can't be drawn."""
    why = can_draw(lang)
    if why is None:
        try:
            return draw(), ""
        except PictureError as fault:
            why = str(fault)
    tell(why)
    return [], why
