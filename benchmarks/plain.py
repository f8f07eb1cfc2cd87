"""A catalogue → the plain way to look for its figures: one regex a pattern, each run over the whole text.

What a straightforward implementer would write with these patterns. Each is compiled once. Where a placeholder stands, the
grammar of figures that `extract.quantities` uses (without its named groups) is written inside it, with the measure words that
the pattern takes; <gap> and <words> are runs of characters without punctuation and digits. A `name` pattern, which the catalogue
writes without its figure, stays the bare name: that makes the plain way quicker, not slower. The text is folded, its white space
stays, nothing is masked, there are no clauses, topics, gates or chains, and what is found is only counted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import regex

from extract import quantities
from extract.catalog import Catalog

_RATE = (
    rf"(?:{quantities.BEFORE}?(?:{quantities.PER_HUNDRED}|{quantities.TENTHS}|{quantities.FRACTION}|{quantities.SHARE})"
    rf"{quantities.AFTER}?)"
)


def compile_plainly(catalog: Catalog) -> list[regex.Pattern[str]]:
    """The catalogue's patterns in order, each able to find its figures in a plain text."""
    return [
        regex.compile(_write_out(pattern.source, catalog.words_of(indicator, pattern), pattern.bare))
        for indicator in catalog.indicators.values()
        for pattern in indicator.patterns
    ]


def count_matches(patterns: Sequence[regex.Pattern[str]], text: str) -> int:
    """How often the patterns match: `regex.finditer` of every one over the whole text."""
    return sum(1 for pattern in patterns for _ in pattern.finditer(text))


def _write_out(source: str, words: Collection[str], bare: bool) -> str:
    units = "|".join(regex.escape(word) for word in sorted(set(words) - {"%"}, key=lambda word: (-len(word), word)))
    count = f"(?:{quantities.BEFORE}?{quantities.NUMERAL}(?:{units}){'?' if bare else ''}{quantities.AFTER}?)"
    any_figure = f"(?:{_RATE}|{quantities.BEFORE}?{quantities.NUMERAL}(?:{units})?{quantities.AFTER}?)"
    for placeholder, figure in (("rate", _RATE), ("count", count), ("part", count), ("whole", count), ("n", any_figure)):
        source = source.replace(f"<{placeholder}>", figure)
    source = source.replace("<gap>", "<gap:12>").replace("<words>", "<words:12>")
    source = regex.sub(r"<gap:(\d+)>", r"[^,;:。、!?\\d]{0,\1}?", source)
    source = regex.sub(r"<words:(\d+)>", r"[^,;:。!?\\d]{0,\1}?", source)
    return regex.sub(r"\(\?P<\w+>", "(?:", source)
