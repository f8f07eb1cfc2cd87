"""views/_address.py: the address ↔ the choosers, over runs of a small page."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from views import _address as address

    address.arrive()
    lang = address.settle_one("lang", ("zh", "en"), "zh")
    st.radio("lang", ("zh", "en"), key=address.seeded("lang", ""), on_change=address.moved, args=("lang", ""))
    other = st.session_state.get("other", False)
    address.settle_many("indicator", ["a", "b", "c"], [] if other else ["a"])
    st.multiselect(
        "indicator",
        ["a", "b", "c"],
        format_func=lambda one: f"{one} {lang}",
        key=address.seeded("indicator", lang),
        on_change=address.moved,
        args=("indicator", lang),
    )
    if not st.checkbox("other page", key="other"):
        address.settle_many("year", [2020, 2021], [])
        st.multiselect("year", [2020, 2021], key=address.seeded("year", ""), on_change=address.moved, args=("year", ""))
    address.settle_flag("readings", True)
    st.toggle("readings", key=address.seeded("readings", ""), on_change=address.moved, args=("readings", ""))
    address.settle_text("q")
    st.text_input("q", key=address.seeded("q", ""), on_change=address.moved, args=("q", ""))
    st.button("one year", on_click=address.put, kwargs={"year": [2021]})
    state = {key: address.value(key) for key in ("lang", "indicator", "year", "readings", "q")}
    st.json({"state": state, "unknown": address.unknown(), "link": address.current(doc="d.txt")})
    address.leave()


def opened(**params: Any) -> AppTest:
    at = AppTest.from_function(page, default_timeout=30)
    for key, value in params.items():
        at.query_params[key] = value
    return run(at)


def run(at: AppTest) -> AppTest:
    at.run()
    assert not at.exception
    return at


def told(at: AppTest) -> dict[str, Any]:
    import json

    found: dict[str, Any] = json.loads(at.json[0].value)
    return found


def address_of(at: AppTest) -> dict[str, list[str]]:
    return {key: value if isinstance(value, list) else [value] for key, value in at.query_params.items()}


BARE = {"lang": "zh", "indicator": ["a"], "year": [], "readings": True, "q": ""}


@pytest.mark.parametrize(
    ("params", "changed", "unknown"),
    [
        pytest.param({}, {}, [], id="bare"),
        pytest.param({"lang": "en"}, {"lang": "en"}, [], id="language"),
        pytest.param({"indicator": ["c", "b"]}, {"indicator": ["c", "b"]}, [], id="several, in the order given"),
        pytest.param({"indicator": "c"}, {"indicator": ["c"]}, [], id="one of many"),
        pytest.param({"indicator": [""]}, {"indicator": []}, [], id="emptied on purpose"),
        pytest.param({"indicator": ["b", "b"]}, {"indicator": ["b"]}, [], id="twice the same"),
        pytest.param({"year": ["2021"]}, {"year": [2021]}, [], id="numbers"),
        pytest.param({"readings": "0"}, {"readings": False}, [], id="switch off"),
        pytest.param({"q": "调解 <b>"}, {"q": "调解 <b>"}, [], id="text"),
        pytest.param({"lang": "fr"}, {}, [["lang", "fr"]], id="no such language"),
        pytest.param({"indicator": ["b", "x"]}, {"indicator": ["b"]}, [["indicator", "x"]], id="one of two unknown"),
        pytest.param({"indicator": ["x", "y"]}, {}, [["indicator", "x"], ["indicator", "y"]], id="all unknown"),
        pytest.param({"year": ["1999", "abc"]}, {}, [["year", "1999"], ["year", "abc"]], id="no such year"),
        pytest.param({"readings": "maybe"}, {}, [["readings", "maybe"]], id="no such switch"),
        pytest.param({"lang": ["en", "zh"]}, {}, [], id="the last of two counts"),
    ],
)
def test_address_sets_the_choosers(params: dict[str, Any], changed: dict[str, Any], unknown: list[list[str]]) -> None:
    at = opened(**params)
    assert told(at)["state"] == {**BARE, **changed}
    assert told(at)["unknown"] == unknown
    assert at.radio[0].value == told(at)["state"]["lang"]
    assert at.multiselect[0].value == told(at)["state"]["indicator"]
    # What is unknown is told once and leaves the address; the rest stays as it was.
    known = opened(**address_of(at))
    assert told(known)["state"] == told(at)["state"]
    assert told(known)["unknown"] == []


def test_what_is_unknown_stands_until_something_is_chosen() -> None:
    at = opened(indicator=["b", "x"])
    # A run that nobody chose anything for: the window asks for one when it has another width than was thought.
    run(at)
    assert told(at)["unknown"] == [["indicator", "x"]]
    at.toggle[0].set_value(False)
    run(at)
    assert told(at)["unknown"] == []


def test_choosers_set_the_address_and_a_reload_gives_the_same() -> None:
    at = opened()
    assert address_of(at) == {}
    at.multiselect[0].set_value(["b", "c"])
    run(at)
    at.multiselect[1].set_value([2021])
    at.toggle[0].set_value(False)
    at.text_input[0].set_value("信访")
    run(at)
    assert address_of(at) == {"indicator": ["b", "c"], "year": ["2021"], "readings": ["0"], "q": ["信访"]}
    assert told(opened(**address_of(at)))["state"] == told(at)["state"]


def test_default_values_leave_the_address_and_an_emptied_chooser_stays_in_it() -> None:
    at = opened(indicator=["b"])
    at.multiselect[0].set_value(["a"])
    assert address_of(run(at)) == {}
    at.multiselect[0].set_value([])
    assert address_of(run(at)) == {"indicator": [""]}


def test_the_selection_is_the_same_in_the_other_language() -> None:
    at = opened(indicator=["c", "b"])
    at.radio[0].set_value("en")
    run(at)
    assert address_of(at) == {"lang": ["en"], "indicator": ["c", "b"]}
    assert at.multiselect[0].value == ["c", "b"]


def test_a_page_without_a_chooser_keeps_its_value_and_its_place_in_the_address() -> None:
    at = opened(year=["2021"])
    at.checkbox[0].check()
    run(at)
    assert told(at)["state"]["year"] == [2021]
    assert address_of(at) == {"year": ["2021"]}
    run(at)
    at.checkbox[0].uncheck()
    run(at)
    assert at.multiselect[1].value == [2021]


@pytest.mark.parametrize(
    ("params", "there"),
    [
        pytest.param({}, [], id="nothing chosen takes the other page's default"),
        pytest.param({"indicator": ["b"]}, ["b"], id="what is chosen stays"),
    ],
)
def test_a_default_of_one_page_is_no_choice_on_another(params: dict[str, list[str]], there: list[str]) -> None:
    at = opened(**params)
    at.checkbox[0].check()
    run(at)
    assert told(at)["state"]["indicator"] == there
    assert address_of(at) == params
    at.checkbox[0].uncheck()
    run(at)
    assert told(at)["state"]["indicator"] == (there or ["a"])


def test_an_address_changed_from_outside_is_the_whole_truth() -> None:
    at = opened(indicator=["b"], year=["2021"])
    at.query_params.clear()
    at.query_params["indicator"] = ["c"]
    run(at)
    assert told(at)["state"] == {**BARE, "indicator": ["c"]}
    assert at.multiselect[0].value == ["c"]
    assert at.multiselect[1].value == []


def test_a_click_that_overtakes_the_address_counts() -> None:
    at = opened(indicator=["b"])
    at.query_params["indicator"] = ["c"]
    at.multiselect[0].set_value(["a", "b"])
    run(at)
    assert told(at)["state"]["indicator"] == ["a", "b"]
    assert address_of(at) == {"indicator": ["a", "b"]}


def test_a_button_sets_a_field_and_its_chooser() -> None:
    at = opened()
    at.button[0].click()
    run(at)
    assert at.multiselect[1].value == [2021]
    assert address_of(at) == {"year": ["2021"]}


def test_a_link_carries_the_state_and_its_change() -> None:
    assert told(opened(indicator=["b"], lang="en"))["link"] == {"lang": ["en"], "doc": ["d.txt"], "indicator": ["b"]}


def test_keys_of_others_are_ignored() -> None:
    at = opened(utm="x", indicator=["b"])
    assert told(at)["state"]["indicator"] == ["b"]
    assert told(at)["unknown"] == []


@pytest.mark.parametrize(
    ("ended", "field"),
    [pytest.param(False, ["a"], id="no run has ended: the widget was not filled yet"), pytest.param(True, [], id="emptied by the reader")],
)
def test_an_empty_widget_counts_once_a_run_has_ended(monkeypatch: pytest.MonkeyPatch, ended: bool, field: list[str]) -> None:
    from views import _address as address

    state: dict[str, Any] = {"indicator": ["a"], "indicator.zh": []} | ({address._LEFT: {}} if ended else {})
    monkeypatch.setattr(address, "_state", lambda: state)
    address.moved("indicator", "zh")
    assert state["indicator"] == field
