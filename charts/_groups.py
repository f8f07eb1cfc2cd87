"""A row of a ranking → the heading that it stands under: its level, and where like is ranked with like its base and scope."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts._cells import level_name
from charts._words import WORDS
from panel.compare import reporting
from panel.display import describe_base
from panel.schema import text_or_none
from panel.selection import Selection


def heading_of(row: Any, selection: Selection, lang: str, *, of_groups: bool) -> tuple[str, ...]:
    """The level, then what its figure is of as far as the rows are grouped by that: rows of one heading stand together."""
    if not of_groups or selection.together:
        return (level_name(row.level, lang),)
    base, scope = text_or_none(row.base), text_or_none(row.scope)
    return (level_name(row.level, lang), "" if base is None else describe_base(base, lang), scope or "")


def say_heading(heading: tuple[str, ...], row: Any, held: pd.DataFrame, lang: str) -> str:
    """The heading in words: 县级（21 份报告中 15 份给出） · 口径：应出庭案件（5 个数值）; the count of the group where the rows have it."""
    level, *kind = heading
    given, reports = reporting(held[held["level"].isna() if pd.isna(row.level) else held["level"] == row.level])
    parts = [WORDS.say("level_head", lang, level=level, n=given, N=reports)]
    named = [WORDS.say(f"group_{what}", lang, name=name) for what, name in zip(("base", "scope"), kind, strict=False) if name]
    if named and given != row.n:
        parts.append(WORDS.say("group_head", lang, names=WORDS.say("list_comma", lang).join(named), n=row.n))
    return " · ".join(parts)
