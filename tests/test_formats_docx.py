"""Word documents: what a reader of the printed report sees, once, in order; what is damaged or hostile is one named fault."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import limits
from extract.errors import FaultKind, ReadError
from extract.formats import package, read_source
from extract.source import Source

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
SPACES = " ".join(
    f'xmlns:{name}="{space}"'
    for name, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(**targets: str) -> str:
    inside = "".join(f'<Relationship Id="{kind}" Type="{KIND}/{kind}" Target="{target}"/>' for kind, target in targets.items())
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def parts(body: str, *, numbering: str = "", styles: str = "", **others: str) -> dict[str, str]:
    """The parts of a document with this body, as they stand in the zip."""
    return {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", numbering="numbering.xml"),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{numbering}</w:numbering>",
        **others,
    }


def zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(body: str, **others: str) -> Source:
    return read_source("报告.docx", zipped(parts(body, **others)))


def fault(data: bytes, name: str = "坏.docx") -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_source(name, data)
    assert "\n" not in str(caught.value)
    return caught.value


def t(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def r(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(words)}</w:r>"


def p(inside: str, properties: str = "") -> str:
    """A paragraph of runs, or of words."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') else r(inside)}</w:p>"


def box(words: str) -> str:
    inside = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def written(words: list[str]) -> bytes:
    """A document as python-docx writes it, a paragraph for each of the words."""
    document = docx.Document()
    for line in words:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_seed_reads_the_same_as_its_txt(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_source("a.docx", written(text.split("\n"))).text == text


HIDE = '<w:style w:type="{kind}" w:styleId="{name}">{based}<w:rPr>{said}</w:rPr></w:style>'
STYLES = "".join(
    HIDE.format(kind=kind, name=name, based=based, said=said)
    for kind, name, based, said in (
        ("paragraph", "TopofForm", "", "<w:vanish/>"),
        ("paragraph", "Based", '<w:basedOn w:val="TopofForm"/>', ""),
        ("paragraph", "Circle", '<w:basedOn w:val="Circle"/>', ""),
        ("character", "Secret", "", "<w:vanish/>"),
        ("character", "Open", '<w:basedOn w:val="Secret"/>', '<w:vanish w:val="0"/>'),
    )
)
BODIES = {
    "paragraphs, an empty one between": (p("一") + "<w:p/>" + p("二"), "一\n\n二"),
    "runs are one word": (p(r("受理4") + r("1件")), "受理41件"),
    "tab, line ends and hyphens": (
        p(f"<w:r>{t('甲')}<w:tab/>{t('乙')}<w:br/>{t('丙')}<w:cr/>{t('丁')}<w:noBreakHyphen/><w:softHyphen/>{t('戊')}</w:r>"),
        "甲\t乙\n丙\n丁-戊",
    ),
    "a line end in the xml is a blank": (p("甲\n乙\u2028丙"), "甲 乙\n丙"),
    "entities of xml": (p("A&amp;B&lt;&#x4e2d;"), "A&B<中"),
    "inserted in, deleted out": (
        p(f"{r('受理')}<w:ins>{r('41')}</w:ins><w:del><w:r><w:delText>35</w:delText></w:r>{r('36')}</w:del>{r('件')}"),
        "受理41件",
    ),
    "moved to in, moved from out": (p(f"<w:moveFrom>{r('旧')}</w:moveFrom>{r('、')}<w:moveTo>{r('新')}</w:moveTo>"), "、新"),
    "a deleted end joins two paragraphs": (p("受理", "<w:rPr><w:del/></w:rPr>") + p("41件") + p("二"), "受理41件\n二"),
    "a paragraph deleted whole leaves no line": (
        p("一") + p(f"<w:del>{r('删')}</w:del>", "<w:rPr><w:del/></w:rPr>") + p("二"),
        "一\n二",
    ),
    "hyperlink and smart tag": (p(f"<w:hyperlink>{r('网')}</w:hyperlink><w:smartTag>{r('址')}</w:smartTag>"), "网址"),
    "hidden": (p(r("甲") + r("秘", "<w:vanish/>") + r("乙", '<w:vanish w:val="0"/>') + r("丙", '<w:vanish w:val="true"/>')), "甲乙"),
    "page numbers of a table of contents": (p(r("一、概况") + f"<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/>{t('3')}</w:r>"), "一、概况"),
    "hidden by the style of a run": (p(r("秘", '<w:rStyle w:val="Secret"/>') + r("开", '<w:rStyle w:val="Open"/>')), "开"),
    "hidden by the style of a paragraph": (p("窗体顶端", '<w:pStyle w:val="Based"/><w:rPr><w:vanish/></w:rPr>') + p("一"), "一"),
    "a style based on itself": (p("一", '<w:pStyle w:val="Circle"/>'), "一"),
    "a style that is not there": (p("一", '<w:pStyle w:val="Nowhere"/>'), "一"),
    "field codes out, results in": (p(r("共") + field(" =SUM(ABOVE) ", r("41")) + r("件")), "共41件"),
    "a field in the code of a field": (p(field("IF", r("真")).replace("</w:instrText></w:r>", "</w:instrText></w:r>" + field("PAGE", r("7")))), "真"),
    "a field over paragraphs": (
        p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>' + r("目录")) + p(r("一") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("、")),
        "目录\n一、",
    ),
    "a field that never ends": (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("code")) + p("受理41件"), "\n受理41件"),
    "ends and results of no field": (p('<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>' + r("一")), "一"),
    "a simple field": (p(f'<w:fldSimple w:instr="PAGE">{r("41")}</w:fldSimple>'), "41"),
    "the reading above a word": (p(f"<w:r><w:ruby><w:rt>{r('fǎ')}</w:rt><w:rubyBase>{r('法')}</w:rubyBase></w:ruby></w:r>"), "法"),
    "a formula": (p(f"<m:oMathPara><m:oMath><m:r><m:t>98%</m:t></m:r></m:oMath></m:oMathPara>{r('以上')}"), "98%以上"),
    "footnotes and comments": (p(r("一") + '<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart/>' + r("二") + '<w:r><w:annotationRef/></w:r>'), "一二"),
    "comments of xml": (p(r("一") + "<!-- 二 --><?pi 三?>" + r("四")), "一四"),
    "controls": (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('块')}{p('<w:sdt><w:sdtContent>' + r('行') + '</w:sdtContent></w:sdt>')}</w:sdtContent></w:sdt>", "块\n行"),
    "a control not filled in": (p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("单击此处输入文字。") + "</w:sdtContent></w:sdt>" + r("一")), "一"),
    "a text box once, after its paragraph": (p(r("前") + box("框") + r("文")) + p("后"), "前文\n框\n后"),
    "a paragraph that only holds a box": (p("前") + p(box("框")) + p("后"), "前\n框\n后"),
    "a text box in a text box": (p(box("外").replace(r("外"), r("外") + box("内"))), "外\n内"),
    "old drawings": (p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></w:pict></w:r>"), "框"),
    "headers are other parts": (p("一") + '<w:sectPr><w:headerReference r:id="rId9" w:type="default"/></w:sectPr>', "一"),
    "page breaks": (p(f'<w:r>{t("一")}<w:br w:type="page"/><w:lastRenderedPageBreak/>{t("二")}</w:r>'), "一\n二"),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_a_body_gives_what_is_seen(body: str, expected: str) -> None:
    assert read(body + p("末"), styles=STYLES).text == f"{expected}\n末"


def test_a_deleted_end_of_the_last_paragraph_takes_no_words_with_it() -> None:
    assert read(p("一") + p("受理", "<w:rPr><w:del/></w:rPr>")).text == "一\n受理"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<w:') else p(inside)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(one if one.startswith('<w:tc>') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def span(columns: object) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


TABLES = {
    "with heads": (table(row("指标", "本年", "上年"), row("收案(件)", "41", "35")), "指标 本年 上年\n本年 收案(件) 41, 上年 收案(件) 35。\n", {"41": "表1 R2C2", "35": "表1 R2C3"}),
    "a cell of two paragraphs": (table(row("收案", cell(p("41") + p("件")))), "收案 41 件\n", {"41": "表1 R1C2"}),
    "merged across": (table(row(cell("合计", span(2)), "41")), "合计 41\n", {"合": "表1 R1C1", "41": "表1 R1C3"}),
    "merged down": (
        table(row(cell("复议", '<w:vMerge w:val="restart"/>'), "收案", "41"), row(cell("x", "<w:vMerge/>"), "结案", "40")),
        "复议 收案 41\n结案 40\n",
        {"40": "表1 R2C3"},
    ),
    "merged the old way": (table(row(cell("复议", '<w:hMerge w:val="restart"/>'), cell("x", "<w:hMerge/>"), "41")), "复议 41\n", {"41": "表1 R1C3"}),
    "columns left out before": (table(row("甲", "乙"), row("41", properties='<w:gridBefore w:val="1"/>')), "甲 乙\n41\n", {"41": "表1 R2C2"}),
    "absurd spans": (table(row(cell("甲", span(10**9)), cell("乙", span(-3)), cell("丙", span("x")), "丁")), "甲 乙 丙 丁\n", {"丁": "表1 R1C4"}),
    "a deleted row and a deleted cell": (
        table(row("甲", "1"), row("乙", "2", properties="<w:del/>"), row("丙", cell("9", "<w:cellDel/>"), "3")),
        "甲 1\n丙 3\n",
        {"3": "表1 R2C3"},
    ),
    "rows and cells in controls": (
        table(f"<w:sdt><w:sdtContent>{row('甲', '<w:tc><w:p/></w:tc>')}</w:sdtContent></w:sdt>", "<w:tr><w:sdt><w:sdtContent>" + cell("乙") + "</w:sdtContent></w:sdt>" + cell("2") + "</w:tr>"),
        "甲\n乙 2\n",
        {"2": "表1 R2C2"},
    ),
    "two tables": (table(row("甲", "1")) + p("间") + table(row("乙", "2")), "甲 1\n间\n乙 2\n", {"1": "表1 R1C2", "间": None, "2": "表2 R1C2"}),
    "one column is a frame": (table(row(cell(p("一、概况") + p("受理41件")))), "一、概况\n受理41件\n", {"41": None}),
    "a table in a frame": (table(row(cell(p("概况") + table(row("甲", "1")) + "<w:p/>"), "边")), "概况\n甲 1\n\n边\n", {"1": "表1 R1C2"}),
    "a text box in a cell": (table(row("甲", cell(p(r("1") + box("框"))))), "甲 1 框\n", {"框": "表1 R1C2"}),
    "a table in a text box in a cell": (table(row("甲", cell(p(r("1") + box("框").replace(p("框"), table(row("乙", "2"))))))), "甲 1 乙 2\n", {"2": "表1 R1C2"}),
    "numbers of rows": (table(row(cell(p("<w:r/>", '<w:numPr><w:numId w:val="1"/></w:numPr>')), "甲"), row(cell(p("<w:r/>", '<w:numPr><w:numId w:val="1"/></w:numPr>')), "乙")), "1、 甲\n2、 乙\n", {"甲": "表1 R1C2"}),
    "no rows": (table(), "", {}),
}


@pytest.mark.parametrize(("body", "expected", "addresses"), TABLES.values(), ids=TABLES)
def test_a_table_is_told_once_with_its_cells(body: str, expected: str, addresses: dict[str, str | None]) -> None:
    source = read(p("前") + body + p("后"), numbering=numbering(("decimal", "%1、")))
    assert source.text == f"前\n{expected}后"
    assert {words: source.cell_at(source.text.index(words)) for words in addresses} == addresses
    assert source.pages == ()


def levels(*looks: tuple[str, str] | tuple[str, str, str]) -> str:
    """The w:lvl of a list by their numFmt, lvlText and what else they say."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{look[0]}"/>{"".join(look[2:])}<w:lvlText w:val="{look[1]}"/></w:lvl>'
        for at, look in enumerate(looks)
    )


def kind(number: object, inside: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'


def num(number: object, of: object, inside: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'


def numbering(*looks: tuple[str, str] | tuple[str, str, str]) -> str:
    return kind(0, levels(*looks)) + num(1, 0)


def n(level: object = 0, number: object = 1, words: str = "文") -> str:
    """A paragraph in a list."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def s(style: str, words: str = "文") -> str:
    return p(words, f'<w:pStyle w:val="{style}"/>')


def override(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


# By w:numFmt: the number → how it is written.
FORMATS: dict[str, dict[int, str]] = {
    "decimal": {1: "1", 12: "12"},
    "decimalZero": {1: "01", 12: "12"},
    "decimalFullWidth": {1: "\uff11", 12: "\uff11\uff12"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedParen": {3: "⑶"},
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一〇一"},
    "chineseCountingThousand": {1: "一", 10: "十", 19: "十九", 21: "二十一", 100: "一百", 101: "一百零一", 110: "一百一十", 1001: "一千零一", 1010: "一千零一十", 2345: "二千三百四十五"},
    "japaneseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 101: "百一", 1000: "千"},
    "ideographDigital": {1: "一", 10: "一〇", 12: "一二"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 12: "亥"},
    "chineseLegalSimplified": {1: "壹", 12: "拾贰"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 781: "781"},
    "lowerLetter": {2: "b", 28: "bb"},
    "upperRoman": {1: "I", 4: "IV", 1999: "MCMXCIX", 4000: "4000"},
    "lowerRoman": {9: "ix"},
    "none": {1: ""},
    "unheardOf": {7: "7"},
}


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [pytest.param(form, number, words, id=f"{form} {number}") for form, known in FORMATS.items() for number, words in known.items()],
)
def test_a_number_in_each_format(form: str, number: int, expected: str) -> None:
    lists = numbering((form, "第%1章")).replace('<w:start w:val="1"/>', f'<w:start w:val="{number}"/>')
    assert read(n(), numbering=lists).text == f"第{expected}章 文"


HAN = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "\uff08%2\uff09"), ("decimal", "%3."))
MIXED = (("chineseCounting", "第%1章", '<w:suff w:val="space"/>'), ("decimal", "%1.%2", "<w:isLgl/>"), ("decimal", "%1.%2.%3"))
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{at}">{based}<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    for at, based in ((1, ""), (2, '<w:basedOn w:val="Heading1"/>'))
)
STYLED = kind(0, levels(("chineseCounting", "%1、", '<w:pStyle w:val="Heading1"/>'), ("decimal", "%1.%2 ", '<w:pStyle w:val="Heading2"/><w:isLgl/>'))) + num(1, 0)
LISTS = {
    "levels restart": (n() + n(1) + n(1) + n(2) + n() + n(1) + n(2), numbering(*HAN), "一、文 \uff08一\uff09文 \uff08二\uff09文 1. 文 二、文 \uff08一\uff09文 1. 文"),
    "a plain paragraph between": (n() + p("文") + n(), numbering(*HAN), "一、文 文 二、文"),
    "higher numbers within": (n() + n(1) + n(1) + n(2), numbering(*MIXED), "第一章 文 1.1 文 1.2 文 一.2.1 文"),
    "a level before any higher": (n(1) + n(), numbering(*MIXED), "1.1 文 第一章 文"),
    "two lists of one kind count on": (n() + n(0, 2) + n(), numbering(*HAN) + num(2, 0), "一、文 二、文 三、文"),
    "a list that starts anew, once": (n() + n() + n(0, 2) + n(0, 2), numbering(*HAN) + num(2, 0, override(0, 1)), "一、文 二、文 一、文 二、文"),
    "a list that starts at five": (n(0, 2) + n(0, 2), numbering(*HAN) + num(2, 0, override(0, 5)), "五、文 六、文"),
    "two kinds count apart": (n() + n(0, 2) + n(), numbering(*HAN) + kind(7, levels(("decimal", "(%1)"))) + num(2, 7), "一、文 (1) 文 二、文"),
    "a level of the list's own": (n() + n(0, 2), numbering(*HAN) + num(2, 0, f'<w:lvlOverride w:ilvl="0">{levels(("upperLetter", "%1、"))}</w:lvlOverride>'), "一、文 B、文"),
    "never restarted": (n() + n(1) + n() + n(1), numbering(HAN[0], (*HAN[1], '<w:lvlRestart w:val="0"/>')), "一、文 \uff08一\uff09文 二、文 \uff08二\uff09文"),
    "restarted by the first level alone": (
        n() + n(1) + n(2) + n(1) + n(2) + n() + n(2),
        numbering(*HAN[:2], (*HAN[2], '<w:lvlRestart w:val="1"/>')),
        "一、文 \uff08一\uff09文 1. 文 \uff08二\uff09文 2. 文 二、文 1. 文",
    ),
    "bullets": (n(), numbering(("bullet", "\uf0b7")), "文"),
    "words without a number": (n(), numbering(("none", "附件：")), "附件：文"),
    "a hidden number": (n(), numbering(("decimal", "%1、", "<w:rPr><w:vanish/></w:rPr>")), "文"),
    "no gap": (n(), numbering(("decimal", "(%1)", '<w:suff w:val="nothing"/>')), "(1)文"),
    "a gap that keeps 1. from the 5 of 5件": (n(words="5件"), numbering(("decimal", "%1.", '<w:suff w:val="nothing"/>')), "1. 5件"),
    "by style": (s("Heading1") + s("Heading2") + s("Heading2") + s("Heading1") + s("Heading2"), STYLED, "一、文 1.1 文 1.2 文 二、文 2.1 文"),
    "out of the list of its style": (s("Heading1") + p("文", '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>') + s("Heading1"), STYLED, "一、文 文 二、文"),
    "a kind that stands for another": (
        n(0, 2),
        kind(3, '<w:numStyleLink w:val="L"/>') + kind(4, '<w:styleLink w:val="L"/>' + levels(*HAN)) + num(2, 3),
        "一、文",
    ),
    "a list that is not there": (n(0, 99), numbering(*HAN), "文"),
    "a kind that is not there": (n(0, 2), num(2, 5), "文"),
    "absurd levels": (n(99) + n("x") + n(-1), numbering(*HAN), "一、文 二、文 三、文"),
    "a level nobody described": (n(5), numbering(*HAN), "文"),
    "an absurd start": (n(), numbering(("upperLetter", "%1、")).replace('<w:start w:val="1"/>', '<w:start w:val="999999999"/>') , "0、文"),
    "endless words": (n(), numbering(("decimal", "%1" * 100_000)), "1" * 20 + " 文"),
    "deleted paragraphs do not count": (n() + n().replace("<w:r>", "<w:del><w:r>").replace("</w:r>", "</w:r></w:del>").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>") + n(), numbering(*HAN), "一、文 二、文"),
}


@pytest.mark.parametrize(("body", "lists", "expected"), LISTS.values(), ids=LISTS)
def test_automatic_numbers_are_written_as_word_shows_them(body: str, lists: str, expected: str) -> None:
    assert read(body, numbering=lists, styles=HEADINGS).text.replace("\n", " ") == expected


# ---- packages -----------------------------------------------------------------------------------------------------------
SOUND = parts(p("受理41件"))


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({**SOUND, "word/media/image1.png": "x"}, id="a picture"),
        pytest.param({name: content for name, content in SOUND.items() if "styles" not in name and "numbering" not in name}, id="named parts that are not there"),
        pytest.param({"word/document.xml": SOUND["word/document.xml"]}, id="no relations at all"),
        pytest.param({name.replace("/", "\\"): content for name, content in SOUND.items()}, id="backslashes"),
        pytest.param({name.upper(): content for name, content in SOUND.items()}, id="capitals"),
        pytest.param({"_rels/.rels": relations(officeDocument="/word/document2.xml"), "word/document2.xml": SOUND["word/document.xml"]}, id="another name"),
        pytest.param({**SOUND, "word/document.xml": SOUND["word/document.xml"].replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")}, id="strict"),
        pytest.param({**SOUND, "word/vbaProject.bin": "Sub AutoOpen()"}, id="macros"),
    ],
)  # fmt: skip
def test_a_sound_package_of_any_make_is_read(files: dict[str, str]) -> None:
    assert read_source("a.docx", zipped(files)).text == "受理41件"
    assert read_source("a.docm", zipped(files)).text == "受理41件"


def patched(data: bytes, offset: int, form: str, value: int) -> bytes:
    """The zip with a field of each entry of its directory changed."""
    out, at = bytearray(data), -1
    while (at := out.find(b"PK\x01\x02", at + 1)) >= 0:
        struct.pack_into(form, out, at + offset, value)
    return bytes(out)


DTD = '<?xml version="1.0"?><!DOCTYPE w:document [{entities}]>' + SOUND["word/document.xml"].replace("受理41件", "{use}")
LAUGHS = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
FILE = f'<!ENTITY f SYSTEM "file://{Path(__file__).resolve()}">'


def dtd(entities: str, use: str) -> bytes:
    return zipped({**SOUND, "word/document.xml": DTD.replace("{entities}", entities).replace("{use}", use)})


BROKEN = {
    "cut off": zipped(SOUND)[:-40],
    "cut in the middle": written(["一"] * 50)[:9000],
    "the magic alone": b"PK\x03\x04",
    "another zip": zipped({"a.txt": "受理41件"}),
    "a workbook": zipped({**SOUND, "word/document.xml": "<workbook/>"}),
    "no body": zipped({**SOUND, "word/document.xml": SOUND["word/document.xml"].replace("w:body", "w:bodx")}),
    "no xml": zipped({**SOUND, "word/document.xml": "受理41件"}),
    "an empty part": zipped({**SOUND, "word/document.xml": ""}),
    "xml cut off": zipped({**SOUND, "word/document.xml": SOUND["word/document.xml"][:-20]}),
    "broken relations": zipped({**SOUND, "_rels/.rels": "<Relationships"}),
    "broken numbering": zipped({**SOUND, "word/numbering.xml": "<w:numbering"}),
    "packed in an unknown way": patched(zipped(SOUND), 10, "<H", 97),
    "packed as lzma": patched(zipped(SOUND), 10, "<H", 14),
    "a directory that says less": patched(zipped(SOUND), 24, "<I", 5),
    "a directory that points nowhere": patched(zipped(SOUND), 42, "<I", 0x7FFFFFFF),
    "a directory of a wrong sum": patched(zipped(SOUND), 16, "<I", 1),
    "billion laughs": dtd(LAUGHS, "&a9;"),
    "laughs in an attribute": dtd(LAUGHS, "x</w:t></w:r><w:r w:rsidR='&a9;'><w:t>"),
    "an entity of the file system": dtd(FILE, "&f;"),
    "an entity of its own": dtd('<!ENTITY a "41">', "&a;"),
    "a DTD elsewhere": zipped({**SOUND, "word/document.xml": f'<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">{SOUND["word/document.xml"]}'}),
    "10,000 tables in each other": zipped(parts("<w:tbl><w:tr><w:tc>" * 10_000 + p("一") + "</w:tc></w:tr></w:tbl>" * 10_000)),
    "10,000 controls in each other": zipped(parts("<w:sdt><w:sdtContent>" * 10_000 + p("一") + "</w:sdtContent></w:sdt>" * 10_000)),
    "60 tables in each other": zipped(parts("<w:tbl><w:tr><w:tc>" * 60 + p("一") + "</w:tc></w:tr></w:tbl>" * 60)),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_one_clear_line(data: bytes) -> None:
    error = fault(data)
    assert (error.kind, error.fields) == (FaultKind.BROKEN, {"expected": "docx"})


def test_40_tables_in_each_other_are_read() -> None:
    assert read("<w:tbl><w:tr><w:tc>" * 40 + p("一") + "</w:tc></w:tr></w:tbl>" * 40).text == "一"


def test_a_locked_part_is_told() -> None:
    assert fault(patched(zipped(SOUND), 8, "<H", 1)).kind is FaultKind.ENCRYPTED


def test_a_locked_document_is_an_old_office_file_by_its_bytes() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert fault(locked).kind is FaultKind.ENCRYPTED


def test_a_document_without_words_is_blank() -> None:
    assert fault(zipped(parts("<w:p/>"))).kind is FaultKind.BLANK


BLANK = " " * 2 * limits.MEGABYTE
BOMBS = {
    "more than so many times its size": zipped({**SOUND, "word/media/a.bmp": BLANK}),
    "a directory that says more than there may be": patched(zipped(SOUND), 24, "<I", 0x7FFFFFFF),
}


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_not_unpacked(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_SMALLEST_BOMB", 0)
    assert fault(data).kind is FaultKind.ARCHIVE_BOMB


def test_a_part_is_unpacked_no_further_than_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "XML_BYTES", 1000)
    error = fault(zipped(parts(p("受理41件") * 20)))
    assert (error.kind, error.fields["most"]) == (FaultKind.ARCHIVE_BOMB, "0 MB")


def test_numbers_make_no_text_longer_than_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS", 100)
    assert fault(zipped(parts(n() * 200, numbering=numbering(*HAN)))).kind is FaultKind.TOO_LONG


def test_a_garbled_document_is_told() -> None:
    assert fault(written(["锟斤拷" * 20])).kind is FaultKind.LOST_CHARACTERS


def test_a_document_of_four_times_the_length_takes_no_more_than_its_share() -> None:
    def seconds(paragraphs: int) -> float:
        data = written(["全年共受理行政复议申请41件,办结40件。" * 5] * paragraphs)
        begun = time.process_time()
        assert len(read_source("a.docx", data).text) > 100 * paragraphs
        return time.process_time() - begun

    # Quadratic would be sixteen times; the least of three, for a busy machine slows single runs.
    assert min(seconds(2000) for _ in range(3)) < 10 * min(seconds(500) for _ in range(3))


RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
TURNED = {
    "between paragraphs": (p(r("一")) + p(RENDERED + r("二")), "一\n|二"),
    "within a paragraph": (p(r("一件") + RENDERED + r("二件")), "一件|二件"),
    "before an automatic number": (n() + p(RENDERED + r("乙"), "<w:numPr><w:numId w:val='1'/></w:numPr>"), "一、文\n|二、乙"),
    "in an empty paragraph": (p(r("一")) + p(RENDERED) + p(r("二")), "一\n|\n二"),
    "before a row of a table": (table(row("甲", "1"), row("乙", "2").replace(r("乙"), RENDERED + r("乙"))), "甲 1\n|乙 2\n"),
    "in a row of a table": (table(row("甲", "1"), row("乙", "2").replace(r("2"), r("2") + RENDERED)) + p(r("后")), "甲 1\n乙 2\n|后"),
}


@pytest.mark.parametrize(("body", "pages"), TURNED.values(), ids=TURNED)
def test_pages_are_those_that_word_drew(body: str, pages: str) -> None:
    source = read(body, numbering=numbering(*HAN))
    first, second = pages.split("|")
    assert source.text == first + second
    assert source.pages == (0, len(first))


# ---- chance -------------------------------------------------------------------------------------------------------------
CHANGES = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "insert"]), st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)),
    min_size=1,
    max_size=4,
)


def changed(data: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    for how, where, some in changes:
        at = int(where * len(data))
        if how == "flip":
            data = data[:at] + bytes(byte ^ other for byte, other in zip(data[at:], some, strict=False)) + data[at + len(some) :]
        elif how == "cut":
            data = data[:at] + data[at + some[0] :]
        else:
            data = data[:at] + some + data[at:]
    return data


RICH = parts(
    "".join(body for body, _ in BODIES.values()) + "".join(body for body, _, _ in TABLES.values()) + LISTS["higher numbers within"][0],
    numbering=numbering(*MIXED),
    styles=STYLES + HEADINGS,
)


def read_or_fault(data: bytes) -> str | ReadError:
    try:
        return read_source("a.docx", data).text
    except ReadError as error:
        return error


@settings(max_examples=500)
@given(CHANGES, st.sampled_from(["", "word/document.xml", "word/numbering.xml", "word/styles.xml", "_rels/.rels"]))
def test_a_damaged_document_gives_a_text_or_a_clear_line(changes: list[tuple[str, float, bytes]], part: str) -> None:
    if part:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in RICH.items():
                archive.writestr(name, changed(content.encode(), changes) if name == part else content)
        data = out.getvalue()
    else:
        data = b"PK\x03\x04" + changed(zipped(RICH)[4:], changes)
    outcome = read_or_fault(data)
    assert isinstance(outcome, str) or outcome.kind is not FaultKind.OTHER_KIND
