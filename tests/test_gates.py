"""The literals that a pattern cannot do without."""

from __future__ import annotations

import pytest

from extract.gates import find_gates


@pytest.mark.parametrize(
    ("source", "gate"),
    [
        ("(?:收到|接收)行政复议申请", {"行政复议申请"}),
        ("(?:受理|办理)(?P<figure>[12])", {"受理", "办理"}),
        ("(?<!不)受理(?=案)", {"受理"}),
        ("法制审[查核]", {"法制审"}),
        ("(?:审查|复核)+", {"审查", "复核"}),
    ],
)
def test_gate(source: str, gate: set[str]) -> None:
    assert gate in find_gates(source)


@pytest.mark.parametrize("source", ["[甲乙]", "(?:受理)?", "受理|[甲乙]", "受{0,2}", r"\p{Han}"])
def test_no_gate(source: str) -> None:
    assert not [gate for gate in find_gates(source) if min(map(len, gate)) > 1]
