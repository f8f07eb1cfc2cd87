"""The styles of a Word document → what they say of a paragraph or a run that uses them: its numbering, whether it is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_VAL = qn("w:val")
_OFF = {"0", "false", "off"}
# w:webHidden are the page numbers of a table of contents.
_HIDING = (qn("w:vanish"), qn("w:webHidden"))


def value(element: BaseOxmlElement | None, *path: str) -> str | None:
    """The w:val of the element found going down `path` by names as w:pPr; None where an element or its w:val is missing."""
    for name in path:
        element = element.find(qn(name)) if element is not None else None
    return element.get(_VAL) if element is not None else None


def hidden(properties: BaseOxmlElement | None) -> bool | None:
    """Whether the properties of a run (w:rPr) hide it; None where they don't say."""
    told = [element for name in _HIDING if properties is not None and (element := properties.find(name)) is not None]
    return any(element.get(_VAL) not in _OFF for element in told) if told else None


class Styles:
    """The styles of a document by their ids. An unknown id is a style that says nothing."""

    def __init__(self, root: BaseOxmlElement | None) -> None:
        styles = list(root.findall(qn("w:style"))) if root is not None else []
        self._styles = {style.get(qn("w:styleId")): style for style in styles}
        self._hidden: dict[str | None, bool | None] = {}
        defaults = [style for style in styles if style.get(qn("w:default")) not in (None, *_OFF)]
        paragraphs = [style for style in defaults if style.get(qn("w:type")) == "paragraph"]
        self._default = paragraphs[0].get(qn("w:styleId")) if paragraphs else None

    def of(self, paragraph: BaseOxmlElement) -> str | None:
        """The id of a paragraph's style, the document's default where it names none."""
        return value(paragraph, "w:pPr", "w:pStyle") or self._default

    def chain(self, style: str | None) -> Iterator[tuple[str, BaseOxmlElement]]:
        """A style and those it is based on, nearest first."""
        seen = set()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = value(self._styles[style], "w:basedOn")

    def hides(self, style: str | None) -> bool | None:
        """Whether text in a style is hidden, as Word's own z-TopofForm (窗体顶端) is; None where it doesn't say."""
        if style not in self._hidden:
            told = (hidden(element.find(qn("w:rPr"))) for _, element in self.chain(style))
            self._hidden[style] = next((said for said in told if said is not None), None)
        return self._hidden[style]
