"""metrics.schema.json is what the code makes; metrics.yaml meets it, and what the strict reader refuses by shape it refuses too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from extract.__main__ import main
from extract.catalog import read_catalog
from extract.catalog_fault_words import Fault
from extract.catalog_faults import CatalogError
from extract.catalog_keys import CATALOG, Listed, Record, Table
from extract.schema import make_schema

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads(make_schema())
SMALL = yaml.safe_load(
    """
version: "1.0"
units:
  "%": {name_en: percent, words: ["%"]}
  件: {name_en: cases, words: [件]}
measures: [元]
topics: {petition: 信访}
fragments: {doc: 文件}
themes:
  law: {name: 法治, name_en: Law}
derived: []
indicators:
  - id: rate
    name: 审核率
    name_en: Review rate
    theme: law
    unit: "%"
    kind: rate
    better: higher
    levels: [county]
    definition: 经过审核的比例
    definition_en: share reviewed
    base: 全部文件
    bases: [全部文件]
    base_words: {全部文件: 全部}
    version: 2
    numerator: 经过审核的
    decimals: 2
    law: 行政处罚法第五十八条
    bounds: [0, 100]
    comparability: A
    note: 几乎都是100%。
    note_en: Nearly all 100.
    synonyms: [审核率]
    patterns:
      - {id: name, name: 审核率, topic: petition, unless: 上年, measures: [元], bare: true, scope: 机关, part: true, base: 全部文件, qualifier: exact}
      - {id: all, implied: 全部审核, value: 100, topic: [petition]}
    examples:
      - {text: "审核率98.3%", gives: 98.3, year: 2022}
      - {text: "审核率达95%以上", gives: [">=95"]}
    counterexamples:
      - {text: "满意率98%", why: 另一个, year: 2022}
    checks:
      - at_most: rate
      - ratio: [rate, rate]
    adds_up: true
    breaks:
      - {year: 2024, why: 新法施行, why_en: A new law}
"""
)


def _count(key: str) -> dict[str, object]:
    """A count beside the rate, for what is derived of two."""
    own = {name: value for name, value in SMALL["indicators"][0].items() if name != "base_words"}
    said = {"patterns": [{"id": "x", "text": f"{key}<count>"}], "examples": [{"text": "x", "gives": 1}] * 2, "checks": []}
    return {**own, "id": key, "unit": "件", "kind": "count", "base": None, "bases": [], "numerator": None, **said}


SMALL["indicators"] += [_count("part"), _count("whole")]
SMALL["derived"] = [
    {"id": "share", "name": "占比", "name_en": "Share", "unit": "%", "part": "part", "whole": "whole", "note": "推算", "note_en": "From counts"}
]
SMALL["relations"] = [
    {
        "id": "settled", "name": "已办", "name_en": "Settled", "holds": "at_most", "text": "受理<whole>,办结<part>",
        "examples": [{"text": "受理2件,办结1件", "gives": "agrees"}], "counterexamples": [{"text": "办结1件", "why": "no whole"}],
    }
]  # fmt: skip
SMALL["units"]["件"]["mistaken_for"] = ["%"]
SMALL["indicators"][0]["checks"].append({"parts": "listed"})
# Faults that one value shows by itself.
OF_ONE_VALUE = {
    Fault.WRONG_KIND, Fault.BLANK, Fault.WORD_TWICE, Fault.LIST_EMPTY, Fault.NOT_WHOLE, Fault.NOT_PLAIN, Fault.NO_ID, Fault.KEY_MISSING,
    Fault.KEY_UNKNOWN, Fault.NO_LEVEL, Fault.NO_SYNONYM, Fault.BOUNDS_COUNT, Fault.DECIMALS_MANY, Fault.NO_EXAMPLE, Fault.GIVES_NO_VALUE, Fault.GIVES_UNREADABLE,
}  # fmt: skip
OTHERS: dict[str, object] = {"text": "审核", "number": 1.5, "flag": True, "nothing": None, "list": ["一"], "mapping": {"x": "一"}}


def faults(catalogue: object) -> list[str]:
    return [fault.message for fault in jsonschema.Draft7Validator(SCHEMA).iter_errors(catalogue)]


def copied() -> Any:
    return json.loads(json.dumps(SMALL))


def at(catalogue: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        catalogue = catalogue[step]
    return catalogue


def records() -> Iterator[tuple[tuple[str | int, ...], Record]]:
    """The place in SMALL of one mapping of every kind, with its Record."""

    def inside(path: tuple[str | int, ...], record: Record) -> Iterator[tuple[tuple[str | int, ...], Record]]:
        yield path, record
        for name, key in record.keys.items():
            held = at(SMALL, path).get(name)
            if isinstance(key.holds, Listed):
                yield from inside((*path, name, 0), key.holds.of)
            elif isinstance(key.holds, Table) and isinstance(key.holds.of, Record):
                yield from inside((*path, name, next(iter(held))), key.holds.of)

    yield from inside((), CATALOG)


RECORDS = list(records())


def test_the_file_is_what_the_code_makes() -> None:
    held = (ROOT / "metrics.schema.json").read_text("utf-8")
    assert held == make_schema(), "the keys have changed: run  python -m extract schema"


def test_the_schema_is_a_schema_and_explains_every_key() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert [name for _, record in RECORDS for name, key in record.keys.items() if not key.means.endswith((".", "…"))] == []


def test_the_catalogue_names_its_schema_and_meets_it() -> None:
    source = (ROOT / "metrics.yaml").read_text("utf-8")
    assert source.startswith("# yaml-language-server: $schema=metrics.schema.json\n")
    assert faults(yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))) == []
    assert faults(SMALL) == []


BROKEN: dict[str, tuple[tuple[str | int, ...], object]] = {
    "a theme without a name": (("themes", "law"), {"name_en": "Law"}),
    "a unit without words": (("units", "件", "words"), []),
    "a fragment named by a number": (("fragments",), {"2nd": "二"}),
    "a version without quotes": (("version",), 1.0),
    "an id with a capital": (("indicators", 0, "id"), "Rate"),
    "an unknown kind": (("indicators", 0, "kind"), "share"),
    "an unknown direction": (("indicators", 0, "better"), "up"),
    "an unknown level": (("indicators", 0, "levels"), ["town"]),
    "a level twice": (("indicators", 0, "levels"), ["county", "county"]),
    "no level": (("indicators", 0, "levels"), []),
    "a rate in cases": (("indicators", 0, "unit"), "件"),
    "a count in percent": (("indicators", 0, "kind"), "count"),
    "a rate without base": (("indicators", 0, "base"), None),
    "one bound": (("indicators", 0, "bounds"), [0]),
    "a bound below nothing": (("indicators", 0, "bounds"), [-1, 100]),
    "an unknown grade": (("indicators", 0, "comparability"), "D"),
    "a blank note": (("indicators", 0, "note"), " "),
    "no synonym": (("indicators", 0, "synonyms"), []),
    "no pattern": (("indicators", 0, "patterns"), []),
    "a pattern of no kind": (("indicators", 0, "patterns", 0), {"id": "x"}),
    "a pattern of two kinds": (("indicators", 0, "patterns", 0), {"id": "x", "name": "率", "text": "<rate>率"}),
    "implied without a value": (("indicators", 0, "patterns", 1), {"id": "x", "implied": "全部"}),
    "a name with a value": (("indicators", 0, "patterns", 0), {"id": "x", "name": "率", "value": 1}),
    "a qualifier that is none": (("indicators", 0, "patterns", 0, "qualifier"), "about"),
    "an empty list of topics": (("indicators", 0, "patterns", 0, "topic"), []),
    "one example": (("indicators", 0, "examples"), [{"text": "审核率98.3%", "gives": 98.3}]),
    "an example that gives nothing": (("indicators", 0, "examples", 0, "gives"), []),
    "gives words": (("indicators", 0, "examples", 0, "gives"), "three"),
    "gives an unknown basis": (("indicators", 0, "examples", 0, "gives"), "3 guessed"),
    "a year with a point": (("indicators", 0, "examples", 0, "year"), 2022.5),
    "no counterexample": (("indicators", 0, "counterexamples"), []),
    "a check of two kinds": (("indicators", 0, "checks", 0), {"at_most": "rate", "ratio": ["rate", "rate"]}),
    "a version in words": (("indicators", 0, "version"), "one"),
    "many decimals": (("indicators", 0, "decimals"), 5),
    "a rate without numerator": (("indicators", 0, "numerator"), None),
    "a count with a numerator": (("indicators", 1, "numerator"), "文件"),
    "a blank law": (("indicators", 0, "law"), " "),
    "a break in words": (("indicators", 0, "breaks", 0, "year"), "2024年"),
    "a break without a cause": (("indicators", 0, "breaks", 0, "why"), " "),
    "a derived rate in cases": (("derived", 0, "unit"), "件"),
    "parts that are not listed": (("indicators", 0, "checks", 0), {"parts": "all"}),
    "a relation that holds otherwise": (("relations", 0, "holds"), "at_least"),
    "an outcome that is none": (("relations", 0, "examples", 0, "gives"), "right"),
    "a relation without an example": (("relations", 0, "examples"), []),
    "a relation without a counterexample": (("relations", 0, "counterexamples"), []),
    "a ratio of three": (("indicators", 0, "checks", 1, "ratio"), ["rate", "rate", "rate"]),
}


@pytest.mark.parametrize(("path", "value"), BROKEN.values(), ids=BROKEN)
def test_a_broken_catalogue_fails_the_schema_and_the_reader(
    path: tuple[str | int, ...], value: object, tmp_path: Path
) -> None:
    broken = copied()
    at(broken, path[:-1])[path[-1]] = value
    assert faults(broken)
    assert refused(broken, tmp_path)


@pytest.mark.parametrize(("path", "record"), RECORDS, ids=[".".join(map(str, path)) or "file" for path, _ in RECORDS])
def test_missing_and_unknown_keys_fail_both(path: tuple[str | int, ...], record: Record, tmp_path: Path) -> None:
    for name in record.required:
        broken = copied()
        del at(broken, path)[name]
        assert faults(broken), name
        assert refused(broken, tmp_path), name
    broken = copied()
    at(broken, path)["novel"] = "x"
    assert faults(broken)
    assert refused(broken, tmp_path)


@pytest.mark.parametrize(("path", "record"), RECORDS, ids=[".".join(map(str, path)) or "file" for path, _ in RECORDS])
def test_a_value_of_another_kind_is_refused_by_both_or_by_none(path: tuple[str | int, ...], record: Record, tmp_path: Path) -> None:
    for name in record.keys:
        if name not in at(SMALL, path):
            continue
        for value in OTHERS.values():
            broken = copied()
            at(broken, path)[name] = value
            fault = refusal(broken, tmp_path)
            if faults(broken):
                assert fault is not None, (name, value)
            else:  # What only the whole file tells, such as whether a theme is defined, is not for the schema.
                assert fault is None or fault.kind not in OF_ONE_VALUE, (name, value, fault)


def refused(catalogue: object, tmp_path: Path) -> bool:
    """Whether the strict reader refuses it."""
    return refusal(catalogue, tmp_path) is not None


def refusal(catalogue: object, tmp_path: Path) -> CatalogError | None:
    path = tmp_path / "broken.yaml"
    # JSON is YAML, and written sooner.
    path.write_text(json.dumps(catalogue, ensure_ascii=False), "utf-8")
    try:
        read_catalog(path)
    except CatalogError as fault:
        return fault
    return None


def test_the_small_catalogue_is_read(tmp_path: Path) -> None:
    assert refusal(copied(), tmp_path) is None


def test_the_command_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.json"
    assert main(["schema", "--out", str(path)]) == 0
    assert path.read_bytes() == make_schema().encode()
    assert capsys.readouterr().out == f"{path} is written.\n"


def test_a_place_that_takes_no_file_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--out", str(tmp_path)]) == 2
    assert "cannot be written" in capsys.readouterr().err
