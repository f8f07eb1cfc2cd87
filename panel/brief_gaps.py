"""Cells of one indicator → the statements on who has no value and why, and on what a reader must be warned of.

Causes are those of panel/blanks.py, warnings those of panel/caveats.py; figures in doubt are the reports' own sums that do not
come out (panel/arithmetic.py), what a report says of the year before against that year's report (panel/second.py), and what a
revised report says otherwise (extract/twins.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from panel.blanks import BlankCause
from panel.brief_caveats import of_caveat
from panel.build import Tables
from panel.caveats import Caveat
from panel.compare import VALUE, has_value
from panel.overview import unlike
from panel.schema import rows_of, text_or_none
from panel.second import Second
from panel.statements import Field, Figure, Kind, Named, Statement, figure_of

# The places of a list, and the doubts of one kind that are told one by one.
MOST_PLACES, MOST_DOUBTS = 12, 8
# Told by the statements on standing: that nothing can be compared, and how many give a figure.
_TOLD_ALREADY = ("few_values",)


def gaps(held: pd.DataFrame) -> Iterator[Statement]:
    """Who has no value, by cause in the causes' order."""
    blanks = [figure_of(row) for row in rows_of(held[~has_value(held)])]
    if not blanks:
        if len(held):
            yield Statement(Kind.NO_GAPS)
        return
    items = []
    for cause in BlankCause:
        own = tuple(blank for blank in blanks if blank.state == cause)
        if own:
            places = tuple(dict.fromkeys(blank.place for blank in own))
            fields: dict[str, Field] = {
                "cause": Named("cause", str(cause)),
                "n": len(own),
                "places": places[:MOST_PLACES],
                "more": max(0, len(places) - MOST_PLACES),
            }
            items.append(Statement(Kind.GAP_ITEM, fields, {"n": own}))
    yield Statement(Kind.GAPS, {"n": len(blanks), "items": tuple(items)}, {"n": tuple(blanks)})


def warnings(tables: Tables, held: pd.DataFrame, found: Sequence[Caveat]) -> Iterator[Statement]:
    """The caveats that forbid no ranks: those that do are told where the order would stand."""
    for caveat in found:
        if not caveat.forbids_ranks and caveat.code not in _TOLD_ALREADY:
            yield of_caveat(Kind.WARNING, tables, held, caveat)


def doubts(tables: Tables, docs: Collection[str], indicators: Collection[str]) -> Iterator[Statement]:
    """What speaks against figures of these reports and indicators: sums, the year before as told, revisions."""
    for found in (_sums(tables, docs, indicators), _told(tables, docs, indicators), _revised(tables, docs, indicators)):
        told = list(found)
        yield from told[:MOST_DOUBTS]
        if len(told) > MOST_DOUBTS:
            yield Statement(Kind.MORE, {"n": len(told) - MOST_DOUBTS})


def _sums(tables: Tables, docs: Collection[str], indicators: Collection[str]) -> Iterator[Statement]:
    """The checks of these reports that do not come out and speak of one of the indicators, each with its figures."""
    checks = unlike(tables)
    checks = checks[checks["doc_id"].isin(docs)]
    spoken = checks[checks["indicator"].isin(indicators)]
    asked = set(zip(spoken["doc_id"], spoken["number"], strict=True))
    told: dict[tuple[str, int], list[Any]] = {}
    for term in rows_of(checks):
        if (term.doc_id, term.number) in asked:
            told.setdefault((term.doc_id, term.number), []).append(term)
    for (doc_id, _), terms in told.items():
        fields: dict[str, Field] = {
            "place": tables.places[str(doc_id)],
            "year": _year(tables, str(doc_id)),
            "rule": Named("rule", terms[0].rule),
            "sums": terms[0].sums,
            "outcome": Named("outcome", terms[0].outcome),
        }
        yield Statement(Kind.CHECK, fields, {"sums": tuple(_term(tables, term) for term in terms)})


def _term(tables: Tables, term: Any) -> Figure:
    """One figure of a check, as printed."""
    year = tables.years[term.doc_id]
    where = (tables.places[term.doc_id], None if year is None else int(year), text_or_none(term.indicator) or "", "", VALUE)
    told = (float(term.value), term.qualifier, "stated", None, None)
    return Figure(*where, *told, term.quote, term.doc_id, int(term.start), int(term.end))


def _told(tables: Tables, docs: Collection[str], indicators: Collection[str]) -> Iterator[Statement]:
    """What these reports say of the year before otherwise than that year's report."""
    every = tables.earlier
    wrong = every["outcome"].isin([str(Second.RESTATED), str(Second.CONTRADICTORY)])
    for row in rows_of(every[wrong & every["doc_id"].isin(docs) & every["indicator"].isin(indicators)]):
        place = tables.places[row.doc_id]
        now = Figure(
            place,
            int(row.year),
            row.indicator,
            row.unit,
            VALUE,
            float(row.value),
            row.qualifier,
            "stated",
            None,
            None,
            row.quote,
            row.doc_id,
            int(row.start),
            int(row.end),
        )
        before = replace(
            now,
            value=float(row.earlier_value),
            qualifier=row.earlier_qualifier,
            unit=tables.catalog.indicators[row.indicator].unit,
            quote=row.earlier_quote,
            doc_id=row.earlier_doc,
            start=int(row.earlier_start),
            end=int(row.earlier_end),
        )
        fields: dict[str, Field] = {
            "place": place,
            "year": _year(tables, row.doc_id),
            "before": str(int(row.year)),
            "kind": Named("earlier", row.kind),
        }
        yield Statement(Kind.SECOND, {**fields, "told": now, "earlier": before, "outcome": Named("second", row.outcome)})


def _revised(tables: Tables, docs: Collection[str], indicators: Collection[str]) -> Iterator[Statement]:
    """Which figures a revised report gives otherwise than its earlier state."""
    for twin in tables.twins.values():
        for change in twin.changes if twin.revised and twin.of in docs else ():
            if change.indicator_id in indicators:
                fields: dict[str, Field] = {
                    "place": tables.places[twin.of],
                    "year": _year(tables, twin.of),
                    "indicator": Named("indicator", change.indicator_id),
                }
                yield Statement(Kind.REVISED, {**fields, "earlier": change.earlier, "later": change.later})


def _year(tables: Tables, doc_id: str) -> str:
    year = tables.years[doc_id]
    return "" if year is None else str(int(year))
