"""python -m extract try "句子" → what is read from one sentence, what is refused and why, and what came near."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..catalog import Catalog
from ..evidence import quote
from ..explain import Explanation, Miss, Near, explain
from ..model import Overrun, Reading, Refusal
from ..proof import load_catalog
from ..terminal import clean
from .words import BASES, MISSES, REASONS, ROLES, SIGNS, plain_number

if TYPE_CHECKING:
    from . import Commands


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """The words of the command."""
    attempt = commands.add_parser("try", parents=[common], help="explain what is read from one sentence, and what is not")
    attempt.add_argument("sentence", help="the sentence, or - for the standard input")
    attempt.add_argument("--year", type=int, help="the year that the report is of")
    attempt.set_defaults(work=run)


def run(args: argparse.Namespace) -> int:
    """Explain and print; gives the exit code. Raises CatalogError."""
    catalog = load_catalog(args.catalog)
    text = sys.stdin.read() if args.sentence == "-" else args.sentence
    print("\n".join(_lines(explain(text, catalog=catalog, year=args.year), catalog)))
    return 0


def _lines(told: Explanation, catalog: Catalog) -> Iterator[str]:
    """The sentences with their figures lit and numbered, then what each number was taken or refused as, then what came near."""
    extraction, text = told.extraction, told.extraction.report.text
    for clause in told.clauses:
        pieces = ((piece, ",".join(map(str, piece.numbers))) for piece in told.pieces(clause))
        words = "".join(f"【{clean(piece.words)}】{numbers}" if numbers else piece.words for piece, numbers in pieces)
        yield f"{ROLES[clause.role]}  {clean(words)}"
    for number, reading in enumerate(extraction.readings, start=1):
        yield f"{number}. 读数：{_reading(reading, catalog)}"
    for number, refusal in enumerate(extraction.refusals, start=len(extraction.readings) + 1):
        yield f"{number}. 未采用：{_refusal(refusal, text, catalog)}"
    for near in told.near:
        yield f"相近：{_near(near, text, catalog)}"
    if not extraction.readings and not extraction.refusals:
        named = "、".join(_name(one, catalog) for one in extraction.mentions)
        yield f"没有读数。提到的指标：{named}" if named else "没有读数，也没有提到任何指标。"


def _reading(reading: Reading, catalog: Catalog) -> str:
    value = f"{SIGNS[reading.qualifier]}{plain_number(reading.value)}{reading.unit} {BASES[reading.basis]}"
    scope = f"（{clean(reading.scope)}）" if reading.scope else ""
    return f"{_name(reading.indicator_id, catalog)} = {value}{scope} · “{clean(reading.quote)}” · {reading.pattern_id}"


def _refusal(refusal: Refusal, text: str, catalog: Catalog) -> str:
    seen = refusal.candidate
    if isinstance(seen, Overrun):
        value = "—"
    else:
        value = f"{SIGNS[seen.quantity.qualifier]}{plain_number(seen.quantity.value)}{seen.quantity.unit} {BASES[seen.basis]}"
    why = REASONS[refusal.reason] + (f"（{clean(refusal.detail)}）" if refusal.detail else "")
    words = clean(quote(text, seen.span))
    return f"{_name(seen.indicator_id, catalog)} = {value} · 理由：{why} · “{words}” · {seen.pattern_id}"


def _near(near: Near, text: str, catalog: Catalog) -> str:
    detail = f"（{clean(near.detail)}）" if near.detail else ""
    name, words = _name(near.indicator_id, catalog), clean(quote(text, near.span))
    return f"{name} · “{words}” · {near.pattern_id} · {MISSES[Miss(near.miss)]}{detail}"


def _name(indicator_id: str, catalog: Catalog) -> str:
    return f"{catalog.indicators[indicator_id].name} {indicator_id}"
