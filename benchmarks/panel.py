"""Numbers of localities and years → a made-up panel of all indicators, as large as all counties of some years give.

No file is read: the extractions are made directly, each with a text in which every figure stands, and go through the same code
that makes the tables of real ones. Figures are left out, bounded, of a part, refused or merely mentioned as in real reports.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

from extract import load_catalog
from extract.catalog import Catalog, Indicator
from extract.model import (
    UNSTATED,
    Basis,
    Candidate,
    Clause,
    DivisionPath,
    Extraction,
    Level,
    Locality,
    Qualifier,
    Quantity,
    Reading,
    Reason,
    Refusal,
    Report,
    Role,
    Span,
)
from panel.build import Tables, build_tables
from panel.saved import MANIFEST, SavedError, read_manifest, save

ROOT = Path(__file__).parent.parent
LOCALITIES, FIRST_YEAR, YEARS = 3_000, 2017, 8
SEED = 20250331
PROVINCES, PREFECTURES = 30, 11
_SECTION = ("一、主要工作", "(一)推进依法行政")
# Chances for a report: it is missing; for an indicator in it: a bound, a stated scope, refused, merely mentioned.
_MISSING, _BOUND, _SCOPE, _REFUSED, _MENTIONED = 0.06, 0.12, 0.03, 0.08, 0.06
_SIGNS = {Qualifier.MIN: "以上", Qualifier.APPROX: "余", Qualifier.EXACT: ""}


def made_panel(folder: Path, localities: int = LOCALITIES, years: int = YEARS) -> Path:
    """The folder of the saved panel of this size, made unless it is there already and of the present catalogue."""
    catalog = load_catalog(ROOT / "metrics.yaml")
    path = folder / f"panel-{localities}-{years}"
    try:
        if (path / MANIFEST).exists():
            read_manifest(path, catalog)
            return path
    except SavedError:
        print(f"{path} is of another catalogue and is made anew")
    save(made_tables(catalog, localities, years), path)
    return path


def made_tables(catalog: Catalog, localities: int, years: int) -> Tables:
    """The tables; the same for the same numbers."""
    # A million small objects that all stay: looking for garbage among them takes longer than making them.
    gc.disable()
    try:
        return build_tables(list(_extractions(catalog, localities, years)), (), catalog, demo=True)
    finally:
        gc.enable()


def _places(count: int) -> Iterator[Locality]:
    """Invented places: provinces, prefectures in them, and counties for the rest."""
    for number in range(count):
        province = f"第{number % PROVINCES + 1}省"
        prefecture = f"{number % PROVINCES + 1}之{number // PROVINCES % PREFECTURES + 1}市"
        if number < PROVINCES:
            yield Locality(province, Level.PROVINCE, DivisionPath(province))
        elif number < PROVINCES * PREFECTURES:
            yield Locality(prefecture, Level.PREFECTURE, DivisionPath(province, prefecture))
        else:
            county = f"第{number}县"
            yield Locality(county, Level.COUNTY, DivisionPath(province, prefecture, county))


def _extractions(catalog: Catalog, localities: int, years: int) -> Iterator[Extraction]:
    for place in _places(localities):
        own = Random(f"{SEED}/{place.name}/{place.path}")
        told = {indicator: own.random() < 0.75 for indicator in catalog.indicators}
        size = {indicator: own.lognormvariate(4, 1) for indicator in catalog.indicators}
        for year in range(FIRST_YEAR, FIRST_YEAR + years):
            if own.random() >= _MISSING:
                yield _Report(place, year, own).written(catalog, told, size)


class _Report:
    """One report while it is written."""

    def __init__(self, place: Locality, year: int, chance: Random) -> None:
        self.place, self.year, self.chance = place, year, chance
        name = "".join(part for part in place.path if part)
        self.doc_id, self.title = f"{name}_{year}.txt", f"{name}{year}年法治政府建设年度报告"
        self.pieces, self.length = [self.title + "\n"], len(self.title) + 1
        self.readings: list[Reading] = []
        self.refusals: list[Refusal] = []
        self.mentions: dict[str, Span] = {}

    def written(self, catalog: Catalog, told: dict[str, bool], size: dict[str, float]) -> Extraction:
        for indicator in catalog.indicators.values():
            if self.place.level not in indicator.levels:
                continue
            lot = self.chance.random()
            if told[indicator.id] and lot < 0.75:
                self._read(indicator, size[indicator.id])
            elif lot > 1 - _REFUSED:
                self._refuse(indicator, size[indicator.id])
            elif lot > 1 - _REFUSED - _MENTIONED:
                self.mentions[indicator.id] = self._write(f"稳步提升{indicator.name}。", indicator.name)[0]
        report = Report(self.doc_id, "".join(self.pieces), self.title, self.place, self.year)
        return Extraction(report, tuple(self.readings), tuple(self.refusals), mentions=self.mentions)

    def _write(self, sentence: str, words: str, figure: str = "") -> tuple[Span, Span, Clause]:
        """A sentence more; where in the text stand its words, their figure and itself."""
        start = self.length + sentence.index(words)
        within = start + words.index(figure)
        clause = Clause(Span(self.length, self.length + len(sentence)), Role.WORK, _SECTION)
        self.pieces.append(sentence)
        self.length += len(sentence)
        return Span(start, start + len(words)), Span(within, within + max(1, len(figure))), clause

    def _figure(self, indicator: Indicator, size: float) -> Quantity:
        chance = self.chance
        bounded = chance.random() < _BOUND
        if indicator.unit == "%":
            value = min(100.0, max(0.0, round(chance.gauss(93 + size % 9, 3), 1)))
            qualifier = Qualifier.MIN if bounded and value < 100 else Qualifier.EXACT
        else:
            value = float(round(size * chance.lognormvariate(0, 0.2)))
            qualifier = Qualifier.APPROX if bounded and value >= 10 else Qualifier.EXACT
        return Quantity(Decimal(f"{value:g}"), indicator.unit, qualifier)

    def _said(self, indicator: Indicator, size: float) -> tuple[Quantity, str, str]:
        found = self._figure(indicator, size)
        figure = f"{found.value}{found.unit}{_SIGNS[found.qualifier]}" if found.unit == "%" else (
            f"{found.value}{_SIGNS[found.qualifier]}{found.unit}"
        )  # fmt: skip
        return found, f"{indicator.name}{figure}", figure

    def _read(self, indicator: Indicator, size: float) -> None:
        found, words, figure = self._said(indicator, size)
        scope = "市场监管领域" if self.chance.random() < _SCOPE else None
        span, at, _ = self._write(f"{scope or '全年'}{words}。", words, figure)
        base = UNSTATED if indicator.unit == "%" else None
        self.readings.append(
            Reading(
                self.doc_id, indicator.id, found.value, indicator.unit, found.qualifier, Basis.STATED, base, scope, True,
                span, at, words, f"{indicator.id}_made", _SECTION,
            )
        )  # fmt: skip

    def _refuse(self, indicator: Indicator, size: float) -> None:
        found, words, figure = self._said(indicator, size)
        span, at, clause = self._write(f"力争{words}。", words, figure)
        candidate = Candidate(indicator.id, f"{indicator.id}_made", clause, span, at, found, Basis.STATED)
        self.refusals.append(Refusal(candidate, Reason.TARGET, "力争"))
