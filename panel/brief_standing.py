"""Cells of one indicator → the statements on how many give it, in which order they stand, or why they stand in none.

Ranks, barriers, likeness and the ceiling are those of panel/ranks.py, panel/caveats.py and panel/ceiling.py. Where the caveats
forbid a middle, no least and no greatest is told either: the two ends of unlike figures are a ranking too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from panel.brief_caveats import of_caveat
from panel.build import Tables
from panel.caveats import Caveat
from panel.ceiling import BELOW, OPEN, rate_cells
from panel.compare import has_report, has_value
from panel.extremes import extremes_of
from panel.ranks import is_of_one_year, rank
from panel.schema import rows_of, text_or_none
from panel.selection import Selection
from panel.statements import Field, Figure, Kind, Named, Ranks, Statement, counted, figure_of

# So many figures are all named; of more, so many at either end.
MOST_NAMED, AT_ENDS = 12, 3


def given(held: pd.DataFrame) -> Iterator[Statement]:
    """How many of the reports of each level give a value."""
    for level, own in held.groupby(held["level"].fillna(""), sort=False):
        read = [figure_of(row) for row in rows_of(own[has_report(own)])]
        valued = tuple(figure for figure in read if figure.has_value)
        if not read:
            continue
        years = sorted({figure.year for figure in read if figure.year is not None})
        fields: dict[str, Field] = {"level": Named("level", str(level) or "unknown"), "years": tuple(map(str, years))}
        kind = Kind.GIVEN if valued else Kind.NOTHING
        counts = {"n": len(valued), "N": len(read)} if valued else {"N": len(read)}
        cells = {"n": valued, "N": tuple(read)} if valued else {"N": tuple(read)}
        yield Statement(kind, {**fields, **counts}, cells)


def standing(tables: Tables, selection: Selection, held: pd.DataFrame, found: Sequence[Caveat]) -> Iterator[Statement]:
    """The order of the figures, group by group of like ones, or what forbids it and what can be told all the same.

    `found` are the caveats of the selection, which names one indicator.
    """
    valued = held[has_value(held)]
    if valued.empty:
        return
    barriers = [caveat for caveat in found if caveat.forbids_ranks]
    if barriers or not is_of_one_year(held):
        yield from (of_caveat(Kind.BARRED, tables, held, caveat) for caveat in barriers)
        yield from _unranked(tables, selection, valued, found)
        return
    yield Statement(Kind.ORDER, {"better": Named("better", str(tables.catalog.indicators[selection.indicators[0]].better))})
    ranked = rank(tables, selection)
    for _, group in groupby(rows_of(ranked), key=lambda row: _like(row, together=selection.together)):
        yield _group(list(group), together=selection.together)
    yield from _ties(ranked)


def _like(row: object, *, together: bool) -> tuple[str | None, ...]:
    """What the rows of one group share: they stand together in the table of ranks."""
    columns = ("level",) if together else ("level", "base", "scope")
    return tuple(text_or_none(getattr(row, column)) for column in columns)


def _group(rows: Sequence[Any], *, together: bool) -> Statement:
    """The figures of one group with their ranks."""
    first = figure_of(rows[0])
    if len(rows) == 1:
        return Statement(Kind.ALONE, {"figure": first, "place": first.place})
    base, scope = (None, None) if together else (first.base, first.scope)
    cells = {"of": tuple(figure_of(row) for row in rows)}
    fields: dict[str, Field] = {
        "level": Named("level", text_or_none(rows[0].level) or "unknown"),
        "of": len(rows),
        "base": base or "",
        "scope": scope or "",
    }
    groups = [list(own) for _, own in groupby(rows, key=lambda row: (row.rank_best, row.rank_worst, row.shared))]
    front, back = _at_front(groups), _at_front(groups[::-1])
    if len(rows) <= MOST_NAMED or front + back >= len(groups):
        return Statement(Kind.RANKED, {**fields, "items": tuple(map(_ranked_together, groups))}, cells)
    ends = {"first": groups[:front], "last": groups[-back:]}
    return Statement(Kind.RANKED_ENDS, {**fields, **{end: tuple(map(_ranked_together, own)) for end, own in ends.items()}}, cells)


def _at_front(groups: Sequence[Sequence[Any]]) -> int:
    """How many of the groups have AT_ENDS figures between them: places of one rank are never named apart."""
    held = 0
    for count, group in enumerate(groups, 1):
        held += len(group)
        if held >= AT_ENDS:
            return count
    return len(groups)


def _ranked_together(rows: Sequence[Any]) -> Statement:
    """The figures of one rank, or of one range of ranks."""
    figures = tuple(map(figure_of, rows))
    ranks = Ranks(int(rows[0].rank_best), int(rows[0].rank_worst), bool(rows[0].shared))
    fields: dict[str, Field] = {"figures": figures[:MOST_NAMED], "more": max(0, len(figures) - MOST_NAMED), "ranks": ranks}
    return Statement(Kind.RANKED_ITEM, fields)


def _ties(ranked: pd.DataFrame) -> Iterator[Statement]:
    """How many share their rank, and of how many bounds leave it open."""
    rows = list(rows_of(ranked))
    shared = [figure_of(row) for row in rows if row.shared]
    open_ones = [figure_of(row) for row in rows if row.rank_best != row.rank_worst]
    if shared:
        yield counted(Kind.SHARED, "n", shared)
    if open_ones:
        yield counted(Kind.OPEN, "n", open_ones)


def _unranked(tables: Tables, selection: Selection, valued: pd.DataFrame, found: Sequence[Caveat]) -> Iterator[Statement]:
    """What can be told of figures that stand in no order."""
    figures = [figure_of(row) for row in rows_of(valued)]
    codes = {caveat.code for caveat in found}
    if "ceiling" in codes:
        yield from _ceiling(tables, selection)
    elif len(figures) <= MOST_NAMED:
        yield Statement(Kind.FIGURES, {"figures": tuple(figures)})
    ends = extremes_of(valued)
    if ends is None or ends.bounds or not ends.spread or any(caveat.forbids_middle for caveat in found):
        return
    if len(figures) > MOST_NAMED:
        least, most = (tuple(map(figure_of, rows_of(own))) for own in (ends.least, ends.most))
        yield Statement(Kind.SPREAD, {"least": least, "most": most})


def _ceiling(tables: Tables, selection: Selection) -> Iterator[Statement]:
    """Which rates are below the ceiling, and which may be: the caveat has told how many stand at it."""
    held = rate_cells(tables, selection)
    for kind, state in ((Kind.CEILING_BELOW, BELOW), (Kind.CEILING_OPEN, OPEN)):
        own: list[Figure] = [figure_of(row) for row in rows_of(held[held["standing"] == state])]
        if own:
            yield Statement(
                kind,
                {"n": len(own), "figures": tuple(own[:MOST_NAMED]), "more": max(0, len(own) - MOST_NAMED)},
                {"n": tuple(own)},
            )
