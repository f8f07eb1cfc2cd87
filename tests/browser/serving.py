"""The app, started for tests in a process of its own and stopped at the end."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def served(log: Path, *arguments: str) -> Iterator[str]:
    """The address of an app of its own, started with these arguments."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port), "--server.headless", "true"]
    with (
        log.open("wb") as out,
        subprocess.Popen([*command, "--", *arguments], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT) as process,
    ):
        try:
            _wait_until_up(port, process, log)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()


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
