"""Cells of one indicator → the statements on how its figures changed: since the year before, or over the years by a stated rule.

Pairs and their likeness are those of panel/pairs.py, the changes panel/change.py's, what counts as far panel/overview.py's, the
words of trends panel/trends.py's. Across a change of the definition nothing is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from panel.build import Tables
from panel.compare import cells, has_value
from panel.extremes import moves_of
from panel.overview import NOTABLE_POINTS, NOTABLE_TIMES, is_notable, least_move
from panel.pairs import Pair, pairs_of
from panel.schema import rows_of
from panel.selection import Selection
from panel.statements import Figure, Kind, Moved, Statement, figure_of
from panel.trends import FEWEST, Trend, trend_of

# The farthest moves that are named, and the places of a list.
MOST_MOVED, MOST_PLACES = 5, 12


def changes(tables: Tables, selection: Selection, held: pd.DataFrame) -> Iterator[Statement]:
    """The statements on one chosen year against the one before it, or on the trends of several years; `held` are the cells of
    the selection, which names one indicator."""
    years = sorted({int(year) for year in held.loc[has_value(held), "year"].dropna()})
    if len(years) == 1:
        yield from since_before(tables, selection, years[0])
    elif len(years) > 1:
        yield from _trends(tables, selection, held)


def since_before(tables: Tables, selection: Selection, year: int) -> Iterator[Statement]:
    """How the places of the selection changed from the year before."""
    indicator = tables.catalog.indicators[selection.indicators[0]]
    breaks = [found for found in indicator.breaks if found.year == year]
    if breaks:
        yield from (Statement(Kind.BREAK, {"year": str(year), "why": found}) for found in breaks)
        return
    pairs = pairs_of(cells(tables, replace(selection, years=(year - 1, year))), (year - 1, year))
    if not pairs:
        yield Statement(Kind.NO_PAIRS, {"before": str(year - 1), "year": str(year)})
        return
    yield _counts(pairs, year)
    unlike = [pair for pair in pairs if not pair.is_alike]
    if unlike:
        named = [figure_of(pair.now).place for pair in unlike]
        yield Statement(
            Kind.UNLIKE_YEARS,
            {"n": len(unlike), "places": tuple(named[:MOST_PLACES]), "more": max(0, len(named) - MOST_PLACES)},
            {"n": _cells_of(unlike)},
        )
    yield from _notable(pairs)
    places = {pair.place for pair in pairs}
    for rename in tables.renames:
        if rename.year == year and rename.place in places and not rename.is_merger:
            yield Statement(Kind.RENAMED, {"year": str(year), "now": rename.now, "was": rename.was})


def _counts(pairs: Sequence[Pair], year: int) -> Statement:
    """How many rose, fell, stayed and are open, as panel/extremes.py counts them."""
    found = moves_of(pairs)
    sides: dict[str, list[Pair]] = {"rose": [], "fell": [], "stayed": [], "open": []}
    for pair in pairs:
        sides[_side(pair)].append(pair)
    counts = {"rose": found.rose, "fell": found.fell, "stayed": found.stayed, "open": found.open}
    cells_told = {"n": _cells_of(pairs), **{side: _cells_of(own) for side, own in sides.items()}}
    return Statement(Kind.CHANGES, {"before": str(year - 1), "n": len(pairs), **counts}, cells_told)


def _side(pair: Pair) -> str:
    """On which side of moves_of a pair is counted."""
    one = moves_of([pair])
    return next(side for side in ("rose", "fell", "stayed", "open") if getattr(one, side))


def _cells_of(pairs: Sequence[Pair]) -> tuple[Figure, ...]:
    return tuple(figure_of(cell) for pair in pairs for cell in (pair.now, pair.then))


def _notable(pairs: Sequence[Pair]) -> Iterator[Statement]:
    """The figures that surely moved far, farthest first."""
    far = []
    for pair in pairs:
        found = pair.change
        if found is not None and is_notable(found.low, found.high, found.relative, pair.now.unit):
            far.append((least_move(found.low, found.high), pair, found))
    if not far:
        return
    far.sort(key=lambda one: -one[0])
    items = tuple(
        Statement(
            Kind.MOVED,
            {
                "then": figure_of(pair.then),
                "now": figure_of(pair.now),
                "change": Moved(found, pair.now.unit),
                "place": pair.place,
            },
        )
        for _, pair, found in far[:MOST_MOVED]
    )
    kind = Kind.NOTABLE if far[0][1].now.unit == "%" else Kind.NOTABLE_COUNTS
    told = _cells_of([pair for _, pair, _ in far])
    yield Statement(
        kind,
        {
            "n": len(far),
            "least": int(NOTABLE_POINTS),
            "times": int(NOTABLE_TIMES),
            "items": items,
            "more": max(0, len(far) - MOST_MOVED),
        },
        {"n": told},
    )


def _trends(tables: Tables, selection: Selection, held: pd.DataFrame) -> Iterator[Statement]:
    """Of which places the figures rise or fall over the years, and of how many that can't be judged."""
    by_place: dict[str, list[Any]] = {}
    for row in rows_of(held[has_value(held) & held["year"].notna()].sort_values("year", kind="stable")):
        by_place.setdefault(str(row.place), []).append(row)
    judged: dict[Trend, list[list[Figure]]] = {word: [] for word in Trend}
    breaks = tables.catalog.indicators[selection.indicators[0]].breaks
    for rows in by_place.values():
        if len(rows) > 1:
            judged[trend_of(rows, [found.year for found in breaks])].append([figure_of(row) for row in rows])
    for word, kind in ((Trend.RISES, Kind.TREND_RISES), (Trend.FALLS, Kind.TREND_FALLS)):
        own = judged[word]
        if own:
            named = tuple(figures[0].place for figures in own[:MOST_PLACES])
            told = tuple(figure for figures in own for figure in figures)
            yield Statement(
                kind, {"n": len(own), "fewest": FEWEST, "places": named, "more": max(0, len(own) - MOST_PLACES)}, {"n": told}
            )
    if judged[Trend.OPEN]:
        yield Statement(
            Kind.TREND_OPEN, {"n": len(judged[Trend.OPEN])}, {"n": tuple(one for own in judged[Trend.OPEN] for one in own)}
        )
