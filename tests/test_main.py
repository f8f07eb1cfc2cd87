"""The command line: what each command prints and its exit code, with a small catalogue of its own; the seeds with the real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract import memory
from extract.__main__ import main

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"

CATALOG = """\
version: "9.9"
units:
  "%": {name_en: percent, words: ["%"]}
  件: {name_en: cases, words: [件, 宗]}
measures: []
topics: {}
fragments: {}
themes:
  law: {name: 法治, name_en: Law}
derived: []
indicators:
  - &count
    id: received
    name: 行政复议收案数
    name_en: Applications
    theme: law
    unit: 件
    kind: count
    better: none
    levels: [township]
    definition: 收到的申请
    definition_en: applications received
    base: null
    bases: []
    version: 1
    numerator: null
    decimals: 0
    law: null
    bounds: [0, null]
    comparability: B
    note: 口径不一。
    note_en: Scopes differ.
    synonyms: [行政复议]
    patterns:
      - id: verb
        text: 收到行政复议申请<count>
    examples:
      - text: 收到行政复议申请41件。
        gives: 41
      - text: 收到行政复议申请0件。
        gives: 0
    counterexamples:
      - text: 收到来信41件。
        why: 来信
    checks: []
  - id: success
    name: 调解成功率
    name_en: Success rate
    theme: law
    unit: "%"
    kind: rate
    better: higher
    levels: [township]
    definition: 成功的比例
    definition_en: share that succeeded
    base: 全部纠纷
    bases: [全部纠纷]
    version: 2
    numerator: 经过审核的
    decimals: 2
    law: 行政处罚法第五十八条
    bounds: [0, 100]
    comparability: C
    note: 口径不一。
    note_en: Scopes differ.
    synonyms: [调解成功率]
    patterns:
      - id: name
        name: 调解成功率
    examples:
      - text: 调解成功率98.3%。
        gives: 98.3
      - text: 调解成功率达95%以上。
        gives: ">=95"
    counterexamples:
      - text: 满意率98%。
        why: 满意率
    checks: []
"""
REPORT = """\
泗门镇2022年度法治政府建设年度报告

一、主要工作

2022年,收到行政复议申请41件,调解成功率达95%以上。

二、2023年工作计划

2023年,力争调解成功率达到100%。
"""


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(CATALOG.replace("&count\n    ", ""), encoding="utf-8")
    return str(path)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "泗门镇.txt").write_text(REPORT, encoding="utf-8")
    return folder


def jsonl(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


KEYS = ["doc", "locality", "level", "year", "indicator", "name", "value", "unit", "qualifier", "basis", "scope", "main", "start", "end", "quote", "pattern"]


def test_read_jsonl_gives_an_object_a_line(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(reports), "--format", "jsonl", "--catalog", catalog]) == 0
    first, second = jsonl(capsys)
    assert list(first) == KEYS
    assert first == {
        "doc": "泗门镇.txt", "locality": "泗门镇", "level": "township", "year": 2022, "indicator": "received", "name": "行政复议收案数",
        "value": 41, "unit": "件", "qualifier": "exact", "basis": "stated", "scope": None, "main": True,
        "start": REPORT.index("收到"), "end": REPORT.index(",调解"), "quote": "收到行政复议申请41件", "pattern": "verb",
    }  # fmt: skip
    assert (second["value"], second["qualifier"]) == (95, "min")


def test_read_jsonl_keeps_chinese_and_fractions(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "泗门镇.txt").write_text(REPORT.replace("95%以上", "99.25%").replace("41件", "0件"), encoding="utf-8")
    main(["read", str(reports), "--format", "jsonl", "--catalog", catalog])
    out = capsys.readouterr().out
    assert '"value": 0,' in out
    assert '"value": 99.25,' in out
    assert '"locality": "泗门镇"' in out


def test_refused_jsonl_says_why(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(reports), "--refused", "--format", "jsonl", "--catalog", catalog]) == 0
    (refusal,) = jsonl(capsys)
    assert list(refusal) == [*KEYS, "reason", "detail"]
    assert (refusal["indicator"], refusal["value"], refusal["main"]) == ("success", 100, False)
    assert refusal["reason"] in ("plan", "target")
    assert refusal["quote"] == REPORT[int(str(refusal["start"])) : int(str(refusal["end"]))]


def test_read_prints_an_aligned_table(
    catalog: str, reports: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["read", str(reports), "--catalog", catalog]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "文件        地区    年度  指标            数值  单位  依据  主  范围  原文",
        "──────────  ──────  ────  ──────────────  ────  ────  ────  ──  ────  ────────────────────",
        "泗门镇.txt  泗门镇  2022  行政复议收案数    41  件    原文  是        收到行政复议申请41件",
        "泗门镇.txt  泗门镇  2022  调解成功率       ≥95  %     原文  是        调解成功率达95%以上",
    ]


def test_refused_prints_the_reasons(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(reports), "--refused", "--catalog", catalog]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert "理由" in lines[0]
    assert "100" in lines[2]


def test_indicator_chooses(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(reports), "--format", "jsonl", "--indicator", "success", "--catalog", catalog]) == 0
    assert [record["indicator"] for record in jsonl(capsys)] == ["success"]
    main(["read", str(reports), "--format", "jsonl", "--indicator", "success", "--indicator", "received", "--catalog", catalog])
    assert len(jsonl(capsys)) == 2


def test_nothing_read_is_said(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "泗门镇.txt").write_text("泗门镇2022年度法治政府建设年度报告\n\n全镇开展普法宣传。", encoding="utf-8")
    assert main(["read", str(reports), "--catalog", catalog]) == 0
    assert capsys.readouterr().out == "没有读数。\n"


def test_what_has_not_changed_is_not_read_again(
    catalog: str, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(memory, "cache_folder", lambda: tmp_path / "cache")
    totals, shown = [], []
    for more in ([], [], ["--again"]):
        assert main(["read", str(reports), "--catalog", catalog, *more]) == 0
        out, err = capsys.readouterr()
        shown.append(out)
        totals.append(err.splitlines()[-1])
    assert totals == ["1 files: 1 read.", "1 files: 1 read. 1 unchanged since an earlier run, not read again.", "1 files: 1 read."]
    assert shown == [shown[0]] * 3


BAD_FILES = {
    "empty": ("空.txt", b"", "空.txt: the file is empty"),
    "picture": ("图.txt", b"\x89PNG\r\n\x1a\n", "图.txt: it is a picture (PNG)"),
    "unknown kind": ("包.rar", b"Rar!", "包.rar: files of the kind .rar can't be read"),
    "cut word": ("新.docx", b"PK\x03\x04", "新.docx: it is no sound docx"),
    "no report": ("诗.txt", "床前明月光。".encode(), "诗.txt: no report"),
}


@pytest.mark.parametrize(("name", "data", "line"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_one_line_and_the_others_are_read(
    name: str, data: bytes, line: str, catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / name).write_bytes(data)
    assert main(["read", str(reports), "--again", "--format", "jsonl", "--catalog", catalog]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    told, total = err.splitlines()
    assert told.startswith(line)
    assert ". To mend it: " in told
    assert total in ("2 files: 1 read, 1 failed.", "2 files: 1 read, 1 set aside.")


def test_a_report_without_a_year_is_read_and_noted(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "泗门镇.txt").write_text("全镇收到行政复议申请41件。", encoding="utf-8")
    assert main(["read", str(reports), "--format", "jsonl", "--catalog", catalog]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err.startswith("泗门镇.txt: note: ")


def test_control_characters_of_a_report_do_not_reach_the_terminal(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "泗门镇.txt").write_text(REPORT.replace("收到行政", "收到\x1b[2J行政").replace("达95%", "\x1b[31m达95%"), encoding="utf-8")
    main(["read", str(reports), "--catalog", catalog])
    assert "\x1b" not in capsys.readouterr().out


WRONG_CALLS = {
    "no such report to check": (["check", "nowhere"], "nowhere: there is no such file or folder"),
    "no such labelled passages": (["check", "--cases", "nowhere.jsonl"], "nowhere.jsonl: it cannot be read"),
    "no labelled passages": (["check", "--cases", "{reports}/泗门镇.txt"], "泗门镇.txt:1: no labelled passage"),
    "nothing to write": (["check", "--write", "x.json"], "--write needs --cases"),
    "no such path": (["read", "nowhere"], "nowhere: there is no such file or folder"),
    "no such indicator": (["read", "{reports}", "--indicator", "recieved"], "--indicator recieved: the catalogue has no such indicator; is it received?"),
    "an empty folder": (["read", "{empty}"], "no report stands in"),
}


@pytest.mark.parametrize(("argv", "line"), WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_is_named(
    argv: list[str], line: str, catalog: str, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    places = {"{reports}": str(reports), "{empty}": str(tmp_path / "empty")}
    call = [word.replace("{reports}", places["{reports}"]).replace("{empty}", places["{empty}"]) for word in argv]
    assert main(call if "--catalog" in call else [*call, "--catalog", catalog]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert line in err


@pytest.mark.parametrize("argv", [[], ["read"], ["write"], ["read", ".", "--format", "xml"], ["try", "句", "--year", "今年"]])
def test_a_call_that_cannot_be_parsed_exits_with_2(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2


def test_check_counts_what_holds(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--catalog", catalog]) == 0
    out = capsys.readouterr().out
    assert out.startswith("small.yaml 9.9 (")
    assert "2 indicators, 2 patterns, 1 themes, 2 units; 4 examples and 2 counterexamples run, 0 doubts, 0 faults." in out


def test_check_tells_what_is_doubtful_in_both_languages(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(catalog)
    path.write_text(path.read_text("utf-8").replace("synonyms: [调解成功率]", "synonyms: [调解成功率, 行政复议]"), "utf-8")
    assert main(["check", "--catalog", catalog]) == 0
    out, err = capsys.readouterr()
    assert "1 doubts, 0 faults." in out
    chinese, english = err.splitlines()
    assert "[success] synonyms：别名“行政复议”也属于 received。改法：" in chinese
    assert "[success] synonyms: the synonym “行政复议” is also one of received. To mend it: " in english


def test_check_counts_the_patterns_over_reports(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(reports), "--catalog", catalog]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["指标", "句式", "命中", "独自", "矛盾", "同时命中的句式", "未采用"]
    assert lines[2] == ["行政复议收案数", "verb", "1", "1", "0"]
    assert lines[3][:5] == ["调解成功率", "name", "2", "2", "0"]
    assert lines[3][5:] in (["计划", "1"], ["目标", "1"])


def test_check_counts_the_patterns_over_the_examples(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--patterns", "--catalog", catalog]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[2] for line in lines[2:4]] == ["2", "2"]


def test_check_measures_labelled_passages(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = [
        {"text": "收到行政复议申请41件。", "year": 2022, "readings": [{"indicator": "received", "value": 41}]},
        {"text": "调解成功率98%。", "year": 2022, "readings": [{"indicator": "success", "value": 97}]},
    ]
    (tmp_path / "cases.jsonl").write_text("\n".join(json.dumps(row) for row in labels), "utf-8")
    written = tmp_path / "accuracy.json"
    assert main(["check", "--cases", str(tmp_path / "cases.jsonl"), "--write", str(written), "--catalog", catalog]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["行政复议收案数", "verb", "2", "2", "0", "100.0%"] in lines
    assert ["调解成功率", "name", "2", "2", "0", "0.0%"] in lines
    assert ["行政复议收案数", "1", "0", "0", "100.0%", "100.0%"] in lines
    assert ["合计", "2", "1", "1", "50.0%", "50.0%"] in lines
    assert json.loads(written.read_text("utf-8")) == {"received": [1, 0, 0], "success": [0, 1, 1]}


def test_check_names_a_report_that_it_cannot_read(catalog: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "空.txt").write_bytes(b"")
    assert main(["check", str(reports), "--catalog", catalog]) == 1
    assert capsys.readouterr().err.startswith("空.txt: the file is empty")


FAULTY = {
    "an example that fails": ("gives: 41", "gives: 42", "[received] examples: the example"),
    "a counterexample that is read": ("收到来信41件。", "收到行政复议申请7件。", "[received] counterexamples: the counterexample"),
    "an unknown key": ("better: higher", "beter: higher", "[success]: unknown key 'beter'"),
    "cut in half": (CATALOG[len(CATALOG) // 2 :], "", "small.yaml"),
}


@pytest.mark.parametrize(("old", "new", "line"), FAULTY.values(), ids=FAULTY)
@pytest.mark.parametrize("command", [["check"], ["read", "."], ["try", "句"]], ids=lambda command: command[0])
def test_a_faulty_catalogue_is_named(
    command: list[str], old: str, new: str, line: str, catalog: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(catalog)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert main([*command, "--catalog", catalog]) == 2
    chinese, english = capsys.readouterr().err.splitlines()[:2]
    assert line in english
    assert ". To mend it: " in english
    assert "。改法：" in chinese
    place = english[: english.index(": ")]
    assert place.startswith(catalog + ":")
    assert chinese.startswith(place)


def test_a_catalogue_that_is_not_there_is_named_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--catalog", "nowhere.yaml"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "nowhere.yaml：指标目录读不了：No such file or directory。改法：给出目录文件的路径，并允许读取。",
        "nowhere.yaml: the catalogue cannot be read: No such file or directory. To mend it: give the path of the catalogue, and leave to read it.",
    ]


def test_try_explains_a_sentence(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "收到行政复议申请41件。下一步,力争调解成功率达到100%。"
    assert main(["try", sentence, "--year", "2022", "--catalog", catalog]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "工作  收到行政复议申请【41件】1。"
    assert lines[1].startswith("计划  下一步,力争调解成功率达到【100%】2")
    assert lines[2] == "1. 读数：行政复议收案数 received = 41件 原文 · “收到行政复议申请41件” · verb"
    assert lines[3].startswith("2. 未采用：调解成功率 success = 100% 原文 · 理由：")


@pytest.mark.parametrize(
    ("sentence", "line"),
    [("提高调解成功率。", "没有读数。提到的指标：调解成功率 success"), ("天气很好。", "没有读数，也没有提到任何指标。")],
)
def test_try_says_when_there_is_nothing(sentence: str, line: str, catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["try", sentence, "--catalog", catalog]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == line


def run(*argv: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "extract", *argv]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False, env={**os.environ, **env})


def test_the_output_is_utf8_whatever_the_locale(catalog: str, reports: Path) -> None:
    done = run("read", str(reports), "--catalog", catalog, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "行政复议收案数" in done.stdout.decode("utf-8")


def test_a_reader_that_stops_early_is_no_fault(catalog: str, reports: Path) -> None:
    command = f'"{sys.executable}" -m extract read "{reports}" --catalog "{catalog}" --format jsonl | true'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_seeds_are_read_with_the_real_catalogue() -> None:
    done = run("read", "seeds", "--again", "--format", "jsonl")
    assert (done.returncode, done.stderr.decode()) == (0, "5 files: 5 read.\n")
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert {(r["doc"][:3], r["locality"], r["level"], r["year"]) for r in records} == {
        ("000", "泗门镇", "township", 2022),
        ("001", "清溪镇", "township", 2021),
        ("002", "新昌县", "county", 2019),
        ("003", "凤翔区", "county", 2023),
        ("004", "中峰镇", "township", 2020),
    }
    texts = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    for record in records:
        assert list(record) == KEYS
        assert texts[record["doc"]][record["start"] : record["end"]] == record["quote"]
