"""Hand-made extractions and a small catalogue: reports whose every figure is known, for the tests of tables and charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from extract import load_catalog
from extract.catalog import Better, Break, Catalog, Derived, Grade, Indicator, Kind, Theme
from extract.errors import Failure
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

ROOT = Path(__file__).resolve().parent.parent
ALL_LEVELS = tuple(Level)


@dataclass(frozen=True)
class Given:
    """A figure of a report: the sentence that states it is `words`, its figure the part `figure` (all of it when empty)."""

    indicator: str
    value: str
    words: str = ""
    figure: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    basis: Basis = Basis.STATED
    base: str | None = None
    scope: str | None = None
    main: bool = True

    @property
    def sentence(self) -> str:
        return self.words or f"{self.indicator}为{self.value}"


@dataclass(frozen=True)
class Refused:
    """A figure that was seen and not taken."""

    indicator: str
    value: str
    words: str
    reason: Reason
    unit: str = "件"


@cache
def small_catalog() -> Catalog:
    """Four indicators: a rate A (higher better), a rate A of counties and above (lower better), a count B, a count C."""
    upper = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
    # Made from the project's own catalogue, so that a further field of it needs no change here.
    real = load_catalog(ROOT / "metrics.yaml")
    indicators = [
        _indicator(real, "success_rate", "调解成功率", "disputes", "%", Better.HIGHER, Grade.A),
        _indicator(real, "loss_rate", "行政诉讼败诉率", "litigation", "%", Better.LOWER, Grade.A, upper),
        _indicator(real, "cases", "行政诉讼案件数", "litigation", "件", Better.NONE, Grade.B),
        _indicator(real, "sessions", "法治培训次数", "litigation", "次", Better.NONE, Grade.C),
    ]
    themes = {
        "disputes": Theme("disputes", "矛盾纠纷化解", "Disputes"),
        "litigation": Theme("litigation", "行政诉讼", "Litigation"),
    }
    by_id = {indicator.id: indicator for indicator in indicators}
    share = Derived("share", "占比（由件数推算）", "Share (from counts)", "%", "sessions", "cases", "两数相除。", "One over the other.", 1)
    derived = {share.id: share}
    return replace(real, version="9.9", digest="0a1b2c3d", themes=themes, indicators=by_id, derived=derived)


def _indicator(
    real: Catalog,
    key: str,
    name: str,
    theme: str,
    unit: str,
    better: Better,
    grade: Grade,
    levels: tuple[Level, ...] = ALL_LEVELS,
) -> Indicator:
    rate = unit == "%"
    return replace(
        next(iter(real.indicators.values())),
        id=key,
        name=name,
        name_en=key.replace("_", " "),
        theme=theme,
        unit=unit,
        kind=Kind.RATE if rate else Kind.COUNT,
        better=better,
        levels=levels,
        low=Decimal(0),
        high=Decimal(100) if rate else None,
        comparability=grade,
        synonyms=(name,),
        patterns=(),
        checks=(),
    )


def town(name: str, county: str = "甲县", prefecture: str = "丙市") -> Locality:
    """A township in a county."""
    return Locality(name, Level.TOWNSHIP, DivisionPath("丁省", prefecture, county, name))


def county(name: str, prefecture: str = "丙市") -> Locality:
    """A county in a prefecture."""
    return Locality(name, Level.COUNTY, DivisionPath("丁省", prefecture, name))


def extraction(
    locality: Locality | str | None,
    year: int | None,
    *given: Given,
    refused: Iterable[Refused] = (),
    mentioned: Mapping[str, str] | None = None,
    doc_id: str | None = None,
    published: date | None = None,
) -> Extraction:
    """A report whose text is its figures' sentences, one after another; a bare name is a town of 甲县.

    `mentioned` gives, by indicator, a sentence that names it without a figure.
    """
    place = town(locality) if isinstance(locality, str) else locality
    doc = doc_id or f"{place.name if place else 'nameless'}_{year}.txt"
    refusals = tuple(refused)
    named = mentioned or {}
    sentences = [item.sentence for item in given] + [item.words for item in refusals] + list(named.values())
    starts, text = [], ""
    for sentence in sentences:
        starts.append(len(text))
        text += sentence + "。"
    spans = [Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    report = Report(doc, text or "无", f"{doc} 的报告", place, year, published, None)
    readings = tuple(_reading(doc, item, span) for item, span in zip(given, spans, strict=False))
    kept = tuple(_refusal(item, span) for item, span in zip(refusals, spans[len(given) :], strict=False))
    mentions = dict(zip(named, spans[len(given) + len(refusals) :], strict=False))
    return Extraction(report, readings, kept, (), mentions)


def computed(
    place: Locality | str, year: int | None, part: int, whole: str, *, indicator: str = "success_rate", base: str | None = None
) -> Extraction:
    """A report whose rate is worked out from two counts that it prints: `whole` as printed, 40件 or 40余件."""
    size = int("".join(found for found in whole if found.isdigit()))
    words = f"受理{whole}，办成{part}件"
    qualifier = Qualifier.EXACT if whole == f"{size}件" else Qualifier.APPROX
    value = str((Decimal(part) * 100 / size).quantize(Decimal("0.01")).normalize())
    told = extraction(place, year, Given(indicator, value, words, qualifier=qualifier, basis=Basis.COMPUTED, base=base))
    at = words.index(f"办成{part}件") + 2
    operands = (Span(at, at + len(f"{part}件")), Span(2, 2 + len(whole)))
    return replace(told, readings=(replace(told.readings[0], operands=operands),))


def with_breaks(tables: Tables, indicator: str, *breaks: Break) -> Tables:
    """The tables, their catalogue saying that the indicator's definition changed."""
    changed = replace(tables.catalog.indicators[indicator], breaks=breaks)
    return replace(tables, catalog=replace(tables.catalog, indicators={**tables.catalog.indicators, indicator: changed}))


def tables_of(*extractions: Extraction, failures: Iterable[Failure] = ()) -> Tables:
    """The tables of these reports under the small catalogue."""
    return build_tables(extractions, tuple(failures), small_catalog())


def _reading(doc: str, item: Given, span: Span) -> Reading:
    at = item.sentence.find(item.figure) if item.figure else 0
    figure = Span(span.start + at, span.start + at + len(item.figure or item.sentence))
    unit = small_catalog().indicators[item.indicator].unit
    return Reading(
        doc_id=doc,
        indicator_id=item.indicator,
        value=Decimal(item.value),
        unit=unit,
        qualifier=item.qualifier,
        basis=item.basis,
        base=item.base or (UNSTATED if unit == "%" else None),
        scope=item.scope,
        main=item.main,
        span=span,
        figure=figure,
        quote=item.sentence,
        pattern_id=f"{item.indicator}.1",
    )


def _refusal(item: Refused, span: Span) -> Refusal:
    quantity = Quantity(Decimal(item.value), item.unit)
    clause = Clause(span, Role.WORK)
    return Refusal(
        Candidate(item.indicator, f"{item.indicator}.2", clause, span, span, quantity, Basis.STATED), item.reason, "词"
    )
