"""python -m exports: what it writes, in which words it refuses, its exit codes."""

from __future__ import annotations

import argparse
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from exports.__main__ import main
from exports.commands import given
from exports.pictures import PictureError
from extract.catalog import Catalog
from panel.build import Tables
from panel.saved import MANIFEST, save
from views import _address as address

ROOT = Path(__file__).parents[1]
SEEDS = str(ROOT / "seeds")
RATE = "mediation_success_rate"
DAY = ("--made", "2026-01-02")


@pytest.fixture(scope="module")
def panel(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The five seed reports, saved."""
    folder = tmp_path_factory.mktemp("panel")
    save(tables, folder)
    return str(folder)


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch, catalog: Catalog) -> None:
    """The catalogue is proved once for all calls. Pictures have tests of their own; here a document must do without."""
    monkeypatch.setattr("exports.commands.given.load_catalog", lambda path: catalog)
    monkeypatch.setattr("exports.commands.brief.can_draw", lambda lang: "no browser here")
    monkeypatch.setattr("exports.commands.pictures.can_draw", lambda lang: "no browser here")


def test_a_saved_panel_and_the_reports_themselves_give_the_same_slides(panel: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = tmp_path / "new" / "a.pptx", tmp_path / "b.pptx"
    assert main(["slides", panel, "--indicator", RATE, "--out", str(one), *DAY]) == 0
    assert main(["slides", SEEDS, "--indicator", RATE, "--out", str(other), *DAY]) == 0
    assert one.read_bytes() == other.read_bytes()
    assert capsys.readouterr().out == f"{one}\n{other}\n"


def test_the_workbook_is_of_the_selection(panel: str, tmp_path: Path) -> None:
    sizes = []
    for chosen in ([], ["--place", "中峰镇", "--indicator", RATE, "--lang", "en"]):
        assert main(["excel", panel, *chosen, "--out", str(tmp_path / "a.xlsx"), *DAY]) == 0
        data = (tmp_path / "a.xlsx").read_bytes()
        assert zipfile.is_zipfile(io.BytesIO(data))
        sizes.append(len(data))
    assert sizes[1] < sizes[0] / 2


def test_a_brief_as_text_and_as_a_document(panel: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, document = tmp_path / "a.txt", tmp_path / "a.docx"
    assert main(["brief", panel, "--focus", "中峰镇", "--out", str(text), *DAY]) == 0
    said = text.read_text("utf-8")
    assert said.startswith("简报：中峰镇 2020 年\n")
    assert "调解成功率不低于 95%[" in said
    # That the charts are missing is told, and no success.
    assert main(["brief", panel, "--indicator", RATE, "--out", str(document), *DAY]) == 1
    assert "no browser here" in capsys.readouterr().err
    assert "no browser here" in zipfile.ZipFile(document).read("word/document.xml").decode()


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "坏.pdf"
    bad.write_bytes(b"%PDF-1.4 nothing")
    out = tmp_path / "a.xlsx"
    assert main(["excel", SEEDS, str(bad), "--out", str(out)]) == 1
    assert out.exists()
    assert "坏.pdf" in capsys.readouterr().err


WRONG = [
    pytest.param(["slides", "--out", "a.pptx"], "slides are of indicators", id="slides of nothing"),
    pytest.param(["brief", "--out", "a.docx"], "a brief is of indicators", id="a brief of nothing"),
    pytest.param(["brief", "--indicator", RATE, "--focus", "中峰镇", "--out", "a.docx"], "or of one place", id="of both"),
    pytest.param(["slides", "--indicator", "mediation_succes_rate", "--out", "a.pptx"], f"is it {RATE}", id="an unknown indicator"),
    pytest.param(["excel", "--year", "1999", "--out", "a.xlsx"], "--year 1999: there is no such year", id="an unknown year"),
    pytest.param(["excel", "--place", "中锋镇", "--out", "a.xlsx"], "is it 中峰镇", id="an unknown place"),
    pytest.param(["brief", "--focus", "中峰镇", "--of_year", "1999", "--out", "a.txt"], "--of_year 1999", id="a year of which it has no report"),
    pytest.param(["excel", "--out", "a.xls"], "ends in .xlsx", id="another kind of file"),
    pytest.param(["pictures", "--out", "a"], "--indicator ID", id="pictures of nothing"),
    pytest.param(["pictures", "--chart", "spine", "--out", "a"], "--focus NAME", id="a place that is not named"),
    pytest.param(["pictures", "--indicator", RATE, "--out", "a"], "no browser here", id="no browser to draw with"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "told"), WRONG)
def test_a_wrong_call_is_told_and_nothing_is_written(
    call: list[str], told: str, panel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([call[0], panel, *call[1:]]) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_report_no_panel_and_no_place_to_write(panel: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / MANIFEST).write_text("{}")
    (tmp_path / "taken").write_text("")
    out = str(tmp_path / "a.xlsx")
    assert main(["excel", str(tmp_path / "nowhere"), "--out", out]) == 2
    assert main(["excel", str(broken), "--out", out]) == 2
    assert main(["excel", panel, SEEDS, "--out", out]) == 2
    assert main(["excel", panel, "--out", str(tmp_path / "taken" / "a.xlsx")]) == 2
    told = capsys.readouterr().err.splitlines()
    assert "there is no such file or folder" in told[0]
    assert "is no panel that this app saved" in told[2]
    assert "is exported alone" in told[3]
    assert "it cannot be written" in told[4]


def test_every_option_that_the_address_has_is_called_as_there() -> None:
    parser = argparse.ArgumentParser()
    given.add_given(parser)
    own = {action.dest for action in parser._actions} - {"help", "paths", "out", "made", "catalog"}
    assert own <= set(address.FIELDS)


def test_pictures_are_named_by_their_titles_and_one_that_fails_stops_no_other(
    panel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def draw(figure: Any, **told: Any) -> bytes:
        if "信访" in figure.layout.meta["title"]:
            raise PictureError("this one fails")
        return f"{told['format']} {figure.layout.width} × {figure.layout.height}".encode()

    monkeypatch.setattr("exports.commands.pictures.can_draw", lambda lang: None)
    monkeypatch.setattr("exports.commands.pictures.to_picture", draw)
    call = ["pictures", panel, "--indicator", "petitions", "--indicator", RATE, "--chart", "ranking", "--chart", "trend"]
    assert main([*call, "--format", "svg", "--out", str(tmp_path / "p"), *DAY]) == 1
    made = {path.name: path.read_text() for path in (tmp_path / "p").iterdir()}
    assert made == {"调解成功率：各地比较.svg": "svg 960 × 540", "调解成功率：历年变化.svg": "svg 960 × 540"}
    told = capsys.readouterr()
    assert sorted(told.out.splitlines()) == sorted(str(tmp_path / "p" / name) for name in made)
    assert told.err.count("this one fails") == 2
