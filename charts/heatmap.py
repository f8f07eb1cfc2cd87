"""Places × indicators of one year → a grid with the value in every cell, coloured by the place's standing within its own level.

The colour is one hue in four steps, by the quarter of the ranks in which the figure stands (panel/bands.py), and a sign in the
cell says the same. Where ranks are forbidden, or an indicator has no direction, a value has no colour, and the figure says why. A
blank is the code of its cause, never a colour and never a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts._alt import alt_of, blanks_told
from charts._blocks import Listing, join_names
from charts._cells import elsewhere_line, hover_of, level_name, missing_line, name_of_indicator, no_reports, several_levels
from charts._grid import Look, Row, Stack, add_colours, add_words, columns_of, headings, heads_of, legend_of, set_axes
from charts._heat_notes import minor_notes, why_no_colour
from charts._parts import evenly, part_of
from charts._plot import Plot
from charts._style import Frame, Sheet, footer_of, margin_label, put_in_frame, sheet_of, words_only
from charts._tables import unit_of
from charts._tables_wide import QUARTER_SIGNS, quarters_table
from charts._text import escape, lines_in, to_label, widest, width_of
from charts._tokens import BOLD, CELL_SIZE, EDGE, NOTE_SIZE, WIDTH
from charts._words import WORDS
from panel.bands import OPEN, bands
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import VALUE, has_report, has_value, reporting, reports_of, select
from panel.quantiles import QUARTERS
from panel.schema import rows_of, text_or_none
from panel.selection import Selection
from panel.standing import mark_of
from panel.words import WORDS as SHARED

TITLE = {"zh": "热力图", "en": "Heat map"}
ORDER = 8
# The figures that it draws, as rows and columns.
table = quarters_table

# More than these cannot be read any more.
MOST_COLUMNS, MOST_ROWS = 20, 120
NAME_WIDTH, NAME_SHARE = 160, 0.28
# The least and the most pixels of a column, and what a word leaves free beside it.
LEAST_CELL, MOST_CELL, BESIDE = 44, 150, 10
REST_SHOWN, COUNTS = 12, 22
UNDECIDED, PLAIN = "quarter open", "plain"


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
    """The heat map of the selection's indicators (all where it names none) in its year, of several years the latest with a word
    that says so; words alone where there is nothing to draw. `made` is today if None.

    More columns than `width` has room for make the figure wider; its texts still keep to that width.
    """
    sheet = sheet_of(width, dark=dark, mark=mark_of(tables, lang), height=height, part=part)
    footer = footer_of(tables, selection, lang=lang, made=made)
    years = sorted({int(year) for year in reports_of(tables, selection)["year"].dropna()})
    unknown = [indicator for indicator in selection.indicators if indicator not in tables.catalog.indicators]
    obstacle = no_reports(tables, selection, lang)
    if obstacle is None and unknown:
        obstacle = WORDS.say("unknown_indicator", lang, name=WORDS.say("list_comma", lang).join(unknown))
    if obstacle is None and not years:
        obstacle = WORDS.say("heatmap_undated", lang)
    if obstacle is not None:
        return words_only(WORDS.say("heatmap_bare", lang), [obstacle], footer, sheet=sheet)
    chosen = replace(selection, years=(years[-1],))
    every = tuple(dict.fromkeys(selection.indicators)) or _most_given_first(tables, chosen)
    chosen = replace(
        chosen, indicators=_by_theme(tables, every[:MOST_COLUMNS], selection.indicators or tuple(tables.catalog.indicators))
    )
    footer = footer_of(tables, chosen, lang=lang, made=made)
    title = WORDS.say("heatmap_title", lang, year=years[-1])
    held = bands(tables, chosen, lang=lang)
    said = _said(tables, every, years, held, lang)
    notes = minor_notes(tables, chosen, held, lang)
    if not has_value(held).any():
        nothing = WORDS.say("heatmap_nothing", lang, year=years[-1], N=reporting(held)[1] // len(chosen.indicators))
        where = elsewhere_line(tables, replace(chosen, years=selection.years), lang)
        return words_only(title, [*said, nothing, where], footer, list(_absent(tables, held, lang)), sheet=sheet)
    rows = _rows(held, sheet, lang)
    places = held["place"].nunique()
    if places > MOST_ROWS:
        said.append(WORDS.say("heatmap_more_rows", lang, n=places, shown=MOST_ROWS))
    coloured = WORDS.say("alt.coloured", lang, n=int(held["band"].notna().sum()))
    alt = alt_of("heatmap", title, [said[0], coloured, *blanks_told(held["state"].value_counts().to_dict(), lang)], lang)
    return _figure(tables, chosen.indicators, rows, Frame(title, said, notes, footer, sheet=sheet, alt=alt), lang)


def _most_given_first(tables: Tables, selection: Selection) -> tuple[str, ...]:
    """All indicators of the catalogue, first those that most reports of the selection give."""
    counts = select(tables, replace(selection, indicators=()))["indicator"].value_counts()
    return tuple(sorted(tables.catalog.indicators, key=lambda one: -int(counts.get(one, 0))))


def _by_theme(tables: Tables, indicators: Iterable[str], within: Sequence[str]) -> tuple[str, ...]:
    """The indicators in the order of their themes, within a theme in that of `within`."""
    order = {theme: rank for rank, theme in enumerate(tables.catalog.themes)}
    return tuple(sorted(indicators, key=lambda one: (order[tables.catalog.indicators[one].theme], within.index(one))))


def _said(tables: Tables, every: Sequence[str], years: Sequence[int], held: pd.DataFrame, lang: str) -> list[str]:
    """What stands above the grid: counts, the year, how to read it, what is not drawn, which figures have no colour and why."""
    count = held["indicator"].nunique()
    values = int(has_value(held).sum())
    reports = reporting(held)[1] // count
    levels = held["level"][has_report(held)].drop_duplicates()
    about = [WORDS.say("year", lang, year=years[-1]), *([level_name(levels.iloc[0], lang)] if len(levels) == 1 else [])]
    said = [WORDS.say("heatmap_counts", lang, about=" · ".join(about), reports=reports, indicators=count, values=values)]
    if len(years) > 1:
        named = WORDS.say("list_comma", lang).join(map(str, years))
        said.append(WORDS.say("heatmap_one_year", lang, years=named, year=years[-1]))
    if len(levels) > 1:
        said.append(several_levels(levels, lang))
    rest = [name_of_indicator(tables, indicator, lang) for indicator in every[MOST_COLUMNS:]]
    if rest:
        counts = {"n": len(every), "shown": MOST_COLUMNS}
        said.append(
            Listing(
                lambda most: WORDS.say(
                    "heatmap_more_columns", lang, names=join_names(rest, min(REST_SHOWN, max(1, most // 2)), lang), **counts
                ),
                2 * REST_SHOWN,
            )
        )
    if held["band"].notna().any():
        said.append(WORDS.say("heatmap_reading", lang))
    return said + why_no_colour(tables, held, lang)


def _absent(tables: Tables, held: pd.DataFrame, lang: str) -> Iterable[str]:
    """Of a year without any value the places and their causes, indicator by indicator."""
    for indicator_id, own in held.groupby("indicator", sort=False):
        for line in missing_line(own, lang, with_year=False):
            name = name_of_indicator(tables, str(indicator_id), lang)
            yield WORDS.say("heatmap_blank", lang, name=name, missing=line)


def _rows(held: pd.DataFrame, sheet: Sheet, lang: str) -> list[Row]:
    """The places from top to bottom in the order of the slots, under the heading of their level where there are several."""
    by_place: dict[str, list[Any]] = {}
    for cell in rows_of(held.assign(shows=_shown(held))):
        by_place.setdefault(cell.place, []).append(cell)
    shown = list(by_place.items())[:MOST_ROWS]
    several = len({text_or_none(found[0].level) for _, found in shown}) > 1
    most = min(NAME_WIDTH, NAME_SHARE * sheet.width)
    stack = Stack()
    level: object = ""
    for place, found in shown:
        if several and text_or_none(found[0].level) != level:
            level = text_or_none(found[0].level)
            stack.add(to_label(level_name(level, lang), sheet.text_width / BOLD, NOTE_SIZE))
        stack.add(to_label(place, most, NOTE_SIZE), found)
    return stack.rows


def _shown(held: pd.DataFrame) -> list[str]:
    """What each cell shows: a quarter ("quarter 1"), that bounds leave it open, a value without colour, the cause of a blank."""
    quarters = held["band"].to_numpy(dtype="int64", na_value=0)
    valued = [
        f"quarter {quarter}" if quarter else UNDECIDED if why == OPEN else PLAIN
        for quarter, why in zip(quarters, held["why"], strict=True)
    ]
    return [one if state == VALUE else str(state) for one, state in zip(valued, held["state"], strict=True)]


def _looks(sheet: Sheet, lang: str) -> dict[str, Look]:
    """How each state looks: the quarters in their colours, a value without one on paper, all blanks on one ground."""
    colours = sheet.colours
    blank = colours.cells[BlankCause.TERM_ABSENT]
    quarters = {
        f"quarter {one}": Look(WORDS.say(f"quarter.{one}", lang), *colours.quarters[QUARTERS - one]) for one in QUARTER_SIGNS
    }
    causes = {
        str(cause): Look(f"{WORDS.say(f'code.{cause}', lang)} {SHARED.say(f'cause.{cause}', lang)}", *blank)
        for cause in BlankCause
    }
    undecided = Look(WORDS.say("quarter.open", lang), colours.paper, colours.ink)
    plain = Look(WORDS.say("quarter.none", lang), colours.paper, colours.ink)
    return {**quarters, UNDECIDED: undecided, PLAIN: plain, **causes}


def _word(cell: Any, lang: str) -> str:
    """What stands in a cell: the value with its sign, before it the sign of its quarter; or the code of the cause."""
    if cell.state != VALUE:
        return WORDS.say(f"code.{cell.state}", lang)
    if not pd.isna(cell.band):
        return f"{QUARTER_SIGNS[int(cell.band)]} {cell.text}"
    return f"◇ {cell.text}" if cell.why == OPEN else str(cell.text)


def _figure(tables: Tables, every: Sequence[str], stacked: Sequence[Row], frame: Frame, lang: str) -> go.Figure:
    sheet = frame.sheet
    found = [cell for row in stacked for cell in row.cells]
    left = EDGE + 10 + widest((row.label for row in stacked if row.cells), NOTE_SIZE)
    least = max(LEAST_CELL, BESIDE + max(width_of(_word(cell, lang), CELL_SIZE) for cell in found))
    runs = [range(len(every))]
    if sheet.height is not None:
        words = (word for one in every for word in name_of_indicator(tables, one, lang).split())
        whole = BESIDE + max(width_of(word, NOTE_SIZE) for word in words) if lang == "en" else 0.0
        runs = evenly(len(every), int((sheet.width - left - EDGE) // max(least, whole)))
    most = max(map(len, runs))
    width = max(sheet.width, round(left + EDGE + least * most))
    room = min(MOST_CELL, (width - left - EDGE) / most)
    units = [unit_of(tables, one, lang) for one in every]
    names = [f"{name_of_indicator(tables, one, lang)} ({unit})" for one, unit in zip(every, units, strict=True)]
    heads, angle, header = heads_of(names, room)
    looks = _looks(sheet, lang)
    high = max(_themes(tables, [every[at] for at in run], room, header, sheet, lang)[1] for run in runs)
    boxes, legend = legend_of((cell.shows for cell in found), looks, left, header + high, sheet)
    frame = replace(frame, left=left, above=header + high + legend, below=COUNTS, width=width)
    part = part_of(stacked, frame, lang, is_heading=lambda row: not row.cells, columns=runs)
    rows, indicators = columns_of(part.rows, part.columns), [every[at] for at in part.columns]
    heads = [heads[at] for at in part.columns]
    plot = Plot()
    add_colours(plot, rows, len(indicators), looks)
    add_words(
        plot,
        rows,
        lambda cell: _word(cell, lang),
        lambda cell: looks[cell.shows].ink,
        lambda cell: _hover(cell, tables, sheet, lang),
    )
    set_axes(plot, rows, heads, angle)
    themes, _ = _themes(tables, indicators, room, header, sheet, lang)
    counts = _counts(columns_of(stacked, part.columns), part.bottom, left, sheet, lang)
    labels = [*headings(rows, left, sheet.colours), *themes, *counts, *boxes]
    right = round(width - left - room * len(indicators))
    plot.layout["shapes"] = _brackets(tables, indicators, header, sheet)
    return put_in_frame(plot, replace(part.frame, right=right, labels=labels))


def _groups(tables: Tables, indicators: Sequence[str]) -> list[tuple[str, int, int]]:
    """(theme, first column, last column) from left to right."""
    themes = [tables.catalog.indicators[one].theme for one in indicators]
    return [(theme, themes.index(theme), len(themes) - 1 - themes[::-1].index(theme)) for theme in dict.fromkeys(themes)]


def _themes(
    tables: Tables, indicators: Sequence[str], room: float, header: int, sheet: Sheet, lang: str
) -> tuple[list[dict[str, object]], int]:
    """The themes' names above the heads of their columns, and the pixels that they take."""
    labels = []
    for theme_id, first, last in _groups(tables, indicators):
        theme = tables.catalog.themes[theme_id]
        name = to_label(theme.name if lang == "zh" else theme.name_en, room * (last - first + 1) - 6, CELL_SIZE)
        place = {"x": (first + last) / 2, "y": 1, "yref": "paper", "xanchor": "center", "yanchor": "bottom", "yshift": header + 4}
        font = {"size": CELL_SIZE, "color": sheet.colours.muted}
        labels.append({"text": name, "showarrow": False, "align": "center", "borderpad": 0, "font": font, **place})
    return labels, 10 + 15 * lines_in(str(label["text"]) for label in labels)


def _brackets(tables: Tables, indicators: Sequence[str], header: int, sheet: Sheet) -> list[dict[str, object]]:
    """A line under each theme's name, as long as its columns."""
    place = {"type": "line", "yref": "paper", "ysizemode": "pixel", "yanchor": 1, "y0": header + 2, "y1": header + 2}
    line = {"color": sheet.colours.muted, "width": 1}
    return [{"x0": first - 0.44, "x1": last + 0.44, "line": line, **place} for _, first, last in _groups(tables, indicators)]


def _counts(rows: Sequence[Row], total: float, left: int, sheet: Sheet, lang: str) -> list[dict[str, object]]:
    """Under each column, `total` pixels from the top, n/N: of the reports of all rows, how many give the indicator."""
    below = {"yanchor": "top", "yshift": -4}
    labels: list[dict[str, object]] = [
        {**margin_label(WORDS.say("heatmap_given", lang), total, left, sheet.colours, size=CELL_SIZE), **below}
    ]
    for column, own in enumerate(zip(*(row.cells for row in rows if row.cells), strict=True)):
        told = [cell for cell in own if cell.state not in (BlankCause.NO_REPORT, BlankCause.UNREADABLE)]
        text = f"{sum(cell.state == VALUE for cell in told)}/{len(told)}"
        font = {"size": CELL_SIZE, "color": sheet.colours.ink}
        labels.append({"text": text, "x": column, "y": total, "showarrow": False, "font": font, **below})
    return labels


def _hover(cell: Any, tables: Tables, sheet: Sheet, lang: str) -> str:
    """What a cell says when pointed at, with its rank where it has one."""
    lines = [hover_of(cell, lang, sheet, tables.texts)]
    if text_or_none(cell.rank_text):
        shared = "_shared" if cell.rank_text.endswith("=") else ""
        told = WORDS.say(f"spine_rank{shared}", lang, rank=cell.rank_text.removesuffix("="), of=cell.of)
        lines.append(escape(told))
    return "<br>".join(lines)
