"""Tables and a Selection → the statements of a brief, section by section, in one settled order.

Of a selection there is a section an indicator (panel/brief_standing.py, brief_changes.py, brief_gaps.py); of one place in one
year a section a theme (panel/brief_place.py). What is borrowed from near years on the page is no figure of the year
and stays out.
"""

from __future__ import annotations

from dataclasses import replace

from panel.brief_changes import changes
from panel.brief_gaps import doubts, gaps, warnings
from panel.brief_place import of_place
from panel.brief_standing import given, standing
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import cells
from panel.selection import Selection, reports_of
from panel.statements import Named, Section

__all__ = ["MOST_INDICATORS", "of_indicators", "of_place"]

# More indicators than this are no brief any more.
MOST_INDICATORS = 12


def of_indicators(tables: Tables, selection: Selection) -> tuple[Section, ...]:
    """A section for each indicator of the selection, at most MOST_INDICATORS; none where no report lies in the selection.

    Raises KeyError for an indicator that the catalogue does not have.
    """
    if reports_of(tables, selection).empty:
        return ()
    return tuple(
        _section(tables, replace(selection, indicators=(one,), borrow=0)) for one in selection.indicators[:MOST_INDICATORS]
    )


def _section(tables: Tables, selection: Selection) -> Section:
    held = cells(tables, selection)
    found = caveats(tables, selection)
    docs = set(reports_of(tables, selection)["doc_id"])
    told = (
        *given(held),
        *standing(tables, selection, held, found),
        *changes(tables, selection, held),
        *gaps(held),
        *warnings(tables, held, found),
        *doubts(tables, docs, selection.indicators),
    )
    return Section(Named("indicator", selection.indicators[0]), told)
