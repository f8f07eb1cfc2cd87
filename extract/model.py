"""The types that one report passes through. All are frozen: a stage makes new values. Imports `source` alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from .source import Source

# The base of a rate whose sentence does not say what it divides by.
UNSTATED = "unstated"


class Level(StrEnum):
    """The rank of a locality. A department stands beside the division it serves, whatever that division's rank."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    DEPARTMENT = "department"


class Qualifier(StrEnum):
    """How sharply a figure is said: exactly, at least (以上), at most (以下), about (余, 近)."""

    EXACT = "exact"
    MIN = "min"
    MAX = "max"
    APPROX = "approx"


class Basis(StrEnum):
    """Where a value comes from: the report gives it, it is worked out from two counts, or words without a figure give it."""

    STATED = "stated"
    COMPUTED = "computed"
    IMPLIED = "implied"


class Role(StrEnum):
    """What part of a report a clause stands in. FRAME is whatever is not the report: breadcrumb, footer, signature."""

    WORK = "work"
    PROBLEMS = "problems"
    PLAN = "plan"
    FRAME = "frame"


class Reason(StrEnum):
    """Why a figure that was seen was not taken."""

    PLAN = "plan"
    TARGET = "target"
    OTHER_YEAR = "other year"
    OTHER_BODY = "other body"
    OTHER_UNIT = "other unit"
    OTHER_MATTER = "other matter"
    CHANGE = "change"
    RULE = "rule"
    PART = "part"
    WEAKER_BASIS = "weaker basis"
    OVERLAPPED = "overlapped"
    IMPLAUSIBLE = "implausible"
    TIMEOUT = "time limit"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of a report's text; `end` is exclusive, 0 <= start < end <= len(text)."""

    start: int
    end: int


class DivisionPath(NamedTuple):
    """The divisions that a locality lies in or is, widest first; None where one does not apply or is unknown."""

    province: str | None = None
    prefecture: str | None = None
    county: str | None = None
    township: str | None = None


@dataclass(frozen=True, slots=True)
class Locality:
    """Whose report it is. `name` has no divisions before it (泗门镇); `level` and `code` are None when unknown."""

    name: str
    level: Level | None
    path: DivisionPath = DivisionPath()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: its text, final from here on, and what the text says of itself.

    `year` is the year reported on, never guessed from the publication date; `published` the day it was put out.
    Unknown is None. `evidence` holds, for each known field by name, the span of the words it was read from. `source` tells
    pages and cells of the file, None for a text from no file.
    """

    doc_id: str
    text: str
    title: str | None = None
    locality: Locality | None = None
    year: int | None = None
    published: date | None = None
    index_number: str | None = None
    evidence: Mapping[str, Span] = field(default_factory=dict)
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a report (up to 。!? or the paragraph's end), with its role and the headings above it, outermost first."""

    span: Span
    role: Role
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as said: its value (a rate in percent), the measure word as written ("" when lost), the qualifier."""

    value: Decimal
    unit: str
    qualifier: Qualifier = Qualifier.EXACT


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that a pattern ties to an indicator, not yet judged.

    `span` covers the words that tie them together, `figure` the figure's own words (or those that imply it). `operands` are
    the counts that a COMPUTED figure is worked out from, numerator first, or the parts of a sum; else there are none.
    """

    indicator_id: str
    pattern_id: str
    clause: Clause
    span: Span
    figure: Span
    quantity: Quantity
    basis: Basis
    base: str | None = None
    scope: str | None = None
    part: bool = False
    operands: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Overrun:
    """A pattern that was stopped at its time limit in a clause: whether it ties a figure there to its indicator is not known."""

    indicator_id: str
    pattern_id: str
    clause: Clause

    @property
    def span(self) -> Span:
        """The words in which it looked."""
        return self.clause.span


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure that a report gives for an indicator.

    `value` is in the catalogue's unit (a rate in percent), `unit` the catalogue's. `base` is what a rate divides by, as the words
    say, UNSTATED where they don't, None for what is no rate; `scope` the part of the locality covered (None: the whole, or not
    said). `main` is true for the one that stands for the locality. text[span.start:span.end] == quote, always.
    """

    doc_id: str
    indicator_id: str
    value: Decimal
    unit: str
    qualifier: Qualifier
    basis: Basis
    base: str | None
    scope: str | None
    main: bool
    span: Span
    figure: Span
    quote: str
    pattern_id: str
    section: tuple[str, ...] = ()
    operands: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that was not taken, and why; `detail` is the words of the report, or the bound, that decided ("": the
    reason says it all). An Overrun, which holds no figure, stands here for the reason TIMEOUT alone."""

    candidate: Candidate | Overrun
    reason: Reason
    detail: str = ""


class Outcome(StrEnum):
    """How a relation of the report's own figures came out: the rate is CUT, not rounded, to its decimals, the parts leave a
    REMAINDER of the whole, a part or all of them together EXCEEDS it, the rate DIFFERS from that of its counts."""

    AGREES = "agrees"
    CUT = "cut"
    REMAINDER = "remainder"
    EXCEEDS = "exceeds"
    DIFFERS = "differs"


class Holds(StrEnum):
    """What must hold between figures: the parts add up to the whole, each is at most the whole, the rate is part over whole."""

    SUM = "sum"
    AT_MOST = "at_most"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Term:
    """One figure that a relation compares, as printed: `label` is what the report calls it, `span` and `quote` the words that
    state it, of which `figure` is the figure's own; `reading` the reading that it is, None where no indicator asks for it."""

    label: str
    value: Decimal
    qualifier: Qualifier
    span: Span
    figure: Span
    quote: str
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One relation of the report's own arithmetic, compared and never repaired.

    `rule` is the id of one of the catalogue's `relations`, or the ids of the indicators compared; `terms` stand in the order of
    `sums`, which says both sides in figures: 18 ≤ 22, 240 + 197 + 145 = 582 < 586, 98.3 = 180 ÷ 183 × 100 (98.36).
    """

    rule: str
    holds: Holds
    terms: tuple[Term, ...]
    outcome: Outcome
    sums: str


class EarlierKind(StrEnum):
    """How a report speaks of the year before: its value, or the change since, in per cent, in points or in the own unit."""

    LEVEL = "level"
    CHANGE_PERCENT = "change_percent"
    CHANGE_POINTS = "change_points"
    CHANGE_COUNT = "change_count"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a report says of the year before its own (`year`) for an indicator; never a value of the panel.

    `value` is the level in the indicator's unit, or the change with its sign, in `unit`; `qualifier` is of its size. `beside` is
    the reading that a change is counted from, or beside which the level stands; None for a level that stands alone.
    """

    doc_id: str
    indicator_id: str
    year: int
    kind: EarlierKind
    value: Decimal
    unit: str
    qualifier: Qualifier
    span: Span
    figure: Span
    quote: str
    beside: Reading | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was taken from one report.

    `mentions` holds the first place where an indicator is named, by its id: a blank whose term stands there without a figure
    is told by it. `earlier` is what it says of the year before, which is no part of its own readings.
    """

    report: Report
    readings: tuple[Reading, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    checks: tuple[Check, ...] = ()
    mentions: Mapping[str, Span] = field(default_factory=dict)
    earlier: tuple[Earlier, ...] = ()
