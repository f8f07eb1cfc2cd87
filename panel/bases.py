"""The cells of a rate → how many cases each is said of, as far as the reports tell (panel/base_sizes.py)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from panel.base_sizes import PERCENT, bases_of
from panel.build import Tables
from panel.compare import has_value
from panel.schema import listed

__all__ = ["PERCENT", "SMALL_BASE", "bases_of", "rates_with_bases", "small_bases", "with_bases"]

# A rate of fewer cases than this moves by five points and more with a single one of them.
SMALL_BASE = 20


def with_bases(tables: Tables, held: pd.DataFrame) -> pd.DataFrame:
    """The cells of one indicator that have a value, with two columns more: `size` of the base and `base_words`, missing where
    the report does not tell it in a way that the catalogue knows."""
    valued = held.take(np.flatnonzero(has_value(held))).reset_index(drop=True)
    if valued.empty:
        return valued.assign(size=pd.Series(dtype="float64"), base_words=pd.Series(dtype="str"))
    indicator_id = str(valued["indicator"].iloc[0])
    told = tables.kept.table(("bases", indicator_id), lambda: _bases_of(tables, indicator_id))
    rows = told.index.get_indexer(pd.Index(valued["doc_id"]))
    size, words = (pd.api.extensions.take(told[name].array, rows, allow_fill=True) for name in ("size", "words"))
    return valued.assign(size=size, base_words=words)


def _bases_of(tables: Tables, indicator_id: str) -> pd.DataFrame:
    return tables.bases[tables.bases["indicator"] == indicator_id].set_index("doc_id")


def small_bases(tables: Tables, held: pd.DataFrame) -> pd.DataFrame:
    """Of these cells of one indicator those with a value that is said of less than SMALL_BASE cases, with `size` and
    `base_words`; the smallest first."""
    of_reports = tables.kept.value("small bases", lambda: _small_bases_of(tables))
    docs = of_reports.get(str(held["indicator"].iloc[0])) if len(held) else None
    found = with_bases(tables, held.head(0) if docs is None else held.take(np.flatnonzero(held["doc_id"].isin(docs))))
    return found.sort_values("size", kind="stable")


def _small_bases_of(tables: Tables) -> dict[str, list[str]]:
    """For each rate the reports that tell of less than SMALL_BASE cases."""
    small = tables.bases[tables.bases["size"] < SMALL_BASE]
    return {str(indicator_id): listed(own["doc_id"]) for indicator_id, own in small.groupby("indicator")}


def rates_with_bases(tables: Tables) -> dict[str, int]:
    """The rates of which any of the reports tells a base, with the number of those that do; most first."""
    counts = tables.bases["indicator"].value_counts().to_dict()
    found = [(indicator_id, counts[indicator_id]) for indicator_id in tables.catalog.indicators if indicator_id in counts]
    return dict(sorted(found, key=lambda pair: -pair[1]))
