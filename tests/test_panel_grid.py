"""The grid of a selection: the very cells that the table has, whatever is worked out at a time."""

from __future__ import annotations

import numpy as np
import pytest
from samples import tables_of
from workbooks import sample

from panel import grid
from panel.cell_arrays import NUMBERS, TEXTS, CellArrays
from panel.compare import cells
from panel.keeping import Kept
from panel.selection import Selection


@pytest.mark.parametrize("part", [1, 3, 8])
@pytest.mark.parametrize("selection", [Selection(), Selection(indicators=("cases", "success_rate", "cases")), Selection(years=(2022,))])
def test_the_cells_are_those_of_the_table(part: int, selection: Selection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "PART", part)
    found, held = grid.grid_of(sample(), selection), cells(sample(), selection)
    want = CellArrays.of(held)
    assert len(found) == len(held)
    for name in NUMBERS:
        np.testing.assert_array_equal(found.cells.columns[name], want.columns[name])
    for name in TEXTS:
        assert found.cells.columns[name].tolist() == want.columns[name].tolist()
    for one in ("valued", "told", "borrowed"):
        assert getattr(found.cells, one).tolist() == getattr(want, one).tolist()
    assert [sorted(texts) for texts in found.texts] == [sorted(set(held["text"].iloc[at :: found.width])) for at in range(found.width)]
    assert found.slots.columns["place"].tolist() == held["place"].iloc[:: found.width].tolist()


def test_no_cells_are_kept_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[object] = []
    table = Kept.table
    monkeypatch.setattr(Kept, "table", lambda self, key, make: kept.append(key) or table(self, key, make))
    grid.grid_of(sample(), Selection())
    assert "cells" not in {key[0] for key in kept if isinstance(key, tuple)}
    cells(sample(), Selection())
    assert "cells" in {key[0] for key in kept if isinstance(key, tuple)}


def test_without_reports_there_are_no_cells() -> None:
    found = grid.grid_of(tables_of(), Selection())
    assert (len(found), found.width, len(found.texts)) == (0, 4, 4)


def test_an_indicator_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="no_such"):
        grid.grid_of(sample(), Selection(indicators=("no_such",)))
