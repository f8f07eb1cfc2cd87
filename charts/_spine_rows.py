"""The figures of a profile → its rows from top to bottom, each as high as its words need, and the words at each span.

Where there is room the place's own value, both ends and the standing stand beside the span. On a narrower sheet both ends stand
under it, since a span without its ends says nothing, and the value under the name; the standing stands between the ends, or
below them where a phone has no room between them. Where the place and all of its peers say the same there is no span.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts._cells import name_of_indicator
from charts._style import Sheet, margin_label
from charts._text import lines_in, to_label, width_of
from charts._tokens import BOLD, EDGE, LABEL_SIZE, NOTE_SIZE
from charts._words import WORDS
from panel.build import Tables
from panel.display import format_value, unit_name
from panel.schema import rows_of, text_or_none

ROW, HEAD, LINE = 38, 26, 17
# Pixels of the name, of the place's own value, of each printed end, and of the words that tell the standing.
NAME, VALUE_WIDTH, END, STANDING = 170, 84, 62, 190
# On a narrow sheet: what lies between the words and the span, right of it, above a line under it, and between words under it.
BESIDE, RIGHT, UNDER, APART = 16, 12, 2, 8
# Below this width the value stands under the name and the ends under the span.
WIDE = 760
# Half of what a span is high, and where words begin that stand right of a mark at the span's beginning.
HALF, AFTER_MARK = 10, 14


@dataclass(frozen=True, slots=True)
class Room:
    """What a sheet has room for: pixels of the name, of both margins, of the span; whether all stands beside the span."""

    is_wide: bool
    name: int
    left: int
    right: int
    across: int

    @property
    def is_standing_between(self) -> bool:
        """Whether the standing has room between the ends under the span."""
        return not self.is_wide and self.across >= 2 * END + STANDING


def room_on(sheet: Sheet) -> Room:
    """The room on a sheet; on a phone name and span share it evenly."""
    is_wide = sheet.width >= WIDE
    name = NAME if is_wide else min(NAME, (sheet.width - EDGE - BESIDE - RIGHT) // 2)
    left = EDGE + name + (VALUE_WIDTH + END if is_wide else BESIDE)
    right = EDGE + END + STANDING if is_wide else RIGHT
    return Room(is_wide, name, left, right, sheet.width - left - right)


@dataclass(frozen=True, slots=True)
class Row:
    """A row, its middle at `y` pixels from the top: an indicator, or a theme without cell. `label` stands at the left; the span
    is `lift` pixels above the middle, `scale` are its own ends and `ends` what is printed of them, `said` the words between them
    or in the place of the span. All words are plotly's."""

    y: float
    height: float
    label: str
    cell: Any = None
    scale: tuple[float, float] = (0.0, 1.0)
    ends: tuple[str, str] = ("", "")
    said: str = ""
    lift: float = 0.0

    @property
    def span(self) -> float:
        """The middle of the span, in pixels from the top."""
        return self.y - self.lift

    @property
    def is_same(self) -> bool:
        """Whether the place and all peers that give the figure say one and the same, so that there is no span."""
        return self.cell is not None and self.cell.least == self.cell.most == self.cell.low == self.cell.high

    def at(self, value: float) -> float:
        """Where a value stands on the row, from 0 to 1; what goes on without end stands at the end."""
        low, high = self.scale
        return float(value > high) if high <= low else (min(max(value, low), high) - low) / (high - low)


def rows_on(tables: Tables, drawn: pd.DataFrame, sheet: Sheet, lang: str) -> list[Row]:
    """The rows of these standings (panel/peers.py) from top to bottom, in the order of the themes, each with its heading."""
    rows: list[Row] = []
    room = room_on(sheet)
    y = 0.0
    cells = list(rows_of(drawn))
    for theme_id, theme in tables.catalog.themes.items():
        of_theme = [cell for cell in cells if cell.theme == theme_id]
        if not of_theme:
            continue
        heading = to_label(theme.name if lang == "zh" else theme.name_en, sheet.text_width / BOLD, LABEL_SIZE)
        high = HEAD + LINE * (lines_in([heading]) - 1)
        rows.append(Row(y + high / 2, high, f"<b>{heading}</b>"))
        y += high
        for cell in of_theme:
            rows.append(_row(tables, cell, y, room, lang))
            y += rows[-1].height
    return rows


def _row(tables: Tables, cell: Any, y: float, room: Room, lang: str) -> Row:
    """The row of an indicator that begins at `y`."""
    label = to_label(_name(tables, cell, lang), room.name, NOTE_SIZE)
    if not room.is_wide:
        label = "<br>".join([label, *_own(cell, room, lang)])
    scale, ends = _scale(cell), _ends(cell, lang)
    plain = Row(0, 0, label, cell, scale, ends)
    standing, under = _rank_or_barrier(cell, lang), 0
    if plain.is_same:
        same = WORDS.say("spine_same", lang, n=cell.n, value=cell.text)
        told = [_label(words, room.across - AFTER_MARK) for words in ([same] if room.is_wide else [same, standing])]
        said = "<br>".join(told)
    elif room.is_wide:
        said = ""
    elif room.is_standing_between:
        said = _label(standing, room.across - 2 * _widest_end(ends))
        under = UNDER + LINE * lines_in([said])
    else:
        said = _label(standing, room.across)
        under = UNDER + LINE * (_lines_of_ends(ends, room) + lines_in([said]))
    beside = LINE * lines_in([said]) if plain.is_same else 2 * HALF + under
    height = max(ROW, 8 + LINE * lines_in([label]), 8 + beside)
    return replace(plain, y=y + height / 2, height=height, said=said, lift=under / 2)


def _own(cell: Any, room: Room, lang: str) -> list[str]:
    """The lines under a name: the place's own value, and how many peers give the figure."""
    value, given = str(cell.text), WORDS.say("spine_given", lang, n=cell.n, N=cell.N)
    told = [f"<b>{_label(value, room.name / BOLD)}</b>", _label(given, room.name)]
    fits = width_of(value, NOTE_SIZE) * BOLD + width_of(f" · {given}", NOTE_SIZE) <= room.name
    return [" · ".join(told)] if fits else told


def labels_of(row: Row, room: Room, sheet: Sheet, lang: str) -> list[dict[str, object]]:
    """The words of a row as annotations: the theme; or the name and what stands at the span."""
    colours = sheet.colours
    if row.cell is None:
        return [margin_label(row.label, row.y, room.left, colours)]
    found = [margin_label(row.label, row.y, room.left, colours, size=NOTE_SIZE)]

    def put(words: str, x: float, anchor: str, *, shift: int = 0, y: float = row.y, of: str = "middle", size: int = NOTE_SIZE,
            colour: str = colours.ink) -> None:  # fmt: skip
        place = {"x": x, "xref": "x", "y": y, "xanchor": anchor, "yanchor": of, "xshift": shift, "borderpad": 0}
        found.append({"text": words, "showarrow": False, "font": {"size": size, "color": colour}, "align": anchor, **place})

    if row.is_same:
        put(row.said, 0, "left", shift=AFTER_MARK)
    if room.is_wide:
        put(f"<b>{to_label(row.cell.text, VALUE_WIDTH, LABEL_SIZE)}</b>", 0, "right", shift=-END, size=LABEL_SIZE)
        put(standing_label(row.cell, STANDING, lang), 1, "left", shift=END + 4)
        if not row.is_same:
            put(row.ends[0], 0, "right", shift=-11, colour=colours.muted)
            put(row.ends[1], 1, "left", shift=11, colour=colours.muted)
    elif not row.is_same:
        under = row.span + HALF + UNDER
        put(row.ends[0], 0, "left", y=under, of="top", colour=colours.muted)
        last = _lines_of_ends(row.ends, room)
        put(row.ends[1], 1, "right", y=under + LINE * (last - 1), of="top", colour=colours.muted)
        if room.is_standing_between:
            put(row.said, 0.5, "center", y=under, of="top")
        else:
            put(row.said, 0, "left", y=under + LINE * last, of="top")
    return found


def _scale(cell: Any) -> tuple[float, float]:
    ends = [end for end in (cell.least, cell.most, cell.low, cell.high, cell.value) if math.isfinite(end)]
    return min(ends), max(ends)


def _ends(cell: Any, lang: str) -> tuple[str, str]:
    """Both ends as they are printed; ▷ says that it goes on without end, and stands alone where no further number is said."""
    low, high = _scale(cell)
    first, last = (format_value(end, "exact", cell.unit, lang, 2) for end in (low, high))
    return first, (last if high > low else "") + ("▷" if math.isinf(cell.most) else "")


def _lines_of_ends(ends: Sequence[str], room: Room) -> int:
    """On how many lines under the span both ends have room."""
    return 1 if sum(width_of(end, NOTE_SIZE) for end in ends) + APART <= room.across else 2


def _widest_end(ends: Sequence[str]) -> float:
    return max(width_of(end, NOTE_SIZE) for end in ends) + APART


def _name(tables: Tables, cell: Any, lang: str) -> str:
    name = name_of_indicator(tables, cell.indicator, lang)
    if cell.unit == "%":
        return name
    unit = unit_name(tables.catalog, cell.unit, lang)
    return f"{name}（{unit}）" if lang == "zh" else f"{name} ({unit})"


def standing_label(cell: Any, width: float, lang: str) -> str:
    """The rank among those that give the figure, or why there is none; on a second line how many peers give it."""
    return f"{_label(_rank_or_barrier(cell, lang), width)}<br>{_label(WORDS.say('spine_given', lang, n=cell.n, N=cell.N), width)}"


def _rank_or_barrier(cell: Any, lang: str) -> str:
    if text_or_none(cell.rank_text) is None:
        return WORDS.say(f"why.{cell.barrier}", lang, top=cell.top)
    shared = "_shared" if cell.rank_text.endswith("=") else ""
    return WORDS.say(f"spine_rank{shared}", lang, rank=cell.rank_text.removesuffix("="), of=cell.of)


def _label(words: str, width: float) -> str:
    return to_label(words, width, NOTE_SIZE)
