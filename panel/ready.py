"""Tables → the same, with what their first views ask for worked out: nobody who opens a page of a large panel waits for it.

Of five reports it takes no time worth naming; of twenty thousand some seconds, while the panel is being opened anyway.
"""

from __future__ import annotations

from panel.build import Tables
from panel.cell_arrays import arrays_of
from panel.finding import handles_of
from panel.overview import barred, moved, punctuality, reports_by_level
from panel.peers import PeerSet, peers_of, standings, years_of
from panel.selection import first_view, offered


def make_ready(tables: Tables, *, lang: str = "zh") -> None:
    """Work out, and keep with the tables, what there is to choose from, what stands out, and the cells of the first view and of
    the first place's profile. `lang` is that of the texts in them."""
    _ = tables.places, tables.panel_rows, tables.blank_rows
    handles_of(tables)
    view = first_view(tables)
    arrays_of(tables, view)
    reports_by_level(tables)
    punctuality(tables)
    moved(tables, lang=lang)
    barred(tables, view)
    place = offered(tables).first_place
    if place is not None:
        year = years_of(tables, place)[0]
        standings(tables, place, year, peers_of(tables, place, year, PeerSet.LEVEL), lang=lang)
