"""One indicator in two years → a line from left to right for each place with a value in both, named at its ends.

The two years are chosen as for the dumbbell (panel/pairs.py), and who lacks either is listed with the cause. A bound is drawn as
the interval it is. Labels that would lie on each other are moved apart, with a thin line to their point. Changes of rates are in
points, of counts in percent; two figures of different bases or scopes are joined by a dashed line, and no difference is given.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import plotly.graph_objects as go

from charts._alt import pairs_alt
from charts._cells import told
from charts._ends import LINE, ends_of, height_of, leads_of, right_of
from charts._lines import Line, intervals_of, open_ends_of, trace_of
from charts._pairs import Between, change_words, open_between, unlike_notes
from charts._parts import settled, split
from charts._plot import Plot, Trace
from charts._style import Frame, Sheet, put_in_frame
from charts._tables import pairs_table
from charts._text import escape, to_label, widest, width_of, wrap
from charts._tokens import BOLD, EDGE, LABEL_SIZE, WIDTH
from charts._words import WORDS
from panel.build import Tables
from panel.pairs import Pair
from panel.selection import Selection, over_years

TITLE = {"zh": "斜线图", "en": "Slope"}
ORDER = 6
# The figures that it draws, as rows and columns.
table = pairs_table

TOLD = ("mixed_levels", "flows", "mixed_bases", "grade_C", "no_direction")
MINOR = ("bounds", "implied", "computed", "small_base", "scopes", "several_reports", "grade_B")
MOST_LINES = 30
# Pixels: the least height of the plot, and above the plot for the years.
LEAST_HEIGHT, YEARS = 300, 26
# The most pixels of a label, and its most share of the sheet; below WIDE the places are named at the right alone. The lines from
# points to labels take such a share of what is between the labels, and so many pixels at least and at most.
LABEL_WIDTH, SHARE, WIDE = 250, 0.34, 560
LEADER, LEAST_LEADER, MOST_LEADER = 0.14, 16, 40
# The least that the height of the plot stands for: points of a rate, a share of the largest count.
LEAST_POINTS, LEAST_SHARE = 2.0, 0.1


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
    """The slopes of the selection's one indicator between two years; words alone where there is nothing to draw. `made` is
    today if None."""
    selection = over_years(selection)
    begun = open_between(
        tables, selection, TITLE, "slope", lang=lang, made=made, width=width, dark=dark, height=height, part=part
    )
    if not isinstance(begun, Between):
        return begun
    opening, pairs = begun.opening, begun.pairs
    subtitle = [opening.scope, *begun.reading, *told(begun.found, TOLD, lang)]
    if len(pairs) > MOST_LINES:
        subtitle.append(WORDS.say("too_many_slopes", lang, n=len(pairs), shown=MOST_LINES))
    drawn = pairs[:MOST_LINES]
    notes = [*opening.absent, *unlike_notes(pairs, lang), *_notes(drawn, told(begun.found, MINOR, lang), lang)]
    alt = pairs_alt("slope", opening.title, opening.scope, pairs, opening.held, lang)
    frame = Frame(opening.title, subtitle, notes, opening.footer, sheet=opening.sheet, alt=alt)
    return _figure(drawn, begun.years, frame, lang)


def _notes(pairs: Sequence[Pair], minor: Sequence[str], lang: str) -> list[str]:
    sentences = []
    if not all(pair.is_alike for pair in pairs):
        sentences.append(WORDS.say("slope_dashed", lang))
    if any(cell.low < cell.high for pair in pairs for cell in (pair.then, pair.now)):
        sentences.append(WORDS.say("intervals", lang))
    sentences += minor
    return [WORDS.say("notes", lang) + (" " if lang == "en" else "").join(sentences)] if sentences else []


def _figure(every: Sequence[Pair], years: tuple[int, int], frame: Frame, lang: str) -> go.Figure:
    sheet = frame.sheet
    # All parts of a slope have one scale.
    bottom, top = _span(every)
    most = min(LABEL_WIDTH, SHARE * sheet.width)
    named = [(pair, to_label(_then(pair, sheet, lang), most, LABEL_SIZE), _now(pair, most, sheet, lang)) for pair in every]
    frame = replace(frame, above=YEARS, below=8)
    if sheet.height is not None:
        found = split([max(height_of(then), height_of(now.text)) for _, then, now in named], frame, lang)
        named, frame = [named[at] for at in found.rows], found.frame
    pairs = [pair for pair, _, _ in named]
    texts = [[then for _, then, _ in named], [now.text for _, _, now in named]]
    lines = [Line(pair.place, years, (pair.then, pair.now)) for pair in pairs]
    needed = [sum(height_of(text) for text in side) for side in texts]
    values = {cell.value for pair in every for cell in (pair.then, pair.now)}
    frame = settled(replace(frame, plot_height=LEAST_HEIGHT if len(values) > 1 else 3 * LINE), lang)
    height = max(round(max(needed)), frame.plot_height)
    # The outermost points stand half a label inside, so that their labels need not move.
    pad = (top - bottom) * LINE / (height - 2 * LINE)
    reach = (bottom - pad, top + pad)
    # Of equal values the one whose other end is higher stands above.
    points = [[pair.then.value for pair in pairs], [pair.now.value for pair in pairs]]
    then = ends_of(texts[0], points[0], points[1], reach, height)
    now = ends_of(texts[1], points[1], points[0], reach, height)
    left = EDGE + 10 + widest(texts[0], LABEL_SIZE)
    right = EDGE + 10 + max(now.width for _, _, now in named)
    across = sheet.width - left - right
    leader = min(MOST_LEADER, max(LEAST_LEADER, round(LEADER * across)))
    aside = (years[1] - years[0]) * leader / max(1, across - 2 * leader)
    marks = [*intervals_of(lines, sheet), *_traces(pairs, lines, sheet, lang)]
    marks += open_ends_of(lines, (top - bottom) * 0.05, sheet)
    leads = leads_of(then, [years[0]] * len(then), years[0], years[0] - aside, reach, height, sheet)
    leads += leads_of(now, [years[1]] * len(now), years[1], years[1] + aside, reach, height, sheet)
    plot = Plot(marks, {"showlegend": False, "shapes": leads})
    level = {
        "range": [years[0] - aside, years[1] + aside],
        "side": "top",
        "tickvals": list(years),
        "ticktext": [f"<b>{year}</b>" for year in years],
        "zeroline": False,
    }
    names = {"tickvals": [end.at for end in then], "ticktext": [end.text for end in then]}
    plot.set_axes(level, {"range": list(reach), **names, "showgrid": False, "zeroline": False})
    labels = [right_of(end, sheet.colours.ink) for end in now]
    return put_in_frame(plot, replace(frame, plot_height=height, left=left, right=right, labels=labels))


def _span(pairs: Sequence[Pair]) -> tuple[float, float]:
    """From the least to the most that is drawn; not so narrow that a trifle looks like a great change."""
    told = [cell for pair in pairs for cell in (pair.then, pair.now)]
    low = min(cell.value if math.isinf(cell.low) else cell.low for cell in told)
    high = max(cell.value if math.isinf(cell.high) else cell.high for cell in told)
    short = (LEAST_POINTS if told[0].unit == "%" else max(1.0, LEAST_SHARE * high)) - (high - low)
    return float(low - max(0.0, short) / 2), float(high + max(0.0, short) / 2)


def _then(pair: Pair, sheet: Sheet, lang: str) -> str:
    text = str(pair.then.text)
    return WORDS.say("slope_then", lang, place=pair.place, text=text) if sheet.width >= WIDE else text


@dataclass(frozen=True, slots=True)
class _Label:
    """Plotly text of several faces, and its width in pixels."""

    text: str
    width: int


def _now(pair: Pair, most: float, sheet: Sheet, lang: str) -> _Label:
    """The label at the right: the name, the value, the change in grey; the change on a line of its own where one line of `most`
    pixels has no room for all, and each where it has none for name and value."""
    value, change = str(pair.now.text), change_words(pair, lang)
    grey = WORDS.say("slope_change", lang, change=change) if change else ""
    lines = [(pair.place, f" {value}", grey)]
    if _width(*lines[0]) > most:
        lines = [(pair.place, f" {value}", "")]
        if _width(*lines[0]) > most:
            lines = [(line, "", "") for line in wrap(pair.place, most / BOLD, LABEL_SIZE)]
            lines += [("", line, "") for line in wrap(value, most, LABEL_SIZE)]
        lines += [("", "", line) for line in wrap(grey, most, LABEL_SIZE)]
    muted = sheet.colours.muted

    def face(bold: str, plain: str, grey: str) -> str:
        told = f"<b>{escape(bold)}</b>" if bold else ""
        return told + escape(plain) + (f'<span style="color:{muted}">{escape(grey)}</span>' if grey else "")

    return _Label("<br>".join(face(*line) for line in lines), math.ceil(max(_width(*line) for line in lines)))


def _width(bold: str, plain: str, grey: str) -> float:
    return width_of(bold, LABEL_SIZE * BOLD) + width_of(plain + grey, LABEL_SIZE)


def _traces(pairs: Sequence[Pair], lines: Sequence[Line], sheet: Sheet, lang: str) -> list[Trace]:
    """A line a pair, all in one colour, since their ends are named; dashed and grey where the two are not comparable."""
    traces = []
    # The dashed ones last: under a whole line nothing of them would be seen.
    for pair, line in sorted(zip(pairs, lines, strict=True), key=lambda both: not both[0].is_alike):
        trace = trace_of([line], 0, pair.place, {}, sheet, lang)
        if not pair.is_alike:
            colour = sheet.colours.muted
            trace["line"] |= {"dash": "dash", "color": colour}
            trace["marker"] |= {"color": colour}
        traces.append(trace)
    return traces
