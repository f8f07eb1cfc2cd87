"""A pattern's regex as written → the regex with its fragments put in, proved safe to run.

A regex may name fragments in braces and hold placeholders for figures and gaps, which the matcher compiles. Refused are
unknown fragments and placeholders, faulty regexes, those that match the empty string, and those that could run away
(`catalog_runaway`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import regex

from .catalog_fault_words import Fault
from .catalog_nodes import nearest
from .catalog_placeholders import PatternError, compile_widely, placeholders, short
from .catalog_runaway import refuse_runaway
from .catalog_terms import Term

# {name} is a fragment, {0,8} a repeat and \p{Han} a character property; a fragment's name never starts with a digit.
_FRAGMENT = re.compile(r"(?<!\\)(?<!\\[pPN])\{([^\W\d]\w*)\}")
# The longest regex after its fragments are put in, and the deepest nesting of fragments: far above any need.
_LONGEST = 20_000
_DEEPEST = 20


def resolve_fragments(raw: Mapping[str, str]) -> tuple[dict[str, str], dict[str, PatternError]]:
    """All fragments with the fragments that they name put in, and the faults of those that cannot be, by name."""
    done: dict[str, str] = {}
    faults: dict[str, PatternError] = {}
    for name, source in raw.items():
        try:
            done[name] = _expand(source, raw, (name,))
        except PatternError as fault:
            faults[name] = fault
    return done, faults


def expand(source: str, fragments: Mapping[str, str]) -> str:
    """`source` with each {fragment} replaced by (?:…); raises PatternError for an unknown one."""
    return _expand(source, fragments, ())


def _expand(source: str, fragments: Mapping[str, str], inside: tuple[str, ...]) -> str:
    pieces: list[str] = []
    end = 0
    for found in _FRAGMENT.finditer(source):
        name = found[1]
        if name not in fragments:
            raise PatternError(Fault.UNKNOWN_WORD, what=Term.FRAGMENT, word=name, near=nearest(name, fragments))
        if name in inside:
            circle = " → ".join([*inside[inside.index(name) :], name])
            raise PatternError(Fault.FRAGMENT_CIRCLE, circle=circle)
        if len(inside) >= _DEEPEST:
            raise PatternError(Fault.FRAGMENTS_DEEP, most=_DEEPEST)
        pieces += [source[end : found.start()], f"(?:{_expand(fragments[name], fragments, (*inside, name))})"]
        end = found.end()
        _refuse_length(sum(map(len, pieces)))
    expanded = "".join([*pieces, source[end:]])
    _refuse_length(len(expanded))
    return expanded


def _refuse_length(length: int) -> None:
    if length > _LONGEST:
        raise PatternError(Fault.REGEX_LONG, most=_LONGEST)


def probe(source: str) -> regex.Pattern[str]:
    """`source` compiled with any words where its placeholders stand: what it can match at most.

    Raises PatternError for whatever is wrong with the regex.
    """
    placeholders(source)
    refuse_runaway(source)
    compiled = compile_widely(source)
    if compiled.match("") is not None:
        raise PatternError(Fault.REGEX_EMPTY, regex=short(source))
    return compiled


# A catalogue that is edited is read again, and nearly all of its regexes are what they were.
@lru_cache(maxsize=4096)
def groups_in(source: str) -> frozenset[str]:
    """The names of the groups of `source`; raises PatternError for whatever is wrong with the regex."""
    return frozenset(probe(source).groupindex)
