"""Indicators × reports → a grid whose every cell says in a word what the report gives: a value, a zero, or which kind of blank.

Indicators are rows, grouped by theme, so that their names can be read; a place in a year is a column. Each state has a word
and a colour of its own; where the columns are too many for words, a one-letter code stands in the cell and the legend says
what it means. No colour means good or bad.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._cells import evidence_of, hover_of, name_of_indicator, no_reports, several_levels
from charts._colours import ZERO, Colours
from charts._style import (
    BOLD,
    EDGE,
    NOTE_SIZE,
    WIDTH,
    Frame,
    Sheet,
    footer_of,
    margin_label,
    name_of,
    put_in_frame,
    sheet_of,
    words_only,
)
from charts._text import escape, lines_in, to_label, widest, width_of
from charts._words import WORDS
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import VALUE, cells, with_report
from panel.schema import rows_of
from panel.selection import Selection
from panel.standing import mark_of
from panel.words import WORDS as SHARED

TITLE = {"zh": "覆盖", "en": "Coverage"}
ORDER = 4

ROW, HEAD, CELL_SIZE = 22, 26, 11
# The most pixels of an indicator's name, and the most of a narrow sheet that it may take.
NAME_WIDTH, NAME_SHARE = 300, 0.36
COUNT_WIDTH = 44
MOST_COLUMNS = 60
LEGEND_LINE = 26
# A column narrower than its words holds a code.
CODE_WIDTH = 18


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: an indicator's cells from left to right, or a theme's heading, which has none. `y` is its middle in pixels."""

    label: str
    y: float
    height: float
    cells: tuple[Any, ...] = ()


def draw(
    tables: Tables,
    selection: Selection,
    *,
    lang: str = "zh",
    made: date | None = None,
    width: int = WIDTH,
    dark: bool = False,
) -> go.Figure:
    """The coverage of the selection (all indicators where it names none); words alone where there is no report.

    More columns than `width` has room for make the figure wider; its texts still keep to that width.
    """
    sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang))
    footer = footer_of(tables, selection, lang=lang, made=made)
    title = WORDS.say("coverage_title", lang)
    unknown = [indicator for indicator in selection.indicators if indicator not in tables.catalog.indicators]
    obstacle = no_reports(tables, selection, lang)
    if unknown:
        obstacle = WORDS.say("unknown_indicator", lang, name=WORDS.say("list_comma", lang).join(unknown))
    if obstacle is not None:
        return words_only(title, [obstacle], footer, sheet=sheet)
    held = cells(tables, selection, lang=lang)
    columns = list(held[["place", "year"]].drop_duplicates().itertuples(index=False))
    shown = columns[:MOST_COLUMNS]
    rows = list(_rows(tables, held, len(shown), sheet, lang))
    counts = {"reports": len(with_report(held)) // (held["indicator"].nunique() or 1), "indicators": held["indicator"].nunique()}
    subtitle = [WORDS.say("cells_counts", lang, values=int((held["state"] == VALUE).sum()), **counts)]
    levels = with_report(held)["level"].drop_duplicates()
    if len(levels) > 1:
        subtitle.append(several_levels(levels, lang))
    if len(columns) > len(shown):
        subtitle.append(WORDS.say("too_many_columns", lang, n=len(columns), shown=len(shown)))
    return _figure(rows, shown, Frame(title, subtitle=subtitle, footer=footer, sheet=sheet), tables, lang)


def _rows(tables: Tables, held: pd.DataFrame, columns: int, sheet: Sheet, lang: str) -> Iterator[_Row]:
    """Headings and indicators from top to bottom, themes in the catalogue's order; cells stand in the order of the slots."""
    by_indicator: dict[str, list[Any]] = {}
    for cell in rows_of(held):
        by_indicator.setdefault(cell.indicator, []).append(cell)
    most = min(NAME_WIDTH, NAME_SHARE * sheet.width)
    y = 0.0
    for theme in tables.catalog.themes.values():
        own = [indicator for indicator in by_indicator if tables.catalog.indicators[indicator].theme == theme.id]
        if own:
            name = to_label(theme.name if lang == "zh" else theme.name_en, sheet.text_width / BOLD, NOTE_SIZE)
            height = HEAD + 16 * (lines_in([name]) - 1)
            yield _Row(name, y + height / 2, height)
            y += height
        for indicator in own:
            unit = tables.catalog.indicators[indicator].unit
            name = to_label(f"{name_of_indicator(tables, indicator, lang)} ({unit})", most, NOTE_SIZE)
            height = max(ROW, 6 + 16 * lines_in([name]))
            yield _Row(name, y + height / 2, height, tuple(by_indicator[indicator][:columns]))
            y += height


def state_of(cell: Any) -> str:
    """The state that a cell shows: "value", "zero" for a value of 0, or the cause of its blank."""
    return ZERO if cell.state == VALUE and cell.value == 0 and cell.qualifier == "exact" else str(cell.state)


def _figure(rows: Sequence[_Row], columns: Sequence[Any], frame: Frame, tables: Tables, lang: str) -> go.Figure:
    sheet = frame.sheet
    found = [cell for row in rows for cell in row.cells]
    left = EDGE + 10 + widest((row.label for row in rows if row.cells), NOTE_SIZE)
    right = COUNT_WIDTH + EDGE
    spelled = (sheet.width - left - right) / len(columns) >= 8 + max(width_of(_word(cell, lang), CELL_SIZE) for cell in found)
    width = sheet.width if spelled else max(sheet.width, left + right + CODE_WIDTH * len(columns))
    labels, angle, header = _heads(columns, (width - left - right) / len(columns), lang)
    figure = go.Figure()
    _add_colours(figure, rows, len(columns), sheet.colours)
    _add_words(figure, rows, tables, sheet, lang, spelled=spelled)
    boxes, legend = _legend(found, left, header, sheet, lang, spelled=spelled)
    total = sum(row.height for row in rows)
    named = [row for row in rows if row.cells]
    figure.update_yaxes(
        range=[total, 0],
        tickvals=[row.y for row in named],
        ticktext=[row.label for row in named],
        tickfont={"size": NOTE_SIZE},
        ticklabelstandoff=4,
        showgrid=False,
        zeroline=False,
    )
    figure.update_xaxes(
        range=[-0.5, len(columns) - 0.5],
        side="top",
        tickvals=list(range(len(columns))),
        ticktext=labels,
        tickangle=angle,
        tickfont={"size": NOTE_SIZE},
        showgrid=False,
        zeroline=False,
    )
    texts = [*_labels(rows, left, sheet.colours, lang), *boxes]
    frame = replace(frame, plot_height=round(total), left=left, right=right, above=header + legend, below=10, width=width)
    return put_in_frame(figure, replace(frame, labels=texts))


def _heads(columns: Sequence[Any], room: float, lang: str) -> tuple[list[str], int, int]:
    """The columns' labels, their angle and the pixels they need: upright where they fit in four lines, else on their side."""
    upright = [to_label(name_of(column.place, column.year, lang), room - 8, NOTE_SIZE) for column in columns]
    if room > 50 and lines_in(upright) <= 4:
        return upright, 0, 10 + 17 * lines_in(upright)
    names = [name_of(column.place, column.year, lang) for column in columns]
    return [escape(name) for name in names], -90, 14 + round(max(width_of(name, NOTE_SIZE) for name in names))


def _add_colours(figure: go.Figure, rows: Sequence[_Row], columns: int, colours: Colours) -> None:
    """The grid's colours: rows of their own heights, a heading being a row without any."""
    states = list(colours.cells)
    edges = [rows[0].y - rows[0].height / 2, *(row.y + row.height / 2 for row in rows)]
    steps = [(rank + end, colours.cells[state][0]) for rank, state in enumerate(states) for end in (0, 1)]
    figure.add_heatmap(
        x=list(range(columns)),
        y=edges,
        z=[[states.index(state_of(cell)) if row.cells else None for cell in row.cells or range(columns)] for row in rows],
        zmin=-0.5,
        zmax=len(states) - 0.5,
        colorscale=[[at / len(states), colour] for at, colour in steps],
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _add_words(figure: go.Figure, rows: Sequence[_Row], tables: Tables, sheet: Sheet, lang: str, *, spelled: bool) -> None:
    """The word or code of each cell, which also carries its evidence: a heat map's own cells cannot be selected on a page."""
    found = [(column, row.y, cell) for row in rows for column, cell in enumerate(row.cells)]
    texts = [_word(cell, lang) if spelled else WORDS.say(f"code.{state_of(cell)}", lang) for _, _, cell in found]
    figure.add_scatter(
        x=[column for column, _, _ in found],
        y=[y for _, y, _ in found],
        mode="markers+text",
        marker={"symbol": "square", "size": ROW - 4, "opacity": 0},
        text=[escape(text) for text in texts],
        textposition="middle center",
        textfont={"size": CELL_SIZE, "color": [sheet.colours.cells[state_of(cell)][1] for _, _, cell in found]},
        customdata=[evidence_of(cell) for _, _, cell in found],
        hovertext=[hover_of(cell, lang, sheet, tables.texts) for _, _, cell in found],
        hoverinfo="text",
        showlegend=False,
        name="cells",
    )


def _labels(rows: Sequence[_Row], left: int, colours: Colours, lang: str) -> list[dict[str, object]]:
    """The themes' names at the left edge, and at the right n/N: of the reports drawn, how many give the indicator."""
    labels = [margin_label(f"<b>{row.label}</b>", row.y, left, colours, size=NOTE_SIZE) for row in rows if not row.cells]
    counts = [(rows[0].y, WORDS.say("given", lang))]
    for row in rows:
        if row.cells:
            told = [cell for cell in row.cells if cell.state not in (BlankCause.NO_REPORT, BlankCause.UNREADABLE)]
            counts.append((row.y, f"{sum(cell.state == VALUE for cell in told)}/{len(told)}"))
    place = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 6}
    font = {"size": CELL_SIZE, "color": colours.ink}
    return labels + [{"text": text, "y": y, "showarrow": False, "font": font, **place} for y, text in counts]


def _legend(
    found: Sequence[Any], left: int, header: int, sheet: Sheet, lang: str, *, spelled: bool
) -> tuple[list[dict[str, object]], int]:
    """A box a state that occurs, with its colour, word and number of cells; and the pixels that the boxes take."""
    states = [state_of(cell) for cell in found]
    x, line, items = 0.0, 0, []
    for state in sheet.colours.cells:
        if state in states:
            code = "" if spelled else WORDS.say(f"code.{state}", lang) + " "
            text = f"{code}{_state_name(state, lang)} {states.count(state)}"
            size = width_of(text, NOTE_SIZE) + 22
            if x and x + size > sheet.text_width:
                x, line = 0.0, line + 1
            items.append((x, line, state, text))
            x += size
    height = 10 + LEGEND_LINE * (line + 1)
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "top"}
    boxes = [
        {
            "text": escape(text),
            "showarrow": False,
            "bgcolor": sheet.colours.cells[state][0],
            "bordercolor": sheet.colours.rule,
            "borderpad": 3,
            "font": {"size": NOTE_SIZE, "color": sheet.colours.cells[state][1]},
            "xshift": EDGE - left + 4 + x,
            "yshift": header + height - 6 - LEGEND_LINE * line,
            **place,
        }
        for x, line, state, text in items
    ]
    return boxes, height


def _word(cell: Any, lang: str) -> str:
    """What stands in a cell: the value with its sign, or the cause in a word; an implied zero says that it is implied."""
    return WORDS.say("zero_implied", lang) if state_of(cell) == ZERO and cell.basis == "implied" else str(cell.text)


def _state_name(state: str, lang: str) -> str:
    return WORDS.say(f"state.{state}", lang) if state in (VALUE, ZERO) else SHARED.say(f"cause.{state}", lang)
