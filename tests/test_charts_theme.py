"""charts/_theme.py: figures, pages and the file of Streamlit's settings have the same few tokens, and nothing has others."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from charts._colours import DARK, LIGHT, Colours
from charts._plot import Plot
from charts._style import Frame, Sheet, put_in_frame
from charts._theme import page_theme, page_variables
from charts._tokens import FONT, HEADING_SIZES

ROOT = Path(__file__).resolve().parent.parent
HOMES = {"charts/_colours.py", "charts/_tokens.py", "charts/_theme.py"}
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\b(?:rgb|hsl)a?\((?!0,\s*0,\s*0,\s*0\))")
# A size of nothing hides words.
SIZE = re.compile(r"font-size:\s*(?!0[;}])[\d.]")


def test_the_settings_file_has_the_theme_of_the_tokens() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["theme"] == page_theme()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_figure_has_the_template_of_its_theme(colours: Colours) -> None:
    layout = put_in_frame(Plot(), Frame("题", sheet=Sheet(colours=colours))).layout.template.layout
    assert (layout.font.family, layout.font.color) == (FONT, colours.ink)
    assert (layout.paper_bgcolor, layout.plot_bgcolor) == (colours.paper, colours.paper)
    assert layout.colorway == colours.series
    assert (layout.xaxis.gridcolor, layout.yaxis.zerolinecolor) == (colours.rule, colours.ink)
    assert (layout.hoverlabel.bgcolor, layout.hoverlabel.font.color) == (colours.paper, colours.ink)


def test_headings_get_smaller() -> None:
    assert len(HEADING_SIZES) == 6
    assert list(HEADING_SIZES) == sorted(set(HEADING_SIZES), reverse=True)


def test_the_pages_use_only_variables_that_there_are() -> None:
    given = set(re.findall(r"(--[a-z-]+):", page_variables()))
    assert given
    used = {name for path in (ROOT / "views").glob("*.py") for name in re.findall(r"var\((--(?:type|lit|stage)-[a-z]+)\)", path.read_text("utf-8"))}
    assert used == given


def strays(path: str, source: str) -> Iterator[str]:
    """A line for each colour or type size that a module of charts or views writes itself instead of taking a token."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (COLOUR.search(node.value) or SIZE.search(node.value)):
            yield f"{path}:{node.lineno}: {node.value[:40]}"
        if isinstance(node, ast.Dict):
            keys = {key.value: value for key, value in zip(node.keys, node.values, strict=True) if isinstance(key, ast.Constant)}
            for name in ("font", "textfont", "tickfont"):
                inner = keys.get(name)
                sizes = [inner] if isinstance(inner, ast.Dict) else []
                yield from _sizes(path, sizes)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg in ("font", "textfont", "tickfont") and isinstance(node.value, ast.Dict):
            yield from _sizes(path, [node.value])
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and ast.unparse(node.targets[0]).endswith("font"):
            yield from _sizes(path, [node.value])


def _sizes(path: str, dicts: list[ast.Dict]) -> Iterator[str]:
    for found in dicts:
        for key, value in zip(found.keys, found.values, strict=True):
            if isinstance(key, ast.Constant) and key.value == "size" and isinstance(value, ast.Constant):
                yield f"{path}:{found.lineno}: a type size of {value.value}"


def test_no_colour_and_no_type_size_stands_outside_the_tokens() -> None:
    paths = [path for folder in ("charts", "views") for path in sorted((ROOT / folder).glob("*.py"))]
    named = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    assert set(named) >= HOMES
    assert [stray for path, source in named.items() if path not in HOMES for stray in strays(path, source)] == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('x = "#0072b2"', 1),
        ('x = "a {background: rgba(1,2,3,.5)}"', 1),
        ('x = "a {font-size: .8rem}"', 1),
        ('x = "a {font-size: 0.8rem}"', 1),
        ('x = "a {font-size: 0}"', 0),
        ('f(textfont={"size": 11})', 1),
        ('x = {"font": {"size": 11}}', 1),
        ('font = {"size": 11}', 1),
        ('x = "rgba(0,0,0,0)"', 0),
        ('x = "a {font-size: var(--type-note)}"', 0),
        ('x = {"marker": {"size": 11}}', 0),
        ('f(textfont={"size": NOTE_SIZE})', 0),
    ],
)
def test_a_stray_is_found(source: str, count: int) -> None:
    assert len(list(strays("x.py", source))) == count
