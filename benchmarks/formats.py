"""Files of every format made from the seeds → seconds and memory a page of reading them, beside what the library alone takes.

    python -m benchmarks.formats [COPIES]

Each format's file holds COPIES of one seed (3 unless told). `library` is the plain use of the format's library: all words of the
file, in order, nothing told apart (plain text: charset-normalizer, for a file does not say its encoding; a page: BeautifulSoup
over the standard library's parser; docx: python-docx; xlsx: openpyxl; pdf: pdfplumber's extract_text page by page). Plain text
and pages have a second line, in no budget: the bare step that no reading can go below (decoding by a known encoding; the
standard library's tokenizer with nothing built from its tokens). A page is 1,500 characters. The two go by turns, the
processor's time is taken, and that of processes started for it. Exit code 1: reading costs more than the budget of 1.5 allows.
"""

from __future__ import annotations

import io
import resource
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import docx
import pdfplumber
from bs4 import BeautifulSoup
from charset_normalizer import from_bytes
from openpyxl import Workbook, load_workbook

from extract.formats import read_source

SEED = Path(__file__).parent.parent / "seeds" / "001_60dd12b11f7eba43.txt"
COPIES, TURNS, PAGE = 3, 3, 1_500
MOST = 1.5


def main(copies: int = COPIES) -> int:
    """Measure every format; gives the exit code."""
    text = "\n".join([SEED.read_text("utf-8")] * copies)
    pages = len(text) / PAGE
    print(f"{len(text):,} characters, {pages:.0f} pages; seconds and megabytes a page\n")
    print(f"{'format':8}{'reading':>12}{'library':>12}{'ratio':>8}{'memory':>10}{'library':>10}")
    kept = True
    for suffix, (make, library) in FORMATS.items():
        data = make(text)
        if data is None:
            print(f"{suffix:8}LibreOffice is not installed here, the file cannot be made")
            continue
        ours, theirs = _measure(
            lambda data=data, suffix=suffix: read_source(f"a{suffix}", data), lambda data=data, run=library: run(data)
        )
        ratio = ours / theirs
        sound = ratio <= MOST
        kept = kept and sound
        memory = _peak(lambda data=data, suffix=suffix: read_source(f"a{suffix}", data)) / pages
        library_memory = _peak(lambda data=data, run=library: run(data)) / pages
        print(
            f"{suffix:8}{ours / pages:12.5f}{theirs / pages:12.5f}{ratio:8.2f}{memory:10.3f}{library_memory:10.3f}"
            f"   {'kept' if sound else 'MISSED'}"
        )
        if suffix in BARE:
            bare, _ = _measure(lambda data=data, run=BARE[suffix]: run(data), lambda: None)
            print(f"{'  bare':8}{ours / pages:12.5f}{bare / pages:12.5f}{ours / bare:8.2f}")
    return 0 if kept else 1


def _measure(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """The least seconds of the processor that each took, by turns."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for work, seconds in zip((ours, theirs), taken, strict=True):
            started = _processor()
            work()
            seconds.append(_processor() - started)
    return min(taken[0]), min(taken[1])


def _processor() -> float:
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _peak(work: Callable[[], object]) -> float:
    """Megabytes that Python held at most while it worked, in this process."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def _make_page(text: str) -> bytes:
    return f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in text.splitlines())}</body></html>".encode()


def _find_encoding(data: bytes) -> str:
    return str(from_bytes(data).best())


def _read_page(data: bytes) -> str:
    return BeautifulSoup(data, "html.parser").get_text("\n")


def _tokenize(data: bytes) -> None:
    HTMLParser().feed(data.decode("utf-8"))


def _make_docx(text: str) -> bytes:
    held, document = io.BytesIO(), docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(held)
    return held.getvalue()


def _make_xlsx(text: str) -> bytes:
    held, book = io.BytesIO(), Workbook()
    for line in text.splitlines():
        book.active.append([line[place : place + 40] for place in range(0, len(line), 40)])
    book.save(held)
    return held.getvalue()


def _read_xlsx(data: bytes) -> list[object]:
    rows = load_workbook(io.BytesIO(data), read_only=True, data_only=True).active.iter_rows()
    return [(cell.value, getattr(cell, "number_format", "")) for row in rows for cell in row]


def _make_pdf(text: str) -> bytes | None:
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.docx"
        source.write_bytes(_make_docx(text))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return source.with_suffix(".pdf").read_bytes()


def _read_pdf(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            page.extract_text()
            page.close()


FORMATS: dict[str, tuple[Callable[[str], bytes | None], Callable[[bytes], object]]] = {
    ".txt": (str.encode, _find_encoding),
    ".html": (_make_page, _read_page),
    ".docx": (_make_docx, lambda data: [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]),
    ".xlsx": (_make_xlsx, _read_xlsx),
    ".pdf": (_make_pdf, _read_pdf),
}

# The bare steps, by format.
BARE: dict[str, Callable[[bytes], object]] = {".txt": lambda data: data.decode("utf-8"), ".html": _tokenize}

if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
