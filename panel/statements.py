"""What a brief says, before any words: a statement is a kind, the values that it is of, and the cells behind each of them.

A statement judges nothing: every verdict in it (a rank, a barrier, a change, a cause) was found elsewhere in panel/. Which words
it becomes is exports/brief_sentences.py's business; that no number is without its evidence is this one's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Union

import pandas as pd

from extract.catalog import Break
from panel.blanks import VALUE
from panel.caveats import Caveat
from panel.change import Change
from panel.schema import text_or_none


class Kind(StrEnum):
    """What a statement is about; each kind has its sentence in either language."""

    GIVEN = "given"
    NOTHING = "nothing"
    BARRED = "barred"
    ORDER = "order"
    RANKED = "ranked"
    RANKED_ENDS = "ranked_ends"
    RANKED_ITEM = "ranked_item"
    ALONE = "alone"
    SHARED = "shared"
    OPEN = "open"
    CEILING_BELOW = "ceiling_below"
    CEILING_OPEN = "ceiling_open"
    SPREAD = "spread"
    FIGURES = "figures"
    CHANGES = "changes"
    NOTABLE = "notable"
    NOTABLE_COUNTS = "notable_counts"
    MOVED = "moved"
    UNLIKE_YEARS = "unlike_years"
    NO_PAIRS = "no_pairs"
    BREAK = "break"
    RENAMED = "renamed"
    TREND_RISES = "trend_rises"
    TREND_FALLS = "trend_falls"
    TREND_OPEN = "trend_open"
    GAPS = "gaps"
    GAP_ITEM = "gap_item"
    GAP_COUNT = "gap_count"
    NO_GAPS = "no_gaps"
    WARNING = "warning"
    CHECK = "check"
    SECOND = "second"
    REVISED = "revised"
    PLACE_GIVEN = "place_given"
    PLACE_GAPS = "place_gaps"
    PEERS_LEVEL = "peers_level"
    PEERS_PROVINCE = "peers_province"
    PEERS_LIST = "peers_list"
    NO_PEERS = "no_peers"
    STANDS = "stands"
    STANDS_QUARTER = "stands_quarter"
    UNRANKED = "unranked"
    UNRANKED_ITEM = "unranked_item"
    CHANGED = "changed"
    UNLIKE_BEFORE = "unlike_before"
    BREAK_BEFORE = "break_before"
    NO_BEFORE = "no_before"
    UNREPORTED = "unreported"
    UNREPORTED_ITEM = "unreported_item"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of the tables, with a value or a blank (`state` is then its cause), and where its words stand in its report; None
    where there is no report or no such words."""

    place: str
    year: int | None
    indicator: str
    unit: str
    state: str
    value: float | None
    qualifier: str
    basis: str
    base: str | None
    scope: str | None
    quote: str | None
    doc_id: str | None
    start: int | None
    end: int | None

    @property
    def has_value(self) -> bool:
        """Whether it is a value, not a blank."""
        return self.state == VALUE


@dataclass(frozen=True, slots=True)
class Ranks:
    """A rank, or the range of ranks that bounds leave open; `shared` as in panel/ranks.py."""

    best: int
    worst: int
    shared: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a name in either language: what it is (level, cause, indicator, outcome, second, rule) and its id."""

    what: str
    id: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A change with the unit of its figures; None where a bound leaves it open without end."""

    change: Change | None
    unit: str


Field = Union[int, str, Figure, Ranks, Named, Moved, Caveat, Break, "Statement", tuple["Field", ...]]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said. `fields` are what its sentence is filled with; `cells` are those behind each number among them that is
    counted, by the name of its field."""

    kind: Kind
    fields: Mapping[str, Field] = field(default_factory=dict)
    cells: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one heading: an indicator, a theme, or a heading of the words tables."""

    heading: Named
    statements: tuple[Statement, ...]


def figure_of(row: Any) -> Figure:
    """A row with CELL_COLUMNS as the figure, or the blank, that it is."""
    span = (None, None) if pd.isna(row.start) else (int(row.start), int(row.end))
    return Figure(
        place=str(row.place),
        year=None if pd.isna(row.year) else int(row.year),
        indicator=str(row.indicator),
        unit=str(row.unit),
        state=str(row.state),
        value=None if pd.isna(row.value) else float(row.value),
        qualifier=text_or_none(row.qualifier) or "exact",
        basis=text_or_none(row.basis) or "stated",
        base=text_or_none(row.base),
        scope=text_or_none(row.scope),
        quote=text_or_none(row.quote),
        doc_id=text_or_none(row.doc_id),
        start=span[0],
        end=span[1],
    )


def counted(kind: Kind, name: str, cells: Sequence[Figure], **fields: Field) -> Statement:
    """A statement with one count, of these cells, in the field `name`."""
    return Statement(kind, {name: len(cells), **fields}, {name: tuple(cells)})


def figures_in(statements: Iterable[Statement]) -> list[Figure]:
    """Every figure that the statements name, in their order, each once; then every one that they only count."""
    named: dict[Figure, None] = {}
    only_counted: dict[Figure, None] = {}
    for statement in statements:
        _collect(statement, named, only_counted)
    return list(named | only_counted)


def _collect(told: Field, named: dict[Figure, None], only_counted: dict[Figure, None]) -> None:
    if isinstance(told, Figure):
        named[told] = None
    elif isinstance(told, tuple):
        for part in told:
            _collect(part, named, only_counted)
    elif isinstance(told, Statement):
        for value in told.fields.values():
            _collect(value, named, only_counted)
        for cells in told.cells.values():
            only_counted.update(dict.fromkeys(cells))
