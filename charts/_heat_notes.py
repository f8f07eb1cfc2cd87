"""The cells of a heat map → in words which figures have no colour and why, and what else to know before comparing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from charts._blocks import Listing, join_names
from charts._cells import level_name, name_of_indicator, told
from charts._words import WORDS
from panel.bands import OPEN
from panel.build import Tables
from panel.caveats import caveats, caveats_of
from panel.compare import has_value
from panel.quantiles import FEWEST_FOR_QUARTILES
from panel.selection import Selection

# Gravest first.
TOLD = (
    *("borrowed", "flows", "mixed_bases", "bases_together", "scopes_together", "bounds", "implied", "computed", "scopes"),
    "grade_B",
)
OF_REPORTS = ("several_reports", "unknown_years")
NAMES_SHOWN = 60


def why_no_colour(tables: Tables, held: pd.DataFrame, lang: str) -> list[str]:
    """One line: for each reason the indicators whose values have no colour, with their levels where others of them have one;
    no line where all have one. `held` are BAND_COLUMNS."""
    valued = held[has_value(held)]
    by_reason: dict[str, list[str]] = {}
    for why in dict.fromkeys(valued["why"].dropna()):
        if why == OPEN:
            continue
        names = []
        for indicator_id, own in valued.groupby("indicator", sort=False):
            here, levels = own[own["why"] == why], own["level"].drop_duplicates()
            if here.empty:
                continue
            name = name_of_indicator(tables, str(indicator_id), lang)
            of_levels = here["level"].drop_duplicates()
            if len(of_levels) < len(levels):
                listed = WORDS.say("list_comma", lang).join(level_name(level, lang) for level in of_levels)
                name = WORDS.say("named_of_level", lang, name=name, levels=listed)
            names.append(name)
        by_reason[WORDS.say(f"no_quarter.{why}", lang, n=FEWEST_FOR_QUARTILES)] = names

    def said(most: int) -> str:
        return WORDS.say("no_quarter", lang) + WORDS.say("list_semicolon", lang).join(_named(by_reason, most, lang))

    return [Listing(said, NAMES_SHOWN)] if by_reason else []


def _named(lists: Mapping[str, Sequence[str]], most: int, lang: str) -> list[str]:
    """Each thing that is told with the names of which it holds, one at least."""
    return [WORDS.say("named", lang, what=what, names=join_names(names, max(1, most), lang)) for what, names in lists.items()]


def minor_notes(tables: Tables, drawn: Selection, held: pd.DataFrame, lang: str) -> list[str]:
    """One line: each caveat with the indicators of which it holds, then what holds of the reports drawn; no line for none."""
    by_code: dict[str, list[str]] = {}
    for indicator_id, own in held.groupby("indicator", sort=False):
        for caveat in caveats_of(tables.catalog.indicators[str(indicator_id)], own, together=drawn.together):
            by_code.setdefault(caveat.code, []).append(name_of_indicator(tables, str(indicator_id), lang))
    lists = {WORDS.say(f"heat_told.{code}", lang): by_code[code] for code in TOLD if code in by_code}
    of_one = caveats(tables, replace(drawn, indicators=drawn.indicators[:1]))
    sentences = told(of_one, OF_REPORTS, lang)

    def said(most: int) -> str:
        joined = WORDS.say("list_semicolon", lang).join(_named(lists, most, lang)) + ("。" if lang == "zh" else ".")
        every = [*([joined] if lists else []), *sentences]
        return WORDS.say("notes", lang) + (" " if lang == "en" else "").join(every)

    return [Listing(said, NAMES_SHOWN)] if lists or sentences else []
