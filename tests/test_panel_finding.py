"""panel.finding: what somebody calls a place → labels of the panel's places."""

from __future__ import annotations

import pytest
from samples import extraction, tables_of

from extract.model import DivisionPath, Level, Locality
from panel.build import Tables
from panel.finding import Found, find_places, handles_of


def some_tables() -> Tables:
    """Real places, so that the register knows their codes, former names and pinyin."""
    county, town = Level.COUNTY, Level.TOWNSHIP
    held = [
        (2023, Locality("浙江省", Level.PROVINCE, DivisionPath("浙江省"), "33")),
        (2023, Locality("余姚市", county, DivisionPath("浙江省", "宁波市", "余姚市"), "330281")),
        (2023, Locality("慈溪市", county, DivisionPath("浙江省", "宁波市", "慈溪市"), "330282")),
        (2019, Locality("凤翔区", county, DivisionPath("陕西省", "宝鸡市", "凤翔区"), "610305")),
        (2023, Locality("泗门镇", town, DivisionPath("浙江省", "宁波市", "余姚市", "泗门镇"), "330281103")),
        (2021, Locality("清溪镇", town, DivisionPath("广东省", "东莞市", None, "清溪镇"), "441900115")),
        (2021, Locality("清溪镇", town, DivisionPath("重庆市", None, "涪陵区", "清溪镇"), "500102108")),
        (2023, Locality("长寿区", county, DivisionPath("重庆市", None, "长寿区"), "500115")),
    ]
    return tables_of(*(extraction(place, year, doc_id=f"{at}.txt") for at, (year, place) in enumerate(held)))


BOTH = ("清溪镇（东莞市）", "清溪镇（涪陵区）")
HANDLES = handles_of(some_tables())


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("余姚市", "余姚市"),
        ("余姚", "余姚市"),
        ("浙江省余姚市", "余姚市"),
        ("浙江省宁波市余姚市", "余姚市"),
        ("余姚市泗门镇", "泗门镇"),
        ("凤翔县", "凤翔区"),
        ("宝鸡市凤翔县", "凤翔区"),
        ("330281", "余姚市"),
        ("330281000000", "余姚市"),
        ("330281103000", "泗门镇"),
        ("33", "浙江省"),
        ("yuyao", "余姚市"),
        ("YuYaoShi", "余姚市"),
        ("yys", "余姚市"),
        ("cx", "慈溪市"),
        ("zj", "浙江省"),
        ("smz", "泗门镇"),
        ("changshouqu", "长寿区"),
        ("涪陵区清溪镇", "清溪镇（涪陵区）"),
        ("清溪镇（涪陵区）", "清溪镇（涪陵区）"),
        ("東莞市清溪鎮", "清溪镇（东莞市）"),
        ("3. 余姚市", "余姚市"),
        ("泗", None),
        ("y", None),
        ("330283", None),
        ("宁波市凤翔区", None),
        ("杭州市余姚市", None),
    ],
)
def test_one_word(words: str, place: str | None) -> None:
    found = find_places(HANDLES, words)
    assert found == (Found((), {}, (words,)) if place is None else Found((place,), {}, ()))


@pytest.mark.parametrize("words", ["清溪镇", "清溪", "qxz", "qingxi"])
def test_what_two_places_answer_to_is_left_to_the_reader(words: str) -> None:
    assert find_places(HANDLES, words) == Found((), {words: BOTH}, ())


def test_a_pasted_column() -> None:
    pasted = "1. 余姚市\n2、慈溪市\n\n凤翔县\t清溪镇，月亮镇; 余姚"
    assert find_places(HANDLES, pasted) == Found(("余姚市", "慈溪市", "凤翔区"), {"清溪镇": BOTH}, ("月亮镇",))


def test_nothing_asks_for_nothing() -> None:
    assert find_places(HANDLES, " \n、") == Found((), {}, ())


def test_initials_are_those_of_the_name_as_it_is_read() -> None:
    assert {handle.place: handle.initials for handle in HANDLES} == {
        "浙江省": "zjs", "余姚市": "yys", "慈溪市": "cxs", "凤翔区": "fxq", "泗门镇": "smz",
        "清溪镇（东莞市）": "qxz", "清溪镇（涪陵区）": "qxz", "长寿区": "csq",
    }  # fmt: skip


def test_a_file_without_a_locality_answers_to_its_name() -> None:
    handles = handles_of(tables_of(extraction(None, 2020, doc_id="附件1.doc")))
    assert find_places(handles, "附件1.doc").places == ("附件1.doc",)
