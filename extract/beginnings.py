"""A regular expression → the characters that what it matches may begin with, as the inside of a class.

Taken from the parse tree, so that a change of the expression needs no second one: to look for a class of characters and to try
the expression there alone is several times quicker than to try it everywhere.
"""

from __future__ import annotations

import re
import re._constants as sre
import re._parser as parser
from typing import Any

_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_LOOKAROUNDS = (sre.ASSERT, sre.ASSERT_NOT, sre.AT)


def find_beginnings(source: str) -> str:
    r"""The inside of a class that holds every character with which a match of `source` can begin.

    Raises ValueError where that is any character, or where `source` may match nothing.

    >>> find_beginnings(r"(?<!\d)(?:超过)?[一二]|\d+件")
    '\\d一二超'
    """
    found: set[str] = set()
    if _may_be_empty(parser.parse(source), found):
        raise ValueError(f"{source} may match nothing")
    return "".join(sorted(found))


def _may_be_empty(tree: Any, found: set[str]) -> bool:
    """Add the beginnings of a sequence to `found`; whether all of it may match nothing."""
    return all(_may_be_passed(op, argument, found) for op, argument in tree)


def _may_be_passed(op: Any, argument: Any, found: set[str]) -> bool:
    """Add the beginnings of one part; whether it may match nothing, so that the next part begins the match as well."""
    if op in _LOOKAROUNDS:
        return True
    if op is sre.LITERAL:
        found.add(re.escape(chr(argument)))
        return False
    if op is sre.IN:
        found.update(_in_class(kind, value) for kind, value in argument)
        return False
    if op is sre.SUBPATTERN:
        return _may_be_empty(argument[3], found)
    if op is sre.ATOMIC_GROUP:
        return _may_be_empty(argument, found)
    if op is sre.BRANCH:
        return True in [_may_be_empty(branch, found) for branch in argument[1]]
    if op in _REPEATS:
        return _may_be_empty(argument[2], found) or argument[0] == 0
    raise ValueError(f"{op} may begin with anything")


def _in_class(kind: Any, value: Any) -> str:
    if kind is sre.LITERAL:
        return re.escape(chr(value))
    if kind is sre.RANGE:
        return "-".join(re.escape(chr(end)) for end in value)
    if kind is sre.CATEGORY and value is sre.CATEGORY_DIGIT:
        return r"\d"
    raise ValueError(f"a class with {kind} may hold anything")
