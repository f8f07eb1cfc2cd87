"""Cells of one indicator → what a reader must be told before comparing them, each as a code with its figures.

A caveat is said on the chart itself, in words. Some of them also forbid rank numbers (BARRIERS): then places stand in order
of their values and no rank is printed. Some forbid a median and quartiles (NO_MIDDLE).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from extract.catalog import Indicator, Kind
from panel.bases import SMALL_BASE, small_bases
from panel.build import Tables
from panel.cell_arrays import CellArrays
from panel.compare import cells, has_value
from panel.display import describe_base
from panel.schema import rows_of
from panel.selection import LEVEL_ORDER, Selection, reports_of
from panel.words import WORDS, Words

CEILING = 100.0
# Below this share of the reports, those that give a figure are too few to stand for the rest.
MIN_COVERAGE = 0.5
# How many of the places with a small base a sentence names, the smallest first.
NAMED = 12

_SENTENCES = Words(
    {
        "few_values": ("只有 {n} 个数值，无从比较。", "Only {n} value(s): nothing to compare."),
        "mixed_levels": (
            "所选包含不同层级（{levels}），职权与规模不同，不跨层级排名。",
            "Different levels are mixed ({levels}); their powers and sizes differ, so no rank across levels.",
        ),
        "mixed_years": (
            "所选包含不同年份（{years}），不是同一年的比较，不排名次。",
            "Different years are mixed ({years}): not a comparison of one year, so no ranks.",
        ),
        "mixed_bases": (
            "比率的分母口径不同（{bases}），不同口径之间不比。",
            "The rates have different bases ({bases}): not compared with each other.",
        ),
        "scopes": (
            "{n} 个数值只说明某一范围（{scopes}），不与整体相比。",
            "{n} value(s) are said of a stated scope ({scopes}): not compared with those of the whole.",
        ),
        "bases_together": (
            "比率的分母口径不同（{bases}）；经使用者确认，放在一起比较。",
            "The rates have different bases ({bases}); compared all the same, as the reader confirmed.",
        ),
        "scopes_together": (
            "{n} 个数值只说明某一范围（{scopes}）；经使用者确认，与整体放在一起比较。",
            "{n} value(s) are said of a stated scope ({scopes}); compared with the whole all the same, as the reader confirmed.",
        ),
        "flows": (
            "{n} 个数值说的是本年新增（{flows}），不是现有总数，不排名次。",
            "{n} value(s) are what was added in the year ({flows}), not what there is: no ranks.",
        ),
        "alone": ("没有同口径的数值可比。", "No figure of the same base or scope to compare with."),
        "borrowed": (
            "{n} 处空白借用邻近年份的数值（{borrowed}），不排名次。",
            "{n} blank(s) filled from near years ({borrowed}): no ranks.",
        ),
        "bounds": ("{n} 个数值为界限或约数（≥ ≤ ≈），按区间表示。", "{n} value(s) are bounds or approximate (≥ ≤ ≈): intervals."),
        "implied": ("{n} 个数值由文字推断。", "{n} value(s) are implied by words without a figure."),
        "computed": ("{n} 个数值由报告中的两个数推算。", "{n} value(s) are computed from two counts of the report."),
        "ceiling": (
            "{n} 个数值中有 {top} 个为 100%，已到上限，名次没有意义，故不排名。",
            "{top} of {n} values stand at the ceiling of 100%: ranks would mean nothing and are not given.",
        ),
        "low_coverage": (
            "给出数值的报告不足一半（{n}/{N}），不排名次。",
            "Fewer than half of the reports give a figure ({n} of {N}): no ranks.",
        ),
        "small_base": (
            "{n} 个比率的分母不足 {least}，一件之差就有 {points} 个百分点以上：{bases_told}。",
            "{n} rate(s) are of fewer than {least} cases, so that one case makes {points} points or more: {bases_told}.",
        ),
        "grade_B": ("可比性 B 级：名称相同，口径或有出入，比较时须谨慎。", "Comparability grade B: definitions may differ."),
        "grade_C": ("可比性 C 级：仅供展示，不排名次。", "Comparability grade C: for display only, no ranks."),
        "no_direction": ("该指标无优劣方向，大小不表示好坏，不排名次。", "Its size is neither better nor worse: no ranks."),
        "several_reports": (
            "{n} 处同一地区同一年份有多份报告，取最后发布的一份。",
            "{n} place-year(s) have several reports; the one published last is shown.",
        ),
        "unknown_years": (
            "{n} 份报告年份未知，未计入所选年份。",
            "{n} report(s) of unknown year stand outside the years chosen.",
        ),
    }
)

# Words by which a report says that it counts what was added, where others count what there is.
_ADDED = re.compile(r"新增|新建|新聘|新培育|新评|新命名|新获|新创|增加了|新配")


BARRIERS = ("mixed_years", "borrowed", "flows", "few_values", "ceiling", "low_coverage", "grade_C", "no_direction", "alone")
# What has no better or worse still has a middle; values of different levels have none.
NO_MIDDLE = (
    "mixed_levels",
    "mixed_years",
    "borrowed",
    "flows",
    "scopes",
    "mixed_bases",
    "few_values",
    "ceiling",
    "low_coverage",
    "grade_C",
)
# What a reader may confirm, and what is told then.
CONFIRMED = {"mixed_bases": "bases_together", "scopes": "scopes_together"}

Told = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Caveat:
    """One thing to be told: its code and the fields of its sentence (a tuple is a list of names)."""

    code: str
    fields: Mapping[str, Told] = field(default_factory=dict)

    @property
    def forbids_ranks(self) -> bool:
        """Whether no rank may be printed while this holds."""
        return self.code in BARRIERS

    @property
    def forbids_middle(self) -> bool:
        """Whether no median and no quartile may be drawn while this holds."""
        return self.code in NO_MIDDLE

    def say(self, lang: str = "zh") -> str:
        """The sentence; levels and an unstated base are named in the language asked for, words of reports stay as they are."""
        told = {name: self._name(name, value, lang) for name, value in self.fields.items()}
        return _SENTENCES.say(self.code, lang, **told)

    @staticmethod
    def _name(field_name: str, value: Told, lang: str) -> str:
        names = value if isinstance(value, tuple) else (str(value),)
        if field_name == "levels":
            names = tuple(WORDS.say(f"level.{level}", lang) for level in names)
        if field_name == "bases":
            names = tuple(describe_base(base, lang) for base in names)
        return ("、" if lang == "zh" else ", ").join(names)


def caveats(tables: Tables, selection: Selection) -> tuple[Caveat, ...]:
    """What to tell about a selection of one indicator, gravest first. Raises ValueError unless it names exactly one."""
    if len(selection.indicators) != 1:
        raise ValueError(f"caveats are of one indicator, not of {len(selection.indicators)}")
    indicator = tables.catalog.indicators[selection.indicators[0]]
    held = cells(tables, selection)
    return (
        *caveats_of(indicator, held, together=selection.together),
        *_of_small_bases(tables, held),
        *_of_reports(tables, selection),
    )


def caveats_of(indicator: Indicator, cells_of: pd.DataFrame | CellArrays, *, together: bool = False) -> tuple[Caveat, ...]:
    """What to tell about these cells of one indicator, gravest first, but for what only their reports tell. `together` as in
    Selection."""
    held = cells_of if isinstance(cells_of, CellArrays) else CellArrays.of(cells_of)
    found = [*_of_values(held), *_of_spread(held), *_of_wording(held)]
    if indicator.kind is Kind.STOCK:
        found = [*_of_flows(held), *found]
    if indicator.comparability in ("B", "C"):
        found.append(Caveat(f"grade_{indicator.comparability}"))
    if indicator.better == "none":
        found.append(Caveat("no_direction"))
    if together:
        found = [replace(caveat, code=CONFIRMED.get(caveat.code, caveat.code)) for caveat in found]
    return tuple(found)


def _of_values(held: CellArrays) -> Iterator[Caveat]:
    """Too few, or not of one level, one year, one base."""
    valued = int(held.valued.sum())
    if valued < 2:
        yield Caveat("few_values", {"n": valued})
    known_levels = set(held.of_values("level"))
    levels = [level for level in (*LEVEL_ORDER, None) if level in known_levels]
    if len(levels) > 1:
        yield Caveat("mixed_levels", {"levels": tuple(level or "unknown" for level in levels)})
    years = np.unique(held.columns["year"][held.told])
    known = [int(year) for year in years if not np.isnan(year)]
    if len(known) + int(np.isnan(years).any()) > 1:
        yield Caveat("mixed_years", {"years": (*map(str, known), *(["?"] if np.isnan(years).any() else []))})
    if (held.valued & held.borrowed).any():
        found = held.cut(held.valued & held.borrowed)
        told = zip(*(found.columns[name].tolist() for name in ("place", "from_year", "year")), strict=True)
        names = [f"{place} {near:.0f}→{year:.0f}" for place, near, year in told]
        yield Caveat("borrowed", {"n": len(names), "borrowed": tuple(names)})
    bases = sorted({base for base in held.of_values("base") if base is not None})
    if len(bases) > 1:
        yield Caveat("mixed_bases", {"bases": tuple(bases)})


def says_added(quote: object) -> bool:
    """Whether the words of a figure say that it was added in the year; a missing quote says nothing."""
    return isinstance(quote, str) and _ADDED.search(quote) is not None


def _of_flows(held: CellArrays) -> Iterator[Caveat]:
    """Of what there is at the year's end: some say what was added instead (持证执法人员300人 against 新增持证执法人员30人)."""
    pairs = zip(held.of_values("place"), held.of_values("quote"), strict=True)
    added = [place for place, quote in pairs if says_added(quote)]
    if 0 < len(added) < int(held.valued.sum()):
        yield Caveat("flows", {"n": len(added), "flows": tuple(dict.fromkeys(added))})


def _of_spread(held: CellArrays) -> Iterator[Caveat]:
    """Nearly all at the ceiling, or nearly all silent."""
    valued = int(held.valued.sum())
    top = int((held.valued & (held.columns["unit"] == "%") & (held.columns["low"] >= CEILING)).sum())
    if valued > 1 and top > valued / 2:
        yield Caveat("ceiling", {"n": valued, "top": top})
    given, reports = held.given, held.reports
    if reports and given / reports < MIN_COVERAGE:
        yield Caveat("low_coverage", {"n": given, "N": reports})


def _of_wording(held: CellArrays) -> Iterator[Caveat]:
    """How the figures are said: bounds, implied, computed, of a stated scope."""
    bounds = int((held.valued & (held.columns["qualifier"] != "exact")).sum())
    if bounds:
        yield Caveat("bounds", {"n": bounds})
    bases = held.of_values("basis")
    for basis in ("implied", "computed"):
        count = bases.count(basis)
        if count:
            yield Caveat(basis, {"n": count})
    scopes = [scope for scope in held.of_values("scope") if scope is not None]
    if scopes:
        yield Caveat("scopes", {"n": len(scopes), "scopes": tuple(dict.fromkeys(scopes))})


def _of_small_bases(tables: Tables, held: pd.DataFrame) -> Iterator[Caveat]:
    """Rates of a handful of cases, as far as the reports tell of how many they are."""
    small = small_bases(tables, held[["place", "year", "doc_id", "indicator", "state"]])
    if small.empty:
        return
    years = held["year"][has_value(held)].nunique(dropna=False) > 1
    named = [f"{row.place}{f' {row.year}' if years and not pd.isna(row.year) else ''} {row.base_words}" for row in rows_of(small)]
    shown = (*named[:NAMED], *(["…"] if len(named) > NAMED else []))
    yield Caveat("small_base", {"n": len(small), "least": SMALL_BASE, "points": 100 // SMALL_BASE, "bases_told": shown})


def _of_reports(tables: Tables, selection: Selection) -> Iterator[Caveat]:
    reports = reports_of(tables, selection)
    dated = reports.loc[reports["year"].notna(), ["place", "year"]]
    doubled = dated[dated.duplicated()].drop_duplicates()
    if len(doubled):
        yield Caveat("several_reports", {"n": len(doubled)})
    if selection.years:
        undated = reports_of(tables, Selection(places=selection.places, levels=selection.levels))["year"].isna()
        if undated.any():
            yield Caveat("unknown_years", {"n": int(undated.sum())})
