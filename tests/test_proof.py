"""The catalogue proves itself, and one that does not is refused with file, line, indicator and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import CatalogError, load_catalog, prove
from extract.catalog import Catalog

METRICS = Path(__file__).parent.parent / "metrics.yaml"


def test_every_example_and_counterexample_holds(catalog: Catalog) -> None:
    proof = prove(catalog)
    assert [str(fault) for fault in proof.faults] == []
    assert proof.examples >= 2 * len(catalog.indicators)
    assert proof.counterexamples >= len(catalog.indicators)


def test_all_indicators_are_complete(catalog: Catalog) -> None:
    assert len(catalog.indicators) == 83
    for i in catalog.indicators.values():
        assert i.patterns
        assert len(i.examples) >= 2
        assert i.counterexamples


@pytest.mark.parametrize(
    ("old", "new", "indicator", "words"),
    [
        ("调解成功率达99.6%。', gives: '99.6'}", "调解成功率达99.6%。', gives: '99.7'}", "mediation_success_rate", "should give 99.7 exact stated and gives 99.6"),
        ("gives: '>=95'}", "gives: 95}", "mediation_success_rate", "should give 95 exact stated and gives 95 min stated"),
        (
            "积案化解率100%。', why",
            "调解成功率100%。', why",
            "mediation_success_rate",
            "should give nothing and gives 100",
        ),
        ("{id: name, name: '(?<!胜)败诉率', unless", "{id: name, name: '失败率', unless", "litigation_loss_rate", "should give 3.2"),
    ],
)
def test_a_catalogue_that_fails_its_own_sentences(old: str, new: str, indicator: str, words: str, tmp_path: Path) -> None:
    source = METRICS.read_text("utf-8")
    assert old in source
    broken = tmp_path / "metrics.yaml"
    broken.write_text(source.replace(old, new, 1), "utf-8")
    with pytest.raises(CatalogError, match=words) as fault:
        load_catalog(broken)
    assert fault.value.indicator == indicator
    assert fault.value.line is not None
    assert str(fault.value).startswith(f"{broken}:{fault.value.line} [{indicator}] ")
    assert fault.value.cure


def test_a_pattern_that_reads_no_example_is_a_fault(tmp_path: Path) -> None:
    source = METRICS.read_text("utf-8")
    old = "      - {id: name, name: '(?<!胜)败诉率'"
    assert old in source
    broken = tmp_path / "metrics.yaml"
    broken.write_text(source.replace(old, f"      - {{id: unused, text: '输官司<rate>'}}\n{old}", 1), "utf-8")
    with pytest.raises(CatalogError, match="the pattern unused reads none of the examples"):
        load_catalog(broken)
