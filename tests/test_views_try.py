"""A sentence tried on the catalogue page: the same explanation as in the terminal, in the words of the page, all of it text."""

from __future__ import annotations

import pytest
from pages import address_of, html_of, opened, run, widget, words_of
from streamlit.testing.v1 import AppTest


def tried(sentence: str, year: str = "", **params: str) -> AppTest:
    at = opened("catalogue", **params)
    widget(at, "text_area", "sentence").set_value(sentence)
    run(at)
    if year:
        widget(at, "selectbox", "sentence_year").set_value(year)
        run(at)
    return at


# sentence, year, what is told
TOLD = {
    "a reading": ("收到行政复议申请41件。", "", "✓ 行政复议收案数：41 件 · 原文 · 句式 "),
    "a bound": ("出庭应诉率95%以上。", "", "✓ 出庭应诉率：≥95% · 原文"),
    "a plan": ("下一步,力争调解成功率达到100%。", "", "✗ 未采用：调解成功率 100% · 属于计划或打算"),
    "another year": ("2021年,调解成功率98.3%。", "2023", "✗ 未采用：调解成功率 98.3% · 属于其他年份（2021年）"),
    "the year itself": ("2021年,调解成功率98.3%。", "2021", "✓ 调解成功率：98.3% · 原文"),
    "near": ("出庭应诉率持续提升。", "", "○ 相近：出庭应诉率 · 句式 name · 没有数字 · “出庭应诉率”"),
    "named only": ("加强行政复议工作。", "", "没有读数。提到的指标：行政复议收案数"),
    "nothing": ("天气很好。", "", "没有读数，也没有提到任何指标。"),
}


@pytest.mark.parametrize(("sentence", "year", "line"), TOLD.values(), ids=TOLD)
def test_a_sentence_is_explained(sentence: str, year: str, line: str) -> None:
    at = tried(sentence, year)
    assert line in words_of(at)
    assert "所在部分：" in words_of(at)


def test_its_figures_are_lit() -> None:
    html = html_of(tried("收到行政复议申请41件。下一步,力争调解成功率达到100%。"))
    assert 'class="reading figure"' in html
    assert 'class="refusal figure"' in html


def test_it_is_explained_in_english() -> None:
    said = words_of(tried("下一步,力争调解成功率达到100%。", lang="en"))
    assert "✗ Not taken: Mediation success rate 100% · a plan" in said


def test_what_is_typed_stays_text() -> None:
    at = tried("<img src=x onerror=alert(1)>收到行政复议申请41件。")
    assert "<img" not in html_of(at)
    assert "&lt;img" in html_of(at)
    assert not any("<img" in element.value for element in at.markdown)


@pytest.mark.parametrize("sentence", ["", "  \n "])
def test_without_a_sentence_the_pane_says_what_it_is_for(sentence: str) -> None:
    at = tried(sentence)
    assert "python -m extract try" in words_of(at)
    assert "所在部分" not in words_of(at)


def test_the_sentence_is_no_part_of_the_address_and_survives_a_change_of_language() -> None:
    at = tried("收到行政复议申请41件。")
    assert address_of(at) == {}
    widget(at, "segmented_control", "lang").set_value("en")
    run(at)
    assert widget(at, "text_area", "sentence").value == "收到行政复议申请41件。"
    assert "Taken as: work done" in words_of(at)
