"""One rate → a mark a report: its value against the number of cases that it is of, within what chance alone would spread.

Only where the same report tells the base in a way that the catalogue knows (panel/bases.py); the others are listed. The limits
are those of panel/funnel.py: Spiegelhalter 2005, Statistics in Medicine 24:1185, "Funnel plots for comparing institutional
performance". A bound is the interval that it is, enters no pooled rate, and stands beyond a limit only when all of it does. A
mark of a small base is hollow: 100% of three cases is no feat.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import alt_of, range_told
from charts._axis import axis_ticks
from charts._beside import Beside, labels_beside
from charts._blocks import Listing, join_names, on_page
from charts._cells import (
    HOVER_EDGES,
    HOVER_WIDTH,
    NAMES_SHOWN,
    evidence_of,
    hover_of,
    name_of_indicator,
    told,
)
from charts._limits import curves_of, limit_lines, round_sizes
from charts._lines import bars_of
from charts._opening import Opening, open_chart, say_nothing
from charts._parts import settled
from charts._plot import Plot, Trace, scatter_trace
from charts._style import Frame, Sheet, name_of, places_with_years, put_in_frame
from charts._tables import based_table
from charts._text import to_label, width_of
from charts._tokens import EDGE, LABEL_SIZE, NOTE_SIZE, WIDTH
from charts._words import WORDS
from panel.bases import PERCENT, SMALL_BASE, rates_with_bases, with_bases
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import reporting
from panel.display import format_number
from panel.funnel import FEWEST, INNER, Side, limits_at, pooled_rate
from panel.schema import rows_of
from panel.selection import Selection

TITLE = {"zh": "漏斗图", "en": "Funnel"}
ORDER = 8
# The figures that it draws, as rows and columns.
table = based_table

TOLD = ("mixed_levels", "mixed_years", "borrowed", "mixed_bases", "ceiling", "grade_C")
MINOR = ("bounds", "computed", "scopes", "several_reports", "unknown_years", "grade_B")
# The outermost sizes are this much within the axis's ends, as a factor.
MOST_POINTS, PLOT_HEIGHT, SIZE, ROOM = 120, 380, 11, 1.35
SYMBOLS = {Side.INSIDE: "circle", Side.BEYOND: "diamond", Side.FAR: "square", Side.OPEN: "triangle-up"}
OUT = (Side.FAR, Side.BEYOND)


@dataclass(frozen=True, slots=True)
class _Point:
    """A cell with the size of its base, what is called so, and on which side of the limits it stands (None: there are none)."""

    cell: Any
    size: float
    label: str
    side: Side | None


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
    """The funnel of the selection's one rate; words alone where there is nothing to draw. `made` is today if None."""
    opening = open_chart(
        tables, selection, TITLE, "funnel_title", lang=lang, made=made, width=width, dark=dark, height=height, part=part
    )
    if isinstance(opening, go.Figure):
        return opening
    held, sheet = opening.held, opening.sheet
    based = with_bases(tables, held)
    known = based[based["size"].notna()]
    notes = [*opening.absent, *_unknown(based, lang, with_year=opening.with_year)]
    if known.empty:
        return opening.words_alone(_why_nothing(tables, selection, opening, lang), notes)
    found = caveats(tables, selection)
    exact = known[known["qualifier"] == "exact"]
    pooled = pooled_rate(list(exact["value"]), list(exact["size"]))
    points = _points(known, pooled, lang)
    subtitle = [opening.scope, WORDS.say("funnel_drawn", lang, n=len(known), N=len(based)), *_reading(pooled, exact, lang)]
    subtitle += told(found, TOLD, lang)
    if len(points) > MOST_POINTS:
        subtitle.append(WORDS.say("too_many_points", lang, n=len(points), shown=MOST_POINTS))
    minor = told(found, MINOR, lang)
    notes = [*_outside(points, lang), *notes, *([WORDS.say("notes", lang) + _joint(lang).join(minor)] if minor else [])]
    facts = [opening.scope, WORDS.say("funnel_drawn", lang, n=len(known), N=len(based)), *_told_of_limits(points, pooled, lang)]
    alt = alt_of("funnel", opening.title, [*facts, *range_told(known, lang, with_year=opening.with_year)], lang)
    frame = Frame(opening.title, subtitle, notes, opening.footer, sheet=sheet, alt=alt)
    return _figure(points[:MOST_POINTS], pooled, frame, lang)


def _why_nothing(tables: Tables, selection: Selection, opening: Opening, lang: str) -> list[str]:
    """Why there is no point to draw, and the nearest that has some."""
    if tables.catalog.indicators[selection.indicators[0]].unit != PERCENT:
        why = [WORDS.say("funnel_counts", lang, name=opening.name)]
    elif not opening.has_values:
        why = say_nothing(tables, selection, opening, lang)
    else:
        why = [WORDS.say("funnel_none", lang, N=reporting(opening.held)[0])]
    others = rates_with_bases(tables)
    named = [f"{name_of_indicator(tables, rate, lang)} {count}" for rate, count in others.items()]
    return [*why, WORDS.say("funnel_others", lang, names=join_names(named, NAMES_SHOWN, lang)) if named else
            WORDS.say("funnel_nowhere", lang)]  # fmt: skip


def _points(known: pd.DataFrame, pooled: float | None, lang: str) -> list[_Point]:
    """The points, those farthest out first, so that none of them is cut; else in the order of the cells."""
    years = known["year"].nunique(dropna=False) > 1
    points = []
    for cell in rows_of(known):
        side = None if pooled is None else limits_at(round(cell.size), pooled).place(cell.low, cell.high)
        points.append(_Point(cell, float(cell.size), name_of(cell.place, cell.year, lang) if years else cell.place, side))
    order: list[Side | None] = [Side.FAR, Side.BEYOND, Side.OPEN, Side.INSIDE, None]
    return sorted(points, key=lambda point: order.index(point.side))


def _reading(pooled: float | None, exact: pd.DataFrame, lang: str) -> list[str]:
    """How to read the marks and the lines, or why there are no lines."""
    if pooled is None and len(exact) >= FEWEST:
        return [WORDS.say("funnel_flat", lang, value=exact["text"].iloc[0], small=SMALL_BASE)]
    if pooled is None:
        return [WORDS.say("funnel_no_limits", lang, least=FEWEST, small=SMALL_BASE)]
    marks = WORDS.say("funnel_marks", lang, least=SMALL_BASE, points=100 // SMALL_BASE)
    return [WORDS.say("funnel_reading", lang, pooled=f"{format_number(pooled, lang, 1)}%"), marks]


def _told_of_limits(points: Sequence[_Point], pooled: float | None, lang: str) -> list[str]:
    """The pooled rate and how many stand beyond the limits, in words; that there are none."""
    if pooled is None:
        return [WORDS.say("alt.no_limits", lang)]
    beyond, far = (sum(point.side is side for point in points) for side in (Side.BEYOND, Side.FAR))
    told = WORDS.say("alt.pooled", lang, pooled=f"{format_number(pooled, lang, 1)}%")
    return [told, WORDS.say("alt.outside", lang, beyond=beyond, far=far)]


def _outside(points: Sequence[_Point], lang: str) -> list[str]:
    """Who stands beyond the limits, by name with figures, and how many would by chance; no line where there are no limits."""
    if not points or points[0].side is None:
        return []
    lines: list[str] = []
    for side in (Side.FAR, Side.BEYOND):
        names = [_named(point, lang) for point in points if point.side is side]
        if names:
            lines.append(_listing(f"funnel_{side}", names, lang))
    by_chance = format_number(len(points) * (1 - INNER), lang, 1)
    return [*lines, WORDS.say("funnel_chance", lang, n=len(points), by_chance=by_chance), WORDS.say("funnel_method", lang)]


def _named(point: _Point, lang: str) -> str:
    return WORDS.say("funnel_point", lang, place=point.label, text=point.cell.text, base=point.cell.base_words)


def _unknown(based: pd.DataFrame, lang: str, *, with_year: bool) -> list[str]:
    """Who has a value whose base the report does not tell."""
    without = based[based["size"].isna()]
    if without.empty:
        return []
    places = places_with_years(without, NAMES_SHOWN) if with_year else list(without["place"])
    return [on_page(_listing("funnel_unknown", places, lang, n=len(without)))]


def _listing(key: str, names: Sequence[str], lang: str, *, n: int | None = None) -> Listing:
    count = len(names) if n is None else n
    return Listing(lambda most: WORDS.say(key, lang, n=count, names=join_names(names, max(1, most), lang)), NAMES_SHOWN)


def _joint(lang: str) -> str:
    return " " if lang == "en" else ""


def _figure(points: Sequence[_Point], pooled: float | None, frame: Frame, lang: str) -> go.Figure:
    sheet = frame.sheet
    ends = min(point.size for point in points) / ROOM, max(point.size for point in points) * ROOM
    curves = curves_of(ends, pooled)
    # The limits may run out of the plot: those of a single case reach from nought to all.
    bottom = max(0.0, math.floor((min(point.cell.low for point in points) - 5) / 10) * 10.0)
    pad = (100 - bottom) * 0.08
    ticks = axis_ticks(100.0, PERCENT, lang, bottom=bottom)
    left = EDGE + 14 + round(max(width_of(text, LABEL_SIZE) for text in ticks["ticktext"]))
    across = sheet.width - left - EDGE
    reach = (math.log10(ends[0]), math.log10(ends[1]))
    frame = settled(replace(frame, plot_height=PLOT_HEIGHT, left=left, below=48), lang)
    plot = Plot(limit_lines(curves, pooled, ends, sheet), {"showlegend": False})
    intervals = [point for point in points if point.cell.low < point.cell.high]
    plot.add(bars_of([point.cell for point in intervals], [point.size for point in intervals], sheet))
    plot.add([_marks(points, sheet, lang)])
    sizes = round_sizes(ends, across)
    level = {
        "type": "log",
        "range": list(reach),
        "tickvals": sizes,
        "ticktext": [format_number(size, lang) for size in sizes],
        "zeroline": False,
        "showline": True,
        "linecolor": sheet.colours.rule,
    }
    plot.set_axes(level, {"range": [bottom - pad, 100 + pad], "zeroline": False, **ticks})
    axis = {"text": WORDS.say("funnel_axis", lang), "showarrow": False, "xref": "paper", "yref": "paper", "x": 0, "y": 0}
    font = {"size": NOTE_SIZE, "color": sheet.colours.muted}
    labels: list[dict[str, object]] = [{**axis, "xanchor": "left", "yanchor": "top", "yshift": -24, "font": font}]
    labels += labels_beside(_beside(points, reach, (bottom - pad, 100 + pad), (across, frame.plot_height), lang), across, sheet)
    return put_in_frame(plot, replace(frame, labels=labels))


def _marks(points: Sequence[_Point], sheet: Sheet, lang: str) -> Trace:
    """One mark a point, those beyond the limits on top; where several lie on one another the label that opens names them."""
    drawn = list(reversed(points))
    together = _together(points)
    colours = [sheet.colours.series[1] if point.side in OUT else sheet.colours.bar for point in drawn]
    symbols = [SYMBOLS[point.side or Side.INSIDE] + ("-open" if point.size < SMALL_BASE else "") for point in drawn]
    return scatter_trace(
        x=[point.size for point in drawn],
        y=[point.cell.value for point in drawn],
        mode="markers",
        marker={"symbol": symbols, "size": SIZE, "color": colours, "line": {"width": 2, "color": colours}},
        customdata=[evidence_of(point.cell) for point in drawn],
        hovertext=[_hover(point, together[point.size, point.cell.value], sheet, lang) for point in drawn],
        hoverinfo="text",
        cliponaxis=False,
        name="rates",
    )


def _hover(point: _Point, alike: Sequence[_Point], sheet: Sheet, lang: str) -> str:
    lines = [WORDS.say("funnel_base", lang, base=point.cell.base_words)]
    if len(alike) > 1:
        names = join_names([other.label for other in alike], NAMES_SHOWN, lang)
        lines.append(WORDS.say("funnel_together", lang, n=len(alike), names=names))
    width = min(HOVER_WIDTH, sheet.width - HOVER_EDGES)
    return "<br>".join([hover_of(point.cell, lang, sheet), *(to_label(line, width, LABEL_SIZE) for line in lines)])


def _beside(
    points: Sequence[_Point], reach: tuple[float, float], span: tuple[float, float], plot: tuple[float, float], lang: str
) -> list[Beside]:
    """The names of the points beyond the limits, away from the middle, and ×n at marks that lie on one another; `plot` are
    the pixels across and upwards."""
    together = _together(points)

    def beside(point: _Point, text: str, *, above: bool) -> Beside:
        x = (math.log10(point.size) - reach[0]) / (reach[1] - reach[0]) * plot[0]
        y = (span[1] - point.cell.value) / (span[1] - span[0]) * plot[1]
        return Beside(text, x, y, point.cell.value, above)

    low = [point.side in OUT and point.cell.value < 50 + span[0] / 2 for point in points]
    wanted = [beside(point, point.label, above=not below) for point, below in zip(points, low, strict=True) if point.side in OUT]
    for point, below in zip(points, low, strict=True):
        alike = together[point.size, point.cell.value]
        if len(alike) > 1 and alike[0] is point:
            wanted.append(beside(point, WORDS.say("funnel_times", lang, n=len(alike)), above=below))
    return wanted


def _together(points: Sequence[_Point]) -> dict[tuple[float, float], list[_Point]]:
    """The points that lie on one another, by where they lie."""
    places: dict[tuple[float, float], list[_Point]] = {}
    for point in points:
        places.setdefault((point.size, point.cell.value), []).append(point)
    return places
