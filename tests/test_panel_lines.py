"""Lines of like figures over the years: the likeness with most figures, gaps left open, nothing borrowed."""

from __future__ import annotations

from samples import Given, county, extraction, tables_of

from panel.build import Tables
from panel.cell_arrays import CellArrays
from panel.compare import cells
from panel.lines import Lines, lines_of
from panel.selection import Selection

RATE = Selection(indicators=("success_rate",))


def lined(tables: Tables, selection: Selection = RATE, most: int = 6) -> Lines | None:
    return lines_of(CellArrays.of(cells(tables, selection)), most)


def figures(tables: Tables, found: Lines, selection: Selection = RATE) -> dict[str, dict[int, float]]:
    values = cells(tables, selection)["value"].tolist()
    return {place: {year: values[at] for year, at in line.items()} for place, line in found.lines}


def the_tables() -> Tables:
    told = {("甲镇", 2020): "90", ("甲镇", 2022): "91", ("乙镇", 2020): "80", ("乙镇", 2021): "81", ("乙镇", 2022): "82", ("丙镇", 2021): "70"}
    return tables_of(
        *(extraction(place, year, Given("success_rate", value)) for (place, year), value in told.items()),
        *(extraction(county("丁县"), year, Given("success_rate", "99")) for year in (2020, 2021)),
        extraction("戊镇", 2020, Given("success_rate", "60", scope="矿区")),
        extraction("戊镇", 2021, Given("success_rate", "61", scope="矿区")),
        extraction("己镇", None, Given("success_rate", "50")),
    )


def test_the_likeness_with_most_figures_has_its_places_with_two_years_or_more() -> None:
    tables = the_tables()
    found = lined(tables)
    assert found is not None
    assert (found.level, found.base, found.scope, list(found.years), found.places) == ("township", "unstated", None, [2020, 2021, 2022], 2)
    assert figures(tables, found) == {"乙镇": {2020: 80, 2021: 81, 2022: 82}, "甲镇": {2020: 90, 2022: 91}}


def test_no_more_lines_than_asked_for_and_those_with_most_years() -> None:
    tables = the_tables()
    found = lined(tables, most=1)
    assert found is not None
    assert ([place for place, _ in found.lines], found.places) == (["乙镇"], 2)


def test_a_borrowed_figure_is_no_point() -> None:
    tables = tables_of(extraction("甲镇", 2020, Given("success_rate", "90")), extraction("甲镇", 2021))
    assert lined(tables, Selection(indicators=("success_rate",), borrow=1)) is None


def test_without_two_years_of_a_place_there_are_no_lines() -> None:
    assert lined(tables_of(extraction("甲镇", 2020, Given("success_rate", "90")), extraction("乙镇", 2021, Given("success_rate", "90")))) is None
    assert lined(tables_of()) is None
