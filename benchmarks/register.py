"""The register of divisions → the seconds until it answers, beside what reading its two files takes at the least.

    python -m benchmarks.register

Each measure runs in a fresh process, since the register is read once in each. `floor` is reading and unpacking both files and
splitting them into lines; `names` is what a first question for a name waits for; `all` makes every index the register has,
also those that few reports ask for. Each is the least of TURNS, printed as a ratio to the floor, with its seconds.
"""

from __future__ import annotations

import subprocess
import sys

TURNS = 5
_FLOOR = """
import gzip
(DATA / "divisions.tsv").read_text(encoding="utf-8").splitlines()
gzip.decompress((DATA / "townships.tsv.gz").read_bytes()).decode("utf-8").splitlines()
"""
_NAMES = """
places.named("余姚市")
places.townships("泗门镇")
"""
_ALL = """
list(places.mentions("宁波市余姚市"))
places.townships("新街乡")
places.holds_towns(places.named("余姚市")[0])
places.at_label("yuyao")
"""
WORK = {"floor": _FLOOR, "names": _NAMES, "all": _ALL}


def main() -> None:
    """Measure and print."""
    least = {name: min(_seconds(code) for _ in range(TURNS)) for name, code in WORK.items()}
    for name, seconds in least.items():
        print(f"{name:8}{seconds:10.4f} s{seconds / least['floor']:8.1f}")


def _seconds(code: str) -> float:
    """The seconds that `code` takes in a fresh process that has imported the register and read none of it."""
    lines = (
        "import time",
        "from extract import places",
        "from extract.places.register import DATA",
        "started = time.perf_counter()",
        code.strip(),
        "print(time.perf_counter() - started)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, capture_output=True, text=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
