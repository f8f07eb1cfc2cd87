"""A reading of a whole → the parts that its sentence lists after it: 立案586件,其中一般程序240件,简易程序197件.

A list opens with 其中, 包括 or 含 right behind the whole, at most a comparison between (同比增长35.8%). Its parts carry the
whole's measure word or another of its unit. It is *closed* where it claims to be all there is: not one that ends with 等, nor
one of stages that a case passes in turn (受理172件,审结165件), which overlap.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import regex

from .model import Clause, Reading, Report, Term
from .quantities import ANY_FIGURE, RATE, REST, Measures
from .stretch import Stretch

# ,同比增长35.8% or ,较2022年减少10件 may stand between; another figure may not.
_PLAIN = rf"[^,;:。()!?{ANY_FIGURE}]"
_FIGURE = rf"[{RATE}-\ue8ff]{REST}*+"
_COMPARED = rf"(?:同比|较|比|与){_PLAIN}{{0,14}}(?:{_FIGURE}{_PLAIN}{{0,8}})?{_FIGURE}|{_PLAIN}{{0,20}}[{RATE}]{REST}*+"
_OPENING = regex.compile(rf"(?:[,(](?:{_COMPARED})\)?)?[,(]?(?:其中)?(?:(?<=其中)|包括|包含|含)(?:有|包括)?[,:]?")
_MAY_OPEN = regex.compile(r"其中|包|含")
_LABEL = rf"[^,;:。、()!?{ANY_FIGURE}]{{0,24}}"
_SEPARATORS = ",、和及与"
_BETWEEN = regex.compile(r"\([^()]{0,40}\)|")
_STAGE = regex.compile(r"受理|收到|立案|审结|办结|结案|回复|答复|采纳|胜诉|败诉|合格|通过|整改|成功|完成|^(?:已|未|待|尚)")


@dataclass(frozen=True, slots=True)
class Listed:
    """The parts listed after a whole, in order; `closed` is how many of the first of them claim to make up the whole (0: the
    list makes no such claim)."""

    parts: tuple[Term, ...]
    closed: int


def find_listed(report: Report, clause: Clause, whole: Reading, measures: Measures, words: Collection[str]) -> Listed | None:
    """The parts listed after the figure of `whole` in its sentence, counted in one of `words`; None where none is."""
    if whole.figure.end >= clause.span.end:
        return None
    behind = Stretch(report, whole.figure.end, clause.span.end, measures)
    if not _MAY_OPEN.search(behind.plain):
        return None
    shape = behind.shape
    opening = _OPENING.match(shape)
    if opening is None:
        return None
    item = regex.compile(rf"(?P<label>{_LABEL})(?P<part>[{measures.signs(words, bare=True)}]{REST}*+)")
    parts: list[Term] = []
    loose = False
    separators: list[str] = []
    at = opening.end()
    while found := item.match(shape, at):
        if _STAGE.search(found["label"]):
            loose = True
            break
        parts.append(behind.term(found.start("part")))
        aside = _BETWEEN.match(shape, found.end())
        at = aside.end() if aside else found.end()
        if not shape[at : at + 1] or shape[at] not in _SEPARATORS:
            break
        separators.append(shape[at])
        at += 1
    if not parts:
        return None
    # A、B,C: where a comma follows the marks of a list, the list may be over.
    ended = separators.index(",") + 1 if "、" in separators[:1] and "," in separators else len(parts)
    loose = (loose and ended == len(parts)) or shape[at : at + 1] == "等"
    return Listed(tuple(parts), 0 if loose else ended)
