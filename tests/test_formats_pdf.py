"""PDFs as LibreOffice and Chromium print them and as a test draws them: the text of the report, places, and a named fault."""

from __future__ import annotations

import contextlib
import html
import re
import shutil
import subprocess
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Pt
from drawn_pdf import HEIGHT, Words, content, drawn, locked, paged, written
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import limits
from extract.errors import FaultKind, ReadError
from extract.folding import fold
from extract.formats import pdf_pages, read_source
from extract.formats.fault import FormatError
from extract.formats.pdf_lines import Glyph, lines_of
from extract.formats.pdf_pages import read_here
from extract.source import Source

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "/usr/bin/chromium")
HEADER = "法治政府建设年度报告 内部资料"
TABLE = [["指标(件)", "本年", "上年"], ["行政复议收案", "41", "35"], ["行政应诉", "7", ""], ["合计", "48", "35"]]
LONG_TABLE = [
    ["序号", "指标", "本年", "说明"],
    *([str(place), f"第{place}类案件", str(place * 3), "已按期办结并向社会公开没有复议" * 4] for place in range(1, 41)),
]


def paragraphs(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]


def bare(text: str) -> str:
    """A text without white space, its characters folded: Chromium's PDFs name ⾏ for 行 where a font draws both alike."""
    return re.sub(r"\s", "", fold(text))


def document(lines: list[str], rows: list[list[str]], behind: list[str]) -> docx.document.Document:
    """A document as offices write it: two characters set in, justified, a header and a page number on every page."""
    made = docx.Document()
    section = made.sections[0]
    section.header.paragraphs[0].text = HEADER
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", "PAGE")
    footer._p.append(field)
    footer.add_run(" —")
    for line in lines:
        add(made, line)
    if rows:
        table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, words in zip(table.rows, rows, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
    for line in behind:
        add(made, line)
    return made


def add(made: docx.document.Document, line: str) -> None:
    paragraph = made.add_paragraph(line)
    paragraph.paragraph_format.first_line_indent = Pt(24)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for run in paragraph.runs:
        run.font.size = Pt(12)


def webpage(lines: list[str], style: str) -> str:
    told = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f'<!doctype html><meta charset="utf-8"><title>报告</title><style>@page{{size:A4;margin:2.5cm}}{style}</style>{told}'


STYLES = {
    "set in": "p{margin:0;text-indent:2em;line-height:1.8;font-size:12pt}",
    "apart": "p{margin:1em 0;line-height:1.5;font-size:12pt;text-align:justify}",
}


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Name → the PDF that LibreOffice makes: the seeds, and `table` with text around a table."""
    place = tmp_path_factory.mktemp("office")
    for path in SEEDS:
        document(paragraphs(path), [], []).save(str(place / f"{path.stem}.docx"))
    document(["全年办理案件如下。"], TABLE, ["特此报告。"]).save(str(place / "table.docx"))
    document(["全年办理案件如下。"], LONG_TABLE, ["特此报告。"]).save(str(place / "long table.docx"))
    command = ["soffice", f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir"]
    files = sorted(map(str, place.glob("*.docx")))
    subprocess.run([*command, str(place), *files], check=True, capture_output=True, timeout=180)
    return {path.stem: path.read_bytes() for path in place.glob("*.pdf")}


@pytest.fixture(scope="session")
def browser_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """A web page's HTML → the PDF that Chromium prints of it, with its own header and footer."""
    place = tmp_path_factory.mktemp("chromium")
    printed: dict[str, bytes] = {}

    def show(page: str) -> bytes:
        if page not in printed:
            source, target = place / f"{len(printed)}.html", place / f"{len(printed)}.pdf"
            source.write_text(page, "utf-8")
            flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={place / 'profile'}"]
            command = [CHROMIUM, *flags, f"--print-to-pdf={target}", source.as_uri()]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            printed[page] = target.read_bytes()
        return printed[page]

    return show


def same_paragraphs(source: Source, expected: list[str]) -> None:
    assert bare(source.text) == bare("".join(expected))
    assert [bare(line) for line in source.text.splitlines()] == [bare(line) for line in expected]


@pytest.mark.parametrize("path", SEEDS[1:4], ids=lambda path: path.name[:3])
def test_a_seed_printed_by_libreoffice_gives_its_paragraphs(path: Path, office: dict[str, bytes]) -> None:
    source = read_here(office[path.stem])
    same_paragraphs(source, paragraphs(path))
    assert len(source.pages) > 2
    assert source.page_at(0) == 1
    assert source.page_at(len(source.text) - 1) == len(source.pages)


PRINTED = [(SEEDS[0], "set in"), (SEEDS[2], "set in"), (SEEDS[4], "apart")]


@pytest.mark.parametrize(("path", "style"), PRINTED, ids=[f"{path.name[:3]} {style}" for path, style in PRINTED])
def test_a_seed_printed_by_chromium_gives_its_paragraphs(path: Path, style: str, browser_pdf: Callable[[str], bytes]) -> None:
    same_paragraphs(read_here(browser_pdf(webpage(paragraphs(path), STYLES[style]))), paragraphs(path))


def test_a_file_read_apart_is_read_as_here(office: dict[str, bytes]) -> None:
    assert read_source("报告.PDF", office["table"]) == read_here(office["table"])


def test_a_table_of_libreoffice_stands_at_its_place_with_its_cells(office: dict[str, bytes]) -> None:
    source = read_here(office["table"])
    # Of one page nobody can say whether its header is a running one.
    assert source.text.startswith(f"{HEADER}\n")
    check_table(source, HEADER)


def test_a_table_over_three_pages_is_one_table_with_whole_rows(office: dict[str, bytes]) -> None:
    source = read_here(office["long table"])
    assert source.text.splitlines() == [
        "全年办理案件如下。",
        "序号 指标 本年 说明",
        *(f"本年 {row[1]} {row[2]}, {row[1]} 说明 {row[3]}。" for row in LONG_TABLE[1:]),
        "特此报告。",
    ]
    assert source.cell_at(source.text.index("第40类")) == "表1 R41C2"
    pages = [source.page_at(source.text.index(f"第{place}类")) for place in range(1, 41)]
    assert pages == sorted(pages)
    assert {1, 2, 3} <= set(pages)


def test_a_table_of_chromium_stands_at_its_place_with_its_cells(browser_pdf: Callable[[str], bytes]) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    table = f"<table>{rows}</table>"
    style = STYLES["set in"] + "table{border-collapse:collapse}td{border:1px solid black;width:8em}"
    page = webpage(["全年办理案件如下。"], style) + table + "<p>特此报告。</p>"
    check_table(read_here(browser_pdf(page)))


def check_table(source: Source, *before: str) -> None:
    text = fold(source.text)
    assert text.splitlines() == [
        *before,
        "全年办理案件如下。",
        "指标(件) 本年 上年",
        "本年 行政复议收案(件) 41, 上年 行政复议收案(件) 35。",
        "本年 行政应诉(件) 7。",
        "本年 合计(件) 48, 上年 合计(件) 35。",
        "特此报告。",
    ]
    assert source.cell_at(text.index("41")) == "表1 R2C2"
    assert source.cell_at(text.index("35")) == "表1 R2C3"
    assert source.cell_at(text.index("48")) == "表1 R4C2"
    assert source.cell_at(text.index("特此")) is None
    assert source.page_at(text.index("41")) == 1


FILLER = "把法治政府建设摆在全局工作的重要位置同经济社会发展一起部署一起推进一起督促一起考核一起奖惩"


def paragraph(text: str, y: float, x: float = 80, width: int = 35, size: float = 12, spacing: float = 0) -> list[Words]:
    """Lines of a paragraph set in by two characters, ASCII half as wide as an ideograph, filled up to the margin."""
    lines, room = [""], width - 2.0
    for char in text:
        room -= 0.5 if char.isascii() else 1
        if room < 0:
            lines.append("")
            room = width - (0.5 if char.isascii() else 1)
        lines[-1] += char
    step = size + spacing
    return [Words(x + (0 if at else 2 * step), y + 1.7 * size * at, line, size, spacing) for at, line in enumerate(lines)]


def filled(*lines: str) -> str:
    """A paragraph whose lines end exactly with these words, but the last."""
    width, text = 33.0, ""
    for line in lines[:-1]:
        used = sum(0.5 if char.isascii() else 1 for char in line)
        pad = int(width - used)
        text += FILLER[:pad] + "," * round((width - used - pad) * 2) + line
        width = 35.0
    return text + lines[-1]


BREAKS = {
    "a share": ("办结率为9", "8.5%。"),
    "a year": ("，截至202", "3年底无一件错案。"),
    "a word": ("共受理行政复", "议申请41件。"),
    "at a decimal point": ("办结率为98.", "5%。"),
    "before its unit": ("共受理41", "件。"),
    "behind a bracket": ("共受理（41", "件）。"),
    "an amount": ("共罚没1,2", "34.5万元。"),
}


@pytest.mark.parametrize(("end", "beginning"), BREAKS.values(), ids=BREAKS)
def test_nothing_stays_broken_at_the_end_of_a_line(end: str, beginning: str) -> None:
    text = filled(end, beginning)
    words = paragraph(text, 100)
    assert words[0].text.endswith(end)
    assert read_here(drawn([*words, *paragraph("另一段" + FILLER * 2 + "。", 200)])).text.splitlines()[0] == text


NUMBERS = ["- {} -", "— {} —", "{}", "第{}页 共2页", "{}/2", "第 {} 页", "Page {} of 2", "－{}－", "·{}·", "第{}页，共2页"]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_page_number_comes_into_a_sentence_over_a_page_break(number: str) -> None:
    text = filled("", "共受理行政复议申请4", "1件。")
    words = paragraph(text, 700)
    pages = [
        [Words(80, 50, "某县法治办"), *words[:2], Words(280, 790, number.format(1), 10)],
        [Words(80, 50, "某县法治办"), *(line._replace(y=100) for line in words[2:]), Words(280, 790, number.format(2), 10)],
    ]
    source = read_here(drawn(*pages))
    assert source.text == f"{text}\n"
    assert source.pages == (0, text.index("1件"))
    assert source.page_at(text.index("1件")) == 2


def test_a_number_that_ends_a_paragraph_at_the_foot_of_a_page_is_no_page_number() -> None:
    words = paragraph(filled("", "共受理行政复议申请", "41"), 744)
    assert words[-1].text == "41"
    assert read_here(drawn(words)).text.endswith("共受理行政复议申请41\n")


def test_paragraphs_begin_where_a_line_is_set_in_or_the_line_before_had_room() -> None:
    texts = [f"（一）强化领导。{FILLER}{FILLER}。", "二、存在问题", f"1.力度不够。{FILLER}。", f"{FILLER}{FILLER}无一例外。"]
    words, y = [], 100.0
    for text in texts:
        lines = paragraph(text, y)
        words += lines
        y = lines[-1].y + 20.4
    assert read_here(drawn(words)).text.splitlines() == texts


def test_a_centred_title_of_two_lines_is_one_line() -> None:
    title = [Words(122, 100, "某县人民政府关于法治政府建设", 24), Words(206, 135, "情况的年度报告", 24)]
    body = paragraph(FILLER * 3 + "。", 200)
    text = read_here(drawn([*title, *body])).text
    assert text.splitlines() == ["某县人民政府关于法治政府建设情况的年度报告", FILLER * 3 + "。"]


@pytest.mark.parametrize("spacing", [0, 1.5, 4, 8])
def test_letter_spacing_makes_no_blanks(spacing: float) -> None:
    text = "全年共受理行政复议申请41件办结率98.5%"
    assert read_here(drawn([Words(20, 100, text, 12, spacing)])).text == f"{text}\n"


def test_blanks_typed_to_space_letters_are_dropped_and_others_stay() -> None:
    words = [Words(80, 100, "行 政 复 议 案 件"), Words(80, 130, "发布日期: 2023-03-29 来源: 某县"), Words(80, 160, "Rule of Law 2023")]
    assert read_here(drawn(words)).text.splitlines() == ["行政复议案件", "发布日期: 2023-03-29 来源: 某县", "Rule of Law 2023"]


def test_bold_by_printing_twice_is_read_once() -> None:
    words = [Words(80, 100, "共受理11件"), Words(80.4, 100, "共受理11件")]
    assert read_here(drawn(words)).text == "共受理11件\n"


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = FILLER * 4 + "左完。", FILLER * 4 + "右完。"
    title = [Words(150, 60, "法治政府建设年度报告", 24)]
    words = [*title, *paragraph(left, 100, 60, 18), *paragraph(right, 100, 310, 18)]
    assert read_here(drawn(words)).text.splitlines() == ["法治政府建设年度报告", left, right]


def test_stamps_on_their_side_and_tiny_marks_are_not_read() -> None:
    turned = b"\nBT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <672c4ef6> Tj ET BT /F1 1 Tf 1 0 0 1 10 10 Tm <672c4ef6> Tj ET"
    assert read_here(drawn([Words(80, 100, "共受理41件。")], extra=turned)).text == "共受理41件。\n"


@pytest.mark.parametrize("turn", ["0 1 -1 0 {y} {x}", "0 -1 1 0 {back} {down}"], ids=["upwards", "downwards"])
def test_a_page_that_lies_on_its_side_is_read(turn: str) -> None:
    words = paragraph(FILLER * 3 + "，办结率为98.5%。", 100, width=55)
    assert len(words) == 3
    shown = [(turn.format(x=x, y=y, back=595 - y, down=842 - x), text.encode("utf-16-be").hex()) for x, y, text, *_ in words]
    drawing = "\n".join(f"BT /F1 12 Tf {matrix} Tm <{text}> Tj ET" for matrix, text in shown)
    assert read_here(paged(drawing.encode())).text == "".join(word.text for word in words) + "\n"


def test_a_footnote_number_comes_into_no_figure_and_a_square_metre_stays() -> None:
    words = [Words(80, 100, "共受理41"), Words(128, 96, "12", 7), Words(135, 100, "件，占地9m"), Words(195, 96, "2", 7), Words(198.5, 100, "。")]
    assert read_here(drawn(words)).text == "共受理41件，占地9m2。\n"


def test_a_watermark_on_every_page_parts_no_sentence() -> None:
    text = filled("", "共受理行政复议申请4", "1件。")
    words, mark = paragraph(text, 300), Words(100, 310, "内部资料", 90)
    assert read_here(drawn([*words, mark], [*words, mark])).text == f"{text}\n{text}\n"


def test_words_beside_the_page_are_not_read() -> None:
    assert read_here(drawn([Words(80, 100, "共受理41件。"), Words(700, 100, "9"), Words(80, HEIGHT + 50, "8")])).text == "共受理41件。\n"


def fault(data: bytes, read: Callable[[bytes], Source] = read_here) -> FormatError:
    with pytest.raises(FormatError) as caught:
        read(data)
    return caught.value


SOUND = drawn(*[paragraph(FILLER * 9 + "。", 100)] * 3)
RULES = b" ".join(b"%d 100 m 500 %d l S" % (place, place) for place in range(50, 500, 10))
ONE_PAGE = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: b"<< /Type /Page /MediaBox [0 0 9 9] >>"}
PRIVATE = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 /uniE123 /uniE124] >> >>"
DEEP = {number: b"<< /Type /Pages /Kids [%d 0 R] >>" % (number + 1) for number in range(2, 3000)}

FAULTS = {
    "outlines for letters": (paged(RULES), FaultKind.NO_TEXT_LAYER),
    "unmapped glyphs": (paged(b"BT /F1 9 Tf 9 99 Td <0051005200530054> Tj ET", font=b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont /A /DescendantFonts [<< /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /FontName /A /Flags 4 /FontBBox [0 0 9 9] >> >>] >>"), FaultKind.BROKEN_GLYPHS),
    "private characters": (paged(b"BT /F1 9 Tf 9 99 Td (ABAABB) Tj ET", font=PRIVATE), FaultKind.BROKEN_GLYPHS),
    "rare characters for all": (drawn([Words(9, 99, "乂乜亍亓亘仂仃仉仂仫仞")]), FaultKind.BROKEN_GLYPHS),
    "cut in the middle": (SOUND[: len(SOUND) // 2], FaultKind.BROKEN),
    "cut at its end": (SOUND[:-60], FaultKind.BROKEN),
    "nothing behind its first line": (b"%PDF-1.7\n", FaultKind.BROKEN),
    "no pages": (written({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}), FaultKind.BROKEN),
    "a page too few": (written({**ONE_PAGE, 2: b"<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>"}), FaultKind.BROKEN),
    "a page that is cut": (paged(zlib.compress(content([Words(9, 99, FILLER)]))[:-20], packed=True), FaultKind.BROKEN),
    "a page of nonsense": (paged(b"\x00\xff" * 40, packed=True), FaultKind.BROKEN),
    "a tree that bites its tail": (written({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"}), FaultKind.BROKEN),
    "a tree too deep": (written({1: b"<< /Type /Catalog /Pages 2 0 R >>", **DEEP}), FaultKind.BROKEN),
    "a size that is no number": (written({**ONE_PAGE, 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate /A >>", 3: b"<< /Type /Page /Rotate (x) >>"}), FaultKind.BROKEN),
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), FAULTS.values(), ids=FAULTS)
def test_what_is_no_readable_pdf_has_a_named_fault(data: bytes, kind: FaultKind) -> None:
    error = fault(data)
    assert error.kind is kind
    if kind is FaultKind.BROKEN:
        assert error.fields == {"expected": "PDF"}


def test_a_file_that_asks_for_a_password_is_encrypted() -> None:
    assert fault(locked([Words(80, 100, "共受理41件。")], b"secret")).kind is FaultKind.ENCRYPTED
    with pytest.raises(ReadError) as caught:
        read_source("a.pdf", locked([], b"secret"))
    assert caught.value.kind is FaultKind.ENCRYPTED


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert read_here(locked([Words(80, 100, "共受理41件。")], b"")).text == "共受理41件。\n"


def test_an_unknown_lock_is_encrypted() -> None:
    assert fault(locked([], b"").replace(b"/V 1", b"/V 9")).kind is FaultKind.ENCRYPTED


def test_xref_tables_in_a_circle_end() -> None:
    looped = written({**ONE_PAGE, 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"}, b"/Root 1 0 R /Prev 9")
    looped = looped.replace(b"/Prev 9", b"/Prev %d" % looped.index(b"xref\n"))
    assert fault(looped).kind is FaultKind.BROKEN


def test_a_page_that_is_a_picture_has_no_text_layer() -> None:
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"
    assert fault(paged(picture, picture)).kind is FaultKind.NO_TEXT_LAYER
    stamped = content([Words(80, 50, "扫描件")]) + b"\n" + picture
    assert fault(paged(stamped, stamped)).kind is FaultKind.NO_TEXT_LAYER


def test_a_scanned_page_among_others_is_told() -> None:
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"
    words = content([Words(80, 100 + 20 * line, FILLER) for line in range(4)])
    source = read_source("a.pdf", paged(words, picture, words, picture, picture))
    assert source.unread == (2, 4, 5)
    assert len(source.pages) == 5


def test_an_empty_page_is_no_text() -> None:
    with pytest.raises(ReadError) as caught:
        read_source("a.pdf", drawn([]))
    assert caught.value.kind is FaultKind.BLANK


def test_a_private_character_as_bullet_is_borne() -> None:
    text = read_here(paged(b"BT /F1 9 Tf 9 99 Td (A Rule of law: 41 cases, 98.5% of them closed in time.) Tj ET", font=PRIVATE)).text
    assert text == "\ue123 Rule of law: 41 cases, 98.5% of them closed in time.\n"


def test_more_pages_than_are_read_are_counted_before_any_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "_lay_out", lambda page: pytest.fail("a page was laid out"))
    with pytest.raises(FormatError) as caught:
        read_here(paged(*[content([Words(80, 100, FILLER)])] * (limits.PAGES + 1)))
    assert (caught.value.kind, caught.value.fields) == (FaultKind.TOO_MANY_PAGES, {"pages": "1,001", "most": "1,000"})


def test_the_time_is_looked_at_between_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0)
    error = fault(SOUND)
    assert (error.kind, error.fields) == (FaultKind.TOO_SLOW, {"most": "0"})


def test_a_page_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 2)
    endless = paged(b"BT /F1 12 Tf 80 700 Td " + b"<672c4ef6> Tj " * 2_000_000 + b"ET")
    begun = time.monotonic()
    with pytest.raises(ReadError) as caught:
        read_source("a.pdf", endless)
    assert (caught.value.kind, caught.value.fields) == (FaultKind.TOO_SLOW, {"most": "2"})
    assert time.monotonic() - begun < 20


def zeros(megabytes: int) -> bytes:
    """Packed zeros; their checksum is wrong, which shows at their end only."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * megabytes + packer.flush()


def test_a_stream_that_unpacks_to_gigabytes_is_too_large() -> None:
    bomb = paged(zeros(500), packed=True)
    assert len(bomb) < 1 << 20
    assert fault(bomb).kind is FaultKind.TOO_LARGE


def test_a_stream_packed_twice_is_bounded_by_the_memory_of_its_process() -> None:
    bomb = paged(zlib.compress(zeros(2500), 9), filters=b"/FlateDecode /FlateDecode", packed=True)
    assert len(bomb) < 1 << 16
    with pytest.raises(ReadError) as caught:
        read_source("a.pdf", bomb)
    assert (caught.value.kind, caught.value.fields) == (FaultKind.TOO_LARGE, {"size": "> 1200 MB", "most": "1200 MB"})


def test_a_page_full_of_rules_is_read_without_its_tables() -> None:
    rules = b" ".join(b"%d %d m %d %d l S" % (x, y, x + 9, y + 9) for x in range(0, 590, 9) for y in range(0, 840, 9))
    assert read_here(drawn([Words(80, 100, "共受理41件。")], extra=b"\n" + rules)).text == "共受理41件。\n"


@settings(max_examples=400)
@given(st.data())
def test_a_damaged_pdf_is_a_text_or_a_named_fault(data: st.DataObject) -> None:
    file = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(file)))
        change = data.draw(st.sampled_from(["flip", "cut", "insert", "swap"]))
        if change == "flip" and place < len(file):
            file[place] ^= 1 << data.draw(st.integers(0, 7))
        elif change == "cut":
            del file[place : place + data.draw(st.integers(1, 200))]
        elif change == "insert":
            file[place:place] = data.draw(st.binary(min_size=1, max_size=20))
        else:
            file[place : place + 1] = data.draw(st.sampled_from([b"0", b"9", b"-", b"/", b"(", b"<<", b">>", b"[", b" R "]))
    with contextlib.suppress(FormatError):
        assert isinstance(read_here(bytes(file)), Source)


SMALL = drawn(paragraph(FILLER * 2, 100), [Words(80, 100, "共受理41件。")])


def test_lines_of_no_glyphs_are_none() -> None:
    assert lines_of([]) == []
    assert lines_of([Glyph(" ", 0, 5, 9, 12)]) == []
