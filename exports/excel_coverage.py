"""Plan → the sheet 覆盖: of each indicator and level how many reports give a value, and how many blanks there are by cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exports.excel_cells import Value
from exports.excel_compare import level_name
from exports.excel_faces import codes
from exports.excel_plan import Plan
from exports.excel_sheet import Book
from exports.excel_style import CENTER, INTEGER, WRAP
from exports.excel_table import Described, open_table, write_rows
from panel.blanks import VALUE
from panel.coverage import STATES, coverage

COVERAGE_COLUMNS: tuple[Described, ...] = (
    ("name", WRAP, 30.0),
    ("theme", WRAP, 20.0),
    ("level", CENTER, 10.0),
    ("given", INTEGER, 10.0),
    ("with_report", INTEGER, 10.0),
    *((state, INTEGER, 11.0) for state in STATES if state != VALUE),
    ("cells", INTEGER, 10.0),
)


def write_coverage(book: Book, plan: Plan) -> None:
    """The whole sheet. Here 0 is a count: no blank of that cause."""
    sheet = open_table(book, "coverage", tab="8A6D1F")
    write_rows(sheet, "coverage", COVERAGE_COLUMNS, list(_rows(plan)), fixed=3, heads=codes(book.lang))


def _rows(plan: Plan) -> Iterator[Mapping[str, Value]]:
    lang, catalog = plan.lang, plan.tables.catalog
    for told in coverage(plan.arrays, plan.width):
        indicator = plan.indicators[told.column]
        theme = catalog.themes[indicator.theme]
        by_state = dict(zip(STATES, told.counts, strict=True))
        yield {
            "name": indicator.name if lang == "zh" else indicator.name_en,
            "theme": theme.name if lang == "zh" else theme.name_en,
            "level": level_name(told.level, lang),
            "given": by_state.pop(VALUE),
            "with_report": told.reports,
            **by_state,
            "cells": sum(told.counts),
        }
