"""A locality and a year → the figures of its report, the same for the same seed.

Rates lean on a level of the locality and move slowly; counts follow its size. What comparisons stumble over is there on purpose:
figures left out (worse ones more often), rates at 100, bounds in place of figures, small bases, a definition that changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from extract.model import Level, Locality, Qualifier

YEARS = tuple(range(2017, 2025))
# How many times as large a locality of a level is as a township, about.
SIZE = {Level.TOWNSHIP: 1.0, Level.DEPARTMENT: 6.0, Level.COUNTY: 14.0, Level.PREFECTURE: 70.0, Level.PROVINCE: 600.0}


@dataclass(frozen=True, slots=True)
class Rate:
    """Mean and spread between localities in percent, the change a year, the share that reports, the share that says 以上."""

    mean: float
    spread: float
    drift: float
    told: float
    bound: float = 0.1


@dataclass(frozen=True, slots=True)
class Count:
    """Of a township, the growth a year as a share, the power of the size that it follows, the share that reports, that says 余."""

    town: float
    growth: float
    power: float
    told: float
    about: float = 0.12


RATES = {
    "mediation_success_rate": Rate(97.8, 1.6, 0.1, 0.8, 0.2),
    "court_appearance_rate": Rate(93.0, 9.0, 1.2, 0.75, 0.05),
    "litigation_loss_rate": Rate(9.5, 4.5, -0.5, 0.4, 0.0),
    "reconsideration_error_rate": Rate(11.0, 4.0, 0.2, 0.3, 0.0),
    "enforcement_legal_review_rate": Rate(101.0, 2.5, 0.2, 0.6, 0.0),
    "normative_doc_review_rate": Rate(101.5, 1.5, 0.1, 0.65, 0.0),
    "normative_doc_filing_rate": Rate(101.5, 1.0, 0.1, 0.5, 0.0),
    "petition_timely_acceptance_rate": Rate(100.2, 0.9, 0.1, 0.45, 0.05),
    "petition_timely_reply_rate": Rate(99.8, 1.2, 0.1, 0.45, 0.05),
    "hotline_resolution_rate": Rate(99.0, 0.9, 0.1, 0.5, 0.15),
    "hotline_satisfaction_rate": Rate(93.5, 3.0, 0.4, 0.4, 0.1),
    "service_satisfaction_rate": Rate(98.9, 0.8, 0.1, 0.4, 0.2),
    "online_service_rate": Rate(82.0, 9.0, 2.2, 0.55, 0.1),
    "certification_rate": Rate(93.0, 5.0, 0.8, 0.5, 0.1),
    "proposals_reply_rate": Rate(101.5, 0.8, 0.0, 0.5, 0.0),
    "legal_adviser_coverage": Rate(101.0, 2.0, 0.3, 0.5, 0.0),
}
COUNTS = {
    "reconsideration_accepted": Count(0.6, 0.08, 1.05, 0.75),
    "litigation_cases": Count(0.8, 0.05, 1.0, 0.7),
    "mediation_cases": Count(180.0, 0.03, 0.85, 0.85, 0.3),
    "petitions": Count(90.0, -0.02, 0.8, 0.55),
    "hotline_tickets": Count(700.0, 0.12, 0.95, 0.6, 0.25),
    "legal_aid_cases": Count(9.0, 0.06, 1.0, 0.55),
    "normative_docs_issued": Count(1.2, -0.03, 0.45, 0.6, 0.0),
    "major_decisions": Count(1.6, 0.02, 0.3, 0.45, 0.0),
    "publicity_events": Count(16.0, 0.04, 0.6, 0.8, 0.3),
    "law_study_sessions": Count(4.0, 0.02, 0.1, 0.7, 0.0),
    "legal_training_sessions": Count(3.0, 0.02, 0.35, 0.5, 0.1),
    "rule_of_law_meetings": Count(2.5, 0.02, 0.1, 0.6, 0.0),
    "certified_officers": Count(11.0, 0.02, 0.8, 0.5, 0.05),
    "legal_advisers": Count(2.0, 0.02, 0.45, 0.5, 0.0),
    "penalty_decisions": Count(14.0, 0.05, 1.0, 0.5, 0.15),
    "disclosures": Count(400.0, 0.05, 0.55, 0.5, 0.25),
    "proposals_handled": Count(6.0, 0.01, 0.6, 0.5, 0.0),
}
# A township is no body of reconsideration, and seldom stands before a court.
_NOT_OF_TOWNSHIPS = ("reconsideration_accepted", "reconsideration_error_rate", "litigation_loss_rate")
# A report of a locality that had none of these says so (or nothing); with three cases a rate of 66.7 means little.
_FEW = 5
_WORSE_IS_SILENT = 0.55
# How often a figure of one year lies far from its row, as when something else was counted.
_JUMPS = 0.015


@dataclass(frozen=True, slots=True)
class Figure:
    """What a report gives: `value` in the indicator's unit, `of` the counts (part, whole) where the rate is told by them."""

    value: float
    qualifier: Qualifier = Qualifier.EXACT
    of: tuple[int, int] | None = None


def figures_of(place: Locality, year: int, seed: int) -> dict[str, Figure]:
    """The figures that the report of a locality on a year gives, by indicator."""
    told: dict[str, Figure] = {}
    for indicator, count in COUNTS.items():
        figure = _count(place, year, indicator, count, seed)
        if figure is not None:
            told[indicator] = figure
    for indicator, rate in RATES.items():
        found = _rate(place, year, indicator, rate, seed)
        if found is not None:
            told[indicator] = found
    left_out = _NOT_OF_TOWNSHIPS if place.level is Level.TOWNSHIP else ()
    return {indicator: figure for indicator, figure in told.items() if indicator not in left_out}


def is_missing(place: Locality, year: int, seed: int) -> bool:
    """Whether a locality's report on a year is not among the files."""
    return _random(seed, place, year, "report").random() < (0.16 if year < 2019 else 0.05)


def _count(place: Locality, year: int, indicator: str, count: Count, seed: int) -> Figure | None:
    own = _random(seed, place, indicator)
    assert place.level is not None
    scale = count.town * SIZE[place.level] ** count.power * own.lognormvariate(0, 0.45)
    chance = _random(seed, place, year, indicator)
    value = round(scale * (1 + count.growth) ** (year - YEARS[0]) * chance.lognormvariate(0, 0.12))
    if _random(seed, place, year, indicator, "jump").random() < _JUMPS:
        value = round(value * 2.4)
    if chance.random() > count.told or (not value and chance.random() < 0.5):
        return None
    if value > _FEW and chance.random() < count.about:
        step = 10 ** (len(str(value)) - 2) if value > 99 else 10
        return Figure(max(value // step * step, step), Qualifier.APPROX)
    return Figure(value)


def _rate(place: Locality, year: int, indicator: str, rate: Rate, seed: int) -> Figure | None:
    own = _random(seed, place, indicator)
    level, slope = own.gauss(rate.mean, rate.spread), rate.drift * own.uniform(0.2, 1.8)
    chance = _random(seed, place, year, indicator)
    value = level + slope * (year - YEARS[0]) + chance.gauss(0, rate.spread / 5)
    if _random(seed, place, year, indicator, "jump").random() < _JUMPS:
        value -= 2.5 * rate.spread + 6
    value = round(min(100.0, max(0.4, value)), chance.choice((0, 1, 1, 2)))
    worse = value < rate.mean - rate.spread / 2 if rate.drift >= 0 else value > rate.mean + rate.spread / 2
    if chance.random() > rate.told * (_WORSE_IS_SILENT if worse else 1.0):
        return None
    if value < 100 and chance.random() < rate.bound:
        return Figure(float(int(value)), Qualifier.MIN)
    if indicator == "court_appearance_rate" and chance.random() < 0.4:
        whole = max(1, round(SIZE[place.level] * own.uniform(0.3, 1.0))) if place.level else 1
        part = round(whole * value / 100)
        return Figure(round(100 * part / whole, 2), of=(part, whole))
    return Figure(value)


def _random(*key: object) -> Random:
    named = [part.name + "".join(filter(None, part.path)) if isinstance(part, Locality) else str(part) for part in key]
    return Random("/".join(named))
