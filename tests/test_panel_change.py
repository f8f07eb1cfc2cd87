"""Changes: points for rates, percent for counts, units for few; ranges where bounds leave them open."""

from __future__ import annotations

import math

import pytest

from panel.change import Change, change, format_change

INF = math.inf
CHANGES = {
    "a rate rises by points": ("%", (91, 91), (96, 96), Change(5, 5, False), "+5个百分点", "+5 points"),
    "a rate falls": ("%", (98.5, 98.5), (97.4, 97.4), Change(-1.1, -1.1, False), "-1.1个百分点", "-1.1 points"),
    "a rate stays": ("%", (100, 100), (100, 100), Change(0, 0, False), "0个百分点", "0 points"),
    "at least 95 and then 98": ("%", (95, 100), (98, 98), Change(-2, 3, False), "-2 至 +3个百分点", "-2 to +3 points"),
    "a count rises by percent": ("件", (200, 200), (250, 250), Change(25, 25, True), "+25%", "+25%"),
    "a count falls by a third": ("件", (300, 300), (200, 200), Change(-33.3, -33.3, True), "-33.3%", "-33.3%"),
    "few cases": ("件", (2, 2), (3, 3), Change(1, 1, False), "+1", "+1"),
    "none before": ("件", (0, 0), (30, 30), Change(30, 30, False), "+30", "+30"),
    "about 400 and then 440": ("件", (400, 410), (440, 440), Change(7.3, 10, True), "+7.3 至 +10%", "+7.3 to +10%"),
}


@pytest.mark.parametrize(("unit", "earlier", "later", "expected", "zh", "en"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_told(
    unit: str, earlier: tuple[float, float], later: tuple[float, float], expected: Change, zh: str, en: str
) -> None:
    found = change(unit, earlier, later)
    assert found == expected
    assert (format_change(found, unit), format_change(found, unit, "en")) == (zh, en)


@pytest.mark.parametrize("open_end", [(500, INF), (math.nan, math.nan)])
def test_what_is_open_or_missing_has_no_change(open_end: tuple[float, float]) -> None:
    assert change("件", open_end, (600, 600)) is None
    assert change("件", (600, 600), open_end) is None
    assert format_change(None, "件") == ""


SIGNS = [((91, 91), (96, 96), 1), ((96, 96), (91, 91), -1), ((95, 100), (98, 98), 0), ((96, 96), (96, 96), 0)]


@pytest.mark.parametrize(("earlier", "later", "sign"), SIGNS)
def test_it_rose_or_fell_only_where_that_is_sure(earlier: tuple[float, float], later: tuple[float, float], sign: int) -> None:
    found = change("%", earlier, later)
    assert found is not None
    assert found.sign == sign
