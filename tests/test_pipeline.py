"""Files and texts of every kind: what is read, what is refused by name, and that nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import Catalog, Failure, FaultKind, ReadError, extract_report, extract_reports, extract_text
from extract.formats import suffixes

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_one_report_in_three_encodings_gives_the_same(encoding: str, catalog: Catalog) -> None:
    # The seed with characters that GB 18030 shares with every older Chinese encoding.
    text = SEEDS[3].read_text("utf-8")
    read = extract_report("a.txt", text.encode(encoding), catalog=catalog)
    assert read == extract_text(text, catalog=catalog, doc_id="a.txt")
    assert len(read.readings) > 30


@pytest.mark.parametrize(
    ("name", "data", "kind", "words"),
    [
        ("empty.txt", b"", FaultKind.EMPTY, "empty"),
        ("blank.txt", b" \n\t ", FaultKind.BLANK, "blank"),
        ("picture.txt", PNG, FaultKind.OTHER_KIND, "PNG"),
        ("story.txt", "从前有一座山,山上有一座庙。".encode(), FaultKind.NO_REPORT, "no report"),
        ("letter.txt", b"Dear all, see you on Monday.", FaultKind.NO_REPORT, "no report"),
        ("report.xyz", "泗门镇2022年度法治政府建设年度报告".encode(), FaultKind.UNKNOWN_SUFFIX, ".xyz"),
    ],
)
def test_what_is_no_report_is_refused_by_name(name: str, data: bytes, kind: FaultKind, words: str, catalog: Catalog) -> None:
    with pytest.raises(ReadError, match=words) as fault:
        extract_report(name, data, catalog=catalog)
    assert str(fault.value).startswith(f"{name}: ")
    assert "\n" not in str(fault.value)
    assert fault.value.kind is kind
    assert fault.value.cure


def test_a_bad_file_among_good_ones_is_one_failure(catalog: Catalog) -> None:
    seen: list[tuple[int, str]] = []
    files = [(SEEDS[0].name, SEEDS[0].read_bytes()), ("picture.txt", PNG), (SEEDS[4].name, SEEDS[4].read_bytes())]
    batch = extract_reports(files, catalog=catalog, progress=lambda count, name: seen.append((count, name)))
    assert [e.report.doc_id for e in batch.extractions] == [SEEDS[0].name, SEEDS[4].name]
    fields = {"content": "png", "suffix": ".txt", "formats": " / ".join(suffixes())}
    assert batch.failures == (Failure("picture.txt", FaultKind.OTHER_KIND, fields),)
    assert seen == [(1, SEEDS[0].name), (2, "picture.txt"), (3, SEEDS[4].name)]


def test_the_year_given_counts_only_where_the_text_has_none(catalog: Catalog) -> None:
    assert extract_text("调解成功率98%。", catalog=catalog, year=2021).report.year == 2021
    text = SEEDS[0].read_text("utf-8")
    assert extract_text(text, catalog=catalog, year=2019).report.year == 2022


PIECES = st.sampled_from(
    [*"行政复议 受理 12件 率 98% 由 提高到 其中 、 , 。 ; 分别为 均 ( ) 第 至 全省 法治政府 2022年 泗门镇 一、 下一步 “ ” 未发生 百分之".split(),
     "三百余", "同比", "增长", "审结", "\n", " ", "\x00", "\ue000", "𠮷"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60)))
def test_no_text_raises_and_every_reading_is_its_own_proof(catalog: Catalog, text: str) -> None:
    extraction = extract_text(text, catalog=catalog, year=2022)
    assert extraction.report.text == text
    for r in extraction.readings:
        assert 0 <= r.span.start <= r.figure.start < r.figure.end <= r.span.end <= len(text)
        assert text[r.span.start : r.span.end] == r.quote
    for refusal in extraction.refusals:
        assert 0 <= refusal.candidate.span.start < refusal.candidate.span.end <= len(text)
    starts = [r.figure.start for r in extraction.readings]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["出庭应诉率\ue000。", "受理\ue100件行政复议", "率达\ue000\uf8ff"])
def test_private_characters_of_a_broken_font_are_no_figures(text: str, catalog: Catalog) -> None:
    assert extract_text(text, catalog=catalog, year=2022).readings == ()


@pytest.mark.parametrize(
    "text",
    ["行政复议" * 3000, "受理12件," * 2000, "率" * 5000, "(" * 5000, "1" * 5000, "一" * 5000, "审核、" * 3000, "98%、" * 2000, "均" * 5000, "\ud800受理12件" * 900],
    ids=lambda t: t[:6],
)  # fmt: skip
def test_hostile_texts_end(text: str, catalog: Catalog) -> None:
    """No pattern runs away: each of these is read, whatever it gives."""
    assert extract_text(text, catalog=catalog, year=2022).report.text == text
