"""One place in one year → a row an indicator: its figure within the span of its peers, their middle half and their median.

The first place of the selection is in focus, the others are its peers (panel/peers.py says whom to take). Each row has a scale
of its own, from the least to the most that is told, with both ends printed: rows are not to be compared with each other. A mark
is drawn only where enough peers give the figure; the rest is listed with its cause. Bounds of the peers can leave a median or a
quartile open: it is drawn as wide as it is open. Where the place and all of its peers say the same, words say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import alt_of
from charts._blocks import Listing, join_names
from charts._cells import HOVER_EDGES, evidence_of, hover_of, level_name, name_of_indicator
from charts._parts import part_of
from charts._plot import Plot, scatter_trace
from charts._spine_rows import HALF, Row, labels_of, room_on, rows_on, standing_label
from charts._style import Frame, Sheet, footer_of, put_in_frame, sheet_of, words_only
from charts._tables_wide import standing_table
from charts._tokens import WIDTH
from charts._words import WORDS
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import VALUE, has_value
from panel.peers import standings, years_of
from panel.quantiles import FEWEST_FOR_MEDIAN
from panel.schema import rows_of
from panel.selection import Selection
from panel.standing import mark_of
from panel.words import WORDS as SHARED

TITLE = {"zh": "概览", "en": "Profile"}
ORDER = 3
# The figures that it draws, as rows and columns.
table = standing_table

NAMES = 40


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
    """The profile of the selection's first place in its first year (the latest with a report where it names none), of its
    indicators (all where it names none); words alone where there is nothing to draw. `made` is today if None."""
    sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang), height=height, part=part)
    place = next(iter(selection.places), None)
    years = years_of(tables, place) if place else ()
    year = next(iter(selection.years), next(iter(years), None))
    if place is None or year is None or year not in years:
        footer = footer_of(tables, selection, lang=lang, made=made)
        return words_only(TITLE[lang], [WORDS.say("spine_nothing", lang)], footer, sheet=sheet)
    peers = selection.places[1:]
    held = standings(tables, place, year, peers, lang=lang)
    if selection.indicators:
        held = held[held["indicator"].isin(selection.indicators)]
    footer = footer_of(tables, Selection(places=(place, *peers), years=(year,)), lang=lang, made=made)
    title = WORDS.say("spine_title", lang, place=place, year=year)
    subtitle = [
        WORDS.say("spine_peers", lang, n=len(peers), level=level_name(held["level"].iloc[0], lang)) if peers else
        WORDS.say("spine_no_peers", lang),
        WORDS.say("spine_reading", lang),
    ]  # fmt: skip
    drawn = held[has_value(held) & (held["n"] >= FEWEST_FOR_MEDIAN)]
    notes = _notes(tables, held, drawn, lang)
    if drawn.empty:
        return words_only(title, [*subtitle, WORDS.say("spine_empty", lang, n=FEWEST_FOR_MEDIAN)], footer, notes, sheet=sheet)
    counts = WORDS.say("alt.drawn", lang, n=len(drawn), ranked=int(drawn["rank_text"].notna().sum()))
    alt = alt_of("spine", title, [subtitle[0], counts, *notes], lang)
    return _figure(rows_on(tables, drawn, sheet, lang), Frame(title, subtitle, notes, footer, sheet=sheet, alt=alt), lang)


def _figure(rows: Sequence[Row], frame: Frame, lang: str) -> go.Figure:
    sheet = frame.sheet
    room = room_on(sheet)
    part = part_of(rows, replace(frame, below=8), lang, is_heading=lambda row: row.cell is None)
    rows = part.rows
    found = [row for row in rows if row.cell is not None]
    marks = scatter_trace(
        x=[row.at(row.cell.value) for row in found],
        y=[row.span for row in found],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 13,
            "color": sheet.colours.series[1],
            "line": {"width": 1.5, "color": sheet.colours.paper},
        },
        customdata=[evidence_of(row.cell) for row in found],
        hovertext=[
            f"{hover_of(row.cell, lang, sheet)}<br>{standing_label(row.cell, sheet.width - HOVER_EDGES, lang)}" for row in found
        ],
        hoverinfo="text",
        cliponaxis=False,
        name="focus",
    )
    plot = Plot(
        [marks], {"showlegend": False, "shapes": [shape for row in found if not row.is_same for shape in _spans(row, sheet)]}
    )
    hidden = {"visible": False, "fixedrange": True}
    plot.set_axes({"range": [0, 1], **hidden}, {"range": list(part.range), **hidden})
    labels = [label for row in rows for label in labels_of(row, room, sheet, lang)]
    return put_in_frame(plot, replace(part.frame, left=room.left, right=room.right, labels=labels))


def _spans(row: Row, sheet: Sheet) -> list[dict[str, Any]]:
    """The span of the peers as a line, their middle half as a bar, their median as a stroke (a band where it is open), and the
    interval of the place's own figure."""
    cell, colours = row.cell, sheet.colours
    found = [_bar(row, cell.least, cell.most, 1, colours.grey)]
    if not pd.isna(cell.lower_low):
        found.append(_bar(row, cell.lower_low, cell.upper_high, 7, colours.cells[VALUE][0]))
    open_median = cell.median_high > cell.median_low
    found.append(_bar(row, cell.median_low, cell.median_high, HALF, colours.muted if open_median else colours.ink, least=0.004))
    if cell.high > cell.low:
        found.append(_bar(row, cell.low, cell.high, 2, colours.series[1]))
    return found


def _bar(row: Row, low: float, high: float, half: float, colour: str, *, least: float = 0.0) -> dict[str, Any]:
    first, last = row.at(low), row.at(high)
    if last - first < least:
        middle = (first + last) / 2
        first, last = middle - least / 2, middle + least / 2
    across = {"x0": first, "x1": last, "y0": row.span - half, "y1": row.span + half}
    return {"type": "rect", "line": {"width": 0}, "fillcolor": colour, "layer": "below", **across}


def _notes(tables: Tables, held: pd.DataFrame, drawn: pd.DataFrame, lang: str) -> list[str]:
    """Figures of the place that too few peers give; and what peers report and it does not, by cause."""
    alone = held[has_value(held) & (held["n"] < FEWEST_FOR_MEDIAN)]
    listed = [f"{name_of_indicator(tables, row.indicator, lang)} {row.text}" for row in rows_of(alone)]
    few = FEWEST_FOR_MEDIAN
    notes: list[str] = []
    if listed:
        notes.append(
            Listing(lambda most: WORDS.say("spine_alone", lang, n=few, names=join_names(listed, max(1, most), lang)), NAMES)
        )
    # What at least half of the peers give and the place does not is told with its cause.
    silent = held[~has_value(held) & (held["n"] * 2 >= held["N"].clip(lower=1))]
    by_cause: dict[str, list[str]] = {str(cause): [] for cause in BlankCause}
    for row in rows_of(silent[["indicator", "state", "n", "N"]]):
        name = name_of_indicator(tables, row.indicator, lang)
        by_cause[row.state].append(WORDS.say("spine_given_by", lang, name=name, n=row.n, N=row.N))

    def silent_line(most: int) -> str:
        parts = [
            WORDS.say("spine_cause", lang, cause=SHARED.say(f"cause.{cause}", lang), names=join_names(names, max(1, most), lang))
            for cause, names in by_cause.items()
            if names
        ]
        return WORDS.say("spine_silent", lang) + WORDS.say("list_semicolon", lang).join(parts)

    return [*notes, Listing(silent_line, NAMES)] if any(by_cause.values()) else notes
