"""The running app and a real Chromium for the tests of this folder."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from window import Window, watch

ROOT = Path(__file__).resolve().parents[2]
# Debian's name for it, then those of other systems; where none is there the browser's own start names what is missing.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "/usr/bin/chromium")
# A busy machine takes its time; what does not come at all costs this once.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    # Debian's Chromium; as root it runs without its sandbox only.
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox", "--disable-background-networking"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1280, "height": 720}, "accept_downloads": True}


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started as `make run` starts it and stopped at the end."""
    port = _free_port()
    log = tmp_path_factory.mktemp("app") / "streamlit.log"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port), "--server.headless", "true"]
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT) as process:
        try:
            _wait_until_up(port, process, log)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def window(browser: Browser, browser_context_args: dict[str, Any], app: str) -> Iterator[Window]:
    """The window that the tests of one process share."""
    context = browser.new_context(**browser_context_args)
    # The first page proves the whole catalogue, on two cores that other tests keep busy.
    context.set_default_timeout(120_000)
    watch(context)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Window(context.new_page(), app)
    context.close()


@pytest.fixture
def page(window: Window) -> Iterator[Page]:
    """A tab of its own beside the window: a session of its own, which need not fetch and translate the app's code again."""
    tab = window.page.context.new_page()
    yield tab
    tab.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_up(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the app ended at once: {log.read_text(errors='replace')}")
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the app is not up after a minute: {log.read_text(errors='replace')}")
