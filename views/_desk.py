"""What every page is given: the tables, the language, the day, and short ways to say names.

A page gets one Desk and asks panel/, charts/ and exports/ for the rest.
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from panel.build import Tables
from panel.display import unit_name
from panel.words import WORDS as SHARED
from views._words import WORDS


@dataclass(frozen=True, slots=True)
class Desk:
    """`stamp` names the content of the tables: it changes when another file or catalogue is read. `pages` are what links
    lead to, by the PATH of their modules; `path` is that of the page shown."""

    tables: Tables
    lang: str
    made: date
    stamp: str
    pages: Mapping[str, st.Page]
    path: str = ""

    @property
    def variant(self) -> str:
        """What the labels of choosers depend on: a widget of another variant is another widget."""
        return f"{self.lang}.{self.stamp}"

    def say(self, key: str, **fields: object) -> str:
        """A sentence of the pages."""
        return WORDS.say(key, self.lang, **fields)

    def shared(self, key: str) -> str:
        """A word that pages share with charts and exports."""
        return SHARED.say(key, self.lang)

    def indicator(self, indicator_id: str) -> str:
        """The name of an indicator in the language of the page."""
        found = self.tables.catalog.indicators[indicator_id]
        return found.name if self.lang == "zh" else found.name_en

    def decimals(self, indicator_id: str) -> int:
        """How many decimals of an indicator are shown at most."""
        return self.tables.catalog.indicators[indicator_id].decimals

    def theme(self, theme_id: str) -> str:
        """The name of a theme."""
        found = self.tables.catalog.themes[theme_id]
        return found.name if self.lang == "zh" else found.name_en

    def unit(self, unit_id: str) -> str:
        """The name of a unit: as in the catalogue, in English where the page is; a word that is no unit stays."""
        return unit_name(self.tables.catalog, unit_id, self.lang) if unit_id in self.tables.catalog.units else unit_id

    def head(self, indicator_id: str) -> str:
        """The head of a column of an indicator: its name and unit."""
        return f"{self.indicator(indicator_id)} ({self.unit(self.tables.catalog.indicators[indicator_id].unit)})"

    def level(self, level: str | None) -> str:
        """The name of a level, also of an unknown one."""
        return self.shared("level.unknown" if pd.isna(level) else f"level.{level}")

    def year(self, year: int | None) -> str:
        """A year as text, also an unknown one."""
        return self.shared("unknown_year") if pd.isna(year) else str(int(year))

    def month(self, month: int) -> str:
        """A month as each language names it: 3 月, March."""
        return f"{month} 月" if self.lang == "zh" else month_name[month]
