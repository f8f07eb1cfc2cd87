"""The pictures on the page: a dropped one opens its view and tells what differs; without a renderer the camera is left."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from pages import address_of, figure_of, opened, run, words_of
from PIL import Image
from streamlit.testing.v1 import AppTest

from charts import ranking
from exports import pictures
from exports.picture_view import read_view, with_view
from panel.build import Tables
from panel.compare import Selection
from views._desk import Desk
from views._pictures import SIZES, cannot_draw, draw_picture, view_of

RATE = Selection(("mediation_success_rate",))


def blank() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    return out.getvalue()


def drop(at: AppTest, *files: tuple[str, bytes]) -> AppTest:
    for name, data in files:
        at.get("file_uploader")[0].upload(name, data, "image/png")
    return run(at)


def desk_of(tables: Tables, **changes: Any) -> Desk:
    given: dict[str, Any] = {"lang": "zh", "made": date(2026, 11, 21), "stamp": "stamp", "pages": {}, "path": "trend"}
    return Desk(tables, **{**given, **changes})


def test_a_dropped_picture_opens_its_view_and_nothing_has_changed(tables: Tables) -> None:
    told = {"indicator": ("mediation_success_rate",), "year": ("2021",), "way": ("multiples",)}
    picture = with_view(blank(), view_of(desk_of(tables), RATE, told))
    at = drop(opened("compare"), ("图.png", picture), ("别人的.png", blank()))
    assert at.title[0].value == "趋势"
    # What stands at its default is left out of the address.
    assert address_of(at) == {"year": ["2021"], "way": ["multiples"]}
    told_words = "\n".join([*(found.value for found in at.success), words_of(at)])
    assert "图片“`图.png`”（`2026-11-21`）：数值没有变化。" in told_words
    assert "图片“`别人的.png`”不是由本程序生成的" in told_words


def test_a_picture_of_an_older_panel_tells_exactly_what_differs(tables: Tables) -> None:
    view = view_of(desk_of(tables), RATE, {})
    assert view.values
    first, *rest = view.values
    gone = ("x.txt", "没有镇", 1999, "mediation_success_rate", 50.0, "min")
    older = [(*first[:4], first[4] - 1, first[5]), *rest, gone]
    at = drop(opened("compare"), ("旧图.png", with_view(blank(), json_view(view, older))))
    words = words_of(at)
    assert "之后有 2 处数值不同" in words
    lines = [found.value for found in at.text]
    assert "没有镇 1999 调解成功率：≥50% → 没有了" in lines
    assert sum(line.startswith(f"{first[1]} {first[2]} 调解成功率：") for line in lines) == 1


def json_view(view: Any, values: list[Any]) -> Any:
    return type(view)(**{name: getattr(view, name) for name in view.__slots__} | {"values": tuple(values)})


def test_an_unknown_value_of_a_picture_is_told_and_left_out(tables: Tables) -> None:
    view = view_of(desk_of(tables), RATE, {"year": ("1066",), "nonsense": ("1",)})
    at = drop(opened("compare"), ("图.png", with_view(blank(), view)))
    assert "地址中的 年份“`1066`”不存在" in words_of(at)


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_drawn_for_its_size_on_white(tables: Tables, monkeypatch: pytest.MonkeyPatch, size: str) -> None:
    drawn = []
    monkeypatch.setattr(pictures, "to_picture", lambda figure, **asked: drawn.append((figure.layout, asked)) or blank())
    data, _ = draw_picture(desk_of(tables), ranking, RATE, size, "png", 1, {"year": ("2021",)})
    assert read_view(data).address == {"year": ("2021",)}
    [(layout, asked)] = drawn
    assert layout.template.layout.paper_bgcolor == "#FFFFFF"
    paper = pictures.PAPERS.get(size)
    assert asked["larger"] == (paper.scale if paper else 1.0)
    assert (layout.width, layout.height) == (paper.width, paper.height) if paper else layout.width == 1000


def test_without_a_renderer_the_page_says_what_to_install_and_the_camera_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    cannot_draw.clear()
    try:
        at = opened("compare")
    finally:
        cannot_draw.clear()
    assert "apt-get install" in words_of(at)
    assert "相机按钮" in words_of(at)
    assert figure_of(at)["data"]
    camera = json.loads(at.get("plotly_chart")[0].proto.config)["toImageButtonOptions"]
    assert (camera["format"], camera["scale"]) == ("png", 2)
    assert camera["filename"].startswith("调解成功率：各地比较_")
