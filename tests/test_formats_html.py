"""Saved pages: words in reading order, the site's frame told from the report, every character's way back to the file."""

from __future__ import annotations

import time
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import Catalog, extract_report, extract_text
from extract.errors import FaultKind, ReadError
from extract.formats import read_source
from extract.formats.html_tokens import Said, Tag, split_page
from extract.source import Source

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def read(page: str, *, encoding: str = "utf-8", name: str = "a.html") -> Source:
    return read_source(name, page.encode(encoding))


def furniture(source: Source) -> list[str]:
    return [source.text[start:end] for start, end in source.furniture]


LAYOUT = {
    "paragraphs are lines": ("<p>一</p><p>二<div>三</div>四", "一\n二\n三\n四"),
    "inline marks part no word": ("<p>行<b>政</b><span>复</span>议4<i>1</i>件</p>", "行政复议41件\n"),
    "a line break is one": ("<p>一<br>二<br/>三</p>", "一\n二\n三\n"),
    "blanks and line ends are one blank": ("<p>一 \n\t 二</p>", "一 二\n"),
    "line ends of a text as it was typed are meant": ("<pre>\n一\n\n　　二<b>三\r\n四</b> 五\n</pre>六\n七", "一\n　　二三\n四 五\n六 七"),
    "those of a cell and of another element are not": ("<pre><table><tr><td>一\n二</table></pre><code>三\n四</code>", "一 二\n三 四"),
    "wide blanks stay": ("<p>　　一&nbsp;二</p>", "　　一\xa0二\n"),
    "entities": ("<p>&lt;b&gt;&#50;&#x35;&amp;&middot;&unknown;</p>", "<b>25&·&unknown;\n"),
    "scripts, styles and comments say nothing": ("<script>a<b>c</script><style>p</style><!-- 41件 --><p>一</p>", "一\n"),
    "a script that looks like a page": ("<script>x='<p>41件</p>';</script>一", "一"),
    "hidden parts say nothing": ('<p style="display: none">一</p><p hidden>二</p><div style=\'DISPLAY:NONE\'><p>三</p></div>四', "四"),
    "forms' own words say nothing": ("<select><option>一</select><textarea>二</textarea><button>三</button>四", "四"),
    "an unclosed comment hides nothing": ("<p>一<!-- 二</p><p>三</p>", "一 二\n三\n"),
    "a less-than sign is a character": ("<p>1 < 2 <三</p>", "1 < 2 <三\n"),
    "closing tags of nothing": ("</div></p>一</table></td>二", "一\n二"),
    "unclosed paragraphs": ("<p>一<p>二<li>三<li>四", "一\n二\n三\n四"),
    "upper case": ("<P>一</P><BR><SCRIPT>二</SCRIPT>三", "一\n三"),
    "no tags at all": ("行政复议41件", "行政复议41件"),
}


@pytest.mark.parametrize(("page", "text"), LAYOUT.values(), ids=LAYOUT)
def test_layout(page: str, text: str) -> None:
    assert read(page).text == text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_report_in_pre_reads_as_its_text_does(path: Path, catalog: Catalog) -> None:
    typed = path.read_text("utf-8-sig")
    page = extract_report("a.html", f"<html><body><pre>{escape(typed)}</pre></body></html>".encode(), catalog=catalog)
    plain = extract_report("a.txt", typed.encode(), catalog=catalog)
    assert plain.readings
    assert [(one.indicator_id, one.value, one.qualifier, one.main) for one in page.readings] == [
        (one.indicator_id, one.value, one.qualifier, one.main) for one in plain.readings
    ]
    assert (page.report.locality, page.report.year) == (plain.report.locality, plain.report.year)


def test_a_table_of_figures_has_cells() -> None:
    page = "<table><tr><th>指标<th>本年<th>上年<tr><td>收案<br>(件)<td><p>4<b>1</b></p><td>35</table>完"
    source = read(page)
    assert source.text == "指标 本年 上年\n本年 收案 (件) 41, 上年 收案 (件) 35。\n完"
    assert source.cell_at(source.text.index("41")) == "表1 R2C2"
    place = source.raw_at(source.text.index("41"))
    assert place is not None
    assert page[place:].startswith("4<b>1")


def test_covered_cells_head_what_they_cover() -> None:
    source = read("<table><tr><td rowspan=2>信访<td>受理(件)<td>12<tr><td>办结(件)<td>11<tr><td colspan=2>合计<td>23</table>")
    assert source.text == "信访 受理(件) 12\n信访 办结(件) 11\n合计 23\n"


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    source = read("<table><tr><td>菜单<td><table><tr><td>收案<td>41<tr><td>结案<td>38</table>正文</table>")
    assert source.text == "菜单\n收案 41\n结案 38\n正文\n"
    assert [cell.address for cell in source.cells] == ["表1 R1C1", "表1 R1C2", "表1 R2C1", "表1 R2C2"]


FURNITURE = {
    "by its tag": "<nav>首页 12345件</nav>",
    "by its class": '<div class="top-nav">首页 12345件</div>',
    "by its id": '<div id="breadcrumb"><a>首页</a> 12345件</div>',
    "a footer": '<div class="footer clearfix"><p>版权所有 12345件</p></div>',
    "with others inside": '<footer><div class="share">12345件</div></footer>',
}


@pytest.mark.parametrize("part", FURNITURE.values(), ids=FURNITURE)
def test_the_frame_of_a_site_is_furniture(part: str, catalog: Catalog) -> None:
    page = f"<html><body>{part}<p>全年调解纠纷320件。</p></body></html>"
    source = read(page)
    assert ["12345件" in words for words in furniture(source)] == [True]
    readings = extract_report("a.html", page.encode(), catalog=catalog).readings
    assert [(reading.indicator_id, int(reading.value)) for reading in readings] == [("mediation_cases", 320)]


@pytest.mark.parametrize("name", ["navbarpage", "footerless", "mynav2", "shares", "content"])
def test_what_only_sounds_like_a_frame_is_none(name: str) -> None:
    assert furniture(read(f'<div class="{name}"><p>全年调解纠纷320件。</p></div>')) == []


def test_where_many_sentences_stand_the_report_stands() -> None:
    assert furniture(read('<div class="nav">' + "<p>全年调解纠纷320件。</p>" * 4 + "</div>")) == []


def test_what_a_page_declares_of_itself_is_read(catalog: Catalog) -> None:
    page = (
        '<head><title>新昌县2022年法治政府建设年度报告</title><meta name="PubDate" content="2023-03-29 10:00">'
        '<meta name="viewport" content="1">'
        "</head><p>全年调解纠纷320件。</p>"
    )
    report = extract_report("a.html", page.encode(), catalog=catalog).report
    assert report.text.startswith("新昌县2022年法治政府建设年度报告\n发布日期：2023-03-29 10:00\n全年")
    assert (report.locality.name if report.locality else "", report.year, str(report.published)) == ("新昌县", 2022, "2023-03-29")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_seed_saved_as_a_page_gives_the_same(path: Path, encoding: str, catalog: Catalog) -> None:
    text = path.read_text("utf-8")
    lines = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>\n" for line in text.split("\n"))
    page = f'<html><head><meta charset="{encoding}"></head><body><div class="nav">首页</div>{lines}</body></html>'
    saved, plain = extract_report("a.html", page.encode(encoding), catalog=catalog), extract_text(text, catalog=catalog)
    assert [(r.indicator_id, r.value, r.qualifier, r.scope, r.main) for r in saved.readings] == [
        (r.indicator_id, r.value, r.qualifier, r.scope, r.main) for r in plain.readings
    ]
    assert (saved.report.locality, saved.report.year, saved.report.published) == (
        plain.report.locality,
        plain.report.year,
        plain.report.published,
    )


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gb18030", "utf-8"), ("utf-8", "gb2312"), ("gbk", ""), ("gb18030", "big5"), ("utf-8", "iso-8859-1"), ("utf-8-sig", "gbk")],
)
def test_a_wrong_declaration_is_not_believed(encoding: str, declared: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>全年共受理行政复议申请四十一件</p>'
    assert read(page, encoding=encoding).text == "全年共受理行政复议申请四十一件\n"


def test_big5() -> None:
    text = "關於二零二二年度法治政府建設情況的報告辦結率達到百分之九十八"
    for head in ("", '<meta charset="big5">'):
        source = read(f"{head}<p>{text}</p>", encoding="big5")
        assert (source.text, source.encoding) == (f"{text}\n", "big5" if head else "big5hkscs")


def test_a_saved_message_is_read_by_its_page() -> None:
    assert read_source("a.mht", message()).text == "行政复议41件\n"


def message() -> bytes:
    made = MIMEMultipart("related")
    made.attach(MIMEText("<p>行政复议41件</p>", "html", "gb18030"))
    made.attach(MIMEImage(b"\x89PNG\r\n\x1a\n", "png"))
    return made.as_bytes()


@settings(max_examples=200)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=6)), min_size=1, max_size=5), st.floats(0.2, 1))
def test_a_damaged_message_gives_a_text_or_a_clear_line(changes: list[tuple[float, bytes]], kept: float) -> None:
    changed = bytearray(message())
    for place, put in changes:
        at = int(place * len(changed))
        changed[at : at + len(put)] = put
    data = bytes(changed[: int(kept * len(changed))])
    if not data:
        return
    try:
        text = read_source("a.mht", data).text
    except ReadError as error:
        text = error.problem
    assert text.strip()


@pytest.mark.parametrize(
    "data",
    [
        b"no message",
        b"Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/plain\n\n1\n--a--",
        b"".join(b"Content-Type: multipart/related; boundary=a%d\n\n--a%d\n" % (i, i) for i in range(3_000)),
    ],
    ids=["no message", "no page in it", "parts in parts"],
)
def test_a_message_without_a_page_is_one_fault(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_source("a.mht", data)
    assert caught.value.kind is FaultKind.BROKEN


HOSTILE = {
    "comments": "<!--" * 20_000,
    "tags that never end": "<a " * 50_000,
    "quotes that never end": "<a href='" * 50_000,
    "opening": "<div>" * 5_000,
    "closing": "<b>" * 1_000 + "</i>" * 20_000,
    "tables": "<table><tr><td>" * 5_000,
    "covering": "<table>" + "<tr><td rowspan=99999 colspan=99999>x<td>y" * 300 + "</table>",
    "scripts": "<script>" * 30_000,
    "declarations": "<![CDATA[" * 30_000,
    "entities": "&#" * 100_000,
    "one long attribute": f'<p class="{"nav " * 50_000}">',
}


def _seconds(page: str) -> float:
    begun = time.process_time()
    assert read(f"<p>行政复议41件</p>{page}").text.startswith("行政复议41件\n")
    return time.process_time() - begun


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_as_the_page_does(page: str) -> None:
    """Four times as much may take nine times as long: time that grows with the square takes sixteen. What else a machine does makes
    one measurement longer, so the two are measured again, together, before they are believed."""
    for _ in range(5):
        first, second = _seconds(page), _seconds(page * 4)
        if second < 9 * first + 0.2:
            return
    pytest.fail(f"{first:.2f} s, {second:.2f} s for four times as much")


PIECES = st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr>", "<td rowspan=2>", "</table>", "<div class=nav>", "<", "&lt;", "&#x;", "<!--", "-->", "<script>", "</script>", "办结41件", " ", "\n", "'", '"', "<br/>", "<a b='"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page_gives_a_text_whose_characters_stand_in_it(page: str) -> None:
    try:
        source = read("字" + page)
    except ReadError:
        return
    for offset, char in enumerate(source.text):
        place = source.raw_at(offset)
        assert place is None or (place < len(page) + 1 and (("字" + page)[place] in (char, "&") or char.isspace()))
    assert all(0 <= start < end <= len(source.text) for start, end in source.furniture)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_tags_and_words_stand_in_order(page: str) -> None:
    places = [item.place for item in split_page(page)]
    assert places == sorted(places)
    assert all(isinstance(item, Tag | Said) for item in split_page(page))
