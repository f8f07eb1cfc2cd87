"""The workbook and the data package tell how far they are, end when they are told to, and are the same for having told it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from workbooks import MADE, sample

from exports import excel
from exports.data_package import to_zip
from exports.excel import STEPS, to_xlsx

Make = Callable[..., bytes]


class StopMe(BaseException):
    """What a page raises in whatever it is told by, when its reader has clicked on something else."""


def test_a_workbook_tells_its_reports_then_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "EVERY_REPORTS", 2)
    monkeypatch.setattr(excel, "EVERY_ROWS", 10)
    told: list[tuple[int, int]] = []
    data = to_xlsx(sample(), made=MADE, progress=lambda *step: told.append(step))
    assert data == to_xlsx(sample(), made=MADE)
    reports = [done for step, done in told if step == 0]
    rows = told[len(reports) :]
    assert reports == list(range(2, len(reports) * 2 + 1, 2))
    assert reports[-1] <= len(sample().extractions)
    assert rows == sorted(rows)
    assert {step for step, _ in rows} == set(range(1, STEPS))
    counted = [done for _, done in rows if not done % 10]
    assert list(dict.fromkeys(counted)) == list(range(0 if counted[0] == 0 else 10, counted[-1] + 1, 10))


def test_a_package_tells_each_table_before_it_is_written() -> None:
    told: list[tuple[int, int]] = []
    assert to_zip(sample(), made=MADE, progress=lambda *step: told.append(step)) == to_zip(sample(), made=MADE)
    assert told == [(number, 7) for number in range(7)]


@pytest.mark.parametrize("make", [to_xlsx, to_zip])
def test_what_is_raised_on_the_way_ends_it(make: Make) -> None:
    def stop(done: int, _: int) -> None:
        if done == 2:
            raise StopMe

    with pytest.raises(StopMe):
        make(sample(), made=MADE, progress=stop)
