"""python -m exports excel PATH… --out FILE.xlsx → the workbook of the selection, of everything where none is made."""

from __future__ import annotations

import argparse
from typing import Any

from exports.commands.given import put, require_suffix, take
from exports.excel import to_xlsx


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """The words of the command."""
    commands.add_parser("excel", parents=[common], help="the workbook (.xlsx)").set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Write it; gives the exit code."""
    require_suffix(args.out, ".xlsx")
    given = take(args)
    put(given.out, to_xlsx(given.tables, given.selection, made=given.made, lang=given.lang))
    return given.code
