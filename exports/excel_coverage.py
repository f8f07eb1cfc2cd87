"""Plan → the sheet 覆盖: of each indicator and level how many reports give a value, and how many blanks there are by cause."""

from __future__ import annotations

from collections.abc import Iterator

from exports.excel_compare import codes
from exports.excel_plan import Plan
from exports.excel_sheet import Book
from exports.excel_style import CENTER, INTEGER, WRAP
from exports.excel_table import Described, Row, write_table
from panel.blanks import VALUE
from panel.coverage import STATES, coverage
from panel.schema import rows_of
from panel.words import WORDS as SHARED


def write_coverage(book: Book, plan: Plan) -> None:
    """The whole sheet. Here 0 is a count: no blank of that cause."""
    described: tuple[Described, ...] = (
        ("name", WRAP, 30.0),
        ("theme", WRAP, 20.0),
        ("level", CENTER, 10.0),
        ("given", INTEGER, 10.0),
        ("with_report", INTEGER, 10.0),
        *((state, INTEGER, 11.0) for state in STATES if state != VALUE),
        ("cells", INTEGER, 10.0),
    )
    write_table(book, "coverage", described, list(_rows(plan)), tab="8A6D1F", fixed=3, heads=codes(book.lang))


def _rows(plan: Plan) -> Iterator[Row]:
    lang, catalog = plan.lang, plan.tables.catalog
    counted = coverage(plan.cells)
    for row, counts in zip(rows_of(counted), counted[list(STATES)].to_numpy().tolist(), strict=True):
        indicator = catalog.indicators[row.indicator]
        theme = catalog.themes[indicator.theme]
        by_state = dict(zip(STATES, counts, strict=True))
        yield {
            "name": indicator.name if lang == "zh" else indicator.name_en,
            "theme": theme.name if lang == "zh" else theme.name_en,
            "level": SHARED.say(f"level.{row.level}" if isinstance(row.level, str) else "level.unknown", lang),
            "given": by_state.pop(VALUE),
            "with_report": int(row.reports),
            **by_state,
            "cells": sum(counts),
        }
