"""Tables and a Selection → plotly figures. One module a chart; a new chart is one new file here.

A chart module has TITLE (language -> name), ORDER (its place among the charts), table(tables, selection, *, lang="zh") ->
Tabular (the figures that it draws as rows and columns; no rows where it draws none) and
draw(tables, selection, *, lang="zh", made=None, width=WIDTH, dark=False, height=None, part=1) -> Figure, which takes an empty
selection too and then says in words what is missing. With a height, that of a slide or of paper, the figure has it exactly, and
layout.meta["parts"] says on how many pictures all stands (_parts.py). Every figure carries its title, unit, counts, source, date
and catalogue version inside itself (_style.py), and in its layout's meta what it shows in words (`alt`, for whoever can't see
it), with title, notes and source. `sparkline` is a row of values small enough for a cell of a table. `tokens` and
`PRINTED` are the sizes and, on white, the colours for what is drawn elsewhere.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from charts import _tokens as tokens
from charts._colours import LIGHT as PRINTED
from charts._spark import sparkline
from charts._style import footer_of
from charts._theme import page_variables

__all__ = ["PRINTED", "all_charts", "footer_of", "page_variables", "sparkline", "tokens"]


def all_charts() -> list[ModuleType]:
    """The chart modules of this folder, in their ORDER; names with a leading underscore are no charts."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]
    return sorted((import_module(f"{__name__}.{name}") for name in names), key=lambda module: (module.ORDER, module.__name__))
