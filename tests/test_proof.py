"""The catalogue proves itself, and one that does not is refused with file, line, indicator and cure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extract import CatalogError, load_catalog, prove
from extract.catalog import Catalog, read_catalog

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
    broken = changed(old, new, tmp_path)
    fault = prove(alone(read_catalog(broken), indicator)).faults[0]
    assert words in str(fault)
    assert fault.indicator == indicator
    assert fault.line is not None
    assert str(fault).startswith(f"{broken}:{fault.line} [{indicator}] ")
    assert fault.cure


def test_a_pattern_that_reads_no_example_is_a_fault(tmp_path: Path) -> None:
    old = "      - {id: name, name: '(?<!胜)败诉率'"
    broken = changed(old, f"      - {{id: unused, text: '输官司<rate>'}}\n{old}", tmp_path)
    faults = prove(alone(read_catalog(broken), "litigation_loss_rate")).faults
    assert ["the pattern unused reads none of the examples" in str(fault) for fault in faults] == [True]


def test_a_catalogue_that_fails_is_not_loaded(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"should give 99\.7 exact stated and gives 99\.6"):
        load_catalog(changed("调解成功率达99.6%。', gives: '99.6'}", "调解成功率达99.6%。', gives: '99.7'}", tmp_path))


def changed(old: str, new: str, folder: Path) -> Path:
    """The project's catalogue with some words changed."""
    source = METRICS.read_text("utf-8")
    assert old in source
    path = folder / "metrics.yaml"
    path.write_text(source.replace(old, new, 1), "utf-8")
    return path


def alone(catalog: Catalog, indicator: str) -> Catalog:
    """The catalogue with one indicator, which is proved sooner than all."""
    return replace(catalog, indicators={indicator: catalog.indicators[indicator]}, relations={}, derived={})
