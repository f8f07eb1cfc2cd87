"""Workbooks: each figure with its heads and the cell that it stands in; nothing hidden, computed or fetched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from extract import Catalog, extract_report, limits
from extract.errors import FaultKind, ReadError
from extract.formats import read_source


def saved(*sheets: tuple[str, list[list[Any]]], forms: dict[str, str] | None = None, hidden: str = "") -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for place, form in (forms or {}).items():
            sheet[place].number_format = form
        if title == hidden:
            sheet.sheet_state = "hidden"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def fault(data: bytes) -> FaultKind:
    with pytest.raises(ReadError) as caught:
        read_source("a.xlsx", data)
    return caught.value.kind


ROWS = [["新昌县2022年法治政府建设统计表"], ["指标", "单位", "本年", "上年"], ["调解案件", "件", 1208, 1100], [], ["调解成功率", "%", 98.60000000000001, 97.5]]


def test_figures_stand_behind_their_heads_with_their_cells(catalog: Catalog) -> None:
    data = saved(("附表", ROWS))
    source = read_source("a.xlsx", data)
    assert source.text == (
        "附表\n新昌县2022年法治政府建设统计表\n指标 单位 本年 上年\n"
        "本年 调解案件(件) 1208, 上年 调解案件(件) 1100。\n本年 调解成功率(%) 98.6, 上年 调解成功率(%) 97.5。\n"
    )
    readings = extract_report("a.xlsx", data, catalog=catalog).readings
    assert [(r.indicator_id, str(r.value), source.cell_at(r.figure.end - 1)) for r in readings] == [
        ("mediation_cases", "1208", "附表!C3"),
        ("mediation_success_rate", "98.6", "附表!C5"),
    ]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.985, "0.0%", "98.5%"), (1, "0%", "100%"), (41, "General", "41"), (0.1 + 0.2, "General", "0.3"), (1e15, "General", "1000000000000000"),
        (date(2022, 5, 1), "yyyy-mm-dd", "2022年5月1日"), (True, "General", ""), ("=1+1", "General", ""), ("一\n二", "General", "一 二"), ("'=1", "General", "'=1"),
    ],
)  # fmt: skip
def test_a_value_is_as_a_reader_sees_it(value: object, form: str, shown: str) -> None:
    assert read_source("a.xlsx", saved(("表", [["甲", value]]), forms={"B1": form})).text == f"表\n甲{' ' if shown else ''}{shown}\n"


def test_hidden_sheets_say_nothing() -> None:
    assert read_source("a.xlsx", saved(("一", [["甲", 1]]), ("二", [["乙", 2]]), hidden="二")).text == "一\n甲 1\n"


def test_rows_sheets_and_columns_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    monkeypatch.setattr(limits, "SHEETS", 1)
    data = saved(("一", [["甲"], ["乙"], ["丙"]]), ("二", [["丁"]]))
    assert read_source("a.xlsx", data).text == "一\n甲\n乙\n"


def _repacked(data: bytes, **parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.split("/")[-1].replace(".", "_"), old.read(name)))
    return held.getvalue()


SOUND = saved(("附表", ROWS))
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "' + b"&b;" * 100 + b'"><!ENTITY d "' + b"&c;" * 100 + b'">]><a>' + b"&d;" * 1000 + b"</a>"
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        pytest.param(lambda: SOUND[:-200], FaultKind.BROKEN, id="cut off"),
        pytest.param(lambda: _repacked(SOUND, workbook_xml=b"<a/>"), FaultKind.BLANK, id="no sheets"),
        pytest.param(lambda: _repacked(SOUND, sheet1_xml=bytes(300 << 20)), FaultKind.ARCHIVE_BOMB, id="bomb"),
        pytest.param(lambda: b"PK\x03\x04" + b"no zip", FaultKind.BROKEN, id="no zip"),
    ],
)
def test_a_fault_is_named(made: Callable[[], bytes], kind: FaultKind) -> None:
    assert fault(made()) is kind


def _text_or_fault(data: bytes) -> str | FaultKind:
    try:
        return read_source("a.xlsx", data).text
    except ReadError as error:
        return error.kind


@pytest.mark.parametrize("part", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_entities_are_never_followed(part: bytes) -> None:
    told = _text_or_fault(_repacked(SOUND, sheet1_xml=part))
    assert told in (FaultKind.BROKEN, FaultKind.BLANK, "附表\n")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=8), st.integers(1, len(SOUND)))
def test_any_damage_is_a_named_fault(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(SOUND)
    for place, value in changes:
        data[place] = value
    told = _text_or_fault(bytes(data[:cut]))
    assert isinstance(told, FaultKind) or told.strip()
