"""Formats: any bytes give a text or one clear line; encodings of the same report give the same text."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import FaultKind, ReadError
from extract.formats import read_source, suffixes

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
SHORT = "全年共受理行政复议申请41件,出庭应诉率达100%。"


def fault(name: str, data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_source(name, data)
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_seed_reads_the_same_in_every_encoding(path: Path, encoding: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_source(path.name, text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb2312", "gb18030", "utf-16"])
def test_a_sentence_reads_the_same_in_every_encoding(encoding: str) -> None:
    assert read_source("a.txt", SHORT.encode(encoding)).text == SHORT


def test_traditional_text_in_gb18030() -> None:
    text = "關於二零二二年度法治政府建設情況的報告,辦結率達到百分之九十八"
    assert read_source("a.txt", text.encode("gb18030")).text == text


def test_plain_ascii_is_a_text() -> None:
    assert read_source("a.txt", b"no report, 41 cases").text == "no report, 41 cases"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_source("a.txt", SHORT.encode("utf-8-sig")).text == SHORT


LINE_ENDS = {
    "unix": ("一\n二\n", "一\n二\n"),
    "windows": ("一\r\n二\r\n\r\n", "一\n二\n\n"),
    "old mac": ("一\r二", "一\n二"),
    "page break": ("一\x0c二", "一\n二"),
    "line separator": ("一\u2028二", "一\n二"),
}


@pytest.mark.parametrize(("text", "expected"), LINE_ENDS.values(), ids=LINE_ENDS)
def test_line_ends_are_one_kind(text: str, expected: str) -> None:
    assert read_source("a.txt", text.encode()).text == expected


def test_nothing_else_is_changed() -> None:
    text = "\u3000\u3000办结率９８．３％，⾏政\ufeff执法\xa0—\t“一”"
    assert read_source("a.txt", text.encode()).text == text


def test_the_suffix_counts_in_any_case() -> None:
    assert suffixes() == tuple(sorted(suffixes()))
    assert ".txt" in suffixes()
    assert read_source("某镇/报告.TXT", SHORT.encode()).text == SHORT


@pytest.mark.parametrize(
    ("name", "kind"), [("a.pages", ".pages"), ("a.txt.bak", ".bak"), ("报告", "without a suffix"), ("", "without a suffix")]
)
def test_an_unknown_suffix_says_what_can_be_read(name: str, kind: str) -> None:
    error = fault(name, SHORT.encode())
    assert error.name == name
    assert error.kind is (FaultKind.NO_SUFFIX if kind == "without a suffix" else FaultKind.UNKNOWN_SUFFIX)
    assert error.fields["formats"] == " / ".join(suffixes())
    assert kind in error.problem
    assert ".txt" in error.cure


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", SHORT)
    return out.getvalue()


DISGUISED = {
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(30), "picture (PNG)"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(30), "picture (JPEG)"),
    "gif": (b"GIF89a" + bytes(30), "picture (GIF)"),
    "zip": (zipped(), "zip archive"),
    "rar": (b"Rar!\x1a\x07\x01\x00", "RAR"),
    "gzip": (gzip.compress(SHORT.encode()), "gzip"),
}


@pytest.mark.parametrize(("data", "what"), DISGUISED.values(), ids=DISGUISED)
def test_another_kind_of_file_under_the_name_of_a_text(data: bytes, what: str) -> None:
    error = fault("报告.txt", data)
    assert error.kind is FaultKind.OTHER_KIND
    assert what in error.problem


def test_what_a_file_is_shows_in_its_content() -> None:
    page = f"<html><p>{SHORT}</p></html>".encode("gb18030")
    book = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.active.append([SHORT])
    workbook.save(book)
    assert read_source("附件1.pdf", page).text == f"{SHORT}\n"
    assert read_source("附件2.docx", page).text == f"{SHORT}\n"
    assert read_source("附件3.txt", book.getvalue()).text == f"Sheet\n{SHORT}\n"
    assert read_source("附件4.html", book.getvalue()).text == f"Sheet\n{SHORT}\n"
    assert fault("附件5.html", b"%PDF-1.7\n").kind is FaultKind.BROKEN
    assert read_source("附件6.docx", book.getvalue()).text == f"Sheet\n{SHORT}\n"
    assert read_source("附件7.txt", page).text == f"{SHORT}\n"
    message = MIMEMultipart("related")
    message["Subject"] = "saved from a browser"
    message.attach(MIMEText(page.decode("gb18030"), "html", "gb18030"))
    assert read_source("附件8.doc", message.as_bytes()).text == f"{SHORT}\n"
    assert read_source("附件9.txt", f"标题: 说明\n{SHORT}".encode()).text == f"标题: 说明\n{SHORT}"


UNREADABLE = {
    "empty": (b"", FaultKind.EMPTY, "empty"),
    "blanks": (" \n\t\u3000\xa0\n".encode(), FaultKind.BLANK, "blanks"),
    "byte order mark alone": (b"\xef\xbb\xbf", FaultKind.BLANK, "blanks"),
    "invisible characters": ("\ufeff\u200b\n".encode(), FaultKind.BLANK, "blanks"),
    "undecodable": (b"\xff\xfe\xfa\x00\xd8", FaultKind.DAMAGED, "UTF-16-LE"),
    "neither encoding": (b"\x81\x20\xff\xff\x80abc", FaultKind.DAMAGED, "no sound UTF-8 / GB18030"),
    "cut inside a character": (SHORT.encode()[:-1], FaultKind.DAMAGED, "no sound UTF-8 / GB18030"),
    "control characters": (bytes(range(32)) * 4, FaultKind.CONTROL_CHARACTERS, "control characters"),
    "zeros": (bytes(200), FaultKind.CONTROL_CHARACTERS, "control characters"),
    "replacement characters": ("全年受理\ufffd\ufffd\ufffd件,办结\ufffd\ufffd。".encode(), FaultKind.LOST_CHARACTERS, "lost"),
    "lost twice over": (("锟斤拷" * 20 + "41件").encode(), FaultKind.LOST_CHARACTERS, "lost"),
    "utf-8 read as gbk": (SHORT.encode().decode("gb18030", "ignore").encode(), FaultKind.GARBLED, "garbled"),
    "utf-8 read as latin-1": (SHORT.encode().decode("latin-1").encode(), FaultKind.GARBLED, "garbled"),
    "gbk read as latin-1": (SHORT.encode("gbk").decode("latin-1").encode(), FaultKind.GARBLED, "garbled"),
}


@pytest.mark.parametrize(("data", "kind", "problem"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_text_is_one_clear_line(data: bytes, kind: FaultKind, problem: str) -> None:
    error = fault("坏.txt", data)
    assert error.kind is kind
    assert problem in error.problem
    assert str(error) == f"坏.txt: {error.problem}. To mend it: {error.cure}."


def test_one_lost_character_in_a_long_report_is_borne() -> None:
    text = SHORT * 40 + "\ufffd"
    assert read_source("a.txt", text.encode()).text == text


def test_a_text_that_is_no_report_is_still_a_text() -> None:
    assert read_source("a.txt", "今天天气很好。".encode()).text == "今天天气很好。"


def read_or_fault(name: str, data: bytes) -> str | ReadError:
    try:
        return read_source(name, data).text
    except ReadError as error:
        return error


@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_text_or_a_clear_line(data: bytes) -> None:
    outcome = read_or_fault("a.txt", data)
    if isinstance(outcome, ReadError):
        assert "" not in (outcome.problem, outcome.cure)
    else:
        assert outcome.strip()
        assert "\r" not in outcome


@given(st.text(max_size=20), st.binary(max_size=20))
def test_any_name_gives_a_text_or_a_clear_line(name: str, data: bytes) -> None:
    outcome = read_or_fault(name, data)
    assert isinstance(outcome, str) or outcome.name == name
