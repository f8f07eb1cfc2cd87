"""The catalogue's section `relations`: what is read, and the fault that each mistake is, with its line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_catalog import BASE

from extract.catalog import FigureRelation, read_catalog
from extract.catalog_faults import CatalogError
from extract.catalog_schema import Counterexample, RelationExample
from extract.model import Holds, Outcome
from extract.proof import prove

SECTION = """relations:
  - id: settled
    name: 收到 = 已办 + 未办
    name_en: received = settled + pending
    holds: sum
    text: "收到<whole>,办结<part>,未办结<part>"
    examples:
      - text: 收到9件,办结7件,未办结1件。
        gives: remainder
    counterexamples:
      - text: 收到9件。
        why: 一个数
"""


def written(tmp_path: Path, section: str) -> Path:
    path = tmp_path / "metrics.yaml"
    path.write_text(BASE.replace("indicators:\n", f"{section}indicators:\n", 1), "utf-8")
    return path


def test_every_part_of_a_relation_is_read(tmp_path: Path) -> None:
    catalog = read_catalog(written(tmp_path, SECTION))
    (relation,) = catalog.relations.values()
    assert relation == FigureRelation(
        id="settled",
        name="收到 = 已办 + 未办",
        name_en="received = settled + pending",
        holds=Holds.SUM,
        source="收到<whole>,办结<part>,未办结<part>",
        examples=(RelationExample("收到9件,办结7件,未办结1件。", Outcome.REMAINDER, relation.line + 6),),
        counterexamples=(Counterexample("收到9件。", "一个数", None, relation.line + 9),),
        line=relation.line,
    )
    assert (tmp_path / "metrics.yaml").read_text("utf-8").splitlines()[relation.line - 1].strip() == "- id: settled"


def test_a_catalogue_may_be_without_relations(tmp_path: Path) -> None:
    assert read_catalog(written(tmp_path, "")).relations == {}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    name_en: received = settled + pending\n", "", "has no 'name_en'"),
        ("holds: sum", "holds: total", "unknown relation 'total'"),
        ("未办结<part>", "未办结<count>", "cannot hold the placeholder <count>"),
        ("收到<whole>", "收到<n>", "needs <whole>"),
        ("收到<whole>", "收到<whole>或<whole>", "the placeholder <whole> stands twice"),
        ("holds: sum", "holds: ratio", "needs <rate>"),
        ("收到<whole>", "(?P<base>收到)<whole>", "has a group named 'base'"),
        ("gives: remainder", "gives: cut", "unknown outcome of sum 'cut'"),
        ("gives: remainder", "gives: 1", "must be text but is a number"),
        ("    examples:\n      - text: 收到9件,办结7件,未办结1件。\n        gives: remainder\n", "    examples: []\n", "no example"),
        ("    counterexamples:\n      - text: 收到9件。\n        why: 一个数\n", "    counterexamples: []\n", "no counterexample"),
        ("id: settled", "id: Settled", "'Settled' is no id"),
        ("    holds: sum\n", "    holds: sum\n    unit: 件\n", "unknown key 'unit'"),
    ],
)
def test_faults_name_line_relation_and_cure(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in SECTION
    with pytest.raises(CatalogError) as fault:
        read_catalog(written(tmp_path, SECTION.replace(old, new, 1)))
    assert problem in fault.value.problem
    assert fault.value.cure
    assert fault.value.line is not None
    assert fault.value.indicator == ("Settled" if "Settled" in new else "settled")


def test_an_id_given_twice(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="the id 'settled' is taken by the relation at line"):
        read_catalog(written(tmp_path, SECTION + SECTION.removeprefix("relations:\n")))


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("gives: remainder", "gives: remainder", []),
        ("gives: remainder", "gives: agrees", ["should give agrees and gives remainder"]),
        ("text: 收到9件。", "text: 收到9件,办结7件,未办结2件。", ["should give nothing and gives agrees"]),
    ],
)
def test_the_examples_are_proved(tmp_path: Path, old: str, new: str, faults: list[str]) -> None:
    catalog = read_catalog(written(tmp_path, SECTION.replace(old, new, 1)))
    found = [fault for fault in prove(catalog).faults if fault.indicator == "settled"]
    assert len(found) == len(faults)
    assert all(part in fault.problem for fault, part in zip(found, faults, strict=True))


def test_parts_of_an_indicator_are_listed_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "metrics.yaml"
    path.write_text(BASE.replace("      - at_most: rate\n", "      - parts: listed\n"), "utf-8")
    (check,) = read_catalog(path).indicators["docs"].checks
    assert (check.relation, check.indicators) == ("parts", ())
    path.write_text(BASE.replace("      - at_most: rate\n", "      - parts: all\n"), "utf-8")
    with pytest.raises(CatalogError, match="unknown way to give parts 'all'"):
        read_catalog(path)
