"""Plan → which native charts the workbook has, of which figures, and where these stand; or in words why there is none.

One chart of the order of the places and one of the years for each chosen indicator, for those that most reports give where none
is chosen. A bound is never a point among exact figures: its column or its row of the data is another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_plan import Plan
from exports.excel_ranks import QUALIFIERS, range_of
from exports.excel_sheet import place, unit_name
from exports.excel_yearly import year_head
from extract.catalog import Indicator
from panel.compare import counted
from panel.display import describe_base, format_value
from panel.lines import Lines, lines_of
from panel.schema import rows_of
from panel.words import WORDS as SHARED

MOST_INDICATORS, MOST_BARS, MOST_LINES = 10, 30, 6
DATA_TOP, FIRST_YEAR = 4, 5  # of the sheet of the charts' data: the head's row, the first column with a year
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


def charts_of(plan: Plan) -> tuple[Charted, ...]:
    """The charts in their order: of each indicator the ranking and the trend."""
    found: list[Charted] = []
    years = trend_years(plan)
    row = DATA_TOP + 1
    for indicator, lines in trends_of(plan):
        found.append(_ranking(plan, indicator))
        found.append(_trend(plan, indicator, lines, years, row))
        row += len(data_rows(lines)) if lines else 0
    return tuple(found)


def charted(plan: Plan) -> tuple[Indicator, ...]:
    """The indicators that have charts."""
    own = tuple({indicator.id: indicator for indicator in plan.indicators}.values())
    if not plan.selection.indicators:
        told = counted(plan.tables, plan.selection)
        counts = dict(zip(told["indicator"], told["n"], strict=True))
        own = tuple(sorted(own, key=lambda indicator: -counts.get(indicator.id, 0)))
    return own[:MOST_INDICATORS]


def trends_of(plan: Plan) -> Iterator[tuple[Indicator, Lines | None]]:
    """Each indicator that has charts, and its lines."""
    for indicator in charted(plan):
        yield indicator, lines_of(plan.cells[plan.cells["indicator"] == indicator.id], MOST_LINES)


def trend_years(plan: Plan) -> list[int]:
    """The years across the charts' data: all that some line has."""
    told = {year for _, lines in trends_of(plan) if lines for year in lines.years}
    return list(range(min(told), max(told) + 1)) if told else []


def data_rows(lines: Lines) -> list[tuple[str, str, Mapping[int, float]]]:
    """Place, qualifier and figures by year of each row of the data: a row a qualifier that the place has figures of."""
    return [
        (where, qualifier, own)
        for where, line in lines.lines
        for qualifier in QUALIFIERS
        if (own := {year: value for year, (value, told) in line.items() if told == qualifier})
    ]


def level_told(level: str | None, lang: str) -> str:
    """The name of a level."""
    return SHARED.say("level.unknown" if level is None else f"level.{level}", lang)


def _name(indicator: Indicator, lang: str) -> str:
    return indicator.name if lang == "zh" else indicator.name_en


def _like(level: str | None, base: str | None, scope: str | None, lang: str) -> str:
    """Of which level, base and scope the figures are."""
    parts = [level_told(level, lang)]
    parts += [WORDS.say("chart.base", lang, base=describe_base(base, lang))] if base else []
    parts += [WORDS.say("chart.scope", lang, scope=scope)] if scope else []
    return WORDS.say("comma", lang).join(parts)


def _ranking(plan: Plan, indicator: Indicator) -> Charted:
    """The most like figures of the latest year that has two of them."""
    lang = plan.lang
    unit = unit_name(plan.tables.catalog.units[indicator.unit], lang)
    blocks: dict[int, list[tuple[int, int, int, int, str]]] = {}
    ids, years = plan.cells["indicator"].to_numpy(), plan.cells["year"].tolist()
    for at, row in enumerate(rows_of(plan.standings)):
        if ids[row.cell] == indicator.id and row.n > 1:
            blocks.setdefault(row.group, []).append((at, row.cell, row.n, row.N, row.why))
    name = _name(indicator, lang)
    if not blocks:
        return Charted(RANKING, name, name, WORDS.say("chart.none", lang), unit, "")
    block = max(blocks.values(), key=lambda one: (years[one[0][1]], one[0][2]))
    held = plan.cells.iloc[[cell for _, cell, *_ in block]]
    first, (_, _, n, total, why) = held.iloc[0], block[0]
    level = first["level"] if isinstance(first["level"], str) else None
    base, scope = ((first[column] if isinstance(first[column], str) else None) for column in ("base", "scope"))
    told = {"name": name, "unit": unit, "year": int(first["year"]), "like": _like(level, base, scope, lang)}
    shown = min(len(block), MOST_BARS)
    note = WORDS.say("chart.n", lang, n=n, total=total) + (WORDS.say("chart.first", lang, n=shown) if shown < n else "")
    note += why
    ends = [block[0][0], block[shown - 1][0]]
    texts = [format_value(row.value, row.qualifier, row.unit, lang, indicator.decimals) for row in rows_of(held)]
    alt = WORDS.say("chart.alt.ranking", lang, first=f"{first['place']} {texts[0]}", last=f"{held.iloc[-1]['place']} {texts[-1]}")
    title = WORDS.say("chart.ranking" if not why else "chart.order", lang, **told)
    seen = set(held["qualifier"].iloc[:shown])
    series = [
        Series(WORDS.say(f"chart.series.{one}", lang), one, range_of(plan, *ends, f"only.{one}"))
        for one in QUALIFIERS
        if one in seen
    ]
    bottom = 0.0 if held["value"].min() >= 0 else None
    top = None if indicator.high is None else float(indicator.high)
    return Charted(
        RANKING,
        name,
        title,
        note,
        unit,
        f"{title}{WORDS.say('stop', lang)}{note}{alt}",
        range_of(plan, *ends, "place"),
        series,
        shown,
        top,
        bottom,
    )


def _trend(plan: Plan, indicator: Indicator, lines: Lines | None, years: Sequence[int], row: int) -> Charted:
    """The lines, whose data begin in that row of their sheet."""
    lang, name = plan.lang, _name(indicator, plan.lang)
    unit = unit_name(plan.tables.catalog.units[indicator.unit], lang)
    if lines is None:
        return Charted(TREND, name, name, WORDS.say("chart.no_trend", lang), unit, "")
    sheet = WORDS.say("sheet.chart_data", lang)
    letters = [get_column_letter(FIRST_YEAR + years.index(year)) for year in (lines.years[0], lines.years[-1])]

    def across(number: int) -> str:
        return place(sheet, f"${letters[0]}${number}:${letters[1]}${number}")

    places = [where for where, _ in lines.lines]
    series = [
        Series(where + WORDS.say(f"chart.sign.{qualifier}", lang), qualifier, across(row + at), places.index(where))
        for at, (where, qualifier, _) in enumerate(data_rows(lines))
    ]
    like = _like(lines.level, lines.base, lines.scope, lang)
    span = f"{year_head(lines.years[0], lang)}–{year_head(lines.years[-1], lang)}"
    title = WORDS.say("chart.trend", lang, name=name, unit=unit, span=span, like=like)
    note = WORDS.say("chart.lines", lang, n=len(places), total=lines.places)
    gaps = sum(year not in line for _, line in lines.lines for year in lines.years)
    bounds = sum(qualifier != "exact" for _, line in lines.lines for _, qualifier in line.values())
    alt = f"{title}{WORDS.say('stop', lang)}{note}" + WORDS.say("chart.alt.trend", lang, gaps=gaps, bounds=bounds)
    return Charted(TREND, name, title, note, unit, alt, across(DATA_TOP), series, len(places))
