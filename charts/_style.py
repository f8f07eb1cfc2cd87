"""A bare figure → one that carries its own truth: title, unit, counts, notes, source, date, catalogue, standing sentence.

Everything stands inside the picture at fixed pixels, so that a screenshot or an export loses nothing; texts are broken for the
width of the sheet that the figure is drawn on, so that none is cut on a page or a phone. Where the page makes the figure wider,
its plot grows and the texts stay.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._colours import DARK, LIGHT, Colours
from charts._text import escape, wrap
from charts._words import WORDS
from panel.build import Tables
from panel.display import format_value
from panel.schema import rows_of
from panel.selection import Selection, reports_of
from panel.standing import standing_of

FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif'
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "cross", "triangle-down", "star", "pentagon", "hexagon")

WIDTH = 1000
# Nothing is drawn narrower: the least window of a phone.
LEAST_WIDTH = 300
EDGE = 16
TITLE_SIZE, SUBTITLE_SIZE, NOTE_SIZE, LABEL_SIZE = 20, 14, 12, 13
LEADING, GAP = 1.4, 6
SOURCES_SHOWN = 12
# A bold letter is this much wider than a plain one.
BOLD = 1.08


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a figure is drawn on: `width` pixels in the colours of a theme; `mark` is what every title on it begins with."""

    width: int = WIDTH
    colours: Colours = LIGHT
    mark: str = ""

    @property
    def text_width(self) -> int:
        """The pixels that a line of text may take."""
        return self.width - 2 * EDGE


def sheet_of(width: int, *, dark: bool, mark: str = "") -> Sheet:
    """The sheet that a chart is asked for."""
    return Sheet(max(width, LEAST_WIDTH), DARK if dark else LIGHT, mark)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a plot: the texts, and the pixels that the plot and its axes' labels need.

    `labels` are annotations of the plot itself: plotly sets many at once far faster than one by one. A figure whose plot needs
    more than the sheet's width has a `width` of its own; its texts keep to the sheet's.
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
    sheet: Sheet = field(default_factory=Sheet)
    width: int | None = None
    labels: Sequence[Mapping[str, object]] = ()


def put_in_frame(figure: go.Figure, frame: Frame) -> go.Figure:
    """The figure with the frame's texts around its plot and its size set; returns the same figure."""
    colours, across = frame.sheet.colours, frame.sheet.text_width
    head = [
        _lines([frame.sheet.mark + frame.title], across, TITLE_SIZE, colours.ink, bold=True),
        _lines(frame.subtitle, across, SUBTITLE_SIZE, colours.ink),
    ]
    foot = [_lines(frame.notes, across, NOTE_SIZE, colours.ink), _lines(frame.footer, across, NOTE_SIZE, colours.muted)]
    foot = [block for block in foot if block.count]
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
        width=frame.width or frame.sheet.width,
        height=top + frame.plot_height + bottom,
        margin={"l": frame.left, "r": frame.right, "t": top, "b": bottom, "autoexpand": False},
        font={"family": FONT, "size": LABEL_SIZE, "color": colours.ink},
        hoverlabel={
            "font": {"family": FONT, "size": LABEL_SIZE, "color": colours.ink},
            "align": "left",
            "bgcolor": colours.paper,
            "bordercolor": colours.muted,
        },
        paper_bgcolor=colours.paper,
        plot_bgcolor=colours.paper,
        # An empty title keeps plotly from showing "undefined" where a page sets a theme of its own.
        title={"text": ""},
        annotations=[*texts, *frame.labels],
    )
    lines = {"gridcolor": colours.rule, "zerolinecolor": colours.ink, "ticks": ""}
    figure.update_xaxes(lines)
    figure.update_yaxes(lines)
    return figure


def footer_of(tables: Tables, selection: Selection, *, lang: str, made: date | None) -> list[str]:
    """Source, date, catalogue and the standing sentence; `made` is today where it is None."""
    reports = reports_of(tables, selection)
    names = join_names(places_with_years(reports, SOURCES_SHOWN), SOURCES_SHOWN, lang)
    source = WORDS.say("source", lang, n=len(reports), names=names) if names else WORDS.say("source_none", lang)
    day = (made or date.today()).isoformat()
    return [source, WORDS.say("made", lang, date=day, stamp=tables.catalog.stamp), standing_of(tables, lang)]


def name_of(place: str, year: Any, lang: str) -> str:
    """A place with its year: 泗门镇 2022; the bare place where the year is missing."""
    return place if pd.isna(year) else WORDS.say("label_year", lang, place=place, year=int(year))


def places_with_years(rows: pd.DataFrame, most: int | None = None) -> list[str]:
    """Each place of these rows once, with its years: 甲镇 2015–2017/2019; where `most` is given, one place beyond it at
    most."""
    years: dict[str, set[int]] = {}
    if most is not None:
        rows = rows[rows["place"].isin(rows["place"].drop_duplicates().head(most + 1))]
    for row in rows_of(rows[["place", "year"]]):
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


def axis_ticks(top: float, unit: str, lang: str, *, bottom: float = 0.0, most: int = 5) -> dict[str, Any]:
    """Round ticks from `bottom` to `top`, at most `most` steps of them, as axis settings: whole numbers for counts, % at the
    numbers of a rate."""
    step = 10.0 ** math.floor(math.log10((top - bottom) / most))
    step = next(step * factor for factor in (1, 2, 5, 10) if (top - bottom) / (step * factor) <= most)
    if unit != "%":
        step = max(step, 1.0)
    first, last = math.ceil(bottom / step - 1e-9), math.floor(top / step + 1e-9)
    values = [round(count * step, 6) for count in range(first, last + 1)]
    texts = [format_value(value, "exact", unit, lang) for value in values]
    return {"tickvals": values, "ticktext": texts}


def value_axis(found: Sequence[Any]) -> tuple[float, float]:
    """From where to where the values of these cells are drawn as marks, which, unlike bars, need no zero: from zero unless all
    lie far above it."""
    low = min(cell.value if math.isinf(cell.low) else cell.low for cell in found)
    high = max(cell.value if math.isinf(cell.high) else cell.high for cell in found)
    bottom = 0.0 if low <= high / 2 else max(0.0, low - max((high - low) * 0.2, high * 0.01))
    return bottom, high if high > bottom else bottom + 1


def words_only(
    title: str, sentences: Sequence[str], footer: Sequence[str], notes: Sequence[str] = (), *, sheet: Sheet | None = None
) -> go.Figure:
    """A figure without a plot: what is missing and what to choose, in words."""
    figure = go.Figure()
    figure.update_xaxes(visible=False, range=[0, 1], fixedrange=True)
    figure.update_yaxes(visible=False, range=[0, 1], fixedrange=True)
    frame = Frame(title, subtitle=sentences, notes=notes, footer=footer, plot_height=20, sheet=sheet or Sheet())
    return put_in_frame(figure, frame)


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


def _lines(texts: Sequence[str], width: int, size: int, colour: str, *, bold: bool = False) -> _Block:
    lines = [escape(line) for text in texts for line in wrap(text, width, size * BOLD if bold else size)]
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


def margin_label(text: str, y: float, left: int, colours: Colours, *, size: int = LABEL_SIZE) -> dict[str, object]:
    """Plotly text as an annotation that begins at the picture's left edge, at `y` of the vertical axis."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": EDGE - left, "y": y, "align": "left"}
    return {"text": text, "showarrow": False, "bgcolor": colours.paper, "font": {"size": size, "color": colours.ink}, **place}
