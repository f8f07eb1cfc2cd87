"""A regex whose backtracking could run away → a fault, with a text that makes it.

Refused are `.*`, unbounded repeats of a class, and repeats inside repeats, unless possessive or atomic. The regex is read
as it stands, without running it; then a text is made from the faulty repeat and the regex is timed on it, under guard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from .catalog_attacks import find_attack
from .catalog_fault_words import Fault
from .catalog_placeholders import PLACEHOLDER, WIDE, PatternError

_QUANTIFIER = re.compile(r"(?:([*+?])|\{(\d*)(,?)(\d*)\})([+?]?)")
_GROUP = re.compile(r"\((?:\?(?:<[=!]|P?<\w+>|[=!:>|]|[a-zA-Z-]+:))?")
_FLAGS = re.compile(r"\(\?(?:[a-zA-Z-]+|#[^)]*|P=\w+)\)")
# The greatest bound of a repeat: a clause is hardly longer.
_GREATEST = 500
# The width of a <gap> that names none.
_GAP = 12
# In how many ways a repeated group may split the same words: (?:[^,]{0,8},){0,3} has 9**3.
_WAYS = 10_000


@dataclass(slots=True)
class _Group:
    """A group being read: the ways to split words in its finished branches and in the open one, repeats without bound.

    `opened` is where its bracket stands, `since` where its open branch begins.
    """

    atomic: bool
    ways: float = 1
    branches: float = 1
    unbounded: bool = False
    opened: int = 0
    since: int = 0


def refuse_runaway(source: str) -> None:
    """Raise PatternError where backtracking could run away. A regex that is no regex may pass: compiling finds it."""
    stack = [_Group(atomic=False)]
    at = 0
    while at < len(source):
        kind, end, atom = _read_atom(source, at, stack)
        if atom is not None:
            end = _read_repeat(source, at, end, kind, atom, stack)
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
        atomic = opening in ("(?>", "(?=", "(?!", "(?<=", "(?<!")
        stack.append(_Group(atomic, opened=at, since=at + len(opening)))
        return "open", at + len(opening), None
    if char == ")" and len(stack) > 1:
        group = stack.pop()
        group.branches = max(group.branches, group.ways)
        ways, unbounded = (1.0, False) if group.atomic else (group.branches, group.unbounded)
        return "group", at + 1, _Group(False, ways, unbounded=unbounded, opened=group.opened)
    if char == "|":
        stack[-1].branches, stack[-1].ways, stack[-1].since = max(stack[-1].branches, stack[-1].ways), 1, at + 1
        return "bar", at + 1, None
    if found := PLACEHOLDER.match(source, at):
        width = int(found[2] or _GAP) if found[1] in WIDE else 0
        return "placeholder", found.end(), _Group(False, width + 1)
    return ("dot" if char == "." else "one"), at + 1, one


def _end_of_class(source: str, at: int) -> int:
    end = at + 1
    end += source[end : end + 1] == "^"
    end += source[end : end + 1] == "]"
    while end < len(source) and source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end + 1


def _read_repeat(source: str, start: int, end: int, kind: str, atom: _Group, stack: list[_Group]) -> int:
    """Count the repeat behind an atom, if any, into its group; gives where the repeat ends."""
    found, group = _QUANTIFIER.match(source, end), stack[-1]
    if found is None:
        group.ways *= atom.ways
        group.unbounded |= atom.unbounded
        return end
    low, high = _bounds(found)
    words = f"{source[start:end] if kind != 'group' else '(…)'}{found[0]}"
    possessive = found[5] == "+"

    def refuse(fault: Fault) -> NoReturn:
        begin = atom.opened if kind == "group" else start
        attack = find_attack(source, _before(source, begin, stack), source[begin:end])
        raise PatternError(fault, repeat=words, attack=attack)

    if (high if high is not None else low) > _GREATEST:
        raise PatternError(Fault.REPEAT_HUGE, repeat=words, most=_GREATEST)
    if high is None and (kind == "dot" or (kind == "class" and not possessive)):
        refuse(Fault.REPEAT_OPEN)
    if possessive:
        return found.end()
    if (high is None or high > 1) and atom.unbounded:
        refuse(Fault.REPEAT_NESTED)
    ways = atom.ways**high if high is not None else (float("inf") if atom.ways > 1 else 1)
    if ways > _WAYS and (high is None or high > 1):
        refuse(Fault.REPEAT_AMBIGUOUS)
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


def _before(source: str, at: int, stack: list[_Group]) -> str:
    """What stands before `at` on the way that leads there: of each open group its open branch only."""
    ends = [*(group.opened for group in stack[1:]), at]
    return "".join(source[group.since : end] for group, end in zip(stack, ends, strict=True))
