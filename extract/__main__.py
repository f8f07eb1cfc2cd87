"""The command line: python -m extract read PATH… | check [PATH…] | try "句子" | schema; each in its module of commands/.

Results go to the standard output, everything else to the standard error. Exit code 0: all was read; 1: some file failed,
the others were read; 2: a wrong call or a faulty catalogue.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .commands import DEFAULT_CATALOG, attempt, carry_out, check, read, schema


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command line `argv` (without the program's name); gives the exit code."""
    return carry_out(_parser(), argv)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m extract", description="Figures from reports on law-based government.")
    commands = parser.add_subparsers(required=True, metavar="read|check|try|schema")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--catalog", type=Path, default=DEFAULT_CATALOG, metavar="PATH", help="the catalogue (metrics.yaml)")
    for command in (read, check, attempt):
        command.add(commands, common)
    schema.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
