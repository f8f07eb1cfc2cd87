"""A key and a way to make a table → the table, made once and kept as long as there is room: nothing is worked out twice.

What is kept belongs to one set of tables, which never change, and is shared by all sessions that look at them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from threading import Lock
from typing import Any, TypeVar, cast

import pandas as pd

Rows = TypeVar("Rows", bound=Sized)

# Rows of all kept tables together; a row of cells takes some 400 bytes.
MOST_ROWS = 2_000_000


class Kept:
    """Tables by their keys; the one asked for longest ago goes first where all have more than MOST_ROWS rows."""

    def __init__(self, most: int = MOST_ROWS) -> None:
        self._most, self._rows = most, 0
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._values: dict[Hashable, Any] = {}
        self._lock = Lock()

    def table(self, key: Hashable, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """The table of a key, a shallow copy: what somebody changes in it changes nothing for others."""
        return self.lasting(key, make).copy(deep=False)

    def lasting(self, key: Hashable, make: Callable[[], Rows]) -> Rows:
        """The thing of a key, which has rows and can't be changed; its key is no table's."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return cast("Rows", self._made[key])
        # Not under the lock: what one session waits for must not hold up another.
        made = make()
        with self._lock:
            if key not in self._made:
                self._made[key] = made
                self._rows += len(made)
            while self._rows > self._most and self._made:
                self._rows -= len(self._made.popitem(last=False)[1])
        return made

    def value(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """A small thing that is the same for the tables as a whole; for nothing that is chosen."""
        if key not in self._values:
            self._values[key] = make()
        return self._values[key]
