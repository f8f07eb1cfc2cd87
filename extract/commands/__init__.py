"""The commands of python -m extract: a module each, which adds its own words to the command line and carries them out."""

from __future__ import annotations

import argparse
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
