"""Every .py file of the tree → the arrows, homes and sizes that the README's picture promises, held by reading the code.

A new package or module is placed here, in the one line where it belongs; a new library gets its home here.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]

# A place may import what stands in a later line, never what stands in its own line or an earlier one.
PACKAGES: tuple[tuple[str, ...], ...] = (
    ("tests",),
    ("benchmarks",),
    ("dashboard",),
    ("views",),
    ("exports",),
    ("charts",),
    ("panel", "demo"),
    ("extract",),
)
# The same inside extract, where a module and a package of its modules count alike.
EXTRACT: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("commands",),
    ("terminal", "files"),
    ("__init__",),
    ("proof", "explain", "accuracy", "doubts"),
    ("proved",),
    ("pattern_report",),
    ("pipeline",),
    ("memory",),
    ("runlog",),
    ("twins", "archives"),
    ("readings", "checks", "earlier"),
    ("listing", "relating"),
    ("stretch", "comparing"),
    ("context",),
    ("other_years", "other_bodies"),
    ("surroundings",),
    ("matching",),
    ("further", "subjects"),
    ("chains", "passages"),
    ("moves", "rules"),
    ("gates",),
    ("clauses",),
    ("metadata",),
    ("paragraphs", "sentences"),
    ("headings",),
    ("places", "formats"),
    ("catalog", "schema"),
    ("catalog_relations",),
    ("catalog_entries",),
    ("catalog_wordings",),
    ("catalog_keys",),
    ("catalog_patterns", "catalog_schema"),
    ("catalog_runaway",),
    ("catalog_attacks",),
    ("catalog_placeholders",),
    ("catalog_nodes",),
    ("catalog_faults",),
    ("catalog_fault_words", "catalog_terms"),
    ("quantities",),
    ("beginnings", "numbers"),
    ("intervals",),
    ("folding",),
    ("evidence",),
    ("model",),
    ("source",),
    ("errors", "kept", "limits"),
)
# Where a library may be imported: a package, a module, or the first letters of a module's name before a star.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "streamlit": ("dashboard", "views"),
    "plotly": ("charts",),
    "pandas": ("panel", "charts", "exports", "views", "dashboard"),
    "pyarrow": ("panel.saved", "panel.documents"),
    "numpy": ("panel", "charts", "exports", "views", "dashboard"),
    "PIL": ("exports.picture_view",),
    "openpyxl": ("exports.excel*", "exports.read_back*", "extract.formats.xlsx"),
    "kaleido": ("exports.pictures",),
    "choreographer": ("exports.pictures",),
    "yaml": ("extract.catalog",),
    "regex": ("extract",),
    "pypinyin": ("extract.places.make_register", "panel.finding"),
    "platformdirs": ("extract.kept",),
    "ahocorasick_rs": ("extract.gates", "extract.matching"),
    "docx": ("extract.formats.docx*", "extract.formats.package", "exports.brief"),
    "lxml": ("extract.formats.package",),
    "pptx": ("exports.slide*",),
    "pdfplumber": ("extract.formats.pdf_pages",),
    "pdfminer": ("extract.formats.pdf_pages",),
}
UNTELLING = {"utils", "util", "helpers", "common", "core", "services", "misc"}
CHARACTERS_OF_A_LINE = 130
LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 60
UNCHECKED = {"tests", "benchmarks"}  # may use every library, and hold long tables


class Import(NamedTuple):
    """One import as written: its line, and the module it reaches, in full."""

    line: int
    target: str


def module_of(path: str) -> str:
    """extract/formats/txt.py → extract.formats.txt; a package's __init__ is the package itself."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports_of(path: str, source: str, modules: set[str]) -> Iterator[Import]:
    """All imports of one file, those inside functions and for type checks alone as well, and import_module("…")."""
    module = module_of(path)
    package = module if path.endswith("__init__.py") else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source, path)):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield Import(node.lineno, inner if inner in modules else base)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"import_module", "__import__"}:
            named = [word.value for word in node.args[:1] if isinstance(word, ast.Constant)]
            yield from (Import(node.lineno, name) for name in named if isinstance(name, str))


def rank(name: str, order: tuple[tuple[str, ...], ...]) -> int | None:
    """The line of `order` that holds a name; None where no line does."""
    return next((at for at, names in enumerate(order) if name in names), None)


def unit(module: str) -> str:
    """The part of extract that a module belongs to: extract.formats.txt → formats, extract itself → __init__."""
    return module.split(".")[1] if "." in module else "__init__"


def arrow_fault(source: str, target: str) -> str | None:
    """Why one module of ours may not import another; None where it may."""
    ours, theirs = source.split(".")[0], target.split(".")[0]
    if ours != theirs:
        private = any(part.startswith("_") for part in target.split("."))
        if private and ours not in UNCHECKED and (ours, theirs) != ("dashboard", "views"):  # dashboard.py is the pages' front
            return f"{target} is {theirs}' own: its name starts with _"
        order, here, there = PACKAGES, ours, theirs
    elif ours == "extract":
        order, here, there = EXTRACT, unit(source), unit(target)
        if here == there:
            return None
    else:
        return None
    left, right = rank(here, order), rank(there, order)
    if left is None or right is None:
        missing = here if left is None else there
        return f"{missing} has no place yet: put it into the order at the top of tests/test_architecture.py"
    return None if left < right else f"the arrow {here} → {there} is not allowed"


def library_fault(module: str, library: str) -> str | None:
    """Why a module may not import a library; None where it may."""
    if library not in LIBRARIES:
        return f"the library {library} has no home yet: give it one in LIBRARIES of tests/test_architecture.py"
    for home in LIBRARIES[library]:
        if module == home or module.startswith(f"{home}.") or (home.endswith("*") and module.startswith(home[:-1])):
            return None
    return f"the library {library} belongs to {', '.join(LIBRARIES[library])}"


def import_faults(files: Mapping[str, str]) -> list[str]:
    """One line for each import that points the wrong way or takes a library from its home."""
    modules = {module_of(path) for path in files}
    ours = {module.split(".")[0] for module in modules}
    faults = []
    for path, source in files.items():
        module = module_of(path)
        for line, target in imports_of(path, source, modules):
            top = target.split(".")[0]
            fault = None
            if top in ours:
                fault = arrow_fault(module, target)
            elif top not in sys.stdlib_module_names and module.split(".")[0] not in UNCHECKED:
                fault = library_fault(module, top)
            if fault:
                faults.append(f"{path}:{line}: {fault}")
    return faults


def circle_faults(files: Mapping[str, str]) -> list[str]:
    """One line for a circle of modules that import each other; empty where there is none."""
    modules = {module_of(path) for path in files}
    graph = {
        module_of(path): {target for _, target in imports_of(path, source, modules) if target in modules} - {module_of(path)}
        for path, source in files.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        return [f"a circle of imports: {' → '.join(reversed(fault.args[1]))}"]
    return []


def shape_faults(files: Mapping[str, str]) -> list[str]:
    """One line for each name that tells nothing, unplaced module, and line, function or module that is too long."""
    faults = []
    for path, source in files.items():
        module = module_of(path)
        top = module.split(".")[0]
        if UNTELLING & set(module.split(".")):
            faults.append(f"{path}: the name says nothing of what is inside")
        if rank(top, PACKAGES) is None:
            faults.append(f"{path}: {top} has no place yet: put it into PACKAGES of tests/test_architecture.py")
        if top == "extract" and rank(unit(module), EXTRACT) is None:
            faults.append(f"{path}: {unit(module)} has no place yet: put it into EXTRACT of tests/test_architecture.py")
        if top in UNCHECKED:
            continue
        if (lines := len(source.splitlines())) > LINES_OF_A_MODULE:
            faults.append(f"{path}: {lines} lines, {LINES_OF_A_MODULE} at most: is it one job?")
        for number, line in enumerate(source.splitlines(), 1):
            if len(line) > CHARACTERS_OF_A_LINE:
                faults.append(f"{path}:{number}: a line of {len(line)} characters, {CHARACTERS_OF_A_LINE} at most")
        for node in ast.walk(ast.parse(source, path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LINES_OF_A_FUNCTION:
                    faults.append(f"{path}:{node.lineno}: {node.name} has {length} lines, {LINES_OF_A_FUNCTION} at most")
    return faults


@pytest.fixture(scope="module")
def tree() -> dict[str, str]:
    """Path → source of every .py file of the project, and of nothing that tools put beside it."""
    places = ["*.py", *(f"{name}/**/*.py" for names in PACKAGES for name in names)]
    paths = sorted(path for place in places for path in ROOT.glob(place))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def test_the_tree_holds_the_packages_that_the_order_names(tree: dict[str, str]) -> None:
    tops = {path.split("/")[0].removesuffix(".py") for path in tree}
    assert {"dashboard", "views", "exports", "charts", "panel", "extract", "tests"} <= tops


def test_no_import_points_to_the_left_and_no_library_leaves_its_home(tree: dict[str, str]) -> None:
    faults = import_faults(tree)
    assert not faults, "\n".join(faults)


def test_no_modules_import_each_other_in_a_circle(tree: dict[str, str]) -> None:
    assert circle_faults(tree) == []


def test_modules_and_functions_have_a_place_a_name_and_a_size(tree: dict[str, str]) -> None:
    faults = shape_faults(tree)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        pytest.param({"extract/model.py": "import panel", "panel/__init__.py": ""}, "extract/model.py:1: the arrow extract → panel is not allowed", id="to the left"),
        pytest.param({"charts/trend.py": "from exports import excel", "exports/excel.py": ""}, "charts/trend.py:1: the arrow charts → exports is not allowed", id="from a chart to what hands it on"),
        pytest.param({"extract/numbers.py": "from .quantities import x", "extract/quantities.py": ""}, "extract/numbers.py:1: the arrow numbers → quantities is not allowed", id="relative, inside extract"),
        pytest.param({"extract/formats/txt.py": "from ..places import x", "extract/places/__init__.py": ""}, "extract/formats/txt.py:1: the arrow formats → places is not allowed", id="relative, two up"),
        pytest.param({"extract/clauses.py": "from extract import matching", "extract/__init__.py": "", "extract/matching.py": ""}, "extract/clauses.py:1: the arrow clauses → matching is not allowed", id="through the package"),
        pytest.param({"extract/proof.py": "from . import x", "extract/__init__.py": ""}, "extract/proof.py:1: the arrow proof → __init__ is not allowed", id="to the package's front door"),
        pytest.param({"panel/build.py": "def f():\n    import views.compare", "views/compare.py": ""}, "panel/build.py:2: the arrow panel → views is not allowed", id="inside a function"),
        pytest.param({"panel/build.py": "from importlib import import_module\nimport_module('views')", "views/__init__.py": ""}, "panel/build.py:2: the arrow panel → views is not allowed", id="by name"),
        pytest.param({"dashboard.py": "import tests.test_x", "tests/test_x.py": ""}, "dashboard.py:1: the arrow dashboard → tests is not allowed", id="to the tests"),
        pytest.param({"views/trend.py": "from charts._style import INK", "charts/_style.py": ""}, "views/trend.py:1: charts._style is charts' own: its name starts with _", id="to another's private module"),
        pytest.param({"extract/pipeline.py": "from .novel import x", "extract/novel.py": ""}, "extract/pipeline.py:1: novel has no place yet: put it into the order at the top of tests/test_architecture.py", id="to a module without a place"),
        pytest.param({"panel/build.py": "import streamlit as st"}, "panel/build.py:1: the library streamlit belongs to dashboard, views", id="streamlit outside the pages"),
        pytest.param({"views/trend.py": "import plotly.express as px"}, "views/trend.py:1: the library plotly belongs to charts", id="plotly outside the charts"),
        pytest.param({"extract/model.py": "import pandas as pd"}, "extract/model.py:1: the library pandas belongs to panel, charts, exports, views, dashboard", id="pandas before the panel"),
        pytest.param({"exports/pictures.py": "from openpyxl import Workbook"}, "exports/pictures.py:1: the library openpyxl belongs to exports.excel*, exports.read_back*, extract.formats.xlsx", id="openpyxl outside the workbook"),
        pytest.param({"extract/catalog_entries.py": "import yaml"}, "extract/catalog_entries.py:1: the library yaml belongs to extract.catalog", id="yaml beside its one module"),
        pytest.param({"panel/build.py": "import scipy.stats"}, "panel/build.py:1: the library scipy has no home yet: give it one in LIBRARIES of tests/test_architecture.py", id="a library nobody placed"),
    ],
)  # fmt: skip
def test_a_planted_import_is_caught(files: dict[str, str], fault: str) -> None:
    assert import_faults(files) == [fault]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"dashboard.py": "from views import trend", "views/trend.py": "from charts import trend", "charts/trend.py": "from panel import build", "panel/build.py": "from extract import model", "extract/model.py": ""}, id="the way of the data"),
        pytest.param({"extract/formats/txt.py": "from . import fault\nfrom ..errors import E", "extract/formats/fault.py": "", "extract/formats/__init__.py": "", "extract/errors.py": ""}, id="inside one part, and to its right"),
        pytest.param({"charts/trend.py": "from charts import _style\nimport plotly.graph_objects as go", "charts/_style.py": ""}, id="its own private module, a library at home"),
        pytest.param({"exports/excel_sheet.py": "import openpyxl.utils", "extract/matching.py": "import re, regex, json"}, id="a starred home, the standard library"),
        pytest.param({"tests/test_x.py": "import hypothesis, openpyxl\nfrom charts._style import INK\nimport dashboard", "charts/_style.py": "", "dashboard.py": ""}, id="tests use every library and module"),
        pytest.param({"dashboard.py": "from views import _frame", "views/_frame.py": ""}, id="the app's front and its pages are one"),
    ],
)  # fmt: skip
def test_an_allowed_import_is_let_through(files: dict[str, str]) -> None:
    assert import_faults(files) == []


def test_a_planted_circle_is_caught() -> None:
    files = {
        "panel/build.py": "from panel import ranks",
        "panel/ranks.py": "from .words import W",
        "panel/words.py": "import panel.build",
    }
    assert circle_faults(files) == ["a circle of imports: panel.build → panel.ranks → panel.words → panel.build"]


@pytest.mark.parametrize(
    ("path", "source", "faults"),
    [
        pytest.param("panel/utils.py", "", ["panel/utils.py: the name says nothing of what is inside"], id="a name for anything"),
        pytest.param("storage/disk.py", "", ["storage/disk.py: storage has no place yet: put it into PACKAGES of tests/test_architecture.py"], id="a new package"),
        pytest.param("extract/novel.py", "", ["extract/novel.py: novel has no place yet: put it into EXTRACT of tests/test_architecture.py"], id="a new module of extract"),
        pytest.param("panel/build.py", "# " + "法" * 129, ["panel/build.py:1: a line of 131 characters, 130 at most"], id="a long line"),
        pytest.param("panel/build.py", "# " + "法" * 128, [], id="a line just short enough, counted in characters"),
        pytest.param("tests/test_build.py", "# " + "法" * 129, [], id="a long sentence of a test"),
        pytest.param("panel/build.py", "\n" * 301, ["panel/build.py: 301 lines, 300 at most: is it one job?"], id="a long module"),
        pytest.param("panel/build.py", "\n" * 300, [], id="a module just short enough"),
        pytest.param("panel/build.py", "def f():\n" + "    x = 1\n" * 60, ["panel/build.py:1: f has 61 lines, 60 at most"], id="a long function"),
        pytest.param("panel/build.py", "class A:\n  async def f():\n" + "    x = 1\n" * 59, [], id="a function just short enough"),
        pytest.param("tests/test_build.py", "def f():\n" + "    x = 1\n" * 400, [], id="a long table of a test"),
    ],
)  # fmt: skip
def test_a_planted_shape_is_caught(path: str, source: str, faults: list[str]) -> None:
    assert shape_faults({path: source}) == faults
