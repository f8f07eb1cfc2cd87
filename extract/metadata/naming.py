"""Words that name a body → whose name it is: the divisions before it, its own name, its kind.

重庆市綦江区关坝镇人民政府 names 关坝镇 after 重庆市, 綦江区; 市水务局 names a department of some city. What the words leave open
(which of seven 清溪镇) stays open here: extract.metadata.localities settles it from the rest of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .. import places

_LONGEST_TOWNSHIP = 14


class Kind(StrEnum):
    """What a name names: a division, a township, a development zone, a body of one of these, a ministry, or a rank alone."""

    DIVISION = "division"
    TOWNSHIP = "township"
    ZONE = "zone"
    BODY = "body"
    MINISTRY = "ministry"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Naming:
    """One name as read: `chain` the divisions before it, widest first, as written; `name` its own name without them.

    `body` is the department of a BODY (应急管理局), whose division is the last of the chain, or `rank` alone (市水务局), or not
    said. `start` and `end` bound the words it was read from. `office` tells a government's own office from the government.
    """

    kind: Kind
    name: str
    start: int
    end: int
    chain: tuple[str, ...] = ()
    body: str = ""
    rank: str = ""
    office: bool = False


# What may follow the name of a division or town and still mean the whole of it: its government, its party committee.
_GOVERNMENT = r"(?:人民政府|政府|行政公署|行署|街道办事处|办事处|街道办|街办|管理委员会|管委会|委员会|工作委员会|党工委|党委|工委|党组|委|办)"
_GOVERNMENT_ONLY = re.compile(rf"{_GOVERNMENT}{{0,3}}(?:[(][^()]*[)])?")
_OFFICE = re.compile(r"(?:人民政府|政府|管理委员会|管委会|委员会|委|党政)(?:综合)?(?:办公室|办公厅)|(?:人民)?政府办")
_PARTY = re.compile(r"^(?:中共|中国共产党)(?:(?P<body>[一-鿿]{3,30}?)(?:党组|党委|党工委)(?=(?P=body)))?")
# Between two names of a chain: the corps' own divisions, and the government whose arm a street office is.
_BETWEEN = re.compile(r"第[一二三四五六七八九十]{1,3}师|人民政府(?=[一-鿿]{2,8}?(?:街道|办事处))")
_RANK = r"自治区|自治州|自治县|省|市|州|盟|县|区|旗|镇|乡|街道"
# 区政府办 is the government's office.
_RANK_ALONE = re.compile(rf"^(?:我|本|全)?(乡镇|镇街|{_RANK})(?!(?:人民)?政府办$){_GOVERNMENT}{{0,2}}$")
# 市场, 乡村, 区域 begin names of departments and are no ranks.
_RANK_FIRST = re.compile(
    rf"^(?:我|本)?(?!市场|市政(?!府|务|法|协)|乡村|区域|县域)({_RANK})(?:(?:人民政府|政府|委(?!员会))(?!办))?(?=.{{2,}}$)"
)
_ZONE_WORD = (
    r"(?:开发区|高新区|经开区|新区|园区|示范区|管理区|度假区|风景名?胜?区|旅游区|保税港?区|合作区|实验区|试验区|产业区|工业区|经济区"
    r"|功能区|聚集区|集聚区|自贸片?区|投资区|港区|林区|矿区|生态城|科学城|科技城|新城|工业园|产业园|科技园)"
)
_ZONE = re.compile(rf"^([一-鿿]{{0,24}}?{_ZONE_WORD}(?:[(][^()]{{1,12}}[)])?){_GOVERNMENT}{{0,3}}$")
# A district that the register lacks is set up by its city, as zones are: 大通湖区.
_OTHER_DISTRICT = re.compile(rf"^([一-鿿]{{2,5}}(?<![社片地景校小辖市城郊])区){_GOVERNMENT}{{0,3}}$")
_ZONE_BEFORE = re.compile(rf"[一-鿿]{{0,12}}?{_ZONE_WORD}(?=[一-鿿]{{2,}})")
_TOWN = re.compile(rf"^([一-鿿]{{1,12}}?(?:街道|镇|乡|苏木)){_GOVERNMENT}{{0,3}}$")
_TOWN_OFFICE = re.compile(r"^([一-鿿]{1,10})办事处$")
_BODY = re.compile(
    r"^[一-鿿()·、]{1,28}?(?:局|厅|委员会|委|办公室|办|署|院|中心|队|处|站|所|部|公司|集团|大学|学校|馆|社|会|海关|银行)$"
)
_AFTER_BODY = re.compile(r"(?:分?党组|党委|党工委|[(][^()]{2,16}[)])$")
# The state's own bodies: those called 国家…局 and the like, and these.
_STATE_BODY = re.compile(r"(?:国家|中国|国务院)[一-鿿]{2,18}(?:局|委员会|委|署|会|办公室|银行)")
_MINISTRIES = frozenset((
    "外交部", "国防部", "教育部", "科学技术部", "科技部", "工业和信息化部", "公安部", "国家安全部", "民政部", "司法部", "财政部",
    "人力资源和社会保障部", "自然资源部", "国土资源部", "生态环境部", "环境保护部", "住房和城乡建设部", "交通运输部", "水利部",
    "农业农村部", "农业部", "商务部", "文化和旅游部", "文化部", "退役军人事务部", "应急管理部", "审计署", "海关总署", "市场监管总局",
))  # fmt: skip


def read_name(words: str) -> Naming | None:
    """The body that `words` name from end to end, or None. Folded words, spaces round them allowed."""
    party = _PARTY.match(words.strip())
    start = len(words) - len(words.lstrip()) + (party.end() if party else 0)
    stripped = words[start:].rstrip()
    if not stripped or len(stripped) > 60:
        return None
    if any(len(division.code) <= 4 for division in places.known_as(stripped)):  # 广西, 宁波
        return Naming(Kind.DIVISION, stripped, start, start + len(stripped))
    found = _read(stripped)
    if found is None:
        return None
    return Naming(
        found.kind, found.name, found.start + start, found.end + start, found.chain, found.body, found.rank, found.office
    )


def is_in_zone(words: str) -> bool:
    """Whether a body's name begins with a zone's: 高新区行政审批局."""
    return _ZONE_BEFORE.match(words) is not None


def is_body_line(words: str) -> bool:
    """Whether a whole line is the names of one or more bodies: 中共海南省委 海南省人民政府."""
    parts = [part for part in re.split(r"[ 、]+", words) if part]
    return bool(parts) and len(words) <= 50 and all(read_name(part) is not None for part in parts)


def _read(words: str) -> Naming | None:
    chain, pos = _walk(words)
    rest = words[pos:]
    if chain and _OFFICE.fullmatch(rest):
        return Naming(Kind.DIVISION, chain[-1], 0, len(words), chain[:-1], rest, office=True)
    if chain and _GOVERNMENT_ONLY.fullmatch(rest):
        return Naming(Kind.DIVISION, chain[-1], 0, pos, chain[:-1])
    town = _registered_town(words, pos)
    if town:
        return Naming(Kind.TOWNSHIP, town, 0, pos + len(town), chain)
    street = _registered_street(words, pos)
    if street:
        return Naming(Kind.TOWNSHIP, street, 0, len(words), chain)
    alone = _RANK_ALONE.match(rest)
    if alone and not chain:
        return Naming(Kind.RANK, "", 0, len(words), rank=alone[1])
    if not chain:
        return _read_ministry(words) or _read_after_short(words) or _read_rest(words, 0, ())
    return _read_rest(words, pos, chain)


def _walk(words: str) -> tuple[tuple[str, ...], int]:
    """The divisions named at the start, one after the other, and where they end; a registered town is left unread."""
    chain: list[str] = []
    between = _BETWEEN.match(words)
    pos = between.end() if between else 0
    while True:
        name = places.longest_name(words, pos)
        after = pos + len(name)
        # 天津市场监督管理委员会: the rank belongs to the market.
        if not name or (name[-1] == "市" and words[after : after + 1] == "场") or len(_registered_town(words, pos)) > len(name):
            return tuple(chain), pos
        chain.append(name)
        between = _BETWEEN.match(words, after)
        pos = between.end() if between else after


def _read_rest(words: str, pos: int, chain: tuple[str, ...]) -> Naming | None:
    """What follows the divisions: a town that the register lacks, a zone, a department."""
    rest = words[pos:]
    zone_before = _ZONE_BEFORE.match(rest)
    registered = _registered_town(words, pos + zone_before.end()) if zone_before else ""
    if zone_before and registered:  # 万盛经开区黑山镇
        return Naming(Kind.TOWNSHIP, registered, 0, pos + zone_before.end() + len(registered), chain)
    if zone_before and _TOWN.match(rest[zone_before.end() :]):
        pos, rest = pos + zone_before.end(), rest[zone_before.end() :]
    town = _TOWN.match(rest) or _TOWN_OFFICE.match(rest)
    if town and len(town[1]) > 1 and not _RANK_ALONE.match(rest):
        name = town[1] if town.re is _TOWN else town[1] + "街道"
        return Naming(Kind.TOWNSHIP, name, 0, pos + len(town[1]), chain)
    zone = _ZONE.match(rest) or _OTHER_DISTRICT.match(rest)
    if zone:
        return Naming(Kind.ZONE, zone[1], 0, pos + len(zone[1]), chain)
    return _read_body(words, pos, chain)


def _read_body(words: str, pos: int, chain: tuple[str, ...]) -> Naming | None:
    end = _end_of_body(words, pos + 2)
    body = words[pos:end]
    if not _BODY.match(body) or _GOVERNMENT_ONLY.fullmatch(body):
        return None
    rank = None if chain else _RANK_FIRST.match(body)
    if rank:
        return Naming(Kind.BODY, body, 0, end, body=body[rank.end() :], rank=rank[1])
    return Naming(Kind.BODY, (chain[-1] if chain else "") + body, 0, end, chain, body)


def _end_of_body(words: str, start: int) -> int:
    """Where a body's own name ends: before its party committee, before a second name in brackets."""
    rest = _AFTER_BODY.search(words, start)
    return rest.start() if rest else len(words)


def _read_ministry(words: str) -> Naming | None:
    name = words[: _end_of_body(words, 2)]
    if name in _MINISTRIES or (_STATE_BODY.fullmatch(name) and not any(places.mentions(name))):
        return Naming(Kind.MINISTRY, name, 0, len(name))
    return None


def _read_after_short(words: str) -> Naming | None:
    """东莞清溪镇, 厦门海事局: a division without its rank before a name that the register knows under it, or before a body."""
    for size in range(min(6, len(words) - 2), 1, -1):
        above = places.known_as(words[:size])
        rest = words[size:]
        if not above:
            continue
        chain, pos = _walk(rest)
        town = _registered_town(rest, pos)
        below = places.townships(town) if town else places.named(chain[-1]) if chain else ()
        if any(d.code.startswith(a.code) and d.code != a.code for d in below for a in above):
            found = _read(rest)
            if found is not None:
                return Naming(
                    found.kind, found.name, 0, found.end + size, (words[:size], *found.chain), found.body, office=found.office
                )
        if not chain and not _ZONE.match(words) and not _TOWN.match(words):
            found = _read_body(words, size, (words[:size],))
            if found is not None and len(found.body) > 2:
                return found
    return None


def _registered_town(words: str, pos: int) -> str:
    """The longest registered township at `pos` after which only its government is named; empty where there is none."""
    for size in range(min(_LONGEST_TOWNSHIP, len(words) - pos), 1, -1):
        if words[pos + size - 1] in "镇乡道木" and _GOVERNMENT_ONLY.fullmatch(words, pos + size):
            name = words[pos : pos + size]
            if places.townships(name):
                return name
    return ""


def _registered_street(words: str, pos: int) -> str:
    """A street office without its 道, as in 广州: 沙河街."""
    name = words[pos:] + "道"
    return name if words.endswith("街") and len(words) - pos > 2 and places.townships(name) else ""
