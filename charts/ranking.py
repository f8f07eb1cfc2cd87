"""One indicator → horizontal bars from zero, one a place, best first where a ranking is sound and unranked where it is not.

Ranks are printed for one year and within one level only, as ranges where bounds leave them open, and not at all while a
caveat forbids them (panel/caveats.py): then the figure says why. Several years give one bar a place and year, in no rank.
A bound is drawn as one: plain up to what is sure, hatched to the other end of its interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import plotly.graph_objects as go

from charts._alt import values_alt
from charts._axis import axis_ticks
from charts._cells import (
    elsewhere_line,
    evidence_of,
    hover_of,
    told,
)
from charts._groups import heading_of, say_heading
from charts._opening import open_chart, say_nothing
from charts._parts import Part, part_of
from charts._plot import Plot, Trace, bar_trace, rows_axis, scatter_trace
from charts._style import Frame, Sheet, margin_label, name_of, put_in_frame
from charts._tables import ranked_table
from charts._text import lines_in, to_label, widest, width_of
from charts._tokens import BOLD, EDGE, LABEL_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.caveats import Caveat, caveats
from panel.compare import has_value
from panel.display import format_value
from panel.ranks import LIKE, is_of_one_year, rank
from panel.schema import rows_of
from panel.selection import Selection
from panel.words import WORDS as SHARED

TITLE = {"zh": "排名", "en": "Ranking"}
ORDER = 1
# The figures that it draws, as rows and columns.
table = ranked_table

GRAVE = (
    *("mixed_levels", "mixed_years", "borrowed", "flows", "few_values", "ceiling", "low_coverage"),
    *("mixed_bases", "bases_together", "scopes_together", "grade_C", "no_direction"),
)
MINOR = ("bounds", "implied", "computed", "small_base", "scopes", "several_reports", "unknown_years", "grade_B")
# More rows than this are no picture any more.
MOST_BARS = 120
# The most pixels of a place's name, and the most of a narrow sheet that it and the words beside a bar may each take.
LABEL_WIDTH, SHARE = 200, 0.3
# Pixels of a row of one line, its bar, a line of its words and what stands around these; the same of rows that stand close.
ROW, THICKNESS, LINE, PADDING = 28, 18, 18, 8
CLOSE_ROW, CLOSE_PADDING = 22, 4
# How much of the axis an end without a limit is drawn beyond what is sure.
OPEN_END = 0.08
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class _Bar:
    """One row of the figure: a cell with its label and the rank to print ("" for none); a heading has no cell.

    `beside` is what stands at the bar's end; `y` and `height` are the row's middle and height in pixels from the top: all set,
    and the label broken into lines, by _stacked.
    """

    label: str
    cell: Any = None
    rank: str = ""
    beside: str = ""
    y: float = 0.0
    height: float = 0.0


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
    """The ranking of the selection's one indicator; words alone where there is nothing to draw. `made` is today if None."""
    opening = open_chart(
        tables, selection, TITLE, "ranking_title", lang=lang, made=made, width=width, dark=dark, height=height, part=part
    )
    if isinstance(opening, go.Figure):
        return opening
    held, sheet = opening.held, opening.sheet
    if not opening.has_values:
        return opening.words_alone(say_nothing(tables, selection, opening, lang))
    found = caveats(tables, selection)
    bars = list(_bars(tables, selection, held, found, lang))
    subtitle = [opening.scope, *told(found, GRAVE, lang)]
    if len(bars) > MOST_BARS:
        values = int(has_value(held).sum())
        bars = bars[:MOST_BARS]
        subtitle.append(WORDS.say("too_many_bars", lang, n=values, shown=sum(bar.cell is not None for bar in bars)))
    if any(caveat.code == "few_values" for caveat in found):
        subtitle.append(elsewhere_line(tables, selection, lang))
    notes = [*opening.absent, *_notes(held, found, lang)]
    alt = values_alt("ranking", opening.title, opening.scope, held, lang, with_year=opening.with_year)
    frame = Frame(opening.title, subtitle, notes, opening.footer, sheet=sheet, alt=alt)
    return _figure(_stacked(bars, sheet, lang), frame, lang)


def _bars(tables: Tables, selection: Selection, held: Any, found: Sequence[Caveat], lang: str) -> Iterator[_Bar]:
    """The rows from top to bottom: a heading for each level or group of like figures where there are several, then its bars."""
    one_year = is_of_one_year(held)
    ranked = one_year and not any(caveat.forbids_ranks for caveat in found)
    in_order = one_year and all(caveat.code != "ceiling" for caveat in found)
    rows = rank(tables, selection, lang=lang) if in_order else held[has_value(held)]
    headed: tuple[str, ...] | None = None
    groups = rows[["level", *LIKE]].drop_duplicates()
    several = len({heading_of(row, selection, lang, of_groups=in_order) for row in rows_of(groups)}) > 1
    # One more than are drawn tells that there are more.
    for row in rows_of(rows.head(MOST_BARS + 1)):
        heading = heading_of(row, selection, lang, of_groups=in_order)
        if several and heading != headed:
            headed = heading
            yield _Bar(say_heading(heading, row, held, lang))
        label = row.place if one_year else name_of(row.place, row.year, lang)
        yield _Bar(label, row, _rank_words(row, lang) if ranked and row.n > 1 else "")


def _stacked(bars: Sequence[_Bar], sheet: Sheet, lang: str) -> list[_Bar]:
    """The rows with their words broken into lines and each as high as its words need."""
    stacked = []
    most = SHARE * sheet.width
    for bar in bars:
        if bar.cell is None:
            label, beside = to_label(bar.label, sheet.text_width / BOLD, LABEL_SIZE), ""
        else:
            label, beside = to_label(bar.label, min(LABEL_WIDTH, most), LABEL_SIZE), _beside(bar, most, lang)
        stacked.append(replace(bar, label=label, beside=beside))
    return _piled(stacked, ROW, PADDING)


def _piled(bars: Sequence[_Bar], least: int, padding: int) -> list[_Bar]:
    """The rows one below another, each `least` pixels high and `padding` higher than its words."""
    piled, y = [], 0.0
    for bar in bars:
        height = max(least, padding + LINE * lines_in([bar.label, bar.beside]))
        piled.append(replace(bar, y=y + height / 2, height=height))
        y += height
    return piled


def _rank_words(row: Any, lang: str) -> str:
    if row.rank_best != row.rank_worst:
        return WORDS.say("rank_range", lang, best=row.rank_best, worst=row.rank_worst)
    return WORDS.say("rank_shared" if row.shared else "rank", lang, rank=row.rank_best)


def _notes(held: Any, found: Sequence[Caveat], lang: str) -> list[str]:
    sentences = told(found, MINOR, lang)
    valued = held[has_value(held)]
    legend = []
    if (valued["low"] < valued["high"]).any():
        legend.append(WORDS.say("hatched", lang))
    if valued["high"].map(math.isinf).any():
        legend.append(WORDS.say("open_end", lang))
    if legend:
        sentences.insert(0, WORDS.say("list_semicolon", lang).join(legend) + ("。" if lang == "zh" else "."))
    return [WORDS.say("notes", lang) + (" " if lang == "en" else "").join(sentences)] if sentences else []


def _figure(bars: Sequence[_Bar], frame: Frame, lang: str) -> go.Figure:
    sheet = frame.sheet
    # All parts of a ranking have one scale.
    every = [bar.cell for bar in bars if bar.cell is not None]
    part = _part(bars, replace(frame, below=28), lang)
    bars = part.rows
    drawn = [bar for bar in bars if bar.cell is not None]
    left = EDGE + 10 + widest((bar.label for bar in drawn), LABEL_SIZE)
    across = sheet.width - left - EDGE
    top = _top(every)
    reach = top * (1 + OPEN_END) if any(math.isinf(cell.high) for cell in every) else top
    # Room to the right of the longest bar for the longest words beside one.
    room = min(0.8, (widest((bar.beside for bar in drawn), LABEL_SIZE) + 24) / across)
    ticks = _ticks(top, drawn[0].cell.unit, lang, across * (1 - room))
    plot = Plot(_marks(drawn, top, sheet, lang), {"barmode": "overlay", "showlegend": False})
    plot.set_axes({"range": [0, reach / (1 - room)], "zeroline": True, **ticks}, rows_axis(part.range, drawn))
    labels = _labels(bars, top, left, sheet)
    return put_in_frame(plot, replace(part.frame, left=left, labels=labels))


def _part(bars: Sequence[_Bar], frame: Frame, lang: str) -> Part[_Bar]:
    """The rows of a picture; they stand closer where all fit on fewer pictures so: fifteen counties are one slide."""
    loose, close = (
        part_of(rows, frame, lang, is_heading=lambda bar: bar.cell is None)
        for rows in (bars, _piled(bars, CLOSE_ROW, CLOSE_PADDING))
    )
    return close if close.frame.parts < loose.frame.parts else loose


def _ticks(top: float, unit: str, lang: str, room: float) -> dict[str, Any]:
    """The axis's numbers, no more than stand apart in `room` pixels."""
    widest = width_of(format_value(top, "exact", unit, lang), LABEL_SIZE)
    return axis_ticks(top, unit, lang, most=max(1, min(5, int(room / (widest + 10)))))


def _marks(drawn: Sequence[_Bar], top: float, sheet: Sheet, lang: str) -> list[Trace]:
    """Plain bars from zero to what is sure, hatched ones from there to the interval's other end, a stroke at each value."""
    found = [bar.cell for bar in drawn]
    colours = sheet.colours
    common: dict[str, Any] = {
        "y": [bar.y for bar in drawn],
        "customdata": [evidence_of(cell) for cell in found],
        "hovertext": [hover_of(cell, lang, sheet) for cell in found],
        "hoverinfo": "text",
    }
    sure = [max(cell.low, 0.0) for cell in found]
    ends = [_end(cell, top) for cell in found]
    plain = bar_trace(
        x=sure, orientation="h", width=[_thickness(bar) for bar in drawn], marker={"color": colours.bar}, name="sure", **common
    )
    hatched = bar_trace(
        x=[end - start for start, end in zip(sure, ends, strict=True)],
        base=sure,
        orientation="h",
        width=[_thickness(bar) for bar in drawn],
        marker={
            "color": colours.paper,
            "line": {"color": colours.bar, "width": [1 if end > start else 0 for start, end in zip(sure, ends, strict=True)]},
            "pattern": {"shape": "/", "fgcolor": colours.bar, "bgcolor": colours.paper, "size": 6, "solidity": 0.35},
        },
        name="interval",
        **common,
    )
    stroke = {"symbol": "line-ns", "size": min(map(_thickness, drawn)), "line": {"width": 3, "color": colours.ink}}
    values = scatter_trace(
        x=[cell.value for cell in found], mode="markers", marker=stroke, name="value", cliponaxis=False, **common
    )
    open_ended = [bar for bar in drawn if math.isinf(bar.cell.high)]
    arrow = {"symbol": "triangle-right-open", "size": 13, "color": colours.bar, "line": {"width": 2}}
    x, y = [_end(bar.cell, top) for bar in open_ended], [bar.y for bar in open_ended]
    return [plain, hatched, values, scatter_trace(x=x, y=y, mode="markers", marker=arrow, hoverinfo="skip", name="open")]


def _thickness(bar: _Bar) -> float:
    return min(THICKNESS, THICKNESS / ROW * bar.height)


def _labels(bars: Sequence[_Bar], top: float, left: int, sheet: Sheet) -> list[dict[str, object]]:
    """The headings at the left edge, and the words beside each bar's end."""
    values: list[dict[str, object]] = [
        {
            "x": _end(bar.cell, top),
            "y": bar.y,
            "text": bar.beside,
            "showarrow": False,
            "align": "left",
            "xanchor": "left",
            "xshift": 16 if math.isinf(bar.cell.high) else 8,
            "font": {"size": LABEL_SIZE, "color": sheet.colours.ink},
        }
        for bar in bars
        if bar.cell is not None
    ]
    return [margin_label(f"<b>{bar.label}</b>", bar.y, left, sheet.colours) for bar in bars if bar.cell is None] + values


def _beside(bar: _Bar, width: float, lang: str) -> str:
    """The value with its sign, its basis where the report does not state it, and its rank, which stands below where there is
    no room for it beside."""
    cell = bar.cell
    basis = "" if cell.basis == "stated" else WORDS.say("basis", lang, basis=SHARED.say(f"basis.{cell.basis}", lang))
    parts = [part for part in (f"{cell.text}{basis}", bar.rank) if part]
    joined = " · ".join(parts)
    lines = [joined] if width_of(joined, LABEL_SIZE) <= width else parts
    return "<br>".join(to_label(line, width, LABEL_SIZE) for line in lines)


def _top(found: Sequence[Any]) -> float:
    """The largest number to be drawn: 100 for rates, else the largest finite end; 1 where all are zero."""
    if found[0].unit == "%":
        return max(PERCENT, *(float(cell.value) for cell in found))
    return float(max(cell.value if math.isinf(cell.high) else cell.high for cell in found)) or 1.0


def _end(cell: Any, top: float) -> float:
    """Where the drawn bar ends: the interval's upper end, or a little beyond the value where there is no limit."""
    end = cell.value + top * OPEN_END if math.isinf(cell.high) else cell.high
    return float(end)
