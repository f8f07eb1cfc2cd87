"""Indicators × reports → a grid whose every cell says in a word what the report gives: a value, a zero, or which kind of blank.

Indicators are rows, grouped by theme, so that their names can be read; a place in a year is a column. Each state has a word
and a colour of its own; where the columns are too many for words, a one-letter code stands in the cell and the legend says
what it means. No colour means good or bad.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import alt_of, blanks_told
from charts._cells import hover_of, name_of_indicator, no_reports, several_levels
from charts._colours import ZERO, Colours
from charts._grid import Look, Row, Stack, add_colours, add_words, columns_of, headings, heads_of, legend_of, set_axes
from charts._parts import evenly, part_of
from charts._plot import Plot
from charts._style import Frame, Sheet, footer_of, name_of, put_in_frame, sheet_of, words_only
from charts._tables import unit_of
from charts._tables_wide import grid_table
from charts._text import to_label, widest, width_of
from charts._tokens import BOLD, CELL_SIZE, EDGE, NOTE_SIZE, WIDTH
from charts._words import WORDS
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import VALUE, cells_at, has_value
from panel.matrix import STATES, VALUED, matrix_of
from panel.schema import rows_of
from panel.selection import Selection
from panel.standing import mark_of
from panel.words import WORDS as SHARED

TITLE = {"zh": "覆盖", "en": "Coverage"}
ORDER = 4
# The figures that it draws, as rows and columns; of a run of the columns where one is named.
table = grid_table

# The most pixels of an indicator's name, and the most of a narrow sheet that it may take.
NAME_WIDTH, NAME_SHARE = 300, 0.36
COUNT_WIDTH = 44
# The most columns of a picture on all its parts, and the fewest that a narrow page shows at once.
MOST_COLUMNS, LEAST_COLUMNS = 60, 8
# A column narrower than its words holds a code.
CODE_WIDTH = 18


def draw(
    tables: Tables,
    selection: Selection,
    *,
    lang: str = "zh",
    made: date | None = None,
    width: int = WIDTH,
    dark: bool = False,
    height: int | None = None,
    part: int = 1,
) -> go.Figure:
    """The coverage of the selection (all indicators where it names none); words alone where there is no report.

    Without a height `part` is which of the `runs` of columns is drawn; a sheet with one has parts of the first MOST_COLUMNS.
    """
    sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang), height=height, part=part)
    footer = footer_of(tables, selection, lang=lang, made=made)
    title = WORDS.say("coverage_title", lang)
    unknown = [indicator for indicator in selection.indicators if indicator not in tables.catalog.indicators]
    obstacle = no_reports(tables, selection, lang)
    if unknown:
        obstacle = WORDS.say("unknown_indicator", lang, name=WORDS.say("list_comma", lang).join(unknown))
    if obstacle is not None:
        return words_only(title, [obstacle], footer, sheet=sheet)
    # Of a large panel the cells of the columns drawn are made alone; the others are but counted.
    matrix = matrix_of(tables, selection)
    columns, told, counts = matrix.slots, matrix.told, matrix.counts().sum(axis=0).tolist()
    every = runs(tables, selection, width) if height is None else [range(min(MOST_COLUMNS, len(columns)))]
    run = every[min(part, len(every)) - 1]
    shown = list(columns[["place", "year"]].iloc[run.start : run.stop].itertuples(index=False))
    rows = _rows(tables, cells_at(tables, selection, matrix.cells_of(run), lang=lang), sheet, lang)
    asked = {"reports": int(told.sum()), "indicators": len(matrix.indicators)}
    subtitle = [WORDS.say("cells_counts", lang, values=counts[VALUED], **asked)]
    levels = columns["level"][told].drop_duplicates()
    if len(levels) > 1:
        subtitle.append(several_levels(levels, lang))
    if len(every) > 1:
        subtitle.append(WORDS.say("run_of_columns", lang, n=len(columns), first=run.start + 1, last=run.stop))
    elif len(columns) > len(shown):
        subtitle.append(WORDS.say("too_many_columns", lang, n=len(columns), shown=len(shown)))
    causes = {cause: count for cause, count in zip(STATES, counts, strict=True) if count}
    alt = alt_of("coverage", title, [subtitle[0], *blanks_told(causes, lang)], lang)
    return _figure(rows, shown, Frame(title, subtitle=subtitle, footer=footer, sheet=sheet, alt=alt), tables, lang)


def runs(tables: Tables, selection: Selection, width: int) -> list[range]:
    """The columns in runs that a figure of `width` pixels has room for, as even as can be; one run where all fit, or none are."""
    left = EDGE + 10 + min(NAME_WIDTH, NAME_SHARE * width)
    most = int((width - left - COUNT_WIDTH - EDGE) // CODE_WIDTH)
    columns = len(matrix_of(tables, selection).slots)
    return evenly(columns, max(LEAST_COLUMNS, most)) if columns else [range(0)]


def _rows(tables: Tables, held: pd.DataFrame, sheet: Sheet, lang: str) -> list[Row]:
    """Headings and indicators from top to bottom, themes in the catalogue's order; cells stand in the order of the slots."""
    by_indicator: dict[str, list[Any]] = {}
    for cell in rows_of(held.assign(shows=_shown(held))):
        by_indicator.setdefault(cell.indicator, []).append(cell)
    most = min(NAME_WIDTH, NAME_SHARE * sheet.width)
    stack = Stack()
    for theme in tables.catalog.themes.values():
        own = [indicator for indicator in by_indicator if tables.catalog.indicators[indicator].theme == theme.id]
        if own:
            stack.add(to_label(theme.name if lang == "zh" else theme.name_en, sheet.text_width / BOLD, NOTE_SIZE))
        for indicator in own:
            unit = unit_of(tables, indicator, lang)
            name = to_label(f"{name_of_indicator(tables, indicator, lang)} ({unit})", most, NOTE_SIZE)
            stack.add(name, by_indicator[indicator])
    return stack.rows


def _shown(held: pd.DataFrame) -> pd.Series[str]:
    """The state that each cell shows: "value", "zero" for a value of 0, or the cause of its blank."""
    return held["state"].mask(has_value(held) & (held["value"] == 0) & (held["qualifier"] == "exact"), ZERO)


def _figure(every: Sequence[Row], columns: Sequence[Any], frame: Frame, tables: Tables, lang: str) -> go.Figure:
    sheet = frame.sheet
    found = [cell for row in every for cell in row.cells]
    left = EDGE + 10 + widest((row.label for row in every if row.cells), NOTE_SIZE)
    right = COUNT_WIDTH + EDGE
    across = [range(len(columns))]
    if sheet.height is not None:
        across = evenly(len(columns), int((sheet.width - left - right) // CODE_WIDTH))
    most = max(map(len, across))
    spelled = (sheet.width - left - right) / most >= 8 + max(
        width_of(word, CELL_SIZE) for word in {_word(cell, lang) for cell in found}
    )
    width = sheet.width if spelled else max(sheet.width, left + right + CODE_WIDTH * most)
    names = [name_of(column.place, column.year, lang) for column in columns]
    heads, angle, header = heads_of(names, (width - left - right) / most)
    looks = {
        state: Look(("" if spelled else _code(state, lang) + " ") + _state_name(state, lang), *pair)
        for state, pair in sheet.colours.cells.items()
    }
    boxes, legend = legend_of((cell.shows for cell in found), looks, left, header, sheet)
    frame = replace(frame, left=left, right=right, above=header + legend, below=10, width=width)
    part = part_of(every, frame, lang, is_heading=lambda row: not row.cells, columns=across)
    rows, heads = columns_of(part.rows, part.columns), [heads[at] for at in part.columns]
    plot = Plot()
    codes = {state: _code(state, lang) for state in looks}
    add_colours(plot, rows, len(heads), looks)
    add_words(
        plot,
        rows,
        lambda cell: _word(cell, lang) if spelled else codes[cell.shows],
        lambda cell: looks[cell.shows].ink,
        lambda cell: hover_of(cell, lang, sheet, tables.texts),
    )
    set_axes(plot, rows, heads, angle)
    labels = [*headings(rows, left, sheet.colours), *_counts(part.rows, sheet.colours, lang), *boxes]
    return put_in_frame(plot, replace(part.frame, labels=labels))


def _counts(rows: Sequence[Row], colours: Colours, lang: str) -> list[dict[str, object]]:
    """At the right n/N: of the reports drawn, how many give the indicator."""
    counts = [(rows[0].y, WORDS.say("given", lang))]
    for row in rows:
        if row.cells:
            told = [cell for cell in row.cells if cell.state not in (BlankCause.NO_REPORT, BlankCause.UNREADABLE)]
            counts.append((row.y, f"{sum(cell.state == VALUE for cell in told)}/{len(told)}"))
    place = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 6}
    font = {"size": CELL_SIZE, "color": colours.ink}
    return [{"text": text, "y": y, "showarrow": False, "font": font, **place} for y, text in counts]


def _word(cell: Any, lang: str) -> str:
    """What stands in a cell: the value with its sign, or the cause in a word; an implied zero says that it is implied."""
    return WORDS.say("zero_implied", lang) if cell.shows == ZERO and cell.basis == "implied" else str(cell.text)


def _code(state: str, lang: str) -> str:
    return WORDS.say(f"code.{state}", lang)


def _state_name(state: str, lang: str) -> str:
    return WORDS.say(f"state.{state}", lang) if state in (VALUE, ZERO) else SHARED.say(f"cause.{state}", lang)
