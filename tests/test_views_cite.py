"""views/_cite.py and the copy buttons of the pages: citations in full, and what is left out where a report does not tell it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pages import opened, run
from samples import Given, extraction, tables_of

from panel.words import LANGUAGES
from views._cite import report_citation
from views._desk import Desk

NO_PAGES: Mapping[str, Any] = {}


def citation(lang: str, quote: str | None = None, **told: Any) -> str:
    found = extraction("甲镇", told.pop("year", 2021), Given("success_rate", "98"), doc_id="a.txt", **told)
    return report_citation(Desk(tables_of(found), lang, date(2026, 11, 26), "s", NO_PAGES), found, quote)


def test_all_that_a_report_tells_stands_in_its_citation() -> None:
    day = date(2022, 3, 1)
    assert citation("zh", published=day) == "甲镇，《a.txt 的报告》，2021 年度，2022-03-01 发布，文件 a.txt，指标目录 9.9 (0a1b2c3d)。"
    assert citation("en", published=day) == "甲镇, a.txt 的报告, on 2021, published 2022-03-01, file a.txt, catalogue 9.9 (0a1b2c3d)."


def test_what_a_report_does_not_tell_is_left_out_and_the_catalogue_never_is() -> None:
    for lang in LANGUAGES:
        said = citation(lang, year=None)
        assert "None" not in said
        assert "未知" not in said
        assert "9.9 (0a1b2c3d)" in said


def test_a_passage_is_quoted() -> None:
    assert "，原文“成功率98%”，" in citation("zh", "成功率98%")


def test_the_page_has_a_button_for_each_citation_and_table_and_a_closed_twin() -> None:
    at = opened()
    kinds = [element.proto.component_name for element in at.get("bidi_component")]
    # The list, the passage, and the panel's citation; the twin and the turned table are built when they are opened.
    assert sum(name.endswith("copy") for name in kinds) == 3
    assert any(name.endswith("access") for name in kinds)
    twin = next(expander for expander in at.expander if expander.label == "数据表：图中的数字")
    assert not twin.proto.expanded
    run(at)
