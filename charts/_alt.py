"""What a chart shows → two or three sentences for whoever can't see it: kind, title, unit, years, n of N, what stands out, gaps.

They say nothing that the figure does not show, and at most ALT_LENGTH characters: what is least needed is left out first, whole
facts at a time, since the table below the chart has every figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from charts._words import WORDS
from panel.blanks import BlankCause
from panel.compare import has_value
from panel.extremes import extremes_of, moves_of
from panel.pairs import Pair
from panel.schema import rows_of
from panel.words import WORDS as SHARED

ALT_LENGTH = 300
NAMES = 3


def alt_of(kind: str, title: str, facts: Iterable[str], lang: str) -> str:
    """The kind of chart and its title, then the facts in their order as far as there is room for them; empty ones count for none.

    Where the first of them alone are too long they are cut, and end in an ellipsis.
    """
    full, gap = ("。", "") if lang == "zh" else (".", " ")
    told = WORDS.say("alt.head", lang, kind=WORDS.say(f"alt.kind.{kind}", lang), title=title.rstrip("。.")) + full
    for fact in facts:
        said = fact.strip().rstrip("。.")
        sentence = f"{gap}{said[:1].upper()}{said[1:]}{full}" if said else ""
        if len(told) + len(sentence) <= ALT_LENGTH:
            told += sentence
    return cut(told)


def cut(told: str) -> str:
    """The sentences, cut at ALT_LENGTH with an ellipsis where they are longer."""
    return told if len(told) <= ALT_LENGTH else told[: ALT_LENGTH - 1] + "…"


def range_told(held: pd.DataFrame, lang: str, *, with_year: bool) -> list[str]:
    """The greatest and the least figure of cells of one indicator and whose they are, and how many are bounds."""
    found = extremes_of(held)
    if found is None:
        return []
    most, least = (str(ends["text"].iloc[0]) for ends in (found.most, found.least))
    if found.count == 1:
        told = WORDS.say("alt.only", lang, value=most, who=_who(found.most, lang, with_year=with_year))
    elif not found.spread and not found.bounds:
        told = WORDS.say("alt.same", lang, value=most)
    else:
        who = [_who(ends, lang, with_year=with_year) for ends in (found.most, found.least)]
        told = WORDS.say("alt.range", lang, most=most, most_who=who[0], least=least, least_who=who[1])
    return [told, *([WORDS.say("alt.bounds", lang, n=found.bounds)] if found.bounds else [])]


def missing_told(held: pd.DataFrame, lang: str) -> list[str]:
    """How many cells have no value; nothing where all have one."""
    blank = int((~has_value(held)).sum())
    return [WORDS.say("alt.missing", lang, n=blank)] if blank else []


def values_alt(
    kind: str, title: str, scope: str, held: pd.DataFrame, lang: str, *, with_year: bool, more: Sequence[str] = ()
) -> str:
    """The sentences of a chart of one indicator's values: scope, range, gaps, then `more`."""
    return alt_of(kind, title, [scope, *range_told(held, lang, with_year=with_year), *missing_told(held, lang), *more], lang)


def pairs_alt(kind: str, title: str, scope: str, pairs: Sequence[Pair], held: pd.DataFrame, lang: str) -> str:
    """The sentences of a chart of two years: scope, how many rose and fell, gaps."""
    found = moves_of(pairs)
    counts = {"rose": found.rose, "fell": found.fell, "stayed": found.stayed, "open": found.open}
    return alt_of(kind, title, [scope, WORDS.say("alt.moves", lang, n=len(pairs), **counts), *missing_told(held, lang)], lang)


def blanks_told(counts: Mapping[str, int], lang: str) -> list[str]:
    """How many cells are blank for each cause, from how many are in each state; nothing where none is blank."""
    causes = [
        WORDS.say("alt.cause", lang, cause=SHARED.say(f"cause.{cause}", lang), n=counts[str(cause)])
        for cause in BlankCause
        if str(cause) in counts
    ]
    return [WORDS.say("alt.blanks", lang, causes=WORDS.say("list_comma", lang).join(causes))] if causes else []


def _who(ends: pd.DataFrame, lang: str, *, with_year: bool) -> str:
    """Whose figures these are, or how many share them where they are many."""
    if len(ends) > NAMES:
        return WORDS.say("alt.shared", lang, n=len(ends))
    names = [
        cell.place
        if pd.isna(cell.year) or not with_year
        else WORDS.say("label_year", lang, place=cell.place, year=int(cell.year))
        for cell in rows_of(ends[["place", "year"]])
    ]
    return WORDS.say("list_comma", lang).join(names)
