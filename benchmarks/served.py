"""A Streamlit script → a server of it in a process of its own, sessions over its websocket, and what each run costs.

Time is from the request sent to the message that the run has ended, on this machine: what a reader waits for, but for the network
and the browser's own drawing. Bytes are those of all messages of the run. Memory is what the process holds (Linux).
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

UP_WITHIN, RUN_WITHIN = 60, 600


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the script: its seconds and its bytes."""

    seconds: float
    size: int


class Session:
    """One reader's connection, as a browser's."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    def run(self, page: str = "", query: str = "") -> Run:
        """Open a page at an address, or the address that a click leads to. A fault on the page ends the benchmark."""
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
        begun, size = time.perf_counter(), 0
        self._connection.send(asked.SerializeToString())
        while True:
            data = self._connection.recv(RUN_WITHIN)
            size += len(data)
            told = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            if told.delta.new_element.HasField("exception"):
                raise SystemExit(f"{page}?{query}: {told.delta.new_element.exception}")
            if told.WhichOneof("type") == "script_finished" and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return Run(time.perf_counter() - begun, size)

    def close(self) -> None:
        """Leave."""
        self._connection.close()


class Server:
    """A running server."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port = process, port

    def session(self) -> Session:
        """One more reader."""
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        return Session(connect(address, subprotocols=["streamlit"], max_size=None, compression=None))  # type: ignore[list-item]

    def memory(self) -> int:
        """The bytes that the process holds in memory."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def served(script: Path, arguments: Sequence[str] = (), *, more: Mapping[str, str] = MappingProxyType({})) -> Iterator[Server]:
    """A server of a script, ended at the end; `more` are options of Streamlit that the project's configuration has otherwise."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {"server.port": port, "server.address": "127.0.0.1", "server.headless": "true", "browser.gatherUsageStats": "false"}
    named = [f"--{name}={value}" for name, value in {**options, **more}.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *named, "--", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=Path(__file__).parent.parent)
    try:
        _wait(process, port)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + UP_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")
