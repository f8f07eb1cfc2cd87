"""python -m extract schema → metrics.schema.json, written where the catalogue stands."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ..schema import make_schema
from . import DEFAULT_CATALOG, WrongCallError

if TYPE_CHECKING:
    from . import Commands


def add(commands: Commands) -> None:
    """The words of the command."""
    schema = commands.add_parser("schema", help="write metrics.schema.json, by which an editor completes and checks metrics.yaml")
    schema.add_argument(
        "--out", type=Path, default=DEFAULT_CATALOG.with_name("metrics.schema.json"), metavar="PATH", help="where"
    )
    schema.set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Write the file; gives the exit code. Raises WrongCallError where it cannot be written."""
    try:
        args.out.write_text(make_schema(), encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongCallError(f"--out {args.out}: it cannot be written ({error.strerror or error})") from error
    print(f"{args.out} is written.")
    return 0
