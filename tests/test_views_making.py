"""views._making: a file is made in a thread that tells how far it is, and ends when nobody waits for it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from threading import Event

import pytest

from views._making import Making, Stopped, Tell


def until(holds: Callable[[], bool]) -> None:
    for _ in range(1_000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it was waited ten seconds for")


class Work:
    """A work that goes on when it is let, and says what became of it."""

    def __init__(self) -> None:
        self.go_on, self.ended = Event(), Event()
        self.was_stopped = False

    def __call__(self, tell: Tell) -> bytes:
        try:
            tell(0.25, "第 1 步")
            self.go_on.wait(10)
            tell(0.5, "第 2 步")
        except Stopped:
            self.was_stopped = True
            raise
        finally:
            self.ended.set()
        return b"made"


def test_it_tells_how_far_it_is_and_what_was_made() -> None:
    work = Work()
    making = Making("all", work)
    until(lambda: making.words == "第 1 步")
    assert (making.of, making.share, making.is_over, making.data, making.since) == ("all", 0.25, False, None, 0)
    work.go_on.set()
    until(lambda: making.is_over)
    assert (making.share, making.words, making.data, making.fault) == (0.5, "第 2 步", b"made", None)
    assert 0 < making.since < 10


def test_it_stops_at_its_next_word() -> None:
    work = Work()
    making = Making("all", work)
    until(lambda: making.words == "第 1 步")
    making.stop()
    work.go_on.set()
    assert work.ended.wait(10)
    assert work.was_stopped
    assert (making.words, making.data, making.is_over) == ("第 1 步", None, False)


def test_it_stops_when_its_session_is_gone() -> None:
    work = Work()
    held = {"made": Making("all", work)}
    until(lambda: held["made"].words == "第 1 步")
    held.clear()
    gc.collect()
    work.go_on.set()
    assert work.ended.wait(10)
    assert work.was_stopped


def test_what_goes_wrong_is_kept_for_the_page() -> None:
    def work(tell: Tell) -> bytes:
        tell(0.1, "")
        raise ValueError("no room for 97 % of it")

    making = Making("all", work)
    until(lambda: making.is_over)
    assert making.data is None
    assert repr(making.fault) == "ValueError('no room for 97 % of it')"


@pytest.mark.parametrize(("told", "share"), [(-0.5, 0.0), (0.5, 0.5), (7.0, 1.0)])
def test_a_share_is_one(told: float, share: float) -> None:
    def work(tell: Tell) -> bytes:
        tell(told, "")
        return b""

    making = Making("all", work)
    until(lambda: making.is_over)
    assert making.share == share
