"""views/_fold.py: on a phone the choosers are one line that says what they stand at, open where there is something to put right."""

from __future__ import annotations

import pytest
from pages import opened, run, widget
from streamlit.testing.v1 import AppTest

from views._screen import PHONE


def on_a_phone(at: AppTest) -> AppTest:
    at.session_state["screen"] = {"seen": {"width": PHONE, "dark": False}}
    return run(at)


def folds(at: AppTest) -> dict[str, bool]:
    """The folded choosers of a page by what they say, and whether each is open."""
    return {one.label: one.proto.expanded for one in at.expander if " · " in one.label}


@pytest.mark.parametrize(
    ("start", "params", "told"),
    [
        pytest.param("compare", {}, "全部层级 · 全部年份 · 全部地区", id="nothing chosen"),
        pytest.param("compare", {"lang": "en"}, "all levels · all years · all localities", id="in English"),
        pytest.param("coverage", {"level": "county", "year": "2019"}, "县级 · 2019 · 全部地区", id="one of each"),
        pytest.param("trend", {"level": ["county", "township"]}, "县级、乡镇级 · 全部年份 · 全部地区", id="two"),
        pytest.param("wording", {"year": ["2019", "2020", "2021"]}, "全部层级 · 3 个年份 · 全部地区", id="many"),
        pytest.param("compare", {"theme": "enforcement"}, "行政执法 · 全部层级", id="a theme"),
        pytest.param("profile", {"focus": "凤翔区"}, "2023 · 同层级", id="of one place"),
    ],
)
def test_a_phone_has_one_line_that_says_what_is_chosen(start: str, params: dict[str, str | list[str]], told: str) -> None:
    at = opened(start, **params)
    assert folds(at) == {}
    on_a_phone(at)
    ((said, is_open),) = folds(at).items()
    assert told in said
    assert not is_open


@pytest.mark.parametrize(
    ("start", "params", "is_open"),
    [
        pytest.param("compare", {"level": "no-level"}, True, id="a level that does not exist"),
        pytest.param("compare", {"indicator": "no-indicator"}, False, id="what is not folded"),
        pytest.param("profile", {"of_year": "1900"}, True, id="a year that does not exist"),
    ],
)
def test_it_is_open_where_the_address_asks_for_something_unknown(start: str, params: dict[str, str], is_open: bool) -> None:
    assert list(folds(on_a_phone(opened(start, **params))).values()) == [is_open]


def test_it_stays_open_for_the_next_choice_and_is_closed_on_another_page() -> None:
    at = on_a_phone(opened("compare"))
    widget(at, "multiselect", "year").set_value([2019])
    run(at)
    assert folds(at) == {"全部层级 · 2019 · 全部地区": True}
    widget(at, "multiselect", "indicator").set_value(["mediation_cases"])
    run(at)
    assert folds(at) == {"全部层级 · 2019 · 全部地区": True}
    other = opened("trend", year="2019")
    other.session_state["_fold"] = at.session_state["_fold"]
    assert list(folds(on_a_phone(other)).values()) == [False]
