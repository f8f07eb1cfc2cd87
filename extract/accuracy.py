"""Labelled passages × catalogue → precision and recall of each indicator and each pattern, and the file that pages show.

A reading is right where indicator and value are. What is optional is neither right nor wrong. Only indicators that the
passages label at all are judged: of the others nothing is known.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt
from pathlib import Path

from .catalog import Catalog
from .model import Reading
from .pipeline import extract_text

MEASURED = Path(__file__).with_name("accuracy.json")
# Passages that nobody looked at while the catalogue was mended (tests/data/blind.jsonl), and the day on which they were labelled.
BLIND, BLIND_LABELLED = Path(__file__).with_name("blind.json"), date(2026, 11, 26)
# The normal deviate of a two-sided interval of 95 %.
_DEVIATE = 1.959964

Key = tuple[str, float]


class CaseError(ValueError):
    """A line of a file of labelled passages that is none; its text is one line."""


@dataclass(frozen=True, slots=True)
class Case:
    """A passage, its report's year, and the (indicator, value) pairs that it must give and that it may give."""

    text: str
    year: int | None
    readings: tuple[Key, ...]
    optional: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How many readings were right, how many wrong, and how many labels were not read."""

    right: int = 0
    false: int = 0
    lost: int = 0

    @property
    def labelled(self) -> int:
        """How many readings the passages label."""
        return self.right + self.lost

    @property
    def precision(self) -> float | None:
        """The share of the readings that are right; None where nothing was read."""
        return self.right / (self.right + self.false) if self.right + self.false else None

    @property
    def recall(self) -> float | None:
        """The share of the labels that were read; None where nothing is labelled."""
        return self.right / self.labelled if self.labelled else None


def interval_of(hits: int, trials: int) -> tuple[float, float] | None:
    """The 95 % interval of a share of which `hits` of `trials` were seen; None without a trial.

    Wilson's score interval (Journal of the American Statistical Association 22:209, 1927).
    """
    if not trials:
        return None
    share, square = hits / trials, _DEVIATE**2
    middle = (share + square / (2 * trials)) / (1 + square / trials)
    half = _DEVIATE / (1 + square / trials) * sqrt(share * (1 - share) / trials + square / (4 * trials**2))
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Scores by indicator, and by (indicator, pattern), where `lost` is 0: a label belongs to no pattern."""

    indicators: Mapping[str, Score]
    patterns: Mapping[tuple[str, str], Score]


def read_cases(path: Path) -> list[Case]:
    """The labelled passages of a file: an object a line with text, year, readings, optional. Raises CaseError and OSError."""
    cases = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            year = row.get("year")
            labels, free = _keys(row["readings"]), _keys(row.get("optional", []))
            cases.append(Case(str(row["text"]), None if year is None else int(year), labels, free))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise CaseError(f"{path}:{number}: no labelled passage ({type(error).__name__}: {error})") from error
    return cases


def _keys(rows: Iterable[Mapping[str, object]]) -> tuple[Key, ...]:
    return tuple(_key(str(row["indicator"]), row["value"]) for row in rows)


def _key(indicator: str, value: object) -> Key:
    return indicator, round(float(str(value)), 4)


def labelled_in(cases: Iterable[Case]) -> frozenset[str]:
    """The indicators that the passages label."""
    return frozenset(indicator for case in cases for indicator, _ in case.readings)


def measure(catalog: Catalog, cases: Collection[Case], known: Collection[str] | None = None) -> Accuracy:
    """Run the passages and count; `known` are the indicators to judge, those that the passages label if None."""
    judged = labelled_in(cases) if known is None else known
    read = ((case, extract_text(case.text, catalog=catalog, year=case.year).readings) for case in cases)
    return count(catalog, read, judged)


def count(catalog: Catalog, read: Iterable[tuple[Case, Iterable[Reading]]], known: Collection[str]) -> Accuracy:
    """The scores of passages that were run, each with its readings; `known` are the indicators to judge."""
    judged = frozenset(known)
    right, false, lost = Counter[str](), Counter[str](), Counter[str]()
    right_by, false_by = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for case, readings in read:
        want, free = Counter(key for key in case.readings if key[0] in judged), set(case.optional)
        left = want.copy()
        for reading in readings:
            key, by = _key(reading.indicator_id, reading.value), (reading.indicator_id, reading.pattern_id)
            if left[key]:
                left[key] -= 1
                right[key[0]] += 1
                right_by[by] += 1
            elif key[0] in judged and key not in want and key not in free:
                false[key[0]] += 1
                false_by[by] += 1
        for (indicator, _), times in left.items():
            lost[indicator] += times
    return Accuracy(
        {one: Score(right[one], false[one], lost[one]) for one in catalog.indicators if one in judged},
        {by: Score(right_by[by], false_by[by]) for by in sorted({*right_by, *false_by})},
    )


def total(scores: Iterable[Score]) -> Score:
    """All counts together."""
    held = list(scores)
    return Score(sum(s.right for s in held), sum(s.false for s in held), sum(s.lost for s in held))


def write_accuracy(accuracy: Accuracy) -> str:
    """The scores of the indicators as the text of accuracy.json, a line an indicator."""
    rows = (f'  "{one}": [{score.right}, {score.false}, {score.lost}]' for one, score in accuracy.indicators.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def load_accuracy(path: Path = MEASURED) -> dict[str, Score]:
    """The scores that were measured last, by indicator: what pages show beside its definition."""
    return {one: Score(*counts) for one, counts in json.loads(path.read_text("utf-8")).items()}
