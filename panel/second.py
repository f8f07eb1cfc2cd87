"""Extractions → what reports say of the year before, each beside what the report of that year printed.

A second measurement of the same figure. It stays apart: nothing of it enters the panel. A statement *agrees* where the earlier
report's figure is the level told, or the one from which the change leads to this year's, within what the figures leave open by
rounding and by bounds. A level that differs is *restated*, a change that doesn't fit is *contradictory*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pandas as pd

from extract.intervals import printed_interval
from extract.model import Earlier, EarlierKind, Extraction, Locality, Qualifier, Reading
from panel.schema import EARLIER_COLUMNS, to_table

_Range = tuple[Decimal, Decimal]
_HUNDRED = Decimal(100)


class Second(StrEnum):
    """How a statement on the year before compares with that year's own report; the last two: with what could it?"""

    AGREES = "agrees"
    RESTATED = "restated"
    CONTRADICTORY = "contradictory"
    NO_EARLIER_READING = "no earlier reading"
    NO_EARLIER_REPORT = "no earlier report"


def build_earlier(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """EARLIER_COLUMNS, one row a statement on the year before, in the order of the reports and of their text.

    `value` is the level or the signed change as told, `now` this year's figure that a change is counted from. The columns
    that begin with `earlier_` are the main reading of the same place in the report of the year before, missing where there
    is none; `low` and `high` are what the statement says that it should be.
    """
    held = tuple(extractions)
    reports = _by_place_and_year(held)
    return to_table((row for extraction in held for row in _rows_of(extraction, reports)), EARLIER_COLUMNS)


def _by_place_and_year(extractions: Iterable[Extraction]) -> Mapping[tuple[object, int], list[Extraction]]:
    """The reports of each place and year, the one published last first (of equals, the later doc_id)."""
    found: dict[tuple[object, int], list[Extraction]] = {}
    for extraction in extractions:
        report = extraction.report
        if report.locality is not None and report.year is not None:
            for key in _keys(report.locality):
                found.setdefault((key, report.year), []).append(extraction)
    for held in found.values():
        held.sort(key=lambda one: (one.report.published or date.min, one.report.doc_id), reverse=True)
    return found


def _keys(locality: Locality) -> Iterator[object]:
    """What a place is known again by: its code, or its name, level and the divisions that it lies in."""
    if locality.code is not None:
        yield locality.code
    yield locality.name, locality.level, locality.path


def _rows_of(extraction: Extraction, reports: Mapping[tuple[object, int], list[Extraction]]) -> Iterator[tuple[object, ...]]:
    locality = extraction.report.locality
    for told in extraction.earlier:
        keys = _keys(locality) if locality is not None else ()
        before = next((found for key in keys if (found := reports.get((key, told.year)))), [])
        reading = next((reading for other in before for reading in _mains_of(other, told.indicator_id)), None)
        low, high = expected(told)
        outcome = compare(told, reading) if reading else Second.NO_EARLIER_READING if before else Second.NO_EARLIER_REPORT
        now = told.beside
        yield (
            told.doc_id, told.indicator_id, told.year, str(told.kind), float(told.value), told.unit, str(told.qualifier),
            told.span.start, told.span.end, told.quote, None if now is None else float(now.value),
            None if now is None else str(now.qualifier), float(low), float(high), str(outcome),
            *((None,) * 6 if reading is None else _earlier_part(reading)),
        )  # fmt: skip


def _mains_of(extraction: Extraction, indicator_id: str) -> Iterator[Reading]:
    return (reading for reading in extraction.readings if reading.main and reading.indicator_id == indicator_id)


def _earlier_part(reading: Reading) -> tuple[object, ...]:
    """The columns that begin with `earlier_`."""
    span = reading.span
    return (reading.doc_id, float(reading.value), str(reading.qualifier), span.start, span.end, reading.quote)


def compare(told: Earlier, reading: Reading) -> Second:
    """How a statement compares with the figure that the report of that year printed."""
    low, high = expected(told)
    least, most = _range(reading)
    if told.unit == "%" and told.kind is EarlierKind.LEVEL and told.qualifier is reading.qualifier is Qualifier.EXACT:
        # 91% for what was printed as 91.4%: the one with fewer decimals is rounded, or cut.
        coarse, fine = (told.value, reading.value) if _half(told.value) > _half(reading.value) else (reading.value, told.value)
        low, high, least, most = *_as_printed(coarse, exact=_half(coarse) == _half(fine)), fine, fine
    elif told.kind is EarlierKind.CHANGE_POINTS:
        least, most = least - _half(reading.value), most + _half(reading.value)
    if low <= most and least <= high:
        return Second.AGREES
    return Second.RESTATED if told.kind is EarlierKind.LEVEL else Second.CONTRADICTORY


def expected(told: Earlier) -> _Range:
    """What the figure of the year before should be by the statement, as an interval; infinite where the words leave it open.

    A change in per cent of a rate may be meant in points (出庭应诉率同比上升1.2%): the interval then holds both.
    """
    if told.kind is EarlierKind.LEVEL or told.beside is None:
        return _range(told)
    now, size = _range(told.beside), _change(told)
    if told.kind is EarlierKind.CHANGE_COUNT:
        return now[0] - size[1], now[1] - size[0]
    slack = _half(told.beside.value) if told.beside.unit == "%" else Decimal(0)
    points = now[0] - size[1] - slack, now[1] - size[0] + slack
    if told.kind is EarlierKind.CHANGE_POINTS:
        return points
    relative = _divided(now[0], _HUNDRED + size[1]), _divided(now[1], _HUNDRED + size[0])
    if told.beside.unit != "%":
        return relative
    return min(relative[0], points[0]), max(relative[1], points[1])


def _change(told: Earlier) -> _Range:
    """The signed change as an interval: a printed rate of change is rounded, or cut, to its decimals."""
    low, high = printed_interval(abs(told.value), told.qualifier, _words(told))
    if told.kind is not EarlierKind.CHANGE_COUNT and told.qualifier is Qualifier.EXACT:
        low, high = _as_printed(abs(told.value), exact=not told.value)
    return (-high, -low) if told.value < 0 else (low, high)


def _as_printed(value: Decimal, *, exact: bool) -> _Range:
    """What a figure may stand for that is rounded or cut to its decimals; itself where it is exact."""
    return (value, value) if exact else (value - _half(value), value + 2 * _half(value))


def _divided(now: Decimal, percent: Decimal) -> Decimal:
    if percent.is_infinite():
        return Decimal(0)
    return Decimal("Infinity") if percent <= 0 else now * _HUNDRED / percent


def _range(said: Earlier | Reading) -> _Range:
    """What a figure leaves open, as printed."""
    return printed_interval(said.value, said.qualifier, _words(said))


def _words(said: Earlier | Reading) -> str:
    """The figure's own words."""
    return said.quote[said.figure.start - said.span.start : said.figure.end - said.span.start]


def _half(value: Decimal) -> Decimal:
    """Half the unit of the last decimal printed."""
    return Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0)) / 2
