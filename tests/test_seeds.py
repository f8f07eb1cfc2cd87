"""The five reports of seeds/ → the very bytes that were received, and a README that tells what they are."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
SHA256 = {
    "000_8a26ae699742b973.txt": "294cb7abee1926d4493ca22567bf9afae82665865ddb2367b590d5de1f901f05",
    "001_60dd12b11f7eba43.txt": "109d424c88e9a79cb3edc48ec03daa391d4b9fbd1e9d4d77cfb388bb9139af6d",
    "002_8982ea616d551484.txt": "f1338a4609bb2865e3242188d53b68e66c0ddf32e7ae25f59e173f90700e753e",
    "003_2fbd54ae2e420ebc.txt": "198ec83678b3a92f4cccd6c7a111d22a282a8e43445a2d315c89cc49cd41caf4",
    "004_7b66c0dc657212ad.txt": "6574623759b4d401e8a66e37e5cd5c8412d4a792efbe624336679175ea2abcb8",
}


def readme() -> str:
    return (SEEDS / "README.md").read_text("utf-8")


def table_rows() -> dict[str, list[str]]:
    """File name → the other cells of its row in the README's table."""
    rows = re.findall(r"^\| `(\S+)` \| (.+) \|$", readme(), re.MULTILINE)
    return {name: [cell.strip() for cell in cells.split(" | ")] for name, cells in rows}


def test_the_folder_holds_the_five_and_their_readme_alone() -> None:
    assert {path.name for path in SEEDS.iterdir()} == {*SHA256, "README.md"}


@pytest.mark.parametrize(("name", "sha256"), SHA256.items(), ids=SHA256)
def test_a_seed_is_kept_byte_for_byte(name: str, sha256: str) -> None:
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == sha256


def test_the_readme_lists_the_same_checksums() -> None:
    assert {name: sha256 for sha256, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", readme(), re.MULTILINE)} == SHA256


def test_the_readme_has_a_row_for_each_seed() -> None:
    assert table_rows().keys() == SHA256.keys()


@pytest.mark.parametrize("name", SHA256)
def test_what_the_readme_says_of_a_seed_stands_in_the_seed(name: str) -> None:
    text = (SEEDS / name).read_text("utf-8")
    title, locality, year, published, where = table_rows()[name]
    assert title in text
    assert locality in text
    assert f"{year}年" in title
    assert published in text
    plain = re.sub(r"\s", "", text)  # the breadcrumbs stand there with other spaces and line breaks
    for words in [word for part in re.split(r"[,;]|foot|signed", where) for word in part.split(" > ") if word.strip() != "—"]:
        named = re.sub(r"\s", "", words)
        label, _, content = words.strip().partition(" ")
        assert named in plain or (label in plain and re.sub(r"\s", "", content) in plain), words
