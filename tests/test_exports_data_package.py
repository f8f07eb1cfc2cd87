"""The data package: each table twice with the same content, every column explained, text as it is, the same bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from samples import Given, extraction, tables_of
from workbooks import MADE, sample

from exports._words_data import DATA_WORDS
from exports.data_package import dictionary, package_tables, to_zip
from panel.build import Tables
from panel.compare import Selection

TESTS = Path(__file__).resolve().parent
NAMES = ("readings", "cells", "refusals", "reports", "checks", "earlier", "indicators")


@cache
def package() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(to_zip(sample(), made=MADE)))


def lines(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    data = archive.read(name)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_what_is_in_it() -> None:
    assert package().namelist() == ["about.txt", *(f"{name}.{kind}" for name in NAMES for kind in ("csv", "parquet")), "dictionary.csv", "dictionary.json"]
    about = package().read("about.txt").decode("utf-8-sig")
    assert "各地自行报告，口径未经统一，未报告不等于没有。" in about
    assert "生成日期 2026-11-21，指标目录 9.9 (0a1b2c3d)" in about


def test_the_readings_in_full() -> None:
    told = [(row["place"], row["year"], row["indicator"], row["value"], row["low"], row["high"], row["qualifier"], row["main"], row["quote"]) for row in lines(package(), "readings.csv")]
    assert told == [
        ("泗门镇", "2022", "success_rate", "98.3", "98.3", "98.3", "exact", "True", "调解成功率达98.3%"),
        ("泗门镇", "2022", "cases", "0.0", "0.0", "0.0", "exact", "True", "无行政诉讼案件"),
        ("泗门镇", "2022", "sessions", "40.0", "40.0", "50.0", "approx", "True", "举办培训40余次"),
        ("泗门镇", "2022", "cases", "3.0", "3.0", "3.0", "exact", "False", "其中拆迁3件"),
        ("新昌县", "2022", "success_rate", "95.0", "95.0", "100.0", "min", "True", "调解成功率95%以上"),
        ("新昌县", "2022", "loss_rate", "12.5", "12.5", "12.5", "exact", "True", "审结8件,败诉1件"),
        ("清溪镇", "2021", "cases", "1200.0", "1200.0", "1200.0", "exact", "False", "拆迁诉讼1200件"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_both_forms_hold_the_same_and_what_the_tables_hold(name: str) -> None:
    held = package_tables(sample(), Selection(), "zh")[name]
    parquet = pd.read_parquet(io.BytesIO(package().read(f"{name}.parquet")))
    pd.testing.assert_frame_equal(parquet, held, check_dtype=False)
    assert parquet.attrs == {}
    told = lines(package(), f"{name}.csv")
    assert len(told) == len(held)
    for row, own in zip(told, held.to_dict("records"), strict=True):
        assert list(row) == list(held.columns)
        for column, value in own.items():
            assert (row[str(column)] == "") == bool(pd.isna(value)), column
            if isinstance(value, float) and not pd.isna(value):
                assert float(row[str(column)]) == value
            elif not pd.isna(value) and column != "published":
                assert row[str(column)] == str(value)


def test_every_column_is_explained_in_both_languages_and_nothing_else_is() -> None:
    held = package_tables(sample(), Selection(), "zh")
    words = list(dictionary(held))
    assert [(one["table"], one["column"]) for one in words] == [(name, column) for name, table in held.items() for column in table.columns]
    assert all(one[f"{key}_{lang}"] for one in words for key in ("of", "type", "meaning") for lang in ("zh", "en"))
    told = {key for one in words for key in (f"{one['table']}.{one['column']}", one["column"])}
    extra = {key for key in sorted(DATA_WORDS.keys()) if not key.startswith(("table.", "type.")) and key != "about"} - told
    assert extra == set()
    assert words == json.loads(package().read("dictionary.json"))
    assert words == lines(package(), "dictionary.csv")
    (state,) = (one for one in words if (one["table"], one["column"]) == ("cells", "state"))
    assert state["codes_zh"] == "value = 数值；term absent = 未提及；term without figure = 提及无数；refused = 未采用；part only = 仅部分；not applicable = 不适用；no report = 无报告；unreadable = 无法读取"


def test_a_selection_has_its_own_rows_and_nothing_borrowed() -> None:
    tables = tables_of(extraction("甲镇", 2021, Given("cases", "3"), Given("sessions", "4")), extraction("甲镇", 2022))
    chosen = Selection(indicators=("cases",), years=(2022,), borrow=1)
    archive = zipfile.ZipFile(io.BytesIO(to_zip(tables, chosen, made=MADE, lang="en")))
    (cell,) = lines(archive, "cells.csv")
    assert (cell["indicator"], cell["name"], cell["state"], cell["value"], cell["from_year"]) == ("cases", "cases", "term absent", "", "")
    assert lines(archive, "readings.csv") == []
    assert [row["indicator"] for row in lines(archive, "indicators.csv")] == ["cases"]
    assert [row["doc_id"] for row in lines(archive, "reports.csv")] == ["甲镇_2022.txt"]


def test_no_reports_give_empty_tables_with_their_heads() -> None:
    archive = zipfile.ZipFile(io.BytesIO(to_zip(tables_of(), made=MADE)))
    assert [lines(archive, f"{name}.csv") for name in NAMES[:-1]] == [[]] * 6
    assert len(pd.read_parquet(io.BytesIO(archive.read("readings.parquet"))).columns) == 28


@pytest.mark.parametrize("text", ["=1+1", "\t=1", "-3件", "@SUM(A1)", "甲,\"乙\"\n丙", " 甲 ", "0012", "𠮷😀"])
def test_text_comes_back_as_it_was(text: str) -> None:
    tables: Tables = tables_of(extraction("甲镇", 2022, Given("cases", "3", words=text, scope=text)))
    archive = zipfile.ZipFile(io.BytesIO(to_zip(tables, made=MADE)))
    (row,) = lines(archive, "readings.csv")
    assert (row["quote"], row["scope"]) == (text, text)
    held = pd.read_parquet(io.BytesIO(archive.read("readings.parquet")))
    assert held[["quote", "scope"]].to_numpy().tolist() == [[text, text]]


def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]\n"
        "from workbooks import MADE, sample; from exports.data_package import to_zip\n"
        "print(hashlib.sha256(to_zip(sample(), made=MADE)).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(TESTS), str(TESTS.parent)],
        env={"PYTHONHASHSEED": "7", "PATH": "", "TZ": "Asia/Shanghai"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.strip() == hashlib.sha256(to_zip(sample(), made=MADE)).hexdigest()


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError, match="no_such"):
        to_zip(sample(), Selection(indicators=("no_such",)), made=MADE)
    with pytest.raises(ValueError, match="no language 'fr'"):
        to_zip(sample(), made=MADE, lang="fr")
