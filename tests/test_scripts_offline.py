"""scripts/offline.py and start.cmd: the app for a Windows PC without network."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import offline

ROOT = Path(__file__).parents[1]
WINDOWS = {
    **default_environment(),
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "extra": "",
}
# The whole of a page, in the folder that is carried over: what it needs and is not there is an exception on the page.
OPEN = """
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("dashboard.py", default_timeout=120).run()
assert not page.exception, page.exception
print(page.title[0].value)
"""


def embeddable(folder: Path, *names: str) -> Path:
    made = folder / "python.zip"
    with zipfile.ZipFile(made, "w") as held:
        for name in names:
            held.writestr(name, "")
    return made


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("法治 办公室") / offline.NAME
    offline.copy_app(ROOT, made)
    return made


def test_python_finds_the_packages_and_the_app(tmp_path: Path) -> None:
    archive = embeddable(tmp_path, "python.exe", "python313.zip", "python313._pth")
    assert offline.unpack_python(archive, tmp_path / "python") == (3, 13)
    assert (tmp_path / "python/python313._pth").read_text("utf-8").split() == ["python313.zip", ".", r"Lib\site-packages", ".."]
    assert (tmp_path / "python/python.exe").is_file()


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("python.exe", "python310.zip", "python310._pth"), r"is Python 3\.10; 3\.11 or newer is needed"),
        (("python313._pth",), "is no embeddable package of Python"),
        (("tools/python.exe", "tools/python313._pth"), "is no embeddable package of Python"),
        ((), "is no embeddable package of Python"),
    ],
    ids=["too old", "no python.exe", "another package of Python", "empty"],
)
def test_another_zip_is_refused(tmp_path: Path, names: tuple[str, ...], why: str) -> None:
    with pytest.raises(offline.OfflineError, match=why):
        offline.unpack_python(embeddable(tmp_path, *names), tmp_path / "python")


@pytest.mark.parametrize("content", [b"", b"MZ no zip", None], ids=["empty file", "an installer", "no file"])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes | None) -> None:
    given = tmp_path / "python-3.13.2-amd64.exe"
    if content is not None:
        given.write_bytes(content)
    with pytest.raises(offline.OfflineError, match=r"python-3\.13\.2-amd64\.exe can't be unpacked: .+ Get it again from python\.org"):
        offline.unpack_python(given, tmp_path / "python")


@pytest.mark.parametrize(
    "command",
    [("-c", OPEN), ("-m", "extract", "check"), ("-m", "exports", "excel", "seeds", "--out", "所有.xlsx")],
    ids=["the page opens", "the catalogue is proved", "a workbook is written"],
)
def test_what_is_carried_over_is_enough(tree: Path, command: tuple[str, ...]) -> None:
    run = subprocess.run([sys.executable, *command], cwd=tree, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip()


def test_nothing_of_earlier_runs_nor_of_the_tests_goes_along(tmp_path: Path) -> None:
    offline.copy_app(ROOT, tmp_path / "app")
    names = [path.relative_to(tmp_path / "app").as_posix() for path in (tmp_path / "app").rglob("*")]
    assert "start.cmd" in names
    assert [name for name in names if re.search(r"__pycache__|\.pyc$|^tests|^\.git|^\.venv|^benchmarks", name)] == []


def test_the_zip_unpacks_into_one_folder(tree: Path, tmp_path: Path) -> None:
    made = offline.pack(tree, tmp_path / "out")
    assert made.name == f"{offline.NAME}-windows.zip"
    with zipfile.ZipFile(made) as held:
        assert {name.split("/")[0] for name in held.namelist()} == {offline.NAME}
        assert f"{offline.NAME}/start.cmd" in held.namelist()


def test_all_that_the_packages_need_on_windows_is_pinned() -> None:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    pins = [Requirement(line.split("#")[0]) for line in lines if line.split("#")[0].strip()]
    on_windows = {canonicalize_name(pin.name) for pin in pins if pin.marker is None or pin.marker.evaluate(WINDOWS)}
    needed = {
        (name, canonicalize_name(one.name))
        for name in on_windows
        for one in map(Requirement, requires(name) or ())
        if one.marker is None or one.marker.evaluate(WINDOWS)
    }
    assert len(needed) > len(on_windows) / 2
    assert {(name, one) for name, one in needed if one not in on_windows} == set()


def test_the_start_file_is_as_windows_reads_it() -> None:
    content = (ROOT / "start.cmd").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 20
    lines = content.decode("utf-8").split("\r\n")
    chinese = [at for at, line in enumerate(lines) if not line.isascii()]
    # Before the page of codes is set, cmd.exe reads Chinese as something else; and it counts bytes where it looks for a label.
    assert lines.index("chcp 65001 >nul") < min(chinese)
    assert lines.index(":failed") < min(chinese)
    labels = {line[1:] for line in lines if line.startswith(":")}
    assert set(re.findall(r"goto (\w+)", content.decode("utf-8"))) <= labels
    named = [one.replace("\\", "/") for one in ("scripts\\free_port.py", "dashboard.py", "requirements.txt")]
    assert all(one.replace("/", "\\") in content.decode("utf-8") and one in offline.APP for one in named)
