"""Cells of one indicator → the sentences behind them in aligned rows: the words before the figure, the figure, the words behind.

One name covers several things: a rate of all disputes or of those that were mediated, 件 or 人次, a whole year or a drive. Read one
below the other they show what the figures alone hide. What a row says otherwise than most is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from extract.model import Basis
from panel.build import Tables
from panel.compare import cells, has_value
from panel.schema import rows_of, text_or_none, to_table
from panel.selection import Selection

# How many characters of a sentence stand on either side of its figure.
REACH = 60
_ENDS = re.compile(r"[。；;！!？?\n]")
# Of a figure as written what is no measure word: its digits, Chinese numerals, and the words of its bounds.
_NO_MEASURE = re.compile(r"[\d.,，％%\s零一二两三四五六七八九十百千万亿〇余多近约超逾上下左右以内不低于达突破共]+")


class _Figure(NamedTuple):
    """A row of FIGURE_COLUMNS."""

    start: int
    end: int
    first: int
    last: int


class Differs(StrEnum):
    """In what a row is said otherwise than most of the others (or, of the first two, not as a plain figure)."""

    QUALIFIER = "qualifier"
    BASIS = "basis"
    BASE = "base"
    SCOPE = "scope"
    MEASURE = "measure"
    LEVEL = "level"


WORDING_COLUMNS: dict[str, str] = {
    "place": "str",
    "year": "Int64",
    "level": "str",
    "doc_id": "str",
    "start": "int64",
    "end": "int64",
    "before": "str",
    "figure": "str",
    "behind": "str",
    "text": "str",
    "qualifier": "str",
    "basis": "str",
    "base": "str",
    "scope": "str",
    "measure": "str",
    "differs": "object",
}


def wordings(tables: Tables, selection: Selection, *, lang: str = "zh") -> pd.DataFrame:
    """WORDING_COLUMNS: one row for each cell of the selection's one indicator that has a value, in the order of the cells.

    `before` and `behind` are the rest of the sentence, up to REACH characters; where a figure is worked out of several, they are
    what stands around all of them. `measure` is the measure word as written, missing for rates, for what is not the report's
    own figure, and where it was lost. `differs` is a tuple of Differs: a bound or an estimate, a basis other than the report's
    own figure, a stated scope, and whatever of base, measure word and level is not that of most rows. Raises ValueError unless
    the selection names one indicator.
    """
    if len(selection.indicators) != 1:
        raise ValueError(f"wordings are of one indicator, not of {len(selection.indicators)}")
    return tables.kept.table(("wordings", selection, lang), lambda: _wordings(tables, selection, lang))


def _wordings(tables: Tables, selection: Selection, lang: str) -> pd.DataFrame:
    held = cells(tables, selection, lang=lang)
    valued = held[has_value(held)]
    figures = _figures(tables, selection.indicators[0], valued)
    found = list(zip(rows_of(valued), figures, strict=True))
    measures = [_measure(tables.texts[row.doc_id], row, figure) for row, figure in found]
    usual = [_most(row.base for row, _ in found), _most(measures), _most(row.level for row, _ in found)]
    rows = [_row(tables, row, figure, measure, usual) for (row, figure), measure in zip(found, measures, strict=True)]
    return to_table(rows, WORDING_COLUMNS)


def _figures(tables: Tables, indicator_id: str, valued: pd.DataFrame) -> list[_Figure]:
    """Where the figure of each cell stands: a report has one main reading of an indicator."""
    every = tables.panel_rows.rows([indicator_id], np.ones(len(tables.reports), dtype=bool))
    mains = every[tables.panel["main"].to_numpy()[every]]
    at = pd.Index(tables.panel["doc_id"].take(mains)).get_indexer(pd.Index(valued["doc_id"]))
    return [_Figure(*row) for row in tables.figures.take(mains[at]).itertuples(index=False)]


def _row(tables: Tables, row: Any, figure: _Figure, measure: str | None, usual: Sequence[str | None]) -> Sequence[object]:
    text, start, end = tables.texts[row.doc_id], figure.first, figure.last
    own = (text_or_none(row.base), measure, text_or_none(row.level))
    differs = [
        *([Differs.QUALIFIER] if row.qualifier != "exact" else []),
        *([Differs.BASIS] if row.basis != "stated" else []),
        *([Differs.SCOPE] if text_or_none(row.scope) else []),
        *(kind for kind, mine, theirs in zip((Differs.BASE, Differs.MEASURE, Differs.LEVEL), own, usual, strict=True)
          if mine is not None and theirs is not None and mine != theirs),
    ]  # fmt: skip
    told = (
        _before(text, start, int(row.start)),
        _plain(text[start:end]),
        _behind(text, end, int(row.end)),
        row.text,
        row.qualifier,
        row.basis,
    )
    year = None if pd.isna(row.year) else int(row.year)
    known = (row.place, year, own[2], row.doc_id, int(row.start), int(row.end))
    return (*known, *told, own[0], text_or_none(row.scope), measure, tuple(differs))


def _before(text: str, start: int, words: int) -> str:
    """The sentence up to the figure at `start`; the reading's own words, from `words` on, are never cut, by a line end either."""
    ends = [found.end() for found in _ENDS.finditer(text, max(0, start - REACH), min(start, words))]
    begin = ends[-1] if ends else max(0, start - REACH)
    return ("…" if not ends and begin else "") + _plain(text[begin:start])


def _behind(text: str, end: int, words: int) -> str:
    """The rest of the sentence behind the figure that ends at `end`; the reading's own words, up to `words`, are never cut."""
    found = _ENDS.search(text, max(end, words), end + REACH)
    stop = found.start() if found else min(len(text), end + REACH)
    return _plain(text[end:stop]) + ("…" if not found and stop < len(text) else "")


def _plain(words: str) -> str:
    return " ".join(words.split())


def _measure(text: str, row: Any, figure: _Figure) -> str | None:
    if row.unit == "%" or row.basis != Basis.STATED:
        return None
    return _NO_MEASURE.sub("", text[figure.start : figure.end]) or None


def _most(values: Any) -> str | None:
    """The commonest of the values that are known; of equals the first."""
    known = Counter(value for value in values if isinstance(value, str))
    return known.most_common(1)[0][0] if known else None
