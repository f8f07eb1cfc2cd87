"""A key and a way to make a table → the table, made once and kept as long as there is room: nothing is worked out twice.

What is kept belongs to one set of tables, which never change, and is shared by all sessions that look at them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

import pandas as pd

# Rows of all kept tables together; a row of cells takes some 400 bytes.
MOST_ROWS = 2_000_000


class Kept:
    """Tables by their keys; the one asked for longest ago goes first where all have more than MOST_ROWS rows."""

    def __init__(self, most: int = MOST_ROWS) -> None:
        self._most, self._rows = most, 0
        self._tables: OrderedDict[Hashable, pd.DataFrame] = OrderedDict()
        self._values: dict[Hashable, Any] = {}
        self._lock = Lock()

    def table(self, key: Hashable, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """The table of a key, a shallow copy: what somebody changes in it changes nothing for others."""
        with self._lock:
            if key in self._tables:
                self._tables.move_to_end(key)
                return self._tables[key].copy(deep=False)
        # Not under the lock: what one session waits for must not hold up another.
        made = make()
        with self._lock:
            if key not in self._tables:
                self._tables[key] = made
                self._rows += len(made)
            while self._rows > self._most and self._tables:
                self._rows -= len(self._tables.popitem(last=False)[1])
        return made.copy(deep=False)

    def value(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """A small thing that is the same for the tables as a whole; for nothing that is chosen."""
        if key not in self._values:
            self._values[key] = make()
        return self._values[key]
