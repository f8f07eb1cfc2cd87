"""Readings, refusals and clauses → what the report says of the year before: a layer of its own, never the main panel.

Two kinds of words tell of last year. A *level* is a figure refused because it is last year's own (由2021年的91%提高到96%), or one
that stands behind this year's (36件(去年42件)). A *change* stands right behind a main reading's figure, or right before it
(326件,同比增长35.8%; 较上年下降2.3个百分点,为6.8%), and says how far this year is from the last. What is compared with anything
else (全市平均, 环比, the year before last), or said of several figures in order (分别), is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

import regex

from .catalog import Catalog
from .clauses import clause_at
from .evidence import quote
from .model import Clause, Earlier, EarlierKind, Overrun, Quantity, Reading, Reason, Refusal, Report, Span
from .other_bodies import find_other_body
from .quantities import RATE, REST, Measures, measures_of
from .stretch import Stretch
from .surroundings import find_surroundings

# 由2021年的, 去年同期, 上年: the words that say whose year a refused figure is.
_NAMED = regex.compile(
    r"(?:由|从)?[^,;。]{0,8}?(?:去年|上年度?|上一年度?|同期|(?P<year>(?:19|20)\d\d)年)(?:全年|同期|年?底|年?末)?的?"
)
_VERB = (
    r"(?:(?P<up>净?增长|增加|净增|上升|上涨|提高|提升|攀升|增幅|涨幅|升幅|增|升|多)|(?P<down>下降|减少|降低|回落|下滑|降幅|减幅|压减|降|减|少))"
    r"(?:了|比例|率)?(?:为|达)?"
)
# What leads from a change to this year's figure: 较上年提高1.2个百分点,达98.6%.
_TO_NOW = r"[,、](?:已|现)?(?:降|升|增|提高|提升|上升|下降|增加|减少)?(?:至|到|为|达到?)"
_POINTS = ("个百分点", "百分点")


class _Grammar:
    """The expressions for shapes, for the figures of one unit.

    `behind` is a change or last year's level right behind a figure, `further` another change that goes on from there
    (增加12件,增长10.75%), `before` a change right before a figure.
    """

    def __init__(self, measures: Measures, unit: str, words: Sequence[str]) -> None:
        own = rf"[{RATE}]{REST}*+" if unit == "%" else _sign(measures, words)
        last = rf"(?:去年|上年度?|上一年度?|(?P<year>{_sign(measures, ['年'])}))(?:全年|同期)?"
        compared = rf"(?:同比|(?:较|比|与){last}(?:相比)?,?(?:同比)?)"
        count = "(?!)" if unit == "%" else own
        figure = rf"(?:(?P<percent>[{RATE}]{REST}*+)|(?P<points>{_sign(measures, _POINTS)})|(?P<count>{count}))"
        change = rf"{_VERB}{figure}(?!的)"
        level = rf"{last.replace('<year>', '<year2>')}(?:为|是|有|共|仅)?(?P<level>{own})"
        self.behind = regex.compile(rf"[,(、]?(?:{compared}(?:{change}|(?P<same>持平))|{level})")
        self.further = regex.compile(rf"[,、]{change}")
        self.before = regex.compile(rf"{compared}{change}{_TO_NOW}$")


def _sign(measures: Measures, words: Sequence[str]) -> str:
    """Figures that carry one of the words; what matches nothing where the catalogue knows none of them."""
    signs = measures.signs(words)
    return rf"[{signs}]{REST}*+" if signs else "(?!)"


@lru_cache(maxsize=64)
def _grammar_of(measures: Measures, unit: str, words: tuple[str, ...]) -> _Grammar:
    """The expressions of a unit, made once for all reports."""
    return _Grammar(measures, unit, words)


def find_earlier(
    report: Report, clauses: Sequence[Clause], readings: Sequence[Reading], refusals: Sequence[Refusal], catalog: Catalog
) -> tuple[Earlier, ...]:
    """All that the report says of the year before its own, in the order of the text; nothing where its own is unknown."""
    if report.year is None:
        return ()
    found = list(_find_refused(report, report.year - 1, refusals, catalog))
    measures = measures_of(catalog.measure_words())
    for reading in readings:
        clause = clause_at(clauses, reading.figure.start)
        if not reading.main or clause is None:
            continue
        grammar = _grammar_of(measures, reading.unit, catalog.units[reading.unit].words)
        found += _find_beside(report, clause, reading, measures, grammar)
    first: dict[tuple[str, Span], Earlier] = {}
    for told in found:
        first.setdefault((told.indicator_id, told.figure), told)
    return tuple(sorted(first.values(), key=lambda told: (told.figure.start, told.indicator_id)))


def _find_refused(report: Report, year: int, refusals: Sequence[Refusal], catalog: Catalog) -> Iterator[Earlier]:
    """The figures refused as another year's that are last year's own level, of the report's own body and no part."""
    for refusal in refusals:
        candidate = refusal.candidate
        named = _NAMED.fullmatch(refusal.detail) if refusal.reason is Reason.OTHER_YEAR else None
        if named is None or isinstance(candidate, Overrun) or int(named["year"] or year) != year or candidate.part:
            continue
        if find_other_body(report, find_surroundings(report, candidate)):
            continue
        unit = catalog.indicators[candidate.indicator_id].unit
        yield Earlier(
            report.doc_id, candidate.indicator_id, year, EarlierKind.LEVEL, candidate.quantity.value, unit,
            candidate.quantity.qualifier, candidate.span, candidate.figure, quote(report.text, candidate.span),
        )  # fmt: skip


def _find_beside(report: Report, clause: Clause, reading: Reading, measures: Measures, grammar: _Grammar) -> Iterator[Earlier]:
    """What stands right behind a reading's figure, or right before it, within its clause."""
    figure = reading.figure
    behind = Stretch(report, figure.end, clause.span.end, measures)
    found = grammar.behind.match(behind.shape)
    while found:
        end = behind.span(found.start(), found.end()).end
        yield from _read(report, behind, found, reading, Span(reading.span.start, end))
        found = grammar.further.match(behind.shape, found.end())
    before = Stretch(report, clause.span.start, figure.start, measures)
    found = grammar.before.search(before.shape)
    if found:
        start = before.span(found.start(), found.end()).start
        yield from _read(report, before, found, reading, Span(min(reading.span.start, start), figure.end))


def _read(report: Report, stretch: Stretch, found: regex.Match[str], reading: Reading, span: Span) -> Iterator[Earlier]:
    """The statement that was found; nothing where it is of another year than the one before the report's."""
    groups = {name: found.start(name) for name, words in found.groupdict().items() if words}
    year = (report.year or 0) - 1
    told = [stretch.tokens[groups[name]].quantity for name in ("year", "year2") if name in groups]
    if any(quantity is not None and quantity.value != year for quantity in told):
        return
    kind = next(kind for kind, names in _KINDS.items() if groups.keys() & names)
    at = next(groups[name] for name in _KINDS[kind] if name in groups)
    token = stretch.tokens.get(at)
    quantity = token.quantity if token is not None and token.quantity is not None else Quantity(Decimal(0), "")
    figure = stretch.span(at, token.end if token is not None else found.end())
    unit = {EarlierKind.CHANGE_PERCENT: "%", EarlierKind.CHANGE_POINTS: _POINTS[0]}.get(kind, reading.unit)
    yield Earlier(
        reading.doc_id, reading.indicator_id, year, kind, -quantity.value if "down" in groups else quantity.value, unit,
        quantity.qualifier, span, figure, quote(report.text, span), reading,
    )  # fmt: skip


# Which group of the grammar holds the figure of each kind; 持平 is a change of nought.
_KINDS: dict[EarlierKind, tuple[str, ...]] = {
    EarlierKind.LEVEL: ("level",),
    EarlierKind.CHANGE_PERCENT: ("percent", "same"),
    EarlierKind.CHANGE_POINTS: ("points",),
    EarlierKind.CHANGE_COUNT: ("count",),
}
