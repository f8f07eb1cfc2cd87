"""Files of other office programs: through LibreOffice they give the text of the docx that they were made from."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from extract import limits
from extract.errors import FaultKind, ReadError
from extract.formats import office, read_source

SHORT = "全年共受理行政复议申请41件,出庭应诉率达100%。"
CELLS = [["指标", "本年", "上年"], ["收案", "41", "35"], ["结案", "40", "33"]]
PAGE = f'<html><head><meta charset="{{}}"></head><body><p>{SHORT}</p><table><tr><td>收案</td><td>41</td></tr></table></body></html>'


def made() -> bytes:
    document = docx.Document()
    document.add_heading("一、概况")
    document.add_paragraph(SHORT)
    table = document.add_table(len(CELLS), len(CELLS[0]))
    for at, row in enumerate(CELLS):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    for words in ("执法", "普法"):
        document.add_paragraph(words, style="List Number")
    document.sections[0].footer.paragraphs[0].text = "页脚"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same document in every format, by suffix."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(made())
    for kind in ("doc", "rtf", "odt"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", "--norestore", profile, "--convert-to", kind, "--outdir", folder, folder / "a.docx"]
        subprocess.run(command, check=True, capture_output=True, timeout=limits.OFFICE_SECONDS)
    return {path.suffix: path.read_bytes() for path in folder.glob("a.*")}


def fault(name: str, data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_source(name, data)
    return caught.value


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    """No office program may be started."""

    def start(data: bytes) -> bytes:
        raise AssertionError("LibreOffice was asked")

    monkeypatch.setattr(office, "_to_docx", start)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.doc", ".doc"), ("a.WPS", ".doc"), ("a.rtf", ".rtf"), ("a.odt", ".odt"), ("rtf as.doc", ".rtf")],
)
def test_every_format_gives_the_text_and_the_cells_of_the_docx(name: str, suffix: str, files: dict[str, bytes]) -> None:
    expected = read_source("a.docx", files[".docx"])
    assert expected.text == f"一、概况\n{SHORT}\n指标 本年 上年\n本年 收案 41, 上年 收案 35。\n本年 结案 40, 上年 结案 33。\n1. 执法\n2. 普法"
    source = read_source(name, files[suffix])
    assert (source.text, source.cells) == (expected.text, expected.cells)


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gbk")])
def test_a_web_page_under_the_name_of_a_doc(charset: str, encoding: str) -> None:
    assert read_source("a.doc", PAGE.format(charset).encode(encoding)).text == f"{SHORT}\n收案 41\n"


@pytest.mark.usefixtures("never")
def test_a_docx_or_a_text_under_the_name_of_a_doc_needs_no_office_program() -> None:
    assert SHORT in read_source("a.doc", made()).text
    assert read_source("a.wps", SHORT.encode("gbk")).text == SHORT


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0" + bytes(3000), rb"{\rtf1 \ansi cut"], ids=["old", "rtf"])
def test_what_it_can_not_open_is_told(content: bytes) -> None:
    assert fault("坏.doc", content).kind in {FaultKind.OFFICE_FAILED, FaultKind.BLANK}


@pytest.mark.usefixtures("never")
def test_what_is_surely_damaged_does_not_reach_it() -> None:
    assert fault("坏.odt", b"PK\x03\x04").kind is FaultKind.BROKEN
    assert fault("坏.doc", bytes(range(32)) * 9).kind is FaultKind.CONTROL_CHARACTERS
    assert fault("图.doc", b"\x89PNG\r\n\x1a\n").kind is FaultKind.OTHER_KIND


def locked(doc: bytes) -> bytes:
    """The doc with the bit of its head set that says that it is encrypted."""
    at = next(at for at in range(512, len(doc), 512) if doc.startswith(b"\xec\xa5", at)) + 11
    return doc[:at] + bytes([doc[at] | 1]) + doc[at + 1 :]


def repacked(odt: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, change(entry.filename, old.read(entry)))
    return out.getvalue()


@pytest.mark.usefixtures("never")
def test_a_locked_file_is_told_without_asking_for_its_password(files: dict[str, bytes]) -> None:
    assert fault("锁.doc", locked(files[".doc"])).kind is FaultKind.ENCRYPTED
    assert fault("锁.doc", b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")).kind is FaultKind.ENCRYPTED
    said = repacked(files[".odt"], lambda name, part: part.replace(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"))
    assert fault("锁.odt", said).kind is FaultKind.ENCRYPTED


@pytest.mark.parametrize("name", ["锁.docx", "锁.doc", "锁.xlsx"])
def test_a_document_with_a_password_is_told(name: str) -> None:
    locked_by_office = io.BytesIO()
    OOXMLFile(io.BytesIO(made())).encrypt("rule of law", locked_by_office)
    assert fault(name, locked_by_office.getvalue()).kind is FaultKind.ENCRYPTED


def test_a_locked_file_does_not_keep_it_waiting(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_is_locked", lambda data: False)
    begun = time.monotonic()
    assert fault("锁.doc", locked(files[".doc"])).kind is FaultKind.OFFICE_FAILED
    assert time.monotonic() - begun < limits.OFFICE_SECONDS / 2


def test_no_other_file_comes_in_by_a_link(files: dict[str, bytes], tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("本机的秘密", encoding="utf-8")
    section = (
        '<text:section text:name="s"><text:section-source xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xlink:href="{secret.as_uri()}" text:filter-name="Text"/><text:p>链接</text:p></text:section></office:text>'
    )
    linking = repacked(files[".odt"], lambda name, part: part.replace(b"</office:text>", section.encode()) if name == "content.xml" else part)
    text = read_source("a.odt", linking).text
    assert "链接" in text
    assert "秘密" not in text


@pytest.mark.parametrize("name", ["a.doc", "a.wps"])
def test_without_libreoffice_it_is_asked_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    error = fault(name, b"\xd0\xcf\x11\xe0" + bytes(600))
    assert error.kind is FaultKind.NO_OFFICE
    assert ".doc" in error.problem
    assert "save the file as docx" in error.cure


def test_it_is_stopped_with_its_children_when_it_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {child}\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program))
    monkeypatch.setattr(limits, "OFFICE_SECONDS", 1)
    error = fault("慢.doc", b"\xd0\xcf\x11\xe0" + bytes(600))
    assert (error.kind, error.fields) == (FaultKind.TOO_SLOW, {"most": "1"})
    assert not runs(int(child.read_text()))


def runs(process: int) -> bool:
    """Whether a process is still there a moment later, other than as an entry that nobody has taken note of."""
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True
