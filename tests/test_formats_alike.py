"""One report saved in every format gives the same readings: where it comes from must not matter."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path

import docx
import pytest

from extract import Catalog, Extraction, extract_report, extract_text
from extract.twins import find_twins

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def _page(text: str) -> bytes:
    return f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in text.splitlines())}</body></html>".encode("gb18030")


def _document(text: str) -> bytes:
    held, document = io.BytesIO(), docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(held)
    return held.getvalue()


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each seed printed by LibreOffice, which is started once for all."""
    folder = tmp_path_factory.mktemp("printed")
    for path in SEEDS:
        (folder / f"{path.stem}.docx").write_bytes(_document(path.read_text("utf-8")))
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run(
        [office, "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {path.name: (folder / f"{path.stem}.pdf").read_bytes() for path in SEEDS}


def told(extraction: Extraction) -> list[tuple[object, ...]]:
    """What is taken from a report, without the offsets: those are the format's own."""
    readings = [(r.indicator_id, r.value, r.qualifier, r.basis, r.base, r.main) for r in extraction.readings]
    report = extraction.report
    return [*readings, (report.title, report.locality, report.year, report.published)]


FORMATS: dict[str, Callable[[str], bytes]] = {".txt": lambda text: text.encode("gb18030"), ".html": _page, ".docx": _document}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("suffix", FORMATS)
def test_text_page_and_document_give_the_same(suffix: str, path: Path, catalog: Catalog) -> None:
    text = path.read_text("utf-8")
    assert told(extract_report(f"a{suffix}", FORMATS[suffix](text), catalog=catalog)) == told(extract_text(text, catalog=catalog))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_printed_report_gives_the_same(path: Path, printed: dict[str, bytes], catalog: Catalog) -> None:
    text = path.read_text("utf-8")
    assert told(extract_report("a.pdf", printed[path.name], catalog=catalog)) == told(extract_text(text, catalog=catalog))


def test_one_report_in_four_formats_counts_once(printed: dict[str, bytes], catalog: Catalog) -> None:
    path = SEEDS[0]
    text = path.read_text("utf-8")
    files = [*((f"a{suffix}", make(text)) for suffix, make in FORMATS.items()), ("a.pdf", printed[path.name])]
    standing, twins = find_twins([extract_report(name, data, catalog=catalog) for name, data in files])
    assert [extraction.report.doc_id for extraction in standing] == ["a.txt"]
    assert [(twin.name, twin.of, twin.revised) for twin in twins] == [
        ("a.html", "a.txt", False),
        ("a.docx", "a.txt", False),
        ("a.pdf", "a.txt", False),
    ]
