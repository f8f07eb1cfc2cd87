"""A sentence's figures → the same, those that tell of one level as it moved joined into one figure.

由2022年的312件减少到268件 states 268, and 312 of the year before; 首次突破500件,达到538件 states 538. Joined, such words stand where
a plain figure would, so that every pattern reads them; the old figure stays with the new one, to be refused by its year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from .model import Qualifier
from .quantities import Token

# 由, 从2022年的, 从上年的
_FROM = regex.compile(r"(?:由|从)[^,;:。由从]{0,16}$")
# 减少到, 增至, 回落至: what a figure does to reach another.
TO_LEVEL = (
    r"(?:(?:(?:提|升|增|扩|涨|降|减|缩|压|跌|回|收|上|下|调|精|改|攀|跃|拓|突|猛|骤)[高升长加大多补容充展低落少减降缩窄调整简善破翻])"
    r"|提|升|增|扩|降|减|缩|压|跌|调|变)(?:至|到|为|成)了?"
)
# 提高到2023年的; what comes between may name what is counted again.
_TO = regex.compile(rf"[^,;:。]{{0,6}},?{TO_LEVEL}(?:(?:19|20)\d\d年底?的?|今年的?|目前的?)?")
# ,达到538件 behind 突破500件
_THEN = regex.compile(r"(?:大关)?,(?:最终|实际)?(?:达到?了?|为)")
# Measures of time, which a report only moves its years in.
_TIMES = frozenset({"年", "月", "日", "天", "号", "届"})
_MAY_MOVE = regex.compile(r"由|从|破|超|逾")


def join_moves(sentence: str, tokens: Iterable[Token]) -> list[Token]:
    """`tokens` of a folded sentence in order, with each pair of one measure that tells of a move made one."""
    held = list(tokens)
    if len(held) < 2 or not _MAY_MOVE.search(sentence):
        return held
    joined: list[Token] = []
    for token in held:
        before = next((k for k in range(len(joined) - 1, -1, -1) if joined[k].measure == token.measure), None)
        move = None if before is None else _join(sentence, joined[before], token)
        if move is None:
            joined.append(token)
        else:
            joined = [t for t in joined if t.end <= move.start] + [move]
    return joined


def _join(sentence: str, first: Token, second: Token) -> Token | None:
    if first.quantity is None or second.quantity is None or not first.measure or first.measure in _TIMES:
        return None
    between = sentence[first.end : second.start]
    lead = _FROM.search(sentence, max(0, first.start - 18), first.start)
    if lead and _TO.fullmatch(between):
        return replace(second, start=lead.start(), lead=second.start - lead.start(), old=first)
    if first.quantity.qualifier is Qualifier.MIN and _THEN.fullmatch(between):
        return replace(second, start=first.start, lead=second.start - first.start)
    return None
