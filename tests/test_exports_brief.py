"""A brief of reports with hostile names → its document opened again: sentences, links, sources, pictures, and the copied text."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from samples import Given, extraction, tables_of

from exports.brief import Picture, to_docx
from exports.brief_copy import to_plain
from exports.brief_text import MOST_SOURCES, Brief, place_brief, selection_brief
from extract.model import Qualifier
from panel.build import Tables
from panel.peers import PeerSet
from panel.selection import Selection
from views._brief import page_text, passage_of

DAY = date(2026, 1, 2)
RATE = "success_rate"
# Names and words that would be markup, a formula, a quote out of its place, or no character of XML at all.
HOSTILE = "<b>“甲”&'乙'</b>镇"
WORDS = "=调解成功率\x07达<script>alert(1)</script>97.5%"


@pytest.fixture(scope="module")
def tables() -> Tables:
    return tables_of(
        extraction(HOSTILE, 2020, Given(RATE, "97.5", words=WORDS), Given("cases", "12")),
        extraction("丙镇", 2020, Given(RATE, "95", qualifier=Qualifier.MIN), Given("cases", "3")),
        extraction("丁镇", 2020, Given(RATE, "90")),
        extraction("丁镇", 2019, Given(RATE, "80")),
    )


@pytest.fixture(scope="module")
def brief(tables: Tables) -> Brief:
    return selection_brief(tables, Selection((RATE, "cases"), years=(2020,)), made=DAY)


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(out, "PNG")
    return out.getvalue()


PICTURES = (Picture(png(), "条形图，<甲>&“乙”", "调解成功率：各地比较", RATE), Picture(png(), "位置图", "甲镇：在同类中的位置"))


@pytest.fixture(scope="module")
def data(brief: Brief) -> bytes:
    return to_docx(brief, PICTURES, made=DAY)


@pytest.fixture(scope="module")
def document(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def seen(words: str) -> str:
    return words.replace("\x07", "␇")


def test_every_sentence_stands_in_the_document_with_the_numbers_of_its_sources(brief: Brief, document: Any) -> None:
    bullets = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"]
    told = ["".join(piece.text for piece in sentence) for part in brief.parts for sentence in part.sentences]
    assert [re.sub(r"\[\d+\]", "", bullet) for bullet in bullets] == told
    assert bullets[2] == f"乡镇级 3 个数值（口径：未说明）：{HOSTILE} 97.5%[1]、丙镇不低于 95%[2]，第 1 至 2 名；丁镇 90%[3]，第 3 名。"
    heads = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert heads == ["调解成功率", "行政诉讼案件数", "图", "来源表"]


def test_every_link_leads_to_a_row_of_the_sources(document: Any) -> None:
    body = document.element.body
    wanted = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(wanted) > 10
    assert set(wanted) <= set(marks)
    assert len(marks) == len(set(marks)) == len(document.tables[0].rows) - 1


def test_the_sources_have_the_words_of_the_reports(brief: Brief, document: Any) -> None:
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["编号", "指标（单位）", "地区", "年份", "数值或空白原因", "原文", "文件与位置（字）"]
    assert rows[1] == ["1", "调解成功率（%）", HOSTILE, "2020", "97.5%", seen(WORDS), f"{HOSTILE}_2020.txt，0–{len(WORDS)}"]
    assert [row[4] for row in rows[2:]] == [source.value for source in brief.sources[1:]]
    assert "不低于 95%" in [row[4] for row in rows]
    assert ["未提及", ""] in [row[4:6] for row in rows]
    # The head stands on every page.
    assert document.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_pictures_stand_with_their_indicator_and_say_what_they_show(document: Any) -> None:
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [picture.alt for picture in PICTURES]
    captions = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Caption"]
    assert captions[:2] == [picture.title for picture in PICTURES]
    assert captions[2:] == ["各地自行报告，口径未经统一，未报告不等于没有。", "生成日期 2026-01-02，指标目录 9.9 (0a1b2c3d)。"]


def test_the_same_brief_gives_the_same_bytes_and_no_time_is_in_them(brief: Brief, data: bytes) -> None:
    assert to_docx(brief, PICTURES, made=DAY) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-01-02T00:00:00Z" in package.read("docProps/core.xml")


def test_that_no_chart_could_be_drawn_is_said(brief: Brief) -> None:
    document = Document(io.BytesIO(to_docx(brief, made=DAY, note="没有 Chromium。")))
    assert "图没有画出：没有 Chromium。" in [paragraph.text for paragraph in document.paragraphs]


def test_a_brief_of_nothing_says_so(tables: Tables) -> None:
    empty = selection_brief(tables, Selection((RATE,), years=(1999,)), made=DAY)
    assert empty.lead[-1] == "所选范围内没有报告，没有可写的内容。"
    assert (empty.parts, empty.sources) == ((), ())
    assert len(Document(io.BytesIO(to_docx(empty, made=DAY))).tables) == 0


def test_of_very_many_sources_those_that_sentences_name_come_first_and_the_rest_is_counted() -> None:
    many = tables_of(*(extraction(f"{at}镇", 2020, Given(RATE, "100")) for at in range(MOST_SOURCES + 5)), extraction("末镇", 2020, Given(RATE, "9")))
    brief = selection_brief(many, Selection((RATE,)), made=DAY)
    assert len(brief.sources) == MOST_SOURCES
    assert brief.sources[0].figure.place == "末镇"
    assert brief.foot[0] == f"来源表列出 {MOST_SOURCES} 条，其余 6 条见工作簿。"


def test_the_copied_text_has_the_sentences_and_the_sources_that_they_name(brief: Brief) -> None:
    lines = to_plain(brief).split("\n")
    assert lines[0] == "简报：2 项指标"
    assert f"[1] {HOSTILE} 2020 调解成功率（%） 97.5%：“{seen(WORDS)}” {HOSTILE}_2020.txt，0–{len(WORDS)}" in lines
    named = {int(number) for number in re.findall(r"\[(\d+)\]", "\n".join(lines[: lines.index("来源表")]))}
    listed = [int(line[1 : line.index("]")]) for line in lines[lines.index("来源表") + 1 :] if line.startswith("[")]
    assert listed == sorted(named)


def test_the_page_is_given_plain_words_and_what_each_number_opens(brief: Brief) -> None:
    told, opens = page_text(brief, lambda passage: f"evidence?{passage[1]}-{passage[2]}")
    pieces = [piece for part in told["parts"] for sentence in part["sentences"] for piece in sentence]
    assert [piece[1] for piece in pieces if piece[1] is not None] == list(range(len(opens)))
    assert [f"{HOSTILE} 97.5%", 3, f"evidence?0-{len(WORDS)}"] in pieces
    counted = next(piece for piece in pieces if piece[0] == "3")
    assert counted[2] is None
    assert len(opens[counted[1]]) == 3
    assert passage_of(opens[3][0]) == (f"{HOSTILE}_2020.txt", 0, len(WORDS))


def test_the_brief_of_a_place_is_named_by_it(tables: Tables) -> None:
    told = place_brief(tables, "丁镇", 2020, PeerSet.LEVEL, made=DAY, lang="en")
    assert told.title == "Brief: 丁镇, 2020"
    assert [part.heading for part in told.parts] == ["What there is", "Disputes", "Blanks"]
