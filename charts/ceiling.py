"""All rates of a selection → a row each: how many stand at 100, how many below, and how many are silent and why.

For rates that nearly all put at 100 a ranking is noise; this is what can be said of them. Every place (and year) of the selection
stands in every row once, so that the counts add up and silence is seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts._alt import alt_of
from charts._cells import name_of_indicator, no_reports
from charts._colours import ZERO, Colours
from charts._parts import part_of
from charts._plot import Plot, Trace, bar_trace
from charts._style import Frame, Sheet, footer_of, put_in_frame, sheet_of, words_only
from charts._tables_wide import counts_table, state_name
from charts._text import lines_in, to_label, unescape, width_of
from charts._tokens import CELL_SIZE, EDGE, LABEL_SIZE, NOTE_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.ceiling import BELOW, OPEN, STATES, TOP, ceilings
from panel.compare import VALUE, reports_of
from panel.schema import rows_of
from panel.selection import Selection
from panel.standing import mark_of

TITLE = {"zh": "到顶与沉默", "en": "Ceiling and silence"}
ORDER = 6
# The figures that it draws, as rows and columns.
table = counts_table

LABEL_WIDTH, SHARE, ROW = 200, 0.34, 26
# A count is written where its part of the bar is so many pixels wide.
LEAST_PART = 16
HATCHED = "/"
# Pixels of the box before a name of the legend, and what lies between two entries.
ENTRY_MARK = 45


@dataclass(frozen=True, slots=True)
class _Row:
    """The rate of number `at` with its label in lines; its middle and its height in pixels."""

    at: int
    label: str
    y: float
    height: float


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
    """The rates of the selection, all of the catalogue where it names none; words alone where there is none. `made` is today if
    None."""
    sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang), height=height, part=part)
    footer = footer_of(tables, selection, lang=lang, made=made)
    obstacle = no_reports(tables, selection, lang)
    if obstacle is not None:
        return words_only(TITLE[lang], [obstacle], footer, sheet=sheet)
    held = ceilings(tables, selection)
    title = WORDS.say("ceiling_title", lang)
    if held.empty:
        return words_only(title, [WORDS.say("ceiling_none", lang)], footer, sheet=sheet)
    subtitle = [
        WORDS.say(
            "ceiling_counts", lang, n=len(held), reports=len(reports_of(tables, selection)), slots=int(held["total"].max())
        ),
        WORDS.say("ceiling_reading", lang),
    ]
    first = next(rows_of(held))
    name = name_of_indicator(tables, first.indicator, lang)
    most = [WORDS.say("alt.top", lang, name=name, n=first.top, total=first.total)] if first.top else []
    alt = alt_of("ceiling", title, [subtitle[0], *most], lang)
    return _figure(tables, held, Frame(title, subtitle, [], footer, sheet=sheet, alt=alt), lang)


def _figure(tables: Tables, held: pd.DataFrame, frame: Frame, lang: str) -> go.Figure:
    sheet = frame.sheet
    rows = list(rows_of(held))
    labels = [
        to_label(name_of_indicator(tables, row.indicator, lang), min(LABEL_WIDTH, SHARE * sheet.width), NOTE_SIZE) for row in rows
    ]
    stacked = _stack(labels)
    left = EDGE + 10 + round(max(width_of(unescape(line), NOTE_SIZE) for label in labels for line in label.split("<br>")))
    total = int(held["total"].max())
    used = [state for state in STATES if held[state].any()]
    entry = max(width_of(state_name(state, lang), LABEL_SIZE) for state in used) + 16
    in_a_line = max(1, int((sheet.width - left - EDGE) // (entry + ENTRY_MARK)))
    above = 22 * math.ceil(len(used) / in_a_line) + 10
    part = part_of(stacked, replace(frame, left=left, above=above, below=8), lang)
    drawn = held.iloc[[row.at for row in part.rows]]
    plot = Plot(layout={"barmode": "stack", "bargap": 0, "showlegend": True})
    middles, across = [row.y for row in part.rows], sheet.width - left - EDGE
    plot.add(_bars(drawn, state, middles, total, across, sheet, lang) for state in used)
    bare = {"showgrid": False, "zeroline": False}
    names = {"tickvals": middles, "ticktext": [row.label for row in part.rows], "tickfont": {"size": NOTE_SIZE}}
    plot.set_axes({"range": [0, total], "showticklabels": False, **bare}, {"range": list(part.range), **names, **bare})
    legend = {"orientation": "h", "entrywidth": entry, "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"}
    plot.layout["legend"] = {**legend, "font": {"size": LABEL_SIZE}, "traceorder": "normal", "itemclick": False}
    return put_in_frame(plot, part.frame)


def _stack(labels: Sequence[str]) -> list[_Row]:
    rows, y = [], 0.0
    for at, label in enumerate(labels):
        height = max(ROW, 8 + 17 * lines_in([label]))
        rows.append(_Row(at, label, y + height / 2, height))
        y += height
    return rows


def _bars(held: pd.DataFrame, state: str, middles: Sequence[float], total: int, across: int, sheet: Sheet, lang: str) -> Trace:
    """One state's part of every row, with its count where there is room for it, and whose it is: the indicator and the state."""
    counts = held[state].tolist()
    ground, ink = _colours_of(state, sheet.colours)
    name = state_name(state, lang)
    texts = [str(count) if count and count * across / total >= LEAST_PART else "" for count in counts]
    pattern = {"shape": HATCHED, "fgcolor": ink, "size": 6, "solidity": 0.2} if state == OPEN else {}
    return bar_trace(
        x=counts,
        y=list(middles),
        orientation="h",
        width=16,
        name=name,
        text=texts,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": CELL_SIZE, "color": ink},
        constraintext="none",
        marker={"color": ground, "line": {"width": 1, "color": sheet.colours.paper}, "pattern": pattern},
        hovertext=[f"{name} {count}" for count in counts],
        hoverinfo="text",
        customdata=[(indicator_id, state) for indicator_id in held["indicator"]],
    )


def _colours_of(state: str, colours: Colours) -> tuple[str, str]:
    if state == TOP:
        return colours.cells[ZERO]
    return colours.cells[VALUE] if state in (BELOW, OPEN) else colours.cells[state]
