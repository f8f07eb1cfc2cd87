"""exports/clipboard.py: what a copied table puts on the clipboard, as Excel, Word and WPS take it, and as plain text."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from exports.clipboard import MOST_ROWS, to_clipboard
from panel.tabular import Tabular

TABLE = Tabular(
    ("地区", "数值（%）", "限定", "原文"),
    (
        ("甲镇", 98.5, "确数", "调解成功率98.5%"),
        ("=1+1", "≥95", "至少", "<b>成功率</b>&达95%以上"),
        ("@乙镇", "未提及", "", "第一行\n第二行\t列"),
        ("丙镇", 0.0, "确数", "-2+3"),
        ("+10.75%", 4000.0, "确数", "1-2"),
    ),
)
NOTES, SOURCE = ["注：≥ 为界限。"], ["来源：3 份报告", "指标目录 9.9"]


class Cells(HTMLParser):
    """The texts of a document by element, as a reader sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self.lines: list[str] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            kind = "text" if "mso-number-format" in (dict(attrs)["style"] or "") else "number"
            self.rows[-1].append((kind, ""))
            self._open = "cell"
        elif tag == "p":
            self.lines.append("")
            self._open = "line"
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "p"):
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "cell":
            kind, told = self.rows[-1][-1]
            self.rows[-1][-1] = (kind, told + data)
        elif self._open == "line":
            self.lines[-1] += data


def test_the_html_is_a_table_with_its_title_above_and_notes_and_source_below() -> None:
    copy = to_clipboard("题", TABLE, NOTES, SOURCE)
    seen = Cells(copy.html)
    assert seen.lines == ["题", *NOTES, *SOURCE]
    assert copy.html.index("题") < copy.html.index("<table") < copy.html.index("</table>") < copy.html.index("来源")
    assert [told for _, told in seen.rows[0]] == list(TABLE.heads)
    assert len(seen.rows) == 1 + len(TABLE.rows)


def test_numbers_are_numbers_and_all_else_is_text() -> None:
    seen = Cells(to_clipboard("题", TABLE, NOTES, SOURCE).html)
    assert seen.rows[1] == [("text", "甲镇"), ("number", "98.5"), ("text", "确数"), ("text", "调解成功率98.5%")]
    assert seen.rows[2] == [("text", "=1+1"), ("text", "≥95"), ("text", "至少"), ("text", "<b>成功率</b>&达95%以上")]
    assert seen.rows[3][3] == ("text", "第一行\n第二行\t列")
    assert [row[1] for row in seen.rows[4:]] == [("number", "0"), ("number", "4000")]


def test_no_markup_of_a_report_reaches_the_html() -> None:
    hostile = Tabular(("<th>",), (("<script>alert(1)</script>",), ('" onload="x',)))
    html = to_clipboard("<i>题</i>", hostile, ["<p>"], ["</body>"]).html
    assert "<script" not in html
    assert "<i>" not in html
    assert 'onload="' not in html
    assert html.count("</body>") == 1


def test_the_plain_text_has_the_same_in_lines_and_tabs() -> None:
    copy = to_clipboard("题", TABLE, NOTES, SOURCE)
    assert copy.plain.split("\r\n") == [
        "题",
        "地区\t数值（%）\t限定\t原文",
        "甲镇\t98.5\t确数\t调解成功率98.5%",
        " =1+1\t≥95\t至少\t<b>成功率</b>&达95%以上",
        " @乙镇\t未提及\t\t第一行 第二行 列",
        "丙镇\t0\t确数\t -2+3",
        " +10.75%\t4000\t确数\t1-2",
        *NOTES,
        *SOURCE,
        "",
    ]


def test_control_characters_are_made_visible() -> None:
    copy = to_clipboard("题", Tabular(("头",), (("甲\x01乙\x0b",),)), [], [])
    assert "甲␁乙␋" in copy.html
    assert "甲␁乙␋" in copy.plain


def test_figures_stand_at_the_right_bounds_too() -> None:
    html = to_clipboard("题", TABLE, NOTES, SOURCE).html
    right = re.findall(r'<td align="right" style="[^"]*text-align:right[^>]*>([^<]*)</td>', html)
    assert right == ["98.5", "≥95", "0", "4000"]
    assert html.count("right") == 2 * len(right)


def test_a_large_table_is_cut_and_says_so() -> None:
    copy = to_clipboard("题", Tabular(("头",), tuple((float(at),) for at in range(MOST_ROWS + 5))), [], [])
    assert (copy.rows, copy.of) == (MOST_ROWS, MOST_ROWS + 5)
    assert copy.html.count("<tr>") == MOST_ROWS + 1


def read_by(program: str, written: str, folder: Path) -> Path:
    """What a program of LibreOffice reads of the copy, written in a format that others read."""
    page = folder / "copy.html"
    page.write_text(to_clipboard("题", TABLE, NOTES, SOURCE).html, "utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    filters = [f"--infilter=HTML ({program})", "--convert-to", written, "--outdir", str(folder)]
    subprocess.run(["soffice", "--headless", "--norestore", profile, *filters, str(page)], check=True, timeout=120, capture_output=True)
    return folder / f"copy.{written.split(':')[0]}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_reads_the_cells_as_they_are_meant(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(read_by("StarCalc", "xlsx:Calc MS Excel 2007 XML", tmp_path)).active
    assert sheet is not None
    rows = [[cell for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    told = [[cell.value for cell in row] for row in rows if row]
    assert told[0] == ["题"]
    assert told[1] == list(TABLE.heads)
    assert told[2] == ["甲镇", 98.5, "确数", "调解成功率98.5%"]
    assert told[3][:2] == ["=1+1", "≥95"]
    assert told[5] == ["丙镇", 0, "确数", "-2+3"]
    assert told[6] == ["+10.75%", 4000, "确数", "1-2"]
    assert [line[0] for line in told[7:]] == [*NOTES, *SOURCE]
    assert not any(cell.data_type == "f" for row in rows for cell in row)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_word_processor_has_the_table_with_its_lines_and_sides_the_title_above_and_the_notes_below(tmp_path: Path) -> None:
    document = Document(str(read_by("StarWriter", "docx:Office Open XML Text", tmp_path)))
    assert [line.text for line in document.paragraphs if line.text] == ["题", *NOTES, *SOURCE]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows][:3] == [
        list(TABLE.heads),
        ["甲镇", "98.5", "确数", "调解成功率98.5%"],
        ["=1+1", "≥95", "至少", "<b>成功率</b>&达95%以上"],
    ]
    # LibreOffice writes the right side by its newer name, which python-docx doesn't know.
    at_right = ['w:jc w:val="end"' in row.cells[1].paragraphs[0]._p.xml for row in table.rows[1:]]
    assert at_right == [True, True, False, True, True]
    assert all('<w:bottom w:val="single"' in cell._tc.xml for row in table.rows for cell in row.cells)
