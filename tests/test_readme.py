"""The two READMEs → their examples, run in a copy of the tree in the order in which they stand.

A block whose first line names a file is put into that file (a yaml block: added to its end). Of a python block the comments at
its end are what it must print; of a console block, what stands under a `$` line. Three dots stand for anything within a line.
Blocks of other kinds are for the reader, and only the names in them are looked up.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from extract.catalog import Catalog

ROOT = Path(__file__).parents[1]
COPIED = ("extract", "panel", "charts", "seeds", "metrics.yaml")


class Block(NamedTuple):
    """A fenced block of a page: the word after its fence, and what stands in it."""

    kind: str
    text: str


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks_of(text: str, *kinds: str) -> list[Block]:
    """The fenced blocks of these kinds, in order."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Block(kind, content) for kind, content in found if kind in kinds]


def run(folder: Path, *arguments: str) -> str:
    """What Python prints for these arguments in a copy of the tree; it must end well."""
    environment = {
        **os.environ,
        "COLUMNS": "120",
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def put(folder: Path, block: Block) -> bool:
    """Put a block that names its file there; False where it names none."""
    named = re.match(r"# (\S+\.(?:py|yaml))\n", block.text)
    if named is None:
        return False
    path = folder / named[1]
    if block.kind == "yaml":
        path.write_text(path.read_text("utf-8") + block.text[named.end() :], "utf-8")
    else:
        assert not path.exists(), f"{named[1]} is there already: the page needs another example"
        path.write_text(block.text[named.end() :], "utf-8")
    return True


def expected_of(block: Block) -> str:
    """What a python block says that it prints: the comments at its end."""
    tail = re.search(r"(?:^# .*\n)+\Z", block.text, re.MULTILINE)
    assert tail, f"a block that shows no outcome:\n{block.text}"
    return re.sub("^# ", "", tail[0], flags=re.MULTILINE)


def calls_of(block: Block) -> list[tuple[str, str]]:
    """(command, output) for each `$` line of a console block."""
    return re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE)


def assert_alike(printed: str, expected: str) -> None:
    """Line by line alike, but for blanks at the end of a line and what three dots stand for."""
    told = [line.rstrip() for line in printed.splitlines()]
    asked = [".*".join(map(re.escape, line.rstrip().split("..."))) for line in expected.splitlines()]
    alike = len(told) == len(asked) and all(re.fullmatch(pattern, line) for pattern, line in zip(asked, told, strict=True))
    assert alike, f"the page says\n{expected}\nbut this is printed\n{printed}"


def carry_out(folder: Path, block: Block) -> None:
    if put(folder, block):
        return
    if block.kind == "python":
        assert_alike(run(folder, "-c", block.text), expected_of(block))
        return
    for command, output in calls_of(block):
        program, *arguments = re.findall(r'"[^"]*"|\S+', command)
        assert program == "python", command
        assert_alike(run(folder, *(argument.strip('"') for argument in arguments)), output)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what the examples use, to be changed at will."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, tmp_path)
    return tmp_path


def test_the_examples_do_what_the_page_says(folder: Path) -> None:
    blocks = blocks_of(page("README.md"), "python", "console", "yaml")
    assert {block.kind for block in blocks} == {"python", "console", "yaml"}
    for block in blocks:
        carry_out(folder, block)


def test_both_pages_hold_the_same_examples() -> None:
    kinds = ("python", "console", "yaml", "powershell")
    assert blocks_of(page("README.zh.md"), *kinds) == blocks_of(page("README.md"), *kinds)


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_commands_that_a_page_names_are_there(name: str) -> None:
    targets = set(re.findall(r"^(\w+):", page("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make (\w+)", page(name), re.MULTILINE))
    assert {"run", "test"} <= named <= targets


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_files_that_a_page_links_are_there(name: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", page(name)) if "://" not in link]
    assert "docs/screenshot.png" in links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_both_pages_count_the_indicators_right(catalog: Catalog) -> None:
    counted = [*re.findall(r"(\d+) indicators", page("README.md")), *re.findall(r"(\d+) 项指标", page("README.zh.md"))]
    assert counted == [str(len(catalog.indicators))] * 2


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_tree_of_a_page_is_the_tree(name: str) -> None:
    tree = next(block.text for block in blocks_of(page(name), "text") if block.text.startswith("seeds/  "))
    folder, paths = "", []
    for indent, path in re.findall(r"^( *)(\S+)", tree, re.MULTILINE):
        folder = folder if indent else path
        paths.append(folder + path if indent else path)
    assert [path for path in paths if not (ROOT / path).exists()] == []
    packages = {f"{path.name}/" for path in ROOT.iterdir() if path.is_dir() and list(path.glob("*.py"))}
    assert packages - {path for path in paths if path.count("/") == 1} == set()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("a b\n", "a c\n", id="another word"),
        pytest.param("a\nb\n", "a\n", id="a line more"),
        pytest.param("a\n", "a\nb\n", id="a line less"),
        pytest.param("x (y): 84 z\n", "x ...: 85 z\n", id="another number beside the dots"),
        pytest.param("xay\n", "x.y\n", id="a single dot is itself"),
    ],
)
def test_an_outcome_that_differs_is_caught(printed: str, expected: str) -> None:
    with pytest.raises(AssertionError, match="the page says"):
        assert_alike(printed, expected)


def test_an_outcome_that_holds_is_let_through() -> None:
    assert_alike(
        "a.yaml 1.0 (922ca9d2): 84 indicators, 277 patterns; 0 faults.  \n", "a.yaml ...: 84 indicators, ...; 0 faults.\n"
    )
