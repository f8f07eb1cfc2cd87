"""Plan → the sheets 指标目录 and 文件: what each indicator means, and what became of each file.

The dictionary is made from the catalogue, so that it can't say anything else than what the readings were made with.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
from openpyxl.utils import get_column_letter

from exports._words import WORDS
from exports.excel_package import Cell, Value
from exports.excel_plan import CATALOGUE_TOP, COMPARE_TOP, FILES_TOP, FIRST_COLUMN, Plan, known_year
from exports.excel_sheet import Book, Column, Sheet, fitted, place, unit_name
from exports.excel_style import CENTER, DATE, INTEGER, LINK, NUMBER, TEXT, WRAP, YEAR, Look
from panel.display import describe_failure
from panel.words import WORDS as SHARED

if TYPE_CHECKING:
    from extract.catalog import Indicator

CATALOGUE_COLUMNS: tuple[tuple[str, Look, float | None], ...] = (
    ("name", WRAP, None),
    ("column", LINK, 10.0),
    ("unit", CENTER, 10.0),
    ("theme", WRAP, 18.0),
    ("definition", WRAP, 46.0),
    ("kind", CENTER, 14.0),
    ("better", CENTER, 14.0),
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
FILE_COLUMNS: tuple[tuple[str, Look, float | None], ...] = (
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
    """The dictionary: one row an indicator of the comparison, in its order."""
    letters = [get_column_letter(FIRST_COLUMN + index) for index in range(len(plan.indicators))]
    rows = [_about(indicator, f"{letter}{COMPARE_TOP}", plan) for indicator, letter in zip(plan.indicators, letters, strict=True)]
    _write(book, "catalogue", CATALOGUE_COLUMNS, rows, CATALOGUE_TOP, link_to=WORDS.say("sheet.compare", book.lang))


def write_files(book: Book, plan: Plan) -> None:
    """The run log: one row a file, read or not."""
    rows = [_file(row, plan) for row in plan.reports.to_dict("records")]
    _write(book, "files", FILE_COLUMNS, rows, FILES_TOP)


def _write(
    book: Book,
    key: str,
    described: Sequence[tuple[str, Look, float | None]],
    rows: Sequence[Sequence[Value]],
    expected: int,
    *,
    link_to: str | None = None,
) -> None:
    lang = book.lang
    sheet = book.sheet(WORDS.say(f"sheet.{key}", lang), tab="7A5BA8" if key == "catalogue" else "6B7280")
    sheet.heading(WORDS.say(f"{key}.title", lang), [WORDS.say(f"{key}.how", lang)])
    sheet.back_to(WORDS.say("sheet.contents", lang))
    columns = []
    for index, (column, look, width) in enumerate(described):
        head = WORDS.say(f"head.{column}", lang)
        texts = {str(row[index]) for row in rows if row[index] is not None}
        columns.append(Column(head, look, fitted(head, texts, most=36) if width is None else width))
    top = sheet.table(key.capitalize(), columns, _cells(sheet, columns, rows, link_to), fixed=1)
    if top != expected:
        raise RuntimeError(f"the head of {sheet.title} stands in row {top}, links lead to {expected}")


def _cells(
    sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[Value]], link_to: str | None
) -> Iterator[Sequence[Cell | None]]:
    """The rows in their looks; the second column names a cell of the sheet `link_to`, where there is one, and leads to it."""
    for row in rows:
        if link_to is not None:
            sheet.rows.link(sheet.reference(sheet.rows.last + 1, 2), place(link_to, str(row[1])))
        yield [sheet.cell(value, column.look) for value, column in zip(row, columns, strict=True)]


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
    year, level, published = known_year(row["year"]), row["level"], row["published"]
    return [
        str(row["doc_id"]),
        SHARED.say(f"status.{row['status']}", lang),
        str(row["place"]),
        SHARED.say(f"level.{level}" if isinstance(level, str) else "level.unknown", lang),
        SHARED.say("unknown_year", lang) if year is None else year,
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
