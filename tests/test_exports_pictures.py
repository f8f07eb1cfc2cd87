"""Pictures from a real Chromium: format, size, Chinese glyphs, several threads, a browser that dies or is not there."""

from __future__ import annotations

import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from exports import pictures
from exports.pictures import PictureError, can_draw, to_picture


@pytest.fixture(scope="module", autouse=True)
def _browser_is_closed() -> Iterator[None]:
    yield
    pictures.close()


def figure(title: str = "法制审核率(%)") -> go.Figure:
    return go.Figure(go.Bar(x=["泗门镇"], y=[98.3])).update_layout(title=title, font_family='"Noto Sans CJK SC"')


def png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_this_machine_can_draw() -> None:
    assert can_draw() is None


@pytest.mark.parametrize(
    ("layout", "asked", "size"),
    [
        ({}, {"scale": 1}, (1280, 720)),
        ({}, {}, (2560, 1440)),
        ({"width": 400, "height": 300}, {"scale": 1}, (400, 300)),
        ({"height": 300}, {"scale": 1.5}, (1920, 450)),
        ({"width": 400, "height": 300}, {"scale": 1, "width": 200, "height": 100}, (200, 100)),
    ],
    ids=["a slide", "twice as sharp", "the figure's own", "half its own", "as asked"],
)
def test_a_picture_has_its_size(layout: dict[str, int], asked: dict[str, Any], size: tuple[int, int]) -> None:
    assert png_size(to_picture(figure().update_layout(**layout), **asked)) == size


def test_svg_holds_the_words_and_pdf_is_pdf() -> None:
    root = ElementTree.fromstring(to_picture(figure(), format="svg"))
    assert (root.get("width"), root.get("height")) == ("1280", "720")
    assert {"法制审核率(%)", "泗门镇"} <= {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert to_picture(figure(), format="pdf").startswith(b"%PDF-")


def test_chinese_characters_are_drawn_and_not_the_same_box_for_each() -> None:
    # Two characters of one width: pictures of them differ only where there are glyphs for them.
    first, again, other = (to_picture(figure(title), scale=1) for title in ("镇", "镇", "县"))
    assert first == again
    assert first != other


def test_a_plain_dict_of_plotly_is_drawn_as_well() -> None:
    assert png_size(to_picture(figure().to_dict(), scale=1)) == (1280, 720)


@pytest.mark.parametrize("dies", [False, True], ids=["a sound browser", "a browser that died"])
def test_several_threads_may_draw_at_once(dies: bool) -> None:
    found: list[tuple[int, int]] = []

    def draw(width: int) -> None:
        found.append(png_size(to_picture(figure(), width=width, height=100, scale=1)))

    draw(100)
    if dies:
        assert pictures._renderer is not None
        os.kill(pictures._renderer._browser.subprocess.pid, signal.SIGKILL)
    threads = [threading.Thread(target=draw, args=(200 + number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == [(100, 100), *((200 + number, 100) for number in range(6))]


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"format": "gif"}, "no picture format 'gif'; there are png, svg, pdf"),
        ({"width": 0}, "positive size"),
        ({"height": -5}, "positive size"),
        ({"scale": 0}, "positive size"),
    ],
)
def test_what_can_not_be_asked_is_refused(asked: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        to_picture(figure(), **asked)


@pytest.mark.parametrize(("lang", "start"), [("zh", "没有找到 Chromium"), ("en", "No Chromium, Chrome or Edge was found")])
def test_without_a_browser_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, lang: str, start: str) -> None:
    pictures.close()
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    told = can_draw(lang)
    assert told is not None
    assert told.startswith(start)
    assert told.endswith("sudo apt-get install --no-install-recommends chromium fonts-noto-cjk")
    with pytest.raises(PictureError) as fault:
        to_picture(figure(), lang=lang)
    assert str(fault.value) == told


def test_a_browser_that_does_not_start_is_told_and_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures.close()
    monkeypatch.setenv("BROWSER_PATH", "/bin/false")
    with pytest.raises(PictureError, match="Chromium did not answer"):
        to_picture(figure(), lang="en")


# At the end of a program: what is left of the browser's folder when it is told to stop.
ROOT = Path(__file__).parents[1]
AT_EXIT = """
import plotly.graph_objects as go
from pathlib import Path
from exports import pictures

stop = pictures._Renderer.stop
def told(self):
    print(sum(one.is_file() for one in Path({folder!r}).rglob("*")))
    stop(self)
pictures._Renderer.stop = told
pictures.to_picture(go.Figure(), format="svg")
"""


def test_at_exit_the_browser_ends_before_its_folder_is_cleared_away() -> None:
    # A short path: Chromium puts a socket into its folder, whose name may not be long.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-c", AT_EXIT.format(folder=folder)]
        env = {**os.environ, "TMPDIR": folder}
        ended = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert int(ended.stdout) > 10


@pytest.mark.parametrize(("listed", "told"), [("", "fonts-noto-cjk"), ("Noto Sans CJK SC", None)], ids=["none", "one"])
def test_without_a_chinese_font_there_are_no_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed: str, told: str | None
) -> None:
    listing = tmp_path / "fc-list"
    listing.write_text(f"#!/bin/sh\nprintf '%s' '{listed}'\n")
    listing.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(listing))  # any file will do: it is not started
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    said = can_draw("en")
    assert said is None if told is None else said is not None and said.endswith(told)


def test_where_there_is_no_fontconfig_fonts_are_taken_to_be_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser = tmp_path / "chromium"
    browser.touch()
    monkeypatch.setenv("BROWSER_PATH", str(browser))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert can_draw() is None


@pytest.mark.parametrize(
    ("paper", "points", "drawn"),
    [("slide", (960, 540), "1280,720,0 0 960 540"), ("a4", (842, 596), "1123,794,0 0 1123 794"), ("upright", (596, 842), "794,1123,0 0 794 1123")],
)
def test_papers_have_the_size_of_a_slide_and_of_A4(paper: str, points: tuple[int, int], drawn: str) -> None:
    size = pictures.PAPERS[paper]
    asked = {"width": size.width, "height": size.height, "larger": size.scale}
    root = ElementTree.fromstring(to_picture(figure(), format="svg", **asked))
    assert ",".join(str(root.get(key)) for key in ("width", "height", "viewBox")) == drawn
    data = to_picture(figure(), format="pdf", **asked)
    box = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", data)
    assert box is not None
    # A point is a 72nd of an inch: a widescreen slide is 13.33 by 7.5 inches.
    assert tuple(round(float(side)) for side in box.groups()) == points
    # The glyphs stand in the file itself.
    assert b"/FontFile" in data or b"/Type3" in data
