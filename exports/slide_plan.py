"""Tables and a Selection → the deck: a title, for each indicator its bars (of a year) or lines (of years), then the method.

What stands round a chart is what the brief says of it (exports/brief_sentences.py): n of N above, barriers, blanks by cause and
warnings below, every sentence and the words of every figure in the speaker's notes. What does not fit goes on by rule: more bars
or lines on a further slide of the same axis, more notes on a slide of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from charts import footer_of
from exports._words_brief import BRIEF
from exports._words_slides import SLIDES
from exports.brief_figures import say_figure
from exports.brief_sentences import Speaker
from exports.citing import panel_citation
from exports.slide_bars import bars_of
from exports.slide_data import Charted, Deck, Slide
from exports.slide_fit import fit, fit_joined, lines_held, lines_needed
from exports.slide_layout import ABOVE as ABOVE_BOX
from exports.slide_layout import NOTES, WORDS_BOX
from exports.slide_layout import SOURCE as SOURCE_BOX
from exports.slide_lines import lines_of
from panel.brief import of_indicators
from panel.build import Tables
from panel.caveats import caveats
from panel.compare import cells
from panel.display import unit_name
from panel.ranks import is_of_one_year
from panel.selection import Selection, reports_of
from panel.standing import mark_of, standing_of
from panel.statements import Figure, Kind, Named, Statement
from panel.words import WORDS as SHARED

# Of the statements of a brief: those above a chart, and those below it.
ABOVE = (Kind.GIVEN, Kind.NOTHING)
BELOW = (
    *(Kind.BARRED, Kind.SHARED, Kind.OPEN, Kind.CEILING_OPEN, Kind.BREAK, Kind.TREND_RISES, Kind.TREND_FALLS, Kind.TREND_OPEN),
    *(Kind.GAPS, Kind.NO_GAPS, Kind.WARNING, Kind.CHECK, Kind.SECOND, Kind.REVISED, Kind.MORE),
)
# Names on the first slide, figures whose words stand in the notes of one, and places that a source names
# as far as there is room.
MOST_NAMES, MOST_SPOKEN, SOURCES_NAMED = 8, 80, (5, 3, 1, 0)


def plan_deck(tables: Tables, selection: Selection, *, made: date, lang: str = "zh") -> Deck:
    """The deck of the selection's indicators; of a selection of one year the years around it are drawn as lines too."""
    slides = [_first(tables, selection, made, lang)]
    for one in selection.indicators:
        own = replace(selection, indicators=(one,), borrow=0)
        if is_of_one_year(cells(tables, own)):
            slides += _charted(tables, own, made, lang, is_bars=True)
            own = replace(own, years=())
        if not is_of_one_year(cells(tables, own)):
            slides += _charted(tables, own, made, lang, is_bars=False)
    slides.append(_last(tables, made, lang))
    return Deck(slides[0].title, lang, tuple(slides))


def _charted(tables: Tables, selection: Selection, made: date, lang: str, *, is_bars: bool) -> Iterator[Slide]:
    """The slides of one indicator: its charts, each with what is said of all, and what found no room below them."""
    statements = [one for section in of_indicators(tables, selection) for one in section.statements]
    speaker = Speaker(tables.catalog, lang)
    sentences = [(one, "".join(piece.text for piece in speaker.say(one))) for one in statements if not _is_of_years(one, is_bars)]
    indicator = tables.catalog.indicators[selection.indicators[0]]
    unit = SLIDES.say("unit", lang, unit=unit_name(tables.catalog, indicator.unit, lang))
    counts = [unit, *(said for one, said in sentences if one.kind in ABOVE)]
    above, more = fit_joined(counts, "" if lang == "zh" else " ", ABOVE_BOX.width, ABOVE_BOX.height, ABOVE_BOX.size)
    title, charts, undrawn = _charts(tables, selection, above, lang, is_bars=is_bars)
    # What is said of the drawing itself comes first: it may not stand on another slide.
    below = [SLIDES.say("from_bottom", lang)] if any(chart.bottom for chart, _ in charts) else []
    below += [SLIDES.say("undrawn", lang, n=undrawn)] if undrawn else []
    below += [*more, *(said for one, said in sentences if one.kind in BELOW)]
    source = _source(tables, selection, made, lang)
    spoken = [said for _, said in sentences]
    if not charts:
        yield from _words(Slide(title, (above, SLIDES.say("nothing", lang)), source=source, spoken=tuple(spoken)), below, lang)
        return
    shown, rest = fit(below, NOTES.width, NOTES.height, NOTES.size)
    for part, (chart, figures) in enumerate(charts, 1):
        named = title if len(charts) == 1 else SLIDES.say("part", lang, title=title, part=part, parts=len(charts))
        told = (*(spoken if part == 1 else ()), *_evidence(tables, figures, lang))
        yield Slide(named, (above,), replace(chart, alt=f"{named}. {chart.alt}"), tuple(shown), source, told)
    if rest:
        yield from _words(Slide(SLIDES.say("words", lang, title=title), source=source), rest, lang)


def _source(tables: Tables, selection: Selection, made: date, lang: str) -> str:
    """Source, date and standing sentence, with as many places named as there is room for."""
    told = ""
    for names in SOURCES_NAMED:
        told = " · ".join(map(str, footer_of(tables, selection, lang=lang, made=made, names=names)))
        if lines_needed(told, SOURCE_BOX.width, SOURCE_BOX.size) <= lines_held(SOURCE_BOX.height, SOURCE_BOX.size):
            break
    return told


def _is_of_years(statement: Statement, is_bars: bool) -> bool:
    """Whether a statement warns that years are mixed where a chart of years mixes them on purpose."""
    caveat = statement.fields.get("caveat")
    return not is_bars and getattr(caveat, "code", "") == "mixed_years"


def _charts(
    tables: Tables, selection: Selection, alt: str, lang: str, *, is_bars: bool
) -> tuple[str, list[tuple[Charted, tuple[Figure, ...]]], int]:
    """The title, the charts and how many figures (or places) they leave out."""
    held = cells(tables, selection, lang=lang)
    name = Speaker(tables.catalog, lang).name(Named("indicator", selection.indicators[0]))
    mark = mark_of(tables, lang)
    years = sorted({int(year) for year in held["year"].dropna()})
    if is_bars:
        year = str(years[0]) if years else SHARED.say("unknown_year", lang)
        title = SLIDES.say("bars", lang, name=name, year=year)
        return mark + title, *bars_of(tables, selection, held, caveats(tables, selection), alt, lang)
    breaks = tables.catalog.indicators[selection.indicators[0]].breaks
    title = SLIDES.say("lines", lang, name=name, first=years[0], last=years[-1])
    return mark + title, *lines_of(held, breaks, alt, lang)


def _words(first: Slide, sentences: Sequence[str], lang: str) -> Iterator[Slide]:
    """Slides of words: as many as the sentences need; the first has what it is given."""
    rest, slide = list(sentences), first
    while True:
        shown, rest = fit([*slide.lines, *rest], WORDS_BOX.width, WORDS_BOX.height, WORDS_BOX.size)
        yield replace(slide, lines=tuple(shown))
        if not rest:
            return
        slide = replace(first, lines=(), spoken=())


def _evidence(tables: Tables, figures: Sequence[Figure], lang: str) -> Iterator[str]:
    """The words behind the figures of a slide."""
    yield SLIDES.say("evidence", lang)
    for figure in figures[:MOST_SPOKEN]:
        value = say_figure(figure, tables.catalog, lang, of_what=True)
        where = BRIEF.say("where", lang, doc=figure.doc_id, start=figure.start, end=figure.end)
        year = SHARED.say("unknown_year", lang) if figure.year is None else str(figure.year)
        told = {"place": figure.place, "year": year, "value": value, "quote": figure.quote, "where": where}
        yield SLIDES.say("evidence_line", lang, **told)
    if len(figures) > MOST_SPOKEN:
        yield SLIDES.say("evidence_more", lang, n=len(figures) - MOST_SPOKEN)


def _first(tables: Tables, selection: Selection, made: date, lang: str) -> Slide:
    """What the slides are of."""
    reports = reports_of(tables, selection)
    years = sorted({int(year) for year in reports["year"].dropna()})
    span = "–".join(map(str, dict.fromkeys((years[0], years[-1])))) if years else SHARED.say("unknown_year", lang)
    joint = BRIEF.say("comma", lang)
    names = [Speaker(tables.catalog, lang).name(Named("indicator", one)) for one in selection.indicators]
    listed = joint.join(names[:MOST_NAMES]) + (f" … ({len(names)})" if len(names) > MOST_NAMES else "")
    lines = [SLIDES.say("title.of", lang, places=reports["place"].nunique(), n=len(reports), years=span)]
    if selection.levels:
        levels = joint.join(SHARED.say(f"level.{level}", lang) for level in selection.levels)
        lines.append(SLIDES.say("title.levels", lang, levels=levels))
    lines += [SLIDES.say("title.indicators", lang, names=listed)] if names else []
    lines += [SLIDES.say("made", lang, made=made.isoformat(), stamp=tables.catalog.stamp), standing_of(tables, lang)]
    return Slide(mark_of(tables, lang) + SLIDES.say("title", lang), tuple(lines))


def _last(tables: Tables, made: date, lang: str) -> Slide:
    """How the figures were come by, and how to cite them."""
    cited = panel_citation(tables, app=SLIDES.say("title", lang), made=made, lang=lang)
    lines = [SLIDES.say(f"method.{at}", lang) for at in range(1, 5)]
    return Slide(mark_of(tables, lang) + SLIDES.say("method", lang), (*lines, SLIDES.say("cite", lang, cited=cited)))
