"""What a title or page names, and the rest of the text → one locality of the register, or as much of it as the text settles.

A name that several divisions bear is settled by the text's own words: parents before it, parents named on the page or in
the body, the site's address. Where these leave two, only what both share is said. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .. import places
from ..model import DivisionPath, Level, Locality
from ..places import Division
from .frame import Frame
from .naming import Kind, Naming, is_in_zone

# What a parent's name in the text counts for, by rank: the nearer parent says more.
_WORTH = {Level.COUNTY: 8.0, Level.PREFECTURE: 4.0, Level.PROVINCE: 2.0}
_ADJACENT, _NEAR, _FAR = 3.0, 1.0, 0.5
_SHORT = 0.5
# The word of a document's number (天政发) only breaks ties.
_DOCUMENT_WORD = 0.5
# So much must speak for a division that is named nowhere in the title.
_SURE_HOST = 6.0
_SHORT_AT_SITE = 4.0
_UNKNOWN = DivisionPath()

_TOWN_RANKS = ("镇", "乡", "街道", "乡镇", "镇街")
# 自治县 and 自治州 end in the rank that a short name gives.
_RANK_ENDINGS = {"省": ("省", "自治区"), "自治区": ("自治区",), "自治州": ("州",), "自治县": ("自治县",), "盟": ("盟",)}


def locate(naming: Naming, frame: Frame, year: int | None) -> Locality:
    """The locality that `naming` names in this text, in the report year `year` (None: unknown, as of today)."""
    if naming.kind is Kind.DIVISION:
        return _government_office(naming, frame, year) if naming.office else _division(naming, frame, year)
    if naming.kind is Kind.TOWNSHIP:
        return _township(naming, frame, year)
    if naming.kind is Kind.ZONE:
        return _zone(naming, frame, year)
    if naming.kind is Kind.BODY:
        return _body(naming, frame, year)
    if naming.kind is Kind.MINISTRY:
        return Locality(naming.name, Level.DEPARTMENT)
    return at_rank(naming.rank, frame, year)


def at_rank(rank: str, frame: Frame, year: int | None) -> Locality:
    """The one division of that rank (区, 镇) that the page speaks of; without a name where there is none or more than one."""
    host = _host_of_rank(rank, frame, year)
    if host is not None:
        return Locality(host.name, host.level, places.path_of(host, year), host.code)
    return Locality("", _level_of_rank(rank))


def _division(naming: Naming, frame: Frame, year: int | None) -> Locality:
    if naming.name == places.CORPS.name:
        return Locality(naming.name, Level.PROVINCE, places.path_of(places.CORPS), None)
    return _one_or_shared(_last_of((*naming.chain, naming.name), frame, year), naming.name, year)


def _township(naming: Naming, frame: Frame, year: int | None) -> Locality:
    candidates = places.townships(naming.name)
    under = _under(candidates, naming.chain, year)
    if naming.chain and not under:
        return _beneath(_last_of(naming.chain, frame, year), naming.name, year)
    settled = _settle(under, naming.name, frame, year)
    if len(settled) != 1 or _support(settled[0], frozenset(frame.names_before(naming.name)), frame, year) == 0:
        host = _host_of_name(naming.name, frame, year)
        if host is not None and not any(d.code.startswith(host.code) or d.code[:6] == host.now for d in settled):
            return _beneath((host,), naming.name, year)
    return _one_or_shared(settled, naming.name, year, Level.TOWNSHIP)


def _zone(naming: Naming, frame: Frame, year: int | None) -> Locality:
    """A zone, of a county's rank or, in a county, of a town's. It is no division of its own: the path is what it lies in."""
    bracketed = naming.name[naming.name.find("(") + 1 : -1] if naming.name.endswith(")") else ""
    if places.is_name(bracketed):
        county = _settle(_under(places.named(bracketed, year), naming.chain, year), bracketed, frame, year)
        return Locality(naming.name, Level.COUNTY, _shared_path(county, year), None)
    registered = places.named(naming.name) or places.townships(naming.name)
    if not naming.chain and len(registered) == 1:
        path = places.path_of(registered[0], year)
        return Locality(naming.name, Level.COUNTY, path._replace(township=None), registered[0].code)
    above = _above_zone(naming, frame, year)
    in_county = bool(naming.chain) and any(d.level is Level.COUNTY for d in above)
    return Locality(naming.name, Level.TOWNSHIP if in_county else Level.COUNTY, _shared_path(above, year))


def _above_zone(naming: Naming, frame: Frame, year: int | None) -> tuple[Division, ...]:
    """The divisions before the zone's name, or that its name begins with (东莞滨海湾新区), or that the page names."""
    if naming.chain:
        return _last_of(naming.chain, frame, year)
    inside = _division_inside(naming.name)
    if inside is not None:
        return (inside,)
    host = _host_of_name(naming.name, frame, year, any_rank=True)
    return (host,) if host is not None else ()


def _division_inside(zone: str) -> Division | None:
    """The city or province whose short name a zone's name holds: 东莞滨海湾新区, 西部科学城重庆高新区; else a county that starts it."""
    for start in range(len(zone) - 3):
        for size in range(min(6, len(zone) - start - 2), 1, -1):
            known = places.known_as(zone[start : start + size])
            wide = [d for d in known if len(d.code) <= 4]
            if wide or (start == 0 and len(known) == 1):
                return max(wide or known, key=lambda d: len(d.code))
    return None


def _body(naming: Naming, frame: Frame, year: int | None) -> Locality:
    """A department: under the division before its name, else under the one that the page names with it."""
    if naming.chain:
        # 广州市公安局增城区分局 serves the district.
        within = [naming.body[start:end] for start, end in places.mentions(naming.body)] if naming.body.endswith("分局") else []
        chain = (*naming.chain, *within[-1:])
        return Locality(naming.name, Level.DEPARTMENT, _shared_path(_last_of(chain, frame, year), year))
    inside = [naming.name[start:end] for start, end in places.mentions(naming.name)]
    if inside:  # 国家税务总局重庆市税务局
        return Locality(naming.name, Level.DEPARTMENT, _shared_path(places.named(inside[-1], year), year))
    host = _host_of_name(naming.body, frame, year, naming.rank, any_rank=True)
    if host is None:
        return Locality(naming.name, Level.DEPARTMENT)
    name = naming.name if is_in_zone(naming.name) else host.name + naming.body
    return Locality(name, Level.DEPARTMENT, places.path_of(host, year))


def _government_office(naming: Naming, frame: Frame, year: int | None) -> Locality:
    division = _division(naming, frame, year)
    return Locality(naming.name + naming.body, Level.DEPARTMENT, division.path)


def _last_of(chain: Sequence[str], frame: Frame, year: int | None) -> tuple[Division, ...]:
    """What the last name of a chain means in it."""
    return _settle(_under(places.named_or_short(chain[-1], year), chain[:-1], year), chain[-1], frame, year)


def _under(found: Sequence[Division], chain: Iterable[str], year: int | None) -> tuple[Division, ...]:
    """Those that lie in every division of `chain`; none where the text puts them where they are not (青岛市云溪区)."""
    kept = tuple(found)
    for name in chain:
        above = {d.code for d in places.named_or_short(name, year)} | {d.code for d in places.named_or_short(name, None)}
        kept = tuple(d for d in kept if any(p.code in above for p in _line(d, year)))
    return kept


def _line(division: Division, year: int | None) -> tuple[Division, ...]:
    """The parents of today and of the report year: a report may name either."""
    return (*places.parents(division, None), *places.parents(division, year))


def _settle(candidates: Sequence[Division], name: str, frame: Frame, year: int | None) -> tuple[Division, ...]:
    """The candidates for which the text speaks most; all of them where it speaks for none."""
    if len(candidates) < 2:
        return tuple(candidates)
    before = frozenset(frame.names_before(name))
    support = {d: _support(d, before, frame, year) for d in candidates}
    most = max(support.values())
    return tuple(d for d in candidates if support[d] == most)


def _support(division: Division, before: frozenset[str], frame: Frame, year: int | None) -> float:
    """How much the page and the body speak for this one among divisions of one name; `before`: what stands before the name."""
    total = frame.sites.get(division.code, 0.0)
    for parent in places.parents(division, year):
        worth = _WORTH[parent.level]
        if parent.name in before or parent.short in before:
            total += _ADJACENT * worth
        total += _closeness(parent, frame) * worth
        total += frame.sites.get(parent.now or parent.code, 0.0) * worth / _WORTH[Level.COUNTY]
    if frame.document_word and frame.document_word[0] in "".join(p.short[:1] for p in places.parents(division, year)[:1]):
        total += _DOCUMENT_WORD
    return total


def _closeness(parent: Division, frame: Frame) -> float:
    """How near to the report's head and tail the text names a parent, in full or shortly."""
    if parent.name in frame.near_names:
        return _NEAR
    # 宁县 would be found in 武宁县.
    if len(parent.name) > 2 and parent.name in frame.text:
        return _FAR
    if len(parent.short) > 1 and parent.short in frame.near:
        return _NEAR * _SHORT
    return _FAR * _SHORT if len(parent.short) > 1 and parent.short in frame.text else 0.0


def _host_of_name(name: str, frame: Frame, year: int | None, rank: str = "", *, any_rank: bool = False) -> Division | None:
    """The division that the text puts before `name`, or that the page alone speaks of; None where it is not sure.

    It is of `rank` where that is given, else one that holds townships unless `any_rank`.
    """
    before = [n for n in frame.names_before(name) if not rank or _has_rank(n, rank)]
    for written in dict.fromkeys(before):
        found = _settle(places.named_or_short(written, year), written, frame, year)
        if len(found) == 1:
            return found[0]
    if rank:
        return _host_of_rank(rank, frame, year)
    return _host(frame, year, lambda d: any_rank or _may_hold_towns(d))


def _host_of_rank(rank: str, frame: Frame, year: int | None) -> Division | None:
    if rank in _TOWN_RANKS:
        return None
    return _host(frame, year, lambda d: _has_rank(d.name, rank)) or _owner_of_site(rank, frame)


def _owner_of_site(rank: str, frame: Frame) -> Division | None:
    """The one province or prefecture of that rank that the site's address may stand for: 广东省 for 省应急管理厅 at gd.gov.cn."""
    owners = [d for code in frame.sites if len(code) <= 4 for d in places.at_code(code) if _has_rank(d.name, rank)]
    return owners[0] if len(owners) == 1 else None


def _host(frame: Frame, year: int | None, fits: Callable[[Division], bool]) -> Division | None:
    """The one fitting division for which the page's own names and its address speak."""
    votes: dict[Division, float] = {}
    for written in frame.near_names:
        if len(written) == 2:  # 城区, 和县: as easily a part of other words
            continue
        named = [d for d in _settle(places.named(written, year), written, frame, year) if fits(d)]
        if len(named) == 1:
            votes[named[0]] = votes.get(named[0], 0.0) + _SURE_HOST
    for code, weight in frame.sites.items():
        for division in places.at_code(code):
            if fits(division):
                short = _SHORT_AT_SITE if division.short in frame.near else 0.0
                votes[division] = votes.get(division, 0.0) + weight + short
    if not votes:
        return None
    most = max(votes.values())
    best = max((d for d, vote in votes.items() if vote == most), key=lambda d: len(d.code))
    # Of 湖北省公安县 the nearer is meant; two apart leave it open.
    apart = any(vote == most and not best.code.startswith(d.code) for d, vote in votes.items())
    return best if most >= _SURE_HOST and not apart else None


def _may_hold_towns(division: Division) -> bool:
    return division.level is Level.COUNTY or places.holds_towns(division)


def _has_rank(name: str, rank: str) -> bool:
    return name.endswith(_RANK_ENDINGS.get(rank, (rank,))) and not (rank == "区" and name.endswith("自治区"))


def _level_of_rank(rank: str) -> Level | None:
    if rank in _TOWN_RANKS:
        return Level.TOWNSHIP
    if rank in ("县", "区", "旗", "自治县"):
        return Level.COUNTY
    if rank in ("省", "自治区"):
        return Level.PROVINCE
    return Level.PREFECTURE if rank in ("州", "盟", "自治州") else None


def _one_or_shared(found: Sequence[Division], name: str, year: int | None, level: Level | None = None) -> Locality:
    """The one division found; of several, their name, their rank where it is one, and the parents that they share."""
    if len(found) == 1:
        return Locality(found[0].name, found[0].level, places.path_of(found[0], year), found[0].code)
    ranks = {d.level for d in found}
    shared = level or (ranks.pop() if len(ranks) == 1 else None if ranks else _level_of_rank(name[-1]))
    path = _shared_path(found, year)
    if shared is Level.TOWNSHIP:
        path = path._replace(township=name)
    return Locality(name, shared, path)


def _shared_path(found: Sequence[Division], year: int | None) -> DivisionPath:
    paths = [places.path_of(d, year) for d in found]
    shared = (values[0] if len(set(values)) == 1 else None for values in zip(*paths, strict=True))
    return DivisionPath(*shared) if paths else _UNKNOWN


def _beneath(above: Sequence[Division], township: str, year: int | None) -> Locality:
    """A township that the register lacks, in the division that the text puts it in."""
    return Locality(township, Level.TOWNSHIP, _shared_path(above, year)._replace(township=township))
