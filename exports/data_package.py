"""Tables and a Selection → a zip of the same data for other programs: CSV, Parquet, and a dictionary of every column.

The same input gives the same bytes. Nothing is borrowed from near years, and no text is altered for any program's sake.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from exports._words import WORDS
from exports._words_data import DATA_WORDS
from extract.catalog import Catalog
from extract.model import Basis, Level, Qualifier, Reason
from panel.blanks import BlankCause
from panel.build import Tables
from panel.compare import VALUE, Selection, cells, earlier_of, reports_of, select
from panel.reports import READ
from panel.schema import CHECK_COLUMNS, COLUMNS, EARLIER_COLUMNS, REFUSAL_COLUMNS, REPORT_COLUMNS, to_table
from panel.standing import mark_of, standing_of
from panel.words import LANGUAGES
from panel.words import WORDS as SHARED

INDICATOR_COLUMNS: dict[str, str] = {
    "indicator": "str",
    "name": "str",
    "name_en": "str",
    "theme": "str",
    "unit": "str",
    "kind": "str",
    "better": "str",
    "comparability": "str",
    "definition": "str",
    "definition_en": "str",
    "base": "str",
    "low": "float64",
    "high": "float64",
    "decimals": "int64",
    "version": "int64",
    "levels": "str",
}
_TYPES = {"str": "text", "Int64": "integer", "int64": "integer", "float64": "number", "bool": "flag", "datetime64[us]": "date"}
# What the codes of a column mean is said by the shared words, under this key and the code.
_CODES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "qualifier": ("qualifier", tuple(map(str, Qualifier))),
    "now_qualifier": ("qualifier", tuple(map(str, Qualifier))),
    "earlier_qualifier": ("qualifier", tuple(map(str, Qualifier))),
    "basis": ("basis", tuple(map(str, Basis))),
    "level": ("level", tuple(map(str, Level))),
    "reason": ("reason", tuple(map(str, Reason))),
    "state": ("cause", tuple(map(str, BlankCause))),
}


# How far a package is: how many of how many tables are in it.
Progress = Callable[[int, int], None]


def to_zip(
    tables: Tables, selection: Selection | None = None, *, made: date, lang: str = "zh", progress: Progress | None = None
) -> bytes:
    """The package of a selection (None: everything), dated `made`; `lang` is that of names, texts and of about.txt.

    KeyError for an indicator that the catalogue does not have, ValueError for another language. `progress` is told how far it
    is, and what it raises ends the work.
    """
    held = package_tables(tables, replace(selection or Selection(), borrow=0), lang)
    words = list(dictionary(held))
    about = DATA_WORDS.say(
        "about",
        lang,
        title=mark_of(tables, lang) + WORDS.say("title", lang),
        standing=standing_of(tables, lang),
        made=made.isoformat(),
        stamp=tables.catalog.stamp,
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, made, "about.txt", about.encode("utf-8-sig"))
        for number, (name, table) in enumerate(held.items()):
            if progress is not None:
                progress(number, len(held))
            # A byte order mark, or spreadsheet programs take the Chinese for another encoding.
            _put(archive, made, f"{name}.csv", table.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig"))
            _put(archive, made, f"{name}.parquet", _parquet(table))
        _put(archive, made, "dictionary.csv", _csv(words).encode("utf-8-sig"))
        _put(archive, made, "dictionary.json", json.dumps(words, ensure_ascii=False, indent=1).encode())
    return out.getvalue()


def package_tables(tables: Tables, selection: Selection, lang: str) -> dict[str, pd.DataFrame]:
    """The tables of the package by their names, with the declared columns; the readings and refusals with their place before."""
    ids = selection.indicators or tuple(tables.catalog.indicators)
    docs = reports_of(tables, selection)["doc_id"]
    readings = select(tables, selection, main_only=False)
    refusals = tables.refusals[tables.refusals["doc_id"].isin(docs) & tables.refusals["indicator"].isin(ids)]
    checks = tables.checks[tables.checks["doc_id"].isin(docs)]
    reports = tables.reports[tables.reports["doc_id"].isin(docs) | (tables.reports["status"] != READ)]
    return {
        "readings": _placed(readings[list(COLUMNS)], tables),
        "cells": cells(tables, selection, lang=lang),
        "refusals": _placed(refusals[list(REFUSAL_COLUMNS)], tables),
        "reports": reports[list(REPORT_COLUMNS)].reset_index(drop=True),
        "checks": _placed(checks[list(CHECK_COLUMNS)], tables),
        "earlier": _placed(earlier_of(tables, selection, lang=lang)[list(EARLIER_COLUMNS)], tables),
        "indicators": _indicators(tables.catalog, ids),
    }


def dictionary(held: Mapping[str, pd.DataFrame]) -> Iterator[dict[str, str]]:
    """Table, column, type and meaning of every column, and what its codes mean, in both languages."""
    known = set(DATA_WORDS.keys())
    for name, table in held.items():
        for column in table.columns:
            key = f"{name}.{column}" if f"{name}.{column}" in known else str(column)
            kind = _TYPES[str(table[column].dtype)]
            entry = {"table": name, "column": str(column)}
            for lang in LANGUAGES:
                entry[f"of_{lang}"] = DATA_WORDS.say(f"table.{name}", lang)
                entry[f"type_{lang}"] = DATA_WORDS.say(f"type.{kind}", lang)
                entry[f"meaning_{lang}"] = DATA_WORDS.say(key, lang)
                entry[f"codes_{lang}"] = _codes(str(column), lang)
            yield entry


def _codes(column: str, lang: str) -> str:
    if column not in _CODES:
        return ""
    key, codes = _CODES[column]
    told = [f"{code} = {SHARED.say(f'{key}.{code}', lang)}" for code in codes]
    if column == "state":
        told.insert(0, f"{VALUE} = {WORDS.say('head.value', lang)}")
    return ("；" if lang == "zh" else "; ").join(told)


def _placed(table: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    placed = table.reset_index(drop=True)
    placed.insert(0, "place", placed["doc_id"].map(tables.places).astype("str"))
    return placed


def _indicators(catalog: Catalog, ids: tuple[str, ...]) -> pd.DataFrame:
    asked = (catalog.indicators[indicator_id] for indicator_id in dict.fromkeys(ids))
    rows = [
        (
            *(one.id, one.name, one.name_en, one.theme, one.unit, str(one.kind), str(one.better), str(one.comparability)),
            *(one.definition, one.definition_en, one.base),
            *(None if bound is None else float(bound) for bound in (one.low, one.high)),
            *(one.decimals, one.version, ";".join(one.levels)),
        )
        for one in asked
    ]
    return to_table(rows, INDICATOR_COLUMNS)


def _parquet(table: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    # What a table carries beside its columns is the app's own business.
    bare = table.copy(deep=False)
    bare.attrs = {}
    bare.to_parquet(out, engine="pyarrow", index=False, compression="zstd")
    return out.getvalue()


def _csv(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    lines = csv.DictWriter(out, list(rows[0]))
    lines.writeheader()
    lines.writerows(rows)
    return out.getvalue()


def _put(archive: zipfile.ZipFile, made: date, name: str, data: bytes) -> None:
    # The date alone, or the same data would give other bytes the next time.
    info = zipfile.ZipInfo(name, (max(made.year, 1980), made.month, made.day, 0, 0, 0))
    # Parquet is packed already.
    info.compress_type = zipfile.ZIP_STORED if name.endswith(".parquet") else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)
