"""A file that takes long → a thread that makes it while the page is used, tells how far it is, and ends with who waits for it.

Streamlit's own words can't be written from the thread: the page looks at the Making, and writes what it tells.
"""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable
from threading import Event, Thread

# How far it is, from 0 to 1, and in words. Raises Stopped.
Tell = Callable[[float, str], None]


class Stopped(Exception):  # noqa: N818 - no error: the way out of a work that nobody waits for
    """The work is not wanted any more."""


class Making:
    """A file under way, begun as soon as it is asked for.

    `of` tells what it is of; `share` and `words` how far it is; once `is_over`, `data` holds what was made, or `fault` what the
    work has raised. It ends with whoever holds it: a thread whose Making is gone stops at its next word.
    """

    def __init__(self, of: object, make: Callable[[Tell], bytes]) -> None:
        self.of = of
        self.share, self.words = 0.0, ""
        self.data: bytes | None = None
        self.fault: Exception | None = None
        self._over: float | None = None
        self._stop = Event()
        Thread(target=_work, args=(weakref.ref(self), make), name="making", daemon=True).start()

    @property
    def is_over(self) -> bool:
        """Whether the work has ended, well or not; one that was stopped never does."""
        return self._over is not None

    @property
    def since(self) -> float:
        """The seconds for which it has been lying there; 0 while it is under way."""
        return 0.0 if self._over is None else time.monotonic() - self._over

    def stop(self) -> None:
        """Have the work end at its next word; nothing comes of it."""
        self._stop.set()

    def told(self, share: float, words: str) -> None:
        """Take down how far the work is; raises Stopped where it is not wanted any more."""
        if self._stop.is_set():
            raise Stopped
        self.share, self.words = min(max(share, 0.0), 1.0), words

    def end(self, data: bytes | None, fault: Exception | None) -> None:
        """Take what came of the work."""
        self.data, self.fault, self._over = data, fault, time.monotonic()


def _work(held: weakref.ref[Making], make: Callable[[Tell], bytes]) -> None:
    def tell(share: float, words: str) -> None:
        making = held()
        if making is None:
            raise Stopped
        making.told(share, words)

    data, fault = None, None
    try:
        data = make(tell)
    except Stopped:
        return
    except Exception as raised:  # noqa: BLE001 - the page raises it again, where it can be read
        fault = raised
    making = held()
    if making is not None:
        making.end(data, fault)
