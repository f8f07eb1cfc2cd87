"""Tables and a Selection → plotly figures. One module a chart; a new chart is one new file here.

A chart module has TITLE (language -> name), ORDER (its place among the charts), table(tables, selection, *, lang="zh") ->
Tabular (the figures that it draws as rows and columns; no rows where it draws none) and
draw(tables, selection, *, lang="zh", made=None, width=WIDTH, dark=False) -> Figure, which takes an empty selection too and then
says in words what is missing. Every figure carries its title, unit, counts, source, date and catalogue version inside itself
(_style.py), and in its layout's meta what it shows in words (`alt`, for whoever can't see it), with title, notes and source.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from charts._style import footer_of
from charts._theme import page_variables

__all__ = ["all_charts", "footer_of", "page_variables"]


def all_charts() -> list[ModuleType]:
    """The chart modules of this folder, in their ORDER; names with a leading underscore are no charts."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]
    return sorted((import_module(f"{__name__}.{name}") for name in names), key=lambda module: (module.ORDER, module.__name__))
