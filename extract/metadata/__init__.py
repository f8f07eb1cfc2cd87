"""text → Report: title, locality, report year, day of publication and index number, each with the words it was read from.

| step     | where                    | gives                                                        |
|----------|--------------------------|--------------------------------------------------------------|
| title    | titles.find_title        | the title's words and where each character stands            |
| year     | years.title_year, …      | the year reported on, from the report's own words            |
| names    | naming.read_name         | what a body's name says: parents, own name, kind             |
| locality | localities.locate        | that name in the register, settled by the frame              |
| frame    | frame.Frame              | names, addresses and signatures around the report            |
| imprint  | imprint.read_published … | the day of publication, the index number                     |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..folding import fold
from ..model import Level, Locality, Report, Span
from . import imprint, years
from .frame import Frame
from .localities import at_rank, locate
from .naming import Kind, Naming, read_name
from .titles import Title, find_title

# What stands in a title between the names of bodies and before the matter.
_APART = re.compile(
    r"关于|20\d\d ?年?度?|[〇零○oO一二三四五六七八九]{4}年?度?|年度|[上下]半年|第?[一二三四]季度"
    r"|(?:近|过去)?[两三四五六七八九十]年来?|近 ?\d 年|[“\"]?十[一二三四五六]五[”\"]?"
    r"|报送|呈报|上报|印发|转发|公布|公开|发布|推进|全面|深入|深化|贯彻|落实|开展|加强|履行|持续|进一步|的|[ 、,/《》\"“”]"
)
_MATTER = re.compile(r"法治|依法|普法|政务公开|政府信息|行政执法|行政规范")
_BRACKET_AT_END = re.compile(r"[(]([一-鿿]{2,20})[)]$")
_DOCUMENT_NUMBER = re.compile(r"[\[(]?[一-鿿]{1,12}[〔\[(]20\d\d[〕\])]第? ?\d+号[\])]?|【[^】]{1,12}】")
# Bodies that write or post the report of their government.
_WRITES_FOR_GOVERNMENT = re.compile(
    r"司法局|司法厅|法制办|政务公开|信息公开|人民政府办|政府办|党政办|政务服务|大数据|电子政务|融媒体|门户网"
)
_TOWNS = ("镇", "乡", "街道")
_DEPARTMENT_SELF = frozenset(("局", "厅", "委", "办", "队", "院", "处", "部", "中心", "站", "公司"))


def read_report(doc_id: str, text: str, *, year: int | None = None) -> Report:
    """What `text` says of itself. Any text gives a report and nothing raises; what the text does not say is None.

    `year` is taken as the report year only where the text does not say for sure which year it reports on. The locality of
    a report that names nobody but calls itself 我镇 has an empty name and a level.
    """
    folded = fold(text)
    title = find_title(folded)
    frame = Frame(folded, title)
    evidence: dict[str, Span] = {}
    report_year = _read_year(frame, year, evidence)
    locality = _read_locality(frame, report_year, evidence)
    published = imprint.read_published(folded)
    index_number = imprint.read_index_number(folded)
    if title is not None:
        evidence["title"] = title.span
    if published is not None:
        evidence["published"] = published[1]
    if index_number is not None:
        evidence["index_number"] = index_number[1]
    return Report(
        doc_id,
        text,
        "".join(text[at] for at in title.offsets) if title is not None else None,
        locality,
        report_year,
        published[0] if published is not None else None,
        index_number[0] if index_number is not None else None,
        evidence,
    )


def _read_year(frame: Frame, given: int | None, evidence: dict[str, Span]) -> int | None:
    """The year of an annual report; a title that names another document leaves only the year that the caller gives."""
    found = None
    if frame.title is None:
        found = years.body_year(frame.folded, frame.body)
    elif years.is_annual_report(frame.title):
        found = years.title_year(frame.title) or years.body_year(frame.folded, frame.body)
    if found is None or (given is not None and not found.sure):
        return given if given is not None else None
    evidence["year"] = found.span
    return found.year


def _read_locality(frame: Frame, year: int | None, evidence: dict[str, Span]) -> Locality | None:
    """Whose report it is: as the title says, else as the page, the announcing sentence or the signature says."""
    title = frame.title
    if title is not None and years.is_masked(title):
        return None
    naming = _named_in_title(title) if title is not None else None
    if title is not None and naming is not None:
        evidence["locality"] = title.span_of(naming.start, naming.end)
        if naming.office and not years.is_annual_report(title):
            naming = replace(naming, body="", office=False)
        if naming.kind is not Kind.RANK:
            return locate(naming, frame, year)
        return _from_frame(frame, year, evidence, (naming.rank, evidence.pop("locality")))
    return _from_frame(frame, year, evidence, frame.self_rank)


def _from_frame(frame: Frame, year: int | None, evidence: dict[str, Span], self_rank: tuple[str, Span] | None) -> Locality | None:
    """Who reports where the title names nobody; `self_rank`: what the report calls itself (我镇) and where."""
    for naming, span in frame.publishers():
        speaker = _speaker(naming, self_rank[0] if self_rank else "")
        if speaker is not None:
            evidence["locality"] = span
            return locate(speaker, frame, year)
    rank, span = self_rank if self_rank is not None else _rank_of_writer(frame)
    if not rank:
        return None
    locality = Locality("", Level.DEPARTMENT) if rank in _DEPARTMENT_SELF else at_rank(rank, frame, year)
    if not locality.name and locality.level is None:
        return None
    evidence["locality"] = span
    return locality


def _speaker(naming: Naming, self_rank: str) -> Naming | None:
    """Who reports where a page names `naming` and the report calls itself `self_rank` (empty: nothing); None: not this one.

    A bureau of justice posts its government's report, unless the report says 我局.
    """
    if self_rank in _DEPARTMENT_SELF:
        return naming if naming.kind in (Kind.BODY, Kind.MINISTRY) and naming.name.endswith(self_rank) else None
    if naming.kind is Kind.BODY and _WRITES_FOR_GOVERNMENT.search(naming.body):
        if not naming.chain:
            return None
        naming = replace(naming, kind=Kind.DIVISION, name=naming.chain[-1], chain=naming.chain[:-1], body="")
    elif naming.kind is Kind.BODY:
        return None if self_rank else naming
    ranks = _TOWNS if self_rank in ("乡镇", "镇街") else (self_rank,)
    return naming if not self_rank or naming.name.endswith(ranks) else None


def _rank_of_writer(frame: Frame) -> tuple[str, Span]:
    """区 of a page whose source is 区司法局: a writer for the government tells the government's rank."""
    for naming, span in frame.publishers():
        if naming.kind is Kind.BODY and naming.rank and _WRITES_FOR_GOVERNMENT.search(naming.body):
            return naming.rank, span
    return "", Span(0, 1)


def _named_in_title(title: Title) -> Naming | None:
    """The body that a title names as reporting: the last before the matter, but a division rather than its department.

    A rank alone (我镇, 乡镇) where the title names no more.
    """
    words = _DOCUMENT_NUMBER.sub(lambda match: " " * len(match[0]), title.words)
    matter = _MATTER.search(words)
    end = matter.start() if matter else len(words)
    all_found = list(_namings(words, 0, end))
    bracket = _BRACKET_AT_END.search(words, end)
    if bracket and not all_found:
        all_found = list(_namings(words, *bracket.span(1)))
    found = [naming for naming in all_found if naming.kind is not Kind.RANK] or all_found
    whole = [naming for naming in found if naming.kind not in (Kind.BODY, Kind.MINISTRY)]
    after = words.find("关于")
    whole_after = [naming for naming in whole if naming.start > after >= 0]
    named = whole_after or found
    return named[-1] if named else None


def _namings(words: str, start: int = 0, end: int | None = None) -> Iterator[Naming]:
    """The names in the pieces of a title from `start` to `end`, with offsets in `words`."""
    end = len(words) if end is None else end
    for stop, next_start in [*(match.span() for match in _APART.finditer(words, start, end)), (end, end)]:
        naming = read_name(words[start:stop])
        if naming is not None:
            yield replace(naming, start=naming.start + start, end=naming.end + start)
        start = next_start
