"""A brief → plain text for a mail or a document: the sentences, and the sources that they call by number."""

from __future__ import annotations

from exports._words_brief import BRIEF
from exports.brief_sentences import Sentence
from exports.brief_text import Brief, Source
from exports.excel_text import to_cell_text


def to_plain(brief: Brief) -> str:
    """Title, sections, sources and what stands below them, a sentence a line. Of the sources only those are listed that a
    sentence names; control characters are shown as signs."""
    cited: dict[int, None] = {}
    lines = [brief.title, *brief.lead]
    for part in brief.parts:
        lines += ["", part.heading, *(_line(sentence, brief, cited) for sentence in part.sentences)]
    named = [source for source in brief.sources if source.number in cited]
    if named:
        lines += ["", BRIEF.say("part.sources", brief.lang), *(_source(source, brief.lang) for source in named)]
    return to_cell_text("\n".join([*lines, "", *brief.foot])) + "\n"


def _line(sentence: Sentence, brief: Brief, cited: dict[int, None]) -> str:
    told = ""
    for piece in sentence:
        told += piece.text
        if piece.names and piece.figures[0] in brief.numbers:
            number = brief.numbers[piece.figures[0]]
            cited[number] = None
            told += BRIEF.say("cite", brief.lang, number=number)
    return told


def _source(source: Source, lang: str) -> str:
    year = "" if source.figure.year is None else f" {source.figure.year}"
    told = f"{source.figure.place}{year} {source.indicator} {source.value}"
    quote = BRIEF.say("quoted", lang, quote=" ".join(source.quote.split())) if source.quote else ""
    return f"{BRIEF.say('cite', lang, number=source.number)} {told}{quote} {source.where}".rstrip()
