"""Candidates → readings and refusals. Judges each once, knows no indicator's patterns.

The order of judgement, each step leaving a refusal with its reason:
1. what the surroundings say: a plan, a rule, another year, another body, a change (`context`);
2. plausibility against the catalogue's bounds;
3. one figure is one reading of an indicator: a second pattern on the same words is dropped, the same fact told twice refused;
4. a stated figure outweighs a computed or implied one of the same indicator;
5. parts (其中, one field, one drive) keep their scope and are never main; of the others the one that covers most is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from .catalog import Catalog, Indicator
from .context import find_fault, find_surroundings
from .model import Basis, Candidate, Qualifier, Quantity, Reading, Reason, Refusal, Report, Span

# Words that say the figure is of the whole locality: 全镇共调处216件 beside one studio's 四十余件.
WHOLE = regex.compile(r"[全我](?:省|市|州|县|区|旗|镇|乡|街道|局)|全年|各级|共|累计|合计|总计|总数|总量")
PART = regex.compile(r"其中|新增|新申领|新培[育训养]|新(?:创建|获评)|另有")
_WEIGHT = {Basis.STATED: 0, Basis.COMPUTED: 1, Basis.IMPLIED: 2}


def judge(report: Report, candidates: Iterable[Candidate], catalog: Catalog) -> tuple[tuple[Reading, ...], tuple[Refusal, ...]]:
    """The readings and refusals of one report, each in the order of the text."""
    refusals: list[Refusal] = []
    standing: dict[str, list[Candidate]] = {}
    for candidate in _drop_doubles(candidates):
        fault = find_fault(report, candidate) or _find_implausible(candidate, catalog)
        if fault:
            refusals.append(Refusal(candidate, *fault))
        else:
            standing.setdefault(candidate.indicator_id, []).append(candidate)
    readings: list[Reading] = []
    for indicator_id, mine in standing.items():
        indicator = catalog.indicators[indicator_id]
        kept, refused = _settle(report, indicator, mine)
        refusals += refused
        readings += kept
    taken = {(r.indicator_id, r.figure) for r in readings}
    told = [r for r in refusals if (r.candidate.indicator_id, r.candidate.figure) not in taken]
    order = list(catalog.indicators)
    readings.sort(key=lambda r: (r.figure.start, order.index(r.indicator_id)))
    told.sort(key=lambda r: (r.candidate.figure.start, order.index(r.candidate.indicator_id)))
    return tuple(readings), tuple(told)


def _drop_doubles(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each indicator and figure: the first pattern of the catalogue that ties them speaks."""
    first: dict[tuple[str, Span], Candidate] = {}
    for c in candidates:
        held = first.get((c.indicator_id, c.figure))
        if held is None:
            first[c.indicator_id, c.figure] = c
    return list(first.values())


def _find_implausible(candidate: Candidate, catalog: Catalog) -> tuple[Reason, str] | None:
    indicator, value = catalog.indicators[candidate.indicator_id], candidate.quantity.value
    if indicator.low is not None and value < indicator.low:
        return Reason.IMPLAUSIBLE, f"{value} < {indicator.low}"
    if indicator.high is not None and value > indicator.high:
        return Reason.IMPLAUSIBLE, f"{value} > {indicator.high}"
    return None


def _settle(report: Report, indicator: Indicator, candidates: Sequence[Candidate]) -> tuple[list[Reading], list[Refusal]]:
    """The candidates of one indicator that may stand → its readings, one of them main, and what gave way."""
    refusals: list[Refusal] = []
    kept: list[Candidate] = []
    strongest = min(_WEIGHT[c.basis] for c in candidates if not c.part) if any(not c.part for c in candidates) else 0
    for c in candidates:
        same = next((k for k in kept if k.quantity.value == c.quantity.value and _WEIGHT[k.basis] <= _WEIGHT[c.basis]), None)
        if same is not None:
            refusals.append(Refusal(c, Reason.OVERLAPPED))
        elif not c.part and _WEIGHT[c.basis] > strongest:
            refusals.append(Refusal(c, Reason.WEAKER_BASIS))
        else:
            kept.append(c)
    kept = _mark_parts(report, kept)
    total = _add_up(indicator, kept)
    if total is not None:
        kept = [replace(c, part=True) if c in total[1] else c for c in kept]
        kept.append(total[0])
    main = _choose_main(report, indicator, kept)
    return [_to_reading(report, indicator, c, c is main) for c in kept], refusals


def _mark_parts(report: Report, candidates: Sequence[Candidate]) -> list[Candidate]:
    """A figure after 其中 is a part where a figure of the same indicator stands before that word in the same sentence."""
    marked = []
    for c in candidates:
        around = find_surroundings(report, c)
        part = c.part
        words = regex.split(r"[。]", around.before)[-1]
        split = [m.start() for m in regex.finditer(r"其中|\(", words)]
        if split and not part:
            cut = len(around.before) - len(words) + split[-1]
            closed = ")" in around.before[cut:] or (around.before[cut] != "(" and ";" in around.before[cut:])
            part = not closed and any(_stands_before(report, other, c, cut) for other in candidates if other is not c)
        if part and c.scope is None:
            c = replace(c, scope=_name_part(around.near))
        marked.append(replace(c, part=part))
    return marked


def _stands_before(report: Report, other: Candidate, c: Candidate, cut: int) -> bool:
    return other.clause is c.clause and len(find_surroundings(report, other).before) < cut


def _name_part(near: str) -> str | None:
    """其中新媒体1987条 → 新媒体: what the clause says before a part's figure."""
    words = regex.sub(r"^.*(?:其中|[、(])[::]?", "", near)
    return words[-24:] or None


def _add_up(indicator: Indicator, candidates: Sequence[Candidate]) -> tuple[Candidate, list[Candidate]] | None:
    """The total of disjoint parts that one sentence lists, where the definition says all together; None otherwise."""
    if not indicator.adds_up:
        return None
    for first in candidates:
        listed = [c for c in candidates if c.clause is first.clause and c.basis is Basis.STATED and c.scope]
        if first is listed[0] if listed else False:
            whole = [c for c in candidates if c.clause is first.clause and not c.scope]
            if len(listed) < 2 or whole:
                continue
            exact = all(c.quantity.qualifier is Qualifier.EXACT for c in listed)
            value = sum((c.quantity.value for c in listed), Decimal(0))
            total = replace(
                first,
                pattern_id="sum",
                quantity=Quantity(value, first.quantity.unit, Qualifier.EXACT if exact else Qualifier.APPROX),
                basis=Basis.COMPUTED,
                span=Span(min(c.span.start for c in listed), max(c.span.end for c in listed)),
                figure=Span(min(c.figure.start for c in listed), max(c.figure.end for c in listed)),
                scope=None,
                part=False,
            )
            return total, listed
    return None


def _choose_main(report: Report, indicator: Indicator, candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that covers most of the locality; None where all are parts."""
    whole = [c for c in candidates if not c.part]
    if not whole:
        return None

    def cover(c: Candidate) -> tuple[int, int, Decimal]:
        near = find_surroundings(report, c).near
        news = 0 if PART.search(near) else 1
        size = c.quantity.value if indicator.unit != "%" else Decimal(0)
        return news, 1 if WHOLE.search(near) else 0, size

    return max(whole, key=cover)


def _to_reading(report: Report, indicator: Indicator, c: Candidate, main: bool) -> Reading:
    return Reading(
        doc_id=report.doc_id,
        indicator_id=c.indicator_id,
        value=c.quantity.value,
        unit=indicator.unit,
        qualifier=c.quantity.qualifier,
        basis=c.basis,
        base=c.base,
        scope=c.scope,
        main=main,
        span=c.span,
        figure=c.figure,
        quote=report.text[c.span.start : c.span.end],
        pattern_id=c.pattern_id,
        section=c.clause.section,
    )
