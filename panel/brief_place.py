"""One place in one year → the statements on where it stands among its peers, what changed, what it does not give.

Ranks, barriers and peers are those of panel/peers.py, quarters panel/bands.py's, changes panel/pairs.py's. The order is the
catalogue's, never that of the ranks: which figures come first says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from panel.bands import quarter_of
from panel.blanks import BlankCause
from panel.brief_caveats import about
from panel.brief_gaps import doubts
from panel.build import Tables
from panel.caveats import Caveat
from panel.compare import cells, has_report, has_value
from panel.pairs import Pair, pairs_of
from panel.peers import PeerSet, barrier_of, peers_of, standings, unreported, years_of
from panel.schema import rows_of, text_or_none
from panel.selection import Selection
from panel.statements import Field, Figure, Kind, Moved, Named, Ranks, Section, Statement, counted, figure_of

# The indicators of a list.
MOST_LISTED = 12


def of_place(tables: Tables, place: str, year: int, peers: PeerSet, chosen: Sequence[str] = ()) -> tuple[Section, ...]:
    """The sections of a brief on one place: what it gives, a section a theme, then gaps and doubts. Nothing of a place and year
    without a report that was read. `chosen` are the peers of a list."""
    if year not in years_of(tables, place):
        return ()
    others = peers_of(tables, place, year, peers, chosen)
    held = standings(tables, place, year, others)
    around = _Peers(tables, place, year, others)
    pairs = {str(pair.now.indicator): pair for pair in _pairs(tables, place, year)}
    sections = [Section(Named("part", "about"), tuple(_about(tables, held, place, year, peers, others)))]
    for theme in tables.catalog.themes:
        own = list(rows_of(held[(held["theme"] == theme) & has_value(held)]))
        told = (*_standing(own, around), *_changes(tables, own, pairs, year))
        if told:
            sections.append(Section(Named("theme", theme), told))
    sections.append(Section(Named("part", "gaps"), tuple(_gaps(held, around))))
    docs = {figure.doc_id for figure in map(figure_of, rows_of(held)) if figure.doc_id}
    found = tuple(doubts(tables, docs, set(tables.catalog.indicators)))
    return (*sections, *([Section(Named("part", "warnings"), found)] if found else []))


def _about(
    tables: Tables, held: pd.DataFrame, place: str, year: int, peers: PeerSet, others: Sequence[str]
) -> Iterator[Statement]:
    """How much it gives, and who its peers are."""
    every = [figure_of(row) for row in rows_of(held)]
    valued = [figure for figure in every if figure.has_value]
    level = Named("level", text_or_none(held["level"].iloc[0]) or "unknown")
    fields: dict[str, Field] = {"place": place, "year": str(year), "level": level, "N": len(every)}
    yield Statement(Kind.PLACE_GIVEN, {**fields, "n": len(valued)}, {"n": tuple(valued), "N": tuple(every)})
    kinds = {PeerSet.LEVEL: Kind.PEERS_LEVEL, PeerSet.PROVINCE: Kind.PEERS_PROVINCE, PeerSet.LIST: Kind.PEERS_LIST}
    named: dict[str, Field] = {"places": tuple(others[:MOST_LISTED]), "more": max(0, len(others) - MOST_LISTED)}
    yield Statement(kinds[peers], {"level": level, "n": len(others), **named}) if others else Statement(Kind.NO_PEERS)
    before = year - 1
    if before not in years_of(tables, place):
        yield Statement(Kind.NO_BEFORE, {"before": str(before)})


class _Peers:
    """The cells of the peers, indicator by indicator: what stands behind the counts of them."""

    def __init__(self, tables: Tables, place: str, year: int, others: Sequence[str]) -> None:
        self._tables = tables
        # The same cells as panel/peers.py looks at: slot by slot, in each the indicators in order.
        held = cells(tables, Selection(places=tuple(sorted({place, *others})), years=(year,)))
        self._held, self._place = held, place
        self._at = {indicator: at for at, indicator in enumerate(tables.catalog.indicators)}

    def of(self, indicator: str) -> tuple[Figure, ...]:
        """Their cells of an indicator, of those whose report was read."""
        own = self._told(indicator)
        return tuple(map(figure_of, rows_of(own[own["place"] != self._place])))

    def about(self, caveat: Caveat, indicators: Sequence[str]) -> tuple[Figure, ...]:
        """The cells that a caveat of these indicators is about, the place's own among them."""
        return tuple(one for indicator in indicators for one in about(self._tables, self._told(indicator), caveat))

    def _told(self, indicator: str) -> pd.DataFrame:
        own = self._held.iloc[self._at[indicator] :: len(self._at)]
        return own[has_report(own)]

    def like(self, figure: Figure) -> tuple[Figure, ...]:
        """Those of their figures that a figure may be compared with."""
        every = self.of(figure.indicator)
        return tuple(one for one in every if one.has_value and (one.base, one.scope) == (figure.base, figure.scope))


def _pairs(tables: Tables, place: str, year: int) -> list[Pair]:
    """The figures of the place in both years, of each indicator one pair."""
    held = cells(tables, Selection(places=(place,), years=(year - 1, year)))
    return [pair for _, own in held.groupby("indicator", sort=False) for pair in pairs_of(own, (year - 1, year))]


def _standing(rows: Sequence[Any], around: _Peers) -> Iterator[Statement]:
    """The ranks of a theme's figures, then those that stand in none, by what forbids it."""
    barred: dict[object, tuple[Caveat, list[Any]]] = {}
    for row in rows:
        caveat = barrier_of(row)
        ranks = _ranks(row)
        if ranks is not None:
            of, figure = int(row.of), figure_of(row)
            quarter, _ = quarter_of(ranks.best, ranks.worst, of)
            fields: dict[str, Field] = {
                "indicator": Named("indicator", row.indicator),
                "figure": figure,
                "of": of,
                "ranks": ranks,
            }
            told = {"of": (figure, *around.like(figure))}
            if quarter is None:
                yield Statement(Kind.STANDS, fields, told)
            else:
                yield Statement(Kind.STANDS_QUARTER, {**fields, "quarter": quarter}, told)
        else:
            key = None if caveat is None else (caveat.code, tuple(sorted(caveat.fields.items())))
            barred.setdefault(key, (caveat or Caveat("alone"), []))[1].append(row)
    for caveat, own in barred.values():
        items = tuple(
            Statement(Kind.UNRANKED_ITEM, {"indicator": Named("indicator", row.indicator), "figure": figure_of(row)})
            for row in own
        )
        counts = around.about(caveat, [row.indicator for row in own])
        yield Statement(Kind.UNRANKED, {"items": items, "caveat": caveat}, {"caveat": counts})


def _ranks(row: Any) -> Ranks | None:
    """The ranks that panel/peers.py tells; None where it tells none."""
    text = text_or_none(row.rank_text)
    if text is None:
        return None
    best, _, worst = text.rstrip("=").partition("–")
    return Ranks(int(best), int(worst or best), text.endswith("="))


def _changes(tables: Tables, rows: Sequence[Any], pairs: dict[str, Pair], year: int) -> Iterator[Statement]:
    """The figures of a theme beside those of the year before."""
    unlike, broken = [], []
    for row in rows:
        pair = pairs.get(row.indicator)
        if pair is None:
            continue
        name = Named("indicator", row.indicator)
        if any(found.year == year for found in tables.catalog.indicators[row.indicator].breaks):
            broken.append(name)
        elif not pair.is_alike:
            unlike.append(name)
        else:
            moved = Moved(pair.change, str(pair.now.unit))
            yield Statement(
                Kind.CHANGED, {"indicator": name, "then": figure_of(pair.then), "now": figure_of(pair.now), "change": moved}
            )
    if unlike:
        yield Statement(Kind.UNLIKE_BEFORE, {"items": tuple(unlike)})
    if broken:
        yield Statement(Kind.BREAK_BEFORE, {"items": tuple(broken)})


def _gaps(held: pd.DataFrame, around: _Peers) -> Iterator[Statement]:
    """What at least half of its peers give and it does not, and all its blanks by cause."""
    found = list(rows_of(unreported(held)))
    if found:
        items = tuple(_unreported(row, around.of(row.indicator)) for row in found[:MOST_LISTED])
        more = max(0, len(found) - MOST_LISTED)
        yield Statement(Kind.UNREPORTED, {"n": len(found), "items": items, "more": more}, {"n": tuple(map(figure_of, found))})
    blanks: list[Figure] = [figure_of(row) for row in rows_of(held[~has_value(held)])]
    if not blanks:
        yield Statement(Kind.NO_GAPS)
        return
    by_cause = [(cause, [blank for blank in blanks if blank.state == cause]) for cause in BlankCause]
    items = tuple(counted(Kind.GAP_COUNT, "n", own, cause=Named("cause", str(cause))) for cause, own in by_cause if own)
    yield Statement(Kind.PLACE_GAPS, {"n": len(blanks), "items": items}, {"n": tuple(blanks)})


def _unreported(row: Any, peers: tuple[Figure, ...]) -> Statement:
    fields: dict[str, Field] = {
        "indicator": Named("indicator", row.indicator),
        "blank": figure_of(row),
        "n": int(row.n),
        "N": int(row.N),
    }
    return Statement(Kind.UNREPORTED_ITEM, fields, {"n": tuple(one for one in peers if one.has_value), "N": peers})
