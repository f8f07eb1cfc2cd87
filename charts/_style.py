"""A bare figure → one that carries its own truth: title, unit, counts, notes, source, date, catalogue, standing sentence.

Everything stands inside the picture at fixed pixels, so that a screenshot or an export loses nothing; texts are broken for the
width of the sheet that the figure is drawn on, so that none is cut on a page or a phone. Where the page makes the figure wider,
its plot grows and the texts stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import cut
from charts._blocks import Block, Listing, block_of, join_names, whole
from charts._colours import DARK, LIGHT, Colours
from charts._plot import Plot
from charts._theme import template_of
from charts._tokens import EDGE, FONT, GAP, LABEL_SIZE, LEAST_WIDTH, NOTE_SIZE, SUBTITLE_SIZE, TITLE_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.selection import Selection, reports_of
from panel.standing import standing_of

# How many places the source of a figure names that is copied along, and below a plot on a page.
SOURCES_SHOWN, SOURCES_ON_PAGE = 12, 6
# On a picture of one height: the most of it that the texts above and below the plot take before lists name fewer, how many they
# then name, and one in how many of those the list of sources names.
HEAD_SHARE, FOOT_SHARE, FEWER, OF_SOURCES = 0.28, 0.24, (60, 40, 25, 16, 10, 6, 4, 3, 2, 1, 0), 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a figure is drawn on: `width` pixels in the colours of a theme; `mark` is what every title on it begins with.

    A page has no `height`: a figure is as high as it needs. A slide or a sheet of paper has one, in pixels, and what does not fit
    stands on further parts, of which this is the one of number `part`, from 1.
    """

    width: int = WIDTH
    colours: Colours = LIGHT
    mark: str = ""
    height: int | None = None
    part: int = 1

    @property
    def text_width(self) -> int:
        """The pixels that a line of text may take."""
        return self.width - 2 * EDGE


def sheet_of(width: int, *, dark: bool, mark: str = "", height: int | None = None, part: int = 1) -> Sheet:
    """The sheet that a chart is asked for."""
    return Sheet(max(width, LEAST_WIDTH), DARK if dark else LIGHT, mark, height, part)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a plot: the texts, and the pixels that the plot and its axes' labels need.

    `labels` are annotations of the plot itself: plotly sets many at once far faster than one by one. A figure whose plot needs
    more than the sheet's width has a `width` of its own; its texts keep to the sheet's. `parts` is on how many pictures all
    stands; the last of them has the texts in `words` (subtitle, notes), where there was no room for them beside the plot. `alt`
    says what the figure shows to whoever can't see it.
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
    parts: int = 1
    words: tuple[Sequence[str], Sequence[str]] | None = None
    alt: str = ""


def put_in_frame(plot: Plot, frame: Frame) -> go.Figure:
    """The figure of a plot with the frame's texts around it and its size set.

    Its layout's `meta` says of how many parts it is one, what it shows to whoever can't see it (`alt`), its title, its lines
    above and below the plot unbroken and with all their names (`notes`), and its footer (`source`). On a sheet with a height the
    texts below stand at its end.
    """
    if frame.words is not None and frame.sheet.part >= frame.parts:
        subtitle, notes = frame.words
        own = Frame(frame.title, subtitle, notes, frame.footer, 20, sheet=frame.sheet, parts=frame.parts, alt=frame.alt)
        return put_in_frame(_blank(), own)
    head, foot = _head(frame), _foot(frame)
    top, bottom = _around(frame, head, foot)
    free = 0 if frame.sheet.height is None else max(0, frame.sheet.height - top - frame.plot_height - bottom)
    texts = []
    offset = top - EDGE
    for block in head:
        texts.append(_text(block, frame, y=1, shift=offset))
        offset -= block.height
    offset = -frame.below - free
    for block in foot:
        texts.append(_text(block, frame, y=0, shift=offset - GAP))
        offset -= block.height + GAP
    bottom += free
    plot.layout.update(
        width=frame.width or frame.sheet.width,
        height=top + frame.plot_height + bottom,
        margin={"l": frame.left, "r": frame.right, "t": top, "b": bottom, "autoexpand": False},
        template=template_of(frame.sheet.colours),
        # An empty title keeps plotly from showing "undefined" where a page sets a theme of its own.
        title={"text": ""},
        meta={
            "parts": frame.parts,
            "alt": cut(frame.sheet.mark + frame.alt),
            "title": frame.title,
            "mark": frame.sheet.mark,
            "told": list(map(str, frame.subtitle)),
            "notes": [whole(line) for line in (*frame.subtitle, *frame.notes) if line],
            "source": list(map(str, frame.footer)),
        },
        annotations=[*texts, *frame.labels],
    )
    return plot.figure()


def room_of(frame: Frame) -> int:
    """The pixels of height that the frame's texts and axes leave for the plot on a sheet with a height."""
    return (frame.sheet.height or 0) - sum(_around(frame, _head(frame), _foot(frame)))


def _around(frame: Frame, head: Sequence[Block], foot: Sequence[Block]) -> tuple[int, int]:
    """The pixels above the plot and below it."""
    top = EDGE + sum(block.height for block in head) + frame.above + 8
    return top, frame.below + sum(block.height + GAP for block in foot) + EDGE


def _head(frame: Frame) -> list[Block]:
    """Title and subtitle; on a sheet with a height the lists in it name as many as fit."""
    colours, across = frame.sheet.colours, frame.sheet.text_width
    title = block_of([frame.sheet.mark + frame.title], across, TITLE_SIZE, colours.ink, bold=True)
    told = block_of(frame.subtitle, across, SUBTITLE_SIZE, colours.ink)
    for most in FEWER if frame.sheet.height is not None else ():
        told = block_of(_shortened(frame.subtitle, most), across, SUBTITLE_SIZE, colours.ink)
        if title.height + told.height <= HEAD_SHARE * (frame.sheet.height or 0):
            break
    return [block for block in (title, told) if block.count]


def _foot(frame: Frame) -> list[Block]:
    """Notes and footer; on a sheet with a height their lists name as many as fit, and the footer's sentences share lines. On a
    page the source names few, since the plot is what is looked at."""
    colours, across = frame.sheet.colours, frame.sheet.text_width

    def blocks(notes: Sequence[str], footer: Sequence[str]) -> list[Block]:
        found = block_of(notes, across, NOTE_SIZE, colours.ink), block_of(footer, across, NOTE_SIZE, colours.muted)
        return [block for block in found if block.count]

    if frame.sheet.height is None:
        return blocks(frame.notes, _shortened(frame.footer, SOURCES_ON_PAGE))
    for most in FEWER:
        short = [_shortened(frame.notes, most), _shortened(frame.footer, most // OF_SOURCES)]
        found = blocks(short[0], [" · ".join(short[1])] if short[1] else [])
        if sum(block.height for block in found) <= FOOT_SHARE * frame.sheet.height:
            break
    return found


def _shortened(texts: Sequence[str], most: int) -> list[str]:
    return [text.shortened(most) if isinstance(text, Listing) else text for text in texts]


def footer_of(tables: Tables, selection: Selection, *, lang: str, made: date | None, names: int = SOURCES_SHOWN) -> list[str]:
    """Source, date, catalogue and the standing sentence; `made` is today where it is None, `names` how many places the source
    names at most."""
    reports = reports_of(tables, selection)
    places = places_with_years(reports, SOURCES_SHOWN)

    def source(most: int) -> str:
        if not places:
            return WORDS.say("source_none", lang)
        names = join_names(places, most, lang)
        return WORDS.say("source", lang, n=len(reports), names=names) if names else WORDS.say("source_bare", lang, n=len(reports))

    day = (made or date.today()).isoformat()
    return [
        Listing(source, names),
        WORDS.say("made", lang, date=day, stamp=tables.catalog.stamp),
        standing_of(tables, lang),
    ]


def name_of(place: str, year: Any, lang: str) -> str:
    """A place with its year: 泗门镇 2022; the bare place where the year is missing."""
    return place if pd.isna(year) else WORDS.say("label_year", lang, place=place, year=int(year))


def places_with_years(rows: pd.DataFrame, most: int) -> list[str]:
    """Each place of these rows once, with its years: 甲镇 2015–2017/2019; those after the first `most`, which a list only
    counts, without."""
    codes, places = pd.factorize(rows["place"].to_numpy(dtype=object))
    named = codes < most
    years: list[set[int]] = [set() for _ in places[:most]]
    for at, year in zip(codes[named].tolist(), rows["year"].array[named], strict=True):
        if not pd.isna(year):
            years[at].add(int(year))
    return [*(f"{place} {_ranges(sorted(of))}".rstrip() for place, of in zip(places[:most], years, strict=True)), *places[most:]]


def _ranges(years: Sequence[int]) -> str:
    """Years as runs: 2015–2017/2019."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "/".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def words_only(
    title: str, sentences: Sequence[str], footer: Sequence[str], notes: Sequence[str] = (), *, sheet: Sheet | None = None
) -> go.Figure:
    """A figure without a plot: what is missing and what to choose, in words."""
    told = cut(" ".join(line for line in (title, *sentences) if line))
    frame = Frame(title, subtitle=sentences, notes=notes, footer=footer, plot_height=20, sheet=sheet or Sheet(), alt=told)
    return put_in_frame(_blank(), frame)


def _blank() -> Plot:
    hidden = {"visible": False, "range": [0, 1], "fixedrange": True}
    return Plot(layout={"xaxis": hidden, "yaxis": dict(hidden)})


def _text(block: Block, frame: Frame, *, y: int, shift: int) -> dict[str, object]:
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
