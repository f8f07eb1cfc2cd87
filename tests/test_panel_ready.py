"""panel.ready: what the first views ask for is kept, whatever they ask afterwards is worked out when asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from samples import Given, county, extraction, tables_of

from panel.build import Tables
from panel.compare import cells
from panel.finding import handles_of
from panel.overview import barred, moved, punctuality, reports_by_level
from panel.peers import PeerSet, peers_of, standings
from panel.ready import make_ready
from panel.selection import Selection, first_view, slots

ASKED = {
    "handles": handles_of,
    "levels": reports_by_level,
    "punctuality": punctuality,
    "what moved": moved,
    "what can't be ranked": lambda tables: barred(tables, first_view(tables)),
    "cells of the first view": lambda tables: cells(tables, first_view(tables)),
    "the first profile": lambda tables: standings(tables, "丙县", 2022, peers_of(tables, "丙县", 2022, PeerSet.LEVEL)),
}
NOT_ASKED = {
    "another year": lambda tables: cells(tables, Selection(years=(2021,))),
    "another language": lambda tables: moved(tables, lang="en"),
    "another place": lambda tables: standings(tables, "乙县", 2022, ("甲县",)),
}


def some_tables() -> Tables:
    return tables_of(
        *(extraction(county(place), year, Given("success_rate", str(90 + at + year - 2021)))
          for at, place in enumerate(["甲县", "乙县", "丙县"]) for year in (2021, 2022))
    )


def made(tables: Tables, ask: Callable[[Tables], Any], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many things had to be made for what is asked."""
    count = 0

    def keep(make: Callable[[], Any]) -> Callable[[], Any]:
        def counted() -> Any:
            nonlocal count
            count += 1
            return make()

        return counted

    kept = tables.kept
    lasting, value = kept.lasting, kept.value
    monkeypatch.setattr(kept, "lasting", lambda key, make: lasting(key, keep(make)))
    monkeypatch.setattr(kept, "value", lambda key, make: value(key, keep(make)))
    ask(tables)
    return count


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_what_the_first_views_ask_for_is_there(ask: Callable[[Tables], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert made(some_tables(), ask, monkeypatch) > 0
    tables = some_tables()
    make_ready(tables)
    assert made(tables, ask, monkeypatch) == 0


@pytest.mark.parametrize("ask", NOT_ASKED.values(), ids=NOT_ASKED)
def test_nothing_else_is_worked_out(ask: Callable[[Tables], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    tables = some_tables()
    make_ready(tables)
    assert made(tables, ask, monkeypatch) > 0


def test_nothing_to_show_is_ready_at_once() -> None:
    tables = tables_of()
    make_ready(tables)
    assert slots(tables, Selection()).empty


def test_it_is_told_how_far_it_is_and_only_once() -> None:
    tables, told = some_tables(), list[tuple[int, int]]()
    make_ready(tables, progress=lambda number, count: told.append((number, count)))
    assert told == [(number, len(told)) for number in range(1, len(told) + 1)]
    assert len(told) > 1
    make_ready(tables, progress=lambda number, count: pytest.fail("it was ready"))


def test_what_was_worked_out_before_a_stop_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(number: int, count: int) -> None:
        if number == count:
            raise KeyboardInterrupt

    tables = some_tables()
    with pytest.raises(KeyboardInterrupt):
        make_ready(tables, progress=stop)
    assert made(tables, moved, monkeypatch) == 0
    assert made(tables, ASKED["the first profile"], monkeypatch) > 0
