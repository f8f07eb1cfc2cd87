"""The app over AppTest, for the tests of views/: open a page by its address, run it, read what it shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

DASHBOARD = Path(__file__).resolve().parent.parent / "dashboard.py"


def opened(start: str = "compare", **params: str | list[str]) -> AppTest:
    """The app at a page with an address, after its first run; a traceback on the page is a failure."""
    at = AppTest.from_string(f"import dashboard\ndashboard.main({start!r})", default_timeout=60)
    for key, value in params.items():
        at.query_params[key] = value
    return run(at)


def run(at: AppTest) -> AppTest:
    at.run()
    assert [error.message for error in at.exception] == []
    return at


def with_files(at: AppTest, *files: tuple[str, bytes], join: bool = True) -> AppTest:
    """The app once these files were added and, unless told otherwise, those that were read have joined."""
    field = next(one for one in at.get("file_uploader") if one.key == "upload")
    for name, data in files:
        field.upload(name, data, "application/octet-stream")
    run(at)
    waiting = [button for button in at.button if button.key == "join"]
    if join and waiting:
        waiting[0].click()
        run(at)
    return at


def address_of(at: AppTest) -> dict[str, list[str]]:
    """The address as it stands after a run."""
    return {key: value if isinstance(value, list) else [value] for key, value in at.query_params.items()}


def words_of(at: AppTest) -> str:
    """All plain words on the page: headings, captions, notices, text."""
    lists = (at.title, at.subheader, at.caption, at.text, at.info, at.warning, at.error, at.markdown, at.code)
    return "\n".join(str(element.value) for elements in lists for element in elements)


def html_of(at: AppTest) -> str:
    """All HTML that the page puts in itself."""
    return "\n".join(element.proto.body for element in at.get("html"))


def figure_of(at: AppTest) -> dict[str, Any]:
    """The chart of the page as plotly's data and layout."""
    spec: dict[str, Any] = json.loads(at.get("plotly_chart")[0].proto.spec)
    return spec


def figure_text(at: AppTest) -> str:
    """The words inside the chart: annotations, labels, hover."""
    return json.dumps(figure_of(at), ensure_ascii=False)


def columns_of(frame: Any) -> dict[str, Any]:
    """What a table on the page is told of each of its columns: its head, width, alignment, whether it is pinned."""
    told: dict[str, Any] = json.loads(frame.proto.columns)
    return told


def widget(at: AppTest, kind: str, field: str) -> Any:
    """The widget of an address field, whatever the variant of its key."""
    found = [element for element in at.get(kind) if (element.key or "").split(".")[0] == field]
    assert len(found) == 1, f"{len(found)} widgets of {field}"
    return found[0]


def buttons(at: AppTest) -> dict[str, Any]:
    return {button.label: button for button in at.button}
