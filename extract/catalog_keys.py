"""The keys of metrics.yaml → what each holds and means: the one declaration that the strict reader and the schema share.

The strict reader takes a mapping apart by its Record; `schema` turns the same Records into metrics.schema.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .catalog_nodes import Node
from .catalog_schema import Better, Grade, Kind, PatternKind, RelationKind
from .model import Basis, Holds, Level, Outcome, Qualifier

# The shapes of ids, of what an example gives, and of a number as the file writes it.
ID = r"[a-z][a-z0-9_]*"
PATTERN_ID = r"[a-z0-9][a-z0-9_-]*"
FRAGMENT_ID = r"[^\W\d]\w*"
GIVES = r"(>=|<=|[~≥≤≈])?\s*([0-9]{1,15}(?:\.[0-9]{1,6})?)(?:\s+([a-z]+))?"
# The fewest examples of an indicator.
EXAMPLES = 2
# The one way in which a check gives parts.
LISTED = "listed"
# The most decimals that pages show.
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar, or a list of scalars: the JSON schema that it meets."""

    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping of known keys, and of no others. `rules` are what JSON schema can say of several keys together."""

    means: str
    keys: Mapping[str, Key]
    rules: tuple[Mapping[str, object], ...] = ()

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that must stand there."""
        return tuple(name for name, key in self.keys.items() if key.required)

    def read(self, node: Node) -> dict[str, Node]:
        """The values of a mapping by key; raises CatalogError for a key that is missing, unknown or there twice."""
        return node.fields(self.required, [name for name, key in self.keys.items() if not key.required])


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of records, `least` of them at least."""

    of: Record
    least: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping of free keys, each holding `of`; a key has the form `named` where that is not empty."""

    of: Record | Value
    named: str = ""


Shape = Value | Record | Listed | Table


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what stands under it, what it means (shown by editors), and whether it may be left out."""

    holds: Shape
    means: str
    required: bool = field(default=True, kw_only=True)


def _words(pattern: str = r"\S") -> dict[str, object]:
    return {"type": "string", "pattern": pattern}


def _one_of(words: type[StrEnum]) -> dict[str, object]:
    return {"type": "string", "enum": [str(word) for word in words]}


def _list(of: Mapping[str, object], least: int = 0) -> Value:
    return Value({"type": "array", "items": of, "uniqueItems": True, "minItems": least})


def _one_or_more(of: Mapping[str, object]) -> Value:
    return Value({"oneOf": [of, {"type": "array", "items": of, "minItems": 1}]})


def _exactly_one(words: type[StrEnum]) -> dict[str, object]:
    return {"oneOf": [{"required": [str(word)]} for word in words]}


_NUMBER: dict[str, object] = {"type": "number", "minimum": 0}
_NUMBER_OR_NULL: dict[str, object] = {"type": ["number", "null"], "minimum": 0}
TEXT = Value(_words())
_TEXT_OR_NULL = Value({"type": ["string", "null"], "pattern": r"\S"})
_FLAG = Value({"type": "boolean"})
_WHOLE = Value({"type": "integer", "minimum": 0})
_TEXTS = _list(_words())

UNIT = Record(
    "A unit, and the measure words that count in it.",
    {
        "name_en": Key(TEXT, "Its name in English."),
        "words": Key(_list(_words(), 1), "Its measure words; a word may stand in several units."),
        "mistaken_for": Key(_TEXTS, "Units in which reports count the same another way: never taken for it.", required=False),
    },
)
THEME = Record(
    "A group of indicators.", {"name": Key(TEXT, "Its name in Chinese."), "name_en": Key(TEXT, "Its name in English.")}
)
PATTERN = Record(
    "One way in which reports word the indicator: exactly one of name, text, implied, ratio.",
    {
        "id": Key(Value(_words(f"^{PATTERN_ID}$")), "What readings, refusals and faults call it; once in an indicator."),
        "name": Key(TEXT, "Regex of the name of a rate or count, whose value follows as reports say it.", required=False),
        "text": Key(TEXT, "Regex of a whole wording, with <count> or <rate> where the figure stands.", required=False),
        "implied": Key(TEXT, "Regex of words without a figure that surely give `value`.", required=False),
        "ratio": Key(TEXT, "Regex with <part> and <whole>: the rate is computed of them.", required=False),
        "value": Key(Value(_NUMBER), "What an `implied` pattern gives.", required=False),
        "topic": Key(_one_or_more(_words()), "Topics that the passage must be of; `none`: also of none.", required=False),
        "unless": Key(TEXT, "Regex of words that keep the pattern off, between the commas around it.", required=False),
        "measures": Key(_TEXTS, "Further measure words that its figure may carry.", required=False),
        "bare": Key(_FLAG, "true: its figure may stand without any measure word.", required=False),
        "scope": Key(TEXT, "The part of the locality that its words cover.", required=False),
        "part": Key(_FLAG, "true: it never covers the whole locality.", required=False),
        "base": Key(TEXT, "What the rate divides by, where its words decide that.", required=False),
        "qualifier": Key(
            Value(_one_of(Qualifier)), "How sharply the figure is said, where its words decide that.", required=False
        ),
    },
    (
        _exactly_one(PatternKind),
        {"if": {"required": ["implied"]}, "then": {"required": ["value"]}, "else": {"not": {"required": ["value"]}}},
    ),
)
_GIVEN: dict[str, object] = {
    "oneOf": [_NUMBER, _words(rf"^\s*(?:>=|<=|[~≥≤≈])?\s*[0-9]{{1,15}}(?:\.[0-9]{{1,6}})?(?:\s+(?:{'|'.join(Basis)}))?\s*$")]
}
_YEAR = Key(_WHOLE, "The year of the report in which the sentence would stand.", required=False)
EXAMPLE = Record(
    "A sentence, and exactly the readings of the indicator that it must give.",
    {
        "text": Key(TEXT, "The sentence."),
        "gives": Key(_one_or_more(_GIVEN), 'A value, or a list: 98.3, ">=95", "~40", "0 implied", "95 computed".'),
        "year": _YEAR,
    },
)
COUNTEREXAMPLE = Record(
    "A sentence that must give the indicator nothing.",
    {"text": Key(TEXT, "The sentence."), "why": Key(TEXT, "Why it gives nothing."), "year": _YEAR},
)
RELATION = Record(
    "What must hold between this indicator and others of the same report.",
    {
        "at_most": Key(TEXT, "The id of an indicator that this one never exceeds.", required=False),
        "ratio": Key(
            Value({"type": "array", "items": _words(), "minItems": 2, "maxItems": 2}),
            "[part, whole]: the ids of the counts whose ratio this rate is.",
            required=False,
        ),
        "parts": Key(
            Value({"const": LISTED}), "listed: the parts that a sentence lists after this value add up to it.", required=False
        ),
    },
    (_exactly_one(RelationKind),),
)
BREAK = Record(
    "A year from which on something else is counted under the same name.",
    {
        "year": Key(_WHOLE, "The first year of which reports count the new way."),
        "why": Key(TEXT, "What changed, with its source, in Chinese; a sentence without its full stop."),
        "why_en": Key(TEXT, "The same in English."),
    },
)
INDICATOR = Record(
    "An indicator: what is measured, and how reports word it.",
    {
        "id": Key(Value(_words(f"^{ID}$")), "Its name in data and addresses; never changed once given."),
        "name": Key(TEXT, "Its name in Chinese."),
        "name_en": Key(TEXT, "Its name in English."),
        "theme": Key(TEXT, "The id of one of `themes`."),
        "unit": Key(TEXT, "One of `units`; % for a rate, and for a rate only."),
        "kind": Key(Value(_one_of(Kind)), "rate, count (of the year) or stock (what there is)."),
        "better": Key(Value(_one_of(Better)), "Which way is good; none where more is neither good nor bad."),
        "levels": Key(_list(_one_of(Level), 1), "The ranks that can have the figure at all."),
        "definition": Key(TEXT, "What is measured, in Chinese."),
        "definition_en": Key(TEXT, "What is measured, in English."),
        "base": Key(_TEXT_OR_NULL, "What a rate divides by, in Chinese; null for all others."),
        "bases": Key(_TEXTS, "The bases under which reports state the rate."),
        "base_words": Key(
            Table(TEXT), "For a base, the regex of the words by which a sentence is seen to use it.", required=False
        ),
        "version": Key(_WHOLE, "The version of its definition: one more when what it means changes."),
        "numerator": Key(_TEXT_OR_NULL, "What a rate divides, in Chinese; null for all others."),
        "decimals": Key(
            Value({"type": "integer", "minimum": 0, "maximum": DECIMALS}), "How many decimals pages show of it, at most."
        ),
        "law": Key(_TEXT_OR_NULL, "Its legal basis: titles as published, with articles; null where none is named."),
        "bounds": Key(
            Value({"type": "array", "items": _NUMBER_OR_NULL, "minItems": 2, "maxItems": 2}),
            "[low, high] of plausible values, null for open.",
        ),
        "comparability": Key(Value(_one_of(Grade)), "A: same definition and base, B: same name, C: show only."),
        "note": Key(TEXT, "What cannot be compared, in Chinese."),
        "note_en": Key(TEXT, "What cannot be compared, in English."),
        "synonyms": Key(_list(_words(), 1), "Literal names by which a mention is found."),
        "patterns": Key(Listed(PATTERN, 1), "How reports word it."),
        "examples": Key(Listed(EXAMPLE, EXAMPLES), "Sentences that it must read; each pattern reads at least one."),
        "counterexamples": Key(Listed(COUNTEREXAMPLE, 1), "Sentences that must give it nothing."),
        "checks": Key(Listed(RELATION), "What must hold between its figure and others of the same report."),
        "adds_up": Key(_FLAG, "true: the definition takes disjoint parts all together.", required=False),
        "breaks": Key(Listed(BREAK), "Years from which on law counts something else under the name.", required=False),
    },
    (
        {
            "if": {"properties": {"kind": {"const": str(Kind.RATE)}}},
            "then": {"properties": {"unit": {"const": "%"}, "base": {"type": "string"}, "numerator": {"type": "string"}}},
            "else": {"properties": {"unit": {"not": {"const": "%"}}, "base": {"type": "null"}, "numerator": {"type": "null"}}},
        },
    ),
)
RELATION_EXAMPLE = Record(
    "A sentence, and how the relation must come out in it.",
    {
        "text": Key(TEXT, "The sentence."),
        "gives": Key(
            Value(_one_of(Outcome)), "agrees; of a sum remainder or exceeds, of at_most exceeds, of a ratio cut or differs."
        ),
    },
)
FIGURE_RELATION = Record(
    "What must hold between the figures of one sentence, whether or not an indicator asks for them.",
    {
        "id": Key(Value(_words(f"^{ID}$")), "Its name in data."),
        "name": Key(TEXT, "Its name in Chinese."),
        "name_en": Key(TEXT, "Its name in English."),
        "holds": Key(Value(_one_of(Holds)), "sum, at_most or ratio."),
        "text": Key(TEXT, "Regex with <whole>, <part> and for a ratio <rate>; (?P<stem>…) for words that come again."),
        "examples": Key(Listed(RELATION_EXAMPLE, 1), "Sentences in which it comes out."),
        "counterexamples": Key(Listed(COUNTEREXAMPLE, 1), "Sentences that it says nothing of."),
    },
)
DERIVED = Record(
    "A rate worked out from two counts of one report, never read from it.",
    {
        "id": Key(Value(_words(f"^{ID}$")), "Its name in data; no indicator has it."),
        "name": Key(TEXT, "Its name in Chinese, which says that it is worked out."),
        "name_en": Key(TEXT, "Its name in English."),
        "unit": Key(Value({"const": "%"}), "%: part over whole, times 100."),
        "part": Key(TEXT, "The id of the count that is divided."),
        "whole": Key(TEXT, "The id of the count that it is divided by, of the same unit."),
        "note": Key(TEXT, "What must be known to understand it, in Chinese."),
        "note_en": Key(TEXT, "The same in English."),
    },
)
CATALOG = Record(
    "The catalogue of indicators: what is looked for in a report, and how its words are read.",
    {
        "version": Key(TEXT, 'The version of the whole file, in quotes: "1.0".'),
        "units": Key(Table(UNIT), "Units, by the word that stands for them."),
        "measures": Key(_TEXTS, "Further measure words: a figure that carries one is never taken for another unit."),
        "topics": Key(Table(TEXT), "The matters that a passage can speak of: a regex each."),
        "fragments": Key(Table(TEXT, r"[^0-9\s]\S*"), "Named pieces of patterns: {name} in a regex stands for (?:…)."),
        "themes": Key(Table(THEME), "Groups of indicators."),
        "relations": Key(Listed(FIGURE_RELATION), "What must hold between the figures of one sentence.", required=False),
        "derived": Key(Listed(DERIVED), "Rates worked out from the counts of one report.", required=False),
        "indicators": Key(Listed(INDICATOR), "The indicators, in the order in which pages show them."),
    },
)
