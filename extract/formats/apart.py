"""A file's bytes → its Source, read by a module here in a process of its own, whose time and memory are bounded.

For formats whose libraries a file can send into a loop or make unpack gigabytes: neither can be stopped from within. Bounded
are the seconds (the process is killed, TOO_SLOW) and, where the system can bound it (Linux and macOS; Windows can't), the
memory (TOO_LARGE). The process takes the bytes, gives JSON and knows no file, so nothing of it is left behind.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from .. import limits
from ..errors import FaultKind
from ..source import Cell, Source
from .fault import FormatError

_PACKAGE = Path(__file__).parents[1]
# Starts with this part of the package alone: `import extract` takes twice as long as all that is needed here.
_START = """
import sys, types
package = types.ModuleType(sys.argv[1])
package.__path__ = [sys.argv[2]]
sys.modules[sys.argv[1]] = package
from importlib import import_module
import_module(sys.argv[3]).serve(sys.argv[4])
"""


def read_apart(module: str, data: bytes) -> Source:
    """What `read_here(data)` of the module named in full gives, from another process. Raises FormatError as it does."""
    package, _, _ = __name__.partition(".")
    command = [sys.executable, "-c", _START, package, str(_PACKAGE), __name__, module]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.SECONDS)
    except subprocess.TimeoutExpired as fault:
        raise FormatError(FaultKind.TOO_SLOW, most=str(limits.SECONDS)) from fault
    if done.returncode < 0:  # killed by the system, which was out of memory; a full stack ends so as well
        raise too_large(limits.READER_BYTES)
    if done.returncode:
        raise RuntimeError(f"{module} failed:\n{done.stderr.decode(errors='replace')}")
    answer = json.loads(done.stdout)
    if "kind" in answer:
        raise FormatError(FaultKind(answer["kind"]), **answer["fields"])
    return _source(answer)


def serve(module: str) -> None:
    """Read the file on standard input with the module's `read_here` and write its Source, or its fault, to standard output."""
    _bound_memory()
    logging.disable(logging.CRITICAL)  # what a library finds odd in a file, thousands of lines of it
    answer: dict[str, Any]
    try:
        answer = asdict(import_module(module).read_here(sys.stdin.buffer.read()))
    except FormatError as fault:
        answer = {"kind": fault.kind, "fields": fault.fields}
    except MemoryError:
        large = too_large(limits.READER_BYTES)
        answer = {"kind": large.kind, "fields": large.fields}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def too_large(most: int) -> FormatError:
    """The fault of a file that takes more than `most` bytes once unpacked."""
    megabytes = f"{most / limits.MEGABYTE:.0f} MB"
    return FormatError(FaultKind.TOO_LARGE, size=f"> {megabytes}", most=megabytes)


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.READER_BYTES, limits.READER_BYTES))
        # Ends by itself should the process that waits for it be gone.
        resource.setrlimit(resource.RLIMIT_CPU, (2 * limits.SECONDS, 2 * limits.SECONDS))


def _source(answer: dict[str, Any]) -> Source:
    return Source(
        answer["text"],
        tuple(answer["pages"]),
        tuple(Cell(**cell) for cell in answer["cells"]),
        tuple((start, end) for start, end in answer["furniture"]),
        answer["encoding"],
        tuple((offset, raw) for offset, raw in answer["raw"]),
        tuple(answer["unread"]),
    )
