"""Localities, years and a seed → the files of the demonstration, and what a careful reader takes from each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from demo.figures import YEARS, Figure, figures_of, is_missing
from demo.places import localities
from demo.wordings import OPENINGS, PLANS, PROBLEMS, SECTIONS, say
from extract.model import Level, Locality

SEED = 20250331
NUMERALS = "一二三四五六七八九"
# How often a report quotes last year's figure first, and how often it then quotes another one than last year's report gave.
_QUOTES, _RESTATES = 0.25, 0.15
# How often a part stands behind its whole.
_PARTS = 0.3
_QUOTED = ("court_appearance_rate", "online_service_rate", "litigation_loss_rate", "mediation_success_rate")


@dataclass(frozen=True, slots=True)
class DemoReport:
    """A file of the demonstration: its name and text, whose it is and on which year, and the figures that it gives."""

    name: str
    text: str
    locality: Locality
    year: int
    figures: Mapping[str, Figure]


@cache
def write_reports(seed: int = SEED) -> tuple[DemoReport, ...]:
    """All reports of the demonstration, by locality and year; the same for the same seed."""
    return tuple(_write(seed))


def _write(seed: int) -> Iterator[DemoReport]:
    for place in localities():
        before: Mapping[str, Figure] = {}
        for year in YEARS:
            figures = figures_of(place, year, seed)
            if is_missing(place, year, seed):
                before = {}
                continue
            chance = Random(f"{seed}/{_full_name(place)}/{year}/text")
            text = _text(place, year, figures, before, chance)
            yield DemoReport(f"演示_{_full_name(place)}_{year}.txt", text, place, year, figures)
            before = figures


def _full_name(place: Locality) -> str:
    parts = [part for part in place.path if part is not None]
    return "".join(parts if place.level is not Level.DEPARTMENT else [*parts[:-1], place.name])


def _text(place: Locality, year: int, figures: Mapping[str, Figure], before: Mapping[str, Figure], chance: Random) -> str:
    name = _full_name(place)
    signed = date(year + 1, chance.choice((1, 2, 3, 3, 3, 4)), chance.randrange(1, 29))
    lines = [
        f"{name}{year}年度法治政府建设情况报告",
        f"发布日期：{signed + timedelta(days=chance.randrange(1, 15))}",
        "",
        f"{year}年,{place.name}{chance.choice(OPENINGS)}扎实推进法治政府建设。现将有关情况报告如下:",
    ]
    lines += ["", f"一、{year}年主要工作"]
    own = Random(f"{name}/wording")
    changed = own.choice(YEARS[2:])
    variants = {indicator: own.randrange(6) for _, held in SECTIONS for indicator in held}
    for number, (head, held) in enumerate(SECTIONS):
        said = []
        for indicator in held:
            if indicator in figures:
                variant = variants[indicator] + (year >= changed)
                said.append(_sentence(indicator, figures[indicator], before.get(indicator), variant, chance))
        lines += ["", f"({NUMERALS[number]}){head}", "", "".join(said) or "各项工作有序开展。"]
    lines += ["", "二、存在的问题", "", "".join(chance.sample(PROBLEMS, 2)), "", f"三、{year + 1}年工作打算", ""]
    lines += ["".join(chance.sample(PLANS, 2)), "", name + ("人民政府" if place.level is not Level.DEPARTMENT else "")]
    lines += [f"{signed.year}年{signed.month}月{signed.day}日", ""]
    return "\n".join(lines)


def _sentence(indicator: str, figure: Figure, before: Figure | None, variant: int, chance: Random) -> str:
    said = say(indicator, figure, variant, chance)
    if indicator == "mediation_cases" and chance.random() < _PARTS:
        return f"{said},其中邻里纠纷{max(1, round(figure.value / 4))}件。"
    told = f"{figure.value:g}%"
    quotes = before is not None and indicator in _QUOTED and said.endswith(told) and chance.random() < _QUOTES
    if before is None or not quotes:
        return f"{said}。"
    earlier = round(before.value + (chance.uniform(-2, 2) if chance.random() < _RESTATES else 0), 1)
    name = said.removesuffix(told).rstrip("达到为")
    return f"{name}由上年的{earlier:g}%变为{told}。" if earlier != figure.value else f"{said}。"
