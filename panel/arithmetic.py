"""Extractions → the table of the reports' own arithmetic, one row a figure compared, and a relation in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from extract.catalog import Catalog
from extract.model import Extraction
from panel.schema import CHECK_COLUMNS, to_table
from panel.words import WORDS

_SIGNS = {"<=": "≤", "=": "=", "/": "÷"}
_PARTS = "parts"


def build_checks(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """CHECK_COLUMNS: the checks of each report in their order, numbered from 1, each a row for every figure that it compares.

    Values are as printed: a check alters none. `label` is what the report calls the figure, `indicator` the indicator whose
    reading it is, missing where none asks for it.
    """
    return to_table((row for extraction in extractions for row in _rows_of(extraction)), CHECK_COLUMNS)


def _rows_of(extraction: Extraction) -> Iterator[tuple[object, ...]]:
    for number, check in enumerate(extraction.checks, 1):
        for term in check.terms:
            yield (
                extraction.report.doc_id,
                number,
                check.rule,
                str(check.outcome),
                check.sums,
                term.label,
                term.reading.indicator_id if term.reading else None,
                float(term.value),
                str(term.qualifier),
                term.span.start,
                term.span.end,
                term.quote,
            )


def describe_rule(rule: str, catalog: Catalog, lang: str = "zh") -> str:
    """The relation in words: the name that the catalogue gives it, or the names of the indicators that it compares."""
    relation = catalog.relations.get(rule)
    if relation is not None:
        return relation.name if lang == "zh" else relation.name_en
    return " ".join(_word(part, catalog, lang) for part in rule.split())


def _word(part: str, catalog: Catalog, lang: str) -> str:
    if part == _PARTS:
        return WORDS.say("check.parts", lang)
    indicator = catalog.indicators.get(part)
    if indicator is None:
        return _SIGNS[part]
    return indicator.name if lang == "zh" else indicator.name_en
