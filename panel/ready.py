"""Tables → the same, with what their first views ask for worked out: nobody who opens a page of a large panel waits for it.

Of five reports it takes no time worth naming; of twenty thousand some seconds, while the panel is being opened anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from panel.build import Tables
from panel.cell_arrays import arrays_of
from panel.finding import handles_of
from panel.overview import barred, moved, punctuality, reports_by_level
from panel.peers import PeerSet, peers_of, standings, years_of
from panel.selection import first_view, offered

Progress = Callable[[int, int], None]


def make_ready(tables: Tables, *, lang: str = "zh", progress: Progress | None = None) -> None:
    """Work out once, and keep with the tables, what there is to choose from, what stands out, and the cells of the first view and
    of the first place's profile. `lang` is that of the texts in them; `progress` is called before each step with its number, from
    1, and that of all. What was worked out before somebody stopped it stays."""
    tables.kept.value("ready", lambda: _work_out(_steps(tables, lang), progress))


def _steps(tables: Tables, lang: str) -> Sequence[Callable[[], object]]:
    view = first_view(tables)
    return (
        lambda: (tables.places, tables.years, tables.report_rows, tables.panel_rows, tables.blank_rows),
        lambda: handles_of(tables),
        lambda: arrays_of(tables, view),
        lambda: (reports_by_level(tables), punctuality(tables), barred(tables, view)),
        lambda: moved(tables, lang=lang),
        lambda: _first_profile(tables, lang),
    )


def _work_out(steps: Sequence[Callable[[], object]], progress: Progress | None) -> bool:
    for number, step in enumerate(steps, 1):
        if progress is not None:
            progress(number, len(steps))
        step()
    return True


def _first_profile(tables: Tables, lang: str) -> None:
    place = offered(tables).first_place
    if place is not None:
        year = years_of(tables, place)[0]
        standings(tables, place, year, peers_of(tables, place, year, PeerSet.LEVEL), lang=lang)
