"""Hand-made tables with one of everything, and what makes spreadsheet programs repair a workbook: for the tests of exports."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import range_boundaries
from samples import Given, Refused, county, extraction, tables_of

from exports.excel import to_xlsx
from extract.errors import Content, Failure, FaultKind
from extract.model import Basis, Qualifier, Reason
from panel.build import Tables

MADE = date(2026, 11, 21)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def sample() -> Tables:
    """Every qualifier but max, every basis, every cause of a blank, a zero, a part, a refusal, a gap of a year, a failed file."""
    return tables_of(
        extraction(
            "泗门镇",
            2022,
            Given("success_rate", "98.3", "调解成功率达98.3%"),
            Given("cases", "0", "无行政诉讼案件", basis=Basis.IMPLIED),
            Given("sessions", "40", "举办培训40余次", qualifier=Qualifier.APPROX, scope="镇村两级干部"),
            Given("cases", "3", "其中拆迁3件", main=False, scope="拆迁"),
            published=date(2023, 3, 29),
        ),
        extraction(
            county("新昌县"),
            2022,
            Given("success_rate", "95", "调解成功率95%以上", qualifier=Qualifier.MIN),
            Given("loss_rate", "12.5", "审结8件,败诉1件", basis=Basis.COMPUTED, base="审结案件"),
            refused=[Refused("cases", "7", "全市行政诉讼案件7件", Reason.OTHER_BODY)],
            mentioned={"sessions": "加强培训"},
        ),
        extraction("清溪镇", 2021, Given("cases", "1200", "拆迁诉讼1200件", main=False, scope="拆迁")),
        extraction("清溪镇", 2023),
        failures=[Failure("坏.pdf", FaultKind.OTHER_KIND, {"content": Content.PNG, "suffix": ".pdf", "formats": ".txt"})],
    )


def years() -> Tables:
    """Three towns over three years: a series with a bound, a gap and a tie; and a text that looks like a formula."""
    given = [
        ("甲镇", 2021, Given("success_rate", "90", "=1+1")),
        ("甲镇", 2023, Given("success_rate", "95", "调解成功率95%以上", qualifier=Qualifier.MIN), Given("cases", "7")),
        ("乙镇", 2021, Given("success_rate", "97")),
        ("乙镇", 2022, Given("success_rate", "97"), Given("cases", "5")),
        ("乙镇", 2023, Given("success_rate", "96"), Given("cases", "5")),
        ("丙镇", 2022, Given("success_rate", "97")),
        ("丙镇", 2023, Given("success_rate", "80")),
    ]
    return tables_of(*(extraction(*one) for one in given))


@cache
def sample_book() -> bytes:
    """The workbook of `sample`, made once."""
    return to_xlsx(sample(), made=MADE)


@cache
def years_book() -> bytes:
    """The workbook of `years`, made once."""
    return to_xlsx(years(), made=MADE)


def opened(data: bytes) -> Any:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(sheet: Any, first: int, last: int | None = None) -> list[tuple[object, ...]]:
    """The values of the rows from `first` on."""
    return [tuple(row) for row in sheet.iter_rows(min_row=first, max_row=last, values_only=True)]


def faults(data: bytes) -> list[str]:
    """What spreadsheet programs would refuse or repair; an empty list is a sound package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        found = [f"{name} stands twice in the package" for name in names if names.count(name) > 1]
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in names}
    found += _relation_faults(parts) + _type_faults(parts)
    book = opened(data)
    found += _name_faults(book)
    tables = [table for sheet in book for table in sheet.tables.values()]
    for key in ("displayName", "id"):
        held = [str(getattr(table, key)).lower() for table in tables]
        found += [f"two tables with the {key} {one}" for one in sorted(set(held)) if held.count(one) > 1]
    for number, sheet in enumerate(book, 1):
        found += [f"{sheet.title}: {fault}" for fault in _sheet_faults(book, sheet, parts[f"xl/worksheets/sheet{number}.xml"])]
    return found


def _relation_faults(parts: dict[str, ElementTree.Element]) -> Iterator[str] | list[str]:
    found = []
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = name.split("_rels/")[0]
        for relation in root.iter(f"{RELATIONS}Relationship"):
            target = relation.get("Target", "")
            path = target[1:] if target.startswith("/") else folder + target
            if path not in parts:
                found.append(f"{name} names {target}, which is not there")
    return found


def _name_faults(book: Any) -> Iterator[str]:
    """Names that mean no cells: print areas and titles, and the cells that charts are bound to, must lie on a sheet that is there."""
    for sheet in book:
        for name, area in {"print area": sheet.print_area, "print titles": sheet.print_titles}.items():
            for part in filter(None, (area or "").split(",")):
                if part.rpartition("!")[0].strip("'") != sheet.title:
                    yield f"{sheet.title}: its {name} is {part}"
        for chart in sheet._charts:
            for series in chart.series:
                for bound in (series.val.numRef.f, series.cat.strRef.f):
                    if bound.rpartition("!")[0].strip("'") not in book.sheetnames:
                        yield f"{sheet.title}: a chart is bound to {bound}"


def _type_faults(parts: dict[str, ElementTree.Element]) -> list[str]:
    types = parts["[Content_Types].xml"]
    known = {part.get("PartName", "")[1:] for part in types.iter(f"{TYPES}Override")}
    endings = {part.get("Extension") for part in types.iter(f"{TYPES}Default")}
    return [f"{name} has no type" for name in parts if name not in known and name.rsplit(".", 1)[-1] not in endings]


def _sheet_faults(book: Any, sheet: Any, root: ElementTree.Element) -> Iterator[str]:
    if len(sheet.title) > 31 or set(sheet.title) & set("\\/?*[]:"):
        yield "a name that Excel does not take"
    order = [child.tag.removeprefix(MAIN) for child in root]
    wanted = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells"]
    wanted += ["hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "drawing", "tableParts"]
    if order != [tag for tag in wanted if tag in order]:
        yield f"elements out of order: {order}"
    numbers = [int(row.get("r", "0")) for row in root.iter(f"{MAIN}row")]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "rows out of order"
    if sheet.tables and (sheet.auto_filter.ref or sheet.merged_cells.ranges):
        yield "a filter of the sheet or merged cells beside a table"
    for table in sheet.tables.values():
        left, top, right, bottom = range_boundaries(table.ref)
        heads = [cell.value for cell in sheet[top][left - 1 : right]]
        if heads != table.column_names or len({str(head).lower() for head in heads}) != len(heads):
            yield f"the heads of {table.name} and its columns differ, or stand twice"
        if not all(isinstance(head, str) and head for head in heads) or bottom == top or (table.autoFilter is not None and table.autoFilter.ref != table.ref):
            yield f"{table.name} has a head that is no text, no rows, or another filter"
    styles = len(book._cell_styles)
    if any(int(cell.get("s", "0")) >= styles for cell in root.iter(f"{MAIN}c")):
        yield "a cell of a style that the workbook does not have"
    for link in root.iter(f"{MAIN}hyperlink"):
        title, _, cell = link.get("location", "").rpartition("!")
        if title.strip("'") not in book.sheetnames or book[title.strip("'")][cell].value is None:
            yield f"{link.get('ref')} leads to {link.get('location')}, where nothing is"
        if len(link.get("tooltip", "")) > 255:
            yield f"{link.get('ref')} has too long a tip"
    for cell in root.iter(f"{MAIN}c"):
        if cell.get("t") not in (None, "s") or cell.find(f"{MAIN}f") is not None:
            yield f"{cell.get('r')} is neither a number nor a text"
