"""views/_data.py and the uploads: files in, tables out; bad files and a faulty catalogue are told and nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import opened, with_files, words_of

from extract import CatalogError
from extract.catalog import Catalog, read_catalog
from views import _data as data
from views._words import WORDS

REPORT = "乙丙县2024年法治政府建设年度报告\n\n一、主要工作\n\n全县各级人民调解组织调解纠纷320件,调解成功率98.6%。\n\n乙丙县人民政府\n2025年2月1日\n"


def test_seed_files_are_the_reports_without_the_readme(tmp_path: Path) -> None:
    assert len(data.seed_files()) == 5
    (tmp_path / "b.txt").write_bytes(b"b")
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "README.md").write_bytes(b"#")
    assert data.seed_files(tmp_path) == (("a.txt", b"a"), ("b.txt", b"b"))


def test_same_content_is_read_once_and_same_names_are_told_apart(catalog: Catalog) -> None:
    other = REPORT.replace("98.6", "97.5").encode()
    loaded = data.load(data.Given((("a.txt", REPORT.encode()), ("b.txt", REPORT.encode()), ("a.txt", other))), catalog)
    assert list(loaded.tables.extractions) == ["a.txt", "a (2).txt"]
    assert [(twin.name, twin.of, twin.revised) for twin in loaded.tables.twins.values()] == [("b.txt", "a.txt", False)]


def test_a_seed_and_an_upload_are_the_same_thing(catalog: Catalog) -> None:
    name, content = data.seed_files()[0]
    one, again = (data.load(data.Given(((name, held),)), catalog) for held in (content, bytes(content)))
    assert one.tables is again.tables
    assert one.stamp == again.stamp


def test_stamp_changes_with_the_files(catalog: Catalog) -> None:
    stamps = {data.load(data.Given(data.seed_files()[:count]), catalog).stamp for count in range(4)}
    assert len(stamps) == 4


def test_progress_counts_every_file(catalog: Catalog) -> None:
    told: list[tuple[int, int, str]] = []
    data.load(data.Given((("x.txt", b""), ("y.txt", REPORT.encode()))), catalog, progress=lambda *step: told.append(step))
    assert told == [(0, 2, "x.txt"), (1, 2, "y.txt")]


BAD = [
    pytest.param("empty.txt", b"", id="empty file"),
    pytest.param("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, id="picture named txt"),
    pytest.param("letter.txt", "你好,明天见。".encode(), id="no report in it"),
    pytest.param("noise.txt", bytes(range(128, 256)) * 20, id="noise"),
    pytest.param("blank.txt", b" \n\t\n", id="blanks alone"),
    pytest.param("<img src=x>.txt", b"", id="markup for a name"),
]


@pytest.mark.parametrize(("name", "content"), BAD)
def test_a_bad_file_is_one_named_failure_and_the_others_go_on(name: str, content: bytes, catalog: Catalog) -> None:
    loaded = data.load(data.Given(((name, content), ("good.txt", REPORT.encode()))), catalog)
    assert list(loaded.tables.failures) == [name]
    assert list(loaded.tables.extractions) == ["good.txt"]


def test_uploads_join_the_comparison_and_bad_ones_are_listed() -> None:
    at = with_files(opened(), ("new.txt", REPORT.encode()), ("<b>empty</b>.txt", b""))
    said = words_of(at)
    assert "已读 6 份报告，1 份无法读取" in said
    assert "<b>empty</b>.txt：文件是空的。处理办法：请从来源处重新获取。" in said
    assert "98.6%" in at.dataframe[0].value["text"].tolist()


FAULTY = [
    pytest.param("zh", "无法读取", "p.txt：文件名的后缀是 .txt，内容却是图片（PNG）。处理办法：请把其中的文字存为", id="zh"),
    pytest.param("en", "unreadable", "p.txt: it is a picture (PNG) under the name of a .txt file. What to do: give", id="en"),
]


@pytest.mark.parametrize(("lang", "cause", "line"), FAULTY)
def test_a_bad_file_is_told_in_the_language_of_the_page(lang: str, cause: str, line: str) -> None:
    at = with_files(
        opened("coverage", lang=lang, indicator="mediation_success_rate"), ("p.txt", b"\x89PNG\r\n\x1a\n" + bytes(40))
    )
    assert line in words_of(at)
    blanks = at.dataframe[1].value.set_index("place").loc["p.txt"]
    assert blanks["cause"] == cause
    assert blanks["detail"] in line


def test_an_added_report_is_in_no_comparison_before_it_joins(catalog: Catalog) -> None:
    file = ("new.txt", REPORT.encode())
    waits = data.load(data.Given(added=(file,)), catalog)
    assert list(waits.waiting) == ["new.txt"]
    assert waits.tables.panel.empty
    assert [line.name for line in waits.log] == ["new.txt"]
    joins = data.load(data.Given(added=(file,)), catalog, joined={data.digest_of(file[1])})
    assert not joins.waiting
    assert list(joins.tables.extractions) == ["new.txt"]
    assert joins.stamp != waits.stamp


def test_uploads_alone() -> None:
    at = with_files(opened(seeds="0"), ("new.txt", REPORT.encode()))
    assert WORDS.say("loaded", "zh", read=1, failed=0, readings=2, refusals=0) in words_of(at)
    assert at.dataframe[0].value["text"].tolist() == ["98.6%"]


HOSTILE = REPORT.replace("调解成功率98.6%", "<script>alert(1)</script>调解成功率98.6%<img src=x onerror=alert(2)>")


@pytest.mark.parametrize("start", ["compare", "evidence"])
def test_markup_in_a_report_stays_text(start: str) -> None:
    at = with_files(opened(start, seeds="0"), ("bad.txt", HOSTILE.encode()))
    bodies = [element.proto.body for element in at.get("html") if "setTimeout" not in element.proto.body]
    assert any("调解成功率" in body for body in bodies)
    assert not any("<script" in body or "<img" in body for body in bodies)


FAULTS = [
    pytest.param("", "文件是空的", id="empty"),
    pytest.param("version: 1\nunits: [", "不合 YAML 格式", id="cut in half"),
    pytest.param("nonsense: true\n", "", id="unknown key"),
]


@pytest.mark.parametrize(("text", "problem"), FAULTS)
def test_a_faulty_catalogue_stops_the_page_with_its_line(
    text: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "metrics.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(data, "CATALOG", path)
    with pytest.raises(CatalogError):
        data.catalog_of(path)
    at = opened()
    assert [error.value for error in at.error] == ["指标目录 metrics.yaml 有错，无法读取报告"]
    lines = at.code[0].value.splitlines()
    assert lines[0] == "文件：metrics.yaml"
    assert [line.partition("：")[0] for line in lines] == ["文件", "行号", "错误", "改法"]
    assert problem in at.code[0].value
    assert at.dataframe == []


def test_a_missing_catalogue_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "CATALOG", tmp_path / "none.yaml")
    at = opened(lang="en")
    assert len(at.error) == 1
    assert [line.partition(":")[0] for line in at.code[0].value.splitlines()] == ["File", "Fault", "Cure"]


def test_a_fault_in_an_indicator_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "metrics.yaml"
    path.write_text(data.CATALOG.read_text("utf-8").replace("    kind: rate\n", "    kind: rat\n", 1), encoding="utf-8")
    monkeypatch.setattr(data, "CATALOG", path)
    labels = [line.partition("：")[0] for line in opened().code[0].value.splitlines()]
    assert labels == ["文件", "行号", "指标", "键", "错误", "改法"]


def test_the_catalogue_is_read_again_when_its_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whether it proves itself is not asked here, and takes long.
    monkeypatch.setattr(data, "load_catalog", read_catalog)
    path = tmp_path / "metrics.yaml"
    path.write_bytes(data.CATALOG.read_bytes())
    first = data.catalog_of(path)
    assert data.catalog_of(path) is first
    path.write_bytes(path.read_bytes() + b"\n# changed\n")
    assert data.catalog_of(path).digest != first.digest
