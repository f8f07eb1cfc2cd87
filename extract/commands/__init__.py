"""The commands of python -m extract: a module each, which adds its own words to the command line and carries them out."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..catalog_faults import CatalogError
from ..errors import Failure
from ..files import Found, find_files
from ..terminal import tell

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

DEFAULT_CATALOG = Path(__file__).resolve().parents[2] / "metrics.yaml"


class WrongCallError(Exception):
    """A call that can't be carried out as it was made; its text is one line."""


def carry_out(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    """Carry out a command line (without the program's name; None: the program's own), whose command stands as `work`; gives the
    exit code. What no command of this package can meet is the caller's to catch."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser.parse_args(argv)
    try:
        code: int = args.work(args)
        sys.stdout.flush()
    except CatalogError as fault:
        tell_fault(fault)
        return 2
    except WrongCallError as fault:
        tell(str(fault))
        return 2
    except BrokenPipeError:
        # The reader has had enough (| head): nothing is wrong, and nothing more may be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def find_reports(paths: Sequence[Path]) -> Found:
    """The reports that a call names; raises WrongCallError where a path does not exist or none holds a report."""
    found = find_files(paths)
    if found.missing:
        raise WrongCallError("; ".join(f"{path}: there is no such file or folder" for path in found.missing))
    if not found.files:
        raise WrongCallError(f"no report stands in {', '.join(map(str, paths))}")
    return found


def tell_failures(failures: Sequence[Failure]) -> None:
    """A line for each file that could not be read."""
    for failure in failures:
        tell(f"{failure.name}: {failure.problem}. To mend it: {failure.cure}.")


def tell_fault(fault: CatalogError) -> None:
    """A fault of the catalogue, a line in Chinese and a line in English."""
    tell(fault.say("zh"))
    tell(fault.say("en"))
