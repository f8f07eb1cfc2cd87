"""A workbook that a reviewer changed: no edit where nothing was changed, just these edits where something was, and named refusals."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from samples import Given, extraction, tables_of
from workbooks import MADE, opened, sample, sample_book, years, years_book

from exports.__main__ import main
from exports.excel import to_xlsx
from exports.excel_origin import Origin, from_properties, origin_of, to_properties
from exports.excel_plan import Plan
from exports.read_back import read_back
from exports.read_back_cells import ReviewedBook
from exports.read_back_edits import Edit, Kind, Review
from exports.read_back_error import ReadBackError, ReadBackKind
from exports.read_back_exported import exported_grids
from exports.read_back_figure import Asked, Figure, Reason, understand
from exports.read_back_sheet import Day, Formula, Grid, Percentage, Value
from exports.read_back_told import to_csv, to_line
from extract import limits
from extract.errors import FaultKind
from extract.model import Qualifier
from panel.build import Tables
from panel.compare import VALUE, Selection
from panel.saved import load, save

Change = Callable[[Any], None]
SAMPLE, YEARS = sample(), years()


@pytest.fixture(scope="module", autouse=True)
def _made_once() -> Iterator[None]:
    """The cells that a reviewed workbook is compared with are the same for most tests: they are made once."""
    made: dict[Origin, dict[str, Grid]] = {}

    def once(plan: Plan, day: date) -> dict[str, Grid]:
        origin = origin_of(plan, day)
        if origin not in made:
            made[origin] = exported_grids(plan, day)
        return made[origin]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exports.read_back.exported_grids", once)
        yield


def edits_in(data: bytes, tables: Tables) -> list[Edit]:
    return read_back(data, tables).edits


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def reviewed(*changes: tuple[str, str, object]) -> bytes:
    """The sample's workbook with these cells changed: sheet, cell, value."""
    book = opened(sample_book())
    for sheet, cell, value in changes:
        book[sheet][cell] = value
    return saved(book)


def edits_of(*changes: tuple[str, str, object]) -> list[Edit]:
    return edits_in(reviewed(*changes), SAMPLE)


def changed_by(change: Change) -> list[Edit]:
    book = opened(sample_book())
    change(book)
    return edits_in(saved(book), SAMPLE)


def reasons(found: list[Edit]) -> list[tuple[str, str, Reason | None]]:
    return [(one.sheet, one.cell, one.reason) for one in found]


CHOSEN = [
    Selection(),
    Selection(indicators=("cases", "success_rate")),
    Selection(places=("泗门镇",), together=True),
    Selection(years=(2022, 2023)),
    Selection(levels=("county",)),
    Selection(places=("泗门镇",), years=(1999,)),
]


@pytest.mark.parametrize(("number", "selection"), list(enumerate(CHOSEN)))
def test_a_workbook_that_nobody_changed_has_no_edit(number: int, selection: Selection) -> None:
    data = to_xlsx(SAMPLE, selection, made=MADE, lang=("zh", "en")[number % 2])
    assert edits_in(data, SAMPLE) == []
    assert edits_in(saved(opened(data)), SAMPLE) == []


def test_the_workbook_says_its_origin_and_stays_the_same_bytes() -> None:
    chosen = Selection(("cases",), ("甲 镇", "乙镇"), (2022,), ("township",), together=True)
    one, other = (to_xlsx(SAMPLE, chosen, made=MADE, lang="en") for _ in range(2))
    assert one == other
    origin = ReviewedBook(one).origin
    assert (origin.catalogue, origin.selection, origin.made, origin.lang) == (SAMPLE.catalog.stamp, chosen, MADE, "en")
    pieces = to_properties(replace(origin, selection=Selection(places=tuple(f"第{number} 镇" for number in range(100)))))
    assert len(pieces) > 5
    # Excel cuts longer ones, and some programs strip blanks at the ends.
    assert all(len(text) <= 255 and text.isascii() and " " not in text for _, text in pieces)
    assert from_properties(dict(reversed(pieces))) == replace(origin, selection=Selection(places=tuple(f"第{number} 镇" for number in range(100))))
    assert from_properties(dict(pieces[:-1])) is None


def test_the_order_of_the_reports_and_a_saved_panel_alter_nothing(tmp_path: Path) -> None:
    save(SAMPLE, tmp_path)
    assert edits_in(sample_book(), load(tmp_path, SAMPLE.catalog)) == []
    held = list(YEARS.extractions.values())
    assert edits_in(years_book(), tables_of(*reversed(held))) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_saves_it_without_an_edit(tmp_path: Path) -> None:
    given = [Given("success_rate", "95", "=1+1", qualifier=Qualifier.MIN), Given("cases", "0", "_x0041_ \x01行\r\n次"), Given("sessions", "1.1")]
    tables = tables_of(extraction("甲镇", 2022, *given, published=date(2023, 1, 2)))
    (tmp_path / "book.xlsx").write_bytes(to_xlsx(tables, made=MADE))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "out"
    command = ["soffice", "--headless", "--norestore", profile, "--convert-to", "xlsx", "--outdir", str(out), str(tmp_path / "book.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert edits_in((out / "book.xlsx").read_bytes(), tables) == []


def test_two_changed_cells_are_two_edits_in_full() -> None:
    assert edits_of(("对比", "E11", 97.5), ("读数与证据", "G10", "≥45")) == [
        Edit(
            *(Kind.READING, "对比", "E11", 3, "泗门镇", 2022, "success_rate", "98.3", "97.5"),
            before=Figure(Decimal("98.3"), "exact"),
            after=Figure(Decimal("97.5"), "exact"),
        ),
        Edit(
            *(Kind.READING, "读数与证据", "G10", 6, "泗门镇", 2022, "sessions", "≈40", "≥45"),
            before=Figure(Decimal(40), "approx"),
            after=Figure(Decimal(45), "min"),
        ),
    ]


def test_the_same_change_in_several_sheets_is_one_edit_and_an_unlike_one_a_contradiction() -> None:
    [edit] = edits_of(("对比", "E10", 96), ("逐年", "F5", 96), ("排名", "E5", 96), ("排名", "P5", 96), ("读数与证据", "G5", "96"))
    assert (edit.kind, edit.sheet, edit.cell, edit.after) == (Kind.READING, "对比", "E10", Figure(Decimal(96), "min"))
    assert edit.also == ("逐年!F5", "排名!E5", "排名!P5", "读数与证据!G5")
    one, other = edits_of(("对比", "E11", 97), ("读数与证据", "G7", 96), ("对比", "E10", "≥96"), ("读数与证据", "I5", "至多"))
    assert (other.kind, other.sheet, other.cell, other.also, other.now) == (Kind.CONTRADICTION, "对比", "E11", ("读数与证据!G7",), "97 ≠ 96")
    assert (one.kind, one.also) == (Kind.CONTRADICTION, ("读数与证据!I5",))
    # A value in one sheet and the qualifier in the other say both of it.
    [edit] = edits_of(("对比", "E10", 96), ("读数与证据", "I5", "确数"))
    assert edit.after == Figure(Decimal(96), "exact")


@pytest.mark.parametrize("after", [None, "未提及", " 未采用 "])
def test_a_blanked_reading_is_taken_away_and_a_blank_that_gets_a_number_is_a_reading(after: str | None) -> None:
    given, taken = edits_of(("对比", "E11", after), ("对比", "H10", 12))
    assert (taken.kind, taken.number, taken.before, taken.after) == (Kind.READING, 3, Figure(Decimal("98.3"), "exact"), None)
    assert given == Edit(
        *(Kind.READING, "对比", "H10", None, "新昌县", 2022, "sessions", "提及无数", "12"),
        after=Figure(Decimal(12), "exact"),
    )


RATE, COUNT = (SAMPLE.catalog.indicators[one] for one in ("success_rate", "sessions"))
EXACT, BOUND, TIMES = Figure(Decimal(98), "exact"), Figure(Decimal(95), "min"), Figure(Decimal(1200), "exact")


def asked(exported: Figure | None, state: str = VALUE, *, signed: bool = True) -> Asked:
    indicator = COUNT if exported is TIMES else RATE
    return Asked(indicator, SAMPLE.catalog.units[indicator.unit], exported, state, "zh", signed)


@pytest.mark.parametrize(
    ("found", "exported", "value", "qualifier"),
    [
        (97.5, EXACT, "97.5", "exact"),
        ("97.5", EXACT, "97.5", "exact"),
        ("97.5%", EXACT, "97.5", "exact"),
        (" ９７．５％ ", EXACT, "97.5", "exact"),
        ("97.50 %", EXACT, "97.5", "exact"),
        (Percentage(0.975), EXACT, "97.5", "exact"),
        (Percentage(0.283), EXACT, "28.3", "exact"),
        ("0.8%", EXACT, "0.8", "exact"),
        (0.0, EXACT, "0", "exact"),
        ("≥95%", EXACT, "95", "min"),
        ("95%以上", EXACT, "95", "min"),
        (">= 95", EXACT, "95", "min"),
        ("不低于95％", EXACT, "95", "min"),
        ("≤3", EXACT, "3", "max"),
        ("至多 3%", EXACT, "3", "max"),
        ("约97", EXACT, "97", "approx"),
        ("97%左右", EXACT, "97", "approx"),
        ("At least 95", EXACT, "95", "min"),
        (96.0, BOUND, "96", "min"),
        ("确数96", BOUND, "96", "exact"),
        (1500.0, TIMES, "1500", "exact"),
        ("1,500", TIMES, "1500", "exact"),
        ("１５００次", TIMES, "1500", "exact"),
        ("1500 次以上", TIMES, "1500", "min"),
        (0.1 + 0.2, TIMES, "0.3", "exact"),
    ],
)  # fmt: skip
def test_what_is_understood(found: Value, exported: Figure, value: str, qualifier: str) -> None:
    figure = understand(found, asked(exported))
    assert isinstance(figure, Figure), figure
    assert (str(figure.value.normalize() if figure.value else 0), figure.qualifier) == (str(Decimal(value).normalize() if float(value) else 0), qualifier)


@pytest.mark.parametrize(
    ("found", "exported", "state", "reason"),
    [
        (Formula("=97+1"), EXACT, VALUE, Reason.FORMULA),
        (Day(45356), TIMES, VALUE, Reason.DATE),
        ("九十七", EXACT, VALUE, Reason.TEXT),
        ("97或98", EXACT, VALUE, Reason.TEXT),
        ("97-98", EXACT, VALUE, Reason.TEXT),
        ("9 7", EXACT, VALUE, Reason.TEXT),
        ("97..5", EXACT, VALUE, Reason.TEXT),
        ("1,50", TIMES, VALUE, Reason.TEXT),
        ("1e3", TIMES, VALUE, Reason.TEXT),
        ("见附件", EXACT, VALUE, Reason.TEXT),
        ("≥95以上", EXACT, VALUE, Reason.TEXT),
        ("9" * 400, TIMES, VALUE, Reason.TEXT),
        ("97?", EXACT, VALUE, Reason.UNIT),
        ("97件", EXACT, VALUE, Reason.UNIT),
        ("97‰", EXACT, VALUE, Reason.UNIT),
        ("1200人次", TIMES, VALUE, Reason.UNIT),
        (Percentage(12.0), TIMES, VALUE, Reason.UNIT),
        ("1.2万", TIMES, VALUE, Reason.UNIT),
        ("96", BOUND, VALUE, Reason.UNSIGNED),
        ("96%", BOUND, VALUE, Reason.UNSIGNED),
        (0.975, EXACT, VALUE, Reason.FRACTION),
        ("0.975", EXACT, VALUE, Reason.FRACTION),
        (1.0, EXACT, VALUE, Reason.FRACTION),
        (101.0, EXACT, VALUE, Reason.BOUNDS),
        ("≥100.5%", EXACT, VALUE, Reason.BOUNDS),
        (-1.0, TIMES, VALUE, Reason.BOUNDS),
        ("不适用", EXACT, VALUE, Reason.CODE),
        (None, None, "term absent", Reason.CODE),
        ("未采用", None, "term absent", Reason.CODE),
        (97.0, None, "no report", Reason.NO_REPORT),
        (97.0, None, "unreadable", Reason.NO_REPORT),
        (97.0, None, "not applicable", Reason.NOT_APPLICABLE),
    ],
)  # fmt: skip
def test_what_is_not_understood(found: Value, exported: Figure | None, state: str, reason: Reason) -> None:
    assert understand(found, asked(exported, state)) is reason


def test_where_the_qualifier_has_a_column_a_text_needs_no_sign() -> None:
    assert understand("96", asked(BOUND, signed=False)) == Figure(Decimal(96), "min", sure=False)


def test_what_is_no_reading_is_an_edit_with_its_reason_and_nothing_else_is() -> None:
    wanted: list[tuple[str, str, object, Reason]] = [
        ("封面", "B6", "别的", Reason.OTHER),
        ("对比", "L3", "看这里", Reason.OUTSIDE),
        ("对比", "E5", "主题", Reason.OTHER),
        ("对比", "F9", "败诉率", Reason.HEAD),
        ("对比", "A10", "新昌", Reason.NAME),
        ("对比", "D10", "1–3", Reason.NAME),
        ("对比", "E10", "=95+1", Reason.FORMULA),
        ("对比", "M10", "看这里", Reason.OUTSIDE),
        ("对比", "F11", 5, Reason.NOT_APPLICABLE),
        ("对比", "E12", None, Reason.CODE),
        ("对比", "E13", 90, Reason.NO_REPORT),
        ("逐年", "E5", 90, Reason.OTHER),
        ("逐年", "F5", "—", Reason.TEXT),
        ("排名", "G5", 9, Reason.OTHER),
        ("排名", "O5", 95, Reason.OTHER),
        ("覆盖", "E5", 9, Reason.OTHER),
        ("读数与证据", "I5", "大概", Reason.QUALIFIER),
        ("读数与证据", "J5", "调解成功率96%以上", Reason.QUOTE),
        ("读数与证据", "A6", 99, Reason.NAME),
        ("读数与证据", "O6", "否", Reason.OTHER),
        ("读数与证据", "Q6", "另一文件.txt", Reason.NAME),
        ("未采用", "G5", 8, Reason.REFUSED),
        ("指标目录", "E5", "另一个定义", Reason.OTHER),
        ("文件", "F5", "另一个标题", Reason.OTHER),
    ]
    found = edits_of(*((sheet, cell, value) for sheet, cell, value, _ in wanted))
    assert reasons(found) == [(sheet, cell, reason) for sheet, cell, _, reason in wanted]
    assert {one.kind for one in found} == {Kind.NOT_UNDERSTOOD}


def test_an_edit_that_is_not_understood_says_whose_it_is() -> None:
    figure, quote, refusal = edits_of(("对比", "E11", "见附件"), ("读数与证据", "J6", "改过"), ("未采用", "K5", "改过"))
    assert (figure.number, figure.place, figure.year, figure.indicator, figure.reason) == (3, "泗门镇", 2022, "success_rate", Reason.TEXT)
    assert (quote.number, quote.place, quote.year, quote.indicator) == (2, "新昌县", 2022, "loss_rate")
    assert (quote.exported, quote.now) == ("审结8件,败诉1件", "改过")
    assert (refusal.number, refusal.place, refusal.year, refusal.indicator) == (1, "新昌县", 2022, "cases")


def reordered(sheet: Any, top: int, order: Callable[[list[list[object]]], list[list[object]]]) -> None:
    """Put the rows below the head into another order, as a sort does."""
    held = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top + 1)]
    for row, values in enumerate(order(held), top + 1):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value


def test_sorted_and_filtered_rows_are_no_edit_and_edits_in_them_are_found_where_they_stand_now() -> None:
    def sort(book: Any) -> None:
        for title, top in (("对比", 9), ("逐年", 4), ("排名", 4), ("读数与证据", 4), ("未采用", 4), ("指标目录", 4), ("文件", 4), ("说明", 4), ("覆盖", 4)):
            reordered(book[title], top, lambda rows: rows[::-1])
        book["对比"].row_dimensions[10].hidden = True
        book["读数与证据"].column_dimensions["B"].width = 3

    assert changed_by(sort) == []

    def sort_and_change(book: Any) -> None:
        sort(book)
        assert book["读数与证据"]["A9"].value == 3
        book["读数与证据"]["G9"] = 97.5
        # A row that is neither where it was nor called what it was is known by the rest of it.
        book["读数与证据"]["A10"] = 99

    edit, renamed = changed_by(sort_and_change)
    assert (renamed.cell, renamed.number, renamed.exported, renamed.reason) == ("A10", 2, "2", Reason.NAME)
    assert (edit.cell, edit.number, edit.after) == ("G9", 3, Figure(Decimal("97.5"), "exact"))


def test_removed_and_added_rows_are_told_once() -> None:
    found = changed_by(lambda book: book["读数与证据"].delete_rows(8))
    assert [(one.kind, one.sheet, one.cell, one.number, one.place) for one in found] == [(Kind.ROW_REMOVED, "读数与证据", "A8", 4, "泗门镇")]
    found = changed_by(lambda book: book["对比"].append(["丁镇", "乡镇级", 2022, None, 90]))
    assert [(one.kind, one.sheet, one.cell, one.now) for one in found] == [(Kind.ROW_ADDED, "对比", "A16", "丁镇 | 乡镇级 | 2022 | 90")]
    assert changed_by(lambda book: book["读数与证据"].insert_rows(1)) == []


def test_columns_that_moved_are_followed_and_new_ones_are_review_words() -> None:
    def insert(book: Any) -> None:
        book["读数与证据"].insert_cols(3)
        book["读数与证据"]["C4"], book["读数与证据"]["C6"] = "审阅意见", "=不对"
        book["读数与证据"]["C6"].data_type = "s"
        book["读数与证据"]["H7"] = 97

    found = changed_by(insert)
    assert [(one.kind, one.cell, one.number, one.now) for one in found] == [(Kind.REVIEW, "C6", 2, "=不对"), (Kind.READING, "H7", 3, "97")]
    found = changed_by(lambda book: book["读数与证据"].delete_cols(10))
    assert [(one.cell, one.exported, one.reason) for one in found] == [("J4", "原文", Reason.COLUMN_MISSING)]


def test_sheets_that_are_missing_renamed_added_or_emptied() -> None:
    def change(book: Any) -> None:
        book["对比"].title = "对比（改）"
        book["对比（改）"]["E11"] = 97
        book.remove(book["逐年"])
        book["覆盖"].delete_rows(1, 40)
        book.create_sheet("空")
        book.create_sheet("新").append(["意见"])

    found = changed_by(change)
    assert reasons(found) == [
        ("对比（改）", "A1", Reason.SHEET_RENAMED),
        ("对比（改）", "E11", None),
        ("逐年", "A1", Reason.SHEET_MISSING),
        ("覆盖", "A4", Reason.NO_TABLE),
        ("新", "A1", Reason.SHEET_ADDED),
    ]
    assert found[1].kind is Kind.READING


def test_hostile_text_is_data() -> None:
    text = '=HYPERLINK("http://x")\x1b[31m'
    tables = tables_of(extraction("甲镇", 2022, Given("success_rate", "90", '=cmd|"/C calc"!A0'), Given("cases", "1", "<b>&amp;_x0041_</b>")))
    data = to_xlsx(tables, made=MADE)
    assert edits_in(saved(opened(data)), tables) == []
    book = opened(data)
    book["读数与证据"]["J5"] = text.replace("\x1b", "")
    book["读数与证据"]["J5"].data_type = "s"
    [edit] = edits_in(saved(book), tables)
    assert (edit.reason, edit.exported) == (Reason.QUOTE, '=cmd|"/C calc"!A0')
    rows = list(csv.reader(to_csv(Review([replace(edit, now=text), replace(edit, now="-5")])).decode("utf-8-sig").splitlines()))
    assert (rows[1][7][0], rows[1][8][:2], rows[2][8]) == ("'", "'=", "-5")
    assert "!J5" in to_line(edit)


def test_another_catalogue_or_panel_says_both() -> None:
    other = replace(SAMPLE, catalog=replace(SAMPLE.catalog, version="10.0"))
    with pytest.raises(ReadBackError) as caught:
        edits_in(sample_book(), other)
    assert caught.value.kind is ReadBackKind.OTHER_CATALOGUE
    assert SAMPLE.catalog.stamp in str(caught.value)
    assert other.catalog.stamp in caught.value.describe("zh")[0]
    with pytest.raises(ReadBackError) as caught:
        edits_in(sample_book(), YEARS)
    assert caught.value.kind is ReadBackKind.OTHER_CONTENT
    contents = {ReviewedBook(made).origin.content for made in (sample_book(), years_book())}
    assert len(contents) == 2
    assert ReviewedBook(sample_book()).origin.content in str(caught.value)


def test_reports_outside_the_selection_are_of_no_matter() -> None:
    held = list(YEARS.extractions.values())
    data = to_xlsx(YEARS, Selection(places=("甲镇",)), made=MADE)
    assert edits_in(data, tables_of(*(one for one in held if one.report.doc_id.startswith("甲镇")))) == []
    with pytest.raises(ReadBackError):
        edits_in(data, tables_of(*(one for one in held if one.report.doc_id != "甲镇_2023.txt")))


def without_properties() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample_book())) as held, zipfile.ZipFile(out, "w") as written:
        for name in held.namelist():
            data = held.read(name)
            written.writestr(name, data.replace(b"law-report-workbook", b"other") if name == "docProps/custom.xml" else data)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("xl/worksheets/sheet1.xml", bytes(65 * limits.MEGABYTE))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "fault"),
    [
        (b"", ReadBackKind.UNSOUND, FaultKind.BROKEN),
        (b"no workbook", ReadBackKind.UNSOUND, FaultKind.BROKEN),
        (sample_book()[:-2000], ReadBackKind.UNSOUND, FaultKind.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ReadBackKind.UNSOUND, FaultKind.ENCRYPTED),
        (bytes(limits.FILE_BYTES + 1), ReadBackKind.UNSOUND, FaultKind.TOO_LARGE),
        (bomb(), ReadBackKind.UNSOUND, FaultKind.ARCHIVE_BOMB),
        (without_properties(), ReadBackKind.FOREIGN, None),
    ],
    ids=["empty", "text", "cut off", "locked", "huge", "bomb", "foreign"],
)
def test_what_is_no_workbook_of_ours_has_a_name_and_a_cure(data: bytes, kind: ReadBackKind, fault: FaultKind | None) -> None:
    with pytest.raises(ReadBackError) as caught:
        edits_in(data, SAMPLE)
    assert (caught.value.kind, caught.value.fault and caught.value.fault.kind) == (kind, fault)
    for lang in ("zh", "en"):
        assert all(caught.value.describe(lang))


def test_a_sheet_blown_up_is_refused_and_cells_far_apart_are_not() -> None:
    [edit] = edits_of(("对比", "XFD1048576", "远"))
    assert (edit.cell, edit.reason) == ("XFD1048576", Reason.OUTSIDE)
    with pytest.raises(ReadBackError) as caught:
        ReviewedBook(sample_book()).grid("对比", most=10)
    assert caught.value.kind is ReadBackKind.TOO_LARGE


def test_the_command_tells_a_line_an_edit_and_by_its_code_whether_there_are_any(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exports.commands.given.load_catalog", lambda path: SAMPLE.catalog)
    panel, book, table = tmp_path / "panel", tmp_path / "a.xlsx", tmp_path / "edits.csv"
    save(SAMPLE, panel)
    book.write_bytes(sample_book())
    assert main(["review", str(book), str(panel)]) == 0
    assert capsys.readouterr() == ("", f"没有改动\n比较了 {read_back(sample_book(), SAMPLE).compared:,} 个单元格\n")
    book.write_bytes(reviewed(("读数与证据", "G6", 91.5), ("读数与证据", "J6", "改")))
    assert main(["review", str(book), str(panel), "--lang", "en", "--out", str(table)]) == 1
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[0] == "reading changed 读数与证据!G6 #2 新昌县 2022 loss_rate: 12.5 → 91.5"
    assert lines[1].endswith("a quote is verbatim and can't be altered")
    assert lines[2:] == [str(table)]
    assert told.err.splitlines()[0] == "2 edits: 1 of readings, 1 not understood or contradicting, 0 of rows or in words"
    assert len(table.read_text("utf-8-sig").splitlines()) == 3
    book.write_bytes(b"no workbook")
    assert main(["review", str(book), str(panel)]) == 2
    assert main(["review", str(tmp_path / "none.xlsx"), str(panel)]) == 2
    assert main(["review", str(book), str(panel), "--out", "edits.txt"]) == 2
