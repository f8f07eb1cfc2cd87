"""python -m exports slides PATH… --indicator ID --out FILE.pptx → slides with native charts of the indicators."""

from __future__ import annotations

import argparse
from typing import Any

from exports.commands.given import put, require_suffix, take
from exports.slide_plan import plan_deck
from exports.slides import to_pptx
from extract.commands import WrongCallError


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """The words of the command."""
    commands.add_parser("slides", parents=[common], help="slides with charts to edit (.pptx)").set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Write them; gives the exit code."""
    require_suffix(args.out, ".pptx")
    if not args.indicator:
        raise WrongCallError("slides are of indicators: --indicator ID (may be repeated)")
    given = take(args, of_view=True)
    deck = plan_deck(given.tables, given.selection, made=given.made, lang=given.lang)
    put(given.out, to_pptx(deck, made=given.made))
    return given.code
