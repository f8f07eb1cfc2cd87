"""Every Words table of the tree: Chinese sentences have full-width marks, wherever they stand; and so has the source round them.

Half-width marks stay where they are part of a name or a number; those are listed here one by one.
"""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import charts
import exports
import panel
import views
from panel.words import Words

ROOT = Path(__file__).parents[1]
PACKAGES = (panel, charts, exports, views)
# By the key of a sentence, what it holds that is no mark of the sentence.
EXCEPTIONS = {
    "rule.percent": "(%)",  # as in the heads of the workbook: 法制审核率(%)
    "rule.text": "32,767",
}
MARKS = ",;:()!?"
FIELD = re.compile(r"\{[^{}]*\}")
BESIDE_CHINESE = re.compile(f"[一-鿿][{MARKS}]|[{MARKS}][一-鿿]")


def sentences() -> Iterator[tuple[str, str]]:
    """(key, Chinese sentence) of every Words that a module of the tree holds."""
    held: dict[int, Words] = {}
    for package in PACKAGES:
        for module in pkgutil.iter_modules(package.__path__):
            values = vars(import_module(f"{package.__name__}.{module.name}")).values()
            held.update({id(value): value for value in values if isinstance(value, Words)})
    for words in held.values():
        yield from ((key, chinese) for key, (chinese, _) in words._table.items())


SENTENCES = sorted(set(sentences()))


def half_width(sentence: str) -> set[str]:
    return set(FIELD.sub("", sentence)) & set(MARKS)


def test_all_tables_are_found() -> None:
    keys = {key for key, _ in SENTENCES}
    assert {"standing", "few_values", "missing_head", "no_browser", "rule.percent", "app"} <= keys
    assert len(SENTENCES) > 400


def test_no_chinese_sentence_has_a_half_width_mark() -> None:
    wrong = {key: sentence for key, sentence in SENTENCES if half_width(sentence.replace(EXCEPTIONS.get(key, " "), ""))}
    assert wrong == {}


def test_every_exception_is_needed() -> None:
    told = dict(SENTENCES)
    assert [key for key, part in EXCEPTIONS.items() if part not in told[key]] == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("只有 {n} 个,无从比较。", {","}, id="a comma"),
        pytest.param("单位:{unit}", {":"}, id="a colon before a field"),
        pytest.param("{a}({b})", {"(", ")"}, id="brackets between fields"),
        pytest.param("单位：{unit:>8}；（{n}）", set(), id="full-width, and a colon inside a field"),
    ],
)
def test_a_half_width_mark_is_found(sentence: str, found: set[str]) -> None:
    assert half_width(sentence) == found


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """The line and value of every text in a module but its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    told = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    docs = {id(node.value) for node in told}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def test_no_other_text_of_the_pages_and_of_the_terminal_has_one_beside_chinese() -> None:
    paths = [path for package in PACKAGES for folder in package.__path__ for path in sorted(Path(folder).glob("*.py"))]
    paths += [ROOT / "extract" / "__main__.py", ROOT / "extract" / "terminal.py"]
    # English sentences name Chinese words as they like: "at least: the report says 以上, 超过".
    wrong = [
        f"{path.name}:{line}: {text}"
        for path in paths
        for line, text in texts_of(path)
        if BESIDE_CHINESE.search(text) and not re.search("[a-z]{2} [a-z]", text)
    ]
    assert wrong == []
