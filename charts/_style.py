"""A bare figure → one that carries its own truth: title, unit, counts, notes, source, date, catalogue, standing sentence.

Everything stands inside the picture at fixed pixels, so that a screenshot or an export loses nothing. Colours are from the
palette of Okabe and Ito, which readers with any kind of colour vision can tell apart; none means good or bad.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._text import escape, wrap
from charts._words import WORDS
from panel.build import Tables
from panel.display import format_value
from panel.schema import rows_of
from panel.selection import Selection, reports_of
from panel.words import WORDS as SHARED

FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif'
INK, MUTED, RULE, PAPER = "#1F2933", "#52606D", "#D5DAE0", "#FFFFFF"
BLUE = "#0072B2"
SERIES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F6A00", "#5D3A9B", "#A0522D")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "cross", "triangle-down", "star", "pentagon", "hexagon")

WIDTH = 1000
EDGE = 20
# Lines of text are broken for this width, so that they also fit the narrower page of a laptop.
TEXT_WIDTH = 840
TITLE_SIZE, SUBTITLE_SIZE, NOTE_SIZE, LABEL_SIZE = 20, 14, 12, 13
LEADING, GAP = 1.4, 6
SOURCES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a plot: the texts, and the pixels that the plot and its axes' labels need.

    `labels` are annotations of the plot itself: plotly sets many at once far faster than one by one.
    """

    title: str
    subtitle: Sequence[str] = ()
    notes: Sequence[str] = ()
    footer: Sequence[str] = ()
    plot_height: int = 200
    left: int = EDGE
    right: int = EDGE
    above: int = 0
    below: int = 0
    width: int = WIDTH
    labels: Sequence[Mapping[str, object]] = ()


def put_in_frame(figure: go.Figure, frame: Frame) -> go.Figure:
    """The figure with the frame's texts around its plot and its size set; returns the same figure."""
    head = [_lines([frame.title], TITLE_SIZE, INK, bold=True), _lines(frame.subtitle, SUBTITLE_SIZE, INK)]
    foot = [block for block in (_lines(frame.notes, NOTE_SIZE, INK), _lines(frame.footer, NOTE_SIZE, MUTED)) if block.count]
    top = EDGE + sum(block.height for block in head) + frame.above + 8
    bottom = frame.below + sum(block.height + GAP for block in foot) + EDGE
    texts = []
    offset = top - EDGE
    for block in [block for block in head if block.count]:
        texts.append(_text(block, frame, y=1, shift=offset))
        offset -= block.height
    offset = -frame.below
    for block in foot:
        texts.append(_text(block, frame, y=0, shift=offset - GAP))
        offset -= block.height + GAP
    figure.update_layout(
        width=frame.width,
        height=top + frame.plot_height + bottom,
        margin={"l": frame.left, "r": frame.right, "t": top, "b": bottom, "autoexpand": False},
        font={"family": FONT, "size": LABEL_SIZE, "color": INK},
        hoverlabel={"font": {"family": FONT, "size": LABEL_SIZE}, "align": "left"},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        # An empty title keeps plotly from showing "undefined" where a page sets a theme of its own.
        title={"text": ""},
        annotations=[*texts, *frame.labels],
    )
    return figure


def footer_of(tables: Tables, selection: Selection, *, lang: str, made: date | None) -> list[str]:
    """Source, date, catalogue and the standing sentence; `made` is today where it is None."""
    reports = reports_of(tables, selection)
    names = join_names(places_with_years(reports), SOURCES_SHOWN, lang)
    source = WORDS.say("source", lang, n=len(reports), names=names) if names else WORDS.say("source_none", lang)
    day = (made or date.today()).isoformat()
    return [source, WORDS.say("made", lang, date=day, stamp=tables.catalog.stamp), SHARED.say("standing", lang)]


def name_of(place: str, year: Any, lang: str) -> str:
    """A place with its year: 泗门镇 2022; the bare place where the year is missing."""
    return place if pd.isna(year) else WORDS.say("label_year", lang, place=place, year=int(year))


def places_with_years(rows: pd.DataFrame) -> list[str]:
    """Each place of these rows once, with its years: 甲镇 2015–2017/2019."""
    years: dict[str, set[int]] = {}
    for row in rows_of(rows):
        years.setdefault(row.place, set()).update([] if pd.isna(row.year) else [int(row.year)])
    return [f"{place} {_ranges(sorted(found))}".rstrip() for place, found in years.items()]


def join_names(names: Sequence[str], most: int, lang: str) -> str:
    """The names as a list in the language, cut after `most` with a word that says so."""
    return WORDS.say("list_comma", lang).join(names[:most]) + (WORDS.say("and_more", lang) if len(names) > most else "")


def _ranges(years: Sequence[int]) -> str:
    """Years as runs: 2015–2017/2019."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "/".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def axis_ticks(top: float, unit: str, lang: str, *, bottom: float = 0.0) -> dict[str, Any]:
    """About five round ticks from `bottom` to `top` as axis settings: whole numbers for counts, % at the numbers of a rate."""
    step = 10.0 ** math.floor(math.log10((top - bottom) / 4))
    step = next(step * factor for factor in (1, 2, 5, 10) if (top - bottom) / (step * factor) <= 5)
    if unit != "%":
        step = max(step, 1.0)
    first, last = math.ceil(bottom / step - 1e-9), math.floor(top / step + 1e-9)
    values = [round(count * step, 6) for count in range(first, last + 1)]
    texts = [format_value(value, "exact", unit, lang) for value in values]
    return {"tickvals": values, "ticktext": texts, "gridcolor": RULE}


def words_only(title: str, sentences: Sequence[str], footer: Sequence[str], notes: Sequence[str] = ()) -> go.Figure:
    """A figure without a plot: what is missing and what to choose, in words."""
    figure = go.Figure()
    figure.update_xaxes(visible=False, range=[0, 1], fixedrange=True)
    figure.update_yaxes(visible=False, range=[0, 1], fixedrange=True)
    return put_in_frame(figure, Frame(title, subtitle=sentences, notes=notes, footer=footer, plot_height=20))


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size as a single piece of plotly text."""

    text: str
    count: int
    size: int
    colour: str

    @property
    def height(self) -> int:
        return round(self.count * self.size * LEADING)


def _lines(texts: Sequence[str], size: int, colour: str, *, bold: bool = False) -> _Block:
    lines = [escape(line) for text in texts for line in wrap(text, TEXT_WIDTH, size)]
    if bold:
        lines = [f"<b>{line}</b>" for line in lines]
    return _Block("<br>".join(lines), len(lines), size, colour)


def _text(block: _Block, frame: Frame, *, y: int, shift: int) -> dict[str, object]:
    """A block as an annotation at the picture's left edge, its top `shift` pixels above the plot's top (y=1) or bottom (y=0)."""
    return {
        "text": block.text,
        "font": {"size": block.size, "color": block.colour, "family": FONT},
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": y,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": EDGE - frame.left,
        "yshift": shift,
        "borderpad": 0,
    }


def margin_label(text: str, y: float, left: int, *, size: int = LABEL_SIZE, colour: str = INK) -> dict[str, object]:
    """Plotly text as an annotation that begins at the picture's left edge, at `y` of the vertical axis."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": EDGE - left, "y": y}
    return {"text": text, "showarrow": False, "bgcolor": PAPER, "font": {"size": size, "color": colour}, **place}
