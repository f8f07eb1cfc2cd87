"""One report at two addresses counts once; a corrected one counts in the stead of its earlier state, and says what changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract import Catalog, Extraction, extract_text
from extract.twins import Change, Twin, find_twins

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
FIRST = SEEDS[1].read_text("utf-8")


def read(catalog: Catalog, **texts: str) -> list[Extraction]:
    return [extract_text(text, catalog=catalog, doc_id=name) for name, text in texts.items()]


def told(twins: tuple[Twin, ...]) -> list[tuple[str, str, bool]]:
    return [(twin.name, twin.of, twin.revised) for twin in twins]


def names(extractions: tuple[Extraction, ...]) -> list[str]:
    return [extraction.report.doc_id for extraction in extractions]


def test_the_same_text_with_another_frame_counts_once(catalog: Catalog) -> None:
    framed = f"首页 > 信息公开\n{FIRST}\n版权所有 清溪镇人民政府 粤ICP备12345678号"
    standing, twins = find_twins(read(catalog, a=FIRST, b=framed))
    assert (names(standing), told(twins)) == (["a"], [("b", "a", False)])
    assert twins[0].changes == ()


def test_other_lines_and_blanks_are_the_same_report(catalog: Catalog) -> None:
    wrapped = re.sub(r"(.{48})(?=.)", r"\1\n", FIRST)
    assert wrapped.count("\n") > 2 * FIRST.count("\n")
    standing, twins = find_twins(read(catalog, a=FIRST, b=wrapped))
    assert (names(standing), told(twins)) == (["a"], [("b", "a", False)])


def test_five_reports_are_five(catalog: Catalog) -> None:
    held = [extract_text(path.read_text("utf-8"), catalog=catalog, doc_id=path.name) for path in SEEDS]
    assert find_twins(held) == (tuple(held), ())


def test_a_corrected_figure_makes_a_revision_that_says_so(catalog: Catalog) -> None:
    assert FIRST.count("98.3") == 1
    standing, (twin,) = find_twins(read(catalog, old=FIRST, new=FIRST.replace("98.3", "97.3")))
    assert names(standing) == ["new"]
    assert (twin.name, twin.of, twin.revised) == ("old", "new", True)
    assert twin.changes == (Change("mediation_success_rate", ("98.3%",), ("97.3%",)),)
    assert [("98.3" in words, "97.3" in other) for words, other in zip(twin.removed, twin.added, strict=True)] == [(True, True)]


def test_the_later_date_counts_whatever_the_order(catalog: Catalog) -> None:
    dated = [re.sub("\n", f"\n发布日期:{day}\n", FIRST, count=1) for day in ("2022-05-01", "2022-03-01")]
    held = read(catalog, later=dated[0], sooner=dated[1].replace("98.3", "97.3"))
    assert [str(one.report.published) for one in held] == ["2022-05-01", "2022-03-01"]
    standing, twins = find_twins(held)
    assert (names(standing), told(twins)) == (["later"], [("sooner", "later", True)])


def test_states_in_a_row_are_all_told_of_the_last(catalog: Catalog) -> None:
    third = FIRST.replace("98.3", "96.3")
    standing, twins = find_twins(read(catalog, one=FIRST, two=FIRST.replace("98.3", "97.3"), three=third, again=third))
    assert names(standing) == ["three"]
    assert told(twins) == [("one", "three", True), ("two", "three", True), ("again", "three", False)]


@pytest.mark.parametrize(("old", "new"), [("2021", "2019"), ("清溪镇", "塘厦镇")])
def test_another_year_or_place_is_another_report(old: str, new: str, catalog: Catalog) -> None:
    held = read(catalog, a=FIRST, b=FIRST.replace(old, new))
    assert held[0].report.locality != held[1].report.locality or held[0].report.year != held[1].report.year
    assert names(find_twins(held)[0]) == ["a", "b"]


def test_texts_that_name_no_place_are_twins_only_where_they_are_alike(catalog: Catalog) -> None:
    text = "全年共受理行政复议申请41件。\n法治培训举办了12场。"
    standing, twins = find_twins(read(catalog, a=text, b=text.replace("。", "。\n\n"), c=text.replace("41", "42"), d="", e=""))
    assert (names(standing), told(twins)) == (["a", "c", "d", "e"], [("b", "a", False)])
