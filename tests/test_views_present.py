"""A talk: slides in the address and back, the first and the last one from the selection, and nothing round them while it runs."""

from __future__ import annotations

import pytest
from pages import address_of, figure_of, html_of, opened, with_files, words_of
from pages import run as rerun

from charts import coverage, ranking, slope
from panel.build import Tables
from panel.compare import Selection
from views._slides import MOST_SLIDES, about, read_slide, write_slide
from views._words import WORDS

RATE = "mediation_success_rate"
WHOLE = Selection((RATE, "mediation_cases"), ("泗门镇", "清溪镇"), (2021, 2022), ("township",), together=True, borrow=2)
WRITTEN = [
    pytest.param(ranking, WHOLE, id="all fields"),
    pytest.param(coverage, Selection(), id="nothing chosen"),
    pytest.param(slope, Selection((RATE,), years=(2020, 2022)), id="years alone"),
]


@pytest.mark.parametrize(("chart", "selection"), WRITTEN)
def test_what_is_written_is_read(tables: Tables, chart: object, selection: Selection) -> None:
    slide = read_slide(write_slide(chart, selection), tables)  # type: ignore[arg-type]
    assert slide is not None
    assert (slide.chart, slide.selection, slide.unknown) == (chart, selection, ())


UNKNOWN = [
    pytest.param("ranking?indicator=no_such", Selection(), (("indicator", "no_such"),), id="indicator"),
    pytest.param(f"ranking?indicator={RATE}&place=亚特兰蒂斯", Selection((RATE,)), (("place", "亚特兰蒂斯"),), id="place"),
    pytest.param("ranking?year=1066&level=planet", Selection(), (("year", "1066"), ("level", "planet")), id="year and level"),
    pytest.param("ranking?borrow=99&together=yes", Selection(), (("together", "yes"), ("borrow", "99")), id="rules"),
    pytest.param("ranking?<b>=1", Selection(), (), id="a field that there is not"),
]


@pytest.mark.parametrize(("value", "selection", "unknown"), UNKNOWN)
def test_what_does_not_exist_is_told(tables: Tables, value: str, selection: Selection, unknown: object) -> None:
    slide = read_slide(value, tables)
    assert slide is not None
    assert (slide.selection, slide.unknown) == (selection, unknown)


NO_SLIDES = ["", "pie", "_style", "ranking.draw?x=1", "../ranking", pytest.param("ranking?" + "year=1&" * 5_000, id="too many fields")]


@pytest.mark.parametrize("value", NO_SLIDES)
def test_what_is_no_chart_is_no_slide(tables: Tables, value: str) -> None:
    assert read_slide(value, tables) is None


def test_what_all_slides_are_of() -> None:
    one, other = Selection(("a",), ("甲镇",), (2020,), ("township",)), Selection(("b",), (), (2021,), ("township",))
    assert about([one, other]) == Selection(("a", "b"), (), (2020, 2021), ("township",))
    assert about([]) == Selection()


def test_a_chart_is_added_by_its_button_and_named_in_the_address() -> None:
    at = opened("compare")
    next(button for button in at.button if button.label == WORDS.say("present.add", "zh")).click()
    rerun(at)
    assert address_of(at)["slide"] == [write_slide(ranking, Selection((RATE,)))]
    [again] = [button for button in at.button if button.key and button.key.endswith(".slide")]
    assert again.disabled
    assert again.label == WORDS.say("present.added", "zh", n=1)


def test_a_full_talk_takes_no_more() -> None:
    at = opened("compare", slide=[f"ranking?year={year}" for year in range(MOST_SLIDES)])
    [button] = [button for button in at.button if button.key and button.key.endswith(".slide")]
    assert button.disabled


def test_slides_are_moved_and_taken_out() -> None:
    first, second = f"ranking?indicator={RATE}", f"trend?indicator={RATE}"
    at = opened("present", slide=[first, second])
    at.button(key="slide.1.up").click()
    rerun(at)
    assert address_of(at)["slide"] == [second, first]
    at.button(key="slide.0.out").click()
    rerun(at)
    assert address_of(at)["slide"] == [first]


def test_without_slides_the_present_choice_is_shown() -> None:
    at = opened("present", indicator=[RATE], level="township")
    assert WORDS.say("present.none", "zh") in words_of(at)
    assert "调解成功率：各地比较" in words_of(at)


def test_what_the_address_asks_for_and_is_not_there_is_told() -> None:
    told = words_of(opened("present", slide=["pie", "ranking?indicator=no_such"]))
    assert WORDS.say("present.no_chart", "zh", value="`pie`") in told
    assert WORDS.say("present.unknown", "zh", n=2, field="指标", value="`no_such`") in told


def test_while_it_runs_nothing_stands_round_a_slide() -> None:
    at = opened("present", slide=[f"ranking?indicator={RATE}"], n="1")
    assert (len(at.title), len(at.button), len(at.main.get("page_link"))) == (0, 0, 0)
    layout = figure_of(at)["layout"]
    assert (layout["width"], layout["height"]) == (960, 540)
    assert address_of(at)["n"] == ["1"]


def test_the_first_and_the_last_slide_are_of_the_selection() -> None:
    first = html_of(opened("present", slide=[f"ranking?indicator={RATE}&level=township"], n="0"))
    assert "3 个地区 · 3 份报告 · 2020–2022" in first
    assert "指标：调解成功率" in first
    last = html_of(opened("present", slide=[f"ranking?indicator={RATE}&level=township"], n="2"))
    assert "来源：3 份" in last
    assert "清溪镇" in last
    assert "新昌县" not in last


def test_a_number_beyond_the_last_shows_the_first() -> None:
    at = opened("present", slide=[f"ranking?indicator={RATE}"], n="99")
    assert WORDS.say("present.title", "zh") in html_of(at)


def test_the_name_of_a_place_is_no_markup() -> None:
    report = ("甲.txt", "<b>甲</b>镇2022年法治政府建设年度报告\n\n调解成功率98%。\n".encode())
    at = with_files(opened("present", seeds="0", slide=["ranking"], n="0"), report)
    assert "<b>甲" not in html_of(at)


def test_without_reports_it_says_so() -> None:
    assert WORDS.say("no_reports", "zh") in words_of(opened("present", seeds="0", n="0"))
