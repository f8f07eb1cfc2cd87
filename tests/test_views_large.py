"""A saved panel in the app, and what pages do where there is more than can be shown: they offer what is looked for, page by page."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pages import opened, run, widget, words_of
from streamlit.testing.v1 import AppTest

from benchmarks.panel import made_panel
from panel.saved import MANIFEST
from views import _downloads as downloads
from views import _places as places
from views import _tables as tables
from views._making import Stopped, Tell

PAGES = ("overview", "compare", "profile", "trend", "wording", "coverage", "evidence", "files", "catalogue", "methods")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """36 made-up localities in two years, saved."""
    return made_panel(tmp_path_factory.mktemp("panels"), 36, 2)


@pytest.fixture(autouse=True)
def _started_with(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["dashboard.py", "panel", str(folder)])


def with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if three were many."""
    monkeypatch.setattr(places, "MOST_OFFERED", 3)
    monkeypatch.setattr("views.evidence.MOST_OFFERED", 3)
    monkeypatch.setattr(tables, "MOST_SENT", 3)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows_a_saved_panel(path: str, folder: Path) -> None:
    at = opened(path)
    assert folder.name in words_of(at)
    # Nothing can be added to it; a workbook of it can be read back.
    assert [one.key for one in at.get("file_uploader")] == (["review.zh"] if path == "files" else [])
    assert not at.error


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows_one_that_is_too_large(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_few(monkeypatch)
    at = opened(path, level="", year="")
    assert all(len(frame.value) <= 90 for frame in at.dataframe)


def test_a_long_table_comes_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_SENT", 3)
    at = opened("compare", level="prefecture", year="2018", indicator="mediation_success_rate")
    box = next(box for box in at.number_input if (box.key or "").startswith("cells.page"))
    first = at.dataframe[0].value
    assert len(first) == 3
    assert "第 1 至 3 行" in words_of(at)
    box.set_value(2)
    run(at)
    assert "第 4 至" in words_of(at)
    assert set(at.dataframe[0].value["place"]).isdisjoint(first["place"])


def test_a_map_of_many_columns_comes_run_by_run_and_its_table_with_it() -> None:
    at = opened("coverage", level="", year="")
    columns = []
    for last in (False, True):
        box = next(box for box in at.number_input if (box.key or "").startswith("coverage.run"))
        box.set_value(int(box.max) if last else 1)
        run(at)
        spec = json.loads(at.get("plotly_chart")[0].proto.spec)
        columns.append(spec["layout"]["xaxis"]["ticktext"])
    assert [len(names) for names in columns] == [len(columns[0])] * 2
    assert set(columns[0]).isdisjoint(columns[1])
    assert f"至 {int(box.max) * len(columns[0])} 列" in json.dumps(spec, ensure_ascii=False)


@pytest.mark.parametrize(("name", "label"), [("workbook", "Excel 工作簿"), ("data", "数据包")])
def test_a_large_file_is_made_first_and_saved_then(name: str, label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MANY", 3)
    at = opened("compare")
    assert saved(at, f"save.{name}") == []
    button = button_of(at, f"make.{name}")
    assert button.label == label
    button.click()
    run_until(at, lambda: saved(at, f"save.{name}"))
    assert saved(at, f"save.{name}")[0].startswith(f"保存 {label}（")
    assert f"make.{name}" not in [one.key for one in at.button]
    # Of another selection it is another file; what was made can be saved still.
    next(one for one in at.multiselect if (one.key or "").startswith("year")).set_value([2017])
    run(at)
    assert saved(at, f"save.{name}")[0].startswith(f"保存之前所选：{label}（")
    assert button_of(at, f"make.{name}").label == label
    # After a while nobody comes for it any more: it is not held on to.
    monkeypatch.setattr(downloads, "KEPT", 0.0)
    run(at)
    assert saved(at, f"save.{name}") == []
    assert f"made.{name}" not in at.session_state


def test_a_file_under_way_shows_how_far_it_is_goes_on_elsewhere_and_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    told = with_slow(monkeypatch)
    at = opened("compare")
    button_of(at, "make.workbook").click()
    run_until(at, lambda: "第 3 步" in progress_of(at))
    assert progress_of(at) == "Excel 工作簿 · 第 3 步"
    # Another selection, as another page has: it goes on, and says of what.
    next(one for one in at.multiselect if (one.key or "").startswith("year")).set_value([2017])
    run(at)
    assert progress_of(at) == "之前所选：Excel 工作簿 · 第 3 步"
    assert button_of(at, "make.workbook")
    # Held on to, so that the work is not ended by being forgotten.
    making = at.session_state["made.workbook"]
    button_of(at, "stop.workbook").click()
    run(at)
    assert at.get("progress") == []
    assert button_of(at, "make.workbook").label == "Excel 工作簿"
    assert told.wait(10), "the thread goes on although nobody waits for it"
    assert making.data is None


def test_a_file_that_can_not_be_made_says_why_and_can_be_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise ValueError("1,048,577 rows")

    monkeypatch.setattr(downloads, "MANY", 3)
    monkeypatch.setattr(downloads, "KINDS", (replace(downloads.KINDS[0], make=fail),))
    at = opened("compare")
    button_of(at, "make.workbook").click()
    for _ in range(100):
        at.run()
        if at.exception:
            break
    assert [one.value for one in at.exception] == ["1,048,577 rows"]
    run(at)
    assert button_of(at, "make.workbook")


def with_slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Files of more than three reports are slow, and the workbook is never done; the event tells that its work was stopped."""
    stopped = Event()

    def go_on(_desk: object, _selection: object, tell: Tell) -> bytes:
        try:
            while True:
                tell(0.4, "第 3 步")
                time.sleep(0.01)
        except Stopped:
            stopped.set()
            raise

    monkeypatch.setattr(downloads, "MANY", 3)
    monkeypatch.setattr(downloads, "KINDS", (replace(downloads.KINDS[0], make=go_on),))
    return stopped


def run_until(at: AppTest, holds: Callable[[], object]) -> None:
    for _ in range(100):
        run(at)
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it was looked at a hundred times")


def button_of(at: AppTest, key: str) -> Any:
    return next(one for one in at.button if one.key == key)


def progress_of(at: AppTest) -> str:
    return "".join(one.proto.text for one in at.get("progress"))


def saved(at: AppTest, key: str) -> list[str]:
    """The words on the button that saves a file, where it is there."""
    return [one.label for one in at.get("download_button") if one.key == key]


def search_of(at: AppTest, field: str) -> Any:
    return next(box for box in at.text_input if box.key == f"places.search.{field}")


@pytest.mark.parametrize(("path", "field", "kind"), [("compare", "place", "multiselect"), ("profile", "focus", "selectbox")])
def test_of_many_places_only_those_looked_for_are_offered(path: str, field: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_few(monkeypatch)
    at = opened(path, level="", year="")
    assert len(widget(at, kind, field).options) <= 1
    search_of(at, field).set_value("3之2市")
    run(at)
    assert any("3之2市" in option for option in widget(at, kind, field).options)
    assert len(widget(at, kind, field).options) <= 4


def test_of_many_reports_those_of_the_places_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with_few(monkeypatch)
    at = opened("evidence")
    assert 1 <= len(widget(at, "selectbox", "doc").options) <= 2
    search_of(at, "doc").set_value("3之2市")
    run(at)
    assert any("3之2市" in option for option in widget(at, "selectbox", "doc").options)


def test_an_unknown_report_in_the_address_is_told() -> None:
    assert "nowhere.txt" in words_of(opened("compare", doc="nowhere.txt", at="1-2"))


def test_a_folder_that_is_no_panel_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["dashboard.py", "panel", str(tmp_path)])
    at = opened("compare")
    assert [error.value for error in at.error] == ["保存的面板打不开"]
    assert MANIFEST in words_of(at)
