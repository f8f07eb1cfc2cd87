"""extract.places: names and addresses → divisions of the register."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import places
from extract.folding import fold
from extract.model import DivisionPath, Level

PLACES = Path(places.__file__).parent


def paths(divisions: tuple[places.Division, ...], year: int | None = None) -> set[tuple[str | None, ...]]:
    return {tuple(places.path_of(division, year)) for division in divisions}


@pytest.mark.parametrize(
    ("name", "year", "path"),
    [
        ("重庆市", None, ("重庆市", None, None, None)),
        ("宁波市", None, ("浙江省", "宁波市", None, None)),
        ("余姚市", None, ("浙江省", "宁波市", "余姚市", None)),
        ("綦江区", None, ("重庆市", None, "綦江区", None)),
        ("东莞市", None, ("广东省", "东莞市", None, None)),
        ("儋州市", None, ("海南省", "儋州市", None, None)),
        ("仙桃市", None, ("湖北省", None, "仙桃市", None)),
        ("神农架林区", None, ("湖北省", None, "神农架林区", None)),
        ("和安县", None, ("新疆维吾尔自治区", "和田地区", "和安县", None)),
        ("昌吉州", None, ("新疆维吾尔自治区", "昌吉回族自治州", None, None)),
        ("屏边县", None, ("云南省", "红河哈尼族彝族自治州", "屏边苗族自治县", None)),
        ("鄂温克旗", None, ("内蒙古自治区", "呼伦贝尔市", "鄂温克族自治旗", None)),
        ("宁夏自治区", None, ("宁夏回族自治区", None, None, None)),
        ("新疆生产建设兵团", None, ("新疆维吾尔自治区", None, None, None)),
        ("苏州工业园区", None, ("江苏省", "苏州市", "苏州工业园区", None)),
        ("凤翔区", 2023, ("陕西省", "宝鸡市", "凤翔区", None)),
        ("凤翔县", 2015, ("陕西省", "宝鸡市", "凤翔县", None)),
        ("凤翔县", 2023, ("陕西省", "宝鸡市", "凤翔县", None)),
        ("公主岭市", 2018, ("吉林省", "四平市", "公主岭市", None)),
        ("公主岭市", 2024, ("吉林省", "长春市", "公主岭市", None)),
        ("莱城区", 2015, ("山东省", "莱芜市", "莱城区", None)),
        ("谷城县", 2008, ("湖北省", "襄樊市", "谷城县", None)),
        ("谷城县", 2018, ("湖北省", "襄阳市", "谷城县", None)),
    ],
)
def test_a_name_gives_its_division_with_its_parents_of_the_year(
    name: str, year: int | None, path: tuple[str | None, ...]
) -> None:
    assert paths(places.named(name, year), year) == {path}


@pytest.mark.parametrize(
    "name", ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "全县", "我区", "泗门镇", "屏边", "开发区", ""]
)
def test_what_is_no_division_is_not_named(name: str) -> None:
    assert places.named(name) == ()
    assert not places.is_name(name)


def test_a_name_that_several_bear_gives_all_of_them() -> None:
    assert paths(places.named("朝阳区")) == {("北京市", None, "朝阳区", None), ("吉林省", "长春市", "朝阳区", None)}


def test_a_name_is_several_places_only_in_years_when_several_bore_it() -> None:
    assert paths(places.named("桥东区", 2012)) == {
        ("河北省", "石家庄市", "桥东区", None),
        ("河北省", "邢台市", "桥东区", None),
        ("河北省", "张家口市", "桥东区", None),
    }
    assert paths(places.named("桥东区")) == {("河北省", "张家口市", "桥东区", None)}


@pytest.mark.parametrize(
    ("short", "full"), [("东莞", {"东莞市"}), ("屏边", {"屏边苗族自治县"}), ("内蒙古", {"内蒙古自治区"}), ("赵", set())]
)
def test_a_short_name(short: str, full: set[str]) -> None:
    assert {division.name for division in places.known_as(short)} == full


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("泗门镇", {("浙江省", "宁波市", "余姚市", "泗门镇")}),
        ("坡子街街道", {("湖南省", "长沙市", "天心区", "坡子街街道")}),
        ("那大镇", {("海南省", "儋州市", None, "那大镇")}),
        ("桐木漯瑶族乡", {("湖南省", "永州市", "宁远县", "桐木漯瑶族乡")}),
        ("桐木漯乡", {("湖南省", "永州市", "宁远县", "桐木漯瑶族乡")}),
        ("泛水镇", {("江苏省", "扬州市", "宝应县", "氾水镇")}),
        ("东莞滨海湾新区", {("广东省", "东莞市", None, "东莞滨海湾新区")}),
        ("陆渡街道", set()),
        ("城乡", set()),
        ("镇", set()),
        ("", set()),
    ],
)
def test_townships(name: str, expected: set[tuple[str | None, ...]]) -> None:
    assert paths(places.townships(name)) == expected


def test_清溪镇_stands_in_seven_places() -> None:
    assert sorted(path[2] or path[1] or "" for path in paths(places.townships("清溪镇"))) == sorted(
        ["含山县", "韶山市", "东莞市", "涪陵区", "犍为县", "宣汉县", "汉源县"]
    )


def test_a_township_lies_in_the_county_of_the_report_year() -> None:
    (township,) = [d for d in places.townships("陈村镇") if d.code.startswith("6103")]
    assert places.path_of(township, 2015) == DivisionPath("陕西省", "宝鸡市", "凤翔县", "陈村镇")
    assert places.path_of(township, 2022) == DivisionPath("陕西省", "宝鸡市", "凤翔区", "陈村镇")


def test_levels_and_parents() -> None:
    (township,) = places.townships("泗门镇")
    assert township.level is Level.TOWNSHIP
    assert [(parent.name, parent.level) for parent in places.parents(township)] == [
        ("余姚市", Level.COUNTY),
        ("宁波市", Level.PREFECTURE),
        ("浙江省", Level.PROVINCE),
    ]
    assert places.parents(places.named("浙江省")[0]) == ()


@pytest.mark.parametrize(("name", "holds"), [("余姚市", True), ("东莞市", True), ("宁波市", False), ("浙江省", False)])
def test_what_townships_hang_on(name: str, holds: bool) -> None:
    assert places.holds_towns(places.named(name)[0]) is holds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("北京市朝阳区", ["北京市", "朝阳区"]),
        ("屏边苗族自治县和昌吉州", ["屏边苗族自治县", "昌吉州"]),
        ("武宁县新宁镇", ["武宁县"]),
        ("全县各乡镇,各市区", []),
        ("", []),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places.mentions(text)] == found


@pytest.mark.parametrize(
    ("text", "start", "name"),
    [("宁波市镇海区", 0, "宁波市"), ("宁波市镇海区", 3, "镇海区"), ("市北区政府", 0, "市北区"), ("镇海区", 1, ""), ("", 0, "")],
)
def test_longest_name(text: str, start: int, name: str) -> None:
    assert places.longest_name(text, start) == name


@pytest.mark.parametrize(
    ("label", "name", "weight"),
    [
        ("shandan", "山丹县", places.SPELT),
        ("xiangshan", "象山县", places.SPELT),
        ("zhaoxian", "赵县", places.SPELT),
        ("hechengqu", "鹤城区", places.SPELT),
        ("changchun", "长春市", places.SPELT),
        ("laobian", "老边区", places.SPELT),
        ("nbjiangbei", "江北区", places.SPELT_IN_PARENT),
        ("kmwh", "五华区", places.INITIALS_IN_PARENT),
        ("cqjlp", "九龙坡区", places.INITIALS_IN_PARENT),
        ("bjchy", "朝阳区", places.INITIALS_IN_PARENT),
        ("sxlc", "黎城县", places.INITIALS_IN_PARENT),
        ("xm", "厦门市", places.INITIALS),
        ("cj", "昌吉回族自治州", places.INITIALS),
    ],
)
def test_a_label_of_an_address_gives_divisions_with_how_sure_it_is(label: str, name: str, weight: int) -> None:
    assert {division.name: found for division, found in places.at_label(label).items()}[name] == weight


@pytest.mark.parametrize("label", ["", "a", "www2", "zwgk", "qwxzq", "县", "x" * 40, "zhao"])
def test_other_labels_give_none(label: str) -> None:
    assert dict(places.at_label(label)) == {}


@given(st.text(alphabet="宁波市镇海区县街道 省abc东莞", max_size=40))
def test_mentions_are_names_in_order(text: str) -> None:
    spans = list(places.mentions(text))
    assert all(places.is_name(text[start:end]) for start, end in spans)
    assert [end for _, end in spans] == sorted({end for _, end in spans})


def test_every_division_of_today_finds_itself_by_its_name() -> None:
    rows = [line.split("\t") for line in (PLACES / "divisions.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    today = [(code, name) for code, name, _, _, _, until, _ in rows if not until]
    assert len(today) == 3339
    assert [name for code, name in today if code not in {division.code for division in places.named(name)}] == []


def test_every_township_has_a_province_and_what_holds_it() -> None:
    lines = gzip.decompress((PLACES / "townships.tsv.gz").read_bytes()).decode("utf-8").splitlines()
    codes = [code for line in lines for code in re.findall(r"\d{9}", line)]
    assert len(codes) == len(set(codes)) > 38_000
    lost = [code for code in codes if len(places.parents(places.Division(code, "x", "x"))) == 0]
    assert lost == []


def test_every_township_finds_itself_by_its_name() -> None:
    lines = gzip.decompress((PLACES / "townships.tsv.gz").read_bytes()).decode("utf-8").splitlines()
    listed = {
        (line[0] + rest, codes[at : at + 9])
        for line in lines
        for rest, codes in re.findall(r"(\D+)((?:\d{9})+)(?: |$)", line[2:])
        for at in range(0, len(codes), 9)
    }
    assert len(listed) > 38_000
    assert {(name, code) for name, code in listed if code not in {found.code for found in places.townships(fold(name))}} == set()


def test_the_register_is_small() -> None:
    assert sum(path.stat().st_size for path in PLACES.iterdir() if path.suffix in (".tsv", ".gz")) < 700_000
