"""The app, its packages and Python for Windows → one zip for a PC without network: unpack it, open start.cmd, nothing to install.

    python scripts/offline.py [--python ZIP] [--to FOLDER]

It is made on any machine that reaches the package index. Python comes from python.org as the "Windows embeddable package (64-bit)",
which is fetched, or given as `--python`: any of Python 3.11 and newer.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
NAME = "rule-of-law-reports"
EMBEDDABLE = "https://www.python.org/ftp/python/3.13.2/python-3.13.2-embed-amd64.zip"
# What the app runs on, from the top of the tree; tests, benchmarks and the tools of their makers stay at home.
APP = (
    ".streamlit", "charts", "demo", "exports", "extract", "panel", "seeds", "views",
    "dashboard.py", "metrics.yaml", "metrics.schema.json", "requirements.txt", "start.cmd",
    "README.md", "README.zh.md", "docs", "scripts/free_port.py",
)  # fmt: skip
PACKAGES = "Lib/site-packages"
OLDEST = (3, 11)


class OfflineError(Exception):
    """Why there is no zip, and what to do about it."""


class Version(NamedTuple):
    """Of Python: 3 and 13."""

    major: int
    minor: int


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--python", type=Path, metavar="ZIP", help=f"the embeddable package for Windows; else {EMBEDDABLE}")
    asked.add_argument("--to", type=Path, default=ROOT / "offline", metavar="FOLDER", help="where the zip goes (offline/)")
    told = asked.parse_args()
    try:
        made = make(told.python, told.to)
    except OfflineError as why:
        sys.exit(str(why))
    tell(f"{made} ({made.stat().st_size / 1e6:.0f} MB): take it to the PC, unpack it, open start.cmd in it.")


def make(given: Path | None, to: Path) -> Path:
    """The zip, `to` whose folder it goes; raises OfflineError."""
    with tempfile.TemporaryDirectory() as work:
        tree = Path(work) / NAME
        archive = given or fetch(Path(work) / "python.zip")
        version = unpack_python(archive, tree / "python")
        install(tree / "python" / PACKAGES, version)
        copy_app(ROOT, tree)
        return pack(tree, to)


def fetch(to: Path) -> Path:
    """Python for Windows, from python.org."""
    tell(f"Fetching {EMBEDDABLE}")
    try:
        with urllib.request.urlopen(EMBEDDABLE, timeout=60) as answer, to.open("wb") as held:
            shutil.copyfileobj(answer, held)
    except OSError as fault:
        raise OfflineError(
            f"{EMBEDDABLE} could not be fetched: {fault}. Get a “Windows embeddable package (64-bit)” from python.org by other ways"
            " and give it: python scripts/offline.py --python python-3.13.2-embed-amd64.zip"
        ) from fault
    return to


def unpack_python(archive: Path, to: Path) -> Version:
    """Python in its folder, which finds the packages and the app beside it; gives its version."""
    try:
        with zipfile.ZipFile(archive) as held:
            names = held.namelist()
            found = [match for name in names if (match := re.fullmatch(r"python(3)(\d+)\._pth", name))]
            if "python.exe" not in names or not found:
                raise OfflineError(
                    f"{archive} is no embeddable package of Python: python.exe and python3…._pth are not at its top."
                )
            held.extractall(to)
    except (OSError, zipfile.BadZipFile) as fault:
        raise OfflineError(f"{archive} can't be unpacked: {fault}. Get it again from python.org.") from fault
    version = Version(int(found[0][1]), int(found[0][2]))
    if version < OLDEST:
        raise OfflineError(f"{archive} is Python {version.major}.{version.minor}; 3.11 or newer is needed.")
    # This Python looks nowhere else for modules, not even where it is started: the app lies one folder above it.
    paths = (f"python{version.major}{version.minor}.zip", ".", PACKAGES.replace("/", "\\"), "..")
    (to / found[0][0]).write_text("".join(f"{path}\n" for path in paths), "utf-8")
    return version


def install(to: Path, version: Version) -> None:
    """The pinned packages as they are for Windows on a 64-bit PC."""
    number = f"{version.major}.{version.minor}"
    tell(f"Fetching the packages of requirements.txt for Windows and Python {number}")
    # Without --no-compile pip would write bytecode of the Python that runs here. --no-deps: all that is needed is pinned.
    pip = [sys.executable, *"-m pip install --quiet --disable-pip-version-check --no-input --no-compile --no-deps".split()]
    platform = ["--only-binary", ":all:", "--platform", "win_amd64", "--implementation", "cp", "--python-version", number]
    run = subprocess.run([*pip, *platform, "--target", str(to), "-r", str(ROOT / "requirements.txt")], check=False)
    if run.returncode:
        raise OfflineError("pip could not fetch the packages (its own words stand above): check the network, or name a mirror.")


def copy_app(root: Path, to: Path) -> None:
    """What the app runs on, without what earlier runs left there."""
    for name in APP:
        source, target = root / name, to / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def pack(tree: Path, to: Path) -> Path:
    """The tree as a zip that unpacks into one folder of its own."""
    tell("Packing")
    to.mkdir(parents=True, exist_ok=True)
    made = shutil.make_archive(str(to / f"{NAME}-windows"), "zip", tree.parent, tree.name)
    return Path(made)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
