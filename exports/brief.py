"""A brief (exports/brief_text.py) and its charts → a document of Word: sentences with links to the sources, pictures, sources.

Every figure that a sentence names has the number of its source behind it and leads there; a number that counts leads to the
first of what it counts. The same brief and pictures give the same bytes. Texts may hold anything:
what XML can't hold is shown as a sign.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from charts import PRINTED, tokens
from exports._words_brief import BRIEF
from exports.brief_sentences import Piece, Sentence
from exports.brief_text import Brief, Part, Source
from exports.excel_text import to_cell_text
from exports.office_package import FACE, settled

PAGE, MARGIN = (21.0, 29.7), 2.0  # centimetres: A4
COLUMNS = ("number", "indicator", "place", "year", "value", "quote", "where")
# Of the width of the page, in the order of the columns.
SHARES = (0.06, 0.16, 0.13, 0.07, 0.14, 0.26, 0.18)
# A point is so many pixels of a screen, in which the tokens are; Word counts letters by halves of a point, widths by twentieths.
_POINT = 0.75
_SMALL, _BODY, _HEAD, _TITLE = (
    size * _POINT for size in (tokens.NOTE_SIZE, tokens.SUBTITLE_SIZE, tokens.BODY_SIZE, tokens.TITLE_SIZE)
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a PNG, what it shows in words, its title, and the id of the indicator that it is of ("" for none of its own)."""

    png: bytes
    alt: str
    title: str
    indicator: str = ""


def to_docx(brief: Brief, pictures: Sequence[Picture] = (), *, made: date, note: str = "") -> bytes:
    """The document; `note` says why there are no pictures, where there are none though some were wanted."""
    document = Document()
    _set_up(document, brief)
    document.add_paragraph(to_cell_text(brief.title), style="Title")
    for line in (*brief.lead, *([BRIEF.say("no_picture", brief.lang, why=note)] if note else [])):
        document.add_paragraph(to_cell_text(line))
    shown: set[int] = set()
    for part in brief.parts:
        _add_part(document, brief, part)
        for at, picture in enumerate(pictures):
            if picture.indicator and picture.indicator == part.indicator:
                _add_picture(document, picture)
                shown.add(at)
    rest = [picture for at, picture in enumerate(pictures) if at not in shown]
    if rest:
        document.add_heading(BRIEF.say("part.pictures", brief.lang), 1)
        for picture in rest:
            _add_picture(document, picture)
    if brief.sources:
        document.add_heading(BRIEF.say("part.sources", brief.lang), 1)
        document.element.body.insert_element_before(_sources(brief), "w:sectPr")
    for line in brief.foot:
        document.add_paragraph(to_cell_text(line), style="Caption")
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue(), made)


def _set_up(document: Any, brief: Brief) -> None:
    """Page, type and what the file says of itself."""
    section = document.sections[0]
    section.page_width, section.page_height = map(Cm, PAGE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    for name, size, bold in (
        ("Normal", _BODY, False),
        ("Title", _TITLE, True),
        ("Heading 1", _HEAD, True),
        ("List Bullet", _BODY, False),
        ("Caption", _SMALL, False),
    ):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = FACE, Pt(size), bold, False
        style.font.color.rgb = RGBColor.from_string(PRINTED.ink[1:])
        fonts = style.element.rPr.rFonts
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FACE)
            # A face of the theme would go before the one that is named.
            fonts.attrib.pop(qn(f"w:{script}Theme"), None)
    told = document.core_properties
    told.title, told.author, told.comments = to_cell_text(brief.title), "", " ".join(brief.foot)
    told.language = "zh-CN" if brief.lang == "zh" else "en"
    told.last_modified_by, told.revision = "", 1


def _add_part(document: Any, brief: Brief, part: Part) -> None:
    document.add_heading(to_cell_text(part.heading), 1)
    for sentence in part.sentences:
        paragraph = document.add_paragraph(style="List Bullet")
        for run in _runs(sentence, brief):
            paragraph._p.append(run)


def _runs(sentence: Sentence, brief: Brief) -> Iterable[Any]:
    """The pieces of a sentence as runs, those of cells as links to their source."""
    for piece in sentence:
        number = _number(piece, brief)
        if number is None:
            yield parse_xml(f"<w:r {nsdecls('w')}>{_text(piece.text)}</w:r>")
            continue
        link = f'<w:rPr><w:color w:val="{PRINTED.link[1:]}"/></w:rPr>'
        raised = f'<w:rPr><w:color w:val="{PRINTED.link[1:]}"/><w:vertAlign w:val="superscript"/></w:rPr>'
        # Only what names a figure is followed by the number of its source.
        cited = f"<w:r>{raised}{_text(BRIEF.say('cite', brief.lang, number=number))}</w:r>" if piece.names else ""
        runs = f"<w:r>{link}{_text(piece.text)}</w:r>{cited}"
        yield parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="{_anchor(number)}" w:history="1">{runs}</w:hyperlink>')


def _number(piece: Piece, brief: Brief) -> int | None:
    """The source that a piece leads to; None where it has none, or none that is listed."""
    return next((brief.numbers[figure] for figure in piece.figures if figure in brief.numbers), None)


def _anchor(number: int) -> str:
    return f"source_{number}"


def _add_picture(document: Any, picture: Picture) -> None:
    """A chart over the width of the page, with its words for whoever can't see it, and its title below."""
    shape = document.add_picture(io.BytesIO(picture.png), width=Cm(PAGE[0] - 2 * MARGIN))
    about = shape._inline.docPr
    about.set("descr", to_cell_text(picture.alt))
    about.set("title", to_cell_text(picture.title))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph(to_cell_text(picture.title), style="Caption")


def _sources(brief: Brief) -> Any:
    """The table of sources, its head repeated on each page, a bookmark at every number."""
    width = (PAGE[0] - 2 * MARGIN) / 2.54 * 1440
    widths = [round(width * share) for share in SHARES]
    heads = {column: BRIEF.say(f"head.{column}", brief.lang) for column in COLUMNS}
    grid = "".join(f'<w:gridCol w:w="{across}"/>' for across in widths)
    rows = [_row(heads, widths, bold=True), *(_row(_cells(source), widths, number=source.number) for source in brief.sources)]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{PRINTED.rule[1:]}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    across = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    look = f'<w:tblPr>{across}<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    return parse_xml(f"<w:tbl {nsdecls('w')}>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def _cells(source: Source) -> Mapping[str, str]:
    year = source.figure.year
    return {
        "number": str(source.number),
        "indicator": source.indicator,
        "place": source.figure.place,
        "year": "" if year is None else str(year),
        "value": source.value,
        "quote": source.quote,
        "where": source.where,
    }


def _row(cells: Mapping[str, str], widths: Sequence[int], *, bold: bool = False, number: int = 0) -> str:
    size = f'<w:sz w:val="{round(2 * _SMALL)}"/><w:szCs w:val="{round(2 * _SMALL)}"/>'
    look = f"<w:rPr>{'<w:b/>' if bold else ''}{size}</w:rPr>"
    close = '<w:pPr><w:spacing w:after="0"/></w:pPr>'
    told = []
    for column, across in zip(COLUMNS, widths, strict=True):
        run = f"<w:r>{look}{_text(cells[column])}</w:r>"
        if number and column == "number":
            run = f'<w:bookmarkStart w:id="{number}" w:name="{_anchor(number)}"/>{run}<w:bookmarkEnd w:id="{number}"/>'
        told.append(f'<w:tc><w:tcPr><w:tcW w:w="{across}" w:type="dxa"/></w:tcPr><w:p>{close}{run}</w:p></w:tc>')
    about = "<w:cantSplit/><w:tblHeader/>" if bold else "<w:cantSplit/>"
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(told)}</w:tr>"


def _text(words: str) -> str:
    """Words as the text of a run; a line end is a break of the line."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in to_cell_text(words).split("\n")]
    return "<w:br/>".join(lines)
