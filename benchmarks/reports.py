"""The seeds → reports like them, as many as asked for, and patterns like the catalogue's that seldom hit. Seeded: the same each run.

A report is the lines of one seed in another order, with one line in ten taken from another seed and its figures changed, digit
for digit; years stay, so that the report keeps its own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from extract.catalog import Catalog

SEEDS = Path(__file__).parent.parent / "seeds"
_DIGITS = re.compile(r"(?<![\d年])(?!(?:19|20)\d\d(?!\d))\d+")
_BORROWED = 0.1
# What the synthetic patterns look for: words as long as those of the catalogue, of characters that reports use.
_SYLLABLES = "政法治规范审查复议诉讼执法检查培训宣传调解信访公开决策合同清单平台窗口服务监督评估整改备案听证"


def make_reports(count: int, *, seed: int = 1) -> Iterator[str]:
    """`count` texts, made one by one: none is kept."""
    chance = random.Random(seed)
    sources = [path.read_text("utf-8").split("\n") for path in sorted(SEEDS.glob("*.txt"))]
    for number in range(count):
        lines = list(sources[number % len(sources)])
        head, body = lines[:3], lines[3:]
        chance.shuffle(body)
        for i in range(len(body)):
            if chance.random() < _BORROWED:
                body[i] = chance.choice(chance.choice(sources))
        yield _DIGITS.sub(lambda found: _other_digits(found[0], chance), "\n".join([*head, *body]))


def _other_digits(digits: str, chance: random.Random) -> str:
    """As many digits, the first no nought where it was none."""
    first = digits[0] if digits[0] == "0" else chance.choice("123456789")
    return first + "".join(chance.choice("0123456789") for _ in digits[1:])


def with_synthetic_patterns(catalog: Catalog, times: int, *, seed: int = 1) -> Catalog:
    """The catalogue with `times` as many patterns: each pattern gets copies whose words are made up, and its own placeholders."""
    chance = random.Random(seed)
    indicators = {}
    for key, indicator in catalog.indicators.items():
        copies = [
            replace(pattern, id=f"{pattern.id}_{n}", source=_made_up(pattern.source, chance))
            for pattern in indicator.patterns
            for n in range(times - 1)
        ]
        indicators[key] = replace(indicator, patterns=(*indicator.patterns, *copies))
    return replace(catalog, indicators=indicators)


def _made_up(source: str, chance: random.Random) -> str:
    """The regex with each of its Chinese characters outside classes replaced by another one, its form kept."""
    parts = re.split(r"(\[[^\]]*\]|\(\?<?[=!])", source)
    # Every second part is a class or the mark of what must stand beside: those are kept.
    return "".join(
        part if kept else re.sub("[一-鿿]", lambda _: chance.choice(_SYLLABLES), part)
        for kept, part in zip(cycle((False, True)), parts)
    )
