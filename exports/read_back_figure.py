"""What a reviewer put where a value stood → the figure that it says, or why it says none without guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from exports.excel_faces import codes
from exports.read_back_sheet import Day, ErrorValue, Formula, Percentage, Value
from extract.folding import fold
from panel.blanks import BlankCause
from panel.display import SIGNS

if TYPE_CHECKING:
    from extract.catalog import Indicator, Unit


class Reason(StrEnum):
    """Why an edit can't be understood: a closed list, each with its words in exports/_words_review.py."""

    FORMULA = "formula"
    ERROR = "error"
    DATE = "date"
    TEXT = "text"
    UNIT = "unit"
    UNSIGNED = "unsigned"
    FRACTION = "fraction"
    BOUNDS = "bounds"
    CODE = "code"
    NO_REPORT = "no report"
    NOT_APPLICABLE = "not applicable"
    QUALIFIER = "qualifier"
    QUOTE = "quote"
    NAME = "name"
    REFUSED = "refused"
    HEAD = "head"
    OTHER = "other"
    OUTSIDE = "outside"
    COLUMN_MISSING = "column missing"
    NO_TABLE = "no table"
    SHEET_MISSING = "sheet missing"
    SHEET_RENAMED = "sheet renamed"
    SHEET_ADDED = "sheet added"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in the indicator's unit and its qualifier; `sure` is False where the cell says none, so that it stays as it was."""

    value: Decimal
    qualifier: str
    sure: bool = True


# What may stand before a number and after it, by the qualifier that it gives; the longest first.
_BEFORE = {
    **dict.fromkeys(("≥", ">=", "不低于", "不少于", "至少", "at least"), "min"),
    **dict.fromkeys(("≤", "<=", "不高于", "不超过", "至多", "at most"), "max"),
    **dict.fromkeys(("≈", "大约", "约", "about"), "approx"),
    **dict.fromkeys(("确数", "exactly"), "exact"),
}
_AFTER = {**dict.fromkeys(("及以上", "以上"), "min"), **dict.fromkeys(("及以下", "以下"), "max"), "左右": "approx"}
_TYPED = re.compile(
    rf"(?P<before>{'|'.join(_BEFORE)})?\s*(?P<number>-?(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,15}})(?:\.[0-9]{{1,12}})?)\s*"
    rf"(?P<unit>[^0-9\s]{{0,24}}?)\s*(?P<after>{'|'.join(_AFTER)})?",
    re.IGNORECASE,
)
_SAYS_MORE = 80  # characters; a longer text is no number, whatever it begins with
# Blanks that tell of the report itself: no figure can stand there, and no reviewer means them by taking a figure away.
_NOT_TAKEN_AWAY = {
    BlankCause.NO_REPORT: Reason.NO_REPORT,
    BlankCause.UNREADABLE: Reason.NO_REPORT,
    BlankCause.NOT_APPLICABLE: Reason.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The cell that was changed: its indicator and unit, the figure exported (None: a blank, whose cause is `state`), whether the
    cell itself shows the qualifier's sign."""

    indicator: Indicator
    unit: Unit
    exported: Figure | None
    state: str
    lang: str
    signed: bool = True


def understand(found: Value, asked: Asked) -> Figure | Reason | None:
    """The figure, None for one that was taken away, or the reason why neither can be told."""
    why = next((reason for cause, reason in _NOT_TAKEN_AWAY.items() if asked.state == cause), None)
    if isinstance(found, Formula):
        return Reason.FORMULA
    if isinstance(found, ErrorValue):
        return Reason.ERROR
    if isinstance(found, Day):
        return Reason.DATE
    if why is not None:
        return why
    if found is None:
        return None if asked.exported is not None else Reason.CODE
    if isinstance(found, str):
        told = _of_text(found, asked)
    else:
        number = Decimal(repr(float(found)))
        percent = isinstance(found, Percentage)
        if percent and asked.unit.id != "%":
            return Reason.UNIT
        told = Figure(_plain(number * 100 if percent else number), _kept(asked), sure=False)
        if not percent and _may_be_a_fraction(told.value, asked):
            return Reason.FRACTION
    return _bounded(told, asked.indicator) if isinstance(told, Figure) else told


def _of_text(found: str, asked: Asked) -> Figure | Reason | None:
    cause = next((cause for cause, code in codes(asked.lang).items() if code == found.strip()), None)
    if cause is not None:
        taken = asked.exported is not None and cause not in _NOT_TAKEN_AWAY
        return None if taken else Reason.CODE
    match = _TYPED.fullmatch(fold(found).strip()) if len(found) <= _SAYS_MORE else None
    if match is None or (match["before"] and match["after"]):
        return Reason.TEXT
    unit = match["unit"].lower()
    if unit and unit not in {asked.unit.id, asked.unit.name_en.lower()}:
        return Reason.UNIT
    value = _plain(Decimal(match["number"].replace(",", "")))
    qualifier = _BEFORE.get((match["before"] or "").lower()) or _AFTER.get(match["after"] or "")
    if qualifier is not None:
        return Figure(value, qualifier)
    if asked.signed and _kept(asked) != "exact":
        return Reason.UNSIGNED
    if not unit and _may_be_a_fraction(value, asked):
        return Reason.FRACTION
    return Figure(value, _kept(asked), sure=False)


def _kept(asked: Asked) -> str:
    return asked.exported.qualifier if asked.exported is not None else "exact"


def _may_be_a_fraction(value: Decimal, asked: Asked) -> bool:
    """Whether a bare number may be meant as a share of 1 where percents stand: 0.975 for 97.5."""
    before = asked.exported.value if asked.exported is not None else None
    return asked.unit.id == "%" and 0 < value <= 1 and (before is None or before > 1)


def _bounded(told: Figure, indicator: Indicator) -> Figure | Reason:
    low, high = indicator.low, indicator.high
    outside = (low is not None and told.value < low) or (high is not None and told.value > high)
    return Reason.BOUNDS if outside else told


def _plain(value: Decimal) -> Decimal:
    """The number without the noise of its binary form, and without zeros behind."""
    return round(value, 12).normalize() + 0


def say_figure(figure: Figure | None) -> str:
    """≥95, or nothing where there is no figure."""
    return "" if figure is None else f"{SIGNS[figure.qualifier]}{figure.value:f}"
