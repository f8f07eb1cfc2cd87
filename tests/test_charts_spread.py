"""charts/_spread.py: labels keep their order, lie on none, stay in the room, and move no further than they must."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts._spread import spread

CASES = [
    pytest.param([10.0, 50.0], [20.0, 20.0], 100.0, [10.0, 50.0], id="nothing to move"),
    pytest.param([30.0, 30.0], [20.0, 20.0], 100.0, [20.0, 40.0], id="two in one place part evenly, the first above"),
    pytest.param([50.0, 45.0], [20.0, 20.0], 100.0, [57.5, 37.5], id="the order of the places, not of the list"),
    pytest.param([0.0, 0.0], [20.0, 20.0], 100.0, [10.0, 30.0], id="not above the top"),
    pytest.param([100.0, 100.0], [20.0, 20.0], 100.0, [70.0, 90.0], id="not below the bottom"),
    pytest.param([50.0, 50.0], [20.0, 40.0], 100.0, [35.0, 65.0], id="of unlike heights, both moved as far"),
    pytest.param([30.0, 30.0, 90.0], [20.0, 20.0, 20.0], 100.0, [20.0, 40.0, 90.0], id="a third far off stays"),
    pytest.param([], [], 100.0, [], id="none"),
]


@pytest.mark.parametrize(("wanted", "heights", "room", "expected"), CASES)
def test_spread(wanted: list[float], heights: list[float], room: float, expected: list[float]) -> None:
    assert spread(wanted, heights, room) == pytest.approx(expected)


@given(st.lists(st.tuples(st.floats(0, 500), st.integers(15, 60)), max_size=25))
def test_no_label_lies_on_another_or_leaves_the_room(labels: list[tuple[float, int]]) -> None:
    wanted, heights = [place for place, _ in labels], [float(height) for _, height in labels]
    room = max(500.0, sum(heights))
    placed = sorted(zip(spread(wanted, heights, room), heights, strict=True))
    for (upper, above), (lower, below) in pairwise(placed):
        assert lower - upper >= (above + below) / 2 - 1e-6
    if placed:
        assert placed[0][0] - placed[0][1] / 2 >= -1e-6
        assert placed[-1][0] + placed[-1][1] / 2 <= room + 1e-6
