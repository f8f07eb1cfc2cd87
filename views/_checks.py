"""The reports' own arithmetic as a table: what was compared, how it came out, both sides in figures and in the report's words."""

from __future__ import annotations

import pandas as pd

from panel.arithmetic import describe_rule
from views._desk import Desk
from views._passage import Passage, check_sign
from views._tables import page_of, show_rows

# Figures of a check that stand no further apart are opened together.
NEAR = 300
ROWS = 8


def show_checks(desk: Desk, checks: pd.DataFrame, *, key: str, with_place: bool = False) -> None:
    """The checks of CHECK_COLUMNS, a row each, `with_place` and year in front where they are of several reports."""
    # Of many checks a page, each with all its figures.
    first = page_of(desk, checks.drop_duplicates(["doc_id", "number"]), key=key)
    checks = checks.merge(first[["doc_id", "number"]], on=["doc_id", "number"])
    own = [held for _, held in checks.groupby(["doc_id", "number"], sort=False)]
    docs = [str(held["doc_id"].iloc[0]) for held in own]
    outcomes = [str(held["outcome"].iloc[0]) for held in own]
    columns = {
        "outcome": [check_sign(outcome) + desk.shared(f"outcome.{outcome}") for outcome in outcomes],
        "rule": [describe_rule(str(held["rule"].iloc[0]), desk.tables.catalog, desk.lang) for held in own],
        "sums": [held["sums"].iloc[0] for held in own],
        "quotes": [" | ".join(held["quote"]) for held in own],
    }
    if with_place:
        years = [desk.year(desk.tables.years[doc]) for doc in docs]
        columns = {"place": [desk.tables.places[doc] for doc in docs], "year": years, **columns}
    show_rows(
        desk, pd.DataFrame(columns), [_place_of(doc, held) for doc, held in zip(docs, own, strict=True)], key=key, rows=ROWS
    )


def _place_of(doc_id: str, held: pd.DataFrame) -> Passage:
    """What a click on a check opens: the stretch that holds all its figures, or the first of them where they stand apart."""
    start, end = int(held["start"].min()), int(held["end"].max())
    first = held.iloc[0]
    return (doc_id, start, end) if end - start <= NEAR else (doc_id, int(first["start"]), int(first["end"]))
