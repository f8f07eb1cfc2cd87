"""A pattern's regex as written → the regex with its fragments put in, proved safe to run.

A regex may name fragments in braces and hold placeholders for figures and gaps, which the matcher compiles. Refused are
unknown fragments and placeholders, faulty regexes, those that match the empty string, and those whose backtracking could
run away: `.*`, unbounded repeats of a class, and repeats inside repeats, unless possessive or atomic.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

import regex

from .catalog_nodes import nearest

# A figure of the indicator, a rate, the two counts of a ratio, any figure that is no reading, some words without a figure
# (<gap> stays between two marks of punctuation, <words> may hold the 、 of a list).
PLACEHOLDERS = ("count", "rate", "part", "whole", "n", "gap", "words")
_WIDE = ("gap", "words")
_PLACEHOLDER = re.compile(r"(?<!\(\?)(?<!\(\?P)(?<!\\g)(?<!\\)<([A-Za-z]\w*)(?::(\w*))?>")
# {name} is a fragment, {0,8} a repeat and \p{Han} a character property; a fragment's name never starts with a digit.
_FRAGMENT = re.compile(r"(?<!\\)(?<!\\[pPN])\{([^\W\d]\w*)\}")
_QUANTIFIER = re.compile(r"(?:([*+?])|\{(\d*)(,?)(\d*)\})([+?]?)")
_GROUP = re.compile(r"\((?:\?(?:<[=!]|P?<\w+>|[=!:>|]|[a-zA-Z-]+:))?")
_FLAGS = re.compile(r"\(\?(?:[a-zA-Z-]+|#[^)]*|P=\w+)\)")

# The longest regex after its fragments are put in, and the deepest nesting of fragments: far above any need.
_LONGEST = 20_000
_DEEPEST = 20
# The greatest bound of a repeat: a clause is hardly longer.
_GREATEST = 500
# The width of a <gap> that names none.
_GAP = 12
# In how many ways a repeated group may split the same words: (?:[^,]{0,8},){0,3} has 9**3.
_WAYS = 10_000


class PatternError(ValueError):
    """What is wrong with a regex, and the cure; whose it is and where, the caller knows."""

    def __init__(self, problem: str, cure: str) -> None:
        super().__init__(problem)
        self.problem, self.cure = problem, cure


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
            raise PatternError(f"unknown fragment {{{name}}}", nearest(name, fragments))
        if name in inside:
            circle = " → ".join([*inside[inside.index(name) :], name])
            raise PatternError(f"the fragments go round in a circle: {circle}", "take one of them out of the circle")
        if len(inside) >= _DEEPEST:
            raise PatternError(f"fragments nest deeper than {_DEEPEST}", "write some of them out")
        pieces += [source[end : found.start()], f"(?:{_expand(fragments[name], fragments, (*inside, name))})"]
        end = found.end()
        _refuse_length(sum(map(len, pieces)))
    expanded = "".join([*pieces, source[end:]])
    _refuse_length(len(expanded))
    return expanded


def _refuse_length(length: int) -> None:
    if length > _LONGEST:
        raise PatternError(f"the regex is longer than {_LONGEST} characters once its fragments are put in", "use fewer fragments")


def placeholders(source: str) -> frozenset[str]:
    """The names of the placeholders in `source`; raises PatternError for one that is unknown or wrongly written."""
    found = set()
    for match in _PLACEHOLDER.finditer(source):
        name, width = match[1], match[2]
        if name not in PLACEHOLDERS:
            raise PatternError(f"unknown placeholder <{name}>", nearest(name, PLACEHOLDERS))
        if width is not None and (name not in _WIDE or not re.fullmatch(r"[1-9]\d{0,2}", width, re.ASCII)):
            raise PatternError(f"wrong placeholder {match[0]}", "only <gap> and <words> have a width, in characters: <gap:20>")
        found.add(name)
    return frozenset(found)


def probe(source: str) -> regex.Pattern[str]:
    """`source` compiled with any words where its placeholders stand: what it can match at most.

    Raises PatternError for whatever is wrong with the regex.
    """
    placeholders(source)
    _refuse_runaway(source)
    harmless = _PLACEHOLDER.sub(lambda match: r"[^。]{0,40}?" if match[1] in _WIDE else r"[^。]{1,30}?", source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compiled = regex.compile(harmless)
    except (regex.error, Warning, OverflowError, RecursionError) as error:
        raise PatternError(f"the regex {_short(source)} is faulty: {error}", "mend the regex") from error
    if compiled.match("") is not None:
        raise PatternError(f"the regex {_short(source)} matches the empty string", "make some of its words obligatory")
    return compiled


def _short(source: str) -> str:
    return source if len(source) <= 60 else f"{source[:57]}…"


@dataclass(slots=True)
class _Group:
    """A group being read: the ways to split words in its finished branches and in the open one, repeats without bound."""

    atomic: bool
    ways: float = 1
    branches: float = 1
    unbounded: bool = False


def _refuse_runaway(source: str) -> None:
    """Raise PatternError where backtracking could run away. A regex that is no regex may pass: compiling finds it."""
    stack = [_Group(atomic=False)]
    at = 0
    while at < len(source):
        kind, end, atom = _read_atom(source, at, stack)
        if atom is not None:
            end = _read_repeat(source, at, end, kind, atom, stack[-1])
        at = end


def _read_atom(source: str, at: int, stack: list[_Group]) -> tuple[str, int, _Group | None]:
    """The atom that begins at `at`: its kind, its end, and what can be repeated (None: nothing, as at a group's start)."""
    char = source[at]
    one = _Group(atomic=False)
    if char == "\\":
        return ("class" if source[at + 1 : at + 2] in set("wSWDX") else "one"), at + 2, one
    if char == "[":
        return "class", _end_of_class(source, at), one
    if char == "(":
        if flags := _FLAGS.match(source, at):
            return "flags", flags.end(), None
        head = _GROUP.match(source, at)
        opening = head[0] if head else char
        # What a lookaround or an atomic group has matched is never matched another way.
        stack.append(_Group(atomic=opening in ("(?>", "(?=", "(?!", "(?<=", "(?<!")))
        return "open", at + len(opening), None
    if char == ")" and len(stack) > 1:
        group = stack.pop()
        group.branches = max(group.branches, group.ways)
        return "group", at + 1, one if group.atomic else _Group(False, group.branches, unbounded=group.unbounded)
    if char == "|":
        stack[-1].branches, stack[-1].ways = max(stack[-1].branches, stack[-1].ways), 1
        return "bar", at + 1, None
    if found := _PLACEHOLDER.match(source, at):
        width = int(found[2] or _GAP) if found[1] in _WIDE else 0
        return "placeholder", found.end(), _Group(False, width + 1)
    return ("dot" if char == "." else "one"), at + 1, one


def _end_of_class(source: str, at: int) -> int:
    end = at + 1
    end += source[end : end + 1] == "^"
    end += source[end : end + 1] == "]"
    while end < len(source) and source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end + 1


def _read_repeat(source: str, start: int, end: int, kind: str, atom: _Group, group: _Group) -> int:
    """Count the repeat behind an atom, if any, into its group; gives where the repeat ends."""
    found = _QUANTIFIER.match(source, end)
    if found is None:
        group.ways *= atom.ways
        group.unbounded |= atom.unbounded
        return end
    low, high = _bounds(found)
    words = f"{source[start:end] if kind != 'group' else '(…)'}{found[0]}"
    possessive = found[5] == "+"
    if (high if high is not None else low) > _GREATEST:
        _refuse(words, f"repeats more than {_GREATEST} times")
    if high is None and (kind == "dot" or (kind == "class" and not possessive)):
        _refuse(words, "has no bound and takes nearly anything")
    if possessive:
        return found.end()
    if (high is None or high > 1) and atom.unbounded:
        _refuse(words, "repeats a group that holds a repeat without bound")
    ways = atom.ways**high if high is not None else (float("inf") if atom.ways > 1 else 1)
    if ways > _WAYS and (high is None or high > 1):
        _refuse(words, "repeats a group that can split the same words in too many ways")
    group.unbounded |= atom.unbounded or high is None
    group.ways *= max(ways, 1) * (1 if high is None else high - low + 1)
    return found.end()


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    """The least and greatest number of repeats; None is no bound."""
    if found[1]:
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[found[1]]
    low = int(found[2] or 0)
    if not found[3]:
        return low, low
    return low, int(found[4]) if found[4] else None


def _refuse(words: str, why: str) -> NoReturn:
    raise PatternError(f"the repeat {words} {why}", "bound it as in {0,8}, or make it possessive ({0,8}+) or atomic (?>…)")
