"""Plan → the sheets 指标目录 and 文件: what each indicator means, and what became of each file.

The dictionary is made from the catalogue, so that it can't say anything else than what the readings were made with.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_cells import Value
from exports.excel_compare import level_name, year_value
from exports.excel_plan import CATALOGUE_TOP, COMPARE_TOP, FIRST_COLUMN, Plan
from exports.excel_sheet import Book, Sheet, place, unit_name
from exports.excel_style import CENTER, DATE, INTEGER, LINK, NUMBER, TEXT, WRAP, YEAR
from exports.excel_table import Described, open_table, write_rows
from panel.display import describe_failure
from panel.words import WORDS as SHARED

if TYPE_CHECKING:
    from extract.catalog import Indicator

CATALOGUE_COLUMNS: tuple[Described, ...] = (
    ("name", WRAP, None),
    ("column", LINK, 10.0),
    ("unit", CENTER, None),
    ("theme", WRAP, 18.0),
    ("definition", WRAP, 46.0),
    ("kind", CENTER, None),
    ("better", CENTER, None),
    ("grade", WRAP, 26.0),
    ("note", WRAP, 46.0),
    ("numerator", WRAP, 22.0),
    ("base", WRAP, 22.0),
    ("bases", WRAP, 26.0),
    ("law", WRAP, 36.0),
    ("levels", WRAP, 20.0),
    ("low", NUMBER, 9.0),
    ("high", NUMBER, 9.0),
    ("decimals", INTEGER, 9.0),
    ("synonyms", WRAP, 36.0),
    ("other_name", WRAP, None),
    ("indicator", TEXT, None),
    ("version", INTEGER, 10.0),
)
FILE_COLUMNS: tuple[Described, ...] = (
    ("file", TEXT, 34.0),
    ("status", CENTER, 12.0),
    ("place", TEXT, None),
    ("level", CENTER, None),
    ("year", YEAR, None),
    ("title", WRAP, 46.0),
    ("published", DATE, 14.0),
    ("index_number", TEXT, None),
    ("pages", INTEGER, 8.0),
    ("unread", CENTER, 12.0),
    ("encoding", CENTER, 12.0),
    ("seconds", NUMBER, 8.0),
    ("characters", INTEGER, 10.0),
    ("readings", INTEGER, 10.0),
    ("refusals", INTEGER, 10.0),
    ("of", TEXT, 34.0),
    ("problem", WRAP, 40.0),
    ("cure", WRAP, 40.0),
)


def write_catalogue(book: Book, plan: Plan) -> None:
    """The dictionary: one row an indicator of the comparison, in its order; its column there is a link to its head."""
    sheet = open_table(book, "catalogue", tab="7A5BA8")
    compare = WORDS.say("sheet.compare", book.lang)
    heads = [f"{get_column_letter(FIRST_COLUMN + index)}{COMPARE_TOP}" for index in range(plan.width)]
    for row, head in enumerate(heads, CATALOGUE_TOP + 1):
        sheet.rows.link(sheet.reference(row, 2), place(compare, head))
    rows = [_about(indicator, head, plan) for indicator, head in zip(plan.indicators, heads, strict=True)]
    _write(sheet, "catalogue", CATALOGUE_COLUMNS, rows)


def write_files(book: Book, plan: Plan) -> None:
    """The run log: one row a file, read or not."""
    rows = [_file(row, plan) for row in plan.reports.to_dict("records")]
    _write(open_table(book, "files", tab="6B7280"), "files", FILE_COLUMNS, rows)


def _write(sheet: Sheet, key: str, described: Sequence[Described], rows: Sequence[Sequence[Value]]) -> None:
    keys = [column for column, _, _ in described]
    top = write_rows(sheet, key, described, [dict(zip(keys, row, strict=True)) for row in rows], fixed=1, most=36)
    if top != CATALOGUE_TOP:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {CATALOGUE_TOP}")


def _about(indicator: Indicator, column: str, plan: Plan) -> list[Value]:
    """The row of an indicator, which stands in that column of the comparison; in the order of CATALOGUE_COLUMNS."""
    lang, catalog = plan.lang, plan.tables.catalog
    chinese = lang == "zh"
    theme = catalog.themes[indicator.theme]
    return [
        indicator.name if chinese else indicator.name_en,
        column,
        unit_name(catalog.units[indicator.unit], lang),
        theme.name if chinese else theme.name_en,
        indicator.definition if chinese else indicator.definition_en,
        SHARED.say(f"kind.{indicator.kind}", lang),
        SHARED.say(f"better.{indicator.better}", lang),
        SHARED.say(f"grade.{indicator.comparability}", lang),
        (indicator.note if chinese else indicator.note_en) or None,
        indicator.numerator,
        indicator.base,
        "、".join(indicator.bases) or None,
        indicator.law,
        WORDS.say("comma", lang).join(SHARED.say(f"level.{level}", lang) for level in indicator.levels),
        None if indicator.low is None else float(indicator.low),
        None if indicator.high is None else float(indicator.high),
        indicator.decimals,
        "、".join(indicator.synonyms) or None,
        indicator.name_en if chinese else indicator.name,
        indicator.id,
        indicator.version,
    ]


def _file(row: Mapping[Hashable, Any], plan: Plan) -> list[Value]:
    lang, failure = plan.lang, plan.tables.failures.get(row["doc_id"])
    published = row["published"]
    return [
        str(row["doc_id"]),
        SHARED.say(f"status.{row['status']}", lang),
        str(row["place"]),
        level_name(row["level"], lang),
        year_value(row["year"], lang),
        _known(row["title"]),
        published.date() if isinstance(published, pd.Timestamp) else None,
        _known(row["index_number"]),
        None if pd.isna(row["pages"]) else int(row["pages"]),
        _known(row["unread"]),
        _known(row["encoding"]),
        None if pd.isna(row["seconds"]) else round(float(row["seconds"]), 2),
        *(int(row[count]) for count in ("characters", "readings", "refusals")),
        _known(row["of"]),
        *((None, None) if failure is None else describe_failure(failure.kind, failure.fields, lang)),
    ]


def _known(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
