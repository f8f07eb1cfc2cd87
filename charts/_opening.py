"""Tables and a Selection → what every chart of one indicator begins with: sheet, title, cells, who is missing, or words alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts._blocks import on_page
from charts._cells import elsewhere_line, missing_line, name_of_indicator, refusal_to_draw, scope_line
from charts._style import Sheet, footer_of, sheet_of, words_only
from charts._words import WORDS
from panel.build import Tables
from panel.compare import cells, has_value, reporting
from panel.ranks import is_of_one_year
from panel.selection import Selection
from panel.standing import mark_of


@dataclass(frozen=True, slots=True)
class Opening:
    """`name` is the indicator's, `scope` the first line under the title, `absent` who has no value and why, `with_year` whether
    places are named with their years."""

    sheet: Sheet
    name: str
    title: str
    held: pd.DataFrame
    scope: str
    absent: list[str]
    footer: list[str]
    with_year: bool

    def words_alone(self, sentences: list[str], notes: list[str] | None = None) -> go.Figure:
        """The figure in which words stand where the chart would."""
        told = self.absent if notes is None else notes
        return words_only(self.title, [self.scope, *sentences], self.footer, told, sheet=self.sheet)

    @property
    def has_values(self) -> bool:
        """Whether any cell has a value."""
        return bool(has_value(self.held).any())


def open_chart(
    tables: Tables,
    selection: Selection,
    head: Mapping[str, str],
    key: str,
    *,
    lang: str,
    made: date | None,
    width: int,
    dark: bool,
    height: int | None = None,
    part: int = 1,
    with_year: bool = False,
    **told: object,
) -> Opening | go.Figure:
    """The opening of a chart whose title is the sentence `key`, which `told` completes; a figure of words where there is nothing
    to open (`head` is its title then). Places are named with their years where these differ, and always `with_year`."""
    sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang), height=height, part=part)
    footer = footer_of(tables, selection, lang=lang, made=made)
    obstacle = refusal_to_draw(tables, selection, lang)
    if obstacle is not None:
        return words_only(head[lang], [obstacle], footer, sheet=sheet)
    name = name_of_indicator(tables, selection.indicators[0], lang)
    held = cells(tables, selection, lang=lang)
    dated = with_year or not is_of_one_year(held)
    return Opening(
        sheet=sheet,
        name=name,
        title=WORDS.say(key, lang, name=name, **told),
        held=held,
        scope=scope_line(tables, selection, held, lang),
        absent=[on_page(line) for line in missing_line(held, lang, with_year=dated)],
        footer=footer,
        with_year=dated,
    )


def say_nothing(tables: Tables, selection: Selection, opening: Opening, lang: str) -> list[str]:
    """That nobody gives a value, and the nearest view that has one."""
    sentence = WORDS.say("no_values", lang, N=reporting(opening.held)[1], name=opening.name)
    return [sentence, elsewhere_line(tables, selection, lang)]
