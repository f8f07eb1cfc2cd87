"""panel/wordings.py: the sentence cut at its figure, and what it says otherwise than most."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text
from panel.build import Tables, build_tables
from panel.selection import Selection
from panel.wordings import WORDING_COLUMNS, Differs, wordings

Q, BASIS, BASE, SCOPE, MEASURE, LEVEL = Differs


def tables(catalog: Catalog, *told: str) -> Tables:
    """One report of a county each, with these words."""
    places = ("新昌县", "磐安县", "泰顺县", "缙云县", "遂昌县")
    held = [
        extract_text(f"{place}2022年法治政府建设年度报告\n\n{words}\n", catalog=catalog, doc_id=f"{place}.txt")
        for place, words in zip(places, told, strict=False)
    ]
    return build_tables(held, [], catalog)


ROWS = [
    pytest.param(
        "mediation_cases", "开展排查，全年调处矛盾纠纷4000余件，调解成功率99.6%。其他工作有序。",
        ("开展排查，全年调处矛盾纠纷", "4000余件", "，调解成功率99.6%", "件", (Q,)), id="a count between words of its sentence",
    ),
    pytest.param(
        "court_appearance_rate", "应出庭应诉13件,实际出庭13件,均有记录。",
        ("应出庭应诉", "13件,实际出庭13件", ",均有记录", None, (BASIS,)), id="around all figures that a rate is worked out of",
    ),
    pytest.param(
        "reconsideration_received", "无行政复议案件。", ("", "无行政复议案件", "", None, (BASIS,)), id="words that imply it",
    ),
    pytest.param("mediation_success_rate", "调解成功率\n  98%。", ("调解成功率", "98%", "", None, ()), id="a line end before it"),
    pytest.param(
        "mediation_cases", "全镇工作。\n共调处矛盾纠纷4000\n余件,办结。", ("共调处矛盾纠纷", "4000 余件", ",办结", "件", (Q,)),
        id="a line end within it",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "words", "expected"), ROWS)
def test_a_sentence_is_cut_at_its_figure(indicator: str, words: str, expected: tuple[object, ...], catalog: Catalog) -> None:
    found = wordings(tables(catalog, words), Selection((indicator,)))
    assert list(found.columns) == list(WORDING_COLUMNS)
    (row,) = found.itertuples()
    measure = row.measure if isinstance(row.measure, str) else None
    assert (row.before, row.figure, row.behind, measure, row.differs) == expected


def test_what_most_do_not_say_is_named(catalog: Catalog) -> None:
    told = ["全年接待信访70件次。", "全年受理信访事项541件。", "全年受理信访事项33件。", "没有提到。"]
    found = wordings(tables(catalog, *told), Selection(("petitions",)))
    assert dict(zip(found["place"], found["differs"], strict=True)) == {"新昌县": (MEASURE,), "磐安县": (), "泰顺县": ()}


def test_a_far_end_is_cut_with_a_mark(catalog: Catalog) -> None:
    long = "把法治政府建设摆在全局工作的重要位置," * 6
    (row,) = wordings(tables(catalog, f"{long}调解成功率98%,{long}"), Selection(("mediation_success_rate",))).itertuples()
    assert row.before.startswith("…")
    assert row.before.endswith("调解成功率")
    assert row.behind.endswith("…")


def test_it_is_of_one_indicator(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="one indicator, not of 2"):
        wordings(tables(catalog, "无"), Selection(("petitions", "mediation_cases")))
