"""views/_places.py: places by search, by pasted list, by province and city, as saved lists, all kept in the address."""

from __future__ import annotations

from pages import address_of, buttons, opened, run, widget, words_of
from streamlit.testing.v1 import AppTest

FOUND = "找到 2 个：泗门镇、凤翔区"


def find(at: AppTest, words: str) -> AppTest:
    at.text_area(key="places.find").set_value(words)
    return run(at)


def press(at: AppTest, key: str) -> AppTest:
    next(button for button in at.button if button.key == key).click()
    return run(at)


def test_a_pasted_list_becomes_the_choice() -> None:
    at = find(opened(), "smz\n610305、月亮镇")
    assert FOUND in words_of(at)
    assert "没有这些地区的报告：月亮镇" in words_of(at)
    assert address_of(press(at, "places.only")) == {"place": ["泗门镇", "凤翔区"]}


def test_found_places_join_those_that_are_chosen() -> None:
    at = press(find(opened(place=["中峰镇"]), "余姚市泗门镇"), "places.add")
    assert address_of(at) == {"place": ["中峰镇", "泗门镇"]}


def test_a_place_outside_the_chosen_years_opens_the_choice() -> None:
    at = find(opened(year="2022", level="township"), "凤翔县")
    assert "不在所选层级、年份内：凤翔区" in words_of(at)
    assert address_of(press(at, "places.only")) == {"place": ["凤翔区"]}


def test_words_that_name_nobody_choose_nothing() -> None:
    at = find(opened(), "月亮镇")
    assert [button for button in buttons(at) if button in ("加入选择", "只看这些")] == []
    assert address_of(at) == {}


def test_a_province_s_places_at_once() -> None:
    at = opened()
    at.selectbox(key="places.province").set_value("浙江省")
    assert "加入全部 2 个" in buttons(run(at))
    assert address_of(press(at, "places.add_group")) == {"place": ["泗门镇", "新昌县"]}


def test_only_places_of_the_chosen_level_are_offered() -> None:
    assert len(widget(opened(), "multiselect", "place").options) == 5
    county = widget(opened(level="county"), "multiselect", "place").options
    assert [option.split("（")[0] for option in county] == ["新昌县", "凤翔区"]


def test_the_box_itself_finds_by_pinyin_code_and_former_name() -> None:
    labels = widget(opened(), "multiselect", "place").options
    assert "凤翔区（陕西省 · 凤翔县 · fxq · 610305）" in labels


def test_a_list_is_saved_in_the_address_and_used_again() -> None:
    at = opened(place=["泗门镇", "凤翔区"])
    at.text_input(key="places.set_name").set_value("两地~*")
    at = press(run(at), "places.save")
    kept = "两地 *~泗门镇~凤翔区"
    assert address_of(at) == {"place": ["泗门镇", "凤翔区"], "set": [kept]}
    again = opened(set=[kept])
    assert address_of(again) == {"set": [kept]}
    assert address_of(press(again, f"places.use.{kept}")) == {"place": ["泗门镇", "凤翔区"], "set": [kept]}
    assert address_of(press(again, f"places.drop.{kept}")) == {"place": ["泗门镇", "凤翔区"]}


def test_a_list_of_a_stranger_s_address_chooses_only_what_is_there() -> None:
    at = opened(set=["甲~没有的镇~泗门镇", "空", "<b>x</b>"])
    assert "甲（1 个）" in buttons(at)
    assert address_of(press(at, "places.use.甲~没有的镇~泗门镇"))["place"] == ["泗门镇"]


def test_indicators_that_no_report_gives_are_not_offered() -> None:
    options = widget(opened(), "multiselect", "indicator").options
    assert all(not option.split(" ")[-1].startswith("0/") for option in options)
    assert len(options) > 40
