"""Plan → which native charts the workbook has, of which figures, and where these stand; or in words why there is none.

One chart of the order of the places and one of the years for each chosen indicator, for those that most reports give where none
is chosen. A bound is never a point among exact figures: its column or its row of the data is another one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_compare import level_name
from exports.excel_plan import DATA_TOP, FIRST_YEAR, Plan
from exports.excel_ranks import QUALIFIERS, range_of
from exports.excel_sheet import place, unit_name
from exports.excel_yearly import year_head
from extract.catalog import Indicator
from panel.display import describe_base, format_value
from panel.lines import Lines, lines_of
from panel.placings import Like

MOST_INDICATORS, MOST_BARS, MOST_LINES = 10, 30, 6
RANKING, TREND = "ranking", "trend"


@dataclass(frozen=True, slots=True)
class Series:
    """The cells of one series; `place_at` is the number of its place among the lines, from 0."""

    title: str
    qualifier: str
    values: str
    place_at: int = 0


@dataclass(frozen=True, slots=True)
class Charted:
    """One chart; without series there is none, and `note` says why. `top` and `bottom` end the axis of
    values, None where open: bars begin at 0 unless some figure is below."""

    kind: str
    name: str
    title: str
    note: str
    unit: str
    alt: str
    categories: str = ""
    series: Sequence[Series] = ()
    count: int = 0
    top: float | None = None
    bottom: float | None = None


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of the charts' data: the figures of a place with one qualifier, by year as cells of the plan."""

    indicator: Indicator
    place: str
    qualifier: str
    figures: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """The charts in their order (of each indicator the ranking and the trend), the rows of the lines' data and their years."""

    charts: Sequence[Charted]
    rows: Sequence[DataRow]
    years: Sequence[int]


def make_chart_plan(plan: Plan) -> ChartPlan:
    """What is charted of the plan."""
    drawn = [(plan.indicators[column], column, lines_of_column(plan, column)) for column in _charted(plan)]
    told = {year for _, _, lines in drawn if lines for year in lines.years}
    years = list(range(min(told), max(told) + 1)) if told else []
    charts: list[Charted] = []
    rows: list[DataRow] = []
    for indicator, column, lines in drawn:
        own = _data_rows(plan, indicator, column, lines)
        charts += [_ranking(plan, indicator, column), _trend(plan, indicator, lines, own, years, DATA_TOP + 1 + len(rows))]
        rows += own
    return ChartPlan(charts, rows, years)


def lines_of_column(plan: Plan, column: int) -> Lines | None:
    """The lines of one indicator."""
    return lines_of(plan.grid.of(column), MOST_LINES)


def _charted(plan: Plan) -> list[int]:
    """The indicators that have charts, by their places in the plan: the chosen ones, or those that most reports give."""
    every = range(plan.width)
    if plan.selection.indicators:
        return list(every[:MOST_INDICATORS])
    return sorted(every, key=lambda column: -plan.grid.of(column).given)[:MOST_INDICATORS]


def _data_rows(plan: Plan, indicator: Indicator, column: int, lines: Lines | None) -> list[DataRow]:
    """A row a qualifier that the place has figures of."""
    qualifiers = plan.arrays.columns["qualifier"]
    rows = []
    for where, line in lines.lines if lines else ():
        cells = {year: slot * plan.width + column for year, slot in line.items()}
        for qualifier in QUALIFIERS:
            own = {year: at for year, at in cells.items() if qualifiers[at] == qualifier}
            if own:
                rows.append(DataRow(indicator, where, qualifier, own))
    return rows


def _name(indicator: Indicator, lang: str) -> str:
    return indicator.name if lang == "zh" else indicator.name_en


def _like(level: str | None, base: str | None, scope: str | None, lang: str) -> str:
    """Of which level, base and scope the figures are."""
    parts = [level_name(level, lang)]
    parts += [WORDS.say("chart.base", lang, base=describe_base(base, lang))] if base else []
    parts += [WORDS.say("chart.scope", lang, scope=scope)] if scope else []
    return WORDS.say("comma", lang).join(parts)


def _said(lang: str, *sentences: str) -> str:
    """Sentences one after another."""
    return ("" if lang == "zh" else " ").join(sentence.strip() for sentence in sentences if sentence)


def _top(indicator: Indicator) -> float | None:
    return None if indicator.high is None else float(indicator.high)


def _unit(plan: Plan, indicator: Indicator) -> str:
    return unit_name(plan.tables.catalog.units[indicator.unit], plan.lang)


def _ranking(plan: Plan, indicator: Indicator, column: int) -> Charted:
    """The most like figures of the latest year that has two of them."""
    lang, name, unit = plan.lang, _name(indicator, plan.lang), _unit(plan, indicator)
    groups = [group for group in plan.placings.groups if group.column == column and group.count > 1]
    if not groups:
        return Charted(RANKING, name, name, WORDS.say("chart.none", lang), unit, "")
    group = max(groups, key=lambda one: (one.year, one.count))
    last = min(group.last, group.first + MOST_BARS)
    like = _like(group.level, group.base, group.scope, lang)
    title = WORDS.say("chart.order" if group.why else "chart.ranking", lang, name=name, unit=unit, year=group.year, like=like)
    first = WORDS.say("chart.first", lang, n=last - group.first) if last < group.last else ""
    note = _said(lang, WORDS.say("chart.n", lang, n=group.count, total=group.reports), first, group.why)
    cells = plan.placings.cells[group.first : last]
    ends = [_told(plan, indicator, at) for at in (plan.placings.cells[group.first], plan.placings.cells[group.last - 1])]
    alt = WORDS.say("chart.alt.ranking", lang, first=ends[0], last=ends[1])
    return Charted(
        RANKING,
        name,
        title,
        note,
        unit,
        _said(lang, title + WORDS.say("stop", lang), note, alt),
        range_of(plan, group.first, last, "place"),
        _bars(plan, cells, group, last),
        len(cells),
        _top(indicator),
        0.0 if np.nanmin(plan.values[cells]) >= 0 else None,
    )


def _bars(plan: Plan, cells: Sequence[int], group: Like, last: int) -> list[Series]:
    """A series a qualifier that some of the drawn figures have."""
    seen = {plan.arrays.columns["qualifier"][at] for at in cells}
    return [
        Series(WORDS.say(f"chart.series.{one}", plan.lang), one, range_of(plan, group.first, last, f"only.{one}"))
        for one in QUALIFIERS
        if one in seen
    ]


def _told(plan: Plan, indicator: Indicator, at: int) -> str:
    """A place with its figure."""
    where, qualifier = (plan.arrays.columns[name][at] for name in ("place", "qualifier"))
    return f"{where} {format_value(float(plan.values[at]), qualifier, indicator.unit, plan.lang, indicator.decimals)}"


def _trend(
    plan: Plan, indicator: Indicator, lines: Lines | None, rows: Sequence[DataRow], years: Sequence[int], first: int
) -> Charted:
    """The lines, whose data `rows` begin in the row `first` of their sheet."""
    lang, name, unit = plan.lang, _name(indicator, plan.lang), _unit(plan, indicator)
    if lines is None:
        return Charted(TREND, name, name, WORDS.say("chart.no_trend", lang), unit, "")
    sheet = WORDS.say("sheet.chart_data", lang)
    left, right = (get_column_letter(FIRST_YEAR + years.index(year)) for year in (lines.years[0], lines.years[-1]))

    def across(number: int) -> str:
        return place(sheet, f"${left}${number}:${right}${number}")

    places = [where for where, _ in lines.lines]
    series = [
        Series(row.place + WORDS.say(f"chart.sign.{row.qualifier}", lang), row.qualifier, across(number), places.index(row.place))
        for number, row in enumerate(rows, first)
    ]
    like = _like(lines.level, lines.base, lines.scope, lang)
    span = f"{year_head(lines.years[0], lang)}–{year_head(lines.years[-1], lang)}"
    title = WORDS.say("chart.trend", lang, name=name, unit=unit, span=span, like=like)
    note = WORDS.say("chart.lines", lang, n=len(places), total=lines.places)
    gaps = sum(year not in line for _, line in lines.lines for year in lines.years)
    bounds = sum(len(row.figures) for row in rows if row.qualifier != "exact")
    alt = _said(lang, title + WORDS.say("stop", lang), note, WORDS.say("chart.alt.trend", lang, gaps=gaps, bounds=bounds))
    return Charted(TREND, name, title, note, unit, alt, across(DATA_TOP), series, len(places), _top(indicator))
