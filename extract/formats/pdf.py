"""A PDF with a text layer → its text: a paragraph a line, tables by their cells, no page numbers or running headers.

Read in a process of its own (see `apart`), since pdfminer unpacks a stream whole and lays out all that a page names: a file
ends in a text or in a named fault within limits.SECONDS and limits.READER_BYTES. What is bounded before that stands in
`pdf_pages`; how lines become paragraphs, in `pdf_lines` and `pdf_paragraphs`. Characters stay as the file gives them, radicals
(⾏⻓⻔) too. Pictures are not read.
"""

from __future__ import annotations

from ..source import Source
from .apart import read_apart

SUFFIXES = (".pdf",)
MAGIC = (b"%PDF",)

_READER = f"{__package__}.pdf_pages"


def read(data: bytes) -> Source:
    """The text of a PDF with its pages and cells. Raises FormatError where it is locked, damaged, too large, takes too long,
    holds pictures instead of text, or doesn't say which characters it draws."""
    return read_apart(_READER, data)
