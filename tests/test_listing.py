"""The parts that a sentence lists after a whole: where a list opens, what belongs to it, and what it claims."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text

WHOLE = "全年办理行政处罚案件36宗"


@pytest.mark.parametrize(
    ("behind", "outcome", "sums"),
    [
        (",其中简易程序30宗、一般程序6宗。", "agrees", "30 + 6 = 36"),
        (",其中简易程序30宗,一般程序5宗。", "remainder", "30 + 5 = 35 < 36"),
        ("(其中简易程序30宗,一般程序7宗)。", "exceeds", "30 + 7 = 37 > 36"),
        (",其中:简易程序30,一般程序5宗。", "remainder", "30 + 5 = 35 < 36"),
        (",同比增长12%,其中简易程序30宗,一般程序6宗。", "agrees", "30 + 6 = 36"),
        (",较2022年减少10宗,其中简易程序30宗,一般程序6宗。", "agrees", "30 + 6 = 36"),
        (",包括简易程序20宗、一般程序10宗和其他6宗。", "agrees", "20 + 10 + 6 = 36"),
        (",其中简易程序30宗(含违停),一般程序6宗。", "agrees", "30 + 6 = 36"),
        (",其中简易程序30宗、一般程序6宗,罚没12宗。", "agrees", "30 + 6 = 36"),
        (",其中简易程序30宗,一般程序6宗,结案33宗。", "agrees", "30 + 6 = 36"),
        # One part, or a list that is not all there is, claims only that no part is larger.
        (",其中简易程序30宗。", "agrees", "30 ≤ 36"),
        (",其中简易程序40宗。", "exceeds", "40 > 36"),
        (",其中简易程序20宗、一般程序6宗等。", "agrees", "20 ≤ 36; 6 ≤ 36"),
        (",其中简易程序30余宗、一般程序10余宗。", "exceeds", "≈30 + ≈10 > 36"),
        (",其中简易程序30宗,一般程序2宗,结案33宗。", "agrees", "30 ≤ 36; 2 ≤ 36"),
    ],
)  # fmt: skip
def test_lists(behind: str, outcome: str, sums: str, catalog: Catalog) -> None:
    found = [c for c in extract_text(WHOLE + behind, catalog=catalog, year=2023).checks if c.rule == "enforcement_cases = parts"]
    assert [(c.outcome, c.sums) for c in found] == [(outcome, sums)]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("。", id="nothing follows"),
        pytest.param(",简易程序30宗,一般程序5宗。", id="nothing says that these are parts"),
        pytest.param(",结案33宗,其中简易程序30宗,一般程序2宗。", id="parts of another figure"),
        pytest.param(",其中涉及12个部门、8个镇。", id="another measure word"),
        pytest.param(",其中受理35宗,审结30宗。", id="stages, not parts"),
        pytest.param("。其中简易程序30宗,一般程序5宗。", id="another sentence"),
        pytest.param(",其中简易程序占八成。", id="a share"),
        pytest.param(",其中简易程序30余宗、一般程序近6宗。", id="about so many, which leaves it open"),
    ],
)
def test_what_is_no_list_of_its_parts(behind: str, catalog: Catalog) -> None:
    checks = extract_text(WHOLE + behind, catalog=catalog, year=2023).checks
    assert [c.sums for c in checks if c.rule == "enforcement_cases = parts"] == []
