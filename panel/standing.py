"""Tables → what must be said wherever anything of them is shown: the standing sentence, and the mark of made-up reports."""

from __future__ import annotations

from panel.build import Tables
from panel.words import WORDS


def mark_of(tables: Tables, lang: str = "zh") -> str:
    """What every title begins with: 【演示数据】 where the reports are made up, nothing where they are not."""
    return WORDS.say("demo_mark", lang) if tables.demo else ""


def standing_of(tables: Tables, lang: str = "zh") -> str:
    """The sentence at the foot of every page, picture and sheet: that places report for themselves, or that nothing is true."""
    return WORDS.say("demo" if tables.demo else "standing", lang)
