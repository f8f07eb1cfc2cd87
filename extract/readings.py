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
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from .catalog import Catalog, Indicator, Kind
from .context import find_fault
from .model import UNSTATED, Basis, Candidate, Overrun, Qualifier, Quantity, Reading, Reason, Refusal, Report, Span
from .surroundings import Surroundings, behind, find_surroundings

# Words that say the figure is of the whole locality: 全镇共调处216件 beside one studio's 四十余件.
WHOLE = regex.compile(r"[全我](?:省|市|州|县|区|旗|镇|乡|街道|局)|全年|各级|共|累计|合计|总计|总数|总量")
PART = regex.compile(r"其中|新增|新申领|新培[育训养]|新(?:创建|获评)|另有")
# Bodies that are each a part of the locality where one sentence sets them side by side: 区政府…100%,部门和镇街…98.9%.
BODIES = regex.compile(
    r"(?:[省市州县区旗]政府|[省市州县区旗]本级"
    r"|[^,;。:]{0,6}(?:部门|镇街|街镇|乡镇(?:\(街道\))?|镇\(街道\)|村居|村\((?:社区|居)\)|县区|县\(市、区\)))"
    r"(?=(?:行政机关)?(?:主要|正职)?(?:负责人)?[^,;。、]{0,8}(?:率|比例)?(?:均|则)?(?:为|达到?|保持)?$)"
)
# 市本级受理358件,办结323件;各县(市、区)受理904件,办结851件: such bodies at the head of what semicolons part.
HEADS = regex.compile(
    r"(?:全年|年内|其中|今年)?,?(?:[省市州县区旗]本级"
    r"|各?(?:县\(市、区\)|县\(区\)|县市区|县区|区县|乡镇\(街道\)|乡镇|镇街|镇\(街道\)|部门))"
)
# 个别县区报备率仅为92% is never the locality's.
SOME = regex.compile(
    r"(?:个别|少数|部分|有的|一些|多数|(?:仍|尚|还)有\d{1,3}个)"
    r"(?:县\(市、区\)|县市区|县区|区县|地区|地方|[省市县区]直?(?:部门|单位)|部门|单位|乡镇|镇街|街镇|街道)"
)
# A figure of less than the year: 截至2023年10月, 1至9月, 上半年, 前三季度; 截至12月底 and 截至2023年底 are the year.
PERIOD = regex.compile(
    r"截[至止]到?(?:(?:19|20)\d\d年|今年)?(?:[1-9]|1[01])月(?!\d)[底末份]?|(?<!\d)1月?(?:至|-)(?:[2-9]|1[01])月份?|[上下]半年|前三季度|前三个季度"
)
_FULL_YEAR = regex.compile(r"全年|年内|年底")
_WEIGHT = {Basis.STATED: 0, Basis.COMPUTED: 1, Basis.IMPLIED: 2}


@dataclass(frozen=True, slots=True)
class _Standing:
    """A candidate that may stand, with the words around its figure."""

    candidate: Candidate
    around: Surroundings
    # 其中: a part of a figure of the same indicator before it
    inside: bool = False


def judge(
    report: Report, candidates: Iterable[Candidate | Overrun], catalog: Catalog
) -> tuple[tuple[Reading, ...], tuple[Refusal, ...]]:
    """The readings and refusals of one report, each in the order of the text; a pattern that was stopped is a refusal too."""
    found, overruns = _part(candidates)
    refusals: list[Refusal] = []
    standing: dict[str, list[_Standing]] = {}
    for candidate in found:
        around = find_surroundings(report, candidate)
        fault = find_fault(report, candidate, around) or _find_misfit(candidate, catalog) or _find_implausible(candidate, catalog)
        if fault:
            refusals.append(Refusal(candidate, *fault))
        else:
            standing.setdefault(candidate.indicator_id, []).append(_Standing(candidate, around))
    readings: list[Reading] = []
    for indicator_id, mine in standing.items():
        kept, refused = _settle(report, catalog.indicators[indicator_id], mine)
        refusals += refused
        readings += kept
    taken = {(r.indicator_id, r.figure) for r in readings}
    told = [r for r in refusals if (r.candidate.indicator_id, _place(r)) not in taken]
    told += [Refusal(overrun, Reason.TIMEOUT) for overrun in overruns]
    order = {indicator_id: place for place, indicator_id in enumerate(catalog.indicators)}
    readings.sort(key=lambda r: (r.figure.start, order[r.indicator_id]))
    told.sort(key=lambda r: (_place(r).start, order[r.candidate.indicator_id]))
    return tuple(readings), tuple(told)


def _part(candidates: Iterable[Candidate | Overrun]) -> tuple[list[Candidate], list[Overrun]]:
    """One candidate for each indicator and figure, of the first pattern that ties them, and what was stopped."""
    first: dict[tuple[str, Span], Candidate] = {}
    overruns: list[Overrun] = []
    for c in candidates:
        if isinstance(c, Overrun):
            overruns.append(c)
        else:
            first.setdefault((c.indicator_id, c.figure), c)
    return list(first.values()), overruns


def _place(refusal: Refusal) -> Span:
    """The figure that was refused, or the words in which a pattern was stopped."""
    return refusal.candidate.span if isinstance(refusal.candidate, Overrun) else refusal.candidate.figure


def _find_misfit(candidate: Candidate, catalog: Catalog) -> tuple[Reason, str] | None:
    """Why a count is none of the indicator's: it counts in another unit, whose word decides; never converted or coerced."""
    word, indicator = candidate.quantity.unit, catalog.indicators[candidate.indicator_id]
    if word in ("", "%"):
        return None
    pattern = next(pattern for pattern in indicator.patterns if pattern.id == candidate.pattern_id)
    return None if word in catalog.words_of(indicator, pattern) else (Reason.OTHER_UNIT, word)


def _find_implausible(candidate: Candidate, catalog: Catalog) -> tuple[Reason, str] | None:
    indicator, value = catalog.indicators[candidate.indicator_id], candidate.quantity.value
    if indicator.low is not None and value < indicator.low:
        return Reason.IMPLAUSIBLE, f"{value} < {indicator.low}"
    if indicator.high is not None and value > indicator.high:
        return Reason.IMPLAUSIBLE, f"{value} > {indicator.high}"
    return None


def _settle(report: Report, indicator: Indicator, standing: Sequence[_Standing]) -> tuple[list[Reading], list[Refusal]]:
    """The candidates of one indicator that may stand → its readings, one of them main, and what gave way."""
    refusals: list[Refusal] = []
    kept: list[_Standing] = []
    strongest = min((_WEIGHT[s.candidate.basis] for s in standing if not s.candidate.part), default=0)
    told: dict[
        tuple[Decimal, bool], int
    ] = {}  # a value that was kept, and whether of a part → the strongest basis that states it
    for s in standing:
        c, weight = s.candidate, _WEIGHT[s.candidate.basis]
        # A part that happens to be as large as the whole does not stand for it.
        before = [told[key] for key in ((c.quantity.value, False), (c.quantity.value, c.part)) if key in told]
        if before and min(before) <= weight:
            refusals.append(Refusal(c, Reason.OVERLAPPED))
        elif not c.part and weight > strongest:
            refusals.append(Refusal(c, Reason.WEAKER_BASIS))
        else:
            kept.append(s)
            told[c.quantity.value, c.part] = min(weight, *before, weight)
    kept = _mark_bodies(_mark_parts(kept))
    if indicator.adds_up:
        kept = _add_up(kept)
    main = _choose_main(indicator, kept)
    return [_to_reading(report, indicator, s, s is main) for s in kept], refusals


def _mark_parts(standing: Sequence[_Standing]) -> list[_Standing]:
    """A figure after 其中 is a part where a figure of the same indicator stands before that word in the same sentence."""
    first: dict[Span, int] = {}  # a clause → how many words stand before its first figure of this indicator
    for s in standing:
        clause = s.candidate.clause.span
        first[clause] = min(len(s.around.before), first.get(clause, len(s.around.before)))
    return [_mark_part(s, first[s.candidate.clause.span]) for s in standing]


def _mark_part(standing: _Standing, first: int) -> _Standing:
    c, around = standing.candidate, standing.around
    some = SOME.search(around.near)
    if some:
        return _Standing(replace(c, part=True, scope=c.scope or some[0]), around)
    part = c.part
    words = around.before.split("。")[-1]
    split = max(words.rfind("其中"), words.rfind("("))
    if split >= 0 and not part:
        cut = len(around.before) - len(words) + split
        behind = around.before[cut:]
        closed = ")" in behind or (not behind.startswith("(") and ";" in behind)
        part = not closed and first < cut
    if part and c.scope is None:
        c = replace(c, scope=_name_part(around.near))
    return _Standing(replace(c, part=part), around, inside=part and not standing.candidate.part)


def _mark_bodies(standing: Sequence[_Standing]) -> list[_Standing]:
    """Each of several bodies that one sentence sets side by side is a part, and its name the scope."""
    named: dict[Span, list[tuple[_Standing, str]]] = {}
    for s in standing:
        body = BODIES.search(s.around.near) or HEADS.match(behind(s.around.before, ";。"))
        if body and s.candidate.scope is None:
            named.setdefault(s.candidate.clause.span, []).append((s, body[0]))
    scopes = {id(s): body for said in named.values() if len({body for _, body in said}) > 1 for s, body in said}
    return [
        replace(s, candidate=replace(s.candidate, scope=scopes[id(s)], part=True)) if id(s) in scopes else s for s in standing
    ]


def _name_part(near: str) -> str | None:
    """其中新媒体1987条 → 新媒体: what the clause says before a part's figure."""
    words = regex.sub(r"^.*(?:其中|[、(])[::]?", "", near)
    return words[-24:] or None


def _add_up(standing: Sequence[_Standing]) -> list[_Standing]:
    """Where one sentence lists disjoint parts and no whole, the parts and their total; else `standing` as it is."""
    sentences: dict[Span, list[_Standing]] = {}
    for s in standing:
        sentences.setdefault(s.candidate.clause.span, []).append(s)
    for said in sentences.values():
        scoped = [s.candidate for s in said if s.candidate.scope and s.candidate.basis is Basis.STATED]
        # 提案共96件,其中集体提案27件: what is a part of another part is in it already.
        parts = [s.candidate for s in said if s.candidate in scoped and not s.inside]
        if len(parts) < 2 or len(scoped) < len(said):
            continue
        spread = [s if s.candidate not in parts else _Standing(replace(s.candidate, part=True), s.around) for s in standing]
        return [*spread, _Standing(_total(parts), said[0].around)]
    return list(standing)


def _total(parts: Sequence[Candidate]) -> Candidate:
    exact = all(c.quantity.qualifier is Qualifier.EXACT for c in parts)
    value = sum((c.quantity.value for c in parts), Decimal(0))
    return replace(
        parts[0],
        pattern_id="sum",
        quantity=Quantity(value, parts[0].quantity.unit, Qualifier.EXACT if exact else Qualifier.APPROX),
        basis=Basis.COMPUTED,
        span=Span(min(c.span.start for c in parts), max(c.span.end for c in parts)),
        figure=Span(min(c.figure.start for c in parts), max(c.figure.end for c in parts)),
        scope=None,
        part=False,
        operands=tuple(c.figure for c in parts),
    )


def _choose_main(indicator: Indicator, standing: Sequence[_Standing]) -> _Standing | None:
    """The candidate that covers most of the locality; None where all are parts.

    In this order: of every kind (综合纠错率 before 直接纠错率), not said to be new only, said of the whole (全县, 各级, 共), the
    larger count, the first in the text.
    """

    def cover(s: _Standing) -> tuple[bool, bool, bool, Decimal]:
        size = s.candidate.quantity.value if indicator.unit != "%" else Decimal(0)
        return s.candidate.scope is None, not PART.search(s.around.near), bool(WHOLE.search(s.around.near)), size

    return max((s for s in standing if not s.candidate.part), key=cover, default=None)


def _find_base(indicator: Indicator, candidate: Candidate, around: Surroundings) -> str | None:
    """What the words say that a rate divides by: the pattern's own, else of the indicator's bases the one that the sentence
    names nearest before; UNSTATED where neither does, None for what is no rate."""
    if indicator.kind is not Kind.RATE:
        return None
    sentence = around.before.split("。")[-1]
    named = [(m.start(), base) for base, words in indicator.base_words.items() for m in regex.finditer(words, sentence)]
    return candidate.base or (max(named)[1] if named else UNSTATED)


def _find_period(indicator: Indicator, around: Surroundings) -> str | None:
    """The part of the year that a count of events covers, as the sentence says it; None: the year, or what there is at a day."""
    if indicator.kind is Kind.STOCK:
        return None
    said = max(PERIOD.finditer(around.before), key=lambda m: m.start(), default=None)
    return said[0] if said and not _FULL_YEAR.search(around.before, said.end()) else None


def _to_reading(report: Report, indicator: Indicator, standing: _Standing, main: bool) -> Reading:
    c = standing.candidate
    return Reading(
        doc_id=report.doc_id,
        indicator_id=c.indicator_id,
        value=c.quantity.value,
        unit=indicator.unit,
        qualifier=c.quantity.qualifier,
        basis=c.basis,
        base=_find_base(indicator, c, standing.around),
        scope=c.scope or _find_period(indicator, standing.around),
        main=main,
        span=c.span,
        figure=c.figure,
        quote=report.text[c.span.start : c.span.end],
        pattern_id=c.pattern_id,
        section=c.clause.section,
        operands=c.operands,
    )
