"""All that the five reports give, reading by reading and refusal by refusal: a change of any line is a change to be looked at.

The files are the command's own output; after a change that was looked at, write them again:
    python -m extract read seeds --format jsonl > tests/data/golden_seeds.jsonl
    python -m extract read seeds --format jsonl --refused > tests/data/golden_refused.jsonl
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(("golden", "options"), [("golden_seeds.jsonl", []), ("golden_refused.jsonl", ["--refused"])])
def test_the_seeds_give_what_they_gave(golden: str, options: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "extract", "read", "seeds", "--format", "jsonl", *options], cwd=ROOT, capture_output=True, check=True
    )
    assert run.stdout.decode().splitlines() == (ROOT / "tests" / "data" / golden).read_text("utf-8").splitlines()
