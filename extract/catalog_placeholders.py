"""The placeholders of a regex (<count>, <gap:20> …) → which it holds, and the regex with any words in their place."""

from __future__ import annotations

import re
import warnings

import regex

from .catalog_fault_words import Fault
from .catalog_faults import Part
from .catalog_nodes import nearest
from .catalog_terms import Term

# A figure of the indicator, a rate, the two counts of a ratio, any figure that is no reading, some words without a figure
# (<gap> stays between two marks of punctuation, <words> may hold the 、 of a list).
PLACEHOLDERS = ("count", "rate", "part", "whole", "n", "gap", "words")
WIDE = ("gap", "words")
PLACEHOLDER = re.compile(r"(?<!\(\?)(?<!\(\?P)(?<!\\g)(?<!\\)<([A-Za-z]\w*)(?::(\w*))?>")


class PatternError(ValueError):
    """What is wrong with a regex, and the cure; whose it is and where, the caller knows."""

    def __init__(self, kind: Fault, /, **fields: Part) -> None:
        super().__init__(kind.name)
        self.kind, self.fields = kind, fields


def placeholders(source: str) -> frozenset[str]:
    """The names of the placeholders in `source`; raises PatternError for one that is unknown or wrongly written."""
    found = set()
    for match in PLACEHOLDER.finditer(source):
        name, width = match[1], match[2]
        if name not in PLACEHOLDERS:
            raise PatternError(Fault.UNKNOWN_WORD, what=Term.PLACEHOLDER, word=name, near=nearest(name, PLACEHOLDERS))
        if width is not None and (name not in WIDE or not re.fullmatch(r"[1-9]\d{0,2}", width, re.ASCII)):
            raise PatternError(Fault.PLACEHOLDER_WRONG, written=match[0])
        found.add(name)
    return frozenset(found)


def widen(source: str) -> str:
    """`source` with any words where its placeholders stand."""
    return PLACEHOLDER.sub(lambda match: r"[^。]{0,40}?" if match[1] in WIDE else r"[^。]{1,30}?", source)


def compile_widely(source: str) -> regex.Pattern[str]:
    """`source` compiled with any words where its placeholders stand; raises PatternError where it is no regex."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return regex.compile(widen(source))
    except (regex.error, Warning, OverflowError, RecursionError) as error:
        raise PatternError(Fault.REGEX_FAULTY, regex=short(source), said=str(error)) from error


def short(source: str) -> str:
    """A regex for a fault: its beginning, where it is long."""
    return source if len(source) <= 60 else f"{source[:57]}…"
