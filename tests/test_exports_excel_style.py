"""Number formats that show a qualifier without holding it, and styles made once."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from exports.excel_style import BLANK, HEAD, LINK_INK, TEXT, Look, Styles, inked, number_format, value_look


@pytest.mark.parametrize(
    ("value", "qualifier", "basis", "scoped", "told"),
    [
        (586, "exact", "stated", False, "#,##0_†_§"),
        (0, "exact", "implied", False, '#,##0"‡"_§'),
        (98.36, "exact", "stated", False, "#,##0.0###_†_§"),
        (95, "min", "stated", False, '"≥"#,##0_†_§;"≥"-#,##0_†_§'),
        (4.5, "max", "computed", True, '"≤"#,##0.0###"†""§";"≤"-#,##0.0###"†""§"'),
        (4000, "approx", "stated", True, '"≈"#,##0_†"§";"≈"-#,##0_†"§"'),
    ],
)
def test_number_formats(value: float, qualifier: str, basis: str, scoped: bool, told: str) -> None:
    assert number_format(value, qualifier, basis, scoped=scoped) == told


@pytest.mark.parametrize(("qualifier", "basis"), [("about", "stated"), ("exact", "guessed")])
def test_an_unknown_qualifier_or_basis_is_refused(qualifier: str, basis: str) -> None:
    with pytest.raises(KeyError):
        number_format(1, qualifier, basis)


def test_only_what_leads_somewhere_has_the_ink_of_a_link() -> None:
    assert value_look(1, "exact", "stated", scoped=False, linked=True).color == LINK_INK
    assert value_look(1, "exact", "stated", scoped=False, linked=False).color != LINK_INK
    assert inked(BLANK, linked=False) == BLANK
    assert inked(BLANK, linked=True).color == LINK_INK


def test_a_look_is_made_once_and_another_is_another() -> None:
    sheet = Workbook(write_only=True).create_sheet()
    styles = Styles(sheet)
    numbers = [styles.number(look) for look in (TEXT, HEAD, TEXT, Look(bold=True), HEAD)]
    assert numbers == [1, 2, 1, 3, 2]
