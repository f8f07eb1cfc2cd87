"""Statements (panel/statements.py) → sentences in Chinese or English, cut into pieces, each with the cells that it is said of.

The words are those of exports/_words_brief.py, the names those of the catalogue and of the reports. A piece is plain text:
whoever puts it on a page or into a document escapes it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports._words_brief import BRIEF
from exports.brief_figures import fill, gap, say_change, say_figure, say_ranks, words_of
from extract.catalog import Break, Catalog
from panel.arithmetic import describe_rule
from panel.caveats import Caveat
from panel.display import describe_base, format_earlier
from panel.statements import Field, Figure, Kind, Moved, Named, Ranks, Statement
from panel.words import WORDS as SHARED

# How the items of a list are joined: figures and names by commas, what has commas in it by semicolons.
_BY_SEMICOLON = (Kind.RANKED_ITEM, Kind.MOVED, Kind.GAP_ITEM, Kind.UNREPORTED_ITEM)
# Figures of a place that the sentence names already are said without it.
_WITHOUT_PLACE = (Kind.MOVED, Kind.STANDS, Kind.STANDS_QUARTER, Kind.UNRANKED_ITEM, Kind.CHANGED, Kind.SECOND)
# Parts of a sentence.
_ITEMS = (*_BY_SEMICOLON, Kind.UNRANKED_ITEM, Kind.GAP_COUNT)
# What the sentence says of its figures already.
_OF_GROUP = (Kind.RANKED_ITEM, Kind.MOVED)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence, and the cells that they are said of: the one that they name (`names`), or all that a number
    counts or a rank is of."""

    text: str
    figures: tuple[Figure, ...] = ()
    names: bool = False


Sentence = tuple[Piece, ...]


class Speaker:
    """Says the statements of one catalogue in one language."""

    def __init__(self, catalog: Catalog, lang: str) -> None:
        self._catalog, self._lang = catalog, lang

    def say(self, statement: Statement) -> Sentence:
        """The sentence of a statement."""
        key = "more_doubts" if statement.kind is Kind.MORE else str(statement.kind)
        pieces = [piece for words, name in BRIEF.pieces(key, self._lang) for piece in self._part(statement, words, name)]
        told = _joined(pieces, self._lang)
        is_item = statement.kind in _ITEMS
        return told if is_item or self._lang == "zh" or not told else (_with_capital(told[0]), *told[1:])

    def name(self, named: Named) -> str:
        """The name of an indicator, a theme, a level, a cause … in the language."""
        if named.what == "indicator":
            indicator = self._catalog.indicators[named.id]
            return indicator.name if self._lang == "zh" else indicator.name_en
        if named.what == "theme":
            theme = self._catalog.themes[named.id]
            return theme.name if self._lang == "zh" else theme.name_en
        if named.what == "rule":
            return describe_rule(named.id, self._catalog, self._lang)
        own = BRIEF if named.what in ("part", "better") else SHARED
        return own.say(f"{named.what}.{named.id}", self._lang)

    def _part(self, statement: Statement, words: str, name: str | None) -> Iterator[Piece]:
        """Some words of the template and what stands in the field after them."""
        yield Piece(words_of(words, self._lang))
        if name == "like":
            yield Piece(self._like(statement))
        elif name is not None:
            yield from self._told(statement, name)

    def _told(self, statement: Statement, name: str) -> Iterator[Piece]:
        value, kind = statement.fields[name], statement.kind
        if name == "more":
            yield Piece(fill("more", self._lang, {"more": str(value)}) if value else "")
        elif name == "years" and isinstance(value, tuple):
            yield Piece(self._years([str(year) for year in value]))
        elif name == "told" and isinstance(value, Figure):
            yield Piece(self._earlier(statement, value), (value,), names=True)
        elif isinstance(value, Moved):
            both = tuple(one for one in (statement.fields["now"], statement.fields["then"]) if isinstance(one, Figure))
            yield Piece(say_change(value, both[0].indicator, self._catalog, self._lang), both)
        elif isinstance(value, Ranks):
            yield Piece(say_ranks(value, self._lang), _ranked(statement))
        elif isinstance(value, tuple):
            yield from self._list(value, kind)
        else:
            yield self._one(value, kind, statement.cells.get(name, ()))

    def _one(self, value: Field, kind: Kind, cells: tuple[Figure, ...], *, dated: bool = False) -> Piece:
        """A single value: a figure with its cell, a number with the cells that it counts, a name, a caveat."""
        if isinstance(value, Figure):
            return Piece(self._figure(value, kind, dated=dated), (value,), names=True)
        if isinstance(value, Named):
            return Piece(self.name(value), cells)
        if isinstance(value, Caveat):
            return Piece(value.say(self._lang), cells)
        if isinstance(value, Break):
            return Piece(value.why if self._lang == "zh" else value.why_en)
        return Piece(str(value), cells)

    def _list(self, values: Sequence[Field], kind: Kind) -> Iterator[Piece]:
        """The items of a list one after another; that there is none is said too."""
        if not values:
            yield Piece(BRIEF.say("no_value", self._lang))
        dated = len({value.year for value in values if isinstance(value, Figure)}) > 1
        for at, value in enumerate(values):
            by = "semicolon" if isinstance(value, Statement) and value.kind in _BY_SEMICOLON else "comma"
            if at:
                yield Piece(BRIEF.say(by, self._lang))
            if isinstance(value, Statement):
                yield from self.say(value)
            else:
                yield self._one(value, kind, (), dated=dated)

    def _figure(self, figure: Figure, kind: Kind, *, dated: bool) -> str:
        if not figure.has_value:
            return SHARED.say(f"cause.{figure.state}", self._lang)
        told = say_figure(figure, self._catalog, self._lang, of_what=kind not in _OF_GROUP)
        if kind in _WITHOUT_PLACE:
            return told
        key = "of_place_year" if dated and figure.year is not None else "of_place"
        return fill(key, self._lang, {"place": figure.place, "year": str(figure.year), "figure": told})

    def _like(self, statement: Statement) -> str:
        """What the figures of a group have alike beside their level."""
        base, scope = str(statement.fields["base"]), str(statement.fields["scope"])
        told = BRIEF.say("of_base", self._lang, base=describe_base(base, self._lang)) if base else ""
        return told + (BRIEF.say("of_scope", self._lang, scope=scope) if scope else "")

    def _years(self, years: Sequence[str]) -> str:
        if not years:
            return SHARED.say("unknown_year", self._lang)
        told = {"year": years[0]} if len(years) == 1 else {"first": years[0], "last": years[-1]}
        return fill("year" if len(years) == 1 else "years", self._lang, told)

    def _earlier(self, statement: Statement, told: Figure) -> str:
        kind = statement.fields["kind"]
        assert isinstance(kind, Named)
        return format_earlier(kind.id, told.value or 0.0, told.qualifier, told.unit, self._lang)


def _ranked(statement: Statement) -> tuple[Figure, ...]:
    """The figures that ranks are said of."""
    figures = statement.fields.get("figures", statement.fields.get("figure"))
    held = figures if isinstance(figures, tuple) else (figures,)
    return tuple(figure for figure in held if isinstance(figure, Figure))


def _joined(pieces: Sequence[Piece], lang: str) -> Sentence:
    """The pieces with the blanks that belong between them; neighbours of no cell become one."""
    told: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        between = gap(told[-1].text, piece.text, lang) if told else ""
        for part in (Piece(between), piece) if between else (piece,):
            if told and not told[-1].figures and not part.figures:
                told[-1] = Piece(told[-1].text + part.text)
            else:
                told.append(part)
    return tuple(told)


def _with_capital(piece: Piece) -> Piece:
    return replace(piece, text=piece.text[:1].upper() + piece.text[1:])
