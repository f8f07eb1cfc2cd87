"""Plan → the sheets 算术核对 and 上年对照: the reports' own arithmetic, and what they say of the year before.

Both are long tables, one row a figure compared and one row a statement, with the words of the reports and where they stand.
Neither alters a value of the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from math import isfinite
from typing import Any

import pandas as pd

from exports.excel_cells import Value
from exports.excel_plan import Plan
from exports.excel_sheet import Book, unit_name
from exports.excel_style import CENTER, INTEGER, NUMBER, TEXT, WRAP, YEAR
from exports.excel_table import Described, open_table, write_rows
from panel.arithmetic import describe_rule
from panel.compare import earlier_of, reports_of
from panel.schema import rows_of
from panel.words import WORDS as SHARED

_TAB = "8A6D1F"
CHECK_COLUMNS: tuple[Described, ...] = (
    ("number", INTEGER, 8.0),
    ("place", TEXT, None),
    ("year", YEAR, None),
    ("outcome", WRAP, 24.0),
    ("rule", WRAP, 28.0),
    ("sums", WRAP, 28.0),
    ("label", WRAP, 20.0),
    ("value", NUMBER, 11.0),
    ("qualifier", CENTER, 11.0),
    ("name", WRAP, 22.0),
    ("quote", WRAP, 50.0),
    ("file", TEXT, None),
    ("start", INTEGER, 9.0),
    ("end", INTEGER, 9.0),
)
EARLIER_COLUMNS: tuple[Described, ...] = (
    ("place", TEXT, None),
    ("of_year", YEAR, None),
    ("name", WRAP, 24.0),
    ("told_kind", CENTER, None),
    ("value", NUMBER, 11.0),
    ("unit", CENTER, None),
    ("qualifier", CENTER, 11.0),
    ("quote", WRAP, 50.0),
    ("now", NUMBER, 11.0),
    ("expected_low", NUMBER, 12.0),
    ("expected_high", NUMBER, 12.0),
    ("outcome", WRAP, 26.0),
    ("earlier_value", NUMBER, 11.0),
    ("earlier_qualifier", CENTER, 11.0),
    ("earlier_quote", WRAP, 50.0),
    ("file", TEXT, None),
    ("start", INTEGER, 9.0),
    ("end", INTEGER, 9.0),
    ("earlier_file", TEXT, None),
    ("earlier_start", INTEGER, 9.0),
    ("earlier_end", INTEGER, 9.0),
)


def write_checks(book: Book, plan: Plan) -> None:
    """The sheet of the reports' own arithmetic: a check of several figures has as many rows, under one number."""
    write_rows(open_table(book, "checks", tab=_TAB), "checks", CHECK_COLUMNS, list(_check_rows(plan)), fixed=3)


def write_earlier(book: Book, plan: Plan) -> None:
    """The sheet of what reports say of the year before, each beside the figure of that year's report."""
    write_rows(open_table(book, "earlier", tab=_TAB), "earlier", EARLIER_COLUMNS, list(_earlier_rows(plan)), fixed=3)


def _check_rows(plan: Plan) -> Iterator[Mapping[str, Value]]:
    tables, lang = plan.tables, plan.lang
    checks = tables.checks[tables.checks["doc_id"].isin(reports_of(tables, plan.selection)["doc_id"])]
    chosen = {indicator.id for indicator in plan.indicators}
    number = 0
    for _, group in groupby(rows_of(checks), key=lambda row: (row.doc_id, row.number)):
        held = list(group)
        if plan.selection.indicators and not chosen.intersection(row.indicator for row in held):
            continue
        number += 1
        for row in held:
            yield {
                "number": number,
                **_whose(plan, row.doc_id),
                "outcome": SHARED.say(f"outcome.{row.outcome}", lang),
                "rule": describe_rule(row.rule, tables.catalog, lang),
                "sums": row.sums,
                "label": row.label or None,
                "value": row.value,
                "qualifier": SHARED.say(f"qualifier.{row.qualifier}", lang),
                "name": None if pd.isna(row.indicator) else _name(row.indicator, plan),
                "quote": row.quote,
                "file": row.doc_id,
                "start": row.start,
                "end": row.end,
            }


def _earlier_rows(plan: Plan) -> Iterator[Mapping[str, Value]]:
    lang = plan.lang
    for row in rows_of(earlier_of(plan.tables, plan.selection, lang=lang)):
        yield {
            "place": plan.tables.places[row.doc_id],
            "of_year": int(row.year),
            "name": _name(row.indicator, plan),
            "told_kind": SHARED.say(f"earlier.{row.kind}", lang),
            "value": row.value,
            "unit": _unit(row.kind, row.unit, plan),
            "qualifier": SHARED.say(f"qualifier.{row.qualifier}", lang),
            "quote": row.quote,
            "now": _known(row.now),
            "expected_low": _known(row.low),
            "expected_high": _known(row.high),
            "outcome": SHARED.say(f"second.{row.outcome}", lang),
            "earlier_value": _known(row.earlier_value),
            "earlier_qualifier": None if pd.isna(row.earlier_doc) else SHARED.say(f"qualifier.{row.earlier_qualifier}", lang),
            "earlier_quote": _known(row.earlier_quote),
            "file": row.doc_id,
            "start": row.start,
            "end": row.end,
            "earlier_file": _known(row.earlier_doc),
            "earlier_start": _known(row.earlier_start),
            "earlier_end": _known(row.earlier_end),
        }


def _whose(plan: Plan, doc_id: str) -> dict[str, Value]:
    year = plan.tables.years[doc_id]
    return {"place": plan.tables.places[doc_id], "year": SHARED.say("unknown_year", plan.lang) if year is None else year}


def _name(indicator_id: str, plan: Plan) -> str:
    indicator = plan.tables.catalog.indicators[indicator_id]
    return indicator.name if plan.lang == "zh" else indicator.name_en


def _unit(kind: str, unit: str, plan: Plan) -> str:
    if kind == "change_points":
        return SHARED.say("points", plan.lang)
    return unit_name(plan.tables.catalog.units[unit], plan.lang)


def _known(value: Any) -> Value:
    """The value; None where it is missing or without end."""
    return None if pd.isna(value) or (isinstance(value, float) and not isfinite(value)) else value
