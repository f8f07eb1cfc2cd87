"""Statements → a brief in words: title, sections of sentences, and the numbered sources that the figures in them lead to.

What the document, the page and the copy share: each of them only lays it out. Every figure that a sentence names has a source of
its own; the cells that it only counts follow, as far as MOST_SOURCES goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from exports._words_brief import BRIEF
from exports.brief_figures import fill, say_figure
from exports.brief_sentences import Sentence, Speaker
from panel.brief import MOST_INDICATORS, of_indicators, of_place
from panel.build import Tables
from panel.display import unit_name
from panel.peers import PeerSet
from panel.selection import Selection
from panel.standing import mark_of, standing_of
from panel.statements import Figure, Named, Section, figures_in
from panel.words import WORDS as SHARED

# More sources than this are the workbook's business; names of a selection before the rest is counted.
MOST_SOURCES, MOST_NAMES = 400, 12


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its sentences; `indicator` is the id of what it is of, "" for a part of no single one."""

    heading: str
    sentences: tuple[Sentence, ...]
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the sources: `number` is what sentences call it by, `value` the figure or the cause of the blank, `quote` its
    words or, of a blank, the nearest ones."""

    number: int
    figure: Figure
    indicator: str
    value: str
    quote: str
    where: str


@dataclass(frozen=True)
class Brief:
    """All that is said, in one language; texts are as they came, whoever lays them out escapes them."""

    lang: str
    title: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    foot: tuple[str, ...]

    @cached_property
    def numbers(self) -> Mapping[Figure, int]:
        """The number of the source of each figure that has one."""
        return {source.figure: source.number for source in self.sources}


def selection_brief(tables: Tables, selection: Selection, *, made: date, lang: str = "zh") -> Brief:
    """The brief of the selection's indicators; without a report in it, or without an indicator, one that says so."""
    ids, speaker = selection.indicators, Speaker(tables.catalog, lang)
    about = speaker.name(Named("indicator", ids[0])) if len(ids) == 1 else fill("title.many", lang, {"n": str(len(ids))})
    return _write(tables, of_indicators(tables, selection), selection, about, made, lang)


def place_brief(
    tables: Tables, place: str, year: int, peers: PeerSet, chosen: Sequence[str] = (), *, made: date, lang: str = "zh"
) -> Brief:
    """The brief of one place in one year against its peers (`chosen` are those of a list)."""
    sections = of_place(tables, place, year, peers, chosen)
    about = fill("title.place", lang, {"place": place, "year": str(year)})
    return _write(tables, sections, Selection(places=(place,), years=(year,)), about, made, lang)


def _write(tables: Tables, sections: Sequence[Section], selection: Selection, about: str, made: date, lang: str) -> Brief:
    speaker = Speaker(tables.catalog, lang)
    parts = tuple(_part(speaker, section) for section in sections)
    every = figures_in(statement for section in sections for statement in section.statements)
    sources = tuple(_source(tables, speaker, figure, number, lang) for number, figure in enumerate(every[:MOST_SOURCES], 1))
    lead = [BRIEF.say("rule", lang), _selection(selection, lang)]
    if len(selection.indicators) > MOST_INDICATORS and parts:
        lead.append(fill("too_many", lang, {"n": str(len(selection.indicators)), "most": str(MOST_INDICATORS)}))
    if not parts:
        lead.append(BRIEF.say("nothing_chosen", lang))
    foot = [standing_of(tables, lang), fill("made", lang, {"made": made.isoformat(), "stamp": tables.catalog.stamp})]
    if len(every) > MOST_SOURCES:
        rest = {"most": str(MOST_SOURCES), "n": str(len(every) - MOST_SOURCES)}
        foot.insert(0, fill("sources.more", lang, rest))
    title = mark_of(tables, lang) + BRIEF.say("title", lang, name=about)
    return Brief(lang, title, tuple(lead), parts, sources, tuple(foot))


def _part(speaker: Speaker, section: Section) -> Part:
    named = section.heading
    sentences = tuple(speaker.say(statement) for statement in section.statements)
    return Part(speaker.name(named), sentences, named.id if named.what == "indicator" else "")


def _source(tables: Tables, speaker: Speaker, figure: Figure, number: int, lang: str) -> Source:
    name = ""
    if figure.indicator in tables.catalog.indicators:
        unit = unit_name(tables.catalog, tables.catalog.indicators[figure.indicator].unit, lang)
        name = BRIEF.say("sources.indicator", lang, name=speaker.name(Named("indicator", figure.indicator)), unit=unit)
    if figure.has_value:
        value = say_figure(figure, tables.catalog, lang, of_what=True)
    else:
        value = SHARED.say(f"cause.{figure.state}", lang)
    if figure.doc_id is None or figure.start is None or figure.end is None:
        return Source(number, figure, name, value, "", figure.doc_id or "")
    text = tables.texts.get(figure.doc_id, "")
    where = BRIEF.say("where", lang, doc=figure.doc_id, start=figure.start, end=figure.end)
    return Source(number, figure, name, value, text[figure.start : figure.end], where)


def _selection(selection: Selection, lang: str) -> str:
    every = BRIEF.say("all", lang)
    levels = [SHARED.say(f"level.{level}", lang) for level in selection.levels]
    told = {
        "places": _listed(selection.places, lang) or every,
        "years": _listed(tuple(map(str, selection.years)), lang) or every,
        "levels": _listed(levels, lang) or every,
    }
    return fill("selection", lang, told)


def _listed(names: Sequence[str], lang: str) -> str:
    joined = BRIEF.say("comma", lang).join(names[:MOST_NAMES])
    return joined if len(names) <= MOST_NAMES else fill("listed", lang, {"names": joined, "n": str(len(names))})
