"""What a catalogue of indicators holds, as frozen types; `extract.catalog` reads them from the file.

Every text is as written in the file, every regex has its fragments put in. Values are in the indicator's unit, a rate in
percent. A line is the 1-based line of metrics.yaml where an entry begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .model import Basis, Holds, Level, Outcome, Qualifier


class Kind(StrEnum):
    """A share of something, a number of events in the year, or a number that there is at its end."""

    RATE = "rate"
    COUNT = "count"
    STOCK = "stock"


class Better(StrEnum):
    """Which way is good; NONE where more can be more trouble or more trust, so that no colour may judge it."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class Grade(StrEnum):
    """How far localities can be compared: A same definition and base, B same name, C show only."""

    A = "A"
    B = "B"
    C = "C"


class PatternKind(StrEnum):
    """How a pattern finds its value.

    NAME: the words are the name of a rate or count, whose value follows. TEXT: a whole wording with a placeholder where
    the figure stands. IMPLIED: words without a figure that give a sure value. RATIO: two counts said of each other.
    """

    NAME = "name"
    TEXT = "text"
    IMPLIED = "implied"
    RATIO = "ratio"


class RelationKind(StrEnum):
    """AT_MOST: this value is no greater than the other's. RATIO: this rate is part over whole, rounded or cut.

    PARTS: the parts that a sentence lists after this value add up to it.
    """

    AT_MOST = "at_most"
    RATIO = "ratio"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of indicators, as the page lists them."""

    id: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the measure words that count in it (件: 宗, 起, 例 …). A word may stand in several units.

    `mistaken_for` are the units in which reports count the same matter another way (培训12次, 350人次): a figure in one of them
    is no value in this unit and is refused as such, never converted.
    """

    id: str
    words: tuple[str, ...]
    name_en: str
    mistaken_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which reports word an indicator.

    `source` and `unless` are regexes with fragments put in and placeholders still standing. `value` is what an IMPLIED
    pattern gives, None for the others. A TEXT or NAME pattern takes a figure with a word of the unit or of `measures`,
    with `bare` one without any. `topics` names those that the passage must be about (empty: any). `scope` is the part of
    the locality that the words cover and `part` says that they never cover the whole. `base` is what the rate divides by
    and `qualifier` how sharply the figure is said, where the pattern's words decide that; else None.
    """

    id: str
    kind: PatternKind
    source: str
    value: Decimal | None
    topics: tuple[str, ...]
    unless: str | None
    measures: tuple[str, ...]
    bare: bool
    scope: str | None
    part: bool
    base: str | None
    qualifier: Qualifier | None
    line: int


@dataclass(frozen=True, slots=True)
class Expected:
    """One reading that an example must give."""

    value: Decimal
    qualifier: Qualifier
    basis: Basis


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and exactly the readings of the indicator that it must give; `year` is the report's, None: any."""

    text: str
    gives: tuple[Expected, ...]
    year: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A sentence that must give the indicator nothing, and why; `year` is the report's, None: any."""

    text: str
    why: str
    year: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Break:
    """A change of what is counted under an indicator's name: `year` is the first year counted the new way, `why` says what
    changed and by which source, a sentence without its full stop."""

    year: int
    why: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What must hold between an indicator and others of the same report; `indicators` are (larger,) or (part, whole), and
    none where its own parts are compared."""

    relation: RelationKind
    indicators: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class RelationExample:
    """A sentence and how the relation must come out in it."""

    text: str
    gives: Outcome
    line: int


@dataclass(frozen=True, slots=True)
class FigureRelation:
    """What must hold between figures of one sentence, whether indicators ask for them or not.

    `source` is a regex with fragments put in and the placeholders of the figures still standing: <whole> and at least one
    <part>, for a RATIO one <part> and the <rate>.
    """

    id: str
    name: str
    name_en: str
    holds: Holds
    source: str
    examples: tuple[RelationExample, ...]
    counterexamples: tuple[Counterexample, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, and how reports word it.

    `theme` and `unit` are ids. A rate is `numerator` over `base` (both None: no rate); `bases` are the denominators under
    which reports state it, `base_words` the regex by which a sentence is seen to use one of them. `version` is that of the
    definition, 1 at first; pages show at most `decimals`; `law` is the legal basis (None: none is named). `low` and `high`
    bound the plausible values, None is open. `levels` are the ranks that can have the figure at all. `note` says what cannot
    be compared. `synonyms` are literal names by which a mention is found. `adds_up` says that the definition takes all parts
    together, so that disjoint parts of one sentence may be summed. `breaks` are the years from which on something else is
    counted under the name, earliest first.
    """

    id: str
    name: str
    name_en: str
    theme: str
    unit: str
    kind: Kind
    better: Better
    levels: tuple[Level, ...]
    definition: str
    definition_en: str
    base: str | None
    bases: tuple[str, ...]
    base_words: Mapping[str, str]
    version: int
    numerator: str | None
    decimals: int
    law: str | None
    low: Decimal | None
    high: Decimal | None
    comparability: Grade
    note: str
    note_en: str
    synonyms: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    examples: tuple[Example, ...]
    counterexamples: tuple[Counterexample, ...]
    checks: tuple[Relation, ...]
    adds_up: bool
    breaks: tuple[Break, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Derived:
    """A rate worked out from two counts of one report, never read from it: `part` over `whole`, ids of indicators.

    `unit` is %, `note` what must be known to understand it.
    """

    id: str
    name: str
    name_en: str
    unit: str
    part: str
    whole: str
    note: str
    note_en: str
    line: int


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Catalog:
    """The whole catalogue. Mappings are by id and in the file's order. Two are equal only when they are one object.

    `digest` is the first 8 hex digits of the file's SHA-256. `measures` are measure words that no unit takes.
    `fragments` and `topics` are regexes with fragments put in.
    """

    version: str
    digest: str
    path: str
    units: Mapping[str, Unit]
    measures: tuple[str, ...]
    themes: Mapping[str, Theme]
    fragments: Mapping[str, str]
    topics: Mapping[str, str]
    indicators: Mapping[str, Indicator]
    relations: Mapping[str, FigureRelation]
    derived: Mapping[str, Derived]

    def __repr__(self) -> str:
        # Its fields are a book, and every traceback that names a catalogue would print it.
        return f"<Catalog {self.path} {self.stamp}>"

    @property
    def stamp(self) -> str:
        """Version and digest, as every picture and workbook carries them: 1.0 (89ab12cd)."""
        return f"{self.version} ({self.digest})"

    def words_of(self, indicator: Indicator, pattern: Pattern) -> frozenset[str]:
        """The measure words that a figure of `pattern` may carry: those of the unit and the pattern's own."""
        return frozenset(self.units[indicator.unit].words).union(pattern.measures)

    def mistaken_words(self, indicator: Indicator, pattern: Pattern) -> frozenset[str]:
        """The measure words of figures that `pattern` may meet in its own wording and must not take."""
        units = (self.units[unit].words for unit in self.units[indicator.unit].mistaken_for)
        return frozenset().union(*units) - self.words_of(indicator, pattern)

    def measure_words(self) -> tuple[str, ...]:
        """All measure words known, longest first, so that 人次 is tried before 人."""
        words = {word for unit in self.units.values() for word in unit.words}.union(self.measures)
        return tuple(sorted(words, key=lambda word: (-len(word), word)))
