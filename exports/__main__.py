"""The command line: python -m exports excel|pictures|slides|brief|review PATH… --out …; each in its module of commands/.

PATH is a report, a folder of reports, or the folder of a saved panel (python -m panel). What is written is named on the standard
output, everything else goes to the standard error. Exit code 0: all was read and written; 1: some file could not be read, or a
picture not drawn, the rest was, or a reviewed workbook was changed; 2: a wrong call, a faulty catalogue, a saved panel that
can't be opened or a workbook that can't be compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from exports.commands import brief, excel, pictures, review, slides
from exports.commands.given import add_given
from exports.read_back_error import ReadBackError
from extract.commands import carry_out
from extract.terminal import tell
from panel.saved import SavedError


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command line `argv` (without the program's name); gives the exit code."""
    try:
        return carry_out(_parser(), argv)
    except (SavedError, ReadBackError) as fault:
        for lang in ("zh", "en"):
            tell(" ".join(fault.describe(lang)))
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m exports", description="What can be handed in, from reports or a saved panel."
    )
    commands = parser.add_subparsers(required=True, metavar="excel|pictures|slides|brief|review")
    common = argparse.ArgumentParser(add_help=False)
    add_given(common)
    for command in (excel, pictures, slides, brief, review):
        command.add(commands, common)
    return parser


if __name__ == "__main__":
    sys.exit(main())
