"""Tables and a Selection → the figures that a chart of one indicator draws, as a table: one row a place and year, or a place.

The table twin of a chart holds the same cells as the figure, its blanks with their causes too, and says in words what the figure
says by place, shape and colour: ranks, directions, who stands beyond a limit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from charts._cells import level_name, name_of_indicator, refusal_to_draw
from charts._pairs import change_words
from charts._words import WORDS
from panel.bases import with_bases
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import VALUE, cells, has_value
from panel.display import describe_base, unit_name
from panel.funnel import limits_at, pooled_rate
from panel.pairs import pairs_of, years_between
from panel.ranks import is_of_one_year, rank
from panel.schema import rows_of, text_or_none
from panel.selection import Selection, over_years
from panel.tabular import Cell, Tabular, cell_of, of_rows, passage_of
from panel.words import WORDS as SHARED

# A further column of a row, by its key among the heads.
_Further = Mapping[str, Callable[[Any], Cell]]


def head(key: str, lang: str, **fields: object) -> str:
    """The head of a column."""
    return WORDS.say(f"head.{key}", lang, **fields)


def unit_of(tables: Tables, indicator_id: str, lang: str) -> str:
    """The unit of an indicator as heads have it."""
    return unit_name(tables.catalog, tables.catalog.indicators[indicator_id].unit, lang)


def year_of(row: Any, lang: str) -> str:
    """The year of a row as text, also an unknown one."""
    return SHARED.say("unknown_year", lang) if pd.isna(row.year) else str(int(row.year))


def values_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """Every cell of the selection's one indicator; no rows where there is nothing to draw."""
    if refusal_to_draw(tables, selection, lang) is not None:
        return Tabular(())
    return _of_cells(tables, selection, cells(tables, selection, lang=lang), {}, lang)


def years_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """The same over the years, where nothing is borrowed."""
    return values_table(tables, over_years(selection), lang=lang)


def ranked_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """The same, best first and with the ranks where the ranking prints them; those without a value come last."""
    if refusal_to_draw(tables, selection, lang) is not None:
        return Tabular(())
    held = cells(tables, selection, lang=lang)
    if not is_of_one_year(held) or any(caveat.forbids_ranks for caveat in caveats(tables, selection)):
        return _of_cells(tables, selection, held, {}, lang)
    ranked = pd.concat([rank(tables, selection, lang=lang), held[~has_value(held)]], ignore_index=True)
    # A bar alone among its like has no rank in the figure either.
    told: _Further = {"rank": lambda row: "" if pd.isna(row.n) or row.n < 2 else str(row.rank_text)}
    return _of_cells(tables, selection, ranked, told, lang)


def based_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """The rates with the sizes of their bases as the reports print them, and where each stands to the limits of the funnel."""
    if refusal_to_draw(tables, selection, lang) is not None:
        return Tabular(())
    held = with_bases(tables, cells(tables, selection, lang=lang))
    exact = held[held["size"].notna() & (held["qualifier"] == "exact")]
    pooled = pooled_rate(list(exact["value"]), list(exact["size"])) if len(exact) else None

    def side(row: Any) -> str:
        if pd.isna(row.size):
            return ""
        return "none" if pooled is None else str(limits_at(round(row.size), pooled).place(row.low, row.high))

    return _of_cells(
        tables,
        selection,
        held,
        {
            "size": lambda row: text_or_none(row.base_words) or "",
            "side": lambda row: WORDS.say(f"side.{side(row)}", lang) if side(row) else "",
        },
        lang,
    )


def pairs_table(tables: Tables, selection: Selection, *, lang: str = "zh") -> Tabular:
    """The places with a value in both of the two years: then, now, and the change or that they are not comparable."""
    years = None if refusal_to_draw(tables, selection, lang) is not None else years_between(tables, selection)
    if years is None:
        return Tabular(())
    held = cells(tables, Selection(selection.indicators, selection.places, years, selection.levels), lang=lang)
    indicator = tables.catalog.indicators[selection.indicators[0]]
    unit = unit_of(tables, indicator.id, lang)
    pairs = pairs_of(held, years)
    rows = [
        (
            pair.place,
            level_name(pair.now.level, lang),
            *(cell_of(cell, indicator.decimals) for cell in (pair.then, pair.now)),
            change_words(pair, lang),
        )
        for pair in pairs
    ]
    heads = [head("place", lang), head("level", lang), *(head("of_year", lang, year=year, unit=unit) for year in years)]
    return of_rows([*heads, head("change", lang)], rows, [passage_of(pair.now) for pair in pairs])


def _of_cells(tables: Tables, selection: Selection, held: pd.DataFrame, further: _Further, lang: str) -> Tabular:
    """Cells with all that belongs to them, and further columns after the value."""
    indicator = tables.catalog.indicators[selection.indicators[0]]
    heads = [head(key, lang) for key in ("place", "year", "level")]
    heads += [head("value", lang, unit=unit_of(tables, indicator.id, lang)), *(head(key, lang) for key in further)]
    heads += [head(key, lang) for key in ("qualifier", "basis", "base", "scope")]
    found = list(rows_of(held))
    rows = [
        (
            row.place,
            year_of(row, lang),
            level_name(row.level, lang),
            cell_of(row, indicator.decimals),
            *(say(row) for say in further.values()),
            *_footing(row, lang),
        )
        for row in found
    ]
    return of_rows(heads, rows, [passage_of(row) for row in found])


def _footing(row: Any, lang: str) -> tuple[str, ...]:
    """Qualifier, basis, base and scope of a value in words; nothing of a blank."""
    if row.state != VALUE:
        return "", "", "", ""
    base = text_or_none(row.base)
    words = (SHARED.say(f"qualifier.{row.qualifier}", lang), SHARED.say(f"basis.{row.basis}", lang))
    return *words, "" if base is None else describe_base(base, lang), text_or_none(row.scope) or ""


def indicator_head(tables: Tables, indicator_id: str, lang: str) -> str:
    """The head of a column of one indicator: its name and unit."""
    return head("named", lang, name=name_of_indicator(tables, indicator_id, lang), unit=unit_of(tables, indicator_id, lang))
