"""A figure → the bytes of a picture (PNG, SVG or PDF), drawn by one Chromium that is started once and kept.

The browser runs beside an event loop in a thread of its own, so that any number of threads may ask at the same time; the
pictures are drawn one after another. It is closed at exit. Whoever offers a picture asks `can_draw` first: None means
that it will work, a sentence says what is missing and what to type.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import shutil
import subprocess
import threading
from collections.abc import Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from choreographer.browsers.chromium import Chromium
from choreographer.errors import ChannelClosedError
from kaleido import Kaleido
from kaleido.errors import BrowserClosedError, BrowserFailedError, ChromeNotFoundError, JavascriptError, KaleidoError

from exports._words import WORDS

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
SLIDE = (1280, 720)  # pixels, 16:9
# Characters that the charts' titles, notes and places' names are full of: a font that lacks one would draw boxes.
SAMPLE = "法治政府建设年度报告单位件次率县镇乡街道区口径来源演示数据，。：≥≤≈"
SECONDS = 60.0  # the longest that one picture may take before the browser is given up

# What a browser that died, or never came up, raises: another browser may still do.
_BROKEN = (BrowserClosedError, BrowserFailedError, ChannelClosedError, CancelledError, TimeoutError)


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of pictures: the pixels for which a figure is drawn, and how much larger the picture is.

    A slide is drawn for fewer pixels than it has, so that the type of a page becomes that of a projector: 12 pixels are 16.
    """

    width: int
    height: int
    scale: float


# The size of a widescreen slide; A4 at 96 dots an inch, lying and standing.
PAPERS = {"slide": Paper(960, 540, 4 / 3), "a4": Paper(1123, 794, 1.0), "upright": Paper(794, 1123, 1.0)}


class PictureError(RuntimeError):
    """A picture could not be drawn; the text is one sentence for a person to read."""


class Figure(Protocol):
    """What is drawn: a plotly figure, or whatever else gives plotly's data and layout."""

    def to_dict(self) -> dict[str, Any]: ...


def can_draw(lang: str = "zh") -> str | None:
    """None where pictures can be drawn, else a sentence that says what is missing and how to install it.

    Asks for Chromium (or Chrome, or Edge) and, where fontconfig can tell, for a font with Chinese glyphs: without one every
    character would be a box.
    """
    browser = Chromium.find_browser(skip_local=False)
    if browser is None or not Path(browser).is_file():
        return WORDS.say("no_browser", lang)
    if not _has_chinese_font():
        return WORDS.say("no_font", lang)
    return None


def to_picture(
    fig: Figure | Mapping[str, Any],
    *,
    format: Format = "png",
    width: int | None = None,
    height: int | None = None,
    scale: float = 2.0,
    larger: float = 1.0,
    lang: str = "zh",
) -> bytes:
    """The figure as a picture of width × height pixels (None: the figure's own size, else a slide's), `larger` times that; a PNG
    has `scale` pixels for each of them.

    The same figure gives the same PNG; an SVG has names inside that are drawn by lot, a PDF the time at which it was made.

    `lang` is the language of what goes wrong: PictureError when there is no browser, or it can't draw the figure;
    ValueError for a format that is not offered or a size that is not positive.
    """
    if format not in FORMATS:
        raise ValueError(f"no picture format {format!r}; there are {', '.join(FORMATS)}")
    spec = dict(fig) if isinstance(fig, Mapping) else fig.to_dict()
    layout = spec.get("layout") or {}
    across = width if width is not None else layout.get("width") or SLIDE[0]
    down = height if height is not None else layout.get("height") or SLIDE[1]
    if min(across, down, scale, larger) <= 0:
        raise ValueError(f"a picture needs a positive size, not {across} × {down} × {larger} × {scale}")
    # Only pixels gain from a scale; a drawing of lines would just be larger.
    options = {"format": format, "width": across, "height": down, "scale": larger * scale if format == "png" else larger}
    try:
        return _draw_again(spec, options)
    except ChromeNotFoundError as fault:
        raise PictureError(WORDS.say("no_browser", lang)) from fault
    except _BROKEN as fault:
        raise PictureError(WORDS.say("browser_failed", lang)) from fault
    except (JavascriptError, KaleidoError) as fault:
        raise PictureError(WORDS.say("figure_failed", lang, fault=fault)) from fault


def close() -> None:
    """Close the browser, if one runs; the next picture starts another."""
    with _lock:
        _drop()


class _Renderer:
    """A Chromium with one page, driven by an event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        # MathJax would be fetched from the network, which stalls the first picture where there is none.
        self._browser = Kaleido(n=1, timeout=SECONDS, mathjax=False)
        threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True).start()
        try:
            asyncio.run_coroutine_threadsafe(self._browser.open(), self._loop).result(SECONDS)
        except BaseException:
            self._loop.call_soon_threadsafe(self._loop.stop)
            raise

    def draw(self, spec: dict[str, Any], options: dict[str, Any]) -> bytes:
        """One picture; raises what kaleido raises."""
        drawing = asyncio.run_coroutine_threadsafe(self._browser.calc_fig(spec, options), self._loop)
        # kaleido gives up after SECONDS; this bound is for a page that can't even be put back after that.
        picture: bytes = drawing.result(2 * SECONDS)
        return picture

    def stop(self) -> None:
        """Close the browser and end the thread; a browser that is gone already is no fault."""
        with contextlib.suppress(*_BROKEN):
            asyncio.run_coroutine_threadsafe(self._browser.close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)


# Held while a picture is drawn: there is one page to draw on, and a browser that died is replaced by one thread only.
_lock = threading.Lock()
_renderer: _Renderer | None = None


def _draw_again(spec: dict[str, Any], options: dict[str, Any]) -> bytes:
    """Draw; where the browser has died since the last picture, once more with a new one."""
    with _lock:
        try:
            return _started().draw(spec, options)
        except _BROKEN:
            _drop()
            return _started().draw(spec, options)


def _started() -> _Renderer:
    """The running renderer, started if there is none; the lock must be held."""
    global _renderer
    if _renderer is None:
        _renderer = _Renderer()
        # Last in, first out: what clears the browser's folder away at exit was put in when it started, and must wait for its end.
        atexit.unregister(close)
        atexit.register(close)
    return _renderer


def _drop() -> None:
    """Close the renderer, if there is one; the lock must be held."""
    global _renderer
    if _renderer is not None:
        renderer, _renderer = _renderer, None
        renderer.stop()


def _has_chinese_font() -> bool:
    """Whether fontconfig knows a font that has a glyph for each of SAMPLE; true where there is no fontconfig (Windows and macOS
    bring fonts)."""
    fc_list = shutil.which("fc-list")
    if fc_list is None:
        return True
    wanted = " ".join(f"{ord(character):x}" for character in SAMPLE)
    found = subprocess.run([fc_list, f":charset={wanted}", "family"], capture_output=True, timeout=30, check=False)
    return bool(found.stdout.strip())
