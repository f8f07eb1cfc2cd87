"""A deck (exports/slide_plan.py) → the bytes of a presentation of PowerPoint, 16:9, one native chart a slide.

Letters are of the theme, which names a face with Chinese for every script; sizes and colours are those of the charts. The same
deck gives the same bytes. Texts may hold anything: they are text and nothing else.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from charts import PRINTED, tokens
from exports import slide_layout as layout
from exports.excel_text import to_cell_text
from exports.office_package import FACE, settled
from exports.slide_chart import add_chart
from exports.slide_data import Deck, Slide
from exports.slide_fit import lines_needed
from exports.slide_layout import Box

# Layouts of python-pptx's own template: of a title alone.
_TITLE_ONLY = 5
_FACES = re.compile(rb'<a:latin typeface="[^"]*"([^>]*)/><a:ea typeface="[^"]*"/><a:cs typeface="[^"]*"/>')
_LONGEST = 2000  # characters of a title: more is no title


def to_pptx(deck: Deck, *, made: date) -> bytes:
    """The presentation of a deck."""
    show = Presentation()
    _set_up(show, deck)
    for at, slide in enumerate(deck.slides):
        _add_slide(show, slide, is_first=at == 0)
    out = io.BytesIO()
    show.save(out)
    return settled(out.getvalue(), made)


def _set_up(show: Any, deck: Deck) -> None:
    """Size, faces and what the file says of itself."""
    wider, higher = Pt(layout.WIDTH) / show.slide_width, Pt(layout.HEIGHT) / show.slide_height
    show.slide_width, show.slide_height = Pt(layout.WIDTH), Pt(layout.HEIGHT)
    master = show.slide_master
    for shape in [*master.shapes, *(shape for one in master.slide_layouts for shape in one.shapes)]:
        shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
        shape.top, shape.height = int(shape.top * higher), int(shape.height * higher)
    for part in show.part.package.iter_parts():
        if str(part.partname).startswith("/ppt/theme/"):
            # python-pptx has no other way to a theme.
            part._blob = _FACES.sub(_faces, part.blob)
    told = show.core_properties
    told.title, told.author, told.last_modified_by, told.revision = to_cell_text(deck.title), "", "", 1
    told.language = "zh-CN" if deck.lang == "zh" else "en"


def _faces(found: re.Match[bytes]) -> bytes:
    face = FACE.encode()
    return b'<a:latin typeface="%b"/><a:ea typeface="%b"/><a:cs typeface="%b"/>' % (face, face, face)


def _add_slide(show: Any, slide: Slide, *, is_first: bool) -> None:
    page = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    _title(page, slide.title, layout.FIRST_TITLE if is_first else layout.TITLE)
    if is_first:
        _write(page, "lines", slide.lines, layout.FIRST_LINES)
    elif slide.charted is None:
        _write(page, "lines", slide.lines, layout.WORDS_BOX)
    else:
        _write(page, "lines", slide.lines, layout.ABOVE)
        add_chart(page, slide.charted)
        _write(page, "notes", slide.notes, layout.NOTES)
    if slide.source:
        _write(page, "source", (slide.source,), layout.SOURCE, muted=True)
    if slide.spoken:
        page.notes_slide.notes_text_frame.text = "\n".join(to_cell_text(line) for line in slide.spoken)


def _title(page: Any, title: str, box: Box) -> None:
    """The title in its placeholder, smaller where it would be longer than its box."""
    words = to_cell_text(title)[:_LONGEST]
    # On the first slide as many lines as there is room for, elsewhere one while there is a size for it.
    most = max(1, int(box.height / box.size / tokens.LEADING))
    sizes = [size for size in (box.size, *layout.TITLE_SMALLER) if lines_needed(words, box.width, size, bold=True) <= most]
    size = sizes[0] if sizes else layout.TITLE_SMALLER[-1]
    shape = page.shapes.title
    _place(shape, box)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.MIDDLE
    frame.text = words
    _dress(frame, size, PRINTED.ink, bold=True)


def _write(page: Any, name: str, lines: Sequence[str], box: Box, *, muted: bool = False) -> None:
    """Lines in a box, a paragraph each; no box for no line."""
    if not lines:
        return
    shape = page.shapes.add_textbox(*(Pt(side) for side in (box.left, box.top, box.width, box.height)))
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.text = "\n".join(" ".join(to_cell_text(line).split("\n")) for line in lines)
    _dress(frame, box.size, PRINTED.muted if muted else PRINTED.ink)


def _dress(frame: Any, size: float, colour: str, *, bold: bool = False) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.bold = Pt(size), bold
        paragraph.font.color.rgb = RGBColor.from_string(colour[1:])
        paragraph.alignment = PP_ALIGN.LEFT


def _place(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(side) for side in (box.left, box.top, box.width, box.height))
