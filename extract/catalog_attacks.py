"""A regex and the repeat in it that could run away → a text on which it does, timed under guard."""

from __future__ import annotations

import re
import re._constants as sre
import re._parser as parser
from itertools import chain
from time import perf_counter
from typing import Any

from .catalog_faults import Phrase
from .catalog_placeholders import compile_widely, widen
from .catalog_terms import Term

# How often the repeated piece stands in the texts tried, the shortest first; and when to stop, in seconds.
_TIMES = (30, 300, 3_000)
_ENOUGH = 0.2
# No text of a piece or of what stands before it is longer, and what a negated class does not refuse is among these.
_LONGEST = 40
_ANY = "一x1 "
_UNFIT = "!"


def find_attack(source: str, before: str, piece: str) -> Phrase:
    """How long `source` takes on a text of `before`, then `piece` over and over, then what does not fit, then all of it.

    What stands last fits: a regex is not tried at all on a text that lacks the words it ends with.

    The first text is given that takes it longer than a fifth of a second, else the longest one tried; it is stopped then,
    so that even the worst regex costs no more. Raises PatternError where `source` is no regex.
    """
    expression = compile_widely(source)
    head, unit, tail = find_sample(before), find_sample(piece) or _ANY[0], _UNFIT + find_sample(source)
    said, times = "", 0
    for times in _TIMES:
        started = perf_counter()
        try:
            expression.search(head + unit * times + tail, timeout=_ENOUGH)
        except TimeoutError:
            said = f"> {_ENOUGH}"
            break
        said = f"{perf_counter() - started:.3f}"
    return Phrase(Term.ATTACK, {"text": f"{head}{unit * 3}…{tail}", "piece": unit, "times": times, "seconds": said})


def find_sample(source: str) -> str:
    """A short text that `source`, a regex with placeholders, matches; "" where it is none that Python reads."""
    try:
        return _sample(parser.parse(widen(source)))[:_LONGEST]
    except (re.error, OverflowError, RecursionError):
        return ""


def _sample(tree: Any) -> str:
    return "".join(_piece(op, argument) for op, argument in tree)


def _piece(op: Any, argument: Any) -> str:
    if op is sre.LITERAL:
        return chr(argument)
    if op is sre.NOT_LITERAL:
        return next(char for char in _ANY if ord(char) != argument)
    if op is sre.ANY:
        return _ANY[0]
    if op is sre.IN:
        return _of_class(argument)
    if op is sre.BRANCH:
        return min((_sample(branch) for branch in argument[1]), key=len)
    if op is sre.SUBPATTERN:
        return _sample(argument[3])
    if op is sre.ATOMIC_GROUP:
        return _sample(argument)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _sample(argument[2]) * min(int(argument[0]), _LONGEST)
    return ""  # a lookaround or an anchor takes no words


def _of_class(items: Any) -> str:
    """One character of a class."""
    negated = items[0][0] is sre.NEGATE
    named = {chr(argument) if op is sre.LITERAL else chr(argument[0]) for op, argument in items if op in (sre.LITERAL, sre.RANGE)}
    kinds = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " "}
    named |= {kinds.get(argument, _ANY[0]) for op, argument in items if op is sre.CATEGORY}
    if negated:
        return next((char for char in chain(_ANY, "二三") if char not in named), _ANY[0])
    return min(named, default=_ANY[0])
