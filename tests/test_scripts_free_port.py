"""scripts/free_port.py: whether the app can be served at a port, and the line that says why not."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from scripts.free_port import why_not


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


def test_a_port_at_which_somebody_answers_is_taken(taken: int) -> None:
    told = f"Port {taken} is taken: perhaps the app runs already at http://localhost:{taken}. Another port: PORT={taken + 1}"
    assert why_not("127.0.0.1", str(taken)) == told
    assert why_not("localhost", str(taken)) == told


def test_a_port_that_windows_would_bind_twice_is_taken(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "bind", lambda *_: None)
    assert str(why_not("127.0.0.1", str(taken))).startswith(f"Port {taken} is taken: ")


def test_a_port_that_was_left_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
    assert why_not("127.0.0.1", port) is None


@pytest.mark.parametrize("port", ["0", "65536", "-1", "", "80 80", "８５０１", "x"])
def test_what_is_no_port_is_told(port: str) -> None:
    assert why_not("localhost", port) == f"PORT={port} is no port: give a number from 1 to 65535."


def test_a_host_that_is_none_is_told() -> None:
    assert why_not("no such host", "8501") == "HOST=no such host is no address of this machine. Give localhost or 0.0.0.0."


def test_an_address_of_another_machine_is_told() -> None:
    # Of the block that is kept for examples (RFC 5737): no machine has it.
    told = why_not("192.0.2.1", "8501")
    assert told is not None
    assert told.startswith("Port 8501 on 192.0.2.1 can't be opened: ")
